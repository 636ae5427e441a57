import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Ballot, makeSample } from '../../../src/measures/ideal-points/ideal-point-sample.ts'
import { type IdealPointOptions, type IdealPoints, idealPoints } from '../../../src/measures/ideal-points/ideal-points.ts'
import { randomStream } from '../../../src/numeric/random.ts'
import { type Simulation, simulateVotes } from '../simulated-votes.ts'

const poles = { high: 'S0', low: 'S1' }
const design = { states: 30, sessions: 5, rollCalls: 40, seed: 4 }
const simulation = simulateVotes(design)

function estimate({ states, ballots }: Pick<Simulation, 'states' | 'ballots'>, options: IdealPointOptions = {}): Promise<IdealPoints> {
  return idealPoints(makeSample(states, ballots), { poles, threads: 1, ...options })
}

/** Position by state and session. */
function positions({ sample, theta }: IdealPoints): Map<string, number> {
  return new Map(Array.from(theta, (x, cell) => [`${sample.states[sample.cellState[cell]!]} ${sample.cellSession[cell]}`, x]))
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0) / list.length
  const [ma, mb] = [mean(a), mean(b)]
  const across = (f: readonly number[], mf: number, g: readonly number[], mg: number): number =>
    f.reduce((sum, x, i) => sum + (x - mf) * (g[i]! - mg), 0)
  return across(a, ma, b, mb) / Math.sqrt(across(a, ma, a, ma) * across(b, mb, b, mb))
}

describe('votes simulated from known positions', () => {
  test.each(['bailey-strezhnev-voeten', 'random walk'] as const)('give the positions back: %s', async (prior) => {
    const found = await estimate(simulation, { prior })
    expect(found.converged).toBe(true)
    const truth = [...positions(found).keys()].map((key) => simulation.position(key.split(' ')[0]!, Number(key.split(' ')[1])))
    expect(correlation([...found.theta], truth)).toBeGreaterThan(0.96)
    const within = truth.filter((x, i) => Math.abs(x - found.theta[i]!) < 1.645 * found.sd[i]!).length / truth.length
    expect(within).toBeGreaterThan(0.82)
    expect(within).toBeLessThan(0.96)
  })

  test('the scale has mean 0 and variance 1, own uncertainty included', async () => {
    const { theta, sd } = await estimate(simulation, { tolerance: 1e-6 })
    expect(theta.reduce((sum, x) => sum + x, 0) / theta.length).toBeCloseTo(0, 4)
    expect(theta.reduce((sum, x, i) => sum + x * x + sd[i]! ** 2, 0) / theta.length).toBeCloseTo(1, 4)
  })
})

describe('the same answer, bit for bit', () => {
  test('on one, two and three threads', async () => {
    const [one, two, three] = await Promise.all([1, 2, 3].map((threads) => estimate(simulation, { threads })))
    for (const other of [two!, three!]) expect([other.theta, other.sd, other.items]).toEqual([one!.theta, one!.sd, one!.items])
  })

  test('with the roll calls in another order', async () => {
    const stream = randomStream(8, 'shuffle')
    const twice = [...simulation.ballots, { ...simulation.ballots[3]!, votes: simulation.ballots[4]!.votes }]
    const shuffled = twice.map((ballot) => ({ ballot, at: stream.uint32() })).sort((a, b) => a.at - b.at)
    const [inOrder, inOther] = await Promise.all([
      estimate({ states: simulation.states, ballots: twice }),
      estimate({ states: simulation.states, ballots: shuffled.map(({ ballot }) => ballot) }),
    ])
    expect([inOther.sample.items, inOther.theta, inOther.items]).toEqual([inOrder.sample.items, inOrder.theta, inOrder.items])
  })
})

describe('direction', () => {
  test('poles the other way round turn every sign and nothing else', async () => {
    const [one, other] = await Promise.all([estimate(simulation), estimate(simulation, { poles: { high: 'S1', low: 'S0' } })])
    expect(one.theta.some((x, i) => x !== -other.theta[i]!)).toBe(false)
    expect(other.sd).toEqual(one.sd)
  })

  test('yes and no exchanged leave the positions', async () => {
    const exchanged = simulation.ballots.map((b) => ({ ...b, votes: b.votes.replace(/[13]/g, (v) => (v === '1' ? '3' : '1')) }))
    const [one, other] = await Promise.all([
      estimate(simulation, { tolerance: 1e-7 }),
      estimate({ states: simulation.states, ballots: exchanged }, { tolerance: 1e-7 }),
    ])
    one.theta.forEach((x, i) => {
      expect(other.theta[i]!).toBeCloseTo(x, 5)
    })
  })

  test('the high pole is never below the low one, whatever the votes', async () => {
    const ballots = fc.array(fc.stringMatching(/^[123.]{5}$/), { minLength: 3, maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(ballots, async (votes) => {
        const states = ['A', 'B', 'C', 'D', 'E']
        const found = await fitOrError(
          states,
          votes.map((v, i) => ({ item: `r${i}`, session: 1 + (i % 3), votes: v })),
        )
        if (found === undefined) return
        const mean = (state: string): number => {
          const own = [...positions(found)].filter(([key]) => key.startsWith(state))
          return own.reduce((sum, [, x]) => sum + x, 0) / own.length
        }
        expect(mean(found.poles.high)).toBeGreaterThanOrEqual(mean(found.poles.low))
        expect([...found.theta, ...found.sd, ...found.items].every(Number.isFinite)).toBe(true)
        expect(found.sd.every((sd) => sd > 0)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})

/** A fit, or nothing where the votes hold none; any other error fails the test. */
async function fitOrError(states: string[], ballots: Ballot[]): Promise<IdealPoints | undefined> {
  try {
    return await idealPoints(makeSample(states, ballots), { threads: 1 })
  } catch (error) {
    expect(error).toMatchObject({ code: 'BadInput' })
    return undefined
  }
}

describe('what holds little or nothing', () => {
  test('unanimous roll calls, and one state alone', async () => {
    const unanimous = [{ item: 'r1', session: 1, votes: '111' }]
    expect(() => makeSample(['A', 'B', 'C'], unanimous)).toThrow(/no roll call divides the states/)
    expect(() => makeSample(['A'], [{ item: 'r1', session: 1, votes: '1' }])).toThrow(/no roll call divides the states/)
    const changedItsMind = ['1', '3'].map((votes, i) => ({ item: 'r1', session: 1 + i, votes }))
    await expect(idealPoints(makeSample(['A'], changedItsMind))).rejects.toMatchObject({ code: 'BadInput' })
  })

  test('a roll call with too few positions is refused by name', () => {
    expect(() => makeSample(['A', 'B'], [{ item: 'r7', session: 1, votes: '1' }])).toThrow(/"r7" has 1 positions for 2 states/)
  })

  test('a state that votes once gets a wide interval and moves nobody else', async () => {
    const once = simulation.ballots.map((b, i) => ({ ...b, votes: `${b.votes}${i === 0 ? '3' : '.'}` }))
    const [without, with_] = await Promise.all([estimate(simulation), estimate({ states: [...simulation.states, 'ONCE'], ballots: once })])
    const cell = with_.sample.cellState.indexOf(simulation.states.length)
    expect(with_.sd[cell]!).toBeGreaterThan(0.4)
    expect(with_.sd[cell]!).toBeGreaterThan(2 * Math.max(...without.sd))
    const before = positions(without)
    for (const [key, x] of positions(with_)) if (before.has(key)) expect(Math.abs(x - before.get(key)!)).toBeLessThan(0.05)
  })

  test.each([
    ['abstention', /2/g, '.'],
    ['no', /3/g, '2'],
    ['yes', /1/g, '2'],
  ])('%s never used', async (_, pattern, instead) => {
    const ballots = simulation.ballots.map((b) => ({ ...b, votes: b.votes.replace(pattern, instead) }))
    const found = await estimate({ states: simulation.states, ballots })
    expect(found.converged).toBe(true)
    const full = [...(await estimate(simulation)).theta]
    expect(correlation([...found.theta], full)).toBeGreaterThan(0.9)
  })

  test('where no two states ever opposed each other and the poles do not vote, there is no scale', async () => {
    const ballots = simulation.ballots.map((b) => ({ ...b, votes: b.votes.replaceAll('3', '2') }))
    await expect(estimate({ states: simulation.states, ballots }, { poles: { high: 'X', low: 'Y' } })).rejects.toThrow(
      /no two states ever opposed/,
    )
  })

  test('years that no text ties are held together by the prior alone, and are told apart no better for it', async () => {
    const parted = simulateVotes({ ...design, linked: 0 })
    const { sample, theta, sd, converged } = await estimate(parted)
    expect(converged).toBe(true)
    expect([...theta, ...sd].every(Number.isFinite)).toBe(true)
    for (let session = 1; session <= design.sessions; session++) {
      const cells = [...sample.cellSession.keys()].filter((cell) => sample.cellSession[cell] === session)
      const truth = cells.map((cell) => parted.position(sample.states[sample.cellState[cell]!]!, session))
      const own = cells.map((cell) => theta[cell]!)
      expect(correlation(own, truth)).toBeGreaterThan(0.93)
    }
  })

  test('disjoint states in disjoint years get finite positions', async () => {
    const halves = simulation.ballots.map((b) => ({
      item: `${b.session}/${b.item}`,
      session: b.session,
      votes: b.session < 3 ? b.votes.slice(0, 15) + '.'.repeat(15) : '.'.repeat(15) + b.votes.slice(15),
    }))
    const { theta, sd } = await estimate({ states: simulation.states, ballots: halves })
    expect([...theta, ...sd].every(Number.isFinite)).toBe(true)
  })

  test('options out of range', async () => {
    await expect(estimate(simulation, { tolerance: 0 })).rejects.toMatchObject({ code: 'Usage' })
    await expect(estimate(simulation, { iterations: 0 })).rejects.toMatchObject({ code: 'Usage' })
  })
})

describe('from an earlier fit', () => {
  const warmFrom = ({ sample, items, ...earlier }: IdealPoints): NonNullable<IdealPointOptions['warm']> => {
    const known = positions({ sample, items, ...earlier })
    const at = new Map(sample.items.map((item, i) => [item, i]))
    return {
      position: (state, session) => known.get(`${state} ${session}`),
      item: (item) => {
        const i = at.get(item)
        return i === undefined ? undefined : [items[9 * i]!, items[9 * i + 1]!, items[9 * i + 2]!]
      },
    }
  }

  test('the same votes take a few steps, a year more not many, and the answer is that of a cold start', async () => {
    const cold = await estimate(simulation, { tolerance: 1e-6 })
    const again = await estimate(simulation, { warm: warmFrom(cold) })
    expect(again.trace.length).toBeLessThan(0.6 * cold.trace.length)
    const upTo4 = await estimate({ states: simulation.states, ballots: simulation.ballots.filter(({ session }) => session < 5) })
    const updated = await estimate(simulation, { warm: warmFrom(upTo4), tolerance: 1e-6 })
    updated.theta.forEach((x, i) => {
      expect(Math.abs(x - cold.theta[i]!)).toBeLessThan(1e-3)
    })
  })

  test('what is no number is refused, with where it stands', async () => {
    const warm = warmFrom(await estimate(simulation))
    const noPosition = { ...warm, position: (state: string) => (state === 'S7' ? Number.NaN : 0) }
    await expect(estimate(simulation, { warm: noPosition })).rejects.toThrow(/NaN for S7/)
    const noItem = { ...warm, item: () => [1, Number.POSITIVE_INFINITY, 2] as const }
    await expect(estimate(simulation, { warm: noItem })).rejects.toThrow(/Infinity for/)
  })

  test('of the mirror image, the poles turn the answer back', async () => {
    const cold = await estimate(simulation, { tolerance: 1e-6 })
    const { position, item } = warmFrom(cold)
    const mirror = {
      position: (state: string, session: number) => -(position(state, session) ?? 0),
      item: (name: string) => {
        const [slope, ...cuts] = item(name)!
        return [-slope, ...cuts] as const
      },
    }
    const turned = await estimate(simulation, { warm: mirror, tolerance: 1e-6 })
    turned.theta.forEach((x, i) => {
      expect(Math.abs(x - cold.theta[i]!)).toBeLessThan(1e-3)
    })
  })
})
