import { describe, expect, test } from 'vitest'
import { readCowContiguity } from '../../../src/sources/politics/cow-contiguity.ts'
import type { Columns } from '../../../src/store/index.ts'
import { fileOf, rawFile } from '../field-files.ts'
import { haveRaw, rawNeeded } from '../raw-data.ts'

function spellsOf(columns: Columns, from: string, to: string): string[] {
  const at = (name: string, i: number): string => String(columns[name]?.[i])
  const rows = (columns['value'] ?? []).map((value, i) => ({
    from: at('from_id', i),
    to: at('to_id', i),
    text: `${value} ${at('start_date', i)}..${at('end_date', i)}`,
  }))
  return rows.filter((row) => row.from === from && row.to === to).map(({ text }) => text)
}

describe.skipIf(!haveRaw)(`COW contiguity ${rawNeeded}`, async () => {
  const observations = haveRaw ? (await readCowContiguity(rawFile('distance/cow_contiguity_directed_v32.csv.gz'))).observations : {}

  test('China and Russia share a border from October 1860 to the end of the data, said once', () => {
    expect(spellsOf(observations, 'CHN', 'RUS')).toEqual(['1 1860-10-01..2016-12-31'])
    expect(spellsOf(observations, 'RUS', 'CHN')).toEqual([])
  })

  test('Japan and Russia: type 3 to August 1945, type 2 since 1952; the years between have no row', () => {
    expect(spellsOf(observations, 'JPN', 'RUS')).toEqual(['3 1860-01-01..1945-08-31', '2 1952-04-01..2016-12-31'])
  })

  test('847 spells of pairs (1,874 rows less 180 of type 0, in both orders), 14 of them cut where Belgrade changes hands', () => {
    expect(observations['value']?.length).toBe((1874 - 180) / 2 + 14)
    expect(new Set(observations['value'])).toEqual(new Set([1, 2, 3, 4, 5]))
    expect(spellsOf(observations, 'HUN', 'SRB').at(-1)).toBe('1 2006-06-05..2016-12-31')
  })

  test('a pair has one type on any day: spells of a pair do not overlap by more than the month in which one ends and the next begins', () => {
    const pairs = new Map<string, { start: string; end: string }[]>()
    observations['value']?.forEach((_, i) => {
      const key = `${observations['from_id']?.[i]} ${observations['to_id']?.[i]}`
      const spell = { start: String(observations['start_date']?.[i]), end: String(observations['end_date']?.[i]) }
      pairs.set(key, [...(pairs.get(key) ?? []), spell])
    })
    const overlapping = [...pairs].filter(([, spells]) => {
      const sorted = spells.toSorted((a, b) => (a.start < b.start ? -1 : 1))
      return sorted.some((spell, i) => i > 0 && spell.start.slice(0, 7) < sorted[i - 1]!.end.slice(0, 7))
    })
    expect(overlapping.map(([pair]) => pair)).toEqual([])
  })
})

describe('COW contiguity files', () => {
  const native = 'dyad,statelno,statelab,statehno,statehab,conttype,begin,end,notes,version'
  const reduced = 'ccode1,ccode2,conttype,stdate,enddate'

  test('the native file and the reduced one say the same; type 0 and the other order add nothing', async () => {
    const own = await readCowContiguity(fileOf('contdir.csv', [native, '2020,2,USA,20,CAN,1,192001,201602,,3.2']))
    const rows = ['2,20,1,1920-01-01,2016-02-01', '20,2,1,1920-01-01,2016-02-01', '2,365,0,1816-01-01,1958-12-01']
    const other = await readCowContiguity(fileOf('contdir.csv', [reduced, ...rows]))
    expect(spellsOf(own.observations, 'CAN', 'USA')).toEqual(['1 1920-01-01..2016-02-29'])
    expect(other.observations).toEqual(own.observations)
  })

  test('a spell of number 345 is cut where Yugoslavia ends', async () => {
    const { observations } = await readCowContiguity(fileOf('contdir.csv', [reduced, '310,345,1,1990-01-01,2016-12-01']))
    expect(spellsOf(observations, 'HUN', 'YUG')).toEqual(['1 1990-01-01..2006-06-04'])
    expect(spellsOf(observations, 'HUN', 'SRB')).toEqual(['1 2006-06-05..2016-12-31'])
  })

  test.each([
    [['a,b', '1,2'], 'contdir.csv lacks the columns conttype, statelno'],
    [[reduced], 'contdir.csv lacks the columns'],
    [[reduced, '2,20,7,1920-01-01,2016-12-01'], 'contdir.csv:2 has "7" for conttype'],
    [[reduced, '2,20,,1920-01-01,2016-12-01'], 'contdir.csv:2 has "" for conttype'],
    [[reduced, '2,20,1,01/01/1920,2016-12-01'], 'contdir.csv:2 stdate is "01/01/1920", not a month'],
    [[reduced, '2,20,1,1920-13-01,2016-12-01'], 'contdir.csv:2 stdate is "1920-13-01", not a month'],
    [[reduced, '2,20,1,1920-01-01,1916-12-01'], 'contdir.csv:2 ends in 1916-12, before it begins in 1920-01'],
    [[reduced, '2,2,1,1920-01-01,2016-12-01'], 'contdir.csv:2 pairs 2 with itself'],
    [[reduced, '2,999,1,1920-01-01,2016-12-01'], 'contdir.csv:2 has the state number 999'],
    [[reduced, '2,20,1,1920-01-01,2016-12-01', '2,20,1,1920-01-01,2015-12-01'], 'contdir.csv:3 stands for the same as line 2'],
  ])('%# is refused', async (lines, message) => {
    await expect(readCowContiguity(fileOf('contdir.csv', lines))).rejects.toThrow(message)
  })
})
