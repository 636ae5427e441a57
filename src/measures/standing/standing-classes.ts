/** The classes, from war to community. The place in the list is the order: 0 at war, 5 security community. */
export const standingClasses = ['at war', 'severe rivalry', 'lesser rivalry', 'negative peace', 'warm peace', 'security community'] as const

export type StandingClass = (typeof standingClasses)[number]

/** 0 at war, 1 severe rivalry, 2 lesser rivalry, 3 negative peace, 4 warm peace, 5 security community. */
export type StandingOrder = 0 | 1 | 2 | 3 | 4 | 5
