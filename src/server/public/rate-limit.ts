/** How many questions a client may ask. */
export interface Rate {
  /** Questions a second in the long run. */
  readonly perSecond: number
  /** Questions that a client may ask at once after a pause. */
  readonly burst: number
  /** Questions of a client that may be under way at the same time. */
  readonly atOnce: number
}

interface Bucket {
  tokens: number
  filled: number
  underWay: number
}

/** Most clients remembered; the one that has been silent for longest is forgotten first. */
const mostClients = 20_000

/**
 * A token bucket for each client: every question takes a token, and tokens come back at a steady rate. It is in memory and forgets clients whose bucket is full
 * again.
 *
 * @example new RateLimit({ perSecond: 1, burst: 2, atOnce: 2 }).take('192.0.2.7')   // 0
 */
export class RateLimit {
  readonly #rate: Rate
  readonly #now: () => number
  readonly #buckets = new Map<string, Bucket>()

  /** @param now   the time in milliseconds */
  constructor(rate: Rate, now: () => number = () => performance.now()) {
    this.#rate = rate
    this.#now = now
  }

  /** The number of clients that are remembered. */
  get clients(): number {
    return this.#buckets.size
  }

  /**
   * Takes a token of a client.
   *
   * @returns   0 if the client may ask, and then `done` must be called when the question ends; else the whole seconds after which to try again, at least 1
   */
  take(client: string): number {
    const { perSecond, burst, atOnce } = this.#rate
    const bucket = this.#bucketOf(client)
    if (bucket.underWay >= atOnce) return 1
    if (bucket.tokens < 1) return Math.max(1, Math.ceil((1 - bucket.tokens) / perSecond))
    bucket.tokens = Math.min(burst, bucket.tokens) - 1
    bucket.underWay++
    return 0
  }

  /** Reports that a question of the client has ended. */
  done(client: string): void {
    const bucket = this.#buckets.get(client)
    if (bucket !== undefined) bucket.underWay--
  }

  #bucketOf(client: string): Bucket {
    const now = this.#now()
    const { perSecond, burst } = this.#rate
    const bucket = this.#buckets.get(client) ?? { tokens: burst, filled: now, underWay: 0 }
    bucket.tokens = Math.min(burst, bucket.tokens + ((now - bucket.filled) / 1000) * perSecond)
    bucket.filled = now
    // moves the client to the end, so that the first one has been silent for longest
    this.#buckets.delete(client)
    this.#buckets.set(client, bucket)
    this.#forget(client, now)
    return bucket
  }

  /** Forgets clients whose bucket is full again, and beyond the limit those that have been silent for longest, but not this one. */
  #forget(asking: string, now: number): void {
    const { perSecond, burst } = this.#rate
    for (const [client, { tokens, filled, underWay }] of this.#buckets) {
      const isFull = underWay === 0 && tokens + ((now - filled) / 1000) * perSecond >= burst
      if (client === asking || (!isFull && this.#buckets.size <= mostClients)) return
      this.#buckets.delete(client)
    }
  }
}
