import type { VoteTable } from './contingency.ts'

/** The measures of a dyad's votes, in storage order. */
export const measureNames = [
  's_absolute',
  's_squared',
  'scott_pi',
  'kappa_unweighted',
  'kappa_linear',
  'kappa_quadratic',
  'tau_b',
  'benati_capurri_a',
  'agreement',
  'partial_split',
  'opposing',
] as const

export type MeasureName = (typeof measureNames)[number]

/** Every measure of one dyad, and `n`, the number of roll calls on which both have a position. Undefined = NaN. */
export type Similarity = { readonly n: number } & Readonly<Record<MeasureName, number>>

/**
 * Computes all measures of one 3 × 3 table in closed form and writes them to `out[at]`, `out[at + stride]`, … in the order of
 * `measureNames`. This is the inner loop of a million dyad-years. Each measure is documented, for any number of levels,
 * in its own file, and a test verifies that the two agree. Each measure is one division of whole numbers, so equal
 * tables give equal figures and an undefined one is 0 / 0 = NaN.
 */
export function writeSimilarity(cells: VoteTable, out: Float64Array, at: number, stride: number): void {
  const yy = cells[0]!
  const ya = cells[1]!
  const yn = cells[2]!
  const ay = cells[3]!
  const aa = cells[4]!
  const an = cells[5]!
  const ny = cells[6]!
  const na = cells[7]!
  const nn = cells[8]!
  const rowY = yy + ya + yn
  const rowA = ay + aa + an
  const rowN = ny + na + nn
  const columnY = yy + ay + ny
  const columnA = ya + aa + na
  const columnN = yn + an + nn
  const n = rowY + rowA + rowN
  const opposing = yn + ny
  const partial = ya + ay + an + na
  const absolute = partial + 2 * opposing
  const oneStep = rowY * columnA + rowA * columnY + rowA * columnN + rowN * columnA
  const twoSteps = rowY * columnN + rowN * columnY
  const pooledA = rowA + columnA
  const pooledYN = (rowY + columnY) * (rowN + columnN)
  const pooled = pooledYN + (n + n - pooledA) * pooledA
  const concordant = yy * (aa + an + na + nn) + ya * (an + nn) + ay * (na + nn) + aa * nn
  const discordant = yn * (ay + aa + ny + na) + ya * (ay + ny) + an * (ny + na) + aa * ny
  const untied = (rowY * rowN + (n - rowA) * rowA) * (columnY * columnN + (n - columnA) * columnA)
  out[at] = 1 - absolute / n
  out[at + stride] = 1 - (partial + 4 * opposing) / (2 * n)
  out[at + 2 * stride] = 1 - (2 * n * (partial + opposing)) / pooled
  out[at + 3 * stride] = 1 - (n * (partial + opposing)) / (oneStep + twoSteps)
  out[at + 4 * stride] = 1 - (n * absolute) / (oneStep + 2 * twoSteps)
  out[at + 5 * stride] = 1 - (n * (partial + 4 * opposing)) / (oneStep + 4 * twoSteps)
  out[at + 6 * stride] = (concordant - discordant) / Math.sqrt(untied)
  out[at + 7 * stride] = (oneStep + 2 * twoSteps - n * absolute) / (n * n)
  out[at + 8 * stride] = (yy + aa + nn) / n
  out[at + 9 * stride] = partial / n
  out[at + 10 * stride] = opposing / n
}

/**
 * Computes every measure of one 3 × 3 table of votes.
 *
 * @param cells   nine counts or weights, row = a's position, column = b's: yes, abstain, no
 * @returns       the measures; `n` is the sum of the cells; NaN where undefined
 * @example similarityOfTable(Float64Array.of(17, 2, 5, 0, 0, 2, 9, 1, 2)).s_absolute.toFixed(7)   // '0.1315789'
 */
export function similarityOfTable(cells: VoteTable): Similarity {
  const values = new Float64Array(measureNames.length)
  writeSimilarity(cells, values, 0, 1)
  const n = cells.reduce((sum, cell) => sum + cell, 0)
  return { n, ...byMeasure((m) => values[m]!) }
}

/** Makes one entry per measure from its index in `measureNames`. */
export function byMeasure<T>(make: (place: number) => T): Record<MeasureName, T> {
  return Object.fromEntries(measureNames.map((name, place) => [name, make(place)])) as Record<MeasureName, T>
}
