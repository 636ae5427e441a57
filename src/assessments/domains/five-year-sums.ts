import type { Estimate, Known } from '../../store/index.ts'
import type { DomainInputs } from '../forms/assessment.ts'
import { unknown } from '../forms/unknown.ts'
import { formatFigure } from '../forms/wording.ts'
import { coversCalendarYear, evidenceFor, percentileOf } from '../record/pair-observations.ts'
import type { PairRow } from '../rows/observation-row.ts'
import { cachedBySnapshot } from '../rows/snapshot-cache.ts'

/** A yearly series from one side to the other, from a list that is never complete. Sums are lower bounds, and a missing row does not mean zero. */
export interface SummedSeries {
  readonly id: string
  readonly label: string
  /** Indicators to add: kinds of the same thing, in one unit. */
  readonly indicators: readonly string[]
  readonly what: string
}

const years = 5

/**
 * Returns the sum of the source's last five full years, in one direction. Adds its percentile among all pairs of the source and, where covered, the change from
 * the five-year period ten years earlier.
 */
export async function fiveYearSum(bench: DomainInputs, rows: readonly PairRow[], of: SummedSeries): Promise<Estimate[]> {
  const own = rows.filter((row) => of.indicators.includes(row.indicator) && coversCalendarYear(row))
  const [some] = own
  if (some === undefined) return []
  const [first, last] = await yearsCovered(bench.snapshot, some.source, of.indicators, bench.dyad.to)
  const [from, before] = [last - years + 1, last - years - 9]
  const about = {
    id: of.id,
    label: of.label,
    unit: some.unit === 'USD' || some.unit === 'EUR' ? some.unit : 'count',
    period: `${from}/${last}`,
  }
  const now = inYears(own, from, last)
  if (now.length === 0) return [unknown(about, `${some.source} names none, and its list is not complete`)]
  const level: Known = {
    state: now.some((row) => row.status === 'estimated') ? 'estimated' : 'observed',
    ...about,
    value: sum(now),
    interval: 'exact',
    certainty: 'at least',
    method: `sum of ${of.what} in ${years} whole calendar years (${some.source})`,
    evidence: of.indicators.map((indicator) => ({ ...some, indicator })).flatMap((row) => evidenceOf(row, now, from, last)),
  }
  return [
    level,
    ...(await percentileOf(bench, level, some, of.indicators)),
    changeOf(level, own, [before, before + years - 1], first, of.indicators),
  ]
}

function evidenceOf(row: PairRow, now: readonly PairRow[], from: number, last: number): Known['evidence'] {
  const count = now.filter((one) => one.indicator === row.indicator).length
  return count === 0 ? [] : [evidenceFor(row, { start: `${from}-01-01`, end: `${last}-12-31` }, count)]
}

function changeOf(
  level: Known,
  own: readonly PairRow[],
  [from, last]: readonly [number, number],
  first: number,
  indicators: readonly string[],
): Estimate {
  const about = { id: `${level.id}.change`, label: 'change in ten years', unit: level.unit, period: level.period }
  if (first > from) return unknown(about, `the source begins in ${first}`)
  const past = inYears(own, from, last)
  if (past.length === 0)
    return unknown({ ...about, period: `${from}/${last}` }, 'the source names none for the earlier years, and its list is not complete')
  return {
    ...level,
    ...about,
    period: `${from}/${last} to ${level.period}`,
    value: level.value - sum(past),
    method: `${formatFigure(level.value, level.unit)} less ${formatFigure(sum(past), level.unit)} of ${from}/${last}; both are at least`,
    evidence: [
      ...level.evidence,
      ...indicators.map((indicator) => ({ ...past[0]!, indicator })).flatMap((row) => evidenceOf(row, past, from, last)),
    ],
  }
}

/** Returns the first and last full year for which the source has any pair. */
const yearsCovered = cachedBySnapshot(
  async (snapshot, source: string, indicators: readonly string[], to: string): Promise<readonly [first: number, last: number]> => {
    const [row] = await snapshot.rows(
      `SELECT min(start_date) AS first, max(end_date) AS last FROM observations WHERE source = $source AND indicator IN (${indicators.map((id) => `'${id}'`).join(', ')})
         AND end_date <= $to AND end_date = substr(start_date, 1, 4) || '-12-31'`,
      { source, to },
    )
    return [row!['first'], row!['last']].map((day) => Number(String(day).slice(0, 4))) as [number, number]
  },
)

function inYears(rows: readonly PairRow[], from: number, last: number): PairRow[] {
  return rows.filter((row) => Number(row.start.slice(0, 4)) >= from && Number(row.start.slice(0, 4)) <= last)
}

function sum(rows: readonly PairRow[]): number {
  return rows.reduce((whole, row) => whole + row.value, 0)
}
