import { type Cell, type Snapshot, sourceOfPair, type tables } from '../../store/index.ts'
import { indicators } from '../../store/indicators/indicators.ts'
import { sectorGoods } from '../../store/indicators/indicators-technology.ts'
import type { DomainInputs } from '../forms/assessment.ts'
import type { Commitment, LoadedRows, ObservationRow, Order, PairEvent } from '../rows/observation-row.ts'
import { sharedTexts } from '../rows/shared-texts.ts'
import { cachedBySnapshot } from '../rows/snapshot-cache.ts'

/** What to read: two states, one state with all partners, or everything. */
export type Scope = readonly [string, string] | readonly [string] | 'all'

/**
 * Indicators that a domain may request. They are listed by name so that DuckDB can skip the parts of a table that
 * contain none of them.
 */
const held: ReadonlySet<string> = new Set([
  ...indicators.map(({ id }) => id).filter((id) => id.startsWith('fossil-imports')),
  ...[
    'sanctioned-goods-exports',
    'joint-exercises',
    'dispute-onsets',
    'dispute-hostility',
    'crisis-onsets',
    'cyber-incidents',
    'cyber-severity',
    'cyber-operations',
  ],
  ...['arms-deliveries-tiv', 'arms-deliveries-five-years', 'arms-import-share', 'arms-export-share'],
  ...['support-allocations-military', 'support-allocations-financial', 'support-allocations-humanitarian'],
  ...['direct-investment-stock', 'large-deals', 'large-deals-count', 'official-finance-oda', 'official-finance-oof'],
  ...['official-finance-vague', 'official-finance-projects', 'official-finance-unvalued'],
  ...['settlement-own-currencies', 'loans-outstanding', 'treasury-securities-held'],
  ...['visa-rule', 'visa-free-days', 'us-forces', 'students-sent', 'students-received'],
  ...['embassy', 'embassy-elsewhere', 'consulates', 'representation-level'],
  ...indicators.map(({ id }) => id).filter((id) => id.startsWith('public-debt')),
  ...sectorGoods.map(({ indicator }) => indicator),
  ...['fuel-sales', 'electronics-sales'],
])

/** Whether rows of this indicator are among those read into memory for the domains. */
export function isLoadedIndicator(indicator: string): boolean {
  return held.has(indicator)
}

const asked = new WeakMap<DomainInputs, Promise<LoadedRows>>()

/**
 * Returns the data for a pair: what the caller has already read for all pairs, otherwise the pair's own rows, read on first
 * request.
 */
export async function loadedRows(bench: DomainInputs): Promise<LoadedRows> {
  if (bench.held !== undefined) return bench.held
  const { a, b, to } = bench.dyad
  const found = asked.get(bench) ?? ofPair(bench.snapshot, a.iso3, b.iso3, to)
  asked.set(bench, found)
  return found
}

/** Reads the rows of a pair once for all days, since a year-by-year analysis requests the same pair repeatedly. */
async function ofPair(snapshot: Snapshot, a: string, b: string, to: string): Promise<LoadedRows> {
  const { rows, orders, events, commitments } = await heldOfPair(snapshot, a, b)
  return indexedHoldings({
    rows: rows.filter(({ end }) => end <= to),
    orders: orders.filter((order) => String(order.end_date ?? order.date) <= to),
    events: events.filter(({ date }) => date <= to),
    commitments,
  })
}

const endOfTime = '9999-12-31'
const heldOfPair = cachedBySnapshot((snapshot, a: string, b: string) => readHeld(snapshot, endOfTime, [a, b]))

/** Rows as read from the snapshot. */
interface Held {
  readonly rows: readonly ObservationRow[]
  readonly orders: readonly Order[]
  readonly events: readonly PairEvent[]
  readonly commitments: readonly Commitment[]
}

/** Reads the rows of a scope that end by a day, in four queries whatever the scope. */
export async function loadRows(snapshot: Snapshot, to: string, scope: Scope): Promise<LoadedRows> {
  return indexedHoldings(await readHeld(snapshot, to, scope))
}

async function readHeld(snapshot: Snapshot, to: string, scope: Scope): Promise<Held> {
  const [rows, orders, events, commitments] = await Promise.all([
    observationsOf(snapshot, to, scope),
    ordersOf(snapshot, to, scope),
    eventsOf(snapshot, to, scope),
    commitmentsOf(snapshot, scope),
  ])
  return { rows, orders, events, commitments }
}

function indexedHoldings({ rows, orders, events, commitments }: Held): LoadedRows {
  const pairs = indexed(rows.filter(isOfPair), ({ from, to: other }) => pairKey(from, other))
  const wholes = indexed(rows.filter(isOfOne), ({ from, to: other }) => (from === 'WLD' || from === 'EU' ? other : from))
  const byPair = indexed(orders, (order) => pairKey(String(order.from_id), String(order.to_id)))
  const eventsByPair = indexed(events, ({ from, to: other }) => pairKey(from, other))
  const byState = indexed(commitments, (commitment) => String(commitment['state']))
  return {
    between: (a, b) => pairs.get(pairKey(a, b)) ?? [],
    of: (state) => wholes.get(state) ?? [],
    orders: (a, b) => byPair.get(pairKey(a, b)) ?? [],
    events: (a, b) => eventsByPair.get(pairKey(a, b)) ?? [],
    commitments: (state) => byState.get(state) ?? [],
  }
}

function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}

/**
 * Whether the row is about two parties, not about one alone or with the world. A bloc can be one of the two, such as the EU in the comparison of mirror
 * reports.
 */
function isOfPair({ from, to }: ObservationRow): boolean {
  return to !== '' && to !== 'WLD' && from !== 'WLD'
}

function isOfOne({ from, to }: ObservationRow): boolean {
  return from === 'EU' || to === '' || to === 'WLD' || from === 'WLD'
}

function indexed<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const index = new Map<string, T[]>()
  for (const row of rows) {
    const own = index.get(key(row))
    if (own === undefined) index.set(key(row), [row])
    else own.push(row)
  }
  return index
}

const isPair = (scope: Scope): scope is readonly [string, string] => scope !== 'all' && scope.length === 2

/** Writes the SQL condition of a scope and its parameters. For a pair, rows without a partner are read for all states. */
function scoped(scope: Scope, condition: string): { where: string; parameters: Record<string, Cell> } {
  return isPair(scope) ? { where: condition, parameters: { a: scope[0], b: scope[1] } } : { where: 'true', parameters: {} }
}

const repeated = ['indicator', 'from_id', 'to_id', 'reporter', 'start_date', 'end_date', 'unit', 'valuation', 'status', 'source', 'vintage']

const orderedBy = [
  ...['end_date', 'start_date', 'source', 'indicator', 'from_id', 'reporter', 'locator', 'to_id', 'unit', 'valuation', 'vintage', 'value'],
]

async function observationsOf(snapshot: Snapshot, to: string, scope: Scope): Promise<ObservationRow[]> {
  const own = "((from_id IN ($a, $b) AND (to_id IN ($a, $b, 'WLD') OR to_id IS NULL)) OR (to_id IN ($a, $b) AND from_id IN ('WLD', 'EU')))"
  const { where, parameters } =
    scope === 'all' || isPair(scope)
      ? scoped(scope, own)
      : { where: "($a IN (from_id, to_id) OR to_id IS NULL OR to_id = 'WLD' OR from_id IN ('WLD', 'EU'))", parameters: { a: scope[0] } }
  const shared = isPair(scope) ? undefined : await sharedTexts(snapshot, 'observations', repeated)
  const listed = shared === undefined ? ['*'] : [...shared.selected, 'value', 'locator']
  const pair = isPair(scope) ? sourceOfPair(snapshot, ...scope, true) : { from: 'observations', where: 'true' }
  const found = await snapshot.columns(
    `SELECT ${listed.join(', ')} FROM ${pair.from} WHERE ${pair.where} AND indicator IN (${[...held].map((id) => `'${id}'`).join(', ')})
       AND value IS NOT NULL AND end_date <= $to AND ${where}
     ORDER BY ${orderedBy.map((name) => `observations.${name}`).join(', ')}`,
    { to, ...parameters },
  )
  return heldRows(shared?.withTexts(found) ?? found)
}

function heldRows(columns: Record<string, Cell[]>): ObservationRow[] {
  const of = (name: keyof (typeof tables)['observations']): Cell[] => columns[name]!
  const text = (name: keyof (typeof tables)['observations']): string[] => of(name) as string[]
  const [indicator, from, to, reporter] = [text('indicator'), text('from_id'), of('to_id'), of('reporter')]
  const [start, end, value, unit, valuation] = [text('start_date'), text('end_date'), of('value'), text('unit'), of('valuation')]
  const [status, source, vintage, locator] = [text('status'), text('source'), text('vintage'), text('locator')]
  return indicator.map((id, i) => ({
    indicator: id,
    from: from[i]!,
    to: to[i] === null ? '' : String(to[i]),
    reporter: reporter[i] as string | null,
    start: start[i]!,
    end: end[i]!,
    value: value[i] as number,
    unit: unit[i]!,
    valuation: valuation[i] as string | null,
    status: status[i] === 'observed' ? 'observed' : 'estimated',
    source: source[i]!,
    vintage: String(vintage[i]),
    locator: String(locator[i]),
  }))
}

/** Reads the arms orders. For an earlier day, deals with later deliveries are left out: the register's entry was not known at that time. */
async function ordersOf(snapshot: Snapshot, to: string, scope: Scope): Promise<Order[]> {
  if ((snapshot.manifest.tables.events ?? []).length === 0) return []
  const { where, parameters } = scoped(scope, 'from_id IN ($a, $b) AND to_id IN ($a, $b)')
  const rows = await snapshot.rows(
    `SELECT date, end_date, from_id, to_id, code, source, locator FROM events WHERE kind = 'order' AND coalesce(end_date, date) <= $to AND ${where}
     ORDER BY date DESC, end_date DESC, code, locator`,
    { to, ...parameters },
  )
  return rows as unknown as Order[]
}

/** Reads visits of leaders and the spans of missions that have begun by the day. */
async function eventsOf(snapshot: Snapshot, to: string, scope: Scope): Promise<PairEvent[]> {
  if ((snapshot.manifest.tables.events ?? []).length === 0) return []
  const { where, parameters } = scoped(scope, 'from_id IN ($a, $b) AND to_id IN ($a, $b)')
  const rows = await snapshot.rows(
    `SELECT date, end_date, from_id, to_id, from_name, kind, code, source, locator FROM events WHERE kind IN ('visit', 'mission') AND date <= $to AND ${where}
     ORDER BY date, end_date, source, from_id, locator`,
    { to, ...parameters },
  )
  return rows.map((row) => ({
    ...{ date: String(row['date']), end: row['end_date'] as string | null, from: String(row['from_id']), to: String(row['to_id']) },
    ...{ name: String(row['from_name']), kind: row['kind'] as PairEvent['kind'], code: String(row['code']) },
    ...{ source: String(row['source']), locator: String(row['locator']) },
  }))
}

async function commitmentsOf(snapshot: Snapshot, scope: Scope): Promise<Commitment[]> {
  const { where, parameters } = scoped(scope, 'state IN ($a, $b)')
  return snapshot.rows(`SELECT * FROM commitments WHERE ${where} ORDER BY start_date, treaty, end_date, citation`, parameters)
}
