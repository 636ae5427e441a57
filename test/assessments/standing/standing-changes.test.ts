import { beforeAll, expect, test } from 'vitest'
import { type ChangesAnswer, standingChanges } from '../../../src/assessments/standing/standing-changes.ts'
import { standingOfYear } from '../../../src/assessments/standing/standing-of-pairs.ts'
import { movedPairsCsv, movedPairsMarkdown, movedPairsText } from '../../../src/reports/standing/moved-pairs.ts'
import { stateOf } from '../../../src/states/index.ts'
import { bundledRecord, openSnapshot, type Snapshot } from '../../../src/store/index.ts'

let snapshot: Snapshot
let lastDay: string

beforeAll(async () => {
  snapshot = await openSnapshot(await bundledRecord())
  lastDay = snapshot.manifest.created.slice(0, 10)
  return () => snapshot.close()
})

function changes(from: number, to: number, more: { state?: string; limit?: number } = {}): Promise<ChangesAnswer> {
  const state = more.state === undefined ? undefined : stateOf(more.state)!
  return standingChanges(snapshot, { from, to, lastDay, state, limit: more.limit })
}

test('each pair that stands in another class is counted once, in the direction in which it moved', async () => {
  const { worse, better, pairs } = await changes(2015, 2020)
  const [then, now] = await Promise.all([2015, 2020].map((year) => standingOfYear(snapshot, year, lastDay, undefined)))
  const before = new Map(then!.map((row) => [`${row.iso3_a} ${row.iso3_b}`, row.order]))
  const moved = now!.flatMap(({ iso3_a, iso3_b, order }) => {
    const was = before.get(`${iso3_a} ${iso3_b}`)
    return was === undefined ? [] : [order - was]
  })
  expect(pairs).toBe(moved.length)
  expect(worse.of).toBe(moved.filter((step) => step < 0).length)
  expect(better.of).toBe(moved.filter((step) => step > 0).length)
  expect(worse.rows).toHaveLength(worse.of)
  expect(worse.rows.every(({ moved: step }) => step < 0)).toBe(true)
  expect(better.rows.every(({ moved: step }) => step > 0)).toBe(true)
})

test('Russia and Ukraine come first of 2020 to 2023, as no other pair of so large economies came to war', async () => {
  const { worse } = await changes(2020, 2023, { limit: 5 })
  expect(worse.rows[0]).toMatchObject({ iso3_a: 'RUS', iso3_b: 'UKR', after: 'at war' })
  expect(worse.rows).toHaveLength(5)
  expect(worse.of).toBeGreaterThan(5)
})

test('for one state, only its own pairs are listed', async () => {
  const { worse, better, state, pairs } = await changes(2021, 2026, { state: 'PAK' })
  expect(state).toEqual({ iso3: 'PAK', name: 'Pakistan' })
  expect(pairs).toBeGreaterThan(190)
  for (const row of [...worse.rows, ...better.rows]) expect([row.iso3_a, row.iso3_b]).toContain('PAK')
  expect(better.rows).toContainEqual(expect.objectContaining({ iso3_b: 'SAU', before: 'negative peace', after: 'warm peace', since: 2025 }))
})

test('states that were not there in both years do not count as moved', async () => {
  const { worse, better } = await changes(1990, 1993)
  for (const row of [...worse.rows, ...better.rows]) expect([row.iso3_a, row.iso3_b]).not.toContain('UKR')
})

test('the answer in sentences counts what it leaves out, and says plainly that none moved', async () => {
  const text = movedPairsText(await changes(2020, 2023, { limit: 1 }))
  expect(text).toMatch(
    /^Of 1\d,\d{3} pairs of states, \d+ stand worse in 2023 than in 2020:\n {2}Russia and Ukraine have been at war since February 2022/,
  )
  expect(text).toMatch(/\n {2}\d+ more \(--limit \d+\)\n\n\d+ pairs stand better:\n/)
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(100)
  const none = await changes(2024, 2026, { state: 'TUV' })
  expect(movedPairsText(none)).toMatch(/^Of 19\d pairs of Tuvalu, none stands worse in 2026 than in 2024\.\n\nNone stands better\.\n$/)
  expect(movedPairsMarkdown(none)).toContain('**None stands better.**')
  expect(movedPairsCsv(none).trim().split('\n')).toHaveLength(1)
})
