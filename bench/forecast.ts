import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { arimaForecast } from '../src/outlook/models/arima.ts'
import { etsForecast } from '../src/outlook/models/ets.ts'
import type { PointForecast } from '../src/outlook/models/point-forecast.ts'
import { haveM3, type M3Series, readM3 } from '../test/reference/m3-yearly.ts'

interface Timed {
  /** Processor time in seconds: on a busy machine the clock on the wall measures the others. */
  readonly seconds: number
  /** Sum of |forecast| over all series and six years, to compare. */
  readonly total: number
}

/** Times exponential smoothing and ARIMA of the 645 yearly series of the M3 competition against R's package forecast: same series, same run, one thread. */
export async function run(): Promise<void> {
  if (!haveM3) return console.log('forecast: the M3 yearly series are not at hand (../shared)')
  const all = readM3()
  console.log(`forecast: ${all.length} yearly series, six years ahead; processor time, one thread`)
  const r = timeR(all)
  for (const [name, model] of [
    ['ets', etsForecast],
    ['arima', arimaForecast],
  ] as const) {
    const ours = timed(all, model)
    console.log(`  ${name}: ${ours.seconds.toFixed(2)} s, ${((1000 * ours.seconds) / all.length).toFixed(1)} ms a series`)
    const theirs = r?.[name]
    if (theirs === undefined) console.log('    R with the package forecast: not at hand')
    else
      console.log(
        `    R's forecast: ${theirs.seconds.toFixed(2)} s, ${(theirs.seconds / ours.seconds).toFixed(1)} times ours; sums of forecasts differ by ${Math.abs(ours.total / theirs.total - 1).toExponential(1)}`,
      )
  }
}

function timed(all: readonly M3Series[], model: (y: Float64Array, horizon: number) => PointForecast): Timed {
  const start = process.cpuUsage()
  const total = all.reduce((sum, { past }) => sum + model(past, 6).mean.reduce((part, value) => part + Math.abs(value), 0), 0)
  const { user, system } = process.cpuUsage(start)
  return { seconds: (user + system) / 1e6, total }
}

function timeR(all: readonly M3Series[]): Readonly<Record<'ets' | 'arima', Timed>> | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'visavis-bench-forecast-'))
  try {
    const file = join(folder, 'series.csv')
    writeFileSync(file, `${all.map(({ past }) => past.join(',')).join('\n')}\n`)
    const { status, stdout } = spawnSync('Rscript', [fileURLToPath(new URL('forecast.R', import.meta.url)), file], { encoding: 'utf8' })
    if (status !== 0) return undefined
    const [ets, arima] = stdout
      .trim()
      .split('\n')
      .map((line) => line.split(' ').map(Number))
      .map(([seconds, total]) => ({ seconds: seconds!, total: total! }))
    return ets === undefined || arima === undefined ? undefined : { ets, arima }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
