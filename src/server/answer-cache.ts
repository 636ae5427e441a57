import { createHash } from 'node:crypto'

/** A rendered answer, ready to be sent. */
export interface CachedAnswer {
  readonly body: Uint8Array
  readonly type: string
  /** Name under which a browser saves the answer as a file. */
  readonly filename?: string
  /** The encoding in which `body` is; unencoded if undefined. */
  readonly coding?: 'br'
}

/** Returns the ETag of an answer before it is computed: a hash of version, record, request and format. Equal tags mean equal bytes. */
export function etagOf(parts: readonly unknown[]): string {
  return `"${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)}"`
}

/** Returns the ETag of a computed answer: a hash of its media type and its content. */
export function etagOfBody({ body, type }: CachedAnswer): string {
  return `"${createHash('sha256').update(type).update('\n').update(body).digest('hex').slice(0, 32)}"`
}

/**
 * A cache of recent answers by ETag, limited in bytes; the least recently used is dropped first.
 *
 * @example new AnswerCache(1000).get('"none"')   // undefined
 */
export class AnswerCache {
  readonly #answers = new Map<string, CachedAnswer>()
  readonly #maxBytes: number
  /** Bytes of the answers that are kept. */
  bytes = 0
  hits = 0
  misses = 0

  constructor(most: number) {
    this.#maxBytes = most
  }

  get(tag: string): CachedAnswer | undefined {
    const found = this.#answers.get(tag)
    if (found === undefined) {
      this.misses++
      return undefined
    }
    this.hits++
    this.#answers.delete(tag)
    this.#answers.set(tag, found)
    return found
  }

  set(tag: string, answer: CachedAnswer): void {
    if (answer.body.length > this.#maxBytes / 4 || this.#answers.has(tag)) return
    this.#answers.set(tag, answer)
    this.bytes += answer.body.length
    for (const [oldest, { body }] of this.#answers) {
      if (this.bytes <= this.#maxBytes) return
      this.#answers.delete(oldest)
      this.bytes -= body.length
    }
  }
}
