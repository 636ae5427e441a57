import { expect, test } from 'vitest'
import type { ClaimPeriod } from '../../../src/claims/claim.ts'
import { readClaims } from '../../../src/claims/reading/document-claims.ts'

const shown = (period: ClaimPeriod | null): string => (period === null ? '-' : 'at' in period ? period.at : `${period.from}..${period.to}`)

/** The claims of the last sentence: kind, value, actors, direction, period and base of each. */
function told(date: string, title: string, sentences: readonly string[]): string[] {
  return readClaims(sentences, date, title)
    .filter(({ sentence_index, checkable }) => checkable && sentence_index === sentences.length - 1)
    .map(({ kind, value, actors, direction, period, period_base }) =>
      [kind, value, actors.join(), direction, shown(period), period_base === null ? null : `on ${shown(period_base)}`]
        .filter((one) => one !== null)
        .join(' '),
    )
}

const window = '2019..2023'
const before = '2014..2018'

test.each<[string, string, readonly string[], readonly string[]]>([
  [
    '2024-03-11',
    'Trends in arms transfers',
    ['The United States and France accounted for 42 per cent and 11 per cent of world arms exports in 2019–23.'],
    [`share 42 USA,WLD USA->WLD ${window}`, `share 11 FRA,WLD FRA->WLD ${window}`],
  ],
  [
    '2024-03-11',
    'Trends in arms transfers',
    [
      'The United States and France accounted for 42 per cent and 11 per cent of world arms exports in 2019–23.',
      'US arms exports grew by 17 per cent between 2014–18 and 2019–23.',
    ],
    [`trend 17 USA,WLD USA->WLD ${window} on ${before}`],
  ],
  [
    '2024-03-11',
    "Africa's arms imports",
    [
      'Arms imports by African states fell by 52 per cent between 2014–18 and 2019–23.',
      "Imports by Algeria, the region's largest importer, were down 77 per cent and those by Morocco 46 per cent.",
    ],
    [
      `ranking 1 DZA,WLD WLD->DZA ${window}`,
      `trend -77 WLD,DZA WLD->DZA ${window} on ${before}`,
      `trend -46 WLD,MAR WLD->MAR ${window} on ${before}`,
    ],
  ],
  [
    '2024-03-11',
    "Africa's arms imports",
    [
      'Arms imports by states in sub-Saharan Africa fell by 9 per cent between 2014–18 and 2019–23.',
      'Russia provided 24 percent of the arms imports of sub-Saharan Africa, and China was second with 19 percent.',
    ],
    [`share 24 RUS,SSF RUS->SSF ${window}`, `ranking 2 CHN,SSF CHN->SSF ${window}`, `share 19 CHN,SSF CHN->SSF ${window}`],
  ],
  [
    '2024-03-11',
    "Africa's arms imports",
    [
      'Arms imports by states in sub-Saharan Africa fell by 9 per cent between 2014–18 and 2019–23.',
      'The three largest importers there were Nigeria, Angola and Mali.',
    ],
    [`ranking 3 NGA,AGO,MLI,SSF n/a ${window}`],
  ],
  [
    '2023-03-13',
    'US arms sales',
    ['The US share of global arms exports rose from 33 per cent to 40 per cent between 2013–17 and 2018–22.'],
    ['trend 40 USA,WLD USA->WLD 2018..2022 on 2013..2017'],
  ],
  [
    '2023-03-13',
    'US arms sales',
    [
      'US arms exports rose by 14 per cent between 2013–17 and 2018–22.',
      'Saudi Arabia received 19 per cent of US arms exports, Japan 8.6 per cent and Australia 8.4 per cent.',
    ],
    ['share 19 USA,SAU USA->SAU 2018..2022', 'share 8.6 USA,JPN USA->JPN 2018..2022', 'share 8.4 USA,AUS USA->AUS 2018..2022'],
  ],
  [
    '2024-03-11',
    "China's arms trade",
    [
      "China's arms exports shrank by 5.3 percent between 2014–18 and 2019–23.",
      'More than 60 percent of them went to one state, Pakistan.',
    ],
    [`share 60 CHN,PAK CHN->PAK ${window}`],
  ],
  [
    '2025-03-10',
    'Egypt and its suppliers',
    [
      "Egypt's arms imports tripled between 2010–14 and 2015–19.",
      'A total of 35 per cent of the arms came from France, up from 2.3 per cent in 2010–14, and Germany accounted for 34 per cent.',
    ],
    ['trend 35 FRA,EGY FRA->EGY 2015..2019 on 2010..2014', 'share 34 DEU,EGY DEU->EGY 2015..2019'],
  ],
  [
    '2024-04-22',
    'World military expenditure in 2023',
    [
      'World military expenditure rose by 6.8 per cent in 2023 to $2443 billion.',
      "Russia's spending grew by 24 per cent to $109 billion, or 5.9 per cent of its GDP.",
    ],
    ['trend 24 RUS n/a 2023 on 2022', 'quantity 109 RUS n/a 2023', 'share 5.9 RUS n/a 2023'],
  ],
  [
    '2025-04-28',
    'World spending hits record',
    [
      'Global military expenditure rose by 9.4 per cent to $2718 billion in 2024.',
      "Russia's military spending reached $149 billion, a 38 per cent increase from 2023.",
    ],
    ['quantity 149 RUS n/a 2024', 'trend 38 RUS n/a 2024 on 2023'],
  ],
  [
    '2023-04-24',
    'Military spending in Asia',
    ["Japan's military spending rose by 5.9 per cent between 2021 and 2022, reaching $46.0 billion."],
    ['trend 5.9 JPN n/a 2022 on 2021', 'quantity 46 JPN n/a 2022'],
  ],
  [
    '2023-04-24',
    'Saudi Arabia fifth',
    [
      "Saudi Arabia's military expenditure was $75 billion in 2022.",
      'It spent more of its GDP on defence than any other country except Ukraine.',
    ],
    ['ranking 2 SAU n/a 2022'],
  ],
  [
    '2022-03-25',
    'Greece signs for three frigates',
    ['Greece signed a deal with France on Thursday for three frigates worth about 3 billion euros.'],
    ['count 3 FRA,GRC FRA->GRC 2022-03-24', 'quantity 3 FRA,GRC FRA->GRC 2022-03-24'],
  ],
  [
    '2022-03-25',
    'Greece signs for three frigates',
    [
      'Greece signed a deal with France on Thursday for three frigates worth about 3 billion euros.',
      'The first two ships will be delivered in 2025.',
    ],
    ['forecast 2 FRA,GRC FRA->GRC 2025'],
  ],
  [
    '2022-03-25',
    'Greece buys jets',
    ['Greece ordered 18 Rafale jets from France in 2021.', 'A new order brings its fleet to 24 planes.'],
    ['count 24 GRC n/a 2022'],
  ],
  [
    '2023-07-19',
    'Saudi Arabia and Turkey',
    ['South Korea signed a contract with Poland in 2022 to supply 180 tanks.'],
    ['count 180 KOR,POL KOR->POL 2022'],
  ],
  [
    '2023-12-15',
    'Aid to Ukraine',
    [
      'Germany has given Ukraine 17.1 billion euros in military aid.',
      'Denmark delivered 19 howitzers to Ukraine.',
      'Sweden announced a package of 1.2 billion euros in May.',
    ],
    ['attribution 1.2 SWE,UKR SWE->UKR 2023-05'],
  ],
  [
    '2023-08-16',
    'Naval drills',
    [
      'Russia and China held joint naval exercises in the Sea of Japan from July 20 to 23.',
      'More than 10 warships and 30 aircraft took part.',
    ],
    ['count 10 RUS,CHN total 2023-07-20..2023-07-23', 'count 30 RUS,CHN total 2023-07-20..2023-07-23'],
  ],
  [
    '2024-09-10',
    'Ocean 2024',
    ['Russia and China are taking part in the Ocean-2024 exercise, which runs from September 10 to 16.'],
    ['event RUS,CHN total 2024-09-10..2024-09-16'],
  ],
  [
    '2024-10-31',
    'Morocco and its neighbour',
    [
      'Algeria and Morocco were the largest arms importers of Africa in 2019–23.',
      'Algeria gets 48 percent of its arms from Russia, Morocco 69 percent from the United States.',
    ],
    [`share 48 RUS,DZA RUS->DZA ${window}`, `share 69 USA,MAR USA->MAR ${window}`],
  ],
  [
    '2023-12-01',
    'Taiwan waits for arms',
    [
      'The United States has approved arms sales of $19 billion to Taiwan.',
      'They include 66 F-16 fighters ordered in 2019 for $8 billion.',
    ],
    ['count 66 USA,TWN USA->TWN 2019', 'quantity 8 USA,TWN USA->TWN 2019'],
  ],
])('%s %s: %s', (date, title, sentences, claims) => {
  expect(told(date, title, sentences)).toEqual(claims)
})
