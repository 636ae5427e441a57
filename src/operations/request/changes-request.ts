import type { ChangesRequest } from '../../assessments/standing/standing-changes.ts'
import { VisavisError } from '../../errors.ts'
import { firstStandingYear } from '../../measures/standing/standing.ts'
import type { Input } from './operation.ts'
import { stateNamed } from './parties.ts'

/** Years between the two that are compared if neither is given. */
const usualSpan = 2

/**
 * Returns the years and the state of a request for `changes`.
 *
 * @param lastDay   the last day of data: the day of the record, or the as-of day
 * @throws VisavisError Usage, NoCoverage, UnknownState, NotAState
 */
export function requestedChanges(input: Input, lastDay: string): ChangesRequest {
  const last = Number(lastDay.slice(0, 4))
  const to = (input['to'] as number | undefined) ?? last
  const from = (input['from'] as number | undefined) ?? Math.max(firstStandingYear, to - usualSpan)
  const hint = 'visavis changes --from 2015 --to 2025'
  const outside = [from, to].find((year) => year < firstStandingYear || year > last)
  if (outside !== undefined)
    throw new VisavisError('NoCoverage', `standing is measured from ${firstStandingYear} to ${last}, not in ${outside}`, { hint })
  if (from >= to)
    throw new VisavisError('Usage', `the earlier year must come before the later one: ${from} does not come before ${to}`, { hint })
  const name = input['state'] as string | undefined
  const day = [`${to}-12-31`, lastDay].sort()[0]!
  return { from, to, lastDay, state: name === undefined ? undefined : stateNamed(name, day), limit: input['limit'] as number | undefined }
}
