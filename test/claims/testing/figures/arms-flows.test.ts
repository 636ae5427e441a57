import { describe, expect, test } from 'vitest'
import type { Claim } from '../../../../src/claims/claim.ts'
import { testFigure } from '../../../../src/claims/testing/figures/test-figures.ts'
import type { Observation } from '../../../../src/sources/rows/observation.ts'
import type { Snapshot } from '../../../../src/store/index.ts'
import { claimOf, found, record } from '../../deed-claims.ts'
import { recordOf } from '../../own-record.ts'

type Delivery = readonly [from: string, to: string, year: number, value: number]

/** Deliveries of a register that the bundled record may not carry; those to and from the world are the sums. */
const deliveries: Delivery[] = [2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023].flatMap((year): Delivery[] => {
  const isLate = year > 2018
  return [
    ['USA', 'WLD', year, isLate ? 120 : 100],
    ['RUS', 'WLD', year, isLate ? 50 : 80],
    ['WLD', 'WLD', year, 300],
    ['WLD', 'DZA', year, isLate ? 20 : 40],
    ['WLD', 'NGA', year, 10],
    ['WLD', 'IND', year, 60],
    ['RUS', 'DZA', year, isLate ? 10 : 30],
    ['RUS', 'NGA', year, 4],
    ['CHN', 'NGA', year, 6],
  ]
})
deliveries.push(['FRA', 'DZA', 2014, 5])
const rowOf = ([from_id, to_id, year, value]: Delivery): Observation => ({
  indicator: 'arms-deliveries-tiv',
  from_id,
  to_id,
  reporter: null,
  start_date: `${year}-01-01`,
  end_date: `${year}-12-31`,
  value,
  unit: 'million TIV',
  valuation: null,
  status: 'observed',
  source: 'sipri-register',
  vintage: 'a test',
  locator: `${from_id} ${to_id} ${year}`,
})

/** The bundled record with these deliveries in place of its figures. */
async function register(): Promise<Snapshot> {
  const [held, own] = await Promise.all([record(), recordOf(deliveries.map(rowOf))])
  const of = (sql: string): Snapshot => (sql.includes('FROM observations') ? own : held)
  return { ...held, rows: (sql, given) => of(sql).rows(sql, given), columns: (sql, given) => of(sql).columns(sql, given) }
}
const snapshot = register()

const of = async (sentence: string, words: string, slots: Partial<Claim>): Promise<string | undefined> =>
  (
    await found(
      testFigure,
      claimOf(sentence, words, {
        kind: 'share',
        domain: 'arms',
        indicator: 'arms',
        measured: { topic: 'arms', form: 'share' },
        period: { from: '2019', to: '2023' },
        unit: 'percent',
        ...slots,
      }),
      { snapshot: await snapshot },
    )
  )?.verdict

describe('arms of the world and of regions', () => {
  const exports: Partial<Claim> = { actors: ['USA', 'WLD'], direction: 'USA->WLD' }
  test('a share of the world’s exports', async () => {
    const sentence = 'In 2019-23 the United States had 40 per cent of global arms exports.'
    expect(await of(sentence, '40 per cent', { ...exports, value: 40 })).toBe('supported')
    expect(await of(sentence.replace('40', '80'), '80 per cent', { ...exports, value: 80 })).toBe('contradicted')
  })
  test('a share that does not fit is wrong where the whole is named, and open where it is not', async () => {
    expect(await of('In 2019-23 the United States had 80 per cent.', '80 per cent', { ...exports, value: 80 })).toBe('unverifiable')
    const named = 'In 2019-23 the United States had 80 per cent of world arms exports.'
    expect(await of(named, '80 per cent', { ...exports, value: 80 })).toBe('contradicted')
  })
  test('a state’s share of what its region takes', async () =>
    expect(
      await of('In 2019-23 Algeria took 67 per cent of African arms imports.', '67 per cent', {
        actors: ['WLD', 'DZA'],
        direction: 'WLD->DZA',
        value: 67,
      }),
    ).toBe('supported'))
  test('a supplier’s share of a region', async () =>
    expect(
      await of('In 2019-23 Russia supplied Africa with 47 per cent of its arms imports.', '47 per cent', {
        actors: ['RUS', 'AFR'],
        direction: 'RUS->AFR',
        value: 47,
      }),
    ).toBe('supported'))
  test('a share is of the whole that is said', async () => {
    const sentence = 'In 2019-23 Algeria bought 50 per cent of all arms exported by Russia.'
    const way: Partial<Claim> = { actors: ['RUS', 'DZA'], direction: 'RUS->DZA' }
    expect(await of(sentence, '50 per cent', { ...way, value: 50 })).toBe('partly')
    expect(await of(sentence.replace('50', '20'), '20 per cent', { ...way, value: 20 })).toBe('supported')
  })
  test('several together are added up, whoever is named first, and a list that is named in part is not called wrong', async () => {
    const sentence = 'In 2019-23 Nigeria had all of its arms from Russia and China, 100 per cent together.'
    const both: Partial<Claim> = { actors: ['RUS', 'NGA', 'CHN'], direction: 'RUS->NGA' }
    expect(await of(sentence, '100 per cent', { ...both, value: 100 })).toBe('supported')
    expect(await of(sentence.replace('100', '30'), '30 per cent', { ...both, value: 30 })).toBeUndefined()
  })
  test('from one share to another in five years is one window against the window before', async () => {
    const sentence = 'In 2019-23 the US share of world arms exports rose from 33 per cent to 40 per cent.'
    const rise: Partial<Claim> = { ...exports, kind: 'trend', value_from: 33, value: 40 }
    expect(await of(sentence, '40 per cent', rise)).toBe('supported')
    expect(await of(sentence, '40 per cent', { ...rise, value_from: 40, value: 33 })).toBe('unverifiable')
  })
  test('a change without a base is one on the window before', async () => {
    const fall: Partial<Claim> = {
      kind: 'trend',
      unit: 'percent_change',
      actors: ['RUS', 'WLD'],
      direction: 'RUS->WLD',
      measured: { topic: 'arms', form: 'change' },
    }
    expect(
      await of('Russian arms exports to the world fell by 37.5 per cent in 2019-23.', '37.5 per cent', { ...fall, value: -37.5 }),
    ).toBe('supported')
  })
  test('so much per cent more than another is a ratio', async () =>
    expect(
      await of('In 2019-23 American arms exports were 140 per cent higher than those of Russia.', '140 per cent', {
        kind: 'comparison',
        unit: 'percent_change',
        value: 140,
        actors: ['USA', 'RUS', 'WLD'],
        direction: 'USA->WLD',
      }),
    ).toBe('supported'))
  test('a place among all who sell, and among the suppliers of a region', async () => {
    const rank: Partial<Claim> = { kind: 'ranking', unit: 'rank', measured: { topic: 'arms', form: 'rank' } }
    expect(
      await of('In 2019-23 Russia was the second-largest arms exporter.', 'second-largest', {
        ...rank,
        value: 2,
        actors: ['RUS', 'WLD'],
        direction: 'RUS->WLD',
      }),
    ).toBe('supported')
    expect(
      await of('In 2019-23 Russia was the largest arms supplier of Africa.', 'largest', {
        ...rank,
        value: 1,
        actors: ['RUS', 'AFR'],
        direction: 'RUS->AFR',
      }),
    ).toBe('supported')
  })
  test('the highest of any five years is held against five years before', async () => {
    const most: Partial<Claim> = {
      kind: 'ranking',
      unit: 'rank',
      value: 1,
      qualifier: 'highest since 2013',
      measured: { topic: 'arms', form: 'rank' },
      direction: 'USA->WLD',
      actors: ['USA', 'WLD'],
    }
    const sentence = 'American arms exports to the world in 2019-23 were the highest since 2013.'
    expect(await of(sentence, 'highest', most)).toBe('supported')
    const russian: Partial<Claim> = { ...most, actors: ['RUS', 'WLD'], direction: 'RUS->WLD' }
    expect(await of(sentence.replace('American', 'Russian'), 'highest', russian)).toBe('contradicted')
  })
  test('none is right where a complete list has none', async () => {
    const none: Partial<Claim> = { kind: 'quantity', unit: null, value: 0, measured: { topic: 'arms', form: 'level' } }
    const of0 = (from: string): Promise<string | undefined> =>
      of('It delivered no major arms to Algeria in 2019-23.', 'no', { ...none, actors: [from, 'DZA'], direction: `${from}->DZA` })
    expect(await of0('RUS')).toBe('unverifiable')
    expect(await of0('FRA')).toBe('supported')
  })
})
