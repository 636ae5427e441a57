import type { TextSpan } from '../../text/mention.ts'
import { matchesOf } from '../../text/patterns/matches.ts'
import { textAfter, textBefore, textBetween, textOfSpan } from '../../text/span-text.ts'
import { type Analysis, cuesOf, gapBetween, overlaps } from '../sentence/analysis.ts'
import type { Head } from '../sentence/head.ts'
import { type EventPattern, eventPatterns } from './events-table.ts'
import { evaluativeWords, figurativeWords, nonFactualVerbs, publicationWords } from './verb-lexicon.ts'

/** Returns the events and states of affairs without a number; several of the same rule only if each has its own clause. */
export function eventHeads(sentence: Analysis, others: readonly Head[]): Head[] {
  const found: Head[] = []
  for (const deed of eventPatterns) {
    if (deed.needs.length > 0 && !sentence.topics.some(({ topic }) => deed.needs.includes(topic.id))) continue
    if (deed.dated && !hasTime(sentence) && !(deed.rule === 'dated' && namesTwo(sentence))) continue
    if (
      deed.rule === 'dated' &&
      (found.length + others.length > 0 || cuesOf(sentence, ['causal', 'judge']).length > 0 || isEvaluativeText(sentence.text))
    )
      break
    if (deed.rule === 'pact-force' && isAboutSanctions(sentence)) continue
    // what an assembly calls for has not happened
    if (deed.rule === 'foretold' && found.some(({ rule }) => rule === 'adopted')) continue
    for (const match of matchesOf(sentence.text, deed.pattern)) {
      if ((deed.rule === 'dated' && nonFactualVerbs.test(match[0])) || isFiscalYearBound(sentence.text, match)) continue
      const span = { start: match.index, end: match.index + match[0].length }
      if (
        isAlreadyClaimed(sentence, span, deed, others) ||
        isDeedOfAssembly(sentence, span, deed) ||
        !isSpecificEnough(sentence, span, deed, [...others, ...found]) ||
        !isInOwnClause(sentence, span, deed, found) ||
        isUnreal(sentence, span, deed)
      )
        continue
      found.push(headAt(span, deed))
    }
  }
  return found
}

/** Whether a verb only says when a period began or ended: `the fiscal year that ended in March`, `closed fiscal 2017`. */
const isFiscalYearBound = (text: string, { index, 0: word }: RegExpMatchArray & { readonly index: number }): boolean =>
  /^(?:ended|began|started|closed)$/i.test(word) &&
  (/\b(?:year|months|quarter|half|fiscal(?: year)? [\d-]+),?(?: that| which)? $/i.test(text.slice(0, index)) ||
    /^ (?:the )?(?:fiscal|financial|calendar|year)\b/i.test(text.slice(index + word.length)))

const headAt = (span: TextSpan, { kind, rule, topic, domain }: EventPattern): Head => ({
  ...span,
  kind,
  // `may end` claims that the flow will be zero
  value: rule === 'may-end' ? 0 : null,
  unit: null,
  qualifier: null,
  rule,
  ...(topic === undefined ? {} : { topic }),
  ...(domain === undefined ? {} : { domain }),
})

/** Whether a sentence is about sanctions and not about an agreement: `A ban on imports took effect`. */
const isAboutSanctions = ({ topics, text }: Analysis): boolean =>
  topics.some(({ topic }) => topic.id === 'sanctions') && !/\b(?:agreement|deal|treaty|pact|accord)\b/i.test(text)

/** Whether a text has words of praise or blame, metaphors, or words of publishing, which report no event. */
const isEvaluativeText = (text: string): boolean => evaluativeWords.test(text) || figurativeWords.test(text) || publicationWords.test(text)

/** Words after an exercise for its participants, which are counted in a claim of their own. */
const participantNoun =
  /^[^,;.]{0,30}\b(?:soldiers|troops|personnel|service(?:men|members)|sailors|marines|(?:war)?ships|aircraft|vessels|tanks)\b/i

/** Names of voters beside the number of votes: `141 voted in favour and Russia and Belarus voted against`. */
const namedVotersBefore =
  /(?:^|[,;] (?:and |while |but )?|\b(?:and|while|but) )(?:only )?(?:the )?\p{Lu}[\p{L}.’' -]*(?:, (?:and )?(?:the )?\p{Lu}[\p{L}.’' -]*)*,? (?:(?:had|has|have|was|were|both|all|also) )?$/u

/** Words after a count of voters of which some are named: `44 states abstained, among them India`. */
const examplesAfter = /^(?: (?:the|it|this|that|a|its)\b[^,;.]{0,25})?,? (?:among them|including|such as) (?:the )?\p{Lu}/u

/** Whether a count is of votes: `with 23 abstentions`, `141 in favour`. */
const isVoteCount = (text: string, { end, kind }: Head): boolean =>
  kind === 'count' &&
  /^,? (?:(?:\w+ )?(?:states|countries|members|nations|delegations|others)(?:,[^.;]{2,70},)? )?(?:(?:had|were|voted|said) )*(?:votes?|abstentions?|in favou?r|against|abstain(?:ed|ing)|oppos(?:ed|ing)|yes|no|for)\b/i.test(
    text.slice(end),
  )

/** Whether a number of ordered arms already covers the deal: `Signed a deal for three frigates`. */
const isOrderedNumber = ({ text, topics }: Analysis, { end }: TextSpan, { start }: TextSpan): boolean =>
  start >= end &&
  topics.some(({ topic }) => topic.id === 'weapon-systems') &&
  /^[^;]{0,70}\b(?:for|of|to (?:buy|acquire|purchase|supply|sell|deliver|build|receive)) (?:up to |about |some |another |a further |an additional |nearly |at least )?$/.test(
    text.slice(end, start),
  )

/** Whether a number, rank or membership near the verb makes the same claim. */
const isAlreadyClaimed = (sentence: Analysis, span: TextSpan, deed: EventPattern, others: readonly Head[]): boolean =>
  others.some((other) => {
    if (deed.topic === 'un-votes' && /\bone of (?:just |only |the )?$/i.test(textBefore(sentence.text, other))) return false
    if (/^vote/.test(deed.rule) && isVoteCount(sentence.text, other) && namedVotersBefore.test(textBefore(sentence.text, span)))
      return false
    if (deed.rule === 'signed' && other.kind === 'count' && isOrderedNumber(sentence, span, other)) return true
    if (/^vote/.test(deed.rule) && other.kind === 'count' && examplesAfter.test(textAfter(sentence.text, span))) return false
    if (deed.rule === 'adopted' && other.quantity?.rule === 'in-a-row') return false
    if (deed.rule === 'adopted') return !(other.quantity?.noun === 'votes' || isVoteCount(sentence.text, other))
    if (deed.topic === 'un-votes' && other.kind === 'count') return true
    if (deed.rule === 'exercise' && other.kind === 'count' && participantNoun.test(textAfter(sentence.text, other))) return false
    if (/^\s*times\b/i.test(textAfter(sentence.text, other)) || /\btimes$/i.test(textOfSpan(sentence.text, other))) return true
    const between = sentence.text.slice(Math.min(other.end, span.end), Math.max(other.start, span.start))
    const plain = !/[,;]|\b(?:and|but|while)\b/.test(between)
    if (deed.kind === 'attribution' && other.quantity !== undefined && other.start >= span.end && plain) return true
    return (
      overlaps(other, span) ||
      (gapBetween(other, span) <
        (other.kind === 'membership'
          ? 12
          : /^(?:delivered|sold|bought|ordered|handed|supplied|exported|imported|shipped)/i.test(sentence.text.slice(span.start)) &&
              (other.quantity !== undefined || other.kind === 'ranking')
            ? 60
            : 25) &&
        !/[,;]|\band\b/.test(between))
    )
  })

/** Whether the subject of a verb of voting is an assembly or a resolution, so that no state votes. */
const isDeedOfAssembly = (sentence: Analysis, span: TextSpan, deed: EventPattern): boolean =>
  deed.rule === 'vote-on' && /\b(?:Assembly|Council|resolution|text|motion|draft|that|which)\s+$/i.test(textBefore(sentence.text, span))

/** Words before a verb that only dates the start of the data: `since comparable data began in 1979`. */
const seriesStart = /\bsince (?:[a-z]+ )?(?:records?|data|figures|statistics|measurements|reporting|recording|the series) (?:first )?$/i

/**
 * Whether an event is specific enough for a claim. Next to other claims, a deed such as `bought` needs its own time; a mere past tense needs a named subject;
 * an obligation needs the name of the treaty.
 */
function isSpecificEnough(sentence: Analysis, span: TextSpan, deed: EventPattern, others: readonly Head[]): boolean {
  if (deed.rule === 'obligation')
    return sentence.topics.some(({ topic, start, end }) => topic.id === 'treaty' && start < span.end && span.start - end < 30)
  if ((deed.rule === 'dealing' || deed.rule === 'dated') && seriesStart.test(textBefore(sentence.text, span))) return false
  if (deed.rule === 'dealing' && others.length > 0 && others.some(({ rule }) => rule !== 'dealing'))
    return sentence.times.some(
      (time) => gapBetween(time, span) < 40 && others.every((other) => gapBetween(time, other) > gapBetween(time, span)),
    )
  if (deed.rule !== 'dated') return true
  const subject = sentence.actors.find(({ ids, end }) => ids.length > 0 && end <= span.start && span.start - end < 40)
  if (subject === undefined) return false
  const between = textBetween(sentence.text, subject, span)
  const timed = sentence.times.some(({ absolute, period }) => absolute || ('at' in period && period.at.length >= 7))
  return timed
    ? !/[,;:]/.test(between)
    : namesTwo(sentence) && /^(?: (?:has|have|had|also|then|later|now|again|recently|both))* $/.test(between)
}

/** Whether an event stands in a clause of its own: a clause has one claim per rule, and none if another rule has matched the same words. */
const isInOwnClause = (sentence: Analysis, span: TextSpan, deed: EventPattern, found: readonly Head[]): boolean =>
  found.every((other) => {
    if (overlaps(other, span)) return false
    const between = sentence.text.slice(Math.min(other.end, span.end), Math.max(other.start, span.start))
    const parted = /[;,]|\b(?:and|but|yet|while)\b/.test(between)
    if (/, (?:which|who)\b[^,;]*$/.test(sentence.text.slice(0, Math.min(other.start, span.start))) && /^[^,;]*, [^,;]*$/.test(between))
      return true
    return other.rule === deed.rule || other.topic === deed.topic
      ? parted && gapBetween(other, span) > 12
      : parted || gapBetween(other, span) > 30
  })

/** Whether a verb reports no event: it follows a word such as `would`, `could` or `if`, states a future membership (`is to join`), or stands in a question. */
const isUnreal = (sentence: Analysis, span: TextSpan, deed: EventPattern): boolean =>
  (deed.rule === 'member' && /\b(?:is|are|was|were)(?: due| set| expected| not)? to (?:\w+ )?$/i.test(textBefore(sentence.text, span))) ||
  (deed.rule !== 'duty' &&
    /\b(?:would|could|might|should|must|may|ought to|if|whether|let us|can|cannot|having)(?: (?!not help)[\w'’]+){0,2} $/i.test(
      textBefore(sentence.text, span).replace(/\bMay\b/g, 'month'),
    )) ||
  /\?["'”’]?\s*$/.test(sentence.text)

/** Whether two states are named, so that the act can be checked. */
const namesTwo = (sentence: Analysis): boolean => new Set(sentence.actors.flatMap(({ ids }) => [...ids])).size >= 2

/** Whether the sentence has a time other than a base of comparison: the events marked `dated` in the table need one. */
const hasTime = (sentence: Analysis): boolean => sentence.times.some((time) => time.role !== 'base')
