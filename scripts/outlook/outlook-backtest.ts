import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { firstOrigin, firstStanding, lastWhole } from '../../src/assessments/outlook/backtest-series.ts'
import { standingPanel } from '../../src/assessments/outlook/standing-series.ts'
import { VisavisError } from '../../src/errors.ts'
import { moveRows, quantityRows } from '../../src/outlook/backtest/backtest-rows.ts'
import { backtestMoves, type MoveBacktest } from '../../src/outlook/backtest/move-rates.ts'
import { backtestQuantity, type QuantityBacktest } from '../../src/outlook/backtest/quantity-backtest.ts'
import { PooledExamples, PooledLearner } from '../../src/outlook/pooled/pooled-fit.ts'
import { gaugeCount, partCount } from '../../src/outlook/pooled/series-features.ts'
import type { OutlookFits } from '../../src/outlook/targets/outlook-fits.ts'
import { outlookHorizons, type Quantity, quantities } from '../../src/outlook/targets/quantities.ts'
import { backtestCsv } from '../../src/reports/outlook/backtest-text.ts'
import { bundledRecord, openSnapshot } from '../../src/store/index.ts'
import { packageFile } from '../../src/store/package-files.ts'
import { type BacktestResults, backtestPage } from '../docs/outlook-backtest-page.ts'
import { type PastForecast, pastForecasts, pastForecastsPage } from '../docs/outlook-past-page.ts'
import { writePlaces } from './outlook-places.ts'
import { agreements, distances, goodsSeriesFrom, type NamedSeries, places, pointEditions } from './outlook-series.ts'

/**
 * `npx tsx scripts/outlook/outlook-backtest.ts --from FOLDER`: forecasts every pair from every year since 1990 and scores the forecasts. FOLDER holds
 * cow-trade/cow_trade_ndy_v4.csv.gz, for goods trade before the record; `--points FILE` keeps the estimates of ideal points for the next run, `--parts FOLDER` the results of each part. Writes data/outlook and the pages of docs/outlook.
 */
const { values } = parseArgs({
  options: { from: { type: 'string' }, points: { type: 'string' }, parts: { type: 'string' }, part: { type: 'string' } },
})
if (values.from === undefined)
  throw new VisavisError('Usage', 'where are the raw data?', { hint: 'npx tsx scripts/outlook/outlook-backtest.ts --from FOLDER' })

const snapshot = await openSnapshot(bundledRecord())
const { session: lastSession, year: lastYear } = lastWhole(snapshot.manifest)
const began = Date.now()
const log = (text: string): void => console.log(`${Math.round((Date.now() - began) / 1000)} s: ${text}`)

const found = new Map<string, QuantityBacktest[]>()
const covered = new Map<string, number>()
const past: PastForecast[] = []

function roll(id: string, { data, pairOf, sidesOf }: NamedSeries, quantity: Quantity): void {
  const examples = new PooledExamples(data)
  const own: QuantityBacktest[] = []
  for (const horizon of outlookHorizons) {
    const learner = new PooledLearner(examples, horizon)
    const one = backtestQuantity(learner, { from: firstOrigin[quantity.period], range: quantity.range, pairOf })
    if (one === undefined) continue
    own.push(one)
    if (id === quantity.id) past.push(...pastForecasts(learner, quantity, sidesOf))
    log(
      `${id}, ${horizon} ahead: ${one.all.n} forecasts, 80 % band holds ${(100 * one.all.cover80).toFixed(1)} %, skill ${one.skill?.value.toFixed(3)}`,
    )
  }
  found.set(id, own)
  const features = examples.featuresAt(data.last)
  let usable = 0
  for (let s = 0; s < data.series; s++) if (!Number.isNaN(features[s * (partCount + gaugeCount)]!)) usable++
  covered.set(id, usable)
}

const byId = new Map(quantities.map((one) => [one.id as string, one]))
/** Parts of the work, each in a process of its own. */
const parts: Readonly<Record<string, () => Promise<void>>> = {
  points: async () => {
    const editions = await pointEditions(snapshot, lastSession, values.points)
    log('ideal points from the votes up to each session')
    rollAll(await distances(snapshot, lastSession, editions))
  },
  agreement: async () => rollAll(await agreements(snapshot, lastSession)),
  places: async () => rollAll(await places(snapshot, lastSession)),
  standing: async () => {
    const panel = { ...(await standingPanel(snapshot, firstStanding, lastYear, `${lastYear}-12-31`)), classes: 6 }
    for (const direction of ['up', 'down'] as const)
      moves.set(
        `standing-${direction}`,
        outlookHorizons.flatMap((horizon) => backtestMoves(panel, direction, horizon, firstOrigin.year) ?? []),
      )
    log('moves of standing')
  },
  goods: async () => rollAll(await goodsSeriesFrom(values.from!, snapshot)),
}
const moves = new Map<'standing-up' | 'standing-down', MoveBacktest[]>()

function rollAll(all: Readonly<Record<string, NamedSeries>>): void {
  for (const [id, series] of Object.entries(all)) roll(id, series, byId.get(id.replace(/-smoothed$/, ''))!)
}

interface PartResult {
  readonly found: [string, QuantityBacktest[]][]
  readonly covered: [string, number][]
  readonly past: PastForecast[]
  readonly moves: ['standing-up' | 'standing-down', MoveBacktest[]][]
}

/** Results of the parts; one that is there already is not made anew. */
const folder = values.parts ?? mkdtempSync(join(tmpdir(), 'visavis-outlook-'))
mkdirSync(folder, { recursive: true })
const resultOf = (part: string): string => join(folder, `${part}.json`)

if (values.part !== undefined) {
  await parts[values.part]!()
  const result: PartResult = { found: [...found], covered: [...covered], past, moves: [...moves] }
  writeFileSync(resultOf(values.part), JSON.stringify(result))
  process.exit(0)
}

/** Runs a part in a process of its own. */
async function runPart(part: string): Promise<void> {
  const given = ['--from', values.from!, '--parts', folder, '--part', part]
  const points = values.points === undefined ? [] : ['--points', values.points]
  const child = spawn(process.execPath, [...process.execArgv, process.argv[1]!, ...given, ...points], { stdio: 'inherit' })
  const [code] = (await once(child, 'exit')) as [number]
  if (code !== 0) throw new Error(`${part} ended with ${code}`)
}

await Promise.all(
  Object.keys(parts)
    .filter((part) => !existsSync(resultOf(part)))
    .map(runPart),
)
for (const part of Object.keys(parts)) {
  const result = JSON.parse(readFileSync(resultOf(part), 'utf8')) as PartResult
  for (const [id, one] of result.found) found.set(id, one)
  for (const [id, one] of result.covered) covered.set(id, one)
  for (const [id, one] of result.moves) moves.set(id, one)
  past.push(...result.past)
}
if (values.parts === undefined) rmSync(folder, { recursive: true })

await writePlaces(snapshot, lastSession)
const results: BacktestResults = { snapshot: snapshot.manifest.id, quantities: found, moves }
snapshot.close()
const to = packageFile('data/outlook')
mkdirSync(to, { recursive: true })
writeFileSync(`${to}/fits.json`, `${JSON.stringify(fitsOf(results))}\n`)
writeFileSync(`${to}/backtest.csv`, csvOf(results))
writeFileSync(packageFile('docs/outlook/backtest.md'), backtestPage(results, covered))
writeFileSync(packageFile('docs/outlook/from-2019.md'), pastForecastsPage(past))
log('done')

function fitsOf({ quantities: all, moves: ofStanding }: BacktestResults): OutlookFits {
  return {
    schemaVersion: 1,
    snapshot: results.snapshot,
    quantities: Object.fromEntries(
      [...all]
        .filter(([id]) => byId.has(id))
        .map(([id, horizons]) => [
          id,
          {
            covered: covered.get(id)!,
            horizons: horizons.map(({ horizon, fit, skill, all: { n }, origins }) => ({
              horizon,
              fit,
              skill: shortSkill(skill),
              forecasts: n,
              origins: origins.length,
            })),
          },
        ]),
    ),
    moves: Object.fromEntries(
      [...ofStanding].map(([id, horizons]) => [
        id,
        horizons.map(({ horizon, rates, skill, all: { n }, origins }) => ({
          horizon,
          rates,
          skill: shortSkill(skill),
          forecasts: n,
          origins: origins.length,
        })),
      ]),
    ) as unknown as OutlookFits['moves'],
  }
}

function shortSkill(skill: QuantityBacktest['skill']): QuantityBacktest['skill'] {
  if (skill === null) return null
  const short = (value: number): number => Number(value.toFixed(4))
  return { value: short(skill.value), low90: short(skill.low90), high90: short(skill.high90) }
}

function csvOf({ quantities: all, moves: ofStanding }: BacktestResults): string {
  const rows = [
    ...[...all].flatMap(([id, horizons]) => horizons.flatMap((one) => quantityRows(id, one))),
    ...[...ofStanding].flatMap(([id, horizons]) => horizons.flatMap((one) => moveRows(id, one))),
  ]
  return backtestCsv({ rows })
}
