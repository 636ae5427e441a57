import { type GravityNorm, gravityNorm } from '../../../measures/gravity/gravity-norm.ts'
import type { Regressor } from '../../../measures/index.ts'
import { greatCircle } from '../../../measures/trade/great-circle.ts'
import { openMemory } from '../../../memory/memory.ts'
import { sourcesWith } from '../../../sources/source-traits.ts'
import { existedOn, stateOf } from '../../../states/index.ts'
import { mainCityOf } from '../../../states/tables/main-cities-table.ts'
import { shareBorder } from '../../../states/tables/neighbours.ts'
import type { Snapshot } from '../../../store/index.ts'
import { inForceCondition, inList } from '../../rows/conditions.ts'
import { cachedBySnapshot, type SnapshotCache } from '../../rows/snapshot-cache.ts'

/** The gravity norm of the record. */
export interface RecordGravity extends RecordFlows {
  readonly norm: GravityNorm
}

/** The one year and source of the record with a flow for every pair of states whose reports it has. */
const [year, source] = [2023, 'baci-2023'] as const

/** The IMF's tables of every reporter. */
const imfTables = sourcesWith(({ compilation, editionOf }) => compilation === 'imf-dots' && editionOf !== undefined)

/** The source lists flows from 100,000 dollars on. Where another table has ten times that, its silence is a gap. */
const certain = 1e6

/** Bodies whose members have one external tariff, and bodies whose members have reduced tariffs between them. */
const customsUnions = ['EU', 'EAEU', 'GCC', 'MERCOSUR', 'SACU', 'CARICOM', 'ANDEAN', 'CACM', 'EAC', 'CEMAC', 'UEMOA']
const tradeBlocs = [
  'ASEAN',
  'ECOWAS',
  'EEA',
  'EFTA',
  'USMCA',
  'CEFTA',
  'CISFTA',
  'COMESA',
  'SADC',
  'ECCAS',
  'PACIFIC-ALLIANCE',
  'SAARC',
  'CER',
]

/** The flows of the record for a gravity equation; matrices have a row for each exporter and a column for each importer. */
export interface RecordFlows {
  readonly year: number
  readonly source: string
  readonly states: readonly string[]
  /** US dollars; NaN is unknown. */
  readonly flow: Float64Array
  /** Distance in kilometres, and dummies. */
  readonly regressors: readonly Regressor[]
  readonly ways: { readonly listed: number; readonly zero: number; readonly unknown: number }
}

/**
 * Reads the flows of the record, once per snapshot.
 *
 * A way without a flow in the source is 0, unless the IMF's tables of 2018 to 2020 or 2025 show one of a million dollars: the source lacks ways between two
 * states that both report in an older nomenclature, and such a way is unknown.
 *
 * @returns   undefined if the snapshot does not have the source
 */
export const recordFlows: SnapshotCache<[], RecordFlows | undefined> = cachedBySnapshot(
  async (snapshot: Snapshot): Promise<RecordFlows | undefined> => {
    await openMemory(snapshot)
    const flows = await waysOf(snapshot, `source = '${source}'`)
    if (flows.size === 0) return undefined
    const others = await waysOf(snapshot, `source IN ${inList(imfTables)} AND year >= 2018 AND value >= ${certain}`)
    const states = statesWithFlows(flows)
    const flow = new Float64Array(states.length ** 2)
    const ways = { listed: 0, zero: 0, unknown: 0 }
    eachWay(states, (from, to, cell) => {
      const listed = flows.get(`${from} ${to}`)
      const isUnknown = listed === undefined && others.has(`${from} ${to}`)
      flow[cell] = listed ?? (isUnknown ? Number.NaN : 0)
      ways[listed !== undefined ? 'listed' : isUnknown ? 'unknown' : 'zero']++
    })
    return { year, source, states, flow, regressors: await regressorsOf(snapshot, states), ways }
  },
)

/** Estimates the gravity norm of the record, once per snapshot; undefined if the snapshot does not have the source. */
export const recordGravity: SnapshotCache<[], RecordGravity | undefined> = cachedBySnapshot(
  async (snapshot: Snapshot): Promise<RecordGravity | undefined> => {
    const flows = await recordFlows(snapshot)
    if (flows === undefined) return undefined
    const [distance, ...others] = flows.regressors
    const regressors = [{ name: 'ln(distance)', values: distance!.values.map((km) => Math.log(Math.max(1, km))) }, ...others]
    const norm = gravityNorm({ states: flows.states.length, flow: flows.flow, regressors })
    return norm === undefined ? undefined : { ...flows, norm }
  },
)

/** Returns the largest flow of each way, by `exporter importer`. */
async function waysOf(snapshot: Snapshot, condition: string): Promise<Map<string, number>> {
  const rows = await snapshot.rows(
    `SELECT from_id, to_id, max(value) AS value FROM goods_reports WHERE ${condition} AND rank IN (0, 2, 3) AND value > 0 GROUP BY ALL`,
  )
  return new Map(rows.map(({ from_id, to_id, value }) => [`${from_id} ${to_id}`, Number(value)]))
}

function statesWithFlows(flows: ReadonlyMap<string, number>): string[] {
  const [sellers, buyers] = [0, 1].map((side) => new Set([...flows.keys()].map((way) => way.split(' ')[side]!)))
  return [...sellers!]
    .filter((iso3) => {
      const state = stateOf(iso3)
      return buyers!.has(iso3) && mainCityOf.has(iso3) && state !== undefined && existedOn(state, `${year}-12-31`)
    })
    .sort()
}

function eachWay(states: readonly string[], visit: (from: string, to: string, cell: number) => void): void {
  states.forEach((from, i) => {
    states.forEach((to, j) => {
      if (i !== j) visit(from, to, i * states.length + j)
    })
  })
}

async function regressorsOf(snapshot: Snapshot, states: readonly string[]): Promise<Regressor[]> {
  const members = await membersOf(snapshot)
  const share = (bodies: readonly string[], a: string, b: string): boolean =>
    bodies.some((body) => members.has(`${body} ${a}`) && members.has(`${body} ${b}`))
  const column = (name: string, value: (a: string, b: string) => number): Regressor => {
    const values = new Float64Array(states.length ** 2)
    eachWay(states, (a, b, cell) => {
      values[cell] = value(a, b)
    })
    return { name, values }
  }
  return [
    column('distance', kilometres),
    column('border', (a, b) => (shareBorder(a, b) ? 1 : 0)),
    column('language', (a, b) => (mainCityOf.get(a)!.languages.some((one) => mainCityOf.get(b)!.languages.includes(one)) ? 1 : 0)),
    column('customs_union', (a, b) => (share(customsUnions, a, b) ? 1 : 0)),
    column('trade_bloc', (a, b) => (!share(customsUnions, a, b) && share(tradeBlocs, a, b) ? 1 : 0)),
  ]
}

function kilometres(a: string, b: string): number {
  const [one, other] = [mainCityOf.get(a)!, mainCityOf.get(b)!]
  return Math.max(1, greatCircle(one.lat, one.lon, other.lat, other.lon))
}

async function membersOf(snapshot: Snapshot): Promise<Set<string>> {
  const bodies = inList([...customsUnions, ...tradeBlocs])
  const inForce = inForceCondition(`${year}-12-31`)
  const rows = await snapshot.rows(
    `SELECT bloc AS body, state FROM memberships WHERE role = 'member' AND bloc IN ${bodies} AND ${inForce}
     UNION SELECT institution, state FROM institution_memberships WHERE role = 'member' AND institution IN ${bodies} AND ${inForce}`,
  )
  return new Set(rows.map(({ body, state }) => `${body} ${state}`))
}
