import { inSentence } from '../../../assessments/forms/wording.ts'
import { grouped } from '../../../assessments/rows/grouped.ts'
import { cachedBySnapshot, type SnapshotCache } from '../../../assessments/rows/snapshot-cache.ts'
import { stateOf } from '../../../states/index.ts'
import { blocOf } from '../../../states/tables/blocs.ts'
import type { Snapshot } from '../../../store/index.ts'
import type { Measured } from '../../claim.ts'
import { statesOfGroup } from '../../text/names/country-groups.ts'
import type { QueryFamily } from '../../text/topics/query-families.ts'
import { balanceWords } from '../judging/candidate-value.ts'
import { coverageDays, rowsOfPair, rowsOfSides, type TradeSide, totalsOverPartners, tradeIndicators } from '../record/record-query.ts'
import type { RecordRow } from '../record/record-rows.ts'
import { combinedSeries, isSameOrigin, type PeriodAggregation, type Series, scaledSeries, seriesFromRows } from '../record/series.ts'
import { wholesOfReporter } from '../record/whole-lists.ts'
import { quotedAmounts, quotedFuelShares } from './query-fuels.ts'
import { groupTotalSeries, groupTradeSeries } from './query-group-trade.ts'
import { quotedSpendingSum, realSpending, spendingShareOfGdp } from './query-spending.ts'

export { type QueryFamily, queryFamilyOf } from '../../text/topics/query-families.ts'

/** What a claim asks the record for: a flow between two states, or a quantity of one state. */
export interface FlowQuery {
  readonly family: QueryFamily
  /** The topic, or the product if one is named. */
  readonly thing: string
  readonly mode: 'way' | 'both' | 'balance' | 'one'
  /** The sender; for a quantity of one state, that state. */
  readonly from: string
  /** The receiver; blank for a quantity of one state. */
  readonly to: string
}

export type ShareWhole = NonNullable<Measured['whole']>
const regionNames: Readonly<Record<string, string>> = { EUR: 'Europe', AFR: 'Africa', SSF: 'sub-Saharan Africa' }

/** Returns the name of a state, bloc or region as used within a sentence. */
export function actorText(id: string): string {
  if (id === 'EUU') return 'the EU'
  if (id === 'WLD') return 'the world'
  if (id.includes('+')) return id.split('+').map(actorText).join(' and ')
  const state = stateOf(id)
  return state === undefined ? (blocOf(id)?.name ?? regionNames[id] ?? id) : inSentence(state.name)
}

const thingNames: Readonly<Record<string, string>> = {
  energy: 'fossil fuels',
  'crude-oil': 'crude oil',
  'oil-products': 'oil products',
  coal: 'coal',
  'gas-pipeline': 'pipeline gas',
  lng: 'LNG',
  gas: 'natural gas',
  uranium: 'natural uranium',
  investment: 'direct investment held',
  deals: 'large investments and contracts',
  loans: 'loans outstanding',
  currency: 'settlement in own currencies',
  'defence-spending': 'military spending',
  gdp: 'GDP',
  'gdp-growth': 'real growth',
  reserves: 'Treasury securities held',
  population: 'population',
  'public-debt-official': 'public debt',
  'migrant-stock': 'migrants',
  'us-forces': 'troops stationed',
}
export const quantityText = (subject: FlowQuery): string =>
  subject.family === 'goods' ? 'goods' : subject.family === 'arms' ? 'major arms' : (thingNames[subject.thing] ?? subject.thing)

/** Describes a flow: `goods from China to Russia`, `goods between China and Russia`. */
export function flowText(subject: FlowQuery): string {
  const [from, to] = [actorText(subject.from), actorText(subject.to)]
  if (subject.mode === 'one') return `${quantityText(subject)} of ${from}`
  if (subject.mode === 'way') return `${quantityText(subject)} from ${from} to ${to}`
  return `${quantityText(subject)} between ${from} and ${to}${subject.mode === 'balance' ? balanceWords : ''}`
}

/** Returns all series for an amount. Cached for a snapshot, since a text asks for the same few repeatedly. */
export const levelSeries: SnapshotCache<[subject: FlowQuery], readonly Series[]> = cachedBySnapshot(
  (snapshot, subject) => readLevel(snapshot, subject),
  ({ family, thing, mode, from, to }) => [family, thing, mode, from, to],
)

async function readLevel(snapshot: Snapshot, subject: FlowQuery): Promise<Series[]> {
  const { from, to, mode } = subject
  const rows = (await groupRows(snapshot, subject)) ?? (await rowsOfPair(snapshot, from, to === '' ? from : to))
  if (mode === 'one') return [...ownSeries(rows, subject), ...(await quotedOfMany(snapshot, subject))]
  if (mode === 'way') return waySeries(snapshot, rows, subject)
  const [out, back] = await Promise.all([
    waySeries(snapshot, rows, { ...subject, mode: 'way' }),
    waySeries(snapshot, rows, { ...subject, mode: 'way', from: to, to: from }),
  ])
  if (mode === 'balance') return bothWays(out, back, (x, y) => x - y, flowText(subject))
  const printed = rows.filter(
    ({ indicator, from: sender }) => indicator === 'goods-trade' && sender !== 'WLD' && subject.family === 'goods',
  )
  return [...seriesByKey(printed, 'flow', flowText(subject)), ...bothWays(out, back, (x, y) => x + y, flowText(subject))]
}

const summedOver: Readonly<Partial<Record<QueryFamily, string>>> = { arms: 'arms-deliveries-tiv', own: 'military-expenditure' }

/**
 * Returns the flows of regions and blocs as sums over their states, for arms and military spending, which are on record for all states. Undefined if both sides
 * are single states, or if the quantity cannot be summed.
 */
async function groupRows(snapshot: Snapshot, { family, thing, from, to }: FlowQuery): Promise<readonly RecordRow[] | undefined> {
  const indicator = summedOver[family]
  if (indicator === undefined || thing.startsWith('gdp')) return undefined
  const [a, b] = await Promise.all([from, to].map(async (id) => ({ id, states: await statesOfGroup(snapshot, id) })))
  if (a!.states === undefined && b!.states === undefined) return undefined
  const out = await rowsOfSides(snapshot, indicator, a!, b!)
  return to === '' ? out : [...out, ...(await rowsOfSides(snapshot, indicator, b!, a!))]
}

/** Combines the series of the two directions, each pair from the same source and reporter. */
function bothWays(out: readonly Series[], back: readonly Series[], make: (x: number, y: number) => number, what: string): Series[] {
  return out.flatMap((one) =>
    back
      .filter((other) => isSameOrigin(one, other))
      .map((other) =>
        combinedSeries(one, other, make, { what: [`${what}${reportedBy(one.reporter)}`, one.among].filter(Boolean).join(', ') }),
      ),
  )
}

const reportedBy = (reporter: string | null): string => (reporter === null ? '' : `, reported by ${actorText(reporter)}`)

const keyOf = (row: RecordRow): string => [row.source, row.indicator, row.reporter, row.unit, row.vintage].join(' ')

function seriesByKey(
  rows: readonly RecordRow[],
  adding: PeriodAggregation,
  what: string,
  definition: Series['definition'] = 'same',
): Series[] {
  return [...grouped(rows, keyOf).values()].map((group) =>
    seriesFromRows(group, adding, `${what}${reportedBy(group[0]!.reporter)}`, definition),
  )
}

const services = ['goods-services-exports', 'goods-services-imports']

async function waySeries(snapshot: Snapshot, rows: readonly RecordRow[], subject: FlowQuery): Promise<Series[]> {
  const way = rows.filter(({ from, to }) => from === subject.from && to === subject.to)
  const of = (...ids: readonly string[]): RecordRow[] => way.filter(({ indicator }) => ids.includes(indicator))
  const what = flowText(subject)
  switch (subject.family) {
    case 'goods':
      return [
        ...seriesByKey(of(...tradeIndicators.filter((id) => id !== 'goods-trade'), 'goods-exports-cow'), 'flow', what),
        ...seriesByKey(of(...services), 'flow', what.replace('goods', 'goods and services'), 'same'),
        ...(await groupTradeSeries(snapshot, subject, what)),
      ]
    case 'fossil':
      return [...fossilSeries(of, subject.thing, what), ...quotedAmounts(way, subject.thing, what)]
    case 'arms':
      return armsSeries(snapshot, of, what)
    default:
      return heldSeries(snapshot, of, subject.thing, what)
  }
}

type Of = (...ids: readonly string[]) => RecordRow[]

const fossilIds: Readonly<Record<string, readonly string[]>> = {
  energy: ['fossil-imports'],
  'crude-oil': ['fossil-imports-crude'],
  'oil-products': ['fossil-imports-products'],
  coal: ['fossil-imports-coal'],
  'gas-pipeline': ['fossil-imports-gas'],
  lng: ['fossil-imports-lng'],
  gas: ['fossil-imports-all-gas'],
}

function fossilSeries(of: Of, thing: string, what: string): Series[] {
  const measures = ['', '-tonnes', '-m3', '-terajoules']
  const own = seriesByKey(of(...(fossilIds[thing] ?? []).flatMap((id) => measures.map((unit) => `${id}${unit}`))), 'flow', what)
  if (thing !== 'gas') return own
  const [piped, liquid] = ['gas', 'lng'].map((part) =>
    seriesByKey(of(...measures.map((unit) => `fossil-imports-${part}${unit}`)), 'flow', what),
  )
  return [...own, ...bothWays(piped!, liquid!, (x, y) => x + y, what.replace('natural gas', 'gas by pipeline and liquefied'))]
}

async function armsSeries(snapshot: Snapshot, of: Of, what: string): Promise<Series[]> {
  const listed = await listSeries(snapshot, of, 'arms-deliveries-tiv', what)
  return [...listed, ...seriesByKey(of('arms-deliveries-five-years'), 'window', what)]
}

/** Makes series from lists that are complete for the years they cover, so that a year without an entry is zero. */
function listSeries(snapshot: Snapshot, of: Of, id: string, what: string, definition: Series['definition'] = 'same'): Promise<Series[]> {
  const groups = [...grouped(of(id), keyOf).values()]
  return Promise.all(
    groups.map(async (group) => seriesFromRows(group, { covered: await coverageDays(snapshot, group[0]!.source, id) }, what, definition)),
  )
}

async function heldSeries(snapshot: Snapshot, of: Of, thing: string, what: string): Promise<Series[]> {
  const isDeals = thing === 'deals'
  switch (thing) {
    case 'deals':
    case 'investment':
      return [
        ...seriesByKey(
          of('direct-investment-stock'),
          'stock',
          what.replace(thingNames['deals']!, thingNames['investment']!),
          isDeals ? 'other' : 'same',
        ),
        ...(await listSeries(
          snapshot,
          of,
          'large-deals',
          what.replace(thingNames['investment']!, thingNames['deals']!),
          isDeals ? 'same' : 'other',
        )),
      ]
    case 'loans':
      // the debt to governments is a part of all debt to a state's lenders
      return [...seriesByKey(of('loans-outstanding'), 'stock', what), ...seriesByKey(of('public-debt-official'), 'stock', what, 'other')]
    case 'public-debt-official':
    case 'migrant-stock':
    case 'us-forces':
      return seriesByKey(of(thing), 'stock', what)
    case 'reserves':
      return seriesByKey(of('treasury-securities-held'), 'stock', what)
    default:
      return []
  }
}

function ownSeries(rows: readonly RecordRow[], subject: FlowQuery): Series[] {
  const id = subject.thing === 'defence-spending' ? 'military-expenditure' : subject.thing
  const own = rows.filter(({ from, to, indicator }) => from === subject.from && to === '' && indicator === id)
  return seriesByKey(own, 'flow', flowText(subject))
}

/** Returns the military spending that fact sheets give for a bloc, or for each of several states; sums over a table leave out such single figures. */
const quotedOfMany = async (snapshot: Snapshot, subject: FlowQuery): Promise<Series[]> =>
  subject.thing === 'defence-spending' && (await statesOfGroup(snapshot, subject.from)) !== undefined
    ? quotedSpendingSum(snapshot, subject.from, flowText(subject))
    : []

/** Returns military spending at constant prices and in national currency, if available: a change may be stated in either. */
export async function constantPrices(snapshot: Snapshot, { thing, from }: FlowQuery): Promise<Series[]> {
  if (thing !== 'defence-spending') return []
  const rows = await rowsOfPair(snapshot, from, from)
  const local = rows.filter(({ indicator, from: state }) => indicator === 'military-expenditure-local' && state === from)
  const name = `military spending of ${actorText(from)}`
  return [...(await realSpending(snapshot, from, `${name} at constant prices`)), ...seriesByKey(local, 'flow', `${name} in its own money`)]
}

/** Returns shares in per cent: computed with a whole from the same source and reporter, or as published by a source. */
export async function shareSeries(snapshot: Snapshot, subject: FlowQuery, wholes: readonly ShareWhole[]): Promise<Series[]> {
  if (subject.mode === 'one') return (await Promise.all(wholes.map((whole) => ownShare(snapshot, subject, whole)))).flat()
  if (subject.thing === 'currency') return settlement(snapshot, subject)
  const shares = await Promise.all(wholes.map((whole) => shareOfWhole(snapshot, subject, whole)))
  const quoted = subject.family === 'arms' ? await quotedShares(snapshot, subject, wholes) : []
  const of = wholes.map((whole) => whole.of)
  const fuels =
    subject.family === 'fossil' && subject.mode === 'way'
      ? await quotedFuelShares(snapshot, { thing: subject.thing, from: subject.from, to: subject.to, of, what: flowText(subject) })
      : []
  const crude = wholes.some(({ of }) => of === 'imports') ? await crudeShare(snapshot, subject) : []
  return [...shares.flat(), ...quoted, ...fuels, ...crude, ...(await shareOfFlow(snapshot, subject))]
}

/**
 * Returns the share of crude oil from one state in all crude imports of another, or in the imports of the EU from outside. The energy table covers every origin
 * for crude oil; for gas it only has the border where the gas entered.
 */
async function crudeShare(snapshot: Snapshot, subject: FlowQuery): Promise<Series[]> {
  const { thing, mode, from, to } = subject
  if (thing !== 'crude-oil' || mode !== 'way') return []
  const members = to === 'EUU' ? await statesOfGroup(snapshot, to) : undefined
  const of = async (sender: TradeSide): Promise<Series[]> => {
    const rows = await rowsOfSides(snapshot, 'fossil-imports-crude-tonnes', sender, { id: to, states: members })
    const own = rows.filter(({ source }) => source === 'eurostat-energy').map((row) => ({ ...row, estimated: true }))
    return seriesByKey(own, 'flow', flowText(subject))
  }
  const [part, all] = await Promise.all([
    of({ id: from, states: undefined }),
    of({ id: 'WLD', states: undefined, except: new Set([...(members ?? []), 'WLD']) }),
  ])
  return sharesWithin(part, all, ({ what }) => `${what} as a share of all imports of ${actorText(to)}, by weight`)
}

/** Returns a product's share of a larger flow in the same direction: crude oil as a share of fossil fuels, fossil fuels as a share of goods. */
async function shareOfFlow(snapshot: Snapshot, subject: FlowQuery): Promise<Series[]> {
  if (subject.family !== 'fossil' || subject.mode !== 'way') return []
  const part = await levelSeries(snapshot, subject)
  const larger: FlowQuery[] = [
    { ...subject, family: 'goods', thing: 'goods-exports' },
    ...(subject.thing === 'energy' ? [] : [{ ...subject, thing: 'energy' }]),
  ]
  const all = (await Promise.all(larger.map(async (one) => (await levelSeries(snapshot, one)).map((series) => ({ one, series }))))).flat()
  return part.flatMap((one) =>
    all
      .filter(({ series }) => isSameOrigin(one, series))
      .map(({ one: whole, series }) =>
        combinedSeries(one, series, (x, y) => (y > 0 ? (100 * x) / y : Number.NaN), {
          unit: 'percent',
          what: `${one.what} as a share of ${quantityText(whole)}, by ${one.unit === 'tonnes' ? 'weight' : 'value'}`,
        }),
      ),
  )
}

async function shareOfWhole(snapshot: Snapshot, subject: FlowQuery, whole: ShareWhole): Promise<Series[]> {
  if (subject.family === 'own' || (subject.family === 'held' && whole.of !== 'gdp')) return []
  const part = await levelSeries(snapshot, whole.of === 'trade' ? { ...subject, mode: 'both' } : subject)
  const all = await wholeSeries(snapshot, subject, whole)
  const name = whole.of === 'gdp' ? 'GDP' : whole.of === 'total' ? 'deliveries' : whole.of
  const what = (one: Series): string => `${one.what} as a share of all ${name} of ${actorText(whole.state)}`
  return sharesWithin(part, all, what, whole.of === 'gdp')
}

/**
 * Returns parts in per cent of wholes: from the same source and reporter, or from any source if `isAnySource` is true, since the whole is then a different
 * quantity.
 */
function sharesWithin(part: readonly Series[], all: readonly Series[], what: (part: Series) => string, isAnySource = false): Series[] {
  // the whole of a sum over several partners may be the total over all partners
  const isWhole = (one: Series, other: Series): boolean =>
    isSameOrigin(one, { ...other, among: other.among ?? one.among }) && other.measure === one.measure
  return part.flatMap((one) =>
    all
      .filter((other) => other.unit === one.unit && (isAnySource || isWhole(one, other)))
      .map((other) => combinedSeries(one, other, (x, y) => (y > 0 ? (100 * x) / y : Number.NaN), { unit: 'percent', what: what(one) })),
  )
}

/**
 * Returns everything that a state, a region or the world sent, received or spent: what it received if the query is on a flow from the world, otherwise what it
 * sent or spent.
 */
function totalSeries(snapshot: Snapshot, subject: FlowQuery, state: string): Promise<readonly Series[]> {
  const isReceived = subject.from === 'WLD' && subject.mode === 'way'
  return levelSeries(snapshot, { ...subject, ...(isReceived ? { to: state } : { from: state }) })
}

async function wholeSeries(snapshot: Snapshot, subject: FlowQuery, { of, state }: ShareWhole): Promise<readonly Series[]> {
  if (of === 'total') return totalSeries(snapshot, subject, state)
  if (subject.family === 'arms' && of !== 'gdp')
    return levelSeries(snapshot, {
      ...subject,
      mode: 'way',
      ...(of === 'exports' ? { from: state, to: 'WLD' } : { from: 'WLD', to: state }),
    })
  if (of === 'gdp') return levelSeries(snapshot, { family: 'own', thing: 'gdp', mode: 'one', from: state, to: '' })
  const added = subject.family === 'goods' ? await wholesOfReporter(snapshot, state) : []
  const rows = [...(await rowsOfPair(snapshot, state, state)), ...(await totalsOverPartners(snapshot, state)), ...added]
  const out = await waySeries(snapshot, rows, { ...subject, mode: 'way', from: state, to: 'WLD' })
  const ofUnion = async (way: 'exports' | 'imports'): Promise<Series[]> =>
    subject.family === 'goods' ? groupTotalSeries(snapshot, state, way, flowText(subject)) : []
  if (of === 'exports') return [...out, ...(await ofUnion(of))]
  const back = await waySeries(snapshot, rows, { ...subject, mode: 'way', from: 'WLD', to: state })
  return of === 'imports' ? [...back, ...(await ofUnion(of))] : bothWays(out, back, (x, y) => x + y, '')
}

const inPercent = (series: Series, what: string): Series => scaledSeries(series, 100, 'percent', what)

async function quotedShares(snapshot: Snapshot, subject: FlowQuery, wholes: readonly ShareWhole[]): Promise<Series[]> {
  const rows = await rowsOfPair(snapshot, subject.from, subject.to)
  const way = rows.filter(({ from, to }) => from === subject.from && to === subject.to)
  return wholes.flatMap(({ of, state }) => {
    const id = of === 'exports' ? 'arms-export-share' : 'arms-import-share'
    const quoted = way.filter(({ indicator }) => indicator === id)
    return seriesByKey(quoted, 'window', '').map((one) =>
      inPercent(one, `${flowText(subject)} as a share of all arms ${of} of ${actorText(state)}`),
    )
  })
}

async function settlement(snapshot: Snapshot, subject: FlowQuery): Promise<Series[]> {
  const rows = await rowsOfPair(snapshot, subject.from, subject.to)
  const quoted = rows.filter(({ indicator }) => indicator === 'settlement-own-currencies')
  return seriesByKey(quoted, 'stock', '').map((one) => inPercent(one, flowText({ ...subject, mode: 'both' })))
}

/** Returns military spending as a share of GDP, as published by the source, or as a share of the spending of the world or a region. */
async function ownShare(snapshot: Snapshot, subject: FlowQuery, { of, state }: ShareWhole): Promise<Series[]> {
  const { thing, from } = subject
  if (of === 'total') {
    const [own, all] = await Promise.all([levelSeries(snapshot, subject), totalSeries(snapshot, subject, state)])
    const what = `${flowText(subject)} as a share of that of ${actorText(state)}`
    return sharesWithin(own, all, () => what)
  }
  if (thing !== 'defence-spending') return []
  const all = await spendingShareOfGdp(snapshot, from, `military spending of ${actorText(from)} as a share of its GDP`)
  return all.map((one) => inPercent(one, one.what))
}
