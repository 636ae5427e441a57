import type { StandingRequest } from '../../assessments/standing/standing-answer.ts'
import { VisavisError } from '../../errors.ts'
import { firstStandingYear } from '../../measures/standing/standing.ts'
import { existedIn, type State } from '../../states/index.ts'
import type { Input } from './operation.ts'
import { dyadNamed, stateNamed } from './parties.ts'

const hint = 'visavis measure standing India Pakistan --year 2018'

/**
 * Returns the year and the states of a request.
 *
 * @param lastDay   the last day of data: the day of the record, or the as-of day
 * @throws VisavisError Usage, NoCoverage, UnknownState, NotAState, SameState, NoSuchStateThen
 */
export function requestedStanding(input: Input, lastDay: string): StandingRequest {
  const [a, b, all] = [input['a'] as string | undefined, input['b'] as string | undefined, input['all'] === true]
  if (all && a !== undefined)
    throw new VisavisError('Usage', '--all is every pair: give no states with it', { hint: 'visavis measure standing --year 2018 --all' })
  if (!all && a === undefined) throw new VisavisError('Usage', 'give two states, one state, or --all', { hint })
  const year = coveredYear(input['year'] as number | undefined, lastDay)
  const day = [`${year}-12-31`, lastDay].sort()[0]!
  if (a === undefined) return { year, lastDay, a: undefined, b: undefined }
  if (b === undefined) return { year, lastDay, a: stateIn(a, year, day), b: undefined }
  const [one, other] = dyadNamed(a, b, { from: `${year}-01-01`, to: day })
  return { year, lastDay, a: one, b: other }
}

function coveredYear(asked: number | undefined, lastDay: string): number {
  const last = Number(lastDay.slice(0, 4))
  const year = asked ?? last
  if (year >= firstStandingYear && year <= last) return year
  throw new VisavisError('NoCoverage', `standing is measured from ${firstStandingYear} to ${last}, not in ${year}`, { hint })
}

function stateIn(spelling: string, year: number, day: string): State {
  const state = stateNamed(spelling, day)
  if (existedIn(state, year)) return state
  throw new VisavisError('NoSuchStateThen', `${state.name} (${state.iso3}) was not a state in ${year}`, {
    hint: `visavis states ${state.iso3}`,
  })
}
