import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bootstrapJob, intervalsOf } from '../../../src/measures/bootstrap/bootstrap.ts'
import { drawnRollCalls, drawRollCalls } from '../../../src/measures/bootstrap/bootstrap-draws.ts'
import {
  allDyads,
  bootstrapDyads,
  bootstrapDyadsThreaded,
  dyad,
  dyadIntervals,
  measureNames,
  type Votes,
} from '../../../src/measures/index.ts'
import { runChunks } from '../../../src/numeric/chunks.ts'
import { randomStream } from '../../../src/numeric/random.ts'
import { anyVotes, expectNear } from '../plain-measures.ts'

/** Twelve states whose votes lean one way or the other, with absences: 120 roll calls. */
const votes: Votes = madeUpVotes(12, 120)

/** Enough pairs for several pieces of work. */
const assembly: Votes = madeUpVotes(40, 70)

describe('draws', () => {
  test.each([1, 3, 127, 128, 155, 255, 256, 1023, 1024, 70_000])('of %i roll calls hold as many, packed as drawn', (rollCalls) => {
    const draws = drawRollCalls(rollCalls, 7, 5)
    for (let draw = 0; draw < 7; draw++) {
      const counts = new Uint32Array(rollCalls)
      for (const r of drawnRollCalls(rollCalls, draw, 5)) counts[r]!++
      const word = Math.floor(draw / draws.lanes)
      const shift = (draw % draws.lanes) * draws.bits
      const unpacked = counts.map((_, r) => (draws.packed[r * draws.words + word]! >>> shift) & (2 ** draws.bits - 1))
      expect(unpacked).toEqual(counts)
      expect(unpacked.reduce((sum, c) => sum + c, 0)).toBe(rollCalls)
    }
  })

  test('a draw does not depend on how many others there are', () => {
    const some = drawRollCalls(300, 10, 1)
    const more = drawRollCalls(300, 50, 1)
    for (let r = 0; r < 300; r++) expect(more.packed[r * more.words]).toBe(some.packed[r * some.words])
  })
})

describe('bootstrap intervals', () => {
  test('equal the quantiles of measures worked out anew on each draw', () => {
    fc.assert(
      fc.property(anyVotes(30), fc.integer({ min: 1, max: 40 }), (any, draws) => {
        const ours = bootstrapDyads(any, { draws, seed: 3 })
        for (let row = 0; row < ours.n.length; row++) {
          const plain = plainIntervals(any, ours.a[row]!, ours.b[row]!, draws)
          for (const name of measureNames) {
            expectNear(ours.low[name][row], plain[name]?.low, `${name} low`)
            expectNear(ours.high[name][row], plain[name]?.high, `${name} high`)
          }
        }
      }),
      { numRuns: 40 },
    )
  })

  test('have the rows of allDyads, and of one pair those of all', () => {
    const options = { rollCalls: Array.from({ length: 80 }, (_, r) => r), consensus: 'drop' as const }
    const [table, all] = [allDyads(votes, options), bootstrapDyads(votes, options)]
    expect([all.a, all.b, all.n]).toEqual([table.a, table.b, table.n])
    const one = dyadIntervals(votes, all.a[7]!, all.b[7]!, options)
    for (const name of measureNames) expect(one[name]).toEqual({ low: all.low[name][7], high: all.high[name][7] })
  })

  test('are the same for the same seed and differ for another', () => {
    expect(bootstrapDyads(votes, { seed: 9 })).toEqual(bootstrapDyads(votes, { seed: 9 }))
    expect(bootstrapDyads(votes, { seed: 9 }).low.tau_b).not.toEqual(bootstrapDyads(votes, { seed: 10 }).low.tau_b)
  })

  test.each([1, 2, 3])('on %i threads are bit for bit those of one', async (threads) => {
    expect(await bootstrapDyadsThreaded(assembly, { threads })).toEqual(bootstrapDyads(assembly))
  })

  test('are the same where other threads do all the work', async () => {
    const { plan, room, ...job } = bootstrapJob(assembly, {})
    const here = new URL('../../../src/measures/bootstrap/bootstrap-workers.ts', import.meta.url).href
    const own = (): never => {
      throw new Error('this thread takes no part')
    }
    await runChunks<void>(here, './bootstrap-worker', { plan, room }, { items: room.pairs, size: 200, threads: 2, own })
    expect(intervalsOf({ plan, room, ...job })).toEqual(bootstrapDyads(assembly))
  })

  test('narrow with the root of the number of roll calls, near the textbook error of a share', () => {
    const many = madeUpVotes(2, 900)
    const { low, high } = dyadIntervals(many, 0, 1, { draws: 2000 }).agreement
    const { agreement, n } = dyad(many, 0, 1)
    expect((high - low) / (2 * 1.645 * Math.sqrt((agreement * (1 - agreement)) / n))).toBeCloseTo(1, 1)
  })

  test('are missing where the figure is, and where more than a tenth of the draws have none', () => {
    const always: Votes = { states: 2, rollCalls: 3, positions: Uint8Array.of(1, 1, 1, 1, 1, 1) }
    expect(dyadIntervals(always, 0, 1).kappa_quadratic).toEqual({ low: Number.NaN, high: Number.NaN })
    expect(dyadIntervals(always, 0, 1).s_absolute).toEqual({ low: 1, high: 1 })
    // One no in twenty: a draw misses it with probability 0.36, and then kappa is undefined.
    const once: Votes = { states: 2, rollCalls: 20, positions: new Uint8Array(40).fill(1, 0, 38).fill(3, 38) }
    expect(dyad(once, 0, 1).kappa_quadratic).toBe(1)
    expect(dyadIntervals(once, 0, 1).kappa_quadratic.low).toBeNaN()
  })

  test('refuse draws below 1 and a level outside 0 to 1', () => {
    for (const draws of [0, 1.5]) expect(() => bootstrapDyads(votes, { draws })).toThrow(RangeError)
    for (const level of [0, 1, Number.NaN]) expect(() => bootstrapDyads(votes, { level })).toThrow(RangeError)
  })
})

function plainIntervals(any: Votes, a: number, b: number, draws: number): Record<string, { low: number; high: number }> {
  const replicates = Array.from({ length: draws }, (_, d) => dyad(any, a, b, { rollCalls: drawnRollCalls(any.rollCalls, d, 3) }))
  return Object.fromEntries(
    measureNames.map((name) => {
      const values = replicates.map((one) => one[name]).filter((v) => !Number.isNaN(v))
      const known = !Number.isNaN(dyad(any, a, b)[name]) && values.length >= 0.9 * draws
      return [
        name,
        known ? { low: sortedQuantile(values, 0.05), high: sortedQuantile(values, 0.95) } : { low: Number.NaN, high: Number.NaN },
      ]
    }),
  )
}

function sortedQuantile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((x, y) => x - y)
  const position = (sorted.length - 1) * p
  const below = sorted[Math.floor(position)]!
  return below + (position - Math.floor(position)) * (sorted[Math.ceil(position)]! - below)
}

function madeUpVotes(states: number, rollCalls: number): Votes {
  const stream = randomStream(11, 'made-up votes')
  const positions = new Uint8Array(states * rollCalls)
  for (let r = 0; r < rollCalls; r++) {
    const lean = stream.below(10)
    for (let s = 0; s < states; s++) {
      const mood = stream.below(10)
      positions[r * states + s] = mood === 0 ? (states > 2 ? 0 : 2) : mood < 3 ? 2 : mood < 5 + ((s + lean) % 5) ? 1 : 3
    }
  }
  return { states, rollCalls, positions }
}
