import { mayLackOneReport } from '../../../assessments/record/isolated-figure-sources.ts'
import { inList } from '../../../assessments/rows/conditions.ts'
import { grouped } from '../../../assessments/rows/grouped.ts'
import { cachedBySnapshot, type SnapshotCache } from '../../../assessments/rows/snapshot-cache.ts'
import type { Snapshot } from '../../../store/index.ts'
import { verdictLimits } from '../../limits.ts'
import { type RecordRow, summedFields } from './record-rows.ts'

/**
 * Sources in which the trade between two states may be missing because neither reports, by the states whose list of partners is whole nevertheless: they report
 * themselves.
 */
export const statesWithWholeList: SnapshotCache<[], ReadonlyMap<string, ReadonlySet<string>>> = cachedBySnapshot(async (snapshot) => {
  const rows = await rowsOfSources(snapshot)
  return new Map([...grouped(rows, ({ source }) => source)].map(([source, own]) => [source, reportersIn(own)]))
})

interface Way {
  readonly source: string
  readonly from: string
  readonly to: string
  readonly value: number
}

async function rowsOfSources(snapshot: Snapshot): Promise<readonly Way[]> {
  const sources = snapshot.manifest.sources.map(({ id }) => id).filter(mayLackOneReport)
  if (sources.length === 0) return []
  const found = await snapshot.rows(
    `SELECT source, from_id, to_id, value FROM observations WHERE source IN ${inList(sources)} AND indicator = 'goods-trade-flow' AND value IS NOT NULL`,
  )
  return found.map((row) => ({
    source: String(row['source']),
    from: String(row['from_id']),
    to: String(row['to_id']),
    value: Number(row['value']),
  }))
}

function reportersIn(rows: readonly Way[]): ReadonlySet<string> {
  const size = new Map<string, number>()
  const partners = new Map<string, Set<string>>()
  for (const { from, to, value } of rows)
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      size.set(one, (size.get(one) ?? 0) + value)
      partners.set(one, (partners.get(one) ?? new Set()).add(other))
    }
  const top = [...size]
    .sort(([, a], [, b]) => b - a)
    .slice(0, verdictLimits.largestTraders)
    .map(([id]) => id)
  return new Set(
    [...partners]
      .filter(([id, own]) => top.filter((one) => one !== id && !own.has(one)).length <= verdictLimits.largestTradersMissing)
      .map(([id]) => id),
  )
}

/** Returns all that a state sent and received by these sources, added up over its partners; empty if its list there is not whole. */
export const wholesOfReporter: SnapshotCache<[state: string], readonly RecordRow[]> = cachedBySnapshot(async (snapshot, state: string) => {
  const whole = await statesWithWholeList(snapshot)
  const sources = [...whole].filter(([, states]) => states.has(state)).map(([source]) => source)
  if (sources.length === 0) return []
  const rows = await snapshot.rows(
    `SELECT indicator, from_id = $state AS sends, start_date, end_date, sum(value) AS value, unit, source, vintage, count(*) AS partners FROM observations
       WHERE source IN ${inList(sources)} AND indicator = 'goods-trade-flow' AND (from_id = $state OR to_id = $state) GROUP BY ALL ORDER BY start_date, sends`,
    { state },
  )
  return rows.map((row) => ({
    indicator: String(row['indicator']),
    from: row['sends'] === true ? state : 'WLD',
    to: row['sends'] === true ? 'WLD' : state,
    reporter: null,
    ...summedFields(row),
    estimated: true,
    atLeast: false,
  }))
})
