/** The source of the rates, as printed in notes. */
export const euroRates =
  'the yearly average of the ECB’s euro reference rates (series EXR.A.USD.EUR.SP00.A, 1999 to 2024, as most texts that quote it give it)'

/**
 * US dollars per euro: annual average of the daily reference rates. Years for which published quotations of the series
 * differ widely are left out.
 */
const dollars: Readonly<Record<number, number>> = {
  1999: 1.0658,
  2000: 0.9236,
  2001: 0.8956,
  2002: 0.9456,
  2003: 1.1312,
  2004: 1.2439,
  2005: 1.2441,
  2006: 1.2556,
  2007: 1.3705,
  2008: 1.4708,
  2009: 1.3948,
  2010: 1.3257,
  2011: 1.392,
  2012: 1.2848,
  2013: 1.3281,
  2014: 1.3285,
  2015: 1.1095,
  2016: 1.1069,
  2017: 1.1297,
  2018: 1.181,
  2019: 1.1195,
  2020: 1.1422,
  2021: 1.1827,
  2022: 1.053,
  2023: 1.0813,
  2024: 1.0824,
}

/** The currencies with available rates. */
export type RatedCurrency = 'EUR' | 'USD'

/**
 * Returns the average number of units of `to` per unit of `from` in a year. It is undefined where no rate is available, and 1 where
 * both currencies are the same.
 *
 * @see European Central Bank, Data Portal, EXR.A.USD.EUR.SP00.A
 * @example rateOf('EUR', 'USD', 2021)   // 1.1827
 * @example rateOf('KZT', 'USD', 2021)   // undefined
 */
export function rateOf(from: string, to: RatedCurrency, year: number): number | undefined {
  if (from === to) return 1
  const rate = dollars[year]
  if (rate === undefined) return undefined
  if (from === 'EUR') return rate
  return from === 'USD' ? 1 / rate : undefined
}
