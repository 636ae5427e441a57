import { flowEnds, isOneWay } from '../../flow-of-direction.ts'
import { textAfter, textBefore, textOfSpan } from '../../text/span-text.ts'
import type { FlowWord } from '../../text/topics/flow-words.ts'
import type { Topic } from '../../text/topics/topics.ts'
import { type ArgumentFrame, actorIds, type ClaimParties, partiesFromTo } from '../sentence/argument-frame.ts'
import type { Discourse } from '../sentence/context.ts'
import type { PartyRole } from '../sentence/roles.ts'

/** Lenders that are not states: banks, funds and kinds of creditors. */
const lenders = `IMF|International Monetary Fund|(?:World|(?:Asian|African|Inter-American|Islamic|New|Eurasian) Development|Asian Infrastructure Investment|European Investment) Bank|ADB|AIIB|AfDB|EBRD|EIB|Paris Club|(?:(?:bilateral|multilateral|private|commercial|foreign|external|official|international|institutional)(?: and | )?)+(?:creditors|lenders|banks|institutions|bondholders)|bondholders`
const lender = new RegExp(
  String.raw`\b(?:${lenders})\b(?!['’]s? (?!loans?\b|lending\b|share\b|claims\b))(?! (?:said|says|estimates?|expects?|reported|figures|data|report)\b)`,
)
const sourceBefore =
  /\b(?:according to|says|said|show(?:ed|s)?|than|as much as|unlike|(?:data|figures|report|estimates?) (?:of|by|from))(?: \w+){0,3} (?:the )?$/i
const debtService = /\b(?:debt serv(?:ice|icing)|interest payments?)\b/i

/**
 * Returns the parties of debts to the world or to lenders that are not states: `its external debt stood at`, `the World Bank followed with 18 %`, `is owed to
 * bilateral lenders`. Debt service goes from the debtor. Undefined for other debts.
 */
export function debtParties(frame: ArgumentFrame, topic: Topic | undefined): ClaimParties | undefined {
  const { head, sentence, part, context, inSentence, inPart } = frame
  if (head.kind === 'event' || head.kind === 'membership' || head.kind === 'comparison') return undefined
  const isNamed = ({ id, mention, role }: PartyRole): boolean => id !== 'WLD' && mention.form !== 'pronoun' && role !== 'standard'
  const others = actorIds(inSentence.filter(isNamed))
  const { lastParties } = context
  const isOn =
    context.claimIndex === sentence.index &&
    context.recentPairs[0]?.domain === 'finance' &&
    lastParties !== null &&
    isOneWay(lastParties.direction)
  const { leadParties } = context
  if (isOn && leadParties?.direction === 'n/a' && isDebtRatio(frame)) return leadParties
  if (isOn && others.every((id) => lastParties.actors.includes(id)) && (isDebtRatio(frame) || isRestatedDebt(frame))) return lastParties
  if ((topic?.id !== 'loans' && topic?.id !== 'aid') || inSentence.some((one) => one.id !== 'WLD' && isLender(one))) return undefined
  const own = actorIds(inPart.filter(isNamed))
  const text = others.length > 1 ? textOfSpan(sentence.text, part) : sentence.text
  const isService = debtService.test(text)
  if (!namesLender(text) && (topic.id === 'aid' || (!isService && !debtStockVerb.test(text)))) return undefined
  const debtor = (own.length === 1 ? own[0] : others.length === 1 ? others[0] : undefined) ?? lastDebtor(context) ?? context.titleState
  if (debtor === undefined || debtor === null || debtor === 'WLD' || own.length > 1) return undefined
  return isService ? partiesFromTo(debtor, 'WLD') : partiesFromTo('WLD', debtor)
}

const isLender = ({ role, trigger, prepositional }: PartyRole): boolean =>
  role === 'sender' && trigger !== undefined && prepositional !== true && trigger.way === 'out'

/** Whether a text names a fund, a bank or a kind of creditor as the lender. */
const namesLender = (text: string): boolean => {
  const found = lender.exec(text)
  return found !== null && !sourceBefore.test(text.slice(0, found.index))
}

/** Words of a debt to any lender: `Its total external debt stood at`, `foreign debt rose to`. */
const debtStockVerb =
  /\b(?:external|foreign) (?:\w+ )?debts?(?:,[^,;]{1,40},)? (?:stock )?(?:(?:has|had|is|was) )?(?:st(?:ood|ands?)|came|comes|amount(?:ed|s)|reached|rose|risen|fell|fallen|grew|grown|increased|climbed|totall?ed|was|is|hit|exceeded)\b/i

/** Whether a number gives the previous debt in another unit: `With 7 % of the total debt, or $9.16 billion`. */
const isRestatedDebt = ({ head, sentence: { text } }: ArgumentFrame): boolean =>
  (head.kind === 'quantity' || head.kind === 'share') &&
  /(?:,? or|, about|, equal to|,? equivalent to|\() ?(?:about |around |nearly |almost |over |just )?$/i.test(textBefore(text, head))

/** Whether a share gives the size of the debt just mentioned: `Equal to 39 % of national income`. */
const isDebtRatio = ({ head, sentence }: ArgumentFrame): boolean =>
  head.kind === 'share' &&
  /^ ?(?:of|to) (?:its |the |their |the country['’]s )?(?:\w+ )?(?:GDP|gross domestic product|national income|GNI|exports|revenues?|reserves)\b/i.test(
    textAfter(sentence.text, head),
  )

/** Returns the debtor of a debt whose lenders are not named: `External debt of 131 billion`, `public debt came to`. Otherwise undefined. */
export function soleDebtor(frame: ArgumentFrame, flow: FlowWord | undefined): ClaimParties | undefined {
  const { head, sentence } = frame
  if (flow === undefined || !/\bdebts?$/i.test(flow.text) || head.kind === 'ranking') return undefined
  const around = sentence.text.slice(Math.max(0, flow.start - 25), head.end + 8)
  if (!/\b(?:public|external|foreign|government|national|total|sovereign) (?:\w+ )?debts?\b/i.test(around)) return undefined
  if (head.kind === 'share' && /^ ?(?:of|in) (?:the |its |their )?(?:\S+ ){0,5}debt/i.test(textAfter(sentence.text, head))) return undefined
  const known = debtorInSentence(frame, flow)
  return known === undefined ? undefined : { actors: [known], direction: 'n/a' }
}

/** Returns the debtor named in the sentence. For `its`, or if none is named, returns the last debtor, whoever the lender was. Undefined if there is none. */
function debtorInSentence({ inSentence, context }: ArgumentFrame, flow: FlowWord): string | undefined {
  const owner = inSentence.find(({ role, trigger }) => role !== 'standard' && trigger?.start === flow.start)
  return (owner?.mention.form === 'pronoun' ? (lastDebtor(context) ?? owner.id) : owner?.id) ?? lastDebtor(context)
}

/** Returns the last debtor, else the last subject; undefined if there is neither. */
const lastDebtor = ({ recentPairs, subject }: Discourse): string | undefined =>
  flowEnds(recentPairs.find(({ domain, direction }) => domain === 'finance' && isOneWay(direction))?.direction)[1] ?? subject ?? undefined
