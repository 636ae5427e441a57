import type { Claim } from '../../../claim.ts'
import type { SlotConfidence, SlotConfidences } from '../../../said/figure-doubts.ts'
import { yearsOfPeriod } from '../../../text/days-of-text.ts'
import { worldAndRegions } from '../../../text/names/region-and-club-parties.ts'
import { queryFamilyOf } from '../../../text/topics/query-families.ts'
import { topicsIn } from '../../../text/topics/topics.ts'
import {
  clauseAround,
  type NamedStates,
  type NamedTime,
  namedBySentence,
  namedWithin,
  relativeTimes,
  statedTimes,
  titleStates,
} from '../around/named-in-text.ts'
import type { TextOfClaims } from '../text-of-claims.ts'
import { isToldOf, timesNamed } from './matter-of-text.ts'

const whole =
  /\b(?:world(?:wide|['’]s)?|global(?:ly)?|total(?:led|s)?|overall|all|abroad|foreign|international(?:ly)?|altogether|partners)\b/i
/** A text is about some states if at least this share of all mentions of states are mentions of these. */
const dominantShare = 0.75
/** A text is also about some states if each of them is mentioned at least this many times as often as any other. */
const dominanceRatio = 1.5

/** Returns which words settle each slot of a claim. */
export function slotConfidences(claim: Claim, text: TextOfClaims): SlotConfidences {
  const named = namedBySentence(text)
  const own = named[claim.sentence_index]!
  return { who: whoOf(claim, own, named, text), when: whenOf(claim, own, named), what: whatOf(claim) }
}

function whoOf(claim: Claim, own: NamedStates, named: readonly NamedStates[], text: TextOfClaims): SlotConfidence {
  const { actors, sentence } = claim
  const parties = actors.filter((id) => !worldAndRegions.has(id))
  if (actors.includes('WLD') && !whole.test(sentence)) return isOwnTotal(claim, own) ? 'own' : 'open'
  const missing = parties.filter((id) => !own.states.includes(id))
  if (missing.length === 0) {
    if (haveAmountEach(claim, own)) return 'open'
    const inside = namedWithin(own, clauseAround(sentence, claim))
    const isAlone = own.states.every((id) => parties.includes(id))
    const isOwn = parties.every((id) => inside.includes(id)) && inside.every((id) => parties.includes(id))
    return isAlone || isOwn || isLastPossessor(claim, own) ? 'own' : 'near'
  }
  if (own.refers && isContinued(claim, own, named)) return 'text'
  if (pointsBack.test(sentence) && isStatedBefore(claim, own, named)) return 'text'
  if (areNamedBefore(missing, claim, named) || isSubjectBefore(missing, claim, named)) return 'text'
  if (missing.length === parties.length) return own.refers && isTextAbout(parties, named) ? 'text' : 'open'
  return isTextAbout(parties, named) || isTheOther(missing, parties, named) || areNamedInTitle(missing, parties, text) ? 'text' : 'open'
}

/** Whether the title names the missing states and no third state: `Where Armenian exports went`. */
function areNamedInTitle(missing: readonly string[], parties: readonly string[], text: TextOfClaims): boolean {
  const states = titleStates(text)
  return missing.every((id) => states.includes(id)) && states.every((id) => parties.includes(id))
}

const itself =
  /^(?:- )?(?:Its?|Their|The (?:country|kingdom|republic|state|island|union))\b|\b(?:to|from|with|into) (?:it|the (?:country|kingdom|republic|state|island))\b/

/**
 * Whether only one party is missing and it is the subject of the sentence before, and this sentence refers to it: `Its military expenditure`, `exports to the
 * country`.
 */
function isSubjectBefore(missing: readonly string[], { sentence, sentence_index: index }: Claim, named: readonly NamedStates[]): boolean {
  const [first] = named[index - 1]?.mentions ?? []
  const [one, ...more] = missing
  return more.length === 0 && first !== undefined && first.start < beginning && first.ids.includes(one!) && itself.test(sentence)
}
/** In characters: the subject of a sentence begins at most this far from its start, which leaves room for an article. */
const beginning = 5

/** Whether the single actor is the last state named before the claim, in the possessive: `Russia's spending grew by 24 per cent and Ukraine's by 51`. */
function isLastPossessor({ actors, direction, start }: Claim, { mentions }: NamedStates): boolean {
  const last = mentions.findLast(({ end }) => end <= start)
  return direction === 'n/a' && actors.length === 1 && last?.possessive === true && last.ids.includes(actors[0]!)
}

/** If more other states than this are named before, it is uncertain which of them is the missing party. */
const mostOthers = 2

/** Whether every missing party is named in one of the two sentences before, together with at most two other states. */
function areNamedBefore(missing: readonly string[], { actors, sentence_index: index }: Claim, named: readonly NamedStates[]): boolean {
  const before = new Set(named.slice(Math.max(0, index - 2), index).flatMap(({ states }) => states))
  return missing.every((id) => before.has(id)) && [...before].filter((id) => !actors.includes(id)).length <= mostOthers
}

const allArms =
  /\b(?:arms|weapons?) (?:imports?|exports?)\b|\b(?:imports?|exports?) of (?:major )?(?:arms|weapons)\b|\bown (?:purchases|imports|exports|sales)\b/i

/** Whether a change is that of a state's or region's total arms trade, since no supplier is named: `Pakistan's arms imports rose`. */
function isOwnTotal(claim: Claim, own: NamedStates): boolean {
  const { actors, sentence, kind, domain } = claim
  if (kind !== 'trend' || domain !== 'arms') return false
  const parties = actors.filter((id) => !worldAndRegions.has(id))
  const inside = namedWithin(own, clauseAround(sentence, claim))
  const isHis = parties.length === 1 && inside.length === 1 && inside[0] === parties[0]
  const isOfRegion = parties.length === 0 && own.states.length === 0 && ofRegion.test(sentence)
  return (isHis && (allArms.test(sentence) || (isWindow(claim) && ownOnes.test(sentence)))) || (isOfRegion && isWindow(claim))
}

/**
 * Whether a claim is a large change over a period of at least four years. Such periods are usual for arms and rare elsewhere. Small changes are excluded, since
 * their sign may have been the opposite before revisions.
 */
const isWindow = ({ period, value }: Claim): boolean =>
  period !== null && yearsOfPeriod(period).to - yearsOfPeriod(period).from >= 3 && value !== null && Math.abs(value) >= bigChange
const bigChange = 20
/** Matches words that in a text on arms mean a state's total: `Pakistan's imports`. */
const ownOnes = /['’]s? (?:own |total |overall )?(?:imports|exports)\b/
const ofRegion =
  /\b(?:[Ii]mports|[Ee]xports) (?:by|of|to|from) (?:(?:sub-Saharan )?Africa\b|African (?:states|countries)|(?:states|countries) in (?:sub-Saharan )?Africa|(?:states|countries) (?:of|in) Europe|Europe\b|European (?:states|countries))|\b(?:African|European|sub-Saharan) (?:states[’'] )?(?:arms )?(?:imports|exports)\b|\b[Ss]outh of the Sahara (?:arms )?(?:imports|exports)\b/

/** Whether two states have one amount each and are therefore two partners of a third: `The Netherlands with 157 and China with 134 billion`. */
export function haveAmountEach({ actors, sentence }: Claim, { mentions }: NamedStates): boolean {
  const [first, second] = mentions.filter(({ ids }) => ids.some((id) => actors.includes(id)))
  if (actors.length !== 2 || first === undefined || second === undefined) return false
  const between = sentence.slice(first.end, second.start)
  return (
    /^(?: (?:came|was|stood|ranked|followed)\b[^,;]*)? with [^;\d]*\d[^;]*(?:,| and) (?:the )?$/.test(between) ||
    /^ came \w+ with .*\d.*, (?:the )?$/.test(between)
  )
}

/** Matches a reference to flows of the sentence before: `the volume of these deliveries`. */
const pointsBack =
  /\b(?:these|those|such) (?:deliveries|exports|imports|sales|shipments|purchases|supplies|transfers|flows|loans|figures|weapons|arms|goods)\b|\b(?:this|that) (?:trade|flow|turnover|total|figure|sum|amount|volume)\b/i

/** Whether the sentence before names exactly the actors (regions do not count), and this sentence names no other state. */
function isStatedBefore({ actors, sentence_index: index }: Claim, own: NamedStates, named: readonly NamedStates[]): boolean {
  const before = named[index - 1]?.states ?? []
  const parties = actors.filter((id) => !worldAndRegions.has(id))
  return [...before, ...own.states].every((id) => parties.includes(id)) && parties.every((id) => before.includes(id))
}

/** Whether this sentence and the two before name at least one of the actors and no other state. */
function isContinued({ actors, sentence_index: index }: Claim, own: NamedStates, named: readonly NamedStates[]): boolean {
  const near = [...named.slice(Math.max(0, index - 2), index), own].flatMap(({ states }) => states)
  return near.length > 0 && near.every((id) => actors.includes(id))
}

/** Whether a text is about these states: most mentions are of them, or each is mentioned far more often than any other state. */
function isTextAbout(parties: readonly string[], named: readonly NamedStates[]): boolean {
  const counts = timesNamed(named)
  const ours = parties.map((id) => counts.get(id) ?? 0)
  const others = [...counts].filter(([id]) => !parties.includes(id)).map(([, count]) => count)
  const sum = (some: readonly number[]): number => some.reduce((total, one) => total + one, 0)
  return sum(ours) >= dominantShare * sum([...ours, ...others]) || Math.min(...ours) >= Math.max(2, dominanceRatio * Math.max(0, ...others))
}

/** Whether every missing state is named in at least two sentences, and in more than any third state. */
function isTheOther(missing: readonly string[], parties: readonly string[], named: readonly NamedStates[]): boolean {
  const counts = timesNamed(named)
  const most = Math.max(0, ...[...counts].filter(([id]) => !parties.includes(id)).map(([, count]) => count))
  return missing.every((id) => (counts.get(id) ?? 0) >= Math.max(2, most + 1))
}

/**
 * Matches a relative clause between commas. A year in the relative clause does not date the main clause: `Exports, which in 2013 were 16.9 billion, came to
 * 10.5`.
 */
const insideOther = /, (?:which|who) [^,;]*,/g

function outsideAsides(claim: Claim, { years }: NamedStates): NamedTime[] {
  const asides = [...claim.sentence.matchAll(insideOther)].map(({ index, 0: words }) => ({ start: index, end: index + words.length }))
  const isIn = (one: { start: number; end: number }, aside: { start: number; end: number }): boolean =>
    one.start >= aside.start && one.start < aside.end
  return years.filter((year) => !asides.some((aside) => isIn(year, aside) && !isIn(claim, aside)))
}

function whenOf(claim: Claim, all: NamedStates, named: readonly NamedStates[]): SlotConfidence {
  const { period, period_base: base, kind, start, end } = claim
  if (period === null) return 'open'
  const own = { ...all, years: outsideAsides(claim, all) }
  const [when, then] = [yearsOfPeriod(period), base === null ? undefined : yearsOfPeriod(base)]
  const isIt = ({ from, to }: { from: number; to: number }): boolean => to === when.to || from === when.to || from === when.from
  if (!own.years.some(isIt)) {
    const isCounted = relativeTimes(own, named.slice(0, claim.sentence_index)).some((one) => yearsOfPeriod(one).to === when.to)
    // another year in the sentence does not matter for a rank, nor does a year that is a base of comparison
    const others = statedTimes(own).filter((year) => !isWithin(year, then) && !(isCounted && year.anchored !== undefined))
    if (isCounted) return others.length === 0 ? 'text' : 'open'
    const isTold = named.slice(0, claim.sentence_index).some(({ years }) => years.some(isIt))
    return isTold && (others.length === 0 || kind === 'ranking') ? 'text' : 'open'
  }
  const away = (year: { start: number; end: number }): number => Math.max(0, year.start - end, start - year.end)
  const nearest = Math.min(...own.years.map(away))
  const isBeside = own.years.some((year) => year.to === when.to && away(year) < 30 && away(year) <= nearest)
  const isOther = ({ from, to }: { from: number; to: number }): boolean =>
    ![when, then].some((one) => one !== undefined && from >= one.from && to <= one.to)
  return kind !== 'ranking' && own.years.some(isOther) && (kind === 'trend' || !isBeside) ? 'near' : 'own'
}

const isWithin = ({ from, to }: { from: number; to: number }, span: { from: number; to: number } | undefined): boolean =>
  span !== undefined && from >= span.from && to <= span.to

/** Topics measured in billion cubic metres; no other topic is. */
const gases: ReadonlySet<string> = new Set(['gas', 'gas-pipeline', 'lng'])

/** Returns `own` if the sentence itself names the subject, else `text`. */
function whatOf({ measured, sentence, unit }: Claim): SlotConfidence {
  if (unit === 'bcm' && gases.has(measured?.topic ?? '')) return 'own'
  // people are read as a population only by the words at their number
  if (measured?.topic === 'population') return 'own'
  const family = queryFamilyOf(measured?.topic ?? '')
  return isToldOf(sentence, family) || topicsIn(sentence).some(({ topic }) => topic.id === measured?.topic) ? 'own' : 'text'
}
