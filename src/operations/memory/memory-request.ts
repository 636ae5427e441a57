import { VisavisError } from '../../errors.ts'
import { openMemory } from '../../memory/index.ts'
import type { State } from '../../states/index.ts'
import type { Snapshot } from '../../store/index.ts'
import type { Context, Input } from '../request/operation.ts'
import { dyadNamed } from '../request/parties.ts'
import { periodEnd, refuseFuture, requestedPeriod } from '../request/period.ts'

/** The two states of a question to the memory, and its days. */
export interface RequestedPair {
  readonly a: State
  readonly b: State
  /** Nothing later is seen. */
  readonly to: string
  /** The day on which a fact is to be in force. */
  readonly on: string | undefined
}

/**
 * Reads the pair and the days of a question, and opens the memory of the record.
 *
 * @param lastDay   the last day of data to use: see `lastDayFor`
 * @throws VisavisError as `dyadNamed` does, BadDate for a day in the future
 */
export async function requestedPair(
  input: Input,
  context: Pick<Context, 'today'>,
  snapshot: Snapshot,
  lastDay: (to: string | undefined) => string,
): Promise<RequestedPair> {
  const asked = (input['to'] ?? input['on']) as string | undefined
  const window = requestedPeriod(undefined, input['to'] as string | undefined)
  const on = input['on'] === undefined ? undefined : periodEnd(input['on'] as string)
  refuseFuture({ ...window, ...(on === undefined ? {} : { from: on }) }, asked, context.today)
  const to = lastDay(window.to)
  // two states of the past may be asked about today
  const [a, b] = dyadNamed(input['a'] as string, input['b'] as string, { from: '1816-01-01', to: on !== undefined && on < to ? on : to })
  await openMemory(snapshot)
  return { a, b, to, on }
}

/** Makes the error for a figure or a kind of fact that the catalogue does not have. */
export function unknownEntryError(what: string, asked: string, near: readonly string[], all: readonly string[]): VisavisError {
  const meant = near.length === 0 ? ` There are ${all.join(', ')}.` : ` Did you mean ${near.join(', ')}?`
  return new VisavisError('Usage', `there is no ${what} "${asked.slice(0, 80)}".${meant}`, { hint: 'visavis catalogue' })
}
