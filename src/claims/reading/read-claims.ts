import type { Claim } from '../claim.ts'
import { isReadable } from '../documents/document-sentences.ts'
import { type Pace, unlimitedPace } from '../pace.ts'
import { actorsIn, withCongo } from '../text/names/actors.ts'
import { withCurrency } from '../text/numbers/quantities.ts'
import { forgetText } from '../text/patterns/matches.ts'
import { sayingsIn } from '../text/reported-speech-words.ts'
import { fiscalKeeperIn } from '../text/times/fiscal-year-publisher.ts'
import { flowWordsIn } from '../text/topics/flow-words.ts'
import { titled } from './claim-topic.ts'
import { countedBy, documentTopic } from './document-topic.ts'
import { extract, mostInSentence } from './extract.ts'
import { judgedOf } from './parties/resolution-target.ts'
import { assignedRoles } from './parties/semantic-roles.ts'
import { ofTitle, usualPeriod } from './periods/document-period.ts'
import { type Analysis, analyse } from './sentence/analysis.ts'
import { openingContext } from './sentence/context.ts'
import { owns } from './sentence/roles.ts'
import { areAlike } from './ways/peers-not-pair.ts'

/** What is too long or too crowded is not read; of the rest it is proved of every pattern that no text holds it up. */
const readable = (text: string): string => (isReadable(text) ? text : '')

/**
 * All claims of a text, sentence by sentence; a sentence without a checkable claim has one entry that says what it is instead.
 *
 * @param sentences  the text, a sentence each; one of more than 2,000 characters, 40 numbers, 40 claims or 60 names is not read
 * @param date       day of the document as fine as it is known; relative times are read against it
 * @param title      read for whom the text is about, not for claims
 * @param pace       says which sentences are read; one that is not has an entry that says so
 * @example readClaims(['China and Russia traded goods worth $240 billion in 2023.'], '2024-01-12')[0].value   // 240
 */
export function readClaims(sentences: readonly string[], date: string, title = '', pace: Pace = unlimitedPace): Claim[] {
  forgetText()
  return claimsOf(sentences, date, readable(title), pace)
}

function claimsOf(sentences: readonly string[], date: string, title: string, pace: Pace): Claim[] {
  // what is not read stands as a sentence without words
  const texts = sentences.map(readable)
  const textOf = (index: number): string => (pace.takes(index) ? texts[index]! : '')
  const day = `${date}-01-01`.slice(0, 10).length === 10 && date.length < 10 ? `${date}-01-01`.slice(0, 10) : date
  const settled = withCongo([title, ...texts])
  const mentions = [actorsIn(title, day), ...sentences.map((_, index) => actorsIn(textOf(index), day))].map(settled)
  const states = mentions.flat().flatMap(({ ids }) => [...ids])
  const fiscal = fiscalKeeperIn([title, ...texts.filter((_, index) => !pace.refused.has(index))], states)
  const found = sentences.map((_, index) => {
    // of a list of half the world no claim is read, nor whom other sentences mean
    const text = mentions[index + 1]!.length > mostInSentence.names ? '' : textOf(index)
    return analyse(index, text, date, states, text === '' ? [] : mentions[index + 1], fiscal)
  })
  const analysed = withCurrency(found)
  const sources = [sayingsIn(title), ...sentences.map((_, index) => sayingsIn(textOf(index)))]
  const source = sources.map((one) => one.source).find((one) => one !== null) ?? null
  pace.between()
  const heading = analyse(-1, title, date, states, mentions[0], fiscal)
  let context = titled(
    openingContext(
      date,
      mentions,
      usualPeriod(analysed, date, heading),
      source,
      ownersIn([heading, ...analysed]),
      outdoneIn(heading),
      judgedOf([heading, ...analysed]),
      titledIn(heading),
      actingIn(heading),
    ),
    title,
    countedBy(title, analysed),
  )
  context = {
    ...context,
    isDated: ofTitle(heading, date) !== undefined,
    bilateral: context.bilateral && !areAlike(context.pair, heading, analysed),
  }
  const matter = documentTopic(title, analysed)
  const claims = analysed.flatMap((sentence) => {
    if (!pace.takes(sentence.index) || sentence.text === '') return [unread(sentence.index, sentences[sentence.index]!)]
    const found = extract(matter === undefined ? sentence : { ...sentence, matter }, context)
    if (found === undefined) return [unread(sentence.index, sentences[sentence.index]!)]
    context = found.context
    return found.claims
  })
  pace.between()
  return claims
}

/** Stands for a sentence that was not read. */
function unread(index: number, sentence: string): Claim {
  return {
    ...{
      sentence_index: index,
      claim_index: 0,
      sentence,
      start: 0,
      end: sentence.length,
      checkable: false,
      kind: 'unread',
      domain: 'trade',
    },
    ...{ indicator: null, measured: null, actors: [], direction: 'n/a', period: null, period_base: null, value: null, value_from: null },
    ...{ unit: null, qualifier: null, source_named: null, speaker: null, probability_word: null, rules: [] },
  }
}

/** `China eclipses Russia as first partner`, `exports to the US and Vietnam`: the two are not between whom the text is. */
function outdoneIn(heading: Analysis): string[] {
  const all = assignedRoles(heading, () => [])
  const beside = all.filter(({ role }) => role === 'beside')
  const isRow = all.length > 1 && all.every(({ prepositional, role }) => prepositional === true && role === all[0]!.role)
  return (isRow && /\b(?:exports?|sales|shipments|deliveries|imports?|purchases)\b/i.test(heading.text) ? all : beside).map(({ id }) => id)
}

/** `Moldova turns away from Russia`: who acts towards another in a title that says nothing of partners, suppliers or markets. */
function actingIn(heading: Analysis): string | null {
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
  return all.some(({ by, role }) => by?.agent === true || role === 'beside') || flowWordsIn(heading.text).some(({ agent }) => agent)
    ? null
    : one.id
}

/** `Loans to Zambia`, `Uganda: trade statistics`: the one whom a title names alone, unless as a partner or supplier of somebody who is not named. */
function titledIn(heading: Analysis): string | null {
  const [one, ...rest] = assignedRoles(heading, () => [])
  if (one === undefined || rest.some(({ id }) => id !== one.id) || one.role === 'subject' || one.role === 'partner') return null
  if (one.role === 'sender' && one.mention.form === 'adjective') return null
  if (heading.actors.some(({ ids }) => ids.length > 0 && ids[0] !== one.id)) return null
  return one.by?.agent === true && !owns(one) ? null : one.id
}

/** Whose sales, purchases and partners the sentences tell of, and how often. */
function ownersIn(sentences: readonly Analysis[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const one of sentences.flatMap((sentence) => assignedRoles(sentence, () => [])))
    if (one.by !== undefined && one.role !== 'beside' && one.role !== 'holder' && owns(one))
      counts.set(one.id, (counts.get(one.id) ?? 0) + 1)
  return counts
}
