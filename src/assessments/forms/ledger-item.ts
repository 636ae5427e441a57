/** What an item is about: seven indicators of the stage, then what stands beside it. */
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
  /** Day, month or year; null where the text bears none. */
  readonly date: string | null
  readonly url: string
}

/** Where an exercise or a patrol took place, as its sentence names it. */
export interface LedgerPlace {
  readonly name: string
  /** Degrees of the middle, north and east positive. */
  readonly lat: number
  readonly lon: number
  /** Kilometres from the middle within which it lay: tens for a town, hundreds for a sea. */
  readonly within: number
}

/** Someone that an item names. */
export interface Actor {
  /** ISO3 of a state; else the name in full. */
  readonly name: string
  readonly kind: 'state' | 'bloc' | 'organisation' | 'person'
  /** State that a person or organisation belongs to. */
  readonly of: string | null
  readonly role: string
}

/** A dated, sourced fact about a relationship, and what it says of one indicator. */
export interface LedgerItem {
  readonly id: string
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as exactly as the sources tell. */
  readonly date: string
  /** Last day; null: one day, or still in force. */
  readonly until: string | null
  /** Something done, or an arrangement that holds from `date` until `until`. */
  readonly form: 'act' | 'standing'
  readonly sentence: string
  readonly kind: (typeof ledgerKinds)[number]
  readonly indicator: IndicatorId
  readonly direction: 'supports' | 'contradicts'
  /** Of a supporting item: what it alone shows. Of a contradicting one: the highest level that it leaves credible. */
  readonly level: Level
  readonly confidence: 'high' | 'moderate' | 'low'
  /** Whether the passage itself was read, or an excerpt. */
  readonly checked: 'read' | 'excerpt'
  readonly note?: string
  /** Of an exercise or patrol at one place. */
  readonly place?: LedgerPlace
  readonly sources: readonly LedgerSource[]
  readonly actors: readonly Actor[]
}

/** The evidence on one pair: what a reviewer wrote down, and for which days. */
export interface Ledger {
  readonly schemaVersion: 1
  readonly a: string
  readonly b: string
  /** Between these days an absence of items means absence; outside them it means nothing. */
  readonly from: string
  readonly to: string
  readonly reviewed: string
  readonly items: readonly LedgerItem[]
}
