import type { Pace } from '../claims/pace.ts'
import { type Asked, cell } from './asked.ts'

/** The pace of a reading that is watched from outside: the sentence at hand stands in the shared cells. */
export function readingPace({ cells, reading }: Pick<Asked, 'cells' | 'reading'>): Pace {
  const refused = new Set(reading.refused)
  const stand = (sentence: number): void => {
    Atomics.store(cells, cell.sentence, sentence)
    Atomics.add(cells, cell.beat, 1)
    Atomics.store(cells, cell.reads, 1)
  }
  return {
    refused,
    between: () => stand(0),
    takes: (sentence) => {
      if ((reading.end !== null && sentence >= reading.end) || Date.now() > reading.until) refused.add(sentence)
      stand(refused.has(sentence) ? 0 : sentence + 1)
      return !refused.has(sentence)
    },
  }
}
