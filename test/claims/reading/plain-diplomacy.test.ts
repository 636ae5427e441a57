import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readClaims } from '../../../src/claims/reading/document-claims.ts'
import { clubMembers, clubsWithMembers } from '../../../src/claims/text/names/club-members.ts'

const on = (period: { at: string } | { from: string; to: string } | null): string =>
  period === null ? '' : 'at' in period ? period.at : `${period.from}..${period.to}`

/** The claims of the last sentence: kind, actors, direction where there is one, period, value and unit. */
function told(date: string, title: string, sentences: readonly string[]): string {
  return readClaims(sentences, date, title)
    .filter(({ sentence_index, checkable }) => checkable && sentence_index === sentences.length - 1)
    .map(({ kind, actors, direction, period, value, unit }) =>
      [kind, actors.join(), direction === 'n/a' ? null : direction, on(period), value, unit].filter((one) => one !== null).join(' '),
    )
    .join('|')
}

const assembly = [
  '2023-02-24',
  'UN General Assembly demands Russian withdrawal',
  'The UN General Assembly on Thursday called on Russia to leave Ukraine.',
] as const
const brics = ['2023-08-25', 'BRICS invites six countries', 'The BRICS group met in Johannesburg on Thursday.'] as const
const central = [
  '2023-05-20',
  'China-Central Asia summit',
  "Xi Jinping met the leaders of Kazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan and Uzbekistan in Xi'an on 18 and 19 May.",
] as const

test.each([
  // votes
  [assembly, 'Hungary, which has close ties with Moscow, also voted in favour.', 'event HUN 2023-02-23'],
  [assembly, 'Bangladesh, which had abstained in March, voted in favour.', 'event BGD 2022-03|event BGD 2023-02-23'],
  [assembly, 'Uzbekistan, Azerbaijan and Venezuela did not vote.', 'event UZB,AZE,VEN 2023-02-23'],
  [assembly, '32 states abstained, among them India and China.', 'count RUS 2023-02-23 32 count|event IND,CHN 2023-02-23'],
  [assembly, 'It was the sixth resolution on the war since February 2022.', 'count RUS 2022-02..2023 6 count'],
  [
    ['2022-03-02', 'UN vote on Ukraine', 'The Assembly condemned the invasion of Ukraine by Russia on Wednesday.'],
    'On Friday Russia had vetoed a similar text in the Security Council, where China, India and the UAE abstained.',
    'event RUS,UKR 2022-02-25|event CHN,IND,ARE 2022-02-25',
  ],
  // blocs
  [brics, "Its five members account for 40 percent of the world's population.", 'share BRA,CHN,IND,RUS,ZAF 2023 40 percent'],
  [brics, 'South Africa joined the group in 2010, a year after the first summit.', 'membership ZAF 2010'],
  [brics, 'The founding members were Brazil, Russia, India and China.', 'membership BRA,RUS,IND,CHN total 2023'],
  [
    ['2023-11-23', 'ASEAN', 'ASEAN was founded in 1967.'],
    'Myanmar joined the bloc in 1997 and Cambodia in 1999.',
    'membership MMR 1997|membership KHM 1999',
  ],
  // visits and meetings
  [
    ['2024-05-17', 'Putin in China', 'Russian President Vladimir Putin arrived in Beijing on Thursday for a two-day state visit.'],
    'It is his first trip abroad since he was sworn in for a fifth term.',
    'ranking RUS,CHN RUS->CHN 2024-05-16 1 rank',
  ],
  [
    ['2024-05-17', 'Putin in China', 'Putin arrived in Beijing on Thursday.'],
    'The two leaders have met more than 40 times.',
    'count RUS,CHN total 2024-05-16 40 count',
  ],
  [
    ['2024-07-26', 'Japan and Central Asia', 'Japan is looking for partners.'],
    'Fumio Kishida will visit Kazakhstan, Uzbekistan and Mongolia from 9 to 12 August.',
    'forecast JPN,KAZ,UZB,MNG JPN->KAZ 2024-08-09..2024-08-12',
  ],
  [
    ['2023-07-19', 'Vietnam and Malaysia', 'The two are neighbours.'],
    'Malaysian Prime Minister Anwar Ibrahim is on a two-day official visit to Vietnam.',
    'event MYS,VNM MYS->VNM 2023',
  ],
  [
    ['2023-08-18', 'Camp David', 'The leaders of the United States, Japan and South Korea met at Camp David on Friday.'],
    'They agreed to hold joint military exercises every year.',
    'event USA,JPN,KOR total 2023-08-18',
  ],
  // relations
  [
    central,
    "China's trade with the five countries reached $70.2 billion in 2022.",
    'quantity CHN,KAZ,KGZ,TJK,TKM,UZB total 2022 70.2 USD bn',
  ],
  [central, 'China established diplomatic relations with the five states in January 1992.', 'event CHN,KAZ,KGZ,TJK,TKM,UZB total 1992-01'],
  [
    ['2023-09-11', 'US and Vietnam', 'The United States and Vietnam have upgraded their ties.'],
    'The two set up a comprehensive partnership in 2013 and normalised ties in 1995.',
    'event USA,VNM total 2013|event USA,VNM total 1995',
  ],
  [
    ['2024-05-17', 'China and Russia', 'China and Russia are neighbours.'],
    'The two countries mark the 75th anniversary of diplomatic relations this year.',
    'event CHN,RUS total 2024 75 years',
  ],
  [
    ['2024-05-29', 'Recognition of Palestine', 'Europe is divided.'],
    'Spain, Ireland and Norway formally recognised a Palestinian state on Tuesday.',
    'event ESP,IRL,NOR,PSE ESP->PSE 2024-05-28',
  ],
  [
    ['2023-05-08', 'Syria', 'The Arab League readmitted Syria on Sunday.'],
    'The United Arab Emirates reopened its embassy in Damascus in 2018, and Bahrain followed.',
    'event ARE,SYR ARE->SYR 2018|event BHR,SYR BHR->SYR 2018',
  ],
  // trade beside them
  [
    ['2023-09-20', 'Kazakhstan and Germany', 'Germany recognised Kazakhstan in 1991.'],
    'Kazakhstan supplied Germany with 8.5 million tonnes of oil last year, 13 percent of its imports.',
    'quantity KAZ,DEU KAZ->DEU 2022 8.5 mn tonnes|share KAZ,DEU KAZ->DEU 2022 13 percent',
  ],
  [
    ['2023-06-22', 'Mongolia and its neighbours', 'Mongolia lies between two large states.'],
    'Mongolia sent 84 percent of its exports to China in 2022 and imports 28 percent of its goods from Russia.',
    'share MNG,CHN MNG->CHN 2022 84 percent|share RUS,MNG RUS->MNG 2022 28 percent',
  ],
] as const)('%s %s', ([date, title, before], sentence, claims) => {
  expect(told(date, title, [before, sentence])).toBe(claims)
})

test('who is in a club is as the record of memberships has it', () => {
  const rows = readFileSync('data/tables/bloc-memberships.csv', 'utf8')
    .split('\n')
    .map((line) => line.split(','))
  for (const club of clubsWithMembers)
    for (const day of ['2018-12-31', '2023-12-31', '2025-06-30']) {
      const members = rows
        .filter(([bloc, , role, from = '', to = '']) => bloc === club && role === 'member' && from <= day && (to === '' || to >= day))
        .map(([, state]) => state)
      if (members.length > 0) expect(clubMembers(club, day)?.toSorted()).toEqual(members.toSorted())
    }
})
