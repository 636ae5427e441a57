import { expect, test } from 'vitest'
import { gravityNorm, pairNorm } from '../../../src/measures/gravity/gravity-norm.ts'
import { randomStream } from '../../../src/numeric/random.ts'

const states = 30
const stream = randomStream(3, 'norm')
const draw = (): number => stream.uint32() / 2 ** 32
const size = Float64Array.from({ length: states }, () => Math.exp(4 * draw()))
const distance = new Float64Array(states * states)
for (let a = 0; a < states; a++) for (let b = 0; b < a; b++) distance[a * states + b] = distance[b * states + a] = 6 + 3 * draw()
const flow = distance.map((far, cell) => {
  const [from, to] = [Math.floor(cell / states), cell % states]
  return from === to ? 0 : size[from]! * size[to]! * Math.exp(8 - far) * (0.5 + draw())
})

const regressors = [{ name: 'distance', values: distance }]
const changed = (change: Readonly<Record<number, number>>): Float64Array => flow.map((value, cell) => change[cell] ?? value)
const norm = (of: Float64Array) => gravityNorm({ states, flow: of, regressors })!

test('expected exports and imports of each state are its own', () => {
  const { expected } = norm(flow)
  for (let a = 0; a < states; a++) {
    const others = [...size.keys()].filter((b) => b !== a)
    const sum = (values: Float64Array): number => others.reduce((total, b) => total + values[a * states + b]!, 0)
    expect(sum(expected) / sum(flow)).toBeCloseTo(1, 8)
  }
})

test('a pair that trades a tenth of what it should is the lowest, below the usual range', () => {
  const cells = [1 * states + 2, 2 * states + 1]
  const of = norm(changed(Object.fromEntries(cells.map((cell) => [cell, flow[cell]! / 10]))))
  const pair = pairNorm(of, 2, 1, 100)!
  expect(pair.ratio).toBeLessThan(pair.usualLow)
  expect(pair.ratio).toBeCloseTo(pair.trade / pair.expected, 12)
  expect(pair.percentile).toBeLessThan(1)
  expect(pair.pairs).toBe((states * (states - 1)) / 2)
  expect(pairNorm(of, 1, 2, 100)).toEqual(pair)
})

test('an unknown flow is left out, and is not 0', () => {
  const cell = 3 * states + 4
  const [unknown, zero] = [norm(changed({ [cell]: Number.NaN })), norm(changed({ [cell]: 0 }))]
  expect(pairNorm(unknown, 3, 4)).toBeUndefined()
  expect(pairNorm(zero, 3, 4)!.ratio).toBeLessThan(1)
  expect(unknown.fit.rows.used).toBe(zero.fit.rows.used - 1)
})
