import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readClaims } from '../../../../src/claims/reading/read-claims.ts'
import { testClaims } from '../../../../src/claims/testing/testers.ts'
import type { TestedClaim } from '../../../../src/claims/verdict.ts'
import { loadSourceCards } from '../../../../src/sources/index.ts'
import { findSnapshot, openSnapshot, type Snapshot } from '../../../../src/store/index.ts'

const sourceCards = await loadSourceCards()

let snapshot: Snapshot
beforeAll(async () => {
  const { directory } = await findSnapshot({ snapshot: undefined, asOf: undefined, env: { VISAVIS_HOME: '/nowhere' } })
  snapshot = await openSnapshot(directory)
})
afterAll(() => snapshot.close())

async function tested(text: string, date: string): Promise<TestedClaim[]> {
  const sentences = text.split('\n')
  const cards = new Map(sourceCards.map((card) => [card.id, card]))
  return testClaims(readClaims(sentences, date), { snapshot, date, today: '2026-11-25', cards, sentences })
}
const verdictsOf = (claims: readonly TestedClaim[]) => claims.map(({ finding }) => finding?.verdict)

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
    expect(verdictsOf(await tested(text, date))).toContain('contradicted')
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
  expect(verdictsOf(await tested(text, '2024-03-01'))).toContain('partly')
})

describe('nothing is called wrong where the words leave room', () => {
  test.each([
    [
      'no time is named anywhere',
      'When I was secretary of state, we actually increased American exports globally 30 percent.',
      '2016-10-01',
    ],
    [
      'a good stands before the word',
      'Farm exports from Germany to China fell from 18 billion euros in 2021 to 8 billion in 2022.',
      '2024-01-12',
    ],
    ['services are spoken of', 'In 2018 Switzerland took 30 percent of the exports of the EU in services.', '2024-01-12'],
    [
      'the place is one in a part of the world',
      'In Africa India sold most to South Africa.\nIn 2021 India was the largest supplier of Germany.',
      '2024-01-12',
    ],
    [
      'half as large is held against another state before',
      'Malaysia’s trade with China came to 313.8 billion ringgit in 2018.\nTrade with the United States was about half as large, at 155.7 billion ringgit.',
      '2019-02-01',
    ],
    [
      'services are spoken of in the sentence before',
      'Trade in goods and services between Britain and India was worth 23.5 billion pounds in 2019.\nBritain imported 15.7 billion pounds from India and exported 7.8 billion.',
      '2021-05-05',
    ],
    [
      'a part of a country is named as one',
      'Ireland’s exports to Britain rose in 2022.\nExports to Northern Ireland reached 4.9 billion euros.',
      '2023-03-01',
    ],
    [
      'a part of a country is named',
      'Ireland’s exports to Britain rose in 2022.\nDublin exported 4.9 billion euros to the North.',
      '2023-03-01',
    ],
    [
      'the amount is the whole of a share',
      'At the end of 2023 Pakistan owed China 29 billion dollars, more than a third of its external debt of 131 billion.',
      '2024-12-10',
    ],
    [
      'the time before is told by what happened',
      'In 2023 German exports to Kyrgyzstan were fourteen times as high as before the war.',
      '2024-03-01',
    ],
    ['a balance is a small difference', 'In 2012 Germany had a trade surplus of 40 billion euros with France.', '2013-02-01'],
    ['one plant is no stock', 'In 2023 American firms invested 2.75 billion dollars in a plant in India.', '2023-08-01'],
    [
      'growth may be that of trade',
      'China and Russia traded goods worth 240 billion dollars in 2023.\nThe customs office puts growth on the year at 26.3%.',
      '2024-01-12',
    ],
    [
      'growth is not the size of an economy',
      'In 2015 the United States had the lowest rate of economic growth of any major economy in the world.',
      '2016-10-01',
    ],
    [
      'another fuel is named beside',
      'In 2021 Chinese coal purchases from Russia tripled to 6.4 billion euros, while pipeline gas remained below one billion.',
      '2022-03-01',
    ],
    [
      'the figures are estimates, and the sentence tells both ways',
      'Chinese exports to Russia rose by 13 percent to 76 billion dollars in 2022, imports from it by 43 percent to 114 billion.',
      '2023-06-20',
    ],
    ['a parliament votes', 'In December 2023 the Senate of the United States failed the plan by five votes.', '2024-02-01'],
    ['an arms embargo came first', 'The United States has imposed sanctions on Cuba since 1960.', '2024-02-01'],
    ['the state itself is younger than its membership', 'The Emirates have belonged to OPEC since 1967.', '2024-02-01'],
    ['somebody wishes to join', 'Ankara’s wish to join the European Union has not stopped the lorries.', '2012-04-02'],
    ['all exports go to the world', 'I want a tax cut for 95 percent of American exports, 95 percent.', '2016-10-01'],
  ])('%s', async (_why, text, date) => {
    expect(verdictsOf(await tested(text, date))).not.toContain('contradicted')
  })
})
