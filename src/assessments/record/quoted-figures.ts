import type { Known } from '../../store/index.ts'
import type { DomainInputs } from '../forms/assessment.ts'
import { formatShare } from '../forms/wording.ts'
import { grouped } from '../rows/grouped.ts'
import type { PairRow } from '../rows/observation-row.ts'
import { evidenceFor, periodOf, rowAsFigure } from './pair-observations.ts'

/** How a domain presents a series of single figures. */
export interface QuotedSeries {
  readonly indicator: string
  /** Id of the figure for one direction. */
  readonly id: (way: 'a-to-b' | 'b-to-a') => string
  readonly label: (from: string, to: string) => string
}

/**
 * Returns the latest figure for each direction, source and unit, with its ten-year change where the same reporter has the earlier figure.
 */
export function quotedFigures(bench: DomainInputs, rows: readonly PairRow[], of: QuotedSeries): Known[] {
  const { a, b } = bench.dyad
  const own = rows.filter((row) => row.indicator === of.indicator)
  const groups = [...grouped(own, (row) => `${row.from} ${row.source} ${row.unit}`).values()]
  const aFirst = groups.sort((x, y) => Number(x[0]!.from !== a.iso3) - Number(y[0]!.from !== a.iso3))
  return aFirst.flatMap((group) => {
    const last = group.at(-1)!
    const way = last.from === a.iso3 ? 'a-to-b' : 'b-to-a'
    const [from, to] = way === 'a-to-b' ? [a, b] : [b, a]
    const level = rowAsFigure(last, of.id(way), of.label(from.name, to.name))
    const early = group.find((row) => tenYearsApart(row, last) && row.reporter === last.reporter)
    return early === undefined ? [level] : [level, changeFrom(early, last, level)]
  })
}

function tenYearsApart(early: PairRow, late: PairRow): boolean {
  const back = (day: string): string => `${Number(day.slice(0, 4)) - 10}${day.slice(4)}`
  return early.start === back(late.start) && early.end === back(late.end)
}

function changeFrom(early: PairRow, late: PairRow, level: Known): Known {
  const before = level.unit === 'share' ? formatShare(early.value) : String(early.value)
  return {
    ...level,
    state: early.status === 'observed' && late.status === 'observed' ? 'observed' : 'estimated',
    id: `${level.id}.change`,
    label: 'change in ten years',
    period: `${periodOf(early.start, early.end)} to ${level.period}`,
    value: late.value - early.value,
    method: `less ${before} of ${periodOf(early.start, early.end)}`,
    evidence: [evidenceFor(late, late, 1), evidenceFor(early, early, 1)],
  }
}
