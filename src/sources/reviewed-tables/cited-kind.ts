/** What a row of one indicator must look like. */
export interface CitedKind {
  /** Amounts of trade stand in the currency that the text prints, if it is one of these. */
  readonly units: readonly string[]
  /** What a row may say; some importers count what comes in without freight and insurance, as exporters do. */
  readonly valuations: readonly ('FOB' | 'CIF' | null)[]
  /** Which side reports it: one of them, either (or neither named), or a third party, in which case the field is blank. */
  readonly reporter: 'from' | 'to' | 'either' | 'none'
  /** A calendar or fiscal year or a part of one, five calendar years, or any span, a single day included. */
  readonly span: 'year' | 'five years' | 'any'
  /** Of one state, bloc or the world, so that no receiver is named. */
  readonly alone?: true
  /** May be of one with the whole world: all that it sends, has from abroad, or both. */
  readonly world?: true
  /** One flow and time may stand in several of the units, each as printed. */
  readonly manyUnits?: true
  readonly whom: string
  /** First day of the earliest row. */
  readonly since: string
  /** Last day of the latest. */
  readonly until: string
}
