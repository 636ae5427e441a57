import type { ActorMention } from '../../text/mention.ts'
import { textAfter, textBefore, textBetween, textOfSpan } from '../../text/span-text.ts'
import { isCoordinated, type RoleContext } from '../sentence/roles.ts'

const speechVerb =
  '(?:said|says?|told|stated|states(?= (?:that|in its|on its))|claims?|claimed|believes?|warned|insists?|announced|shows?|showed|recorded|records|reported|reports|put|puts)'
const speechVerbAfter = new RegExp(String.raw`^,? ${speechVerb}(?: that)?\b`, 'i')
const officeAdjective =
  '(?:own|official|government|national|federal|trade|general|state|central|commerce|finance|foreign|energy|defen[cs]e|economy)'
const sourceNoun = String.raw`(?:customs|statistics|statistical|figures|data|count|reckoning|officials?|ministry|ministers?|bank\b|bureau|media|diplomats?|analysts?|experts?|president|premier|chancellor|embassy|spokes\w+|newspapers?|survey)`
const sourceNounAfter = new RegExp(String.raw`^(?:['’]s?)?\s+(?:${officeAdjective}\s+)*${sourceNoun}`, 'i')
const conflictNoun = '(?:invasion|war|wars|conflict|attack|attacks|annexation|aggression|occupation|fighting|hostilities|crisis)'
const statisticsOffice = '[Ss]tatisti(?:cs|cal) (?:office|agency|bureau|service|committee|institute) of'
/** Words before a transit state: `Gas through Ukraine`. */
const transitThrough =
  '(?:[Dd]eliver(?:y|ies|ed)|[Ss]hipments?|[Ss]hipped|[Ff]lows?|[Tt]ransit(?:ed)?|[Ss]upplies|[Ee]xports|[Ss]ent|[Gg]as|[Tt]ransported|[Pp]umped) (?:through|across|over)'
const namedAfterPlace = 'Council of|Bank of|University of|Institute of|Gulf of|Sea of|Bay of|Strait of'
const nonPartyBefore = new RegExp(
  String.raw`\b${conflictNoun} (?:of|in|on|against|with|over|between)(?: the)?\s*$|\b(?:according to|${statisticsOffice}|(?:supplier|buyer|customer|investor|partner)s? (?:from|within|among)(?: the states of)?|${namedAfterPlace}|[Aa]mbassador to|[Vv]ia|${transitThrough}|envoy to|like|such as|including|among them|apart from them|[Ss]een from|[Vv]iewed from)(?: the)?\s*$`,
  'i',
)
const nonPartyAfter = /^(?:['’]s?)?\s+(?:club\b|war|invasion|crisis|conflict|ocean|sea\b|gulf|dollars?|peso|won\b|pounds?|time\b)/i
/** The rest of a name that begins with a state's adjective: `the American Enterprise Institute`. */
const institutionAfter =
  /^(?: \p{Lu}\p{L}+){0,3} (?:Institute|Foundation|University|Council|Association|Community|Economic Area|Development Bank|Chamber|Cent(?:re|er)|Society|Times|Post|Daily|Party|Academy|School|Fund|Agency|Press|Union of)\b/u

/** Whether `both` or `neither` only precedes other words (`Both Kenya and Uganda`, `belongs neither to`), and does not refer to two states. */
const isDeterminer = (word: string, after: string): boolean =>
  (/^both$/i.test(word) && /^ (?:the )?\p{Lu}/u.test(after)) ||
  (/^neither$/i.test(word) && !/^ (?:is|are|was|were|has|had|have|does|did|belongs?|joined|will|can|could)\b/.test(after))

/** Whether a mention is a part of the world, which is only a location if two states are named. */
const isRegionOnly = ({ rule, ids }: ActorMention): boolean => rule === 'region' && ids[0] !== 'WLD'

/** Whether the words before a name make it the place of a statement or of a bond issue: `Said in Taipei`. */
const isPlaceOfSpeech = (before: string): boolean =>
  /\b(?:said|told|announced|reported|added|stated|explained|noted)\b[^,;]{0,60} in $|\b(?:bonds?|Eurobonds?|shares|notes)\b[^,;]{0,60}\b(?:placed|issued|listed|floated|sold) in $/.test(
    before,
  )

/** A number before people of a state, which are then counted and not the source of the figure: `41 Canadian diplomats`. */
const countBefore = /(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|dozen|dozens of|several|many|some)) $/i

/** Whether a mention is no party of a claim, but a speaker, source, place or event. */
export function isNonParty(reading: RoleContext, mention: ActorMention): boolean {
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

/** Whether a speaker is the last of several states in a list, which are parties: `Australia, Britain and the United States announced`. */
const isJointSpeaker = ({ text, actors }: RoleContext, mention: ActorMention): boolean =>
  mention.form !== 'adjective' &&
  actors.some(
    (one) =>
      one.end < mention.start &&
      one.ids.length > 0 &&
      / and (?:the )?$/.test(textBetween(text, one, mention)) &&
      isCoordinated(text, one, mention),
  )

/** Whether the members of an organisation are meant: `The SCO members account for`. */
const meansMembers = ({ rule }: ActorMention, after: string): boolean =>
  rule === 'organisation' && /^(?:['’]s)? (?:\w+ )?(?:members?|countries|states|nations)\b/.test(after)

/** Whether a leader's forces or country are meant, and so the leader's state: `Putin's soldiers`. */
const isLeaderOfForces = ({ form, possessive }: ActorMention, after: string): boolean =>
  form === 'leader' && possessive && /^(?:['’]s)? (?:soldiers|troops|forces|army|government|country)/.test(after)

/** Whether a mention is part of another name or of the name of an event, the place of a statement, or a group after `among`. */
const isPartOfOtherName = (mention: ActorMention, before: string, after: string): boolean =>
  (mention.form === 'capital' && isPlaceOfSpeech(before)) ||
  nonPartyBefore.test(before) ||
  nonPartyAfter.test(after) ||
  institutionAfter.test(after) ||
  (/\bamong(?: the)?\s*$/i.test(before) && !mention.possessive)

const otherMentions = ({ actors }: RoleContext, { ids: [own] }: ActorMention): readonly ActorMention[] =>
  actors.filter(({ ids }) => ids[0] !== own)

const jointVerbAfter =
  /^(?:(?:,|,? and)(?: the)?(?: \p{Lu}[\p{L}.]*)+)*,? (?:(?:has|have|had|also) )*(?:signed|put their names|joined|voted|abstained|recogni[sz]ed|ratified|imposed|expelled|condemned|opposed)\b/u

/** Whether a state is named as one of several that acted: `Those who voted in favour, among them China`, `eight states, among them Japan, signed`. */
const isExampleOfVoters = (before: string, after: string): boolean =>
  /\b(?:(?:voted|abstained|opposed|supported|votes?|against|in favou?r)(?: (?:for|the|it|against) [^,;.]{0,25})?),? (?:among them|including|such as|led by)(?: the)? $/.test(
    before,
  ) ||
  (/\b(?:states|countries|nations|members|governments), (?:among them|including)(?: the)? $/.test(before) && jointVerbAfter.test(after))

/** Whether a part of the world only describes a state (`An African country`), or is a place in a sentence that names other states (`the largest in Europe`). */
function isLocation(reading: RoleContext, mention: ActorMention, before: string, after: string): boolean {
  if (!isRegionOnly(mention)) return false
  if (/^ (?:country|state|nation|kingdom|republic|giant|partner)\b/.test(after)) return true
  return (
    /\b(?:on|in|of|across|throughout)(?: the)?\s*$/i.test(before) &&
    !reading.flows.some(({ end }) => end < mention.start && /^ of (?:the )?$/.test(reading.text.slice(end, mention.start))) &&
    otherMentions(reading, mention).filter(({ ids }) => ids.length > 0).length > 1
  )
}

/** Words after `bilateral` that contrast states with banks: `Bilateral creditors`. The word then does not refer to the pair. */
const officialLendingAfter = /^ (?:official |and \w+ )?(?:creditors?|lenders?|donors?|debts?|loans?|lending|credits?|aid)\b/

/** Whether a word refers to no state: `both` in front of two names, `its` in `for its part`. */
const isNotReferring = (word: string, { rule }: ActorMention, before: string, after: string): boolean =>
  (rule === 'both' && (isDeterminer(word, after) || (/^bilateral$/i.test(word) && officialLendingAfter.test(after)))) ||
  (/^its|their$/i.test(word) && /\bfor $/i.test(before) && /^ part\b/.test(after))

/** Words that make the world a party: `foreign buyers`, `all donors`, `exports to the world`. */
const worldAsPartner =
  /\bforeign\w*(?: \w+)?$|\ball (?:donors|buyers|customers|suppliers|sources|destinations|countries|partners|origins)$|\b(?:rest of the|to the|from the|outside|(?:surplus|deficit|shortfall)[^,;]{0,40} with the) (?:world)?$/i

const partOfWholeBefore = /\b(?:per cent|percent|%|in (?:ten|five|four|three)|majority|most|third|quarter|half) of(?: the)?\s*$/i

/** Whether a mention is only the source of a figure or statement: `Chinese customs`, `Russia said`. */
const isSource = ({ form, rule }: ActorMention, before: string, after: string): boolean =>
  (rule === 'region' && /^ states\b/.test(after)) ||
  (form !== 'pronoun' && sourceNounAfter.test(after) && !countBefore.test(before)) ||
  (speechVerbAfter.test(after) &&
    !/^ (?:put|puts|records?|recorded|reported|reports) [^t]/i.test(after) &&
    !/^ announc(?:es|ed) (?:(?:an?|another|new|further|more|over|about|some|than|additional) )*(?:[A-Z]{0,2}[$€£¥]?\d|military|financial|humanitarian|aid|sanctions|tariffs|duties|package|loans?|curbs|restrictions|bans?|(?:its|the|their|new|joint|\w+ity|\w+al|\w+ic|trade|arms|defen[cs]e) |pacts?|agreements?|deals?|treaty|partnership|alliance|contracts?|purchases?|sales?|orders?|exercises?|the same |similar |(?:the|its) \d+(?:st|nd|rd|th) )/i.test(
      after,
    ))
