import type { Claim } from '../../claim.ts'
import type { NamedBody, SourceSaid } from '../../said/source-said.ts'
import type { DaySpan, Series } from './series.ts'

/** The sources that hold the figures of a body. */
const sourcesOf: Readonly<Record<NamedBody, RegExp>> = {
  sipri: /^sipri-|^cited-figures$/,
  eurostat: /^comext|^eurostat/,
  imf: /^imf-/,
  baci: /^baci/,
  crea: /^crea-/,
  'correlates-of-war': /^cow-/,
  'world-bank': /^world-bank/,
  comtrade: /^comtrade|^crea-fossil/,
  kiel: /^kiel-/,
  'investment-tracker': /^china-global-investment-tracker$/,
  aiddata: /^aiddata-/,
}

/**
 * Returns a function that tells whether a series is from the named source; undefined if none is named that the record could hold.
 *
 * @example isFromNamedSource({ reporter: 'CHN' })({ source: 'comtrade', reporter: 'CHN' })   // true
 */
export function isFromNamedSource(named: SourceSaid | undefined): ((series: Pick<Series, 'source' | 'reporter'>) => boolean) | undefined {
  if (named === undefined) return undefined
  if ('reporter' in named) return ({ reporter }) => reporter === named.reporter
  // figures quoted from an institute have no reporter
  return ({ source, reporter }) => sourcesOf[named.body].test(source) && (source !== 'cited-figures' || reporter === null)
}

/**
 * Returns the series to test with. If the record has series of the source that the claim names, for the period: these. Otherwise all series, with a note that
 * explains this.
 */
export function seriesOfNamedSource(
  series: readonly Series[],
  { source_named: name, said }: Pick<Claim, 'source_named' | 'said'>,
  days?: DaySpan,
): { readonly series: readonly Series[]; readonly note: string } {
  const isOwn = isFromNamedSource(said?.source)
  if (name === null) return { series, note: '' }
  const own = isOwn === undefined ? [] : series.filter((one) => isOwn(one) && (days === undefined || one.at(days) !== undefined))
  // a single quoted figure may come from the named office, whichever publication it was found in
  return own.length > 0
    ? { series: series.filter((one) => own.includes(one) || one.measure !== undefined), note: '' }
    : { series, note: ` The record does not hold the figures of “${name}”; others serve, with a wider tolerance.` }
}
