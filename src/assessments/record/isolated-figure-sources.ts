import { quotedList } from './goods-reports.ts'

/**
 * Sources with isolated figures rather than complete partner lists: figures quoted in texts, pairs that another source
 * lacks, or reports mixed with estimates. Such a figure describes its own pair and period only. Because they are a
 * selection, they are never summed, used as a denominator, or ranked.
 */
const sources: readonly string[] = ['cited-figures', 'baci-2022', 'baci-2023', 'baci-pairs', 'imf-imts-2025']

/** Whether a source has only isolated figures or a remainder of pairs. */
export function hasIsolatedFigures(source: string): boolean {
  return sources.includes(source)
}

/** The condition on `observations` that excludes such sources. */
export const listSourcesCondition: string = `source NOT IN (${quotedList(sources)})`
