import { dyadIntervals, midRankPercentile, wilson } from '../../measures/index.ts'
import type { Estimate, Interval, Known } from '../../store/index.ts'
import { unknown } from '../forms/unknown.ts'
import { inSentence, twoDecimals } from '../forms/wording.ts'
import { type BlocInputs, memberName, type Party } from './bloc-parties.ts'
import { blocInterval, drawnSummaries, mean, median, type PairCells, tablesOf, valuesOf } from './bloc-vote-tables.ts'
import { type BlocWindow, definedPairs } from './bloc-votes-in-period.ts'

const measures = [
  ['kappa_quadratic', "Cohen's kappa", 'index'],
  ['agreement', 'same position', 'share'],
] as const
type Measure = (typeof measures)[number][0]

/**
 * Returns, per vote measure: the median over all pairs of a state of one side with a state of the other, its percentile and change, then the pairs with the
 * lowest and the highest value.
 */
export function voteDispersion(bloc: BlocInputs, now: BlocWindow, before: BlocWindow | undefined, since: string): Estimate[] {
  return measures.flatMap(([measure, text, unit]) => {
    const { chosen, values } = definedPairs(now, measure)
    const total = bloc.a.members.length * bloc.b.members.length
    const label = `${text}, median of ${pairsWords(chosen.length, total)}`
    if (chosen.length === 0) {
      const reason = 'every pair has a state that took one position throughout, which fixes the measure whatever the other did'
      return [unknown({ id: measure, label: `${text}, median`, unit, period: now.period }, reason)]
    }
    const level = medianOf(bloc, now, { measure, label, unit, values })
    return [level, rankOf(level, now, measure), changeOf(level, now, before, since, measure), ...ends(bloc, now, measure, text, unit)]
  })
}

function pairsWords(known: number, total: number): string {
  return known === total ? `${known} pairs` : `${known} of ${total} pairs`
}

interface MedianOf {
  readonly measure: Measure
  readonly label: string
  readonly unit: string
  readonly values: Float64Array
}

function medianOf({ bench }: BlocInputs, now: BlocWindow, { measure, label, unit, values }: MedianOf): Known {
  const { draws, seed } = bench.dyad
  const value = median(values)
  return {
    ...{ state: 'observed', id: measure, label, unit, period: now.period, value },
    interval: blocInterval(now.drawn()[measure], value),
    method: `each state of the one side with each of the other, by the ${now.rollCalls.votes.rollCalls} recorded votes in which both had a position; median of the pairs; bootstrap over roll calls, the same for all pairs, ${draws} draws, seed ${seed}`,
    evidence: now.evidence,
  }
}

/** Returns the percentile that the median would have among all pairs of states. The median itself is not one of these pairs. */
function rankOf(level: Known, now: BlocWindow, measure: Measure): Known {
  const all = now.table()[measure].filter((one) => !Number.isNaN(one))
  const { low, high } = level.interval as Exclude<Interval, 'exact'>
  return {
    ...level,
    ...{ id: `${measure}.percentile`, label: 'where the median stands among all pairs', unit: 'percentile' },
    value: midRankPercentile(all, level.value),
    interval: { level: 0.9, low: midRankPercentile(all, low), high: midRankPercentile(all, high), kind: 'bootstrap' },
    method: `mid-rank of the median among the ${all.length.toLocaleString('en-US')} pairs of states for which the measure is defined`,
  }
}

/** Returns the change from ten years before over the same states, so that accessions and withdrawals have no effect. */
function changeOf(level: Known, now: BlocWindow, before: BlocWindow | undefined, since: string, measure: Measure): Estimate {
  const about = { id: `${measure}.change`, label: `change since ${since}`, unit: level.unit, period: `${since}/${level.period}` }
  const past = before === undefined ? undefined : definedPairs(before, measure)
  if (before === undefined || past === undefined || past.chosen.length === 0) return unknown(about, `no votes in common in ${since}`)
  const early = median(past.values)
  const [late, drawn] = [now.drawn()[measure], before.drawn()[measure]]
  const value = level.value - early
  return {
    ...level,
    ...about,
    value,
    interval: blocInterval(
      late.map((one, draw) => one - drawn[draw]!),
      value,
    ),
    method: `${level.period} less ${since} (${twoDecimals(early)}, ${past.chosen.length} pairs), the same states in both years; interval from independent draws of both`,
    evidence: [...now.evidence, ...before.evidence],
  }
}

/** Returns the lowest and highest pair, each by name and with its own interval. */
function ends({ bench }: BlocInputs, now: BlocWindow, measure: Measure, text: string, unit: string): Known[] {
  const { chosen, values } = definedPairs(now, measure)
  if (chosen.length < 2) return []
  const ordered = [...chosen].sort((x, y) => values[x]! - values[y]! || x - y)
  const { to, draws, seed } = bench.dyad
  return (
    [
      ['lowest', ordered[0]!],
      ['highest', ordered.at(-1)!],
    ] as const
  ).map(([end, pair]) => {
    const [i, j] = now.across.pairs[pair]!
    const { n } = tableSize(now.across, pair)
    const { low, high } =
      measure === 'agreement' ? wilson(values[pair]!, n) : dyadIntervals(now.rollCalls.votes, i, j, { draws, seed })[measure]
    const known = Number.isNaN(low) ? { low: values[pair]!, high: values[pair]! } : { low, high }
    return {
      state: 'observed',
      id: `${measure}-${end}`,
      label: `${end} ${text.replace("Cohen's ", '')}: ${pairName(now.names[pair]!, to)}`,
      unit,
      period: now.period,
      value: values[pair]!,
      interval: { level: 0.9, ...known, kind: measure === 'agreement' ? 'binomial' : 'bootstrap' },
      method: `${text} of this pair, ${n} votes in common`,
      evidence: now.evidence,
    }
  })
}

function tableSize(cells: PairCells, pair: number): { n: number } {
  return {
    n: tablesOf({ ...cells, pairs: [cells.pairs[pair]!], cells: cells.cells.subarray(pair * cells.rollCalls) })[0]!.reduce(
      (x, y) => x + y,
      0,
    ),
  }
}

function pairName([x, y]: readonly [string, string], to: string): string {
  return `${inSentence(memberName(x, to))} and ${inSentence(memberName(y, to))}`
}

/** Returns the mean agreement within each bloc and between the two, so that distance can be compared with cohesion. */
export function cohesionFigures(bloc: BlocInputs, now: BlocWindow): Estimate[] {
  const inside = (['a', 'b'] as const).flatMap((side) => {
    const party = bloc[side]
    return party.isBloc
      ? [meanAgreement(bloc, now, now.inside[side], `cohesion-${side}`, `same position inside ${inSentence(party.name)}`)]
      : []
  })
  return [...inside, meanAgreement(bloc, now, now.across, 'agreement-across', 'same position across, to set beside it')]
}

function meanAgreement({ bench }: BlocInputs, now: BlocWindow, cells: PairCells, id: string, label: string): Estimate {
  const values = valuesOf(tablesOf(cells), 'agreement')
  const chosen = Array.from(values.keys()).filter((pair) => !Number.isNaN(values[pair]!))
  const about = { id, label: `${label}, mean of ${chosen.length} pairs`, unit: 'share', period: now.period }
  if (chosen.length === 0) return unknown(about, 'no two of these states have a vote in common')
  const { draws, seed } = bench.dyad
  const value = mean(values)
  const drawn =
    cells === now.across ? now.drawn().mean : drawnSummaries(cells, [{ measure: 'agreement', chosen, summary: mean }], { draws, seed })[0]!
  return {
    state: 'observed',
    ...about,
    value,
    interval: blocInterval(drawn, value),
    method: `share of recorded votes in which the two took the same position, mean over all pairs; bootstrap over roll calls, ${draws} draws, seed ${seed}`,
    evidence: now.evidence,
  }
}

/** Names the party as the subject of a vote: a state, or the majority of a bloc. */
export function voterName(party: Party): string {
  return party.isBloc ? `the majority of ${inSentence(party.name)}` : inSentence(party.name)
}
