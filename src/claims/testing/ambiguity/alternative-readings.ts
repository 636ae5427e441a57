import type { Claim, ClaimPeriod } from '../../claim.ts'
import type { ClaimBench } from '../../claim-bench.ts'
import type { TextSpan } from '../../text/mention.ts'
import { wholeNamedIn } from '../../text/names/country-groups.ts'
import { flowWordsIn } from '../../text/topics/flow-words.ts'
import { familyOf } from '../questions/query-flows.ts'
import {
  clauseAround,
  type NamedStates,
  type NamedTime,
  namedBySentence,
  relativeTimes,
  statedTimes,
  yearsOf,
} from '../sentences/named-in-text.ts'
import type { SlotConfidence, SlotConfidences } from './slot-confidence.ts'

/** A claim as it may have been meant, where its words leave a slot open. */
export interface AlternativeReading {
  readonly claim: Claim
  /** What was read otherwise, as a sentence goes on: `of CHL->PER`, `in 2012`. */
  readonly label: string
  /** The record must have figures of it before it can be put aside: the sentence itself names what it is of. */
  readonly requiresFigures: boolean
  /** Two slots were read otherwise: many such readings are tried, and one is near a wrong figure by chance soon enough. */
  readonly changesTwoSlots: boolean
}

/** Every other reading of a claim that its text leaves room for: other partners, the other way, other times. None where its own words settle all. */
export function alternativeReadings(
  claim: Claim,
  { who, when }: Pick<SlotConfidences, 'who' | 'when'>,
  bench: Pick<ClaimBench, 'sentences' | 'date'>,
): AlternativeReading[] {
  const named = namedBySentence(bench)
  const own = named[claim.sentence_index]
  if (own === undefined) return []
  const others = who === 'own' ? [] : withOtherActors(claim, own, named)
  const people = [
    ...others,
    ...(otherDirection.test(claim.sentence) ? others.flatMap((one) => withOtherDirection(one, own)) : []),
    ...withOtherDirection(claim, own),
    ...withBothDirections(claim, own),
    ...withOtherContrast(claim),
    ...withWorldAsPartner(claim, own),
    ...withOtherWhole(claim),
  ]
  const isOfLister = subjectOfList(claim, named, bench.sentences)
  const nearer = when === 'text' ? nearerTimes(claim, own, named, bench.date) : new Set<string>()
  const timesOf = (one: Claim): Claim[] => (when === 'own' ? [] : withOtherTimes(one, named, when, bench.date))
  return [
    ...people.map((one) => ({
      claim: one,
      label: actorsLabel(one),
      requiresFigures: (who === 'near' && others.includes(one)) || isOfHost(one, claim) || (others.includes(one) && isOfLister(one)),
      changesTwoSlots: false,
    })),
    ...timesOf(claim).map((one) => ({
      claim: one,
      label: periodLabel(one),
      requiresFigures: (when === 'near' && isAsFine(one, claim)) || (nearer.has(JSON.stringify(one.period)) && !isFiner(one, claim)),
      changesTwoSlots: false,
    })),
    ...people
      .flatMap(timesOf)
      .map((one) => ({ claim: one, label: `${actorsLabel(one)} ${periodLabel(one)}`, requiresFigures: false, changesTwoSlots: true })),
  ]
}

/** The way is told by what went before, so that with another partner it is another way. */
const otherDirection = /\b(?:other|opposite|reverse) (?:direction|way)\b|\bin return\b|\bconversely\b/i

/** The times that the sentence names, or the last one before it that names any, and the year of the text and the one before, where the claim's own was told farther back. */
function nearerTimes(
  { period, sentence_index: index, domain }: Claim,
  own: NamedStates,
  named: readonly NamedStates[],
  date: string,
): ReadonlySet<string> {
  const told = [...named.slice(0, index), own].map(statedTimes).findLast(({ length }) => length > 0) ?? []
  const isIt = told.some(({ to, from }) => period !== null && (to === yearsOf(period).to || from === yearsOf(period).from))
  const ofText = domain === 'arms' ? [] : [0, 1].map((by) => ({ at: String(Number(date.slice(0, 4)) - by) }))
  const others = isIt ? [] : [...told.map((one) => one.period), ...ofText]
  return new Set([...others, ...relativeTimes(own, named.slice(0, index))].map((one) => JSON.stringify(one)))
}

/** A month that is named beside a year's figure is no rival of the year. */
const isAsFine = (a: Claim, b: Claim): boolean => JSON.stringify(a.period).length === JSON.stringify(b.period).length

/** A month is no time of what is told by years. */
const isFiner = (a: Claim, b: Claim): boolean => firstOf(a).length > firstOf(b).length
const firstOf = ({ period }: Claim): string => (period === null ? '' : 'at' in period ? period.at : period.from)

const actorsLabel = ({ direction, actors }: Claim): string => `of ${direction.includes('->') ? direction : actors.join(' and ')}`
const periodLabel = ({ period }: Claim): string =>
  period === null ? 'at another time' : `in ${'at' in period ? period.at : `${period.from} to ${period.to}`}`

/** `them`, `our neighbour`: words that say that one of the two is meant who was named before, so not the world. */
const antecedentWords: ReadonlySet<string> = new Set(['both', 'them', 'other', 'we'])
/** So many sentences back somebody may be meant who is not named. */
const reach = 2
const prepositional = /\b(?:to|into|from|with)\s+(?:the\s+)?$/i

/** Another state of the text in the place of one whom the sentence does not settle; the world where a partner is not named. */
function withOtherActors(claim: Claim, own: NamedStates, named: readonly NamedStates[]): Claim[] {
  const { actors, sentence, sentence_index: index, unit } = claim
  const [sender = ''] = claim.direction.split('->')
  const missing = actors.filter((id) => !own.states.includes(id) && !(id === 'WLD' && isWorldNamed(sentence)))
  const numbers = numbersOf(own, sentence)
  const passed = overtakenStates(own, sentence)
  const isOfOther = (id: string): boolean =>
    !actors.includes(id) && (passed.has(id) || (numbers.has(id) && !isBetween(numbers.get(id), claim)))
  const loose = actors.filter((id) => !isBetween(numbers.get(id), claim))
  const here = own.states.filter((id) => !isOfOther(id)).flatMap((id) => replaced(claim, loose, id))
  if (missing.length === 0) return here
  if (own.mentions.some(({ rule }) => rule === 'both')) return here
  // whose partners a text goes through is told where it begins
  const near = [named[0]!, ...named.slice(Math.max(0, index - reach), index + 1)]
    .flatMap(({ states }) => states)
    .filter((id) => !isOfOther(id))
  const isPartnerTold = own.mentions.some(({ rule, form, start }) =>
    form === 'pronoun' ? antecedentWords.has(rule) : prepositional.test(sentence.slice(0, start)),
  )
  const isNotAll =
    isPartnerTold || locativeThere.test(sentence) || (unit === 'percent' && isShareOfImports(claim) && !missing.includes(sender))
  return [...here, ...[...new Set(isNotAll ? near : [...near, 'WLD'])].flatMap((id) => replaced(claim, missing, id))]
}

/** `Russia led there with 28%`. */
const locativeThere = /\bthere\b(?! (?:is|are|was|were|has|have|had|will|would)\b)/

/** `29 percent of the world's arms exports`, `of all the arms imported`. */
const isWorldNamed = (sentence: string): boolean =>
  wholeNamedIn(sentence) === 'WLD' || /\b[Oo]f all (?:the )?(?:major )?(?:arms|weapons)\b/.test(sentence)

/** `Norway took over from Russia as the first supplier`: whom somebody has left behind is no party to what is told of him. */
const overtakingWords = /\b(?:took over from|overt(?:ook|aking|akes)|displac(?:ed|ing)|replac(?:ed|ing)|instead of) (?:the )?$/i
const overtakenStates = ({ mentions }: NamedStates, sentence: string): ReadonlySet<string> =>
  new Set(mentions.filter(({ start }) => overtakingWords.test(sentence.slice(0, start))).flatMap(({ ids }) => ids))

const partnerWords =
  /\b(?:(?:buyer|customer|market|supplier|partner|destination|source)s?|(?:came|ranked|was|stood) (?:second|third|fourth|fifth|next)|follow(?:ed|s)|took|supplied|accounted for)\b/i

/** `South Africa was the main buyer on the continent. Imports from China fell`: of whom the text began with, where the one who is read into it was just told as his partner. */
function subjectOfList(
  { actors, sentence_index: index }: Claim,
  named: readonly NamedStates[],
  sentences: readonly string[],
): (one: Claim) => boolean {
  const missing = actors.filter((id) => named[index]?.states.includes(id) === false)
  const begun = named[0]?.states ?? []
  const isPartner = (id: string): boolean => {
    const at = named.slice(0, index).findLastIndex(({ states }) => states.includes(id))
    return at > 0 && !begun.includes(id) && partnerWords.test(sentences[at] ?? '') && !begun.some((one) => named[at]!.states.includes(one))
  }
  const partners = missing.filter(isPartner)
  return (one) => partners.some((id) => !one.actors.includes(id)) && one.actors.some((id) => begun.includes(id) && !actors.includes(id))
}

const numberAfter =
  /^(?:['’]s?)?(?: share)?(?: ?\(| (?:(?:led|followed|came (?:first|second|third|fourth|fifth|next)) with|with|at|by|was|had|has|took|held|supplied|sold|sent|provided|furnished|delivered|bought|received|got|accounted for|made up|came to|reached))?(?: (?:about|some|almost|nearly|around|just|over|roughly|only|a further|another|more than|less than))? ?(?:US ?)?[$€£¥]?(?=\d)/
const numberBefore =
  /\d(?: ?%| per ?cent| billion| million| bn| mn)?(?: (?:dollars|euros?))? (?:to|from|for|by|with|came from|went to) (?:the )?$/

/** `By way of India`: no subject of what follows. */
const beside = /\b(?:of|via|through|than|in|like) (?:the )?$/i

/** Where the number stands that directly belongs to a state: `France with 6.4 percent`, `22 percent from China`. */
function numbersOf({ mentions }: NamedStates, sentence: string): Map<string, number> {
  return new Map(
    mentions.flatMap(({ ids, start, end }) => {
      const after = beside.test(sentence.slice(0, start)) ? null : numberAfter.exec(sentence.slice(end))
      const before = after === null ? numberBefore.exec(sentence.slice(0, start)) : null
      const at = after === null ? before?.index : end + after[0].length
      return at === undefined ? [] : ids.map((id) => [id, at] as const)
    }),
  )
}

const isBetween = (at: number | undefined, { start, end }: Claim): boolean => at !== undefined && at >= start - 1 && at < end

/** The claim with one in the place of each of some of its actors. */
function replaced(claim: Claim, old: readonly string[], id: string): Claim[] {
  return claim.actors.includes(id) ? [] : old.map((one) => withActor(claim, one, id))
}

function withActor(claim: Claim, old: string, id: string): Claim {
  const change = (one: string): string => (one === old ? id : one)
  const { measured } = claim
  const whole = measured?.whole
  return {
    ...claim,
    actors: claim.actors.map(change),
    direction: claim.direction.split('->').map(change).join('->'),
    measured: measured === null || whole === undefined ? measured : { ...measured, whole: { ...whole, state: change(whole.state) } },
  }
}

/** The other way, unless a preposition tells which: `to` whom, `from` whom. Places and comparisons see to it themselves. */
function withOtherDirection(claim: Claim, own: NamedStates): Claim[] {
  const [sender, receiver] = claim.direction.split('->')
  if (receiver === undefined || claim.kind === 'ranking' || claim.kind === 'comparison') return []
  if (
    isDirectionStated(claim, own) ||
    isContrasted(claim, own) ||
    isOfSender(claim, own, clauseAround(claim.sentence, claim), goodsOfSender)
  )
    return []
  const turned = { ...claim, direction: `${receiver}->${sender}`, actors: [...claim.actors].reverse() }
  const { measured } = claim
  // `Germany is Serbia's main partner with 12.6% of exports`: of those of whom the exports are then
  const host = [sender, receiver].find((id) => id !== measured?.whole?.state)
  const isShared = claim.unit === 'percent' && familyOf(measured?.topic ?? '') === 'goods' && measured?.whole !== undefined
  return isShared ? [turned, { ...turned, measured: { ...measured!, whole: { ...measured!.whole!, state: host! } } }] : [turned]
}

/** `Pakistan's imports`, `imports by African states`: of all that one takes, or sends. */
const ownTotal = /(?:['’]s? (?:own |total |overall |arms |weapons? )*|\b(?:African|European) (?:arms )?|^)(imports|exports)\b(?: by\b)?/i

/** Whether a preposition of the clause tells the way: `to` whom, `from` whom; of what goes to all the world or comes from it, whether it is called exports or imports. */
function isDirectionStated(claim: Claim, own: NamedStates): boolean {
  const [sender, receiver] = claim.direction.split('->')
  const clause = clauseAround(claim.sentence, claim)
  const words = claim.sentence.slice(clause.start, clause.end).trim()
  const [isIn, isOut] = [/\bimports?\b/i.test(words), /\bexports?\b/i.test(words)]
  if (isIn !== isOut && ownTotal.test(words) && (isIn ? sender : receiver) === 'WLD' && claim.domain === 'arms') return true
  return own.mentions.some(({ ids, start }) => {
    if (start < clause.start || start >= clause.end) return false
    const before = claim.sentence.slice(clause.start, start)
    const [to, from] = [/\b(?:to|into)\s+(?:the\s+)?$/i, /\bfrom\s+(?:the\s+)?$/i]
    return (ids.includes(receiver!) && to.test(before)) || (ids.includes(sender!) && from.test(before))
  })
}

/** `Exports to A fell, while imports grew`: whose imports they are is told by whose exports they stand against. */
function isContrasted({ sentence, direction, start, end }: Claim, { mentions }: NamedStates): boolean {
  const [sender, receiver] = direction.split('->')
  const clause = clauseAround(sentence, { start, end })
  const words = sentence.slice(clause.start, clause.end)
  const [isIn, isOut] = [/\bimports\b/i.test(words), /\bexports\b/i.test(words)]
  if (isIn === isOut) return false
  const [other, partner] = isIn ? [/\bexports to (?:the )?$/i, sender] : [/\bimports from (?:the )?$/i, receiver]
  return mentions.some(({ ids, start: at }) => ids.includes(partner!) && at < clause.start && other.test(sentence.slice(0, at)))
}

/** Both ways together, of a figure whose clause has no word that tells a way: `business grew by half and came to 3.9 billion`. */
function withBothDirections(claim: Claim, own: NamedStates): Claim[] {
  const { direction, kind, unit, measured, actors, sentence } = claim
  if (!direction.includes('->') || kind === 'ranking' || kind === 'comparison' || unit === 'percent') return []
  if (familyOf(measured?.topic ?? '') !== 'goods' || measured?.part !== undefined || actors.length !== 2) return []
  const clause = statementAround(sentence, claim)
  const isTold = flowWordsIn(sentence).some(({ way, start }) => way !== 'both' && start >= clause.start && start < clause.end)
  return isTold || isDirectionStated(claim, own) || isOfSender(claim, own, clause, goodsOrDeliveriesOfSender)
    ? []
    : [{ ...claim, direction: 'total', measured: { ...measured!, topic: 'goods-trade' } }]
}

/** `…, to 5.2 billion`, `…, around 550 billion dollars`, `…, which in 2011 was 34 billion`: what goes on with the words before and tells of nothing else. */
const continuation = /^, (?:(?:to|at|or|about|around|some|nearly|almost|roughly|worth|which|more than|less than|over)\b|(?:US)?[$€£¥]|\d)/i

/** The clause of a claim, with the one before that it goes on with. */
function statementAround(sentence: string, span: TextSpan): TextSpan {
  const clause = clauseAround(sentence, span)
  return continuation.test(sentence.slice(clause.start))
    ? { ...clause, start: clauseAround(sentence, { start: clause.start, end: clause.start }).start }
    : clause
}

/** `Mexican goods were worth so much`: those that come from there. */
function isOfSender({ direction, sentence }: Claim, { mentions }: NamedStates, clause: TextSpan, words: RegExp): boolean {
  const [sender] = direction.split('->')
  return mentions.some(
    ({ ids, start, end, possessive }) =>
      ids.includes(sender!) && !possessive && start >= clause.start && end <= clause.end && words.test(sentence.slice(end)),
  )
}
const notOf = String.raw`(?! (?:trade|imports?|exports?|sales|deficit|surplus|turnover|balance|exchange|to|for|markets?)\b)`
const goodsOfSender = new RegExp(String.raw`^ (?:goods|products|merchandise|wares)\b${notOf}`, 'i')
const goodsOrDeliveriesOfSender = new RegExp(String.raw`^ (?:goods|products|merchandise|wares|shipments|deliveries)\b${notOf}`, 'i')

/** Who is compared with the sender instead of with the receiver, and the other way round: the order of the actors tells which. */
function withOtherContrast(claim: Claim): Claim[] {
  const { kind, actors, direction } = claim
  const [sender, receiver] = direction.split('->')
  if (kind !== 'comparison' || receiver === undefined || actors.length < 3) return []
  const others = actors.filter((id) => id !== sender && id !== receiver)
  const isLast = actors.at(-1) === receiver
  return [{ ...claim, actors: isLast ? [sender!, receiver, ...others] : [sender!, ...others, receiver] }]
}

/** A share of arms that may be of all the world's, although a partner is named beside it: `Germany, with 5.5 percent, found its first customer in Algeria`. */
function withWorldAsPartner(claim: Claim, { states }: NamedStates): Claim[] {
  const isShareOfArms = claim.unit === 'percent' && claim.domain === 'arms' && claim.direction.includes('->')
  if (!isShareOfArms) return []
  const [sender = ''] = claim.direction.split('->')
  // of what one takes no part is of what another sends to all, and who sends is told where he is named
  return replaced(claim, isShareOfImports(claim) ? [sender].filter((id) => !states.includes(id)) : claim.actors, 'WLD')
}

const importsBehind =
  /(?:%|\bper ?cent)\)? of (?:(?:the|its|their|his|all|[\p{Lu}][\p{L}.]*(?: \p{Lu}[\p{L}.]*)?(?:['’]s?)?) ){1,2}(?:(?:total|overall|major|arms|weapons?|foreign|military|defen[cs]e) ){0,3}(?:imports?|purchases)\b|(?:%|\bper ?cent)\)? of (?:what|all that) (?:it|he|she|they|\p{Lu}[\p{L}]+) (?:bought|imported|received)\b/u
const suppliersBefore =
  /(?:\b(?:its|their|his)|['’]s?) (?:[\w-]+ ){0,3}suppliers? (?:(?:\w+ )?(?:were|was|are|is|remained|included)\b|:)|\b(?:was|were|been|is|are) supplied by\b/i
/** What is sold, and all the world's: then a share may be of that. */
const salesOrWorld =
  /\b(?:exports?|exporters?|exported|sales|sold|sells?|sellers?|customers?|buyers?|recipients?|clients?|markets?|importers?|world(?:wide)?|global(?:ly)?|overall|altogether|all (?:the )?(?:major )?(?:arms|weapons))\b/i

/** `Its suppliers were A with 39 percent and B`, `35% of its imports came from A`: of what one takes, where the sentence tells of no sales and not of the world. */
function isShareOfImports({ sentence, start }: Claim): boolean {
  return !salesOrWorld.test(sentence) && (importsBehind.test(sentence) || suppliersBefore.test(sentence.slice(0, start)))
}

const goodsOneWay = /^goods-(?:ex|im)ports$/

/** A share of goods that may be of what the other of the two trades, where no whole is told, or exports beside imports: `American goods made up 11 percent`. */
function withOtherWhole(claim: Claim): Claim[] {
  const { unit, direction, measured, indicator, sentence } = claim
  if (measured === null || unit !== 'percent' || !direction.includes('->') || !goodsOneWay.test(measured.topic)) return []
  const isWholeTold = measured.whole !== undefined && !(/\bexports?\b/i.test(sentence) && /\bimports?\b/i.test(sentence))
  if (isWholeTold) return []
  const turned = (words: string): string => words.replace(/\b(?:ex|im)ports\b/, (word) => (word === 'exports' ? 'imports' : 'exports'))
  const { whole: _, ...bare } = measured
  return [{ ...claim, measured: { ...bare, topic: turned(bare.topic) }, indicator: indicator === null ? null : turned(indicator) }]
}

const isOfHost = (one: Claim, claim: Claim): boolean => one.measured?.topic !== claim.measured?.topic && one.direction === claim.direction

/** In years. */
const rivalYears = 5

/** The times that the sentence names, or any of the text; the years beside, and those of the document. */
function withOtherTimes(claim: Claim, named: readonly NamedStates[], when: SlotConfidence, date: string): Claim[] {
  const { period, period_base: base, sentence_index: index } = claim
  if (period === null) return []
  const isNear = when === 'near'
  const [year, ofText] = [yearsOf(period).to, Number(date.slice(0, 4))]
  // `the highest since 1958`, in another sentence: no time of this one's figure
  const isRival = ({ isBase, to }: NamedTime): boolean => !isBase || Math.abs(to - year) <= rivalYears
  // what is held or owed is told of a day, what went to and fro or was spent of a whole year
  const isOfFlows = ['goods', 'own'].includes(familyOf(claim.measured?.topic ?? '') ?? '')
  const isSpan = claim.domain === 'arms' || yearsOf(period).to - yearsOf(period).from >= 2
  const isOfItsLength = ({ from, to }: NamedTime, at: number): boolean => isSpan || to - from < 2 || (at <= index && at >= index - reach)
  const counted = isNear ? [] : relativeTimes(named[index]!, named.slice(0, index))
  const isCounted = counted.some((one) => yearsOf(one).to === year)
  const isAsked = (at: number): boolean => (isNear ? at === index : !isCounted || (at <= index && at >= index - reach))
  const told = [
    ...named.flatMap(({ years }, at) =>
      !isAsked(at) ? [] : years.filter((year) => isRival(year) && isOfItsLength(year, at)).map((one) => one.period),
    ),
    ...counted,
  ]
  const shifts = isNear ? [] : isCounted ? [-1, 1] : [-1, 1, ofText - year, ofText - 1 - year]
  // arms are told by windows of years, and a year inside one is no rival of it
  const isWindow = claim.domain === 'arms' && yearsOf(period).to - yearsOf(period).from >= 2
  const isInside = ({ from, to }: { from: number; to: number }): boolean =>
    isWindow && from === to && from >= yearsOf(period).from && to <= yearsOf(period).to
  // what a change is held against is no time of the change
  const isBase = (one: ClaimPeriod): boolean => claim.kind === 'trend' && JSON.stringify(one) === JSON.stringify(base)
  const others = told.filter((one) => JSON.stringify(one) !== JSON.stringify(period) && !isInside(yearsOf(one)) && !isBase(one))
  const all = [
    ...(isNear ? [] : wholeYears(claim)),
    ...shifts.filter((by) => by !== 0).map((by) => shiftedByYears(claim, by)),
    ...others.map((one) => ({ ...shiftedByYears(claim, yearsOf(one).to - year), period: one })),
    ...(base === null && claim.kind === 'trend' ? others.map((one) => ({ ...claim, period_base: one })) : []),
  ].filter((one) => yearsOf(one.period!).to <= ofText && !(isOfFlows && isUnfinished(one.period!, date)))
  return [...new Map(all.map((one) => [JSON.stringify([one.period, one.period_base]), one])).values()]
}

/** In this month a year is told as one that is over. */
const lastMonth = '11'

/** A whole year that had not passed by far when a text was written has no figure in it. */
const isUnfinished = (period: ClaimPeriod, date: string): boolean =>
  'at' in period && period.at === date.slice(0, 4) && date.length >= 7 && date.slice(5, 7) < lastMonth

/** The whole year, or the one before, of what is dated by a part of one. */
function wholeYears(claim: Claim): Claim[] {
  const { period, period_base: base } = claim
  const year = yearsOf(period!).to
  const isPart = base === null && ('at' in period! ? period!.at : period!.from).length > 4 && yearsOf(period!).from === year
  return isPart ? [year, year - 1].map((one) => ({ ...claim, period: { at: String(one) } })) : []
}

/** So many years later, both times of a change. */
function shiftedByYears(claim: Claim, by: number): Claim {
  const moved = (period: ClaimPeriod): ClaimPeriod => {
    const one = (day: string): string => `${Number(day.slice(0, 4)) + by}${day.slice(4)}`
    return 'at' in period ? { at: one(period.at) } : { from: one(period.from), to: one(period.to) }
  }
  return { ...claim, period: moved(claim.period!), period_base: claim.period_base === null ? null : moved(claim.period_base) }
}
