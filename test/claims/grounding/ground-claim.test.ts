import { describe, expect, test } from 'vitest'
import { type GroundText, groundedIn } from '../../../src/claims/grounding/ground-claim.ts'
import { quoteInSentence } from '../../../src/claims/grounding/quote-in-sentence.ts'

const text: GroundText = {
  title: 'Trade with India',
  date: '2024-05-01',
  sentences: [
    'In March 2022 Iran abstained on resolution ES-11/1.',
    'Chinese exports to Moscow reached $111 billion last year, up from 76 billion in 2022.',
    'Half of them went by rail, and world trade grew in 2023/24.',
    'Finland joined NATO on 4 April 2023.',
  ],
}

const slots = {
  actors: ['CHN', 'RUS'],
  indicator: 'goods exports',
  period: { at: '2023' },
  period_base: null,
  value: 111,
  value_from: null,
  unit: 'USD bn',
}
const quote = 'Chinese exports to Moscow reached $111 billion'

describe('a claim is grounded in the text', () => {
  test('with its quoted words, its number, its parties by adjective and capital, and a relative year', () => {
    expect(groundedIn(text, slots, { quote, sentence: 1 })).toEqual({ start: 0, end: quote.length })
    expect(groundedIn(text, { ...slots, value_from: 76, period_base: { at: '2022' } }, { quote, sentence: 1 })).toEqual({
      start: 0,
      end: quote.length,
    })
  })

  test.each([
    ['sentence', { ...slots }, { quote, sentence: 9 }],
    ['quote', { ...slots }, { quote, sentence: 2 }],
    ['quote', { ...slots }, { quote: 'Chinese exports to Moscow fell', sentence: 1 }],
    ['quote', { ...slots }, { quote: '', sentence: 1 }],
    ['quote', { ...slots }, { quote: 'to', sentence: 1 }],
    ['number', { ...slots, value: 112 }, { quote, sentence: 1 }],
    ['number', { ...slots, value_from: 75 }, { quote, sentence: 1 }],
    ['number', { ...slots, unit: 'EUR bn' }, { quote, sentence: 1 }],
    ['party', { ...slots, actors: ['CHN', 'FIN'] }, { quote, sentence: 1 }],
    ['party', { ...slots, actors: ['CHN', 'KAZ'] }, { quote, sentence: 1 }],
    ['time', { ...slots, period: { at: '2021' } }, { quote, sentence: 1 }],
    ['time', { ...slots, period: { at: '2023-07' } }, { quote, sentence: 1 }],
    ['time', { ...slots, period_base: { at: '2019' } }, { quote, sentence: 1 }],
    ['name', { ...slots, indicator: 'member of OPEC' }, { quote, sentence: 1 }],
    ['name', { ...slots, indicator: 'vote on A/RES/68/262: against' }, { quote, sentence: 1 }],
  ] as const)('not, for its %s', (fault, claim, place) => {
    expect(groundedIn(text, claim, place)).toEqual({ fault })
  })

  test('a party or a year named before counts, one named later does not', () => {
    const later = { ...slots, actors: ['CHN', 'IND'], value: 50, unit: 'percent', period: { at: '2024' } }
    expect(groundedIn(text, later, { quote: 'Half of them went by rail', sentence: 2 })).toMatchObject({ start: 0 })
    expect(groundedIn(text, { ...later, actors: ['FIN'] }, { quote: 'Half of them went by rail', sentence: 2 })).toEqual({ fault: 'party' })
    expect(groundedIn(text, { ...later, actors: ['WLD'] }, { quote: 'Half of them went by rail', sentence: 2 })).toMatchObject({ start: 0 })
  })

  test('a day counts where the text has it', () => {
    const joined = { ...slots, actors: ['FIN'], indicator: 'accession to NATO', value: null, unit: null, period: { at: '2023-04-04' } }
    const words = { quote: 'Finland joined NATO', sentence: 3 }
    expect(groundedIn(text, joined, words)).toMatchObject({ start: 0 })
    expect(groundedIn(text, { ...joined, period: { at: '2023-04-05' } }, words)).toEqual({ fault: 'time' })
    const vote = { ...joined, actors: ['IRN'], indicator: 'vote on A/RES/ES-11/1: against', period: { at: '2022-03' } }
    expect(groundedIn(text, vote, { quote: 'Iran abstained', sentence: 0 })).toMatchObject({ start: 14 })
    expect(groundedIn(text, { ...vote, period: { at: '2022-03-02' } }, { quote: 'Iran abstained', sentence: 0 })).toEqual({ fault: 'time' })
  })

  test('in a text without a date, “last year” dates nothing', () => {
    const undated = { ...text, date: null, sentences: ['Chinese exports to Moscow reached $111 billion last year.'] }
    expect(groundedIn(undated, slots, { quote, sentence: 0 })).toEqual({ fault: 'time' })
    expect(groundedIn(undated, { ...slots, period: null }, { quote, sentence: 0 })).toMatchObject({ start: 0 })
  })
})

test('quoted words are found whatever form blanks, quotation marks and dashes have', () => {
  expect(quoteInSentence('the “two”  sides — at last', 'So the "two"\n sides - at last agreed.')).toEqual({ start: 3, end: 29 })
  expect(quoteInSentence('THE TWO', 'So the two agreed.')).toEqual({ start: 3, end: 10 })
  expect(quoteInSentence('x'.repeat(1e6), 'So the two agreed.')).toBeUndefined()
})
