import type { Claim } from '../../claim.ts'
import type { ClaimTestContext } from '../../claim-test-context.ts'
import { verdictLimits } from '../../limits.ts'
import { daysOf } from '../../text/calendar.ts'
import type { Finding } from '../../verdict.ts'
import type { CandidateValue } from '../judging/candidate-value.ts'
import { capitalised, finding, joinedNames } from '../judging/findings.ts'
import { judgeLevel } from '../judging/judge.ts'
import { spanText } from '../judging/span-words.ts'
import { toleranceOf } from '../judging/tolerance.ts'
import {
  actorText,
  type FlowQuery,
  levelSeries,
  quantityText,
  queryFamilyOf,
  type ShareWhole,
  shareSeries,
} from '../questions/query-flows.ts'
import { type ClaimUnit, unitOf, valuesInPeriod, valuesText } from '../questions/question.ts'
import { seriesOfNamedSource } from '../record/named-sources.ts'
import { combinedSeries, isSameOrigin, type Series } from '../record/series.ts'

/** Several states on one side of a flow: everything that they sent to one state, or received from it. */
interface Joint {
  readonly parts: readonly FlowQuery[]
  readonly wholes: readonly ShareWhole[]
  readonly say: string
}

/**
 * Tests one figure for several states together: `the five main exporters provided 76 percent`, `most of it went to India, Egypt and Qatar`. The order of the
 * actors does not show which side they are on, so both sides are tried. Never contradicts, since a text may name only some of many states.
 */
export async function testJointShare(claim: Claim, bench: ClaimTestContext): Promise<Finding | undefined> {
  const { value, unit: name, period, actors, kind, measured } = claim
  const own = queryFamilyOf(measured?.topic ?? '')
  // in a text on arms, sales without a named good are sales of arms
  const family = own === 'goods' && claim.domain === 'arms' ? 'arms' : own
  const isAsked =
    (kind === 'share' || kind === 'quantity') &&
    value !== null &&
    period !== null &&
    actors.length > 2 &&
    actors.length <= verdictLimits.jointShareActors
  if (!isAsked || claim.said?.isForEach || claim.value_from !== null || (family !== 'arms' && family !== 'goods' && family !== 'fossil'))
    return undefined
  if (measured?.part !== undefined && measured.part !== measured.topic) return undefined
  const unit = unitOf(name)
  const days = daysOf(period)
  if (unit === undefined || days.to > bench.today) return undefined
  for (const joint of jointsOf(claim, family, measured!.topic)) {
    const values = await valuesOf(claim, bench, joint, unit)
    const tolerance = toleranceOf({ value, unit: name, hedge: claim.said?.hedge })
    const judged = judgeLevel(value, tolerance, values)
    if (judged.verdict === 'supported')
      return finding(
        'supported',
        `${capitalised(joint.say)} in ${spanText(days)}: ${valuesText(values, bench)}. The claim says ${value}: ${judged.because}.`,
        {
          tolerance,
          honestValues: values,
          evidence: values.map(({ evidence }) => evidence),
        },
      )
  }
  return undefined
}

function jointsOf({ actors, direction }: Claim, family: FlowQuery['family'], thing: string): Joint[] {
  const [sender, receiver] = direction.split('->')
  if (sender === undefined || receiver === undefined) return []
  const flow = (from: string, to: string): FlowQuery => ({ family, thing, mode: 'way', from, to })
  const sellers = actors.filter((id) => id !== receiver)
  const buyers = actors.filter((id) => id !== sender)
  const names = (ids: readonly string[]): string => joinedNames(ids.map(actorText))
  const what = quantityText(flow(sender, receiver))
  const toOne: Joint = {
    parts: sellers.map((id) => flow(id, receiver)),
    wholes: [receiver === 'WLD' ? { of: 'total', state: 'WLD' } : { of: 'imports', state: receiver }],
    say: `${what} from ${names(sellers)} to ${actorText(receiver)}`,
  }
  const fromOne: Joint = {
    parts: buyers.map((id) => flow(sender, id)),
    wholes: [sender === 'WLD' ? { of: 'total', state: 'WLD' } : { of: 'exports', state: sender }],
    say: `${what} from ${actorText(sender)} to ${names(buyers)}`,
  }
  return [...(sender === 'WLD' ? [] : [toOne]), ...(receiver === 'WLD' ? [] : [fromOne])]
}

async function valuesOf(
  claim: Claim,
  { snapshot }: ClaimTestContext,
  { parts, wholes }: Joint,
  unit: ClaimUnit,
): Promise<CandidateValue[]> {
  const isShare = claim.unit === 'percent'
  const each = await Promise.all(parts.map((part) => (isShare ? shareSeries(snapshot, part, wholes) : levelSeries(snapshot, part))))
  const { series } = seriesOfNamedSource(added(each), claim)
  return valuesInPeriod(series, daysOf(claim.period!), unit, claim.unit!)
}

/** Adds up all parts, within each source, reporter and unit that has every part. */
function added([first, ...rest]: readonly (readonly Series[])[]): Series[] {
  return rest.reduce<Series[]>(
    (sums, series) =>
      sums.flatMap((sum) => {
        const part = series.find((one) => isSameOrigin(sum, one))
        return part === undefined ? [] : [combinedSeries(sum, part, (x, y) => x + y, {})]
      }),
    [...(first ?? [])],
  )
}
