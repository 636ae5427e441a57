import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assessConflict, firstOnConflict } from '../../../src/assessments/domains/conflict.ts'
import type { DomainAssessment } from '../../../src/assessments/forms/assessment.ts'
import { unknownDomain } from '../../../src/assessments/forms/unknown.ts'
import { conflictLead } from '../../../src/assessments/relations/conflict-sentences.ts'
import { withDiplomaticRelations } from '../../../src/assessments/relations/diplomatic-relations.ts'
import type { Snapshot } from '../../../src/store/index.ts'
import { conflictSnapshot, pairOf } from '../conflict-snapshot.ts'
import { benchOf, yearly } from '../made-snapshot.ts'

let snapshot: Snapshot
let root: string
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'visavis-'))
  snapshot = await conflictSnapshot(root)
})
afterAll(() => {
  snapshot.close()
  rmSync(root, { recursive: true })
})

const conflict = (a: string, b: string, to?: string): Promise<DomainAssessment> => assessConflict(pairOf(snapshot, a, b, to))
const first = async (a: string, b: string, to?: string): Promise<string> => (await firstOnConflict(pairOf(snapshot, a, b, to))).join(' ')
const figures = (found: DomainAssessment): (readonly [string, unknown, string])[] =>
  found.estimates.filter(({ id }) => !id.endsWith('.series')).map((one) => [one.id, 'value' in one ? one.value : one.state, one.period])

describe('a pair at war says so first', () => {
  test('Russia and Ukraine: the war that goes on, the deaths that UCDP counts, and the years before', async () => {
    expect(await first('RUS', 'UKR')).toBe(
      'Russia and Ukraine have been at war since 24 February 2022 (Russian invasion of Ukraine). From 2022 to 2025 UCDP counts 1,000 or more battle-related deaths a year. ' +
        'Russia took part in an armed conflict against the government of Ukraine, in support of its armed opponents, from 2014 to 2021 (25 or more battle-related deaths a year, 1,000 or more in 2014 and 2015, UCDP).',
    )
    expect(figures(await conflict('RUS', 'UKR'))).toEqual([
      ['conflict-years', 12, '1991/2025'],
      ['war-years', 6, '1991/2025'],
      ['last-conflict-year', 2025, '1991/2025'],
      ['conflict-intensity', 2, '2025'],
    ])
  })

  test('nothing that came after the day: in 2021 there was no war of the two, and the invasion is not told', async () => {
    expect(await first('RUS', 'UKR', '2021-12-31')).not.toMatch(/2022|at war,/)
    expect(figures(await conflict('RUS', 'UKR', '2021-12-31'))[2]).toEqual(['last-conflict-year', 2021, '1991/2021'])
    expect(await first('RUS', 'UKR', '2022-06-30')).toMatch(/^Russia and Ukraine have been at war since 24 February 2022/)
  })

  test('fighting after the years of the list is told from the reviewed table, with how it ended', async () => {
    expect(await first('KHM', 'THA')).toMatch(
      /^The last fighting on record between Cambodia and Thailand was from 7 December to 27 December 2025 \(.*ended by ceasefire\)\. In 1977–1978, 2011 and 2025 UCDP counts 25 to 999/,
    )
    expect(await first('ARE', 'IRN')).toMatch(
      /^The last fighting on record between the United Arab Emirates and Iran was from 28 February to 8 April 2026/,
    )
  })
})

describe('a pair once at war says so first, with what followed', () => {
  test('Eritrea and Ethiopia: years of war and of conflict, and none since', async () => {
    expect(await first('ERI', 'ETH')).toMatch(
      /^Eritrea and Ethiopia fought each other in 1998–2000 and 2016 \(25 or more battle-related deaths a year, 1,000 or more from 1998 to 2000, UCDP\); no armed conflict between them with 25 or more a year is recorded from 2017 to 2024\./,
    )
    expect(figures(await conflict('ETH', 'ERI'))).toEqual(figures(await conflict('ERI', 'ETH')))
  })

  test('whom UCDP counts as the government of Yemen is said, from the year from which it does', () => {
    const row = (year: number) => ({
      ...{ year, kind: 'internal', state_a: 'SAU', state_b: 'YEM', role_a: 2, role_b: 1 },
      ...{ side_a: 'YEM', side_b: null, intensity: 1, episode_ended: null },
    })
    const lead = (year: number): string => {
      const states = { a: { iso3: 'SAU', name: 'Saudi Arabia' }, b: { iso3: 'YEM', name: 'Yemen' } }
      return conflictLead({ ...states, rows: [row(year)] as never, covered: [year], complete: year }, false)[0]!
    }
    expect(lead(2015)).toMatch(
      /^Saudi Arabia took part in an armed conflict against the authorities in Sanaa \(Ansarallah\), whom UCDP counts as the government of Yemen, in support of their armed opponents, in 2015/,
    )
    expect(lead(2010)).toMatch(/ against the government of Yemen, in support of its armed opponents, in 2010/)
  })

  test('Korea has an armistice and no peace', async () => {
    expect(await first('KOR', 'PRK')).toMatch(/They have had an armistice since 27 July 1953 \(Korean Armistice\)\.$/)
  })

  test('a helper is not a party: Georgia, Luxembourg in Korea, Germany over Kosovo', async () => {
    expect(await first('GEO', 'RUS')).toMatch(
      /^Russia took part in an armed conflict against the government of Georgia, in support of its armed opponents, in 2008 \(25 to 999/,
    )
    expect(await first('CHN', 'LUX')).toMatch(
      /^China and Luxembourg took part in the armed conflict between North Korea and South Korea, on opposing sides, from 1951 to 1953/,
    )
    expect(await first('PRK', 'UKR')).toMatch(
      /North Korea took part in an armed conflict against Ukraine, in support of Russia, in 2024 and 2025/,
    )
  })

  test('what UCDP has of Yugoslavia is told of Serbia, under its own name', async () => {
    expect(await first('DEU', 'SRB')).toMatch(
      /against the government of Yugoslavia.* in 1999 .*UCDP counts Yugoslavia and Serbia as one party\./,
    )
    expect(await first('DEU', 'HRV')).toBe('')
  })
})

describe('inside the coverage of the list, no row is an observed none', () => {
  test('over the years in which both were states, and the sentence says above which threshold', async () => {
    const found = await conflict('KEN', 'EST')
    expect(found.summary).toBe(
      'No armed conflict between the two with 25 or more battle-related deaths in a year is recorded, 1991 to 2024 (UCDP).',
    )
    expect(await first('KEN', 'EST')).toBe('')
    expect(found.state).toBe('observed')
    expect(figures(found)).toEqual([
      ['conflict-years', 0, '1991/2024'],
      ['war-years', 0, '1991/2024'],
      ['last-conflict-year', 'not-applicable', '1991/2024'],
      ['conflict-intensity', 0, '2024'],
    ])
  })

  test('2025 is not covered: a pair without a row has no figure of it', async () => {
    expect((await conflict('ERI', 'ETH')).estimates.some(({ period }) => period.endsWith('2025'))).toBe(false)
  })

  test('before 1946, and without a list, it is unknown', async () => {
    expect((await conflict('FRA', 'DEU', '1939-12-31')).state).toBe('unknown')
    const bare = await benchOf(['FRA', 'DEU'], '2020-12-31', [])
    try {
      expect((await assessConflict(bare)).summary).toBe('Unknown: the record has no list of armed conflicts.')
    } finally {
      bare.snapshot.close()
    }
  })

  test('the rows behind a figure are those that were counted', async () => {
    const [years] = (await conflict('RUS', 'UKR')).estimates
    for (const { rows, count } of years!.state === 'observed' ? years!.evidence : []) {
      const [table, condition] = rows.split(' where ')
      const [found] = await snapshot.rows(`SELECT count(*)::INTEGER AS n FROM ${table} WHERE ${condition}`)
      expect([rows, found!['n']]).toEqual([rows, count])
    }
  })
})

describe('claims and missing relations', () => {
  test('claims that stand are named, settled ones are not', async () => {
    expect((await conflict('JPN', 'RUS')).summary).toMatch(/Territorial claims that stand: Japan’s to Southern Kuril Islands/)
    expect((await conflict('ECU', 'PER')).summary).not.toMatch(/Cordillera/)
  })

  test('broken relations stand first in diplomacy, also where the two have no vote', async () => {
    const votes = unknownDomain('diplomacy', 'Diplomacy', '2026', 'no votes.', 'votes')
    const found = await withDiplomaticRelations(pairOf(snapshot, 'IRN', 'USA'), votes)
    expect([found.state, found.summary]).toEqual([
      'observed',
      'Iran and the United States have no diplomatic relations: they were broken off by the United States on 7 April 1980 (Hostage crisis). No votes.',
    ])
    expect(await withDiplomaticRelations(pairOf(snapshot, 'KEN', 'EST'), votes)).toBe(votes)
  })
})

test('militarized disputes that the user added stand beside, with the last year and the highest hostility', async () => {
  const dispute = (year: number, level: number): Parameters<typeof yearly>[0][] => [
    { indicator: 'dispute-onsets', from_id: 'CUB', to_id: 'USA', year, value: 1, unit: 'disputes', source: 'gml-mid' },
    { indicator: 'dispute-hostility', from_id: 'CUB', to_id: 'USA', year, value: level, unit: 'level', source: 'gml-mid' },
  ]
  const bench = await benchOf(['USA', 'CUB'], '2020-12-31', [...dispute(1962, 4), ...dispute(1996, 3)].map(yearly))
  try {
    const found = await assessConflict(bench)
    expect(found.summary).toBe(
      'gml-mid has 2 militarized disputes of the two to 2010, the last in 1996; the highest hostility was use of force.',
    )
    expect(figures(found)).toEqual([
      ['conflict-years', 'unknown', '2020-12-31'],
      ['disputes', 2, '1816/2010'],
      ['dispute-hostility', 4, '1816/2010'],
    ])
  } finally {
    bench.snapshot.close()
  }
})

describe('international crises that the user added', () => {
  const crisis = (year: number, value: number, name: string): Parameters<typeof yearly>[0] => ({
    ...{ indicator: 'crisis-onsets', from_id: 'IND', to_id: 'PAK', year, value, unit: 'crises', source: 'icb' },
    locator: `icbdy_v15.csv:${year} (${name})`,
  })
  const told = async (pair: readonly [string, string], to: string): Promise<DomainAssessment> => {
    const bench = await benchOf(pair, to, [crisis(1965, 2, 'RANN OF KUTCH; KASHMIR II'), crisis(1999, 1, 'KARGIL')].map(yearly))
    try {
      return await assessConflict(bench)
    } finally {
      bench.snapshot.close()
    }
  }

  test('are counted over the years in which both were states, and the last is named', async () => {
    const found = await told(['PAK', 'IND'], '2020-12-31')
    expect(found.summary).toBe(
      'The ICB project counts 3 international crises between Pakistan and India, 1947 to 2019; the last began in 1999 (“KARGIL”).',
    )
    expect(figures(found)).toContainEqual(['crises', 3, '1947/2019'])
    expect(found.items.map(({ text }) => text)).toEqual([
      '1999: international crisis “KARGIL” (icb)',
      '1965: international crises “RANN OF KUTCH”, “KASHMIR II” (icb)',
    ])
  })

  test('that came after the day are not told', async () => {
    expect(figures(await told(['IND', 'PAK'], '1990-06-30'))).toContainEqual(['crises', 2, '1947/1989'])
  })

  test('a pair without one has an observed none, and one without a common year in the window has no figure', async () => {
    expect(figures(await told(['NOR', 'SWE'], '2020-12-31'))).toContainEqual(['crises', 0, '1918/2019'])
    expect(figures(await told(['DDR', 'SSD'], '2020-12-31')).some(([id]) => id === 'crises')).toBe(false)
  })
})

describe('cyber incidents that the user added', () => {
  const incident = (from: string, to: string, year: number, value: number): Parameters<typeof yearly>[0] => ({
    ...{ indicator: 'cyber-incidents', from_id: from, to_id: to, year, value, unit: 'incidents', source: 'dcid' },
  })
  const gravest: Parameters<typeof yearly>[0] = {
    ...{ indicator: 'cyber-severity', from_id: 'USA', to_id: 'IRN', year: 2009, value: 6, unit: 'level', source: 'dcid' },
    locator: 'dcid.csv:51 (Stuxnet_A)',
  }
  const operation = (from: string, to: string, value: number): Parameters<typeof yearly>[0] => ({
    ...{ indicator: 'cyber-operations', from_id: from, to_id: to, year: 2016, value, unit: 'operations', source: 'cfr-cyber' },
  })
  const told = async (
    pair: readonly [string, string],
    to: string,
    rows: readonly Parameters<typeof yearly>[0][],
  ): Promise<DomainAssessment> => {
    const bench = await benchOf(pair, to, rows.map(yearly))
    try {
      return await assessConflict(bench)
    } finally {
      bench.snapshot.close()
    }
  }

  test('stand by initiator and target; a direction of a listed pair without one is an observed none', async () => {
    const found = await told(['IRN', 'USA'], '2026-11-30', [incident('USA', 'IRN', 2009, 2), incident('USA', 'IRN', 2012, 1), gravest])
    expect(found.summary).toBe(
      'Of cyber incidents that became known, 2000 to 2020, DCID counts 0 by Iran against the United States and 3 by the United States against Iran; the gravest, “Stuxnet_A” of 2009, has the severity 6 of 10.',
    )
    expect(figures(found).slice(1)).toEqual([
      ['cyber-incidents-a-to-b', 0, '2000/2020'],
      ['cyber-incidents-b-to-a', 3, '2000/2020'],
      ['cyber-severity', 6, '2000/2020'],
    ])
    expect(
      figures(await told(['IRN', 'USA'], '2010-12-31', [incident('USA', 'IRN', 2009, 2), incident('USA', 'IRN', 2012, 1)])),
    ).toContainEqual(['cyber-incidents-b-to-a', 2, '2000/2010'])
  })

  test('a pair that the list of rivals does not name is unknown, not none', async () => {
    const found = await told(['NOR', 'SWE'], '2026-11-30', [incident('USA', 'IRN', 2009, 2)])
    expect(figures(found).some(([id]) => id.startsWith('cyber'))).toBe(false)
  })

  test('operations that are put down to a state count at least, and only in the direction that has one', async () => {
    const found = await told(['CHN', 'USA'], '2026-11-30', [operation('CHN', 'USA', 33)])
    expect(found.summary).toBe(
      'In the tracker of the Council on Foreign Relations, 2005 to 2022, at least 33 operations against the United States are put down to China.',
    )
    expect(found.estimates.slice(1)).toMatchObject([
      { id: 'cyber-operations-a-to-b', value: 33, certainty: 'at least', period: '2005/2022' },
    ])
  })
})
