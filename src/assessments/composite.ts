import { VisavisError } from '../errors.ts'
import { bordaShares, headToHead, rankOf, weightedGeometricMeans, weightedMeans } from '../measures/aggregation.ts'
import type { Alternatives } from '../measures/rank-acceptability.ts'
import { nameOn, type State } from '../states/index.ts'
import type { Snapshot, SourceCard } from '../store/index.ts'
import type { Bench } from './assessment.ts'
import type { Aggregation, ComponentFigure, CompositeAnswer, Offer, RankedPair, Weight } from './composite-answer.ts'
import { blocsComponent } from './composite-blocs.ts'
import { type Component, type ComponentId, componentIds, type LeftOut, type Pairs, pairsOn } from './composite-component.ts'
import { drawnRanks, spanOf } from './composite-draws.ts'
import { idealPointsComponent } from './composite-ideal-points.ts'
import { curvesOf, sensitivityOf, ternaryOf } from './composite-sensitivity.ts'
import { speechesComponent } from './composite-speeches.ts'
import { tradeComponent } from './composite-trade.ts'
import { votesComponent } from './composite-votes.ts'
import { counted, listed } from './phrases.ts'

export interface CompositeRequest {
  readonly a: State
  readonly b: State
  readonly to: string
  /** Undefined: the reader gave none, and is told what can be weighed. */
  readonly weights: readonly { readonly component: ComponentId; readonly weight: number }[] | undefined
  readonly among: 'all' | 'a' | 'b'
  readonly draws: number
  readonly seed: number
  /** Every pair in the ranking, not only the first and the near ones. */
  readonly all: boolean
}

const makers: Readonly<Record<ComponentId, (bench: Bench, pairs: Pairs) => Promise<Component | LeftOut>>> = {
  votes: votesComponent,
  'ideal-points': idealPointsComponent,
  blocs: blocsComponent,
  trade: tradeComponent,
  speeches: speechesComponent,
}

/** What no composite here can hold, and why. */
const never: readonly LeftOut[] = [
  { id: 'alliance', reason: 'the table of commitments is not complete: no treaty recorded is unknown, not none' },
  { id: 'sanctions', reason: 'regimes are kept for some senders only: none recorded is unknown, not none' },
  { id: 'stage', reason: 'ordinal, and judged for the pairs that have a ledger; it is never averaged with anything' },
]

/**
 * A composite of the components that the reader weighs, among the pairs that have all of them, and how its rank moves over all weights.
 *
 * @throws VisavisError Usage without weights, with what can be weighed; NoCoverage where the pair lacks something that is weighed
 */
export async function composite(request: CompositeRequest, snapshot: Snapshot): Promise<CompositeAnswer> {
  const { a, b, to, draws, seed, weights } = request
  const cards = new Map(snapshot.manifest.sources.map((card) => [card.id, card]))
  const bench: Bench = { dyad: { a, b, from: undefined, to, draws, seed }, snapshot, cards }
  const pairs = pairsOn(to)
  const made = await Promise.all(componentIds.map((id) => makers[id](bench, pairs)))
  const found = made.filter((one): one is Component => 'values' in one)
  const leftOut = [...made.filter((one): one is LeftOut => !('values' in one)), ...never]
  const own = pairs.of(pairs.place.get(a.iso3)!, pairs.place.get(b.iso3)!)
  const offers = found.map((component) => offerOf(component, own))
  if (weights === undefined) throw withoutWeights(request, offers, leftOut)
  const chosen = weights.map(({ component }) => found.find(({ id }) => id === component) ?? missing(component, request, leftOut))
  for (const component of chosen) if (Number.isNaN(component.percentiles[own]!)) throw lacking(component, request, offers)
  const ranked = rankedPairs(request, pairs, chosen)
  return answerOf(request, { pairs, chosen, ranked, own }, { offers, leftOut, snapshot, cards })
}

function offerOf({ id, title, period, percentiles }: Component, own: number): Offer {
  return {
    id,
    title,
    period,
    pairs: percentiles.reduce((sum, one) => sum + Number(!Number.isNaN(one)), 0),
    has: !Number.isNaN(percentiles[own]!),
  }
}

function withoutWeights({ a, b, to }: CompositeRequest, offers: readonly Offer[], leftOut: readonly LeftOut[]): VisavisError {
  const can = offers.map(
    ({ id, title, period, pairs, has }) =>
      `${id} (${title}, ${period}; ${counted(pairs, 'pair', 'pairs')}${has ? '' : `, not ${a.iso3} and ${b.iso3}`})`,
  )
  const cannot = leftOut.map(({ id, reason }) => `${id} (${reason})`)
  return new VisavisError(
    'Usage',
    `give your own weights: nothing is weighed for you. On ${to} this record can weigh ${can.join('; ')}. It cannot weigh ${cannot.join('; ')}`,
    {
      hint: commandOf(
        { a, b },
        offers.filter(({ has }) => has).map(({ id }) => id),
      ),
    },
  )
}

function commandOf({ a, b }: Pick<CompositeRequest, 'a' | 'b'>, ids: readonly string[]): string {
  return ids.length < 2
    ? `visavis assess ${a.iso3} ${b.iso3}`
    : `visavis composite ${a.iso3} ${b.iso3} --weights ${ids.map((id) => `${id}=…`).join(',')}`
}

function missing(component: string, { a, b, weights }: CompositeRequest, leftOut: readonly LeftOut[]): never {
  const reason = leftOut.find(({ id }) => id === component)?.reason ?? 'it is not there'
  const others = weights!.map((one) => one.component).filter((id) => id !== component)
  throw new VisavisError('NoCoverage', `${component} cannot be weighed: ${reason}`, { hint: commandOf({ a, b }, others) })
}

/** Nothing is put in the place of what is missing: the pair is refused, and told what to drop. */
function lacking(component: Component, { a, b, weights }: CompositeRequest, offers: readonly Offer[]): VisavisError {
  const gaps = weights!.map((one) => one.component).filter((id) => offers.some((offer) => offer.id === id && !offer.has))
  const others = weights!.filter((one) => !gaps.includes(one.component))
  const hint =
    others.length < 2
      ? commandOf({ a, b }, [])
      : `visavis composite ${a.iso3} ${b.iso3} --weights ${others.map((one) => `${one.component}=${one.weight}`).join(',')}`
  return new VisavisError('NoCoverage', `${component.why(a, b)}. Nothing is put in its place: drop ${listed(gaps)}`, { hint })
}

/** Numbers of the pairs that have all that is weighed, among those asked for. */
function rankedPairs({ a, b, among }: CompositeRequest, pairs: Pairs, chosen: readonly Component[]): Uint32Array {
  const side = among === 'all' ? undefined : pairs.place.get((among === 'a' ? a : b).iso3)!
  return Uint32Array.from(pairs.a.keys()).filter(
    (pair) =>
      (side === undefined || pairs.a[pair] === side || pairs.b[pair] === side) &&
      chosen.every(({ percentiles }) => !Number.isNaN(percentiles[pair]!)),
  )
}

interface Field {
  readonly pairs: Pairs
  readonly chosen: readonly Component[]
  readonly ranked: Uint32Array
  /** Number of the pair that is asked for. */
  readonly own: number
}

interface Around {
  readonly offers: readonly Offer[]
  readonly leftOut: readonly LeftOut[]
  readonly snapshot: Snapshot
  readonly cards: ReadonlyMap<string, SourceCard>
}

function answerOf(request: CompositeRequest, field: Field, { offers, leftOut, snapshot, cards }: Around): CompositeAnswer {
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
    aggregations: aggregationsOf(alternatives, which, shares, means),
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

/** Each component with the interval of its percentile, and the composite's, from the same draws. */
function drawn(
  { chosen, ranked, own }: Field,
  alternatives: Alternatives,
  which: number,
  shares: Float64Array,
  { draws, seed }: CompositeRequest,
): { components: ComponentFigure[]; composite: { low: number; high: number; rankLow: number; rankHigh: number } } {
  const percentiles = chosen.map((component) => component.drawn?.(ranked, draws, seed))
  const components = chosen.map(
    ({ id, title, period, unit, values, percentiles: all, method, population, evidence, rivals }, c): ComponentFigure => {
      const range = percentiles[c]
      const interval =
        range !== undefined
          ? { ...spanOf(range.slice(which * draws, (which + 1) * draws)), kind: 'draws' as const }
          : rivals === undefined
            ? null
            : { low: rivals.low, high: rivals.high, kind: 'reports' as const }
      const pairs = all.reduce((sum, one) => sum + Number(!Number.isNaN(one)), 0)
      return { id, title, period, unit, value: values[own]!, percentile: all[own]!, interval, method, population, pairs, evidence }
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

function aggregationsOf(alternatives: Alternatives, which: number, shares: Float64Array, means: Float64Array): Aggregation[] {
  const geometric = weightedGeometricMeans(alternatives, shares)
  const borda = bordaShares(alternatives, shares)
  const duels = headToHead(alternatives, which, shares)
  const others = Math.max(1, alternatives.count - 1)
  return [
    {
      id: 'arithmetic',
      title: 'weighted arithmetic mean',
      value: means[which]!,
      unit: 'percentile',
      rank: rankOf(means, which),
      method: 'low in one is made good by high in another, point for point',
    },
    {
      id: 'geometric',
      title: 'weighted geometric mean',
      value: geometric[which]!,
      unit: 'percentile',
      rank: rankOf(geometric, which),
      method: 'low in one weighs more the lower it is',
    },
    {
      id: 'borda',
      title: 'mean rank (Borda)',
      value: borda[which]!,
      unit: 'share',
      rank: rankOf(borda, which),
      method: 'share of the other ranked pairs below it, by component, weighted',
    },
    {
      id: 'head-to-head',
      title: 'head to head (Condorcet)',
      value: (duels.wins + duels.ties / 2) / others,
      unit: 'share',
      rank: 1 + duels.losses,
      method: 'share of the others that it beats where the components in which it is higher weigh more; its rank is 1 + how many beat it',
    },
  ]
}

/** How far two components say the same: Pearson's correlation of their percentiles over the ranked pairs; null where one does not vary. */
function correlationsOf({ count, components, scores }: Alternatives, chosen: readonly Component[]): CompositeAnswer['correlations'] {
  const column = (c: number): Float64Array => Float64Array.from({ length: count }, (_, i) => scores[i * components + c]!)
  return chosen.flatMap((first, i) =>
    chosen.slice(i + 1).map((second, k) => {
      const value = correlation(column(i), column(i + 1 + k))
      return { a: first.id, b: second.id, value: Number.isFinite(value) ? value : null }
    }),
  )
}

function correlation(x: Float64Array, y: Float64Array): number {
  const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length
  const [mx, my] = [mean(x), mean(y)]
  let [xy, xx, yy] = [0, 0, 0]
  x.forEach((value, i) => {
    xy += (value - mx) * (y[i]! - my)
    xx += (value - mx) ** 2
    yy += (y[i]! - my) ** 2
  })
  return xy / Math.sqrt(xx * yy)
}

/** The first five, and five above and below the pair; or all. */
function rankingOf(
  { pairs, ranked }: Field,
  { components, scores }: Alternatives,
  means: Float64Array,
  which: number,
  all: boolean,
): RankedPair[] {
  const order = Uint32Array.from(means.keys()).sort((i, j) => means[j]! - means[i]! || i - j)
  const place = order.indexOf(which)
  let rank = 1
  return [...order].flatMap((row, i): RankedPair[] => {
    if (i > 0 && means[row]! < means[order[i - 1]!]!) rank = i + 1
    if (!all && i >= 5 && Math.abs(i - place) > 5) return []
    const [a, b] = [pairs.a, pairs.b].map((side) => pairs.states[side[ranked[row]!]!]!.iso3) as [string, string]
    return [{ rank, a, b, value: means[row]!, percentiles: [...scores.subarray(row * components, (row + 1) * components)] }]
  })
}
