import { grouped } from '../../assessments/rows/grouped.ts'
import { quantile } from '../../numeric/quantile.ts'
import { randomStream } from '../../numeric/random.ts'

/** One flow as both sides report it: goods of one product in one period, from one exporter to the hub. */
export interface FlowOfTwoReports {
  readonly product: string
  /** Value by the exporter, free on board. */
  readonly exported: number
  /** Value by the hub in the same currency; null if the hub has not reported the period at all. Zero if it reported the period, and not this flow. */
  readonly imported: number | null
  /** Whether the hub's figure includes freight and insurance. */
  readonly isCif: boolean
}

/** A share with its 90 % interval. */
export interface ShareWithInterval {
  readonly value: number
  readonly low90: number
  readonly high90: number
}

export interface GhostShare extends ShareWithInterval {
  /** Exports with a report of the hub for the period, and those without, which are in no share. */
  readonly compared: number
  readonly notReported: number
}

/** Freight and insurance as a share of the value free on board, where a hub reports with them. */
const freight = 0.06
const draws = 999

/**
 * Returns the share of exports to a hub that the hub does not report as imports: one less imports, less freight, over exports. It is negative if the hub
 * reports more. Goods in transit, and goods that the hub reports by another origin, are in it too: it is an upper bound of what never arrived.
 *
 * @param flows   flows of one hub; the interval resamples products
 * @returns       undefined if the hub reports nothing for any period, or nothing was exported
 * @see Fisman & Wei 2004, Journal of Political Economy 112(2); 6 %: Marini, Dippelsman & Stanger 2018, IMF Working Paper 18/16
 * @example ghostShare([{ product: '854231', exported: 100, imported: 53, isCif: true }])?.value   // 0.5
 */
export function ghostShare(flows: readonly FlowOfTwoReports[]): GhostShare | undefined {
  const compared = flows.filter(({ imported }) => imported !== null)
  const exported = sum(compared.map((flow) => flow.exported))
  if (exported <= 0) return undefined
  const products = [...grouped(compared, ({ product }) => product).values()].map((group) => ({
    over: sum(group.map((flow) => flow.exported)),
    under: sum(group.map(({ imported, isCif }) => (imported ?? 0) / (isCif ? 1 + freight : 1))),
  }))
  return {
    ...resampledRatio(products, (ratio) => 1 - ratio),
    compared: exported,
    notReported: sum(flows.map((flow) => flow.exported)) - exported,
  }
}

/** One part of a ratio of sums: its numerator and denominator. */
export interface RatioPart {
  readonly under: number
  readonly over: number
}

/**
 * Returns a function of the ratio of two sums, and its 90 % interval by resampling the parts of the sums.
 *
 * @throws RangeError if the parts add up to nothing
 */
export function resampledRatio(parts: readonly RatioPart[], of: (ratio: number) => number): ShareWithInterval {
  const ratioOf = (some: readonly RatioPart[]): number => sum(some.map(({ under }) => under)) / sum(some.map(({ over }) => over))
  const value = of(ratioOf(parts))
  if (!Number.isFinite(value)) throw new RangeError('resampledRatio: the parts add up to nothing')
  const found: number[] = []
  for (let draw = 0; draw < draws; draw++) {
    const stream = randomStream(1, 'ratio of sums', draw)
    const one = of(ratioOf(parts.map(() => parts[stream.below(parts.length)]!)))
    if (Number.isFinite(one)) found.push(one)
  }
  const sample = Float64Array.from(found)
  return { value, low90: quantile(sample, 0.05), high90: quantile(sample, 0.95) }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
