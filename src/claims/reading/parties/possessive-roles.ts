import type { ActorMention } from '../../text/mention.ts'
import { textAfter, textBefore, textBetween } from '../../text/span-text.ts'
import type { FlowWord } from '../../text/topics/flow-words.ts'
import { isPossessivePronoun, oppositeRole, ownerRole, type Role, type RoleAssignment, type RoleContext } from '../sentence/roles.ts'

/**
 * Returns the role of a possessor, from the thing possessed: a share, a direction word (`exports`) or goods. Undefined if there is none.
 *
 * @param side  the role given by the preposition
 */
export function possessiveRole(
  reading: RoleContext,
  mention: ActorMention,
  before: string,
  after: string,
  side: Role | undefined,
): RoleAssignment | undefined {
  const loose = !mention.possessive && mention.form !== 'adjective' && !isPossessivePronoun(reading.text, mention)
  const shares = roleByShare(reading, mention, after)
  if (shares !== undefined && mention.form === 'adjective' && productNounAfter.test(after)) return { role: 'sender' }
  if (shares !== undefined && (side === undefined || !loose)) return shares
  const owned = roleByOwnedWord(reading, mention, side !== undefined && loose)
  if (owned !== undefined && side !== 'standard') return owned
  return roleByGoods(reading, mention, before, after, side)
}

/**
 * Returns the role of a possessor of goods: the sender (`Russian gas`, `its weapons go to`), unless the possessor has bought or received them. Otherwise
 * undefined.
 */
function roleByGoods(
  reading: RoleContext,
  mention: ActorMention,
  before: string,
  after: string,
  side: Role | undefined,
): RoleAssignment | undefined {
  const isPronoun = isPossessivePronoun(reading.text, mention)
  const isOwner = mention.possessive || isPronoun
  if (isOwner && goesToAfter.test(after)) return { role: 'sender' }
  if (!productNounAfter.test(after)) return undefined
  if (isOwner && (broughtInAfter.test(after) || suppliedBefore.test(before))) return { role: 'receiver' }
  const taken = isPronoun ? takingVerbBefore(reading, mention) : undefined
  if (taken !== undefined) return { role: 'receiver', trigger: taken }
  if ((mention.form !== 'adjective' && !mention.possessive) || side === 'standard') return undefined
  return { role: 'sender', trigger: reading.flows.find((flow) => /^ of $/.test(textBetween(reading.text, flow, mention))) }
}

/**
 * Returns the role of a holder of a share: Russia in `Russia's share of India's imports` and `Russia accounted for 40% of India's imports`. Otherwise
 * undefined.
 */
function roleByShare({ text, flows }: RoleContext, mention: ActorMention, after: string): RoleAssignment | undefined {
  if (/^(?: \w+)? (?:exports|imports|sales|purchases|shipments|deliveries)\b/.test(after)) return undefined
  const held =
    /^(?:\s+(?:own|market|rising|falling|overall|total))*\s+(?:shares?|slices?|portion|stake|part)\b/i.test(after) ||
    /^[^,;]{0,25}\b(?:account(?:s|ed|ing) for|ma(?:de|kes?|king) up|represent(?:s|ed)|constitut(?:es|ed)|had(?! (?:\w+ed|bought|sold|sent|paid|given|lent|spent|taken)\b)|holds?|held|claim(?:s|ed)|responsible for|contributed|comprised)\s+(?:\w+ ){0,5}(?:share|(?:(?:[A-Z]{1,3} ?)?[$€£¥]?\d[\d.,]*|an?|one|two|three|half|most|over|more|less|nearly|almost|about|around|just|some|roughly)\b[^,;]{0,40}\bof\b)/i.test(
      after,
    ) ||
    /^,? (?:with |\()(?:\w+ ){0,3}[\d.,]+ ?(?:%|per ?cent) of (?:the |its |all |their )?(?:\w+ )?(?:exports|imports|trade|sales|deliveries|purchases)\b/i.test(
      after,
    ) ||
    (/\b(?:shares?|part|proportion|portion) of(?: the)?\s*$/i.test(textBefore(text, mention)) &&
      !mention.possessive &&
      /^\s+(?:in|of|was|fell|rose|has|had|reached|stood|went|grew|slid|,)/i.test(after))
  if (!held) return undefined
  return { role: 'holder', trigger: flows.find((flow) => flow.start > mention.end) }
}

const modifiersBetween =
  /^(?:\s+(?!(?:to|from|of|in|on|by|with|and|or|but|while|was|were|is|are|had|has|have|that|which|who|than|as|for|the|an?|at|into|came|went|share)\b)(?!\d)[\w'’/-]+){0,4}?\s+$/u

/**
 * Returns the role that a direction word after the state gives: `Russia's arms exports`, `Chinese lenders`, `America's fifth-largest supplier`, `China bought`.
 * Otherwise undefined.
 */
function roleByOwnedWord({ text, flows, actors }: RoleContext, mention: ActorMention, onlyNouns: boolean): RoleAssignment | undefined {
  const start = mention.end + (/^['’]s?/.exec(textAfter(text, mention))?.[0].length ?? 0)
  const word = flows.find((flow) => flow.start > start && modifiersBetween.test(text.slice(start, flow.start)))
  if (word === undefined || (onlyNouns && (word.verb || !/\b(?:of|in)(?: the)?\s*$/i.test(textBefore(text, mention))))) return undefined
  if (word.verb && mention.possessive) return undefined
  // `cancelled Pakistan's trade privileges`: the word belongs to another state
  if (actors.some((one) => one.possessive && one.form !== 'adjective' && one.start > mention.end && one.end < word.start)) return undefined
  if (word.agent && (mention.possessive || isPossessivePronoun(text, mention)) && !isOwnTraders(text.slice(start, word.end)))
    return { role: oppositeRole(word.way), trigger: word }
  if (word.verb && mention.form === 'adjective' && word.start - start > 25) return undefined
  return { role: ownerRole(word.way), trigger: word }
}

/**
 * Whether traders are a state's own firms: `Brazil's exporters`, `the EU's service providers`. False if they are ranked (`Brazil's largest exporters`): these
 * are its partners.
 */
const isOwnTraders = (between: string): boolean =>
  /(?:export|import|invest)ers$|(?:investors|providers|lenders)$/i.test(between) &&
  !/\b(?:\w+est|top|main|chief|major|leading|biggest|first|second|third|fourth|fifth|key|foreign|only|other|most)\b/i.test(between)

/**
 * Returns the role of a state after `of`, `by` or `for`: `exports of China`, `imports by Algeria`, `debt of Pakistan`, `the largest supplier of India`.
 * Otherwise undefined.
 */
export function genitiveRole({ text, flows }: RoleContext, mention: ActorMention): RoleAssignment | undefined {
  if (!/\b(?:of|for|by)(?: the)?\s*$/i.test(textBefore(text, mention))) return undefined
  const word = flows.find(
    (flow) =>
      !flow.verb &&
      flow.end < mention.start &&
      (flow.agent ? /^ (?:of|for)(?: the)? $/i : /^ (?:of|for|by)(?: the)? $/i).test(textBetween(text, flow, mention)),
  )
  if (word === undefined) return undefined
  if (
    mention.form === 'adjective' &&
    !mention.possessive &&
    !word.agent &&
    word.way !== 'both' &&
    /^ \p{Ll}/u.test(textAfter(text, mention))
  )
    return { role: 'sender', trigger: word }
  return { owner: true, role: word.agent ? oppositeRole(word.way) : ownerRole(word.way), trigger: word }
}

const verbBefore = '(?:ha[sd]|have|are|is|was|were|will|bought|buy|sold|sell|took|take|banned|import|export)'
const productNoun =
  '(?:goods|products?|oil|crude|gas|coal|LNG|weapons?|weaponry|arms|equipment|electronics|chips?|semiconductors?|cars?|vehicles?|wheat|grain|food|machinery|steel|energy|fuels?|soybeans?|fertili[sz]ers?|uranium|technology|money|capital|tanks?|jets?|missiles?|drones?|aircraft|ammunition|shells|origin|electricity|tourists|students)'
export const productNounAfter: RegExp = new RegExp(String.raw`^ (?:(?!${verbBefore}\b)\p{Ll}[\w-]+ )*${productNoun}\b`, 'iu')

/** Returns the verb of buying before a possessive: in `Imports half of its energy` the possessor buys the energy. Undefined if there is no such verb. */
const takingVerbBefore = ({ text, flows }: RoleContext, { start }: ActorMention): FlowWord | undefined =>
  flows.findLast((flow) => flow.verb && flow.way === 'in' && flow.end < start && /^[^,;]{0,40}$/.test(text.slice(flow.end, start)))

/** Words after goods that the possessor has received: `Spain's gas arrived from`. */
const broughtInAfter =
  /^[^,;]{0,50}\b(?:(?:comes?|came|coming|arriv(?:es|ed)) from|(?:is|was|are|were|been|being) (?:(?:bought|imported|purchased|sourced|obtained) from|(?:supplied|provided|delivered|shipped) (?:by|from)))\b/

/** Words after goods that the possessor sends: `Its weapons go to`. */
const goesToAfter =
  /^ (?:[\p{Ll}-]+ ){0,2}(?:goods|products?|oil|crude|gas|coal|LNG|weapons?|arms|cars|wheat|grain|copper|gold|cocoa|coffee|tea|wine|steel|goods) (?:goes|go|went|flow(?:s|ed)?|(?:is|are|was|were) (?:mostly |mainly |largely )?(?:shipped|sold|exported|sent|bound|destined|bought))\b[^,;]{0,20}\b(?:to|by|for)\b/u

/** Words before goods that the possessor has received: `Supplied half of Germany's gas`. */
const suppliedBefore =
  /\b(?:suppl(?:y|ies|ied|ying)|provid(?:es?|ed|ing)|deliver(?:s|ed|ing)?|cover(?:s|ed|ing)?|account(?:s|ed|ing)? for|ma(?:kes?|de|king) up|furnish(?:es|ed))\b[^,;]{0,40}\bof (?:all )?(?:the )?$/i
