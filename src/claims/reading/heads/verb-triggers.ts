import type { TextSpan } from '../../text/mention.ts'
import { matchesOf } from '../../text/patterns/matches.ts'
import { textOfSpan } from '../../text/span-text.ts'
import { type Analysis, cuesOf, overlaps, within } from '../sentence/analysis.ts'
import type { Head } from '../sentence/head.ts'
import { uncheckedKind } from './unchecked-sentence-kind.ts'
import {
  demandVerbs,
  evaluativeWords,
  figurativeWords,
  groupWords,
  nonFactualVerbs,
  originVerbs,
  pastFactVerbs,
  presentFactVerbs,
  publicationWords,
} from './verb-lexicon.ts'

/**
 * Returns the factual statement of a sentence without a figure, rank or known event: a named state did, does or has something verifiable. Empty if the sentence
 * evaluates, explains, appeals or uses a metaphor.
 */
export function factHeads(sentence: Analysis): Head[] {
  const whole = { start: 0, end: sentence.text.length }
  if (uncheckedKind(sentence) !== 'opinion' || !isAboutActor(sentence)) return []
  const head = factHeadIn(sentence, whole)
  return head === undefined ? [] : [head]
}

/** Returns the statements of clauses that begin with a state, or name a state and a time, beside other claims: `…, and in May Chad recalled its ambassador`. */
export function freeClauseHeads(sentence: Analysis, heads: readonly Head[]): Head[] {
  if (/\?["'”’]?\s*$/.test(sentence.text)) return []
  return clausesOf(sentence.text)
    .filter((clause) => !heads.some((head) => overlaps(head, clause)))
    .filter((clause) => namesActor(sentence, clause))
    .filter((clause) => cuesOf(sentence, ['future', 'causal'], clause).length === 0)
    .flatMap((clause) => factHeadIn(sentence, clause) ?? [])
}

/** Whether a clause begins with a state, or names a state and a time. */
const namesActor = (sentence: Analysis, clause: TextSpan): boolean =>
  sentence.actors.some(
    (actor) =>
      within(actor, clause) && actor.start - clause.start < 5 && actor.ids.length > 0 && actor.form !== 'pronoun' && !actor.possessive,
  ) ||
  (sentence.times.some((time) => within(time, clause)) && sentence.actors.some((actor) => within(actor, clause)))

const clauseJoint = /; |(?:,|\)) (?:and|but|while|whereas|although|though|which|when|where|yet) (?![a-z]+ing\b)/g

function clausesOf(text: string): TextSpan[] {
  const cuts = matchesOf(text, clauseJoint).map((match) => ({ from: match.index, to: match.index + match[0].length }))
  return [...cuts.map(({ to }, i) => ({ start: to, end: cuts[i + 1]?.from ?? text.length })), { start: 0, end: cuts[0]?.from ?? 0 }]
}

const notOfExperts = String.raw`(?<!\b(?:Experts|Analysts|Economists|Researchers|Scholars|Critics|Observers) )`
const officialAudience =
  '(?:lawmakers|[Pp]arliament|[Cc]ongress|[Ss]enate|[Hh]ouse|[Cc]hamber|Duma|Knesset|Bundestag|[Aa]ssembly|[Cc]ouncil|hall|[Cc]abinet|counterpart|ambassador|envoy|nation|summit|deputies)'
const declarationVerb = new RegExp(
  String.raw`(?<=\p{Lu}[\p{L}'’-]+ (?:has |had )?)${notOfExperts}(?:told|assured|promised|informed) (?=(?:the |his |her |its |a )?(?:[\p{L}'’-]+ ){0,2}?${officialAudience}\b)`,
  'u',
)

/**
 * Returns the head of a declaration to a parliament, council or counterpart: what can be checked is that the declaration was made, not that it is true.
 * Otherwise undefined.
 */
export function declarationHead(sentence: Analysis): Head | undefined {
  const match = declarationVerb.exec(sentence.text)
  if (match === null || !sentence.actors.some(({ ids }) => ids.length > 0)) return undefined
  const statement = sentence.text.slice(match.index)
  if (!/\bthat\b|[.!”"]$/.test(statement) || /\?["”’]?\s*$/.test(statement)) return undefined
  return {
    start: match.index,
    end: match.index + match[0].trimEnd().length,
    kind: 'attribution',
    value: null,
    unit: null,
    qualifier: null,
    rule: 'declared',
  }
}

/** Returns the head at the first factual verb of a span; undefined if the span evaluates, or has no such verb. */
function factHeadIn(sentence: Analysis, part: TextSpan): Head | undefined {
  const words = textOfSpan(sentence.text, part)
  if (
    evaluativeWords.test(words) ||
    figurativeWords.test(words) ||
    publicationWords.test(words) ||
    /\b(?:we|I|our|us)\b/.test(words) ||
    isEvaluative(sentence, part)
  )
    return undefined
  const match = [...words.matchAll(originVerbs), ...words.matchAll(presentFactVerbs), ...words.matchAll(pastFactVerbs)]
    .filter(
      (one) =>
        (/^dates? |^(?:go|goes|reaches) back to$/.test(one[0]) || isMainVerb(words, one)) &&
        !isNounNotVerb(sentence, part.start + one.index),
    )
    .sort((a, b) => a.index - b.index)[0]
  if (match === undefined) return undefined
  const start = part.start + match.index
  const asks = demandVerbs.test(match[0])
  return {
    start,
    end: start + match[0].length,
    kind: asks ? 'attribution' : 'event',
    value: null,
    unit: null,
    qualifier: null,
    rule: asks ? 'demanded' : 'told',
    ...(match[0] === 'met' && sentence.actors.filter(({ form }) => form === 'leader').length > 1 ? { topic: 'visits' } : {}),
  }
}

const purposeClause = /\b\w+ed (?:[\w’'-]+ ){1,5}to [a-z]+ (?:the |its |their |any )?$/i

/** Whether a span has a word of judgement that is not part of a name (`the probe Hope`). */
const isEvaluative = (sentence: Analysis, part: TextSpan): boolean =>
  cuesOf(sentence, ['judge'], part).some(
    ({ text, start }) => (start === 0 || !/^\p{Lu}/u.test(text)) && !purposeClause.test(sentence.text.slice(0, start)),
  )

/** Whether the sentence names a state or the pair, has a topic and a time, or refers back to a state (`it`) and has a topic or a time. */
const isAboutActor = (sentence: Analysis): boolean =>
  sentence.actors.some(({ ids, form }) => ids.length > 0 && form !== 'pronoun') ||
  groupWords.test(sentence.text) ||
  isDatedTopic(sentence) ||
  (/(?:^|[ ,])(?:it|they|its|their|both|the (?:first|last|latest|previous|other) (?:one|ones|two)) /i.test(sentence.text) &&
    (sentence.times.length > 0 || sentence.topics.length > 0))

/** Whether a topic and a time are named: `The debt of the plant was paid off in 2023`. */
const isDatedTopic = ({ times, topics }: Analysis): boolean =>
  topics.length > 0 &&
  times.some(({ role, period, absolute }) => role !== 'base' && (absolute || ('at' in period ? period.at : period.from).length >= 7))

/** Whether a word is a noun, after a state's adjective or a capitalised first word: `German exports`, `Lower demand`. */
function isNounNotVerb({ actors, text }: Analysis, at: number): boolean {
  const before = actors.find(({ end }) => at > end && at - end <= 1)
  return before === undefined
    ? /^\p{Lu}\p{Ll}+ $/u.test(text.slice(0, at)) &&
        !/^(?:Talks|Negotiations|Consultations|Elections|Troops|Soldiers|Flights|Relations|Both|It|They|Two|Half|Most) |^\S+ \p{Ll}+s\b/u.test(
          text,
        )
    : before.form === 'adjective'
}

/** Whether a verb is the main verb of a fact; not in `the exported goods`, `to supply`, `which shipped`, and no verb without a verifiable act. */
function isMainVerb(text: string, { index, 0: word }: RegExpMatchArray & { readonly index: number }): boolean {
  const before = text.slice(0, index)
  return (
    before.trim() !== '' &&
    !nonFactualVerbs.test(word) &&
    !/\b(?:the|an?|its|their|his|her|of|in|with|for|by|to|and|or|more|most|less|as|that|which|who|whom|from|on|at|than|no|any|some|these|those)\s$/i.test(
      before,
    ) &&
    !/\b(?:that|which|who|whom|where|what)\b[^,;]*$/i.test(before)
  )
}
