/** An answer that comes piece by piece: the next is asked for when the last was taken, so that what is not read yet does not pile up. */
export class Pieces implements AsyncIterable<string> {
  readonly #taken: () => void
  readonly #come: string[] = []
  #ended = false
  #cause: Error | undefined
  #wake: () => void = () => undefined

  /** @param taken   told when a piece was taken */
  constructor(taken: () => void) {
    this.#taken = taken
  }

  add(piece: string): void {
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

  async *[Symbol.asyncIterator](): AsyncGenerator<string> {
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
