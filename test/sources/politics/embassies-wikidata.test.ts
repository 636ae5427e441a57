import { describe, expect, test } from 'vitest'
import { readEmbassiesWikidata } from '../../../src/sources/politics/embassies-wikidata.ts'
import { fileWith, rawFile, rowsIn } from '../case-files.ts'
import { haveRaw, rawNeeded } from '../raw-data.ts'

const read = (...rows: string[]): ReturnType<typeof readEmbassiesWikidata> =>
  readEmbassiesWikidata(
    fileWith('embassies.csv', ['operator,country,city,type,jurisdictions', ...rows].map((line) => `${line}\n`).join('')),
  )
const told = async (...rows: string[]): Promise<unknown[]> =>
  rowsIn((await read(...rows)).observations).map((row) => [row['indicator'], row['from_id'], row['to_id'], row['value']])

test.each(['embassy', 'high commission', 'British High Commission', 'apostolic nunciature'])('"%s" is an embassy', async (type) => {
  expect(await told(`Kenya,India,New Delhi,${type},`)).toEqual([['embassy', 'KEN', 'IND', 1]])
})

test.each(['de facto embassy', 'honorary consulate', 'Interests Section', 'liaison office'])('"%s" is none', async (type) => {
  expect(await told(`Kenya,India,New Delhi,${type},`)).toEqual([])
})

test('consulates are counted, embassies are not: two of one state in a host are one', async () => {
  expect(
    await told(
      'France,Germany,Mitte,embassy,',
      'France,Germany,Bonn,embassy,',
      'France,Germany,Munich,consulate general,',
      'France,Germany,Bremen,consulate,',
    ),
  ).toEqual([
    ['embassy', 'FRA', 'DEU', 1],
    ['consulates', 'FRA', 'DEU', 2],
  ])
})

test('an embassy to the Holy See in Rome is no embassy to Italy, and one that also covers a third state is elsewhere for it', async () => {
  expect(
    await told('Kenya,Italy,Rome,embassy,Holy See', 'Uganda,Italy,Rome,embassy,Italy|Greece|Sovereign Military Order of Malta'),
  ).toEqual([
    ['embassy', 'UGA', 'ITA', 1],
    ['embassy-elsewhere', 'UGA', 'GRC', 1],
  ])
})

test('a state with an embassy of its own is not covered from elsewhere', async () => {
  expect(await told('Uganda,Italy,Rome,embassy,Italy|Greece', 'Uganda,Greece,Athens,embassy,')).toEqual([
    ['embassy', 'UGA', 'ITA', 1],
    ['embassy', 'UGA', 'GRC', 1],
  ])
})

test('names that are no states are left out and reported; a table of such names is refused', async () => {
  const quirks: string[] = []
  const path = fileWith(
    'embassies.csv',
    'operator,country,city,type,jurisdictions\nQuebec,Japan,Tokyo,embassy,\nKenya,Japan,Tokyo,embassy,\n',
  )
  const { observations } = await readEmbassiesWikidata(path, (quirk) => quirks.push(quirk))
  expect(observations['from_id']).toEqual(['KEN'])
  expect(quirks[0]).toContain('Quebec')
  await expect(read('Quebecland,Nordic lands,Tokyo,embassy,')).rejects.toThrow('2 of 2 are no states')
})

describe.skipIf(!haveRaw)(`9,852 missions ${rawNeeded}`, () => {
  test('who has an embassy with whom, and six consulates of France in Germany', async () => {
    const { observations } = await readEmbassiesWikidata(rawFile('embassies-wikidata/embassies-2022-11-16.csv.gz'))
    const listed = new Map(rowsIn(observations).map((row) => [`${row['indicator']} ${row['from_id']} ${row['to_id']}`, row['value']]))
    for (const pair of ['USA CUB', 'CHN PAN', 'FRA DEU', 'DEU FRA']) expect(listed.get(`embassy ${pair}`), pair).toBe(1)
    for (const pair of ['USA IRN', 'RUS GEO', 'TUR ARM', 'TWN PAN', 'SAU IRN']) expect(listed.has(`embassy ${pair}`), pair).toBe(false)
    expect(listed.get('consulates FRA DEU')).toBe(6)
  })
})
