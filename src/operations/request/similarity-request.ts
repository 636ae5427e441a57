import type { SimilarityRequest } from '../../assessments/votes/similarity.ts'
import { VisavisError } from '../../errors.ts'
import type { Input } from './operation.ts'
import { dyadNamed, stateNamed } from './parties.ts'
import { requestedPeriod } from './period.ts'

interface SimilarityInput {
  readonly a: string | undefined
  readonly b: string | undefined
  readonly all: boolean
  readonly from: string | undefined
  readonly to: string | undefined
}

const hint = 'visavis measure similarity CHN RUS --year 2018'

/** Returns the states and the window of a request, validated before any data are read. */
export function parseSimilarityRequest(input: Input): SimilarityInput {
  const [a, b, all, year] = [input['a'], input['b'], input['all'] === true, input['year']] as [string?, string?, boolean?, number?]
  if (all && a !== undefined)
    throw new VisavisError('Usage', '--all is every pair: give no states with it', { hint: 'visavis measure similarity --year 2018 --all' })
  if (!all && a === undefined) throw new VisavisError('Usage', 'give two states, one state, or --all', { hint })
  if (year !== undefined && (input['from'] !== undefined || input['to'] !== undefined)) {
    throw new VisavisError('Usage', 'a window is asked for by --year and by --from or --to: give one of the two', { hint })
  }
  const draws = input['draws'] as number
  if (draws > 0 && draws < 100)
    throw new VisavisError('Usage', `draws: ${draws} make no interval; give 0 for none, or 100 and more`, { hint })
  const text = year === undefined ? undefined : String(year)
  const window = requestedPeriod(text ?? (input['from'] as string | undefined), text ?? (input['to'] as string | undefined))
  return { a, b, all: all === true, from: window.from, to: window.to }
}

/** Returns the request with its states, looked up for the last day of the window. */
export function resolveStates(asked: SimilarityInput, input: Input, last: string): SimilarityRequest {
  const window = { from: asked.from, to: last }
  if (asked.from !== undefined && asked.from > last) {
    throw new VisavisError('NoCoverage', `the record has nothing from ${asked.from} on: it speaks up to ${last}`, { hint })
  }
  return {
    ...requestedStates(asked, window),
    window,
    byYear: input['by'] === 'year',
    filter: {
      issue: input['issue'] as string | undefined,
      wholeOnly: input['kind'] === 'whole',
      importantOnly: input['important'] === true,
    },
    consensus: input['consensus'] as 'keep' | 'drop',
    absence: input['absence'] as 'skip' | 'abstain',
    draws: input['draws'] as number,
    seed: input['seed'] as number,
    intervals: input['intervals'] === true,
  }
}

function requestedStates(asked: SimilarityInput, window: { from?: string | undefined; to: string }): Pick<SimilarityRequest, 'a' | 'b'> {
  if (asked.a === undefined) return { a: undefined, b: undefined }
  if (asked.b === undefined) return { a: stateNamed(asked.a, window.to), b: undefined }
  const [a, b] = dyadNamed(asked.a, asked.b, window)
  return { a, b }
}
