import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { standingBodies } from '../../../src/measures/standing/standing-bodies.ts'
import { card, readInstitutionMemberships } from '../../../src/sources/reviewed-tables/institution-memberships.ts'
import { blocs } from '../../../src/states/index.ts'
import { type Columns, tables } from '../../../src/store/index.ts'
import { ownTable } from '../own-table.ts'

const header = 'institution,state,role,start_date,end_date,kind,publisher,title,address,published,checked,note'
const page = readFileSync('docs/sources/institution-memberships.md', 'utf8')

const { asItStands, read } = ownTable('data/tables/institution-memberships.csv', header, readInstitutionMemberships)
let table: Columns
beforeAll(async () => {
  table = await asItStands()
})
const good = 'BENELUX,BEL,member,1948-01-01,,economic union,P,T,https://example.org,2020,named,'

const membersOf = (institution: string, day: string): string[] =>
  (table.state ?? []).flatMap((state, i) => {
    const end = String(table.end_date?.[i] ?? '9999')
    const holds = table.institution?.[i] === institution && String(table.start_date?.[i]) <= day && day <= end
    return holds && table.role?.[i] === 'member' ? [String(state)] : []
  })

test('the columns are those of the table, every row names us as its source, and the page lists the institutions with their rows', () => {
  expect(Object.keys(table).sort()).toEqual(Object.keys(tables.institution_memberships).sort())
  expect(new Set(table.source)).toEqual(new Set([card.id]))
  const counts = new Map<unknown, number>()
  for (const one of table.institution ?? []) counts.set(one, (counts.get(one) ?? 0) + 1)
  for (const [one, count] of counts) expect(page).toMatch(new RegExp(`\\| \`${one}\` \\|.+\\| ${count} \\|`))
  expect(page).toContain(`${table.state?.length} rows`)
})

test('no bloc of the record is repeated', () => {
  const ids = new Set(blocs.map(({ id }) => id))
  expect([...new Set(table.institution)].filter((one) => ids.has(String(one)))).toEqual([])
})

test('numbers of members that the institutions state', () => {
  expect(membersOf('SCHENGEN', '2025-01-01')).toHaveLength(29)
  expect(membersOf('SCHENGEN', '2010-01-01')).toHaveLength(25)
  expect(membersOf('COUNCIL-OF-EUROPE', '2024-01-01')).toHaveLength(46)
  expect(membersOf('EEA', '2024-01-01')).toHaveLength(30)
  expect(membersOf('EFTA', '1961-01-01')).toHaveLength(7)
  expect(membersOf('SADC', '2024-01-01')).toHaveLength(16)
  expect(membersOf('EAC', '2025-01-01')).toHaveLength(8)
  expect(membersOf('CARICOM', '2024-01-01')).toHaveLength(14)
  expect(membersOf('OAS', '1990-12-31')).toHaveLength(32)
  expect(membersOf('COMECON', '1985-01-01')).toHaveLength(10)
  expect(membersOf('WEU', '2000-01-01')).toHaveLength(10)
  expect(membersOf('SAARC', '2010-01-01')).toHaveLength(8)
  expect(membersOf('OECS', '2024-01-01')).toHaveLength(6)
  expect(membersOf('WASSENAAR', '2024-01-01')).toHaveLength(42)
  expect(membersOf('NSG', '2024-01-01')).toHaveLength(48)
  expect(membersOf('AUSTRALIA-GROUP', '2024-01-01')).toHaveLength(42)
  expect(membersOf('MTCR', '2024-01-01')).toHaveLength(35)
  expect(membersOf('ESA', '2025-01-01')).toHaveLength(23)
  expect(membersOf('SEPA', '2020-01-01')).toHaveLength(35)
  for (const [day, signatories] of [
    ['2020-12-31', 9],
    ['2022-12-31', 23],
    ['2023-12-31', 33],
    ['2024-12-31', 52],
    ['2026-04-20', 62],
  ] as const)
    expect(membersOf('ARTEMIS', day)).toHaveLength(signatories)
  expect(membersOf('NORDIC-PASSPORT', '2024-01-01').sort()).toEqual(['DNK', 'FIN', 'ISL', 'NOR', 'SWE'])
})

test('numbers of members of the wide bodies, less Palestine, which is no state of our list', () => {
  const sizes = (day: string) => (institution: string) => [institution, membersOf(institution, day).length]
  expect(['OIC', 'COMMONWEALTH', 'CELAC', 'ACS', 'COMESA', 'IORA', 'UFM', 'GECF', 'ALADI', 'D-8'].map(sizes('2026-01-01'))).toEqual([
    ['OIC', 56],
    ['COMMONWEALTH', 56],
    ['CELAC', 33],
    ['ACS', 25],
    ['COMESA', 21],
    ['IORA', 23],
    ['UFM', 42],
    ['GECF', 12],
    ['ALADI', 13],
    ['D-8', 9],
  ])
  // 54 states and governments in 2019, three of which are provinces or communities
  expect(membersOf('OIF', '2019-01-01')).toHaveLength(51)
  expect(membersOf('COMMONWEALTH', '2017-01-01')).toHaveLength(52)
})

test('who left, came back or was suspended: South Africa and Zimbabwe, Syria, Brazil, Bolivia, Guinea-Bissau', () => {
  const isIn = (institution: string, state: string, ...days: string[]): boolean[] =>
    days.map((day) => membersOf(institution, day).includes(state))
  expect(isIn('COMMONWEALTH', 'ZAF', '1961-05-30', '1961-05-31', '1994-06-01')).toEqual([true, false, true])
  expect(isIn('COMMONWEALTH', 'ZWE', '2002-03-18', '2002-03-19', '2026-01-01')).toEqual([true, false, false])
  expect(isIn('OIC', 'SYR', '2012-08-14', '2020-01-01', '2025-03-07')).toEqual([true, false, true])
  expect(isIn('CELAC', 'BRA', '2020-01-15', '2022-01-01', '2023-01-05')).toEqual([true, false, true])
  expect(isIn('ALBA', 'BOL', '2019-11-14', '2020-06-01', '2025-10-23', '2026-01-01')).toEqual([true, false, true, false])
  expect(isIn('COUNCIL-OF-EUROPE', 'RUS', '2022-02-24', '2022-02-25', '2024-01-01')).toEqual([true, false, false])
  expect(isIn('OAS', 'HND', '2009-07-03', '2010-01-01', '2011-06-01')).toEqual([true, false, true])
  expect(isIn('EAC-1967', 'KEN', '1970-01-01', '1978-01-01')).toEqual([true, false])
  expect(isIn('CPLP', 'GNB', '2025-12-15', '2025-12-16')).toEqual([true, false])
})

test('no wide body counts in the standing of a pair', () => {
  const wide = (table.institution ?? []).filter((_, i) => table.kind?.[i] === 'interregional organisation')
  expect([...new Set(wide)].sort()).toEqual(['COMMONWEALTH', 'CPLP', 'D-8', 'OIC', 'OIF'])
  const loose = [
    ...wide,
    'ACS',
    'ALADI',
    'ALBA',
    'CELAC',
    'CEN-SAD',
    'COMESA',
    'EMGF',
    'GECF',
    'INDIAN-OCEAN-COMMISSION',
    'IORA',
    'OAPEC',
    'UFM',
  ]
  expect(standingBodies.filter(({ bloc }) => loose.includes(bloc))).toEqual([])
})

test.each([
  ['no institution', good.replace('BENELUX', ''), 'names no institution'],
  ['an unknown role', good.replace('member', 'friend'), 'has the role "friend"'],
  ['an unknown kind', good.replace('economic union', 'club'), 'has the kind "club"'],
  [
    'an institution of two kinds',
    good.replace('economic union', 'free trade').replace('BEL', 'NLD'),
    'has the kind "free trade"; BENELUX is "economic union" above',
  ],
  [
    'a state that had ended',
    good.replace('BEL,member,1948-01-01', 'DDR,member,1995'),
    'has DDR from 1995 to this day, when it did not exist',
  ],
  ['the same spell twice', good, 'overlaps a row of the same kind'],
])('%s is refused with file and line', async (_, line, message) => {
  await expect(read([good, line])).rejects.toThrow(`institution-memberships.csv:3 ${message}`)
})
