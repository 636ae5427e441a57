import { describe, expect, test } from 'vitest'
import { type CoalitionGame, coalitionGame } from '../../../src/scenarios/coalitions/coalition-game.ts'
import { type CoalitionJob, jobSolver } from '../../../src/scenarios/coalitions/coalition-job.ts'
import { solveCoalitions } from '../../../src/scenarios/coalitions/coalition-workers.ts'
import { coalitionsNeeded } from '../../../src/scenarios/coalitions/shapley.ts'
import { baseNamed } from '../../../src/scenarios/data/bases.ts'

const { economies } = baseNamed('baci-2023')
const at = (code: string): number => economies.indexOf(code)

/** Russia's partners, with a cut that the model can or cannot bear. */
function job(codes: readonly string[], factor = Number.POSITIVE_INFINITY): CoalitionJob {
  const threat = {
    target: [at('RUS')],
    candidates: codes.map((name) => ({ name, party: [at(name)] })),
    cut: { factor, sectors: [0], direction: 'both' as const },
  }
  return { base: 'baci-2023', elasticities: Float64Array.of(4), threat }
}

const gameOf = (one: CoalitionJob): CoalitionGame =>
  coalitionGame(
    one.threat.candidates.map(({ name }) => name),
    jobSolver(one),
  )

describe('coalitions on several threads', () => {
  const one = job(['USA', 'CHN', 'DEU', 'TUR'])
  const needed = coalitionsNeeded(4)

  test('have the same outcomes as on one, bit for bit, and report progress', async () => {
    const [single, double] = [gameOf(one), gameOf(one)]
    const counted: number[] = []
    await solveCoalitions(single, one, needed, { threads: 1 })
    await solveCoalitions(double, one, needed, { threads: 2, onDone: (done) => counted.push(done) })
    expect(counted).toEqual(needed.map((_, k) => k + 1))
    expect(double.solved()).toBe(16)
    for (const coalition of needed) expect(double.outcome(coalition)).toEqual(single.outcome(coalition))
  })

  test('end with the error of a coalition that has no solution', async () => {
    const everybody = job(economies.filter((code) => code !== 'RUS'))
    const all = (1n << BigInt(economies.length - 1)) - 1n
    await expect(solveCoalitions(gameOf(everybody), everybody, [all], { threads: 2 })).rejects.toThrow(
      /the model has no solution for the coalition of/,
    )
  })

  test('stop when they are interrupted', async () => {
    const controller = new AbortController()
    const stopped = solveCoalitions(gameOf(one), one, needed, { threads: 2, signal: controller.signal, onDone: () => controller.abort() })
    await expect(stopped).rejects.toThrow(/abort/i)
  })
})
