import type { ClaimPeriod } from './claim-period.ts'

/**
 * Which words settle a slot (the parties, time or subject of a claim). `own`: the clause of the claim. `near`: its sentence, which also names other values for
 * the slot. `text`: an earlier sentence, or what the text as a whole is about. `open`: no words of the text.
 */
export type SlotConfidence = 'own' | 'near' | 'text' | 'open'

/** Which words settle the parties, the time and the subject of a claim. */
export interface SlotConfidences {
  readonly who: SlotConfidence
  readonly when: SlotConfidence
  readonly what: SlotConfidence
}

/** What the words of a figure leave open. A field that is absent leaves nothing open. */
export interface FigureDoubts {
  /** Which words settle the slots; those that the claim's own clause settles are left out. */
  readonly slots?: Partial<SlotConfidences>
  /** Why no verdict is justified. */
  readonly objection?: FigureObjection
  /** Where the slots come from that the sentence leaves out. */
  readonly inferred?: readonly InferredSlot[]
  /** Why the record cannot refute the claim, whatever other readings give. */
  readonly irrefutable?: string
  /** Why figures against the claim may not be of what is meant. */
  readonly cautions?: readonly Caution[]
  /** Regions that the sentence names, of a claim on another region. */
  readonly otherRegions?: readonly string[]
  /** Years that the last sentence with a time names, if it speaks of a part of a year and the claim's sentence names no time. */
  readonly partOfYearBefore?: { readonly years: readonly number[]; readonly isFiscal?: boolean }
  /** Fuels that the sentence names beside the claimed one. */
  readonly otherFuels?: readonly string[]
  /** Years that are named; without them, the period was inferred. */
  readonly years?: StatedYears
  /** States that the sentence of a figure on fuels names. */
  readonly named?: readonly string[]
  /** Actors that the sentence does not name. */
  readonly unnamed?: readonly string[]
  /** How many sentences up to the claim's own, at most two, name no time: what was told before them may still be meant. */
  readonly sentencesWithoutTime?: number
  /** What else the words may mean. */
  readonly others?: OtherReadings
}

/** Why the words do not justify a verdict on a figure. */
export interface FigureObjection {
  /** `open`: parties or time are not told, which figures nearby may make up for. */
  readonly about: 'subject' | 'parties' | 'open'
  readonly why: string
}

/** A slot that is not told in the sentence, and the words that tell it. */
export interface InferredSlot {
  /** An actor, or `period`. */
  readonly slot: string
  /** Index of the sentence that tells it; absent: the text as a whole. */
  readonly sentence?: number
  readonly words?: string
}

/** The years that words name as a claim's period. */
export interface StatedYears {
  /** In the claim's sentence: four digits, or the last two. */
  readonly own?: readonly string[]
  /** Whether the sentence names a year by its distance: `last year`. */
  readonly isRelative?: boolean
  /** The only year of the last sentence that names any, if the claim's sentence names none. */
  readonly before?: string
  /** First and last year of the periods that this sentence names; the last year may have two digits. */
  readonly spansBefore?: readonly (readonly [string, string])[]
}

/** Each of some actors may be any of other states. */
export interface OtherActors {
  readonly instead: readonly string[]
  readonly by: readonly string[]
}

/** Parties, directions and periods that the words allow beside those that were read. */
export interface OtherReadings {
  readonly actors?: readonly OtherActors[]
  /** The same, in the opposite direction: the words refer back to a direction (`in return`). */
  readonly actorsTurned?: readonly OtherActors[]
  /** Whether the opposite direction may be meant. */
  readonly turned?: boolean
  /** Whether both directions together may be meant. */
  readonly bothWays?: boolean
  /** Actors of a share that may be one of the world's total. */
  readonly world?: readonly string[]
  /** Whether a share may be one of imports instead of exports, or the reverse. */
  readonly otherWhole?: boolean
  /** States that the text begins with, and actors that were named only as partners of these. */
  readonly listed?: { readonly first: readonly string[]; readonly partners: readonly string[] }
  readonly periods?: readonly ClaimPeriod[]
  /** Those of them, or of the years beside, that are nearer in the text than the claim's own period. */
  readonly nearer?: readonly ClaimPeriod[]
  /** Whether the period was counted from another one (`ten years later`). */
  readonly isCounted?: boolean
}

/** Words that are a reason not to hold figures against a claim; what each of them means is said where claims are tested. */
export const cautions = [
  'no-time',
  'long-time',
  'other-figure',
  'spending-of-other',
  'share-of-these',
  'share-of-it',
  'part-of-before',
  'whole-of-share',
  'one-deal',
  'budget',
  'growth-rate',
  'beside-output',
  'other-output',
  'part-of-year',
  'fiscal-year',
  'modal',
  'negated',
  'one-good',
  'one-good-before',
  'services',
  'services-before',
  'part-of-country',
  'narrower',
  'one-fuel',
  'part-of-deliveries',
  'output-or-use',
  'not-traded',
  'no-reference',
  'time-before-untold',
  'both-ways',
  'way-untold',
  'way-back',
  'one-of-two',
  'others-near',
  'goods-untold',
  'look-back',
] as const

export type Caution = (typeof cautions)[number]
