/** How much force was used: a clash, fighting short of war, or war. */
export type ForceLevel = 'clash' | 'fighting' | 'war'

/** What stands open between two states. */
export type IssueKind = 'claim' | 'enmity' | 'armistice' | 'state-of-war' | 'no-relations' | 'lower-relations' | 'non-recognition'

/** What presses on two states: opposed alliances, an embargo on all trade, or economic measures of one side. */
export type PressureKind = 'opposed-leaders' | 'opposed-alliances' | 'embargo' | 'sanctions'

/**
 * What binds two states: a community, a body that integrates or settles disputes, a promise to defend or consult, or troops by consent. A wide pact, of a
 * continent or never applied, places no pair.
 */
type BondKind = 'community' | 'body' | 'pact' | 'wide-pact' | 'troops'

interface Dated {
  /** First day, `YYYY-MM-DD`. */
  readonly from: string
  /** Last day; null if it goes on. */
  readonly to: string | null
  /** What it is, as part of a sentence: `the Six-Day War`, `the North Atlantic Treaty`. */
  readonly text: string
  /** Id of the source card. */
  readonly source: string
}

export interface UseOfForce extends Dated {
  readonly kind: 'force'
  readonly level: ForceLevel
}

/** What a claim is about. A province or the whole state is grave; a sector of a border or a river is small; an islet or waters matter between neighbours. */
export type ClaimSize = 'whole-state' | 'province' | 'sector' | 'islet' | 'sea'

export interface OpenIssue extends Dated {
  readonly kind: IssueKind
  /** Of a claim. */
  readonly size?: ClaimSize
  /** Of missing relations: broken off, never begun, lapsed, or moved to a rival government, which says nothing hostile about the pair. */
  readonly manner?: 'broken' | 'never' | 'lapsed' | 'moved'
}

export interface Pressure extends Dated {
  readonly kind: PressureKind
  /** Of sanctions: ISO3 of the state that imposed them, itself or through a bloc. */
  readonly by?: string
}

export interface Bond extends Dated {
  readonly kind: BondKind
  /** Of a wide pact: why it is no close bond, as the end of a sentence. */
  readonly why?: string
  /** Of troops: the first year in which they were so many, some years before they count; and the last full count, where there is none since. */
  readonly counted?: { readonly first: number; readonly last?: number }
}

export type StandingFact = UseOfForce | OpenIssue | Pressure | Bond

/** The facts about a pair, of all years. */
export interface PairFacts {
  /** Whether they share a land border. */
  readonly border: boolean
  /** Whether they share a border or face each other across a strait or a gulf. */
  readonly near: boolean
  readonly force: readonly UseOfForce[]
  readonly issues: readonly OpenIssue[]
  readonly pressures: readonly Pressure[]
  readonly bonds: readonly Bond[]
}

/** A pair about which the record has no fact. */
export const noFacts: PairFacts = { border: false, near: false, force: [], issues: [], pressures: [], bonds: [] }
