/** What the words say of deeds between states. A field is present only if the claim may be tested as such a deed. */
export interface PairDeedsSaid {
  readonly sanction?: SanctionSaid
  readonly relation?: RelationSaid
  readonly application?: ApplicationSaid
  readonly treaty?: TreatySaid
  readonly ledgerEvent?: LedgerEventSaid
  readonly rerouting?: ReroutingSaid
  readonly arms?: ArmsSaid
}

/** Sanctions of one party on another. */
export interface SanctionSaid {
  /** `none`: the sentence says that there are no sanctions. */
  readonly act: 'imposed' | 'lifted' | 'in-force' | 'none'
  /**
   * The claim is about the first sanctions (`first`) or their beginning (`since`): an earlier measure then refutes the claim, unless another measure also began
   * at the claimed time.
   */
  readonly beginning?: 'first' | 'since'
  /** Kinds of measures meant: a recorded measure fits if it is of at least one of them. Absent: any kind. */
  readonly measures?: readonly string[]
  /** Words for the named good; a recorded measure fits if its name or note has one of them. */
  readonly goods?: readonly string[]
  readonly byUn?: true
  /** The parties where a state follows, or does not follow, the sanctions of others; else they are the claim's actors. */
  readonly follower?: { readonly sender: string; readonly target: string }
  /** Whether arms are named, so that an arms embargo may be meant. */
  readonly namesArms?: true
  /** Of sanctions lifted: all of them, and not for a time. */
  readonly isWhole?: true
  /** Of a denial: `never`. */
  readonly isEver?: true
  /** Of a denial: a person or good is exempt from sanctions. */
  readonly isExemption?: true
}

/** Kinds of deeds in the table of dated deeds. */
export type RelationKind = 'diplomatic-relations' | 'trade-agreement' | 'defence-treaty' | 'strategic-partnership'

/** A deed between states, classified as in the table of dated deeds. */
export interface RelationSaid {
  readonly kind: RelationKind
  /** Kinds of date that the deed may be reported by, the most likely first. */
  readonly dates: readonly string[]
  /** Whether the words identify one date of the deed. Only then can a different date on record refute the claim. */
  readonly isClear?: true
  /** Whether the partnership is called a treaty, pact or agreement. */
  readonly isPact?: true
  /** Whether the agreement is called a free trade area. Two states have many trade agreements, but only one free trade area. */
  readonly isFreeTrade?: true
  /** What identifies the deed among others of its kind: in the claim's own words, then in its sentence. */
  readonly named?: readonly DeedNames[]
}

/** What names a deed in some words. */
export interface DeedNames {
  /** Proper names, and nouns such as `mutual defense treaty`. */
  readonly names?: readonly string[]
  readonly isComprehensive?: true
}

/** An application to a bloc, or a multilateral trade agreement. */
export interface ApplicationSaid {
  readonly kind: 'accession-application' | 'trade-agreement'
  /** Id of the bloc, or the name of the agreement. */
  readonly body: string
}

/** What a treaty obliges its parties to do. */
export type Obligation = 'defence' | 'nonaggression' | 'consultation' | 'neutrality'

/** What happened to a treaty; `bound` if only its existence is stated. */
export type TreatyAct = 'signed' | 'in-force' | 'ended' | 'bound'

/** A written commitment between states. */
export interface TreatySaid {
  readonly act: TreatyAct
  readonly obligation?: Obligation
  readonly isDenied?: true
  /** Whether the states are called allies. */
  readonly isAlliance?: true
  /** Whether the treaty is called former, older or earlier. */
  readonly isFormer?: true
  /** Whether one treaty is meant: `the treaty`, `their pact`. */
  readonly isDefinite?: true
  /** Years in the sentence. */
  readonly years?: readonly string[]
  /** Years in the sentences before it, the nearest first. */
  readonly yearsBefore?: readonly (readonly string[])[]
  /** Proper names in the sentence, one of which may be that of the treaty. */
  readonly names?: readonly string[]
}

/** An event that the ledger of a pair may have. */
export interface LedgerEventSaid {
  /** States in the statement; present if the claim has a single actor. */
  readonly states?: readonly string[]
  /** Stems of the words of the statement, without months. */
  readonly stems?: readonly string[]
  /** Numbers of years for which something is agreed. */
  readonly spans?: readonly number[]
  /** Proper names, one of which may be that of an exercise. */
  readonly names?: readonly string[]
}

/** Goods of the EU that reach a state through another. */
export interface ReroutingSaid {
  /** States in the sentence; absent if goods are only said to be sold, not to go on. */
  readonly states?: readonly string[]
  /** Whether goods under sanctions are meant. */
  readonly isOfBannedGoods?: true
  /** Years in the sentence. */
  readonly years?: readonly string[]
}

/** Kinds of weapons that texts count. */
export const weaponKinds = [
  'tank',
  'gun',
  'fighter',
  'submarine',
  'warship',
  'helicopter',
  'drone',
  'rocket-launcher',
  'armoured-vehicle',
] as const
export type WeaponKind = (typeof weaponKinds)[number]

/** Weapons ordered or delivered. */
export interface ArmsSaid {
  /** Names of weapons, in small letters, without spaces and hyphens. */
  readonly weapons?: readonly string[]
  readonly kind?: WeaponKind
  /** Whether the weapons are delivered, not only ordered. */
  readonly isDelivered?: true
  /** Whether the first order is meant. */
  readonly isFirst?: true
}
