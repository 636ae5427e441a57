import type { Claim } from '../../claim.ts'
import { verdictLimits } from '../../limits.ts'
import type { ComparedSaid } from '../../said/comparison-said.ts'
import type { Finding } from '../../verdict.ts'
import { isPeriodStated, misreadingRisk } from '../ambiguity/misreading-risks.ts'
import { quotedFuelRisk } from '../comparability/fuel-definitions.ts'
import { withMirrorMargins } from '../comparability/mirror-discrepancy.ts'
import { mirrorMargins } from '../judging/candidate-value.ts'
import { capitalised, finding, nearestTrueStatement } from '../judging/findings.ts'
import { type CandidateValue, judgeLevel } from '../judging/judge.ts'
import { spanText } from '../judging/span-words.ts'
import { toleranceOf } from '../judging/tolerance.ts'
import { missingSource } from '../questions/missing-source.ts'
import { type FlowQuery, flowText, levelSeries } from '../questions/query-flows.ts'
import { type AskedClaim, candidateValue, figureText, valuesText } from '../questions/question.ts'
import { seriesOfNamedSource } from '../record/named-sources.ts'
import { combinedSeries, type DaySpan, isSameOrigin, type Series, shiftYears } from '../record/series.ts'
import { powerDoubtOfRatio } from './purchasing-power.ts'

/** The larger flow, and the flows that it is compared with. */
interface Compared {
  readonly larger: FlowQuery
  readonly others: readonly FlowQuery[]
}

/** For each of the other flows: values of the larger flow divided by the other. */
type Ratios = readonly (readonly CandidateValue[])[]

/** Converts a claim in per cent into one in times: `76 % higher than theirs` is 1.76 times theirs. */
const asRatio = (claim: Claim): Claim =>
  claim.unit === 'percent_change' && claim.value !== null && claim.period_base === null
    ? { ...claim, unit: 'times', value: Number((1 + claim.value / 100).toPrecision(6)) }
    : claim

/** Tests one flow against another in the same period: larger, a number of times as large, or a share of the other. */
export async function testComparison(told: AskedClaim): Promise<Finding | undefined> {
  const asked = { ...told, claim: asRatio(told.claim) }
  const { claim, question } = asked
  if (question.base !== null) return undefined
  const compared = comparedOf(claim, question.subject)
  const turned = compared === undefined ? undefined : turnedOf(claim, question.subject, compared)
  const found = compared === undefined ? undefined : await compare(asked, compared)
  if (turned === undefined || found?.verdict !== 'unverifiable') return found
  const other = await compare(asked, turned)
  return other?.verdict === 'supported' ? other : found
}

/**
 * Returns another reading of a comparison of three states if the words do not name the state that both flows share: the other state is put on the opposite side
 * of the flow, as in `from China they imported double what they bought in the United States`. Used to support a claim that the first reading leaves open, never
 * to refute it.
 */
function turnedOf({ actors, direction, said }: Claim, subject: FlowQuery, { larger, others }: Compared): Compared | undefined {
  const [other] = others
  if (actors.length !== 3 || other === undefined || subject.mode === 'one' || subject.mode === 'balance') return undefined
  if (direction === 'total') {
    const third = actors.find((id) => id !== other.from && id !== other.to)
    // the first state's trade with the common partner is compared with its trade with the other
    return third === undefined || larger.from !== actors[0]
      ? undefined
      : { larger, others: [{ ...larger, from: larger.from, to: other.from }] }
  }
  if (said?.comparison?.isWayTold) return undefined
  const id = actors.find((one) => one !== larger.from && one !== larger.to)!
  return { larger, others: [other.to === larger.to ? { ...larger, to: id } : { ...larger, from: id }] }
}

async function compare(asked: AskedClaim, compared: Compared): Promise<Finding | undefined> {
  const { claim, question, bench } = asked
  const factor = claim.unit === 'times' ? 1 : claim.unit === 'percent' ? 100 : undefined
  if (claim.value !== null && factor === undefined) return undefined
  const larger = await levelSeries(bench.snapshot, compared.larger)
  const each = await Promise.all(compared.others.map((other) => levelSeries(bench.snapshot, other)))
  const others = claim.said?.comparison?.isTogether ? [summed(each)] : each
  const series = others.map((other, i) => ratioSeries(larger, other, compared.others[i]!, factor ?? 1, claim))
  const at = (days: DaySpan): Ratios => series.map((own) => withMirrorMargins(ratiosAt(own, days), asked))
  const ratios = at(question.days)
  if (ratios.some((own) => own.length === 0)) return (await ofYearsBefore(asked, compared, at)) ?? notBoth(compared, asked)
  return claim.value === null ? judgeOrder(asked, compared, ratios, at) : judgeRatio(asked, compared, ratios.flat(), at)
}

const summed = (each: readonly (readonly Series[])[]): Series[] =>
  each
    .slice(1)
    .reduce<Series[]>(
      (sums, series) =>
        sums.flatMap((sum) =>
          series
            .filter((one) => isSameOrigin(one, sum) && one.measure === sum.measure)
            .map((one) => combinedSeries(sum, one, (x, y) => x + y, {})),
        ),
      [...(each[0] ?? [])],
    )

/**
 * Tests a comparison of output or spending with the last published years, since such ratios change slowly. Used only to support a claim, never to refute it.
 */
async function ofYearsBefore(asked: AskedClaim, compared: Compared, at: (days: DaySpan) => Ratios): Promise<Finding | undefined> {
  const { claim, question } = asked
  // a claim about the present is tested with the newest figures anyway
  if (question.subject.mode !== 'one' || claim.said?.figure?.isNow === true) return undefined
  const known = [-1, -2].map((by) => shiftYears(question.days, by)).find((days) => at(days).every((own) => own.length > 0))
  if (known === undefined) return undefined
  const before = { ...asked, question: { ...question, days: known } }
  const found = claim.value === null ? judgeOrder(before, compared, at(known), at) : judgeRatio(before, compared, at(known).flat(), at)
  return found.verdict === 'supported' ? found : undefined
}

function notBoth({ larger, others }: Compared, { question, bench }: AskedClaim): Finding {
  return finding(
    'unverifiable',
    `The record has not both ${flowText(larger)} and ${others.map(flowText).join(', ')} in ${spanText(question.days)} by one source.`,
    { wouldSettle: missingSource(question, bench) },
  )
}

/**
 * Returns the flows that are compared. A third state replaces the sender or the receiver of the flow, depending on the order of the actors (the sender comes
 * first; a state between sender and receiver is another sender). Without a third state, the other flow is the one in the opposite direction. Undefined if the
 * claim has no such flows.
 */
function comparedOf({ actors, direction, said, value }: Claim, subject: FlowQuery): Compared | undefined {
  const { named = [], isWithEarlier, isLess } = said?.comparison ?? {}
  if (subject.mode === 'balance') return undefined
  if (subject.mode === 'one') {
    const others = actors.filter((id) => id !== subject.from && id !== 'WLD')
    const [other] = others
    if (other === undefined || others.length > 1) return undefined
    const than = { ...subject, from: other }
    // whose own figure is the smaller is plain, as both are named in order
    return isLess && value === null ? { larger: than, others: [subject] } : { larger: subject, others: [than] }
  }
  if (direction === 'total') {
    const [first, ...rest] = actors
    if (first === undefined || rest.length < 2) return undefined
    // `overtook the United States`: the state after the word is compared; the remaining state is the common partner
    const behind = named.find(({ isBehind }) => isBehind)?.ids[0]
    const common =
      (rest.length === 2 ? rest.find((id) => behind !== undefined && rest.includes(behind) && id !== behind) : undefined) ?? rest.at(-1)!
    const both: FlowQuery = { ...subject, mode: 'both', from: first, to: common }
    return { larger: both, others: rest.filter((id) => id !== common).map((from) => ({ ...both, from })) }
  }
  const { from, to } = subject
  const others = actors.filter((id) => id !== from && id !== to)
  if (others.length === 0) return isWithEarlier ? undefined : { larger: subject, others: [{ ...subject, from: to, to: from }] }
  const isReceiver = areReceivers(named, subject, others) ?? actors.indexOf(to) < actors.indexOf(others[0]!)
  return { larger: subject, others: others.map((id) => (isReceiver ? { ...subject, to: id } : { ...subject, from: id })) }
}

/**
 * Whether the other states are receivers (`than to India`) rather than senders (`than from India`). Without a preposition (`than India did`) they have the role
 * of the party that is named first. Undefined if the sentence does not decide.
 */
function areReceivers(named: readonly ComparedSaid[], { from, to }: FlowQuery, others: readonly string[]): boolean | undefined {
  const other = named.findLast(({ ids }) => ids.some((id) => others.includes(id)))
  const first = named.find(({ ids }) => ids.includes(from) || ids.includes(to))
  if (other === undefined || first === undefined) return undefined
  if (other.after !== undefined) return other.after === 'to'
  return other.isSecond ? first.ids.includes(to) : undefined
}

/** Returns ratios within a source: both flows from one reporter if possible, otherwise each from its own reporter. */
function ratioSeries(larger: readonly Series[], other: readonly Series[], than: FlowQuery, factor: number, claim: Claim): Series[] {
  const [mine, theirs] = [seriesOfNamedSource(larger, claim).series, seriesOfNamedSource(other, claim).series]
  const pairs = mine.flatMap((one) =>
    theirs
      .filter((two) => two.source === one.source && two.unit === one.unit && two.measure === one.measure && two.among === one.among)
      .map((two) => ({ one, two })),
  )
  const same = pairs.filter(({ one, two }) => one.reporter === two.reporter)
  return (same.length > 0 ? same : pairs).map(({ one, two }) =>
    combinedSeries(one, two, (x, y) => (y > 0 ? (factor * x) / y : Number.NaN), {
      unit: factor === 100 ? 'percent' : 'times',
      what: `${one.what}, against ${flowText(than)}`,
    }),
  )
}

function ratiosAt(series: readonly Series[], days: DaySpan): CandidateValue[] {
  return series.flatMap((one) => {
    const point = one.at(days)
    return point === undefined ? [] : [candidateValue(one, point, point.value, one.unit, days)]
  })
}

function sayCompared({ larger, others }: Compared, { question, bench }: AskedClaim, values: readonly CandidateValue[]): string {
  return `${capitalised(flowText(larger))} against ${others.map(flowText).join(', and ')} in ${spanText(question.days)}: ${valuesText(values, bench)}.`
}

/**
 * Returns why a comparison is not called wrong: its words are unclear, or its period is known only from the context and it agrees with another year. Undefined
 * if neither is the case.
 */
function doubtOf(asked: AskedClaim, at: (days: DaySpan) => Ratios, fits: (ratios: Ratios) => boolean): string | undefined {
  const { days } = asked.question
  const isOtherYear = !isPeriodStated(asked, days) && [-2, -1, 1, 2].some((by) => fits(at(shiftYears(days, by))))
  const quoted = at(days)
    .flat()
    .find((one) => quotedFuelRisk(one, asked) !== undefined)
  return (
    misreadingRisk(asked) ??
    quotedFuelRisk(quoted, asked) ??
    (isOtherYear ? 'the sentence names no year, and another year fits' : undefined)
  )
}

const isLarger = (ratios: Ratios): boolean => ratios.every((own) => own.some(({ value }) => value > 1))

/**
 * Whether it is unclear which flow is meant to be larger: `less than` may have been read in reverse, or the claim is on the two directions between two states
 * and its sender is not the state that the sentence names first.
 */
function isOrderOpen({ said, actors, direction }: Claim, { larger }: Compared): boolean {
  if (larger.mode === 'one') return false
  if (said?.comparison?.isLess) return true
  const [first] = said?.comparison?.named ?? []
  return actors.length === 2 && first !== undefined && !direction.startsWith(first.ids[0] ?? '')
}

/** Returns why a comparison of two economies may hold at purchasing power parities. Undefined if it cannot, or for other comparisons. */
const powerDoubt = (
  asked: AskedClaim,
  { larger, others }: Compared,
  values: readonly CandidateValue[],
  fits: (lowest: number, highest: number) => boolean,
): string | undefined => powerDoubtOfRatio(asked, { larger: larger.from, than: others[0]!.from }, values, fits)

function judgeOrder(asked: AskedClaim, compared: Compared, ratios: Ratios, at: (days: DaySpan) => Ratios): Finding {
  const { claim, question, bench } = asked
  const values = ratios.flat()
  const evidence = values.map((value) => value.evidence)
  const said = sayCompared(compared, asked, values)
  if (isLarger(ratios)) return finding('supported', `${said} It is the larger.`, { honestValues: values, evidence })
  const doubt = isOrderOpen(claim, compared)
    ? 'which of the two is meant to be larger is not certain'
    : (doubtOf(asked, at, isLarger) ?? powerDoubt(asked, compared, values, (_, highest) => highest > verdictLimits.powerTie))
  const isWrong = ratios.some((own) =>
    own.every(({ value }) => value < Math.min(verdictLimits.comparisonClear, 1 / (1 + (mirrorMargins(own)?.below ?? 0)))),
  )
  if (!isWrong || doubt !== undefined)
    return finding('unverifiable', `${said} ${capitalised(doubt ?? 'the two are too close, or the sources do not agree')}.`, {
      honestValues: values,
      evidence,
      wouldSettle: missingSource(question, bench),
    })
  const order = `${capitalised(compared.others.map(flowText).join(' and '))} is larger than ${flowText(compared.larger)}.`
  return finding('contradicted', `${said} It is the smaller.`, {
    honestValues: values,
    evidence,
    wouldBeTrue: nearestTrueStatement('order', order, evidence),
  })
}

function judgeRatio(asked: AskedClaim, compared: Compared, values: readonly CandidateValue[], at: (days: DaySpan) => Ratios): Finding {
  const { claim, question, bench } = asked
  const tolerance = toleranceOf({ value: claim.value!, unit: claim.unit, hedge: claim.said?.hedge })
  const judged = judgeLevel(claim.value!, tolerance, values)
  const fits = (ratios: Ratios): boolean => judgeLevel(claim.value!, tolerance, ratios.flat()).verdict === 'supported'
  const inverse = values
    .filter(({ value }) => value !== 0)
    .map((value) => ({ ...value, value: (claim.unit === 'percent' ? 1e4 : 1) / value.value }))
  const isTurned = question.subject.mode === 'one' && fits([inverse])
  const doubt =
    judged.verdict === 'supported'
      ? undefined
      : isTurned
        ? 'it fits the other way round'
        : judged.verdict === 'contradicted'
          ? doubtOf(asked, at, fits)
          : undefined
  const inPower =
    judged.verdict === 'contradicted' || judged.verdict === 'partly'
      ? powerDoubt(asked, compared, values, (lowest, highest) => tolerance.high >= lowest && tolerance.low <= highest)
      : undefined
  const verdict = (doubt ?? inPower) === undefined ? judged.verdict : 'unverifiable'
  const said = `${sayCompared(compared, asked, values)} The claim says ${figureText(claim.value!, claim.unit)}: ${doubt ?? inPower ?? judged.because}.`
  return finding(verdict, said, {
    tolerance,
    honestValues: values,
    evidence: values.map((value) => value.evidence),
    wouldSettle: verdict === 'unverifiable' ? missingSource(question, bench) : null,
  })
}
