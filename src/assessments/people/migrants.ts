import { figuresOf, openMemory, type PairFigures } from '../../memory/index.ts'
import type { Estimate, Known } from '../../store/index.ts'
import type { DomainInputs } from '../forms/assessment.ts'
import { unknown } from '../forms/unknown.ts'
import { formatPercentile, inSentence } from '../forms/wording.ts'
import { type Direction, directionsOf, figureBeside, levelFound, observationsBehind } from '../record/memory-level.ts'
import { cachedBySnapshot } from '../rows/snapshot-cache.ts'
import { type Found, nothingFound } from './found.ts'

const indicator = 'migrant-stock'

/** Estimates below this are not told one from another: they are drawn from censuses years apart. */
const fewest = 100

/**
 * Reports how many people born in each state live in the other, with percentile, ten-year change and share of the population of the state of origin. A
 * destination that does not list the other state as an origin leaves the figure unknown.
 */
export async function migrants(bench: DomainInputs): Promise<Found> {
  const { a, b } = bench.dyad
  const ways = directionsOf(bench)
  const memory = await figuresOf(bench.snapshot, a.iso3, b.iso3)
  const last = await lastYear(bench.snapshot, bench.dyad.to)
  if (last === null) return nothingFound
  const found = ways.map((way) => estimatesOf(bench, memory, way, last))
  const levels = found.map(([first]) => first!)
  return {
    estimates: found.flat(),
    isTrifle: isTrifle(levels),
    sentences: [sentenceOn(ways, levels, found.flat(), last)],
    items: [],
    notes: [
      'Migrants are counted where they live, by birth or citizenship, and estimated between censuses. Each state lists its own origins: one that is not listed is unknown, not none.',
    ],
  }
}

/** Returns the latest year for which the record has migrants of any pair; null where it has none. */
const lastYear = cachedBySnapshot(async (snapshot, to: string): Promise<string | null> => {
  await openMemory(snapshot)
  const [row] = await snapshot.rows(`SELECT max(year)::VARCHAR AS last FROM stored_figures WHERE figure = '${indicator}' AND seen <= $to`, {
    to,
  })
  return (row?.['last'] ?? null) as string | null
})

function estimatesOf(bench: DomainInputs, memory: PairFigures, way: Direction, last: string): Estimate[] {
  const { from, to } = way
  const found = levelFound(bench, memory, indicator, way, [indicator])
  if (found === undefined) {
    const id = `migrants-${way.way === 'a-to-b' ? 'a-in-b' : 'b-in-a'}`
    const label = `people born in ${inSentence(from.name)} who live in ${inSentence(to.name)}`
    const reason = `the UN’s table does not list ${inSentence(from.name)} as an origin of migrants in ${inSentence(to.name)}: unknown, not none`
    const wouldFill = 'the census or the register of foreigners of the state where they live'
    return [unknown({ id, label, unit: 'persons', period: last }, reason, wouldFill)]
  }
  const { level, beside } = found
  return [
    { ...level, note: 'at mid-year' },
    ...beside,
    ...figureBeside(bench, memory, 'migrant-share', way, (share) => [
      observationsBehind({ ...share, n: 1 }, [indicator]),
      observationsBehind({ ...share, source: share.source.split(' ')[1]!, n: 1 }, ['population'], `from_id = '${from.iso3}'`),
    ]),
  ]
}

function sentenceOn(ways: readonly Direction[], levels: readonly Estimate[], estimates: readonly Estimate[], last: string): string {
  const told = ways.flatMap((way, i) => {
    const level = levels[i]!
    return 'value' in level ? [{ way, level }] : []
  })
  const [one, other] = told.sort((x, y) => y.level.value - x.level.value)
  if (one === undefined) return `The UN’s lists of origins (${last}) have no number of people born in either who live in the other.`
  if (other !== undefined && one.level.value < fewest)
    return `In ${one.level.period} fewer than ${fewest} people born in either lived in the other (UN estimates).`
  const first = `In ${one.level.period}, ${one.level.value < 1000 ? '' : 'some '}${whoLived(one)}`
  if (other === undefined) return `${first} (UN estimate${rank(estimates, one.level)}); for the other way the UN gives no figure.`
  return `${first}, and ${whoLived(other)} (UN estimates${rank(estimates, one.level, 'the larger is ')}).`
}

function whoLived({ way, level }: { readonly way: Direction; readonly level: Known }): string {
  return `${people(level.value)} born in ${inSentence(way.from.name)} lived in ${inSentence(way.to.name)}`
}

/** Whether the figures on the larger side say no more than that hardly anybody lives there. */
function isTrifle(levels: readonly Estimate[]): boolean {
  return levels.every((level) => !('value' in level) || level.value < fewest)
}

/** Writes a number of people as in a sentence: none below a hundred, exact below a thousand, else two or three figures. */
function people(value: number): string {
  if (value < fewest) return `fewer than ${fewest} people`
  const digits = value < 1000 ? value : Number(value.toPrecision(value < 100_000 ? 2 : 3))
  const text = digits >= 1e6 ? `${Number((digits / 1e6).toPrecision(3))} million` : digits.toLocaleString('en-US')
  return `${text} people`
}

function rank(estimates: readonly Estimate[], level: Known, larger = ''): string {
  const found = estimates.find((one): one is Known => one.id === `${level.id}.percentile` && 'value' in one)
  return found === undefined || level.value < fewest ? '' : `; ${larger}above ${formatPercentile(found.value)} % of the pairs listed`
}
