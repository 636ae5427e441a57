import { headToHead, rankOf, weightedMeans } from '../../measures/composite/aggregation.ts'
import type { Alternatives } from '../../measures/composite/rank-acceptability.ts'
import { nameOn } from '../../states/index.ts'
import type { Snapshot, SourceCard } from '../../store/index.ts'
import type { DomainInputs } from '../forms/assessment.ts'
import type { AvailableComponent, ComponentFigure, CompositeAnswer, CompositeRequest, Weight } from './composite-answer.ts'
import {
  type Component,
  type ComponentId,
  componentIds,
  type Pairs,
  pairsOn,
  type RankedPairs,
  type UnavailableComponent,
} from './composite-component.ts'
import { drawnRanks, drawSpan } from './composite-draws.ts'
import { pairLacksComponent, throwComponentUnavailable, weightsMissing } from './composite-errors.ts'
import { idealPointsComponent } from './composite-ideal-points.ts'
import { correlationsOf, rankingOf, ranksByAggregation } from './composite-ranking.ts'
import { curvesOf, sensitivityOf, ternaryOf } from './composite-sensitivity.ts'
import { blocsComponent } from './composite-shared-blocs.ts'
import { speechesComponent } from './composite-speeches.ts'
import { tradeComponent } from './composite-trade.ts'
import { votesComponent } from './composite-votes.ts'

const makers: Readonly<Record<ComponentId, (bench: DomainInputs, pairs: Pairs) => Promise<Component | UnavailableComponent>>> = {
  votes: votesComponent,
  'ideal-points': idealPointsComponent,
  blocs: blocsComponent,
  trade: tradeComponent,
  speeches: speechesComponent,
}

/** Domains that a composite can never include, and why. */
const never: readonly UnavailableComponent[] = [
  { id: 'alliance', reason: 'the table of commitments is not complete: no treaty recorded is unknown, not none' },
  { id: 'sanctions', reason: 'regimes are kept for some senders only: none recorded is unknown, not none' },
  { id: 'stage', reason: 'ordinal, and judged for the pairs that have a ledger; it is never averaged with anything' },
]

/**
 * Computes a composite of the components that the user weighted, ranked among the pairs that have all of them. Includes the sensitivity of the rank to the
 * weights.
 *
 * @throws VisavisError Usage without weights (lists the available components); NoCoverage where the pair lacks a weighted component
 */
export async function composite(request: CompositeRequest, snapshot: Snapshot): Promise<CompositeAnswer> {
  const { a, b, to, draws, seed, weights } = request
  const cards = new Map(snapshot.manifest.sources.map((card) => [card.id, card]))
  const bench: DomainInputs = { dyad: { a, b, from: undefined, to, draws, seed }, snapshot, cards }
  const pairs = pairsOn(to)
  const made = await Promise.all(componentIds.map((id) => makers[id](bench, pairs)))
  const found = made.filter((one): one is Component => 'values' in one)
  const leftOut = [...made.filter((one): one is UnavailableComponent => !('values' in one)), ...never]
  const own = pairs.of(pairs.place.get(a.iso3)!, pairs.place.get(b.iso3)!)
  const offers = found.map((component) => offerOf(component, own))
  if (weights === undefined) throw weightsMissing(request, offers, leftOut)
  const chosen = weights.map(
    ({ component }) => found.find(({ id }) => id === component) ?? throwComponentUnavailable(component, request, leftOut),
  )
  for (const component of chosen) if (Number.isNaN(component.percentiles[own]!)) throw pairLacksComponent(component, request, offers)
  const ranked = rankedPairs(request, pairs, chosen)
  return answerOf(request, { pairs, chosen, ranked, own }, { offers, leftOut, snapshot, cards })
}

function offerOf({ id, title, period, percentiles }: Component, own: number): AvailableComponent {
  return {
    id,
    title,
    period,
    pairs: percentiles.reduce((sum, one) => sum + Number(!Number.isNaN(one)), 0),
    has: !Number.isNaN(percentiles[own]!),
  }
}

/** Lists, by pair number, the requested pairs that have all weighted components. */
function rankedPairs({ a, b, among }: CompositeRequest, pairs: Pairs, chosen: readonly Component[]): Uint32Array {
  const side = among === 'all' ? undefined : pairs.place.get((among === 'a' ? a : b).iso3)!
  return Uint32Array.from(pairs.a.keys()).filter(
    (pair) =>
      (side === undefined || pairs.a[pair] === side || pairs.b[pair] === side) &&
      chosen.every(({ percentiles }) => !Number.isNaN(percentiles[pair]!)),
  )
}

interface Around {
  readonly offers: readonly AvailableComponent[]
  readonly leftOut: readonly UnavailableComponent[]
  readonly snapshot: Snapshot
  readonly cards: ReadonlyMap<string, SourceCard>
}

function answerOf(request: CompositeRequest, field: RankedPairs, { offers, leftOut, snapshot, cards }: Around): CompositeAnswer {
  const { a, b, to, among, draws, seed } = request
  const { pairs, chosen, ranked, own } = field
  const which = ranked.indexOf(own)
  const alternatives: Alternatives = { count: ranked.length, components: chosen.length, scores: scoresOf(chosen, ranked) }
  const weights = weightsOf(request)
  const shares = Float64Array.from(weights, ({ share }) => share)
  const means = weightedMeans(alternatives, shares)
  const { components, composite: span } = drawn(field, alternatives, which, shares, request)
  const { id, created } = snapshot.manifest
  const used = new Set(components.flatMap(({ evidence }) => evidence.map(({ source }) => source)))
  return {
    schemaVersion: 1,
    a: { iso3: a.iso3, name: nameOn(a, to) },
    b: { iso3: b.iso3, name: nameOn(b, to) },
    to,
    among,
    weights,
    components,
    notWeighed: offers.filter((offer) => chosen.every((one) => one.id !== offer.id)),
    leftOut,
    pairs: { inExistence: among === 'all' ? pairs.a.length : pairs.states.length - 1, ranked: ranked.length },
    composite: { value: means[which]!, rank: rankOf(means, which), ...span },
    draws,
    seed,
    aggregations: ranksByAggregation(alternatives, which, shares, means),
    headToHead: headToHead(alternatives, which, shares),
    correlations: correlationsOf(alternatives, chosen),
    sensitivity: sensitivityOf(alternatives, which, shares, seed),
    curves: curvesOf(
      alternatives,
      which,
      shares,
      weights.map(({ component }) => component),
    ),
    ternary: ternaryOf(alternatives, which),
    ranking: rankingOf(field, alternatives, means, which, request.all),
    all: request.all,
    snapshot: { id, created },
    sources: [...used].flatMap((source) => cards.get(source) ?? []),
  }
}

function scoresOf(chosen: readonly Component[], ranked: Uint32Array): Float64Array {
  const scores = new Float64Array(ranked.length * chosen.length)
  ranked.forEach((pair, row) => {
    chosen.forEach(({ percentiles }, c) => {
      scores[row * chosen.length + c] = percentiles[pair]!
    })
  })
  return scores
}

function weightsOf({ weights }: CompositeRequest): Weight[] {
  const whole = weights!.reduce((sum, { weight }) => sum + weight, 0)
  return weights!.map(({ component, weight }) => ({ component, weight, share: weight / whole }))
}

/** Returns each component with the interval of its percentile, and the composite's interval, from the same draws. */
function drawn(
  { chosen, ranked, own }: RankedPairs,
  alternatives: Alternatives,
  which: number,
  shares: Float64Array,
  { draws, seed }: CompositeRequest,
): { components: ComponentFigure[]; composite: { low: number; high: number; rankLow: number; rankHigh: number } } {
  const percentiles = chosen.map((component) => component.drawn?.(ranked, draws, seed))
  const components = chosen.map(
    ({ id, title, period, unit, values, percentiles: all, method, population, evidence, rivals, certainty }, c): ComponentFigure => {
      const range = percentiles[c]
      const interval =
        range !== undefined
          ? { ...drawSpan(range.slice(which * draws, (which + 1) * draws)), kind: 'draws' as const }
          : rivals === undefined
            ? null
            : { low: rivals.low, high: rivals.high, kind: 'reports' as const }
      const pairs = all.reduce((sum, one) => sum + Number(!Number.isNaN(one)), 0)
      return {
        id,
        title,
        period,
        unit,
        value: values[own]!,
        percentile: all[own]!,
        interval,
        ...(certainty === undefined ? {} : { certainty }),
        method,
        population,
        pairs,
        evidence,
      }
    },
  )
  return {
    components,
    composite: drawnRanks(
      alternatives,
      which,
      shares,
      percentiles,
      chosen.map(({ rivals }) => rivals),
      draws,
    ),
  }
}
