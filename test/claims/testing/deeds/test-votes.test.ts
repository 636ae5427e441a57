import { describe, expect, test } from 'vitest'
import type { Claim } from '../../../../src/claims/claim.ts'
import { testVoteShare } from '../../../../src/claims/testing/deeds/test-vote-shares.ts'
import { testVote } from '../../../../src/claims/testing/deeds/test-votes.ts'
import { claimOf, found } from '../../deed-claims.ts'

const vote = (sentence: string, words: string, actors: string[], period: Claim['period'], more: Partial<Claim> = {}): Claim =>
  claimOf(sentence, words, { actors, period, measured: { topic: 'un-votes', form: 'event' }, ...more })

const verdict = async (claim: Claim, options?: Parameters<typeof found>[2]) => (await found(testVote, claim, options))?.verdict
const march = { at: '2022-03' }

describe('how a state voted in the General Assembly', () => {
  test('the resolution is found by its words: what titles call aggression texts call invasion', async () => {
    const text = 'In March 2022 Israel abstained when the Assembly condemned the invasion of Ukraine.'
    const finding = await found(testVote, vote(text, 'abstained', ['ISR'], march))
    expect(finding?.verdict).toBe('contradicted')
    expect(finding?.why).toContain('A/RES/ES-11/1')
    expect(finding?.why).toContain('Israel in favour')
    expect(await verdict(vote(text.replace('Israel', 'India'), 'abstained', ['IND'], march))).toBe('supported')
  })

  test('by its symbol, whatever the words', async () => {
    expect(await verdict(vote('Serbia voted for A/RES/ES-11/3.', 'voted for', ['SRB'], { at: '2022' }))).toBe('supported')
    expect(await verdict(vote('Serbia voted against A/RES/ES-11/3 in 2022.', 'voted against', ['SRB'], { at: '2022' }))).toBe(
      'contradicted',
    )
  })

  test('would not help to carry it: any position but in favour', async () => {
    const text = 'In April 2022 Serbia would not help to put Russia out of the Human Rights Council by its vote.'
    expect(await verdict(vote(text, 'help to put', ['SRB'], { at: '2022-04' }))).toBe('contradicted')
    expect(await verdict(vote(text.replace('Serbia', 'China'), 'help to put', ['CHN'], { at: '2022-04' }))).toBe('supported')
  })

  test('always, on every vote of a matter', async () => {
    const text = 'From 2010 to 2015 the United States always voted against the resolution on its embargo on Cuba.'
    expect(await verdict(vote(text, 'voted against', ['USA'], { from: '2010', to: '2015' }))).toBe('supported')
    expect(await verdict(vote(text.replace('2015', '2017'), 'voted against', ['USA'], { from: '2010', to: '2017' }))).toBe('partly')
  })

  test('a bloc stands for its members of the day', async () => {
    const text = 'In October 2022 the European Union voted to condemn the annexation of parts of Ukraine.'
    expect(await verdict(vote(text, 'voted to', ['EUU'], { at: '2022-10' }))).toBe('supported')
  })

  test('a vote of the Security Council is not one of the Assembly', async () => {
    const before = ['In March 2022 Russia vetoed a draft on Ukraine in the Security Council.']
    const abstained = vote('Israel abstained on the aggression against Ukraine in March 2022.', 'abstained', ['ISR'], march)
    expect(await verdict(abstained, { before })).toBe('unverifiable')
    expect(await verdict(abstained)).toBe('contradicted')
  })

  test('a position is right if it fits another vote of the time, and wrong if it fits none', async () => {
    const text = 'In December 2017 Canada voted against the resolution on Israel and Jerusalem.'
    expect(await verdict(vote(text, 'voted against', ['CAN'], { at: '2017-12' }))).toBe('supported')
    expect(await verdict(vote(text.replace('Canada', 'France'), 'voted against', ['FRA'], { at: '2017-12' }))).toBe('contradicted')
  })

  test('a number that is one or two off was corrected after the day', async () => {
    const text = 'In March 2022 the Assembly condemned the aggression against Ukraine by 140 votes.'
    const count = (value: number): Claim =>
      vote(text.replace('140', String(value)), `${value} votes`, ['UKR'], march, { kind: 'count', value, unit: 'count' })
    expect(await verdict(count(140))).toBe('supported')
    expect(await verdict(count(114))).toBe('partly')
  })

  test('two positions in one sentence: whose is whose must stand beside', async () => {
    const text = 'In March 2022 Serbia backed the text on the aggression against Ukraine; Israel, Brazil and India abstained.'
    expect(await verdict(vote(text, 'backed', ['SRB', 'IND'], march))).toBe('unverifiable')
    expect(await verdict(vote(text.replace(/;.*/, '.'), 'backed', ['SRB'], march))).toBe('supported')
  })

  test('voted with another: as that other did', async () => {
    const text = 'In March 2022 Syria voted with Russia when the Assembly condemned the invasion of Ukraine.'
    expect(await verdict(vote(text, 'voted with', ['SYR'], march))).toBe('supported')
    expect(await verdict(vote(text.replace('Syria', 'Serbia'), 'voted with', ['SRB'], march))).toBe('contradicted')
  })

  test('without words for a matter nothing is said', async () => {
    expect(await verdict(vote('India abstained.', 'abstained', ['IND'], march))).toBe('unverifiable')
    expect(await verdict(vote('India abstained on the aggression against Ukraine in March 2022.', 'abstained', ['IND'], march))).toBe(
      'supported',
    )
  })

  test('a time that was carried over contradicts nobody', async () => {
    const text = 'Years later Israel abstained when the Assembly condemned the invasion of Ukraine.'
    expect(await verdict(vote(text, 'abstained', ['ISR'], { at: '2022' }))).toBe('unverifiable')
    expect(await verdict(vote(text.replace('Years later', 'In March 2022'), 'abstained', ['ISR'], march))).toBe('contradicted')
  })

  test('votes are counted by the side that stands beside the number', async () => {
    const text = 'In April 2022 Russia was put out of the Human Rights Council by a vote of 93 to 24.'
    const count = (value: number, words: string) =>
      verdict(vote(text, words, ['RUS'], { at: '2022-04' }, { kind: 'count', value, unit: 'count' }))
    expect(await count(93, '93')).toBe('supported')
    expect(await count(24, '24')).toBe('supported')
    const wrong = vote(text.replace('93', '60'), '60', ['RUS'], { at: '2022-04' }, { kind: 'count', value: 60, unit: 'count' })
    expect(await verdict(wrong)).toBe('contradicted')
  })
})

describe('how often two vote alike', () => {
  const share = (value: number, qualifier: string | null = null): Claim =>
    vote(
      'Saudi Arabia and the United States voted alike in the Assembly between 2015 and 2019.',
      'voted alike',
      ['SAU', 'USA'],
      { from: '2015', to: '2019' },
      {
        kind: 'share',
        value,
        qualifier,
        unit: 'percent',
        measured: { topic: 'un-votes', form: 'share' },
      },
    )

  test('a fifth, not three quarters; with half for an abstention a little more', async () => {
    const wrong = await found(testVoteShare, share(75, 'about'))
    expect(wrong?.verdict).toBe('contradicted')
    expect(wrong?.honestValues[0]?.value).toBeCloseTo(21, 0)
    expect((await found(testVoteShare, share(21)))?.verdict).toBe('supported')
    expect((await found(testVoteShare, share(28)))?.verdict).toBe('supported')
    expect((await found(testVoteShare, share(25, 'less than')))?.verdict).toBe('supported')
  })

  test('the number of votes, or of a resolution, is no share', async () => {
    const text = 'China and Russia voted alike in 66 per cent of 91 votes in the Assembly in 2024.'
    const slots: Partial<Claim> = { kind: 'share', unit: 'percent', measured: { topic: 'un-votes', form: 'share' } }
    const of = (words: string, value: number) =>
      found(testVoteShare, vote(text, words, ['CHN', 'RUS'], { at: '2024' }, { ...slots, value }))
    expect((await of('66 per cent', 66))?.verdict).toBe('supported')
    expect(await of('91', 91)).toBeUndefined()
  })
})

test('whoever votes against a deed votes for the text on it', async () => {
  const text = 'In December 2017, 118 states voted against the recognition of Jerusalem.'
  const more = { kind: 'count', value: 118, unit: 'count' } as const
  const against = (said: string) => verdict(vote(said, '118', ['ISR'], { at: '2017-12' }, more), { date: '2018-02-01' })
  expect(await against(text)).toBe('unverifiable')
  expect(await against(text.replace('recognition', 'resolution'))).toBe('contradicted')
})

test('`as well` is no word of a title', async () => {
  const text = 'In 2019 Brazil had voted against as well.'
  expect(await verdict(vote(text, 'voted against', ['BRA'], { at: '2019' }))).toBe('unverifiable')
  const embargo = 'In 2019 Brazil had voted against the end of the embargo on Cuba as well.'
  expect(await verdict(vote(embargo, 'voted against', ['BRA'], { at: '2019' }))).toBe('supported')
})
