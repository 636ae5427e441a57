import type { PooledLearner } from '../../src/outlook/pooled/pooled-fit.ts'
import { writeForecast } from '../../src/outlook/pooled/pooled-forecast.ts'
import { bandOf, medianAt, quantileLevels } from '../../src/outlook/pooled/quantile-forecast.ts'
import { gaugeCount, partCount } from '../../src/outlook/pooled/series-features.ts'
import type { Quantity } from '../../src/outlook/targets/quantities.ts'

/** A forecast of a well-known pair with data to 2019, and what came. */
export interface PastForecast {
  readonly quantity: Quantity
  readonly horizon: number
  readonly a: string
  readonly b: string
  readonly last: number
  readonly median: number
  readonly band80: { readonly low: number; readonly high: number }
  readonly band95: { readonly low: number; readonly high: number }
  readonly came: number
}

/** Twenty pairs that a reader of the news knows. */
const wellKnown: readonly string[] =
  'CHN-RUS USA-CHN USA-RUS USA-IND CHN-IND IND-PAK USA-GBR FRA-DEU DEU-RUS USA-ISR USA-IRN RUS-UKR TUR-GRC JPN-KOR CHN-AUS BRA-ARG SAU-IRN EGY-ETH ZAF-NGA VNM-CHN'.split(
    ' ',
  )

const origins = { session: 74, year: 2019 }

export function pastForecasts(
  learner: PooledLearner,
  quantity: Quantity,
  sidesOf: (series: number) => readonly [string, string],
): PastForecast[] {
  const { examples, horizon } = learner
  const origin = origins[quantity.period]
  const fit = learner.fitAt(origin)
  if (fit === undefined || horizon > 5) return []
  const features = examples.featuresAt(origin)
  const { series, outcome } = examples.outcomesOf(origin, horizon)
  const quantiles = new Float64Array(quantileLevels.length)
  const real = quantity.isLogarithm ? Math.exp : (value: number) => value
  const found: PastForecast[] = []
  series.forEach((s, i) => {
    const [a, b] = sidesOf(s)
    if (!wellKnown.includes(`${a}-${b}`) && !wellKnown.includes(`${b}-${a}`)) return
    const at = s * (partCount + gaugeCount)
    writeForecast(fit, features, at, quantity.range, quantiles)
    const band = (level: 80 | 95): PastForecast['band80'] => {
      const { low, high } = bandOf(quantiles, level)
      return { low: real(low), high: real(high) }
    }
    found.push({
      ...{ quantity, horizon, a, b, last: real(features[at]!), median: real(quantiles[medianAt]!) },
      ...{ band80: band(80), band95: band(95), came: real(outcome[i]!) },
    })
  })
  return found
}

export function pastForecastsPage(all: readonly PastForecast[]): string {
  const blocks = [...new Set(all.map(({ quantity, horizon }) => `${quantity.id} ${horizon}`))].map((key) => {
    const own = all.filter(({ quantity, horizon }) => `${quantity.id} ${horizon}` === key)
    const [{ quantity, horizon }] = own as [PastForecast, ...PastForecast[]]
    const within = (band: 'band80' | 'band95'): number =>
      own.filter((one) => one.came >= one[band].low && one.came <= one[band].high).length
    const target =
      quantity.period === 'session'
        ? `session ${origins.session + horizon} (${1945 + origins.session + horizon}/${String(46 + origins.session + horizon).slice(-2)})`
        : String(origins.year + horizon)
    return [
      `## ${quantity.title[0]!.toUpperCase()}${quantity.title.slice(1)} in ${target}`,
      '',
      `Of ${own.length} outcomes ${within('band80')} lie within the band of 80 % and ${within('band95')} within that of 95 %.`,
      '',
      `| pair | ${origins.year} | median | 80 % | 95 % | came | |`,
      '|---|--:|--:|--:|--:|--:|---|',
      ...own.map((one) => {
        const write = writerOf(quantity)
        const said =
          one.came < one.band95.low || one.came > one.band95.high
            ? 'outside 95 %'
            : one.came < one.band80.low || one.came > one.band80.high
              ? 'outside 80 %'
              : ''
        return `| ${one.a} ${quantity.sides?.[0] === 'a-to-b' ? '→' : quantity.sides === null ? '–' : 'with'} ${one.b} | ${write(one.last)} | ${write(one.median)} | ${write(one.band80.low)} to ${write(one.band80.high)} | ${write(one.band95.low)} to ${write(one.band95.high)} | ${write(one.came)} | ${said} |`
      }),
      '',
    ].join('\n')
  })
  return `# Forecasts of 2020 to 2024 made with data to 2019

Written by \`scripts/outlook/outlook-backtest.ts\`. Twenty well-known pairs, forecast from session 74 (2019/20) of the General Assembly and from the goods trade of 2019, by weights and errors of the years before. How the forecasts are made: [outlook](outlook.md). How they score over all pairs: [back-test](backtest.md). Outcomes of goods trade are reports to the IMF to 2020 and reconciled figures of BACI for 2022.

${blocks.join('\n')}`
}

function writerOf({ unit }: Quantity): (value: number) => string {
  if (unit === 'USD') return (value) => (value >= 1e9 ? `${(value / 1e9).toPrecision(3)} bn` : `${(value / 1e6).toPrecision(3)} m`)
  return (value) => (unit === 'percentile' ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2))
}
