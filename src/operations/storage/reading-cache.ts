import type { RecordCache } from '../request/record-cache.ts'

/** Number of results kept: the current text and a few before it. */
const most = 3

const cached = new WeakMap<RecordCache, Map<string, unknown>>()

/**
 * The result of reading a text, from memory where this server has read it before: a reader of a long text requests its files, forecasts and
 * rows one after another. The command line, which has no record cache, always reads anew. A failed or cancelled reading is not kept.
 *
 * @param key   everything the result depends on: bytes, title, day, snapshot and today
 * @param isWhole   false where a part of the text was skipped, which may succeed another time
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
  // re-inserted at the end: least recently used first
  own.delete(name)
  if (isWhole(answer)) own.set(name, answer)
  if (own.size > most) own.delete(own.keys().next().value as string)
  return answer
}
