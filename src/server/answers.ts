import { createHash } from 'node:crypto'

/** The body of an answer, ready to be sent, and of what form it is. */
export interface RememberedAnswer {
  readonly body: Uint8Array
  readonly type: string
  /** As a file to be kept: its name. */
  readonly filename?: string
}

/** The tag of an answer: the version, the record it rests on, the question and the form. The same tag is the same bytes. */
export function tagOf(parts: readonly unknown[]): string {
  return `"${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)}"`
}

/** The tag of an answer by what it says. */
export function tagOfBody({ body, type }: RememberedAnswer): string {
  return `"${createHash('sha256').update(type).update('\n').update(body).digest('hex').slice(0, 32)}"`
}

/**
 * Answers given of late, by tag, up to so many bytes; the one that was asked for longest ago goes first.
 *
 * @example new KeptAnswers(1000).get('"none"')   // undefined
 */
export class KeptAnswers {
  readonly #kept = new Map<string, RememberedAnswer>()
  readonly #most: number
  #bytes = 0

  constructor(most: number) {
    this.#most = most
  }

  get(tag: string): RememberedAnswer | undefined {
    const found = this.#kept.get(tag)
    if (found === undefined) return undefined
    this.#kept.delete(tag)
    this.#kept.set(tag, found)
    return found
  }

  keep(tag: string, answer: RememberedAnswer): void {
    if (answer.body.length > this.#most / 4 || this.#kept.has(tag)) return
    this.#kept.set(tag, answer)
    this.#bytes += answer.body.length
    for (const [oldest, { body }] of this.#kept) {
      if (this.#bytes <= this.#most) return
      this.#kept.delete(oldest)
      this.#bytes -= body.length
    }
  }
}
