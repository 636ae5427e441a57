import { resolve } from '../../../states/index.ts'
import type { DaySpan, Series } from './series.ts'

/** Patterns of bodies that texts name, each with the sources that hold their figures. */
const bodies: readonly (readonly [name: RegExp, source: RegExp])[] = [
  [/SIPRI|Stockholm International Peace/i, /^sipri-|^cited-figures$/],
  [/Eurostat|Comext|European Commission/i, /^comext|^eurostat/],
  [/\bIMF\b|International Monetary Fund|Direction of Trade/i, /^imf-/],
  [/\bBACI\b|CEPII/i, /^baci/],
  [/\bCREA\b|Centre for Research on Energy/i, /^crea-/],
  [/Correlates of War|\bCOW\b/i, /^cow-/],
  [/World Bank/i, /^world-bank/],
  [/Comtrade/i, /^comtrade|^crea-fossil/],
  [/Kiel/i, /^kiel-/],
  [/American Enterprise|\bAEI\b|Heritage|Global Investment Tracker/i, /^china-global-investment-tracker$/],
  [/AidData/i, /^aiddata-/],
]

const offices: Readonly<Record<string, string>> = {
  Armstat: 'ARM',
  Belstat: 'BLR',
  CAPMAS: 'EGY',
  'Census Bureau': 'USA',
  DGCI: 'IND',
  Destatis: 'DEU',
  'Federal Customs Service': 'RUS',
  GACC: 'CHN',
  GASTAT: 'SAU',
  Geostat: 'GEO',
  'General Administration of Customs': 'CHN',
  KITA: 'KOR',
  MOTIE: 'KOR',
  Rosstat: 'RUS',
  Secex: 'BRA',
  TurkStat: 'TUR',
  USTR: 'USA',
}

/**
 * Returns a function that tells whether a series is from the named source; undefined if the name is null or matches no source that the record could hold.
 *
 * @example isFromNamedSource('Chinese customs')({ reporter: 'CHN' })   // true
 */
export function isFromNamedSource(name: string | null): ((series: Pick<Series, 'source' | 'reporter'>) => boolean) | undefined {
  if (name === null) return undefined
  const body = bodies.find(([pattern]) => pattern.test(name))
  // figures quoted from an institute have no reporter
  if (body !== undefined) return ({ source, reporter }) => body[1].test(source) && (source !== 'cited-figures' || reporter === null)
  const office = Object.keys(offices).find((one) => name.includes(one))
  const reporter = office === undefined ? stateNamed(name) : offices[office]
  return reporter === undefined ? undefined : (series) => series.reporter === reporter
}

/** Returns the state in the name of an office: `Chinese customs`, `Statistics Korea`. Undefined if there is none. */
function stateNamed(name: string): string | undefined {
  for (const word of name.split(/[\s;,]+/)) {
    const found = resolve(word.replace(/[’']s?$/, ''))
    if (found.kind === 'state' && /^\p{Lu}/u.test(word)) return found.state.iso3
  }
  return undefined
}

/**
 * Returns the series to test with. If the record has series of the named source for the period: these. Otherwise all series, with a note that explains this.
 */
export function seriesOfNamedSource(
  series: readonly Series[],
  name: string | null,
  days?: DaySpan,
): { readonly series: readonly Series[]; readonly note: string } {
  const isOwn = isFromNamedSource(name)
  if (name === null) return { series, note: '' }
  const own = isOwn === undefined ? [] : series.filter((one) => isOwn(one) && (days === undefined || one.at(days) !== undefined))
  // a single quoted figure may come from the named office, whichever publication it was found in
  return own.length > 0
    ? { series: series.filter((one) => own.includes(one) || one.measure !== undefined), note: '' }
    : { series, note: ` The record does not hold the figures of “${name}”; others serve, with a wider tolerance.` }
}
