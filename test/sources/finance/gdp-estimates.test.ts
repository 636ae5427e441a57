import { describe, expect, test } from 'vitest'
import { readGdpEstimates } from '../../../src/sources/finance/gdp-estimates.ts'
import { doublesIn, fileOf, rawFile, totalsOf, valuesOf } from '../field-files.ts'
import { haveRaw, rawNeeded } from '../raw-data.ts'

describe.skipIf(!haveRaw)(`GDP estimates ${rawNeeded}`, async () => {
  const observations = haveRaw ? (await readGdpEstimates(rawFile('capabilities/cw_gdppop.csv.gz'))).observations : {}

  test('16,536 rows less 43 blank ones and West Germany in 1990, six figures each', () => {
    expect(new Set(Object.values(totalsOf(observations)).map(({ rows }) => rows))).toEqual(new Set([16_536 - 43 - 1]))
    expect(Object.keys(totalsOf(observations)).length).toBe(6)
    expect(doublesIn(observations)).toBe(0)
  })

  test('the United States in 1816: 2,668 dollars of 2011 a head, 28.0 bn dollars of 2017, 9.16 m people, each with its deviation', () => {
    expect(valuesOf(observations, 'gdp-per-head-estimate', 'USA', null, 1816)).toEqual([2668.10456639736])
    expect(valuesOf(observations, 'gdp-per-head-estimate-sd', 'USA', null, 1816)).toEqual([410.583950775992])
    expect(valuesOf(observations, 'gdp-estimate', 'USA', null, 1816)).toEqual([27_951_092_896.9529])
    expect(valuesOf(observations, 'population-estimate', 'USA', null, 1816)).toEqual([9_164_503.66734931])
  })

  test('all are estimates, none after 2019', () => {
    expect(new Set(observations['status'])).toEqual(new Set(['estimated']))
    expect(valuesOf(observations, 'gdp-estimate', 'CHN', null, 2019).length).toBe(1)
    expect(valuesOf(observations, 'gdp-estimate', 'CHN', null, 2020)).toEqual([])
  })
})

describe('GDP estimate files', () => {
  const header = 'ccode,year,mrgdppc,sd_mrgdppc,pwtrgdp,sd_pwtrgdp,pwtpop,sd_pwtpop'

  test('a blank row has no figures', async () => {
    const { observations } = await readGdpEstimates(fileOf('x.csv', [header, '600,1905,,,,,,', '2,1816,2668,410,27951,12015,9.16,0.69']))
    expect(new Set(observations['from_id'])).toEqual(new Set(['USA']))
  })

  test.each([
    [[header, '2,1816,-2668,410,27951,12015,9.16,0.69'], 'x.csv:2 has -2668 for mrgdppc'],
    [[header.replace('sd_pwtpop', 'pop_sd'), '2,1816,1,1,1,1,1,1'], 'x.csv lacks the columns sd_pwtpop'],
  ])('%# is refused', async (lines, message) => {
    await expect(readGdpEstimates(fileOf('x.csv', lines))).rejects.toThrow(message)
  })
})
