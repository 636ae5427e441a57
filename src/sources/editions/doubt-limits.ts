/**
 * Thresholds from which a figure or a file is doubted on import. Measured over the 62 sources at hand where a measurement is given; the others are
 * judgements.
 */
export const doubtLimits = {
  /** A figure differs from the edition held by a power of ten, within this relative tolerance: digits were lost or the unit is wrong. */
  powerOfTen: 0.0005,
  /** A figure is this many times the figure of the edition held, or that fraction of it. */
  revision: 30,
  /**
   * A size of a state is this many times both the year before and the year after, or that fraction of both. At 100 no figure of cow-nmc, World Bank, SIPRI
   * and the estimates at hand is doubted; at 30 there is one.
   */
  outlying: 100,
  /** The median ratio of a file to other sources of the same flows or sizes. Of the pairs of sources at hand with 20 figures in common the largest is 3.4. */
  unitsOff: 30,
  /** With fewer figures in common the median ratio is not tested. */
  unitsFrom: 20,
  /** With more than this share of its figures in doubt, the file as a whole is doubted. */
  fileInDoubt: 0.05,
  /** This share of the rows held may be missing from the next edition; more means a file cut short or one of several files forgotten. */
  gone: 0.05,
  /** With fewer rows held their share is not tested. */
  goneFrom: 20,
  /** A file with a smaller share than this of a known edition is an extract; between this and `1 - gone` it is cut short. */
  extract: 0.02,
} as const

/** Amounts that come and go between editions: below them a change of size is not doubted. */
const negligibleByUnit: Readonly<Record<string, number>> = {
  ...{ USD: 1e8, EUR: 1e8, GBP: 1e8, CNY: 1e9 },
  ...{ persons: 1e4, tonnes: 1e5, m3: 1e8, TJ: 1e3, 'million TIV': 5, 'tonnes of coal equivalent': 1e5 },
}

/** The amount of a unit below which a change of size is not doubted; 0 where every change is. */
export function negligible(unit: string): number {
  return negligibleByUnit[unit] ?? 0
}
