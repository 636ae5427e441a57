import { quantile } from '../../numeric/quantile.ts'
import { rankAmongSorted } from '../similarity/percentile.ts'
import { groupRows, type Regressor } from './gravity-panel.ts'
import { type PpmlFit, ppml } from './ppml.ts'

/** Flows between states in one year, and what may explain them; all matrices have a row for each exporter and a column for each importer. */
export interface FlowMatrix {
  readonly states: number
  /** Flows; NaN is unknown. The diagonal is not used. */
  readonly flow: Float64Array
  readonly regressors: readonly Regressor[]
}

/** What gravity expects of every pair. */
export interface GravityNorm {
  readonly fit: PpmlFit
  /** Expected flows; NaN where the flow is unknown, or a state sells or buys nothing at all. */
  readonly expected: Float64Array
  /** Pairs with both flows known and expected, as indices of states. */
  readonly a: Int32Array
  readonly b: Int32Array
  /** Flow in both directions, observed over expected, for each pair. */
  readonly ratio: Float64Array
  /** Expected flow in both directions. */
  readonly size: Float64Array
}

/** What gravity expects of one pair, both directions together, in the unit of the flows. */
export interface PairNorm {
  readonly trade: number
  readonly expected: number
  /** Trade over expected. */
  readonly ratio: number
  /** Between these, in ratios, lie nine in ten of the pairs whose expected trade is nearest. */
  readonly usualLow: number
  readonly usualHigh: number
  /** How many pairs that is. */
  readonly alike: number
  /** Percentile of the ratio among these, 0 to 100. */
  readonly percentileAlike: number
  /** Percentile of the ratio among all pairs. Most pairs are small, and a third of them trade nothing. */
  readonly percentile: number
  readonly pairs: number
}

/**
 * Estimates what each pair would trade for the openness of both and the regressors: a gravity equation with effects of exporter and importer, so that the
 * expected exports and imports of every state are its own, over the flows that are known.
 *
 * @returns   undefined if the estimate does not converge
 * @see Anderson & van Wincoop 2003, American Economic Review 93(1) (multilateral resistance); Fally 2015, Journal of International Economics 97(1)
 */
export function gravityNorm({ states, flow, regressors }: FlowMatrix): GravityNorm | undefined {
  const cells = [...flow.keys()].filter((cell) => !Number.isNaN(flow[cell]!) && cell % (states + 1) !== 0)
  const row = (cell: number): string => String(Math.floor(cell / states))
  const column = (cell: number): string => String(cell % states)
  const pairs = groupRows(
    'pair',
    cells.map((cell) => [row(cell), column(cell)].sort().join(' ')),
  )
  const fit = ppml(
    {
      flow: Float64Array.from(cells, (cell) => flow[cell]!),
      regressors: regressors.map(({ name, values }) => ({ name, values: Float64Array.from(cells, (cell) => values[cell]!) })),
      effects: [groupRows('exporter', cells.map(row)), groupRows('importer', cells.map(column))],
    },
    { clusters: [pairs] },
  )
  if (!fit.convergence.converged) return undefined
  const expected = new Float64Array(flow.length).fill(Number.NaN)
  cells.forEach((cell, i) => {
    if (fit.fitted[i]! > 0) expected[cell] = fit.fitted[i]!
  })
  return { fit, expected, ...ratios(states, flow, expected) }
}

function ratios(states: number, flow: Float64Array, expected: Float64Array): Pick<GravityNorm, 'a' | 'b' | 'ratio' | 'size'> {
  const found: [a: number, b: number, ratio: number, size: number][] = []
  for (let a = 0; a < states; a++)
    for (let b = a + 1; b < states; b++) {
      const [there, back] = [a * states + b, b * states + a]
      const size = expected[there]! + expected[back]!
      if (!Number.isNaN(size)) found.push([a, b, (flow[there]! + flow[back]!) / size, size])
    }
  return {
    a: Int32Array.from(found, ([a]) => a),
    b: Int32Array.from(found, ([, b]) => b),
    ratio: Float64Array.from(found, ([, , ratio]) => ratio),
    size: Float64Array.from(found, ([, , , size]) => size),
  }
}

/**
 * Returns what gravity expects of a pair, and its place.
 *
 * @param a, b    indices of the states
 * @param alike   how many pairs of nearest expected trade give the usual range
 * @returns       undefined for a pair with an unknown flow
 */
export function pairNorm(norm: GravityNorm, a: number, b: number, alike: number = usuallyAlike): PairNorm | undefined {
  const [low, high] = a < b ? [a, b] : [b, a]
  const at = norm.a.findIndex((one, i) => one === low && norm.b[i] === high)
  return at === -1 ? undefined : pairNorms(norm, alike)(at)
}

const usuallyAlike = 400

/** Returns the reader of the norm of each pair, by its position in the arrays of `norm`. */
export function pairNorms({ ratio, size }: GravityNorm, alike: number = usuallyAlike): (at: number) => PairNorm {
  const bySize = Int32Array.from(ratio.keys()).sort((i, j) => size[i]! - size[j]! || i - j)
  const rank = new Int32Array(bySize.length)
  bySize.forEach((at, position) => {
    rank[at] = position
  })
  const logSize = Float64Array.from(bySize, (at) => Math.log(size[at]!))
  const ratios = Float64Array.from(ratio).sort()
  return (at) => {
    const [from, to] = nearestTo(logSize, rank[at]!, Math.min(alike, ratio.length))
    const usual = Float64Array.from(bySize.subarray(from, to), (i) => ratio[i]!).sort()
    return {
      trade: ratio[at]! * size[at]!,
      expected: size[at]!,
      ratio: ratio[at]!,
      usualLow: quantile(usual, 0.05),
      usualHigh: quantile(usual, 0.95),
      alike: usual.length,
      percentileAlike: rankAmongSorted(usual, ratio[at]!),
      percentile: rankAmongSorted(ratios, ratio[at]!),
      pairs: ratio.length,
    }
  }
}

/** Returns the bounds of the `count` values nearest to that at a position of an ascending list. */
function nearestTo(ascending: Float64Array, position: number, count: number): [from: number, to: number] {
  const middle = ascending[position]!
  let [from, to] = [position, position + 1]
  while (to - from < count) {
    const isBelowNearer = to === ascending.length || (from > 0 && middle - ascending[from - 1]! <= ascending[to]! - middle)
    if (isBelowNearer) from--
    else to++
  }
  return [from, to]
}
