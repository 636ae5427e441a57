import { gzipSync } from 'node:zlib'
import { gdeltLine, zipOf } from '../sources/event-files.ts'
import { book, csv, type Sample, type SampleText, text } from './sample.ts'
import { tarOf } from './tar-files.ts'

const gkg = (number: number): string =>
  [
    ...[`20150218230000-${number}`, '20150218230000', '1', 'a.org', 'http://a.org', '', '', '', ''],
    '1#Russia#RS#RS#60#100#RS;1#China#CH#CH#35#105#CH',
    ...Array.from({ length: 17 }, () => ''),
  ].join('\t')

const gdelt = [1, 2, 3].map((id) => gdeltLine(61, { id, code: '0331', goldstein: '5.2', mentions: `${id}7` }))

const meetings = [
  '<table><tr><th colspan="5">Meetings conducted  by the Security Council in 2014<br>(in reverse chronological order)</th></tr>',
  '<tr><th>Meeting<br />Record</th><th>Date</th><th>Press<br>Release</th><th>Topic</th><th>Security Council<br> Outcome / Vote</th></tr>',
  '<tr><td><a href="x">S/PV.7138</a></td><td>15 March </td><td>SC/1</td><td>Ukraine</td><td>Draft resolution S/2014/189 vetoed by Russian Federation<br>13-1-1</td></tr>',
  '<tr><td><a href="x">S/PV.7137</a></td><td>14 March </td><td>SC/1</td><td>Mali</td><td>S/RES/2145 (2014) 15-0-0</td></tr>',
  '</table>',
]

const vetoes = [
  '<table><tr><th>Date</th><th>Draft</th><th>Written<br>Record</th><th>Agenda Item</th><th>Permanent<br>Member Casting<br>Negative Vote</th></tr>',
  '<tr><td>26 May 2022</td><td><a href="x">S/2022/431</a></td><td>S/PV.9048</td><td>DPRK</td><td>China</br>Russian Federation</td></tr>',
  '<tr><td>14-15 December 2001</td><td><a href="x">S/2001/1199</a></td><td>S/PV.4438</td><td>Middle East</td><td>USA</td></tr>',
  '</table>',
]

const resolution = (number: number): string =>
  JSON.stringify({
    symbol: `A/RES/75/${number}`,
    title: 'A title',
    adoption_date: '2020-12-07 00:00:00',
    agenda_item_name: 'An item',
    adoption_type: 'By a recorded vote',
    MS_in_favour_count: '2',
    MS_against_count: '1',
    MS_abstaining_count: 'N.A.',
    MS_in_favour: ['CHINA', 'RUSSIAN FEDERATION'],
    MS_against: ['UNITED STATES'],
    MS_abstaining: [],
  })

const libraryVote = (code: string, name: string, vote: string): string =>
  `3958000,${code},${name},${vote},2022-03-02,11emsp,A/RES/ES-11/1,A/ES-11/L.1,,A/ES-11/PV.5,"Aggression, :\nresolution",Agenda,SUBJECT,,1,1,1,1,4,https://digitallibrary.un.org/record/3958000`

const html = (name: string, body: number, lines: readonly string[]): SampleText => text(name, '<', body, ...lines)

const point = (ccode: number, code: string, value: string): string => `1,${ccode},78,42,${value},0.1,1,1.1,1.4,1.9,2,2.5,${code},x`

/** Votes, speeches, events, organisations. */
export const politicsSamples: readonly Sample[] = [
  { reader: 'cow-igo', files: [csv('pairs.csv', 'ccode1,ccode2,year,dyadigos', '2,20,1920,17', '365,710,2014,55')] },
  { reader: 'gdelt', files: [text('gdelt.tsv', '\t', 0, ...gdelt)] },
  {
    reader: 'gdelt',
    files: [{ kind: 'bytes', name: 'gdelt.zip', bytes: zipOf([['gdelt.CSV', gdelt.map((line) => `${line}\n`).join('')]]) }],
  },
  { reader: 'gdelt-gkg', sums: true, files: [text('gkg.tsv', '\t', 0, gkg(0), gkg(1))] },
  { reader: 'gdelt-normalisation', files: [text('norm.csv', ',', 0, '20150218,,77', '20150218,RS,55', '20150218,CH,4321')] },
  {
    reader: 'icews',
    files: [
      text(
        'icews.txt',
        '\t',
        0,
        'China\tConsult\tJapan\t2014-01-01',
        'Police (Australia)\tArrest, detain, or charge with legal action\tCitizen (India)\t2014-01-02',
      ),
    ],
  },
  {
    reader: 'un-general-debate',
    sums: true,
    files: [
      {
        kind: 'bytes',
        name: 'debate.tgz',
        bytes: gzipSync(
          tarOf([
            ['TXT/', '', '5'],
            ['TXT/RUS_79_2024.txt', 'Mr. President,\r\n  peace\u00a0now. '],
            ['TXT/CHN_79_2024.txt', 'one two three'],
          ]),
        ),
      },
      book('speakers.xlsx', {
        Sheet1: [
          ['Year', 'Session', 'ISO Code', 'Country', 'Name of Person Speaking', 'Post'],
          [1960, 15, 'IND', 'India', 'Mr. NEHRU', 'Prime Minister'],
          [2001, 56, 'SWE', 'Sweden', 'B', null],
        ],
      }),
    ],
  },
  {
    reader: 'un-ideal-points',
    files: [
      csv(
        'IdealpointestimatesAll_Apr2020.csv',
        'Row,ccode,session,NVotes,IdealPoint,QO%,Q5%,Q10%,Q50%,Q90%,Q95%,Q100%,iso3c,Countryname',
        point(2, 'USA', '1.5'),
        point(710, 'CHN', '-0.75'),
      ),
    ],
  },
  {
    reader: 'un-digital-library',
    sums: true,
    files: [
      csv(
        '2026_02_06_ga_voting.csv',
        'undl_id,ms_code,ms_name,ms_vote,date,session,resolution,draft,committee_report,meeting,title,agenda_title,subjects,vote_note,total_yes,total_no,total_abstentions,total_non_voting,total_ms,undl_link',
        libraryVote('CHN', 'CHINA', 'A'),
        libraryVote('RUS', 'RUSSIAN FEDERATION', 'N'),
        libraryVote('USA', 'UNITED STATES', 'Y'),
        libraryVote('ETH', 'ETHIOPIA', 'X'),
      ),
    ],
  },
  { reader: 'un-resolutions', sums: true, files: [text('75.json', '"', 0, resolution(1), resolution(2))] },
  {
    reader: 'un-votes',
    sums: true,
    files: [
      csv(
        'un_roll_calls.csv',
        'rcid,session,importantvote,date,unres,amend,para,short,descr',
        '11,2,0,1947-05-06,SS/1/59,1,0,"AGENDA, FIRST ITEM","TO ADOPT A PROPOSAL TO ""ADD"" AN ITEM,\nON TWO LINES"',
        '12,74,,2019-12-12,A/RES/74/45,,,Nuclear disarmament ,Nuclear disarmament',
      ),
      csv(
        'un_votes.csv',
        'rcid,country,country_code,vote',
        '11,Taiwan,TW,no',
        '11,Yugoslavia,YU,yes',
        '12,China,CN,yes',
        '12,United States,US,no',
      ),
      csv(
        'un_roll_call_issues.csv',
        'rcid,short_name,issue',
        '12,nu,Nuclear weapons and nuclear material',
        '12,di,Arms control and disarmament',
      ),
    ],
  },
  { reader: 'un-sc-meetings', files: [html('scact2014_table_en.html', 2, meetings)] },
  { reader: 'un-sc-vetoes', files: [html('vetoes.html', 1, vetoes)] },
  {
    reader: 'un-sc-vetoes-coded',
    files: [
      csv(
        'vetoes.csv',
        'year,date,month,draft,meeting_record,agenda_item,crisis_topic,region,member_veto1,member_veto2,member_veto3,single_veto,multiple_vetoes,China,France,Russia,USSR,USA,UK,russia_china,usa_uk,usa_france,usa_france_uk,france_uk',
        '2001,12/14/2001,12,S/2001/1199,S/PV.4438,Middle East,Palestine,Middle East,USA,,,1,0,0,0,0,0,1,0,0,0,0,0,0',
        '2022,5/26/2022,5,S/2022/431,S/PV.9048,"Non-proliferation, North",North Korea,East Asia,China,Russia,,0,1,1,0,1,0,0,0,1,0,0,0,0',
      ),
    ],
  },
]
