import type { Cell, Evidence, Snapshot } from '../../store/index.ts'
import { listSourcesCondition } from '../record/isolated-figure-sources.ts'
import { cachedBySnapshot } from '../rows/snapshot-cache.ts'
import { WorldCells, type WorldInputs, type WorldReading } from './world-cell.ts'

/**
 * The denominator and the flow: the chosen state's share of the state's total, or the state's share of the chosen
 * state's total.
 */
export interface ShareOf {
  readonly whole: 'of-state' | 'of-chosen'
  readonly flow: 'imports' | 'exports'
}

interface FlowRow {
  readonly from_id: string
  readonly to_id: string
  readonly source: string
  readonly vintage: string
  readonly reporter: string | null
  readonly unit: string
  readonly year: number
  readonly value: number
}

/**
 * Reads the share of goods trade with the chosen state by calendar year: a flow divided by the same reporter's total in the same
 * source. Sources that cover all pairs take precedence over a state's own reports; among several reports, the first by
 * name. One side's imports and the other's exports are never mixed in one share.
 */
export function readTradeShares({ snapshot, to }: WorldInputs, chosen: string, share: ShareOf): Promise<WorldReading> {
  return tradeShares(snapshot, to, chosen, share)
}

const tradeShares = cachedBySnapshot(
  async (snapshot, to: string, chosen: string, share: ShareOf): Promise<WorldReading> => {
    const [parts, wholes] = await Promise.all([partsOf(snapshot, to, chosen, share), wholesOf(snapshot, to, chosen, share)])
    const totals = new Map(wholes.map((row) => [keyOf(row, whoseIn(row, share, chosen)), row.value]))
    const cells = new WorldCells()
    const used: FlowRow[] = []
    for (const row of parts) {
      const other = row.from_id === chosen ? row.to_id : row.from_id
      const whole = totals.get(keyOf(row, share.whole === 'of-state' ? other : chosen))
      if (whole === undefined || whole <= 0 || cells.column.get(other)?.has(row.year) === true) continue
      cells.set(other, row.year, { value: row.value / whole })
      used.push(row)
    }
    return { column: cells.column, evidence: evidenceOf(used, chosen) }
  },
  (to, chosen, { whole, flow }) => [to, chosen, whole, flow],
)

function keyOf({ source, reporter, unit, year }: FlowRow, whose: string): string {
  return [whose, source, reporter, unit, year].join(' ')
}

/** Returns the state of which a row gives the total: the one that trades with the world, or the chosen state. */
function whoseIn(row: FlowRow, { whole }: ShareOf, chosen: string): string {
  return whole === 'of-chosen' ? chosen : row.from_id === 'WLD' ? row.to_id : row.from_id
}

/**
 * Returns the flows between the chosen state and each other state, to be divided by a total. A row's reporter must be the state whose total it is divided by;
 * reconciled rows have no reporter.
 */
function partsOf(snapshot: Snapshot, to: string, chosen: string, { whole, flow }: ShareOf): Promise<FlowRow[]> {
  // imports of the state, and exports of the chosen state, flow from the chosen state to the state
  const outward = (whole === 'of-state') === (flow === 'imports')
  const [own, other] = outward ? ['from_id', 'to_id'] : ['to_id', 'from_id']
  const reporter = whole === 'of-state' ? other : own
  const indicators = `((indicator = 'goods-${flow}' AND reporter = ${reporter}) OR (indicator = 'goods-imports-cow' AND reporter IS NULL))`
  return rowsOf(snapshot, `${own} = $chosen AND ${other} NOT IN ('WLD', 'EU') AND ${indicators}`, { chosen, to })
}

function wholesOf(snapshot: Snapshot, to: string, chosen: string, { whole, flow }: ShareOf): Promise<FlowRow[]> {
  if (whole === 'of-state') return totalsOfStates(snapshot, flow, to)
  const { where, side } = totalsWhere(flow)
  return rowsOf(snapshot, `${where} AND ${side} = $chosen`, { chosen, to })
}

/** Reads the totals of all states, which do not depend on the chosen state. */
const totalsOfStates = cachedBySnapshot((snapshot, flow: ShareOf['flow'], to: string) => rowsOf(snapshot, totalsWhere(flow).where, { to }))

function totalsWhere(flow: ShareOf['flow']): { readonly where: string; readonly side: string } {
  const [world, side] = flow === 'imports' ? (['from_id', 'to_id'] as const) : (['to_id', 'from_id'] as const)
  const indicators = `((indicator = 'goods-${flow}' AND reporter = ${side}) OR (indicator = 'goods-${flow}-cow' AND reporter IS NULL))`
  return { where: `${world} = 'WLD' AND ${indicators}`, side }
}

async function rowsOf(snapshot: Snapshot, where: string, parameters: Record<string, Cell>): Promise<FlowRow[]> {
  const rows = await snapshot.rows(
    `SELECT from_id, to_id, source, vintage, reporter, unit, start_date[:4]::INTEGER AS year, value FROM observations
     WHERE ${where} AND start_date LIKE '%-01-01' AND end_date = start_date[:4] || '-12-31' AND end_date <= $to AND value IS NOT NULL AND ${listSourcesCondition}
     ORDER BY reporter NULLS FIRST, source, unit, year, from_id, to_id`,
    parameters,
  )
  return rows as unknown as FlowRow[]
}

function evidenceOf(rows: readonly FlowRow[], chosen: string): Evidence[] {
  return [...new Set(rows.map(({ source }) => source))].sort().map((source) => {
    const own = rows.filter((row) => row.source === source)
    const where = `observations where source = '${source}' and (from_id = '${chosen}' or to_id = '${chosen}')`
    return { source, vintage: own[0]!.vintage, rows: where, count: own.length }
  })
}
