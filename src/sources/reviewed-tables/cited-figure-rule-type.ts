/** The rules for rows of single cited figures of one indicator. */
export interface CitedFigureRule {
  /** Units that a row may have; amounts of trade stay in the currency of the cited publication. */
  readonly units: readonly string[]
  /** Valuations that a row may have. Some importers count imports without freight and insurance, as exporters do. */
  readonly valuations: readonly ('FOB' | 'CIF' | null)[]
  /** The side that reports the figure: `from`, `to`, or `either` (or NULL). `none`: neither side, but a third party; the field is then NULL. */
  readonly reporter: 'from' | 'to' | 'either' | 'none'
  /** Length of the period. `year`: at most a calendar or fiscal year. `five years`: five calendar years. `any`: any length, from a single day. */
  readonly span: 'year' | 'five years' | 'any'
  /** Whether the figure is about one state, bloc or the world, without a partner. */
  readonly alone?: true
  /** Whether the partner may be the world: the figure is then all exports, all imports, or the sum of both. */
  readonly world?: true
  /** Whether one flow and period may have several figures, one in each unit. */
  readonly manyUnits?: true
  readonly whom: string
  /** First day of the earliest row. */
  readonly since: string
  /** Last day of the latest row. */
  readonly until: string
}
