import { cachedBySnapshot } from '../../../assessments/rows/snapshot-cache.ts'
import type { Snapshot } from '../../../store/index.ts'
import type { Claim, ClaimPeriod } from '../../claim.ts'
import type { ClaimTestContext, Tester } from '../../claim-test-context.ts'
import type { Obligation, TreatyAct, TreatySaid } from '../../said/pair-deeds-said.ts'
import { daysOf } from '../../text/calendar.ts'
import { isWithinSpan, lastDayOfText } from '../../text/days-of-text.ts'
import type { Finding } from '../../verdict.ts'
import { capitalised, finding, findingEvidence, joinedNames, nearestTrueStatement, stateName } from '../judging/findings.ts'
import { namesParties, namesPeriod } from '../judging/stated-slots.ts'

const source = 'alliance-commitments'

/** A treaty with all of the claim's actors as parties. */
interface Treaty {
  readonly id: string
  readonly name: string
  /** Year of signature, taken from the end of the treaty's id; otherwise the year in which the treaty began. */
  readonly signed: string
  readonly start: string
  readonly end: string | null
  /** Whether the day comes from a text; if not, only the year is certain. */
  readonly daySure: boolean
  readonly owed: ReadonlySet<Obligation>
  /** Number of parties. */
  readonly parties: number
  /** Number of rows in the record. */
  readonly rows: number
  readonly source: string
}

/** The obligations in words that complete `a promise of …`. */
const obligationWords: Readonly<Record<Obligation, string>> = {
  defence: 'defence',
  nonaggression: 'non-aggression',
  consultation: 'consultation',
  neutrality: 'neutrality',
}
/** Obligations that the table has of every treaty. Texts also speak of consultation and neutrality where a treaty only touches on them. */
const coded: ReadonlySet<Obligation> = new Set(['defence', 'nonaggression'])
const obligations = Object.keys(obligationWords) as readonly Obligation[]

/**
 * Tests written commitments: the obligations of a treaty, and when it was signed, entered into force or ended. If the pair has no treaty on record, nothing
 * follows from that.
 */
export const testTreaty: Tester = async (claim, bench) => {
  const said = claim.said?.treaty
  if (said === undefined) return undefined
  const parties = claim.actors.filter((actor) => /^[A-Z]{3}$/.test(actor) && actor !== 'EUU')
  if (parties.length < 2 || parties.length !== claim.actors.length) return undefined
  const treaties = (await sharedBy(bench.snapshot, parties)).filter(
    ({ start }) => Number(start.slice(0, 4)) <= Number(lastDayOfText(bench).slice(0, 4)) + 1,
  )
  if (treaties.length === 0) return none(parties)
  return said.act === 'bound' ? bound(claim, said, bench, treaties) : happened(claim, said, bench, treaties)
}

const none = (parties: readonly string[]): Finding =>
  finding(
    'unverifiable',
    `The record has no treaty between ${joinedNames(parties.map(stateName))} of that time, and it does not have all.`,
    {
      wouldSettle: 'The text of the treaty, or the ATOP data: visavis add atop FILE.',
    },
  )

const commitmentsOf = cachedBySnapshot((snapshot) => snapshot.rows('SELECT * FROM commitments ORDER BY start_date, treaty, state'))

async function sharedBy(snapshot: Snapshot, parties: readonly string[]): Promise<Treaty[]> {
  const rows = await commitmentsOf(snapshot)
  const own = rows.filter((row) => parties.includes(String(row['state'])))
  return [...new Set(own.map((row) => String(row['treaty'])))].flatMap((id) => {
    const mine = own.filter((row) => row['treaty'] === id)
    if (!parties.every((party) => mine.some((row) => row['state'] === party))) return []
    const starts = mine.flatMap((row) => (row['start_date'] === null ? [] : [String(row['start_date'])])).sort()
    const ends = mine.flatMap((row) => (row['end_date'] === null ? [] : [String(row['end_date'])])).sort()
    return [
      {
        id,
        name: String(mine[0]!['name']),
        signed: /(\d{4})$/.exec(id)?.[1] ?? (starts[0] ?? '').slice(0, 4),
        start: starts.at(-1) ?? '',
        end: ends[0] ?? null,
        daySure: !mine.some((row) => /not checked|year only/.test(String(row['note'] ?? ''))),
        owed: new Set(obligations.filter((one) => mine.some((row) => row[one] === true))),
        parties: new Set(rows.flatMap((row) => (row['treaty'] === id ? [row['state']] : []))).size,
        rows: rows.filter((row) => row['treaty'] === id).length,
        source: String(mine[0]!['source']),
      },
    ]
  })
}

/**
 * Returns the treaties that a claim may mean: those of a year in the sentence or in one of the two before; else, for words such as `former`, the last treaty
 * that ended; else those in force. `sure`: only this one treaty can be meant.
 */
function meant(
  claim: Claim,
  { years = [], yearsBefore = [], names = [], isFormer, isDefinite }: TreatySaid,
  bench: ClaimTestContext,
  treaties: readonly Treaty[],
): { readonly treaties: readonly Treaty[]; readonly sure: boolean } {
  for (const named of [years, ...yearsBefore]) {
    const found = treaties.filter(({ signed, start }) => named.includes(signed) || named.includes(start.slice(0, 4)))
    if (found.length > 0) return { treaties: found, sure: found.length === 1 }
  }
  if (isFormer) {
    const ended = treaties.filter(({ end }) => end !== null && end <= lastDayOfText(bench)).sort((a, b) => (a.end! < b.end! ? 1 : -1))
    if (ended.length > 0) return { treaties: ended.slice(0, 1), sure: true }
  }
  const { from, to } = claim.period === null ? { from: bench.date, to: bench.date } : daysOf(claim.period)
  const inForce = treaties.filter(({ start, end }) => start <= to && (end === null || end >= from))
  const byName = inForce.filter(({ name }) => names.some((one) => one.includes(name)))
  if (byName.length > 0) return { treaties: byName, sure: byName.length === 1 }
  // `the treaty` of two states means a bilateral one
  const own = inForce.filter((treaty) => treaty.parties === claim.actors.length)
  return own.length > 0
    ? { treaties: own, sure: own.length === 1 && isDefinite === true && years.length === 0 }
    : { treaties: inForce, sure: false }
}

const evidence = (bench: ClaimTestContext, treaties: readonly Treaty[]): ReturnType<typeof findingEvidence>[] => [
  findingEvidence(
    bench,
    treaties[0]?.source ?? source,
    `commitments where treaty in (${treaties.map(({ id }) => `'${id}'`).join(', ')})`,
    treaties.reduce((sum, { rows }) => sum + rows, 0),
  ),
]

function told({ name, signed, start, end, owed }: Treaty): string {
  const promises = [...owed].map((one) => obligationWords[one])
  return `${name} of ${signed}, in force ${end === null ? 'since' : 'from'} ${start}${end === null ? '' : ` to ${end}`}, promises ${promises.length === 0 ? 'none of defence, non-aggression, consultation or neutrality' : joinedNames(promises)}`
}

/**
 * Tests an obligation (`obliges each to defend the other`) against the treaty that is meant. If several treaties may be meant, one with this obligation
 * suffices.
 */
function bound(claim: Claim, said: TreatySaid, bench: ClaimTestContext, treaties: readonly Treaty[]): Finding | undefined {
  const { obligation, isDenied: denied = false } = said
  const { treaties: found, sure } = meant(claim, said, bench, treaties)
  if (found.length === 0) return none(claim.actors)
  const why = `${found.slice(0, 3).map(told).join('; ')}.`
  const more = { evidence: evidence(bench, found) }
  if (obligation === undefined) {
    if (said.isAlliance) return allied(claim, bench, found, denied)
    return denied ? finding('unverifiable', why, more) : finding('supported', why, more)
  }
  const owed = found.some((treaty) => treaty.owed.has(obligation))
  if (owed !== denied && (owed || sure)) return finding('supported', why, more)
  // an obligation that no treaty on record has may be in a treaty that the record lacks
  if (claim.said?.doubts?.pair?.isOtherPair || !(sure || (denied && owed)))
    return finding('unverifiable', `${why} Which treaty is meant is not sure.`, more)
  if (!denied && !coded.has(obligation))
    return finding('unverifiable', `${why} The table has the main obligations of a treaty, and it may contain this one too.`, more)
  const wrong = denied
    ? `${capitalised(obligationWords[obligation])} is promised`
    : `No promise of ${obligationWords[obligation]} stands in it`
  return finding('contradicted', `${why} ${wrong}.`, { ...more, wouldBeTrue: nearestTrueStatement('value', why, more.evidence) })
}

/** Tests whether two states are allied, which means that a treaty obliges them to defend each other. */
function allied(claim: Claim, bench: ClaimTestContext, found: readonly Treaty[], denied: boolean): Finding {
  const defence = found.filter(({ owed }) => owed.has('defence'))
  const why = `${(defence.length > 0 ? defence : found).slice(0, 2).map(told).join('; ')}.`
  const more = { evidence: evidence(bench, found) }
  if (defence.length > 0)
    return denied && namesParties(claim) ? finding('contradicted', why, more) : finding(denied ? 'unverifiable' : 'supported', why, more)
  return finding(denied ? 'supported' : 'unverifiable', `${why} No treaty of the record promises defence.`, more)
}

/** Tests when a treaty was signed, entered into force or ended. */
function happened(
  claim: Claim,
  { act, obligation }: TreatySaid,
  bench: ClaimTestContext,
  treaties: readonly Treaty[],
): Finding | undefined {
  const { period } = claim
  if (period === null) return undefined
  const fitting = treaties.filter((treaty) => obligation === undefined || treaty.owed.has(obligation))
  const pool = fitting.length > 0 ? fitting : treaties
  const right = pool.find((treaty) => fits(treaty, act, period))
  if (right !== undefined) return finding('supported', `${told(right)}.`, { evidence: evidence(bench, [right]) })
  const why = `${pool.slice(0, 3).map(told).join('; ')}.`
  const more = { evidence: evidence(bench, pool) }
  // the record may lack other treaties of the pair, so only one that has what the words name, and is of these parties alone, can contradict the claim
  const own = fitting.filter(({ parties }) => parties === claim.actors.length)
  const single = obligation === 'defence' && own.length === 1 && fitting.length === 1 && act !== 'ended' ? own[0] : undefined
  const first = Number(daysOf(period).from.slice(0, 4))
  const apart =
    single === undefined ? 0 : Math.min(Math.abs(first - Number(single.signed)), Math.abs(first - Number(single.start.slice(0, 4))))
  if (single === undefined || apart < 1 || !namesPeriod(claim) || !namesParties(claim))
    return finding('unverifiable', `${why} No other treaty of theirs is in the record.`, more)
  return finding('contradicted', why, { ...more, wouldBeTrue: nearestTrueStatement('date', why, more.evidence, single.start) })
}

function fits({ signed, start, end, daySure }: Treaty, act: TreatyAct, period: ClaimPeriod): boolean {
  const year = { at: daysOf(period).from.slice(0, 4) }
  if (act === 'ended') return end !== null && isWithinSpan(end, period, 2)
  if (act === 'signed') return signed === year.at || isWithinSpan(start, period)
  return daySure ? isWithinSpan(start, period, 1) : isWithinSpan(start, year)
}
