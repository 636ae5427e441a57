import type { Claim } from '../../claim.ts'
import type { ClaimTestContext, Tester } from '../../claim-test-context.ts'
import { actorsNamedIn, areActorsNamed, hasOwnPeriod, isTextAboutActors } from '../../text/around/text-around-claim.ts'
import { fiscalYearOf } from '../../text/calendar.ts'
import { timesIn } from '../../text/times/times.ts'
import type { Finding, Verdict } from '../../verdict.ts'
import { clubOf } from '../deed-words/club-of-claim.ts'
import { isFoundingStated } from '../deed-words/test-foundings.ts'
import { membershipObjection } from './explicit-memberships.ts'
import { sanctionObjection } from './explicit-sanctions.ts'
import { vetoObjection } from './explicit-vetoes.ts'
import { voteObjection } from './explicit-votes.ts'

/**
 * The kind of deed that a tester covers: each kind has its own words and parties. `pair`: treaties, relations, arms orders, visits and other events between two
 * states. `count`: numbers of weapons.
 */
export type DeedFamily = 'membership' | 'votes' | 'vetoes' | 'sanctions' | 'pair' | 'count'

/** Returns why a claim is not explicit enough for a verdict; undefined if it is explicit enough. */
type Reason = (claim: Claim, bench: ClaimTestContext, verdict: Verdict) => string | undefined

const reasons: Readonly<Record<DeedFamily, Reason>> = {
  membership: membershipObjection,
  votes: voteObjection,
  vetoes: vetoObjection,
  sanctions: sanctionObjection,
  pair: pairObjection,
  count: () => undefined,
}

/**
 * Makes a tester whose findings count only if it is stated who did what and when: in the sentence itself, or in an unbroken chain of sentences that leads up to
 * it. Otherwise the claim is left open, with the reason.
 */
export function ifDeedExplicit(family: DeedFamily, tester: Tester): Tester {
  return async (claim, bench) => {
    const found = await tester(claim, bench)
    if (bench.areSlotsGiven || found === undefined || found.verdict === 'unverifiable') return found
    const why = deedObjection(family, claim, bench, found.verdict) ?? remoteEvidence(claim, bench, found)
    return why === undefined ? withChain(found, claim, bench) : leftOpen(found, why)
  }
}

/** Returns why a deed is not explicit enough, by rules for all deeds and then by the rules of its family. Undefined if it is explicit enough. */
export function deedObjection(family: DeedFamily, claim: Claim, bench: ClaimTestContext, verdict: Verdict): string | undefined {
  return noStatement(claim, bench) ?? reasons[family](claim, bench, verdict)
}

/** In days: a roll call at most this far from the stated day is the same vote, since a text and a list may use different time zones. */
const sameVote = 2

/** Number of sentences: for a negative verdict, a period carries over to at most this many later sentences. */
const near = 5

/**
 * Returns why the evidence is too remote: it is from another day than the stated one, or the verdict is negative and the period was named too far back in the
 * text. Undefined if the evidence is near enough.
 */
function remoteEvidence(claim: Claim, bench: ClaimTestContext, { verdict, honestValues }: Finding): string | undefined {
  const { period, sentence_index: index } = claim
  if (period !== null && 'at' in period && period.at.length === 10 && honestValues.length > 0) {
    const told = Date.parse(period.at)
    const days = honestValues.map((one) => Date.parse(one.period.slice(0, 10))).filter(Number.isFinite)
    if (claim.domain === 'diplomacy' && days.length > 0 && days.every((day) => Math.abs(day - told) > sameVote * 86_400_000))
      return 'nothing of that day is on record'
  }
  const at = verdict === 'supported' ? undefined : whenAt(claim, bench)
  return at === undefined || at >= index - near ? undefined : 'the sentence does not say when, nor do those shortly before it'
}

function leftOpen(found: Finding, why: string): Finding {
  return { ...found, verdict: 'unverifiable', why: `Left open: ${why}. On record: ${found.why}`, wouldBeTrue: null }
}

/** Matches instructions to a reader or to a machine. */
const instruction =
  /\b(?:ignore|disregard|forget|override)\b[^.;]{0,40}\b(?:instructions?|prompts?|rules|guidelines)\b|\b(?:mark|label|rate|classify|treat|report|stamp|return|answer)\b[^.;]{0,40}\b(?:supported|true|verified|confirmed|contradicted|false)\b|\b(?:system prompt|as an AI|you are (?:now )?(?:an? )?(?:assistant|AI|model))\b/i
/** Matches the end of a line that breaks off in the middle of a sentence. */
const torn =
  /(?:\b(?:the|an?|of|by|to|in|and|or|for|with|its|their|our|that|which|as|at|on|from|former|new|become|became|was|were|is|are|has|have)|,)\s*$/i

/** Returns why the sentence makes no statement: it is an instruction, a question, a fragment or a list item. Undefined if it makes one. */
function noStatement({ sentence, sentence_index: index }: Claim, { sentences }: ClaimTestContext): string | undefined {
  if (instruction.test(sentence)) return 'the sentence gives an instruction and tells nothing'
  if (/\?\W*$/.test(sentence)) return 'it is asked, not told'
  if (/^\p{Ll}/u.test(sentence) || !/[.!…]["'”’)\]\d¹²³⁴⁵⁶⁷⁸⁹⁰*†]*\s*$/u.test(sentence)) return 'the words are no complete sentence'
  if (torn.test(sentences[index - 1] ?? '')) return 'the sentence is torn from the line before it'
  return undefined
}

/**
 * Returns why a treaty, relation, visit or ledger event is not explicit enough: its parties are neither named nor referred to shortly after sentences that name
 * them, or the deed is only wished or planned. Undefined if it is explicit enough.
 */
function pairObjection(claim: Claim, bench: ClaimTestContext): string | undefined {
  if (!areActorsNamed(claim, bench) && !isTextAboutActors(bench, claim.sentence, claim.actors))
    return 'the sentence does not say plainly between whom'
  return unreal.test(claim.sentence.slice(Math.max(0, claim.start - 60), claim.end)) ? 'it is wished or planned, not told' : undefined
}

const unreal = /\b(?:would|could|should|must|might|hope[sd]?|wish\w*|urge[sd]?|call(?:s|ed)? (?:for|on)|ready to|want(?:s|ed)? to)\b/i

/** Adds to the reason the sentences that name the parties and the period, if the claim's own sentence does not. */
function withChain(found: Finding, claim: Claim, bench: ClaimTestContext): Finding {
  const club = clubOf(claim)
  // the founding date of a club concerns no single state
  const who = club !== undefined && isFoundingStated(claim.sentence, club) ? undefined : whoFrom(claim, bench)
  const links = [who, whenFrom(claim, bench)].filter((one) => one !== undefined)
  return links.length === 0 ? found : { ...found, why: `${found.why} ${links.join(' ')}` }
}

function whoFrom({ actors, sentence, sentence_index: index }: Claim, { sentences, date }: ClaimTestContext): string | undefined {
  const named = actorsNamedIn(sentence, date)
  const missing = actors.filter((id) => /^[A-Z]{3}$/.test(id) && id !== 'WLD' && !named.has(id))
  if (missing.length === 0) return undefined
  const at = sentences.slice(0, index).findLastIndex((text) => missing.some((id) => actorsNamedIn(text, date).has(id)))
  return at < 0 ? undefined : `Who is meant: by sentence ${at + 1}.`
}

function whenFrom(claim: Claim, bench: ClaimTestContext): string | undefined {
  const at = whenAt(claim, bench)
  return at === undefined ? undefined : `When: by sentence ${at + 1}.`
}

/** Returns the index of the earlier sentence that names a claim's period; undefined if the claim's own sentence names it, or if no sentence does. */
function whenAt(claim: Claim, bench: ClaimTestContext): number | undefined {
  const { period, sentence_index: index, actors } = claim
  if (period === null || hasOwnPeriod(claim, bench)) return undefined
  const fiscal = fiscalYearOf(actors)
  const at = bench.sentences
    .slice(0, index)
    .findLastIndex((text) =>
      timesIn(text, { date: bench.date, fiscal }).some((time) => JSON.stringify(time.period) === JSON.stringify(period)),
    )
  return at < 0 ? undefined : at
}
