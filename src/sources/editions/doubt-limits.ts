/** Thresholds for doubting a figure or a file on import. Where a comment cites figures, these come from the 62 sources at hand; the others are judgements. */
export const doubtLimits = {
  /**
   * A figure is doubted if its ratio to the edition held is a power of ten, within this relative tolerance: a digit was then lost or added, or the unit is
   * wrong.
   */
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
  /** A file with less than this share of a known edition's rows is taken for an extract. A file with a share between this one and `1 - gone` is cut short. */
  extract: 0.02,
} as const

/** Amounts by unit so small that they often appear or vanish between editions. If both figures are below the amount, their change is not doubted. */
const negligibleByUnit: Readonly<Record<string, number>> = {
  ...{ USD: 1e8, EUR: 1e8, GBP: 1e8, CNY: 1e9 },
  ...{ persons: 1e4, tonnes: 1e5, m3: 1e8, TJ: 1e3, 'million TIV': 5, 'tonnes of coal equivalent': 1e5 },
}

/** Returns the amount, in a unit, below which a change of size is not doubted; 0 for a unit without such an amount. */
export function negligibleAmount(unit: string): number {
  return negligibleByUnit[unit] ?? 0
}
