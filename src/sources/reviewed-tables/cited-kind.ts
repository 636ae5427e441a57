/** The rules for rows of one indicator. */
export interface CitedKind {
  /** Units that a row may have; amounts of trade are in the currency that the text prints. */
  readonly units: readonly string[]
  /** Valuations that a row may have; some importers count imports without freight and insurance, as exporters do. */
  readonly valuations: readonly ('FOB' | 'CIF' | null)[]
  /** The side that reports it: one of them, either (or NULL), or a third party, in which case the field is NULL. */
  readonly reporter: 'from' | 'to' | 'either' | 'none'
  /** Length of the period: a calendar or fiscal year or a part of one, five calendar years, or any, a single day included. */
  readonly span: 'year' | 'five years' | 'any'
  /** A figure of one state, bloc or the world, without a partner. */
  readonly alone?: true
  /** The partner may be the world: all exports, all imports, or both. */
  readonly world?: true
  /** One flow and period may have a figure in each of the units, as printed. */
  readonly manyUnits?: true
  readonly whom: string
  /** First day of the earliest row. */
  readonly since: string
  /** Last day of the latest. */
  readonly until: string
}
