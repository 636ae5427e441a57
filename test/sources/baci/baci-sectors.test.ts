import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { card, readBaciSectors } from '../../../src/sources/baci/baci-sectors.ts'
import type { Columns } from '../../../src/store/index.ts'
import { freshRoot } from '../../store/fresh-root.ts'
import { figureOf, haveRaw, type Row, raw, rawNeeded, rowsOf } from '../raw-data.ts'

const comments = [
  '# source: CEPII BACI HS17 V202601, year 2024',
  '# unit: *_kusd values are THOUSANDS of current USD',
  '# layer = semiconductors; HS6 codes (1): 854231',
]

async function told(lines: readonly string[], above: readonly string[] = comments): Promise<unknown[][]> {
  const path = join(freshRoot(), 'edges.csv')
  writeFileSync(path, `${[...above, 'exporter_iso3,importer_iso3,value_kusd', ...lines].join('\n')}\n`)
  return rowsOf((await readBaciSectors([path])).observations).map((row) =>
    ['indicator', 'from_id', 'to_id', 'value', 'locator'].map((name) => row[name]),
  )
}

test('thousands become dollars; territories count in the totals of a state only; lines count from the top of the file', async () => {
  expect(await told(['TWN,CHN,2000.5', 'CHN,HKG,3000'])).toEqual([
    ['semiconductors-flow', 'TWN', 'CHN', 2_000_500, 'edges.csv:5'],
    ['semiconductors-flow', 'TWN', 'WLD', 2_000_500, 'edges.csv, sum of the rows of TWN'],
    ['semiconductors-flow', 'WLD', 'CHN', 2_000_500, 'edges.csv, sum of the rows of CHN'],
    ['semiconductors-flow', 'CHN', 'WLD', 3_000_000, 'edges.csv, sum of the rows of CHN'],
  ])
})

test.each([
  ['another edition', ['# source: CEPII BACI HS17 V202501, year 2023', ...comments.slice(1)], 'TWN,CHN,5', 'does not say that it is of'],
  ['dollars', [comments[0]!, '# unit: USD', comments[2]!], 'TWN,CHN,5', 'thousands of dollars'],
  ['another group', [...comments.slice(0, 2), '# layer = cheese; HS6 codes (1): 040610'], 'TWN,CHN,5', 'the group "cheese"'],
  ['an unknown code', comments, 'XYZ,CHN,5', 'names "XYZ"'],
  ['a way twice', comments, 'TWN,CHN,5\nTWN,CHN,6', 'both tell of'],
  ['a state with itself', comments, 'CHN,CHN,5', 'with itself'],
  ['less than a thousand dollars', comments, 'TWN,CHN,0.5', 'not a value from one thousand'],
])('%s is refused', async (_, above, lines, said) => {
  await expect(told(lines.split('\n'), above)).rejects.toThrow(said)
})

describe.skipIf(!haveRaw)(`the edition V202601 ${rawNeeded}`, () => {
  let table: Columns
  let rows: Row[]
  beforeAll(async () => {
    table = (await readBaciSectors(raw.baciSectors)).observations
    rows = rowsOf(table).filter((row) => row['from_id'] !== 'WLD' && row['to_id'] !== 'WLD')
  })
  const of = (group: string, from: string, to: string): number => figureOf(table, `${group}-flow`, from, to, 2024)

  test('30,955 ways between states; the known large flows', () => {
    expect(rows.length).toBe(30_955)
    expect(of('semiconductors', 'TWN', 'CHN') / 1e9).toBeCloseTo(56.3, 1)
    expect(of('semiconductors', 'KOR', 'CHN') / 1e9).toBeCloseTo(53.5, 1)
    expect(of('batteries', 'CHN', 'USA') / 1e9).toBeCloseTo(17.8, 1)
    expect(of('semiconductors', 'CHN', 'RUS') / 1e6).toBeCloseTo(728, 0)
    expect(of('semiconductors', 'KGZ', 'RUS') / 1e6).toBeCloseTo(1.3, 1)
  })

  test('no two states without a report have a row with each other, and each other state has one with some of them', () => {
    const [{ silent = [], states = [] }] = card.coverage as [(typeof card.coverage)[number]]
    const without = new Set(silent)
    expect([states.length, silent.length]).toEqual([192, 72])
    expect(rows.filter((row) => without.has(String(row['from_id'])) && without.has(String(row['to_id'])))).toEqual([])
    const partners = new Set(
      rows.flatMap(({ from_id, to_id }) => (without.has(String(from_id)) ? [to_id] : without.has(String(to_id)) ? [from_id] : [])),
    )
    expect(states.filter((state) => !without.has(state) && !partners.has(state))).toEqual([])
  })
})
