import type { Columns } from '../../../store/session.ts'

/** What tables of Council meetings leave out, as far as their own numbering tells. */
export interface CouncilGaps {
  /** Years whose last listed meeting is before 15 December, and that meeting's day: what came later is unknown. */
  readonly partialYears: readonly { readonly year: number; readonly last: string }[]
  /** Runs of meeting-record numbers between the first and the last that have no row, both ends included. */
  readonly records: readonly (readonly [from: number, to: number])[]
  /** The same for resolutions. */
  readonly resolutions: readonly (readonly [from: number, to: number])[]
  /** Drafts called vetoed whose totals have no vote against. */
  readonly vetoesWithoutNo: readonly string[]
}

/**
 * The gaps in a table `council_outcomes`. The Council met, and adopted resolutions, every month of its existence, and numbers both without holes, so that a year
 * that stops early or a number that is not there is a table that was cut or is old, not a Council that did nothing.
 *
 * @example gapsIn({ record: ['S/PV.8745', 'S/PV.8747'], date: ['2020-03-12', '2020-03-13'], outcome: ['none', 'none'], symbol: [null, null], no: [null, null] })   // { partialYears: [{ year: 2020, last: '2020-03-13' }], records: [[8746, 8746]], resolutions: [], vetoesWithoutNo: [] }
 */
export function gapsIn(outcomes: Columns): CouncilGaps {
  const last = new Map<number, string>()
  for (const date of outcomes['date'] as string[]) {
    const year = Number(date.slice(0, 4))
    if ((last.get(year) ?? '') < date) last.set(year, date)
  }
  const symbols = outcomes['symbol'] as (string | null)[]
  return {
    partialYears: [...last].filter(([year, day]) => day < `${year}-12-15`).map(([year, day]) => ({ year, last: day })),
    records: holes(outcomes['record'] as (string | null)[], /^S\/PV\.(\d+)/),
    resolutions: holes(symbols, /^S\/RES\/(\d+)/),
    vetoesWithoutNo: symbols.filter((_, i) => outcomes['outcome']![i] === 'vetoed' && outcomes['no']![i] === 0) as string[],
  }
}

function holes(symbols: readonly (string | null)[], numbered: RegExp): [number, number][] {
  const numbers = symbols.flatMap((symbol) => numbered.exec(symbol ?? '')?.[1] ?? []).map(Number)
  const sorted = [...new Set(numbers)].sort((a, b) => a - b)
  return sorted.flatMap((number, i): [number, number][] => {
    const next = sorted[i + 1]
    return next === undefined || next === number + 1 ? [] : [[number + 1, next - 1]]
  })
}
