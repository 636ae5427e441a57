import { readFileSync, writeFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { card, readAllianceCommitments } from '../../../src/sources/reviewed-tables/alliance-commitments.ts'
import { type Columns, tables } from '../../../src/store/index.ts'
import { ownTable } from '../own-table.ts'

const header = 'treaty,name,scope,state,start_date,end_date,defence,offence,neutrality,nonaggression,consultation,citation,checked,note'
const page = readFileSync('docs/sources/alliance-commitments.md', 'utf8')

const { asItStands, read, session, at } = ownTable('data/tables/alliance-commitments.csv', header, readAllianceCommitments)
let table: Columns
beforeAll(async () => {
  table = await asItStands()
})
const good = 'x-1990,X,pair,FRA,1990-01-01,,true,false,false,false,true,x,read,'
const partner = 'x-1990,X,pair,CHN,1990-01-01,,true,false,false,false,true,x,read,'

interface Spell {
  readonly state: string
  readonly from: string
  readonly to: string | null
  readonly owes: string
}

function spellsOf(treaty: string): Spell[] {
  return (table.treaty ?? []).flatMap((id, i) => {
    if (id !== treaty) return []
    const flags = [table.defence, table.offence, table.neutrality, table.nonaggression, table.consultation]
    const owes = ['D', 'O', 'N', 'A', 'C'].filter((_, k) => flags[k]?.[i] === true).join('')
    return [{ state: String(table.state?.[i]), from: String(table.start_date?.[i]), to: table.end_date?.[i] as string | null, owes }]
  })
}

test('the columns are those of the table commitments, and every row names us as its source', () => {
  expect(Object.keys(table).sort()).toEqual(Object.keys(tables.commitments).sort())
  expect(new Set(table.source)).toEqual(new Set([card.id]))
  expect(table.treaty?.length).toBeGreaterThanOrEqual(1030)
  expect(new Set(table.treaty).size).toBeGreaterThanOrEqual(284)
})

test('every row reaches into the window that the card covers', () => {
  const { from, to } = card.coverage[0]!
  const outside = (table.treaty ?? []).filter((_, i) => {
    const end = table.end_date?.[i] ?? null
    return String(table.start_date?.[i]) > to || (end !== null && String(end) < from)
  })
  expect(outside).toEqual([])
})

test('every citation is explained on the page of the source, and the page explains no other', () => {
  const explained = [...page.slice(page.indexOf('## The texts')).matchAll(/^\| `([a-z0-9-]+)` \|/gm)].map((match) => match[1])
  expect([...new Set(table.citation)].sort()).toEqual([...new Set(explained)].sort())
})

test('China and Russia: the treaty of 2001 forbids force and asks for consultation, and promises no defence', () => {
  expect(spellsOf('china-russia-2001')).toEqual([
    { state: 'CHN', from: '2002-02-28', to: null, owes: 'AC' },
    { state: 'RUS', from: '2002-02-28', to: null, owes: 'AC' },
  ])
})

test('a treaty gives each party its own days: NATO of 1999, the denunciation of the Rio Treaty, the end of the Warsaw Treaty', () => {
  const day = (treaty: string, state: string): Spell | undefined => spellsOf(treaty).find((spell) => spell.state === state)
  expect(day('north-atlantic-1949', 'POL')).toMatchObject({ from: '1999-03-12', to: null, owes: 'DAC' })
  expect(day('rio-1947', 'MEX')).toMatchObject({ from: '1948-12-03', to: '2004-09-06' })
  expect(new Set(spellsOf('warsaw-1955').map((spell) => spell.to))).toEqual(new Set(['1968-09-13', '1990-09-24', '1991-07-01']))
})

test('the parties of the Treaty of Amity and Cooperation are the numbers that ASEAN announced, less the European Union', () => {
  const partiesOn = (day: string): number => spellsOf('asean-tac-1976').filter(({ from }) => from <= day).length
  for (const [day, announced] of [
    ['2016-09-06', 35],
    ['2020-11-10', 43],
    ['2022-08-03', 49],
    ['2022-11-10', 50],
    ['2023-07-12', 51],
    ['2023-09-04', 54],
    ['2025-07-09', 57],
    ['2025-10-25', 58],
  ] as const)
    expect([day, partiesOn(day) + 1]).toEqual([day, announced])
})

test('the later members of the SCO are bound by its treaty of 2007 from their membership on, and the days of the six founders stand', () => {
  const from = new Map(spellsOf('sco-2007').map((spell) => [spell.state, spell.from]))
  expect([from.get('CHN'), from.get('PAK'), from.get('IRN'), from.get('BLR')]).toEqual([
    '2012-10-31',
    '2017-06-09',
    '2023-07-04',
    '2024-07-04',
  ])
  expect(from.size).toBe(10)
})

test('China and the Soviet Union owed each other defence in 1955, by the treaty of 1950 and not by that of 1945', () => {
  const inForce = [...new Set(table.treaty)].filter((id) => {
    const spells = spellsOf(String(id)).filter(({ from, to }) => from <= '1955-06-30' && (to === null || to >= '1955-06-30'))
    return ['CHN', 'RUS'].every((state) => spells.some((spell) => spell.state === state && spell.owes.includes('D')))
  })
  expect(inForce).toEqual(['china-ussr-1950'])
  expect(spellsOf('china-ussr-1945').map(({ to }) => to)).toEqual(['1950-04-10', '1950-04-10'])
})

test('treaties of conduct and charters that any state of the world or region may join are marked as open, and no other', () => {
  const open = new Set((table.treaty ?? []).filter((_, i) => table.scope?.[i] === 'open'))
  expect([...open].sort()).toEqual(['african-union-2001', 'arab-league-1945', 'asean-tac-1976', 'cis-charter-1993', 'oas-charter-1948'])
})

test('a row whose text was only named says that its days were not checked, or that it has the year only', () => {
  const unsaid = (table.treaty ?? []).filter(
    (_, i) => table.checked?.[i] === 'named' && !/not checked|year only|by notice/.test(String(table.note?.[i])),
  )
  expect(unsaid).toEqual([])
})

test('a one-sided pact has different promises on its two rows', () => {
  expect(spellsOf('us-palau-1994').map(({ state, owes }) => [state, owes])).toEqual([
    ['PLW', 'A'],
    ['USA', 'D'],
  ])
})

test('a suspension ends a row and a return begins another', () => {
  expect(spellsOf('collective-security-1992').filter((spell) => spell.state === 'UZB')).toEqual([
    { state: 'UZB', from: '1994-04-20', to: '1999-04-20', owes: 'DAC' },
    { state: 'UZB', from: '2006-06-23', to: '2012-06-27', owes: 'DAC' },
  ])
})

test('Pyongyang and Moscow: none in force between the end of the alliance of 1961 and the treaty of 2000', () => {
  expect(spellsOf('ussr-dprk-1961').map((spell) => spell.to)).toEqual(['1996-09-10', '1996-09-10'])
  expect(spellsOf('russia-dprk-2000').map(({ from, to, owes }) => [from, to, owes])[0]).toEqual(['2000-10-10', '2024-12-03', 'C'])
  expect(spellsOf('russia-dprk-2024').map(({ from, to, owes }) => [from, to, owes])[0]).toEqual(['2024-12-04', null, 'DAC'])
})

test('a well-formed file is read as it stands: blanks are null, flags are booleans', async () => {
  expect(await read([good, partner])).toMatchObject({
    treaty: ['x-1990', 'x-1990'],
    end_date: [null, null],
    defence: [true, true],
    offence: [false, false],
    scope: ['pair', 'pair'],
    checked: ['read', 'read'],
    note: [null, null],
  })
})

test.each([
  ['no treaty', good.replace('x-1990', ''), 'names no treaty'],
  ['an unknown state', good.replace('FRA', 'XYZ'), 'names the state "XYZ", which is none'],
  ['a day that is none', good.replace('1990-01-01', '1990-02-30'), 'has the start "1990-02-30"'],
  ['an end that is none', good.replace(',,true', ',2001,true'), 'has the end "2001"'],
  ['an end before the start', good.replace(',,true', ',1989-12-31,true'), 'ends on 1989-12-31, before it starts on 1990-01-01'],
  ['a flag that is neither', good.replace('true', 'yes'), 'has "yes" for defence'],
  ['no obligation', good.replaceAll('true', 'false'), 'has no obligation'],
  ['no citation', good.replace(',x,', ',,'), 'has no citation'],
  ['a scope that is none', good.replace('pair', 'club'), 'has the scope "club"'],
  ['another scope', good.replace('pair', 'open'), 'gives x-1990 the scope open, an earlier row pair'],
  ['an unknown degree of checking', good.replace(',read,', ',seen,'), 'has "seen" for checked'],
  ['another name', good.replace(',X,', ',Y,'), 'calls x-1990 "Y", an earlier row "X"'],
  ['an overlap', partner.replace('1990-01-01', '1995-01-01'), 'overlaps another spell of CHN in x-1990, from 1990-01-01 to this day'],
])('%s is refused with file and line', async (_, line, what) => {
  await expect(read([partner, line])).rejects.toMatchObject({ code: 'BadInput', message: expect.stringContaining(what) })
  await expect(read([partner, line])).rejects.toThrow(/^alliance-commitments\.csv:3 /)
})

test('a treaty with one party, a missing file and a file without the columns are refused', async () => {
  await expect(read([good])).rejects.toThrow('commitments.csv:2 is the only party of x-1990')
  await expect(read([good, partner, good.replace('FRA', 'USA')])).rejects.toThrow(
    'commitments.csv:2 has the scope pair, but x-1990 has 3 parties',
  )
  await expect(readAllianceCommitments(at('none.csv'), session())).rejects.toMatchObject({ code: 'BadInput' })
  writeFileSync(at('other.csv'), 'a,b\n1,2\n')
  await expect(readAllianceCommitments(at('other.csv'), session())).rejects.toMatchObject({ code: 'BadInput' })
})

test('a party of a charter in force is a member of its body, in force or suspended, on the last day of the record', () => {
  const day = '2026-11-24'
  const bodies = [
    ['oas-charter-1948', 'OAS', 'institution'],
    ['eccas-2000', 'ECCAS', 'institution'],
    ['arab-maghreb-1989', 'AMU', 'institution'],
    ['sadc-2003', 'SADC', 'institution'],
    ...[
      ['north-atlantic-1949', 'NATO'],
      ['eu-lisbon-2009', 'EU'],
      ['african-union-2001', 'AU'],
      ['arab-league-1945', 'ARAB-LEAGUE'],
      ['arab-defence-1950', 'ARAB-LEAGUE'],
      ['cis-charter-1993', 'CIS'],
      ['collective-security-1992', 'CSTO'],
      ['gcc-2000', 'GCC'],
      ['ecowas-defence-1981', 'ECOWAS'],
      ['ecowas-nonaggression-1978', 'ECOWAS'],
      ['sco-2007', 'SCO'],
      ['sahel-2023', 'AES'],
    ].map(([treaty, body]) => [treaty!, body!, 'bloc'] as const),
  ] as const
  for (const [treaty, body, kind] of bodies) {
    const rows = readFileSync(`data/tables/${kind}-memberships.csv`, 'utf8')
      .split('\n')
      .map((line) => line.split(','))
    const members = new Set(
      rows
        .filter(([id, , role, , end]) => id === body && (role === 'member' || role === 'suspended') && (end === '' || end! >= day))
        .map(([, state]) => state),
    )
    expect(members.size, body).toBeGreaterThan(2)
    const without = spellsOf(treaty).filter(({ state, to }) => (to === null || to >= day) && !members.has(state))
    expect(without, treaty).toEqual([])
  }
})
