import { beforeAll, describe, expect, test } from 'vitest'
import { type IdealPointPosterior, idealPointPosterior } from '../../../src/measures/ideal-point-posterior/ideal-point-posterior.ts'
import { type Group, groupsOf, tiedWidth } from '../../../src/measures/ideal-point-posterior/ideal-point-posterior-cell-groups.ts'
import { makeSample } from '../../../src/measures/ideal-points/ideal-point-sample.ts'
import { type IdealPoints, idealPoints } from '../../../src/measures/ideal-points/ideal-points.ts'
import { simulateVotes } from '../simulated-votes.ts'

const poles = { high: 'S0', low: 'S1' }
const simulation = simulateVotes({ states: 24, sessions: 4, rollCalls: 40, seed: 6 })
const sample = makeSample(simulation.states, simulation.ballots)
const cells = [...sample.cellState.keys()]
const truth = cells.map((cell) => simulation.position(sample.states[sample.cellState[cell]!]!, sample.cellSession[cell]!))

let fit: IdealPoints
let posterior: IdealPointPosterior
beforeAll(async () => {
  fit = await idealPoints(sample, { poles, threads: 1 })
  posterior = await idealPointPosterior(fit, { threads: 1, draws: 250 })
})

const share = (hits: boolean[]): number => hits.filter(Boolean).length / hits.length

describe('the posterior of simulated votes', () => {
  test('90 % intervals hold about 90 % of the true positions, and of the distances in a session', () => {
    const [low, high] = [posterior.quantile(0.05), posterior.quantile(0.95)]
    const held = share(truth.map((x, cell) => x >= low[cell]! && x <= high[cell]!))
    expect(held).toBeGreaterThan(0.82)
    expect(held).toBeLessThan(0.98)
    const pairs = cells.filter((cell) => sample.cellSession[cell] === sample.cellSession[cell + 1])
    const distances = share(
      pairs.map((cell) => {
        const other = posterior.drawsOf(cell + 1)
        const draws = posterior
          .drawsOf(cell)
          .map((x, i) => x - other[i]!)
          .sort()
        const right = truth[cell]! - truth[cell + 1]!
        return right >= draws[Math.round(0.05 * draws.length)]! && right <= draws[Math.round(0.95 * draws.length)]!
      }),
    )
    expect(distances).toBeGreaterThan(0.82)
    expect(distances).toBeLessThan(0.98)
  })

  test('has the mean and the width of the approximation, nearly', () => {
    expect(Math.max(...cells.map((cell) => Math.abs(posterior.mean[cell]! - fit.theta[cell]!) / posterior.sd[cell]!))).toBeLessThan(1)
    const ratios = cells.map((cell) => posterior.sd[cell]! / fit.sd[cell]!).sort()
    expect(ratios[Math.round(ratios.length / 2)]!).toBeGreaterThan(0.9)
    expect(ratios[Math.round(ratios.length / 2)]!).toBeLessThan(1.25)
  })

  test('its chains agree, and most draws are worth a fifth of an independent one or more', () => {
    expect(Math.max(...posterior.rhat)).toBeLessThan(1.1)
    const effective = [...posterior.effective].sort((a, b) => a - b)
    expect(effective[Math.floor(effective.length / 20)]!).toBeGreaterThan(0.2 * posterior.chains * posterior.draws)
  })

  test('every draw has mean 0, variance 1 and the poles the right way round', () => {
    const draws = cells.map((cell) => posterior.drawsOf(cell))
    for (let draw = 0; draw < posterior.chains * posterior.draws; draw++) {
      const x = draws.map((list) => list[draw]!)
      expect(x.reduce((sum, value) => sum + value, 0) / x.length).toBeCloseTo(0, 5)
      expect(x.reduce((sum, value) => sum + value * value, 0) / x.length).toBeCloseTo(1, 5)
      const mean = (state: number): number => x.reduce((sum, value, cell) => sum + (sample.cellState[cell] === state ? value : 0), 0)
      expect(mean(0)).toBeGreaterThanOrEqual(mean(1))
    }
  })

  test('the trace has every sweep, and after the warm-up no trend', () => {
    for (const trace of posterior.trace) {
      expect(trace.length).toBe(80 + 2 * posterior.draws)
      const part = (from: number, to: number): number => trace.slice(from, to).reduce((sum, x) => sum + x, 0) / (to - from)
      const [first, last] = [part(80, 330), part(330, 580)]
      // The log density of some 500 parameters has a standard deviation of about the root of half their number.
      expect(Math.abs(first - last)).toBeLessThan(10)
    }
  })
})

describe('the same draws, bit for bit', () => {
  const few = { draws: 10, warmup: 10, chains: 3 }

  test('on one, two and three threads, and again', async () => {
    const runs = await Promise.all([1, 2, 3, 1].map((threads) => idealPointPosterior(fit, { ...few, threads })))
    for (const run of runs.slice(1)) {
      expect([run.mean, run.sd, run.trace]).toEqual([runs[0]!.mean, runs[0]!.sd, runs[0]!.trace])
      expect(run.drawsOf(5)).toEqual(runs[0]!.drawsOf(5))
    }
  })

  test('not with another seed, and not in another chain', async () => {
    const [one, other] = await Promise.all([1, 2].map((seed) => idealPointPosterior(fit, { ...few, seed, threads: 1 })))
    expect(other!.mean).not.toEqual(one!.mean)
    expect(one!.drawsOf(0).slice(0, 10)).not.toEqual(one!.drawsOf(0).slice(10, 20))
  })
})

test.each(['random walk', 'static'] as const)('the other priors have a posterior too: %s', async (prior) => {
  const other = await idealPoints(sample, { poles, prior, threads: 1 })
  const { mean, sd } = await idealPointPosterior(other, { draws: 120, threads: 1 })
  expect(Math.max(...cells.map((cell) => Math.abs(mean[cell]! - other.theta[cell]!) / sd[cell]!))).toBeLessThan(1.2)
})

test('a state that votes once has a wide posterior, not a broken one', async () => {
  const divided = simulation.ballots.findIndex(({ votes }) => votes.includes('1') && votes.includes('3'))
  const ballots = simulation.ballots.map((b, i) => ({ ...b, votes: `${b.votes}${i === divided ? '1' : '.'}` }))
  const with_ = makeSample([...simulation.states, 'ONCE'], ballots)
  const { sd, mean } = await idealPointPosterior(await idealPoints(with_, { poles, threads: 1 }), { threads: 1, draws: 120 })
  const cell = with_.cellState.indexOf(simulation.states.length)
  expect(sd[cell]!).toBeGreaterThan(0.5)
  expect(sd[cell]!).toBeLessThan(2)
  expect([...mean, ...sd].every(Number.isFinite)).toBe(true)
})

test.each([{ draws: 3 }, { every: 0 }, { warmup: -1 }, { chains: 0 }, { seed: 0.5 }, { draws: Number.NaN }])(
  '%o is refused',
  async (options) => {
    await expect(idealPointPosterior(fit, options)).rejects.toMatchObject({ code: 'Usage' })
  },
)

describe('groups that move together', () => {
  const { sessions, sides } = groupsOf(sample)

  test('each session once, and the smaller side of each place between two that is not a session by itself', () => {
    expect(sessions.map(({ from, to }) => sample.cellSession.slice(from, to).every((s, _, all) => s === all[0]))).toEqual([
      true,
      true,
      true,
      true,
    ])
    expect(sides.map(({ from, to }) => [sample.cellSession[from], sample.cellSession[to - 1]])).toEqual([[1, 2]])
  })

  test('votes in a group are on its own items or tied, each once', () => {
    for (const group of [...sessions, ...sides]) expect(votesIn(group)).toBe(votesBetween(group.from, group.to))
  })

  function votesIn({ own, tied }: Group): number {
    return own.reduce((sum, item) => sum + sample.itemStart[3 * item + 3]! - sample.itemStart[3 * item]!, 0) + tied.length / tiedWidth
  }

  function votesBetween(from: number, to: number): number {
    return sample.cellStart[3 * to]! - sample.cellStart[3 * from]!
  }
})
