import { expect, test } from 'vitest'
import { countInDraws, kappaInDraws, measuresInDraws, noCell } from '../../../src/measures/bootstrap/bootstrap-counts.ts'
import { drawnRollCalls, drawRollCalls, drawsFor } from '../../../src/measures/bootstrap/bootstrap-draws.ts'
import { measureNames, similarityOfTable } from '../../../src/measures/index.ts'
import { randomStream } from '../../../src/numeric/random.ts'

/** Cells of a pair, the first more frequent than the others, some roll calls without a position. */
function cellsOf(rollCalls: number, seed: number): Uint8Array {
  const stream = randomStream(seed, 'cells of the test')
  return Uint8Array.from({ length: rollCalls }, () => (stream.below(2) === 0 ? 0 : stream.below(noCell + 1)))
}

test.each([1, 7, 64, 130, 700])('%i roll calls: the counts in every draw are those of its roll calls, one by one', (rollCalls) => {
  const draws = drawRollCalls(rollCalls, 23, 5)
  const cellOf = cellsOf(rollCalls, rollCalls)
  const counts = new Int32Array(10 * draws.words)
  countInDraws(draws, cellOf, counts)
  const values = new Float64Array(measureNames.length * draws.count)
  measuresInDraws(draws, counts, values)
  const kappas = new Float64Array(draws.count)
  kappaInDraws(draws, counts, kappas)
  for (let draw = 0; draw < draws.count; draw++) {
    const cells = new Float64Array(9)
    for (const r of drawnRollCalls(rollCalls, draw, 5)) if (cellOf[r] !== noCell) cells[cellOf[r]!]!++
    const expected = similarityOfTable(cells)
    measureNames.forEach((name, m) => {
      expect(values[m * draws.count + draw], name).toBe(expected[name])
    })
    expect(kappas[draw]).toBe(expected.kappa_quadratic)
  }
})

test('counts of an earlier pair leave no trace', () => {
  const draws = drawRollCalls(50, 20, 1)
  const [fresh, used] = [new Int32Array(10 * draws.words), new Int32Array(10 * draws.words)]
  countInDraws(draws, cellsOf(50, 1), used)
  countInDraws(draws, cellsOf(50, 2), used)
  countInDraws(draws, cellsOf(50, 2), fresh)
  expect(used).toEqual(fresh)
})

test('remembered draws are those that would be drawn anew, also after others were asked for', () => {
  const first = drawsFor(40, 30, 9)
  for (let rollCalls = 1; rollCalls < 200; rollCalls++) drawsFor(rollCalls, 2000, 3)
  expect(drawsFor(40, 30, 9).packed).toEqual(first.packed)
  expect(drawsFor(40, 30, 9).packed).toEqual(drawRollCalls(40, 30, 9).packed)
  expect(drawsFor(40, 30, 10).packed).not.toEqual(first.packed)
})
