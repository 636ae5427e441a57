import type { Assessment } from '../../assessments/index.ts'
import type { Snapshot } from '../../store/index.ts'
import type { Context, Input } from '../request/operation.ts'

/** Two parties as the user spells them. */
export interface Pair {
  readonly a: string
  readonly b: string
}

/** Opens the requested record and calls `use` with a function that assesses any pair from this record, with the window, draws and seed of the input. */
export async function withAssessor<T>(
  input: Input,
  context: Context,
  use: (assessor: (pair: Pair) => Promise<Assessment>, snapshot: Snapshot) => Promise<T>,
): Promise<T> {
  const [{ withRecord, lastDayFor }, { partiesNamed }, { refuseFuture, requestedPeriod }] = await Promise.all([
    import('./record.ts'),
    import('../request/parties.ts'),
    import('../request/period.ts'),
  ])
  const window = requestedPeriod(input['from'] as string | undefined, input['to'] as string | undefined)
  refuseFuture(window, input['to'] as string | undefined, context.today)
  // in the tenth of a second that this takes to load, the record is opened
  const assessing = import('../../assessments/index.ts')
  return withRecord(input, context, async (snapshot) => {
    const { assess } = await assessing
    const to = lastDayFor(input, context, snapshot, window.to)
    const { from } = requestedPeriod(window.from, to)
    const how = { from, to, draws: input['draws'] as number, seed: input['seed'] as number }
    const assessor = async (pair: Pair): Promise<Assessment> => {
      const [a, b] = partiesNamed(pair.a, pair.b, { from, to })
      return a.kind === 'state' && b.kind === 'state'
        ? assess({ a: a.state, b: b.state, ...how }, snapshot)
        : (await import('../../assessments/blocs/bloc-assess.ts')).assessBlocs({ a, b, ...how }, snapshot)
    }
    return use(assessor, snapshot)
  })
}

/** Returns the pair that the inputs `a` and `b` name. */
export function pairFromInput(input: Input): Pair {
  return { a: input['a'] as string, b: input['b'] as string }
}
