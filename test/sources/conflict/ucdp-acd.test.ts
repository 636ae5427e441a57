import { describe, expect, test } from 'vitest'
import { card as of2025, readUcdp2025 } from '../../../src/sources/conflict/ucdp-2025.ts'
import { readUcdpAcd } from '../../../src/sources/conflict/ucdp-acd.ts'
import { readUcdpDyadic } from '../../../src/sources/conflict/ucdp-dyadic.ts'
import type { Cell, Columns } from '../../../src/store/index.ts'
import { fileWith, rawFile, rowsIn } from '../case-files.ts'
import { haveRaw, rawNeeded } from '../raw-data.ts'

const header =
  'conflict_id,location,side_a,side_a_id,side_a_2nd,side_b,side_b_id,side_b_2nd,incompatibility,territory_name,year,intensity_level,cumulative_intensity,type_of_conflict,start_date,start_prec,start_date2,start_prec2,ep_end,ep_end_date,ep_end_prec,gwno_a,gwno_a_2nd,gwno_b,gwno_b_2nd,gwno_loc,region,version'

/** Rows as UCDP has them in version 25.1. */
const real = {
  falklands:
    '346,"Argentina, United Kingdom",Government of Argentina,16,,Government of United Kingdom,28,,1,Malvinas/Falkland Islands,1982,1,0,2,1982-04-02,1,1982-05-02,1,1,1982-06-14,,160,,200,,"160, 200",5,25.1',
  donetsk:
    '13246,Ukraine,Government of Ukraine,61,,DPR,4929,Government of Russia (Soviet Union),1,Donetsk,2014,2,1,4,2014-04-13,1,2014-05-26,1,1,2014-09-05,,369,,,365,369,1,25.1',
  ossetia:
    '393,Georgia,Government of Georgia,49,,Republic of South Ossetia,591,Government of Russia (Soviet Union),1,South Ossetia,2008,1,0,4,1992-06-01,1,2008-08-08,1,1,2008-08-14,,372,,,365,372,1,25.1',
  yemen:
    '16099,"United Kingdom, United States of America, Yemen (North Yemen)","Government of United Kingdom, Government of United States of America","28, 3","Government of Norway, Government of Sri Lanka",Government of Yemen (North Yemen),123,,1,Red Sea,2024,1,0,2,2023-12-31,1,2024-02-03,1,0,,,"200,  2","385, 780",678,,"2, 200, 678","1, 2",25.1',
  korea:
    '235,"North Korea, South Korea",Government of North Korea,149,"Government of China, Government of Russia (Soviet Union)",Government of South Korea,157,"Government of Luxembourg, Government of United States of America",1,Korea,1951,2,1,2,1949-05-31,3,1949-05-31,3,0,,,731,"365, 710",732,"2, 212","731, 732",3,25.1',
  laos: '262,Laos,Government of Laos,145,Government of Thailand,Pathet Lao,388,Government of Vietnam (North Vietnam),2,,1963,2,1,4,1959-01-01,5,1959-07-30,1,0,,,812,800,,816,812,3,25.1',
  serbia:
    '412,Serbia (Yugoslavia),Government of Serbia (Yugoslavia),44,,UCK,592,Government of Germany,1,Kosovo,1999,2,1,4,1998-03-01,1,1998-03-06,1,1,1999-06-10,,345,,,260,345,1,25.1',
  hyderabad:
    '226,"Hyderabad, India",Government of Hyderabad,140,,Government of India,141,,1,Hyderabad,1948,2,1,2,1948-09-13,1,1948-09-13,1,1,1948-09-18,,751,,750,,"750, 751",3,25.1',
} as const

const file = (...lines: string[]): string => fileWith('UcdpPrioConflict_v25_1.csv', `${[header, ...lines].join('\n')}\n`)
const read = async (...lines: string[]): Promise<Record<string, Cell>[]> => rowsIn((await readUcdpAcd(file(...lines))).conflicts)
const pairs = (rows: readonly Record<string, Cell>[]): string[] =>
  rows.map((row) => `${row['state_a']} ${row['role_a']}, ${row['state_b']} ${row['role_b']}`)

describe('a row is a conflict, a year and two states on opposing sides', () => {
  test('between states: what it is about, days, intensity and place in the file', async () => {
    expect(await read(real.falklands)).toEqual([
      {
        ...{ conflict: '346', kind: 'interstate', territory: 'Malvinas/Falkland Islands', side_a: 'ARG', side_b: 'GBR' },
        ...{ state_a: 'ARG', role_a: 1, state_b: 'GBR', role_b: 1, year: 1982, intensity: 1 },
        ...{ began: '1982-04-02', episode_began: '1982-05-02', episode_ended: '1982-06-14' },
        ...{
          source: 'ucdp-acd',
          vintage:
            '25.1 (1946 to 2024), accessed via github.com/Jenssah86/bit_academy_analytics_project at 151731d (unofficial copy), read 2026-11-29',
          locator: 'UcdpPrioConflict_v25_1.csv:2',
        },
      },
    ])
  })

  test('a list with stray blanks, and states that took part in support, each with each of the other side', async () => {
    expect(pairs(await read(real.yemen))).toEqual(['GBR 1, YEM 1', 'LKA 2, YEM 1', 'NOR 2, YEM 1', 'USA 1, YEM 1'])
    expect(pairs(await read(real.korea))).toEqual([
      ...['CHN 2, KOR 1', 'CHN 2, LUX 2', 'CHN 2, USA 2', 'KOR 1, PRK 1', 'KOR 1, RUS 2'],
      ...['LUX 2, PRK 1', 'LUX 2, RUS 2', 'PRK 1, USA 2', 'RUS 2, USA 2'],
    ])
  })

  test('inside a state: its government and those who took part against it, not the helpers of the two sides with each other', async () => {
    expect(pairs(await read(real.donetsk, real.ossetia, real.laos))).toEqual(['LAO 1, VNM 2', 'GEO 1, RUS 2', 'RUS 2, UKR 1'])
  })

  test('numbers are those of Gleditsch and Ward: Germany 260, Yugoslavia 345; Hyderabad is no state here', async () => {
    expect(pairs(await read(real.serbia, real.hyderabad))).toEqual(['DEU 2, YUG 1'])
  })

  test('a copy that a spreadsheet saved, with semicolons and days as 2-4-1982', async () => {
    const saved = [header, real.falklands, real.yemen].map((line) =>
      line
        .replaceAll(/"([^"]*)"|,/g, (_, quoted?: string) => (quoted === undefined ? ';' : quoted))
        .replaceAll(/(\d{4})-0?(\d+)-0?(\d+)/g, '$3-$2-$1'),
    )
    const rows = rowsIn((await readUcdpAcd(fileWith('UcdpPrioConflict_v25_1.csv', `${saved.join('\r\n')}\r\n`))).conflicts)
    expect(rows).toEqual(await read(real.falklands, real.yemen))
  })
})

describe('refused, with file and line', () => {
  const refused = async (line: string, message: RegExp): Promise<void> => {
    await expect(read(real.laos, line)).rejects.toThrow(message)
  }

  test('numbers of the Correlates of War, with the state that they mean there', async () => {
    await refused(
      real.serbia.replace(',260,', ',255,'),
      /v25_1\.csv:3 has the state number "255", .* in 1999; in the list of the Correlates of War it is Germany/,
    )
    await refused(real.yemen.replace(',678,,', ',679,,'), /csv:3 has the state number "679"/)
  })

  test('names of other states than the numbers', async () => {
    await refused(real.donetsk.replace('369,,,365', '652,,,365'), /csv:3 names "Government of Ukraine" but has the state numbers 652/)
    await refused(real.donetsk.replace('Government of Ukraine', 'Government of Syria'), /csv:3 names "Government of Syria"/)
    await refused(
      real.yemen.replace('"200,  2"', '200'),
      /csv:3 names "Government of United Kingdom, Government of United States of America"/,
    )
  })

  test('another version, two versions in one file, a missing column', async () => {
    await expect(read(real.laos.replace('25.1', '24.1'))).rejects.toThrow(/csv:2 is of version 24\.1; this reader takes 25\.1 or 26\.1/)
    await refused(real.donetsk.replace('25.1', '26.1'), /csv:3 is of version 26\.1/)
    await expect(readUcdpAcd(fileWith('x.csv', `${header.replace('gwno_a_2nd', 'gw')}\n${real.laos}\n`))).rejects.toThrow(
      /x\.csv:1 lacks the columns gwno_a_2nd/,
    )
  })

  test('counts of deaths that contradict one another', async () => {
    await refused(
      real.donetsk.replace(',2014,2,1,', ',2014,2,0,'),
      /csv:3 has 1,000 deaths in the year, but not in the conflict as a whole/,
    )
    const later = real.korea.replace(',1951,2,1,', ',1952,1,0,')
    await expect(read(real.korea, later)).rejects.toThrow(/csv:3 has fewer than 1,000 deaths so far, but more in 1951/)
  })

  test('an episode that goes on after a gap, two rows of one conflict and year, days in the wrong order', async () => {
    await expect(read(real.korea, real.korea.replace(',1951,', ',1953,'))).rejects.toThrow(
      /csv:3 goes on after 1951, without a row of the year between/,
    )
    await expect(read(real.korea, real.korea.replace('Luxembourg', 'Belgium').replace('"2, 212"', '"2, 211"'))).rejects.toThrow(
      /csv:3 has the conflict and year of line 2/,
    )
    await refused(real.falklands.replace('1982-05-02', '1982-03-02'), /csv:3 has its days in the wrong order/)
    await refused(real.falklands.replace('1982-05-02', '1982-05-32'), /csv:3 has "1982-05-32" for start_date2, not a day/)
  })

  test('a damaged text', async () => {
    await refused(real.falklands.replace('Malvinas/', 'Malvinas\0'), /csv:3 has a NUL character/)
  })

  test('a type that does not fit its sides', async () => {
    await refused(real.falklands.replace('1982,1,0,2,', '1982,1,0,3,'), /csv:3 has the type 3, and a government on its second side/)
    await refused(real.ossetia.replace('2008,1,0,4,', '2008,1,0,3,'), /csv:3 has the type 3, and states that take part in it/)
  })
})

describe('rows of 2025', () => {
  const rows = readUcdp2025('data/tables/ucdp-2025.csv').then(rowsIn)

  test('nine conflicts, with the states that took part', async () => {
    const found = await rows
    expect(new Set(found.map((row) => row['conflict'])).size).toBe(9)
    expect(
      found
        .filter((row) => row['role_a'] === 1 && row['role_b'] === 1)
        .map((row) => `${row['state_a']} ${row['state_b']} ${row['intensity']}`),
    ).toEqual([...['IND PAK 1', 'KHM THA 1', 'ISR SYR 1', 'AFG PAK 1', 'RUS UKR 2', 'IRN ISR 2', 'GBR YEM 1', 'USA YEM 1', 'ISR YEM 1']])
    expect(
      found.filter((row) => row['state_a'] === 'PRK' || row['state_a'] === 'COD').map((row) => [row['state_b'], row['intensity']]),
    ).toEqual([
      ['RWA', 2],
      ['UKR', 2],
    ])
  })

  test('a pair without a row is unknown', () => {
    expect(of2025.coverage[0]!.absence).toBe('unknown')
  })
})

const acd = rawFile('ucdp-acd-25-26/ucdp-prio-acd-251.csv.gz')
const dyadic = rawFile('ucdp-dyadic-24/ucdp-dyadic-241.csv.gz')

describe.skipIf(!haveRaw)(`the whole of 25.1 ${rawNeeded}`, () => {
  const whole = haveRaw ? readUcdpAcd(acd).then(({ conflicts }) => conflicts) : Promise.resolve<Columns>({})
  const yearsOf = async (a: string, b: string): Promise<[number, number][]> =>
    rowsIn(await whole).flatMap((row) =>
      row['state_a'] === a && row['state_b'] === b ? [[Number(row['year']), Number(row['intensity'])] as [number, number]] : [],
    )

  test('692 rows of 207 pairs', async () => {
    const rows = rowsIn(await whole)
    expect([rows.length, new Set(rows.map((row) => `${row['state_a']} ${row['state_b']}`)).size]).toEqual([692, 207])
    expect(rows.filter((row) => row['kind'] === 'interstate')).toHaveLength(499)
  })

  test('known conflicts in the years that every expert knows', async () => {
    expect((await yearsOf('RUS', 'UKR')).filter(([year]) => year >= 2023)).toEqual([
      [2023, 2],
      [2024, 2],
    ])
    expect(await yearsOf('ERI', 'ETH')).toEqual([
      [1998, 2],
      [1999, 2],
      [2000, 2],
      [2016, 1],
    ])
    expect(await yearsOf('DJI', 'ERI')).toEqual([[2008, 1]])
    expect(await yearsOf('KHM', 'THA')).toEqual([
      [1977, 1],
      [1978, 1],
      [2011, 1],
    ])
    expect(await yearsOf('CHN', 'IND')).toEqual([
      [1962, 2],
      [1967, 1],
      [2020, 1],
    ])
    expect((await yearsOf('IRN', 'ISR')).map(([year]) => year)).toEqual([2018, 2019, 2020, 2021, 2022, 2023, 2024])
    expect((await yearsOf('IND', 'PAK')).filter(([, intensity]) => intensity === 2).map(([year]) => year)).toEqual([1948, 1965, 1971])
    expect(await yearsOf('GEO', 'RUS')).toEqual([[2008, 1]])
  })

  test('the dyadic data set has the same interstate pairs to 2023', async () => {
    const between = (columns: Columns): string[] =>
      rowsIn(columns).flatMap((row) =>
        row['kind'] === 'interstate' && Number(row['year']) <= 2023 ? [`${row['year']} ${row['state_a']} ${row['state_b']}`] : [],
      )
    const [one, other] = [new Set(between(await whole)), new Set(between((await readUcdpDyadic(dyadic)).conflicts))]
    expect([...one].filter((pair) => !other.has(pair))).toEqual([])
    expect([...other].filter((pair) => !one.has(pair))).toEqual([])
  })
})
