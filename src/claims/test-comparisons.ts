import type { Claim } from './claim.ts'
import { doubtOfReading, namesTime } from './doubts.ts'
import { capitalised, finding, wouldBe } from './findings.ts'
import { combined, type Days, type Series } from './honest-series.ts'
import { judgeLevel, type Weighed } from './judge.ts'
import { narrowed } from './named-sources.ts'
import { levelSeries, type Subject, sayWay } from './query-flows.ts'
import { type Question, sayDays, sayFigure, sayValues, weighed } from './question.ts'
import { settles } from './settles.ts'
import type { ClaimBench } from './testers.ts'
import { toleranceOf } from './tolerance.ts'
import type { Finding } from './verdict.ts'

/** The larger flow and those that it is compared with. */
interface Compared {
  readonly larger: Subject
  readonly others: readonly Subject[]
}

/** One flow against another at one time: larger, so many times, so much of it. */
export async function testComparison(claim: Claim, question: Question, bench: ClaimBench): Promise<Finding | undefined> {
  const compared = comparedOf(claim, question.subject)
  const factor = claim.unit === 'times' ? 1 : claim.unit === 'percent' ? 100 : undefined
  if (compared === undefined || question.base !== null || (claim.value !== null && factor === undefined)) return undefined
  const larger = await levelSeries(bench.snapshot, compared.larger)
  const others = await Promise.all(compared.others.map((other) => levelSeries(bench.snapshot, other)))
  const ratios = others.map((other, i) => ratiosOf(larger, other, compared.others[i]!, question.days, factor ?? 1, claim))
  if (ratios.some((own) => own.length === 0))
    return finding(
      'unverifiable',
      `The record has not both ${sayWay(compared.larger)} and ${compared.others.map(sayWay).join(', ')} in ${sayDays(question.days)} by one source.`,
      { wouldSettle: settles(question, bench) },
    )
  return claim.value === null
    ? judgeOrder(claim, question, bench, compared, ratios)
    : judgeRatio(claim, question, bench, compared, ratios.flat())
}

/**
 * Who is compared with whom: the states that are named beside the two of the flow stand in the place of its sender or its receiver, whichever the order of the
 * actors tells (the sender first; who stands between the two is another sender). Without others, the flow back.
 */
function comparedOf({ actors, direction }: Claim, subject: Subject): Compared | undefined {
  if (subject.mode === 'one' || subject.mode === 'balance') return undefined
  if (direction === 'total') {
    const [first, ...rest] = actors
    const common = rest.at(-1)
    if (first === undefined || common === undefined || rest.length < 2) return undefined
    const both: Subject = { ...subject, mode: 'both', from: first, to: common }
    return { larger: both, others: rest.slice(0, -1).map((from) => ({ ...both, from })) }
  }
  const { from, to } = subject
  const others = actors.filter((id) => id !== from && id !== to)
  if (others.length === 0) return { larger: subject, others: [{ ...subject, from: to, to: from }] }
  const isReceiver = actors.indexOf(to) < actors.indexOf(others[0]!)
  return { larger: subject, others: others.map((id) => (isReceiver ? { ...subject, to: id } : { ...subject, from: id })) }
}

/** Ratios within a source: both by the same reporter, or each as its own reporter gives it. */
function ratiosOf(larger: readonly Series[], other: readonly Series[], than: Subject, days: Days, factor: number, claim: Claim): Weighed[] {
  const [mine, theirs] = [narrowed(larger, claim.source_named).series, narrowed(other, claim.source_named).series]
  const pairs = mine.flatMap((one) =>
    theirs.filter((two) => two.source === one.source && two.unit === one.unit).map((two) => ({ one, two })),
  )
  const same = pairs.filter(({ one, two }) => one.reporter === two.reporter)
  return (same.length > 0 ? same : pairs).flatMap(({ one, two }) => {
    const ratio = combined(one, two, (x, y) => (y > 0 ? (factor * x) / y : Number.NaN), { what: `${one.what}, against ${sayWay(than)}` })
    const point = ratio.at(days)
    return point === undefined ? [] : [weighed(ratio, point, point.value, factor === 100 ? 'percent' : 'times', days)]
  })
}

function sayCompared({ larger, others }: Compared, question: Question, values: readonly Weighed[]): string {
  return `${capitalised(sayWay(larger))} against ${others.map(sayWay).join(', and ')} in ${sayDays(question.days)}: ${sayValues(values)}.`
}

function judgeOrder(
  claim: Claim,
  question: Question,
  bench: ClaimBench,
  compared: Compared,
  ratios: readonly (readonly Weighed[])[],
): Finding {
  const values = ratios.flat()
  const evidence = values.map((value) => value.evidence)
  const said = sayCompared(compared, question, values)
  const isLess = /\b(?:less|smaller|fewer|lower|below|behind)\b/i.test(claim.sentence.slice(claim.start, claim.end))
  if (ratios.every((own) => own.some(({ value }) => value > 1)))
    return finding('supported', `${said} It is the larger.`, { honestValues: values, evidence })
  const doubt =
    doubtOfReading(claim, question) ??
    (isLess
      ? 'which of the two is meant to be larger is not certain'
      : namesTime(claim, question.days)
        ? undefined
        : 'the sentence names no year')
  const isWrong = ratios.some((own) => own.every(({ value }) => value < 0.9))
  return isWrong && doubt === undefined
    ? finding('contradicted', `${said} It is the smaller.`, {
        honestValues: values,
        evidence,
        wouldBeTrue: wouldBe(
          'order',
          `${capitalised(compared.others.map(sayWay).join(' and '))} is larger than ${sayWay(compared.larger)}.`,
          evidence,
        ),
      })
    : finding('unverifiable', `${said} ${capitalised(doubt ?? 'the two are too close, or the sources do not agree')}.`, {
        honestValues: values,
        evidence,
        wouldSettle: settles(question, bench),
      })
}

function judgeRatio(claim: Claim, question: Question, bench: ClaimBench, compared: Compared, values: readonly Weighed[]): Finding {
  const tolerance = toleranceOf({ value: claim.value!, unit: claim.unit, qualifier: claim.qualifier })
  const judged = judgeLevel(claim.value!, tolerance, values)
  const doubt =
    judged.verdict === 'contradicted'
      ? (doubtOfReading(claim, question) ?? (namesTime(claim, question.days) ? undefined : 'the sentence names no year'))
      : undefined
  const verdict = doubt === undefined ? judged.verdict : 'unverifiable'
  return finding(
    verdict,
    `${sayCompared(compared, question, values)} The claim says ${sayFigure(claim.value!, claim.unit)}: ${doubt ?? judged.because}.`,
    {
      tolerance,
      honestValues: values,
      evidence: values.map((value) => value.evidence),
      wouldSettle: verdict === 'unverifiable' ? settles(question, bench) : null,
    },
  )
}
