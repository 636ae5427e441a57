import { type Estimate, isKnown, type Known } from '../../store/index.ts'
import { votersOf } from '../forms/roll-calls.ts'
import { unknown } from '../forms/unknown.ts'
import { formatPercentile, inSentence } from '../forms/wording.ts'
import { placeWindow, placeWords, type Sessions, sessionEvidence, sessionPeriod, sessionWords } from '../votes/vote-place-figures.ts'
import { type PlaceWithEnds, pairIndex, type VotePlaces, votePlaces } from '../votes/vote-places.ts'
import { type BlocInputs, crossPairs } from './bloc-parties.ts'
import { median } from './bloc-vote-tables.ts'

/** A cross pair with its place. */
type PlacedPair = PlaceWithEnds & { readonly pair: string }

const tenSessions = 10

/** Returns the median place of the cross pairs among all pairs of states, its change over ten sessions, and the sentence that says it. */
export async function blocVotePlace(bloc: BlocInputs): Promise<{ estimates: readonly Estimate[]; sentence: string }> {
  const { snapshot, dyad } = bloc.bench
  const window = await placeWindow(snapshot, dyad.to, dyad.from)
  if (window === undefined) return { estimates: [], sentence: '' }
  const subject = {
    id: 'vote-place',
    label: 'median place in votes on world issues: closer than',
    unit: 'share',
    period: sessionPeriod(window),
  }
  const now = await placedPairs(bloc, await votePlaces(snapshot, window.first, window.last))
  if (now.length === 0) return { estimates: [unknown(subject, `too few votes of every pair in the ${sessionWords(window)}`)], sentence: '' }
  const { value, low, high } = medians(now)
  const total = bloc.a.members.length * bloc.b.members.length
  const level: Known = {
    ...{ ...subject, state: 'estimated', value: value / 100 },
    interval: { level: 0.9, low: low / 100, high: high / 100, kind: 'jackknife' },
    method: `median over ${now.length} of ${total} pairs of a state of the one side and a state of the other of their place among all pairs of states; ends: medians of the ends`,
    evidence: await sessionEvidence(bloc.bench, window),
  }
  const rank: Known = {
    ...{ ...level, id: 'vote-place.percentile', label: 'median percentile among all pairs of states', unit: 'percentile', value },
    interval: { level: 0.9, low, high, kind: 'jackknife' },
  }
  const change = await changeOf(bloc, level, window, now)
  return { estimates: [level, rank, change], sentence: sentenceOf(bloc, level, change, window) }
}

async function placedPairs({ a, b, bench }: BlocInputs, places: VotePlaces): Promise<PlacedPair[]> {
  const voters = await votersOf(bench.snapshot)
  return crossPairs(a, b).flatMap(([x, y]) => {
    const [i, j] = [voters.indexOf(x), voters.indexOf(y)]
    const at = i < 0 || j < 0 || i === j ? -1 : pairIndex(voters.length, i, j)
    const place = at < 0 || Number.isNaN(places.places[at]!) ? undefined : places.placeOf(i, j)
    return place === undefined ? [] : [{ ...place, pair: `${x} ${y}` }]
  })
}

function medians(placed: readonly PlacedPair[]): PlaceWithEnds {
  const of = (end: 'value' | 'low' | 'high'): number => median(Float64Array.from(placed, (one) => one[end]))
  return { value: of('value'), low: of('low'), high: of('high') }
}

/** Returns the change of the median over the pairs that have a place in both windows, so that accessions have no effect. */
async function changeOf(bloc: BlocInputs, level: Known, window: Sessions, now: readonly PlacedPair[]): Promise<Estimate> {
  const past = { first: window.first - tenSessions, last: window.last - tenSessions }
  const about = {
    ...{ id: 'vote-place.change', label: `change since the ${sessionWords(past)}`, unit: 'share' },
    period: `${sessionPeriod(past)}/${level.period}`,
  }
  if (past.first < 1) return unknown(about, 'the Assembly had not met ten sessions before')
  const before = await placedPairs(bloc, await votePlaces(bloc.bench.snapshot, past.first, past.last))
  const both = now.filter(({ pair }) => before.some((one) => one.pair === pair))
  if (both.length === 0) return unknown(about, `no pair has enough votes in the ${sessionWords(past)}`)
  const [late, early] = [medians(both), medians(before.filter(({ pair }) => both.some((one) => one.pair === pair)))]
  const value = late.value - early.value
  const low = value - Math.hypot(late.value - late.low, early.high - early.value)
  const high = value + Math.hypot(late.high - late.value, early.value - early.low)
  return {
    ...{ ...level, ...about, value: value / 100 },
    interval: { level: 0.9, low: low / 100, high: high / 100, kind: 'jackknife' },
    method: `median place of the same ${both.length} pairs, less that in the ${sessionWords(past)} (${formatPercentile(early.value)} %)`,
    evidence: [...level.evidence, ...(await sessionEvidence(bloc.bench, past))],
  }
}

function sentenceOf({ a, b }: BlocInputs, level: Known, change: Estimate, window: Sessions): string {
  const [first, second] = [a, b].map(({ name, isBloc }) => (isBloc ? `a state of ${inSentence(name)}` : inSentence(name)))
  const place = `On world issues ${first} and ${second} typically vote ${placeWords(level)} (UN General Assembly, ${sessionWords(window)}; median of all such pairs).`
  if (!isKnown(change) || change.interval === 'exact') return place
  const { low, high } = change.interval
  if (low <= 0 && high >= 0) return `${place} This has not clearly changed in ten sessions.`
  const points = formatPercentile(Math.abs(100 * change.value))
  return `${place} Among the same states they have moved ${change.value > 0 ? 'closer' : 'apart'} in ten sessions, by ${points} places of a hundred.`
}
