/**
 * Inputs of published worked examples. They are short, so the printed figures can be recomputed wherever this code
 * runs. The printed figures are in `reproductions.ts`.
 */

/**
 * Commitments of Germany and Russia in 1914 with twenty European states (0 none to 3 defence), and the states' shares of capabilities: Signorino & Ritter 1999,
 * table 6.
 */
export const alliances1914 = {
  germany: [3, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0],
  russia: [0, 3, 1, 3, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  weights: [0.25, 0.21, 0.2, 0.08, 0.08, 0.05, 0.03, 0.03, 0.02, 0.01, 0.01, 0.01, 0.01, 0.01, 0, 0, 0, 0, 0, 0],
} as const

/** The 38 roll calls of 1946 in which the United States (rows) and Mexico (columns) both took a position: yes, abstention, no. */
export const votes1946 = [
  [17, 2, 5],
  [0, 0, 2],
  [9, 1, 2],
] as const

/** Annual flow of the Nile at Aswan, 1871 to 1970, in 10^8 m³ (the textbook series of breaks). */
export const nileFlows: readonly number[] = [
  1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140, 1100, 1210, 1150, 1250,
  1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969, 831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821,
  768, 845, 864, 862, 698, 845, 744, 796, 1040, 759, 781, 865, 845, 944, 984, 897, 822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860,
  874, 848, 890, 744, 749, 838, 1050, 918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740,
]

/** First year of the Nile series. */
export const nileBegins = 1871

/**
 * Zachary 1977, Journal of Anthropological Research 33: members who met outside the karate club, and in how many
 * settings. A member, then later members with the number of settings.
 */
const zachary: readonly (readonly [number, string])[] = [
  [0, '1:4 2:5 3:3 4:3 5:3 6:3 7:2 8:2 10:2 11:3 12:1 13:3 17:2 19:2 21:2 31:2'],
  [1, '2:6 3:3 7:4 13:5 17:1 19:2 21:2 30:2'],
  [2, '3:3 7:4 8:5 9:1 13:3 27:2 28:2 32:2'],
  [3, '7:3 12:3 13:3'],
  [4, '6:2 10:3'],
  [5, '6:5 10:3 16:3'],
  [6, '16:3'],
  [8, '30:3 32:3 33:4'],
  [9, '33:2'],
  [13, '33:3'],
  [14, '32:3 33:2'],
  [15, '32:3 33:4'],
  [18, '32:1 33:2'],
  [19, '33:1'],
  [20, '32:3 33:1'],
  [22, '32:2 33:3'],
  [23, '25:5 27:4 29:3 32:5 33:4'],
  [24, '25:2 27:3 31:2'],
  [25, '31:7'],
  [26, '29:4 33:2'],
  [27, '33:4'],
  [28, '31:2 33:2'],
  [29, '32:4 33:2'],
  [30, '32:3 33:3'],
  [31, '32:4 33:4'],
  [32, '33:5'],
]

/** Members of Zachary's club. */
export const publishedClubMembers = 34

/** Members who stayed with the instructor (0) and who left with the officers (1). */
export const clubSplit: Int32Array = Int32Array.from('0000000001000011001010111111111111', Number)

/**
 * Returns Zachary's club as a network, row-major; 78 ties.
 *
 * @param weighted   whether ties count the settings in which two members met, instead of 1
 */
export function clubNetwork(weighted: boolean): Float64Array {
  const found = new Float64Array(publishedClubMembers * publishedClubMembers)
  for (const [i, others] of zachary) {
    for (const [j, weight] of others.split(' ').map((pair) => pair.split(':').map(Number) as [number, number])) {
      found[i * publishedClubMembers + j] = weighted ? weight : 1
      found[j * publishedClubMembers + i] = weighted ? weight : 1
    }
  }
  return found
}

/** The two partitions of ten objects of Hubert & Arabie 1985. */
export const publishedPartitions = { u: [0, 0, 1, 1, 1, 1, 2, 2, 2, 2], v: [0, 1, 0, 1, 1, 2, 2, 2, 2, 2] } as const
