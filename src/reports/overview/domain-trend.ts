import { clearChange } from '../../assessments/economy/goods/goods-change.ts'
import type { Assessment, DomainAssessment } from '../../assessments/index.ts'
import { isKnown, type Known } from '../../store/index.ts'
import { fewPeople } from './domain-level.ts'
import { goodsShown } from './goods-shown.ts'
import { isLongPast } from './long-past.ts'

/** The change that stands for its domain, by id; a domain without one has no trend. */
const leadingChange: Readonly<Partial<Record<DomainAssessment['id'], string>>> = {
  diplomacy: 'vote-place.change',
  institutions: 'shared-blocs.change',
  trade: 'goods-trade.change',
  narrative: 'speech_similarity.change',
}

/**
 * Writes the direction of a domain's ten-year change with its certainty: its probability where one was computed. Empty where the change is not one of the figure
 * that leads.
 */
export function domainTrend(domain: DomainAssessment, { a, b, judgements, to }: Assessment): string {
  const { id, estimates, items } = domain
  const find = (wanted: string | undefined): Known | undefined => estimates.find((one): one is Known => one.id === wanted && isKnown(one))
  const change = find(id === 'people' ? changeOfPeople(find) : leadingChange[id])
  if (change === undefined || (id === 'trade' && isLongPast(change.period, to) === true)) return ''
  if (id === 'trade' && goodsShown(estimates, to)?.goods.id.includes('-to-') === true) return ''
  if (id === 'diplomacy' && items.some(({ relation }) => relation?.kind === 'no-relations' && relation.to === null)) return ''
  const { value, interval } = change
  const judged = judgements.find(({ basis }) => basis.includes(change.id))
  if (judged !== undefined) return `${arrow(value)} (${chance(judged.probability.value)})`
  // what the full page calls unclear has no arrow here
  const isJudged = a.members === undefined && b.members === undefined && (id === 'diplomacy' || id === 'narrative')
  if (isJudged || (id === 'trade' && clearChange(estimates, items) === 'unclear')) return 'not clear'
  if (interval === 'exact') return value === 0 ? 'unchanged' : arrow(value)
  if (interval.low <= 0 && interval.high >= 0) return 'not clear'
  return arrow(value)
}

/** The change of the larger of the two groups, with which the level leads; none where both are of few people. */
function changeOfPeople(find: (id: string) => Known | undefined): string | undefined {
  const [there, back] = [find('migrants-a-in-b')?.value ?? 0, find('migrants-b-in-a')?.value ?? 0]
  if (Math.max(there, back) < fewPeople) return undefined
  return there >= back ? 'migrants-a-in-b.change' : 'migrants-b-in-a.change'
}

function chance(probability: number): string {
  return probability > 0.99 ? 'over 99 %' : `${Math.round(100 * probability)} %`
}

function arrow(change: number): string {
  return change > 0 ? '↑' : '↓'
}
