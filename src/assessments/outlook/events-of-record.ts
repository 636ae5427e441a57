import { currentFrom, readEventRecord } from '../../outlook/events/event-record.ts'
import { type EventInputs, eventInputs } from '../../outlook/events/event-targets.ts'
import { cachedBySnapshot, type SnapshotCache } from '../rows/snapshot-cache.ts'

/** What forecasts of events are made from, prepared once per snapshot. */
export const eventsOfRecord: SnapshotCache<[], EventInputs> = cachedBySnapshot(
  async (snapshot): Promise<EventInputs> => eventInputs(await readEventRecord(snapshot, currentFrom)),
)
