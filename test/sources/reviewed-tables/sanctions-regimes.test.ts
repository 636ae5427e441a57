import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { card, readSanctionsRegimes, sanctionMeasures } from '../../../src/sources/reviewed-tables/sanctions-regimes.ts'
import { openSession, type Session } from '../../../src/store/session.ts'
import { tables } from '../../../src/store/tables.ts'

const path = 'data/tables/sanctions-regimes.csv'
const today = '2026-12-02'

type Row = Record<keyof typeof tables.sanctions, string | null>
let session: Session
let scratch: string
let rows: Row[]

beforeAll(async () => {
  session = await openSession()
  scratch = mkdtempSync(join(tmpdir(), 'visavis-sanctions-'))
  const columns = await readSanctionsRegimes(path, session)
  const names = Object.keys(tables.sanctions) as (keyof Row)[]
  expect(Object.keys(columns)).toEqual(names)
  rows = columns.regime!.map((_, i) => Object.fromEntries(names.map((name) => [name, columns[name]![i]])) as Row)
})
afterAll(() => {
  session.close()
  rmSync(scratch, { recursive: true })
})

/** Kinds of measure of one sender against one target on a day. */
function inForce(sender: string, target: string, day: string): string[] {
  const on = rows.filter((r) => r.sender === sender && r.target === target && r.start_date! <= day && (r.end_date ?? '9999') >= day)
  return [...new Set(on.flatMap((r) => r.measures!.split(',')))].sort()
}

describe('facts anyone can check', () => {
  test('the UN arms embargo on North Korea is in force, and that on South Africa ended in 1994', () => {
    expect(inForce('UN', 'PRK', today)).toContain('arms')
    expect(inForce('UN', 'PRK', '2006-10-13')).toEqual([])
    expect(inForce('UN', 'ZAF', '1994-05-24')).toEqual(['arms'])
    expect(inForce('UN', 'ZAF', '1994-05-26')).toEqual([])
  })

  test('UN sanctions on Iran were lifted in January 2016 and came back in September 2025', () => {
    expect(inForce('UN', 'IRN', '2016-01-15')).toEqual(['arms', 'assets', 'finance', 'technology', 'travel'])
    expect(inForce('UN', 'IRN', '2021-06-01')).toEqual([])
    expect(inForce('UN', 'IRN', '2025-09-26')).toEqual([])
    expect(inForce('UN', 'IRN', today)).toEqual(['arms', 'assets', 'finance', 'technology', 'travel'])
  })

  test('no regime of the United States is on the United Kingdom, nor of the UN on a permanent member of the Council', () => {
    expect(rows.filter((r) => r.sender === 'USA' && r.target === 'GBR')).toEqual([])
    expect(rows.filter((r) => r.sender === 'UN' && ['CHN', 'FRA', 'GBR', 'RUS', 'USA'].includes(r.target!))).toEqual([])
  })

  test('the US embargo on Cuba is comprehensive ever since 1962, that on Vietnam ended in 1994', () => {
    expect(inForce('USA', 'CUB', '1962-03-01')).toContain('comprehensive')
    expect(inForce('USA', 'CUB', today)).toContain('comprehensive')
    expect(inForce('USA', 'VNM', '1994-01-01')).toContain('comprehensive')
    expect(inForce('USA', 'VNM', '2000-01-01')).toEqual(['arms'])
    expect(inForce('USA', 'VNM', today)).toEqual([])
  })

  test('the EU: arms embargo on China since Tiananmen, on Russia since July 2014, crude oil from December 2022', () => {
    expect(inForce('EU', 'CHN', today)).toEqual(['arms'])
    expect(inForce('EU', 'CHN', '1989-06-26')).toEqual([])
    expect(inForce('EU', 'RUS', '2014-07-30')).not.toContain('arms')
    expect(inForce('EU', 'RUS', '2014-07-31')).toContain('arms')
    expect(rows.some((r) => r.sender === 'EU' && r.target === 'RUS' && r.start_date === '2022-12-05' && r.measures === 'energy')).toBe(true)
  })

  test('Syria 2025: the United States and the EU lifted their economic measures, freezes on the former rulers stay', () => {
    expect(inForce('USA', 'SYR', '2025-06-01')).toContain('comprehensive')
    expect(inForce('USA', 'SYR', today)).toEqual(['assets', 'finance', 'travel'])
    expect(inForce('EU', 'SYR', '2025-05-01')).toContain('trade')
    expect(inForce('EU', 'SYR', today)).toEqual(['assets', 'travel'])
  })

  test('the Russian food embargo of 2014-08-07 strikes 28 members of the EU and four others', () => {
    const struck = rows.filter((r) => r.regime === 'ru-food-embargo' && r.start_date === '2014-08-07').map((r) => r.target)
    expect(struck).toHaveLength(32)
    expect(struck).toEqual(expect.arrayContaining(['AUS', 'CAN', 'DEU', 'GBR', 'NOR', 'POL', 'USA']))
  })

  test('the four of the blockade of Qatar lifted it together', () => {
    const blockade = rows.filter((r) => r.target === 'QAT')
    expect(blockade.map((r) => r.sender).sort()).toEqual(['ARE', 'BHR', 'EGY', 'SAU'])
    expect(new Set(blockade.map((r) => `${r.start_date}/${r.end_date}`))).toEqual(new Set(['2017-06-05/2021-01-05']))
  })

  test('what China denied is marked informal, and what it announced is not', () => {
    const china = rows.filter((r) => r.sender === 'CHN')
    const marked = china.filter((r) => r.note?.startsWith('informal:'))
    expect([...new Set(marked.map((r) => r.target))].sort()).toEqual(['AUS', 'JPN', 'KOR', 'LTU', 'MNG', 'NOR', 'PHL'])
    const formal = china.filter((r) => !marked.includes(r)).map((r) => `${r.target} ${r.start_date} ${r.measures}`)
    expect(formal).toEqual(expect.arrayContaining(['JPN 2023-08-24 trade', 'JPN 2026-01-06 technology', 'USA 2023-08-01 technology']))
  })

  test('shut borders, boycotts and export controls that a list of sanctions alone would miss', () => {
    expect(inForce('IRN', 'ISR', today)).toContain('comprehensive')
    expect(inForce('USA', 'CUB', '1961-01-01')).toEqual(['arms', 'trade'])
    expect(inForce('USA', 'CHN', '1960-01-01')).toEqual(['comprehensive'])
    expect(inForce('USA', 'RUS', '1985-01-01')).toEqual(['technology'])
    expect(inForce('DZA', 'MAR', today)).toEqual(['aviation', 'energy', 'trade'])
    expect(inForce('IND', 'PAK', '1970-01-01')).toEqual(['trade'])
    expect(inForce('KOR', 'PRK', '2020-01-01')).toContain('trade')
    for (const [sender, target] of [
      ['THA', 'KHM'],
      ['PAK', 'AFG'],
      ['NER', 'BEN'],
      ['MLI', 'DZA'],
      ['ARE', 'SDN'],
      ['CHN', 'JPN'],
    ] as const)
      expect(inForce(sender, target, today), `${sender} ${target}`).not.toEqual([])
    expect(inForce('TUR', 'ARM', '2020-01-01')).toEqual(['trade'])
    expect(inForce('TUR', 'ARM', today)).toEqual([])
  })

  test('the card says from when each main sender is followed, and that the others are not covered', () => {
    const from = (whom: string) => card.coverage.find((one) => one.whom.startsWith(whom))?.from
    expect(from('the UN Security Council')).toBe(rows.flatMap((r) => (r.sender === 'UN' ? [r.start_date!] : [])).sort()[0])
    for (const whom of ['the United States', 'the European Union', 'Russia', 'China', 'the United Kingdom'])
      expect(from(whom), whom).toBeDefined()
    expect(card.coverage[0]!.from <= rows.map((r) => r.start_date!).sort()[0]!).toBe(true)
    expect(card.quirks.join(' ')).toContain('not covered')
  })
})

describe('the file', () => {
  test('is sorted, and ends before today or not at all', () => {
    const key = (r: Row): string => [r.regime, r.sender, r.target, r.start_date, r.end_date ?? '', r.measures].join('\t')
    expect(rows.map(key)).toEqual([...rows.map(key)].sort())
    expect(rows.filter((r) => r.start_date! > today || (r.end_date ?? '') > today)).toEqual([])
  })

  test('every citation is a text listed in its docs page, and every text listed is cited', () => {
    const page = readFileSync('docs/sources/sanctions-regimes.md', 'utf8')
    const listed = [...page.matchAll(/^- `([^`]+)`: \S.*\. \*.+\*\. https?:\/\/\S+$/gm)].map((match) => match[1])
    expect(new Set(listed)).toEqual(new Set(rows.flatMap((r) => r.citation!.split(';'))))
  })

  test('its every row names the source, and its docs page counts the rows', () => {
    expect(new Set(rows.map((r) => r.source))).toEqual(new Set(['sanctions-regimes']))
    expect(readFileSync('docs/sources/sanctions-regimes.md', 'utf8')).toContain(
      `${rows.length} rows, ${new Set(rows.map((r) => r.regime)).size} regimes`,
    )
  })
})

const header = 'regime,name,sender,target,start_date,end_date,measures,citation,note'
const good = 'x,X,UN,PRK,2006-10-14,,arms,t,'

async function refusal(text: string): Promise<string> {
  const file = join(scratch, 'table.csv')
  writeFileSync(file, text)
  const error = await readSanctionsRegimes(file, session).then(
    () => undefined,
    (caught: Error) => caught,
  )
  expect(error?.name).toBe('BadInput')
  return error!.message
}

describe('a row that cannot be right is refused with file and line', () => {
  test('a good row is read, a blank end and note as unknown', async () => {
    const file = join(scratch, 'good.csv')
    writeFileSync(file, `${header}\n${good}\n`)
    expect(await readSanctionsRegimes(file, session)).toMatchObject({ target: ['PRK'], end_date: [null], note: [null], measures: ['arms'] })
  })

  test.each([
    ['unknown target', 'x,X,UN,XYZ,2006-10-14,,arms,t,', 'table.csv:3 names the target "XYZ", which is no state'],
    ['bloc as target', 'x,X,RUS,EU,2014-08-07,,trade,t,', 'table.csv:3 names the target "EU", which is no state'],
    [
      'unknown sender',
      'x,X,UNO,PRK,2006-10-14,,arms,t,',
      'table.csv:3 names the sender "UNO", which is neither a state nor a body that imposes sanctions',
    ],
    ['target not yet there', 'x,X,UN,SSD,2006-10-14,,arms,t,', 'table.csv:3 names the target SSD, which did not exist on 2006-10-14'],
    ['sender no longer there', 'x,X,DDR,PRK,2006-10-14,,arms,t,', 'table.csv:3 names the sender DDR, which did not exist on 2006-10-14'],
    ['against itself', 'x,X,PRK,PRK,2006-10-14,,arms,t,', 'table.csv:3 has PRK against itself'],
    ['no such day', 'x,X,UN,PRK,2006-02-30,,arms,t,', 'table.csv:3 has the start "2006-02-30", not a day as YYYY-MM-DD'],
    ['end before start', 'x,X,UN,PRK,2006-10-14,2006-10-13,arms,t,', 'table.csv:3 ends on 2006-10-13, before it starts on 2006-10-14'],
    [
      'unknown measure',
      'x,X,UN,PRK,2006-10-14,,"arms,oil",t,',
      `table.csv:3 has the measure "oil"; measures are ${sanctionMeasures.join(', ')}`,
    ],
    ['no measure', 'x,X,UN,PRK,2006-10-14,,,t,', `table.csv:3 has the measure ""; measures are ${sanctionMeasures.join(', ')}`],
    ['measure twice', 'x,X,UN,PRK,2006-10-14,,"arms,arms",t,', 'table.csv:3 repeats a measure in "arms,arms"'],
    ['no citation', 'x,X,UN,PRK,2007-10-14,,arms,,', 'table.csv:3 has no citation'],
    ['no name', 'x,,UN,PRK,2006-10-14,,arms,t,', 'table.csv:3 names no regime'],
    ['another name', 'x,Y,UN,PRK,2007-10-14,,arms,t,', 'table.csv:3 calls x "Y", an earlier row "X"'],
    ['same again', good, 'table.csv:3 says again what an earlier row of x says of UN and PRK'],
  ])('%s', async (_, row, message) => {
    expect(await refusal(`${header}\n${good}\n${row}\n`)).toBe(message)
  })

  test('a missing column, a ragged row and a missing file are refused with the name of the file', async () => {
    expect(await refusal('regime,name\nx,X\n')).toBe(`table.csv:1 has the columns regime,name; expected ${header}`)
    expect(await refusal(`${header}\n${good}\nx,X,UN\n`)).toBe('table.csv cannot be read as a comma-separated table')
    await expect(readSanctionsRegimes(join(scratch, 'none.csv'), session)).rejects.toThrow('none.csv cannot be read')
  })
})
