import { type Analysis, within } from './analysis.ts'
import { isGroup } from './areas.ts'
import { actingIn, members, sanctioned, vetoers, voters } from './claim-bodies.ts'
import { dealt, isOneSided, isTravel, sentAway, sentHome, settledIn, visited } from './claim-deeds.ts'
import { directedOf, isTurned } from './claim-direction.ts'
import { listed } from './claim-list.ts'
import { wayOf } from './claim-way.ts'
import { type Context, counterpart } from './context.ts'
import { isWithin } from './country-groups.ts'
import { rowedIn } from './distributed.ts'
import type { FlowWord } from './flow-words.ts'
import type { Head } from './head.ts'
import type { Span } from './mention.ts'
import { placed } from './participants.ts'
import { referent } from './referents.ts'
import { isListed, owns, type Placed } from './roles.ts'
import { distinct, idsOf, nobody, type People, type Scene, way } from './scene.ts'
import type { Topic } from './topics.ts'
import { wholeOf } from './unions-and-members.ts'

/** Who stands to whom, filled from the rest of the sentence and from what was said before. */
export function peopleOf(sentence: Analysis, head: Head, part: Span, topic: Topic | undefined, before: Context): People {
  const context = { ...before, known: [...before.known, ...sentence.actors.flatMap(({ ids }) => [...ids])] }
  const isDeed = head.kind === 'event' || head.kind === 'membership'
  const named = placedIn(sentence, context).filter(({ id }) => !isDeed || !isGroup(id))
  const all = head.kind === 'event' ? withoutPlace(named, sentence, head) : named
  const { whole, inPart } = rowedIn(
    sentence,
    head,
    all,
    all.filter(({ mention }) => within(mention, part)),
  )
  const scene: Scene = { sentence, head, part, whole, inPart, context }
  const people = peopleIn(scene, topic)
  return head.kind === 'ranking' ? rankedFirst(people, wayOf(sentence, head, part)) : people
}

const meeting = /\b(?:agree|sign|met\b|meet|conclud|talk|initial|negotiat|truce|ceasefire)/i

/** `Agreed to a ceasefire in Malaysia`: where two met, who are named beside it. */
function withoutPlace(all: readonly Placed[], { text }: Analysis, head: Head): readonly Placed[] {
  if (!meeting.test(text.slice(head.start, head.end + 30))) return all
  const isPlace = ({ mention }: Placed): boolean => mention.form === 'name' && /\bin $/.test(text.slice(0, mention.start))
  const rest = all.filter((one) => !isPlace(one))
  return idsOf(rest).length > 1 ? rest : all
}

/** Of an order by what somebody is to another, the one who has the place stands first: the customer, who buys, before the supplier. */
function rankedFirst(people: People, flow: FlowWord | undefined): People {
  const [from, to] = people.direction.split('->')
  if (flow?.agent !== true || from === undefined || to === undefined || people.actors.length !== 2) return people
  return { ...people, actors: flow.way === 'in' ? [to, from] : [from, to] }
}

function peopleIn(scene: Scene, topic: Topic | undefined): People {
  const { sentence, head, part, context } = scene
  if (head.kind === 'membership') return topic?.domain === 'alliance' && topic.id === 'treaty' ? loose(scene, topic) : members(scene)
  const speaking = head.rule === 'declared' ? spokenBy(scene) : undefined
  if (speaking !== undefined) return speaking
  if (head.kind === 'event' && topic?.id === 'membership') return members(scene)
  if (isActed(scene)) return acted(scene)
  if (isAgreed(scene)) return loose(scene, topic)
  const above = comparedWith(scene)
  if (above !== undefined) return above
  if (topic?.id === 'un-votes' || isTally(scene)) return voters(scene)
  if (topic?.id === 'vetoes') return vetoers(scene)
  if (topic?.domain === 'sanctions' || topic?.id === 'sanctions') return sanctioned(scene)
  if (topic?.domain === 'narrative' && topic.id !== 'students') return opinions(scene)
  const listing = sanctionedOf(scene, topic)
  if (listing !== undefined) return listing
  const deed = sentHome(scene) ?? settledIn(scene) ?? (head.kind === 'count' ? sentAway(scene) : undefined) ?? deedOf(scene, topic)
  if (deed !== undefined) return deed
  if (head.kind === 'event' && topic !== undefined && agreed.test(sentence.text.slice(part.start, part.end))) return loose(scene, topic)
  if (head.unit === 'km') return together(scene)
  const own = atHome(scene)
  if (own !== undefined) return own
  if (isOfTheLeading(scene)) return { actors: ['WLD'], direction: 'n/a' }
  const share = ofWorld(scene) ?? inWorld(scene)
  if (share !== undefined) return share
  const item = listed(scene)
  if (item !== undefined) return item
  const flow = wayOf(sentence, head, part)
  if (topic !== undefined && moved.has(topic.id) && isSent(scene)) return directedOf(scene, flow, 'out')
  if (topic?.flow === 'none' && head.quantity !== undefined && isHandedOver(scene, flow)) return directedOf(scene, flow, 'out')
  if (topic?.flow === 'none' && !(moved.has(topic.id) && flow !== undefined && flow.way !== 'both')) return loose(scene, topic)
  if (
    isTurned(scene) &&
    flow?.way !== 'both' &&
    context.sent !== null &&
    !scene.inPart.some(({ role }) => role === 'sender' || role === 'receiver')
  )
    return directedOf(scene, flow, flow?.way === 'in' ? 'in' : 'out')
  if (isItAgain(scene, flow) && context.last !== null) return context.last
  const counted = countedStates(scene, flow)
  if (counted !== undefined) return counted
  const here = scene.inPart.length > 0 ? scene.inPart : scene.whole.filter(({ mention }) => mention.end <= head.start)
  if (flow === undefined && here.some(isMoving)) return directedOf(scene, flow, 'out')
  if (flow === undefined && head.kind === 'event' && !head.rule.startsWith('sanction')) return loose(scene, topic)
  const again = flow === undefined && !sentence.topics.some((one) => one.topic.flow === 'both') ? repeated(scene) : undefined
  if (again !== undefined) return again
  const debtor = debtorOf(scene, flow)
  if (debtor !== undefined) return debtor
  if (isSameAgain(scene, flow) && context.last !== null) return context.last
  const goes = flow?.way ?? (topic === undefined || topic.flow === 'none' ? 'both' : topic.flow)
  return goes === 'both' ? together(scene) : directedOf(scene, flow, goes, topic)
}

/** What a leader told or declared: his state towards the other that the sentence or the text is about. */
function spokenBy({ sentence, head, whole, context }: Scene): People | undefined {
  const speaker = sentence.actors.find(({ form, end }) => form === 'leader' && end <= head.start)?.ids[0]
  if (speaker === undefined) return undefined
  const named = whole.find(({ id }) => id !== speaker && context.pair?.includes(id) === true)?.id
  const other = named ?? counterpart(speaker, context)
  return other === undefined ? undefined : way(speaker, other)
}

/** `The measures now apply to 19 persons`: a number of those on a list goes with the sanctions told before. */
function sanctionedOf({ head, sentence, whole, context: { sanctions } }: Scene, topic: Topic | undefined): People | undefined {
  if (head.kind !== 'count' || sanctions === null || (topic !== undefined && topic.domain !== 'diplomacy')) return undefined
  if (!/\b(?:individuals|entities|persons|officials|ministers|listed|measures|list)\b/i.test(sentence.text)) return undefined
  return whole.every(({ id }) => sanctions.includes(id)) ? way(...sanctions) : undefined
}

const struck = /\b(?:expelled|suspended|blacklisted|sanctioned|banned|recalled|froze|summoned)\s+(?:[\w-]+ ){0,2}$/i

/** Visits and what is done to another state go one way; so do those that are wanted or foretold. */
function deedOf(scene: Scene, topic: Topic | undefined): People | undefined {
  const { kind, quantity } = scene.head
  if (kind === 'count' && (topic?.id === 'visits' || topic?.id === 'students') && scene.inPart.length > 0) return visited(scene)
  if (kind === 'count' && struck.test(scene.sentence.text.slice(0, scene.head.start))) return dealt(scene)
  if (quantity !== undefined || (kind !== 'event' && kind !== 'attribution')) return undefined
  if (topic?.id === 'visits' || isTravel(scene)) return visited(scene)
  return topic?.id === 'relations' || isOneSided(scene) ? dealt(scene) : undefined
}

/** `Copper made up 82 % of these sales, worth 14 million`: a later amount without a name or a word of its own keeps the sides of the one before. */
const isSameAgain = ({ inPart, part, sentence, head, context }: Scene, flow: FlowWord | undefined): boolean => {
  if (inPart.length > 0 || head.kind === 'comparison' || context.claimIndex !== sentence.index || flow === undefined) return false
  const isShare = head.unit === 'percent' && / of (?:all|the|its|total) (?:\w+ )?(?:ex|im)ports/.test(sentence.text.slice(head.end))
  return isShare || flow.end <= part.start
}

/** `The country was first; a year on it came twelfth`: who has just been told of, without a word of its own that tells the way. */
const isItAgain = ({ inPart, part, sentence, head, context }: Scene, flow: FlowWord | undefined): boolean =>
  context.claimIndex === sentence.index &&
  (head.kind === 'ranking' || head.kind === 'share') &&
  inPart.length > 0 &&
  inPart.every(({ mention, id }) => mention.form === 'pronoun' && context.last?.actors.includes(id) === true) &&
  (flow === undefined || flow.end <= part.start)

const states = /^(?: \w+){0,2} (?:countries|states|nations)\b/i
const customers = /^(?: \w+){0,1} (?:customers|buyers|clients|recipients)\b/i

/** `Supplied 33 states`, `35 countries sent arms to Kyiv`: who they are is not told. */
function countedStates({ head, sentence, inPart, context }: Scene, flow: FlowWord | undefined): People | undefined {
  const { last } = context
  const isSold = head.kind === 'count' && customers.test(sentence.text.slice(head.end)) && context.claimIndex === sentence.index
  if (isSold && last?.direction.endsWith('->WLD') === true && inPart.every(({ id }) => last.actors.includes(id))) return last
  if (head.kind !== 'count' || flow?.verb !== true || flow.way === 'both' || !states.test(sentence.text.slice(head.end))) return undefined
  const isAhead = head.end <= flow.start
  const one = inPart.find(
    ({ role, mention }) => role !== 'beside' && (isAhead ? mention.start > flow.start : mention.start < head.start),
  )?.id
  const told = one ?? (isAhead ? undefined : context.last?.actors[0])
  if (told === undefined) return undefined
  return (flow.way === 'out') === isAhead ? way('WLD', told) : way(told, 'WLD')
}

const domestic =
  /\b(?:economy|economies|GDP|gross domestic product|output|revenues?|budget|inflation|population|unemployment|reserves|harvest|prices|interest rate|capacity|refining|production)\b/i

/** What one state has or makes at home: `the state's revenue`, `its output of oil`; nobody else is named beside it. */
function atHome({ head, whole, sentence, part, context }: Scene): People | undefined {
  if (head.kind === 'event' || head.kind === 'membership' || head.kind === 'comparison') return undefined
  const near = sentence.text.slice(Math.max(part.start, head.start - 60), Math.min(part.end, head.end + 40))
  const ids = idsOf(whole)
  if (/\b(?:those|these|such) (?:deliveries|exports|imports|sales|purchases|shipments|goods)\b/i.test(near)) return undefined
  if (!domestic.test(near) || ids.length > 1 || /\b(?:trade|exports? to|imports? from|loans?|aid|debt)\b/i.test(near)) return undefined
  const owner = ids[0] ?? context.subject ?? context.titled ?? undefined
  return owner === undefined ? undefined : { actors: [owner], direction: 'n/a' }
}

const worldOut =
  /\b(?:global|world(?:['’]s)?|worldwide|international) (?:[\w-]+ ){0,3}(?:exports|sales|deliveries|supplies)\b|\bof all (?:the )?(?:major )?(?:arms|weapons|weaponry) (?:exported|sold|delivered)\b/i
const worldIn =
  /\b(?:global|world(?:['’]s)?|worldwide|international) (?:[\w-]+ ){0,3}(?:imports|purchases)\b|\bof all (?:the )?(?:major )?(?:arms|weapons|weaponry) (?:imported|bought|purchased)\b/i

/** `A, B and C make up 21 percent of the world's exports`, `of all arms imported India received 14`: what goes to or comes from all the world. */
function ofWorld({ head, inPart, sentence, part }: Scene): People | undefined {
  if (head.unit !== 'percent' || (head.kind !== 'share' && head.kind !== 'trend')) return undefined
  const text = sentence.text.slice(0, part.end)
  const isOut = worldOut.test(text)
  if (isOut === worldIn.test(text)) return undefined
  const own = inPart.filter(({ role, prepositional }) => role !== 'beside' && prepositional !== true)
  const isRow = own.every(({ mention }, i) => i === 0 || isListed(sentence.text, own[i - 1]!.mention, mention))
  const [first, ...rest] = idsOf(own)
  if (first === undefined || !isRow || inPart.some(({ role, prepositional }) => role !== 'beside' && prepositional === true))
    return undefined
  return { actors: [first, ...rest, 'WLD'], direction: isOut ? `${first}->WLD` : `WLD->${first}` }
}

/** `It accounted for 3 % of the global total`: of what was told of that state just before. */
function inWorld({ head, whole, sentence, part, context }: Scene): People | undefined {
  const [one, ...rest] = idsOf(whole)
  const { last } = context
  if (head.unit !== 'percent' || one === undefined || rest.length > 0 || last === null || !last.actors.includes(one)) return undefined
  const text = sentence.text.slice(part.start, part.end)
  if (!last.direction.includes('->') || !/\b(?:global|world|worldwide) (?:total|market|arms|exports|imports|sales|trade)\b/i.test(text))
    return undefined
  return last.direction.startsWith(one) ? way(one, 'WLD') : way('WLD', one)
}

/** `Gave Manila radars worth 600 million`: from one to another, whatever the sentence is about. */
const isHandedOver = ({ inPart }: Scene, flow: FlowWord | undefined): boolean =>
  flow?.verb === true &&
  flow.way === 'out' &&
  inPart.some(({ role, by }) => role === 'sender' && by?.start === flow.start) &&
  inPart.some(({ role, by }) => role === 'receiver' && by?.start === flow.start)

/** `13 members were in favour`: votes, where the text tells of resolutions. */
const isTally = ({ head, sentence, context }: Scene): boolean =>
  head.kind === 'count' &&
  context.judged !== null &&
  /^[^.;]{0,80}\b(?:in favou?r|abstain(?:ed|ing)?|abstentions?|voted|votes)\b(?! of)/i.test(sentence.text.slice(head.end))

const leading =
  /\b(?:the|these|those) (?:top |world['’]s )?(?:three|four|five|ten|\d+) (?:largest|biggest|leading|top|main) (?:arms |weapons |gas |oil |military )?(?:ex|im)?(?:porters|suppliers|buyers|recipients|spenders|producers)\b/i

/** `The five largest exporters accounted for 76 percent`: who they are is not told. */
const isOfTheLeading = ({ head, sentence, part, whole }: Scene): boolean =>
  (head.kind === 'share' || head.kind === 'trend' || head.kind === 'quantity') &&
  whole.every(({ mention, role }) => mention.form === 'pronoun' || role === 'beside') &&
  leading.test(sentence.text.slice(part.start, part.end))

const moved: ReadonlySet<string> = new Set(['weapon-systems', 'bases'])

/** No word tells which way: what was told before goes on, for whom it names. */
function repeated({ inPart, whole, context, sentence }: Scene): People | undefined {
  if (inPart.length === 0 && context.claimIndex === sentence.index && context.last !== null) return context.last
  const ids = idsOf((inPart.length > 0 ? inPart : whole).filter(({ role }) => role !== 'beside'))
  if (
    ids.length === 0 &&
    context.claimIndex === sentence.index - 1 &&
    /^(?:It|This|That|The (?:figure|amount|total|sum)) /.test(sentence.text)
  )
    return context.lead ?? ofThePair(context)
  if (ids.length === 0) return ofThePair(context)
  if (whole.some(({ mention }) => mention.rule === 'both')) return { actors: ids, direction: 'total' }
  const { last } = context
  if (last?.direction.includes('->') === true && goesOn.test(sentence.text) && ids.every((id) => last.actors.includes(id))) return last
  const before = context.recent.find((pair) => ids.every((id) => pair.ends.includes(id)))
  if (before === undefined) return undefined
  const other = before.ends.find((id) => id !== ids[0])
  const all = ids.length === 1 && other !== undefined ? wholeOf(other, ids[0]!, context) : undefined
  const put = (id: string): string => (all !== undefined && id === other ? all : id)
  return { actors: before.ends.map(put), direction: before.direction.split('->').map(put).join('->') }
}

/** `In 2021 it amounted to`: of what was told before. */
const goesOn =
  /^(?:(?:In|By|At|For|During|Over) [^,;.]{3,30},? )?(?:[Ii]t|[Tt]his|[Tt]hat|[Tt]hey|[Tt]hese|[Tt]hose) (?:\w+ ){0,2}(?:amounted|came|stood|made up|accounted|reached|was|were|rose|fell|grew|had)\b/

/** The last between the two of the text; the last at all where the text has no two. */
function ofThePair({ last, pair, bilateral, recent }: Context): People | undefined {
  if (last === null || pair === null || !bilateral || pair.every((id) => last.actors.includes(id))) return last ?? undefined
  const own = recent.find(({ ends }) => pair.every((id) => ends.includes(id)))
  return own === undefined ? last : { actors: own.ends, direction: own.direction }
}

/** `Goods from China`, `Russian gas`, `went to China`: it moves, though no word says sold or bought. */
const isMoving = ({ role, by, prepositional }: Placed): boolean =>
  (role === 'sender' && by === undefined) ||
  ((role === 'receiver' || role === 'sender') && (by === undefined || by.way === 'both') && prepositional === true)

const pact = /\b(?:sign(?:ed|s)?|initialled|ratified|concluded|in force|into force|took effect|agreed|sealed)\b/i
const matter = /\b(?:agreements?|treat(?:y|ies)|pacts?|accords?|memorand(?:um|a)|partnership|declarations?|deal)\b/i

/** A treaty that is signed or comes into force has both sides alike, whatever it is about. */
const isAgreed = (scene: Scene): boolean => {
  const { head, sentence, part } = scene
  const told = sentence.text.slice(part.start, part.end)
  if (head.kind !== 'event' || head.topic === 'sanctions') return false
  if (/\b(?:together|jointly)\b/.test(told) && idsOf(scene.inPart).length >= 2) return true
  if (!pact.test(sentence.text.slice(head.start, head.end))) return false
  const isAnd = / and (?:the )?\S+ $/.test(sentence.text.slice(0, head.start))
  return head.rule === 'pact-force' || isAnd || isJoint(scene) || matter.test(told) || /\b(?:signed|initialled)\b/.test(sentence.text)
}

/** Two who act as one: `Washington and the Kremlin agreed`. */
const isJoint = ({ whole, head, sentence }: Scene): boolean => {
  const [one, other] = whole.filter(({ mention, role }) => mention.end <= head.start && role !== 'beside')
  return one !== undefined && other !== undefined && /^,? and (?:the )?$/.test(sentence.text.slice(one.mention.end, other.mention.start))
}

/** `Almost double what they bought in Norway`: what the sentence told just before is compared with another. */
function comparedWith({ head, sentence, part, whole, context }: Scene): People | undefined {
  const { last, claimIndex } = context
  if (head.kind !== 'comparison' || last === null || claimIndex !== sentence.index || last.actors.length !== 2) return undefined
  const others = whole.filter(({ id, mention }) => !last.actors.includes(id) && within(mention, part) && mention.start > head.start)
  if (others.length === 0 || /^(?:less|fewer|smaller|lower|half)\b/i.test(sentence.text.slice(head.start))) return undefined
  return { actors: distinct([...last.actors, ...idsOf(others)]), direction: last.direction }
}

/** What happened is done by one to another, unless its word tells which way something goes. */
const isActed = ({ head, sentence }: Scene): boolean =>
  head.kind === 'event' &&
  !/\b(?:was|were|been|is|are|being) $/.test(sentence.text.slice(0, head.start)) &&
  !/\b(?:General Assembly|Council of Europe|Human Rights Council)\b/.test(sentence.text) &&
  (head.rule === 'complaint' ||
    head.rule === 'force' ||
    (/^(?:told|dated|dealing)$/.test(head.rule) &&
      (against.test(sentence.text.slice(head.start, head.end + 40)) || barriers.test(sentence.text.slice(head.start, head.end + 60)))))

/** `Tightened its restrictions on French goods`. */
const barriers =
  /^(?:\w+ ){0,3}(?:tightened|eased|introduced|raised|lowered|scrapped|lifted|imposed|slapped|levied|extended|doubled|put) (?:[\w-]+ ){0,4}(?:restrictions|duties|duty|tariffs?|curbs|controls|quotas?|lev(?:y|ies)|bans?|barriers)\b/iu

/** What one state does alone, against another or away from it. */
const against =
  /^(?:\w+ ){0,3}(?:walk(?:s|ed) out|forbids?|forbade|forbidden|banned|bars?|barred|block(?:s|ed)?|kept (?:[\p{L}]+ )+out|put (?:[\p{L}]+ )+under|left|withdrew|quit|lev(?:y|ies|ied)|suspended|froze|frozen|halted|cut off|seized|denounced|accused?s?|stopped|restricted|curbed|slapped|imposed|threatened|expelled|retaliated|closed|fired|struck|bombed|shelled|attacked|invaded)\b/iu

/** `Soldiers came to Belarus`. */
const isSent = ({ inPart, sentence }: Scene): boolean =>
  inPart.some(
    ({ role, prepositional, mention }) =>
      role === 'receiver' && prepositional === true && /\b(?:to|into) (?:the )?$/.test(sentence.text.slice(0, mention.start)),
  )

const agreed = /\b(?:agreements?|treat(?:y|ies)|pacts?|accords?|memorand(?:um|a)|partnership)\b/i

/** What one does to another. */
function acted(scene: Scene): People {
  if (scene.whole.length === 0 && scene.context.pair !== null) return { actors: scene.context.pair, direction: 'total' }
  const [one, ...fellows] = actingIn(scene)
  if (one === undefined) return nobody
  if (fellows.length > 0 && isJoint(scene)) {
    const other = idsOf(scene.whole).find((id) => id !== one && !fellows.includes(id))
    return { actors: distinct([one, ...fellows, other]), direction: other === undefined ? 'total' : `${one}->${other}` }
  }
  const other = idsOf(scene.whole).find((id) => id !== one) ?? counterpart(one, scene.context)
  return other === undefined ? { actors: [one], direction: 'n/a' } : way(one, other)
}

/** Those whom a sentence names or means, with their places in it; Europe is the Union where a text is about that. */
export function placedIn(sentence: Analysis, context: Context): Placed[] {
  const all = placed(sentence, (mention) => referent(mention, sentence.text, sentence.actors, context))
  const people = all.filter((one) => !isField(one, all, sentence.text))
  const isUnion = context.pair?.includes('EUU') === true
  return isUnion ? people.map((one) => (one.id === 'EUR' ? { ...one, id: 'EUU' } : one)) : people
}

const place =
  /^(?:['’]s?)? (?:(?:single|second|third|fourth|fifth|sixth|seventh|\d{1,2}(?:st|nd|rd|th))[- ])?(?:largest|biggest|top|main|leading|chief|most important|number one|heaviest) (?:[\w-]+ ){0,2}(?:importer|buyer|customer|purchaser|consumer|exporter|supplier|seller|trader|donor|lender|investor|recipient)s?\b/

/** `Hungary is the EU's biggest importer of Russian gas`: among whom one of them has a place is no side of it. */
const isField = ({ id, mention }: Placed, all: readonly Placed[], text: string): boolean =>
  (place.test(text.slice(mention.end)) || largestOf.test(`${text.slice(0, mention.start)}|${text.slice(mention.end)}`)) &&
  all.some(
    (one) =>
      one.id !== id && one.mention.end <= mention.start && !one.prepositional && one.mention.form !== 'adjective' && isPart(one.id, id),
  )

const largestOf =
  /\b(?:largest|biggest|top|main|leading) \| (?:importer|buyer|customer|purchaser|consumer|exporter|seller|donor|recipient)s?\b/

const isPart = (one: string, whole: string): boolean => ['EUU', 'EUR', 'AFR', 'SSF', 'ASEAN'].includes(whole) && isWithin(one, whole)

/** `External debt of 131 billion`, `public debt came to`: that of one state, to whomever it is owed. */
function debtorOf({ head, whole, sentence, context }: Scene, flow: FlowWord | undefined): People | undefined {
  if (flow === undefined || !/\bdebts?$/i.test(flow.text) || head.kind === 'ranking') return undefined
  const around = sentence.text.slice(Math.max(0, flow.start - 25), head.end + 8)
  if (!/\b(?:public|external|foreign|government|national|total|sovereign) (?:\w+ )?debts?\b/i.test(around)) return undefined
  if (head.kind === 'share' && /^ ?(?:of|in) (?:the |its |their )?(?:\S+ ){0,5}debt/i.test(sentence.text.slice(head.end))) return undefined
  const owner = whole.find(({ role, by }) => role !== 'beside' && by?.start === flow.start)?.id
  const known = owner ?? debtorBefore(context)
  return known === undefined ? undefined : { actors: [known], direction: 'n/a' }
}

/** Who owed last. */
const debtorBefore = ({ recent, subject }: Context): string | undefined =>
  recent.find(({ domain, direction }) => domain === 'finance' && direction.includes('->'))?.direction.split('->')[1] ?? subject ?? undefined

/** Those named in the part, else in the sentence, else the two of the text; who is only compared with is left out. */
function named({ inPart, whole, context, sentence, head }: Scene): string[] {
  const of = (some: readonly Placed[]): string[] => {
    const told = some.filter(({ role }) => role !== 'beside')
    const acting = told.filter(
      ({ mention }) => !(mention.form === 'capital' && /\b(?:in|at|near) $/.test(sentence.text.slice(0, mention.start))),
    )
    return idsOf(acting)
  }
  const leaders = sentence.actors.filter(({ form, end, possessive }) => form === 'leader' && !possessive && end <= head.start)
  if (head.kind === 'event' && leaders.length === 2) return distinct(leaders.flatMap(({ ids }) => [...ids]))
  const own = of(inPart)
  if (own.length > 0) return own
  return of(whole).length > 0 ? of(whole) : [...(context.pair ?? [])]
}

const own =
  /\b(?:join(?:ing)?|membership|accession|the decision|in favou?r\b(?! of)|NATO|conscription|spending|their (?:own )?government)\b/i

/** What the people of one state think of another; of what their own state does they are alone. */
function opinions({ inPart, whole, context, sentence }: Scene): People {
  const ids = inPart.length > 1 ? idsOf(inPart) : idsOf(whole)
  if (ids.length >= 2) return way(ids[0]!, ids[1]!)
  if (own.test(sentence.text)) return { actors: distinct([ids[0] ?? context.subject ?? undefined]), direction: 'n/a' }
  if (ids.length === 0) return context.last ?? (context.pair === null ? nobody : way(...context.pair))
  const [one] = ids
  const other = counterpart(one!, context)
  if (other === undefined) return nobody
  return context.last?.direction === `${other}->${one}` ? context.last : way(one!, other)
}

const alone: ReadonlySet<string> = new Set(['defence-spending', 'gdp', 'reserves', 'weapon-systems', 'bases'])

/** What goes no way: treaties, visits, exercises have both sides; spending and armies have one. */
function loose(scene: Scene, topic: Topic | undefined): People {
  const { context, whole } = scene
  const ids = named(scene)
  if (topic !== undefined && alone.has(topic.id) && scene.head.kind !== 'event') {
    if (/\b(?:[Ww]orld|[Gg]lobal)(?:['’]s)? (?:military|defen[cs]e|arms) /.test(scene.sentence.text))
      return { actors: ['WLD'], direction: 'n/a' }
    if (whole.length === 0 && moved.has(topic.id) && context.last !== null) return ofThePair(context) ?? context.last
    if (whole.length === 0) return { actors: distinct([context.subject ?? ids[0]]), direction: 'n/a' }
    return { actors: ids, direction: 'n/a' }
  }
  if (ids.length !== 1) return { actors: ids, direction: ids.length === 0 ? 'n/a' : 'total' }
  const other = context.bilateral || context.recent.length > 0 ? counterpart(ids[0]!, context) : undefined
  const rest = idsOf(whole.filter(({ id, role }) => id !== ids[0] && role !== 'beside'))
  return { actors: distinct([ids[0], rest[0] ?? other]), direction: other === undefined && rest.length === 0 ? 'n/a' : 'total' }
}

/** Trade, deficits, partners: both ways between two. */
function together(scene: Scene): People {
  const { inPart, whole, head, context } = scene
  const two = (ids: readonly string[]): People => ({ actors: ids, direction: 'total' })
  if (head.kind === 'comparison') {
    const all = idsOf(whole)
    return two(
      all.length >= 3
        ? all
        : distinct([...all, ...(all.length < 2 || !context.pair?.every((one) => all.includes(one)) ? [context.home ?? undefined] : [])]),
    )
  }
  const kept = (some: readonly Placed[]): string[] => idsOf(some.filter(({ role }) => role !== 'beside'))
  const all = kept(whole)
  const home = all[0] ?? context.titled ?? context.hub ?? context.home
  if (abroad.test(scene.sentence.text) && all.length < 2 && home !== null && home !== 'WLD') return two([home, 'WLD'])
  const own = kept(inPart)
  if (own.length >= 2) return two(own.slice(0, 2))
  const [first] = own
  if (first !== undefined) return two(distinct([first, partnerOf(scene, first) ?? 'WLD']))
  const rest = kept(whole)
  if (rest.length >= 2) return two(rest.slice(0, 2))
  if (rest.length === 1) return two(distinct([rest[0], counterpart(rest[0]!, context) ?? 'WLD']))
  const balanced = rest.length === 0 && isBalance(scene) ? bothWays(context) : undefined
  if (balanced !== undefined) return balanced
  if (context.last?.direction === 'total') return two(context.last.actors.slice(0, 2))
  return two(context.bilateral || context.hub === null ? (context.pair ?? []) : [context.hub, 'WLD'])
}

/** What one has with all the world. */
const abroad =
  /\b(?:foreign|external|overall|total) trade (?:deficit|surplus|gap|balance|turnover)\b|\b(?:gap|deficit|surplus|balance) (?:in|of) (?:foreign|external) trade\b|\b(?:deficit|surplus) of the (?:country|republic|kingdom)\b|\b(?:country|republic|kingdom)['’]s (?:trade|overall) (?:deficit|surplus)\b/i

const isBalance = ({ sentence, part, context }: Scene): boolean =>
  context.claimIndex >= sentence.index - 1 && /\b(?:surplus|deficit|balance|gap|total)\b/i.test(sentence.text.slice(part.start, part.end))

/** The two between whom goods went both ways in the last claims: what is left between them is theirs. */
function bothWays({ recent }: Context): People | undefined {
  const [last, ...before] = recent
  if (last === undefined || last.ends.includes('WLD')) return undefined
  const [a, b] = last.ends
  const back = before.slice(0, 3).some(({ ends, direction }) => ends.includes(a) && ends.includes(b) && direction !== last.direction)
  return back ? { actors: last.ends, direction: 'total' } : undefined
}

/** With whom one in the part trades: whose trade the sentence tells of, another of the sentence who is not listed with him, else who was told before. */
function partnerOf(scene: Scene, first: string): string | undefined {
  const { whole, inPart, context } = scene
  const owner = whole.find(
    (one) => one.id !== first && one.role !== 'beside' && one.role !== 'holder' && one.by?.way === 'both' && owns(one),
  )?.id
  const before = insteadOf(scene, first) ?? owner ?? itemBefore(scene, first)
  if (before !== undefined) return before
  const isListed = inPart.some(({ prepositional }) => prepositional === true)
  const rest = idsOf(
    whole.filter(({ id, role, prepositional }) => id !== first && role !== 'beside' && !(isListed && prepositional === true)),
  )
  const isOutside = !context.bilateral && context.home !== null && context.home !== first
  const joined = rest.filter((id) => whole.some((one) => one.id === id && (one.by?.way === 'both' || one.role === 'partner')))
  if (isNear(scene, isOutside ? joined : rest)) return (isOutside ? joined : rest)[0]
  const isHub = !context.bilateral && (context.home ?? context.hub) === first && context.recent.length === 0
  return isHub ? 'WLD' : counterpart(first, context)
}

/** `Its trade with the US came to 612 billion, against 611 for Canada`: the one takes the place of whom the sentence is about. */
function insteadOf({ whole, sentence, context: { last, claimIndex } }: Scene, first: string): string | undefined {
  if (claimIndex !== sentence.index || last?.direction !== 'total' || last.actors.length !== 2) return undefined
  const one = whole.find(({ id }) => id === first)
  const before = sentence.text.slice(0, one?.mention.start ?? 0)
  if (!/\b(?:against|compared with|versus|after)\b[^;]{0,90}\d[^;,]{0,25} for (?:the )?$/.test(before)) return undefined
  const subject = whole.find(({ prepositional, role }) => prepositional !== true && role !== 'beside')?.id
  return whole.find(
    ({ id, prepositional, mention, by }) =>
      (prepositional === true || (by?.way === 'both' && mention.possessive)) && id !== subject && id !== first,
  )?.id
}

/** `Trade with China was 26 billion, with Australia 25`: whose trade that with the one before was. */
function itemBefore({ whole, sentence, context: { last, claimIndex } }: Scene, first: string): string | undefined {
  if (claimIndex !== sentence.index || last?.direction !== 'total' || last.actors.length !== 2 || last.actors.includes(first))
    return undefined
  const items = whole
    .filter(({ prepositional, role }) => prepositional === true && role === 'partner')
    .filter(({ mention }) => mention.form !== 'pronoun')
  const at = items.findIndex(({ id }) => id === first)
  const before = items[at - 1]?.id
  return before !== undefined && last.actors.includes(before) ? last.actors.find((id) => id !== before) : undefined
}

/** Another state of the sentence is the partner where it is one of the text's two, or the text has no two. */
const isNear = ({ context }: Scene, rest: readonly string[]): boolean =>
  rest.length > 0 && (!context.bilateral || (context.pair?.includes(rest[0]!) ?? false))
