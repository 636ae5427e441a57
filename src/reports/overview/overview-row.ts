import type { DomainAssessment } from '../../assessments/index.ts'

/** One domain of an overview. */
export interface OverviewRow {
  readonly id: DomainAssessment['id']
  readonly title: string
  /** The leading figure in words, with its place among all pairs. */
  readonly level: string
  /** Whether it changed in ten years, and how sure that is; empty where no change was measured. */
  readonly trend: string
  readonly year: string
  readonly source: string
  /** The source in words. */
  readonly sourceName: string
  /** What was looked for, where the level says no more than that none was found; null where it says more. */
  readonly nothing: string | null
}
