import { describe, expect, test } from 'vitest'
import { card, readDemocracyScores } from '../../../src/sources/politics/democracy-scores.ts'
import { doublesIn, fileOf, rawFile, totalsOf, valuesOf } from '../field-files.ts'
import { haveRaw, rawNeeded } from '../raw-data.ts'

describe.skipIf(!haveRaw)(`Regimes ${rawNeeded}`, async () => {
  const observations = haveRaw ? (await readDemocracyScores(rawFile('vdem/cw_democracy.csv.gz'))).observations : {}

  test('electoral democracy in 2025 is 0.072 in China and 0.170 in Russia', () => {
    expect(valuesOf(observations, 'electoral-democracy', 'CHN', null, 2025)).toEqual([0.072])
    expect(valuesOf(observations, 'electoral-democracy', 'RUS', null, 2025)).toEqual([0.17])
  })

  test('17,706 rows less the blanks of each measure, and less West Germany in 1990 where it has a figure', () => {
    const rows = Object.fromEntries(Object.entries(totalsOf(observations)).map(([id, total]) => [id, total.rows]))
    expect(rows).toEqual({
      'electoral-democracy': 17_706 - 1016 - 1,
      polity2: 17_706 - 3271 - 1,
      'unified-democracy': 17_706 - 55,
      'unified-democracy-adjusted': 17_706 - 55,
    })
    expect(doublesIn(observations)).toBe(0)
  })

  test('Polity ends where the card says, with -9 and 0 as scores', () => {
    const years = observations['end_date']?.filter((_, i) => observations['indicator']?.[i] === 'polity2').map(String) ?? []
    expect(years.sort().at(-1)).toBe(card.coverage.find(({ indicator }) => indicator === 'polity2')?.to)
    const scores = observations['value']?.filter((_, i) => observations['indicator']?.[i] === 'polity2') ?? []
    expect(scores.filter((score) => score === 0).length).toBe(344)
    expect(scores.filter((score) => score === -9).length).toBeGreaterThan(500)
  })
})

describe('Regime files', () => {
  const header = 'ccode,year,euds,aeuds,polity2,v2x_polyarchy'

  test('a score of -9 is a score, a blank has no row', async () => {
    const { observations } = await readDemocracyScores(fileOf('x.csv', [header, '731,1990,-1.5,-1.8,-9,']))
    expect([observations['indicator'], observations['value']]).toEqual([
      ['polity2', 'unified-democracy', 'unified-democracy-adjusted'],
      [-9, -1.5, -1.8],
    ])
  })

  test.each([
    [[header, '731,1990,-1.5,-1.8,-88,0.1'], 'x.csv:2 has -88 for polity2, which goes from -10 to 10'],
    [[header, '731,1990,-1.5,-1.8,-9,1.2'], 'x.csv:2 has 1.2 for v2x_polyarchy, which goes from 0 to 1'],
    [[header.replace('v2x_polyarchy', 'v2x_libdem'), '731,1990,1,1,1,1'], 'x.csv lacks the columns v2x_polyarchy'],
  ])('%# is refused', async (lines, message) => {
    await expect(readDemocracyScores(fileOf('x.csv', lines))).rejects.toThrow(message)
  })
})
