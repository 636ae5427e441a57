import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { heldFigures } from '../../../src/operations/evidence-on-demand/held-figures.ts'
import { seriesMissing } from '../../../src/operations/evidence-on-demand/missing-series.ts'
import { needsOfAssessment, type SeriesNeed } from '../../../src/operations/evidence-on-demand/series-needs.ts'
import { seriesAddress } from '../../../src/sources/fetching/series-request.ts'
import { openSnapshot, type Snapshot } from '../../../src/store/index.ts'

const today = '2026-11-30'
let record: Snapshot
beforeAll(async () => {
  record = await openSnapshot('data/record')
})
afterAll(() => record.close())

const party = (iso3: string): { iso3: string; name: string } => ({ iso3, name: iso3 })

async function asked(needs: readonly SeriesNeed[], day = today): Promise<string[]> {
  const requests = seriesMissing(needs, await heldFigures(record, needs), day)
  return requests.map(({ source, parameters }) => `${source} ${Object.values(parameters).join(' ')}`)
}

const ofPair = (a: string, b: string, to: string): SeriesNeed[] => needsOfAssessment({ a: party(a), b: party(b), to })

describe('the series that an assessment lacks', () => {
  test('Kenya and Tanzania: 2024 from Comtrade as each side reports it, 2025, of which imports are missing, from the IMF, GDP of 2025', async () => {
    const needs = ofPair('KEN', 'TZA', '2026-11-24')
    expect(await asked(needs)).toEqual([
      'comtrade KEN TZA 2024 TOTAL',
      'comtrade TZA KEN 2024 TOTAL',
      'imf-imts KEN * TZA A',
      'imf-imts TZA * KEN A',
      'world-bank NY.GDP.MKTP.CD KEN;TZA 2025',
      'comtrade KEN TZA 2024 2701,2704,2709,2710,271111 M',
      'comtrade TZA KEN 2024 2701,2704,2709,2710,271111 M',
    ])
    const requests = seriesMissing(needs, await heldFigures(record, needs), today)
    expect(requests.map((request) => seriesAddress(request, {}))).toEqual([
      'https://comtradeapi.un.org/public/v1/preview/C/A/HS?cmdCode=TOTAL&flowCode=M,X&reporterCode=404&period=2024&partnerCode=834&includeDesc=true',
      'https://comtradeapi.un.org/public/v1/preview/C/A/HS?cmdCode=TOTAL&flowCode=M,X&reporterCode=834&period=2024&partnerCode=404&includeDesc=true',
      'https://api.imf.org/external/sdmx/3.0/data/dataflow/IMF.STA/IMTS/+/KEN.*.TZA.A',
      'https://api.imf.org/external/sdmx/3.0/data/dataflow/IMF.STA/IMTS/+/TZA.*.KEN.A',
      'https://api.worldbank.org/v2/country/KEN;TZA/indicator/NY.GDP.MKTP.CD?format=json&per_page=20000&page=1&date=2025',
      'https://comtradeapi.un.org/public/v1/preview/C/A/HS?cmdCode=2701,2704,2709,2710,271111&flowCode=M&reporterCode=404&period=2024&partnerCode=834&includeDesc=true',
      'https://comtradeapi.un.org/public/v1/preview/C/A/HS?cmdCode=2701,2704,2709,2710,271111&flowCode=M&reporterCode=834&period=2024&partnerCode=404&includeDesc=true',
    ])
    expect(requests[0]?.why).toBe('goods between Kenya and Tanzania in 2024, as Kenya reports them')
    expect(requests[3]?.why).toBe('goods between Tanzania and Kenya in 2025, as Tanzania reports them')
  })

  test('what the record holds is not asked for: both sides of 2014 and 2015 are there', async () => {
    expect((await asked(ofPair('KEN', 'TZA', '2015-12-31'))).filter((one) => !one.includes('2709'))).toEqual([])
  })

  test('what China’s customs report of 2024, in whatever currency, is not asked of Comtrade; nor is Russia, which has told nothing since 2022', async () => {
    const all = await asked(ofPair('CHN', 'RUS', '2026-11-24'))
    expect(all.filter((one) => /^(comtrade|imf-imts) RUS/.test(one))).toEqual([])
    expect(all.filter((one) => /^comtrade CHN RUS 2024 TOTAL/.test(one))).toEqual([])
  })

  test('a year that a provider has not published by its calendar is not asked for', async () => {
    const all = await asked(ofPair('KEN', 'TZA', '2026-02-01'), '2026-02-01')
    expect(all.filter((one) => one.includes('2025') || one.startsWith('imf-imts'))).toEqual([])
  })

  test('Taiwan is no economy of the World Bank, and 490 at Comtrade; Kosovo is KOS at the IMF', async () => {
    const taiwan = await asked(ofPair('TWN', 'PRY', '2026-11-24'))
    expect(taiwan).toContain('world-bank NY.GDP.MKTP.CD PRY 2025')
    expect(taiwan).toContain('comtrade TWN PRY 2024 TOTAL')
    expect((await asked(ofPair('XKX', 'ALB', '2026-11-24'))).filter((one) => one.startsWith('imf-imts'))).toContain('imf-imts ALB * KOS A')
  })

  test('fuels that a member of the EU imports are asked of Eurostat, where no year of them is held; what others import is asked of Comtrade', async () => {
    const fuels = async (a: string, b: string, to = '2026-11-24'): Promise<string[]> =>
      (await asked(ofPair(a, b, to))).filter((one) => one.startsWith('comext-answers'))
    expect(await fuels('DEU', 'KAZ')).toEqual(['comext-answers DEU KAZ 2024 2025'])
    expect(await fuels('SRB', 'ROU')).toEqual(['comext-answers ROU SRB 2024 2025'])
    expect(await fuels('DEU', 'FRA')).toEqual(['comext-answers DEU FRA 2024 2025', 'comext-answers FRA DEU 2024 2025'])
    // the record has German imports of Kazakh oil to 2021, and the United Kingdom has left
    expect(await fuels('DEU', 'KAZ', '2021-12-31')).toEqual([])
    expect(await fuels('GBR', 'NOR')).toEqual([])
    expect(await asked(ofPair('GBR', 'NOR', '2026-11-24'))).toContain('comtrade GBR NOR 2024 2701,2704,2709,2710,271111 M')
  })

  test('blocs are sums over many pairs, for which nothing is asked', () => {
    expect(needsOfAssessment({ a: { ...party('EU'), members: ['FRA', 'DEU'] }, b: party('CHN'), to: '2026-11-24' })).toEqual([])
  })

  test('the same series is asked for once, whoever needs it', async () => {
    const twice = [...ofPair('KEN', 'TZA', '2026-11-24'), ...ofPair('TZA', 'KEN', '2026-11-24')]
    expect((await asked(twice)).length).toBe(7)
  })

  test('no pair of a sample is asked for more than eight series, and no series that the record holds', async () => {
    const pairs = [
      ['SVN', 'NPL'],
      ['DEU', 'KAZ'],
      ['USA', 'CHN'],
      ['PRK', 'CHN'],
      ['SSD', 'ERI'],
      ['TUV', 'LIE'],
      ['VAT', 'ITA'],
      ['MNE', 'SRB'],
      ['BRA', 'AGO'],
      ['IND', 'BGD'],
    ] as const
    for (const [a, b] of pairs) {
      const needs = ofPair(a, b, '2026-11-24')
      const held = await heldFigures(record, needs)
      const requests = seriesMissing(needs, held, today)
      expect(requests.length).toBeLessThanOrEqual(8)
      for (const { source, about } of requests.filter((one) => one.parameters['commodity'] === 'TOTAL')) {
        const own = held.goods(a, b).filter(({ year, reporter }) => year === about.years![0] && reporter === about.reporter)
        expect([source, a, b, own.length < 2]).toEqual([source, a, b, true])
      }
    }
  })
})

describe('the world as partner', () => {
  test('exports of a state to the world are asked of that state alone', async () => {
    expect(await asked([{ kind: 'goods', a: 'KEN', b: 'WLD', years: [2024] }])).toEqual(['comtrade KEN WLD 2024 TOTAL'])
    expect(await asked([{ kind: 'goods', a: 'KEN', b: 'WLD', years: [2025] }])).toEqual(['imf-imts KEN * G001 A'])
  })
})
