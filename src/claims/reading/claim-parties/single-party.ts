import { directionFromTo, isOneWay } from '../../flow-of-direction.ts'
import { worldAndRegions } from '../../text/names/region-and-club-parties.ts'
import { textAfter, textBefore, textBetween, textOfSpan } from '../../text/span-text.ts'
import type { FlowWord } from '../../text/topics/flow-words.ts'
import { type ArgumentFrame, actorIds, type ClaimParties, distinct, partiesFromTo } from '../sentence/argument-frame.ts'
import { isCoordinated } from '../sentence/roles.ts'

/** Returns the party of a claim on one state alone, or with the world; undefined for a relation between two states. */
export const singleParty = (frame: ArgumentFrame): ClaimParties | undefined =>
  domesticParty(frame) ??
  fleetOwner(frame) ??
  partiesOfFewLargest(frame) ??
  (isAboutUnnamedLeaders(frame) ? { actors: ['WLD'], direction: 'n/a' } : (partiesOfWorldShare(frame) ?? partyOfWorldTotal(frame)))

const domesticWord =
  /\b(?:economy|economies|GDP|gross domestic product|output|revenues?|budget|inflation|population|unemployment|reserves|harvest|prices|interest rate|capacity|refining|production)\b/i

/** Returns the state of a domestic figure: `the state's revenue`, `its output of oil`. Undefined for other figures, and if several states are named. */
function domesticParty({ head, inSentence, sentence, part, context }: ArgumentFrame): ClaimParties | undefined {
  if (head.kind === 'event' || head.kind === 'membership' || head.kind === 'comparison') return undefined
  const near = sentence.text.slice(Math.max(part.start, head.start - 60), Math.min(part.end, head.end + 40))
  const ids = actorIds(inSentence)
  if (/\b(?:those|these|such) (?:deliveries|exports|imports|sales|purchases|shipments|goods)\b/i.test(near)) return undefined
  if (!domesticWord.test(near) || ids.length > 1 || /\b(?:trade|exports? to|imports? from|loans?|aid|debt)\b/i.test(near)) return undefined
  const owner = ids[0] ?? context.subject ?? context.titleState ?? undefined
  return owner === undefined ? undefined : { actors: [owner], direction: 'n/a' }
}

const grownToBefore =
  /\b(?:br(?:ings?|inging|ought)|tak(?:es?|ing)|took|rais(?:es?|ed|ing)|increas(?:es?|ed|ing)|expand(?:s|ed|ing)?) [^.;]{0,60}\b(?:fleet|inventory|arsenal|stocks?|army|air force|navy)\b[^.;,]{0,25} to (?:about |some |around )?$/i

/** Returns the owner of a fleet whose size is given: `Brings its fleet to 24 planes`. Otherwise undefined. */
function fleetOwner({ head, inSentence, sentence: { text }, context }: ArgumentFrame): ClaimParties | undefined {
  if (head.kind !== 'count' || !grownToBefore.test(textBefore(text, head))) return undefined
  const near = inSentence.findLast(({ mention, prepositional }) => mention.end <= head.start && prepositional !== true)
  const owner = near?.id ?? context.subject ?? undefined
  return owner === undefined ? undefined : { actors: [owner], direction: 'n/a' }
}

const fewLargest = /^(?:the|its|their|\S+) (?:two|three|four|five|six|ten) \w+$/i

/**
 * Returns all named states with the state that they trade with, else with their part of the world: `The three largest importers there were Angola, Nigeria and
 * Mali`. Otherwise undefined.
 */
function partiesOfFewLargest({ head, inSentence, sentence, context }: ArgumentFrame): ClaimParties | undefined {
  if (head.kind !== 'ranking' || !fewLargest.test(head.cue?.text ?? '')) return undefined
  const named = distinct(
    inSentence
      .filter(({ mention }) => mention.start >= head.end && mention.form !== 'pronoun' && !worldAndRegions.has(mention.ids[0] ?? ''))
      .map(({ id }) => id),
  )
  const region = [
    ...sentence.actors.flatMap(({ ids }) => [...ids]),
    ...inSentence.map(({ id }) => id),
    ...context.lastNamed,
    ...context.recentPairs.flatMap(({ ends }) => [...ends]),
  ].find((id) => id !== 'WLD' && worldAndRegions.has(id))
  return { actors: distinct([...named, region]), direction: 'n/a' }
}

const leadingFew =
  /\b(?:the|these|those) (?:top |world['’]s )?(?:three|four|five|ten|\d+) (?:largest|biggest|leading|top|main) (?:arms |weapons |gas |oil |military )?(?:ex|im)?(?:porters|suppliers|buyers|recipients|spenders|producers)\b/i

/** Whether a figure is about leading states that are not named: `The five largest exporters accounted for 76 percent`. */
const isAboutUnnamedLeaders = ({ head, sentence, part, inSentence }: ArgumentFrame): boolean =>
  (head.kind === 'share' || head.kind === 'trend' || head.kind === 'quantity') &&
  inSentence.every(({ mention, role }) => mention.form === 'pronoun' || role === 'standard') &&
  leadingFew.test(textOfSpan(sentence.text, part))

const worldExports =
  /\b(?:global|world(?:['’]s)?|worldwide|international) (?:[\w-]+ ){0,3}(?:exports|sales|deliveries|supplies)\b|\b(?:exports|sales) (?:worldwide|globally|(?:in|of) the world)\b|\bof all (?:the )?(?:major )?(?:arms|weapons|weaponry) (?:exported|sold|delivered)\b/i
const worldImports =
  /\b(?:global|world(?:['’]s)?|worldwide|international) (?:[\w-]+ ){0,3}(?:imports|purchases)\b|\b(?:imports|purchases) (?:worldwide|globally|(?:in|of) the world)\b|\bof all (?:the )?(?:major )?(?:arms|weapons|weaponry) (?:imported|bought|purchased)\b/i

/** The rest of a row of shares, which ends with the whole: `Accounted for 42 per cent and 11 per cent of world exports`. */
const sharesAfter = /^(?:(?:,|,? and) [\d.]+(?: ?%| per ?cent)?)+ of (?:[\w’'-]+ ){0,5}[\w-]+/

/**
 * Returns the parties of a share of world trade, to or from the world: `A, B and C make up 21 percent of the world's exports`, `of all arms imported India
 * received 14`. Otherwise undefined.
 */
function partiesOfWorldShare({ head, inPart, sentence, part }: ArgumentFrame): ClaimParties | undefined {
  if (head.unit !== 'percent' || (head.kind !== 'share' && head.kind !== 'trend')) return undefined
  const text = sentence.text.slice(0, part.end) + (sharesAfter.exec(textAfter(sentence.text, part))?.[0] ?? '')
  const isOut = worldExports.test(text)
  if (isOut === worldImports.test(text)) return undefined
  const own = inPart.filter(({ role, prepositional }) => role !== 'standard' && prepositional !== true)
  const isRow = own.every(
    ({ mention, id }, i) => i === 0 || id === own[i - 1]!.id || isCoordinated(sentence.text, own[i - 1]!.mention, mention),
  )
  const [first, ...rest] = actorIds(own)
  if (first === undefined || !isRow || inPart.some(({ role, prepositional }) => role !== 'standard' && prepositional === true))
    return undefined
  return { actors: [first, ...rest, 'WLD'], direction: isOut ? directionFromTo(first, 'WLD') : directionFromTo('WLD', first) }
}

/** Returns the parties of a share of a world total, in the direction of the last claim: `It accounted for 3 % of the global total`. Otherwise undefined. */
function partyOfWorldTotal({ head, inSentence, sentence, part, context }: ArgumentFrame): ClaimParties | undefined {
  const [one, ...rest] = actorIds(inSentence)
  const { lastParties } = context
  if (head.unit !== 'percent' || one === undefined || rest.length > 0 || lastParties === null || !lastParties.actors.includes(one))
    return undefined
  const text = textOfSpan(sentence.text, part)
  if (!isOneWay(lastParties.direction) || !/\b(?:global|world|worldwide) (?:total|market|arms|exports|imports|sales|trade)\b/i.test(text))
    return undefined
  return lastParties.direction.startsWith(one) ? partiesFromTo(one, 'WLD') : partiesFromTo('WLD', one)
}

/** Returns the parties of a count of states that are not named: `Supplied 33 states`, `35 countries sent arms to Kyiv`. Otherwise undefined. */
export function partiesOfStateCount(
  { head, sentence, inPart, inSentence, context }: ArgumentFrame,
  flow: FlowWord | undefined,
): ClaimParties | undefined {
  const { lastParties } = context
  const isSold = head.kind === 'count' && customersAfter.test(textAfter(sentence.text, head)) && context.claimIndex === sentence.index
  if (head.kind === 'count' && flow?.verb === true && flow.way !== 'both' && customersAfter.test(textAfter(sentence.text, head))) {
    const seller = inSentence.find(
      ({ role, mention, trigger }) => role !== 'standard' && mention.end <= head.start && trigger?.start === flow.start,
    )?.id
    if (seller !== undefined) return flow.way === 'out' ? partiesFromTo(seller, 'WLD') : partiesFromTo('WLD', seller)
  }
  if (isSold && lastParties?.direction.endsWith('->WLD') === true && inPart.every(({ id }) => lastParties.actors.includes(id)))
    return lastParties
  if (head.kind !== 'count' || flow?.verb !== true || flow.way === 'both' || !countriesAfter.test(textAfter(sentence.text, head)))
    return undefined
  const isAhead = head.end <= flow.start
  const one = inPart.find(
    ({ role, mention }) => role !== 'standard' && (isAhead ? mention.start > flow.start : mention.start < head.start),
  )?.id
  const partner = one ?? (isAhead ? undefined : context.lastParties?.actors[0])
  if (partner === undefined) return undefined
  const isDoneBy = !isAhead && /\bby (?:about |around |some |at least |over |more than )?$/.test(textBetween(sentence.text, flow, head))
  return (flow.way === 'out') === (isAhead || isDoneBy) ? partiesFromTo('WLD', partner) : partiesFromTo(partner, 'WLD')
}

const countriesAfter = /^(?: \w+){0,2} (?:countries|states|nations)\b/i
const customersAfter = /^(?: of (?:its|their|the) (?:\w+ )?(?:\w+ )?| \w+ | )(?:customers|buyers|clients|recipients|suppliers)\b/i
