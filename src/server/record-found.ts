import type { Input } from '../operations/operation.ts'
import { findRecord } from '../operations/record.ts'

type Found = ReturnType<typeof findRecord>

/** How long it holds which record answers a question, in milliseconds: to find it, every manifest of the store is read. */
const holds = 100

/** Which record answers a question, looked up once for all questions of a moment. */
export class RecordFound {
  readonly #env: Readonly<Record<string, string | undefined>>
  readonly #found = new Map<string, { readonly found: Found; readonly until: number }>()

  constructor(env: Readonly<Record<string, string | undefined>>) {
    this.#env = env
  }

  /**
   * The record that these inputs name.
   *
   * @throws VisavisError what finding it throws; that is not held
   */
  of(input: Input, today: string): Found {
    const key = JSON.stringify([input['snapshot'], input['asOf'], today])
    const held = this.#found.get(key)
    if (held !== undefined && performance.now() < held.until) return held.found
    if (this.#found.size > 100) this.forget()
    const found = findRecord(input, { env: this.#env, today })
    this.#found.set(key, { found, until: performance.now() + holds })
    found.catch(() => this.#found.delete(key))
    return found
  }

  /** What was found may hold no longer: something was written. */
  forget(): void {
    this.#found.clear()
  }
}
