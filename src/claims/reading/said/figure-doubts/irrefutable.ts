import type { Claim } from '../../../claim.ts'
import { yearsOfPeriod } from '../../../text/days-of-text.ts'
import { statesOfRegionIn } from '../../../text/names/country-groups.ts'
import { worldAndRegions } from '../../../text/names/region-and-club-parties.ts'
import { type NamedStates, namedBySentence } from '../around/named-in-text.ts'
import type { TextOfClaims } from '../text-of-claims.ts'
import { haveAmountEach } from './slot-confidence.ts'
import { wordsAtClaim } from './words-at-claim.ts'

/** Matches words that introduce an exception: `Apart from A, no customer took more than B`. */
const exceptionWords =
  /\b(?:[Aa]part from|[Aa]side from|[Ee]xcept|[Oo]ther than|[Bb]esides|[Oo]nly(?= \p{Lu})|[Nn]o (?:other )?(?:\w+ )?(?:customer|buyer|seller|supplier|partner|state|country|market|nation))\b/u
const placeWords =
  /\b(?:partners?|suppl\w+|markets?|customers?|buyers?|sources?|destinations?|exporters?|importers?|recipients?|providers?|sellers?|sold|bought|investors?|purchasers?|clients?|over(?:took|taken?)|ahead of|before|behind|follow\w*|rank\w*|places?|positions?|spenders?|record|peak\w*|high(?:est)?|low(?:est)?)\b/i
/** Returns why the record cannot refute a claim, whatever its alternative readings give. Undefined if nothing prevents this. */
export function whyNotRefutable(claim: Claim, text: TextOfClaims): string | undefined {
  const named = namedBySentence(text)
  const own = named[claim.sentence_index]!
  if (isWithinGroup(claim, text)) return `it may be a ${claim.kind === 'ranking' ? 'place' : 'share'} within a region or a group`
  return openParty(claim, own) ?? openBase(claim, own, named)
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
function isWithinGroup(claim: Claim, { sentences }: TextOfClaims): boolean {
  const { kind, actors, unit, domain, sentence_index: index } = claim
  if (kind !== 'ranking' && !(kind === 'share' && unit === 'percent' && domain === 'trade')) return false
  if (
    kind === 'ranking' &&
    /\bworld[’']s\b|\bin the world\b/.test(wordsAtClaim(claim, 15)) &&
    statesOfRegionIn(wordsAtClaim(claim, 40)) === undefined
  )
    return false
  // with a single actor, the ranking is already limited to the group that the words name
  const isOfTwo = actors.length > 1 && domain === 'trade'
  if (isOfTwo && acronym.test(claim.sentence)) return true
  if (kind === 'share' && backReference.test(wordsAtClaim(claim, 40))) return true
  const limit = statesOfRegionIn(wordsAtClaim(claim, 40))
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
  if (kind === 'comparison' && actors.some((id) => !worldAndRegions.has(id) && !own.states.includes(id)))
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
