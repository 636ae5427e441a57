import { describe, expect, test } from 'vitest'
import type { Claim } from '../../../../src/claims/claim.ts'
import { testArmsOrder } from '../../../../src/claims/testing/deeds/test-arms-orders.ts'
import { testLedgerEvent } from '../../../../src/claims/testing/deeds/test-ledger-events.ts'
import { testSanction } from '../../../../src/claims/testing/deeds/test-sanctions.ts'
import { testTreaty } from '../../../../src/claims/testing/deeds/test-treaties.ts'
import { testVeto } from '../../../../src/claims/testing/deeds/test-vetoes.ts'
import { testVisit } from '../../../../src/claims/testing/deeds/test-visits.ts'
import { attributionNote } from '../../../../src/claims/testing/test-claims.ts'
import type { Snapshot } from '../../../../src/store/index.ts'
import { claimOf, found, record } from '../../deed-claims.ts'

/** The bundled record with rows of a source that it may not carry. */
async function withRows(table: string, rows: readonly Record<string, string | number | null>[]): Promise<Snapshot> {
  const held = await record()
  const sources = [
    ...held.manifest.sources,
    {
      ...held.manifest.sources[0]!,
      id: 'un-sc-vetoes',
      coverage: [{ indicator: 'un-sc-vetoes', from: '1946-02-16', to: '2022-05-26', whom: 'all', absence: 'zero' as const }],
    },
  ]
  return {
    ...held,
    manifest: { ...held.manifest, sources, tables: { ...held.manifest.tables, events: held.manifest.tables.observations ?? [] } },
    rows: async (sql, parameters) => (sql.includes(table) ? rows.map((row) => ({ ...row })) : held.rows(sql, parameters)),
  }
}

const veto = (draft: number, symbol: string, date: string, topic: string, state: string) => ({
  draft,
  symbol,
  start_date: date,
  topic,
  state,
  source: 'un-sc-vetoes',
})
const vetoes = withRows('FROM vetoes', [
  veto(1, 'S/2011/612', '2011-10-04', 'Middle East - Syria', 'CHN'),
  veto(1, 'S/2011/612', '2011-10-04', 'Middle East - Syria', 'RUS'),
  veto(2, 'S/2015/508', '2015-07-08', 'The situation in Bosnia and Herzegovina', 'RUS'),
  veto(3, 'S/2018/321', '2018-04-10', 'Middle East', 'RUS'),
  veto(5, 'S/19434', '1988-01-18', 'Middle East', 'USA'),
  veto(4, 'S/2018/516', '2018-06-01', 'Middle East situation, including the Palestinian question', 'USA'),
])

describe('vetoes', () => {
  const of = async (sentence: string, words: string, actors: string[], period: Claim['period'], more: Partial<Claim> = {}) =>
    (
      await found(testVeto, claimOf(sentence, words, { actors, period, measured: { topic: 'vetoes', form: 'event' }, ...more }), {
        snapshot: await vetoes,
      })
    )?.verdict

  test('who cast one on what, in its month', async () => {
    expect(await of('Russia vetoed a draft on Bosnia in July 2015.', 'vetoed', ['RUS', 'BIH'], { at: '2015-07' })).toBe('supported')
    expect(await of('France vetoed a draft on Bosnia in July 2015.', 'vetoed', ['FRA', 'BIH'], { at: '2015-07' })).toBe('contradicted')
    expect(await of('Russia vetoed a draft on Bosnia in July 2012.', 'vetoed', ['RUS', 'BIH'], { at: '2012-07' })).toBe('contradicted')
  })

  test('alone and together', async () => {
    expect(await of('China alone vetoed a draft on Syria in October 2011.', 'vetoed', ['CHN', 'SYR'], { at: '2011-10' })).toBe('partly')
    expect(await of('Russia and China vetoed a draft on Syria in October 2011.', 'vetoed', ['RUS', 'CHN', 'SYR'], { at: '2011-10' })).toBe(
      'supported',
    )
  })

  test('how many; an item that names a region may be on any state of it, so its count is a range', async () => {
    const count = (value: number, from: string, to: string, actors: string[]) =>
      of(`In those years it cast ${value} vetoes on it.`, `${value}`, actors, { from, to }, { kind: 'count', value, unit: 'count' })
    expect(await count(2, '2011', '2018', ['RUS', 'SYR'])).toBe('supported')
    expect(await count(1, '1985', '1989', ['USA', 'LBN'])).toBe('supported')
    expect(await count(0, '1985', '1989', ['USA', 'LBN'])).toBe('supported')
    const sentence = 'From 2011 to 2018 Russia cast 9 vetoes on Syria.'
    const slots: Partial<Claim> = { kind: 'count', value: 9, unit: 'count' }
    expect(await of(sentence, '9', ['RUS', 'SYR'], { from: '2011', to: '2018' }, slots)).toBe('contradicted')
  })

  test('who only abstained cast none; the numbers of a vote are no vetoes', async () => {
    const text = 'China abstained on 8 July 2015 when Russia alone vetoed the draft on Bosnia by 10 to 1.'
    expect(await of(text, 'vetoed', ['CHN', 'RUS', 'BIH'], { at: '2015-07-08' })).toBe('supported')
    const two = 'China voted for a Russian text right after Moscow and Beijing had vetoed a draft on Bosnia in July 2015.'
    expect(await of(two, 'vetoed', ['RUS', 'BIH'], { at: '2015-07' })).toBe('partly')
    const slots: Partial<Claim> = { kind: 'count', value: 10, unit: 'count' }
    expect(await of(text, '10', ['CHN', 'RUS', 'BIH'], { at: '2015-07-08' }, slots)).toBeUndefined()
  })

  test('after the last day of the list nothing is contradicted', async () => {
    const on = (when: string, at: string) => of(`Russia vetoed a draft on Mali in ${when}.`, 'vetoed', ['RUS', 'MLI'], { at })
    expect(await on('August 2023', '2023-08')).toBe('unverifiable')
    expect(await on('August 2021', '2021-08')).toBe('contradicted')
  })

  test('before the first day of a list that does not go back to 1946 nothing is contradicted', async () => {
    const snapshot = await withRows('vetoes', [
      { ...veto(1, 'S/2022/720', '2022-09-30', 'Ukraine', 'RUS'), source: 'security-council-vetoes' },
    ])
    const late = { ...snapshot.manifest.sources[0]!, id: 'security-council-vetoes' }
    const coverage = [{ indicator: 'un-sc-vetoes', from: '2022-05-27', to: '2025-12-31', whom: 'all', absence: 'zero' as const }]
    const sources = [...snapshot.manifest.sources.filter(({ id }) => id !== late.id), { ...late, coverage }]
    const verdict = async (sentence: string, at: string) =>
      (
        await found(
          testVeto,
          claimOf(sentence, 'vetoed', { actors: ['FRA', 'UKR'], period: { at }, measured: { topic: 'vetoes', form: 'event' } }),
          { snapshot: { ...snapshot, manifest: { ...snapshot.manifest, sources } } },
        )
      )?.verdict
    expect(await verdict('France vetoed a draft on Ukraine in March 2014.', '2014-03')).toBe('unverifiable')
    expect(await verdict('France vetoed a draft on Ukraine in September 2022.', '2022-09')).toBe('contradicted')
  })

  test('without a list nothing is told', async () => {
    const claim = claimOf('Russia vetoed a draft in July 2015.', 'vetoed', {
      actors: ['RUS'],
      period: { at: '2015-07' },
      measured: { topic: 'vetoes', form: 'event' },
    })
    expect((await found(testVeto, claim, { snapshot: await withRows('vetoes', []) }))?.wouldSettle).toContain('visavis add un-sc-vetoes')
  })
})

describe('treaties', () => {
  const of = async (
    sentence: string,
    words: string,
    actors: string[],
    period: Claim['period'],
    more: Partial<Claim> = {},
    before: string[] = [],
  ) =>
    (
      await found(
        testTreaty,
        claimOf(sentence, words, {
          domain: 'alliance',
          kind: 'membership',
          actors,
          direction: 'total',
          period,
          measured: { topic: 'treaty', form: 'event' },
          ...more,
        }),
        { before },
      )
    )?.verdict

  test('what it obliges to, by the treaty of the year that is named', async () => {
    const years = { at: '2010' }
    expect(await of('The treaty of 2001 obliges China and Russia to defend each other.', 'obliges', ['CHN', 'RUS'], years)).toBe(
      'contradicted',
    )
    expect(await of('The treaty of 2001 does not oblige China and Russia to defend each other.', 'oblige', ['CHN', 'RUS'], years)).toBe(
      'supported',
    )
    expect(await of('The treaty of 2001 forbids China and Russia to attack each other.', 'forbids', ['CHN', 'RUS'], years)).toBe(
      'supported',
    )
    expect(
      await of('That treaty obliges each to defend the other.', 'obliges', ['CHN', 'RUS'], years, {}, [
        'China and Russia signed a treaty in 2001.',
      ]),
    ).toBe('contradicted')
  })

  test('the year of signature and the day of entry into force are both right', async () => {
    const signed = (at: string) =>
      of(`The United States and South Korea signed a mutual defence treaty in ${at}.`, 'signed', ['USA', 'KOR'], { at }, { kind: 'event' })
    expect(await signed('1953')).toBe('supported')
    expect(await signed('1973')).toBe('contradicted')
    expect(
      await of(
        'The mutual defence treaty of Russia and North Korea entered into force on 4 December 2024.',
        'entered into force',
        ['RUS', 'PRK'],
        { at: '2024-12-04' },
        { kind: 'event' },
      ),
    ).toBe('supported')
  })

  test('a pair without a treaty in the record is unknown, not free of one', async () => {
    expect(await of('Brazil and India are bound by a defence treaty.', 'bound', ['BRA', 'IND'], { at: '2020' })).toBe('unverifiable')
    const korea = await of('The United States and South Korea are bound by a defence treaty.', 'bound', ['USA', 'KOR'], { at: '2020' })
    expect(korea).toBe('supported')
  })
})

describe('sanctions', () => {
  const of = async (sentence: string, words: string, actors: string[], direction: string, period: Claim['period'], before: string[] = []) =>
    (
      await found(
        testSanction,
        claimOf(sentence, words, { domain: 'sanctions', actors, direction, period, measured: { topic: 'sanctions', form: 'event' } }),
        { before },
      )
    )?.verdict

  test('put on in its month, and in force since', async () => {
    expect(
      await of('The EU banned seaborne crude from Russia in December 2022.', 'banned', ['EUU', 'RUS'], 'EUU->RUS', { at: '2022-12' }),
    ).toBe('supported')
    expect(
      await of('The arms embargo of the EU on China remains in force.', 'remains in force', ['EUU', 'CHN'], 'EUU->CHN', { at: '2025' }),
    ).toBe('supported')
  })

  test('a good that no step names is not proved by a step on another', async () => {
    const banned = (good: string) =>
      of(`The EU banned ${good} from Russia in December 2022.`, 'banned', ['EUU', 'RUS'], 'EUU->RUS', { at: '2022-12' })
    expect([await banned('coal'), await banned('crude oil')]).toEqual(['unverifiable', 'supported'])
  })

  test('the first of the UN, whose regimes are all there', async () => {
    const first = (at: string) =>
      of(`The Security Council first imposed sanctions on North Korea in ${at}.`, 'imposed', ['PRK'], 'n/a', { at })
    expect(await first('2006')).toBe('supported')
    expect(await first('1996')).toBe('contradicted')
  })

  test('none: wrong where there are some, right where many others are followed and this one is not among them', async () => {
    expect(await of('Japan has not imposed sanctions on Russia.', 'imposed', ['JPN', 'RUS'], 'JPN->RUS', { at: '2025' })).toBe(
      'contradicted',
    )
    expect(await of('Serbia has joined no sanctions on Russia.', 'joined', ['SRB', 'RUS'], 'SRB->RUS', { at: '2024' })).toBe('supported')
    expect(await of('Serbia has imposed no sanctions on Mali.', 'imposed', ['SRB', 'MLI'], 'SRB->MLI', { at: '2024' })).toBe('unverifiable')
  })

  test('who joins or follows is the sender, whoever put them on', async () => {
    const none = 'Belgrade, a candidate for the EU since March 2012, has joined none of its sanctions on Russia.'
    expect(await of(none, 'sanctions', ['EUU', 'RUS'], 'EUU->RUS', { at: '2022' })).toBe('supported')
    expect(await of(none.replace('Belgrade', 'Japan'), 'sanctions', ['EUU', 'RUS'], 'EUU->RUS', { at: '2022' })).toBe('contradicted')
  })

  test('an embargo that began earlier than is said', async () => {
    expect(await of('The American embargo on Cuba began in 1979.', 'began', ['USA', 'CUB'], 'USA->CUB', { at: '1979' })).toBe(
      'contradicted',
    )
  })
})

describe('what ledgers and lists have, and what they leave open', () => {
  const event = (sentence: string, words: string, slots: Partial<Claim>): Claim =>
    claimOf(sentence, words, { direction: 'total', ...slots })

  test('an item of the day with the same words', async () => {
    const text = 'The nineteenth Yudh Abhyas of India and the United States was held in Alaska in September 2023.'
    const slots: Partial<Claim> = {
      domain: 'exercises',
      actors: ['IND', 'USA'],
      period: { at: '2023-09' },
      measured: { topic: 'exercises', form: 'event' },
    }
    expect((await found(testLedgerEvent, event(text, 'held', slots)))?.verdict).toBe('supported')
    expect(
      await found(testLedgerEvent, event(text.replace('2023', '2016'), 'held', { ...slots, period: { at: '2015-09' } })),
    ).toBeUndefined()
  })

  test('an exercise of several, with one who was not there', async () => {
    const text = 'In August 2023 India, the United States, Japan and South Korea met off Sydney for Malabar.'
    const slots: Partial<Claim> = {
      domain: 'exercises',
      actors: ['IND', 'USA', 'JPN', 'KOR'],
      period: { at: '2023-08' },
      measured: { topic: 'exercises', form: 'event' },
    }
    expect((await found(testLedgerEvent, event(text, 'met', slots)))?.verdict).toBe('partly')
    const right = { ...slots, actors: ['IND', 'USA', 'JPN', 'AUS'] }
    expect((await found(testLedgerEvent, event(text.replace('South Korea', 'Australia'), 'met', right)))?.verdict).toBe('supported')
  })

  test('orders of arms by the name of the weapon; the first order by its year', async () => {
    const snapshot = await withRows('FROM events', [
      { date: '2014-01-01', end_date: '2017-12-31', code: 'K-9 (gun chassis): 24 ordered in 2014, about 24 delivered from 2016 to 2017' },
      {
        date: '2022-01-01',
        end_date: '2024-12-31',
        code: 'K2 Black Panther (tank): 180 ordered in 2022, about 84 delivered from 2022 to 2024',
      },
    ])
    const of = async (sentence: string, words: string, at: string) =>
      (
        await found(
          testArmsOrder,
          claimOf(sentence, words, { domain: 'arms', actors: ['KOR', 'POL'], direction: 'KOR->POL', period: { at } }),
          { snapshot },
        )
      )?.verdict
    expect(await of('Poland ordered K2 tanks from South Korea in 2022.', 'ordered', '2022')).toBe('supported')
    expect(await of('Poland ordered K2 tanks from South Korea in 2012.', 'ordered', '2012')).toBeUndefined()
    expect(await of('Purchases from South Korea began in 2022.', 'began', '2022')).toBe('partly')
    expect(await of('Purchases from South Korea began in 2014.', 'began', '2014')).toBe('supported')
  })

  test('a visit by the leader who is named', async () => {
    const snapshot = await withRows('FROM events', [{ date: '2013-03-22', from_name: 'Xi Jinping', code: 'visit' }])
    const of = async (sentence: string) =>
      (
        await found(
          testVisit,
          claimOf(sentence, 'visited', { actors: ['CHN', 'RUS'], period: { at: '2013-03' }, measured: { topic: 'visits', form: 'event' } }),
          { snapshot },
        )
      )?.verdict
    expect(await of('Xi Jinping visited Moscow in March 2013.')).toBe('supported')
    expect(await of('Hu Jintao of China visited Moscow in March 2013.')).toBeUndefined()
  })
})

test('a quotation is neither confirmed nor called false', () => {
  expect(attributionNote({ kind: 'quantity', speaker: 'an unnamed diplomat' })).toContain('not verified')
  expect(attributionNote({ kind: 'quantity', speaker: null })).toBeUndefined()
})
