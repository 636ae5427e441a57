import type { KeptRecords } from '../asked/kept-records.ts'

/** Readings that stay at hand: those of the text that is looked at, and a few before it. */
const most = 3

const held = new WeakMap<KeptRecords, Map<string, unknown>>()

/**
 * What came of reading a text, from memory where this door read it before: who looks at a long text asks for its files, its forecasts and the rows of one claim after
 * another. A door that keeps no records (the command line) reads anew. A reading that fails, or is stopped, is not kept.
 *
 * @param key   all that the reading depends on: the bytes, the title, the day, the snapshot, and today
 * @param isWhole   false where a part of the text was left out: another time it may be read
 */
export async function fromLastReadings<T>(
  records: KeptRecords | undefined,
  key: readonly string[],
  read: () => Promise<T>,
  isWhole: (answer: T) => boolean = () => true,
): Promise<T> {
  if (records === undefined) return read()
  const own = held.get(records) ?? new Map<string, unknown>()
  held.set(records, own)
  const name = JSON.stringify(key)
  const answer = (own.get(name) as T | undefined) ?? (await read())
  // the newest last: what is asked for again stays
  own.delete(name)
  if (isWhole(answer)) own.set(name, answer)
  if (own.size > most) own.delete(own.keys().next().value as string)
  return answer
}
