import { bootstrapOptions, similarityAnswer, votesAskedFor } from '../../assessments/votes/similarity.ts'
import type { SimilarityInputs } from '../../assessments/votes/similarity-inputs.ts'
import { everyPair } from '../../assessments/votes/similarity-table.ts'
import { VisavisError } from '../../errors.ts'
import { type BootstrapJob, bootstrapJob, bootstrapPairCount, intervalsOf } from '../../measures/bootstrap/bootstrap.ts'
import { bootstrapPairs } from '../../measures/bootstrap/bootstrap-pairs.ts'
import type { CellRange } from '../../work/plan.ts'
import { similarityOperation, similarityRequest } from '../questions/similarity.ts'
import { withRecord } from '../storage/record.ts'
import { numbersOf, numbersPart } from './part-numbers.ts'
import type { PlannableWork } from './plannable.ts'
import { splitWork } from './split-work.ts'

/** The intervals of every pair of states, of which each pair of each batch is an item. */
export const similarityWork: PlannableWork = splitWork({
  operation: similarityOperation,
  cell: 4000,
  formats: ['csv', 'json', 'md', 'table'],
  open: async (input, context) => {
    const resolve = await similarityRequest(input, context)
    if (input['all'] !== true || input['intervals'] !== true || input['draws'] === 0)
      throw new VisavisError('Usage', 'only the intervals of all pairs are worth a plan', {
        hint: 'visavis measure similarity --year 2018 --all --intervals --draws 10000 --plan plan.json',
      })
    const asked = await withRecord(input, context, (snapshot) => votesAskedFor(snapshot, resolve(snapshot)))
    const starts = startsOf(asked.batches)
    const jobOf = lastKept((at: number) => bootstrapJob(asked.rollCalls.votes, bootstrapOptions(asked.batches[at]!)))
    return {
      items: starts.at(-1)!,
      run: (cell) => numbersPart(within(starts, cell).flatMap(({ at, from, to }) => bootstrapped(jobOf(at), from, to))),
      answer: (parts) => {
        const ends = parts.map(({ cell, part }) => ({ cell, numbers: numbersOf(part) }))
        const rows = asked.batches.flatMap((batch, at) => {
          const job = jobOf(at)
          for (const { cell, numbers } of ends) keep(job, numbers, cell.from - starts[at]!, cell.to - starts[at]!)
          return everyPair(batch, intervalsOf(job))
        })
        return similarityAnswer(asked, rows)
      },
    }
  },
})

/** Keeps the last value only: the replicates of a batch may take a hundred MB. */
function lastKept<Value>(make: (at: number) => Value): (at: number) => Value {
  let last: { readonly at: number; readonly value: Value } | undefined
  return (at) => {
    if (last?.at !== at) last = { at, value: make(at) }
    return last.value
  }
}

/** The number of pairs before each batch, and of all. */
function startsOf(batches: readonly SimilarityInputs[]): number[] {
  const starts = [0]
  for (const batch of batches) starts.push(starts.at(-1)! + bootstrapPairCount(batch.rollCalls.votes, bootstrapOptions(batch)))
  return starts
}

/** The pairs of each batch that are in a cell. */
function within(starts: readonly number[], { from, to }: CellRange): { at: number; from: number; to: number }[] {
  return starts
    .slice(0, -1)
    .map((start, at) => ({ at, from: Math.max(from, start) - start, to: Math.min(to, starts[at + 1]!) - start }))
    .filter((one) => one.from < one.to)
}

/** Of each pair: its common roll calls, and the low and the high end of each measure. */
function bootstrapped({ plan, room }: BootstrapJob, from: number, to: number): number[] {
  bootstrapPairs(plan, room, from, to)
  const measures = room.low.length / room.pairs
  const numbers: number[] = []
  for (let pair = from; pair < to; pair++) {
    numbers.push(room.n[pair]!)
    for (let m = 0; m < measures; m++) numbers.push(room.low[m * room.pairs + pair]!, room.high[m * room.pairs + pair]!)
  }
  return numbers
}

/** Keeps the numbers of the pairs from one to before another in a job; those that are not of the job are passed over. */
function keep({ room }: BootstrapJob, numbers: Float64Array, from: number, to: number): void {
  const measures = room.low.length / room.pairs
  const width = 1 + 2 * measures
  for (let pair = Math.max(0, from); pair < Math.min(room.pairs, to); pair++) {
    const row = (pair - from) * width
    room.n[pair] = numbers[row]!
    for (let m = 0; m < measures; m++) {
      room.low[m * room.pairs + pair] = numbers[row + 1 + 2 * m]!
      room.high[m * room.pairs + pair] = numbers[row + 2 + 2 * m]!
    }
  }
}
