import { describe, expect, test } from 'vitest'
import { yearly } from '../../../assessments/made-snapshot.ts'
import { recordOf } from '../../own-record.ts'
import { verdictsOn } from '../../tested-text.ts'

describe('what is plainly wrong is called so', () => {
  test.each([
    ['a level', 'In 2013 China and Russia traded goods worth only 59 billion dollars.', '2024-01-12'],
    ['a dated change', 'In 2015 trade between China and Russia rose by 30 percent.', '2024-01-12'],
    [
      'a year named in the sentence before',
      'The year 2013 was one of hopes.\nChina and Russia traded goods worth only 59 billion dollars.',
      '2014-02-01',
    ],
    ['the one year of an agreement', 'The trade agreement of Australia and China has been in force since December 2005.', '2023-12-27'],
  ])('%s', async (_what, text, date) => {
    expect(await verdictsOn(text, date)).toContain('contradicted')
  })
})

test.each([
  [
    'one end of a change is the record’s very figure, and the other is not',
    'The exports of the EU to Kyrgyzstan matter.\nThey grew from 26 million euros in 2021 to 1.17 billion in 2022.',
  ],
  [
    'the figures of both ways stand in each other’s place',
    'In 2011 China exported goods worth $20.64 billion to Chile and imported $10.82 billion.',
  ],
])('%s: partly', async (_what, text) => {
  expect(await verdictsOn(text, '2024-03-01')).toContain('partly')
})

/** Why, date, the text with the verdict on each of its claims, and a text without the doubt: one of its claims is contradicted. */
const doubtful: readonly (readonly [why: string, date: string, text: string, verdicts: string, plain: string])[] = [
  [
    'no time is named anywhere',
    '2016-10-01',
    'When I was secretary of state, we actually increased American exports globally 30 percent.',
    'unverifiable',
    'In 2015 we actually increased American exports globally 30 percent.',
  ],
  [
    'a good stands before the word',
    '2024-01-12',
    'Farm exports from Germany to China fell from 18 billion euros in 2021 to 8 billion in 2022.',
    'unverifiable',
    'Exports from Germany to China fell from 18 billion euros in 2021 to 8 billion in 2022.',
  ],
  [
    'services are spoken of',
    '2024-01-12',
    'In 2018 Switzerland took 30 percent of the exports of the EU in services.',
    'unverifiable',
    'In 2018 Switzerland took 30 percent of the exports of the EU in goods.',
  ],
  [
    'the place is one in a part of the world',
    '2024-01-12',
    'In Africa India sold most to South Africa.\nIn 2021 India was the largest supplier of Germany.',
    'unverifiable unverifiable',
    'India sold most to South Africa.\nIn 2021 India was the largest supplier of Germany.',
  ],
  [
    'half as large is held against another state before',
    '2019-02-01',
    'Malaysia’s trade with China came to 313.8 billion ringgit in 2018.\nTrade with the United States was about half as large, at 155.7 billion ringgit.',
    'unverifiable unverifiable unverifiable',
    'Malaysia’s trade with China came to 313.8 billion ringgit in 2018.\nTrade with the United States was about half as large as in 2017, at 155.7 billion ringgit.',
  ],
  [
    'services are spoken of in the sentence before',
    '2021-05-05',
    'Trade in goods and services between Britain and India was worth 23.5 billion pounds in 2019.\nBritain imported 15.7 billion pounds from India and exported 7.8 billion.',
    'unverifiable unverifiable unverifiable',
    'Trade in goods between Britain and India was worth 23.5 billion pounds in 2019.\nBritain imported 15.7 billion pounds from India and exported 7.8 billion.',
  ],
  [
    'a part of a country is named as one',
    '2023-03-01',
    'Ireland’s exports to Britain rose in 2022.\nExports to Northern Ireland reached 4.9 billion euros.',
    'supported unverifiable',
    'Ireland’s exports to Britain rose in 2022.\nExports to Britain reached 4.9 billion euros.',
  ],
  [
    'a part of a country is named',
    '2023-03-01',
    'Ireland’s exports to Britain rose in 2022.\nDublin exported 4.9 billion euros to the North.',
    'supported unverifiable',
    'Ireland’s exports to Britain rose in 2022.\nDublin exported 4.9 billion euros to Britain.',
  ],
  [
    'the amount is the whole of a share',
    '2024-12-10',
    'At the end of 2023 Pakistan owed China 29 billion dollars, more than a third of its external debt of 131 billion.',
    'supported unverifiable unverifiable',
    'At the end of 2023 Pakistan owed China 131 billion dollars, all of its external debt.',
  ],
  [
    'the time before is told by what happened',
    '2024-03-01',
    'In 2023 German exports to Kyrgyzstan were fourteen times as high as before the war.',
    'unverifiable',
    'In 2023 German exports to Kyrgyzstan were fourteen times as high as in 2022.',
  ],
  [
    'a balance is a small difference',
    '2013-02-01',
    'In 2012 Germany had a trade surplus of 40 billion euros with France.',
    'supported',
    'In 2012 Germany had a trade surplus of 400 billion euros with France.',
  ],
  [
    'growth may be that of trade',
    '2024-01-12',
    'China and Russia traded goods worth 240 billion dollars in 2023.\nThe customs office puts growth on the year at 26.3%.',
    'supported supported',
    'China and Russia traded goods worth 240 billion dollars in 2023.\nThe customs office puts growth of the Chinese economy in 2023 at 26.3%.',
  ],
  [
    'growth is not the size of an economy',
    '2016-10-01',
    'In 2015 the United States had the lowest rate of economic growth of any major economy in the world.',
    'unverifiable',
    'In 2015 the United States had the lowest GDP of any major economy in the world.',
  ],
  [
    'another fuel is named beside',
    '2022-03-01',
    'In 2021 Chinese coal purchases from Russia tripled to 6.4 billion euros, while pipeline gas remained below one billion.',
    'unverifiable unverifiable unverifiable',
    'In 2021 Chinese purchases from Russia tripled to 6.4 billion euros.',
  ],
  [
    'the figures are estimates, and the sentence tells both ways',
    '2023-06-20',
    'Chinese exports to Russia rose by 13 percent to 76 billion dollars in 2022, imports from it by 43 percent to 114 billion.',
    'unverifiable supported unverifiable unverifiable',
    'Chinese exports to Russia rose by 93 percent to 48 billion dollars in 2018, imports from it by 43 percent to 59 billion.',
  ],
  [
    'a parliament votes',
    '2024-02-01',
    'In December 2023 the Senate of the United States failed the plan by five votes.',
    'unverifiable',
    'On 12 December 2023 the UN General Assembly called for a ceasefire in Gaza by 153 votes to 30, with 23 abstentions.',
  ],
  [
    'an arms embargo came first',
    '2024-02-01',
    'The United States has imposed sanctions on Cuba since 1959.',
    'unverifiable',
    'The United States has imposed sanctions on Cuba since 2010.',
  ],
  [
    'the state itself is younger than its membership',
    '2024-02-01',
    'The Emirates have belonged to OPEC since 1967.',
    'unverifiable',
    'Angola has belonged to OPEC since 1967.',
  ],
  [
    'a state wishes to join',
    '2012-04-02',
    'Ankara’s wish to join the European Union has not stopped the lorries.',
    'unverifiable',
    'Ankara has joined the European Union.',
  ],
  [
    'all exports go to the world',
    '2016-10-01',
    'I want a tax cut for 95 percent of American exports, 95 percent.',
    'unverifiable unverifiable',
    'In 2015 China took 95 percent of American exports.',
  ],
]

describe('nothing is called wrong where the words leave room, and without that room it is', () => {
  test.each(doubtful)('%s', async (_why, date, text, verdicts, plain) => {
    expect((await verdictsOn(text, date)).join(' ')).toBe(verdicts)
    expect(await verdictsOn(plain, date)).toContain('contradicted')
  })
})

test('one plant is not the stock of investment, which is contradicted', async () => {
  const stock = { indicator: 'direct-investment-stock', from_id: 'USA', to_id: 'IND', value: 49.6e9, unit: 'USD', source: 'imf-dip' }
  const snapshot = await recordOf([2021, 2022, 2023].map((year) => yearly({ ...stock, year })))
  const of = (text: string) => verdictsOn(text, '2024-08-01', { snapshot })
  expect(await of('In 2023 American firms invested 2.75 billion dollars in a plant in India.')).toEqual(['unverifiable'])
  expect(await of('At the end of 2023 the stock of American direct investment in India was 2.75 billion dollars.')).toEqual([
    'contradicted',
  ])
})
