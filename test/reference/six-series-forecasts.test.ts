import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { arimaForecast } from '../../src/outlook/models/arima.ts'
import { etsForecast } from '../../src/outlook/models/ets.ts'
import { thetaForecast } from '../../src/outlook/models/theta.ts'

const file = fileURLToPath(new URL('../../../shared/reference/changepoints-forecast/forecast_strucchange.json', import.meta.url))
const haveReference = existsSync(file) || process.env['CI'] === 'true'

interface Published {
  readonly model: string
  readonly mean: number[]
  readonly hi95: number[]
}

interface Reference {
  readonly y: number[]
  readonly auto_arima: Published
  readonly ets: Published
  readonly theta: Published
}

const pairs = ['US_Russia', 'China_Russia', 'US_China', 'India_Russia', 'Germany_Russia', 'Brazil_US']
const largest = (ours: Float64Array, published: number[]): number =>
  Math.max(...published.map((value, h) => Math.abs(ours[h]! / value - 1)))

describe.skipIf(!haveReference)('six series of ideal-point distance (needs ../shared)', () => {
  test.each(pairs)('%s: model and ten years as forecast 8.23.0 has them', (pair) => {
    const { y, auto_arima, ets, theta } = (JSON.parse(readFileSync(file, 'utf8')) as Record<string, Reference>)[pair]!
    const arima = arimaForecast(y, 10)
    expect(arima.model).toBe(auto_arima.model)
    expect(largest(arima.mean, auto_arima.mean)).toBeLessThan(1e-3)
    const smoothing = etsForecast(y, 10)
    expect(smoothing.model).toBe(ets.model)
    expect(largest(smoothing.mean, ets.mean)).toBeLessThan(1e-3)
    // the series is kept to seven digits, the reference was made of more
    expect(largest(thetaForecast(y, 10).mean, theta.mean)).toBeLessThan(1e-4)
    const bands = smoothing.mean.map((value, h) => value + 1.959963984540054 * smoothing.error[h]!)
    expect(largest(bands, ets.hi95)).toBeLessThan(1e-3)
  })
})
