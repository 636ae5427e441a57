import { grouped } from '../../../assessments/rows/grouped.ts'
import { cachedBySnapshot } from '../../../assessments/rows/snapshot-cache.ts'
import { compilationOf, traitsOf } from '../../../sources/source-traits.ts'
import { blocs, stateOf } from '../../../states/index.ts'
import type { Snapshot } from '../../../store/index.ts'
import { verdictLimits } from '../../limits.ts'
import { stateGroup } from '../../text/fact-files.ts'
import { statesOfGroup } from '../../text/names/country-groups.ts'
import { membersOfEu, rowsOfEachState, rowsOfPartners } from '../record/record-query.ts'
import type { RecordRow } from '../record/record-rows.ts'
import type { DaySpan } from '../record/series.ts'
import { statesWithWholeList } from '../record/whole-lists.ts'

/** A rank among partners: the ranked state, the host of which it is a partner, and the direction of the flow. */
export interface RankQuery {
  readonly ranked: string
  readonly host: string
  readonly ways: readonly ('to host' | 'from host')[]
  /** The quantity that decides the order: deliveries of arms, goods and other flows, or each state's own size. */
  readonly of: 'arms' | 'deals' | 'crude-oil' | 'goods' | 'military-expenditure' | 'military-expenditure-gdp-share' | 'gdp' | 'population'
}

export interface RankedPartner {
  readonly id: string
  readonly value: number
  readonly rows: readonly RecordRow[]
  /** True for a union of which less than 60 % of the members are in the list: its value is then too small. */
  readonly isPart?: boolean
}

/** The partners of a state in one source, the largest first. */
export interface PartnerRanking {
  readonly source: string
  readonly year: DaySpan
  readonly partners: readonly RankedPartner[]
  readonly unit: string
  /** True if the list has all partners. False for a selection: omitted partners may rank above those in it, so a rank in it is the best possible one. */
  readonly complete: boolean
  /** For a selection: the value of the largest omitted partner in the last year for which all are on record. */
  readonly outside: number | undefined
  /** For a selection with its total: the sum of all omitted partners. */
  readonly rest: number | undefined
  /**
   * For a complete list: the part of its total that its states do not add up to. A territory in this part, such as Hong Kong, may rank above a smaller partner.
   */
  readonly leftOut: number
  /** The same complete list with a union in place of its members, as many offices rank them: one list for each choice of unions. */
  readonly united: readonly (readonly RankedPartner[])[]
  /** True if the order is from the host's own office or from the field's register, which texts usually refer to. */
  readonly official: boolean
}

const blocIds: ReadonlySet<string> = new Set(blocs.map(({ id }) => id))

const goods = [
  'goods-exports',
  'goods-imports',
  'goods-imports-cow',
  'goods-services-exports',
  'goods-services-imports',
  'goods-trade-flow',
]

/** Indicators that are summed by partner; all other orders are by each state's own size. For crude oil the energy table covers every origin. */
const listOf: Readonly<Partial<Record<RankQuery['of'], readonly string[]>>> = {
  arms: ['arms-deliveries-tiv'],
  deals: ['large-deals'],
  'crude-oil': ['fossil-imports-crude-tonnes'],
  goods,
}

/** Returns the record's orders of partners for each span. Computed once for a snapshot, since the order does not depend on which state is ranked. */
export function partnerRankings(snapshot: Snapshot, place: RankQuery, spans: readonly DaySpan[]): Promise<readonly PartnerRanking[]> {
  return spans.length === 0 ? Promise.resolve([]) : readOrders(snapshot, place, spans)
}

const readOrders = cachedBySnapshot(
  async (snapshot, place: RankQuery, spans: readonly DaySpan[]): Promise<readonly PartnerRanking[]> => {
    const ids = listOf[place.of]
    if (ids === undefined) return sizesOf(snapshot, place.of, spans)
    const states = place.of === 'arms' ? await statesOfGroup(snapshot, place.host) : undefined
    if (states !== undefined) return groupOrders(snapshot, place, states, spans)
    const rows = await rowsOfPartners(snapshot, place.host, ids, spans[0]!.from, spans.at(-1)!.to)
    const whole = place.of === 'goods' ? await statesWithWholeList(snapshot) : undefined
    const isListed = ({ source }: RecordRow): boolean =>
      (traitsOf(source).lacksSilentPairs !== true || whole?.get(source)?.has(place.host) === true) &&
      (place.of !== 'crude-oil' || source === 'eurostat-energy')
    const own = rows.filter((row) => (row.reporter === null || row.reporter === place.host) && isListed(row) && isAsked(row, place))
    const inside = place.host === 'EUU' ? await membersOfEu(snapshot, spans.at(-1)!.to) : new Set<string>()
    const lists = grouped(own, ({ source, unit }) => `${source} ${unit}`)
    const orders = spans.flatMap((span) => [...lists.values()].flatMap((list) => orderOf(list, place, span, inside)))
    const known = await withoutUnionLists(snapshot, place, await withOutside(snapshot, place, orders))
    return withPorts(snapshot, place, await withUnions(snapshot, place, known))
  },
  ({ host, ways, of }, spans) => [host, ways, of, spans.map(({ from, to }) => [from, to])],
)

/**
 * Marks the IMF's lists of EU members as unofficial: they are by country of dispatch, which puts Rotterdam's transit under the Netherlands, while the members'
 * own offices rank by country of origin.
 */
async function withoutUnionLists(snapshot: Snapshot, { host }: RankQuery, orders: readonly PartnerRanking[]): Promise<PartnerRanking[]> {
  return Promise.all(
    orders.map(async (order) => {
      const isOther = compilationOf(order.source) === 'imf-dots' && (await membersOfEu(snapshot, order.year.from)).has(host)
      return isOther ? { ...order, official: false } : order
    }),
  )
}

/** Returns the arms partners of a region or bloc, by each partner's deliveries to all of its states, or from them. */
async function groupOrders(
  snapshot: Snapshot,
  place: RankQuery,
  states: ReadonlySet<string>,
  spans: readonly DaySpan[],
): Promise<PartnerRanking[]> {
  const [from, to] = [spans[0]!.from, spans.at(-1)!.to]
  const each = await Promise.all([...states].map((state) => rowsOfPartners(snapshot, state, ['arms-deliveries-tiv'], from, to)))
  const rows = each.flat().map((row) => ({
    ...row,
    whose: `from_id = '${row.from}' and to_id = '${row.to}'`,
    from: states.has(row.from) ? place.host : row.from,
    to: states.has(row.to) ? place.host : row.to,
  }))
  const own = rows.filter((row) => row.from !== row.to && isAsked(row, place))
  const lists = grouped(own, ({ source, unit }) => `${source} ${unit}`)
  return spans.flatMap((span) => [...lists.values()].flatMap((list) => orderOf(list, place, span, new Set())))
}

const leastOf = (id: string, source: string): number =>
  id === 'military-expenditure' && traitsOf(source).lists === 'selection' ? verdictLimits.rankingSpenders : verdictLimits.rankingPartners

/** Returns all states ordered by their own size in each span. */
async function sizesOf(snapshot: Snapshot, id: string, spans: readonly DaySpan[]): Promise<PartnerRanking[]> {
  const ids = id === 'military-expenditure-gdp-share' ? [id, 'defence-expenditure-nato-gdp-share'] : [id]
  const each = await Promise.all(ids.map((one) => rowsOfEachState(snapshot, one, spans[0]!.from, spans.at(-1)!.to)))
  const rows = each.flat().filter(({ from }) => stateOf(from) !== undefined)
  const lists = [...grouped(rows, ({ source, unit, indicator }) => `${source} ${unit} ${indicator}`).values()]
  return spans.flatMap((year) =>
    lists.flatMap((list) => {
      const own = list.filter(({ start, end }) => start === year.from && end === year.to)
      const partners = own.map((row): RankedPartner => ({ id: row.from, value: row.value, rows: [row] })).sort((x, y) => y.value - x.value)
      const complete = partners.length >= leastOf(id, own[0]?.source ?? '')
      return own[0] === undefined
        ? []
        : [{ source: own[0].source, year, partners, unit: own[0].unit, complete, outside: undefined, official: true, ...completeAsListed }]
    }),
  )
}

function isAsked({ from, to, indicator }: RecordRow, { host, ways }: RankQuery): boolean {
  const isImports = /imports/.test(indicator) && indicator !== 'goods-imports-cow'
  if ((isImports && from === host) || (/exports/.test(indicator) && to === host)) return false
  return (to === host && ways.includes('to host')) || (from === host && ways.includes('from host'))
}

function orderOf(rows: readonly RecordRow[], { host, ways, of }: RankQuery, span: DaySpan, inside: ReadonlySet<string>): PartnerRanking[] {
  const isArms = of !== 'goods'
  const whole = rows.filter(({ start, end }) => (isArms ? start >= span.from && end <= span.to : start === span.from && end === span.to))
  const [some] = whole
  if (some === undefined) return []
  // of the sources that may lack a report only the lists that are whole come here
  const isSelection = traitsOf(some.source).lists === 'selection'
  // single figures may lack one direction: only partners with both directions have a size
  const isWhole = (own: readonly RecordRow[]): boolean => !isSelection || new Set(own.map(({ to }) => to === host)).size === ways.length
  const listed = isSelection ? firmest(whole) : whole
  const partners = [...grouped(listed, ({ from, to }) => (from === host ? to : from))]
    .filter(([, own]) => isWhole(own))
    .filter(([id]) => /^[A-Z]{3}$/.test(id) && id !== 'WLD' && id !== 'EUU' && !blocIds.has(id) && !inside.has(id))
    .map(([id, own]): RankedPartner => ({ id, value: own.reduce((sum, { value }) => sum + value, 0), rows: own }))
    .sort((x, y) => y.value - x.value)
  const counts = ways.map(
    (way) => new Set(whole.filter(({ to }) => (to === host) === (way === 'to host')).map(({ from, to }) => from + to)).size,
  )
  if (Math.min(...counts) === 0 || (!isSelection && Math.min(...counts) < verdictLimits.rankingBothWays * Math.max(...counts))) return []
  const complete = isArms || (partners.length >= verdictLimits.rankingPartners && !isSelection)
  const official = isArms || some.reporter === host
  const order = { source: some.source, year: span, partners, unit: some.unit, complete, outside: undefined, official, ...completeAsListed }
  const isWholeTold = isSelection && ways.every((way) => listed.some(({ from, to }) => (way === 'to host' ? from : to) === 'WLD'))
  const left = leftOutOf(listed, partners)
  return [of !== 'goods' ? order : complete ? { ...order, leftOut: left } : isWholeTold ? { ...order, rest: left } : order]
}

/** Returns one row for each flow. If several texts give a figure, a row that is not marked as a first report is preferred. */
function firmest(rows: readonly RecordRow[]): RecordRow[] {
  const ways = grouped(rows, ({ from, to }) => `${from} ${to}`)
  return [...ways.values()].map((own) => own.find(({ estimated }) => !estimated) ?? own[0]!)
}

/** Values for a list without known omissions or unions. */
const completeAsListed = { rest: undefined, leftOut: 0, united: [] } as const

function leftOutOf(rows: readonly RecordRow[], partners: readonly RankedPartner[]): number {
  const all = rows.filter(({ from, to }) => from === 'WLD' || to === 'WLD').reduce((sum, { value }) => sum + value, 0)
  return Math.max(0, all - partners.reduce((sum, { value }) => sum + value, 0))
}

/** Unions that offices rank as one partner. */
const unions = ['EUU', 'ASEAN']

/** Whether ranks in a list can be certain: it is complete, or the sum of the omitted partners is known. */
const isWholeOf = ({ complete, rest }: PartnerRanking): boolean => complete || rest !== undefined

/** Adds to each order the same list with one union or both as single partners, except unions that the host belongs to. */
async function withUnions(snapshot: Snapshot, { host, of }: RankQuery, orders: readonly PartnerRanking[]): Promise<PartnerRanking[]> {
  if (of !== 'goods' || !orders.some(isWholeOf)) return [...orders]
  return Promise.all(
    orders.map(async (order) => {
      if (!isWholeOf(order)) return order
      const members = await Promise.all(unions.map(async (id) => ({ id, states: await membersOf(snapshot, id, order.year.to) })))
      const [one, other] = members.flatMap(({ id, states }) => (states === undefined || states.has(host) ? [] : [{ id, states }]))
      const ways = [[one], [other], [one, other]].map((way) => way.filter((union) => union !== undefined))
      const united = ways.filter(({ length }) => length > 0).map((way) => way.reduce(mergedUnion, order.partners))
      return { ...order, united }
    }),
  )
}

/** Returns the members of a union. For the EU, those on the day: the United Kingdom was a member for most years on record. */
const membersOf = (snapshot: Snapshot, id: string, day: string): Promise<ReadonlySet<string> | undefined> =>
  id === 'EUU' ? membersOfEu(snapshot, day) : statesOfGroup(snapshot, id)

/** States through which overseas goods enter the EU: data by country of dispatch attribute these goods to them. */
const ports: ReadonlySet<string> = stateGroup('ports of the EU')

/** Adds, to orders of EU members by country of dispatch, the order that data by origin may have at most. */
async function withPorts(snapshot: Snapshot, { host, of, ways }: RankQuery, orders: readonly PartnerRanking[]): Promise<PartnerRanking[]> {
  if (of !== 'goods' || !ways.includes('to host')) return [...orders]
  return Promise.all(
    orders.map(async (order) => {
      const members = await membersOfEu(snapshot, order.year.from)
      if (order.official || !members.has(host)) return order
      const factorOf = (id: string): number =>
        ports.has(id) ? verdictLimits.portOriginFactor : members.has(id) ? 1 : verdictLimits.outsideOriginFactor
      const made = order.partners.map((one) => ({ ...one, value: factorOf(one.id) * one.value }))
      return { ...order, united: [...order.united, made.sort((x, y) => y.value - x.value)] }
    }),
  )
}

function mergedUnion(
  partners: readonly RankedPartner[],
  { id, states }: { readonly id: string; readonly states: ReadonlySet<string> },
): readonly RankedPartner[] {
  const members = partners.filter((one) => states.has(one.id))
  const isPart = members.length < verdictLimits.rankedUnionMembers * states.size
  const union = { id, value: members.reduce((sum, { value }) => sum + value, 0), rows: members.flatMap(({ rows }) => rows), isPart }
  return [...partners.filter((one) => !states.has(one.id)), union].sort((x, y) => y.value - x.value)
}

/** The last year for which the trade of all pairs is on record. */
const lastOfAll = { from: '2014-01-01', to: '2014-12-31' }

/** Adds to selections the size of the largest omitted partner in the last complete year: the rank of a partner far above that size is certain. */
async function withOutside(snapshot: Snapshot, place: RankQuery, orders: readonly PartnerRanking[]): Promise<PartnerRanking[]> {
  if (place.of !== 'goods' || orders.every(({ complete }) => complete)) return [...orders]
  const rows = await rowsOfPartners(snapshot, place.host, ['goods-imports-cow'], lastOfAll.from, lastOfAll.to)
  const [all] = orderOf(
    rows.filter((row) => isAsked(row, place)),
    place,
    lastOfAll,
    new Set(),
  )
  return orders.map((order) => {
    if (
      order.complete ||
      traitsOf(order.source).lists === 'selection' ||
      all === undefined ||
      order.unit !== all.unit ||
      order.year.from < lastOfAll.to
    )
      return order
    const told = new Set(order.partners.map(({ id }) => id))
    return { ...order, outside: all.partners.find(({ id }) => !told.has(id))?.value }
  })
}

/** Returns the best and worst rank of a state if all figures may be off by a share. */
export function rankRange({ partners }: Pick<PartnerRanking, 'partners'>, id: string, off: number): readonly [best: number, worst: number] {
  const own = partners.find((one) => one.id === id)?.value ?? 0
  const above = (factor: number): number => partners.filter((one) => one.id !== id && one.value > own * factor).length
  return [1 + above(1 + off), 1 + above(1 - off)]
}
