import { kappaDraws } from '../../measures/bootstrap/kappa-draws.ts'
import { allDyads } from '../../measures/index.ts'
import { PercentileScale } from '../../measures/similarity/percentile-scale.ts'
import type { Evidence } from '../../store/index.ts'
import type { DomainInputs } from '../forms/assessment.ts'
import { loadRollCalls, type RollCalls } from '../forms/roll-calls.ts'
import { leastCommonVotes } from '../votes/vote-places.ts'
import { periodLabel, votePeriod } from '../votes/vote-window.ts'
import type { Component, Pairs, UnavailableComponent } from './composite-component.ts'

/** Returns the kappa of the votes of the latest full year, as in `assess`. */
export async function votesComponent(bench: DomainInputs, pairs: Pairs): Promise<Component | UnavailableComponent> {
  const period = await votePeriod(bench)
  const rollCalls = period === undefined ? undefined : await loadRollCalls(bench.snapshot, { ...period, wholeOnly: true })
  if (period === undefined || rollCalls === undefined || rollCalls.votes.rollCalls === 0)
    return { id: 'votes', reason: 'the record has no votes for the last full year before that day' }
  const table = allDyads(rollCalls.votes)
  const scale = new PercentileScale(table.kappa_quadratic.filter((_, row) => table.n[row]! >= leastCommonVotes))
  const [values, percentiles] = [nothing(pairs), nothing(pairs)]
  for (let row = 0; row < table.n.length; row++) {
    const [i, j] = [table.a[row]!, table.b[row]!].map((voter) => pairs.place.get(rollCalls.voters[voter]!))
    // tau-b is undefined exactly where one state took the same position throughout; kappa is then 0 whatever the other did and carries no information
    if (i === undefined || j === undefined || Number.isNaN(table.tau_b[row]!) || table.n[row]! < leastCommonVotes) continue
    values[pairs.of(i, j)] = table.kappa_quadratic[row]!
    percentiles[pairs.of(i, j)] = scale.at(table.kappa_quadratic[row]!)
  }
  return {
    id: 'votes',
    title: 'kappa of votes in the UN General Assembly',
    period: periodLabel(period),
    unit: 'index',
    values,
    percentiles,
    population: scale.known,
    method: `quadratic weights, ${rollCalls.votes.rollCalls} votes on whole resolutions; bootstrap over roll calls`,
    evidence: evidenceOf(rollCalls),
    drawn: (some, draws, seed) => drawnPercentiles(rollCalls, pairs, some, draws, seed, scale, percentiles),
    why: (a, b) =>
      `${a.name} and ${b.name} have fewer than ${leastCommonVotes} votes in common in ${periodLabel(period)}, or one of the two took the same position in all of them`,
  }
}

function evidenceOf({ sources, vintages, where }: RollCalls): Evidence[] {
  return [...new Set(sources)].map((source) => ({
    source,
    vintage: vintages[sources.indexOf(source)] ?? 'unknown',
    rows: `roll_calls where ${where} and source = '${source}'`,
    count: sources.filter((one) => one === source).length,
  }))
}

const nothing = (pairs: Pairs): Float64Array => new Float64Array(pairs.a.length).fill(Number.NaN)

/** Returns the percentile of each draw's kappa on the scale of the actual votes. A draw without a defined kappa counts as the figure itself. */
function drawnPercentiles(
  rollCalls: RollCalls,
  pairs: Pairs,
  some: Uint32Array,
  draws: number,
  seed: number,
  scale: PercentileScale,
  percentiles: Float64Array,
): Float64Array {
  const voter = pairs.states.map((state) => rollCalls.voters.indexOf(state.iso3))
  const side = (places: Uint16Array): Int32Array => Int32Array.from(some, (pair) => voter[places[pair]!]!)
  const kappas = kappaDraws(rollCalls.votes, side(pairs.a), side(pairs.b), draws, seed)
  return kappas.map((kappa, at) => (Number.isNaN(kappa) ? percentiles[some[Math.floor(at / draws)]!]! : scale.at(kappa)))
}
