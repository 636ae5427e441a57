import type { Ballot } from '../../src/measures/ideal-points/ideal-point-sample.ts'
import { normalCdf } from '../../src/numeric/normal.ts'
import { randomStream } from '../../src/numeric/random.ts'
import { normalDraws, uniform } from '../../src/numeric/random-normal.ts'

export interface SimulationOptions {
  readonly states: number
  readonly sessions: number
  /** Roll calls per session. */
  readonly rollCalls: number
  /** Share of roll calls, from the second session on, on a text of the previous session. */
  readonly linked?: number
  /** Standard deviation of a state's step between sessions. */
  readonly step?: number
  readonly absent?: number
  readonly seed?: number
}

/** Votes simulated from the model of `idealPoints`, and the true positions. */
export interface Simulation {
  readonly states: string[]
  readonly ballots: Ballot[]
  /** By state, then session from 1; mean 0 and variance 1 overall. */
  position(state: string, session: number): number
}

/**
 * Simulates votes. Positions start as N(0, 1) and follow a random walk; slopes are N(0, 1). The first cut point is
 * N(0.4, 1), so that yes is the more frequent vote; the second is higher by an exponential with mean 0.4. State S0
 * starts highest and S1 lowest, as poles.
 */
export function simulateVotes(options: SimulationOptions): Simulation {
  const { states, sessions, rollCalls, linked = 0.2, step = 0.25, absent = 0.1, seed = 1 } = options
  const stream = randomStream(seed, 'simulated votes')
  const normal = normalDraws(stream)
  const truth = walks(states, sessions, step, normal)
  const ballots: Ballot[] = []
  let before: Text[] = []
  for (let session = 1; session <= sessions; session++) {
    const texts = Array.from({ length: rollCalls }, (_, i): Text => {
      const again = before[i]
      if (again !== undefined && uniform(stream) < linked) return again
      const cut1 = 0.4 + normal()
      return { item: `${session}/${i}`, slope: normal(), cut1, cut2: cut1 - 0.4 * Math.log(uniform(stream)) }
    })
    for (const text of texts) {
      const votes = Array.from({ length: states }, (_, s) =>
        uniform(stream) < absent ? '.' : vote(text, truth[s * sessions + session - 1]!, uniform(stream)),
      )
      ballots.push({ item: text.item, session, votes: votes.join('') })
    }
    before = texts
  }
  return {
    states: Array.from({ length: states }, (_, s) => `S${s}`),
    ballots,
    position: (state, session) => truth[Number(state.slice(1)) * sessions + session - 1]!,
  }
}

interface Text {
  readonly item: string
  readonly slope: number
  readonly cut1: number
  readonly cut2: number
}

function vote({ slope, cut1, cut2 }: Text, x: number, chance: number): string {
  if (chance < normalCdf(cut1 - slope * x)) return '1'
  return chance < normalCdf(cut2 - slope * x) ? '2' : '3'
}

function walks(states: number, sessions: number, step: number, normal: () => number): Float64Array {
  const starts = Float64Array.from({ length: states }, normal).sort()
  const order = [states - 1, ...starts.keys()].slice(0, states)
  const truth = Float64Array.from({ length: states * sessions })
  for (let s = 0; s < states; s++) {
    let x = starts[order[s]!]!
    for (let t = 0; t < sessions; t++) {
      truth[s * sessions + t] = x
      x += step * normal()
    }
  }
  const mean = truth.reduce((sum, x) => sum + x, 0) / truth.length
  const spread = Math.sqrt(truth.reduce((sum, x) => sum + (x - mean) ** 2, 0) / truth.length)
  return truth.map((x) => (x - mean) / spread)
}
