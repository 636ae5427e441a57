import { expect, test } from 'vitest'
import { readClaims } from '../../../src/claims/reading/document-claims.ts'

/** What each claim of the last sentence is: its kind, value and unit, as `trend -3 percent_change`. */
function told(...sentences: string[]): string[] {
  const claims = readClaims(sentences, '2024-06-01', 'China and Vietnam: trade')
  return claims
    .filter(({ sentence_index, checkable }) => checkable && sentence_index === sentences.length - 1)
    .map(({ kind, value, unit }) => [kind, value, unit].filter((one) => one !== null).join(' '))
}

test.each([
  [
    'The General Assembly adopted the resolution by 153 votes to 10, with 23 abstentions.',
    'event|count 153 count|count 10 count|count 23 count',
  ],
  ['187 states voted in favour, only the United States and Israel were against it and Ukraine abstained.', 'count 187 count|event|event'],
  ['It is the second time that the General Assembly has called for a ceasefire.', 'count 2 count'],
  ['Russia sold less to eight of its ten main customers.', 'count 8 count'],
  ['Israel and France sold more arms to India.', 'trend'],
  ['China bought fewer cars from Japan, but more from Germany.', 'trend|trend'],
  ['Fewer arms are being shipped, but exports to Europe have grown.', 'trend|trend'],
  ['France sold more arms than Russia.', 'comparison'],
  ['Vietnam had a large surplus in its trade with the United States.', 'comparison'],
  ['In May China imported more gas from Russia than in any month of the past seven years.', 'ranking 1 rank'],
  ['Russia supplied the most goods in 2023.', 'ranking 1 rank'],
  [
    'Brazil was the main market for Argentine wheat, the second for wine and the third for milk.',
    'ranking 1 rank|ranking 2 rank|ranking 3 rank',
  ],
  [
    'Imports rose by 5 per cent in Algeria, 20 per cent in Egypt and 44 per cent in Morocco.',
    'trend 5 percent_change|trend 20 percent_change|trend 44 percent_change',
  ],
  ['The share of fertilisers fell (from 29 to 22 per cent), and that of iron and steel (16 to 10).', 'trend 22 percent|trend 10 percent'],
  ['Trade with the United States fell for the first time in four years, by 11.6 percent.', 'trend -11.6 percent_change'],
  ['Germany intends to buy 1.2 million tonnes of Kazakh oil a year.', 'attribution 1.2 mn tonnes'],
  ['Bolivia is to become a full member of Mercosur.', ''],
  ["Belgium's energy ministry puts the country's increase down to separate sanctions.", ''],
])('%s', (sentence, claims) => {
  expect(told(sentence).join('|')).toBe(claims)
})

test('a bare large number is of what was weighed or counted right before', () => {
  expect(
    told('Exports to China were worth $3 billion.', 'Azerbaijan exported 23.8 billion cubic metres of gas.', 'Italy took 9.7 billion.'),
  ).toEqual(['quantity 9.7 bcm'])
  expect(told('Exports were worth $2.1 billion.', 'The number of Syrians in Turkey has fallen to 3.1 million.')).toEqual([
    'count 3100000 count',
  ])
})

test('what caused a figure is not what it is of, nor what the next sentence is about', () => {
  const claims = readClaims(
    [
      'Exports to Vietnam rose by 12 percent in April, helped by chips and machine tools.',
      'They came to $6 billion.',
      'Imports fell, as less crude arrived.',
    ],
    '2024-05-09',
    "China's trade with Vietnam",
  )
  expect(claims.map(({ domain }) => domain)).toEqual(['trade', 'trade', 'trade'])
})
