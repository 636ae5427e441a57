import { statSync } from 'node:fs'
import { join } from 'node:path'
import { storeHome } from '../../store/index.ts'
import type { Input } from '../asked/operation.ts'
import { findRecord } from './record.ts'

type Found = ReturnType<typeof findRecord>

/** What changes nothing in a folder, such as a file cut where it lies, is noticed after so many milliseconds. */
const holds = 1000
/** Clocks of file systems tick coarsely: what comes right after another thing may leave the same time, so nothing is held while the last change is as fresh as this. */
const fresh = 100

/**
 * Which record answers a question, for a door that is asked many: every manifest of the store is read to find it, which is done again when something came into the store or left
 * it, and after a second.
 */
export class RecordFound {
  readonly #env: Readonly<Record<string, string | undefined>>
  readonly #found = new Map<string, { readonly found: Found; readonly until: number }>()
  #state = ''

  constructor(env: Readonly<Record<string, string | undefined>>) {
    this.#env = env
  }

  /**
   * The record that these inputs name.
   *
   * @throws VisavisError what finding it throws; that is not held
   */
  of(input: Input, today: string): Found {
    const times = changedAt(this.#env)
    const state = times.join()
    const isFresh = times.some((time) => time !== undefined && Math.abs(Date.now() - time) < fresh)
    if (isFresh || state !== this.#state || this.#found.size > 100) this.#found.clear()
    this.#state = state
    const key = JSON.stringify([input['snapshot'], input['asOf'], today])
    const held = this.#found.get(key)
    if (held !== undefined && performance.now() < held.until) return held.found
    const found = findRecord(input, { env: this.#env, today })
    if (isFresh) return found
    this.#found.set(key, { found, until: performance.now() + holds })
    found.catch(() => this.#found.delete(key))
    return found
  }
}

/** When something last came into a folder of the store or left it: a glance of microseconds, which no other question need wait for. */
function changedAt(env: Readonly<Record<string, string | undefined>>): (number | undefined)[] {
  const home = storeHome(env)
  return ['snapshots', 'parts'].map((name) => changed(join(home, name)))
}

function changed(folder: string): number | undefined {
  try {
    return statSync(folder, { throwIfNoEntry: false })?.mtimeMs
  } catch {
    // what is wrong with it is said by who reads it
    return undefined
  }
}
