import type { ActorMention } from '../../text/mention.ts'
import { textAfter, textBefore, textBetween, textOfSpan } from '../../text/surrounding.ts'
import { isCoordinated, type RoleReading } from '../sentence/roles.ts'

const speechVerb =
  '(?:said|says?|told|stated|states(?= (?:that|in its|on its))|claims?|claimed|believes?|warned|insists?|announced|shows?|showed|recorded|records|reported|reports|put|puts)'
const speechVerbAfter = new RegExp(String.raw`^,? ${speechVerb}(?: that)?\b`, 'i')
const officeAdjective =
  '(?:own|official|government|national|federal|trade|general|state|central|commerce|finance|foreign|energy|defen[cs]e|economy)'
const sourceNoun = String.raw`(?:customs|statistics|statistical|figures|data|count|reckoning|officials?|ministry|ministers?|bank\b|bureau|media|diplomats?|analysts?|experts?|president|premier|chancellor|embassy|spokes\w+|newspapers?|survey)`
const sourceNounAfter = new RegExp(String.raw`^(?:['’]s?)?\s+(?:${officeAdjective}\s+)*${sourceNoun}`, 'i')
const conflictNoun = '(?:invasion|war|wars|conflict|attack|attacks|annexation|aggression|occupation|fighting|hostilities|crisis)'
const statisticsOffice = '[Ss]tatisti(?:cs|cal) (?:office|agency|bureau|service|committee|institute) of'
/** `Gas through Ukraine`: a transit state. */
const transitThrough =
  '(?:[Dd]eliver(?:y|ies|ed)|[Ss]hipments?|[Ss]hipped|[Ff]lows?|[Tt]ransit(?:ed)?|[Ss]upplies|[Ee]xports|[Ss]ent|[Gg]as|[Tt]ransported|[Pp]umped) (?:through|across|over)'
const namedAfterPlace = 'Council of|Bank of|University of|Institute of|Gulf of|Sea of|Bay of|Strait of'
const nonPartyBefore = new RegExp(
  String.raw`\b${conflictNoun} (?:of|in|on|against|with|over|between)(?: the)?\s*$|\b(?:according to|${statisticsOffice}|(?:supplier|buyer|customer|investor|partner)s? (?:from|within|among)(?: the states of)?|${namedAfterPlace}|[Aa]mbassador to|[Vv]ia|${transitThrough}|envoy to|like|such as|including|among them|apart from them|[Ss]een from|[Vv]iewed from)(?: the)?\s*$`,
  'i',
)
const nonPartyAfter = /^(?:['’]s?)?\s+(?:club\b|war|invasion|crisis|conflict|ocean|sea\b|gulf|dollars?|peso|won\b|pounds?|time\b)/i
/** `the American Enterprise Institute`: a name that begins with a state's adjective. */
const institutionAfter =
  /^(?: \p{Lu}\p{L}+){0,3} (?:Institute|Foundation|University|Council|Association|Community|Economic Area|Development Bank|Chamber|Cent(?:re|er)|Society|Times|Post|Daily|Party|Academy|School|Fund|Agency|Press|Union of)\b/u

/** `Both Kenya and Uganda`, `belongs neither to`: not a word for the pair. */
const isDeterminer = (word: string, after: string): boolean =>
  (/^both$/i.test(word) && /^ (?:the )?\p{Lu}/u.test(after)) ||
  (/^neither$/i.test(word) && !/^ (?:is|are|was|were|has|had|have|does|did|belongs?|joined|will|can|could)\b/.test(after))

/** A part of the world; beside two states it is a location. */
const isRegionOnly = ({ rule, ids }: ActorMention): boolean => rule === 'region' && ids[0] !== 'WLD'

/** `Said in Taipei`: where it was said. */
const isPlaceOfSpeech = (before: string): boolean =>
  /\b(?:said|told|announced|reported|added|stated|explained|noted)\b[^,;]{0,60} in $|\b(?:bonds?|Eurobonds?|shares|notes)\b[^,;]{0,60}\b(?:placed|issued|listed|floated|sold) in $/.test(
    before,
  )

/** `41 Canadian diplomats`: counted people are no source. */
const countBefore = /(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|dozen|dozens of|several|many|some)) $/i

/** Mentions of speakers, sources, places and events: no parties of a claim. */
export function isNonParty(reading: RoleReading, mention: ActorMention): boolean {
  const before = textBefore(reading.text, mention)
  const after = textAfter(reading.text, mention)
  if (mention.rule === 'organisation' || mention.form === 'leader')
    return !isLeaderOfForces(mention, after) && !meansMembers(mention, after)
  if (isExampleOfVoters(before, after)) return false
  if (isPartOfOtherName(mention, before, after) || isLocation(reading, mention, before, after)) return true
  if (isNotReferring(textOfSpan(reading.text, mention), mention, before, after)) return true
  if (mention.ids[0] === 'WLD' && mention.rule === 'region') return !worldAsPartner.test(before + textOfSpan(reading.text, mention))
  if (partOfWholeBefore.test(before)) return false
  if ((mention.rule === 'it' || mention.rule === 'them') && /\b(?:of|between|among)\s*$/i.test(before)) return true
  return otherMentions(reading, mention).length > 0 && isSource(mention, before, after) && !isJointSpeaker(reading, mention)
}

/** `Australia, Britain and the United States announced`: speakers listed with others are parties. */
const isJointSpeaker = ({ text, actors }: RoleReading, mention: ActorMention): boolean =>
  mention.form !== 'adjective' &&
  actors.some(
    (one) =>
      one.end < mention.start &&
      one.ids.length > 0 &&
      / and (?:the )?$/.test(textBetween(text, one, mention)) &&
      isCoordinated(text, one, mention),
  )

/** `The SCO members account for`: the members of the organisation. */
const meansMembers = ({ rule }: ActorMention, after: string): boolean =>
  rule === 'organisation' && /^(?:['’]s)? (?:\w+ )?(?:members?|countries|states|nations)\b/.test(after)

/** `Putin's soldiers` are his state's. */
const isLeaderOfForces = ({ form, possessive }: ActorMention, after: string): boolean =>
  form === 'leader' && possessive && /^(?:['’]s)? (?:soldiers|troops|forces|army|government|country)/.test(after)

/** Part of another name or of an event's name; the place of a statement; a group after `among`. */
const isPartOfOtherName = (mention: ActorMention, before: string, after: string): boolean =>
  (mention.form === 'capital' && isPlaceOfSpeech(before)) ||
  nonPartyBefore.test(before) ||
  nonPartyAfter.test(after) ||
  institutionAfter.test(after) ||
  (/\bamong(?: the)?\s*$/i.test(before) && !mention.possessive)

const otherMentions = ({ actors }: RoleReading, { ids: [own] }: ActorMention): readonly ActorMention[] =>
  actors.filter(({ ids }) => ids[0] !== own)

const jointVerbAfter =
  /^(?:(?:,|,? and)(?: the)?(?: \p{Lu}[\p{L}.]*)+)*,? (?:(?:has|have|had|also) )*(?:signed|put their names|joined|voted|abstained|recogni[sz]ed|ratified|imposed|expelled|condemned|opposed)\b/u

/** `Those who voted in favour, among them China`, `eight states, among them Japan, signed`: examples of the actors. */
const isExampleOfVoters = (before: string, after: string): boolean =>
  /\b(?:(?:voted|abstained|opposed|supported|votes?|against|in favou?r)(?: (?:for|the|it|against) [^,;.]{0,25})?),? (?:among them|including|such as|led by)(?: the)? $/.test(
    before,
  ) ||
  (/\b(?:states|countries|nations|members|governments), (?:among them|including)(?: the)? $/.test(before) && jointVerbAfter.test(after))

/** `An African country`, `the largest in Europe`: a kind of state or a place, in a sentence about others. */
function isLocation(reading: RoleReading, mention: ActorMention, before: string, after: string): boolean {
  if (!isRegionOnly(mention)) return false
  if (/^ (?:country|state|nation|kingdom|republic|giant|partner)\b/.test(after)) return true
  return (
    /\b(?:on|in|of|across|throughout)(?: the)?\s*$/i.test(before) &&
    !reading.flows.some(({ end }) => end < mention.start && /^ of (?:the )?$/.test(reading.text.slice(end, mention.start))) &&
    otherMentions(reading, mention).filter(({ ids }) => ids.length > 0).length > 1
  )
}

/** `Bilateral creditors`: states as opposed to banks, not the pair. */
const officialLendingAfter = /^ (?:official |and \w+ )?(?:creditors?|lenders?|donors?|debts?|loans?|lending|credits?|aid)\b/

/** `Both` before two names, `for its part`. */
const isNotReferring = (word: string, { rule }: ActorMention, before: string, after: string): boolean =>
  (rule === 'both' && (isDeterminer(word, after) || (/^bilateral$/i.test(word) && officialLendingAfter.test(after)))) ||
  (/^its|their$/i.test(word) && /\bfor $/i.test(before) && /^ part\b/.test(after))

/** Words that make the world a party: `foreign buyers`, `all donors`, `exports to the world`. */
const worldAsPartner =
  /\bforeign\w*(?: \w+)?$|\ball (?:donors|buyers|customers|suppliers|sources|destinations|countries|partners|origins)$|\b(?:rest of the|to the|from the|outside|(?:surplus|deficit|shortfall)[^,;]{0,40} with the) (?:world)?$/i

const partOfWholeBefore = /\b(?:per cent|percent|%|in (?:ten|five|four|three)|majority|most|third|quarter|half) of(?: the)?\s*$/i

/** `Chinese customs`, `Russia said`: the source of a figure or statement. */
const isSource = ({ form, rule }: ActorMention, before: string, after: string): boolean =>
  (rule === 'region' && /^ states\b/.test(after)) ||
  (form !== 'pronoun' && sourceNounAfter.test(after) && !countBefore.test(before)) ||
  (speechVerbAfter.test(after) &&
    !/^ (?:put|puts|records?|recorded|reported|reports) [^t]/i.test(after) &&
    !/^ announc(?:es|ed) (?:(?:an?|another|new|further|more|over|about|some|than|additional) )*(?:[A-Z]{0,2}[$€£¥]?\d|military|financial|humanitarian|aid|sanctions|tariffs|duties|package|loans?|curbs|restrictions|bans?|(?:its|the|their|new|joint|\w+ity|\w+al|\w+ic|trade|arms|defen[cs]e) |pacts?|agreements?|deals?|treaty|partnership|alliance|contracts?|purchases?|sales?|orders?|exercises?|the same |similar |(?:the|its) \d+(?:st|nd|rd|th) )/i.test(
      after,
    ))
