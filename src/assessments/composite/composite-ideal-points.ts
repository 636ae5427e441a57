import { openingYear } from '../../measures/ideal-points/ideal-point-ballots.ts'
import { midRankPercentiles } from '../../measures/index.ts'
import { PercentileScale } from '../../measures/similarity/percentile-scale.ts'
import { randomStream } from '../../numeric/random.ts'
import { normalDraws } from '../../numeric/random-normal.ts'
import type { DomainInputs } from '../forms/assessment.ts'
import { vintageOf } from '../forms/unknown.ts'
import { lastEnded } from '../votes/ideal-point-figures.ts'
import { sessionName } from '../votes/ideal-point-scale.ts'
import { storedPoints } from '../votes/ideal-point-stored.ts'
import { type Component, type Pairs, reversedPercentiles, type UnavailableComponent } from './composite-component.ts'

const source = 'visavis-ideal-points'

/** Returns the distance of ideal points in the last session that had ended, as in `assess`; a smaller distance means closer. */
export async function idealPointsComponent(bench: DomainInputs, pairs: Pairs): Promise<Component | UnavailableComponent> {
  const session = lastEnded(bench.dyad.to)
  const points = (await storedPoints(bench.snapshot, session))?.get('usual') ?? []
  if (points.length === 0)
    return { id: 'ideal-points', reason: `the record holds no ideal points of session ${session} that rest on its votes` }
  const [at, sd] = [nothing(pairs.states.length), nothing(pairs.states.length)]
  for (const { state, point, sd: spread } of points) {
    const place = pairs.place.get(state)
    if (place === undefined) continue
    at[place] = point
    sd[place] = spread
  }
  const distances = Float64Array.from(pairs.a, (i, pair) => Math.abs(at[i]! - at[pairs.b[pair]!]!))
  const scale = new PercentileScale(distances)
  return {
    id: 'ideal-points',
    title: 'distance of ideal points, reversed',
    period: `session ${sessionName(session, openingYear(session))}`,
    unit: 'index',
    values: distances,
    percentiles: reversedPercentiles(midRankPercentiles(distances)),
    population: scale.known,
    method: 'one dimension, dynamic ordinal probit, the usual specification; each position drawn from a normal with its own sd',
    evidence: [
      {
        source,
        vintage: vintageOf(bench.cards, source),
        rows: `estimated_points where session = ${session} and specification = 'usual'`,
        count: points.length,
      },
    ],
    drawn: (some, draws, seed) => drawnPercentiles(at, sd, pairs, some, draws, seed, scale),
    why: (a, b) => `there is no ideal point of both ${a.name} and ${b.name} in session ${session}`,
  }
}

const nothing = (count: number): Float64Array => new Float64Array(count).fill(Number.NaN)

function drawnPercentiles(
  at: Float64Array,
  sd: Float64Array,
  pairs: Pairs,
  some: Uint32Array,
  draws: number,
  seed: number,
  scale: PercentileScale,
): Float64Array {
  const moved = new Float64Array(at.length * draws)
  for (let draw = 0; draw < draws; draw++) {
    const normal = normalDraws(randomStream(seed, 'composite ideal points', draw))
    for (let place = 0; place < at.length; place++) moved[place * draws + draw] = at[place]! + sd[place]! * normal()
  }
  const percentiles = new Float64Array(some.length * draws)
  let filled = 0
  for (const pair of some) {
    const [i, j] = [pairs.a[pair]! * draws, pairs.b[pair]! * draws]
    for (let draw = 0; draw < draws; draw++) percentiles[filled++] = 100 - scale.at(Math.abs(moved[i + draw]! - moved[j + draw]!))
  }
  return percentiles
}
