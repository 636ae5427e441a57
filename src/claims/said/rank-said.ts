/** Regions that rankings are limited to; their states are those of SIPRI's regions. */
export const rankRegions = [
  'SSF',
  'AFR',
  'EUR',
  'Asia',
  'Latin America',
  'middle East',
  'south-east Asia',
  'central Asia',
  'south Asia',
  'east Asia',
  'south America',
] as const
export type RankRegion = (typeof rankRegions)[number]

/** What the words of a rank say that its slots do not hold. */
export interface RankSaid {
  /** Whether buyers or sellers are ranked; absent if the words name neither, or both. */
  readonly role?: 'buyer' | 'seller'
  /** The ranked state is told to be among all states. */
  readonly isOfWorld?: true
  /** The group that the ranking is limited to: a region, or the id of a bloc. */
  readonly among?: string
  /** Buyers are ranked that are in a region, as opposed to buyers from there: `the largest importer in Africa`. */
  readonly isBuyerWithin?: true
  /** Ids of the states whose partner is ranked, where the words tell: `the third partner of the United States`. */
  readonly hosts?: readonly string[]
  /** A rank other than by size: per head, by growth, with exceptions, of changes among the years of one state. */
  readonly isOtherOrder?: true
  /** A rank by the share of output. */
  readonly isByOutput?: true
  /** A rank by goods alone, without services. */
  readonly isOfGoods?: true
}
