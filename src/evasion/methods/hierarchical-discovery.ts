import { falseDiscoveryRates } from './false-discovery.ts'

/** One test: the family that it belongs to, its p-value, and its weight beside the others of the family (any positive unit; 1 for all: none is favoured). */
export interface FamilyTest {
  readonly family: string
  readonly p: number
  readonly weight: number
}

/** Above this p-value a test is taken to be a true null when their share is estimated (Storey). */
const nullFrom = 0.5
/** A weight is at least so much of the mean weight: no test is given up. */
const leastWeight = 0.001

/**
 * Returns q-values of tests in families, in two steps: a family is selected if its p-value passes Benjamini and Hochberg over the families; in a selected family tests pass at the rate times the share of families selected, over the family's own share of true nulls. This holds the mean false-discovery
 * rate over selected families, and finds more where one family has many findings. Weights must not depend on the p-values; they are scaled to mean 1.
 *
 * @param familyP   p-value of each family as a whole; a family without one takes that of Simes over its own tests
 * @see Benjamini & Bogomolov 2014, Journal of the Royal Statistical Society B 76(1); weights: Genovese, Roeder & Wasserman 2006, Biometrika 93(3); null share: Storey 2002, ibid. 64(3)
 * @example [...hierarchicalRates([{ family: 'a', p: 0.001, weight: 1 }, { family: 'b', p: 0.6, weight: 1 }], new Map())]   // [0.002, 0.6]
 */
export function hierarchicalRates(tests: readonly FamilyTest[], familyP: ReadonlyMap<string, number>): Float64Array {
  const places = new Map<string, number[]>()
  tests.forEach(({ family }, i) => {
    const at = places.get(family)
    if (at === undefined) places.set(family, [i])
    else at.push(i)
  })
  const families = [...places].map(([family, at]) => {
    const own = at.map((i) => tests[i]!)
    const mean = own.reduce((sum, { weight }) => sum + weight, 0) / own.length
    const rates = falseDiscoveryRates(Float64Array.from(own, ({ p, weight }) => Math.min(1, p / Math.max(leastWeight, weight / mean))))
    return { at, rates, whole: familyP.get(family) ?? Math.min(...rates), nulls: nullShare(own.map(({ p }) => p)) }
  })
  const selectedAt = falseDiscoveryRates(Float64Array.from(families, ({ whole }) => whole))
  const steps = Float64Array.from(selectedAt).sort()
  const q = new Float64Array(tests.length)
  families.forEach(({ at, rates, nulls }, f) => {
    at.forEach((i, j) => {
      q[i] = leastRate(selectedAt[f]!, rates[j]! * nulls, steps)
    })
  })
  return q
}

/** The least rate at which a family is selected and a test of it passes at that rate times the share of families selected. */
function leastRate(selected: number, within: number, steps: Float64Array): number {
  for (const [i, step] of steps.entries()) {
    if (step < selected || steps[i + 1] === step) continue
    const needed = Math.max(step, (within * steps.length) / (i + 1))
    if (needed < (steps[i + 1] ?? Number.POSITIVE_INFINITY)) return Math.min(1, needed)
  }
  return 1
}

/** Estimates the share of true nulls, upwards: those above a half are half of them. */
function nullShare(p: readonly number[]): number {
  return Math.min(1, (1 + p.filter((one) => one > nullFrom).length) / ((1 - nullFrom) * p.length))
}
