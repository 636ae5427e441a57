import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { standingPanel } from '../../src/assessments/outlook/standing-series.ts'
import { moveResolution, quantityResolution, sessionText } from '../../src/assessments/outlook/target-resolution.ts'
import { gdpOf } from '../../src/assessments/rows/gdp.ts'
import { standingOfPair } from '../../src/assessments/standing/standing-of-pairs.ts'
import { VisavisError } from '../../src/errors.ts'
import { backtestMoves, tenureOf } from '../../src/outlook/backtest/move-rates.ts'
import type { EventModels } from '../../src/outlook/events/event-models.ts'
import { eventOutcome } from '../../src/outlook/events/event-outcome.ts'
import { targetOfEvent } from '../../src/outlook/events/event-target.ts'
import { eventInputs, eventTargets } from '../../src/outlook/events/event-targets.ts'
import { blocsOfLeaving, entryToSettle, issuedEntry, issuedScore, type TargetToIssue } from '../../src/outlook/ledger/issue-entries.ts'
import type { IssuedEntry, IssuedPair, IssuedScore } from '../../src/outlook/ledger/issued-ledger.ts'
import { PooledExamples, PooledLearner } from '../../src/outlook/pooled/pooled-fit.ts'
import { writeForecast } from '../../src/outlook/pooled/pooled-forecast.ts'
import { bandOf, medianAt, quantileLevels } from '../../src/outlook/pooled/quantile-forecast.ts'
import { gaugeCount, partCount } from '../../src/outlook/pooled/series-features.ts'
import { type Quantity, quantities } from '../../src/outlook/targets/quantities.ts'
import type { TargetOutcome } from '../../src/outlook/targets/target-outcome.ts'
import { type State, stateOf } from '../../src/states/index.ts'
import { bundledRecord, openSnapshot } from '../../src/store/index.ts'
import { packageVersion } from '../../src/store/package-files.ts'
import { writeLedgerPage } from '../docs/ledger-page.ts'
import { eventsAsOf } from './events-as-of.ts'
import { backtestAll, readBacktestRecord } from './events-backtest.ts'
import { appendScores, refuseIssued, writeLedger } from './ledger-files.ts'
import { type ChosenPair, chosenPairs } from './ledger-pairs.ts'
import { agreements, distances, goodsSeriesFrom, type NamedSeries, places, pointEditions } from './outlook-series.ts'

/**
 * `npx tsx scripts/outlook/past-ledger.ts --from FOLDER`: what the models fitted with data to 2019 would have said of a hundred pairs that the same rule would have chosen,
 * and how it came out. Written once, as data/outlook/ledger/from-2019.csv, .json and -scores.csv; FOLDER as for scripts/outlook/outlook-backtest.ts. `--points FILE`
 * and `--models FILE` keep the estimates of ideal points and the models of events for the next run.
 */
const { values } = parseArgs({ options: { from: { type: 'string' }, points: { type: 'string' }, models: { type: 'string' } } })
if (values.from === undefined)
  throw new VisavisError('Usage', 'where are the raw data?', { hint: 'npx tsx scripts/outlook/past-ledger.ts --from FOLDER' })

const name = 'from-2019'
const [year, session, lastSession] = [2019, 74, 80]
const lastDay = `${year}-12-31`
/** A longer window has not ended. */
const horizons = [1, 2, 3, 5]
const firstStanding = 1946

refuseIssued(name)
const issued = new Date().toISOString().slice(0, 10)
const snapshot = await openSnapshot(bundledRecord())
const today = snapshot.manifest.created.slice(0, 10)
const record = await readBacktestRecord(snapshot)
const then = eventsAsOf(record, year)
const chosen = chosenPairs(then, { day: lastDay, year, seed: year, gdp: await gdpOf(snapshot, null) })

interface Issued {
  readonly target: TargetToIssue
  readonly outcome: TargetOutcome
}

const found = new Map(chosen.map(({ a, b }) => [`${a} ${b}`, [] as Issued[]]))
const log = (text: string): void => console.log(`${new Date().toISOString().slice(11, 19)} ${text}`)

/** Forecasts of a quantity from its last period to 2019, for the chosen pairs. */
function addQuantity(quantity: Quantity, { data, sidesOf }: NamedSeries): void {
  const origin = quantity.period === 'session' ? session : year
  const examples = new PooledExamples(data)
  const features = examples.featuresAt(origin)
  const real = quantity.isLogarithm ? Math.exp : (value: number) => value
  const periodOf = (period: number): string => (quantity.period === 'session' ? sessionText(period) : String(period))
  for (const horizon of horizons) {
    const fit = new PooledLearner(examples, horizon).fitAt(origin)!
    const quantiles = new Float64Array(quantileLevels.length)
    for (let s = 0; s < data.series; s++) {
      const [own, other] = sidesOf(s)
      const list = found.get([own, other].sort().join(' '))
      const at = s * (partCount + gaugeCount)
      if (list === undefined || own === other || Number.isNaN(features[at]!)) continue
      writeForecast(fit, features, at, quantity.range, quantiles)
      const drawn = Array.from(quantiles, real)
      const side = quantity.sides === null ? '' : `-${quantity.sides[own < other ? 0 : 1]}`
      const sides = { own: stateOf(own)!, other: stateOf(other)! }
      const target: TargetToIssue = {
        ...{ id: `${quantity.id}${side}`, horizon, period: periodOf(origin + horizon), unit: quantity.unit, probability: null },
        ...{ median: drawn[medianAt]!, bands: ([80, 95] as const).map((level) => ({ level, ...bandOf(drawn, level) })) },
        baseline: real(features[at]!),
        resolution: quantityResolution(quantity.id, sides, origin + horizon),
      }
      list.push({ target, outcome: quantityOutcome(data, s, origin + horizon, real) })
    }
  }
  log(quantity.id)
}

/** What came, as it was first known; a year of which the record has no figures of any pair stays open. */
function quantityOutcome(data: NamedSeries['data'], s: number, period: number, real: (value: number) => number): TargetOutcome {
  const value = period > data.last ? Number.NaN : data.at(s, period, period)
  if (!Number.isNaN(value)) return { value: Number(real(value).toPrecision(6)) }
  let known = false
  for (let one = 0; one < data.series && !known && period <= data.last; one++) known = !Number.isNaN(data.at(one, period, period))
  return known ? { isVoid: `the record has no figure of the pair for ${period}` } : { waits: `the record has no figures for ${period}` }
}

async function addMoves(): Promise<void> {
  const panel = { ...(await standingPanel(snapshot, firstStanding, year, lastDay)), classes: 6 }
  for (const direction of ['up', 'down'] as const)
    for (const horizon of horizons) {
      const { rates } = backtestMoves(panel, direction, horizon, 1990)!
      for (const { a, b } of chosen) {
        const [one, other] = [stateOf(a)!, stateOf(b)!]
        const now = await standingOfPair(snapshot, one, other, year, lastDay)
        if (now === undefined || now.order === (direction === 'up' ? 5 : 0)) continue
        const last = year + horizon
        const later = await standingOfPair(snapshot, one, other, last, `${last}-12-31`)
        found.get(`${a} ${b}`)!.push({
          target: {
            ...{ id: `standing-${direction}`, horizon, period: String(last), unit: 'probability', median: null, bands: [] },
            ...{ probability: rates.rates[now.order]![tenureOf(year - now.since)]!, baseline: rates.base },
            resolution: moveResolution(direction, { own: one, other }, now.class, last),
          },
          outcome:
            later === undefined
              ? { isVoid: `the record does not place the pair in ${last}` }
              : { value: Number(direction === 'up' ? later.order > now.order : later.order < now.order) },
        })
      }
    }
  log('moves of standing')
}

function addEvents(): void {
  const cached = values.models !== undefined && existsSync(values.models)
  const models = cached ? (JSON.parse(readFileSync(values.models!, 'utf8')) as EventModels) : backtestAll(then).models
  if (values.models !== undefined && !cached) writeFileSync(values.models, JSON.stringify(models))
  const inputs = eventInputs(then, models)
  const settling = eventInputs(record, models)
  for (const { a, b } of chosen)
    for (const event of eventTargets(inputs, a, b).targets) {
      if (!horizons.includes(event.horizon)) continue
      const target = targetOfEvent(event)
      found.get(`${a} ${b}`)!.push({ target, outcome: eventOutcome(settling, target.resolution.rule) })
    }
  log('events')
}

await addMoves()
const editions = await pointEditions(snapshot, lastSession, values.points)
const series: Record<string, NamedSeries> = {
  ...(await distances(snapshot, lastSession, editions)),
  ...(await agreements(snapshot, lastSession)),
  ...(await places(snapshot, lastSession)),
  ...(await goodsSeriesFrom(values.from, snapshot)),
}
for (const quantity of quantities) addQuantity(quantity, series[quantity.id]!)
addEvents()

const tables = { sanctions: lastDay, blocs: lastDay }
const pairs: IssuedPair[] = []
const entries: IssuedEntry[] = []
const scores: IssuedScore[] = []
for (const pair of chosen) {
  const own = found.get(`${pair.a} ${pair.b}`)!
  const issuedPair = await pairOf(pair, own)
  pairs.push(issuedPair)
  for (const { target, outcome } of own) {
    const entry = issuedEntry(issued, pair, target)
    entries.push(entry)
    if (!('waits' in outcome)) scores.push(issuedScore(entry, withoutNote(outcome), { settled: issued, snapshot: snapshot.manifest.id }))
    // the rule that is rebuilt from row and header must be the one by which it was settled
    const rebuilt = entryToSettle(entry, { tables, pairs: [issuedPair] }).resolution.rule
    if (rebuilt !== '' && rebuilt !== target.resolution.rule) throw new Error(`${entry.id}: ${rebuilt} is not ${target.resolution.rule}`)
  }
}
writeLedger(
  {
    ...{ name, year, issued, madeAfterwards: true, version: packageVersion(), snapshot: snapshot.manifest.id, seed: year, horizons },
    ...{ tables, pairs },
  },
  entries,
)
appendScores(name, scores)
snapshot.close()
await writeLedgerPage()
log(`${entries.length} forecasts of ${pairs.length} pairs, ${scores.length} settled by the record of ${today}`)

async function pairOf({ a, b, reason }: ChosenPair, own: readonly Issued[]): Promise<IssuedPair> {
  const states = [a, b].map((iso3) => stateOf(iso3)!) as [State, State]
  const standing = (await standingOfPair(snapshot, ...states, year, lastDay))?.order ?? null
  return { a, b, reason, standing, blocs: blocsOfLeaving(own.map(({ target }) => target)) }
}

/** Which edition settled it is said once, on the page. */
function withoutNote<Outcome extends object>(outcome: Outcome): Outcome {
  return { ...outcome, note: undefined }
}
