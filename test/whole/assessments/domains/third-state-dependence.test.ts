import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { assess, type ThirdState } from '../../../../src/assessments/index.ts'
import { stateOf } from '../../../../src/states/index.ts'
import { type Columns, openSnapshot, writeSnapshot } from '../../../../src/store/index.ts'

const names = [
  'indicator',
  'from_id',
  'to_id',
  'reporter',
  'start_date',
  'end_date',
  'value',
  'unit',
  'valuation',
  'status',
  'source',
  'vintage',
  'locator',
]

/** One yearly import of Kazakhstan, as it reports it. */
const row = (from: string, value: number, year = '2023', indicator = 'goods-imports'): (string | number | null)[] => [
  indicator,
  from,
  'KAZ',
  'KAZ',
  `${year}-01-01`,
  `${year}-12-31`,
  value,
  'USD',
  null,
  'observed',
  'made-up',
  'v1',
  'row 1',
]

async function thirds(rows: readonly (string | number | null)[][], to = '2024-12-31'): Promise<readonly ThirdState[]> {
  const home = mkdtempSync(join(tmpdir(), 'visavis-third-'))
  const columns = Object.fromEntries(names.map((name, i) => [name, rows.map((one) => one[i]!)])) as Columns
  const manifest = await writeSnapshot(home, { observations: { columns } }, { sources: [], created: '2025-01-01', note: 'made up' })
  const snapshot = await openSnapshot(join(home, 'snapshots', manifest.id))
  const dyad = { a: stateOf('CHN')!, b: stateOf('RUS')!, from: undefined, to, draws: 100, seed: 1 }
  return (await assess(dyad, snapshot).finally(() => snapshot.close())).thirdStates
}

describe('third states', () => {
  test('are shares of the total that a state’s own report states', async () => {
    const [found, ...others] = await thirds([row('CHN', 30), row('RUS', 10), row('DEU', 10), row('WLD', 100)])
    expect(others).toEqual([])
    expect(found).toMatchObject({ iso3: 'KAZ', flow: 'imports of goods', a: { value: 0.3, period: '2023' }, b: { value: 0.1 } })
    expect(found!.partners.value).toBeCloseTo(50 ** 2 / (30 ** 2 + 10 ** 2 + 10 ** 2), 12)
    expect(found!.a!.evidence[0]!.rows).toContain("from_id = 'CHN'")
  })

  test('a partner that the report does not list is not a share of zero', async () => {
    const [found] = await thirds([row('CHN', 30), row('WLD', 100)])
    expect(found!.b).toBeNull()
  })

  test('a few partners without a total are a selection, and tell nothing; a list of a fuel’s suppliers is whole', async () => {
    expect(await thirds([row('CHN', 30), row('RUS', 70)])).toEqual([])
    const fuel = 'fossil-imports-crude-tonnes'
    expect((await thirds([row('RUS', 70, '2023', fuel), row('NOR', 30, '2023', fuel)]))[0]!.b!.value).toBeCloseTo(0.7, 12)
  })

  test('less than a tenth, months, another’s report and old reports are left out; of two years the later speaks', async () => {
    expect(await thirds([row('CHN', 9), row('WLD', 100)])).toEqual([])
    expect(await thirds([row('CHN', 50, '2015'), row('WLD', 100, '2015')])).toEqual([])
    const month = [...row('CHN', 50)]
    month[5] = '2023-01-31'
    expect(await thirds([month, row('WLD', 100)])).toEqual([])
    const mirror = [...row('CHN', 50)]
    mirror[3] = 'CHN'
    expect(await thirds([mirror, row('WLD', 100)])).toEqual([])
    const [found] = await thirds([row('CHN', 20, '2022'), row('WLD', 100, '2022'), row('CHN', 40), row('WLD', 100)])
    expect(found!.a!.value).toBeCloseTo(0.4, 12)
  })
})
