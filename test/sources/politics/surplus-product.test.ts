import { describe, expect, test } from 'vitest'
import { readSurplusProduct } from '../../../src/sources/politics/surplus-product.ts'
import { doublesIn, fileOf, rawFile, totalsOf, valuesOf } from '../field-files.ts'
import { haveRaw, rawNeeded } from '../raw-data.ts'

describe.skipIf(!haveRaw)(`Surplus domestic product ${rawNeeded}`, async () => {
  const observations = haveRaw ? (await readSurplusProduct(rawFile('capabilities/cow_sdp_gdp.csv.gz'))).observations : {}

  test('27,753 rows less 432 blank ones and 81 of places that are no states, four figures each, none twice', () => {
    expect(new Set(Object.values(totalsOf(observations)).map(({ rows }) => rows))).toEqual(new Set([27_753 - 432 - 81]))
    expect(doublesIn(observations)).toBe(0)
  })

  test('its numbers are those of Gleditsch and Ward: united Yemen is 678, Serbia 340, Nauru 971 with 12,000 people', () => {
    expect(valuesOf(observations, 'gdp-log', 'YAR', null, 1985).length).toBe(1)
    expect(valuesOf(observations, 'gdp-log', 'YAR', null, 1995)).toEqual([])
    expect(valuesOf(observations, 'gdp-log', 'YEM', null, 1995).length).toBe(1)
    expect(valuesOf(observations, 'gdp-log', 'SRB', null, 2010).length).toBe(1)
    expect(Math.exp(Number(valuesOf(observations, 'population-log', 'NRU', null, 2000)[0]))).toBeCloseTo(11_984, -1)
    expect(Math.exp(Number(valuesOf(observations, 'population-log', 'KIR', null, 2000)[0]))).toBeGreaterThan(80_000)
  })

  test('a surplus of 0 stands where GDP a head is no more than three dollars a day, as recorded', () => {
    expect(valuesOf(observations, 'surplus-product-log', 'YAR', null, 1950)).toEqual([21.7040316650669])
    expect(
      observations['value']?.filter((value, i) => value === 0 && observations['indicator']?.[i] === 'surplus-product-log').length,
    ).toBe(5776)
  })
})

describe('Surplus product files', () => {
  const header = 'ccode,year,wbgdp2011est,wbpopest,sdpest,wbgdppc2011est'

  test('Hong Kong and Abkhazia are passed over, Kiribati and Nauru told apart', async () => {
    const rows = ['708,2000,26,15,26,10', '396,2010,20,12,20,8', '970,2000,19,11,18,7.5', '971,2000,18,9.4,17.9,8.7']
    const { observations } = await readSurplusProduct(fileOf('x.csv', [header, ...rows]))
    expect(observations['from_id']).toEqual([...Array(4).fill('KIR'), ...Array(4).fill('NRU')])
  })

  test.each([
    [[header, '2,1816,22962753010,15.4,22.0,7.5'], 'x.csv:2 has 22962753010 for wbgdp2011est, which goes from 0 to 40'],
    [[header, '1,1816,22,15.4,22.0,7.5'], 'x.csv:2 has the state number 1'],
  ])('%# is refused', async (lines, message) => {
    await expect(readSurplusProduct(fileOf('x.csv', lines))).rejects.toThrow(message)
  })
})
