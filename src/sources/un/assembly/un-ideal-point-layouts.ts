import { badInput } from '../../../errors.ts'

/** Indexes of the columns of one series (a kind of votes, such as `nuclear`) in a file; null if the file does not have the column. */
export interface SeriesColumns {
  readonly series: string
  readonly votes: number
  readonly point: number
  readonly q5: number | null
  readonly q50: number | null
  readonly q95: number | null
}

export interface IdealPointLayout {
  readonly width: number
  readonly ccode: number
  readonly iso3c: number
  /** Column of the session or year. */
  readonly time: number
  readonly bySession: boolean
  readonly series: readonly SeriesColumns[]
}

/** Name of a series by the suffix of its column names. In the edition of April 2020 the columns of all votes have no suffix. */
const bySession: Readonly<Record<string, string>> = {
  '': 'all',
  All: 'all',
  HumanRights: 'human-rights',
  Important: 'important',
  Nuclear: 'nuclear',
}

const byYear: readonly (readonly [series: string, end: string, votes: string, quantiles: boolean])[] = [
  ['final-passage', 'fp', 'nvotesfp', true],
  ['all', 'all', 'nvotesall', true],
  ['legacy', 'legacy', 'nvotesLegacy', false],
]

/**
 * Returns the layout of an edition, from its header. The first quantile is written with the letter O in every edition (`QO%`, `qofp`); it is not read.
 *
 * @throws BadInput if a column that every known edition has is missing
 * @example layoutOf(['Row', 'ccode', 'session', 'NVotes', 'IdealPoint', 'QO%', 'Q5%', 'Q50%', 'Q95%', 'iso3c'], 'f.csv').series   // [{ series: 'all', votes: 3, point: 4, q5: 6, q50: 7, q95: 8 }]
 */
export function layoutOf(header: readonly string[], file: string): IdealPointLayout {
  const names = header.map((name, i) => (i === 0 ? name.replace(/^\ufeff/, '') : name))
  const at = (name: string): number => {
    const place = names.indexOf(name)
    if (place !== -1 && names.lastIndexOf(name) === place) return place
    const what = place === -1 ? 'lacks the column' : 'has twice the column'
    throw badInput(`${file}:1 ${what} ${name}`, 'give a file of ideal points of April 2020, June 2024 or July 2025')
  }
  const shared = { width: names.length, ccode: at('ccode'), iso3c: at('iso3c') }
  if (names.includes('year')) return { ...shared, time: at('year'), bySession: false, series: byYear.map((series) => yearly(series, at)) }
  const end = names.find((name) => name.startsWith('IdealPoint'))?.slice('IdealPoint'.length) ?? ''
  const series = bySession[end]
  if (series === undefined) throw badInput(`${file}:1 has the column IdealPoint${end}, a series we do not know`)
  const quantiles = { q5: at(`Q5%${end}`), q50: at(`Q50%${end}`), q95: at(`Q95%${end}`) }
  at(`QO%${end}`)
  return {
    ...shared,
    time: at('session'),
    bySession: true,
    series: [{ series, votes: at(`NVotes${end}`), point: at(`IdealPoint${end}`), ...quantiles }],
  }
}

function yearly([series, end, votes, quantiles]: (typeof byYear)[number], at: (name: string) => number): SeriesColumns {
  const place = (name: string): number | null => (quantiles ? at(`${name}${end}`) : null)
  return { series, votes: at(votes), point: at(`idealpoint${end}`), q5: place('q5'), q50: place('q50'), q95: place('q95') }
}
