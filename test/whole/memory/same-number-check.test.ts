import { beforeAll, describe, expect, test } from 'vitest'
import { claimFromSlots } from '../../../src/claims/slots/claim-from-slots.ts'
import type { ClaimSlots } from '../../../src/claims/slots/claim-slots.ts'
import { testClaim } from '../../../src/claims/testing/test-claims.ts'
import type { Finding } from '../../../src/claims/verdict.ts'
import { type Figure, type FigureRow, figures, figuresOf, openMemory } from '../../../src/memory/index.ts'
import { givenClaim } from '../../../src/operations/checking/claim-slots-file.ts'
import { openSnapshot, type Snapshot } from '../../../src/store/index.ts'

const today = '2026-12-02'
const pairsAsked = 200
/** Few pairs ever fought: so many are drawn among them. */
const fought = 50

let snapshot: Snapshot
let pairs: readonly (readonly [string, string])[]

/** A stream of numbers from 0 to 1 that is the same at each run. */
function stream(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

beforeAll(async () => {
  snapshot = await openSnapshot('data/record')
  await openMemory(snapshot)
  const random = stream(41)
  const some = async (figure: string, count: number): Promise<string[]> => {
    const rows = await snapshot.rows('SELECT DISTINCT pair FROM figures WHERE figure = $figure ORDER BY pair', { figure })
    const drawn = rows.map(({ pair }) => ({ pair: String(pair), at: random() })).sort((a, b) => a.at - b.at)
    return drawn.slice(0, count).map(({ pair }) => pair)
  }
  const drawn = [...(await some('conflict-years', fought)), ...(await some('goods-trade', pairsAsked - fought))]
  pairs = drawn.map((pair) => pair.split(' ').map((id) => (id === 'EU' ? 'EUU' : id)) as [string, string])
  // each pair is looked up once and kept; on a busy machine that takes minutes
  for (const [a, b] of pairs) await figuresOf(snapshot, a === 'EUU' ? 'EU' : a, b === 'EUU' ? 'EU' : b)
}, 900_000)

async function checked(slots: Readonly<Record<string, unknown>>): Promise<Finding | null> {
  const given = givenClaim(slots, 1)
  if (!('slots' in given)) throw new Error(JSON.stringify(given))
  const made = claimFromSlots(given.slots as ClaimSlots, 0)
  if (!('claim' in made)) throw new Error(JSON.stringify([slots, made]))
  const cards = new Map(snapshot.manifest.sources.map((card) => [card.id, card]))
  return (await testClaim(made.claim, { snapshot, date: today, today, cards })).finding
}

/** The claim that a row makes, in the unit of the figure: a share by its number, an amount in its currency. */
const slotsOf = ({ id, assessed }: Figure, row: FigureRow, value: number, isTurned: boolean): Readonly<Record<string, unknown>> => ({
  kind: row.unit === 'count' ? 'count' : row.unit === 'share' ? 'share' : 'quantity',
  indicator: isTurned ? (assessed[1] ?? id) : id,
  actors: (isTurned ? [row.b, row.a] : [row.a, row.b]).map((party) => (party === 'EU' ? 'EUU' : party)),
  period: String(row.year),
  value,
  unit: row.unit,
})

/** Numbers that no report and no interval of the row comes near. */
function falseValues({ value, low, high, unit }: FigureRow): readonly number[] {
  if (unit === 'year') return [value - 3, value + 3]
  if (unit === 'count') return [value + 1, value + 7]
  const [least, most] = [low ?? value, high ?? value]
  const size = Math.max(Math.abs(least), Math.abs(most))
  const step = unit === 'percentile' ? 7 : unit === 'share' ? 0.03 : 0
  return [most + 0.6 * size + step, least - 0.6 * Math.abs(least) - step].filter((one) => one > 0)
}

const digits = (value: number): number => Number(value.toPrecision(6))

describe(`the figures of trade and conflict of ${pairsAsked} pairs`, () => {
  test.each(figures.map((figure) => [figure.id, figure] as const))(
    '%s: check supports the number of the memory, and no other',
    async (_, figure) => {
      const failed: string[] = []
      let asked = 0
      for (const [one, other] of pairs) {
        const [a, b] = [one, other].map((id) => (id === 'EUU' ? 'EU' : id)) as [string, string]
        for (const [first, second] of figure.of === 'pair' ? [[a, b] as const] : [[a, b] as const, [b, a] as const]) {
          const row = (await figuresOf(snapshot, a, b)).level(figure.id, first, second, today)
          if (row === undefined || !Number.isFinite(row.value)) continue
          asked++
          for (const isTurned of figure.assessed.length > 1 ? [false, true] : [false]) {
            const right = await checked(slotsOf(figure, row, digits(row.value), isTurned))
            if (right?.verdict !== 'supported' || /No series/.test(right.why))
              failed.push(`${right?.verdict}: ${JSON.stringify(row)} ${right?.why}`)
          }
          for (const value of falseValues(row)) {
            const wrong = await checked(slotsOf(figure, row, digits(value), false))
            if (wrong?.verdict === 'supported') failed.push(`${value} supported: ${JSON.stringify(row)} ${wrong.why}`)
          }
        }
      }
      expect(asked).toBeGreaterThan(0)
      expect(failed).toEqual([])
    },
    300_000,
  )
})
