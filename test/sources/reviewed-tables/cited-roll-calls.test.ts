import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { card, readCitedRollCalls } from '../../../src/sources/reviewed-tables/cited-roll-calls.ts'
import { type Columns, tables } from '../../../src/store/index.ts'
import { ownTable } from '../own-table.ts'

const header = 'symbol,date,name,yes,no,abstain,yes_count,no_count,abstain_count,publisher,title,address,published,accessed_via,note'
const page = readFileSync('docs/sources/cited-roll-calls.md', 'utf8')

const { asItStands, read } = ownTable('data/tables/roll-calls.csv', header, readCitedRollCalls)
let table: Columns
beforeAll(async () => {
  table = await asItStands()
})
const good = 'A/RES/ES-11/7,2025-02-24,Peace,FRA UKR,RUS USA,CHN,2,2,1,P,T,https://example.org,2025,,counts: Q'

const on = (symbol: string, side: 'yes' | 'no' | 'abstain'): string[] => {
  const row = (table.symbol ?? []).indexOf(symbol)
  return String(table[side]?.[row]).split(' ')
}

test('the columns are those of the table, every row names us as its source, and the page tells every roll call with its counts', () => {
  expect(Object.keys(table)).toEqual(Object.keys(tables.cited_roll_calls))
  expect(new Set(table.source)).toEqual(new Set([card.id]))
  expect(page).toContain(`: ${table.symbol?.length} roll calls.`)
  for (const symbol of (table.symbol ?? []).map(String)) {
    const counts = (['yes', 'no', 'abstain'] as const).map((side) => on(symbol, side).length).join(' | ')
    expect(page).toMatch(new RegExp(`\\| ${symbol} \\|[^\\n]+\\| ${counts.replaceAll('|', '\\|')} \\|`))
  }
  const dates = (table.date ?? []).map(String)
  expect(dates).toEqual([...dates].sort())
  expect([dates[0], dates.at(-1)]).toEqual([card.coverage[0]?.from, card.coverage[0]?.to])
})

test('positions that are public knowledge', () => {
  for (const state of ['USA', 'RUS', 'ISR', 'HUN', 'BLR', 'PRK']) expect(on('A/RES/ES-11/7', 'no')).toContain(state)
  for (const state of ['CHN', 'IND', 'BRA', 'ZAF', 'SAU', 'ARG']) expect(on('A/RES/ES-11/7', 'abstain')).toContain(state)
  expect(on('A/RES/ES-11/8', 'no')).toEqual(['BFA', 'BLR', 'MLI', 'NER', 'NIC', 'PRK', 'RUS', 'SDN'])
  for (const state of ['USA', 'UKR', 'CHN']) expect(on('A/RES/ES-11/8', 'abstain')).toContain(state)
  expect(on('A/RES/ES-10/27', 'no')).toEqual('ARG FJI FSM HUN ISR NRU PLW PNG PRY TON TUV USA'.split(' '))
  expect(on('A/RES/ES-10/26', 'no')).toEqual('ARG CZE HUN ISR NRU PNG PRY TON USA'.split(' '))
})

test('a decision has its session, and a side may be empty', async () => {
  const columns = await read(['A/DEC/80/506,2025-09-12,Peace,FRA,,,1,0,0,P,T,https://example.org,2025-09,,counts: Q'])
  expect([columns.session, columns.yes, columns.no]).toEqual([['80'], ['FRA'], ['']])
})

test.each([
  ['a symbol that is none', good.replace('A/RES/ES-11/7', 'S/RES/2774'), 'has the symbol "S/RES/2774"'],
  ['a day that is none', good.replace('2025-02-24', '2025-02-30'), 'has the date "2025-02-30"'],
  ['no title', good.replace('Peace', ''), 'does not name what was voted on'],
  ['a stranger', good.replace('UKR', 'XXX'), 'names "XXX" under yes'],
  ['another order', good.replace('FRA UKR', 'UKR FRA'), 'has FRA behind UKR under yes'],
  ['a state twice on a list', good.replace('FRA UKR', 'FRA FRA'), 'has FRA behind FRA under yes'],
  ['a state on two lists', good.replace(',CHN,', ',RUS,'), 'has RUS on two lists'],
  ['half a roll call', good.replace(',2,2,1,', ',93,18,65,'), 'states the count "93" of yes and lists 2'],
  ['no text', good.replace(',P,T,', ',,,'), 'names no publisher or title'],
  ['an address that is none', good.replace('https:', 'at '), 'has the address "at //example.org"'],
  ['no second text', good.replace('counts: Q', ''), 'names no second text'],
])('%s is refused with file and line', async (_, line, problem) => {
  await expect(read([line])).rejects.toThrow(`roll-calls.csv:2 ${problem}`)
})

test('a text that was voted on stands once', async () => {
  await expect(read([good, good])).rejects.toThrow('roll-calls.csv:3 tells A/RES/ES-11/7 a second time')
})
