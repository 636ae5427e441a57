import { describe, expect, test } from 'vitest'
import type { Claim } from '../../../../../src/claims/claim.ts'
import { withSaid } from '../../../../../src/claims/reading/said/with-said.ts'
import type { Said } from '../../../../../src/claims/said/said.ts'
import { claimOf } from '../../../deed-claims.ts'

/** What a sentence says of an event; the sentences before it may be given. */
function said(sentence: string, words: string, slots: Partial<Claim>, ...before: string[]): Said {
  const claim = claimOf(sentence, words, { sentence_index: before.length, period: { at: '2022' }, ...slots })
  return withSaid([claim], { sentences: [...before, sentence], date: '2025-06-01' })[0]!.said!
}
const of = (topic: string): Pick<Claim, 'measured'> => ({ measured: { topic, form: 'event' } })

test('a deed of relations is named with the date that it may be reported by', () => {
  const relation = (sentence: string, words: string, topic: string) => said(sentence, words, of(topic)).relation
  expect(relation('They took up diplomatic relations in 1974.', 'took up', 'relations')).toMatchObject({
    dates: ['established'],
    isClear: true,
  })
  expect(relation('The agreement entered into force on 1 May 2022.', 'entered into force', 'trade-agreement')).toMatchObject({
    dates: ['in-force'],
    isClear: true,
  })
  expect(relation('A second agreement was signed in 2022.', 'signed', 'trade-agreement')?.isClear).toBeUndefined()
  expect(relation('They may sign a trade agreement in 2022.', 'sign', 'trade-agreement')).toBeUndefined()
  expect(relation('India and the US signed LEMOA in 2016, after COMCASA.', 'signed LEMOA', 'treaty')).toBeUndefined()
  expect(
    relation('India and the US signed the LEMOA pact in 2016, long after a mutual defense treaty.', 'signed', 'treaty')?.named,
  ).toEqual([
    { names: ['LEMOA', 'signed the LEMOA pact'] },
    { names: ['India and the US', 'LEMOA', 'US signed the LEMOA pact', 'after a mutual defense treaty'] },
  ])
})

describe('sanctions', () => {
  const sanction = (sentence: string, words: string, ...before: string[]) =>
    said(sentence, words, { ...of('sanctions'), actors: ['USA', 'IRN'], direction: 'USA->IRN' }, ...before)

  test('what was done, by what means, and to which goods', () => {
    expect(sanction('The US first imposed an oil embargo on Iran in 2012.', 'imposed').sanction).toEqual({
      act: 'imposed',
      beginning: 'first',
      measures: ['energy', 'trade', 'comprehensive'],
      goods: ['crude', 'oil'],
    })
    expect(sanction('The US lifted all sanctions on Iran in 2016.', 'lifted').sanction).toEqual({ act: 'lifted', isWhole: true })
    expect(sanction('The US has never imposed sanctions on Iran.', 'imposed').sanction).toEqual({ act: 'none', isEver: true })
    expect(sanction('US sanctions have not stopped Iran.', 'sanctions').sanction).toBeUndefined()
  })

  test('who follows whom, and who is not named', () => {
    const { sanction: told, doubts } = sanction('Serbia has joined none of the EU sanctions on Russia.', 'joined')
    expect(told?.follower).toEqual({ sender: 'SRB', target: 'RUS' })
    expect(doubts?.pair?.unnamed).toEqual(['USA', 'IRN'])
    expect(sanction('It then imposed sanctions on Iran.', 'imposed', 'The US left the deal.').doubts?.pair?.unnamed).toBeUndefined()
  })

  test('a year after another name may belong to that one', () => {
    const { doubts } = sanction('The US has had sanctions on Cuba since 1960 and, from 1979 and 2022, on Iran.', 'sanctions')
    expect(doubts?.pair?.namedBeforeYear).toBe('CUB')
  })
})

test('an application is to the one bloc that the sentence, or one shortly before, names', () => {
  const application = (sentence: string, ...before: string[]) => said(sentence, 'applied', { actors: ['SWE'] }, ...before).application
  expect(application('Sweden applied in 2022.', 'NATO met in Madrid.')).toEqual({ kind: 'accession-application', body: 'NATO' })
  expect(application('Sweden applied in 2022.', 'NATO and the OECD met.')).toBeUndefined()
  expect(application('Sweden has not applied to NATO.')).toBeUndefined()
})

test('of a treaty: its obligation, and what identifies it', () => {
  const sentence = 'The Mutual Defense Treaty of 1951 obliges each to come to the aid of the other.'
  expect(
    said(sentence, 'obliges', { ...of('treaty'), kind: 'membership', actors: ['USA', 'PHL'] }, 'They signed it in 1951.').treaty,
  ).toEqual({
    act: 'bound',
    obligation: 'defence',
    isDefinite: true,
    years: ['1951'],
    yearsBefore: [['1951']],
    names: ['The Mutual Defense Treaty'],
  })
  expect(said('They praised the treaty in 2022.', 'praised', { ...of('treaty'), actors: ['USA', 'PHL'] }).treaty).toBeUndefined()
})

test('of an event between two states with a ledger: stems of its words; nothing between others', () => {
  const event = (sentence: string, actors: string[]) => said(sentence, 'signed', { ...of('relations'), actors }).ledgerEvent
  expect(event('China and Russia signed a thirty-year gas contract in May 2022.', ['CHN', 'RUS'])).toEqual({
    stems: expect.arrayContaining(['contract', 'gas', 'sign']),
    spans: [30],
  })
  expect(event('China signed a contract with Russia in 2022.', ['CHN'])?.states).toEqual(['RUS'])
  expect(event('China and France signed a contract in 2022.', ['CHN', 'FRA'])).toBeUndefined()
  expect(event('China and Russia signed no contract in 2022.', ['CHN', 'RUS'])).toBeUndefined()
})

test('of weapons: names, kinds, and whether they are only planned', () => {
  const arms = (sentence: string, words: string, slots: Partial<Claim>) =>
    said(sentence, words, { domain: 'arms', direction: 'KOR->POL', actors: ['KOR', 'POL'], ...slots })
  const count: Partial<Claim> = { kind: 'count', unit: 'count', value: 180 }
  expect(arms('Poland ordered 180 K2 tanks from South Korea in 2022.', '180', count).arms).toEqual({ weapons: ['k2'], kind: 'tank' })
  const plan = arms('It plans to receive 180 tanks.', '180', count)
  expect([plan.arms, plan.doubts?.pair?.isPlanOrPart]).toEqual([{ kind: 'tank', isDelivered: true }, true])
  expect(arms('South Korea delivered the K9 to Poland in 2022.', 'delivered', {}).arms).toEqual({ weapons: ['k9'], isDelivered: true })
  expect(arms('Poland did not order the K9 in 2022.', 'order', {}).arms).toBeUndefined()
})
