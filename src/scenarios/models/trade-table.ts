/**
 * Who sells how much to whom in a year: the starting point of a scenario. With n economies and m sectors, the cell of sector s, seller i and buyer j is
 * `(s * n + i) * n + j`. Sales at home are on the diagonal.
 */
export interface TradeTable {
  /** ISO3 codes, or the source's own codes of the rest of the world. */
  readonly economies: readonly string[]
  readonly sectors: readonly string[]
  /** Sales without tariffs, in one currency. */
  readonly flows: Float64Array
  /** Tariffs at the start as shares of the sales (0.1 = 10 %); left out: none are known. */
  readonly tariffs?: Float64Array
}

/** What an economy's sectors buy to produce; the cell of economy j, using sector k and supplying sector s is `(j * m + k) * m + s`. */
export interface InputLinks {
  /** Share of each supplying sector in the costs of a using sector; what is missing from 1 is the share of labour. */
  readonly inputShares: Float64Array
  /** Share of each sector in the final use of an economy, cell `j * m + s`. */
  readonly finalShares: Float64Array
  /** Share of each sector in what households consume, for the price index, if it differs from `finalShares`. */
  readonly consumedShares?: Float64Array
}

/**
 * What changes. Every field left out stays as it was.
 */
export interface Shock {
  /** Factor of the cost of moving goods, by cell of the table: 2 = doubled, Infinity = banned. */
  readonly costs?: Float64Array
  /** The new tariffs by cell of the table, as shares; they replace those of the table. */
  readonly tariffs?: Float64Array
  /** Factor of productivity, cell `i * m + s`. */
  readonly productivity?: Float64Array
  /** What each economy gets from abroad in addition, in the table's currency; negative: what it gives. */
  readonly transfers?: Float64Array
}

/**
 * What happens to an economy's deficit. `additive`: it stays the same amount in units of world output. `multiplicative`: it stays the same share of the economy's
 * output, so that world spending and world output part by one common factor. `none`: it vanishes.
 */
export type DeficitRule = 'additive' | 'multiplicative' | 'none'
