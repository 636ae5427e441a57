import { describe, expect, test } from 'vitest'
import type { Assessment, DomainAssessment } from '../../../../src/assessments/index.ts'
import { domains } from '../../../../src/assessments/index.ts'
import { checkInput, operations } from '../../../../src/operations/index.ts'
import { overviewOf } from '../../../../src/reports/overview/overview.ts'
import { overviewText } from '../../../../src/reports/overview/overview-text.ts'
import type { Estimate } from '../../../../src/store/index.ts'
import { known } from '../../../reports/made-up-assessment.ts'

/** An assessment of China and Russia in which only these domains are known. */
function pairWith(of: Partial<Record<DomainAssessment['id'], Partial<DomainAssessment>>>, over: Partial<Assessment> = {}): Assessment {
  const blank = { state: 'unknown' as const, summary: 'Unknown: nothing', estimates: [], items: [], notes: [] }
  return {
    ...{ schemaVersion: 1, a: { iso3: 'CHN', name: 'China' }, b: { iso3: 'RUS', name: 'Russia' }, from: null, to: '2026-11-24' },
    ...{ snapshot: { id: 'abc', created: '2026-11-24' }, seed: 1, headline: ['China and Russia: at peace.'], judgements: [], keyGaps: [] },
    overTime: { standing: [], goods: { unit: 'USD', years: [] } },
    ...{ stage: null, turningPoints: { series: [], left: [], clusters: [], periods: [] } as never, thirdStates: [], sources: [] },
    domains: domains.map(({ id, title }) => ({ ...blank, id, title, ...of[id] })),
    ...over,
  }
}

const level = (id: DomainAssessment['id'], estimates: readonly Estimate[], part: Partial<DomainAssessment> = {}) =>
  overviewOf(pairWith({ [id]: { estimates, ...part } })).rows.find((row) => row.id === id)

const place = (value: number, low: number, high: number) => {
  const interval = (scale: number) => ({ level: 0.9 as const, low: low * scale, high: high * scale, kind: 'jackknife' as const })
  return [
    known({ id: 'vote-place', value: value / 100, unit: 'share', interval: interval(0.01) }),
    known({ id: 'vote-place.percentile', value, unit: 'percentile', interval: interval(1) }),
  ]
}

describe('the level of a domain in words', () => {
  test('a place has its interval, is given from its side of the middle, and is not clear where the interval contains that', () => {
    expect(level('diplomacy', place(95, 81, 99))?.level).toBe('votes closer than 95 % (81–99.0)')
    expect(level('diplomacy', place(12, 10, 14))?.level).toBe('votes further apart than 88 % (86–90)')
    expect(level('diplomacy', place(0.3, 0.02, 2))?.level).toBe('votes further apart than 99.7 % (98–99.9)')
    expect(level('diplomacy', place(55, 44, 66))?.level).toBe('votes closer than 44 to 66 %')
    expect(level('diplomacy', place(49, 46, 52))?.level).toBe('votes near the middle (46–52)')
  })

  test('missing relations come before votes', () => {
    const broken = {
      kind: 'relation' as const,
      date: '1949-10-01',
      text: 'Since 1 October 1949: no diplomatic relations (never)',
      source: 'interstate-relations',
      relation: { kind: 'no-relations', to: null },
    }
    const ended = { ...broken, relation: { kind: 'no-relations', to: '1978-12-31' } }
    expect(level('diplomacy', place(95, 81, 99), { items: [broken] })?.level).toBe('no diplomatic relations since 1949')
    expect(level('diplomacy', place(95, 81, 99), { items: [ended] })?.level).toContain('votes')
  })

  test('the larger flow comes first; one of nothing is left out', () => {
    const stock = (way: string, value: number) => known({ id: `direct-investment-${way}`, value, unit: 'USD' })
    expect(level('investment', [stock('a-to-b', 1e9), stock('b-to-a', 2e9)])?.level).toBe('stock USD 2 bn from RUS, USD 1 bn from CHN')
    expect(level('investment', [stock('a-to-b', 1e9), stock('b-to-a', 0)])?.level).toBe('stock USD 1 bn from CHN')
    expect(level('investment', [stock('a-to-b', 1e5)])?.level).toBe('stock under USD 1 m from CHN')
    expect(level('investment', [stock('a-to-b', 0)])?.level).toBe('no direct investment reported')
  })

  test('the last fighting is that of UCDP or of a later clash, and its year stands in the period', () => {
    const years = [
      known({ id: 'conflict-years', value: 2, period: '1946/2024' }),
      known({ id: 'last-conflict-year', value: 1969, unit: 'year' }),
    ]
    expect(level('conflict', years)).toMatchObject({ level: 'last in 1969', year: 'to 2024' })
    const clash = {
      kind: 'relation' as const,
      date: '2026-02-28',
      text: 'From 28 February to 8 April 2026: fighting; missiles',
      source: 'x',
      relation: { kind: 'hostilities', to: '2026-04-08' },
    }
    expect(level('conflict', years, { items: [clash] })).toMatchObject({
      level: 'last in 2026',
      year: 'to 2026',
      source: 'interstate-relations',
    })
    expect(level('conflict', [years[0]!])?.level).toBe('none on record since 1946')
  })

  test('a war is said to go on only where one of its facts does', () => {
    const years = [known({ id: 'conflict-years', value: 1, period: '1946/2024' })]
    const of = (to: string | null) => {
      const facts = [{ text: 'a war', from: '2026-02-28', to, source: 'x' }]
      const standing = {
        class: 'at war' as const,
        order: 0 as const,
        since: 2026,
        certainty: 'placed' as const,
        sentence: '',
        facts,
        wouldMove: [],
      }
      return overviewOf(pairWith({ conflict: { estimates: years } }, { standing })).rows[0]?.level
    }
    expect(of(null)).toBe('at war since 2026')
    expect(of('2026-04-08')).not.toContain('at war')
  })

  test('that no sanctions are found says what the table holds', () => {
    const regimes = (a: number, b: number, un = 0) => [
      known({ id: 'regimes-a-on-b', value: a, unit: 'count' }),
      known({ id: 'regimes-b-on-a', value: b, unit: 'count' }),
      known({ id: 'un-regimes', value: un, unit: 'count' }),
    ]
    expect(level('sanctions', regimes(0, 0))?.level).toBe('no embargo or main regime found')
    expect(level('sanctions', regimes(0, 0, 2))?.level).toBe('UN on either; none of their own found')
    const items = [{ kind: 'regime' as const, date: '2012', text: 'UN on RUS: a travel ban', source: 'x' }]
    expect(level('sanctions', regimes(0, 0, 2), { items })?.level).toBe('UN on RUS; none of their own found')
    expect(level('sanctions', regimes(0, 3))?.level).toBe('RUS on CHN')
  })

  test('what only one side reports is said of that side', () => {
    const lent = (way: string) => known({ id: `public-debt-${way}`, value: 0, unit: 'USD' })
    expect(level('finance', [lent('a-to-b'), lent('b-to-a')])?.level).toBe('no public debt to each other')
    expect(level('finance', [lent('a-to-b')])?.level).toBe('no public debt of RUS to CHN')
    const owed = known({ id: 'public-debt-b-to-a', value: 2.25e9, unit: 'USD' })
    expect(level('finance', [lent('a-to-b'), owed])?.level).toBe('public debt of CHN to RUS USD 2.25 bn')
    const most = (side: string) => known({ id: `arms-import-share-at-most-${side}`, value: 0.1, unit: 'share' })
    expect(level('arms', [most('a'), most('b')])?.level).toBe('neither a top-3 supplier of the other')
    expect(level('arms', [most('b')])?.level).toBe('CHN no top-3 supplier of RUS')
    const share = known({ id: 'arms-import-share-a', value: 0.42, unit: 'share' })
    expect(level('arms', [share, most('b')])?.level).toBe('42 % of imports of CHN')
  })

  test('blocs are named, those of nearly all states only where there is no other', () => {
    const shared = (count: number) => [known({ id: 'shared-blocs', value: count, unit: 'count' })]
    const both = (...names: string[]) => ({
      items: names.map((name) => ({ kind: 'membership' as const, date: '2000', text: `both in ${name} since 2000`, source: 'x' })),
    })
    const [un, g20] = ['United Nations (UN)', 'Group of Twenty (G20)']
    expect(level('institutions', shared(2), both(un, g20))?.level).toBe('G20')
    expect(level('institutions', shared(1), both(un))?.level).toBe('only the UN')
    expect(level('institutions', shared(1), both(un, 'the Indian Ocean Rim Association'))?.level).toBe('Indian Ocean Rim Association')
    expect(
      level(
        'institutions',
        shared(8),
        both('A (AAAAAAAA)', 'B (BBBBBBBB)', 'C (CCCCCCCC)', 'D (DDDDDDDD)', 'E (EEEEEEEE)', un, g20, 'F (F)'),
      )?.level,
    ).toBe('F, G20, AAAAAAAA, BBBBBBBB, CCCCCCCC, DDDDDDDD, EEEEEEEE')
    expect(level('institutions', shared(2), both('Non-Aligned Movement (NON-ALIGNED)', 'League of Arab States (ARAB-LEAGUE)'))?.level).toBe(
      'Arab League, Non-Aligned Movement',
    )
    expect(level('institutions', shared(3))?.level).toBe('median pair: 3 in common, UN and WTO too')
  })

  test('treaties that say little of a pair are called wide pacts', () => {
    const pact = known({ id: 'commitment-nonaggression', value: 1, unit: 'count' })
    const treaty = (loose: object) => ({
      items: [
        {
          kind: 'treaty' as const,
          date: '2007',
          text: 'Treaty of Amity: non-aggression; from about 2007, in force',
          source: 'x',
          ...loose,
        },
      ],
    })
    expect(level('alliance', [pact], treaty({ loose: 'open to any state' }))?.level).toBe('wide pacts only: non-aggression')
    expect(level('alliance', [pact], treaty({}))?.level).toBe('non-aggression')
  })

  test('people are those of the larger group, with the change of that group; below a hundred there is no number', () => {
    const group = (id: string, value: number) => known({ id: `migrants-${id}`, value, unit: 'persons', interval: 'exact' })
    const both = [group('a-in-b', 500), group('b-in-a', 9000), group('a-in-b.change', -40), group('b-in-a.change', 70)]
    expect(level('people', both)).toMatchObject({ level: '9,000 born in RUS live in CHN', trend: '↑' })
    expect(level('people', [group('a-in-b', 3), group('a-in-b.change', -40)])).toMatchObject({
      level: 'fewer than 100 born in CHN live in RUS',
      trend: '',
    })
  })

  test('a domain without a figure has no row and is named below', () => {
    const { rows, unknown } = overviewOf(pairWith({ diplomacy: { estimates: place(95, 81, 99) } }))
    expect(rows.map(({ id }) => id)).toEqual(['diplomacy'])
    expect(unknown).toHaveLength(domains.length - 1)
    expect(overviewText(pairWith({}))).toContain('Not known from this record: diplomacy')
  })
})

describe('the change of a domain', () => {
  const moved = (low: number, high: number) =>
    known({ id: 'vote-place.change', value: (low + high) / 2, period: '2014/2024', interval: { level: 0.9, low, high, kind: 'jackknife' } })

  test('has an arrow where its interval leaves out 0, and a probability where one was computed', () => {
    expect(level('diplomacy', [...place(95, 81, 99), moved(0.1, 0.3)])?.trend, 'without a judgement').toBe('not clear')
    expect(level('diplomacy', [...place(95, 81, 99), moved(-0.1, 0.3)])?.trend).toBe('not clear')
    expect(level('diplomacy', place(95, 81, 99))?.trend).toBe('')
    const judgement = {
      id: 'votes-closer',
      statement: 'It is very likely that they came closer.',
      word: 'very likely',
      probability: { value: 0.93, low: 0.93, high: 0.93 },
      basis: ['vote-place.change'],
    }
    const judged = pairWith({ diplomacy: { estimates: [...place(95, 81, 99), moved(0.1, 0.3)] } }, { judgements: [judgement as never] })
    expect(overviewOf(judged).rows[0]?.trend).toBe('↑ (93 %)')
    expect(overviewOf(judged).sentences).toContain('It is very likely (93 %) that they came closer.')
  })
})

describe('what a hostile reader must not find', () => {
  const goods = (id: string, value: number, period: string) => known({ id, value, unit: 'USD', period })
  const second = (...estimates: Estimate[]) => overviewOf(pairWith({ trade: { estimates } })).sentences[1]

  test('a total below the newest figure of one direction does not lead, and no trifle hides a larger total', () => {
    expect(second(goods('goods-a-to-b', 1.2e9, '2025'), goods('goods-trade', 1e9, '2023'))).toBe(
      'Goods worth USD 1.2 bn went from China to Russia in 2025 (the other way is not known; both ways USD 1 bn in 2023).',
    )
    expect(second(goods('goods-a-to-b', 24, '2025'), goods('goods-trade', 7e6, '2023'))).toBe('Goods trade was worth USD 7 m in 2023.')
  })

  test('a figure of years ago is said to be the last', () => {
    expect(second(goods('goods-trade', 1e9, '2020'))).toBe('Goods trade was worth USD 1 bn in 2020, the last year on record.')
  })

  test('an end that the sentence on standing has told is not told again', () => {
    const text = 'Fighting of May 2025'
    const item = {
      kind: 'relation' as const,
      date: '2025-05-07',
      text: 'From 7 to 10 May 2025: fighting (conflict); Fighting of May 2025',
      source: 'x',
      relation: { kind: 'hostilities', to: '2025-05-10' },
    }
    const of = (sentence: string) => {
      const facts = [{ text, from: '2025-05-07', to: '2025-05-10', source: 'x' }]
      const standing = { class: 'severe rivalry', order: 1, since: 2000, certainty: 'placed', sentence, facts, wouldMove: [] } as never
      const last = [known({ id: 'last-conflict-year', value: 2025, unit: 'year' })]
      const conflict = { summary: 'The last fighting was in May 2025.', estimates: last, items: [item] }
      return overviewOf(pairWith({ conflict }, { standing, headline: [sentence, conflict.summary] })).sentences
    }
    expect(of('They are in a severe rivalry: fighting of May 2025.')).toHaveLength(1)
    expect(of('They are in a severe rivalry.')).toHaveLength(2)
  })

  test('votes on world issues are not called closer of two in a severe rivalry, and a move has the side that it leaves', () => {
    const judgement = (id: string) => ({
      id,
      statement: `It is very likely that they rank closer.`,
      word: 'very likely',
      basis: ['vote-place.change'],
      probability: { value: 0.9, low: 0.9, high: 0.9 },
    })
    const standing = (order: number) =>
      ({ class: 'severe rivalry', order, since: 2000, certainty: 'placed', sentence: 'S.', facts: [], wouldMove: [] }) as never
    const of = (order: number) =>
      overviewOf(
        pairWith(
          { diplomacy: { estimates: place(12, 10, 14) } },
          { standing: standing(order), judgements: [judgement('votes-closer') as never] },
        ),
      ).sentences
    expect(of(1)).toEqual(['S.'])
    expect(of(3)).toEqual(['S.', 'It is very likely (90 %) that they rank closer, still further apart than 88 % of them.'])
  })

  test('a clash is called one; blocs without fighting in the year have that of earlier years', () => {
    const years = [known({ id: 'conflict-years', value: 0, period: '1946/2024' })]
    const clash = {
      kind: 'relation' as const,
      date: '1960-05-01',
      text: 'On 1 May 1960: fighting (clash); Downing of a U-2',
      source: 'x',
      relation: { kind: 'hostilities', to: '1960-05-01' },
    }
    expect(level('conflict', years, { items: [clash] })?.level).toBe('last clash in 1960')
    const pairs = (ever: number) => [
      known({ id: 'conflict-pairs', value: 0, period: '2024' }),
      known({ id: 'conflict-pairs-ever', value: ever, period: '1946/2024' }),
    ]
    expect(level('conflict', pairs(10))?.level).toBe('none in 2024; 10 pairs before, since 1946')
    expect(level('conflict', pairs(0))?.level).toBe('none on record from 1946 to 2024')
  })

  test('a name ends before the first year, and a figure that trade statistics contradict is called doubtful', () => {
    const suspended = 'both in the Organization of American States since 1951-12-13; Cuba has been suspended since 1 February 1962'
    const items = [{ kind: 'membership' as const, date: '1951', text: suspended, source: 'x' }]
    expect(level('institutions', [known({ id: 'shared-blocs', value: 1, unit: 'count' })], { items })?.level).toBe(
      'Organization of American States',
    )
    const sold = [known({ id: 'fuel-sales-a-to-b', value: 1.2e9, unit: 'USD' })]
    expect(level('energy', sold, { summary: 'Sold fuels. That is doubtful: less for all goods.' })?.level).toBe(
      'fuels USD 1.2 bn from CHN, doubtful',
    )
  })

  test('the body on which the standing rests is named first', () => {
    const items = ['Non-Aligned Movement (NON-ALIGNED)', 'Commonwealth', 'the East African Community', 'African Union (AU)'].map(
      (name) => ({
        ...{ kind: 'membership' as const, date: '2000', text: `both in ${name} since 2000-01-01`, source: 'x' },
      }),
    )
    const standing = { class: 'warm peace', order: 4, since: 2000, certainty: 'placed', facts: [], wouldMove: [] }
    const sentence = 'They have been at peace and close (warm peace) since 2000: common membership of the East African Community.'
    const found = pairWith(
      { institutions: { items, estimates: [known({ id: 'shared-blocs', value: 2, unit: 'count' })] } },
      { standing: { ...standing, sentence } as never },
    )
    expect(overviewOf(found).rows[0]?.level).toBe('East African Community, AU, Commonwealth, Non-Aligned Movement')
  })

  test('on a terminal of 60 columns no line is wider, and nothing is cut off', () => {
    const swap = known({ id: 'swap-line', value: 2e10, unit: 'AUD', label: 'ceiling of the swap line between the two central banks' })
    const narrow = overviewText(pairWith({ diplomacy: { estimates: place(95, 81, 99) }, finance: { estimates: [swap] } }), 60)
    expect(Math.max(...narrow.split('\n').map((line) => line.length))).toBeLessThanOrEqual(60)
    expect(narrow).toContain('Finance: swap line up to AUD 20 bn')
    expect(narrow).not.toContain('…')
  })
})

describe('the change of trade', () => {
  const goods = (period: string) => known({ id: 'goods-trade', value: 2e11, unit: 'USD', period })
  const grown = (period: string) => known({ id: 'goods-trade.change', value: 1e11, unit: 'USD', period, interval: 'exact' })

  test('stands beside the level, unless it ended four years before the page or more', () => {
    expect(level('trade', [goods('2024'), grown('2014/2024')])?.trend).toBe('↑')
    expect(level('trade', [goods('2024'), grown('2012/2022')])?.trend).toBe('')
  })
})

describe('who would lose more', () => {
  const goods = known({ id: 'goods-trade', value: 2e11, unit: 'USD', period: '2023' })
  const loss = (side: string, value: number) =>
    known({ id: `trade-cut-loss-${side}`, value, unit: 'share', interval: { low: value / 2, high: value * 2, kind: 'specifications' } })
  const share = (side: string, value: number, period = '2023') => known({ id: `gdp-share-${side}`, value, unit: 'share', period })

  test('is said with the range, the heavier loss first', () => {
    const { sentences } = overviewOf(pairWith({ trade: { estimates: [goods, loss('a', 0.0005), loss('b', 0.0065)] } }))
    expect(sentences[1]).toBe(
      'Goods trade was worth USD 200 bn in 2023; by a long-run model of the trade of 2020, an end of all trade between them would cost Russia 0.65 % (0.33 % to 1.3 %) of its real spending and China 0.05 % (0.03 % to 0.10 %).',
    )
  })

  test('a range that ends at its estimate stands without the estimate, and trade below a million is called hardly any', () => {
    const worst = known({
      id: 'trade-cut-loss-b',
      value: 0.012,
      unit: 'share',
      interval: { low: 0.0083, high: 0.012, kind: 'specifications' },
    })
    const { sentences } = overviewOf(pairWith({ trade: { estimates: [goods, loss('a', 0.0005), worst] } }))
    expect(sentences[1]).toContain('would cost Russia 0.83 % to 1.2 % of its real spending')
    const little = known({ id: 'goods-trade', value: 240, unit: 'USD', period: '2019' })
    expect(overviewOf(pairWith({ trade: { estimates: [little] } })).sentences[1]).toBe(
      'Hardly any goods trade is on record (USD 240 in 2019).',
    )
  })

  test('goods both ways lead before one direction of a later year', () => {
    const one = known({ id: 'goods-a-to-b', value: 1.2e11, unit: 'USD', period: '2025' })
    const { sentences, rows } = overviewOf(pairWith({ trade: { estimates: [one, goods] } }))
    expect(sentences[1]).toBe('Goods trade was worth USD 200 bn in 2023 (in 2025 USD 120 bn from China to Russia alone).')
    expect(rows[0]).toMatchObject({ level: 'goods USD 200 bn', year: '2023' })
    const alone = overviewOf(pairWith({ trade: { estimates: [one] } }))
    expect(alone.sentences[1]).toBe('Goods worth USD 120 bn went from China to Russia in 2025 (the other way is not known).')
    expect(alone.rows[0]?.level).toBe('goods USD 120 bn CHN→RUS')
  })

  test('where it is little, shares of GDP stand instead, unless they are of a year whose trade is not known', () => {
    const { sentences } = overviewOf(pairWith({ trade: { estimates: [goods, loss('a', 1e-5), share('a', 0.01), share('b', 0.1)] } }))
    expect(sentences[1]).toBe('Goods trade was worth USD 200 bn in 2023; trade both ways was 1.0 % of China’s GDP and 10 % of Russia’s.')
    const older = overviewOf(pairWith({ trade: { estimates: [goods, share('a', 0.01, '2021'), share('b', 0.1, '2021')] } }))
    expect(older.sentences[1]).toBe('Goods trade was worth USD 200 bn in 2023.')
  })
})

const assess = operations.find(({ name }) => name === 'assess')!
const context = { env: { ...process.env, VISAVIS_HOME: '/nonexistent' }, today: '2026-11-25', now: '2026-11-25T12:00:00.000Z' }

test.each([
  ['CHN', 'RUS'],
  ['KEN', 'TZA'],
  ['RUS', 'UKR'],
  ['NRU', 'TUV'],
  ['PRK', 'KOR'],
  ['EU', 'RUS'],
  ['ARE', 'COD'],
])('%s and %s fit on a screen of 100 columns and 40 lines', async (a, b) => {
  const work = await assess.load()
  const answer = await work.run(checkInput(assess, { a, b }), context)
  const lines = String(await work.show.table!(answer as never)).split('\n')
  expect(lines.length).toBeLessThanOrEqual(40)
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100)
  expect(lines.join('\n')).not.toMatch(/undefined|NaN|\[object|no number/)
})
