import { expect, test } from 'vitest'
import { readClaims } from '../../../src/claims/reading/document-claims.ts'

/** Plain texts of agencies, with the actors (in alphabetical order) and the ways of the claims of each sentence. */
const texts: readonly (readonly [date: string, title: string, sentences: readonly (readonly [text: string, sides: string])[]])[] = [
  [
    '2024-03-12',
    'Arms imports of Morocco',
    [
      ['Morocco was the 24th largest arms importer in the world in 2019-23.', 'MAR,WLD WLD->MAR'],
      [
        'In those years it was supplied by nine states, mainly the United States (69% of its imports), France (14%) and Israel (11%).',
        'MAR,WLD WLD->MAR; MAR,USA USA->MAR; FRA,MAR FRA->MAR; ISR,MAR ISR->MAR',
      ],
      ['In 2022 its military spending amounted to $5.0 billion, 3.6% less than a year before.', 'MAR n/a'],
    ],
  ],
  [
    '2024-03-12',
    'Pakistan and its arms suppliers',
    [
      ['Pakistan increased its arms imports by 43 per cent between 2014-18 and 2019-23.', 'PAK,WLD WLD->PAK'],
      ['It was the fifth largest arms importer in 2019-23.', 'PAK,WLD WLD->PAK'],
      ['China supplied 82 per cent of them, above all aircraft and ships.', 'CHN,PAK CHN->PAK'],
      ['Sweden (4.0 per cent) and Turkey (3.5 per cent) followed.', 'PAK,SWE SWE->PAK; PAK,TUR TUR->PAK'],
      ['US exports to the country fell by 90 per cent.', 'PAK,USA USA->PAK'],
    ],
  ],
  [
    '2023-06-20',
    'Germany sends tanks to Ukraine',
    [
      ['Germany has promised Ukraine 18 Leopard 2 tanks.', 'DEU,UKR DEU->UKR'],
      ['Berlin has earmarked 5.4 billion euros for military aid to Kyiv this year.', 'DEU,UKR DEU->UKR'],
      ['Canada announced 500 million dollars for ammunition for Ukraine.', 'CAN,UKR CAN->UKR'],
    ],
  ],
  [
    '2022-12-15',
    'EU aid',
    [
      ['In 2022 the EU set aside 18 billion euros in loans for Ukraine.', 'EUU,UKR EUU->UKR'],
      ['The United States has given the country $21.9 billion in military equipment.', 'UKR,USA USA->UKR'],
      ['Japan provided it with 600 million dollars.', 'JPN,UKR JPN->UKR'],
    ],
  ],
  [
    '2023-09-14',
    'Most-favoured-nation status',
    [
      ["In March 2022 Japan withdrew Russia's most-favoured-nation status.", 'JPN,RUS JPN->RUS'],
      ["Canada had revoked Russia's preferential tariff status earlier that month.", 'CAN,RUS CAN->RUS'],
      ["In 2019 India cancelled Pakistan's trade privileges.", 'IND,PAK IND->PAK'],
      ["Russia suspended Moldova's right to export fruit in August 2022.", 'MDA,RUS RUS->MDA'],
    ],
  ],
  [
    '2024-02-01',
    'Australia and China',
    [
      ['China lifted its tariffs on Australian barley in August 2023.', 'AUS,CHN CHN->AUS'],
      ['It had imposed duties of 80.5 percent on barley in May 2020.', 'AUS,CHN CHN->AUS'],
      ['In October 2023 Beijing agreed to review its tariffs on Australian wine.', 'AUS,CHN CHN->AUS'],
    ],
  ],
  [
    '2023-05-18',
    'Trade of Germany in April',
    [
      ["Germany's trade surplus came to 18.4 billion euros in April.", 'DEU,WLD total'],
      ['The surplus with the United States was 6.1 billion euros, up 5 percent.', 'DEU,USA total'],
      ['With China there was a deficit of 4.2 billion euros.', 'CHN,DEU total'],
      ['The overall surplus had been 14.9 billion euros in March.', 'DEU,WLD total'],
    ],
  ],
  [
    '2023-07-30',
    'Troops of the United States in Germany',
    [
      ['About 35,000 American soldiers are stationed in the country.', 'DEU,USA USA->DEU'],
      ['A further 12,000 serve in Italy and 9,000 in the United Kingdom.', 'ITA,USA USA->ITA; GBR,USA USA->GBR'],
      ['Poland is host to some 10,000 of them.', 'POL,USA USA->POL'],
    ],
  ],
  [
    '2021-01-20',
    'U.S. security cooperation with Taiwan and Saudi Arabia',
    [
      [
        'The United States has $126.6 billion in active cases with Saudi Arabia under the Foreign Military Sales system.',
        'SAU,USA USA->SAU',
      ],
      ['Since 2016 Washington has authorised the export of over $11.2 billion in defence articles to the kingdom.', 'SAU,USA USA->SAU'],
      ['Riyadh is its largest customer under the Foreign Military Sales programme.', 'SAU,USA USA->SAU'],
    ],
  ],
  [
    '2023-01-12',
    "Taiwan's exports by market",
    [
      ['Taiwan exported goods worth $479.5 billion in 2022.', 'TWN,WLD TWN->WLD'],
      ['Europe ranked fourth with $41.1 billion and Japan fifth with $33.6 billion.', 'EUR,TWN TWN->EUR; JPN,TWN TWN->JPN'],
      ['South Korea came sixth.', 'KOR,TWN TWN->KOR'],
    ],
  ],
  [
    '2024-01-25',
    'Vietnam and its customers',
    [
      ["Vietnam's exports came to $355.5 billion in 2023, down by 4.4 percent.", 'VNM,WLD VNM->WLD'],
      [
        'The United States was the largest market, with $97 billion, ahead of China with $61.2 billion.',
        'USA,VNM VNM->USA; CHN,VNM VNM->CHN',
      ],
      ['South Korea remained the biggest source of imports after China.', 'KOR,VNM KOR->VNM'],
    ],
  ],
  [
    '2020-02-18',
    'US trade with Mexico and Canada',
    [
      ['US imports from Mexico increased by 3.5 percent in 2019.', 'MEX,USA MEX->USA'],
      ['The country became the largest trading partner of the United States.', 'MEX,USA total'],
      ['US exports to Mexico fell by 3.4 percent, and it became the second largest market after Canada.', 'MEX,USA USA->MEX'],
      ['It was also the second largest supplier.', 'MEX,USA MEX->USA'],
      ['More than a third of the imports came from car plants, which supplied goods worth $93 billion.', 'MEX,USA MEX->USA'],
    ],
  ],
  [
    '2023-04-20',
    'New Zealand sanctions',
    [
      ['Like Australia and the United Kingdom, New Zealand has imposed sanctions on Russia since 2022.', 'AUS,GBR,NZL,RUS NZL->RUS'],
      ['Wellington put duties of 35 percent on Russian goods in April 2022.', 'NZL,RUS NZL->RUS'],
      ['Together with Japan, Canada banned imports of Russian gold in June 2022.', 'CAN,JPN,RUS CAN->RUS'],
    ],
  ],
  [
    '2023-10-28',
    'Votes on Gaza',
    [
      ['Hungary and Croatia voted against it, as did Fiji and Tonga.', 'FJI,HRV,HUN,TON n/a'],
      ['Germany abstained, and so did Italy, Canada and Japan.', 'CAN,DEU,ITA,JPN n/a'],
      ['France and Spain voted in favour, as did China and Russia.', 'CHN,ESP,FRA,RUS n/a'],
    ],
  ],
  [
    '2024-01-16',
    'Norway overtakes Russia',
    [
      ["Norway was the EU's largest supplier of gas in 2023, ahead of the United States.", 'EUU,NOR NOR->EUU'],
      ['Norwegian deliveries came to 87.8 billion cubic metres, 30.3 percent of all imports.', 'EUU,NOR NOR->EUU'],
      ['The US share rose to 19.4 percent.', 'EUU,USA USA->EUU'],
      ['Algeria (14.1 percent) and Qatar (5.3 percent) came next.', 'DZA,EUU DZA->EUU; EUU,QAT QAT->EUU'],
    ],
  ],
  [
    '2022-04-08',
    'India and Australia',
    [
      ['India and Australia signed a trade agreement on April 2, 2022.', 'AUS,IND total'],
      ['Under it, Australia scrapped duties on 96 percent of Indian goods.', 'AUS,IND AUS->IND'],
      ['Australian exports to India were worth A$24.5 billion.', 'AUS,IND AUS->IND'],
      ["India is the country's seventh largest trading partner.", 'AUS,IND total'],
      ['Coal made up 74 percent of what India bought.', 'AUS,IND AUS->IND'],
    ],
  ],
  [
    '2024-05-15',
    'US tariffs on Chinese cars',
    [
      ['Duties on Chinese semiconductors will go up to 50 percent by 2025.', 'CHN,USA USA->CHN'],
      ['Beijing has complained to the WTO.', 'CHN,USA CHN->USA'],
      ['US imports of Chinese electric cars came to $368 million in 2023.', 'CHN,USA CHN->USA'],
      ['Brussels imposed duties of up to 38.1 percent on them in July.', 'CHN,EUU EUU->CHN'],
    ],
  ],
  [
    '2024-02-20',
    'UK arms exports to Israel',
    [
      ['The UK has licensed arms worth at least £574 million to Israel since 2008.', 'GBR,ISR GBR->ISR'],
      ['In 2022 British exports of military goods to the country came to £42 million.', 'GBR,ISR GBR->ISR'],
      ['The Netherlands stopped its deliveries of F-35 parts in February 2024.', 'ISR,NLD NLD->ISR'],
      ["The United States provides 69 percent of Israel's imports of arms, and Germany 30 percent.", 'ISR,USA USA->ISR; DEU,ISR DEU->ISR'],
      ['Italy supplied 0.9 percent.', 'ISR,ITA ITA->ISR'],
    ],
  ],
  [
    '2023-12-05',
    'Polish gas imports',
    [
      ['Poland imported 13.2 billion cubic metres of gas in 2023.', 'POL,WLD WLD->POL'],
      ['Norway supplied 6.5 billion cubic metres through the Baltic Pipe.', 'NOR,POL NOR->POL'],
      ['Gazprom cut off deliveries to the country in April 2022.', 'POL,RUS RUS->POL'],
      ['Germany and Lithuania sold it another 2 billion.', 'DEU,LTU,POL DEU->POL'],
    ],
  ],
  [
    '2023-07-12',
    'Indian students in Canada',
    [
      ['There were 319,130 Indian students in Canada in 2022.', 'CAN,IND IND->CAN'],
      ['Canada expelled an Indian diplomat in September 2023.', 'CAN,IND CAN->IND'],
      ['New Delhi expelled a Canadian diplomat in return.', 'CAN,IND IND->CAN'],
      ['India stopped issuing visas to Canadians on September 21.', 'CAN,IND IND->CAN'],
    ],
  ],
  [
    '2023-01-09',
    'Aid to Pakistan',
    [
      ['Donors pledged more than $9 billion to Pakistan at a conference in Geneva.', 'PAK,WLD WLD->PAK'],
      ['The EU promised $93 million, Germany $88 million and Japan $77 million.', 'EUU,PAK EUU->PAK; DEU,PAK DEU->PAK; JPN,PAK JPN->PAK'],
      ['Saudi Arabia pledged $1 billion.', 'PAK,SAU SAU->PAK'],
      ['Islamabad owes China about $30 billion, 30 percent of its external debt.', 'CHN,PAK CHN->PAK'],
    ],
  ],
]

test.each(texts)('who and which way, told on %s: %s', (date, title, sentences) => {
  const claims = readClaims(
    sentences.map(([text]) => text),
    date,
    title,
  ).filter(({ checkable }) => checkable)
  const sides = sentences.map((_, i) => [
    ...new Set(claims.filter((one) => one.sentence_index === i).map((one) => `${[...one.actors].sort().join()} ${one.direction}`)),
  ])
  expect(sides.map((all) => all.join('; '))).toEqual(sentences.map(([, told]) => told))
})
