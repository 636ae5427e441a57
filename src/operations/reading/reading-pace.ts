import type { Pace } from '../../claims/pace.ts'
import type { WorkerRequest } from '../asked/process-messages.ts'
import type { ProgressWriter } from '../asked/reading-progress.ts'

/** The pace of a text reader that a parent process watches. */
export function readingPace({ refused: before, end, until }: WorkerRequest['reading'], stand: ProgressWriter): Pace {
  const refused = new Set(before)
  return {
    refused,
    between: () => stand.at(null),
    takes: (sentence) => {
      if ((end !== null && sentence >= end) || Date.now() > until) refused.add(sentence)
      const taken = !refused.has(sentence)
      stand.at(taken ? sentence : null)
      return taken
    },
  }
}
