import type { Claim } from '../../claim.ts'
import type { ClaimTestContext, ClaimText } from '../../claim-test-context.ts'
import {
  clauseAround,
  type NamedStates,
  type NamedTime,
  namedBySentence,
  namedWithin,
  relativeTimes,
  statedTimes,
  titleStates,
  yearsOfPeriod,
} from '../../text/around/named-in-text.ts'
import { statesOfRegionIn } from '../../text/names/country-groups.ts'
import { flowWordsIn } from '../../text/topics/flow-words.ts'
import { topicsIn } from '../../text/topics/topics.ts'
import { queryFamilyOf } from '../questions/query-flows.ts'
import { wordsNear } from '../questions/question.ts'

/**
 * Which words settle a slot (the parties, time or subject of a claim). `own`: the clause of the claim. `near`: its sentence, which also names other values for
 * the slot. `text`: an earlier sentence, or what the text as a whole is about. `open`: no words of the text.
 */
export type SlotConfidence = 'own' | 'near' | 'text' | 'open'

/** Which words settle the parties, the time and the subject of a claim. */
export interface SlotConfidences {
  readonly who: SlotConfidence
  readonly when: SlotConfidence
  readonly what: SlotConfidence
}

const regions: ReadonlySet<string> = new Set(['WLD', 'EUR', 'AFR', 'SSF'])
const whole =
  /\b(?:world(?:wide|['’]s)?|global(?:ly)?|total(?:led|s)?|overall|all|abroad|foreign|international(?:ly)?|altogether|partners)\b/i
/** Matches words that introduce an exception: `Apart from A, no customer took more than B`. */
const exceptionWords =
  /\b(?:[Aa]part from|[Aa]side from|[Ee]xcept|[Oo]ther than|[Bb]esides|[Oo]nly(?= \p{Lu})|[Nn]o (?:other )?(?:\w+ )?(?:customer|buyer|seller|supplier|partner|state|country|market|nation))\b/u
const placeWords =
  /\b(?:partners?|suppl\w+|markets?|customers?|buyers?|sources?|destinations?|exporters?|importers?|recipients?|providers?|sellers?|sold|bought|investors?|purchasers?|clients?|over(?:took|taken?)|ahead of|before|behind|follow\w*|rank\w*|places?|positions?|spenders?|record|peak\w*|high(?:est)?|low(?:est)?)\b/i
/** A text is about some states if at least this share of all mentions of states are mentions of these. */
const dominantShare = 0.75
/** A text is also about some states if each of them is mentioned at least this many times as often as any other. */
const dominanceRatio = 1.5
/** Returns why the record cannot refute a claim, whatever its alternative readings give. Undefined if nothing prevents this. */
export function whyNotRefutable(claim: Claim, bench: ClaimTestContext): string | undefined {
  if (bench.areSlotsGiven) return undefined
  const named = namedBySentence(bench)
  const own = named[claim.sentence_index]
  if (isWithinGroup(claim, bench)) return `it may be a ${claim.kind === 'ranking' ? 'place' : 'share'} within a region or a group`
  return own === undefined ? undefined : (openParty(claim, own) ?? openBase(claim, own, named))
}

const groups =
  /\b(?:Africa\w*|Asia\w*|Latin America\w*|Gulf|Arab\w*|Middle East\w*|continent\w*|region\w*|member states?|members|ASEAN|Central America\w*|South America\w*|Caribbean|Balkans?|Oceania|Maghreb|Nordic|neighbou?rs|SADC|ECOWAS|COMESA|CIS|EAEU|Eurasian (?:Economic )?Union|Customs Union|(?:post|former)[- ]Soviet|Mercosur|Andean|GCC|BRICS|euro[- ]?(?:zone|area))\b/i
/** Matches words that limit a ranking or a whole to the European Union: `in the EU`, `EU members`. */
const union =
  /\b(?:in|within|among|inside|outside) the (?:EU|European Union|bloc|union)\b|\bEU(?:['’]s)? (?:trading )?(?:member|countr|state|nation|partner|buyer|customer|market|supplier|seller)/i
/** Matches a group named by an acronym: `within CEFTA`. */
const acronym = /\b(?:[Ww]ithin|[Ii]n|[Aa]mong|[Ii]nside) (?:the )?(?!USA|UAE|USSR|DPRK|PRC|GDR)[A-Z]{3,}\b/
/** Matches a whole given by a pronoun: `Russia accounted for 59 percent of it`. */
const backReference = /\bof (?:it|this|that|them|these|those|which)\b/i
const europe = /\bEurope(?:an)?(?! Union)\b/i

/**
 * Whether a rank, or a share of goods, may be one within a region or group that the sentence or one of the two before mentions. False if the words next to the
 * claim name a region: the test is then limited to that region.
 */
function isWithinGroup(claim: Claim, { sentences }: ClaimTestContext): boolean {
  const { kind, actors, unit, domain, sentence_index: index } = claim
  if (kind !== 'ranking' && !(kind === 'share' && unit === 'percent' && domain === 'trade')) return false
  if (
    kind === 'ranking' &&
    /\bworld[’']s\b|\bin the world\b/.test(wordsNear(claim, 15)) &&
    statesOfRegionIn(wordsNear(claim, 40)) === undefined
  )
    return false
  // with a single actor, the ranking is already limited to the group that the words name
  const isOfTwo = actors.length > 1 && domain === 'trade'
  if (isOfTwo && acronym.test(claim.sentence)) return true
  if (kind === 'share' && backReference.test(wordsNear(claim, 40))) return true
  const limit = statesOfRegionIn(wordsNear(claim, 40))
  if (limit !== undefined && !(isOfTwo && actors.every((id) => limit.has(id)))) return false
  const near = sentences
    .slice(Math.max(0, index - 2), index + 1)
    .join(' ')
    .replaceAll(/\b(?:Central|South) Africa\b(?!n)|\bAfrican Union\b/g, '')
  return groups.test(near) || (!actors.includes('EUU') && (europe.test(near) || (isOfTwo && union.test(claim.sentence))))
}

function openParty(claim: Claim, own: NamedStates): string | undefined {
  const { actors, kind, sentence, direction, qualifier } = claim
  const others = own.states.filter((id) => !actors.includes(id))
  if (others.length > 0 && others.length === own.states.length && kind !== 'ranking')
    return 'the sentence names others, and may be about them'
  if (formerLatter.test(sentence)) return 'who is the former and who the latter is not sure'
  if (kind === 'ranking' && amongAll.test(sentence) && actors.some((id) => id !== 'WLD' && !own.states.includes(id)))
    return 'it may be a place among all who buy or sell'
  if (isAgainstWay(claim, own)) return 'the sentence may tell another way'
  if (others.length > 0 && exceptionWords.test(sentence)) return 'the sentence names others as well, and may be about them'
  if (arePartnersOfThird(claim, own) || (kind === 'ranking' && haveAmountEach(claim, own))) return 'the two may be partners of a third'
  if (kind === 'ranking' && isHostOfOther(claim, own)) return 'it may be the place of another'
  if (kind === 'ranking' && direction !== 'n/a' && !placeWords.test(`${sentence} ${qualifier ?? ''}`))
    return 'it may be a place among years'
  if (kind === 'ranking' && own.owners.includes(actors[0]!) && !own.owners.includes(actors[1]!))
    return 'who is ranked among whom is not sure'
  if (kind === 'comparison' && twoShares.test(sentence)) return 'it may be a share of what another takes'
  if (kind === 'comparison' && actors.some((id) => !regions.has(id) && !own.states.includes(id)))
    return 'the sentence does not name all who are compared'
  return undefined
}

/** Matches words that refer to two states in order, so that a figure may belong to either. */
const formerLatter = /\b(?:the (?:former|latter)|respectively)\b/i

const amongAll = /\b[Aa]mong (?:the |all )?(?:[\w-]+ )?(?:importers|exporters|buyers|sellers|spenders|suppliers)\b/

/** Whether the words contradict the direction that was read: `To Australia it sold goods`, read as goods that Australia sent. */
function isAgainstWay({ direction, sentence }: Claim, { mentions }: NamedStates): boolean {
  const [sender, receiver] = direction.split('->')
  const isLed = (id: string | undefined, by: RegExp): boolean =>
    mentions.some(({ ids, start }) => id !== undefined && ids.includes(id) && by.test(sentence.slice(0, start)))
  return receiver !== undefined && (isLed(sender, /(?:^|[;:] )To (?:the )?$/) || isLed(receiver, /(?:^|[;:] )From (?:the )?$/))
}

/** Matches shares of two states' totals, of which neither is a part of the other: `49 per cent of India's imports and 77 per cent of China's`. */
const twoShares =
  /(?:%|\bper ?cent) of (?:the )?\p{Lu}[^,;.]{0,30}['’]s? (?:[\w-]+ ){0,2}(?:imports|exports|purchases|arms|trade)\b[^.;]{0,40}\band\b[^.;]{0,40}(?:%|\bper ?cent) of (?:the )?\p{Lu}/u

/**
 * Whether the place that begins a sentence was read as the partner of a state named before, although the sentence names the partner: `In Uruguay China was the
 * first buyer`, read as Uruguay and an earlier state.
 */
const isHostOfOther = ({ actors, sentence }: Claim, { mentions, states }: NamedStates): boolean =>
  states.some((id) => !actors.includes(id)) &&
  actors.some((id) => !states.includes(id)) &&
  mentions.some(({ ids, start }) => ids.some((id) => actors.includes(id)) && /^In (?:the )?$/.test(sentence.slice(0, start)))

const placeOfOwn =
  /^ (?:(?:was|is|came|ranked|stood|remained|became) )?(?:in )?(?:the )?(?:(?:distant|close) )?(?:second|third|fourth|fifth|sixth|next)\b/i

/** Matches the words between two partners with one share each: `Russia accounted for 15.7% and Kazakhstan for 7%`. */
const ofFirst =
  /^ (?:accounted for|made up|took|supplied|bought|sold|received) [^,;]*\d[^,;]*(?:,|,? and|,? while)(?: followed by)? (?:the )?$/
const ofSecond = /^ (?:for |with |accounted for |made up |took |supplied |bought |sold |received )?(?:[a-z]+ ){0,2}[$€£]?\d/

/** Matches the words between two states compared with each other: `A took over from B as the first customer`. */
const rivals =
  /^ (?:(?:has|had|have|also|thus|then|even|never) )*(?:took over from|taken over from|overtook|overtaken|overtakes|displaced|replaced|outdid|(?:stood|came|was|were|ranked|remained|lay) (?:just |well |far )?(?:ahead of|behind|before|above|below)) (?:the )?$/
/** Matches a second state as the sender of goods: `Goods from A came to so much; B's goods were worth so much`. */
const goodsOfSecond = /^(?:['’]s?)? (?:goods|products|exports|shipments|deliveries|sales)\b(?! to\b)/

/**
 * Whether the two actors are not each other's partners, but two partners of an unnamed state: `The deficit with China shrank to 346 billion, while that with
 * Mexico grew`, `Spain became the second customer, and Italy the third`.
 */
function arePartnersOfThird({ actors, sentence }: Claim, { mentions }: NamedStates): boolean {
  const [first, second] = actors.map((id) => mentions.find(({ ids }) => ids.includes(id)))
  if (actors.length !== 2 || first === undefined || second === undefined) return false
  const between = sentence.slice(Math.min(first.end, second.end), Math.max(first.start, second.start))
  if (ofFirst.test(between) && ofSecond.test(sentence.slice(Math.max(first.end, second.end)))) return true
  const [one, other] = [first, second].map(({ start }) => /\b(with|to|from) (?:the )?$/i.exec(sentence.slice(0, start))?.[1])
  if (rivals.test(between)) return true
  if (/\d[^;]*;/.test(between) && one !== undefined && goodsOfSecond.test(sentence.slice(Math.max(first.end, second.end)))) return true
  if (/[,;]|\band\b/.test(between) && placeOfOwn.test(sentence.slice(Math.max(first.end, second.end)))) return true
  return /\d/.test(between) && one !== undefined && one.toLowerCase() === other?.toLowerCase()
}

/** Returns why the earlier period of a change is uncertain. Undefined if it is named, if it is the year before, or if the claim has none. */
function openBase(
  { period, period_base: base, sentence, sentence_index, domain }: Claim,
  own: NamedStates,
  named: readonly NamedStates[],
): string | undefined {
  if (period === null || base === null) return undefined
  const [when, then] = [yearsOfPeriod(period), yearsOfPeriod(base)]
  if (then.to === when.to - 1) return undefined
  // texts on arms name a period of several years once and mean it to the end
  if (
    domain === 'arms' &&
    then.from < then.to &&
    named.some(({ years }) => years.some(({ from, to }) => from === then.from && to === then.to))
  )
    return undefined
  const before = named.slice(0, sentence_index).findLast(({ years }) => years.length > 0)
  const isTold = [...own.years, ...(before?.years ?? [])].some(({ to }) => to === then.to)
  return isTold || /\b(?:previous|preceding|prior|five years (?:before|earlier))\b/i.test(sentence)
    ? undefined
    : 'the sentence does not name the time before'
}

/** Returns which words settle each slot of a claim; `own` for all three if the text is not available. */
export function slotConfidences(claim: Claim, bench: ClaimText): SlotConfidences {
  const named = namedBySentence(bench)
  const own = named[claim.sentence_index]
  return own === undefined || bench.areSlotsGiven
    ? { who: 'own', when: 'own', what: 'own' }
    : { who: whoOf(claim, own, named, bench), when: whenOf(claim, own, named), what: whatOf(claim) }
}

function whoOf(claim: Claim, own: NamedStates, named: readonly NamedStates[], bench: ClaimText): SlotConfidence {
  const { actors, sentence } = claim
  const parties = actors.filter((id) => !regions.has(id))
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
  return isTextAbout(parties, named) || isTheOther(missing, parties, named) || areNamedInTitle(missing, parties, bench) ? 'text' : 'open'
}

/** Whether the title names the missing states and no third state: `Where Armenian exports went`. */
function areNamedInTitle(missing: readonly string[], parties: readonly string[], bench: ClaimText): boolean {
  const states = titleStates(bench)
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
  const parties = actors.filter((id) => !regions.has(id))
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
function haveAmountEach({ actors, sentence }: Claim, { mentions }: NamedStates): boolean {
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
  const parties = actors.filter((id) => !regions.has(id))
  return [...before, ...own.states].every((id) => parties.includes(id)) && parties.every((id) => before.includes(id))
}

/** Whether this sentence and the two before name at least one of the actors and no other state. */
function isContinued({ actors, sentence_index: index }: Claim, own: NamedStates, named: readonly NamedStates[]): boolean {
  const near = [...named.slice(Math.max(0, index - 2), index), own].flatMap(({ states }) => states)
  return near.length > 0 && near.every((id) => actors.includes(id))
}

/** Whether a text is about these states: most mentions are of them, or each is mentioned far more often than any other state. */
function isTextAbout(parties: readonly string[], named: readonly NamedStates[]): boolean {
  const counts = new Map<string, number>()
  for (const id of named.flatMap(({ states }) => states)) counts.set(id, (counts.get(id) ?? 0) + 1)
  const ours = parties.map((id) => counts.get(id) ?? 0)
  const others = [...counts].filter(([id]) => !parties.includes(id)).map(([, count]) => count)
  const sum = (some: readonly number[]): number => some.reduce((total, one) => total + one, 0)
  return sum(ours) >= dominantShare * sum([...ours, ...others]) || Math.min(...ours) >= Math.max(2, dominanceRatio * Math.max(0, ...others))
}

/** Whether every missing state is named in at least two sentences, and in more than any third state. */
function isTheOther(missing: readonly string[], parties: readonly string[], named: readonly NamedStates[]): boolean {
  const count = (id: string): number => named.filter(({ states }) => states.includes(id)).length
  const thirds = new Set(named.flatMap(({ states }) => states).filter((id) => !parties.includes(id)))
  return missing.every((id) => count(id) >= 2 && [...thirds].every((third) => count(third) < count(id)))
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
  const isTold = named.slice(0, claim.sentence_index).some(({ years }) => years.some(isIt))
  if (!own.years.some(isIt)) {
    const isCounted = relativeTimes(own, named.slice(0, claim.sentence_index)).some((one) => yearsOfPeriod(one).to === when.to)
    // another year in the sentence does not matter for a rank, nor does a year that is a base of comparison
    const others = statedTimes(own).filter((year) => !isWithin(year, then) && !(isCounted && year.anchored !== undefined))
    if (isCounted) return others.length === 0 ? 'text' : 'open'
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
  const family = queryFamilyOf(measured?.topic ?? '')
  const isNamed = topicsIn(sentence).some(({ topic }) => topic.id === measured?.topic || queryFamilyOf(topic.id) === family)
  return isNamed || (family === 'goods' && flowWordsIn(sentence).length > 0) ? 'own' : 'text'
}
