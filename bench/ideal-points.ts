import { fileURLToPath } from 'node:url'
import { type IdealPointPosterior, idealPointPosterior } from '../src/measures/ideal-point-posterior/ideal-point-posterior.ts'
import { type IdealPoints, idealPoints } from '../src/measures/ideal-points/ideal-points.ts'
import { cowPoles, havePublishedPoints, type Likeness, likeness, publishedSample } from '../test/reference/published-ideal-points.ts'

/**
 * Times ideal points on the sample of the published April 2020 estimates, and says how near they come. The R packages emIRT and MCMCpack and the authors' sampler are
 * not run: their figures stand as they were recorded on a machine of the same kind (two cores, R 4.5.0, November 2026).
 */
export async function run(): Promise<void> {
  if (!havePublishedPoints) return console.log('ideal points: the published sample (../shared/reference) is not at hand')
  const sample = publishedSample()
  console.log(
    `ideal points: ${sample.itemCell.length.toLocaleString('en-US')} votes, ${sample.cellState.length.toLocaleString('en-US')} state-sessions`,
  )
  let fit: IdealPoints | undefined
  for (const threads of [1, 2]) {
    const timed = await measured(() => idealPoints(sample, { poles: cowPoles, threads }))
    fit = timed.result
    show(
      `all sessions, ${threads} thread${threads > 1 ? 's' : ''}`,
      timed,
      `${fit.trace.length} steps; ${near(likeness(sample, [...fit.theta], [...fit.sd]))}`,
    )
  }
  const timed = await measured(() => idealPointPosterior(fit!, { threads: 2 }))
  const { mean, sd } = timed.result
  show('full posterior, 2 threads', timed, `${worth(timed.result)}; ${near(likeness(sample, [...mean], [...sd]))}`)
  console.log(`  memory at most ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`)
  for (const line of recorded) console.log(`  recorded: ${line}`)
}

const recorded = [
  'emIRT 0.0.14 dynIRT (yes or not, no items shared)   5.46 s on 1 thread, 3.44 s on 2, 159 MB; r 0.938 to 0.949, within sessions 0.977, sd about 0.5 of published',
  'MCMCpack 1.7-1 MCMCdynamicIRT1d                     3.8 s an iteration by extrapolation, 20,000 iterations 21 h',
  'the authors’ sampler in R                           0.87 s an iteration, 24,000 iterations 5.4 h, 1.25 GB; 800 iterations r 0.993',
]

interface Timed<T> {
  readonly result: T
  readonly wall: number
  readonly processor: number
}

/** Wall and processor seconds of a piece of work; the latter is what counts on a machine that does other things too. */
async function measured<T>(work: () => Promise<T>): Promise<Timed<T>> {
  const [start, used] = [performance.now(), process.cpuUsage()]
  const result = await work()
  const { user, system } = process.cpuUsage(used)
  return { result, wall: (performance.now() - start) / 1000, processor: (user + system) / 1e6 }
}

function show(what: string, { wall, processor }: Timed<unknown>, note: string): void {
  console.log(`  ${what.padEnd(28)} ${wall.toFixed(2).padStart(7)} s, processor ${processor.toFixed(2).padStart(7)} s   ${note}`)
}

function near({ overall, late, within, sdRatio, sdCorrelation }: Likeness): string {
  return `r ${overall.toFixed(4)}, from session 12 on ${late.toFixed(4)}, within sessions ${within.toFixed(4)}; sd ${sdRatio.toFixed(3)} of published, r ${sdCorrelation.toFixed(3)}`
}

function worth({ chains, draws, effective, rhat }: IdealPointPosterior): string {
  const sorted = effective.toSorted()
  return `${chains} x ${draws} draws, worth ${sorted[Math.floor(sorted.length / 20)]!.toFixed(0)} or more for 95 %; R-hat under ${rhat.toSorted()[Math.floor(0.99 * rhat.length)]!.toFixed(3)} for 99 %`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await run()
