/** Work in progress by ETag: identical requests share one computation, which is cancelled when the last of them has left. */
export class SharedWork<T> {
  readonly #underWay = new Map<string, { readonly promise: Promise<T>; readonly leaving: AbortController; waiting: number }>()

  /**
   * Joins the work of this tag, or starts it.
   *
   * @param client   aborted when this client no longer waits
   */
  async join(tag: string, asker: AbortSignal, begin: (asker: AbortSignal) => Promise<T>): Promise<T> {
    const shared = this.#underWay.get(tag) ?? this.#begun(tag, begin)
    shared.waiting++
    const leave = (): void => {
      if (--shared.waiting > 0) return
      // later requests must not join work that is being cancelled
      this.#forget(tag, shared)
      shared.leaving.abort()
    }
    if (asker.aborted) leave()
    else asker.addEventListener('abort', leave, { once: true })
    try {
      return await shared.promise
    } finally {
      asker.removeEventListener('abort', leave)
    }
  }

  #begun(tag: string, begin: (asker: AbortSignal) => Promise<T>): { promise: Promise<T>; leaving: AbortController; waiting: number } {
    const leaving = new AbortController()
    const shared = { promise: begin(leaving.signal), leaving, waiting: 0 }
    this.#underWay.set(tag, shared)
    const forget = (): void => this.#forget(tag, shared)
    shared.promise.then(forget, forget)
    return shared
  }

  #forget(tag: string, shared: object): void {
    if (this.#underWay.get(tag) === shared) this.#underWay.delete(tag)
  }
}
