export const namedFuels = ['lng', 'gas-pipeline', 'gas', 'crude-oil', 'oil-products', 'coal'] as const

/** What the words of a figure say that its slots do not hold. */
export interface FigureSaid {
  /** The present tense without a time: the newest figures are meant. */
  readonly isNow?: true
  /** Output in current prices or in dollars: its rise is not growth of the economy. */
  readonly isNominal?: true
  /** Services without goods, of which the record has no table. */
  readonly isServicesAlone?: true
  /** Investment that is held, or of one sector; absent: large deals of firms. */
  readonly investment?: 'held' | 'in-one-sector'
  /** The fuel that an indicator names, where sales without a named good are sales of that fuel. */
  readonly fuel?: (typeof namedFuels)[number]
  /** Several states together, not each for itself. */
  readonly isTogether?: true
  /** What a share is part of, where the words near it tell. */
  readonly whole?: 'exports' | 'imports' | 'gdp'
  /** The world, region or bloc of whose total a share is part: `WLD`, `EUR`, `NATO`. */
  readonly total?: string
  /** A share of output. */
  readonly isOfOutput?: true
  /** A yearly or average rate, not the change over the whole time. */
  readonly isPerYear?: true
  /** A balance of the reader's own state, which may only be called `we`. */
  readonly isOfUs?: true
  /** The direction of a change without a number; absent: unchanged, or not said. */
  readonly way?: 'up' | 'down'
  /** The time before is told by an event: `since the war`. */
  readonly isBaseUnstated?: true
  /** A change of value, told in money, and not of volume. */
  readonly isInMoney?: true
  /** The sentence names two who counted. */
  readonly hasTwoCounts?: true
  /** This and the figure before it in the sentence are a growth and its two ends: `rose 31 % from 40 to 53`. */
  readonly isOnePairWithPrevious?: true
}
