import type { Bloc, Membership } from '../../../states/index.ts'
import type { Claim } from '../../claim.ts'
import type { ClaimTestContext } from '../../claim-test-context.ts'
import { verdictLimits } from '../../limits.ts'
import type { Anniversary, MembershipSaid } from '../../said/membership-said.ts'
import { daysOf } from '../../text/calendar.ts'
import { isWithinSpan } from '../../text/days-of-text.ts'
import type { Finding } from '../../verdict.ts'
import { finding, findingEvidence, nearestTrueStatement } from '../judging/findings.ts'

const source = 'bloc-memberships'

/** Tests when a club was founded, as a dated deed or by an anniversary. Undefined if the claim gives neither. */
export function testFounding(
  { period }: Claim,
  bench: ClaimTestContext,
  { anniversary }: NonNullable<MembershipSaid['founding']>,
  bloc: Bloc,
): Finding | undefined {
  const why = `The members of ${bloc.name} are counted from ${bloc.founded}.`
  const rows = `memberships where bloc = '${bloc.id}'`
  if (anniversary !== undefined) return anniversaryFinding(bench, anniversary, { days: [bloc.founded], why, rows })
  if (period === null) return undefined
  const evidence = [findingEvidence(bench, source, rows, 1)]
  if (isWithinSpan(bloc.founded, period, verdictLimits.deedDays)) return finding('supported', why, { evidence })
  // a treaty, its entry into force and a charter give three dates for one founding
  const clear = Math.abs(yearOf(bloc.founded) - yearOf(daysOf(period).from)) > verdictLimits.foundingYears
  return finding(clear ? 'contradicted' : 'unverifiable', why, {
    evidence,
    wouldBeTrue: clear ? nearestTrueStatement('date', why, evidence, bloc.founded) : null,
  })
}

const yearOf = (day: string): number => Number(day.slice(0, 4))

/** What an anniversary is tested with: the days on record, the record in words, and the condition that selects its rows. */
interface DaysOnRecord {
  readonly days: readonly string[]
  readonly why: string
  readonly rows: string
}

/** Tests an anniversary: the year from which it is counted, less the stated number of years, is compared with the days on record. */
export function anniversaryFinding(
  bench: ClaimTestContext,
  { years, from, counted }: Anniversary,
  { days, why, rows }: DaysOnRecord,
): Finding {
  const told = from - years
  const sum = `${why} ${from} less ${years} is ${told}.`
  const evidence = [findingEvidence(bench, source, rows, days.length)]
  if (counted === 'unclear' || days.length === 0)
    return finding('unverifiable', `${why} From which year it is counted is not sure.`, { evidence })
  const away = Math.min(...days.map((day) => Math.abs(yearOf(day) - told)))
  if (away === 0) return finding('supported', sum, { evidence })
  return away > verdictLimits.anniversarySlack && counted === 'told'
    ? finding('contradicted', sum, { evidence, wouldBeTrue: nearestTrueStatement('date', why, evidence, days[0]) })
    : finding('unverifiable', sum, { evidence })
}

/** Returns the first day of each state as a member of a club; states that never were members are left out. */
export const entryDays = (rows: readonly Membership[], states: readonly string[]): string[] =>
  states.flatMap((state) => rows.find((row) => row.state === state && row.role === 'member')?.start_date ?? [])
