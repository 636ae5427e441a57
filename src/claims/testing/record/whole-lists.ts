import { grouped } from '../../../assessments/rows/grouped.ts'
import { cachedBySnapshot, type SnapshotCache } from '../../../assessments/rows/snapshot-cache.ts'
import { openMemory } from '../../../memory/index.ts'
import type { Snapshot } from '../../../store/index.ts'
import type { RecordRow } from './record-rows.ts'

/** All that a state sent or received in a year by a list of all pairs, added up over its partners by the memory, where it is whole there. */
interface Whole {
  readonly source: string
  readonly state: string
  readonly flow: 'exports' | 'imports'
  readonly year: number
  readonly unit: string
  readonly value: number
  readonly vintage: string
}

const wholesOf = cachedBySnapshot(async (snapshot): Promise<readonly Whole[]> => {
  await openMemory(snapshot)
  const rows = await snapshot.rows(
    'SELECT source, state, flow, year, unit, value, vintage FROM goods_wholes WHERE partners IS NOT NULL AND whole ORDER BY source, state, year, flow',
  )
  return rows as unknown as readonly Whole[]
})

/** The lists of all pairs, with the states whose partners are all in them: such a list may lack the trade of two states neither of which reports. */
export const statesWithWholeList: SnapshotCache<[], ReadonlyMap<string, ReadonlySet<string>>> = cachedBySnapshot(async (snapshot) => {
  const bySource = grouped(await wholesOf(snapshot), ({ source }) => source)
  return new Map([...bySource].map(([source, own]) => [source, new Set(own.map(({ state }) => state))]))
})

/** Returns all that a state sent and received by these lists, added up over its partners; empty if its list there is not whole. */
export async function wholesOfReporter(snapshot: Snapshot, state: string): Promise<readonly RecordRow[]> {
  const own = (await wholesOf(snapshot)).filter((one) => one.state === state)
  return own.map(({ flow, year, value, unit, source, vintage }) => ({
    indicator: 'goods-trade-flow',
    ...(flow === 'exports' ? { from: state, to: 'WLD' } : { from: 'WLD', to: state }),
    reporter: null,
    ...{ start: `${year}-01-01`, end: `${year}-12-31`, value, unit, source, vintage },
    estimated: true,
    atLeast: false,
  }))
}
