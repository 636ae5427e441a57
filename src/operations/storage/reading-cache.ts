import type { RecordCache } from '../request/record-cache.ts'

/** Number of readings kept: that of the current text and a few before it. */
const most = 3

const cached = new WeakMap<RecordCache, Map<string, unknown>>()

/**
 * Returns the result of reading a text, from memory if this server has read the same text before: the web application requests downloads,
 * forecasts and rows of a text one after another. The command line, which has no record cache, always reads anew. A failed, cancelled or
 * incomplete reading is not kept.
 *
 * @param key   everything that the result depends on, such as the hash of the text, its title, its day, the snapshot and today
 * @param isWhole   whether the text was read completely; otherwise the skipped sentences may be read the next time
 */
export async function cachedReading<T>(
  records: RecordCache | undefined,
  key: readonly string[],
  read: () => Promise<T>,
  isWhole: (answer: T) => boolean = () => true,
): Promise<T> {
  if (records === undefined) return read()
  const own = cached.get(records) ?? new Map<string, unknown>()
  cached.set(records, own)
  const name = JSON.stringify(key)
  const answer = (own.get(name) as T | undefined) ?? (await read())
  // moves the entry to the end, so that the first entry is the least recently used
  own.delete(name)
  if (isWhole(answer)) own.set(name, answer)
  if (own.size > most) own.delete(own.keys().next().value as string)
  return answer
}
