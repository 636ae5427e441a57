/**
 * Questions are worked out a few at a time, in the order in which they came: all at once would end all late, and what is answered at once would wait between them. One that
 * takes longer than its turn goes on, and the next begins beside it: nobody waits for minutes of work.
 */
export class Turns {
  readonly #waiting: (() => void)[] = []
  readonly #milliseconds: number
  #free: number

  /**
   * @param places         how many at a time
   * @param milliseconds   how long a turn is
   */
  constructor(places: number, milliseconds: number) {
    this.#free = places
    this.#milliseconds = milliseconds
  }

  /**
   * Does the work when its turn has come.
   *
   * @param signal   raised when nobody wants it any more: its turn is over, or is given away
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
    try {
      signal.throwIfAborted()
      return await work()
    } finally {
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
