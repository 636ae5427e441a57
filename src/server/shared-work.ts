/** Work in progress, by ETag: identical requests share one computation. It is cancelled when no client waits for it any longer. */
export class SharedWork<T> {
  readonly #inProgress = new Map<string, { readonly promise: Promise<T>; readonly leaving: AbortController; waiting: number }>()

  /**
   * Waits for the work with this tag, which is started unless it is already in progress.
   *
   * @param client   aborted when this client no longer waits
   */
  async join(tag: string, client: AbortSignal, begin: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const shared = this.#inProgress.get(tag) ?? this.#start(tag, begin)
    shared.waiting++
    const leave = (): void => {
      if (--shared.waiting > 0) return
      // later requests must not join work that is being cancelled
      this.#forget(tag, shared)
      shared.leaving.abort()
    }
    if (client.aborted) leave()
    else client.addEventListener('abort', leave, { once: true })
    try {
      return await shared.promise
    } finally {
      client.removeEventListener('abort', leave)
    }
  }

  #start(tag: string, begin: (signal: AbortSignal) => Promise<T>): { promise: Promise<T>; leaving: AbortController; waiting: number } {
    const leaving = new AbortController()
    const shared = { promise: begin(leaving.signal), leaving, waiting: 0 }
    this.#inProgress.set(tag, shared)
    const forget = (): void => this.#forget(tag, shared)
    shared.promise.then(forget, forget)
    return shared
  }

  #forget(tag: string, shared: object): void {
    if (this.#inProgress.get(tag) === shared) this.#inProgress.delete(tag)
  }
}
