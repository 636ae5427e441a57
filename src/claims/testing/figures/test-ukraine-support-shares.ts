import { verdictLimits } from '../../limits.ts'
import { type SupportKind, supportKinds } from '../../said/special-figures-said.ts'
import type { Finding, Tolerance } from '../../verdict.ts'
import { capitalised, finding } from '../judging/findings.ts'
import { type CandidateValue, relativeDistance } from '../judging/judge.ts'
import { toleranceOf } from '../judging/tolerance.ts'
import { candidateValue, figureText, valuesText } from '../questions/question.ts'
import { donorsOf, type UkraineSupportQuery, ukraineSupportSeries } from '../questions/ukraine-support-series.ts'
import { currencyRate } from '../record/dollar-rates.ts'
import { rowsOfEachState } from '../record/record-query.ts'
import { combinedSeries, type Series, scaledSeries } from '../record/series.ts'

/**
 * Tests support within one release: as a share of GDP, of all donors' support or of a donor's support of all kinds, and one donor against another. Never
 * contradicts: releases count differently, and shares of small sums change with them.
 */
export async function testUkraineSupportShare(asked: UkraineSupportQuery): Promise<Finding | undefined> {
  const { claim } = asked
  if (claim.value === null) return undefined
  const isByOutput = asked.said.isOfOutput === true && claim.unit === 'percent'
  const series = claim.kind === 'comparison' ? await against(asked) : isByOutput ? await ofGdp(asked) : await ofWholes(asked)
  const values = series.flatMap((one) => asked.spans.flatMap((span) => valueAt(one, span)))
  if (values.length === 0) return undefined
  const tolerance = isByOutput ? smallShare(claim.value) : toleranceOf({ value: claim.value, unit: claim.unit, hedge: claim.said?.hedge })
  const fits = values.filter(({ value }) => relativeDistance(value, tolerance) === 0)
  const told = fits.length > 0 ? fits : values
  const said = `${capitalised(told[0]!.what)}: ${valuesText(told, asked.bench)}. The claim says ${figureText(claim.value, claim.unit)}`
  const more = { tolerance, honestValues: told, evidence: told.map(({ evidence }) => evidence) }
  return fits.length > 0
    ? finding('supported', `${said}: it agrees.`, more)
    : finding('unverifiable', `${said}: each release of the tracker counts in another way.`, more)
}

function valueAt(series: Series, span: UkraineSupportQuery['spans'][number]): CandidateValue[] {
  const point = series.at(span)
  return point === undefined ? [] : [candidateValue(series, point, point.value, series.unit, span)]
}

/**
 * Returns the tolerance for a share of GDP: a tenth of the share, or half of its last digit if that is more. For most donors the share is far below one per
 * cent.
 */
function smallShare(value: number): Tolerance {
  const decimals = /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0
  const slack = Math.max(verdictLimits.approximate * value, 10 ** -decimals / 2)
  return { low: value - slack, high: value + slack, why: 'a tenth of a small share, or half of its last digit' }
}

/** Returns the series of each measure (commitments, allocations) that fits the claim's wording, for each donor that the name may mean. */
async function seriesOf({ bench, said, measures }: UkraineSupportQuery, donor: string, kinds: readonly SupportKind[]): Promise<Series[]> {
  const donors = await donorsOf(bench.snapshot, donor, said.europeans)
  const each = await Promise.all(
    donors.flatMap((one) => measures.map((measure) => ukraineSupportSeries(bench.snapshot, one, { measure, kinds }))),
  )
  return each.flat()
}

const share = (parts: readonly Series[], wholes: readonly Series[], unit: string, say: string): Series[] =>
  parts.flatMap((part) =>
    wholes
      .filter((whole) => whole.source === part.source && measureOf(whole) === measureOf(part))
      .map((whole) =>
        combinedSeries(part, whole, (x, y) => (y > 0 ? ((unit === 'percent' ? 100 : 1) * x) / y : Number.NaN), {
          unit,
          what: `${part.what}, ${say} ${whole.what}`,
        }),
      ),
  )

const measureOf = ({ what }: Series): string => (what.endsWith('allocated') ? 'allocated' : 'committed')

/** Returns support as a share of all donors' support, and as a share of the donor's support of all kinds. */
async function ofWholes(asked: UkraineSupportQuery): Promise<Series[]> {
  const { donor, kinds, said } = asked
  const part = await seriesOf(asked, donor, kinds)
  const all = said.isOfAllDonors && donor !== 'WLD' ? share(part, await seriesOf(asked, 'WLD', kinds), 'percent', 'as a share of') : []
  if (kinds.length > 1) return all
  return [...all, ...share(part, await seriesOf(asked, donor, supportKinds), 'percent', 'as a share of')]
}

/** Returns support as a share of the GDP of the year before the war, as the tracker does. */
async function ofGdp(asked: UkraineSupportQuery): Promise<Series[]> {
  const rows = await rowsOfEachState(asked.bench.snapshot, 'gdp', '2021-01-01', '2021-12-31')
  const rate = currencyRate('EUR', 'USD', 2021)
  const own = rows.filter(({ from, unit }) => from === asked.donor && unit === 'USD')
  if (rate === undefined) return []
  const series = await seriesOf(asked, asked.donor, asked.kinds)
  return own.flatMap((gdp) =>
    series.map((one) => scaledSeries(one, (100 * rate) / gdp.value, 'percent', `${one.what}, as a share of the GDP of 2021`)),
  )
}

/** Returns one donor's support divided by another's, as a multiple or in per cent. Empty if there is not exactly one other donor. */
async function against(asked: UkraineSupportQuery): Promise<Series[]> {
  const { claim, donor, kinds } = asked
  const others = claim.actors.filter((id) => id !== donor && id !== 'UKR')
  if (others.length !== 1 || (claim.unit !== 'times' && claim.unit !== 'percent')) return []
  const [mine, theirs] = [await seriesOf(asked, donor, kinds), await seriesOf(asked, others[0]!, kinds)]
  return share(mine, theirs, claim.unit, 'against')
}
