import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Claim } from '../../../../src/claims/claim.ts'
import { withSaid } from '../../../../src/claims/reading/said/with-said.ts'
import { testFigure } from '../../../../src/claims/testing/figures/test-figures.ts'
import type { Finding } from '../../../../src/claims/verdict.ts'
import { findSnapshot, openSnapshot, type Snapshot } from '../../../../src/store/index.ts'

/** Claims on flows against the bundled record. Sentences name both sides and the year, so that nothing but the figures decides. */
let snapshot: Snapshot
beforeAll(async () => {
  const { directory } = await findSnapshot({ snapshot: undefined, asOf: undefined, env: { VISAVIS_HOME: '/nowhere' } })
  snapshot = await openSnapshot(directory)
})
afterAll(() => snapshot.close())

const trade: Claim = {
  sentence_index: 0,
  claim_index: 0,
  sentence: 'China and Russia traded goods in 2023.',
  start: 0,
  end: 0,
  checkable: true,
  kind: 'quantity',
  domain: 'trade',
  indicator: 'bilateral goods trade, total',
  measured: { topic: 'goods-trade', form: 'level' },
  actors: ['CHN', 'RUS'],
  direction: 'total',
  period: { at: '2023' },
  period_base: null,
  value: 240,
  value_from: null,
  unit: 'USD bn',
  qualifier: null,
  source_named: null,
  speaker: null,
  probability_word: null,
  rules: [],
}

async function finding(claim: Partial<Claim>): Promise<Finding> {
  const cards = new Map(snapshot.manifest.sources.map((card) => [card.id, card]))
  const text = { date: '2024-05-01', sentences: [claim.sentence ?? trade.sentence] }
  const [whole] = withSaid([{ ...trade, ...claim }], text)
  const found = await testFigure(whole!, { ...text, snapshot, cards, today: '2026-11-25' })
  return found!
}
const testFigureOf = (claim: Partial<Claim>): Promise<Finding | undefined> => finding(claim)
const verdict = async (claim: Partial<Claim>): Promise<string> => (await finding(claim)).verdict

const exportsTo = (from: string, to: string, year: string, sentence: string): Partial<Claim> => ({
  sentence,
  actors: [from, to],
  direction: `${from}->${to}`,
  period: { at: year },
  indicator: 'goods exports',
  measured: { topic: 'goods-exports', form: 'level' },
})
const europe = exportsTo('EUU', 'RUS', '2013', 'In 2013 the EU sold Russia goods.')
const kyrgyz = exportsTo('EUU', 'KGZ', '2023', 'In 2023 the EU sold Kyrgyzstan goods, against 2021.')

describe('amounts', () => {
  test('the customs figure of the year supports a rounded one, with the rows behind it', async () => {
    const found = await finding({})
    expect(found.verdict).toBe('supported')
    expect(found.honestValues.map(({ value, unit }) => `${value} ${unit}`)).toContain('240.11 USD bn')
    expect(found.evidence[0]?.rows).toContain("from_id = 'CHN'")
    expect(found.tolerance).toMatchObject({ low: 228, high: 252 })
  })
  test('twice as much is contradicted', async () => expect(await verdict({ value: 480 })).toBe('contradicted'))
  test('a level a tenth below the office’s is partly right where that office is named', async () => {
    expect(await verdict({ value: 215, source_named: 'Chinese customs' })).toBe('partly')
    expect((await finding({ value: 215 })).why).toContain('only one side’s count is on record')
  })
  test('400 billion euro are not 114.8', async () => expect(await verdict({ ...europe, value: 400, unit: 'EUR bn' })).toBe('contradicted'))
  test('and what fits the other way is left open, with what would be true', async () => {
    const { verdict, wouldBeTrue } = await finding({ ...europe, value: 200, unit: 'EUR bn' })
    expect([verdict, wouldBeTrue?.changed]).toEqual(['unverifiable', 'direction'])
  })
  test('euro are turned into dollars at the rate of the year', async () => {
    const found = await finding({ ...europe, value: 152, unit: 'USD bn' })
    expect(found.verdict).toBe('supported')
    expect(found.honestValues.some(({ what }) => what.includes('EUR converted'))).toBe(true)
  })
  test('yuan are told at the rate of the year', async () => {
    expect(await verdict({ value: 1700, unit: 'CNY bn' })).toBe('supported')
    expect(await verdict({ value: 3400, unit: 'CNY bn' })).toBe('contradicted')
  })
  test('a currency without rates is not guessed', async () => expect(await verdict({ value: 1700, unit: 'KZT bn' })).toBe('unverifiable'))
  test('one direction for both is told as what would have been true', async () => {
    const found = await finding({ value: 110.9, sentence: 'China and Russia traded goods in 2024.', period: { at: '2024' } })
    expect(found.verdict).toBe('partly')
    expect(found.wouldBeTrue).toMatchObject({ changed: 'one-way' })
  })
  test('a year without any figure cannot be told, and what would settle it is named', async () => {
    const found = await finding({ actors: ['CHN', 'FJI'], sentence: 'China and Fiji traded goods in 2023.' })
    expect(found.verdict).toBe('unverifiable')
    expect(found.wouldSettle).toContain('visavis sources')
  })
  test('a sentence on a part of the year, or on what is planned, calls nothing wrong; one on the year does', async () => {
    expect(await verdict({ value: 60, sentence: 'China and Russia traded goods in the first half of 2023.' })).toBe('unverifiable')
    expect(await verdict({ value: 60, sentence: 'China and Russia traded goods in 2023.' })).toBe('contradicted')
    expect(await verdict({ value: 480, sentence: 'China and Russia could trade goods worth as much in 2023.' })).toBe('unverifiable')
    expect(await verdict({ value: 480, sentence: 'China and Russia traded goods worth as much in 2023.' })).toBe('contradicted')
  })
  test('a time that is not over is not tested', async () => expect(await verdict({ period: { at: '2027' } })).toBe('unverifiable'))
})

describe('a named source', () => {
  test('narrows the honest values', async () => {
    const found = await finding({
      value: 147,
      period: { at: '2021' },
      source_named: 'Chinese customs',
      sentence: 'China and Russia, 2021.',
    })
    expect(found.verdict).toBe('supported')
    expect(new Set(found.honestValues.map(({ by }) => by))).toEqual(new Set(['cited-figures, CHN']))
  })
  test('that the record lacks is replaced, and said so', async () =>
    expect((await finding({ source_named: 'Kpler' })).why).toContain('does not hold the figures of “Kpler”'))
})

describe('changes', () => {
  const grew = { kind: 'trend', period_base: { at: '2022' }, sentence: 'China and Russia traded more in 2023 than in 2022.' } as const
  test('growth within a source agrees', async () =>
    expect(await verdict({ ...grew, value: 26.3, unit: 'percent_change' })).toBe('supported'))
  test('a fall that was a rise is contradicted', async () =>
    expect(await verdict({ ...grew, value: -26.3, unit: 'percent_change' })).toBe('contradicted'))
  test('tenfold in two years', async () =>
    expect(await verdict({ ...kyrgyz, kind: 'trend', period_base: { at: '2021' }, value: 10, unit: 'times' })).toBe('supported'))
  test('from one level to another is tested at both ends', async () => {
    const both = { ...grew, period: { from: '2022', to: '2023' }, period_base: null } as const
    expect(await verdict({ ...both, value: 240, value_from: 190 })).toBe('supported')
    const since2021 = { period: { from: '2021', to: '2023' }, sentence: 'China and Russia, from 2021 to 2023.' } as const
    expect(await verdict({ ...both, ...since2021, value: 240, value_from: 60 })).toBe('partly')
    expect(await verdict({ ...both, value: 120, value_from: 190 })).toBe('contradicted')
  })
  test('the same time twice is no change', async () =>
    expect(await verdict({ ...grew, period_base: { at: '2023' }, value: 26.3, unit: 'percent_change' })).toBe('unverifiable'))
})

describe('shares', () => {
  const sentence = 'In 2020-2024 North Korea sent Russia arms.'
  const share = {
    kind: 'share',
    domain: 'arms',
    indicator: 'share of arms imports',
    measured: { topic: 'arms-imports', form: 'share', whole: { of: 'imports', state: 'RUS' } },
    actors: ['PRK', 'RUS'],
    direction: 'PRK->RUS',
    period: { from: '2020', to: '2024' },
    unit: 'percent',
    sentence,
  } as const
  test('as a quoted register has it', async () => expect(await verdict({ ...share, value: 33 })).toBe('supported'))
  test('twice as large is contradicted', async () => expect(await verdict({ ...share, value: 66 })).toBe('contradicted'))
})

describe('places', () => {
  const uzbek = (actor: string, value: number, year = '2023'): Partial<Claim> => ({
    kind: 'ranking',
    actors: [actor, 'UZB'],
    period: { at: year },
    value,
    unit: 'rank',
    indicator: 'rank by trading partner',
    measured: { topic: 'partner', form: 'rank' },
    sentence: `In ${year} Uzbekistan had ${actor === 'CHN' ? 'China' : 'Russia'} as a partner.`,
  })
  test('the first partner in a complete list', async () => expect(await verdict(uzbek('CHN', 1))).toBe('supported'))
  test('who was second is not called first', async () => {
    const found = await finding(uzbek('RUS', 1))
    expect(found.verdict).toBe('contradicted')
    expect(found.wouldBeTrue).toMatchObject({ changed: 'order', value: 2 })
  })
  test('a place that is wrong in the years round about too is wrong though no year stands near it', async () => {
    const now = async (value: number, year: number) => {
      const sentences = [`Uzbekistan looks back on ${year - 1} and ${year}.`, 'Uzbekistan had Russia as a partner.']
      const text = { date: `${year + 1}-05-01`, sentences }
      const whole: Claim = { ...trade, ...uzbek('RUS', value, String(year)), sentence: sentences[1]!, sentence_index: 1 }
      return (await testFigure(withSaid([whole], text)[0]!, { ...text, snapshot, cards: new Map(), today: '2026-11-25' }))?.verdict
    }
    expect([await now(5, 2021), await now(1, 2023)]).toEqual(['contradicted', 'unverifiable'])
  })
  const economy = (value: number): Partial<Claim> => ({
    kind: 'ranking',
    actors: ['CHN'],
    direction: 'n/a',
    period: { at: '2021' },
    value,
    unit: 'rank',
    measured: { topic: 'gdp', form: 'rank' },
    sentence: 'In 2021 China had the second largest economy in the world.',
  })
  test('a size among all states', async () => expect(await verdict(economy(2))).toBe('supported'))
  test('the second size called fifth is contradicted, called first it may be one at purchasing power parities', async () => {
    const found = await finding(economy(5))
    expect(found.verdict).toBe('contradicted')
    expect(found.why).toContain('China was second in the world by GDP in 2021')
    const first = await finding(economy(1))
    expect(first.verdict).toBe('unverifiable')
    expect(first.why).toContain('purchasing power parities')
  })
  test('an order per head is another order', async () =>
    expect(await testFigureOf({ ...economy(2), sentence: 'In 2021 China was second in the world by GDP per head.' })).toBeUndefined())
  test('a selection of partners supports no place', async () =>
    expect(await verdict({ ...uzbek('CHN', 1, '2021'), actors: ['CHN', 'DEU'], sentence: 'China and Germany, 2021.' })).toBe(
      'unverifiable',
    ))
  test('a record year is the highest of its series', async () =>
    expect(await verdict({ kind: 'ranking', value: 1, unit: 'rank', qualifier: 'record', indicator: 'goods trade: record year' })).toBe(
      'supported',
    ))
  test('a year with a higher one before it is no record', async () => {
    const found = await finding({
      kind: 'ranking',
      value: 1,
      unit: 'rank',
      qualifier: 'record',
      indicator: 'goods trade: record year',
      period: { at: '2015' },
      sentence: 'China and Russia in 2015.',
    })
    expect(found.verdict).toBe('contradicted')
    expect(found.wouldBeTrue?.text).toContain('2014')
  })
})

describe('comparisons', () => {
  const compared = {
    ...exportsTo('SAU', 'CHN', '2021', 'In 2021 Saudi Arabia sold more to China than to the United States.'),
    kind: 'comparison',
    actors: ['SAU', 'CHN', 'USA'],
    value: 3,
    unit: 'times',
    qualifier: 'over',
  } as const
  test('so many times as much, within one source', async () => expect(await verdict(compared)).toBe('supported'))
  test('the larger of two, without a number', async () =>
    expect(await verdict({ ...compared, value: null, unit: null, qualifier: null })).toBe('supported'))
  const uzbek = {
    ...compared,
    sentence: 'In 2023 Russia sold Uzbekistan more than China did.',
    actors: ['RUS', 'CHN', 'UZB'],
    direction: 'RUS->UZB',
    period: { at: '2023' },
    value: null,
    unit: null,
    qualifier: null,
  } as const
  test('the smaller called larger is contradicted by the office of the buyer', async () =>
    expect(await verdict(uzbek)).toBe('contradicted'))
})

describe('what is no flow', () => {
  test.each([
    ['a product without a table', { measured: { topic: 'goods-exports', form: 'level', part: 'electronics' } }],
    ['a membership', { kind: 'membership' }],
    ['a claim read without a period', { period: null, said: { doubts: {} } }],
  ] as const)('%s is left to others', async (_what, claim) => {
    const cards = new Map()
    const bench = { snapshot, cards, date: '2024-05-01', today: '2026-11-25', sentences: [trade.sentence] }
    expect(await testFigure({ ...trade, ...(claim as Partial<Claim>) }, bench)).toBeUndefined()
  })
  test('a claim given without a period is of the present', async () => {
    const bench = { snapshot, cards: new Map(), date: '2024-05-01', today: '2026-11-25' }
    const found = await testFigure({ ...trade, period: null, said: {} }, bench)
    expect(found?.why).toContain('The claim names no time')
  })
})
