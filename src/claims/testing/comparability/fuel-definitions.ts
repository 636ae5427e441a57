import type { Claim } from '../../claim.ts'
import { hasCaution, hasFigureWord } from '../../said-of-claim.ts'
import type { CandidateValue } from '../judging/candidate-value.ts'
import type { AskedClaim } from '../questions/question.ts'

/**
 * Decides for each figure of a related fuel whether it counts as the claimed fuel. The words may leave this open or exclude it: `oil` may include products,
 * `crude` does not; what Gazprom sends goes by pipeline. Figures that count as another fuel are left out if there are others, and natural uranium is left out
 * if the sentence is about enrichment.
 *
 * @param values   of one quantity at one time
 */
export function withFuelDefinitions(values: readonly CandidateValue[], asked: AskedClaim): CandidateValue[] {
  if (asked.question.subject.family !== 'fossil') return [...values]
  const marked = hasFigureWord(asked.claim, 'use')
    ? values.filter(({ measure }) => measure === undefined)
    : definitionsInContext(values, asked)
  const isNear = ({ measure, definition }: CandidateValue): boolean => measure !== undefined && definition === 'other'
  return marked.every(isNear) ? marked : marked.filter((value) => !isNear(value))
}

function definitionsInContext(values: readonly CandidateValue[], { claim, question: { subject } }: AskedClaim): CandidateValue[] {
  const own = (fuel: string, definition: CandidateValue['definition']): CandidateValue[] =>
    values.map((value) => (value.measure === fuel ? { ...value, definition } : value))
  switch (subject.thing) {
    case 'uranium':
      return hasFigureWord(claim, 'enrichment') ? [] : [...values]
    case 'crude-oil':
      if (!hasFigureWord(claim, 'crude-oil')) return own('oil', 'same')
      return hasFigureWord(claim, 'oil-products') ? own('crude-oil', 'other') : [...values]
    case 'oil-products':
      return hasFigureWord(claim, 'diesel') ? [...values] : own('diesel', 'other')
    case 'gas':
      return hasFigureWord(claim, 'pipeline') ? own('pipeline-gas', 'same') : [...values]
    default:
      return [...values]
  }
}

/**
 * Returns why a fuel figure may not be all that one state sends the other in a period: the figure may be of one route or firm, a capacity, or consumption.
 * Undefined if the words suggest none of these.
 */
export function fuelRisk({ claim, question }: AskedClaim): string | undefined {
  if (question.subject.family !== 'fossil') return undefined
  if (question.subject.thing !== 'energy' && claim.measured?.topic.startsWith('goods') === true)
    return 'the sentence does not name the fuel'
  if (hasCaution(claim, 'part-of-deliveries')) return 'the sentence may speak of a part of the deliveries'
  return hasCaution(claim, 'output-or-use') ? 'the sentence may speak of what is produced, stored or used' : undefined
}

/**
 * Returns why a quoted fuel figure does not refute a claim; undefined if it may. If neither side counted the fuel: institutes and news give shares by value and
 * by volume, with LNG or without, and amounts that differ threefold. If the sentence does not name both states: one state's total imports may be meant. If no
 * word says that a share is of imports or exports: it may be of consumption.
 *
 * @param nearest   the figure nearest to the claim
 */
export function quotedFuelRisk(nearest: CandidateValue | undefined, { claim, question }: AskedClaim): string | undefined {
  if (nearest?.measure === undefined) return undefined
  if (nearest.reporter === null) return 'neither of the two counted it, and others tell it in other ways'
  if (claim.said?.doubts === undefined) return 'all imports or exports may be meant'
  if (!namesBoth(claim, question.subject)) return 'the sentence does not name both, and all imports or exports may be meant'
  return hasCaution(claim, 'not-traded') ? 'the share may be of all that is used, not of what is traded' : undefined
}

/**
 * Whether a sentence names sender and receiver, or one of them and a word for the other. The world need not be named. False for a claim given as data: who
 * gave it may have copied a figure of all imports or exports.
 */
function namesBoth(claim: Claim, { from, to }: { readonly from: string; readonly to: string }): boolean {
  const ids = claim.said?.doubts?.figure?.named ?? []
  const sides = [from, to].filter((id) => id !== 'WLD')
  const named = sides.filter((id) => ids.includes(id)).length
  return named === sides.length || (named > 0 && !hasCaution(claim, 'no-reference'))
}
