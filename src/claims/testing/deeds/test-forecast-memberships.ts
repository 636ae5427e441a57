import type { Tester } from '../../claim-bench.ts'
import { daysOf } from '../../text/calendar.ts'
import { finding } from '../judging/findings.ts'
import { testMembership } from './test-memberships.ts'

/** A membership that was foretold for a time: told like any other once the time is over, by what the record has of it. */
export const testForecastMembership: Tester = async (claim, bench) => {
  if (claim.kind !== 'forecast' || claim.measured?.topic !== 'membership' || claim.value !== null || claim.period === null) return undefined
  const { to } = daysOf(claim.period)
  if (to >= bench.today) return finding('unverifiable', `Its time is not over: ${to}.`)
  const found = await testMembership({ ...claim, kind: 'membership' }, { ...bench, date: to })
  return found === undefined ? undefined : { ...found, why: `${found.why} It was foretold for ${to} at the latest.` }
}
