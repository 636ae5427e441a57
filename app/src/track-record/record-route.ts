import type { Answers } from '../../../src/server/answer-types.ts'
import { route } from '../route.ts'

export type TrackRecord = Answers['outlook track-record']
export type QuantityRecord = TrackRecord['quantities'][number]
export type EventRecord = TrackRecord['events'][number]

/** The target that is shown in detail, from the URL (`of=goods-flow`); the first quantity where none, or one that is not there, is named. */
export function detailedTarget({ quantities, events }: TrackRecord): QuantityRecord | EventRecord {
  const asked = route.value.query['of']
  return [...quantities, ...events].find(({ target }) => target === asked) ?? quantities[0]!
}

export const isQuantity = (record: QuantityRecord | EventRecord): record is QuantityRecord => 'per' in record
