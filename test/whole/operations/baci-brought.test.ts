import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { checkInput, operations } from '../../../src/operations/index.ts'
import type { AddAnswer } from '../../../src/reports/answers/add-pull-diff.ts'
import { openSnapshot } from '../../../src/store/index.ts'

const homes: string[] = []
let home = ''
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "visavis-baci it's-"))
  homes.push(home)
})
afterAll(() => Promise.all(homes.map((one) => rm(one, { recursive: true, force: true }))))

async function file(name: string, header: string, ...rows: string[]): Promise<string> {
  const path = join(home, name)
  await writeFile(path, `${header}\n${rows.join('\n')}\n`)
  return path
}

const year = (of: number, ...rows: string[]): Promise<string> => file(`BACI_HS17_Y${of}_V202401.csv`, 't,i,j,k,v,q', ...rows)
const codes = (): Promise<string> => file('country_codes_V202401.csv', 'country_code', '156', '643', '842')

async function add(...files: string[]): Promise<AddAnswer> {
  const operation = operations.find((one) => one.name === 'add')!
  const work = await operation.load()
  const context = { env: { VISAVIS_HOME: home }, today: '2027-01-01', now: '2027-01-01T00:00:00.000Z' }
  const answer = (await work.run(checkInput(operation, { source: 'baci-year', files }), context)) as AddAnswer
  expect(work.output.safeParse(JSON.parse(JSON.stringify(answer))).error?.issues ?? []).toEqual([])
  return answer
}

test('native years come in with their products: totals of pairs and each product, under the vintage of the files', async () => {
  const first = await year(2021, '2021,643,156,010121,5.5,1.25', '2021,643,156,9999AA,1.5,')
  const second = await year(2022, '2022,156,643,010121,2,NA')
  const answer = await add(first, await codes(), second)
  expect(answer.rows).toEqual({ observations: 6, product_flows: 3 })
  expect(answer.coverage).toEqual([
    { indicator: 'goods-trade-flow', from: '2021-01-01', to: '2022-12-31' },
    { indicator: 'goods-listed-total', from: '2021-01-01', to: '2022-12-31' },
    { indicator: 'goods-by-product', from: '2021-01-01', to: '2022-12-31' },
  ])
  const snapshot = await openSnapshot(home)
  try {
    const rows = await snapshot.rows('SELECT * FROM product_flows ORDER BY start_date, product')
    expect(rows.map((row) => [row['product'], row['from_id'], row['to_id'], row['value'], row['tonnes']])).toEqual([
      ['010121', 'RUS', 'CHN', 5500, 1.25],
      ['9999AA', 'RUS', 'CHN', 1500, null],
      ['010121', 'CHN', 'RUS', 2000, null],
    ])
    expect(new Set(rows.map((row) => row['vintage']))).toEqual(new Set([answer.vintage]))
    const totals = await snapshot.rows(
      "SELECT value FROM observations WHERE source = 'baci-year' AND indicator = 'goods-trade-flow' AND from_id = 'RUS'",
    )
    expect(totals).toEqual([{ value: 7000 }])
  } finally {
    snapshot.close()
  }
})

test('a product that a pair has twice is refused with its name, and nothing is written', async () => {
  const doubled = await year(2021, '2021,643,156,010121,5.5,1', '2021,643,156,010121,5.5,1', '2021,643,156,010129,1,1')
  await expect(add(doubled, await codes())).rejects.toThrow(/BACI_HS17_Y2021_V202401\.csv: 643 to 156 has product 010121 twice/)
  expect(await readdir(join(home, 'snapshots')).catch(() => [])).toEqual([])
})

test('years of two versions, one year twice, and a year without codes are refused', async () => {
  const row = '2021,643,156,010121,5.5,1'
  const one = await year(2021, row)
  const later = await file('BACI_HS17_Y2022_V202501.csv', 't,i,j,k,v,q', '2022,643,156,010121,5.5,1')
  await expect(add(one, later, await codes())).rejects.toThrow('are of two nomenclatures or versions')
  await expect(add(one, one, await codes())).rejects.toThrow('the year 2021 is given twice')
  await expect(add(one)).rejects.toThrow('1 yearly files and 0 lists of codes were given')
})
