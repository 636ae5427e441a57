/** How close two states are, beside how they stand to each other in peace and rivalry: an order, not a score. */
export const closenessClasses = ['few ties', 'ordinary ties', 'partners', 'close partners', 'allies'] as const

export type Closeness = (typeof closenessClasses)[number]

/** What is known of a pair that makes it close. A share is of the one that depends more; undefined where it is not known. */
export interface ClosenessEvidence {
  /** A treaty of defence of a closed group, or a union of economies or of borders. */
  readonly defenceTreaty: boolean
  readonly union: boolean
  /** A treaty of consultation with non-aggression, a law or status of an ally without a treaty. */
  readonly securityTie: boolean
  /** A partnership that both governments declared. */
  readonly partnership: boolean
  readonly tradeAgreement: boolean
  readonly armsShare: number | undefined
  /** Forces of the one in the other. */
  readonly forces: number | undefined
  readonly debtShare: number | undefined
  readonly visaFreeBothWays: boolean
  /** Whether their common exercises of five years are at least `fewestExercises`. */
  readonly exercises: boolean
}

/** From which share or number on a tie counts. Arms: the least share of the three main suppliers that SIPRI lists for the median importer. */
export const closenessLimits = { armsShare: 0.2, forces: 1000, debtShare: 0.2, fewestExercises: 5 } as const

/** The ties of a pair that count, those that bind more first. */
export function tiesOf(evidence: ClosenessEvidence): { readonly strong: readonly string[]; readonly weak: readonly string[] } {
  const { armsShare = 0, forces = 0, debtShare = 0 } = evidence
  const listed = (all: readonly (readonly [boolean, string])[]): string[] => all.flatMap(([holds, name]) => (holds ? [name] : []))
  return {
    strong: listed([
      [evidence.securityTie, 'security tie'],
      [evidence.partnership, 'declared partnership'],
      [armsShare >= closenessLimits.armsShare, 'arms'],
      [forces >= closenessLimits.forces, 'forces'],
      [evidence.exercises, 'exercises'],
    ]),
    weak: listed([
      [evidence.tradeAgreement, 'trade agreement'],
      [debtShare >= closenessLimits.debtShare, 'debt'],
      [evidence.visaFreeBothWays, 'no visas either way'],
    ]),
  }
}

/**
 * Places a pair by the first line that holds: allies (a treaty of defence, or a union); close partners (three ties, two of them strong); partners (one strong tie, or
 * two weak ones); ordinary ties (one weak tie); few ties.
 *
 * What is not known counts as no tie, so that a class is at least so close.
 *
 * @example closenessOf({ defenceTreaty: false, union: false, securityTie: true, partnership: false, tradeAgreement: true, armsShare: 0.63, forces: 115, debtShare: undefined, visaFreeBothWays: false, exercises: false })   // 'close partners'
 */
export function closenessOf(evidence: ClosenessEvidence): Closeness {
  if (evidence.defenceTreaty || evidence.union) return 'allies'
  const { strong, weak } = tiesOf(evidence)
  if (strong.length >= 2 && strong.length + weak.length >= 3) return 'close partners'
  if (strong.length >= 1 || weak.length >= 2) return 'partners'
  return weak.length === 1 ? 'ordinary ties' : 'few ties'
}
