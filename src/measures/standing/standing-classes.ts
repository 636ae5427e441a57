/** The classes, from war to community. The place in the list is the order: 0 at war, 5 security community. */
export const standingClasses = ['at war', 'severe rivalry', 'lesser rivalry', 'negative peace', 'warm peace', 'security community'] as const

export type StandingClass = (typeof standingClasses)[number]

/** 0 at war, 1 severe rivalry, 2 lesser rivalry, 3 negative peace, 4 warm peace, 5 security community. */
export type StandingOrder = 0 | 1 | 2 | 3 | 4 | 5

/** How two states of each class stand, in words that follow "are". */
export const standingWordsOf: Readonly<Record<StandingClass, string>> = {
  'at war': 'at war',
  'severe rivalry': 'in a severe rivalry',
  'lesser rivalry': 'in a lesser rivalry',
  'negative peace': 'at peace but not close',
  'warm peace': 'at peace and close',
  'security community': 'firmly at peace',
}

/** The same with the term of the scale, where the words do not have it. */
export function withStandingTerm(name: StandingClass): string {
  const words = standingWordsOf[name]
  return words.includes(name) ? words : `${words} (${name})`
}

/** The same where it is not known whether a fact places the pair: one of which nothing is known is at peace, and may be close. */
export function standingNow(name: StandingClass): string {
  return name === 'negative peace' ? `at peace but not known to be close (${name})` : withStandingTerm(name)
}

/** The classes in plain words, in their order, for the axis of a chart and the key of a map. */
export const standingLabels = [
  'at war',
  'severe rivalry',
  'lesser rivalry',
  'at peace, not close',
  'at peace and close',
  'firmly at peace',
] as const
