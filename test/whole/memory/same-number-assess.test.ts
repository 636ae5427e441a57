import { afterAll, beforeAll, expect, test } from 'vitest'
import { assessDomains, domainInputs } from '../../../src/assessments/assess.ts'
import { everyDyad } from '../../../src/assessments/pairs/every-dyad.ts'
import type { DyadRow } from '../../../src/assessments/pairs/every-dyad-rows.ts'
import { type DomainId, figures, figuresByDomain, figuresOf } from '../../../src/memory/index.ts'
import { randomStream } from '../../../src/numeric/random.ts'
import { type State, statePairsOn } from '../../../src/states/index.ts'
import { bundledRecord, isKnown, type Known, openSnapshot, type Snapshot } from '../../../src/store/index.ts'

const to = '2026-11-24'
const options = { from: undefined, draws: 100, seed: 1 }
const all = statePairsOn(to)
const stream = randomStream(3, 'pairs of the same number')
const pairs = Array.from({ length: 200 }, () => all[stream.below(all.length)]!)

let snapshot: Snapshot
beforeAll(async () => {
  snapshot = await openSnapshot(bundledRecord())
})
afterAll(() => snapshot.close())

const domainsInMemory = Object.keys(figuresByDomain) as DomainId[]

/** The figures of a pair on its page, by id. */
async function onPage(a: State, b: State): Promise<Map<string, Known>> {
  const inputs = domainInputs({ a, b, to, ...options }, snapshot)
  const found = (await Promise.all(domainsInMemory.map((domain) => assessDomains(inputs, domain)))).flat()
  const known = found.flatMap(({ estimates }) => estimates.filter(isKnown))
  return new Map(known.filter(({ id }) => !id.endsWith('.series')).map((one) => [one.id, one]))
}

test('each figure of the memory on the page of a pair is the level of the memory, and none that the memory has is missing', async () => {
  let compared = 0
  for (const [a, b] of pairs) {
    const [page, memory] = [await onPage(a, b), await figuresOf(snapshot, a.iso3, b.iso3)]
    for (const { id, assessed } of figures) {
      for (const [side, name] of assessed.entries()) {
        const row = side === 0 ? memory.level(id, a.iso3, b.iso3, to) : memory.level(id, b.iso3, a.iso3, to)
        const shown = page.get(name)
        // where no goods are reported the page says so and tells no model of them
        if (!page.has('goods-a-to-b') && !page.has('goods-b-to-a') && !page.has('goods-trade') && /^(gravity|trade-cut)/.test(id)) continue
        if (row === undefined) {
          expect(shown?.value ?? 0, `${a.iso3} ${b.iso3} ${name}`).toBe(shown?.certainty === 'at most' ? shown.value : 0)
          continue
        }
        // a list of every flow from an amount on has less in a later year, which has no row
        const level = id.endsWith('-share') ? page.get(name.replace('-share', '')) : shown
        if (level?.certainty === 'at most' && Number(level.period) > row.year) continue
        compared++
        const ends = shown === undefined || shown.interval === 'exact' ? [null, null] : [shown.interval.low, shown.interval.high]
        const year = Number(shown?.period.split('/').at(-1))
        expect([shown?.value, ...ends, shown?.certainty ?? null], `${a.iso3} ${b.iso3} ${name}`).toEqual([
          row.value,
          row.low,
          row.high,
          row.certainty,
        ])
        if (id !== 'last-conflict-year') expect(year, `${a.iso3} ${b.iso3} ${name}`).toBe(row.year)
      }
    }
  }
  expect(compared).toBeGreaterThan(1500)
}, 300_000)

test('a row of all pairs is the figure of the page', async () => {
  const ofState = await everyDyad({ from: undefined, to, state: 'KEN', domain: 'trade', draws: 100, seed: 1 }, snapshot, { threads: 1 })
  const rows = new Map<string, DyadRow[]>()
  for (const row of ofState.rows) rows.set(`${row.a} ${row.b}`, [...(rows.get(`${row.a} ${row.b}`) ?? []), row])
  const partners = statePairsOn(to, 'KEN').slice(0, 60)
  let compared = 0
  for (const [a, b] of partners) {
    const page = await onPage(a, b)
    for (const row of rows.get(`${a.iso3} ${b.iso3}`) ?? []) {
      if (row.value === null) continue
      expect([page.get(row.id)?.value, page.get(row.id)?.period], `${a.iso3} ${b.iso3} ${row.id}`).toEqual([row.value, row.period])
      compared++
    }
  }
  expect(compared).toBeGreaterThan(500)
}, 300_000)

test('no share of imports or exports stands at an earlier year than the newest list that has both', async () => {
  for (const [a, b] of pairs) {
    const memory = await figuresOf(snapshot, a.iso3, b.iso3)
    for (const [id, side, other] of [
      ['import-share', a, b],
      ['export-share', a, b],
      ['import-share', b, a],
      ['export-share', b, a],
    ] as const) {
      const newest = Math.max(0, ...memory.series(id, side.iso3, other.iso3, to).map(({ firm, year }) => (firm ? year : 0)))
      expect(memory.level(id, side.iso3, other.iso3, to)?.year ?? 0, `${id} ${side.iso3} ${other.iso3}`).toBeGreaterThanOrEqual(newest)
    }
  }
}, 300_000)
