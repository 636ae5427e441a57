import { flowEnds, isOneWay } from '../../flow-of-direction.ts'
import { worldAndRegions } from '../../text/names/region-and-club-parties.ts'
import { textAfter, textBefore, textOfSpan } from '../../text/span-text.ts'
import type { Topic } from '../../text/topics/topics.ts'
import { type ArgumentFrame, distinct } from '../sentence/argument-frame.ts'
import type { Discourse } from '../sentence/context.ts'
import { isLastClaimOnArmsOrFinance } from './list-items.ts'

const worldWords =
  /\b(?:in the world|of the world|world['’]s|world total|worldwide|global(?:ly)?)\b|\b(?:of|from|to) all (?:its |their |other |major )?(?:arms |weapons )?(?:imports|exports|deliveries|transfers|buyers|suppliers|countries|sources)\b/i
const unnamedCountries =
  /\b(?:to|in|into|from|with) (?:the |other |all |most |many |some |several |\d+ )*(?:countries|states|nations)\b|\babroad\b|\boverseas\b/i
/** Whether a part of the amount follows: `Imports were 31 billion, of which 2 % came from Iran`. */
const isSplitAfter = (after: string): boolean => /^[^.;]{0,20}, of (?:which|that|these|them)\b/.test(after)
const amongTraders = /\bamong (?:all |the )?(?:\w+ )?(?:export|import)ers\b/i
const totalOfFlow = String.raw`\b(?:total|overall|entire|worldwide|global) (?:\w+ ){0,2}(?:exports?|imports?|sales|purchases|shipments|deliveries)\b`
const worldwide = String.raw`\bworldwide\b`
const inAll = String.raw`\b(?:in all|in total|all told|all in all|altogether),`
const allOfFlow = String.raw`\ball (?:the |its )?(?:exports|imports) (?:of the (?:country|state|kingdom|republic) )?(?:together )?(?:rose|fell|grew|were|came|stood|increased|decreased|shrank|amounted)\b`
const totalFlow = new RegExp([totalOfFlow, worldwide, inAll, allOfFlow].join('|'), 'i')

/**
 * Whether a state's sales or purchases are those with the world: a total is given, the text is not about a pair, or arms are bought or sold and no other state
 * is named.
 */
export function isTradeWithWorld(knownEnd: string, frame: ArgumentFrame, topic: Topic | undefined): boolean {
  const { context, sentence, part, head, inSentence } = frame
  const [domain, all] = [topic?.domain, sentence.text.slice(Math.min(part.start, head.start), part.end)]
  if (knownEnd === 'WLD' || isGiftToSame(frame, knownEnd) || isPartnerOfPerspective(frame, knownEnd)) return false
  if (isSplitAfter(textAfter(sentence.text, head)) && inSentence.some(({ id, mention }) => id !== knownEnd && mention.start > head.end))
    return true
  if (unnamedCountries.test(all) && inSentence.every(({ id }) => id === knownEnd)) return true
  if (worldWords.test(all) || (domain === 'arms' && amongTraders.test(head.kind === 'ranking' ? sentence.text : all))) return true
  if (domain === 'arms' && /\b(?:ex|im)porters?\b/i.test(all) && isOnlyNamedState(inSentence, knownEnd, part)) return true
  if (isImportedNeed(frame, knownEnd)) return true
  if (head.unit === 'percent' || head.kind === 'ranking') return false
  const side = context.perspective ?? context.hub
  const isPartner = side === knownEnd && context.hub !== null && context.hub !== knownEnd && areRecentPair(knownEnd, context.hub, context)
  if (
    !context.bilateral &&
    !continuesPair(frame, knownEnd, domain) &&
    (domain === 'arms' || side === null || (side === knownEnd && !isPartner))
  )
    return true
  if (isFirstFigure(frame, knownEnd)) return true
  if (totalFlow.test(textOfSpan(sentence.text, part))) return true
  const owner = inSentence.find(({ id }) => id === knownEnd)
  if (
    topic?.domain !== 'arms' ||
    owner?.trigger === undefined ||
    owner.trigger.verb ||
    owner.trigger.agent ||
    owner.mention.form === 'pronoun'
  )
    return false
  return (
    owner.trigger.way === 'in' ||
    (owner.trigger.way === 'out' && topic.id === 'arms-exports' && inSentence.every(({ id }) => id === knownEnd))
  )
}

/** Whether no other state is named, except parts of the world and states in the same role. */
function isOnlyNamedState(whole: ArgumentFrame['inSentence'], knownEnd: string, part: ArgumentFrame['part']): boolean {
  const one = whole.find(({ id }) => id === knownEnd)
  return whole.every(
    ({ id, mention, role, owner }) =>
      id === knownEnd ||
      mention.start > part.end ||
      worldAndRegions.has(id) ||
      (owner === true && one?.owner === true && role === one.role),
  )
}

/** Whether a claim on gas, loans or students comes right after a claim on the pair, and so is about the pair too. */
const continuesPair = (
  { context: { pair, lastParties, claimIndex }, sentence }: ArgumentFrame,
  knownEnd: string,
  domain: string | undefined,
): boolean =>
  domain !== undefined &&
  domain !== 'trade' &&
  domain !== 'arms' &&
  claimIndex === sentence.index - 1 &&
  lastParties !== null &&
  isOneWay(lastParties.direction) &&
  lastParties.actors.length === 2 &&
  lastParties.actors.includes(knownEnd) &&
  pair?.every((id) => lastParties.actors.includes(id)) === true

/**
 * Whether a state is only a partner of the perspective, and the total is that of the perspective: `China remained the largest market, with 38.8% of all
 * exports`.
 */
function isPartnerOfPerspective(
  { inSentence, head, sentence, part, context: { hub, perspective } }: ArgumentFrame,
  knownEnd: string,
): boolean {
  const side = perspective ?? hub
  const one = inSentence.find(({ id }) => id === knownEnd)
  if (side === null || side === knownEnd || side === 'WLD' || one?.trigger?.agent !== true || one.mention.possessive || one.owner === true)
    return false
  if (/port/i.test(one.trigger.text) && !/market/i.test(one.trigger.text)) return false
  return !/\b(?:in the world|world['’]s|worldwide|global(?:ly)?)\b/i.test(sentence.text.slice(Math.min(part.start, head.start), part.end))
}

/** Whether a claim is the first figure of a text, with one state named: `Chile exported goods worth 97 billion`. */
const isFirstFigure = ({ context, sentence, inSentence }: ArgumentFrame, knownEnd: string): boolean =>
  context.recentPairs.length === 0 &&
  !/\bthere\b/i.test(sentence.text) &&
  sentence.actors.every(({ ids }) => ids[0] === knownEnd) &&
  inSentence.some(({ id, trigger }) => id === knownEnd && trigger?.verb === true && /port/.test(trigger.text))

/** Whether a share of a state's needs is imported, from any source: `Had to import 57 percent of its energy`. */
const isImportedNeed = ({ head, sentence: { text }, inPart }: ArgumentFrame, knownEnd: string): boolean =>
  head.unit === 'percent' &&
  /\bimport(?:s|ed|ing)? (?:(?:about|around|over|some|nearly|almost|more than) )?$/.test(textBefore(text, head)) &&
  /^ ?of (?:its|their|all (?:its|the)) /.test(textAfter(text, head)) &&
  inPart.every(({ id }) => id === knownEnd)

const givingVerb =
  /^(?:s[ae]nt|sends?|ga?ve|gives?|given|promis|pledg|donat|hand|transferr|commit|earmark|extend|deliver|suppl|provid|allocat|ship)/i

const giftWords =
  /\b(?:(?:aid|support|relief) packages?|packages?|(?:military|humanitarian|financial) (?:aid|assistance|support)|(?:is|are) to send|announced|pledg\w+|promis\w+|donat\w+)\b/i

/** Whether a gift goes to the state that earlier gifts of others went to: `Poland sent 240 tanks`. */
function isGiftToSame({ context, sentence, part, inSentence }: ArgumentFrame, knownEnd: string): boolean {
  const receiver = lastBeneficiary(context)
  const own = inSentence.find(({ id }) => id === knownEnd)?.trigger
  const isAid = giftWords.test(sentence.text) && !/\b(?:s[eo]ld|sells?|export\w*|bought|ordered)\b/.test(sentence.text)
  const isGift = receiver !== undefined && receiver !== knownEnd && ((own?.verb === true && givingVerb.test(own.text)) || isAid)
  return isGift && !worldWords.test(textOfSpan(sentence.text, part))
}

/** Returns the one receiver of the last claims on arms, loans or aid; undefined if there are several, or if it is the world. */
export function lastBeneficiary(context: Discourse): string | undefined {
  const [one, ...others] = distinct(context.recentPairs.slice(0, 3).map(({ direction }) => flowEnds(direction)[1]))
  return isLastClaimOnArmsOrFinance(context) && others.length === 0 && one !== 'WLD' ? one : undefined
}

const areRecentPair = (one: string, other: string, { recentPairs }: Discourse): boolean =>
  recentPairs.slice(0, 3).some(({ ends }) => ends.includes(one) && ends.includes(other))

/**
 * Whether the last claim was a total, or the claims since the last total were only on partners other than the second state of the pair: `Total exports grew.
 * Those to America rose. Imports fell`.
 */
export function isAfterTotal(home: string, { lastParties, recentPairs, pair }: Discourse): boolean {
  if (lastParties?.actors.includes('WLD') === true) return lastParties.actors.length === 2
  const at = recentPairs.findIndex(({ ends }) => ends.includes('WLD') && ends.includes(home))
  const mate = pair?.includes(home) === true ? pair.find((id) => id !== home) : undefined
  return at > 0 && mate !== undefined && recentPairs.slice(0, at).every(({ ends }) => ends.includes(home) && !ends.includes(mate))
}

/** Whether a flow is trade with the world: an explicit total, or the continuation of one if no other state is named. */
export function isWorldTotal({ sentence, part, head, inSentence, context }: ArgumentFrame, home: string): boolean {
  const text = sentence.text.slice(Math.min(part.start, head.start), part.end)
  if (totalFlow.test(text) || worldWords.test(text)) return true
  const isNear = context.claimIndex >= sentence.index - 1 && isAfterTotal(home, context)
  const named = sentence.actors.filter(({ rule }) => rule !== 'it' && rule !== 'them')
  return (isNear || !context.bilateral) && named.every((one) => inSentence.some(({ mention, id }) => mention === one && id === home))
}
