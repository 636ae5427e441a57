import type { Columns } from '../../../store/session.ts'

/** Gaps in tables of Council meetings, by the Council's own numbering. */
export interface CouncilGaps {
  /** Years whose last listed meeting (on the day `last`) is before 15 December, so that later meetings are unknown. */
  readonly partialYears: readonly { readonly year: number; readonly last: string }[]
  /** Runs of missing numbers of meeting records, between the lowest and the highest number listed. `from` and `to` are missing too. */
  readonly records: readonly (readonly [from: number, to: number])[]
  /** Runs of missing numbers of resolutions, in the same form. */
  readonly resolutions: readonly (readonly [from: number, to: number])[]
  /** Symbols of drafts that are marked as vetoed, although by their totals nobody voted against. */
  readonly vetoesWithoutNo: readonly string[]
}

/** From this year on the Council has met in every December after the 14th: it has met in every month since 1985. */
const meetsAllYearSince = 1985

/**
 * Finds the gaps in a table `council_outcomes`. The Council numbers its meetings and resolutions without gaps, so a missing number means an incomplete table.
 * A year since 1985 that ends before 15 December is one of which the table was served too early; before, the Council often did not meet for months.
 *
 * @example councilGapsIn({ record: ['S/PV.8745', 'S/PV.8747'], date: ['2020-03-12', '2020-03-13'], outcome: ['none', 'none'], symbol: [null, null], no: [null, null] })   // { partialYears: [{ year: 2020, last: '2020-03-13' }], records: [[8746, 8746]], resolutions: [], vetoesWithoutNo: [] }
 */
export function councilGapsIn(outcomes: Columns): CouncilGaps {
  const last = new Map<number, string>()
  for (const date of outcomes['date'] as string[]) {
    const year = Number(date.slice(0, 4))
    if ((last.get(year) ?? '') < date) last.set(year, date)
  }
  const symbols = outcomes['symbol'] as (string | null)[]
  return {
    partialYears: [...last]
      .filter(([year, day]) => year >= meetsAllYearSince && day < `${year}-12-15`)
      .map(([year, day]) => ({ year, last: day })),
    records: missingRuns(outcomes['record'] as (string | null)[], /^S\/PV\.(\d+)/),
    resolutions: missingRuns(symbols, /^S\/RES\/(\d+)/),
    vetoesWithoutNo: symbols.filter((_, i) => outcomes['outcome']![i] === 'vetoed' && outcomes['no']![i] === 0) as string[],
  }
}

function missingRuns(symbols: readonly (string | null)[], numbered: RegExp): [number, number][] {
  const numbers = symbols.flatMap((symbol) => numbered.exec(symbol ?? '')?.[1] ?? []).map(Number)
  const sorted = [...new Set(numbers)].sort((a, b) => a - b)
  return sorted.flatMap((number, i): [number, number][] => {
    const next = sorted[i + 1]
    return next === undefined || next === number + 1 ? [] : [[number + 1, next - 1]]
  })
}
