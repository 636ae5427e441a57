import { verdictLimits } from '../../limits.ts'
import { hasCaution, hasFigureWord, isConfirmed } from '../../said-of-claim.ts'
import { stateGroup } from '../../text/fact-files.ts'
import type { CandidateValue } from '../judging/candidate-value.ts'
import type { AskedClaim } from '../questions/question.ts'

/** States that often report trade as goods and services together: `UK trade with India was worth £42 billion`, of which 16 billion are goods. */
const servicesReporters: ReadonlySet<string> = stateGroup('reporters of goods and services together')
const ofServices: ReadonlySet<string> = stateGroup('mostly services')

/**
 * Describes which other aggregate a figure of trade may mean: goods and services together, which are more than the goods (a balance may be more or less), or
 * Swiss trade without gold, which is less. Undefined if neither is possible.
 *
 * @param values   the record's values for goods
 */
export function alternativeAggregate(asked: AskedClaim, values: readonly CandidateValue[]): string | undefined {
  if (asked.question.subject.family !== 'goods' || asked.claim.value === null || asked.claim.unit === 'percent') return undefined
  if (mayHoldServices(asked, values)) return 'goods and services together may be meant'
  return mayBeWithoutGold(asked, values) ? 'Swiss trade is told with gold and without' : undefined
}

/** States that publish totals both with and without gold. */
const goldTraders: ReadonlySet<string> = stateGroup('trade with and without gold')

/** Whether a figure may include services. False if the sentence or a neighbouring one names goods or the customs office, or if nearby figures are of goods. */
function mayHoldServices({ claim, question, bench }: AskedClaim, values: readonly CandidateValue[]): boolean {
  const { from, to, mode } = question.subject
  const { value } = claim
  if (![from, to].some((id) => servicesReporters.has(id))) return false
  if (!hasCaution(claim, 'goods-untold') || isConfirmed(claim, bench)) return false
  if (values.some(({ by }) => bench.textSources?.has(by) === true)) return false
  const times = [from, to].some((id) => ofServices.has(id)) ? verdictLimits.withServicesOfServiceStates : verdictLimits.withServices
  const isAbove = values.every((one) => one.value < value!) && values.some((one) => one.value * times > value!)
  return isAbove || mode === 'balance'
}

const mayBeWithoutGold = ({ claim, question: { subject } }: AskedClaim, values: readonly CandidateValue[]): boolean =>
  [subject.from, subject.to].some((id) => goldTraders.has(id)) &&
  !hasFigureWord(claim, 'gold') &&
  values.every(({ value }) => value > claim.value!)
