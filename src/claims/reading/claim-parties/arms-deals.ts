import { flowEnds, isOneWay } from '../../flow-of-direction.ts'
import { textBefore } from '../../text/span-text.ts'
import type { Topic } from '../../text/topics/topics.ts'
import { type ArgumentFrame, actorIds, type ClaimParties, partiesFromTo } from '../sentence/argument-frame.ts'
import type { Discourse } from '../sentence/context.ts'
import type { PartyRole } from '../sentence/roles.ts'

const dealNoun = '(?:contracts?|deals?|agreements?|orders?|accords?|memorand(?:um|a)|letters? of (?:offer|intent|acceptance)|arrangements?)'
/** Verbs of a deal in which the subject buys from the partner: `Signed a deal with France for frigates`. */
const concludedDeal = new RegExp(
  String.raw`\b(?:sign(?:ed|s|ing)?|seal(?:ed|s)|conclud(?:ed|es)|struck|clinch(?:ed|es)|reach(?:ed|es)|finali[sz](?:ed|es)|agreed|approv(?:ed|es)|plac(?:ed|es)|ha[sd]|have|cancel+ed|cancels|scrapp?(?:ed|s)|renew(?:ed|s)) (?:[\w'’$€£.,-]+ ){0,9}?${dealNoun}\b`,
  'iu',
)
const wonDeal = new RegExp(String.raw`\b(?:won|wins|secur(?:ed|es)|land(?:ed|s)|bagg(?:ed|s)) (?:[\w'’$€£.,-]+ ){0,9}?${dealNoun}\b`, 'iu')
const sellingWords =
  /\b(?:to|will|would) (?:supply|sell|deliver|export|provide|ship|build for|hand over)\b|\b(?:sale|sales|export|exports|supply|delivery|deliveries) of\b|\bto export\b/i
const dealPartnerBefore = /\b(?:with|from)(?: the)? $/

/** Topics of arms and of arms contracts, for figures that can belong to a deal. */
const dealTopics: ReadonlySet<string> = new Set(['weapon-systems', 'arms-contract', 'arms', 'arms-exports', 'arms-imports'])

/**
 * Returns seller and buyer of an arms deal: `Greece signed a deal with France for three frigates`, `South Korea signed an agreement with Poland to supply
 * tanks`. `The two signed` keeps the last direction of arms between them. Undefined without a deal.
 */
export function armsDealParties(frame: ArgumentFrame, topic: Topic | undefined): ClaimParties | undefined {
  const { head, sentence, inSentence, context } = frame
  const isThing = head.kind === 'event' ? sentence.topics.some(isOfWeapons) : topic !== undefined && dealTopics.has(topic.id)
  const included = partiesOfIncludedItem(frame)
  if (included !== undefined) return included
  if (!isThing || head.kind === 'ranking' || head.kind === 'comparison' || head.kind === 'share' || head.kind === 'trend') return undefined
  const { text } = sentence
  const deal = concludedDeal.exec(text) ?? wonDeal.exec(text)
  if (deal === null) return partiesOfDelivery(frame)
  const both = inSentence.some(({ mention }) => mention.rule === 'both') ? actorIds(inSentence) : undefined
  if (both !== undefined) return lastArmsDirection(both, context)
  const early = inSentence.filter(({ mention, role }) => mention.end <= deal.index + 1 && role !== 'standard')
  const subject = early.find(({ prepositional, mention }) => prepositional !== true && mention.form !== 'adjective')
  const partner = inSentence.find(
    ({ id, mention }) => id !== subject?.id && mention.start > deal.index && dealPartnerBefore.test(textBefore(text, mention)),
  )
  if (partner === undefined || subject === undefined || hasOtherSubject(early, subject)) return undefined
  const isSeller = wonDeal.test(text.slice(deal.index)) || sellingWords.test(text.slice(deal.index))
  return isSeller && !/\bfrom(?: the)? $/.test(textBefore(text, partner.mention))
    ? partiesFromTo(subject.id, partner.id)
    : partiesFromTo(partner.id, subject.id)
}

/** For an item included in the deal of the last claim, returns the parties of that claim: `They include 66 fighters ordered in 2019`. Otherwise undefined. */
function partiesOfIncludedItem({
  head,
  inSentence,
  sentence: { text, index },
  context: { recentPairs, claimIndex },
}: ArgumentFrame): ClaimParties | undefined {
  const [last] = recentPairs
  const isList =
    /^(?:They|It|This|These|The (?:package|deal|order|aid|list)) (?:also )?(?:includes?|included|comprises?|consists? of|contains?)\b/.test(
      text,
    )
  if (!isList || head.quantity === undefined || last?.domain !== 'arms' || !isOneWay(last.direction) || claimIndex < index - 1)
    return undefined
  return inSentence.every(({ id, mention }) => mention.form === 'pronoun' || last.ends.includes(id))
    ? { actors: last.ends, direction: last.direction }
    : undefined
}

/** For the delivery of the last sale, returns the parties of this sale: `The remaining jets are to be in Greece by the summer`. Otherwise undefined. */
function partiesOfDelivery({ head, inSentence, sentence: { text }, context: { recentPairs } }: ArgumentFrame): ClaimParties | undefined {
  const [one, ...others] = inSentence
  if (
    one === undefined ||
    others.length > 0 ||
    !/^(?:due|foretold)$/.test(head.rule) ||
    !/\b(?:in|to)(?: the)? $/.test(textBefore(text, one.mention))
  )
    return undefined
  const last = recentPairs.find(({ direction, domain }) => domain === 'arms' && flowEnds(direction)[1] === one.id)
  return last === undefined ? undefined : { actors: last.ends, direction: last.direction }
}

const isOfWeapons = ({ topic }: { readonly topic: Topic }): boolean => topic.id === 'weapon-systems' || topic.id === 'arms-contract'

/** Whether a deal has several subjects and so no single buyer: `Japan and Italy signed a contract with Britain`. */
const hasOtherSubject = (early: readonly PartyRole[], subject: PartyRole): boolean =>
  early.some(({ id, prepositional, mention }) => id !== subject.id && prepositional !== true && mention.form !== 'adjective')

/** Returns the last direction of arms between two states; undefined if there is none. */
function lastArmsDirection(both: readonly string[], { recentPairs }: Discourse): ClaimParties | undefined {
  const last = recentPairs.find(
    ({ ends, direction, domain }) => domain === 'arms' && isOneWay(direction) && ends.every((id) => both.includes(id)),
  )
  return last === undefined ? undefined : { actors: last.ends, direction: last.direction }
}
