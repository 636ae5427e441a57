import { cachedBySnapshot } from '../../../assessments/rows/snapshot-cache.ts'
import type { Claim, ClaimPeriod } from '../../claim.ts'
import type { ClaimTestContext, Tester } from '../../claim-test-context.ts'
import { verdictLimits } from '../../limits.ts'
import type { DeedNames, RelationSaid } from '../../said/pair-deeds-said.ts'
import { daysOf } from '../../text/calendar.ts'
import { lastDayOfText, shiftDay } from '../../text/days-of-text.ts'
import type { Finding } from '../../verdict.ts'
import { capitalised, finding, findingEvidence, joinedNames, nearestTrueStatement, stateName } from '../judging/findings.ts'
import { namesPeriod } from '../judging/stated-slots.ts'

const source = 'dated-relations'

/** A row of the table of dated deeds between states. */
interface Deed {
  readonly kind: string
  readonly state_a: string
  readonly state_b: string
  readonly name: string | null
  readonly date: string
  readonly date_kind: string
  readonly note: string | null
}

const kindWords: Readonly<Record<string, string>> = {
  'diplomatic-relations': 'diplomatic relations',
  'trade-agreement': 'trade agreement',
  'defence-treaty': 'defence agreement',
  'strategic-partnership': 'strategic partnership',
  'accession-application': 'application',
}

/**
 * Tests when two states established or broke off relations, or when an agreement between them was signed or entered into force. If the pair has no row, nothing
 * follows from that.
 */
export const testRelation: Tester = async (claim, bench) => {
  const deed = claim.said?.relation
  const sides = claim.actors.map((actor) => (actor === 'EUU' ? 'EU' : actor))
  if (deed === undefined || claim.period === null || sides.length !== 2) return undefined
  const all = await deedsOf(bench.snapshot)
  const held = ofPair(all, sides, deed.kind)
  // deeds between one of the two states and a bloc: the other state may be meant as its member
  const beside = all.filter(({ kind, state_a, state_b }) => kind === deed.kind && state_b.length !== 3 && sides.includes(state_a))
  const rows = (deed.named ?? [{}]).map((names) => held.filter((row) => isNamed(row, deed.kind, names))).find(({ length }) => length > 0)
  if (rows === undefined) return isTreaty(deed) || claim.said?.fact !== undefined ? undefined : none(sides, deed.kind)
  return judged(claim, bench, deed, sides, rows, beside)
}

/** Whether a deed is a treaty, which another list covers better. */
const isTreaty = ({ kind, isPact }: RelationSaid): boolean => kind === 'defence-treaty' || isPact === true

/** Tests applications to a bloc, and multilateral agreements; the table of members has neither. Undefined if there is no such date on record. */
export const testApplication: Tester = async ({ said, period, actors }, bench) => {
  const { kind, body } = said?.application ?? {}
  if (kind === undefined || period === null) return undefined
  const rows = (await deedsOf(bench.snapshot)).filter((row) => row.kind === kind && row.state_b === body)
  const mine = actors.map((actor) => rows.filter((row) => row.state_a === actor && fits(row, period)))
  if (mine.length === 0 || mine.some((own) => own.length === 0)) return undefined
  const told = mine.map((own) => tell(own[0]!))
  return finding('supported', `${told.join(' ')}`, { evidence: [evidence(bench, kind, [...actors, body!], mine.flat().length)] })
}

/** Whether a row is the deed that is meant: a defence agreement must be named in the text, a partnership must be of the same level. */
function isNamed({ name }: Deed, kind: RelationSaid['kind'], { names = [], isComprehensive }: DeedNames): boolean {
  if (kind === 'strategic-partnership') return (isComprehensive === true) === /comprehensive/i.test(name ?? '')
  if (kind !== 'defence-treaty') return true
  const initials = (name ?? '').replace(/[^A-Z]/g, '')
  return (
    name !== null && names.some((one) => one.toLowerCase().includes(name.toLowerCase()) || (initials.length > 2 && one.includes(initials)))
  )
}

function judged(
  claim: Claim,
  bench: ClaimTestContext,
  deed: RelationSaid,
  sides: readonly string[],
  rows: readonly Deed[],
  beside: readonly Deed[],
): Finding {
  const period = claim.period!
  const right = rows.find((row) => deed.dates.includes(row.date_kind) && fits(row, period))
  const more = { evidence: [evidence(bench, deed.kind, sides, rows.length)] }
  if (right !== undefined) return finding('supported', `${tell(right)}${right.note === null ? '' : ` (${right.note}.)`}`, more)
  // the text cannot mean deeds after its own day
  const known = rows.filter((row) => daysOf({ at: row.date }).from <= lastDayOfText(bench))
  const own = known.filter((row) => deed.dates.includes(row.date_kind) && sides.includes(row.state_a) && sides.includes(row.state_b))
  const why = (own.length > 0 ? own : rows).slice(0, 3).map(tell).join(' ')
  const slip = own.find((row) => isOtherYear(row, period))
  if (slip !== undefined && deed.isClear && namesPeriod(claim) && slip.note === null)
    return finding('contradicted', `${why} The day is right, the year is not.`, {
      ...more,
      wouldBeTrue: nearestTrueStatement('date', tell(slip), more.evidence, slip.date),
    })
  const proof = own[0]
  if (proof === undefined || !isProof(claim, deed, own, [...rows, ...beside]))
    return finding('unverifiable', `${why} Another deed may be meant.`, more)
  return finding('contradicted', why, { ...more, wouldBeTrue: nearestTrueStatement('date', tell(proof), more.evidence, proof.date) })
}

/** Whether the date on record is the same day in another year, or the same month in a year that differs by one digit: then the year was probably misprinted. */
function isOtherYear({ date }: Deed, period: ClaimPeriod): boolean {
  if (!('at' in period) || date.length < period.at.length || period.at.length < 7) return false
  const [year, told] = [date.slice(0, 4), period.at.slice(0, 4)]
  const differing = [...year].filter((digit, at) => digit !== told[at]).length
  const isSameDay = date.slice(4, period.at.length) === period.at.slice(4)
  return isSameDay && (period.at.length === 10 ? differing > 0 : differing === 1)
}

/** Whether no other deed can be meant: the words are clear, the sentence itself has the date, and every deed of the kind is far from that date. */
function isProof(claim: Claim, deed: RelationSaid, own: readonly Deed[], others: readonly Deed[]): boolean {
  const { from, to } = daysOf(claim.period!)
  const { unnamed = [], isRevision } = claim.said?.doubts?.pair ?? {}
  const isNear = ({ date }: Deed, days: number): boolean =>
    daysOf({ at: date }).from <= shiftDay(to, days) && daysOf({ at: date }).to >= shiftDay(from, -days)
  return (
    deed.isClear === true &&
    !others.some((row) => isNear(row, verdictLimits.relationDays)) &&
    (deed.kind !== 'trade-agreement' || (deed.isFreeTrade === true && own.some((row) => isNear(row, verdictLimits.sameAgreementDays)))) &&
    to <= shiftDay(from, verdictLimits.relationDays) &&
    own.every(({ note }) => note === null) &&
    !others.some(({ date_kind }) => date_kind === 'restored' || date_kind === 'broken') &&
    namesPeriod(claim) &&
    !unnamed.some((id) => id !== 'EUU') &&
    !isRevision
  )
}

/** Whether a date on record agrees with the stated one at the stated precision; a year on record does not confirm a stated month. */
function fits({ date }: Deed, period: ClaimPeriod): boolean {
  const [days, told] = [daysOf({ at: date }), daysOf(period)]
  return days.from >= shiftDay(told.from, told.from === told.to ? -1 : 0) && days.to <= shiftDay(told.to, told.from === told.to ? 1 : 0)
}

const deedsOf = cachedBySnapshot(
  async (snapshot): Promise<readonly Deed[]> =>
    (snapshot.manifest.tables.dated_relations ?? []).length === 0
      ? []
      : ((await snapshot.rows(
          'SELECT kind, state_a, state_b, name, told AS date, date_kind, note FROM dated_relations ORDER BY kind, start_date, state_a, state_b, name, date_kind',
        )) as unknown as Deed[]),
)

/** Returns the rows on the two states, and the rows on both as parties to one multilateral agreement. */
function ofPair(rows: readonly Deed[], sides: readonly string[], kind: string): Deed[] {
  const [a, b] = sides
  const own = rows.filter((row) => row.kind === kind)
  const shared = own.filter(
    (row) => row.state_a === a && own.some((other) => other.state_a === b && other.state_b === row.state_b) && row.state_b !== b,
  )
  const pair = own.filter(({ state_a, state_b }) => (state_a === a && state_b === b) || (state_a === b && state_b === a))
  return [...pair, ...shared.filter(({ name }) => name !== null && /^[A-Z]+$/.test(name))]
}

const doneWords: Readonly<Record<string, string>> = { 'in-force': 'in force since', applied: 'made' }

function tell({ kind, state_a, state_b, name, date, date_kind }: Deed): string {
  const what = name === null ? kindWords[kind]! : kind === 'trade-agreement' ? `${kindWords[kind]} (${name})` : name
  const sides =
    kind === 'accession-application'
      ? `of ${stateName(state_a)} to ${stateName(state_b)}`
      : `of ${joinedNames([...new Set([state_a, state_b])].filter((side) => side !== name).map(stateName))}`
  return `${capitalised(what)} ${sides}: ${doneWords[date_kind] ?? date_kind} ${date}.`
}

const none = (sides: readonly string[], kind: string): Finding =>
  finding(
    'unverifiable',
    `The record has no day of a deed of this kind (${kindWords[kind]}) between ${joinedNames(sides.map(stateName))}, and it does not have all.`,
    {
      wouldSettle: 'A text of either foreign ministry, or of the WTO for a trade agreement.',
    },
  )

const evidence = (bench: ClaimTestContext, kind: string, sides: readonly string[], count: number): ReturnType<typeof findingEvidence> => {
  const ids = sides.map((side) => `'${side}'`).join(', ')
  return findingEvidence(bench, source, `dated_relations where kind = '${kind}' and (state_a in (${ids}) and state_b in (${ids}))`, count)
}
