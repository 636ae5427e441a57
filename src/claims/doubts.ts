import { type Days, isYear } from './honest-series.ts'
import type { Case } from './question.ts'
import { topicsIn } from './topics.ts'

const partYear =
  /\b(?:first|second|third|fourth|last) (?:half|quarter)|\b(?:half|quarter)[- ]year|\bQ[1-4]\b|\bmonth(?:s|ly)?\b|\b(?:per|a) day\b|\bdaily\b|\bso far\b|\byear[- ]to[- ]date\b|\bfiscal\b|\bfinancial year\b|\b(?:January|February|March|April|June|July|August|September|October|November|December)\b/i
const modal =
  /\b(?:would|could|might|should|if|target(?:s|ed)?|goals?|aim(?:s|ed)?|pledge[sd]?|plan(?:s|ned)?|hope[sd]?|promise[sd]?|potential|expect(?:s|ed)?|forecast|project(?:s|ed)|wants?)\b/i
const negated = /\b(?:not|never|no longer|failed to|without|excluding|except|apart from|non-?oil|non-?energy|if|instead of)\b/i
/** Goods of one kind, services, or something else beside goods: a figure may be of that. */
const narrower: ReadonlySet<string> = new Set(
  'services crude-oil oil-products coal gas gas-pipeline lng electricity uranium reactors energy semiconductors technology electronics vehicles machinery food metals arms arms-imports arms-exports arms-contract weapon-systems investment aid loans remittances students'.split(
    ' ',
  ),
)

/**
 * Why a claim must not be called wrong though the figures say so: what its words leave open, or what reading them may have missed. Undefined where nothing does.
 *
 * A forecast is about the future, so its modal words are no doubt.
 */
export function doubtOfReading({ claim, question }: Pick<Case, 'claim' | 'question'>): string | undefined {
  const { sentence } = claim
  if (isYear(question.days) && partYear.test(sentence)) return 'the sentence may be about a part of the year'
  if (claim.kind !== 'forecast' && modal.test(sentence)) return 'the sentence speaks of what is planned or possible'
  if (claim.kind !== 'ranking' && negated.test(sentence)) return 'the sentence takes something out or denies something'
  if (question.isWayOpen) return 'the sentence leaves open which way the goods go'
  if (question.subject.family === 'goods' && topicsIn(sentence).some(({ topic }) => narrower.has(topic.id)))
    return 'the sentence speaks of some goods or services beside all goods'
  return undefined
}

const yearNamed = /\b(?:1[89]|20)\d\d\b/g

/** Whether the text names the time: the sentence itself, or the last one before it that names any year, if it names no other. */
export function namesTime({ claim: { sentence, sentence_index }, bench: { sentences } }: Case, days: Days): boolean {
  const before = sentences.slice(0, sentence_index).findLast((one) => one.match(yearNamed) !== null)
  const told = sentence.match(yearNamed) === null && before !== undefined ? new Set(before.match(yearNamed)) : new Set<string>()
  if (told.size === 1 && told.has(days.to.slice(0, 4))) return true
  const years = [days.from.slice(0, 4), days.to.slice(0, 4)]
  return (
    years.some((year) => sentence.includes(year) || new RegExp(`[-/–’']${year.slice(2)}\\b`).test(sentence)) ||
    /\b(?:last|this|previous|past) year\b|\ba year (?:ago|earlier|before)\b/i.test(sentence)
  )
}
