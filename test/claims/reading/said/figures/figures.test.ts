import { describe, expect, test } from 'vitest'
import type { Claim } from '../../../../../src/claims/claim.ts'
import { withSaid } from '../../../../../src/claims/reading/said/with-said.ts'
import type { Said } from '../../../../../src/claims/said/said.ts'
import { claimOf } from '../../../deed-claims.ts'

/** What is said of a claim whose words stand in a sentence. */
function saidIn(sentence: string, words: string, slots: Partial<Claim>): Said {
  const [claim] = withSaid([claimOf(sentence, words, slots)], { sentences: [sentence], date: '2024-05-01' })
  return claim!.said!
}

const trade: Partial<Claim> = { domain: 'trade', measured: { topic: 'goods-trade', form: 'level' } }

describe('what words say of a figure', () => {
  const ofTopic = (topic: string, slots: Partial<Claim> = {}): Partial<Claim> => ({
    kind: 'quantity',
    measured: { topic, form: 'level' },
    ...slots,
  })
  test.each([
    ['services alone', 'Services exports were $3 billion.', ofTopic('services'), { isServicesAlone: true }],
    ['goods with services', 'Exports of goods and services were $3 billion.', ofTopic('services'), undefined],
    ['investment that is held', 'The stock of direct investment was $3 billion.', ofTopic('investment'), { investment: 'held' }],
    ['investment in a sector', 'It invested in the mining sector: $3 billion.', ofTopic('investment'), { investment: 'in-one-sector' }],
    ['output in dollars', 'GDP in current dollars was $3 billion.', ofTopic('gdp'), { isNominal: true }],
    ['several states together', 'France and Italy together spent $3 billion.', ofTopic('defence-spending'), { isTogether: true }],
    ['a balance of the own state', 'We had a deficit of $3 billion.', ofTopic('deficit'), { isOfUs: true }],
    [
      'two who counted',
      'Chinese customs say $3 billion, Egyptian figures $2 billion.',
      ofTopic('goods-trade', { source_named: 'Chinese customs' }),
      { hasTwoCounts: true },
    ],
    [
      'the fuel of unnamed sales',
      'Sales were $3 billion.',
      ofTopic('goods-exports', { domain: 'energy', indicator: 'LNG, exports' }),
      { fuel: 'lng' },
    ],
    ['nothing of a plain amount', 'Trade was $3 billion.', ofTopic('goods-trade'), undefined],
  ] as const)('%s', (_what, sentence, slots, said) => expect(saidIn(sentence, '$3 billion', slots).figure).toEqual(said))

  test.each([
    ['the buyer’s imports', 'Russia supplied 45 percent of all arms imported by India.', { whole: 'imports' }],
    ['the seller’s exports', 'India bought 45 percent of all arms exported by Russia.', { whole: 'exports' }],
    ['the world', 'Its arms came to 45 percent of the world total.', { total: 'WLD' }],
  ])('a share of %s', (_what, sentence, said) =>
    expect(
      saidIn(sentence, '45 percent', { kind: 'share', domain: 'arms', unit: 'percent', measured: { topic: 'arms', form: 'share' } }).figure,
    ).toEqual(said),
  )

  test.each([
    ['Trade grew after the deal.', 'grew', 'bilateral goods trade, change', 'up'],
    ['Trade fell.', 'fell', null, 'down'],
    ['Trade was unchanged.', 'unchanged', null, undefined],
    ['Trade moved.', 'moved', 'bilateral goods trade, change: smaller', 'down'],
  ] as const)('the way of a change: %s', (sentence, words, indicator, way) =>
    expect(saidIn(sentence, words, { ...trade, kind: 'trend', indicator }).figure?.way).toBe(way),
  )

  test('a change by the year, since an event, told in money', () => {
    const change = { ...trade, kind: 'trend', unit: 'percent_change', value: 5 } as const
    expect(saidIn('It grew 5% a year.', '5%', change).figure).toEqual({ isPerYear: true })
    expect(saidIn('It grew 5% since the war.', '5%', change).figure).toEqual({ isBaseUnstated: true })
    expect(saidIn('The value of its oil grew 5%.', '5%', { ...change, domain: 'energy' }).figure).toEqual({ isInMoney: true })
  })

  test('a growth beside its two ends, unless it is by the year', () => {
    const pair = (sentence: string): (true | undefined)[] => {
      const growth = claimOf(sentence, '31%', { ...trade, kind: 'trend', unit: 'percent_change', value: 31 })
      const ends = claimOf(sentence, '40 to 53', { ...trade, kind: 'trend', claim_index: 1, unit: 'USD bn', value: 53, value_from: 40 })
      const read = withSaid([growth, ends], { sentences: [sentence], date: '2024-05-01' })
      return read.map(({ said }) => said?.figure?.isOnePairWithPrevious)
    }
    expect(pair('Trade rose 31% from 40 to 53.')).toEqual([undefined, true])
    expect(pair('Trade rose 31% a year from 40 to 53.')).toEqual([undefined, undefined])
    expect(pair(`Trade rose 31%${', and much was said of it in Moscow'.repeat(2)}, from 40 to 53.`)).toEqual([undefined, undefined])
  })
})

describe('what words say of a comparison', () => {
  const compared = (sentence: string, words: string) => saidIn(sentence, words, { ...trade, kind: 'comparison' }).comparison
  test('who is named, in order, after which word', () => {
    expect(compared('China sells more to Japan than to India.', 'more')).toEqual({
      named: [
        { ids: ['CHN'] },
        { ids: ['JPN'], after: 'to', isBehind: true },
        { ids: ['IND'], after: 'to', isSecond: true, isBehind: true },
      ],
      isWayTold: true,
    })
  })
  test('less than, together, than before', () => {
    expect(compared('China buys less than India.', 'less than')?.isLess).toBe(true)
    expect(compared('China buys more than India and Japan together.', 'more than')?.isTogether).toBe(true)
    expect(compared('Sales were twice those of 2020.', 'twice')?.isWithEarlier).toBe(true)
  })
})

describe('what words say of a rank', () => {
  const rank = (sentence: string, words: string, topic = 'goods-trade') =>
    saidIn(sentence, words, { kind: 'ranking', unit: 'rank', value: 1, measured: { topic, form: 'rank' } }).rank
  test.each([
    ['China is the largest supplier of Iran.', { role: 'seller' }],
    ['China is the largest market of Iran.', { role: 'buyer' }],
    ['India is the largest arms importer in the world.', { role: 'buyer', isOfWorld: true }],
    ['Brazil is the largest arms importer in Latin America.', { role: 'buyer', among: 'Latin America' }],
    ['Algeria is the largest arms importer in Africa.', { role: 'buyer', among: 'AFR', isBuyerWithin: true }],
    ['Poland is the largest spender in NATO.', { among: 'NATO' }],
    ['It is the largest partner of Mexico in goods.', { hosts: ['MEX'], isOfGoods: true }],
    ['Qatar is the largest economy per head.', { isOtherOrder: true }],
  ])('%s', (sentence, said) => expect(rank(sentence, 'largest')).toEqual(said))
  test('a place by the share of output, and one of changes, are of spending only', () => {
    expect(rank('It is the largest spender by share of GDP.', 'largest', 'defence-spending')).toEqual({ isByOutput: true })
    expect(rank('It was the largest increase.', 'largest', 'defence-spending')).toEqual({ isOtherOrder: true })
    expect(rank('It was the largest increase.', 'largest')).toBeUndefined()
  })
})
