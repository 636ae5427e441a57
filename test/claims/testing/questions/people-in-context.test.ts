import { describe, expect, test } from 'vitest'
import { readClaims } from '../../../../src/claims/reading/document-claims.ts'
import { questionOf } from '../../../../src/claims/testing/questions/question.ts'

/** Directions of the checkable claims of a text, sentence by sentence. */
const ways = (title: string, ...sentences: string[]): string[] => {
  const claims = readClaims(sentences, '2024-06-10', title).filter(({ checkable }) => checkable)
  return sentences.map((_, i) => [...new Set(claims.filter((one) => one.sentence_index === i).map(({ direction }) => direction))].join(' '))
}
const actors = (title: string, ...sentences: string[]): string[] =>
  readClaims(sentences, '2024-06-10', title)
    .filter(({ checkable }) => checkable)
    .map((one) => `${[...one.actors].sort().join(' ')} ${one.direction}`)

describe('where the focus moves', () => {
  test('there, that country and the country of a leader are who was told of last, not the other of the title', () =>
    expect(
      actors(
        'Uganda traded most with China in 2023',
        'China remained the first trading partner of Uganda in 2023.',
        'Trade with Kenya came to $900 million.',
        'Exports to that country were worth $500 million.',
        'Imports from there reached $400 million.',
      ).slice(1),
    ).toEqual(['KEN UGA total', 'KEN UGA UGA->KEN', 'KEN UGA KEN->UGA']))

  test('there is no place where something is', () =>
    expect(actors('Chad: trade', 'Chad sold oil to France in 2023.', 'There were 40 contracts with France.').at(-1)).toMatch(/TCD/))
})

describe('a text that is told from one state’s side', () => {
  test('its totals are with all the world, and partners that are named in turn stand with it', () =>
    expect(
      ways(
        'Uganda: trade statistics for 2022',
        "Uganda's exports were worth $4.2 billion in 2022, 12% less than the year before.",
        'Imports rose to $8.1 billion.',
        'The trade deficit thus reached $3.9 billion.',
        'Kenya remained the main market with $700 million, ahead of the Emirates.',
        'The Democratic Republic of the Congo followed with $600 million.',
        'China supplied goods for $1.3 billion, a sixth of all imports.',
        'India was second among the suppliers.',
      ),
    ).toEqual(['UGA->WLD', 'WLD->UGA', 'total', 'UGA->KEN', 'UGA->COD', 'CHN->UGA', 'IND->UGA']))

  test('those who come next in an order take the place of the one before', () =>
    expect(
      ways(
        'Spain buys more gas from Algeria',
        'Spain bought 30% of its gas from Algeria in 2023, the grid operator says.',
        'That makes the North African country its first supplier.',
        'The United States came second with 21%, Russia third with 18%.',
        'Shipments from Nigeria dropped by a quarter.',
      ),
    ).toEqual(['DZA->ESP', 'DZA->ESP', 'USA->ESP RUS->ESP', 'NGA->ESP']))

  test('what is taken from somebody else is not the taker’s own', () =>
    expect(
      ways(
        'SIPRI: who buys from Israel',
        'Israel was the eighth-largest exporter of major arms in 2016-20.',
        'It accounted for 3% of the global total.',
        'India took 43% of its deliveries, Azerbaijan 17% and Vietnam 12%.',
        "Russia's exports fell by 22%.",
      ),
    ).toEqual(['ISR->WLD', 'ISR->WLD', 'ISR->IND ISR->AZE ISR->VNM', 'RUS->WLD']))

  test('who is compared in the title is not whom the text is between', () =>
    expect(
      actors(
        'China eclipses Russia as top trade partner in Central Asia',
        "China has passed Russia as Kazakhstan's first trading partner.",
        'In 2023 its share was 21.3% ($21.7bn), that of Russia 18.6% ($18.9bn).',
      ),
    ).toEqual(['CHN KAZ total', 'CHN KAZ total', 'CHN KAZ total', 'KAZ RUS total', 'KAZ RUS total']))
})

describe('a text between two', () => {
  test('a third state stands with the one of the two whom it met before', () =>
    expect(
      ways(
        "Romania becomes Moldova's main trading partner",
        'Romanian exports to Moldova reached 650 million dollars in 2014.',
        'Moscow put an embargo on Moldovan wine in 2013.',
        'Exports to Russia fell by almost 30 per cent.',
      ),
    ).toEqual(['ROU->MDA', 'RUS->MDA', 'MDA->RUS']))

  test('exports without a name are told from the side that owned them first, though the other bought in between', () =>
    expect(
      ways(
        'Germany and Poland',
        "Germany's exports to Poland rose to 90 billion euros in 2023.",
        'Imports came to 81 billion.',
        'Poland bought cars for 12 billion.',
        'Exports of machines fell by 3%.',
      ),
    ).toEqual(['DEU->POL', 'POL->DEU', 'DEU->POL', 'DEU->POL']))

  test('of two words for goods each has its own sides', () =>
    expect(
      ways(
        'Turkey and Germany',
        'Turkish exports to Germany grew 26.7 percent to 24.6 billion euros, while imports from Germany were up by a third to 27 billion.',
        'In 2021 goods worth $2 billion went from Turkey to Germany, and 3 billion’s worth came back.',
      ),
    ).toEqual(['TUR->DEU DEU->TUR', 'TUR->DEU DEU->TUR']))

  test('an amount that goes on with It is about what the sentence before began with', () =>
    expect(
      ways(
        'Iran and Oman',
        "Trade between Iran and Oman came to $2 billion in 2022, with Iran's exports at $1.2 billion.",
        'It had grown from $221 million in 2013 to $1.34 billion in 2021.',
      ),
    ).toEqual(['total IRN->OMN', 'total']))

  test('its, it and the country by where they stand', () => {
    expect(ways('Russia and Finland', "Finland's imports from Russia fell sixfold in 2022 and its exports to the country halved.")).toEqual(
      ['RUS->FIN FIN->RUS'],
    )
    expect(ways('Switzerland and the EU', "Switzerland is the EU's third market, and in 2018 it took 11% of its exports.")).toEqual([
      'EUU->CHE',
    ])
    expect(
      ways('China and America', 'In 2018 America bought goods for $539.7 billion from China and sold it goods for 120.2 billion.'),
    ).toEqual(['CHN->USA USA->CHN'])
  })
})

describe('what happens goes one way or both', () => {
  test.each([
    ['Narendra Modi visited Abu Dhabi on 15 July 2023.', 'IND->ARE'],
    ['Abu Dhabi received the prime minister of India in July 2023.', 'IND->ARE'],
    ['Narendra Modi met the president in Abu Dhabi in July 2023.', 'total'],
    ['India recognised the United Arab Emirates in 1971.', 'IND->ARE'],
    ['India and the United Arab Emirates opened diplomatic relations in 1972.', 'total'],
    ['In 2023 the Emirates expelled two Indian diplomats.', 'ARE->IND'],
    ['India and the Emirates signed an arms agreement in Delhi in 2021.', 'total'],
    ['India banned Emirati gold in July 2023.', 'IND->ARE'],
  ])('%s', (sentence, way) => expect(ways('India and the Emirates', sentence)).toEqual([way]))

  test('a veto has those who cast it and the state that the draft is about', () =>
    expect(
      actors(
        'Egypt and Russia',
        'In October 2016 Egypt voted for it, right after Moscow and Beijing had vetoed a French draft on Syria.',
      ).at(-1),
    ).toBe('CHN RUS SYR n/a'))

  test('a number of votes has the state that the resolution is about', () =>
    expect(
      actors(
        'Six that did not support the suspension of Russia',
        'The General Assembly suspended Russia from the Human Rights Council.',
        '93 states were in favour, 24 against, and 58 abstained.',
      ).slice(-3),
    ).toEqual(['RUS n/a', 'RUS n/a', 'RUS n/a']))
})

test('two under one figure are both in the claim, and it is tested against neither alone', () => {
  const [claim] = readClaims(['In 2013 Russian exports to China and India came to 300 billion dollars.'], '2024-06-01')
  expect(claim).toMatchObject({ actors: ['RUS', 'CHN', 'IND'], direction: 'RUS->CHN' })
  expect(questionOf(claim!)).toBeUndefined()
})

describe('what is one state’s alone', () => {
  test.each([
    ['Public debt came to 13.8 billion dollars in 2023.', 'China and Laos', 'LAO n/a'],
    ["Laos's economy grew by 4% in 2023.", 'China and Laos', 'LAO n/a'],
    ['In blueberries Peru is the world’s leading exporter.', 'Peru and the United States', 'PER n/a'],
    ['World military expenditure rose by 6.8 per cent in 2023.', 'SIPRI reports', 'WLD n/a'],
  ])('%s', (sentence, title, wanted) => expect(actors(title, 'Laos owed China 5 billion dollars in 2022.', sentence).at(-1)).toBe(wanted))

  test('the larger Congo, unless the text names the other', () => {
    expect(actors('Cobalt', 'China bought cobalt for $3 billion from Congo in 2023.')[0]).toBe('CHN COD COD->CHN')
    expect(actors('Oil', 'China bought oil for $3 billion from Congo-Brazzaville in 2023; Congo sold France none.')[0]).toBe(
      'CHN COG COG->CHN',
    )
  })
})
