import type { WorldAnswer } from './state-figures.ts'

/** The colour classes of a measure, the same for all years: their bounds, and the names of their colours in world.css. */
export interface ColourScale {
  readonly bounds: readonly number[]
  readonly colours: readonly string[]
  /** Range of the axis, which contains every figure. */
  readonly domain: readonly [number, number]
  /** Whether the axis is a square-root axis, because most figures are near zero. */
  readonly root: boolean
}

const steps = [0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.75, 1, 1.5, 2, 3, 5, 10, 20, 50, 100]

/**
 * Returns the scale of a measure: diverging if it has a midpoint, else sequential. The steps are round and follow the spread over all
 * years.
 */
export function colourScale({ measure, states }: WorldAnswer): ColourScale {
  const values = states.flatMap((state) => state.values.filter((value): value is number => typeof value === 'number')).sort((x, y) => x - y)
  const [least, most] = [values[0] ?? 0, values.at(-1) ?? 1]
  const at = (share: number): number => values[Math.floor(share * (values.length - 1))] ?? 0
  if (measure.middle !== null && measure.unit === 'count') return orderly(measure.middle, most)
  if (measure.middle !== null) {
    const { middle } = measure
    return diverging(middle, Math.max(Math.abs(at(0.02) - middle), Math.abs(at(0.98) - middle)), [least, most])
  }
  const skewed = measure.unit === 'share' && at(0.5) < 0.1
  if (skewed) return oneWay([0.005, 0.01, 0.025, 0.05, 0.1, 0.25], [0, most], true)
  if (measure.unit === 'count') return counting(most <= 6 ? most : at(0.98), [0, most])
  if (/^[A-Z]{3}$/.test(measure.unit)) return oneWay([1e6, 1e7, 1e8, 1e9, 1e10, 1e11], [0, most], true)
  const first = measure.unit === 'share' && least < 0.5 ? 0 : Math.max(0, Math.floor(at(0.02) * 10) / 10)
  const step = roundUp((at(0.98) - first) / 7)
  return oneWay(stepped(first, step, 6), [Math.min(first, least), most])
}

function diverging(middle: number, reach: number, [least, most]: readonly [number, number]): ColourScale {
  const step = roundUp(reach / 4)
  const bounds = [-3, -2, -1, 0, 1, 2, 3].map((n) => tidy(middle + n * step))
  return {
    bounds,
    colours: ['d0', 'd1', 'd2', 'd3', 'd4', 'd5', 'd6', 'd7'],
    domain: [Math.min(least, middle - step), Math.max(most, middle + step)],
    root: false,
  }
}

/** Returns a diverging scale with a class for each whole number, the middle one pale, such as that of the orders of standing. */
function orderly(middle: number, most: number): ColourScale {
  const bounds = Array.from({ length: Math.max(1, Math.round(most)) }, (_, i) => i + 1)
  const colours = [0, ...bounds].map((order) => (order < middle ? `d${order}` : `d${Math.min(7, 4 + order - middle)}`))
  return { bounds, colours, domain: [0, most], root: false }
}

/** Returns a scale for counts: one class per whole number if there are enough classes, else several numbers per class. */
function counting(usual: number, domain: readonly [number, number]): ColourScale {
  const step = Math.max(1, Math.ceil(usual / 6))
  return oneWay(stepped(0, step, Math.max(1, Math.min(6, Math.ceil(usual / step)))), domain)
}

function oneWay(bounds: readonly number[], domain: readonly [number, number], root = false): ColourScale {
  const colours = ['q0', 'q1', 'q2', 'q3', 'q4', 'q5', 'q6']
  const places = Array.from({ length: bounds.length + 1 }, (_, i) => Math.round((i * 6) / Math.max(1, bounds.length)))
  return { bounds, colours: places.map((place) => colours[place]!), domain, root }
}

function stepped(first: number, step: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => tidy(first + (i + 1) * step))
}

function roundUp(size: number): number {
  return steps.find((step) => step >= size - 1e-9) ?? size
}

function tidy(value: number): number {
  return Number(value.toFixed(6))
}

/** Returns the index of the class that contains a value. */
export function classOf({ bounds }: Pick<ColourScale, 'bounds'>, value: number): number {
  let place = 0
  while (place < bounds.length && value >= bounds[place]!) place++
  return place
}

/** Returns the position of a value on the axis, from 0 to 1. */
export function positionOn({ domain: [least, most], root }: ColourScale, value: number): number {
  const share = most === least ? 0.5 : (value - least) / (most - least)
  return root ? Math.sqrt(Math.max(0, share)) : share
}
