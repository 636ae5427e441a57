import { midRankPercentile } from '../../measures/index.ts'
import type { Known, Snapshot } from '../../store/index.ts'
import type { DomainAssessment } from '../forms/assessment.ts'
import { unknownDomain, vintageOf } from '../forms/unknown.ts'
import { formatPercentile, inSentence, twoDecimals, withInterval } from '../forms/wording.ts'
import { inList } from '../rows/conditions.ts'
import { grouped } from '../rows/grouped.ts'
import { type SpeechWindow, speechWindow } from '../speeches/narrative-figures.ts'
import { meanOfThousandths } from '../speeches/speech-reader.ts'
import { type BlocInputs, memberName } from './bloc-parties.ts'
import { median } from './bloc-vote-tables.ts'

const wouldFill = 'The UN General Debate Corpus (Harvard Dataverse, doi:10.7910/DVN/0TJX8Y): one speech a year and state, 1946 on.'

/** A cross pair in which both states spoke in the last three sessions. */
interface SpokenPair {
  readonly pair: readonly [string, string]
  readonly window: SpeechWindow
}

/**
 * Assesses the similarity of General Debate speeches over the cross pairs: the median, its percentile among all pairs, and the lowest and highest pair by name.
 */
export async function blocNarrative(bloc: BlocInputs): Promise<DomainAssessment> {
  const { a, b, bench } = bloc
  const { to } = bench.dyad
  const pairs = await spokenPairs(bloc)
  const [first] = pairs
  if (first === undefined) {
    const reason = `the record has no figures on speeches of a state of ${inSentence(a.name)} and one of ${inSentence(b.name)} in a session by ${to}.`
    return unknownDomain('narrative', 'Narrative', to, reason, wouldFill)
  }
  const estimates = await figures(bloc, pairs)
  const [level, rank] = [estimates[0]!, estimates[1]!]
  return {
    id: 'narrative',
    title: 'Narrative',
    state: 'estimated',
    summary: `In the General Debates of ${first.window.period.replace('/', ' to ')} the speeches of two states across had a median similarity of ${withInterval(level)}, above ${formatPercentile(rank.value)} % of all pairs of states.${range(estimates)}`,
    estimates,
    items: [],
    notes: [
      'Words tell what is spoken of, not on which side: two states at war speak of the same war. 0 is two typical speeches, 1 the same speech. The ends of the median are the medians of the pairs’ own ends, since pairs share speeches.',
    ],
    wouldFill,
  }
}

function range(estimates: readonly Known[]): string {
  const [, , low, high] = estimates
  if (low === undefined || high === undefined) return ''
  return ` It runs from ${twoDecimals(low.value)} (${low.label.replace('lowest: ', '')}) to ${twoDecimals(high.value)} (${high.label.replace('highest: ', '')}).`
}

/** Returns the cross pairs in which both states spoke in all three sessions up to the latest one in which any pair did. */
async function spokenPairs({ a, b, bench }: BlocInputs): Promise<SpokenPair[]> {
  const { snapshot, dyad } = bench
  if ((snapshot.manifest.tables['speech_similarities'] ?? []).length === 0) return []
  const [x, y] = [inList(a.members), inList(b.members)]
  const rows = await snapshot.rows(
    `SELECT state_a, state_b, year, similarity, se FROM speech_similarities
     WHERE ((state_a IN ${x} AND state_b IN ${y}) OR (state_a IN ${y} AND state_b IN ${x})) AND year || '-10-31' <= $to
     QUALIFY year > max(year) OVER () - 3 ORDER BY state_a, state_b, year`,
    { to: dyad.to },
  )
  const last = Math.max(...rows.map((row) => Number(row['year'])))
  return [...grouped(rows, (row) => `${row['state_a']} ${row['state_b']}`)].flatMap(([key, own]): SpokenPair[] => {
    const years = own.map((row) => ({ year: Number(row['year']), similarity: Number(row['similarity']), se: Number(row['se']) }))
    const window = speechWindow(years, last)
    const [first, second] = key.split(' ') as [string, string]
    if (window === undefined || window.years.length < 3) return []
    return [{ pair: a.members.includes(first) && b.members.includes(second) ? [first, second] : [second, first], window }]
  })
}

/** Returns the mean similarity of each pair of states that spoke in all of these years. */
async function everyPair(snapshot: Snapshot, years: readonly number[]): Promise<Float64Array> {
  const found = await snapshot.columns(
    `SELECT sum(round(1000 * similarity)::INTEGER)::INTEGER AS thousandths FROM speech_similarities WHERE year IN (${years.join(', ')}) GROUP BY state_a, state_b HAVING count(*) = ${years.length} ORDER BY thousandths`,
  )
  return Float64Array.from((found['thousandths'] ?? []) as number[], (sum) => meanOfThousandths(sum, years.length))
}

const reach = 1.6448536269514722

async function figures({ a, b, bench }: BlocInputs, pairs: readonly SpokenPair[]): Promise<Known[]> {
  const [{ window }] = pairs as readonly [SpokenPair, ...SpokenPair[]]
  const all = await everyPair(bench.snapshot, window.years)
  const total = a.members.length * b.members.length
  const [x, y] = [inList(a.members), inList(b.members)]
  const ofYears = `speech_similarities where year in (${window.years.join(', ')})`
  const inAll = `qualify count(*) over (partition by state_a, state_b) = ${window.years.length}`
  const ends = (side: -1 | 0 | 1): number => median(pairs.map((one) => one.window.value + side * reach * one.window.se))
  const level: Known = {
    state: 'estimated',
    id: 'speech_similarity',
    label: `similarity of General Debate speeches, median of ${pairs.length === total ? '' : `${pairs.length} of `}${total} pairs`,
    unit: 'index',
    period: window.period,
    value: ends(0),
    interval: { level: 0.9, low: ends(-1), high: ends(1), kind: 'jackknife' },
    method: `mean of the sessions of ${window.years.join(', ')} for each pair that spoke in all of them; median of the pairs, its ends the medians of theirs`,
    evidence: [
      {
        source: 'visavis-speeches',
        vintage: vintageOf(bench.cards, 'visavis-speeches'),
        rows: `${ofYears} and ((state_a in ${x} and state_b in ${y}) or (state_a in ${y} and state_b in ${x})) ${inAll}`,
        count: pairs.length * window.years.length,
      },
    ],
  }
  const [low, value, high] = [ends(-1), ends(0), ends(1)].map((one) => midRankPercentile(all, one)) as [number, number, number]
  const rank: Known = {
    ...level,
    ...{ id: 'speech_similarity.percentile', label: 'where the median stands among all pairs', unit: 'percentile', value },
    interval: { level: 0.9, low, high, kind: 'jackknife' },
    method: `mid-rank of the median among the ${all.length.toLocaleString('en-US')} pairs of states with a figure in each of these sessions`,
    evidence: [{ ...level.evidence[0]!, rows: `${ofYears} ${inAll}`, count: all.length * window.years.length }],
  }
  const ordered = [...pairs].sort((x, y) => x.window.value - y.window.value || (x.pair < y.pair ? -1 : 1))
  const named = (end: string, one: SpokenPair): Known => ({
    ...level,
    id: `speech_similarity-${end}`,
    label: `${end}: ${one.pair.map((iso3) => inSentence(memberName(iso3, bench.dyad.to))).join(' and ')}`,
    value: one.window.value,
    interval: {
      level: 0.9,
      low: one.window.value - reach * one.window.se,
      high: one.window.value + reach * one.window.se,
      kind: 'jackknife',
    },
    method: 'this pair, mean of the same sessions; interval from leaving out a tenth of the sentences at a time',
    evidence: [
      {
        ...level.evidence[0]!,
        rows: `${ofYears} and state_a in ${inList(one.pair)} and state_b in ${inList(one.pair)}`,
        count: one.window.years.length,
      },
    ],
  })
  return [level, rank, ...(pairs.length < 2 ? [] : [named('lowest', ordered[0]!), named('highest', ordered.at(-1)!)])]
}
