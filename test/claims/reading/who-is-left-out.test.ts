import { expect, test } from 'vitest'
import { readClaims } from '../../../src/claims/reading/document-claims.ts'

/** Who stands to whom in the last sentence of a text. */
function sidesOf(date: string, ...sentences: string[]): string[] {
  return readClaims(sentences, date)
    .filter((claim) => claim.checkable && claim.sentence_index === sentences.length - 1)
    .map(({ actors, direction }) => `${actors.join()} ${direction}`)
}

test.each([
  ["Hungary was the EU's biggest importer of Russian fossil fuels in 2024.", 'HUN,RUS RUS->HUN'],
  ["In 2023 Italy was the Union's largest buyer of Algerian gas.", 'ITA,DZA DZA->ITA'],
  ["China was the EU's largest supplier of goods in 2023.", 'CHN,EUU CHN->EUU'],
])('a club in which one of its members has a place is no side of it: %s', (sentence, sides) => {
  expect(sidesOf('2025-04-01', sentence)[0]).toBe(sides)
})

test.each([
  ['At least 35 countries sent weapons to Ukraine in 2022.', 'WLD,UKR WLD->UKR'],
  ['In 2024 the United States delivered arms to 107 countries.', 'USA,WLD USA->WLD'],
])('countries that are only counted are the world: %s', (sentence, sides) => {
  expect(sidesOf('2025-04-01', sentence)).toContain(sides)
})

test('money that those abroad send home comes from the world', () => {
  expect(sidesOf('2013-07-14', 'Pakistanis abroad sent home $13.9 billion in 2012.')).toEqual(['WLD,PAK WLD->PAK'])
})

test('who is meant by it keeps the way that was told in the sentence', () => {
  expect(
    sidesOf(
      '2023-09',
      "Russia was the Union's first supplier of oil in 2022, with 15.9 percent; a year on it came twelfth, with 2.7 percent.",
    ),
  ).toEqual(Array(4).fill('RUS,EUU RUS->EUU'))
})

test('a year on counts from the time that was named, and when somebody spoke is not when the figures are so', () => {
  const [later] = readClaims(
    ['Oil imports from Russia were $20 billion in 2021.', 'A year on, they had fallen to $10 billion.'],
    '2024-01-01',
  ).slice(-1)
  expect(later!.period).toEqual({ at: '2022' })
  const read = readClaims(
    [
      'The deficit of the EU with China shrank by 27 percent last year, to 291 billion euros.',
      'What is meant, the president of the Commission explained in December, is a wider choice of suppliers.',
      'The Union bought a fifth of its goods from China.',
    ],
    '2024-03-04',
  )
  expect(read.at(-1)!.period).toEqual({ at: '2023' })
})

test('who joins in a clause of its own is alone', () => {
  expect(
    sidesOf(
      '2016-05-06',
      'Imports from China were 758.5 million euros in 2015.',
      'Purchases from there have increased fivefold since 2004, the year in which Slovenia joined the EU.',
    ),
  ).toContain('SVN n/a')
})

test('a neighbour is that of the side from which the text tells, and a double digit is no doubling', () => {
  const text = [
    "Japan's trade with China came to $311.995 billion in 2013.",
    'Exports to its neighbour sank by 10.2% to $129.883 billion, by a double digit for the second year.',
    'To this drop China contributed 1.9 points.',
    'Demand in China had gone slack.',
  ]
  const told = readClaims(text, '2014-02-28').filter((claim) => claim.checkable && claim.sentence_index === 1)
  expect(told.map(({ direction }) => direction)).toEqual(told.map(() => 'JPN->CHN'))
  expect(told.some(({ unit }) => unit === 'times')).toBe(false)
})
