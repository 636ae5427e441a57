/** Most downloads at the same time, of one client and of all. */
const [ofOne, ofAll] = [8, 64]

/**
 * Counts downloads that are under way, for each client and in all.
 *
 * @example new DownloadSlots().take('192.0.2.7')   // true
 */
export class DownloadSlots {
  readonly #underWay = new Map<string, number>()
  #all = 0

  /** The number of downloads under way. */
  get running(): number {
    return this.#all
  }

  /** Takes a slot for a client, and then `done` must be called when the download ends; false if there is none. */
  take(client: string): boolean {
    const own = this.#underWay.get(client) ?? 0
    if (own >= ofOne || this.#all >= ofAll) return false
    this.#underWay.set(client, own + 1)
    this.#all++
    return true
  }

  /** Gives the slot of a client back. */
  done(client: string): void {
    const left = (this.#underWay.get(client) ?? 1) - 1
    if (left === 0) this.#underWay.delete(client)
    else this.#underWay.set(client, left)
    this.#all--
  }
}
