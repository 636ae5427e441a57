/** The six tiers, from what is most needed for weapons down: 1 integrated circuits, 2 communication and navigation, 3 electronics (A) and mechanics (B), 4 making and testing. */
export const highPriorityTiers = ['1', '2', '3.A', '3.B', '4.A', '4.B'] as const

type HighPriorityTier = (typeof highPriorityTiers)[number]

/** One good of the Common High Priority List. */
export interface HighPriorityGood {
  /** Code in HS 2022. */
  readonly hs2022: string
  readonly tier: HighPriorityTier
  /** Code in HS 2017, which is also that in HS 2012; null where the list's code has no counterpart of its own. */
  readonly hs2017: string | null
  /** The wider code of HS 2017 that contained it: no amount of that code may be taken for this one. */
  readonly wider2017: string | null
  /** Whether amounts under the two codes can be compared: the change of 2022 was one to one or many to one. */
  readonly comparable: boolean
}

const unchanged: Readonly<Record<HighPriorityTier, string>> = {
  '1': '854231 854232 854233 854239',
  '2': '851762 852691 853221 853224',
  '3.A': '847150 850440 851769 852910 852990 853669 853690 854110 854121 854129 854130 854160',
  '3.B': '848210 848220 848230 848250 901310 901380 901420 901480',
  '4.A': '847180 848610 848620 848640 853400 854320 902750 903020 903032 903039 903082',
  '4.B': '845710 845811 845891 845961 846693',
}

/** Codes that HS 2022 cut out of a wider one; 854151 and 854159 came out of several. */
const cutOut: readonly (readonly [hs2022: string, tier: HighPriorityTier, wider: string | null])[] = [
  ['854800', '2', '854890'],
  ['852589', '3.A', '852580'],
  ['854149', '3.A', '854140'],
  ['854151', '3.A', null],
  ['854159', '3.A', null],
  ['880730', '3.B', '880330'],
]

/** Codes that kept their number in 2022 while goods moved in and out of them. */
const mixed: ReadonlySet<string> = new Set(['852990'])

/**
 * The Common High Priority List of the United States, the European Union, Japan and the United Kingdom: goods found most often in Russian weapons, in the
 * edition of 23 February 2024, by tier. Source: US Bureau of Industry and Security (public domain); changes of codes: World Customs Organization and UN.
 */
export const highPriorityGoods: readonly HighPriorityGood[] = [
  ...highPriorityTiers.flatMap((tier) =>
    unchanged[tier].split(' ').map((hs2022) => ({ hs2022, tier, hs2017: hs2022, wider2017: null, comparable: !mixed.has(hs2022) })),
  ),
  ...cutOut.map(([hs2022, tier, wider2017]) => ({ hs2022, tier, hs2017: null, wider2017, comparable: false })),
].sort((a, b) => highPriorityTiers.indexOf(a.tier) - highPriorityTiers.indexOf(b.tier) || (a.hs2022 < b.hs2022 ? -1 : 1))
