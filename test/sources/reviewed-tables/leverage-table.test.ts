import { beforeAll, expect, test } from 'vitest'
import { tradeModel } from '../../../src/scenarios/coalitions/coalition-job.ts'
import { leverage } from '../../../src/scenarios/coalitions/leverage.ts'
import { baseNamed } from '../../../src/scenarios/data/bases.ts'
import { elasticitySetsOf } from '../../../src/scenarios/data/elasticity-sets.ts'
import { readLeverageTable } from '../../../src/sources/reviewed-tables/leverage-table.ts'
import { type Columns, tables } from '../../../src/store/index.ts'
import { ownTable } from '../own-table.ts'

const header = 'a,b,base,a_loss,a_low,a_high,b_loss,b_low,b_high,sets'
const { asItStands, read } = ownTable('data/tables/leverage.csv', header, readLeverageTable)
let table: Columns
beforeAll(async () => {
  table = await asItStands()
})
const good = 'CHN,RUS,icio-2022,0.0509,0.03,0.0758,0.654,0.391,1.01,7/7'

test('the columns are those of the table, and every pair stands there once', () => {
  expect(Object.keys(table).sort()).toEqual(Object.keys(tables.trade_losses).sort())
  const pairs = (table.state_a ?? []).map((a, i) => `${a} ${table.state_b?.[i]}`)
  expect(new Set(pairs).size).toBe(pairs.length)
})

test.each([
  ['CHN', 'RUS', 'icio-2022'],
  ['KEN', 'TZA', 'baci-2023'],
])('the losses of %s and %s are those that the model gives', (a, b, id) => {
  const base = baseNamed(id)
  const sectors = base.sectors.map((_, s) => s)
  const at = (iso3: string): number => base.economies.indexOf(iso3)
  const cut = { factor: Number.POSITIVE_INFINITY, sectors }
  const losses = elasticitySetsOf(base).map(({ values }) => leverage(tradeModel(id, values), [at(a)], [at(b)], cut).allTrade)
  const row = (table.state_a ?? []).findIndex((one, i) => one === a && table.state_b?.[i] === b)
  const three = (percent: number): number => Number((Number(percent.toPrecision(3)) / 100).toPrecision(3))
  expect(table.base?.[row]).toBe(id)
  expect([table.loss_a?.[row], table.loss_b?.[row]]).toEqual([three(losses[0]!.a), three(losses[0]!.b)])
  expect(table.low_a?.[row]).toBe(three(Math.min(...losses.map((one) => one.a))))
  expect(table.high_b?.[row]).toBe(three(Math.max(...losses.map((one) => one.b))))
})

test.each([
  ['a name that is no state', good.replace('RUS', 'XXX'), 'names "XXX"'],
  ['states out of order', good.replace('CHN,RUS', 'RUS,CHN'), 'does not name the state first'],
  ['another base', good.replace('icio-2022', 'gtap'), 'has "gtap", which is no base'],
  ['a text for a number', good.replace('0.0509', 'much'), 'has "much" for a_loss'],
  ['a blank', good.replace('0.0509', ''), 'has "" for a_loss'],
  ['a count without its whole', good.replace('7/7', '7'), 'has "7" for sets'],
])('refused with its line: %s', async (_, row, why) => {
  await expect(read([row])).rejects.toThrow(why)
})
