import { textBefore, textOfSpan } from '../../text/span-text.ts'
import type { Topic } from '../../text/topics/topics.ts'
import { topicalParties } from '../parties/group-coreference.ts'
import { isAfterTotal } from '../parties/world-as-partner.ts'
import { type ArgumentFrame, actorIds, type ClaimParties, distinct } from '../sentence/argument-frame.ts'
import { counterpart, type Discourse } from '../sentence/context.ts'
import { isCoordinated, isPossessor, type PartyRole } from '../sentence/roles.ts'
import { lastPartiesOfPair } from './ellipsis.ts'

const onePartyTopics: ReadonlySet<string> = new Set(['defence-spending', 'gdp', 'reserves', 'weapon-systems', 'bases'])

/** Topics of arms and soldiers, which can be sent to another state. */
export const transferableTopics: ReadonlySet<string> = new Set(['weapon-systems', 'bases'])

/** Returns the parties of relations without direction: treaties, visits, exercises have two; military spending and armies have one. */
export function undirectedParties(frame: ArgumentFrame, topic: Topic | undefined): ClaimParties {
  const { context, inSentence } = frame
  const ids = namedParties(frame)
  if (topic !== undefined && onePartyTopics.has(topic.id) && frame.head.kind !== 'event') {
    if (/\b(?:[Ww]orld|[Gg]lobal)(?:['’]s)? (?:military|defen[cs]e|arms) /.test(frame.sentence.text))
      return { actors: ['WLD'], direction: 'n/a' }
    if (inSentence.length === 0 && transferableTopics.has(topic.id) && context.lastParties !== null)
      return lastPartiesOfPair(context) ?? context.lastParties
    if (inSentence.every(({ role }) => role === 'standard' && topic.id === 'defence-spending'))
      return { actors: distinct([context.subject ?? ids[0] ?? context.lastParties?.actors[0]]), direction: 'n/a' }
    if (
      frame.head.kind === 'ranking' &&
      context.claimIndex === frame.sentence.index &&
      ids.every((id) => context.lastParties?.actors.includes(id))
    )
      return context.lastParties!
    return { actors: ids, direction: 'n/a' }
  }
  if (ids.length !== 1) return { actors: ids, direction: ids.length === 0 ? 'n/a' : 'total' }
  const isOpen =
    context.bilateral || context.recentPairs.length > 0 || (frame.head.kind === 'event' && jointSignature.test(frame.sentence.text))
  const other = isOpen ? counterpart(ids[0]!, context) : undefined
  const rest = actorIds(inSentence.filter(({ id, role }) => id !== ids[0] && role !== 'standard'))
  return { actors: distinct([ids[0], rest[0] ?? other]), direction: other === undefined && rest.length === 0 ? 'n/a' : 'total' }
}

/** Words for documents that no state signs alone. */
const jointSignature =
  /\b(?:signed|initialled|concluded|agreed on|upgraded|raised|elevated) (?:[\w’'-]+ ){0,5}(?:agreements?|memorand(?:um|a)|pacts?|accords?|treat(?:y|ies)|partnership|declarations?|statements?)\b/

/** Returns the states named in the part, else in the sentence, else the pair; without standards of comparison. */
function namedParties({ inPart, inSentence, context, sentence, head }: ArgumentFrame): readonly string[] {
  const of = (some: readonly PartyRole[]): string[] => {
    const parties = some.filter(({ role }) => role !== 'standard')
    const acting = parties.filter(
      ({ mention }) => !(mention.form === 'capital' && /\b(?:in|at|near) $/.test(textBefore(sentence.text, mention))),
    )
    return actorIds(acting)
  }
  const leaders = sentence.actors.filter(({ form, end, possessive }) => form === 'leader' && !possessive && end <= head.start)
  if (head.kind === 'event' && leaders.length === 2) return distinct(leaders.flatMap(({ ids }) => [...ids]))
  const own = of(inPart)
  const [leader, ...others] = head.kind === 'event' ? distinct(leaders.flatMap(({ ids }) => [...ids])) : []
  if (leader !== undefined && others.length === 0 && own.length > 0) return distinct([leader, ...own])
  if (own.length > 0) return own
  return of(inSentence).length > 0 ? of(inSentence) : topicalParties(context)
}

/** Returns the parties of trade, balances and partnership, which are mutual between two states. */
export function mutualParties(frame: ArgumentFrame): ClaimParties {
  const { inPart, inSentence, head, context } = frame
  const two = (ids: readonly string[]): ClaimParties => ({ actors: ids, direction: 'total' })
  if (head.kind === 'comparison') {
    const all = actorIds(inSentence)
    return two(
      all.length >= 3
        ? all
        : distinct([
            ...all,
            ...(all.length < 2 || !context.pair?.every((one) => all.includes(one)) ? [context.perspective ?? undefined] : []),
          ]),
    )
  }
  const kept = (some: readonly PartyRole[]): string[] => actorIds(some.filter(({ role }) => role !== 'standard'))
  const all = kept(inSentence)
  const home = all[0] ?? context.titleState ?? context.hub ?? context.perspective
  if (totalTrade.test(frame.sentence.text) && all.length < 2 && home !== null && home !== 'WLD') return two([home, 'WLD'])
  const own = kept(inPart)
  const group = inPart.filter(({ mention }) => mention.rule === 'many').map(({ id }) => id)
  if (group.length > 2) return two(distinct([...own.filter((id) => !group.includes(id)), ...group]))
  const side = own.length >= 2 ? perspectiveOfRow(frame) : undefined
  if (side !== undefined) return two(head.kind === 'ranking' ? [own[0]!, side] : [...own, side])
  if (own.length >= 2) return two(own.slice(0, 2))
  const [first] = own
  if (first !== undefined) return two(distinct([first, tradePartnerOf(frame, first) ?? 'WLD']))
  const rest = kept(inSentence)
  if (rest.length >= 2) return two(rest.slice(0, 2))
  if (rest.length === 1) return two(distinct([rest[0], counterpart(rest[0]!, context) ?? 'WLD']))
  const balanced = rest.length === 0 && isBalance(frame) ? balanceParties(context) : undefined
  if (balanced !== undefined) return balanced
  const total = rest.length === 0 ? worldTotalParties(frame) : undefined
  if (total !== undefined) return total
  if (context.lastParties?.direction === 'total') return two(context.lastParties.actors.slice(0, 2))
  return two(context.bilateral || context.hub === null ? (context.pair ?? []) : [context.hub, 'WLD'])
}

/** Returns the perspective as the state that trades with each state of a row: `Trade with China and Russia`. Undefined if there is no such row. */
function perspectiveOfRow({ inPart, sentence: { text }, context: { hub, perspective } }: ArgumentFrame): string | undefined {
  const row = inPart.filter(({ role }) => role !== 'standard')
  const [first] = row
  const side = perspective ?? hub
  if (first === undefined || side === null || !/\bwith (?:the )?$/.test(textBefore(text, first.mention))) return undefined
  const isRow = row.every((one, i) => i === 0 || isCoordinated(text, row[i - 1]!.mention, one.mention))
  return isRow && row.every(({ id }) => id !== side) ? side : undefined
}

const foreignTradeBalance = String.raw`\b(?:foreign|external|overall|total) trade (?:deficit|surplus|gap|balance|turnover)\b`
const balanceOfForeignTrade = String.raw`\b(?:gap|deficit|surplus|balance) (?:in|of) (?:foreign|external) trade\b`
const overallBalance = String.raw`(?<!\d )\b(?:overall|total) (?:deficit|surplus|gap|balance)\b(?! (?:with|between))`
const foreignTradeVerb = String.raw`\b(?:foreign|external) trade (?:as a whole|rose|fell|grew|shrank|was worth|came to|amounted|reached|stood|totall?ed)\b`
const balanceOfCountry = String.raw`\b(?:deficit|surplus) of the (?:country|republic|kingdom)\b`
const countrysBalance = String.raw`\b(?:country|republic|kingdom)['’]s (?:trade|overall) (?:deficit|surplus)\b`
/** Words for one state's trade with the world. */
const totalTrade = new RegExp(
  [foreignTradeBalance, balanceOfForeignTrade, overallBalance, foreignTradeVerb, balanceOfCountry, countrysBalance].join('|'),
  'i',
)

const isBalance = ({ sentence, part, context }: ArgumentFrame): boolean =>
  context.claimIndex >= sentence.index - 1 && /\b(?:surplus|deficit|balance|gap|total)\b/i.test(textOfSpan(sentence.text, part))

/** For a balance after a total, returns the state and the world: `Imports were 33 billion. The deficit came to 4`. Otherwise undefined. */
function worldTotalParties({ sentence, context }: ArgumentFrame): ClaimParties | undefined {
  const { lastParties, claimIndex, hub, perspective: side } = context
  const home = lastParties?.actors.includes('WLD') === true ? lastParties.actors.find((id) => id !== 'WLD') : (side ?? hub)
  const isTold = !context.bilateral && /\b(?:total|overall) (?:\w+ )?(?:trade|turnover|commerce)\b/i.test(sentence.text)
  if (home === undefined || home === null || !(isTold || (claimIndex >= sentence.index - 1 && isAfterTotal(home, context))))
    return undefined
  return { actors: [home, 'WLD'], direction: 'total' }
}

/** Returns the two states of the last claims if these were on both directions of their trade: a balance is then between them. Otherwise undefined. */
function balanceParties({ recentPairs }: Discourse): ClaimParties | undefined {
  const [last, ...before] = recentPairs
  if (last === undefined || last.ends.includes('WLD')) return undefined
  const [a, b] = last.ends
  const back = before.slice(0, 3).some(({ ends, direction }) => ends.includes(a) && ends.includes(b) && direction !== last.direction)
  return back ? { actors: last.ends, direction: 'total' } : undefined
}

/**
 * Returns the partner of a state in trade: the owner of the trade, else another state of the sentence that is not in its list, else one from the context.
 * Undefined if there is none.
 */
function tradePartnerOf(frame: ArgumentFrame, first: string): string | undefined {
  const { inSentence, inPart, context } = frame
  const owner = inSentence.find(
    (one) => one.id !== first && one.role !== 'standard' && one.role !== 'holder' && one.trigger?.way === 'both' && isPossessor(one),
  )?.id
  const before = contrastedPartner(frame, first) ?? owner ?? partnerOfItemBefore(frame, first)
  if (before !== undefined) return before
  const isListed = inPart.some(({ prepositional }) => prepositional === true)
  const rest = actorIds(
    inSentence.filter(({ id, role, prepositional }) => id !== first && role !== 'standard' && !(isListed && prepositional === true)),
  )
  const isOutside = !context.bilateral && context.perspective !== null && context.perspective !== first
  const joined = rest.filter((id) => inSentence.some((one) => one.id === id && (one.trigger?.way === 'both' || one.role === 'partner')))
  if (isLikelyPartner(frame, isOutside ? joined : rest)) return (isOutside ? joined : rest)[0]
  const isHub = !context.bilateral && (context.perspective ?? context.hub) === first && context.recentPairs.length === 0
  // `Japan's surplus shrank`, in a text whose title names no other state: the surplus with the world
  const isAlone =
    context.claimIndex < 0 && context.recentPairs.length === 0 && context.lastNamed.length === 1 && context.lastNamed[0] === first
  return isHub || isAlone ? 'WLD' : counterpart(first, context)
}

/**
 * Returns the partner that a contrasted state shares with the subject: the United States for Canada in `Mexico's trade with the US came to 612 billion, against
 * 611 for Canada`. Otherwise undefined.
 */
function contrastedPartner(
  { inSentence, sentence, context: { lastParties, claimIndex } }: ArgumentFrame,
  first: string,
): string | undefined {
  if (claimIndex !== sentence.index || lastParties?.direction !== 'total' || lastParties.actors.length !== 2) return undefined
  const one = inSentence.find(({ id }) => id === first)
  const before = sentence.text.slice(0, one?.mention.start ?? 0)
  if (!/\b(?:against|compared with|versus|after)\b[^;]{0,90}\d[^;,]{0,25} for (?:the )?$/.test(before)) return undefined
  const subject = inSentence.find(({ prepositional, role }) => prepositional !== true && role !== 'standard')?.id
  return inSentence.find(
    ({ id, prepositional, mention, trigger }) =>
      (prepositional === true || (trigger?.way === 'both' && mention.possessive)) && id !== subject && id !== first,
  )?.id
}

/** For a further partner in a list, returns the state whose trade is described: `Trade with China was 26 billion, with Australia 25`. Otherwise undefined. */
function partnerOfItemBefore(
  { inSentence, sentence, context: { lastParties, claimIndex } }: ArgumentFrame,
  first: string,
): string | undefined {
  if (
    claimIndex !== sentence.index ||
    lastParties?.direction !== 'total' ||
    lastParties.actors.length !== 2 ||
    lastParties.actors.includes(first)
  )
    return undefined
  const items = inSentence
    .filter(({ prepositional, role }) => prepositional === true && role === 'partner')
    .filter(({ mention }) => mention.form !== 'pronoun')
  const at = items.findIndex(({ id }) => id === first)
  const before = items[at - 1]?.id
  return before !== undefined && lastParties.actors.includes(before) ? lastParties.actors.find((id) => id !== before) : undefined
}

/** Whether the first of the other states in the sentence is likely to be the partner: it belongs to the pair, or the text is not about a pair. */
const isLikelyPartner = ({ context }: ArgumentFrame, rest: readonly string[]): boolean =>
  rest.length > 0 && (!context.bilateral || (context.pair?.includes(rest[0]!) ?? false))
