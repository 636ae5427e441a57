/** An answer as a stream of chunks. The producer sends the next chunk only after the previous one was consumed (backpressure). */
export class ChunkStream implements AsyncIterable<string | Uint8Array> {
  readonly #taken: () => void
  readonly #come: (string | Uint8Array)[] = []
  #ended = false
  #cause: Error | undefined
  #wake: () => void = () => undefined

  /**
   * @param taken   called after each chunk is consumed
   */
  constructor(taken: () => void) {
    this.#taken = taken
  }

  add(piece: string | Uint8Array): void {
    this.#come.push(piece)
    this.#wake()
  }

  end(): void {
    this.#ended = true
    this.#wake()
  }

  fail(cause: Error): void {
    this.#cause = cause
    this.end()
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<string | Uint8Array> {
    for (;;) {
      const piece = this.#come.shift()
      if (piece !== undefined) {
        yield piece
        this.#taken()
      } else if (this.#cause !== undefined) throw this.#cause
      else if (this.#ended) return
      else await new Promise<void>((resolve) => (this.#wake = resolve))
    }
  }
}
