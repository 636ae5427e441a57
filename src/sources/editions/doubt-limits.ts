/** Thresholds for doubting a figure or a file on import. Those with a measurement were measured over the 62 sources at hand; the others are judgements. */
export const doubtLimits = {
  /** Relative tolerance for the ratio of a figure to the edition held to be a power of ten: digits were then lost, or the unit is wrong. */
  powerOfTen: 0.0005,
  /** A figure is doubted if it is this many times the figure of the edition held, or the inverse fraction of it. */
  revision: 30,
  /**
   * A size of a state (such as its GDP) is doubted if it is this many times both the year before and the year after, or the inverse fraction of both. At 100 no
   * figure of cow-nmc, World Bank, SIPRI and the estimates at hand is doubted; at 30 one is.
   */
  outlying: 100,
  /**
   * A file is doubted if the median ratio of its figures to other sources of the same flows or sizes is this many times, or the inverse. Among the pairs of
   * sources at hand with 20 figures in common the largest ratio is 3.4.
   */
  unitsOff: 30,
  /** The least number of figures in common for which the median ratio is tested. */
  unitsFrom: 20,
  /** A file is doubted as a whole if more than this share of its figures is in doubt. */
  fileInDoubt: 0.05,
  /** This share of the rows held may be missing from the next edition. A larger loss means that a file is cut short or one of several files was forgotten. */
  gone: 0.05,
  /** The least number of rows held for which the share of missing rows is tested. */
  goneFrom: 20,
  /** A file with less than this share of a known edition's rows is an extract. A file between this share and `1 - gone` is cut short. */
  extract: 0.02,
} as const

/** Amounts, by unit, that come and go between editions: below them a change of size is not doubted. */
const negligibleByUnit: Readonly<Record<string, number>> = {
  ...{ USD: 1e8, EUR: 1e8, GBP: 1e8, CNY: 1e9 },
  ...{ persons: 1e4, tonnes: 1e5, m3: 1e8, TJ: 1e3, 'million TIV': 5, 'tonnes of coal equivalent': 1e5 },
}

/** Returns the amount of a unit below which a change of size is not doubted; 0 for a unit whose every change may be doubted. */
export function negligible(unit: string): number {
  return negligibleByUnit[unit] ?? 0
}
