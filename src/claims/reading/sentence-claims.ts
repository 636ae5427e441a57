import type { DomainId } from '../../assessments/forms/domains.ts'
import type { Claim, ClaimKind } from '../claim.ts'
import { directionFromTo } from '../flow-of-direction.ts'
import type { FactSaid } from '../said/fact-said.ts'
import { daysOf } from '../text/calendar.ts'
import type { TextSpan } from '../text/mention.ts'
import { regionWithoutCode, withoutRegionsAndClubs } from '../text/names/region-and-club-parties.ts'
import { type Attribution, attributionOfSentence } from '../text/reported-speech-words.ts'
import { partiesOf } from './claim-parties/claim-parties.ts'
import { futureWordOf, likelihoodIn, measuredOf, topicIndicator, topicsOfHead } from './claim-topic.ts'
import { contextAfterClaim, contextAfterSentence } from './context-update.ts'
import { factOfSentence } from './facts/fact-of-sentence.ts'
import { headsOf } from './heads/heads.ts'
import { type ModelResult, modelResultOf } from './heads/model-results.ts'
import { uncheckedKind } from './heads/unchecked-sentence-kind.ts'
import { periodsOf } from './periods/periods.ts'
import { type Analysis, cuesOf } from './sentence/analysis.ts'
import { distinct } from './sentence/argument-frame.ts'
import type { Discourse } from './sentence/context.ts'
import type { Head } from './sentence/head.ts'
import { firstTimeClaimOf, followingClaimOf } from './sentence/shared-arguments.ts'

/** The claims of one sentence, and the context for the next. */
export interface SentenceClaims {
  readonly claims: readonly Claim[]
  readonly context: Discourse
}

/**
 * Of 23,600 sentences of speeches, addresses and news the fullest makes 14 claims and mentions states 22 times. A sentence beyond these limits is a table or
 * list that lost its layout; comparing its parts with one another takes as long as a whole text.
 */
export const sentenceLimits = { claims: 40, names: 60 } as const

/** Reads the claims of one sentence in its context; undefined if it has more heads than the limit. */
export function claimsOfSentence(sentence: Analysis, context: Discourse): SentenceClaims | undefined {
  const sayings = attributionOfSentence(sentence.text)
  const all = headsOf(sentence)
  if (all.length > sentenceLimits.claims) return undefined
  const modelled = modelResultOf(sentence)
  const heads = modelled === undefined ? all : all.filter((head) => isInOtherClause(sentence.text, head, modelled))
  const others = heads.filter(({ rule }) => rule !== 'first-done')
  const claims: Claim[] = []
  let running = context
  for (const head of heads) {
    const read = claimOf(sentence, head, others, claims.length, running, sayings)
    const claim =
      head.rule === 'first-done'
        ? firstTimeClaimOf(
            read,
            claims,
            context,
            sentence.actors.some(({ ids }) => ids.length > 0),
          )
        : followingClaimOf(read, head, running)
    if (claim === undefined) continue
    claims.push(withoutRegionsAndClubs(withOrderedPeriod(claim), context.date))
    running = contextAfterClaim(running, claim, sentence, head)
  }
  if (modelled !== undefined) claims.push(modelClaim(sentence, modelled, claims.length, sayings))
  const checkable = claims.some((claim) => claim.checkable)
  const kept = checkable
    ? claims.filter((claim) => claim.checkable).map((claim, i) => ({ ...claim, claim_index: i }))
    : [uncheckedClaim(sentence, context, sayings)]
  return { claims: kept, context: contextAfterSentence(running, sentence, sayings) }
}

/** Replaces a period that ends before it begins by null: `From then to 2014`, if `then` is later than 2014. */
function withOrderedPeriod(claim: Claim): Claim {
  const days = claim.period === null ? undefined : daysOf(claim.period)
  return days !== undefined && days.from > days.to ? { ...claim, period: null } : claim
}

/** Whether a claim without a topic is taken to be about diplomacy: an event, a count, or a claim on a border or a distance. */
const isDiplomaticByDefault = ({ kind, unit }: Head, text: string): boolean =>
  kind === 'event' || kind === 'count' || unit === 'km' || /\b(?:borders?|frontiers?|boundar(?:y|ies)|kilomet(?:er|re)s?|km)\b/i.test(text)

/** Words for the terms of an agreement, which hold without a date and are no forecast: `under the deal goods will pay 20 percent`. */
const underAgreement = /\bunder (?:the|this|that|its|an?) (?:\w+ ){0,2}(?:deal|agreement|contract|accord|pact|treaty|arrangement)\b/i

function claimOf(sentence: Analysis, head: Head, heads: readonly Head[], index: number, context: Discourse, sayings: Attribution): Claim {
  const part = partOfHead(sentence, head, heads)
  const topics = topicsOfHead(sentence, head, part, context)
  const topic =
    topics.lead ??
    (head.kind === 'event' || head.kind === 'count' || context.topic?.id === 'population' ? undefined : (context.topic ?? undefined))
  const parties = partiesOf(sentence, head, part, topic ?? topics.flow, context)
  const { period, base } = periodsOf(sentence, head, part, heads, context)
  const foretold = futureWordOf(sentence, head)
  const dated = sentence.times.length > 0 || /\bwithin (?:\w+ ){1,2}(?:years?|months?|decades?)\b/i.test(sentence.text)
  const fixed = foretold !== undefined && !dated && head.quantity !== undefined && underAgreement.test(sentence.text)
  const fact = head.fact === undefined ? undefined : factOfSentence(sentence, head.fact, parties.actors, period)
  const kind: ClaimKind = fixed ? 'attribution' : foretold === undefined ? head.kind : 'forecast'
  return {
    sentence_index: sentence.index,
    claim_index: index,
    sentence: sentence.text,
    start: head.start,
    end: head.end,
    checkable:
      foretold === undefined ||
      fixed ||
      (dated && (head.quantity !== undefined || ['ranking', 'event', 'membership', 'forecast'].includes(head.kind))),
    kind,
    domain: topic?.domain ?? (isDiplomaticByDefault(head, sentence.text) ? 'diplomacy' : (context.flow?.domain ?? 'trade')),
    indicator: topicIndicator(head, topic, topics.part),
    measured: measuredOf(sentence, head, topics, topic, parties),
    actors: fact === undefined ? parties.actors : distinct([...fact.said.by, ...fact.said.on]),
    direction: fact === undefined ? parties.direction : (directionOfFact(fact.said) ?? parties.direction),
    period: fact === undefined ? period : fact.period,
    period_base: base,
    value: head.value,
    value_from: head.from === undefined ? null : head.from.value,
    unit: head.unit,
    qualifier: head.qualifier,
    source_named: sayings.source ?? (head.quantity === undefined ? null : context.source),
    speaker: sayings.speaker,
    probability_word: foretold === undefined ? null : likelihoodIn(sentence.text, foretold),
    rules: [head.rule, ...(topic === undefined ? [] : [`topic:${topic.id}`])],
    ...(fact === undefined ? {} : { said: { fact: fact.said } }),
  }
}

/** `A->B` where one acts on one other, both ways together where they stand in it alike; undefined for more than two. */
const directionOfFact = ({ by, on, isDirected }: FactSaid): string | undefined =>
  by.length !== 1 || on.length !== 1 ? undefined : isDirected ? directionFromTo(by[0]!, on[0]!) : 'total'

/** Whether a head is divided from the result of a model by a clause: the 40 percent of a tariff are part of what was modelled. */
const isInOtherClause = (text: string, head: TextSpan, modelled: TextSpan): boolean =>
  clauseBetween(text, Math.min(head.end, modelled.end), Math.max(head.start, modelled.start)) !== undefined

/** The claim that a policy has this effect, which no record can show: it has no time, and the states come in the order of the text after those it affects. */
function modelClaim(sentence: Analysis, result: ModelResult, index: number, sayings: Attribution): Claim {
  const future = cuesOf(sentence, ['future'])[0]
  return {
    sentence_index: sentence.index,
    claim_index: index,
    sentence: sentence.text,
    start: result.start,
    end: result.end,
    checkable: true,
    kind: 'trend',
    domain: 'trade',
    indicator: 'welfare in a model of trade, change',
    measured: { topic: 'model-result', form: 'change', ...(result.run === undefined ? {} : { part: result.run }) },
    actors: distinct([...result.affected, ...sentence.actors.flatMap(({ ids }) => ids.filter((id) => id !== regionWithoutCode))]),
    direction: 'n/a',
    period: null,
    period_base: null,
    value: result.value,
    value_from: null,
    unit: 'percent_change',
    qualifier: result.qualifier,
    source_named: sayings.source,
    speaker: sayings.speaker,
    probability_word: future === undefined ? null : likelihoodIn(sentence.text, future.text),
    rules: ['model-result'],
  }
}

function uncheckedClaim(sentence: Analysis, context: Discourse, sayings: Attribution): Claim {
  const named = distinct(sentence.actors.flatMap(({ ids }) => ids.filter((id) => id !== regionWithoutCode)))
  const domain: DomainId = sentence.topics[0]?.topic.domain ?? context.topic?.domain ?? 'trade'
  const future = cuesOf(sentence, ['future'])[0]
  return {
    sentence_index: sentence.index,
    claim_index: 0,
    sentence: sentence.text,
    start: 0,
    end: sentence.text.length,
    checkable: false,
    kind: uncheckedKind(sentence),
    domain,
    indicator: null,
    measured: null,
    actors: named.length > 0 ? named : [...(context.pair ?? [])],
    direction: 'n/a',
    period: null,
    period_base: null,
    value: null,
    value_from: null,
    unit: null,
    qualifier: null,
    source_named: null,
    speaker: sayings.speaker,
    probability_word: future === undefined ? null : likelihoodIn(sentence.text, future.text),
    rules: ['unchecked'],
  }
}

/** Returns the part of a sentence that belongs to one head: up to the clause marks between it and its neighbours. */
function partOfHead(sentence: Analysis, head: Head, heads: readonly Head[]): TextSpan {
  const numbers = heads.filter((one) => (one.quantity === undefined) === (head.quantity === undefined))
  const i = numbers.indexOf(head)
  const before = numbers[i - 1]
  const next = numbers[i + 1]
  const others = heads.filter((one) => !numbers.includes(one))
  const start = before === undefined ? 0 : boundary(sentence.text, before.end, head.start).start
  const end = next === undefined ? sentence.text.length : boundary(sentence.text, head.end, next.start).end
  return {
    start: Math.max(
      start,
      ...others.filter((one) => one.end <= head.start).map((one) => clauseBetween(sentence.text, one.end, head.start) ?? 0),
    ),
    end: Math.min(
      end,
      ...others.filter((one) => one.start >= head.end).map((one) => clauseBetween(sentence.text, head.end, one.start) ?? end),
    ),
  }
}

const clauseMark = /;|, where(?= )|,? (?:while|whereas|but|and|as against|or|with)(?= )|,(?= )| – | — /g

/**
 * Returns where the sentence is divided between two heads: at a clause mark, else at a conjunction, else at a comma. Without any of them, the words between the
 * heads, which then belong to both.
 */
function boundary(text: string, from: number, to: number): { start: number; end: number } {
  const marks = [...text.slice(from, to).matchAll(clauseMark)].map((match) => from + match.index)
  const strong = marks.filter((at) => /^(?:;|, where|,? (?:while|whereas|but|and))/.test(text.slice(at)))
  const clauses = strong.filter((at) => /^(?:;|, (?:where|while|whereas|but|and)|,? (?:while|whereas))/.test(text.slice(at)))
  // `26 billion with China, 25 with Australia`: the partner belongs to the figure before it
  const items = marks.length > 1 && marks[0] === from && / with$/.test(text.slice(0, marks[0] + 5)) ? marks.slice(1) : marks
  const at = clauses[0] ?? strong[0] ?? items[0]
  return at === undefined ? { start: from, end: to } : { start: at, end: at }
}

/** Returns where a new clause begins between a number and a head of another kind; undefined if both are in one clause. */
function clauseBetween(text: string, from: number, to: number): number | undefined {
  const found =
    /;|, (?:while|whereas|but|and|yet|though|still|(?:and )?thus) |, (?:almost |nearly |still )?(?:more|less) than |, (?:almost |nearly )?as much /.exec(
      text.slice(from, to),
    )
  return found === null ? undefined : from + found.index
}
