import { storedMemberships } from '../../../assessments/record/memberships.ts'
import type { SanctionsRegime } from '../../../assessments/relations/sanctions-regimes.ts'
import { inList } from '../../../assessments/rows/conditions.ts'
import { cachedBySnapshot } from '../../../assessments/rows/snapshot-cache.ts'
import { membershipsOf, stateOf } from '../../../states/index.ts'
import type { Claim, ClaimPeriod } from '../../claim.ts'
import type { ClaimTestContext, Tester } from '../../claim-test-context.ts'
import { verdictLimits } from '../../limits.ts'
import type { SanctionSaid } from '../../said/pair-deeds-said.ts'
import { daysOf } from '../../text/calendar.ts'
import { isWithinSpan, lastDayOfText } from '../../text/days-of-text.ts'
import type { Finding } from '../../verdict.ts'
import { capitalised, finding, findingEvidence, joinedNames, nearestTrueStatement, stateName } from '../judging/findings.ts'
import { namesPeriod } from '../judging/stated-slots.ts'

/**
 * Tests sanctions of one party on another: imposed, in force, lifted, or none. Absence from the record proves nothing, except for the UN, whose regimes are
 * complete since 1966.
 */
export const testSanction: Tester = async (claim, bench) => {
  const said = claim.said?.sanction
  const parties = said?.follower ?? partiesOf(claim, said)
  if (said === undefined || parties === undefined) return undefined
  const all = await stepsOf(bench.snapshot)
  const senders = await sendersFor(bench, parties.sender)
  const steps = all.filter(
    (step) => step.target === parties.target && senders.includes(step.sender) && step.start_date <= lastDayOfText(bench),
  )
  const fitting = steps.filter((step) => isOfKind(step, said))
  const asked: Asked = { claim, bench, said, ...parties, steps, fitting, all }
  if (said.act === 'none') return denied(asked)
  if (fitting.length === 0) return unknown(asked)
  if (said.act === 'lifted') return lifted(asked)
  return said.act === 'in-force' ? inForce(asked) : imposed(asked)
}

interface Asked {
  readonly claim: Claim
  readonly bench: ClaimTestContext
  readonly said: SanctionSaid
  readonly sender: string
  readonly target: string
  /** `steps`: all steps of this sender on this target. `fitting`: those of the claimed kind. `all`: all steps on record. */
  readonly steps: readonly SanctionsRegime[]
  readonly fitting: readonly SanctionsRegime[]
  readonly all: readonly SanctionsRegime[]
}

const stepsOf = cachedBySnapshot(
  async (snapshot) => (await snapshot.rows('SELECT * FROM sanctions ORDER BY start_date, regime')) as unknown as readonly SanctionsRegime[],
)

/**
 * Returns the sender and the target of a claim. If the words name the UN, the UN is the sender, and the last state is the target. Undefined if the parties are
 * unclear.
 */
function partiesOf(claim: Claim, said: SanctionSaid | undefined): { sender: string; target: string } | undefined {
  const states = claim.actors.filter((actor) => actor === 'EUU' || stateOf(actor) !== undefined)
  const directed = /^(\w+)->(\w+)$/.exec(claim.direction)
  if (said?.byUn && states.length > 0) return { sender: 'UN', target: states.at(-1)! }
  if (directed !== null) return { sender: directed[1]!, target: directed[2]! }
  return states.length === 2 ? { sender: states[0]!, target: states[1]! } : undefined
}

/** Returns the senders that count for a party: a member of the EU imposes sanctions by itself and through the EU. */
async function sendersFor(bench: ClaimTestContext, sender: string): Promise<readonly string[]> {
  if (sender === 'EUU') return ['EU']
  const blocs = membershipsOf((await storedMemberships(bench.snapshot)).of(sender), sender, lastDayOfText(bench))
  return [sender, ...blocs.filter(({ bloc, role }) => bloc === 'EU' && role === 'member').map(({ bloc }) => bloc)]
}

function isOfKind({ measures, name, note }: SanctionsRegime, { measures: asked, goods }: SanctionSaid): boolean {
  if (asked !== undefined && !measures.split(',').some((one) => asked.includes(one) || one === 'comprehensive')) return false
  if (goods === undefined) return true
  const words = wordsOf(`${name} ${note ?? ''}`)
  return goods.some((good) => words.includes(wordsOf(good)))
}

/** Returns the words of a text in small letters, each between spaces. */
const wordsOf = (text: string): string => ` ${(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `

const overlaps = (step: SanctionsRegime, { from, to }: { from: string; to: string }): boolean =>
  step.start_date <= to && (step.end_date === null || step.end_date >= from)

const told = ({ name, start_date: start, end_date: end, measures }: SanctionsRegime): string =>
  `${name} (${measures.replaceAll(',', ', ')}) ${end === null ? `since ${start}` : `from ${start} to ${end}`}`

/** Makes evidence of these steps only, not of whole regimes. */
function proof({ bench }: Asked, steps: readonly SanctionsRegime[]): ReturnType<typeof findingEvidence>[] {
  const sources = [...new Set(steps.map(({ source }) => source))]
  return sources.map((source) => {
    const own = steps.filter((step) => step.source === source)
    const of = (column: 'regime' | 'target' | 'start_date'): string => inList(new Set(own.map((step) => step[column])))
    return findingEvidence(
      bench,
      source,
      `sanctions where regime in ${of('regime')} and target in ${of('target')} and start_date in ${of('start_date')} and source = '${source}'`,
      own.length,
    )
  })
}

const unknown = (asked: Asked): Finding =>
  finding(
    'unverifiable',
    `The record has no such measure of ${stateName(asked.sender)} on ${stateName(asked.target)}, and it does not have all.${asked.steps.length > 0 ? ` It has ${told(asked.steps[0]!)}.` : ''}`,
    {
      evidence: proof(asked, asked.steps),
      wouldSettle: 'The act itself, or the Global Sanctions Data Base: visavis add gsdb FILE.',
    },
  )

/** Whether a step began in the period. Its start is certain to the day, the month or the year, depending on the source. */
function startsIn(step: SanctionsRegime, period: ClaimPeriod): boolean {
  const note = step.note ?? ''
  const loose = /years only|year only|text gives \d{4}\b/.test(note) ? 4 : /month only/.test(note) ? 7 : 10
  if (isWithinSpan(step.start_date, period, loose < 10 ? 0 : verdictLimits.sanctionDays)) return true
  return loose < 10 && daysOf(period).from.slice(0, loose) === step.start_date.slice(0, loose)
}

/** Returns the earliest step in each source, since sources let the same regime begin on different days. */
function beginnings(steps: readonly SanctionsRegime[]): readonly SanctionsRegime[] {
  return [...new Set(steps.map(({ source }) => source))].map((source) => steps.find((step) => step.source === source)!)
}

const yearOf = (day: string): number => Number(day.slice(0, 4))

function imposed(asked: Asked): Finding {
  const { claim, bench, said, fitting } = asked
  const { period } = claim
  const isFirst = said.beginning !== undefined
  const starts = isFirst ? beginnings(fitting) : fitting
  const right = period === null ? undefined : (said.beginning === 'first' ? starts : fitting).find((step) => startsIn(step, period))
  if (right !== undefined) return finding('supported', `${told(right)}.`, { evidence: proof(asked, [right]) })
  const why = isFirst ? `The record's earliest: ${starts.map(told).join('; ')}.` : `The record has ${told(fitting[0]!)}.`
  const more = { evidence: proof(asked, starts) }
  if (!namesPeriod(claim) || period === null) {
    const day = { from: lastDayOfText(bench), to: lastDayOfText(bench) }
    const going = isFirst ? undefined : fitting.find((step) => overlaps(step, period === null ? day : daysOf(period)))
    return going === undefined
      ? finding('unverifiable', why, more)
      : finding('supported', `${told(going)}.`, { evidence: proof(asked, [going]) })
  }
  const { from, to } = daysOf(period)
  // this project's own table follows a regime from its first act; the other tables begin a new case with each act
  const broad = said.namesArms ? fitting : fitting.filter(({ measures }) => !/^\W*arms\W*$/.test(String(measures)))
  const first = isFirst ? beginnings(broad) : broad
  const own = first.filter(({ source }) => source === 'sanctions-regimes')
  const judged = own.length > 0 ? own : first
  const tooLate = judged.every((step) => yearOf(from) > yearOf(step.start_date))
  const tooEarly = asked.sender === 'UN' && from >= '1967' && judged.every((step) => yearOf(to) < yearOf(step.start_date))
  const another = fitting.some((step) => startsIn(step, period))
  const clear = isFirst && judged.length > 0 && !another && (tooLate || tooEarly)
  if (!clear || !areNamed(claim, [asked.target]) || isOfAnotherTarget(asked))
    return finding('unverifiable', why, { ...more, wouldSettle: 'The act itself: a step may be missing in the record.' })
  const away = Math.min(...judged.map((step) => Math.abs(yearOf(from) - yearOf(step.start_date))))
  return finding(away > 1 ? 'contradicted' : 'partly', why, {
    ...more,
    wouldBeTrue: nearestTrueStatement('date', why, more.evidence, starts[0]!.start_date),
  })
}

/** Whether the claimed year belongs to another target, which is named closer to it: `An embargo on China since 1989 and sanctions on Iran since 2007`. */
function isOfAnotherTarget({ claim, sender, target }: Asked): boolean {
  const last = claim.said?.doubts?.pair?.namedBeforeYear
  return last !== undefined && last !== target && last !== sender
}

/** Whether a claim names its parties, so that no other state can be meant: some of them, and each of these. */
function areNamed({ said }: Claim, parties: readonly string[]): boolean {
  return parties.length > 0 && !parties.some((one) => said?.doubts?.pair?.unnamed?.includes(one))
}

/** Returns the parties that a sentence can name: the states among the claim's actors. */
const nameable = ({ claim, sender, target }: Asked): string[] =>
  [sender, target].filter((id) => stateOf(id) !== undefined && claim.actors.includes(id))

function inForce(asked: Asked): Finding {
  const { claim, bench, fitting } = asked
  const day = { from: lastDayOfText(bench), to: lastDayOfText(bench) }
  const days = claim.period === null ? day : daysOf(claim.period)
  const going = fitting.find((step) => overlaps(step, { from: days.to < day.to ? days.to : day.to, to: day.to }))
  if (going !== undefined) return finding('supported', `${told(going)}.`, { evidence: proof(asked, [going]) })
  const last = fitting.at(-1)!
  return finding('unverifiable', `${told(last)}. Whether another measure went on is not in the record.`, { evidence: proof(asked, [last]) })
}

function lifted(asked: Asked): Finding {
  const { claim, fitting } = asked
  const { period } = claim
  const going = period === null ? undefined : goingOn(asked, period)
  if (going !== undefined) return wentOn(asked, going)
  const right =
    period === null ? undefined : fitting.find(({ end_date: end }) => end !== null && isWithinSpan(end, period, verdictLimits.deedDays))
  if (right !== undefined) return finding('supported', `${told(right)}.`, { evidence: proof(asked, [right]) })
  return finding('unverifiable', `${told(fitting.at(-1)!)}. Steps of an easing are not all in the record.`, {
    evidence: proof(asked, [fitting.at(-1)!]),
  })
}

/**
 * Returns the measure that is claimed to have ended, if the project's own table has it without an end and it began before the year that precedes the claim. A
 * similar case that ended in another table is a different measure. Undefined otherwise.
 */
function goingOn({ said, fitting }: Asked, period: ClaimPeriod): SanctionsRegime | undefined {
  const [measure] = said.measures ?? []
  const before = `${yearOf(daysOf(period).from) - 1}`
  return measure === undefined || said.goods !== undefined
    ? undefined
    : fitting.find(
        (step) =>
          step.source === 'sanctions-regimes' &&
          step.end_date === null &&
          step.start_date < before &&
          step.measures.split(',').includes(measure),
      )
}

function wentOn(asked: Asked, going: SanctionsRegime): Finding {
  const { claim, said } = asked
  const evidence = proof(asked, [going])
  const isSure = said.isWhole && namesPeriod(claim) && areNamed(claim, nameable(asked))
  return isSure
    ? finding('contradicted', `${told(going)}.`, {
        evidence,
        wouldBeTrue: nearestTrueStatement('value', `${told(going)}.`, evidence, going.start_date),
      })
    : finding('unverifiable', `${told(going)}. Whether it is the measure that is meant is not sure.`, { evidence })
}

/**
 * Tests a denial: `has imposed no sanctions`. Contradicted if the record has sanctions. Supported if it has none and either the sender is the UN, for which
 * the record is complete, or the record has many other senders on this target.
 */
function denied(asked: Asked): Finding {
  const { claim, bench, said, sender, target, fitting, all } = asked
  if (said.isExemption || said.goods !== undefined) return unknown(asked)
  const ever = said.isEver || claim.period === null
  const days = ever ? { from: '0000', to: lastDayOfText(bench) } : daysOf(claim.period!)
  const against = fitting.filter(
    (step) =>
      overlaps(step, days) &&
      (said.measures !== undefined || /trade|finance|energy|arms|comprehensive|technology|aviation/.test(step.measures)),
  )
  if (against.length > 0) {
    const why = `${capitalised(stateName(sender))} on ${stateName(target)}: ${against.slice(0, 3).map(told).join('; ')}.`
    const more = { evidence: proof(asked, against) }
    if (!areNamed(claim, nameable(asked))) return finding('unverifiable', `${why} Who is meant is not sure.`, more)
    return finding('contradicted', why, { ...more, wouldBeTrue: nearestTrueStatement('value', why, more.evidence, against[0]!.start_date) })
  }
  const others = [
    ...new Set(
      all
        .filter((step) => step.target === target && overlaps(step, { from: days.to, to: days.to }) && step.source === 'sanctions-regimes')
        .map((step) => step.sender),
    ),
  ]
  const followed = (sender === 'UN' && asked.steps.length === 0 && !ever) || others.length >= 8
  if (followed)
    return finding(
      'supported',
      `The record has ${others.length} senders of sanctions on ${stateName(target)} at that time (${joinedNames(others.slice(0, 8).map(stateName))} …), and ${stateName(sender)} is none of them.`,
    )
  return unknown(asked)
}
