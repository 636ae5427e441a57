import type { Claim } from '../../claim.ts'
import { verdictLimits } from '../../limits.ts'
import type { NearestTrueStatement, Tolerance } from '../../verdict.ts'
import { nearestTrueStatement } from '../judging/findings.ts'
import { type CandidateValue, relativeDistance } from '../judging/judge.ts'
import { type NamedSources, sourceText } from '../judging/source-words.ts'
import { spanText } from '../judging/span-words.ts'
import { type FlowQuery, levelSeries, type ShareWhole, shareSeries } from '../questions/query-flows.ts'
import { type AskedClaim, type ClaimUnit, figureText, type Question, valuesInPeriod } from '../questions/question.ts'
import { type DaySpan, type Series, scaledSeries, shiftYears } from '../record/series.ts'

/** A variation of the claim that may be true. */
interface Neighbour {
  readonly changed: NearestTrueStatement['changed']
  readonly say: string
  readonly series: readonly Series[]
  readonly days: DaySpan
  readonly unit: ClaimUnit
}

/**
 * Returns the nearest true variation of a failed claim: first with another definition for the same year, then in another year, then with ten or a thousand
 * times the number or a tenth or thousandth of it. Null if none is within the tolerance.
 */
export async function nearMiss(asked: AskedClaim, tolerance: Tolerance, unit: ClaimUnit): Promise<NearestTrueStatement | null> {
  const { claim, question, bench } = asked
  const definitions = await definitionsNear(asked, unit)
  const own = definitions[0]!
  const years = yearsNear(question.days).map((days): Neighbour => ({ ...own, changed: 'year', say: 'another year', days }))
  for (const tried of [definitions.slice(1), years]) {
    const found = bestOf(tried, tolerance, claim, bench)
    if (found !== undefined) return found
  }
  return scaleOf(own, tolerance, claim, bench)
}

/** Whether a figure fits the same quantity in a year nearby. */
export function fitsOtherYear(series: readonly Series[], days: DaySpan, tolerance: Tolerance, unit: ClaimUnit): boolean {
  return yearsNear(days).some((near) =>
    valuesInPeriod(series, near, unit, '').some(({ value }) => relativeDistance(Math.abs(value), tolerance) === 0),
  )
}

function yearsNear(days: DaySpan): DaySpan[] {
  return Array.from({ length: verdictLimits.nearMissYears }, (_, i) => [-(i + 1), i + 1])
    .flat()
    .map((by) => shiftYears(days, by))
}

/** Returns the claim as it is, then with other definitions. */
async function definitionsNear({ claim, question, bench }: AskedClaim, unit: ClaimUnit): Promise<Neighbour[]> {
  const { subject, days } = question
  const of = async (
    changed: Neighbour['changed'],
    say: string,
    other: FlowQuery,
    wholes: readonly ShareWhole[] = question.wholes,
  ): Promise<Neighbour> => ({
    changed,
    say,
    series: claim.unit === 'percent' ? await shareSeries(bench.snapshot, other, wholes) : await levelSeries(bench.snapshot, other),
    days,
    unit,
  })
  const own = await of('value', '', subject)
  const others = await Promise.all(otherSubjects(subject).map(([changed, say, other]) => of(changed, say, other)))
  const shares =
    claim.unit === 'percent'
      ? await Promise.all(otherWholes(question).map((whole) => of('share-of', `a share of ${whole.of}`, subject, [whole])))
      : []
  return [own, ...currencyOf(own), ...others, ...halfOf(own, subject), ...shares]
}

/** Returns the mean of both directions, which some tables call trade; empty if the claim is not about both. */
function halfOf(own: Neighbour, { mode }: FlowQuery): Neighbour[] {
  if (mode !== 'both') return []
  const series = own.series.map((one) => scaledSeries(one, 0.5, one.unit, `half of ${one.what}`))
  return [{ ...own, changed: 'value', say: 'one direction only, the mean of the two', series }]
}

/** Returns the claim in dollars instead of euro, or the reverse; empty for other currencies. */
function currencyOf(own: Neighbour): Neighbour[] {
  const other = own.unit.of === 'USD' ? 'EUR' : own.unit.of === 'EUR' ? 'USD' : undefined
  return other === undefined
    ? []
    : [{ ...own, changed: 'currency', say: other === 'EUR' ? 'euro' : 'dollars', unit: { ...own.unit, of: other } }]
}

function otherSubjects(subject: FlowQuery): [NearestTrueStatement['changed'], string, FlowQuery][] {
  const { mode, from, to, thing } = subject
  if (mode === 'one') return []
  const out: FlowQuery = { ...subject, mode: 'way' }
  const back: FlowQuery = { ...subject, mode: 'way', from: to, to: from }
  const both: FlowQuery = { ...subject, mode: 'both' }
  if (subject.family === 'held') return mode === 'way' ? [['direction', 'the other direction', back]] : []
  const parts: [NearestTrueStatement['changed'], string, FlowQuery][] = (['gas', 'gas-pipeline', 'lng'] as const)
    .filter((part) => part !== thing && ['gas', 'gas-pipeline', 'lng'].includes(thing))
    .map((part) => ['part', part === 'gas' ? 'all gas' : part === 'lng' ? 'LNG' : 'pipeline gas', { ...subject, thing: part }])
  if (mode === 'way') return [['direction', 'the other direction', back], ['both-ways', 'both directions together', both], ...parts]
  const oneWay: [NearestTrueStatement['changed'], string, FlowQuery][] = [
    ['one-way', 'one direction only', out],
    ['one-way', 'one direction only', back],
  ]
  return mode === 'balance'
    ? [...oneWay, ['gross', 'both directions together', both]]
    : [...oneWay, ['net', 'one direction less the other', { ...subject, mode: 'balance' }]]
}

function otherWholes({ subject: { from, to }, wholes }: Question): ShareWhole[] {
  const all: ShareWhole[] = [
    { of: 'exports', state: from },
    { of: 'imports', state: to },
    { of: 'trade', state: from },
    { of: 'trade', state: to },
  ]
  return all.filter((whole) => !wholes.some((one) => one.of === whole.of && one.state === whole.state))
}

/**
 * Returns the variation closest to the stated number. Undefined if none is within the tolerance and within 7 %: since the text claims none of them, only a
 * close one counts.
 */
function bestOf(tried: readonly Neighbour[], tolerance: Tolerance, claim: Claim, bench: NamedSources): NearestTrueStatement | undefined {
  const middle = Math.abs(claim.value ?? 0)
  const range = {
    low: Math.max(Math.min(Math.abs(tolerance.low), Math.abs(tolerance.high)), (1 - verdictLimits.nearMissWidth) * middle),
    high: Math.min(Math.max(Math.abs(tolerance.low), Math.abs(tolerance.high)), (1 + verdictLimits.nearMissWidth) * middle),
  }
  const fits = tried.flatMap((one) =>
    valuesInPeriod(one.series, one.days, one.unit, claim.unit ?? '')
      .map((value) => ({ one, value: { ...value, value: Math.abs(value.value) } }))
      .filter(({ value }) => relativeDistance(value.value, range) === 0),
  )
  const best = fits.sort((x, y) => Math.abs(x.value.value - middle) - Math.abs(y.value.value - middle))[0]
  return best === undefined ? undefined : describedMiss(best.one, best.value, claim, bench)
}

function describedMiss(one: Neighbour, value: CandidateValue, claim: Claim, bench: NamedSources): NearestTrueStatement {
  const unit = one.changed === 'currency' ? `${one.unit.of}${(claim.unit ?? '').slice(3)}` : claim.unit
  const text = `${figureText(claim.value!, claim.unit)} is close to ${one.say}: ${value.what}, ${spanText(one.days)}: ${figureText(value.value, unit)} (${sourceText(value.source, bench)}).`
  return { ...nearestTrueStatement(one.changed, text, [value.evidence]), value: value.value, unit, period: periodOf(one.days) }
}

function periodOf({ from, to }: DaySpan): NearestTrueStatement['period'] {
  const isYears = from.endsWith('-01-01') && to.endsWith('-12-31')
  const [first, last] = isYears ? [from.slice(0, 4), to.slice(0, 4)] : [from, to]
  return first === last ? { at: first } : { from: first, to: last }
}

/**
 * Returns the claim with ten or a thousand times the number, or a tenth or thousandth of it, if that agrees with the record: millions were written for
 * billions, or a digit too many. Null otherwise.
 */
function scaleOf(own: Neighbour, tolerance: Tolerance, claim: Claim, bench: NamedSources): NearestTrueStatement | null {
  if (claim.unit === 'percent') return null
  for (const factor of [10, 0.1, 1000, 0.001]) {
    const range = { low: Math.abs(tolerance.low) * factor, high: Math.abs(tolerance.high) * factor }
    const value = valuesInPeriod(own.series, own.days, own.unit, claim.unit ?? '').find(
      (one) => relativeDistance(Math.abs(one.value), range) === 0,
    )
    if (value !== undefined)
      return describedMiss(
        { ...own, changed: 'scale', say: `${factor < 1 ? `a ${1 / factor}th` : `${factor} times`} of the number` },
        value,
        claim,
        bench,
      )
  }
  return null
}
