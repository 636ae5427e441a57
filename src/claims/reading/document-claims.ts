import type { Claim } from '../claim.ts'
import { isReadable } from '../documents/document-sentences.ts'
import { noTimeLimit, type ReadingTimeLimit } from '../reading-time-limit.ts'
import { actorsIn, congoResolver } from '../text/names/actors.ts'
import { withCurrency } from '../text/numbers/quantities.ts'
import { attributionOfSentence } from '../text/reported-speech-words.ts'
import { fiscalYearOfPublisher } from '../text/times/fiscal-year-publisher.ts'
import { flowWordsIn } from '../text/topics/flow-words.ts'
import { withTitleTopic } from './claim-topic.ts'
import { documentTopic, sipriTopicOf } from './document-topic.ts'
import { resolutionTargetOf } from './parties/resolution-target.ts'
import { assignedRoles } from './parties/semantic-roles.ts'
import { mainPeriodOf, periodOfTitle } from './periods/document-period.ts'
import { withSaid } from './said/with-said.ts'
import { type Analysis, analyse } from './sentence/analysis.ts'
import { openingContext } from './sentence/context.ts'
import { isCoordinated, isPossessor, type PartyRole } from './sentence/roles.ts'
import { claimsOfSentence, sentenceLimits } from './sentence-claims.ts'
import { unreadClaim } from './unread-claim.ts'

/** Returns the sentence, or an empty text if it is too long or has too many numbers; all patterns are proved to be fast on the rest. */
const readable = (text: string): string => (isReadable(text) ? text : '')

/**
 * Reads all claims of a text, sentence by sentence; a sentence without a checkable claim has one entry that gives its kind.
 *
 * @param sentences  the sentences of the text; one of more than 2,000 characters, 40 numbers, 40 claims or 60 names is not read
 * @param date       date of the document (year, month or day); relative times are resolved against it
 * @param title      identifies the states of the text; no claims are read from it
 * @param pace       decides which sentences are read; one left out has an entry of kind `unread`
 * @example readClaims(['China and Russia traded goods worth $240 billion in 2023.'], '2024-01-12')[0].value   // 240
 */
export function readClaims(sentences: readonly string[], date: string, title = '', pace: ReadingTimeLimit = noTimeLimit): Claim[] {
  return claimsOf(sentences, date, readable(title), pace)
}

function claimsOf(sentences: readonly string[], date: string, title: string, pace: ReadingTimeLimit): Claim[] {
  // a sentence that is not read becomes an empty one
  const texts = sentences.map(readable)
  const textOf = (index: number): string => (pace.takes(index) ? texts[index]! : '')
  const day = `${date}-01-01`.slice(0, 10).length === 10 && date.length < 10 ? `${date}-01-01`.slice(0, 10) : date
  const settled = congoResolver([title, ...texts])
  const mentions = [actorsIn(title, day), ...sentences.map((_, index) => actorsIn(textOf(index), day))].map(settled)
  const states = mentions.flat().flatMap(({ ids }) => [...ids])
  const fiscal = fiscalYearOfPublisher([title, ...texts.filter((_, index) => !pace.refused.has(index))], states)
  const found = sentences.map((_, index) => {
    // a sentence with too many names, such as a list of half the world, gives neither claims nor antecedents
    const text = mentions[index + 1]!.length > sentenceLimits.names ? '' : textOf(index)
    return analyse(index, text, date, states, text === '' ? [] : mentions[index + 1], fiscal)
  })
  const analysed = withCurrency(found)
  const sources = [attributionOfSentence(title), ...sentences.map((_, index) => attributionOfSentence(textOf(index)))]
  const source = sources.map((one) => one.source).find((one) => one !== null) ?? null
  pace.between()
  const heading = analyse(-1, title, date, states, mentions[0], fiscal)
  let context = withTitleTopic(
    openingContext(
      date,
      mentions,
      mainPeriodOf(analysed, date, heading),
      source,
      ownerCounts([heading, ...analysed]),
      rivalsInTitle(heading),
      resolutionTargetOf([heading, ...analysed]),
      soleStateInTitle(heading),
      actorInTitle(heading),
    ),
    title,
    sipriTopicOf(title, analysed),
  )
  context = {
    ...context,
    isTitleDated: periodOfTitle(heading, date) !== undefined,
    bilateral: context.bilateral && !arePeersNotPair(context.pair, heading, analysed),
  }
  const matter = documentTopic(title, analysed)
  const claims = analysed.flatMap((sentence) => {
    if (!pace.takes(sentence.index) || sentence.text === '') return [unreadClaim(sentence.index, sentences[sentence.index]!)]
    const found = claimsOfSentence(matter === undefined ? sentence : { ...sentence, documentTopic: matter }, context)
    if (found === undefined) return [unreadClaim(sentence.index, sentences[sentence.index]!)]
    context = found.context
    return found.claims
  })
  pace.between()
  return withSaid(claims, { sentences: texts, date, title })
}

/**
 * Returns the states that the title only compares (`China eclipses Russia as first partner`) or lists as partners (`exports to the US and Vietnam`): they are
 * not the pair of the text.
 */
function rivalsInTitle(heading: Analysis): string[] {
  const all = assignedRoles(heading, () => [])
  const beside = all.filter(({ role }) => role === 'standard')
  const isRow = all.length > 1 && all.every(({ prepositional, role }) => prepositional === true && role === all[0]!.role)
  return (isRow && /\b(?:exports?|sales|shipments|deliveries|imports?|purchases)\b/i.test(heading.text) ? all : beside).map(({ id }) => id)
}

/** Returns the state that acts, in a title without partners, suppliers or markets: `Moldova turns away from Russia`. Null for other titles. */
function actorInTitle(heading: Analysis): string | null {
  const all = assignedRoles(heading, () => [])
  const [one, other] = all
  if (
    one === undefined ||
    other === undefined ||
    other.id === one.id ||
    other.role === 'receiver' ||
    one.prepositional === true ||
    one.mention.form === 'adjective' ||
    one.mention.possessive
  )
    return null
  return all.some(({ trigger, role }) => trigger?.agent === true || role === 'standard') ||
    flowWordsIn(heading.text).some(({ agent }) => agent)
    ? null
    : one.id
}

/**
 * Returns the only state of a title: `Loans to Zambia`, `Uganda: trade statistics`. Null if there are several, or if the title names the state as the partner
 * of another, unnamed state.
 */
function soleStateInTitle(heading: Analysis): string | null {
  const [one, ...rest] = assignedRoles(heading, () => [])
  if (one === undefined || rest.some(({ id }) => id !== one.id) || one.role === 'subject' || one.role === 'partner') return null
  if (one.role === 'sender' && one.mention.form === 'adjective') return null
  if (heading.actors.some(({ ids }) => ids.length > 0 && ids[0] !== one.id)) return null
  return one.trigger?.agent === true && !isPossessor(one) ? null : one.id
}

/** Counts for each state how often the text describes its sales, purchases or partners. */
function ownerCounts(sentences: readonly Analysis[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const one of sentences.flatMap((sentence) => assignedRoles(sentence, () => [])))
    if (one.trigger !== undefined && one.role !== 'standard' && one.role !== 'holder' && isPossessor(one))
      counts.set(one.id, (counts.get(one.id) ?? 0) + 1)
  return counts
}

/**
 * Whether the two most frequent states only ever appear side by side (`The United States and France accounted for half of the world's arms exports`): then
 * the text is not about the relation between them.
 *
 * @param heading  a title that names both makes the text about the pair
 */
function arePeersNotPair(pair: readonly [string, string] | null, heading: Analysis, sentences: readonly Analysis[]): boolean {
  if (pair === null || namesBoth(heading, pair)) return false
  const together = sentences.filter((one) => namesBoth(one, pair))
  return together.length > 0 && together.every((one) => one.quantities.length > 0 && isOnlySideBySide(one, pair))
}

const namesBoth = ({ actors }: Analysis, pair: readonly string[]): boolean =>
  pair.every((id) => actors.some(({ ids, form }) => form !== 'leader' && ids.includes(id)))

function isOnlySideBySide(sentence: Analysis, pair: readonly [string, string]): boolean {
  const all = assignedRoles(sentence, () => [])
  const [ones, others] = pair.map((id) => all.filter((one) => one.id === id)) as [PartyRole[], PartyRole[]]
  if (ones.length === 0 || others.length === 0) return false
  return ones.every((one) => others.every((other) => areSideBySide(sentence.text, one, other)))
}

function areSideBySide(text: string, one: PartyRole, other: PartyRole): boolean {
  if (one.role === 'standard' || other.role === 'standard') return true
  const [first, second] = one.mention.start < other.mention.start ? [one, other] : [other, one]
  return first.mention !== second.mention && isCoordinated(text, first.mention, second.mention)
}
