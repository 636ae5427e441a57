import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { nileBegins, nileFlows } from '../../../src/measures/reproductions/published-examples.ts'
import type { ForecastAnswer } from '../../../src/outlook/series/forecast-answer.ts'
import { type Ran, visavisAt } from '../../visavis.ts'

const home = mkdtempSync(join(tmpdir(), 'visavis-forecast-'))
const nile = Array.from(nileFlows, (flow, i): [number, number | string] => [nileBegins + i, flow])

function forecast(text: string, ...words: string[]): Promise<Ran> {
  const file = join(home, 'series.csv')
  writeFileSync(file, text)
  return visavisAt(home, 'forecast', file, ...words)
}

const csvOf = (rows: readonly (readonly (string | number)[])[], header = 'year,flow'): string =>
  `${[header, ...rows.map((row) => row.join(','))].join('\n')}\n`
const answerOf = async (text: string, ...words: string[]): Promise<ForecastAnswer> =>
  JSON.parse((await forecast(text, '--json', ...words)).out) as ForecastAnswer

describe('visavis forecast', () => {
  test('the fixed form: a row for each period, with the median and four bands, each wider than the one before', async () => {
    const { code, out } = await forecast(csvOf(nile), '--model', 'ets', '--horizon', '3', '--format', 'csv')
    expect(code).toBe(0)
    const [header, ...rows] = out.trimEnd().split('\n')
    expect(header).toBe('series,period,horizon,model,median,low50,high50,low80,high80,low90,high90,low95,high95,bands')
    expect(rows.length).toBe(3)
    for (const row of rows) {
      const cells = row.replace(/"[^"]*"/, 'ETS').split(',')
      const [median, low50, high50, low80, high80, low90, high90, low95, high95] = cells.slice(4, 13).map(Number)
      const ends = [low95!, low90!, low80!, low50!, median!, high50!, high80!, high90!, high95!]
      expect(ends).toEqual([...ends].sort((a, b) => a - b))
    }
    expect(rows[0]).toMatch(/^flow,1971,1,"ETS\(M,N,N\)",838\.87/)
  })

  test.each([
    ['naive', 'Random walk'],
    ['drift', 'Random walk with drift'],
    ['theta', 'Theta'],
    ['ets', 'ETS(M,N,N)'],
    ['arima', 'ARIMA(1,1,1)'],
  ])('the Nile by %s, as R’s forecast 8.23.0 has it', async (model, name) => {
    const [one] = (await answerOf(csvOf(nile), '--model', model)).series
    expect(one).toMatchObject({ name: 'flow', model: name, values: 100, first: '1871', last: '1970', bandsFrom: 'model' })
    const medians: Record<string, number> = {
      naive: 740,
      drift: 736.161616162,
      theta: 799.811996216,
      ets: 838.875161323,
      arima: 816.18127594,
    }
    expect(Math.abs(one!.forecasts[0]!.median / medians[model]! - 1)).toBeLessThan(1e-6)
  })

  test('many series in one file have bands pooled over them', async () => {
    const rows = Array.from({ length: 25 }, (_, k) => nile.slice(k, k + 40).map(([year, flow]) => [`s${k}`, year, flow])).flat()
    const answer = await answerOf(csvOf(rows, 'series,period,value'), '--model', 'drift', '--horizon', '2')
    expect(answer.series.map(({ bandsFrom }) => bandsFrom)).toEqual(Array(25).fill('pooled'))
    expect(answer.pool).toEqual({ series: 25, origins: 100 })
    const own = await answerOf(csvOf(rows, 'series,period,value'), '--model', 'drift', '--horizon', '2', '--bands', 'model')
    expect(own.pool).toBeNull()
    expect(own.series[0]!.forecasts[0]!.median).toBe(answer.series[0]!.forecasts[0]!.median)
  })

  test('text, Markdown and a break at the end that is told', async () => {
    const broken = [...nile, [1971, 20_000]] as const
    const { out } = await forecast(csvOf(broken))
    expect(out).toContain('The value of 1971 lies far outside what the values before it lead to expect')
    expect((await forecast(csvOf(nile))).out).not.toContain('far outside')
    expect((await forecast(csvOf(nile), '--format', 'md')).out).toContain('| 1971 |')
  })
})

describe('what has no forecast, and why', () => {
  const refusals: readonly (readonly [string, string, RegExp])[] = [
    ['three points', csvOf(nile.slice(0, 3)), /BadInput: no forecast of “flow”: it has 3 values; at least 7 are needed/],
    ['all zeros', csvOf(nile.map(([year]) => [year, 0])), /all its values are 0, so that nothing is known of how it changes/],
    ['no change', csvOf(nile.map(([year]) => [year, 3.5])), /all its values are 3\.5/],
    [
      'a gap',
      csvOf(nile.filter(([year]) => year !== 1900 && year !== 1901)),
      /it has no value for 1900, 1901: a missing value is not zero/,
    ],
    ['a blank', csvOf(nile.map(([year, flow]) => [year, year === 1900 ? '' : flow])), /it has no value for 1900/],
    ['a year twice', csvOf([...nile, [1900, 12]]), /series\.csv:102 gives 1900 a second time/],
    [
      'text in a number',
      csvOf(nile.map(([year, flow]) => [year, year === 1900 ? '1.2 bn' : flow])),
      /series\.csv:31 has "1\.2 bn" for the value, not a number/,
    ],
    [
      'text in a period',
      csvOf([...nile, ['later', 12]]),
      /series\.csv:102 has "later" for the period; the lines above have years or whole numbers/,
    ],
    ['a row with more cells', `${csvOf(nile)}1971,12,3\n`, /series\.csv:102 has 3 cells, the first line has 2/],
    ['nothing but a header', 'year,flow\n', /series\.csv has a header and no values/],
    ['an empty file', '', /series\.csv is empty/],
    ['infinity', csvOf([...nile, [1971, '1e999']]), /has "1e999" for the value, not a number/],
  ]

  test.each(refusals)('%s', async (_, text, why) => {
    const { code, out, err } = await forecast(text)
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(why)
    expect(err).toContain('visavis forecast --help')
  })

  test('a horizon beyond the past, and one that is no number', async () => {
    expect((await forecast(csvOf(nile.slice(0, 10)), '--horizon', '11')).err).toMatch(/11 periods ahead are more than its 10 values/)
    expect((await forecast(csvOf(nile), '--horizon', '0')).code).toBe(2)
    expect((await forecast(csvOf(nile), '--horizon', 'ten')).code).toBe(2)
  })

  test('one bad series does not keep the others from their forecast', async () => {
    const rows = [...nile.map(([year, flow]) => ['good', year, flow]), ...nile.slice(0, 3).map(([year, flow]) => ['short', year, flow])]
    const answer = await answerOf(csvOf(rows, 'series,period,value'))
    expect(answer.series.map(({ name }) => name)).toEqual(['good'])
    expect(answer.refused).toEqual([{ name: 'short', why: 'it has 3 values; at least 7 are needed' }])
    expect((await forecast(csvOf(rows, 'series,period,value'))).out).toContain('No forecast of short: it has 3 values')
  })

  test('an exact line has a forecast, and the answer says that its bands mean nothing', async () => {
    const [one] = (await answerOf(csvOf(nile.map(([year], i) => [year, 10 + 2 * i])), '--model', 'drift')).series
    expect(one!.forecasts[0]!.median).toBeCloseTo(210, 9)
    expect(one!.notes.join()).toContain('bands have no width')
  })
})
