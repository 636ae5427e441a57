import { midRankPercentiles } from '../../measures/index.ts'
import { PercentileScale } from '../../measures/similarity/percentile-scale.ts'
import { normalQuantile } from '../../numeric/normal.ts'
import { randomStream } from '../../numeric/random.ts'
import type { DomainInputs } from '../forms/assessment.ts'
import { vintageOf } from '../forms/unknown.ts'
import { lastDebate } from '../speeches/last-debate.ts'
import { meanOfThousandths } from '../speeches/speech-reader.ts'
import type { Component, Pairs, UnavailableComponent } from './composite-component.ts'

const source = 'visavis-speeches'

/** Number of sessions averaged, as in `assess`. */
const pooled = 3

/** Returns the similarity of General Debate speeches, averaged over three years of sessions, for pairs that have all of them. */
export async function speechesComponent(bench: DomainInputs, pairs: Pairs): Promise<Component | UnavailableComponent> {
  const years = await yearsOf(bench)
  if (years.length === 0) return { id: 'speeches', reason: 'the record holds no similarity of speeches by that day' }
  const found = await bench.snapshot.columns(
    `SELECT state_a, state_b, sum(round(1000 * similarity)::INTEGER)::INTEGER AS thousandths, sqrt(sum(se * se)) AS se FROM speech_similarities
     WHERE year IN (${years.join(', ')}) GROUP BY state_a, state_b HAVING count(*) = ${years.length} ORDER BY state_a, state_b`,
  )
  const sums = (found['thousandths'] ?? []) as number[]
  const values = Float64Array.from(sums, (sum) => meanOfThousandths(sum, years.length))
  const scale = new PercentileScale(values)
  const spread = Float64Array.from((found['se'] ?? []) as number[], (se) => se / years.length)
  const numbers = sums.map((_, row) => numberOf(pairs, String(found['state_a']![row]), String(found['state_b']![row])))
  return {
    id: 'speeches',
    title: 'similarity of General Debate speeches',
    period: years.length === 1 ? String(years[0]) : `${years[0]} to ${years.at(-1)}`,
    unit: 'index',
    values: placed(pairs, numbers, values),
    percentiles: placed(pairs, numbers, midRankPercentiles(values)),
    population: scale.known,
    method: `mean of the sessions of ${years.join(', ')}: what is spoken of, not on which side; each pair drawn from a normal with its jackknife error`,
    evidence: [
      {
        source,
        vintage: vintageOf(bench.cards, source),
        rows: `speech_similarities where year in (${years.join(', ')})`,
        count: years.length * sums.length,
      },
    ],
    drawn: drawnOf(placed(pairs, numbers, values), placed(pairs, numbers, spread), scale),
    why: (a, b) => `there is no speech of both ${a.name} and ${b.name} in each of the sessions of ${years.join(', ')}`,
  }
}

/** Returns the pair's last three years of sessions, or the record's where the pair has none. */
async function yearsOf({ snapshot, dyad }: DomainInputs): Promise<number[]> {
  const [first, second] = [dyad.a.iso3, dyad.b.iso3].sort() as [string, string]
  const found = await snapshot.columns(
    `WITH held AS (SELECT DISTINCT year, state_a = $first AND state_b = $second AS own FROM speech_similarities WHERE year <= $last),
       chosen AS (SELECT year FROM held WHERE own = (SELECT bool_or(own) FROM held))
     SELECT year FROM chosen WHERE year > (SELECT max(year) FROM chosen) - ${pooled} ORDER BY year`,
    { first, second, last: lastDebate(dyad.to) },
  )
  return (found['year'] ?? []) as number[]
}

/** Returns the number of a pair; -1 where either speaker is not a state on the day (the EU also speaks). */
function numberOf(pairs: Pairs, first: string, second: string): number {
  const [i, j] = [pairs.place.get(first), pairs.place.get(second)]
  return i === undefined || j === undefined ? -1 : pairs.of(i, j)
}

function placed(pairs: Pairs, numbers: readonly number[], values: Float64Array): Float64Array {
  const all = new Float64Array(pairs.a.length).fill(Number.NaN)
  numbers.forEach((pair, row) => {
    if (pair >= 0) all[pair] = values[row]!
  })
  return all
}

/** Size of a table of equally likely standard normal values. Millions are drawn, and a look-up for each is accurate enough. */
const equallyLikely = 65_536

function drawnOf(values: Float64Array, spread: Float64Array, scale: PercentileScale): NonNullable<Component['drawn']> {
  return (some, draws, seed) => {
    const normal = Float64Array.from({ length: equallyLikely }, (_, i) => normalQuantile((i + 0.5) / equallyLikely))
    const stream = randomStream(seed, 'composite speeches')
    const percentiles = new Float64Array(some.length * draws)
    let at = 0
    for (const pair of some) {
      for (let draw = 0; draw < draws; draw++) percentiles[at++] = scale.at(values[pair]! + spread[pair]! * normal[stream.uint32() >>> 16]!)
    }
    return percentiles
  }
}
