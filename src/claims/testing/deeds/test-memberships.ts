import { storedMemberships } from '../../../assessments/record/memberships.ts'
import { grouped } from '../../../assessments/rows/grouped.ts'
import { cachedBySnapshot } from '../../../assessments/rows/snapshot-cache.ts'
import { type Bloc, blocs, type Membership, membersOn, stateOf } from '../../../states/index.ts'
import type { Snapshot } from '../../../store/index.ts'
import type { Claim, ClaimPeriod } from '../../claim.ts'
import type { ClaimTestContext, Tester } from '../../claim-test-context.ts'
import { verdictLimits } from '../../limits.ts'
import type { MembershipSaid, StateInClub } from '../../said/membership-said.ts'
import { daysOf } from '../../text/calendar.ts'
import { isWithinSpan, lastDayOfText, shiftDay } from '../../text/days-of-text.ts'
import { isMemberState } from '../../text/names/bloc-of-club.ts'
import type { Finding, NearestTrueStatement, Verdict } from '../../verdict.ts'
import { countRange, countVerdict } from '../judging/count-range.ts'
import {
  capitalised,
  combinedVerdict,
  finding,
  findingEvidence,
  joinedNames,
  nearestTrueStatement,
  stateName,
} from '../judging/findings.ts'
import { namesPeriod } from '../judging/stated-slots.ts'
import { anniversaryFinding, entryDays, testFounding } from './test-foundings.ts'

const source = 'bloc-memberships'

/** What the record has on one state, and the verdict on the claim for that state. */
interface Part {
  readonly verdict: Verdict
  readonly text: string
  readonly would?: NearestTrueStatement
}

interface Asked {
  readonly bloc: string
  readonly name: string
  readonly founded: string
  readonly said: StateInClub
  readonly period: ClaimPeriod
  /** Whether the sentence itself names the period. */
  readonly own: boolean
  /** Day of the text: recorded events after this day are ignored. */
  readonly day: string
}

/**
 * Tests membership of blocs: who was a member, since when, who left, who founded the bloc, who is not in it. The record is complete for the blocs that it has,
 * so a state without a row was not a member.
 */
export const testMembership: Tester = async (claim, bench) => {
  const club = claim.said?.membership
  if (club === undefined) return undefined
  const bloc = blocs.find((one) => one.id === club.bloc)
  if (club.founding !== undefined && bloc !== undefined) return testFounding(claim, bench, club.founding, bloc)
  if (claim.kind === 'count') return club.total === undefined || bloc === undefined ? undefined : counted(claim, bench, club.total, bloc)
  if (claim.kind !== 'membership' || claim.measured?.topic === 'treaty') return undefined
  if (bloc === undefined) return outside(`The record does not follow who belongs to “${club.club}”.`)
  // the club itself, or another club, may have been read as one of its members
  const states = claim.actors.filter(isMemberState)
  if (states.length === 0) return outside(`The record follows states as members of ${bloc.name}.`)
  return club.state === undefined ? undefined : inClub({ ...claim, actors: states }, bench, club.state, bloc)
}

/** Tests what is said of states and a club. */
async function inClub(claim: Claim, bench: ClaimTestContext, said: StateInClub, bloc: Bloc): Promise<Finding> {
  const { actors: states } = claim
  const rows = await rowsOfBloc(bench.snapshot, bloc.id)
  if (said.role !== 'member' && said.role !== 'candidate' && ofRole(rows, said.role).length === 0)
    return outside(`The record does not follow who is ${said.role} of ${bloc.name}.`)
  if (said.anniversary !== undefined && said.anniversary !== 'unclear')
    return states.length === 1
      ? anniversaryFinding(bench, said.anniversary, {
          days: entryDays(rows, states),
          why: told(states, rows, bloc.name),
          rows: rowsOf(bloc.id, states),
        })
      : outside('An anniversary of several is told.')
  if (said.anniversary !== undefined && said.act !== 'be') return outside('An anniversary is told, and not how many years it counts.')
  const isNow = said.now === true && said.act === 'be'
  const asked: Asked = {
    bloc: bloc.id,
    name: bloc.name,
    founded: bloc.founded,
    said,
    period: said.since ?? (isNow ? { at: lastDayOfText(bench) } : (claim.period ?? { at: bench.date })),
    own: said.since !== undefined || isNow || namesPeriod(claim),
    day: lastDayOfText(bench),
  }
  if (states.length > 2 && said.list !== undefined) return listed(claim, bench, asked, rows)
  const mine = rows.filter((row) => states.includes(row.state))
  const parts = states.map((state) =>
    partOf(
      state,
      asked,
      mine.filter((row) => row.state === state),
    ),
  )
  const verdict = combinedVerdict(parts.map((part) => part.verdict))
  const doubts = claim.said?.doubts?.membership
  const unsure =
    verdict !== 'supported' &&
    (doubts?.vagueStates === true || (verdict === 'partly' && doubts?.statesApart === true) || isOfOther(claim, asked, mine))
  return finding(
    unsure ? 'unverifiable' : verdict,
    `${parts.map((part) => part.text).join(' ')}${unsure ? ' Who is meant is not sure.' : ''}`,
    {
      evidence: [findingEvidence(bench, source, rowsOf(asked.bloc, states), mine.length)],
      wouldBeTrue: verdict === 'supported' || unsure ? null : (parts.find((part) => part.would !== undefined)?.would ?? null),
    },
  )
}

/** Tests a forecast of membership like any other membership, once its period is over. */
export const testForecastMembership: Tester = async (claim, bench) => {
  if (claim.kind !== 'forecast' || claim.measured?.topic !== 'membership' || claim.value !== null || claim.period === null) return undefined
  const { to } = daysOf(claim.period)
  if (to >= bench.today) return finding('unverifiable', `Its time is not over: ${to}.`)
  const found = await testMembership({ ...claim, kind: 'membership' }, { ...bench, date: to })
  return found === undefined ? undefined : { ...found, why: `${found.why} It was foretold for ${to} at the latest.` }
}

/** Describes since when each state is a member. */
const told = (states: readonly string[], rows: readonly Membership[], name: string): string =>
  `${capitalised(joinedNames(states.map((state) => `${stateName(state)} is in ${name} since ${entryDays(rows, [state])[0] ?? 'no day on record'}`)))}.`

const membershipsByBloc = cachedBySnapshot(async (snapshot) => grouped((await storedMemberships(snapshot)).all, (row) => row.bloc))

async function rowsOfBloc(snapshot: Snapshot, bloc: string): Promise<readonly Membership[]> {
  return (await membershipsByBloc(snapshot)).get(bloc) ?? []
}

/**
 * Whether the statement may concern another club, state or role: by its words, or because the record has the only state join in the period, or because it was a
 * member of this club at the time while the words may mean another.
 */
function isOfOther({ said }: Claim, { period }: Asked, rows: readonly Membership[]): boolean {
  const days = daysOf(period)
  const other = said?.doubts?.membership?.other
  return (
    other === 'always' ||
    (other === 'if-member' && rows.some((row) => row.role === 'member' && overlaps(row, days))) ||
    (new Set(rows.map(({ state }) => state)).size === 1 &&
      rows.some(({ role, start_date: day }) => role === 'member' && day >= days.from && day <= days.to))
  )
}

/** Clubs that only states belong to and whose number of members is undisputed. */
const countedAlike: ReadonlySet<string> = new Set('EU NATO ASEAN EAEU CSTO SCO GCC'.split(' '))

/** Tests a number of members: `has 32 members`. Undefined without a number. */
async function counted(
  claim: Claim,
  bench: ClaimTestContext,
  total: NonNullable<MembershipSaid['total']>,
  bloc: Bloc,
): Promise<Finding | undefined> {
  if (claim.value === null) return undefined
  const to = claim.period === null ? lastDayOfText(bench) : daysOf(claim.period).to
  const day = to < lastDayOfText(bench) ? to : lastDayOfText(bench)
  const rows = (await storedMemberships(bench.snapshot)).all
  const members = membersOn(rows, bloc.id, day)
  const range = countRange(claim)
  const verdict = countVerdict(members.length, range)
  const why = `On ${day} ${bloc.name} has ${members.length} members in the record.`
  const evidence = [findingEvidence(bench, source, `memberships where bloc = '${bloc.id}' and role = 'member'`, members.length)]
  // members that are not states (the EU, the African Union) have no row
  const isNear = Math.abs(members.length - claim.value) <= 2 && !countedAlike.has(bloc.id)
  const unsure = verdict !== 'supported' && (isNear || !(total.now === true || namesPeriod(claim)))
  return finding(unsure ? 'unverifiable' : verdict, why, {
    evidence,
    tolerance: range,
    wouldBeTrue:
      verdict === 'supported' || unsure
        ? null
        : { ...nearestTrueStatement('value', why, evidence, day), value: members.length, unit: 'count' },
  })
}

const rowsOf = (bloc: string, states: readonly string[]): string =>
  `memberships where bloc = '${bloc}' and state in (${states.map((state) => `'${state}'`).join(', ')})`

const outside = (why: string): Finding =>
  finding('unverifiable', why, { wouldSettle: 'The list of members that the organisation publishes.' })

function partOf(state: string, asked: Asked, rows: readonly Membership[]): Part {
  const known = rows.filter((row) => row.start_date <= asked.day)
  const { act, role } = asked.said
  if (act === 'wish')
    return {
      verdict: 'unverifiable',
      text: `${capitalised(stands(state, asked, known))} Applications, invitations and plans are not in the record.`,
    }
  if (act === 'be' && (asked.said.since === undefined || asked.said.denied === true)) return standing(state, asked, known)
  if (act === 'suspend') return suspended(state, asked, known)
  if (role === 'candidate') return candidate(state, asked, known)
  if (asked.said.denied === true) return standing(state, asked, known)
  if (act === 'leave') return left(state, asked, known)
  return act === 'found' ? founder(state, asked, known) : entered(state, asked, known)
}

const ofRole = (rows: readonly Membership[], role: string): Membership[] =>
  rows.filter((row) => (role === 'partner' ? /partner/.test(row.role) : row.role === role))

const overlaps = (row: Membership, { from, to }: { from: string; to: string }): boolean =>
  row.start_date <= to && (row.end_date === null || row.end_date >= from)

/** Whether a membership ended in the period. The last day of membership counts as the first day outside: `Out since 31 January 2020`. */
const endsIn = (rows: readonly Membership[], { from, to }: { from: string; to: string }): boolean =>
  rows.some(({ end_date: end }) => end !== null && end >= from && end <= to)

/** Tests whether the state had the claimed role in the period. */
function standing(state: string, asked: Asked, rows: readonly Membership[]): Part {
  const { said, period, name } = asked
  if (said.role === 'candidate') return candidate(state, asked, rows)
  const days = daysOf(period)
  const inside = ofRole(rows, said.role).some((row) => overlaps(row, days)) || isRenamed(rows, said.role, days)
  const text = capitalised(stands(state, asked, rows))
  const denied = said.denied === true
  if (inside !== denied || (denied && endsIn(ofRole(rows, said.role), days))) return { verdict: 'supported', text }
  if (denied)
    return {
      verdict: 'contradicted',
      text,
      would: nearestTrueStatement('value', `${capitalised(stateName(state))} is a member of ${name}.`),
    }
  const invited = !said.full && rows.some((row) => row.role === 'invited' && overlaps(row, days))
  const other = ofRole(rows, said.role)
  // a state that was a member before or after is not called wrong unless the sentence names the time
  if (other.length > 0 && !asked.own) return { verdict: 'unverifiable', text: `${text} The text does not say when.` }
  return { verdict: invited ? 'partly' : 'contradicted', text, would: nearestTrueStatement('value', text) }
}

/** Whether the state had any lesser role in the period. These roles were renamed at times: the observers of one year may be called partners in the next. */
const isRenamed = (rows: readonly Membership[], role: string, days: { readonly from: string; readonly to: string }): boolean =>
  role !== 'member' &&
  ofRole(rows, role).length > 0 &&
  rows.some((row) => /observer|partner|associate/.test(row.role) && overlaps(row, days))

function entered(state: string, asked: Asked, rows: readonly Membership[]): Part {
  const mine = ofRole(rows, asked.said.role === 'candidate' ? 'member' : asked.said.role)
  const text = capitalised(stands(state, asked, rows))
  if (mine.some((row) => startFits(row, asked.period))) return { verdict: 'supported', text }
  const first = mine[0]
  if (first === undefined) {
    const invited = !asked.said.full && rows.some((row) => row.role === 'invited')
    return { verdict: invited ? 'partly' : 'contradicted', text, would: nearestTrueStatement('value', text) }
  }
  if (!asked.own) return { verdict: 'supported', text: `${text} The text names no time of its own.` }
  if (isOwnBirth(state, first.start_date, asked.period))
    return {
      verdict: 'unverifiable',
      text: `${text} It is counted from the day of the state itself; who was in before as another is not told.`,
    }
  return { verdict: sameYear(first.start_date, asked.period) ? 'partly' : 'contradicted', text, would: dated(text, first.start_date) }
}

/** Whether membership is on record from the state's first day, and an earlier year is claimed: a part or a predecessor of the state may have been a member. */
const isOwnBirth = (state: string, start: string, period: ClaimPeriod): boolean =>
  (stateOf(state)?.spans.some(({ from }) => from === start) ?? false) && daysOf(period).from < start

function founder(state: string, asked: Asked, rows: readonly Membership[]): Part {
  const first = ofRole(rows, 'member')[0]
  const text = `${asked.name} dates from ${asked.founded}. ${capitalised(stands(state, asked, rows))}`
  // some founders signed a little later than the first ones
  const among = first !== undefined && first.start_date <= shiftDay(asked.founded, verdictLimits.founderDays)
  if (!among)
    return {
      verdict: 'contradicted',
      text,
      would: first === undefined ? nearestTrueStatement('value', text) : dated(text, first.start_date),
    }
  if (
    !asked.own ||
    isWithinSpan(asked.founded, asked.period, verdictLimits.deedDays) ||
    isWithinSpan(first.start_date, asked.period, verdictLimits.deedDays)
  )
    return { verdict: 'supported', text }
  return { verdict: sameYear(asked.founded, asked.period) ? 'partly' : 'contradicted', text, would: dated(text, asked.founded) }
}

function left(state: string, asked: Asked, rows: readonly Membership[]): Part {
  const text = capitalised(stands(state, asked, rows))
  const members = ofRole(rows, 'member')
  const ends = members.flatMap(({ end_date: end }) => (end === null || end > asked.day ? [] : [end]))
  // a state that left with effect from the first of January was a member until the day before
  if (ends.some((end) => isWithinSpan(end, asked.period, 1))) return { verdict: 'supported', text }
  const last = ends.at(-1)
  if (last === undefined)
    return {
      verdict: members.length === 0 || asked.own ? 'contradicted' : 'unverifiable',
      text,
      would: nearestTrueStatement('value', text),
    }
  if (!asked.own) return { verdict: 'supported', text: `${text} The text names no time of its own.` }
  // notice, vote and effect of a withdrawal may be a year apart
  return {
    verdict: isWithinSpan(last, asked.period, verdictLimits.leavingDays) ? 'partly' : 'contradicted',
    text,
    would: dated(text, last),
  }
}

function suspended(state: string, asked: Asked, rows: readonly Membership[]): Part {
  const row = rows.find((one) => one.role === 'suspended' && overlaps(one, daysOf(asked.period)))
  const text = capitalised(stands(state, asked, rows))
  if (row !== undefined) return { verdict: 'supported', text }
  return { verdict: 'unverifiable', text: `${text} Suspensions are not followed in every bloc.` }
}

function candidate(state: string, asked: Asked, rows: readonly Membership[]): Part {
  const member = ofRole(rows, 'member').some((row) => overlaps(row, daysOf(asked.period)))
  const text = capitalised(stands(state, asked, rows))
  return { verdict: 'unverifiable', text: `${text}${member ? '' : ' The record does not follow who is a candidate.'}` }
}

/** Tests a list of members: `BRICS means A, B and C`. Supported if all are members and, unless only some are listed, no member is missing. */
function listed(claim: Claim, bench: ClaimTestContext, asked: Asked, rows: readonly Membership[]): Finding {
  const to = daysOf(asked.period).to
  const day = to < asked.day ? to : asked.day
  const members = rows.filter((row) => row.role === 'member' && overlaps(row, { from: day, to: day })).map((row) => row.state)
  const [wrong, missing] = [
    claim.actors.filter((state) => !members.includes(state)),
    [...new Set(members)].filter((state) => !claim.actors.includes(state)),
  ]
  const whole = asked.said.list === 'whole'
  const why = `On ${day} the members of ${asked.name} are ${joinedNames([...new Set(members)].sort().map(stateName))}.`
  const evidence = [findingEvidence(bench, source, `memberships where bloc = '${asked.bloc}' and role = 'member'`, members.length)]
  if (wrong.length === 0 && (missing.length === 0 || !whole)) return finding('supported', why, { evidence })
  const verdict: Verdict = wrong.length === claim.actors.length ? 'contradicted' : 'partly'
  const told = [
    ...(wrong.length > 0 ? [`${joinedNames(wrong.map(stateName))} ${wrong.length > 1 ? 'are none' : 'is none'}`] : []),
    ...(missing.length > 0 && whole ? [`${joinedNames(missing.map(stateName))} ${missing.length > 1 ? 'are' : 'is'} not named`] : []),
  ].join('; ')
  return finding(verdict, `${why} ${capitalised(told)}.`, {
    evidence,
    wouldBeTrue: nearestTrueStatement('actor', `${capitalised(told)}.`, evidence, day),
  })
}

const dated = (text: string, at: string): NearestTrueStatement => nearestTrueStatement('date', text, [], at)

/** Whether a membership began in the period. If only the month or the year of its beginning is certain, any day in it agrees. */
function startFits(row: Membership, period: ClaimPeriod): boolean {
  const loose = /year only/.test(row.note ?? '') ? 4 : /month only/.test(row.note ?? '') ? 7 : 10
  return (
    isWithinSpan(row.start_date, period, 1) ||
    (loose < 10 && isWithinSpan(daysOf({ at: row.start_date.slice(0, loose) }).from, { at: daysOf(period).from.slice(0, loose) }))
  )
}

const sameYear = (day: string, period: ClaimPeriod): boolean => isWithinSpan(day, { at: daysOf(period).from.slice(0, 4) })

/** Describes what the record has on a state and a bloc, up to the day of the text. */
function stands(state: string, asked: Asked, rows: readonly Membership[]): string {
  if (rows.length === 0) return `${stateName(state)} is not among the members of ${asked.name} by ${asked.day}.`
  const told = rows.map(
    ({ role, start_date: from, end_date: to }) => `${role} ${to === null || to > asked.day ? `since ${from}` : `from ${from} to ${to}`}`,
  )
  return `${stateName(state)} in ${asked.name}: ${told.join('; ')}.`
}
