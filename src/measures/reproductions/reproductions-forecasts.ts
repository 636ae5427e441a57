import type { Comparison, Reproduction } from './reproduction.ts'

const measure = 'forecast'
const test = 'test/whole/reference/m3-forecasts.test.ts'
const program = 'forecast 8.23.0 (Hyndman and others), defaults'
const series = 'the 645 yearly series of the M3 competition'

/** Mean sMAPE of six years ahead, as published and as the test finds it. */
const errors = [
  ['naive', 'no change', 17.8798904916532, 17.8798904916532],
  ['drift', 'random walk with drift', 16.7903772583775, 16.7903772583775],
  ['theta', 'Theta', 16.7560669817855, 16.7560669817854],
  ['ets', 'exponential smoothing, form by AICc', 17.0027350246074, 17.0027350245963],
  ['arima', 'ARIMA, order by AICc', 17.1040103063913, 17.1040367743688],
] as const

/** Errors of forecasts beside published ones. */
export const forecastReproductions: readonly Reproduction[] = errors.map(([id, what, published, ours]) => ({
  id: `m3-smape-${id}`,
  measure,
  what: `${what}: mean sMAPE over ${series}, six years ahead`,
  where: program,
  published,
  tolerance: id === 'ets' || id === 'arima' ? 0.05 : 1e-9,
  ours,
  test,
}))

/** Models chosen beside those of another program, and bands beside what they promise. */
export const forecastComparisons: readonly Comparison[] = [
  ...(['ets', 'arima'] as const).map((id) => ({
    id: `m3-model-${id}`,
    measure,
    what: `${id === 'ets' ? 'form of exponential smoothing' : 'order of ARIMA'} as there, and forecasts within 0.1 %`,
    against: program,
    figure: 'share of series',
    value: 1,
    decimals: 3,
    of: 645,
    least: 0.95,
    most: null,
    test,
  })),
  {
    id: 'm3-pooled-coverage',
    measure: 'pooled-bands',
    what: `values of ${series} within the 95 % bands of Theta, 1 to 6 years ahead`,
    against: 'the promise of 95 %; the bands of forecast 8.23.0 hold 78 to 84 %',
    figure: 'share of values',
    value: 0.951,
    decimals: 3,
    of: 3870,
    least: 0.93,
    most: 0.97,
    test,
  },
  {
    id: 'm3-pooled-msis',
    measure: 'pooled-bands',
    what: `mean scaled interval score (MSIS) of the 95 % bands of Theta on ${series}`,
    against: 'the best of forecast 8.23.0: 30.62',
    figure: 'MSIS',
    value: 22.58,
    decimals: 2,
    of: 645,
    least: null,
    most: 30.6,
    test,
  },
]
