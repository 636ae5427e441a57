import { statSync } from 'node:fs'
import { join } from 'node:path'
import { storeHome } from '../../store/index.ts'
import type { Input } from '../request/operation.ts'
import { findRecord } from './record.ts'

type Found = ReturnType<typeof findRecord>

/** Milliseconds for which a result is reused; no longer, as a file truncated in place does not change the modification time of its folder. */
const reuseTime = 1000
/**
 * Milliseconds that must have passed since the last change before a result is reused: file system timestamps are coarse, so two changes in a
 * row may leave the same time.
 */
const timestampResolution = 100

/**
 * Finds the record for a request to a server. As finding one reads every manifest of the store, the result is cached for a second, or until a
 * folder of the store changes.
 */
export class RecordLookup {
  readonly #env: Readonly<Record<string, string | undefined>>
  readonly #found = new Map<string, { readonly found: Found; readonly until: number }>()
  #state = ''

  constructor(env: Readonly<Record<string, string | undefined>>) {
    this.#env = env
  }

  /**
   * Returns the record that these inputs select.
   *
   * @throws VisavisError as `findRecord` does; an error is not cached
   */
  of(input: Input, today: string): Found {
    const times = modificationTimes(this.#env)
    const state = times.join()
    const isFresh = times.some((time) => time !== undefined && Math.abs(Date.now() - time) < timestampResolution)
    if (isFresh || state !== this.#state || this.#found.size > 100) this.#found.clear()
    this.#state = state
    const key = JSON.stringify([input['snapshot'], input['asOf'], today])
    const held = this.#found.get(key)
    if (held !== undefined && performance.now() < held.until) return held.found
    const found = findRecord(input, { env: this.#env, today })
    if (isFresh) return found
    this.#found.set(key, { found, until: performance.now() + reuseTime })
    found.catch(() => this.#found.delete(key))
    return found
  }
}

/** Returns the modification times of the store's folders. They are read synchronously, as that takes only microseconds. */
function modificationTimes(env: Readonly<Record<string, string | undefined>>): (number | undefined)[] {
  const home = storeHome(env)
  return ['snapshots', 'parts'].map((name) => modificationTime(join(home, name)))
}

function modificationTime(folder: string): number | undefined {
  try {
    return statSync(folder, { throwIfNoEntry: false })?.mtimeMs
  } catch {
    // an error of an unreadable folder is thrown when its files are read
    return undefined
  }
}
