import { regionMembers } from '../../text/names/areas.ts'
import type { FlowWord } from '../../text/topics/flow-words.ts'
import { actorIds, distinct, type People, type Scene, way } from '../sentence/argument-frame.ts'
import { isListed } from '../sentence/roles.ts'

/** One state alone, or with all the world; undefined where two stand to each other. */
export const alone = (scene: Scene): People | undefined =>
  atHome(scene) ??
  fleetOf(scene) ??
  theFew(scene) ??
  (isOfTheLeading(scene) ? { actors: ['WLD'], direction: 'n/a' } : (ofWorld(scene) ?? inWorld(scene) ?? sharing(scene)))

const domestic =
  /\b(?:economy|economies|GDP|gross domestic product|output|revenues?|budget|inflation|population|unemployment|reserves|harvest|prices|interest rate|capacity|refining|production)\b/i

/** What one state has or makes at home: `the state's revenue`, `its output of oil`; nobody else is named beside it. */
function atHome({ head, whole, sentence, part, context }: Scene): People | undefined {
  if (head.kind === 'event' || head.kind === 'membership' || head.kind === 'comparison') return undefined
  const near = sentence.text.slice(Math.max(part.start, head.start - 60), Math.min(part.end, head.end + 40))
  const ids = actorIds(whole)
  if (/\b(?:those|these|such) (?:deliveries|exports|imports|sales|purchases|shipments|goods)\b/i.test(near)) return undefined
  if (!domestic.test(near) || ids.length > 1 || /\b(?:trade|exports? to|imports? from|loans?|aid|debt)\b/i.test(near)) return undefined
  const owner = ids[0] ?? context.subject ?? context.titled ?? undefined
  return owner === undefined ? undefined : { actors: [owner], direction: 'n/a' }
}

const grownTo =
  /\b(?:br(?:ings?|inging|ought)|tak(?:es?|ing)|took|rais(?:es?|ed|ing)|increas(?:es?|ed|ing)|expand(?:s|ed|ing)?) [^.;]{0,60}\b(?:fleet|inventory|arsenal|stocks?|army|air force|navy)\b[^.;,]{0,25} to (?:about |some |around )?$/i

/** `Brings its fleet to 24 planes`: what one state has then. */
function fleetOf({ head, whole, sentence: { text }, context }: Scene): People | undefined {
  if (head.kind !== 'count' || !grownTo.test(text.slice(0, head.start))) return undefined
  const near = whole.findLast(({ mention, prepositional }) => mention.end <= head.start && prepositional !== true)
  const owner = near?.id ?? context.subject ?? undefined
  return owner === undefined ? undefined : { actors: [owner], direction: 'n/a' }
}

const few = /^(?:the|its|their|\S+) (?:two|three|four|five|six|ten) \w+$/i

/** `The three largest importers there were Angola, Nigeria and Mali`: all who are named behind, and the part of the world among whose states they are. */
function theFew({ head, whole, sentence, context }: Scene): People | undefined {
  if (head.kind !== 'ranking' || !few.test(head.cue?.text ?? '')) return undefined
  const named = distinct(
    whole
      .filter(({ mention }) => mention.start >= head.end && mention.form !== 'pronoun' && !regionMembers.has(mention.ids[0] ?? ''))
      .map(({ id }) => id),
  )
  const owner = whole.find(
    ({ id, mention, role }) => !named.includes(id) && mention.start < head.end && (role === 'sender' || role === 'receiver'),
  )
  if (owner !== undefined && !regionMembers.has(owner.id))
    return owner.role === 'sender'
      ? { actors: [...named, owner.id], direction: `${owner.id}->${named[0]}` }
      : { actors: [...named, owner.id], direction: `${named[0]}->${owner.id}` }
  const told = [
    ...sentence.actors.flatMap(({ ids }) => [...ids]),
    ...whole.map(({ id }) => id),
    ...context.told,
    ...context.recent.flatMap(({ ends }) => [...ends]),
  ].find((id) => id !== 'WLD' && regionMembers.has(id))
  return { actors: distinct([...named, told]), direction: 'n/a' }
}

const leading =
  /\b(?:the|these|those) (?:top |world['’]s )?(?:three|four|five|ten|\d+) (?:largest|biggest|leading|top|main) (?:arms |weapons |gas |oil |military )?(?:ex|im)?(?:porters|suppliers|buyers|recipients|spenders|producers)\b/i

/** `The five largest exporters accounted for 76 percent`: who they are is not told. */
const isOfTheLeading = ({ head, sentence, part, whole }: Scene): boolean =>
  (head.kind === 'share' || head.kind === 'trend' || head.kind === 'quantity') &&
  whole.every(({ mention, role }) => mention.form === 'pronoun' || role === 'beside') &&
  leading.test(sentence.text.slice(part.start, part.end))

const worldOut =
  /\b(?:global|world(?:['’]s)?|worldwide|international) (?:[\w-]+ ){0,3}(?:exports|sales|deliveries|supplies)\b|\b(?:exports|sales) (?:worldwide|globally|(?:in|of) the world)\b|\bof all (?:the )?(?:major )?(?:arms|weapons|weaponry) (?:exported|sold|delivered)\b/i
const worldIn =
  /\b(?:global|world(?:['’]s)?|worldwide|international) (?:[\w-]+ ){0,3}(?:imports|purchases)\b|\b(?:imports|purchases) (?:worldwide|globally|(?:in|of) the world)\b|\bof all (?:the )?(?:major )?(?:arms|weapons|weaponry) (?:imported|bought|purchased)\b/i

/** `Accounted for 42 per cent and 11 per cent of world exports`: what the first of a row is a share of stands behind the last. */
const rowBehind = /^(?:(?:,|,? and) [\d.]+(?: ?%| per ?cent)?)+ of (?:[\w’'-]+ ){0,5}[\w-]+/

/** `A, B and C make up 21 percent of the world's exports`, `of all arms imported India received 14`: what goes to or comes from all the world. */
function ofWorld({ head, inPart, sentence, part }: Scene): People | undefined {
  if (head.unit !== 'percent' || (head.kind !== 'share' && head.kind !== 'trend')) return undefined
  const text = sentence.text.slice(0, part.end) + (rowBehind.exec(sentence.text.slice(part.end))?.[0] ?? '')
  const isOut = worldOut.test(text)
  if (isOut === worldIn.test(text)) return undefined
  const own = inPart.filter(({ role, prepositional }) => role !== 'beside' && prepositional !== true)
  const isRow = own.every(({ mention, id }, i) => i === 0 || id === own[i - 1]!.id || isListed(sentence.text, own[i - 1]!.mention, mention))
  const [first, ...rest] = actorIds(own)
  if (first === undefined || !isRow || inPart.some(({ role, prepositional }) => role !== 'beside' && prepositional === true))
    return undefined
  return { actors: [first, ...rest, 'WLD'], direction: isOut ? `${first}->WLD` : `WLD->${first}` }
}

/** `It accounted for 3 % of the global total`: of what was told of that state just before. */
function inWorld({ head, whole, sentence, part, context }: Scene): People | undefined {
  const [one, ...rest] = actorIds(whole)
  const { last } = context
  if (head.unit !== 'percent' || one === undefined || rest.length > 0 || last === null || !last.actors.includes(one)) return undefined
  const text = sentence.text.slice(part.start, part.end)
  if (!last.direction.includes('->') || !/\b(?:global|world|worldwide) (?:total|market|arms|exports|imports|sales|trade)\b/i.test(text))
    return undefined
  return last.direction.startsWith(one) ? way(one, 'WLD') : way('WLD', one)
}

/** `Russia's share fell from 22 to 16 per cent`: of what all send, or take, as that of another was told before. */
function sharing({ head, whole, sentence: { text }, context: { recent } }: Scene): People | undefined {
  const [one, ...rest] = whole
  if (
    head.unit !== 'percent' ||
    one === undefined ||
    rest.length > 0 ||
    !/^(?:['’]s?)? share\b(?! (?:of|in)\b)/.test(text.slice(one.mention.end))
  )
    return undefined
  const last = recent.find(({ domain, direction }) => domain === 'arms' && direction.includes('WLD') && direction.includes('->'))
  if (last === undefined) return undefined
  return last.direction.endsWith('WLD') ? way(one.id, 'WLD') : way('WLD', one.id)
}

/** `Supplied 33 states`, `35 countries sent arms to Kyiv`: who they are is not told. */
export function countedStates({ head, sentence, inPart, whole, context }: Scene, flow: FlowWord | undefined): People | undefined {
  const { last } = context
  const isSold = head.kind === 'count' && customers.test(sentence.text.slice(head.end)) && context.claimIndex === sentence.index
  if (head.kind === 'count' && flow?.verb === true && flow.way !== 'both' && customers.test(sentence.text.slice(head.end))) {
    const seller = whole.find(({ role, mention, by }) => role !== 'beside' && mention.end <= head.start && by?.start === flow.start)?.id
    if (seller !== undefined) return flow.way === 'out' ? way(seller, 'WLD') : way('WLD', seller)
  }
  if (isSold && last?.direction.endsWith('->WLD') === true && inPart.every(({ id }) => last.actors.includes(id))) return last
  if (head.kind !== 'count' || flow?.verb !== true || flow.way === 'both' || !states.test(sentence.text.slice(head.end))) return undefined
  const isAhead = head.end <= flow.start
  const one = inPart.find(
    ({ role, mention }) => role !== 'beside' && (isAhead ? mention.start > flow.start : mention.start < head.start),
  )?.id
  const told = one ?? (isAhead ? undefined : context.last?.actors[0])
  if (told === undefined) return undefined
  const isDoneBy = !isAhead && /\bby (?:about |around |some |at least |over |more than )?$/.test(sentence.text.slice(flow.end, head.start))
  return (flow.way === 'out') === (isAhead || isDoneBy) ? way('WLD', told) : way(told, 'WLD')
}

const states = /^(?: \w+){0,2} (?:countries|states|nations)\b/i
const customers = /^(?: of (?:its|their|the) (?:\w+ )?(?:\w+ )?| \w+ | )(?:customers|buyers|clients|recipients|suppliers)\b/i
