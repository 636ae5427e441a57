import { expect, test } from 'vitest'
import { readClaims } from '../../../src/claims/reading/document-claims.ts'

/** The claims of the last sentence: kind, direction (or actors, where there is none), period and value, as `share RUS->IND 2023 46`. */
function told(date: string, title: string, ...sentences: string[]): string {
  return readClaims(sentences, date, title)
    .filter(({ sentence_index, checkable }) => checkable && sentence_index === sentences.length - 1)
    .map(({ kind, actors, direction, period, value }) => {
      const when = period === null ? '' : 'at' in period ? period.at : `${period.from}/${period.to}`
      const who = direction.includes('->') ? direction : actors.join('+')
      return [kind, who, when, value].filter((one) => one !== null && one !== '').join(' ')
    })
    .join('|')
}

test.each<[string, string, readonly string[], string]>([
  // who bans, then whose goods
  [
    '2023-02-05',
    'European ban on Russian oil products',
    ['A ban on imports of Russian oil products into the European Union took effect on Sunday, February 5.'],
    'event EUU->RUS 2023-02-05',
  ],
  [
    '2023-05-04',
    'German energy imports',
    ['Germany bought Russian coal.', 'Russian coal imports have been banned since August 2022.'],
    'event DEU->RUS 2022-08',
  ],
  [
    '2024-06-24',
    'EU adopts 14th package',
    ['The EU adopted its 14th package of sanctions against Russia on Monday.'],
    'event EUU->RUS 2024-06-24',
  ],
  [
    '2022-12-05',
    'Oil price cap',
    ['The European Union and Australia imposed a price cap of $60 a barrel on Russian seaborne crude on Monday.'],
    'event EUU->RUS 2022-12-05',
  ],
  [
    '2022-12-05',
    'Oil price cap',
    [
      'The European Union and Australia imposed a price cap of $60 a barrel on Russian seaborne crude on Monday.',
      'An EU embargo on seaborne imports of Russian crude took effect on the same day.',
    ],
    'event EUU->RUS 2022-12-05',
  ],
  [
    '2024-05-14',
    'US bans Russian uranium',
    ['President Joe Biden signed a law on Monday that bans imports of enriched uranium from Russia.'],
    'event USA->RUS 2024-05-13',
  ],
  // its is the buyer
  [
    '2023-06-21',
    'Russian oil exports to India',
    [
      "India's imports of Russian oil rose to 2.15 million barrels per day in May.",
      "Russia's share in its crude imports climbed to 46 percent.",
    ],
    'share RUS->IND 2023-05 46',
  ],
  // by way of somebody
  [
    '2023-12-19',
    'Gas to Europe',
    ["Gazprom's pipeline exports to Europe fell to 28.3 bcm in 2023.", 'Deliveries through Ukraine came to 14.65 bcm.'],
    'quantity RUS->EUR 2023 14.65',
  ],
  // behind several partners: with all
  [
    '2024-01-11',
    "Australia's coal",
    [
      'Australia exported 351 million tonnes of coal in 2023.',
      'Japan was the main buyer with 109 million tonnes, followed by China with 65 million tonnes.',
      'In value, coal exports fell 27 percent.',
    ],
    'trend AUS->WLD 2023 -27',
  ],
  [
    '2023-03-29',
    'EU gas imports',
    [
      'Norway was the largest supplier of gas to the EU in 2022, with 24 percent.',
      'It was followed by Russia with 17 percent and Qatar with 13 percent.',
      'EU imports of LNG rose 60 percent to 130 bcm.',
    ],
    'trend WLD->EUU 2022 60|quantity WLD->EUU 2022 130',
  ],
  // a clause of its own about who is only compared with
  [
    '2023-08-09',
    'Qatar and China sign LNG deals',
    [
      'China imported 15.7 million tonnes of LNG from Qatar in 2022.',
      'That made Qatar its second-largest supplier after Australia, which delivered 21.9 million tonnes.',
    ],
    'ranking QAT->CHN 2022 2|quantity AUS->CHN 2022 21.9',
  ],
  // how rare it is says nothing of when
  [
    '2023-06-21',
    'Russian oil exports to India',
    [
      'India imported 4.6 million barrels of crude a day in May, the lowest since September 2021.',
      "Russia's share in its imports rose to 46 percent from 17 percent a year earlier.",
    ],
    'trend RUS->IND 2022-05/2023-05 46',
  ],
  // debts
  [
    '2024-12-04',
    "Pakistan's largest creditor",
    ["Pakistan's external debt stood at $130.85 billion in 2023, equal to 325% of exports."],
    'quantity WLD->PAK 2023 130.85|share WLD->PAK 2023 325',
  ],
  [
    '2024-12-04',
    "Pakistan's largest creditor",
    [
      "Pakistan's external debt stood at $130.85 billion in 2023.",
      'China holds the largest share of the debt with 32%.',
      'The World Bank followed with 18% ($23.55 billion).',
      'Saudi Arabia is the second largest bilateral lender with 7% of the total debt, or $9.16 billion.',
    ],
    'ranking SAU->PAK 2023 2|share SAU->PAK 2023 7|quantity SAU->PAK 2023 9.16',
  ],
  [
    '2024-12-04',
    "Pakistan's largest creditor",
    ["Pakistan's external debt stood at $130.85 billion in 2023.", 'Debt service took 43% of exports and 5% of national income.'],
    'share PAK->WLD 2023 43|share PAK->WLD 2023 5',
  ],
  [
    '2023-07-05',
    "Sri Lanka's debt",
    [
      'Sri Lanka owed its bilateral creditors $11.3 billion at the end of 2022.',
      'The International Monetary Fund approved a $2.9 billion loan for Sri Lanka on 20 March 2023.',
    ],
    'quantity WLD->LKA 2023-03-20 2.9',
  ],
  [
    '2023-10-19',
    'Chinese lending to Latin America',
    [
      "China's development banks lent Latin America $813 million in 2022.",
      'Since 2005 they have lent the region $137 billion.',
      'Venezuela received $60 billion of that.',
    ],
    'quantity CHN->VEN 2005/2022 60',
  ],
  [
    '2024-01-31',
    'Foreign investment in Vietnam',
    ['Foreign direct investment pledged to Vietnam rose 32 percent to $36.6 billion in 2023.'],
    'trend WLD->VNM 2023 32|quantity WLD->VNM 2023 36.6',
  ],
])('%s %s %s', (date, title, sentences, claims) => {
  expect(told(date, title, ...sentences)).toBe(claims)
})
