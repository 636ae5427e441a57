import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { comparisons } from '../../src/measures/reproductions/comparisons.ts'
import { reproductions } from '../../src/measures/reproductions/reproductions.ts'
import { bundledRecord, openSnapshot } from '../../src/store/index.ts'

const root = new URL('../../', import.meta.url)
const july2025 = new URL('../shared/reference/idealpoints/IdealpointsJuly2025.csv.gz', root)
const there = existsSync(july2025)

test('the published file is there where the build must check it', () => expect(there || process.env['CI'] !== 'true').toBe(true))

test('each reproduction and comparison has an id of its own and names a test that is there', () => {
  const all = [...reproductions, ...comparisons]
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  expect([...new Set(all.map((one) => one.test))].filter((file) => !existsSync(new URL(file, root)))).toEqual([])
})

const points = reproductions.filter(({ id }) => id.startsWith('ideal-point-')).map((one) => [one.id, one] as const)

describe('positions of China and Russia beside the latest file of the authors', () => {
  test.skipIf(!there).each(points)('%s: published as printed (needs ../shared)', (id, { published }) => {
    const [state, year] = id.split('-').slice(2)
    const [header, ...rows] = gunzipSync(readFileSync(july2025)).toString('utf8').trimEnd().split('\n')
    const [iso3, when, legacy] = ['iso3c', 'year', 'idealpointlegacy'].map((name) => header!.split(',').indexOf(name))
    const row = rows.map((line) => line.split(',')).find((cells) => cells[iso3!] === state && cells[when!] === year)!
    expect(Math.abs(Number(row[legacy!]) - published)).toBeLessThanOrEqual(0.005_000_1)
  })

  test('ours are those of the bundled record', async () => {
    const snapshot = await openSnapshot(bundledRecord())
    const rows = await snapshot.rows(
      "SELECT state, session, point FROM estimated_points WHERE specification = 'usual' AND state IN ('CHN', 'RUS') ORDER BY state, session",
    )
    snapshot.close()
    const found = new Map(rows.map(({ state, session, point }) => [`ideal-point-${state}-${1945 + Number(session)}`, Number(point)]))
    expect(points.length).toBe(12)
    for (const [id, { ours }] of points) expect(Math.abs(found.get(id)! - (ours as number)), id).toBeLessThanOrEqual(0.005_000_1)
  })
})
