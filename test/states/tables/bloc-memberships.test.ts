import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { card, readBlocMemberships } from '../../../src/sources/reviewed-tables/bloc-memberships.ts'
import { blocs, type Membership, membersOn, nonStateMembers, sharedBlocs } from '../../../src/states/tables/blocs.ts'
import { existedOn, stateOf } from '../../../src/states/tables/states.ts'
import { openSession, type Session } from '../../../src/store/session.ts'
import { tables } from '../../../src/store/tables.ts'

const path = 'data/tables/bloc-memberships.csv'
let session: Session
let memberships: readonly Membership[]
let directory: string

beforeAll(async () => {
  session = await openSession()
  directory = await mkdtemp(join(tmpdir(), 'visavis-blocs-'))
  const columns = await readBlocMemberships(path, session)
  memberships = (columns.bloc ?? []).map(
    (_, i) => Object.fromEntries(Object.entries(columns).map(([name, cells]) => [name, cells[i]])) as unknown as Membership,
  )
})

afterAll(async () => {
  session.close()
  await rm(directory, { recursive: true, force: true })
})

const count = (bloc: string, date: string, role?: string): number => membersOn(memberships, bloc, date, role).length

describe('the table as published', () => {
  test('columns are those of the memberships table, in its order, every row naming our source', async () => {
    const columns = await readBlocMemberships(path, session)
    expect(Object.keys(columns)).toEqual(Object.keys(tables.memberships))
    expect(new Set(columns.source)).toEqual(new Set([card.id]))
    expect(new Set(Object.values(columns).map((cells) => cells.length)).size).toBe(1)
  })

  test('rows are sorted by bloc, state, start', () => {
    const keys = memberships.map((row) => [row.bloc, row.state, row.start_date, row.role].join(' '))
    expect(keys).toEqual([...keys].sort())
  })

  test('every citation is listed in its page, and every listed citation is used', async () => {
    const page = await readFile('docs/sources/bloc-memberships.md', 'utf8')
    const listed = [...page.matchAll(/^\| `([a-z0-9-]+)` \|/gm)].map((match) => match[1])
    expect([...new Set(memberships.map((row) => row.citation))].sort()).toEqual([...listed].sort())
  })

  test('every bloc has members, none before it was founded and none after it ended', () => {
    for (const { id, founded, dissolved } of blocs) {
      const rows = memberships.filter((row) => row.bloc === id && row.role === 'member')
      expect(rows.map((row) => row.start_date).sort()[0], id).toBe(founded)
      if (dissolved !== null)
        expect(
          rows.filter((row) => row.end_date === null || row.end_date > dissolved),
          id,
        ).toEqual([])
    }
  })

  test('a note says where only a year or a month is public, and such dates are the first or last day of it', () => {
    for (const row of memberships) {
      if (/start: year only(?!, from independence)/.test(row.note ?? '')) expect(row.start_date, row.note ?? '').toMatch(/-01-01$/)
      if (/start: month only/.test(row.note ?? '')) expect(row.start_date, row.note ?? '').toMatch(/-01$/)
      if (/end: year only/.test(row.note ?? '')) expect(row.end_date, row.note ?? '').toMatch(/-12-31$/)
    }
  })
})

describe('how many members, as is publicly known', () => {
  // the UN's own count of its members at the end of each year
  test.each([
    [1945, 51],
    [1946, 55],
    [1950, 60],
    [1955, 76],
    [1958, 82],
    [1960, 99],
    [1964, 115],
    [1965, 117],
    [1970, 127],
    [1975, 144],
    [1980, 154],
    [1984, 159],
    [1990, 159],
    [1991, 166],
    [1992, 179],
    [1993, 184],
    [1994, 185],
    [1999, 188],
    [2000, 189],
    [2002, 191],
    [2006, 192],
    [2011, 193],
    [2025, 193],
  ])('UN at the end of %i: %i', (year, members) => {
    expect(count('UN', `${year}-12-31`)).toBe(members)
  })

  test.each([
    ['NATO', '1949-12-31', 12],
    ['NATO', '1982-05-30', 16],
    ['NATO', '2004-03-29', 26],
    ['NATO', '2024-03-06', 31],
    ['NATO', '2024-03-07', 32],
    ['WARSAW-PACT', '1955-12-31', 8],
    ['WARSAW-PACT', '1970-01-01', 7],
    ['WARSAW-PACT', '1991-07-02', 0],
    ['EU', '1958-01-01', 6],
    ['EU', '1995-01-01', 15],
    ['EU', '2004-05-01', 25],
    ['EU', '2013-07-01', 28],
    ['EU', '2020-01-31', 28],
    ['EU', '2020-02-01', 27],
    ['EUROZONE', '1999-01-01', 11],
    ['EUROZONE', '2026-01-01', 21],
    // 75 states and customs territories and the European Communities made 76; 134 and 135 on Estonia's day; 148 and 149 on Saudi Arabia's; 165 and 166 in 2024
    ['WTO', '1995-01-01', 75],
    ['WTO', '1999-11-13', 134],
    ['WTO', '2005-12-11', 148],
    ['WTO', '2012-12-31', 156],
    ['WTO', '2016-07-29', 163],
    ['WTO', '2024-09-01', 165],
    ['OPEC', '1960-09-14', 5],
    ['OPEC', '2018-12-01', 15],
    ['OPEC', '2019-01-01', 14],
    ['OPEC', '2020-06-01', 13],
    ['OPEC', '2024-01-01', 12],
    ['OPEC', '2026-05-01', 11],
    ['OPEC+', '2016-12-10', 24],
    ['OPEC+', '2025-01-01', 22],
    ['BRICS', '2009-06-16', 4],
    ['BRICS', '2011-01-01', 5],
    ['BRICS', '2024-01-01', 9],
    ['BRICS', '2025-01-06', 10],
    ['SCO', '2001-06-15', 6],
    ['SCO', '2017-06-09', 8],
    ['SCO', '2024-07-04', 10],
    ['CSTO', '1994-12-31', 9],
    ['CSTO', '2003-01-01', 6],
    ['CSTO', '2010-01-01', 7],
    ['CSTO', '2024-01-01', 6],
    ['CIS', '1992-12-31', 11],
    ['CIS', '2010-01-01', 9],
    ['EAEU', '2016-01-01', 5],
    ['G7', '1975-11-15', 6],
    ['G7', '2025-01-01', 7],
    ['G8', '2005-01-01', 8],
    ['G8', '2015-01-01', 0],
    ['G20', '2010-01-01', 19],
    ['APEC', '1998-11-01', 21],
    ['ASEAN', '1999-04-30', 10],
    ['ASEAN', '2025-10-26', 11],
    ['AU', '2002-07-09', 53],
    ['AU', '2017-01-30', 55],
    ['ARAB-LEAGUE', '1945-12-31', 7],
    ['ARAB-LEAGUE', '1993-11-20', 22],
    ['ARAB-LEAGUE', '2012-01-01', 21],
    ['ARAB-LEAGUE', '2023-05-07', 22],
    ['OECD', '1962-03-29', 20],
    ['OECD', '2010-12-31', 34],
    ['OECD', '2021-05-25', 38],
    ['GCC', '1981-05-25', 6],
    ['GCC', '2026-11-24', 6],
    ['NON-ALIGNED', '1964-12-31', 47],
    ['NON-ALIGNED', '1973-12-31', 75],
    ['NON-ALIGNED', '2012-01-01', 120],
    ['NON-ALIGNED', '2024-01-17', 121],
    ['P5', '1946-01-01', 5],
    ['P5', '2026-01-01', 5],
    ['QUAD', '2010-01-01', 0],
    ['QUAD', '2020-01-01', 4],
    ['AUKUS', '2021-09-15', 3],
    ['ECOWAS', '1978-01-01', 16],
    ['ECOWAS', '2025-01-29', 12],
    ['MERCOSUR', '1991-03-26', 4],
    ['AES', '2023-09-16', 3],
  ])('%s on %s: %i', (bloc, date, members) => {
    expect(count(bloc, date)).toBe(members)
  })

  test('partners: SCO 17 since the Tianjin summit, BRICS 10 since Viet Nam', () => {
    expect(count('SCO', '2025-09-01', 'partner')).toBe(17)
    expect(count('SCO', '2025-08-31', 'dialogue partner')).toBe(14)
    expect(count('BRICS', '2025-06-13', 'partner')).toBe(10)
  })
})

describe('single facts that a count would not catch', () => {
  const has = (bloc: string, state: string, date: string, role?: string): boolean =>
    membersOn(memberships, bloc, date, role).includes(state)

  test('China takes the UN seat from Taipei on 1971-10-25, in the Council too', () => {
    for (const bloc of ['UN', 'P5']) {
      expect([has(bloc, 'TWN', '1971-10-24'), has(bloc, 'CHN', '1971-10-24')]).toEqual([true, false])
      expect([has(bloc, 'TWN', '1971-10-25'), has(bloc, 'CHN', '1971-10-25')]).toEqual([false, true])
    }
  })

  test('Indonesia is out of the UN between March 1965 and September 1966; Syria while it is part of the United Arab Republic', () => {
    expect(has('UN', 'IDN', '1966-01-01')).toBe(false)
    expect(has('UN', 'IDN', '1966-09-28')).toBe(true)
    expect(has('UN', 'SYR', '1960-01-01')).toBe(false)
    expect(has('UN', 'EGY', '1960-01-01')).toBe(true)
  })

  test('Saudi Arabia is invited to BRICS and no member; Armenia is still a member of the CSTO, Moldova of the CIS', () => {
    expect(has('BRICS', 'SAU', '2026-11-24')).toBe(false)
    expect(has('BRICS', 'SAU', '2026-11-24', 'invited')).toBe(true)
    expect(has('CSTO', 'ARM', '2026-11-24')).toBe(true)
    expect(has('CIS', 'MDA', '2026-11-24')).toBe(true)
  })

  test('the Emirates leave OPEC and OPEC+ with the end of April 2026', () => {
    for (const bloc of ['OPEC', 'OPEC+']) expect([has(bloc, 'ARE', '2026-04-30'), has(bloc, 'ARE', '2026-05-01')]).toEqual([true, false])
  })

  test('Syria and Egypt are suspended, not members, in their years outside the Arab League', () => {
    expect(membersOn(memberships, 'ARAB-LEAGUE', '2015-01-01', 'suspended')).toEqual(['SYR'])
    expect(membersOn(memberships, 'ARAB-LEAGUE', '1985-01-01', 'suspended')).toEqual(['EGY'])
    expect(has('ARAB-LEAGUE', 'EGY', '1985-01-01')).toBe(false)
  })

  test('suspensions of the African Union and ECOWAS stand in the notes, in a form that the pages read', () => {
    const notes = memberships.filter(({ bloc, note }) => ['AU', 'ECOWAS'].includes(bloc) && /suspended/.test(note ?? ''))
    expect(notes.length).toBeGreaterThan(15)
    for (const { note } of notes) expect(note).toMatch(/^suspended (since )?\d{4}-\d{2}-\d{2}/)
    const mali = notes.find(({ bloc, state }) => bloc === 'AU' && state === 'MLI')
    expect(mali?.note).toContain('2012-03-23 to 2012-10-24')
    expect(mali?.note).toMatch(/since 2021-06-01$/)
  })

  test('China and Russia share seven blocs in 2026; the Germanies share the UN alone in 1985', () => {
    expect(sharedBlocs(memberships, 'CHN', 'RUS', '2026-11-24')).toEqual(['APEC', 'BRICS', 'G20', 'P5', 'SCO', 'UN', 'WTO'])
    expect(sharedBlocs(memberships, 'DEU', 'DDR', '1985-01-01')).toEqual(['UN'])
  })
})

describe('the members existed', () => {
  /** Seats older than the state: the body counts them, so the table does. */
  const before: readonly string[] = [
    'ARAB-LEAGUE JOR', // founder as Transjordan under mandate
    'ARAB-LEAGUE SYR', // founder under mandate
    'OPEC KWT', // founder, independent in 1961
    'OPEC QAT', // joined 1961, independent in 1971
    'P5 TWN', // China's seat, held from Nanjing before it was held from Taipei
    'UN TWN',
    'UN BLR', // original member as a Soviet republic
    'UN UKR',
    'UN IND', // original member under British rule
    'UN PHL', // original member under American rule
    'UN SYR', // original member under mandate
    'UN ZAN', // admitted 1963-12-16; the lists of states begin on 19 December
  ]

  test('when they joined, but for the seats listed', () => {
    const early = memberships.filter(({ state, start_date }) => {
      const member = stateOf(state)
      return member === undefined ? !nonStateMembers.includes(state) : !existedOn(member, start_date)
    })
    expect(early.map((row) => `${row.bloc} ${row.state}`).sort()).toEqual([...before].sort())
  })

  test('until they left, and no state that ended is still a member', () => {
    const late = memberships.filter(({ state, end_date }) => {
      const member = stateOf(state)
      return member !== undefined && !existedOn(member, end_date ?? '2026-11-24')
    })
    expect(late).toEqual([])
  })
})

describe('a row that cannot be right is refused with file and line', () => {
  const header = 'bloc,state,role,start_date,end_date,citation,note\n'
  const good = 'EU,FRA,member,1958-01-01,,x,\n'

  async function refusal(rows: string): Promise<string> {
    const file = join(directory, 'rows.csv')
    await writeFile(file, header + rows)
    return readBlocMemberships(file, session).then(
      () => 'accepted',
      (error) => `${error.code}: ${error.message}`,
    )
  }

  test.each([
    ['unknown bloc', 'EUX,FRA,member,1958-01-01,,x,\n', /^BadInput: rows\.csv:3 names the bloc "EUX"/],
    ['unknown state', 'EU,FRX,member,1958-01-01,,x,\n', /^BadInput: rows\.csv:3 names the state "FRX"/],
    ['unknown role', 'EU,ITA,boss,1958-01-01,,x,\n', /^BadInput: rows\.csv:3 has the role "boss"/],
    ['no such day', 'EU,ITA,member,1958-02-30,,x,\n', /^BadInput: rows\.csv:3 has the start "1958-02-30"/],
    ['not ISO', 'EU,ITA,member,1.1.1958,,x,\n', /^BadInput: rows\.csv:3 has the start "1\.1\.1958"/],
    ['bad end', 'EU,ITA,member,1958-01-01,2020,x,\n', /^BadInput: rows\.csv:3 has the end "2020"/],
    ['end before start', 'EU,ITA,member,1958-01-01,1957-12-31,x,\n', /^BadInput: rows\.csv:3 ends on 1957-12-31/],
    ['no citation', 'EU,ITA,member,1958-01-01,,,\n', /^BadInput: rows\.csv:3 has no citation/],
    ['overlap', 'EU,FRA,member,1990-01-01,,x,\n', /^BadInput: rows\.csv:3 overlaps another span of FRA/],
  ])('%s', async (_, bad, message) => {
    expect(await refusal(good + bad)).toMatch(message)
  })

  test('spans that meet, other roles, Hong Kong and quoted commas are accepted', async () => {
    const rows =
      'EU,GBR,member,1973-01-01,2020-01-31,x,"left, at last"\nEU,GBR,member,2020-02-01,,x,\nEU,GBR,observer,1990-01-01,,x,\nAPEC,HKG,member,1991-11-01,,x,\n'
    expect(await refusal(rows)).toBe('accepted')
  })
})
