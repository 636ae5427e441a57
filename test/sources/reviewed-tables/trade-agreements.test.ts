import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { readDatedRelations } from '../../../src/sources/reviewed-tables/dated-relations.ts'
import { card, readTradeAgreements } from '../../../src/sources/reviewed-tables/trade-agreements.ts'
import { stateOf } from '../../../src/states/index.ts'
import { type Columns, tables } from '../../../src/store/index.ts'
import { ownTable } from '../own-table.ts'

const header = 'agreement,name,kind,role,side,party,other_party,start_date,end_date,ended_by,publisher,title,address,published,checked,note'
const page = readFileSync('docs/sources/trade-agreements.md', 'utf8')

const { asItStands, read, session } = ownTable('data/tables/trade-agreements.csv', header, readTradeAgreements)
let table: Columns
beforeAll(async () => {
  table = await asItStands()
})

const rowsOf = (agreement: string): string[] =>
  (table.agreement ?? []).flatMap((id, i) => {
    const cell = (column: string): string => String(table[column]?.[i] ?? '')
    if (id !== agreement) return []
    return [['role', 'side', 'party', 'other_party', 'start_told', 'end_told', 'ended_by'].map(cell).filter(Boolean).join(' ')]
  })

test('the columns are those of the table, every row names us as its source, and the page states the rows, agreements and kinds', () => {
  expect(Object.keys(table).sort()).toEqual(Object.keys(tables.trade_agreements).sort())
  expect(new Set(table.source)).toEqual(new Set([card.id]))
  const count = (n: number): string => n.toLocaleString('en-US')
  expect(page).toContain(`${count(table.agreement!.length)} rows, ${count(new Set(table.agreement).size)} agreements`)
  const kinds = new Map<unknown, Set<unknown>>()
  for (const [i, kind] of (table.kind ?? []).entries()) kinds.set(kind, (kinds.get(kind) ?? new Set()).add(table.agreement?.[i]))
  for (const [kind, of] of kinds) expect(page).toContain(`| \`${kind}\` | ${count(of.size)} |`)
  const matched = (table.checked ?? []).filter((one) => one === 'matched').length
  expect(page).toContain(`${count(matched)} rows are \`matched\``)
})

test('real rows: parties with days of their own, ends by accession, suspensions', () => {
  expect(rowsOf('EU')).toEqual(['party EU 1958-01-01', 'party GBR 2020-02-01 2020-12-31 expiry'])
  expect(rowsOf('EFTA')).toContain('party PRT 1960-05-03 1985-12-31 accession')
  expect(rowsOf('CHL-EU-2003')).toEqual(['party 1 EU 2003-02-01 2025-01-31 replaced', 'party 2 CHL 2003-02-01 2025-01-31 replaced'])
  expect(rowsOf('CAFTA-DR')).toContain('party CRI 2009-01-01')
  expect(rowsOf('NAFTA')).toEqual(['CAN', 'MEX', 'USA'].map((one) => `party ${one} 1994-01-01 2020-06-30 replaced`))
  expect(rowsOf('USMCA')).toEqual(['CAN', 'MEX', 'USA'].map((one) => `party ${one} 2020-07-01`))
  expect(rowsOf('CISFTA-2012')).toContain('suspended RUS UKR 2016-01-01')
  expect(rowsOf('SYR-TUR-2007')).toContain('suspended SYR TUR 2011-12-06')
  expect(rowsOf('CPTPP')).toContain('not in force CAN GBR 2024-12-15')
  expect(rowsOf('JOR-TUR-2011')).toContain('party JOR 2011-03-01 2018-11-21 withdrawal')
  expect(rowsOf('EFTA-SACU-2008')).toEqual(['party 1 EFTA 2008-05-01', 'party 2 SACU 2008-05-01'])
})

test('numbers of parties that the agreements state', () => {
  const parties = (agreement: string): number => rowsOf(agreement).filter((row) => row.startsWith('party')).length
  expect(
    ['RCEP', 'CPTPP', 'AFTA', 'PAFTA', 'SAFTA', 'GCC', 'CAFTA-DR', 'PACIFIC-ALLIANCE', 'UEMOA', 'EAEU'].map((one) => [one, parties(one)]),
  ).toEqual([
    ['RCEP', 15],
    ['CPTPP', 12],
    ['AFTA', 10],
    ['PAFTA', 17], // and Palestine
    ['SAFTA', 8],
    ['GCC', 6],
    ['CAFTA-DR', 7],
    ['PACIFIC-ALLIANCE', 4],
    ['UEMOA', 8],
    ['EAEU', 5],
  ])
})

const text = 'P,T,https://example.org,2020,named,'
const good = `A-1,One,free trade area,party,,CHL,,2000-01-01,,,${text}`
const second = good.replace('CHL', 'PER')

test('a sound table is read', async () => {
  const columns = await read([good, second, `A-1,One,free trade area,suspended,,CHL,PER,2001,2002,expiry,${text}`])
  expect(columns.start_date).toEqual(['2000-01-01', '2000-01-01', '2001-01-01'])
  expect(columns.end_date).toEqual([null, null, '2002-12-31'])
})

test.each([
  ['no agreement', second.replace('A-1', ''), 'names no agreement'],
  ['an unknown kind', second.replace('free trade area', 'club'), 'has the kind "club"'],
  [
    'an agreement of two kinds',
    second.replace('free trade area', 'customs union'),
    'has the kind "customs union"; A-1 is "free trade area" above',
  ],
  ['an agreement of two names', second.replace('One', 'Two'), 'has the name "Two"; A-1 is "One" above'],
  ['an unknown role', second.replace('party', 'friend'), 'has the role "friend"'],
  ['a side where the first party has none', second.replace('party,,', 'party,2,'), 'has a side, unlike A-1 above'],
  ['a side that is none', second.replace('party,,', 'party,left,'), 'has the side "left"'],
  ['a second state beside a party', second.replace('PER,,', 'PER,BOL,'), 'names BOL beside a party'],
  ['a suspension for a state that is no party', good.replace('party,,CHL,', 'suspended,,CHL,PER'), 'is suspended for "PER"'],
  ['a state that is none', second.replace('PER', 'QQQ'), 'names "QQQ", which is no state'],
  ['a state that had ended', second.replace('PER', 'DDR'), 'has DDR from 2000-01-01 to this day, when it did not exist'],
  ['an agreement as its own party that is no bloc', second.replace('PER', 'A-1'), 'has A-1 as its own party, which is no bloc'],
  ['an end before the start', second.replace('2000-01-01,,', '2000-01-01,1999,ended'), 'ends on 1999, before it starts on 2000-01-01'],
  ['an end without its cause', second.replace('2000-01-01,,', '2000-01-01,2001,'), 'ends on 2001 and does not say why'],
  ['a cause without an end', second.replace('2000-01-01,,', '2000-01-01,,ended'), 'ends by ended on no day'],
  ['the same party twice', good, 'overlaps a row of the same kind'],
  ['no text', second.replace('P,T,', ',,'), 'names no publisher or title'],
])('%s is refused with file and line', async (_, line, message) => {
  await expect(read([good, line])).rejects.toThrow(`trade-agreements.csv:3 ${message}`)
})

test('one real row made wrong is refused with its line: Norway leaves EFTA before it came, Chile becomes a state that is none', async () => {
  const lines = readFileSync('data/tables/trade-agreements.csv', 'utf8').trimEnd().split('\n').slice(1)
  const wrong = async (start: string, change: (line: string) => string): Promise<void> => {
    const at = lines.findIndex((line) => line.startsWith(start))
    const changed = lines.map((line, i) => (i === at ? change(line) : line))
    expect(changed[at]).not.toBe(lines[at])
    await expect(read(changed)).rejects.toThrow(`trade-agreements.csv:${at + 2} `)
  }
  await wrong('EFTA,European Free Trade Association,free trade area,party,,NOR', (line) =>
    line.replace('1960-05-03,,', '1960-05-03,1959-12-31,ended'),
  )
  await wrong('CHL-CHN-2006,', (line) => line.replace(',CHL,', ',CHX,'))
  await wrong('CHL-CHN-2006,', (line) => line.replace('2006-10-01', '2006-10-32'))
})

test('entries into force agree with those of dated-relations, but for upgrades, days of one side alone and treaties without preferences', async () => {
  const dated = await readDatedRelations('data/tables/dated-relations.csv', session())
  const starts = new Map<string, string[]>()
  for (const [i, agreement] of (table.agreement ?? []).entries())
    if (table.role?.[i] === 'party') {
      const key = `${agreement} ${table.party?.[i]}`
      starts.set(key, [...(starts.get(key) ?? []), String(table.start_told?.[i])])
    }
  const ids = [...new Set(table.agreement)].map(String)
  const compared: string[] = []
  const apart: string[] = []
  for (const [i, kind] of (dated.kind ?? []).entries()) {
    const [a, b, day] = [dated.state_a?.[i], dated.state_b?.[i], String(dated.told?.[i])].map(String) as [string, string, string]
    if (kind !== 'trade-agreement' || dated.date_kind?.[i] !== 'in-force' || !(stateOf(a) || a === 'EU') || !(stateOf(b) || b === 'EU'))
      continue
    compared.push(day)
    const agrees = ids.some((id) => {
      const both = [starts.get(`${id} ${a}`), starts.get(`${id} ${b}`)]
      return both[0]?.some((x) => both[1]?.some((y) => (x > y ? x : y) === day))
    })
    if (!agrees) apart.push(`${a} ${b} ${day}`)
  }
  expect(compared.length).toBeGreaterThan(200)
  expect(apart).toEqual([
    'CHL IND 2007-08-17', // India's day is 2007-09-11
    'CHL MYS 2012-02-25', // Chile's is 2012-04-18
    'CHN NZL 2022-04-07', // upgrade
    'CHN PAK 2020-01-01', // upgrade
    'RUS SRB 2006-06-03', // Serbia is a state of our list from 2006-06-05
    'UKR EU 2014-04-23', // preferences of the Union alone until 2016-01-01
    'USA VNM 2001-12', // most-favoured-nation treatment
  ])
})

test('an agreement of agreements of agreements is refused', async () => {
  const nested = [good, second, good.replaceAll('A-1', 'B-1').replace('CHL', 'A-1'), good.replaceAll('A-1', 'C-1').replace('CHL', 'B-1')]
  await expect(read(nested)).rejects.toThrow('trade-agreements.csv:5 has B-1 as a party, which has agreements as parties itself')
})
