/** What the words say of figures that have testers of their own. A field is present only if the claim may be such a figure. */
export interface SpecialFiguresSaid {
  readonly ukraineSupport?: UkraineSupportSaid
  readonly chineseFinance?: ChineseFinanceSaid
  readonly fuelRank?: FuelRankSaid
  readonly record?: RecordSaid
  readonly steepestRise?: ComparedYears
  readonly yearsInARow?: YearsInARowSaid
  /** Whether a number of states is that of all partners that a state buys arms from or sells them to. */
  readonly isArmsPartnerCount?: true
  /** Whether one figure is given for each of several states, not for all together. */
  readonly isForEach?: true
}

/** Kinds of support that the data set on support for Ukraine (the tracker) distinguishes. */
export const supportKinds = ['financial', 'humanitarian', 'military'] as const
export type SupportKind = (typeof supportKinds)[number]

/** `commitments`: support that was promised. `allocations`: support that was set aside or delivered. */
export type SupportMeasure = 'commitments' | 'allocations'

/** Which donors the EU stands for: its bodies with all members, or its bodies alone. */
export type EuropeanDonors = 'members' | 'bodies'

/** Support for Ukraine. */
export interface UkraineSupportSaid {
  /** Absent: either. */
  readonly measure?: SupportMeasure
  /** Absent: all kinds. */
  readonly kind?: SupportKind
  /** Whether the amount is the total up to a day, or new in a period. Absent: either. */
  readonly amount?: 'total' | 'new'
  readonly europeans?: EuropeanDonors
  /** Whether the share or rank is relative to GDP. */
  readonly isOfOutput?: true
  /** Whether the share is of the support of all donors. */
  readonly isOfAllDonors?: true
  /** The group that a rank is limited to: a region (`Latin America`) or the EU. */
  readonly among?: string
  /** Whether a rank has no exceptions and is not hypothetical. */
  readonly isPlainRank?: true
  /** Whether the text, or the source that it names, has its figures from the tracker. */
  readonly isFromTracker?: true
}

/** Chinese finance abroad: a sum or number of agreements, or a rank among recipients. */
export interface ChineseFinanceSaid {
  readonly isOfProjects?: true
  /** The region that a rank is limited to. */
  readonly among?: string
}

/** A rank among all suppliers or buyers of a fuel. */
export interface FuelRankSaid {
  readonly isDiesel?: true
  readonly isCrude?: true
}

/** Years that a year is compared with; absent: all. */
export interface ComparedYears {
  /** The first of these years. */
  readonly since?: number
  /** How many years, with the year itself. */
  readonly years?: number
}

/** A rank among the years of one flow instead of among partners. */
export interface RecordSaid extends ComparedYears {
  /** Whether the year is the lowest, not the highest. */
  readonly isLow?: true
  readonly isShare?: true
}

/** A number of years in a row. */
export interface YearsInARowSaid {
  /** Whether a partner was the first in each of them. */
  readonly isFirst?: true
  readonly sense?: 'up' | 'down'
}
