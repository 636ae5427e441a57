import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { VisavisError } from '../../src/errors.ts'
import { PooledExamples, PooledLearner } from '../../src/outlook/pooled/pooled-fit.ts'
import { writeForecast } from '../../src/outlook/pooled/pooled-forecast.ts'
import { cdfOf, quantileLevels } from '../../src/outlook/pooled/quantile-forecast.ts'
import { gaugeCount, partCount } from '../../src/outlook/pooled/series-features.ts'
import { type Quantity, quantities } from '../../src/outlook/targets/quantities.ts'
import { bundledRecord, openSnapshot } from '../../src/store/index.ts'
import { packageFile } from '../../src/store/package-files.ts'
import { agreements, distances, goodsSeriesFrom, type NamedSeries, places, pointEditions } from './outlook-series.ts'

/**
 * `npx tsx scripts/outlook/outlook-directions.ts --from FOLDER [--points FILE]`: how often quantities rose five periods ahead after forecasts that gave a rise about one
 * probability, over all pairs and origins since 1990. Writes data/outlook/direction-reliability.csv. FOLDER and FILE are those of outlook-backtest.ts.
 */
const { values } = parseArgs({ options: { from: { type: 'string' }, points: { type: 'string' } } })
if (values.from === undefined)
  throw new VisavisError('Usage', 'where are the raw data?', { hint: 'npx tsx scripts/outlook/outlook-directions.ts --from FOLDER' })

const horizon = 5
const lastSession = 80
const firstOrigin = { session: 45, year: 1990 }
const classes = 20

const snapshot = await openSnapshot(bundledRecord())
const lines = ['target,horizon,probability,frequency,n,origins,log_skill']
const byId = new Map(quantities.map((one) => [one.id as string, one]))
const all = [
  () => places(snapshot, lastSession),
  () => agreements(snapshot, lastSession),
  async () => distances(snapshot, lastSession, await pointEditions(snapshot, lastSession, values.points)),
  () => goodsSeriesFrom(values.from!, snapshot),
]
for (const read of all)
  for (const [id, series] of Object.entries(await read())) {
    const quantity = byId.get(id)
    if (quantity !== undefined) lines.push(...directions(series, quantity))
    console.log(new Date().toISOString(), id)
  }
snapshot.close()
writeFileSync(packageFile('data/outlook/direction-reliability.csv'), `${lines.join('\n')}\n`)

/** One line for each twentieth of the probability of a rise; the last column is the gain in log score over the share of rises at earlier origins. */
function directions({ data }: NamedSeries, { id, period, range }: Quantity): string[] {
  const learner = new PooledLearner(new PooledExamples(data), horizon)
  const [n, given, rose] = [0, 1, 2].map(() => new Float64Array(classes)) as [Float64Array, Float64Array, Float64Array]
  const quantiles = new Float64Array(quantileLevels.length)
  const past: { origin: number; rises: number; n: number }[] = []
  let [origins, own, base] = [0, 0, 0]
  for (let origin = firstOrigin[period]; origin + horizon <= data.last; origin++) {
    const fit = learner.fitAt(origin)
    if (fit === undefined) continue
    const features = learner.examples.featuresAt(origin)
    const { series, outcome } = learner.examples.outcomesOf(origin, horizon)
    const known = past.filter((one) => one.origin <= origin - horizon)
    const rate = known.length === 0 ? 0.5 : known.reduce((sum, one) => sum + one.rises, 0) / known.reduce((sum, one) => sum + one.n, 0)
    const tally = { origin, rises: 0, n: 0 }
    for (let i = 0; i < series.length; i++) {
      const at = series[i]! * (partCount + gaugeCount)
      writeForecast(fit, features, at, range, quantiles)
      const last = features[at]!
      if (outcome[i] === last) continue
      const probability = 1 - cdfOf(last, quantiles)
      const isRise = outcome[i]! > last
      const k = Math.min(classes - 1, Math.floor(classes * probability))
      n[k]!++
      given[k]! += probability
      rose[k]! += Number(isRise)
      tally.n++
      tally.rises += Number(isRise)
      own -= Math.log(Math.max(0.001, isRise ? probability : 1 - probability))
      base -= Math.log(isRise ? rate : 1 - rate)
    }
    past.push(tally)
    origins++
  }
  return [...n.keys()]
    .filter((k) => n[k]! > 0)
    .map((k) =>
      [id, horizon, (given[k]! / n[k]!).toFixed(4), (rose[k]! / n[k]!).toFixed(4), n[k], origins, (1 - own / base).toFixed(4)].join(','),
    )
}
