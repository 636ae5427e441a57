import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { blocConflict, blocsFirstOnConflict } from '../../../src/assessments/blocs/bloc-conflict.ts'
import type { BlocInputs, Party } from '../../../src/assessments/blocs/bloc-parties.ts'
import { worldMeasure } from '../../../src/assessments/world/world-measures.ts'
import type { Snapshot } from '../../../src/store/index.ts'
import { conflictSnapshot, pairOf } from '../conflict-snapshot.ts'

let snapshot: Snapshot
let root: string
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'visavis-'))
  snapshot = await conflictSnapshot(root)
})
afterAll(() => {
  snapshot.close()
  rmSync(root, { recursive: true })
})

test('on the map a state without a conflict is 0 where the list covers the year, and unknown after it', async () => {
  const { column } = await worldMeasure('conflict').read(
    { ...pairOf(snapshot, 'RUS', 'UKR'), to: '2026-11-29', draws: 100, seed: 1 },
    'RUS',
    true,
  )
  const of = (iso3: string, year: number): number | undefined => column.get(iso3)?.get(year)?.value
  expect([of('UKR', 2013), of('UKR', 2014), of('UKR', 2018), of('UKR', 2024), of('UKR', 2025)]).toEqual([0, 2, 1, 2, 2])
  expect([of('EST', 1990), of('EST', 1991), of('EST', 2024), of('EST', 2025)]).toEqual([undefined, 0, 0, undefined])
})

const party = (id: string, name: string, members: readonly string[]): Party => ({ id, name, isBloc: members.length > 1, members, left: [] })
const across = (a: Party, b: Party): BlocInputs => ({ a, b, bench: pairOf(snapshot, 'RUS', 'UKR'), memberships: [] })

test('a bloc counts the pairs across, by name, in the latest year and before it', async () => {
  const parties = across(party('X', 'Group of two', ['EST', 'UKR']), party('RUS', 'Russia', ['RUS']))
  const found = await blocConflict(parties)
  expect(found.summary).toBe(
    'In 2025 at least 1 of 2 pairs across was on opposing sides of an armed conflict (UCDP): Ukraine and Russia from 2014 to 2025.',
  )
  expect(await blocsFirstOnConflict(parties)).toEqual([found.summary])
  expect(found.estimates.map((one) => ('value' in one ? [one.id, one.value, one.period] : one.id))).toEqual([
    ['conflict-pairs', 1, '2025'],
    ['conflict-pairs-ever', 1, '1946/2025'],
  ])
})

test('a bloc without one says that none is recorded, and not first', async () => {
  const parties = across(party('X', 'Group of two', ['EST', 'LVA']), party('KEN', 'Kenya', ['KEN']))
  expect((await blocConflict(parties)).summary).toMatch(/^No armed conflict between a state of the Group of two and Kenya with 25 or more/)
  expect(await blocsFirstOnConflict(parties)).toEqual([])
})
