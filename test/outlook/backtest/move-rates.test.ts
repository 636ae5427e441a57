import { describe, expect, test } from 'vitest'
import { backtestMoves, type ClassPanel } from '../../../src/outlook/backtest/move-rates.ts'

/** A hundred pairs over forty years; in each year ten pairs of class 1 go to class 2, those of class 0 never move. */
function panel(): ClassPanel {
  const [pairs, years] = [100, 40]
  const orders = Array.from({ length: years }, (_, t) =>
    Int8Array.from({ length: pairs }, (_none, p) => (p < 50 ? 0 : (p + t) % 5 === 0 ? 2 : 1)),
  )
  return { pairs, first: 1980, last: 2019, classes: 3, orders }
}

describe('moves between classes', () => {
  test('the classes that move have higher probabilities, and score better than the base rate', () => {
    const found = backtestMoves(panel(), 'up', 1, 2000)!
    const { rates, base } = found.rates
    // of 90 cases a year that can move up, 10 do
    expect(base).toBeCloseTo(10 / 90, 2)
    expect(rates[0]!.every((rate) => rate < 0.01)).toBe(true)
    expect(Math.max(...rates[1]!)).toBeGreaterThan(0.2)
    expect(found.all.n).toBe(90 * 19)
    expect(found.all.moves).toBe(10 * 19)
    expect(found.skill!.low90).toBeGreaterThan(0)
    expect(found.reliability.reduce((sum, { n }) => sum + n, 0)).toBe(found.all.n)
  })

  test('pairs that do not exist at both ends do not count', () => {
    const made = panel()
    const ended = { ...made, orders: made.orders.map((own, t) => (t >= 30 ? own.map((order, p) => (p >= 90 ? -1 : order)) : own)) }
    expect(backtestMoves(ended, 'up', 1, 2000)!.all.n).toBeLessThan(90 * 19)
  })
})
