import { afterAll, beforeAll, expect, test } from 'vitest'
import { tradeAgreementPairs } from '../../../src/measures/trade/trade-agreement-pairs.ts'
import { readBlocMemberships } from '../../../src/sources/reviewed-tables/bloc-memberships.ts'
import { readTradeAgreements } from '../../../src/sources/reviewed-tables/trade-agreements.ts'
import type { Snapshot } from '../../../src/store/index.ts'
import { type AgreementTables, tradeAgreementTables } from './trade-agreement-tables.ts'

let made: AgreementTables
let own: AgreementTables
beforeAll(async () => {
  own = await tradeAgreementTables(async (session) => ({
    agreements: await readTradeAgreements('data/tables/trade-agreements.csv', session),
    memberships: await readBlocMemberships('data/tables/bloc-memberships.csv', session),
  }))
  made = await tradeAgreementTables(() => Promise.resolve(invented))
})
afterAll(() => {
  own.remove()
  made.remove()
})

const columns = ['agreement', 'role', 'side', 'party', 'other_party', 'start_date', 'end_date'] as const
const rows: readonly (readonly (string | null)[])[] = [
  // a union of a bloc, and a state beside it for a time
  ['EU', 'party', null, 'EU', null, '1990-01-01', null],
  ['EU', 'party', null, 'GBR', null, '2020-02-01', '2020-12-31'],
  // an agreement across sides, one of which is that union
  ['CHL-EU', 'party', '1', 'EU', null, '2000-01-01', null],
  ['CHL-EU', 'party', '2', 'CHL', null, '2000-01-01', null],
  ['CHL-EU', 'party', '2', 'PER', null, '2005-01-01', null],
  // a plurilateral one with a gap between two parties, and a suspension
  ['ALL', 'party', null, 'BOL', null, '2000-01-01', '2009-12-31'],
  ['ALL', 'party', null, 'COL', null, '2002-01-01', null],
  ['ALL', 'not in force', null, 'BOL', 'COL', '2003-01-01', '2003-12-31'],
  ['ALL', 'suspended', null, 'BOL', 'COL', '2005-06-01', '2005-06-30'],
]
const member = ['FRA', 'GBR', 'HRV']
const invented = {
  agreements: {
    ...Object.fromEntries(columns.map((column, i) => [column, rows.map((row) => row[i] ?? null)])),
    ...Object.fromEntries(['name', 'source', 'vintage', 'locator', 'checked', 'start_told'].map((one) => [one, rows.map(() => 'x')])),
    ...Object.fromEntries(['end_told', 'ended_by', 'note'].map((one) => [one, rows.map(() => null)])),
    kind: rows.map(() => 'free trade area'),
  },
  memberships: {
    bloc: member.map(() => 'EU'),
    state: member,
    role: member.map(() => 'member'),
    start_date: ['1990-01-01', '1990-01-01', '2013-07-01'],
    end_date: [null, '2020-01-31', null],
    source: member.map(() => 'x'),
    citation: member.map(() => 'x'),
    note: member.map(() => null),
  },
}

const spells = async (snapshot: Snapshot, where?: string): Promise<string[]> =>
  (await snapshot.rows(tradeAgreementPairs(where))).map(({ a, b, agreement, status, from_date, to_date }) =>
    [a, b, agreement, ...(status === 'in force' ? [] : [status]), from_date, to_date ?? 'open'].join(' '),
  )

test('members of a bloc are bound among themselves, a state beside it goes on without a gap, and a plus-one binds only across', async () => {
  expect(await spells(made.snapshot, "agreement <> 'ALL'")).toEqual([
    'CHL FRA CHL-EU 2000-01-01 open',
    'CHL GBR CHL-EU 2000-01-01 2020-12-31',
    'CHL HRV CHL-EU 2013-07-01 open',
    'FRA GBR EU 1990-01-01 2020-12-31',
    'FRA HRV EU 2013-07-01 open',
    'FRA PER CHL-EU 2005-01-01 open',
    'GBR HRV EU 2013-07-01 2020-12-31',
    'GBR PER CHL-EU 2005-01-01 2020-12-31',
    'HRV PER CHL-EU 2013-07-01 open',
  ])
})

test('what is not in force between two parties is cut out, a suspension is a spell of its own', async () => {
  expect(await spells(made.snapshot, "agreement = 'ALL'")).toEqual([
    'BOL COL ALL 2002-01-01 2002-12-31',
    'BOL COL ALL 2004-01-01 2005-05-31',
    'BOL COL ALL suspended 2005-06-01 2005-06-30',
    'BOL COL ALL 2005-07-01 2009-12-31',
  ])
})

const pair = (a: string, b: string): Promise<string[]> => spells(own.snapshot, `a = '${a}' AND b = '${b}'`)

test('spells of real pairs: Brexit, an EFTA state that joined, CPTPP, a suspension, a free trade area replaced between two parties', async () => {
  expect(await pair('CAN', 'GBR')).toEqual(['CAN GBR CAN-EU-2017 2017-09-21 2020-12-31', 'CAN GBR CAN-GBR-2021 2021-01-01 open'])
  expect(await pair('AUT', 'GBR')).toEqual([
    'AUT GBR EFTA 1960-05-03 1972-12-31',
    'AUT GBR AUT-EU-1972 1973-01-01 1994-12-31',
    'AUT GBR EEA 1994-01-01 2020-12-31',
    'AUT GBR EU 1995-01-01 2020-12-31',
    'AUT GBR EU-GBR-2021 2021-01-01 open',
  ])
  expect(await pair('AUS', 'GBR')).toEqual(['AUS GBR AUS-GBR-2023 2023-05-31 open', 'AUS GBR CPTPP 2024-12-24 open'])
  expect((await pair('RUS', 'UKR')).slice(-2)).toEqual([
    'RUS UKR CISFTA-2012 2012-09-20 2015-12-31',
    'RUS UKR CISFTA-2012 suspended 2016-01-01 open',
  ])
  expect(await pair('KAZ', 'MDA')).toEqual(['KAZ MDA CISFTA-1994 1994-12-30 2012-12-08', 'KAZ MDA CISFTA-2012 2012-12-09 open'])
})

test('no pair is bound by the European Union with itself, and China and the United States have no agreement', async () => {
  expect(await spells(own.snapshot, "agreement = 'CHL-EU-2025' AND a <> 'CHL' AND b <> 'CHL'")).toEqual([])
  expect(await pair('CHN', 'USA')).toEqual([])
})
