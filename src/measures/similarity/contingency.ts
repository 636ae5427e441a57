/**
 * The levels a position may take, fixed in advance. The observed range is never used, since it would silently change S,
 * kappa and A.
 */
export interface WeightScale {
  readonly lowest: number
  readonly highest: number
  /** The code for "no position"; NaN always means that too. */
  readonly none: number
}

/** Votes: 1 yes, 2 abstain, 3 no, 0 none. */
export const voteScale: WeightScale = { lowest: 1, highest: 3, none: 0 }

/**
 * Alliance commitments on the four ranks used in the literature, from 0 (no commitment) to 3 (defence); 255 = unknown.
 * Here 0 is a position.
 */
export const allianceScale: WeightScale = { lowest: 0, highest: 3, none: 255 }

export interface PairOptions {
  /** Default `voteScale`. */
  readonly scale?: WeightScale
  /** Weight per issue, not negative; default 1 for each. */
  readonly weights?: ArrayLike<number>
}

/** k × k table of a dyad, row-major: cells[i * levels + j] = weight of the issues where a takes level i and b level j. */
export interface CrossTable {
  readonly levels: number
  readonly cells: Float64Array
  /** Number of issues on which both have a position (unweighted). */
  readonly issues: number
}

/**
 * The nine cells of a dyad's votes, row = a's position, column = b's: yes, abstain, no. Doubles, because products of
 * counts exceed 2^31.
 */
export type VoteTable = Float64Array

/** A figure and the number of issues behind it. `value` is NaN where the measure is undefined. */
export interface MeasureValue {
  readonly value: number
  readonly issues: number
}

/** Distance between levels: any difference counts the same, by steps, or by squared steps. */
export type Distance = 'nominal' | 'absolute' | 'squared'

/**
 * Cross-tabulates two position vectors over the issues on which both have a position.
 *
 * @param a, b   positions per issue, whole numbers of the scale; a code outside the scale is an error (RangeError), not an absence
 * @returns      the table; all zero without a common issue
 * @example crossTable([1, 3, 0], [1, 1, 2]).issues   // 2
 */
export function crossTable(a: ArrayLike<number>, b: ArrayLike<number>, options: PairOptions = {}): CrossTable {
  const { scale = voteScale, weights } = options
  if (a.length !== b.length || (weights !== undefined && weights.length !== a.length)) {
    throw new RangeError('crossTable: positions and weights must have one entry per issue')
  }
  const levels = scale.highest - scale.lowest + 1
  const cells = new Float64Array(levels * levels)
  let issues = 0
  for (let i = 0; i < a.length; i++) {
    const row = levelOf(a[i]!, scale)
    const column = levelOf(b[i]!, scale)
    if (row < 0 || column < 0) continue
    cells[row * levels + column]! += weights === undefined ? 1 : checkedWeight(weights[i]!)
    issues++
  }
  return { levels, cells, issues }
}

/**
 * Makes a cross table from its printed rows (row = a's level, column = b's).
 *
 * @example tableFromRows([[17, 2, 5], [0, 0, 2], [9, 1, 2]]).issues   // 38
 */
export function tableFromRows(rows: readonly (readonly number[])[]): CrossTable {
  const levels = rows.length
  if (rows.some((row) => row.length !== levels)) throw new RangeError('tableFromRows: the table must be square')
  const cells = Float64Array.from(rows.flat())
  return { levels, cells, issues: cells.reduce((sum, cell) => sum + cell, 0) }
}

/** Computes the row totals, column totals and the total of a table. */
export function margins(table: CrossTable): { rows: Float64Array; columns: Float64Array; total: number } {
  const { levels, cells } = table
  const rows = new Float64Array(levels)
  const columns = new Float64Array(levels)
  let total = 0
  for (let i = 0; i < levels; i++) {
    for (let j = 0; j < levels; j++) {
      const cell = cells[i * levels + j]!
      rows[i]! += cell
      columns[j]! += cell
      total += cell
    }
  }
  return { rows, columns, total }
}

/**
 * Computes the sum of the distances in a table, and the sum expected under independent margins times the total: `observed` = Σ
 * d·cell, `expectedTimesTotal` = Σ d·row·column. Both stay whole numbers for whole counts, so that "no expected
 * distance" is exactly 0.
 */
export function distances(table: CrossTable, distance: Distance): { observed: number; expectedTimesTotal: number; total: number } {
  const { levels, cells } = table
  const { rows, columns, total } = margins(table)
  let observed = 0
  let expectedTimesTotal = 0
  for (let i = 0; i < levels; i++) {
    for (let j = 0; j < levels; j++) {
      const d = disagreementBetween(i, j, distance)
      observed += d * cells[i * levels + j]!
      expectedTimesTotal += d * rows[i]! * columns[j]!
    }
  }
  return { observed, expectedTimesTotal, total }
}

/** Returns the distance between two levels. */
export function disagreementBetween(i: number, j: number, distance: Distance): number {
  if (distance === 'nominal') return i === j ? 0 : 1
  return distance === 'absolute' ? Math.abs(i - j) : (i - j) ** 2
}

function levelOf(position: number, scale: WeightScale): number {
  if (position === scale.none || Number.isNaN(position)) return -1
  if (!Number.isInteger(position) || position < scale.lowest || position > scale.highest) {
    throw new RangeError(`position ${position} is not on the scale ${scale.lowest} to ${scale.highest}, and ${scale.none} would say none`)
  }
  return position - scale.lowest
}

function checkedWeight(weight: number): number {
  if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY)) throw new RangeError(`weight ${weight} is not a number from 0`)
  return weight
}
