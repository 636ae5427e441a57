import type { Input } from '../../operations/request/operation.ts'
import type { FoundSnapshot } from '../../operations/storage/current-record.ts'

/** A question that may be asked again. */
export interface AskedQuestion {
  readonly operation: string
  readonly inputs: Input
}

/** Most different questions that are counted. */
const mostCounted = 4000

/** States by the size of their economy, roughly: the pairs that readers ask for most are among the first. */
const states =
  'USA CHN DEU IND JPN GBR FRA ITA RUS CAN BRA ESP MEX KOR AUS TUR IDN NLD SAU POL CHE ARG SWE IRL ISR SGP ARE VNM IRN EGY ZAF UKR NGA PAK BGD DNK NOR PHL MYS COL KAZ QAT GRC HUN ROU CZE FIN PRT NZL PER'.split(
    ' ',
  )

/** The record and the day of the answers. */
export interface AnswersAhead {
  readonly record: FoundSnapshot
  /** ISO day on which they will be asked for. */
  readonly day: string
}

/** Answers a question and keeps the answer, unless it is kept already. */
type AnswerAhead = (question: AskedQuestion, of: AnswersAhead, signal: AbortSignal) => Promise<unknown>

/**
 * Returns the days of which answers are made ahead: today and, in the last hour, tomorrow, since the day is part of an answer.
 *
 * @example daysAhead(new Date('2026-11-30T23:30:00Z'))   // ['2026-11-30', '2026-12-01']
 */
export function daysAhead(now: Date): string[] {
  const days = [now, new Date(now.getTime() + 3_600_000)].map((time) => time.toISOString().slice(0, 10))
  return [...new Set(days)]
}

/**
 * Answers questions before they are asked: those asked most often, then pairs of large states and the states that vote with each. An assessment takes 0.2 to 0.5 s
 * of processor time, an answer that is kept takes a millisecond. The processor goes to readers first, as the process that answers ahead has a lower priority.
 */
export class WorkAhead {
  readonly #counts = new Map<string, { readonly question: AskedQuestion; count: number }>()
  readonly #most: number
  readonly #answer: AnswerAhead

  /** @param most   most questions that are answered ahead; 0: none */
  constructor(most: number, answer: AnswerAhead) {
    this.#most = most
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

  /**
   * Answers questions, one after the other, until all are answered or the signal is aborted. A question that fails is skipped.
   *
   * @param which   `repeated`: only those that readers asked more than once
   */
  async work(of: AnswersAhead, signal: AbortSignal, which: 'all' | 'repeated' = 'all'): Promise<void> {
    for (const question of which === 'all' ? this.#questions() : this.#repeated()) {
      if (signal.aborted) return
      await this.#answer(question, of, signal).catch(() => undefined)
    }
  }

  #repeated(): AskedQuestion[] {
    return this.#counted()
      .filter(({ count }) => count > 1)
      .map(({ question }) => question)
      .slice(0, this.#most)
  }

  #questions(): AskedQuestion[] {
    const counted = this.#counted().map(({ question }) => question)
    const asked = new Set(counted.map((question) => JSON.stringify(question)))
    return [...counted, ...usualQuestions().filter((question) => !asked.has(JSON.stringify(question)))].slice(0, this.#most)
  }

  /** The questions of readers, those asked most first. */
  #counted(): { readonly question: AskedQuestion; readonly count: number }[] {
    return [...this.#counts.values()].sort((x, y) => y.count - x.count)
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
