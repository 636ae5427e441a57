import { type IdealPointPosterior, idealPointPosterior } from '../src/measures/ideal-point-posterior/ideal-point-posterior.ts'
import type { PriorName } from '../src/measures/ideal-points/ideal-point-prior.ts'
import { makeSample } from '../src/measures/ideal-points/ideal-point-sample.ts'
import { type IdealPoints, idealPoints } from '../src/measures/ideal-points/ideal-points.ts'
import { normalQuantile } from '../src/numeric/normal.ts'
import { quantile } from '../src/numeric/quantile.ts'
import { type Simulation, simulateVotes } from '../test/measures/simulated-votes.ts'

const levels = [0.5, 0.8, 0.9, 0.95]
const simulations = 8
const design = { states: 60, sessions: 8, rollCalls: 60 }
const poles = { high: 'S0', low: 'S1' }

/** Errors of one kind of figure under one method. */
interface Errors {
  readonly errors: number[]
  readonly sds: number[]
  /** By level: whether each interval held the truth. */
  readonly held: boolean[][]
}

type Method = 'variational' | 'sampled'

/** What comes back of positions that votes were simulated from, and how often intervals hold the truth. */
async function recovery(prior: PriorName): Promise<void> {
  const found = new Map<string, Errors>()
  for (let seed = 1; seed <= simulations; seed++) {
    const simulation = simulateVotes({ ...design, seed })
    const fit = await idealPoints(makeSample(simulation.states, simulation.ballots), { prior, poles, threads: 1 })
    const posterior = await idealPointPosterior(fit, { seed, draws: 300 })
    for (const of of ['positions', 'distances'] as const) {
      for (const method of ['variational', 'sampled'] as const) {
        const key = `${of}, ${method}`
        if (!found.has(key)) found.set(key, { errors: [], sds: [], held: levels.map(() => []) })
        judge(found.get(key)!, { simulation, fit, posterior, method, pairs: of === 'distances' })
      }
    }
  }
  console.log(`  prior: ${prior}`)
  for (const [key, errors] of found) console.log(`    ${key.padEnd(24)} ${figures(errors)}`)
}

interface Case {
  readonly simulation: Simulation
  readonly fit: IdealPoints
  readonly posterior: IdealPointPosterior
  readonly method: Method
  /** Whether the figure is the difference between a cell and the next of its session. */
  readonly pairs: boolean
}

function judge(into: Errors, { simulation, fit, posterior, method, pairs }: Case): void {
  const { cellState, cellSession, states } = fit.sample
  const truth = (cell: number): number => simulation.position(states[cellState[cell]!]!, cellSession[cell]!)
  for (let cell = 0; cell < cellState.length; cell++) {
    const other = pairs ? cell + 1 : -1
    if (pairs && cellSession[other] !== cellSession[cell]) continue
    const right = truth(cell) - (pairs ? truth(other) : 0)
    const others = pairs ? posterior.drawsOf(other) : undefined
    const draws = posterior.drawsOf(cell).map((value, i) => value - (others?.[i] ?? 0))
    const varied = method === 'variational'
    const mean = varied ? fit.theta[cell]! - (pairs ? fit.theta[other]! : 0) : average(draws)
    const sd = varied ? Math.hypot(fit.sd[cell]!, pairs ? fit.sd[other]! : 0) : Math.sqrt(average(draws.map((x) => (x - mean) ** 2)))
    into.errors.push(mean - right)
    into.sds.push(sd)
    levels.forEach((level, i) => {
      const tail = (1 - level) / 2
      const [low, high] = varied
        ? [mean + normalQuantile(tail) * sd, mean - normalQuantile(tail) * sd]
        : [quantile(draws, tail), quantile(draws, 1 - tail)]
      into.held[i]!.push(right >= low && right <= high)
    })
  }
}

function figures({ errors, sds, held }: Errors): string {
  const percent = held.map((list) => `${((100 * list.filter(Boolean).length) / list.length).toFixed(1).padStart(5)} %`)
  const rmse = Math.sqrt(average(errors.map((e) => e * e)))
  return `bias ${average(errors).toFixed(4).padStart(7)}  rmse ${rmse.toFixed(3)}  mean sd ${average(sds).toFixed(3)}  held ${percent.join(' ')}`
}

function average(values: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i]!
  return sum / values.length
}

/** Ten million simulated votes: time, memory, and how near the truth. */
async function tenMillion(): Promise<void> {
  const simulation = simulateVotes({ states: 190, sessions: 75, rollCalls: 780, linked: 0.1, step: 0.1, seed: 9 })
  const began = process.cpuUsage()
  const sample = makeSample(simulation.states, simulation.ballots)
  const ordered = process.cpuUsage(began)
  const fit = await idealPoints(sample, { poles })
  const done = process.cpuUsage(began)
  const errors = Array.from(
    fit.theta,
    (x, cell) => x - simulation.position(sample.states[sample.cellState[cell]!]!, sample.cellSession[cell]!),
  )
  const seconds = ({ user, system }: NodeJS.CpuUsage): string => ((user + system) / 1e6).toFixed(1)
  console.log(
    `  ${sample.itemCell.length.toLocaleString('en-US')} votes: put in order in ${seconds(ordered)} s of processor time, with the fit (${fit.trace.length} steps) ${seconds(done)} s;` +
      ` rmse ${Math.sqrt(average(errors.map((e) => e * e))).toFixed(3)}; memory at most ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
  )
}

if (process.argv.includes('--ten-million')) await tenMillion()
else {
  console.log(
    `ideal points, ${simulations} simulations of ${design.states} states in ${design.sessions} sessions with ${design.rollCalls} roll calls each; intervals of ${levels.map((l) => `${100 * l} %`).join(', ')}`,
  )
  for (const prior of ['bailey-strezhnev-voeten', 'random walk'] as const) await recovery(prior)
}
