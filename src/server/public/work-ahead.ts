import { setTimeout as pause } from 'node:timers/promises'
import type { Input } from '../../operations/request/operation.ts'
import type { FoundSnapshot } from '../../operations/storage/current-record.ts'

/** A question that may be asked again. */
export interface AskedQuestion {
  readonly operation: string
  readonly inputs: Input
}

/** Most different questions that are counted. */
const mostCounted = 4000
/** Milliseconds after which to check again whether requests are waiting. */
const idleCheckEvery = 25

/** States by the size of their economy, roughly: the pairs that readers ask for most are among the first. */
const states =
  'USA CHN DEU IND JPN GBR FRA ITA RUS CAN BRA ESP MEX KOR AUS TUR IDN NLD SAU POL CHE ARG SWE IRL ISR SGP ARE VNM IRN EGY ZAF UKR NGA PAK BGD DNK NOR PHL MYS COL KAZ QAT GRC HUN ROU CZE FIN PRT NZL PER'.split(
    ' ',
  )

/**
 * Answers questions before they are asked, while no requests are waiting: those asked most often, then pairs of large states and the states that vote with each. An
 * assessment takes 0.2 to 0.5 s of processor time, an answer that is kept takes a millisecond.
 */
export class WorkAhead {
  readonly #counts = new Map<string, { readonly question: AskedQuestion; count: number }>()
  readonly #most: number
  readonly #isIdle: () => boolean
  readonly #answer: (question: AskedQuestion, record: FoundSnapshot, signal: AbortSignal) => Promise<unknown>

  /**
   * @param most     most questions that are answered ahead; 0: none
   * @param isIdle   whether no requests are waiting
   * @param answer   answers a question and keeps the answer, unless it is kept already
   */
  constructor(
    most: number,
    isIdle: () => boolean,
    answer: (question: AskedQuestion, record: FoundSnapshot, signal: AbortSignal) => Promise<unknown>,
  ) {
    this.#most = most
    this.#isIdle = isIdle
    this.#answer = answer
  }

  /** Counts a question of a reader. It must not have a text. */
  count(question: AskedQuestion): void {
    const key = JSON.stringify(question)
    const counted = this.#counts.get(key) ?? { question, count: 0 }
    counted.count++
    // moves it to the end, so that the first one was asked longest ago
    this.#counts.delete(key)
    this.#counts.set(key, counted)
    if (this.#counts.size > mostCounted) this.#counts.delete(this.#counts.keys().next().value!)
  }

  /** Answers questions from this record, one after the other, until all are answered or the signal is aborted. A question that fails is skipped. */
  async work(record: FoundSnapshot, signal: AbortSignal): Promise<void> {
    for (const question of this.#questions()) {
      while (!signal.aborted && !this.#isIdle()) await pause(idleCheckEvery)
      if (signal.aborted) return
      await this.#answer(question, record, signal).catch(() => undefined)
    }
  }

  #questions(): AskedQuestion[] {
    const counted = [...this.#counts.values()].sort((x, y) => y.count - x.count).map(({ question }) => question)
    const asked = new Set(counted.map((question) => JSON.stringify(question)))
    return [...counted, ...usualQuestions().filter((question) => !asked.has(JSON.stringify(question)))].slice(0, this.#most)
  }
}

/** Pairs in the order of the size of the smaller state, under the order of their codes; and who votes with a state. */
function usualQuestions(): AskedQuestion[] {
  return states.flatMap((later, i) => {
    const pairs = states.slice(0, i).map((earlier) => {
      const [a, b] = [earlier, later].sort() as [string, string]
      return { operation: 'assess', inputs: { a, b } }
    })
    return [...pairs, { operation: 'world', inputs: { of: later, measure: 'kappa' } }]
  })
}
