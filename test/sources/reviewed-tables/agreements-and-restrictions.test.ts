import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { card, readAgreementsAndRestrictions } from '../../../src/sources/reviewed-tables/agreements-and-restrictions.ts'
import { type Columns, tables } from '../../../src/store/index.ts'
import { ownTable } from '../own-table.ts'

const header = 'kind,state_a,state_b,start_date,end_date,actor,form,name,amount,currency,publisher,title,address,published,checked,note'
const page = readFileSync('docs/sources/agreements-and-restrictions.md', 'utf8')

const { asItStands, read } = ownTable('data/tables/agreements-and-restrictions.csv', header, readAgreementsAndRestrictions)
let table: Columns
beforeAll(async () => {
  table = await asItStands()
})
const good =
  'swap-line,CHN,RUS,2014-10-13,2017-10-12,both,local currency,People’s Bank of China,150000000000,CNY,P,T,https://example.org,2014,named,'

const rowsOf = (a: string, b: string, kind: string): { start: unknown; end: unknown; amount: unknown; currency: unknown }[] =>
  (table.kind ?? []).flatMap((one, i) =>
    one === kind && table.state_a?.[i] === a && table.state_b?.[i] === b
      ? [{ start: table.start_told?.[i], end: table.end_told?.[i], amount: table.amount?.[i], currency: table.currency?.[i] }]
      : [],
  )

test('the columns are those of the table, every row names us as its source, and the page counts the rows of each kind', () => {
  expect(Object.keys(table).sort()).toEqual(Object.keys(tables.agreements_and_restrictions).sort())
  expect(new Set(table.source)).toEqual(new Set([card.id]))
  const counts = new Map<unknown, number>()
  for (const one of table.kind ?? []) counts.set(one, (counts.get(one) ?? 0) + 1)
  for (const [one, count] of counts) expect(page).toMatch(new RegExp(`\\| \`${one}\` \\|.+\\| ${count} \\|`))
  expect(page).toContain(`${table.kind?.length} rows`)
  const checked = (how: string): number => (table.checked ?? []).filter((one) => one === how).length
  expect(page).toContain(`${checked('read')} rows are \`read\`, ${checked('named')} \`named\``)
})

test('swap lines as the central banks announced them', () => {
  expect(rowsOf('CHN', 'JPN', 'swap-line').map(({ amount }) => amount)).toEqual([200e9, 200e9, 200e9])
  expect(rowsOf('CHN', 'IDN', 'swap-line').at(-1)).toEqual({ start: '2025-01-31', end: '2030-01-30', amount: 400e9, currency: 'CNY' })
  expect(rowsOf('KOR', 'USA', 'swap-line').map(({ start, amount }) => [start, amount])).toEqual([
    ['2008-10-29', 30e9],
    ['2020-03-19', 60e9],
  ])
  expect(rowsOf('EUROZONE', 'USA', 'swap-line').at(-1)).toEqual({ start: '2013-10-31', end: null, amount: null, currency: null })
  expect(rowsOf('GBR', 'USA', 'swap-line')).toHaveLength(3)
})

test('lines of China in force in 2025 add up to what its central bank printed for Europe and for the Middle East', () => {
  const sum = (others: readonly string[]): number =>
    (table.kind ?? []).reduce<number>((total, kind, i) => {
      const [a, b, start, end] = [table.state_a, table.state_b, table.start_date, table.end_date].map((column) => column?.[i])
      const holds = String(start) <= '2025-10-08' && String(end ?? '9999') >= '2025-10-08'
      const counts = kind === 'swap-line' && [a, b].includes('CHN') && [a, b].some((side) => others.includes(String(side)))
      return counts && holds ? total + Number(table.amount?.[i]) : total
    }, 0)
  // the report of 2025: CNY 1.08 tn with the euro area and six states, CNY 173 bn with five states
  expect(sum(['EUROZONE', 'GBR', 'CHE', 'RUS', 'HUN', 'TUR', 'ISL'])).toBe(1078.5e9)
  expect(sum(['SAU', 'ARE', 'QAT', 'TUR', 'EGY'])).toBe(173e9)
})

test('no line of one central bank with another begins before the line that it replaces has ended', () => {
  const lines = new Map<string, string>()
  for (const [i, kind] of (table.kind ?? []).entries()) {
    if (kind !== 'swap-line') continue
    const key = [table.state_a?.[i], table.state_b?.[i], table.name?.[i]].join(' ')
    const before = lines.get(key)
    const told = String(table.start_told?.[i])
    // a start told as a month may lie in the month in which the line before it ended
    const later = told.length === 10 ? String(before) < told : String(before).slice(0, told.length) <= told
    if (before !== undefined) expect(`${key} ${later}`).toBe(`${key} true`)
    lines.set(key, String(table.end_date?.[i] ?? '9999'))
  }
})

test('a restriction is that of the state that made it, never of the one whose suppliers it concerns', () => {
  const actors = (table.kind ?? []).flatMap((kind, i) => (kind === 'supplier-restriction' ? [table.actor?.[i]] : []))
  expect(actors).not.toContain('CHN')
  expect(actors).toContain('SWE')
})

test.each([
  ['an unknown kind', good.replace('swap-line', 'loan'), 'has the kind "loan"'],
  ['an unknown form', good.replace('local currency', 'gold'), 'has the form "gold"; those of swap-line are'],
  ['a row without a name', good.replace('People’s Bank of China,', ','), 'has no name'],
  ['an amount of nothing', good.replace('150000000000', '0'), 'has the amount "0"'],
  ['an amount with a decimal comma', good.replace('150000000000', '1.5e9'), 'has the amount "1.5e9"'],
  ['an amount without a currency', good.replace('CNY', ''), 'has the currency ""'],
  ['a currency without an amount', good.replace('150000000000', ''), 'has the currency CNY and no amount'],
  [
    'an amount of what is no swap line',
    good.replace('swap-line', 'settlement').replace('local currency', 'agreement'),
    'has an amount, which only a swap line has',
  ],
  ['a bloc other than the euro area', good.replace('RUS', 'EU'), 'names "EU", which is no state'],
  ['sides in the wrong order', good.replace('CHN,RUS', 'RUS,CHN'), 'has its sides in another order'],
  ['the same line twice at once', good.replace('2014-10-13', '2015-01-01'), 'overlaps a row of the same kind'],
])('%s is refused with file and line', async (_, line, message) => {
  await expect(read([good, line])).rejects.toThrow(`agreements-and-restrictions.csv:3 ${message}`)
})
