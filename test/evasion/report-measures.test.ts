import { expect, test } from 'vitest'
import { ghostShare } from '../../src/evasion/methods/ghost-share.ts'
import { reExportEcho } from '../../src/evasion/methods/re-export-echo.ts'
import { unitValuePremium } from '../../src/evasion/methods/unit-value-premium.ts'
import { randomStream } from '../../src/numeric/random.ts'
import { normalDraws } from '../../src/numeric/random-normal.ts'

// SIMULATED reports with a known truth: nothing here is observed

const panels = 120
const products = 80

interface Interval {
  readonly value: number
  readonly low90: number
  readonly high90: number
}

/** The share of simulated panels whose interval holds the truth, and the mean error. */
function errorsOf(truth: number, make: (normal: () => number) => Interval | undefined): { covered: number; bias: number } {
  let [covered, bias] = [0, 0]
  for (let seed = 1; seed <= panels; seed++) {
    const found = make(normalDraws(randomStream(seed, 'simulated reports')))!
    if (found.low90 <= truth && truth <= found.high90) covered++
    bias += (found.value - truth) / panels
  }
  return { covered: covered / panels, bias }
}

test('ghost share: three tenths of what is sent never arrive, more of some products than of others', () => {
  const errors = errorsOf(0.3, (normal) =>
    ghostShare(
      Array.from({ length: products }, (_, i) => {
        const exported = 1e6 * Math.exp(0.8 * normal())
        return { product: String(i), exported, imported: exported * Math.max(0, 0.7 + 0.2 * normal()) * 1.06, isCif: true }
      }),
    ),
  )
  process.stdout.write(`simulated ghost share: ${JSON.stringify(errors)}\n`)
  expect(Math.abs(errors.bias)).toBeLessThan(0.02)
  expect(errors.covered).toBeGreaterThan(0.8)
  expect(errors.covered).toBeLessThan(0.97)
})

test('echo: four tenths of additional arrivals leave a month later', () => {
  const errors = errorsOf(0.4, (normal) => {
    const through = Array.from({ length: products }, (_, i) => {
      const size = 1e5 * Math.exp(0.8 * normal())
      const arriving = Float64Array.from({ length: 24 }, (_, month) => size * (month < 12 ? 1 : 4) * Math.exp(0.3 * normal() - 0.045))
      const share = Math.max(0, 0.4 + 0.15 * normal())
      const leaving = arriving.map((_, month) => share * (arriving[month - 1] ?? size) * Math.exp(0.3 * normal() - 0.045))
      return { product: String(i), arriving, leaving }
    })
    return reExportEcho(through, 12, 3)
  })
  process.stdout.write(`simulated echo: ${JSON.stringify(errors)}\n`)
  expect(Math.abs(errors.bias)).toBeLessThan(0.05)
  expect(errors.covered).toBeGreaterThan(0.83)
  expect(errors.covered).toBeLessThan(0.98)
})

test('unit values: a fifth more is paid at the hub', () => {
  const errors = errorsOf(0.2, (normal) => {
    const side = (premium: number) => {
      const tonnes = 10 * Math.exp(0.5 * normal())
      const [before, after] = [100, 100 * (1 + premium)].map((price) => price * Math.exp(0.2 * normal())) as [number, number]
      return { pre: { value: before * tonnes, tonnes }, post: { value: after * tonnes, tonnes } }
    }
    return unitValuePremium(Array.from({ length: products }, (_, i) => ({ product: String(i), hub: side(0.2), controls: side(0) })))
  })
  process.stdout.write(`simulated unit values: ${JSON.stringify(errors)}\n`)
  expect(Math.abs(errors.bias)).toBeLessThan(0.06)
  expect(errors.covered).toBeGreaterThan(0.83)
})

test('without any loss, echo or premium the intervals hold zero nine times in ten', () => {
  const none = errorsOf(0, (normal) =>
    ghostShare(
      Array.from({ length: products }, (_, i) => {
        const exported = 1e6 * Math.exp(0.8 * normal())
        return { product: String(i), exported, imported: exported * Math.max(0, 1 + 0.2 * normal()) * 1.06, isCif: true }
      }),
    ),
  )
  expect(none.covered).toBeGreaterThan(0.8)
})
