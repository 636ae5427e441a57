/**
 * A queue for requests. Only a few run at a time, in the order of arrival, as running all at once would delay them all. A request that takes
 * longer than its turn continues, but the next one starts beside it, so that no request waits behind minutes of work.
 */
export class RequestQueue {
  readonly #waiting: (() => void)[] = []
  readonly #milliseconds: number
  #free: number
  /** Number of requests that run, those that outlast their turn included. */
  running = 0

  /**
   * @param places         number of requests that run at a time
   * @param milliseconds   time after which the next request starts, even if this one still runs
   */
  constructor(places: number, milliseconds: number) {
    this.#free = places
    this.#milliseconds = milliseconds
  }

  /** Number of requests that wait for their turn. */
  get length(): number {
    return this.#waiting.length
  }

  /**
   * Runs the work when its turn comes.
   *
   * @param signal   aborted when the client leaves: a running request ends its turn, a waiting one leaves the queue
   */
  async take<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    await this.#turn(signal)
    let over = false
    const end = (): void => {
      if (!over) this.#next()
      over = true
    }
    const timer = setTimeout(end, this.#milliseconds)
    signal.addEventListener('abort', end, { once: true })
    this.running++
    try {
      signal.throwIfAborted()
      return await work()
    } finally {
      this.running--
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      end()
    }
  }

  #turn(signal: AbortSignal): Promise<void> {
    if (this.#free > 0) {
      this.#free--
      return Promise.resolve()
    }
    return new Promise((resolve, reject) => {
      const begin = (): void => {
        signal.removeEventListener('abort', leave)
        resolve()
      }
      const leave = (): void => {
        this.#waiting.splice(this.#waiting.indexOf(begin), 1)
        reject(signal.reason as Error)
      }
      this.#waiting.push(begin)
      signal.addEventListener('abort', leave, { once: true })
    })
  }

  #next(): void {
    const next = this.#waiting.shift()
    if (next === undefined) this.#free++
    else next()
  }
}
