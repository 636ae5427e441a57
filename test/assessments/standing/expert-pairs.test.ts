import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { standingOfPair, standingOfYear } from '../../../src/assessments/standing/standing-of-pairs.ts'
import { standingWords } from '../../../src/assessments/standing/standing-words.ts'
import { readAllianceCommitments } from '../../../src/sources/reviewed-tables/alliance-commitments.ts'
import { readBlocMemberships } from '../../../src/sources/reviewed-tables/bloc-memberships.ts'
import { readInstitutionMemberships } from '../../../src/sources/reviewed-tables/institution-memberships.ts'
import { readInterstateRelations } from '../../../src/sources/reviewed-tables/interstate-relations.ts'
import { readSanctionsRegimes } from '../../../src/sources/reviewed-tables/sanctions-regimes.ts'
import { readTerritorialClaims } from '../../../src/sources/reviewed-tables/territorial-claims.ts'
import { stateOf } from '../../../src/states/index.ts'
import { openSession, openSnapshot, type Snapshot, writeSnapshot } from '../../../src/store/index.ts'
import { freshRoot } from '../../store/fresh-root.ts'

const lastDay = '2026-11-24'
const table = (name: string): string => join(import.meta.dirname, `../../../data/tables/${name}.csv`)

/** Pairs whose class every expert knows, written before the rule was tried; half of them were set aside until it stood. */
const pairs = readFileSync(join(import.meta.dirname, 'expert-pairs.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','))
  .map(([a, b, year, order]) => ({ a: a!, b: b!, year: Number(year), order: Number(order) }))

/** Our own reviewed tables, without the yearly conflicts of UCDP. */
let record: Snapshot

beforeAll(async () => {
  const session = await openSession()
  const root = mkdtempSync(join(tmpdir(), 'visavis-standing-'))
  const tables = {
    memberships: await readBlocMemberships(table('bloc-memberships'), session),
    commitments: await readAllianceCommitments(table('alliance-commitments'), session),
    interstate_relations: await readInterstateRelations(table('interstate-relations'), session),
    territorial_claims: await readTerritorialClaims(table('territorial-claims'), session),
    institution_memberships: await readInstitutionMemberships(table('institution-memberships'), session),
    sanctions: await readSanctionsRegimes(table('sanctions-regimes'), session),
  }
  session.close()
  const parts = Object.fromEntries(Object.entries(tables).map(([name, columns]) => [name, { columns }]))
  const { id } = await writeSnapshot(root, parts, { sources: [], created: lastDay, note: 'test' })
  record = await openSnapshot(join(root, 'snapshots', id))
  return () => {
    record.close()
    rmSync(root, { recursive: true, force: true })
  }
})

const placed = async (a: string, b: string, year: number) => (await standingOfPair(record, stateOf(a)!, stateOf(b)!, year, lastDay))!

describe('pairs whose class every expert knows', () => {
  test('three in four are placed as the expert does, none more than one class away, no severe rivalry as warm peace', async () => {
    expect(pairs).toHaveLength(180)
    const orders = await Promise.all(pairs.map(async ({ a, b, year }) => (await placed(a, b, year)).order))
    const far = pairs.filter(({ order }, i) => Math.abs(order - orders[i]!) > 1)
    const same = pairs.filter(({ order }, i) => order === orders[i])
    expect(far.length).toBeLessThanOrEqual(2)
    expect(same.length).toBeGreaterThanOrEqual(135)
    expect(pairs.filter(({ order }, i) => order <= 1 && orders[i]! >= 4)).toEqual([])
  })

  test('first sentences', async () => {
    const words = async (a: string, b: string, year: number): Promise<string> =>
      standingWords(await placed(a, b, year), stateOf(a)!.name, stateOf(b)!.name).sentence
    expect(await words('USA', 'CAN', 2018)).toBe(
      'The United States and Canada have been firmly at peace (security community) since 1959, ten years into common membership of NATO (since 1949).',
    )
    // a run that begins with the end of a war is dated by it
    expect(await words('KOR', 'PRK', 2018)).toMatch(
      /^South Korea and North Korea have been in a severe rivalry since their war ended in 1953 \(Korean War, 1950 to 1953\): .* \(2010\), no peace since the armistice of 1953 and /,
    )
    expect(await words('PER', 'THA', 1990)).toBe(
      'Peru and Thailand have been at peace since at least 1946, the first year of this record: no rivalry, defence treaty or close common body is on record.',
    )
    expect(await words('BRA', 'CRI', 2025)).toBe(
      'Brazil and Costa Rica have been at peace since at least 1946, the first year of this record: no rivalry, defence treaty or close common body is on record; the Inter-American Treaty of Reciprocal Assistance (Rio Treaty, since 1948) is not counted, since it spans a hemisphere.',
    )
    // a body that its own page lists among the common ones
    expect(await words('BOL', 'ECU', 2025)).toMatch(
      /close common body is on record; common membership of the Andean Community \(since 1969\) is not counted, since neighbours in it had as many disputes as other neighbours\.$/,
    )
    expect(await words('RUS', 'VEN', 2025)).toBe(
      'Russia and Venezuela have been at peace since at least 1946, the first year of this record: no rivalry, defence treaty or close common body is on record, but relations were broken off from 1952 to 1970.',
    )
    expect(await words('CHN', 'LBR', 2025)).toContain(
      'but they had no relations from 1949 to 1977 and relations were broken off from 1989 to 1993 and from 1997 to 2003.',
    )
    expect(await words('UGA', 'ZMB', 2025)).toMatch(
      /: no rivalry, defence treaty or close common body is on record; the Protocol on Non-aggression and Mutual Defence in the Great Lakes Region \(since 2008\) is not counted, since /,
    )
    expect(await words('BEL', 'CZE', 2025)).toBe(
      'Belgium and Czechia have been firmly at peace (security community) since 2009, ten years into common membership of NATO (since 1999).',
    )
    expect(await words('FSM', 'WSM', 2025)).toBe(
      'Micronesia and Samoa have been at peace and close (warm peace) since at least 1991, the first year of both in this record: common membership of the Pacific Islands Forum (since 1987).',
    )
    expect(await words('GHA', 'MLI', 2025)).toMatch(
      /^Ghana and Mali have been at peace since 2025: .* since then; .*; from 1975 to 2024 at peace and close \(common membership of ECOWAS, 1975 to 2025\)\.$/,
    )
    expect(await words('MLI', 'SEN', 2025)).toMatch(
      /^Mali and Senegal have been at peace and close \(warm peace\) since 1975, first through common membership of .*, today through common membership of /,
    )
    expect(await words('ESP', 'ISR', 2025)).toBe(
      'Spain and Israel are at peace but not close (negative peace): no ambassador (war in Gaza, since 2025).',
    )
    expect(await words('CHN', 'USA', 2025)).toMatch(
      /^China and the United States have been in a lesser rivalry since 2021: declared enmity by the United States \(foreign adversary in US rules\); from \d{4} to 2020 at peace but not close\.$/,
    )
  })

  test('a war that is over is told with both ends, one that goes on with its beginning', async () => {
    const words = async (a: string, b: string, year: number): Promise<string> =>
      standingWords(await placed(a, b, year), stateOf(a)!.name, stateOf(b)!.name).sentence
    expect(await words('IRN', 'USA', 2026)).toMatch(
      /^Iran and the United States were at war from February to April 2026 \(war of 2026\); from 2019 to 2025 in a severe rivalry/,
    )
    expect(await words('IRN', 'ISR', 2026)).toMatch(
      /^Iran and Israel were at war in 2025 and 2026, last from February to April 2026 \(war of 2026\); /,
    )
    expect(await words('RUS', 'UKR', 2025)).toMatch(
      /^Russia and Ukraine have been at war since February 2022: Russian invasion of Ukraine; /,
    )
  })

  test('what is claimed has its article, and so has who claims it', async () => {
    expect(standingWords(await placed('ARG', 'GBR', 2025), 'Argentina', 'United Kingdom').sentence).toContain(
      'the claim of Argentina to the Falkland Islands (Malvinas, since 1946)',
    )
    expect(standingWords(await placed('MYS', 'PHL', 2025), 'Malaysia', 'Philippines').sentence).toContain(
      'the claim of the Philippines to Sabah',
    )
    expect(standingWords(await placed('KHM', 'VNM', 2025), 'Cambodia', 'Vietnam').sentence).toContain(
      'rival claims to the border and islands',
    )
  })

  test('a class that rests on years since force says how many', async () => {
    expect(standingWords(await placed('GRC', 'TUR', 2025), 'Greece', 'Türkiye').sentence).toMatch(
      /since 2007, when ten years had passed since the last use of force \(Imia crisis, 1996\): .*; from 1996 to 2006 in a severe rivalry\.$/,
    )
  })

  test('a use of force that is over is told once, peace of the first years after the World War not at all, and equal years once', async () => {
    const words = async (a: string, b: string): Promise<string> =>
      standingWords(await placed(a, b, 2025), stateOf(a)!.name, stateOf(b)!.name).sentence
    expect(await words('ETH', 'ERI')).toBe(
      'Ethiopia and Eritrea have been at peace but not close (negative peace) since 2022, when five years had passed since the last use of force (Battle of Tsorona, 2016); from 2018 to 2021 in a lesser rivalry.',
    )
    expect(await words('CHN', 'JPN')).not.toContain('from 1946')
    expect(await words('EST', 'LVA')).toMatch(/NATO, the European Union and the European Economic Area \(since 2004\)\.$/)
  })

  test('what would move a pair is what would move it by the rule', async () => {
    const moves = async (a: string, b: string): Promise<string> =>
      standingWords(await placed(a, b, 2025), stateOf(a)!.name, stateOf(b)!.name).wouldMove[0]!
    expect(await moves('ESP', 'GBR')).toBe(
      'An end of the claim to territory between them would put them firmly at peace (security community).',
    )
    expect(await moves('GMB', 'TGO')).toMatch(/ would put them firmly at peace \(security community\); ECOWAS is not counted as one\.$/)
    expect(await moves('TCD', 'TWN')).toMatch(/^A return of diplomatic relations, together with a treaty to defend each other /)
  })

  test('lowered relations hold a pair back outside a community only', async () => {
    expect(await placed('AFG', 'NLD', 2025)).toMatchObject({ order: 3, certainty: 'placed' })
    expect(await placed('HUN', 'POL', 2025)).toMatchObject({ order: 5 })
  })
})

describe('all pairs of a year', () => {
  test('2018 has each pair of 195 states once, with the numbers of both lists', async () => {
    const rows = (await standingOfYear(record, 2018, lastDay, undefined))!
    expect(rows).toHaveLength(18_915)
    expect(new Set(rows.map(({ iso3_a, iso3_b }) => `${iso3_a} ${iso3_b}`)).size).toBe(18_915)
    expect(rows.find(({ iso3_a, iso3_b }) => iso3_a === 'DEU' && iso3_b === 'YEM')).toMatchObject({
      cow_a: 255,
      cow_b: 679,
      gw_a: 260,
      gw_b: 678,
    })
    expect(rows.every(({ iso3_a, iso3_b }) => iso3_a < iso3_b)).toBe(true)
    expect(new Set(rows.map(({ order }) => order))).toEqual(new Set([1, 2, 3, 4, 5]))
  })

  test('states that ended in a year are placed on their last day, and a state is never paired before it existed', async () => {
    const rows = (await standingOfYear(record, 1990, lastDay, stateOf('DDR')!))!
    expect(rows.find(({ iso3_b }) => iso3_b === 'DEU')).toMatchObject({ cow_a: 265, cow_b: 260 })
    expect((await standingOfYear(record, 2010, lastDay, stateOf('SSD')!))!).toEqual([])
  })

  test('a row agrees with the standing of its pair', async () => {
    const rows = (await standingOfYear(record, 1985, lastDay, stateOf('IRN')!))!
    for (const { iso3_a, iso3_b, order, since, certainty } of rows.slice(0, 60))
      expect(await placed(iso3_a, iso3_b, 1985)).toMatchObject({ order, since, certainty })
  })
})

test('a record that is older than the tables of relations has no standing', async () => {
  const root = freshRoot()
  const { id } = await writeSnapshot(root, {}, { sources: [], created: lastDay, note: 'test' })
  const old = await openSnapshot(join(root, 'snapshots', id))
  expect(await standingOfPair(old, stateOf('FRA')!, stateOf('DEU')!, 2018, lastDay)).toBeUndefined()
  old.close()
})
