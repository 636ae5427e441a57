/** What a source is among the others: which reports it repeats, what its rows list, who compiled it. A figure of several sources is chosen by these traits. */
export interface SourceTraits {
  /** The source of which this one carries the reports in another edition: where both have a report of one flow and year, it counts once. */
  readonly editionOf?: string
  /** The compilation that a source belongs to. Two sources of one compilation do not corroborate each other: both were compiled, filled and corrected by one rule. */
  readonly compilation?: string
  /**
   * What its rows are a list of. `all pairs`: every flow above its threshold, so that rows may be summed and ranked. `selection`: single figures, a remainder of
   * pairs, or reports mixed with estimates; such a figure describes its own pair and period and is never summed, used as a denominator, or ranked. Unset: the
   * partners of each reporter.
   */
  readonly lists?: 'all pairs' | 'selection'
  /** Whether it has figures of every pair of states, so that pairs can be compared by it. */
  readonly everyPair?: true
  /** Whether it may lack the trade of two states neither of which reports, though it lists all pairs. */
  readonly lacksSilentPairs?: true
  /** Whether it does not say which of its figures were reported and which are estimates. */
  readonly unmarked?: true
  /** Whether the states of a row were reporters is told by the source that it was compiled from, and only for years before it: used where no other source has the pair and year. */
  readonly lastResort?: true
  /** How its publisher is called in a sentence. */
  readonly publisher?: string
}

const baci = { compilation: 'baci', publisher: 'BACI' } as const
const imf = { compilation: 'imf-dots', publisher: 'the IMF' } as const

const traits: Readonly<Record<string, SourceTraits>> = {
  baci,
  'baci-2022': { ...baci, everyPair: true, lists: 'all pairs', lacksSilentPairs: true },
  'baci-2023': { ...baci, everyPair: true, lists: 'all pairs', lacksSilentPairs: true },
  'baci-pairs': { ...baci, lists: 'selection' },
  'baci-sectors': baci,
  'baci-year': { ...baci, lists: 'all pairs' },
  'cited-figures': { lists: 'selection' },
  'comext-sanctioned': { editionOf: 'comext' },
  'cow-trade': { ...imf, lastResort: true },
  'imf-dots': imf,
  'imf-dots-world': { ...imf, everyPair: true, editionOf: 'imf-imts' },
  'imf-imts': imf,
  'imf-imts-2025': { ...imf, editionOf: 'imf-imts', lists: 'selection', unmarked: true },
}

const none: SourceTraits = {}

/**
 * Returns the traits of a source; none for a source without any.
 *
 * @example traitsOf('baci-2023').lists   // 'all pairs'
 * @example traitsOf('armenia-customs')   // {}
 */
export function traitsOf(source: string): SourceTraits {
  return Object.hasOwn(traits, source) ? traits[source]! : none
}

/**
 * Returns the compilation that a source belongs to: its own id where it is part of none.
 *
 * @example compilationOf('baci-pairs')   // 'baci'
 */
export function compilationOf(source: string): string {
  return traitsOf(source).compilation ?? source
}

/** The ids of the sources with a trait that passes the test, in alphabetical order. */
export function sourcesWith(test: (traits: SourceTraits) => boolean): string[] {
  return Object.keys(traits)
    .filter((id) => test(traits[id]!))
    .sort()
}

/** Lists of armed conflicts: those that have every conflict of their years, the one that counts first (of two only that is read), and rows of single later years. */
export const listsOfConflicts = { whole: ['ucdp-acd', 'ucdp-dyadic'], later: ['ucdp-2025'] } as const
