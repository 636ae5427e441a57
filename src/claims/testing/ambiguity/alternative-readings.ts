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

/** Another possible reading of a claim whose words leave a slot open. */
export interface AlternativeReading {
  readonly claim: Claim
  /** The changed slot as a sentence continues: `of CHL->PER`, `in 2012`. */
  readonly label: string
  /** It can be dismissed only if the record has figures for it, since the sentence itself names its slot. */
  readonly requiresFigures: boolean
  /** Two slots were changed. There are many such readings, and one comes near a wrong figure by chance. */
  readonly changesTwoSlots: boolean
}

/** All other readings that the text allows: other parties, the opposite direction, other periods. None where the claim's own words settle every slot. */
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

/** The direction refers back to an earlier one, so that another partner also changes the direction. */
const otherDirection = /\b(?:other|opposite|reverse) (?:direction|way)\b|\bin return\b|\bconversely\b/i

/**
 * The periods that the sentence names, or the last sentence before it that names any, plus the year of the text and the year before, where the claim's own
 * period comes from farther back.
 */
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

/** A month named next to a yearly figure is no alternative to the year. */
const isAsFine = (a: Claim, b: Claim): boolean => JSON.stringify(a.period).length === JSON.stringify(b.period).length

/** A month is no period for figures given by year. */
const isFiner = (a: Claim, b: Claim): boolean => firstOf(a).length > firstOf(b).length
const firstOf = ({ period }: Claim): string => (period === null ? '' : 'at' in period ? period.at : period.from)

const actorsLabel = ({ direction, actors }: Claim): string => `of ${direction.includes('->') ? direction : actors.join(' and ')}`
const periodLabel = ({ period }: Claim): string =>
  period === null ? 'at another time' : `in ${'at' in period ? period.at : `${period.from} to ${period.to}`}`

/** `them`, `our neighbour`: words for a state named before, which therefore do not mean the world. */
const antecedentWords: ReadonlySet<string> = new Set(['both', 'them', 'other', 'we'])
/** An unnamed party may be one named at most this many sentences back. */
const reach = 2
const prepositional = /\b(?:to|into|from|with)\s+(?:the\s+)?$/i

/** Another state of the text in place of an actor that the sentence does not settle; the world where no partner is named. */
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
  // a text that goes through one state's partners names that state at its beginning
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

/** `Norway took over from Russia as the first supplier`: the overtaken state is not a party to the claim. */
const overtakingWords = /\b(?:took over from|overt(?:ook|aking|akes)|displac(?:ed|ing)|replac(?:ed|ing)|instead of) (?:the )?$/i
const overtakenStates = ({ mentions }: NamedStates, sentence: string): ReadonlySet<string> =>
  new Set(mentions.filter(({ start }) => overtakingWords.test(sentence.slice(0, start))).flatMap(({ ids }) => ids))

const partnerWords =
  /\b(?:(?:buyer|customer|market|supplier|partner|destination|source)s?|(?:came|ranked|was|stood) (?:second|third|fourth|fifth|next)|follow(?:ed|s)|took|supplied|accounted for)\b/i

/**
 * `South Africa was the main buyer on the continent. Imports from China fell`: the claim may be about the state that the text began with, where the inferred
 * state was just mentioned as its partner.
 */
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

/** `By way of India`: not the subject of what follows. */
const beside = /\b(?:of|via|through|than|in|like) (?:the )?$/i

/** Position of the number that directly belongs to a state: `France with 6.4 percent`, `22 percent from China`. */
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

/** The claim with another state in the place of each of some of its actors. */
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

/** The opposite direction, unless a preposition settles it (`to`, `from`). Rankings and comparisons check this themselves. */
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
  // `Germany is Serbia's main partner with 12.6% of exports`: the exports may be those of either
  const host = [sender, receiver].find((id) => id !== measured?.whole?.state)
  const isShared = claim.unit === 'percent' && familyOf(measured?.topic ?? '') === 'goods' && measured?.whole !== undefined
  return isShared ? [turned, { ...turned, measured: { ...measured!, whole: { ...measured!.whole!, state: host! } } }] : [turned]
}

/** `Pakistan's imports`, `imports by African states`: a state's total imports, or exports. */
const ownTotal = /(?:['’]s? (?:own |total |overall |arms |weapons? )*|\b(?:African|European) (?:arms )?|^)(imports|exports)\b(?: by\b)?/i

/**
 * Whether a preposition of the clause settles the direction (`to`, `from`); for arms flows with the whole world, whether they are called exports or imports.
 */
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

/** `Exports to A fell, while imports grew`: the imports have the same parties as the exports they are contrasted with. */
function isContrasted({ sentence, direction, start, end }: Claim, { mentions }: NamedStates): boolean {
  const [sender, receiver] = direction.split('->')
  const clause = clauseAround(sentence, { start, end })
  const words = sentence.slice(clause.start, clause.end)
  const [isIn, isOut] = [/\bimports\b/i.test(words), /\bexports\b/i.test(words)]
  if (isIn === isOut) return false
  const [other, partner] = isIn ? [/\bexports to (?:the )?$/i, sender] : [/\bimports from (?:the )?$/i, receiver]
  return mentions.some(({ ids, start: at }) => ids.includes(partner!) && at < clause.start && other.test(sentence.slice(0, at)))
}

/** Both directions together, for a figure whose clause has no word of direction: `business grew by half and came to 3.9 billion`. */
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

/** `…, to 5.2 billion`, `…, around 550 billion dollars`, `…, which in 2011 was 34 billion`: continues the words before without a subject of its own. */
const continuation = /^, (?:(?:to|at|or|about|around|some|nearly|almost|roughly|worth|which|more than|less than|over)\b|(?:US)?[$€£¥]|\d)/i

/** The clause of a claim, with the one before that it goes on with. */
function statementAround(sentence: string, span: TextSpan): TextSpan {
  const clause = clauseAround(sentence, span)
  return continuation.test(sentence.slice(clause.start))
    ? { ...clause, start: clauseAround(sentence, { start: clause.start, end: clause.start }).start }
    : clause
}

/** `Mexican goods were worth so much`: goods sent from there. */
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

/** In a comparison: the third party compared with the sender instead of with the receiver, or the reverse. The order of the actors decides which. */
function withOtherContrast(claim: Claim): Claim[] {
  const { kind, actors, direction } = claim
  const [sender, receiver] = direction.split('->')
  if (kind !== 'comparison' || receiver === undefined || actors.length < 3) return []
  const others = actors.filter((id) => id !== sender && id !== receiver)
  const isLast = actors.at(-1) === receiver
  return [{ ...claim, actors: isLast ? [sender!, receiver, ...others] : [sender!, ...others, receiver] }]
}

/** A share of arms that may be of the world total although a partner is named next to it: `Germany, with 5.5 percent, found its first customer in Algeria`. */
function withWorldAsPartner(claim: Claim, { states }: NamedStates): Claim[] {
  const isShareOfArms = claim.unit === 'percent' && claim.domain === 'arms' && claim.direction.includes('->')
  if (!isShareOfArms) return []
  const [sender = ''] = claim.direction.split('->')
  // a share of imports is no share of an exporter's total, and a sender named here is settled
  return replaced(claim, isShareOfImports(claim) ? [sender].filter((id) => !states.includes(id)) : claim.actors, 'WLD')
}

const importsBehind =
  /(?:%|\bper ?cent)\)? of (?:(?:the|its|their|his|all|[\p{Lu}][\p{L}.]*(?: \p{Lu}[\p{L}.]*)?(?:['’]s?)?) ){1,2}(?:(?:total|overall|major|arms|weapons?|foreign|military|defen[cs]e) ){0,3}(?:imports?|purchases)\b|(?:%|\bper ?cent)\)? of (?:what|all that) (?:it|he|she|they|\p{Lu}[\p{L}]+) (?:bought|imported|received)\b/u
const suppliersBefore =
  /(?:\b(?:its|their|his)|['’]s?) (?:[\w-]+ ){0,3}suppliers? (?:(?:\w+ )?(?:were|was|are|is|remained|included)\b|:)|\b(?:was|were|been|is|are) supplied by\b/i
/** Words of sales, or of the whole world: then a share may be of that. */
const salesOrWorld =
  /\b(?:exports?|exporters?|exported|sales|sold|sells?|sellers?|customers?|buyers?|recipients?|clients?|markets?|importers?|world(?:wide)?|global(?:ly)?|overall|altogether|all (?:the )?(?:major )?(?:arms|weapons))\b/i

/**
 * `Its suppliers were A with 39 percent and B`, `35% of its imports came from A`: a share of a state's imports, where the sentence mentions neither sales nor
 * the world.
 */
function isShareOfImports({ sentence, start }: Claim): boolean {
  return !salesOrWorld.test(sentence) && (importsBehind.test(sentence) || suppliersBefore.test(sentence.slice(0, start)))
}

const goodsOneWay = /^goods-(?:ex|im)ports$/

/** A share of goods that may be of the partner's trade, where no whole is named or both exports and imports are: `American goods made up 11 percent`. */
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

/** The periods named in the sentence, or anywhere in the text; the neighbouring years, and those of the document. */
function withOtherTimes(claim: Claim, named: readonly NamedStates[], when: SlotConfidence, date: string): Claim[] {
  const { period, period_base: base, sentence_index: index } = claim
  if (period === null) return []
  const isNear = when === 'near'
  const [year, ofText] = [yearsOf(period).to, Number(date.slice(0, 4))]
  // `the highest since 1958` in another sentence is not a period of this figure
  const isRival = ({ isBase, to }: NamedTime): boolean => !isBase || Math.abs(to - year) <= rivalYears
  // holdings and debts refer to a day, flows and spending to a whole year
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
  // arms are reported for windows of years, and a single year inside one is no alternative
  const isWindow = claim.domain === 'arms' && yearsOf(period).to - yearsOf(period).from >= 2
  const isInside = ({ from, to }: { from: number; to: number }): boolean =>
    isWindow && from === to && from >= yearsOf(period).from && to <= yearsOf(period).to
  // the base period of a change is not its own period
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

/** From this month on a year is spoken of as complete. */
const lastMonth = '11'

/** A whole year that was far from over when the text was written has no figure in it. */
const isUnfinished = (period: ClaimPeriod, date: string): boolean =>
  'at' in period && period.at === date.slice(0, 4) && date.length >= 7 && date.slice(5, 7) < lastMonth

/** The whole year, or the one before, for a claim dated to a part of a year. */
function wholeYears(claim: Claim): Claim[] {
  const { period, period_base: base } = claim
  const year = yearsOf(period!).to
  const isPart = base === null && ('at' in period! ? period!.at : period!.from).length > 4 && yearsOf(period!).from === year
  return isPart ? [year, year - 1].map((one) => ({ ...claim, period: { at: String(one) } })) : []
}

/** Moved by some years; both periods of a change. */
function shiftedByYears(claim: Claim, by: number): Claim {
  const moved = (period: ClaimPeriod): ClaimPeriod => {
    const one = (day: string): string => `${Number(day.slice(0, 4)) + by}${day.slice(4)}`
    return 'at' in period ? { at: one(period.at) } : { from: one(period.from), to: one(period.to) }
  }
  return { ...claim, period: moved(claim.period!), period_base: claim.period_base === null ? null : moved(claim.period_base) }
}
