import { describe, expect, test } from 'vitest'
import type { Claim } from '../../../../../src/claims/claim.ts'
import { withSaid } from '../../../../../src/claims/reading/said/with-said.ts'
import type { Said } from '../../../../../src/claims/said/said.ts'
import { claimOf } from '../../../deed-claims.ts'

/** What a sentence says of a figure in it; the sentences before it may be given. */
function said(sentence: string, words: string, slots: Partial<Claim>, ...before: string[]): Said {
  const claim = claimOf(sentence, words, { sentence_index: before.length, period: { at: '2022' }, ...slots })
  return withSaid([claim], { sentences: [...before, sentence], date: '2025-06-01' })[0]!.said!
}
const of = (topic: string): Pick<Claim, 'measured'> => ({ measured: { topic, form: 'level' } })

describe('support for Ukraine', () => {
  const support = (sentence: string, words: string, slots: Partial<Claim> = {}, ...before: string[]) =>
    said(sentence, words, { ...of('aid'), kind: 'quantity', value: 10, direction: 'EUU->UKR', actors: ['EUU', 'UKR'], ...slots }, ...before)
      .ukraineSupport

  test('what is given, by whom, and whether in all', () => {
    expect(support('So far EU institutions have pledged €10 billion in financial aid.', '€10 billion')).toEqual({
      measure: 'commitments',
      kind: 'financial',
      amount: 'total',
      europeans: 'bodies',
    })
    expect(support('The EU allocated another €10 billion.', '€10 billion', {}, 'The Kiel Institute counts aid.')).toEqual({
      measure: 'allocations',
      amount: 'new',
      isFromTracker: true,
    })
  })

  test('a share of GDP, and a rank in a region', () => {
    expect(support('Estonia gave aid worth 1.7 percent of its GDP.', '1.7 percent', { unit: 'percent', value: 1.7 })).toEqual({
      isOfOutput: true,
    })
    const rank: Partial<Claim> = { kind: 'ranking', unit: 'rank', value: 1 }
    expect(support('Germany is the largest European donor.', 'largest', rank)).toEqual({ among: 'EUR', isPlainRank: true })
    expect(support('Germany would be the largest donor.', 'largest', rank)).toEqual({})
  })

  test('refugees and loans to firms are another matter', () => {
    expect(support('The EU gave €10 billion for refugees.', '€10 billion')).toBeUndefined()
    expect(support('The EU bought goods worth €10 billion.', '€10 billion', { measured: null })).toBeUndefined()
  })
})

test('Chinese finance: projects, and recipients within a region; debts are not finance', () => {
  const finance = (sentence: string, words: string, slots: Partial<Claim>) =>
    said(sentence, words, { ...of('loans'), direction: 'CHN->AGO', actors: ['CHN', 'AGO'], value: 1, ...slots }).chineseFinance
  expect(finance('China had 40 projects in Angola.', '40', { kind: 'count', unit: 'count' })).toEqual({ isOfProjects: true })
  expect(finance('Angola was the largest recipient in Africa.', 'largest', { kind: 'ranking', unit: 'rank' })).toEqual({ among: 'AFR' })
  expect(finance('Angola owed China $20 billion.', '$20 billion', { kind: 'quantity', unit: 'USD bn' })).toBeUndefined()
})

test('a rank of fuels is of all suppliers; within a region it is none', () => {
  const rank = (sentence: string) =>
    said(sentence, 'largest', {
      ...of('crude-oil'),
      ...{ domain: 'energy', kind: 'ranking', unit: 'rank', value: 1, direction: 'RUS->CHN', actors: ['RUS', 'CHN'] },
    }).fuelRank
  expect(rank('Russia was the largest supplier of crude oil to China.')).toEqual({ isCrude: true })
  expect(rank('Russia was the largest supplier of oil outside OPEC.')).toBeUndefined()
  expect(rank('Russia was the largest Asian supplier of oil.')).toBeUndefined()
})

describe('ranks among years', () => {
  const slots: Partial<Claim> = { ...of('goods-trade'), kind: 'ranking', unit: 'rank', value: 1 }
  test('a record, the lowest, since when', () => {
    expect(said('Trade hit a record in 2022.', 'record', { ...slots, indicator: 'goods trade' }).record).toEqual({})
    expect(said('Trade was the lowest since 2010.', 'lowest', { ...slots, qualifier: 'since 2010' }).record).toEqual({
      isLow: true,
      since: 2011,
    })
    expect(said('It was the highest in two decades.', 'highest', { ...slots, qualifier: 'in two decades' }).record).toEqual({ years: 20 })
    expect(said('It is the highest of all partners.', 'highest', { ...slots, indicator: 'rank among partners' }).record).toBeUndefined()
  })
  test('the steepest rise of spending', () => {
    const rise = (sentence: string) => said(sentence, 'increase', { ...slots, ...of('defence-spending') }).steepestRise
    expect(rise('It was the largest annual increase since 2015.')).toEqual({ since: 2016 })
    expect(rise('It was the steepest increase since the end of the Cold War.')).toEqual({ since: 1992 })
    expect(rise('It was the largest increase in ten years.')).toEqual({ years: 10 })
    expect(rise('It was the largest increase.')).toBeUndefined()
  })
})

test('years in a row', () => {
  const row = (sentence: string) => said(sentence, 'sixth', { ...of('goods-trade'), kind: 'count', value: 6 }).yearsInARow
  expect(row('For the sixth year in a row China was the largest partner.')).toEqual({ isFirst: true })
  expect(row('It was the sixth consecutive year of growth.')).toEqual({ sense: 'up' })
  expect(row('It was the sixth month in a row of growth.')).toBeUndefined()
})

test('partners in arms are counted as a whole; a share may be of each of several states', () => {
  const count: Partial<Claim> = { domain: 'arms', kind: 'count', unit: 'count', value: 107 }
  expect(said('The US delivered major arms to 107 states.', '107', count).isArmsPartnerCount).toBe(true)
  expect(said('The US delivered major arms to 30 African states.', '30', count).isArmsPartnerCount).toBeUndefined()
  const share: Partial<Claim> = { kind: 'share', actors: ['USA', 'FRA', 'DEU'], value: 10 }
  expect(said('The US, France and Germany had 10 percent each.', '10 percent', share).isForEach).toBe(true)
  expect(said('The US, France and Germany had 10 percent.', '10 percent', share).isForEach).toBeUndefined()
})
