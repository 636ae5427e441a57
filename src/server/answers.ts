import { createHash } from 'node:crypto'

/** A rendered answer: body, media type and file name. */
export interface CachedAnswer {
  readonly body: Uint8Array
  readonly type: string
  /** File name for saving. */
  readonly filename?: string
}

/** The ETag of an answer, from the version, the record, the request and the format. Equal tags mean equal bytes. */
export function etagOf(parts: readonly unknown[]): string {
  return `"${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)}"`
}

/** The ETag of an answer, from its content. */
export function etagOfBody({ body, type }: CachedAnswer): string {
  return `"${createHash('sha256').update(type).update('\n').update(body).digest('hex').slice(0, 32)}"`
}

/**
 * A cache of recent answers by ETag, limited in bytes; the least recently used is dropped first.
 *
 * @example new KeptAnswers(1000).get('"none"')   // undefined
 */
export class AnswerCache {
  readonly #kept = new Map<string, CachedAnswer>()
  readonly #most: number
  #bytes = 0

  constructor(most: number) {
    this.#most = most
  }

  get(tag: string): CachedAnswer | undefined {
    const found = this.#kept.get(tag)
    if (found === undefined) return undefined
    this.#kept.delete(tag)
    this.#kept.set(tag, found)
    return found
  }

  keep(tag: string, answer: CachedAnswer): void {
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
