import type { Claim } from '../claim.ts'
import type { DoubtContext } from '../claim-test-context.ts'
import { verdictLimits } from '../limits.ts'
import { hasCaution } from '../said-of-claim.ts'
import { roundingError } from '../text/numbers/misprint.ts'
import type { AcceptedValue, Finding, TestedClaim } from '../verdict.ts'
import { isSubjectStated } from './explicitness/explicit-figures.ts'
import { isDated } from './explicitness/undated-texts.ts'
import { byText, type NamedSources } from './judging/source-words.ts'
import { figureText } from './questions/question.ts'

/**
 * Contradicts unverifiable claims with one of three recognisable errors: a growth of exactly the size of the recorded fall (or the reverse), two figures or
 * ranks of a sentence in each other's place, the two ends of a change reversed. A misread claim looks like this only by chance: none of 3,099 annotated true
 * claims does, but 21 of 431 wrong ones that other rules left open.
 */
export function withSignAndSwapErrors(tested: readonly TestedClaim[], bench: DoubtContext & NamedSources): TestedClaim[] {
  return tested.map((one): TestedClaim => {
    if (one.finding?.verdict !== 'unverifiable' || !isSubjectStated(one.claim) || !isDated(one.claim, bench)) return one
    const found = signReversed(one.claim, one.finding, bench) ?? endsReversed(one.claim, one.finding, bench) ?? swapped(one, tested, bench)
    return found === undefined
      ? one
      : { ...one, answer: 'checked', finding: { ...one.finding, ...found, verdict: 'contradicted', wouldSettle: null } }
  })
}

type ErrorFinding = Pick<Finding, 'why' | 'wouldBeTrue'>

/**
 * Recognises a change with the wrong sign: `A third less`, although every source has an increase and one of them an increase of a third. Undefined otherwise.
 */
function signReversed({ kind, unit, value }: Claim, { why, honestValues }: Finding, bench: NamedSources): ErrorFinding | undefined {
  if (kind !== 'trend' || unit !== 'percent_change' || value === null || Math.abs(value) < verdictLimits.signedChange) return undefined
  const isOther = honestValues.every((one) => one.value * value < 0 && Math.abs(one.value) >= verdictLimits.signedChange)
  const very = honestValues.find(
    (one) => Math.abs(one.value + value) <= Math.max(verdictLimits.swapMatch * Math.abs(value), roundingError(value)),
  )
  if (!isOther || very === undefined) return undefined
  const text = `It ${very.value > 0 ? 'rose' : 'fell'}: ${figureText(very.value, very.unit)} (${byText(very.by, bench)}).`
  return { why: `${why} Yet the size is that of the record, and the direction is not.`, wouldBeTrue: wouldBe(very, text, 'direction') }
}

/** Recognises a change with its two ends reversed: `From 37 down to 32 per cent`, although the record has a rise from 33 to 36. Undefined otherwise. */
function endsReversed(
  { kind, value_from: from, value: to }: Claim,
  { why, honestValues }: Finding,
  bench: NamedSources,
): ErrorFinding | undefined {
  const periods = [...new Set(honestValues.map(({ period }) => period))].sort()
  if (kind !== 'trend' || from === null || to === null || periods.length !== 2) return undefined
  const [first, last] = periods.map((period) => honestValues.filter((one) => one.period === period))
  const fit = Math.max(smallestDistance(from, last!), smallestDistance(to, first!))
  const isTurned =
    fit <= verdictLimits.swapMatch &&
    Math.min(smallestDistance(from, first!), smallestDistance(to, last!)) >= Math.max(verdictLimits.reversedEndMisfit, 2 * fit)
  if (!isTurned) return undefined
  const [then, now] = fromOneSource(first!, last!)
  const text = `It was ${figureText(then.value, then.unit)} (${byText(then.by, bench)}) and became ${figureText(now.value, now.unit)} (${byText(now.by, bench)}).`
  return { why: `${why} Yet the two figures fit the other way round.`, wouldBeTrue: wouldBe(now, text, 'direction') }
}

/** Returns a value for each end, both from one source if any source has both. */
function fromOneSource(first: readonly AcceptedValue[], last: readonly AcceptedValue[]): readonly [AcceptedValue, AcceptedValue] {
  const now = last.find(({ by }) => first.some((one) => one.by === by)) ?? last[0]!
  return [first.find(({ by }) => by === now.by) ?? first[0]!, now]
}

function swapped({ claim, finding }: TestedClaim, tested: readonly TestedClaim[], bench: NamedSources): ErrorFinding | undefined {
  const other = tested.find((one) => areSwappable(claim, one.claim) && areSwapped(claim, finding!, one))
  if (other === undefined || (areOppositeFlows(claim, other.claim) && hasCaution(claim, 'way-untold'))) return undefined
  const why = `${finding!.why} Yet the sentence has the two exchanged: each fits where the other stands.`
  const [own] = [...finding!.honestValues].sort(
    (a, b) => ratioDistance(a.value, other.claim.value!) - ratioDistance(b.value, other.claim.value!),
  )
  const said =
    own === undefined ? undefined : `The two are exchanged: it was ${figureText(own.value, own.unit)} (${byText(own.by, bench)}).`
  return { why, wouldBeTrue: said === undefined ? finding!.wouldBeTrue : wouldBe(own!, said, 'order') }
}

/** Whether two claims are amounts, shares or ranks of one kind in one sentence: either of the same period, or of the same flow in two periods. */
const areSwappable = (a: Claim, b: Claim): boolean =>
  a !== b &&
  a.sentence_index === b.sentence_index &&
  a.unit === b.unit &&
  a.kind === b.kind &&
  /^(?:quantity|share|ranking)$/.test(a.kind) &&
  a.domain === b.domain &&
  (JSON.stringify(a.period) === JSON.stringify(b.period) || (haveSameActors(a, b) && a.direction === b.direction)) &&
  a.value !== null &&
  b.value !== null

function areSwapped({ value: mine }: Claim, own: Finding, { claim: { value: his }, finding: other }: TestedClaim): boolean {
  if (other === null || other.verdict === 'supported') return false
  const [place, otherPlace] = [rankOnRecord(own), rankOnRecord(other)]
  if (place !== undefined && otherPlace !== undefined) return place === his && otherPlace === mine
  const fit = Math.max(smallestDistance(his!, own.honestValues), smallestDistance(mine!, other.honestValues))
  return (
    fit <= verdictLimits.swappedFit &&
    Math.min(smallestDistance(mine!, own.honestValues), smallestDistance(his!, other.honestValues)) >=
      Math.max(verdictLimits.swapOwnMisfit, 2 * fit)
  )
}

/** Returns the rank on record if it differs from the claimed one; undefined otherwise. */
const rankOnRecord = ({ wouldBeTrue }: Finding): number | undefined =>
  wouldBeTrue?.changed === 'order' && wouldBeTrue.unit === 'rank' ? (wouldBeTrue.value ?? undefined) : undefined

/** Returns the distance of a stated figure from the nearest figure on record, as a share of the smaller of the two; infinite if there is none. */
const smallestDistance = (stated: number, values: readonly AcceptedValue[]): number =>
  Math.min(Number.POSITIVE_INFINITY, ...values.map(({ value }) => ratioDistance(stated, value)))

const ratioDistance = (a: number, b: number): number => (a * b > 0 ? Math.max(a / b, b / a) - 1 : Number.POSITIVE_INFINITY)

const haveSameActors = (a: Claim, b: Claim): boolean => [...a.actors].sort().join() === [...b.actors].sort().join()

/** Whether two claims are the two directions between the same two states. */
const areOppositeFlows = (a: Claim, b: Claim): boolean => haveSameActors(a, b) && a.direction !== b.direction

const wouldBe = ({ value, unit, evidence }: AcceptedValue, text: string, changed: 'direction' | 'order'): Finding['wouldBeTrue'] => ({
  changed,
  text,
  value,
  unit,
  period: null,
  evidence: [evidence],
})
