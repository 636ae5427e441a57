import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'

const folder = fileURLToPath(new URL('../../../shared/reference/m3-yearly', import.meta.url))

/** Whether the tests that need the files can run. On the build machine they must. */
export const haveM3: boolean = existsSync(folder) || process.env['CI'] === 'true'

/** One of the 645 yearly series of the M3 competition, and what came in the six years after. */
export interface M3Series {
  readonly name: string
  readonly past: Float64Array
  readonly actual: Float64Array
}

/** What R's forecast 8.23.0 says of one series. */
export interface PublishedForecast {
  readonly model: string
  readonly mean: Float64Array
  readonly low95: Float64Array
  readonly high95: Float64Array
}

/** Scores of one method over all series, as published. */
export type PublishedScores = Readonly<Record<'smape' | 'mase' | 'cov80' | 'cov95' | 'msis95', number>>

/** Reads the yearly series. */
export function readM3(): M3Series[] {
  const found = new Map<string, { train: number[]; test: number[] }>()
  for (const [name, , part, value] of rows('m3_yearly.csv.gz')) {
    const series = found.get(name!) ?? { train: [], test: [] }
    series[part as 'train' | 'test'].push(Number(value))
    found.set(name!, series)
  }
  return [...found].map(([name, { train, test }]) => ({ name, past: Float64Array.from(train), actual: Float64Array.from(test) }))
}

/** Reads the forecasts of one method, by series. */
export function readPublishedForecasts(method: string): Map<string, PublishedForecast> {
  const found = new Map<string, PublishedForecast>()
  for (const [name, of, h, mean, , , low, high, , model] of rows('forecast_8.23.0_forecasts.csv.gz')) {
    if (of !== method) continue
    const one = found.get(name!) ?? { model: model!, mean: new Float64Array(6), low95: new Float64Array(6), high95: new Float64Array(6) }
    one.mean[Number(h) - 1] = Number(mean)
    one.low95[Number(h) - 1] = Number(low)
    one.high95[Number(h) - 1] = Number(high)
    found.set(name!, one)
  }
  return found
}

/** Reads the scores of one method. */
export function readPublishedScores(method: string): PublishedScores {
  const row = rows('forecast_8.23.0_scores.csv').find(([name]) => name === method)!
  const [, , smape, mase, cov80, cov95, msis95] = row.map(Number)
  return { smape: smape!, mase: mase!, cov80: cov80!, cov95: cov95!, msis95: msis95! }
}

/** The cells of a file without its header; commas within quotation marks belong to the cell. */
function rows(file: string): string[][] {
  const bytes = readFileSync(`${folder}/${file}`)
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  const cell = /"([^"]*)"|([^",]+)/g
  return text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => [...line.matchAll(cell)].map(([, quoted, plain]) => quoted ?? plain!))
}
