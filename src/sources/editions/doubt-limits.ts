/**
 * From where on a figure, or a file, is doubted when it is brought. Measured over the 62 sources at hand, where a measurement is told; the others are judgements.
 */
export const doubtLimits = {
  /** A power of ten, told to so many parts in a thousand, between a figure and that of the edition held: digits lost or a unit mistaken. */
  powerOfTen: 0.0005,
  /** So many times the figure of the edition held, or so small a part of it. */
  revision: 30,
  /** So many times both the year before and the year after (or so small a part of both), for a size of a state. None of those of cow-nmc, World Bank, SIPRI and the estimates at hand; at 30 there is 1. */
  lonely: 100,
  /** So far is a file in its median from what other sources have of the same flows or sizes. Of the pairs of sources at hand with 20 in common the furthest is 3.4 times. */
  unitsOff: 30,
  /** Fewer figures in common say nothing of units. */
  unitsFrom: 20,
  /** So large a part of the figures in doubt: then the file is, and not they. */
  fileInDoubt: 0.05,
  /** So large a part of the rows of the edition held may be gone from the next: more is a file cut short or one of several forgotten. */
  gone: 0.05,
  /** Of fewer rows a part says nothing. */
  goneFrom: 20,
  /** A file with a smaller part than this of an edition that is known is somebody's extract; between this and `1 - gone` it is cut short. */
  extract: 0.02,
} as const

/** Amounts that come and go between editions: below it no change of size is doubted. */
const negligibleByUnit: Readonly<Record<string, number>> = {
  ...{ USD: 1e8, EUR: 1e8, GBP: 1e8, CNY: 1e9 },
  ...{ persons: 1e4, tonnes: 1e5, m3: 1e8, TJ: 1e3, 'million TIV': 5, 'tonnes of coal equivalent': 1e5 },
}

/** The amount of a unit below which a change of size is not doubted; 0 where every change is. */
export function negligible(unit: string): number {
  return negligibleByUnit[unit] ?? 0
}
