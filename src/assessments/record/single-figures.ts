import { quotedList } from './goods-reports.ts'

/**
 * Sources that hold single figures, as texts happened to print them, the pairs that another source lacks, or reports and guesses that cannot be told apart, and no list of anybody's partners. A figure of theirs tells
 * of its own pair and period; together they are a selection, so they add up to no total, are no whole to take a share of, and make no distribution in which a pair has
 * a rank.
 */
const sources: readonly string[] = ['cited-figures', 'baci-2023', 'baci-pairs', 'imf-imts-2025']

/** Whether a source holds single figures or a rest of pairs only. */
export function isSingle(source: string): boolean {
  return sources.includes(source)
}

/** Whether of two states a source may have the report of one alone, and of two others nothing: BACI of 2023 leaves out who reports in an older nomenclature. */
export const leansOnOne = (source: string): boolean => source === 'baci-2023'

/** The condition on `observations` that leaves such sources out. */
export const ofLists: string = `source NOT IN (${quotedList(sources)})`
