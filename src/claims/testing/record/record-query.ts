import { storedMemberships } from '../../../assessments/record/memberships.ts'
import { inList } from '../../../assessments/rows/conditions.ts'
import { grouped } from '../../../assessments/rows/grouped.ts'
import { cachedBySnapshot, type SnapshotCache } from '../../../assessments/rows/snapshot-cache.ts'
import { goodsIndicators } from '../../../memory/index.ts'
import { sourcesWith, traitsOf } from '../../../sources/source-traits.ts'
import { membersOn } from '../../../states/index.ts'
import type { Evidence, Snapshot } from '../../../store/index.ts'
import { indicators } from '../../../store/indicators/indicators.ts'
import { quotedEnergyIds } from '../../../store/indicators/quoted-fuels.ts'
import { verdictLimits } from '../../limits.ts'
import { claimId, type RecordRow, readRows, sqlIsAmong, storedId, summedFields } from './record-rows.ts'
import { type RowsInMemory, rowsInMemory } from './rows-in-memory.ts'

/** Series of goods, and the imports of the table that covers all pairs up to 2014. */
export const tradeIndicators: readonly string[] = [...goodsIndicators, 'goods-imports-cow']

/** Indicators that claims are tested with, listed one by one so that DuckDB skips the parts of a table that have none of them. */
const testedIndicators: readonly string[] = [
  ...indicators.map(({ id }) => id).filter((id) => id.startsWith('fossil-imports')),
  ...tradeIndicators,
  ...['goods-exports-cow', 'goods-services-exports', 'goods-services-imports', 'gdp', 'gdp-growth', 'population'],
  ...['arms-deliveries-tiv', 'arms-deliveries-five-years', 'arms-import-share', 'arms-export-share'],
  ...['military-expenditure', 'military-expenditure-constant', 'military-expenditure-local', 'military-expenditure-gdp-share'],
  ...['military-expenditure-real-growth', 'defence-expenditure-nato-gdp-share'],
  ...[
    'direct-investment-stock',
    'large-deals',
    'loans-outstanding',
    'public-debt-official',
    'migrant-stock',
    'us-forces',
    'settlement-own-currencies',
    'treasury-securities-held',
  ],
  ...quotedEnergyIds.map(({ id }) => id),
  ...['support-allocations-military', 'support-allocations-financial', 'support-allocations-humanitarian'],
]

/** Reads all rows of two states: with each other, of each with the world, and of each alone. Cached for each pair. */
export function rowsOfPair(snapshot: Snapshot, a: string, b: string): Promise<readonly RecordRow[]> {
  return rowsOfOrderedPair(snapshot, ...inOrder(a, b))
}

const rowsOfOrderedPair = cachedBySnapshot((snapshot, ...pair: Pair): Promise<readonly RecordRow[]> => {
  const last = lastPreloaded.get(snapshot)
  return last !== undefined && pair.every((id) => last.states.has(id)) ? ofPair(last.rows, pair) : rowsBetween(snapshot, pair)
})

/**
 * Reads the rows of all pairs in one pass over the table. Later questions about these pairs, or about other pairs of the same states, then need no pass. If
 * this fails, each later question reads its rows itself and reports its own error.
 */
export async function preloadPairs(snapshot: Snapshot, pairs: readonly (readonly [string, string])[]): Promise<void> {
  const all = pairs.map(([a, b]) => inOrder(a, b)).map((pair) => [pair.join(' '), pair] as const)
  const wanted = new Map(all.filter(([, pair]) => !rowsOfOrderedPair.has(snapshot, ...pair)))
  if (wanted.size < 2) return
  const states = new Set([...wanted.values()].flat().concat('WLD'))
  const rows = rowsBetween(snapshot, [...states])
  lastPreloaded.set(snapshot, { states, rows })
  const kept = [...wanted.values()].map((pair) => rowsOfOrderedPair.orMake(snapshot, pair, () => ofPair(rows, pair)))
  const failed = (await Promise.allSettled(kept)).some(({ status }) => status === 'rejected')
  if (failed) lastPreloaded.delete(snapshot)
}

/** The states last read together, with their rows: a text may also need other pairs of these states than its claims show. */
const lastPreloaded = new WeakMap<Snapshot, { readonly states: ReadonlySet<string>; readonly rows: Promise<readonly RecordRow[]> }>()

async function ofPair(rows: Promise<readonly RecordRow[]>, [a, b]: Pair): Promise<readonly RecordRow[]> {
  const sides = new Set([claimId(a), claimId(b)])
  return (await rows).filter(
    ({ from, to }) => (sides.has(from) && (sides.has(to) || to === 'WLD' || to === '')) || (from === 'WLD' && sides.has(to)),
  )
}

type Pair = readonly [a: string, b: string]
const inOrder = (a: string, b: string): Pair => [a, b].map(storedId).sort() as unknown as Pair

/** Reads the rows of each state alone, of the states with each other, and of each with the world. */
async function rowsBetween(snapshot: Snapshot, states: readonly string[]): Promise<RecordRow[]> {
  const sides = [...states, 'WLD']
  const worldSent = (to: string): boolean => states.includes('WLD') || (states.includes(to) && to !== '')
  const memory = await inMemory(snapshot)
  if (memory !== undefined)
    return memory.among(new Set(sides.map(claimId))).filter(({ from, to }) => from !== 'WLD' || worldSent(storedId(to)))
  const sent = states.includes('WLD') ? 'true' : `(from_id <> 'WLD' OR ${sqlIsAmong('to_id', states)})`
  return readRows(
    snapshot,
    `${sqlIsAmong('from_id', sides)} AND coalesce(${sqlIsAmong('to_id', sides)}, true) AND ${sent} AND ${testedCondition}`,
  )
}

const testedCondition = `indicator IN ${inList(testedIndicators)}`

/** Loading all rows into memory takes as long as this many passes over the table. */
const readsBeforeMemory = 32
const timesRead = new WeakMap<Snapshot, number>()

/**
 * Returns all tested rows in memory once the table has been read so often that loading them pays; undefined until then, so that a short text need not wait for
 * the whole table.
 */
async function inMemory(snapshot: Snapshot): Promise<RowsInMemory | undefined> {
  const times = (timesRead.get(snapshot) ?? 0) + 1
  timesRead.set(snapshot, times)
  return times > readsBeforeMemory ? rowsInMemory(snapshot, testedCondition) : undefined
}

/** Reads the rows of a state with all its partners for these indicators in a span of days, to rank the partners. */
export const rowsOfPartners: SnapshotCache<[state: string, ids: readonly string[], from: string, to: string], readonly RecordRow[]> =
  cachedBySnapshot(
    async (snapshot, state, ids, from, to) => {
      if (from < recent) return readPartners(snapshot, state, ids, from, to)
      const rows = await recentPartners(snapshot, state, ids)
      return rows.filter((row) => row.start >= from && row.end <= to)
    },
    (state, ids, from, to) => [storedId(state), ids, from, to],
  )

/** Most claims concern years from this day on. The record has few rows for these years, so all of them are read at once. */
const recent = '2021-01-01'

const recentPartners = cachedBySnapshot(
  (snapshot, state: string, ids: readonly string[]) => readPartners(snapshot, state, ids, recent, '9999-12-31'),
  (state, ids) => [storedId(state), ids],
)

async function readPartners(snapshot: Snapshot, state: string, ids: readonly string[], first: string, last: string): Promise<RecordRow[]> {
  const memory = ids.every((id) => testedIndicators.includes(id)) ? await inMemory(snapshot) : undefined
  if (memory !== undefined) return memory.of(state, ({ indicator }) => ids.includes(indicator), first, last)
  return readRows(
    snapshot,
    `indicator IN ${inList(ids)} AND start_date >= $first AND end_date <= $last AND (from_id = $end OR to_id = $end)`,
    { first, last, end: storedId(state) },
  )
}

/** Reads the figure of every state for an indicator in a span of days. */
export const rowsOfEachState: SnapshotCache<[id: string, from: string, to: string], readonly RecordRow[]> = cachedBySnapshot(
  (snapshot, id, from, to) =>
    readRows(snapshot, 'indicator = $id AND start_date >= $from AND end_date <= $to AND to_id IS NULL', { id, from, to }),
)

/** One side of a flow: a single state, the world, or several states under one id. `states` is undefined for a single state or the world. */
export interface TradeSide {
  readonly id: string
  readonly states: ReadonlySet<string> | undefined
  /** States excluded: the side is then any state except these. */
  readonly except?: ReadonlySet<string>
}

/** Reads flows between two sides, or figures of one side alone if the id of `to` is blank. They are summed by year as if each side were a single state. */
export function rowsOfSides(snapshot: Snapshot, indicator: string, from: TradeSide, to: TradeSide): Promise<readonly RecordRow[]> {
  const among = ({ id, states, except }: TradeSide): string =>
    except !== undefined
      ? `not in ${inList([...except].sort())}`
      : states === undefined
        ? `= '${storedId(id)}'`
        : `in ${inList([...states].sort())}`
  return sumsWhere(
    snapshot,
    indicator,
    from.id,
    to.id,
    `from_id ${among(from)} and ${to.id === '' ? 'to_id is null' : `to_id ${among(to)}`}`,
  )
}

/** Sources with single figures, which are never summed. */
const selections = sourcesWith(({ lists }) => lists === 'selection')

const sumsWhere = cachedBySnapshot(
  async (snapshot, indicator: string, from: string, to: string, whose: string): Promise<readonly RecordRow[]> => {
    const rows = await snapshot.rows(
      `SELECT start_date, end_date, sum(value) AS value, unit, bool_or(status <> 'observed') AS estimated, source, vintage, count(*) AS parts
       FROM observations WHERE indicator = $indicator AND value IS NOT NULL AND source NOT IN ${inList(selections)} AND ${whose} GROUP BY ALL ORDER BY start_date, end_date, source`,
      { indicator },
    )
    return rows.map((row) => ({
      indicator,
      from,
      to,
      reporter: null,
      ...summedFields(row),
      estimated: row['estimated'] === true,
      atLeast: false,
      whose,
    }))
  },
)

/** Returns the first and last day that a source covers for an indicator: within these days, a delivery that is not listed did not take place. */
export const coverageDays: SnapshotCache<[source: string, indicator: string], { readonly from: string; readonly to: string }> =
  cachedBySnapshot(async (snapshot, source, indicator) => {
    const [row] = await snapshot.rows(
      'SELECT min(start_date) AS first, max(end_date) AS last FROM observations WHERE source = $source AND indicator = $indicator',
      { source, indicator },
    )
    return { from: String(row?.['first'] ?? ''), to: String(row?.['last'] ?? '') }
  })

/**
 * Makes the evidence for a figure: one entry for each source, indicator, direction, reporter, edition and unit. The condition on the rows includes the unit
 * only for single quoted figures, since texts sometimes give a figure in two units.
 */
export function rowEvidence(rows: readonly RecordRow[]): Evidence[] {
  const groups = grouped(rows, (row) => [row.source, row.indicator, row.from, row.to, row.reporter, row.vintage, row.unit].join(' '))
  return [...groups.values()].map((group) => {
    const [one] = group as [RecordRow]
    const to = one.to === '' ? 'to_id is null' : `to_id = '${storedId(one.to)}'`
    const whose = one.whose ?? `from_id = '${storedId(one.from)}' and ${to}`
    const unit = traitsOf(one.source).lists === 'selection' ? ` and unit = '${one.unit}'` : ''
    return {
      source: one.source,
      vintage: one.vintage,
      rows: `observations where source = '${one.source}' and indicator = '${one.indicator}' and ${whose}${one.reporter === null ? '' : ` and reporter = '${storedId(one.reporter)}'`} and ${timesOf(group)}${unit}`,
      count: group.length,
    }
  })
}

/** Returns the day after a day. */
export function dayAfter(day: string): string {
  const [year, month, of] = day.split('-').map(Number) as [number, number, number]
  return new Date(Date.UTC(year, month - 1, of + 1)).toISOString().slice(0, 10)
}

/**
 * Returns a condition on days: one span if the rows follow each other day by day, otherwise a list of days. The two ends of a change are listed, since what
 * lies between does not matter; so are single figures, since a source may have a half-year and its whole year.
 */
function timesOf(rows: readonly RecordRow[]): string {
  const inOrder = [...rows].sort((a, b) => (a.start < b.start ? -1 : 1))
  const follows =
    traitsOf(rows[0]!.source).lists !== 'selection' && inOrder.every(({ start }, i) => i === 0 || start <= dayAfter(inOrder[i - 1]!.end))
  if (follows)
    return `start_date >= '${inOrder[0]!.start}' and end_date <= '${inOrder
      .map(({ end }) => end)
      .sort()
      .at(-1)!}'`
  const days = (which: 'start' | 'end'): string => inList(new Set(inOrder.map((row) => row[which])))
  return `start_date in ${days('start')} and end_date in ${days('end')}`
}

const mergedEvidences = new WeakMap<readonly RecordRow[], Evidence>()

/** Merges several rows into a single piece of evidence: both directions of a total, or the months of several series that add up to one value. */
export function mergedEvidence(rows: readonly RecordRow[]): Evidence {
  const known = mergedEvidences.get(rows)
  if (known !== undefined) return known
  const parts = rowEvidence(rows)
  const conditions = parts.map((part) => `(${part.rows.slice('observations where '.length)})`)
  const count = parts.reduce((sum, part) => sum + part.count, 0)
  const made = parts.length === 1 ? parts[0]! : { ...parts[0]!, rows: `observations where ${conditions.join(' or ')}`, count }
  mergedEvidences.set(rows, made)
  return made
}

/** Returns the members of the EU on a day: trade with them is not foreign trade of the EU. */
export const membersOfEu: SnapshotCache<[day: string], ReadonlySet<string>> = cachedBySnapshot(
  async (snapshot, day) => new Set(membersOn((await storedMemberships(snapshot)).all, 'EU', day)),
)

/** Sources that list every partner of a state but give no total: the total is the sum over the partners. */
const sourcesWithoutTotals: Readonly<Record<string, string>> = { UZB: 'uzbekistan-customs', ARM: 'armenia-customs' }

/** Reads the exports of the EU of 27 to non-members, summed over partners. For later years the table lists every partner, members included, but no total. */
const exportsOfUnion = cachedBySnapshot(async (snapshot): Promise<readonly RecordRow[]> => {
  const members = await membersOfEu(snapshot, '2020-12-31')
  const inside = inList(members.size === 0 ? [''] : [...members].sort())
  const rows = await snapshot.rows(
    `SELECT start_date, end_date, sum(value) AS value, unit, source, vintage, count(*) AS partners FROM observations
       WHERE source = 'comext' AND indicator = 'goods-exports' AND from_id = 'EU' AND to_id NOT IN ${inside}
       GROUP BY ALL HAVING count(*) >= ${verdictLimits.completeListPartners} AND NOT bool_or(to_id = 'WLD') ORDER BY start_date, end_date`,
    {},
  )
  return rows.map((row) => ({
    indicator: 'goods-exports',
    from: 'EUU',
    to: 'WLD',
    reporter: 'EUU',
    ...summedFields(row),
    // goods whose partner is confidential are missing from the sum
    estimated: true,
    atLeast: false,
    whose: `from_id = 'EU' and to_id not in (${inside})`,
  }))
})

/** Returns the totals of a state, summed over all partners in one source, as rows to or from the world; empty if the state's sources give totals. */
export function totalsOverPartners(snapshot: Snapshot, state: string): Promise<readonly RecordRow[]> {
  if (state === 'EUU') return exportsOfUnion(snapshot)
  const source = sourcesWithoutTotals[state]
  return source === undefined ? Promise.resolve([]) : wholesOfList(snapshot, state, source)
}

const wholesOfList = cachedBySnapshot(async (snapshot, state: string, source: string): Promise<readonly RecordRow[]> => {
  const rows = await snapshot.rows(
    `SELECT indicator, from_id = $state AS sends, reporter, start_date, end_date, sum(value) AS value, unit, bool_or(status <> 'observed') AS estimated,
         source, vintage, count(*) AS partners FROM observations
       WHERE source = $source AND reporter = $state AND 'WLD' NOT IN (from_id, to_id) AND (from_id = $state OR to_id = $state)
       GROUP BY ALL ORDER BY start_date, end_date, indicator`,
    { source, state },
  )
  return rows.map((row) => ({
    indicator: String(row['indicator']),
    from: row['sends'] === true ? state : 'WLD',
    to: row['sends'] === true ? 'WLD' : state,
    reporter: state,
    ...summedFields(row),
    estimated: row['estimated'] === true,
    atLeast: false,
  }))
})
