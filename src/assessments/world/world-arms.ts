import type { Evidence } from '../../store/index.ts'
import { cachedBySnapshot } from '../rows/snapshot-cache.ts'
import { WorldCells, type WorldInputs, type WorldReading } from './world-cell.ts'

const source = 'sipri-register'
const indicator = 'arms-deliveries-tiv'
/** Deliveries fluctuate from year to year, so the register is read in five-year windows, as SIPRI does. */
const span = 5

/**
 * Reads the chosen state's share of a state's major arms deliveries, in the five years ending with each year, by SIPRI's
 * volume. The share is zero if the state received arms only from others. It is unknown if the state received none at
 * all, since there is no denominator.
 */
export function readArmsShare({ snapshot, to }: WorldInputs, chosen: string): Promise<WorldReading> {
  return armsShares(snapshot, chosen, to)
}

const armsShares = cachedBySnapshot(async (snapshot, chosen: string, to: string): Promise<WorldReading> => {
  const rows = (await snapshot.rows(
    `SELECT from_id, to_id, vintage, start_date[:4]::INTEGER AS year, value FROM observations
       WHERE indicator = '${indicator}' AND source = '${source}' AND from_id IN ('WLD', $chosen) AND to_id <> 'WLD' AND end_date <= $to AND value IS NOT NULL
       ORDER BY year, from_id, to_id`,
    { chosen, to },
  )) as unknown as { from_id: string; to_id: string; vintage: string; year: number; value: number }[]
  const [first, last] = [rows[0]?.year ?? 0, rows.at(-1)?.year ?? -1]
  const [all, own] = [new Map<string, number>(), new Map<string, number>()]
  for (const { from_id, to_id, year, value } of rows) (from_id === 'WLD' ? all : own).set(`${to_id} ${year}`, value)
  const cells = new WorldCells()
  for (const state of new Set(rows.map(({ to_id }) => to_id))) {
    if (state === chosen) continue
    for (let year = first + span - 1; year <= last; year++) {
      const whole = windowSum(all, state, year)
      if (whole > 0) cells.set(state, year, { value: windowSum(own, state, year) / whole })
    }
  }
  return { column: cells.column, evidence: evidenceOf(rows, chosen) }
})

function windowSum(volumes: ReadonlyMap<string, number>, state: string, year: number): number {
  let sum = 0
  for (let one = year - span + 1; one <= year; one++) sum += volumes.get(`${state} ${one}`) ?? 0
  return sum
}

function evidenceOf(rows: readonly { readonly vintage: string }[], chosen: string): Evidence[] {
  if (rows.length === 0) return []
  const where = `observations where source = '${source}' and indicator = '${indicator}' and from_id in ('WLD', '${chosen}')`
  return [{ source, vintage: rows[0]!.vintage, rows: where, count: rows.length }]
}
