/** Topics of items: seven indicators of the stage, then the treaty and the two parallel dimensions. */
export const ledgerIndicators = [
  { id: 'confidence-building', title: 'Confidence-building measures', stage: 'early' },
  { id: 'consultation', title: 'Regular consultation', stage: 'early' },
  { id: 'technical-cooperation', title: 'Military-technical cooperation and exchange of personnel', stage: 'moderate' },
  { id: 'joint-exercises', title: 'Regular joint exercises', stage: 'moderate' },
  { id: 'interoperability', title: 'Interoperability and integrated command', stage: 'advanced' },
  { id: 'troop-placement', title: 'Joint troop placement and exchange of bases', stage: 'advanced' },
  { id: 'defence-policy', title: 'Common defence policy', stage: 'advanced' },
  { id: 'treaty-depth', title: 'Depth of treaty', stage: 'treaty' },
  { id: 'economic', title: 'Economic dimension', stage: 'parallel' },
  { id: 'diplomatic', title: 'Diplomatic dimension', stage: 'parallel' },
] as const

export type IndicatorId = (typeof ledgerIndicators)[number]['id']

/** Depth of one indicator: absent, ad hoc, regular, institutionalised. */
export type Level = 0 | 1 | 2 | 3

export const levelNames: readonly string[] = ['absent', 'ad hoc', 'regular', 'institutionalised']

export const ledgerKinds = [
  'treaty',
  'agreement',
  'statement',
  'summit',
  'consultation',
  'exercise',
  'patrol',
  'arms-transfer',
  'technology',
  'energy-contract',
  'trade',
  'investment',
  'finance',
  'sanctions',
  'vote',
  'deployment',
  'incident',
  'law',
  'programme',
] as const

export interface LedgerSource {
  readonly title: string
  readonly publisher: string
  /** Day, month or year; null where the text has no date. */
  readonly date: string | null
  readonly url: string
}

/** Place of an exercise or patrol, as its sentence names it. */
export interface LedgerPlace {
  readonly name: string
  /** Degrees of the centre; north and east are positive. */
  readonly lat: number
  readonly lon: number
  /** Radius in kilometres around the centre: tens for a town, hundreds for a sea. */
  readonly within: number
}

/** A state, bloc, organisation or person that an item names. */
export interface Actor {
  /** ISO3 code of a state; otherwise the full name. */
  readonly name: string
  readonly kind: 'state' | 'bloc' | 'organisation' | 'person'
  /** State to which a person or organisation belongs. */
  readonly of: string | null
  readonly role: string
}

/** A dated, sourced fact about a relationship, and its weight for one indicator. */
export interface LedgerItem {
  readonly id: string
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as precise as the sources are. */
  readonly date: string
  /** Last day; null for a single day or an item still in force. */
  readonly until: string | null
  /** An act, or an arrangement in force from `date` until `until`. */
  readonly form: 'act' | 'standing'
  readonly sentence: string
  readonly kind: (typeof ledgerKinds)[number]
  readonly indicator: IndicatorId
  readonly direction: 'supports' | 'contradicts'
  /** For a supporting item: the level that it shows by itself. For a contradicting one: the highest level that remains credible. */
  readonly level: Level
  readonly confidence: 'high' | 'moderate' | 'low'
  /** Whether the full passage was read, or only an excerpt. */
  readonly checked: 'read' | 'excerpt'
  readonly note?: string
  /** Set for an exercise or patrol at a single place. */
  readonly place?: LedgerPlace
  readonly sources: readonly LedgerSource[]
  readonly actors: readonly Actor[]
}

/** A reviewer's evidence on one pair, and the days that it covers. */
export interface Ledger {
  readonly schemaVersion: 1
  readonly a: string
  readonly b: string
  /** Within these days, no item means that nothing happened; outside them it means nothing. */
  readonly from: string
  readonly to: string
  readonly reviewed: string
  readonly items: readonly LedgerItem[]
}
