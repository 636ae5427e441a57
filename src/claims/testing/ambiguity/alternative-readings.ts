import type { Claim, ClaimPeriod } from '../../claim.ts'
import type { ClaimTestContext } from '../../claim-test-context.ts'
import {
  clauseAround,
  type NamedStates,
  type NamedTime,
  namedBySentence,
  relativeTimes,
  statedTimes,
  yearsOfPeriod,
} from '../../text/around/named-in-text.ts'
import type { TextSpan } from '../../text/mention.ts'
import { totalNamedIn } from '../../text/names/country-groups.ts'
import { flowWordsIn } from '../../text/topics/flow-words.ts'
import { queryFamilyOf } from '../questions/query-flows.ts'
import type { SlotConfidence, SlotConfidences } from './slot-confidence.ts'

/** Another possible reading of a claim: one with another value for its parties, direction or period, which the words leave open. */
export interface AlternativeReading {
  readonly claim: Claim
  /** The changed slot, worded to follow a noun in a sentence: `of CHL->PER`, `in 2012`. */
  readonly label: string
  /** True if the text itself names the changed slot: missing figures then do not rule out the reading, only contrary figures do. */
  readonly requiresFigures: boolean
  /** True if two slots differ from the claim. There are many such readings, so by chance one easily comes close to a wrong figure. */
  readonly changesTwoSlots: boolean
}

/**
 * Returns all other readings that the text allows: other parties, the opposite direction, other periods. Empty if the clause of the claim settles parties,
 * direction and period.
 */
export function alternativeReadings(
  claim: Claim,
  { who, when }: Pick<SlotConfidences, 'who' | 'when'>,
  bench: Pick<ClaimTestContext, 'sentences' | 'date' | 'areSlotsGiven'>,
): AlternativeReading[] {
  if (bench.areSlotsGiven) return []
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

/** Matches words that refer back to an earlier direction. In a reading with another partner, the direction changes too. */
const otherDirection = /\b(?:other|opposite|reverse) (?:direction|way)\b|\bin return\b|\bconversely\b/i

/**
 * Returns, as JSON, the periods that are nearer to the claim in the text than the claim's own period: those of its sentence, or else of the last earlier
 * sentence that names any, plus the year of the text and the year before (not for arms). All of these are left out if the claim's own period is among them.
 * Periods counted from another one (`ten years later`) are always included.
 */
function nearerTimes(
  { period, sentence_index: index, domain }: Claim,
  own: NamedStates,
  named: readonly NamedStates[],
  date: string,
): ReadonlySet<string> {
  const told = [...named.slice(0, index), own].map(statedTimes).findLast(({ length }) => length > 0) ?? []
  const isIt = told.some(({ to, from }) => period !== null && (to === yearsOfPeriod(period).to || from === yearsOfPeriod(period).from))
  const ofText = domain === 'arms' ? [] : [0, 1].map((by) => ({ at: String(Number(date.slice(0, 4)) - by) }))
  const others = isIt ? [] : [...told.map((one) => one.period), ...ofText]
  return new Set([...others, ...relativeTimes(own, named.slice(0, index))].map((one) => JSON.stringify(one)))
}

/** Whether both periods are equally precise. A month named next to a yearly figure is no alternative to the year. */
const isAsFine = (a: Claim, b: Claim): boolean => JSON.stringify(a.period).length === JSON.stringify(b.period).length

/** Whether the first claim's period is more precise than the second's, such as a month beside a year. */
const isFiner = (a: Claim, b: Claim): boolean => firstOf(a).length > firstOf(b).length
const firstOf = ({ period }: Claim): string => (period === null ? '' : 'at' in period ? period.at : period.from)

const actorsLabel = ({ direction, actors }: Claim): string => `of ${direction.includes('->') ? direction : actors.join(' and ')}`
const periodLabel = ({ period }: Claim): string =>
  period === null ? 'at another time' : `in ${'at' in period ? period.at : `${period.from} to ${period.to}`}`

/** Rules of pronouns and phrases that refer to a state named before (`them`, `our neighbour`), so that the partner is not the world. */
const antecedentWords: ReadonlySet<string> = new Set(['both', 'them', 'other', 'we'])
/** Number of sentences: if a sentence leaves a party out, the party may be named at most this far before. */
const reach = 2
const prepositional = /\b(?:to|into|from|with)\s+(?:the\s+)?$/i

/** Returns readings with other states of the text in place of the actors that the sentence does not settle, and with the world if no partner is named. */
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

/** Matches `there` as a place: `Russia led there with 28%`, but not `there were`. */
const locativeThere = /\bthere\b(?! (?:is|are|was|were|has|have|had|will|would)\b)/

/** Whether a sentence names the world as the whole: `29 percent of the world's arms exports`, `of all the arms imported`. */
const isWorldNamed = (sentence: string): boolean =>
  totalNamedIn(sentence) === 'WLD' || /\b[Oo]f all (?:the )?(?:major )?(?:arms|weapons)\b/.test(sentence)

/** Matches words before an overtaken state, which is not a party to the claim: `Norway took over from Russia as the first supplier`. */
const overtakingWords = /\b(?:took over from|overt(?:ook|aking|akes)|displac(?:ed|ing)|replac(?:ed|ing)|instead of) (?:the )?$/i
const overtakenStates = ({ mentions }: NamedStates, sentence: string): ReadonlySet<string> =>
  new Set(mentions.filter(({ start }) => overtakingWords.test(sentence.slice(0, start))).flatMap(({ ids }) => ids))

const partnerWords =
  /\b(?:(?:buyer|customer|market|supplier|partner|destination|source)s?|(?:came|ranked|was|stood) (?:second|third|fourth|fifth|next)|follow(?:ed|s)|took|supplied|accounted for)\b/i

/**
 * Returns a function that tells whether a reading is about the state named first in the text, instead of a state that was only mentioned as its partner: `South
 * Africa was the main buyer on the continent. Imports from China fell`.
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

/** Matches words before a state to which the number that follows does not belong: `By way of India`. */
const beside = /\b(?:of|via|through|than|in|like) (?:the )?$/i

/** Maps each state to the position of the number that directly belongs to it: `France with 6.4 percent`, `22 percent from China`. */
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

/** Returns, for each of the old actors, the claim with the new state in the old one's place. Empty if the new state is already an actor. */
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

/**
 * Returns the claim in the opposite direction; empty if its words settle the direction (`to`, `from`). Rankings and comparisons are left out: their testers
 * check the other direction themselves.
 */
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
  // in `Germany is Serbia's main partner with 12.6% of exports` the exports may be those of either state
  const host = [sender, receiver].find((id) => id !== measured?.whole?.state)
  const isShared = claim.unit === 'percent' && queryFamilyOf(measured?.topic ?? '') === 'goods' && measured?.whole !== undefined
  return isShared ? [turned, { ...turned, measured: { ...measured!, whole: { ...measured!.whole!, state: host! } } }] : [turned]
}

/** Matches a state's total imports or exports: `Pakistan's imports`, `imports by African states`. */
const ownTotal = /(?:['’]s? (?:own |total |overall |arms |weapons? )*|\b(?:African|European) (?:arms )?|^)(imports|exports)\b(?: by\b)?/i

/**
 * Whether the clause settles the direction with a preposition (`to`, `from`). For arms traded with the whole world, the word `exports` or `imports` is enough.
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

/**
 * Whether the clause names only imports although `exports to A` stands earlier in the sentence, or only exports although `imports from A` does: `Exports to A
 * fell, while imports grew`. Both clauses then have the same parties.
 */
function isContrasted({ sentence, direction, start, end }: Claim, { mentions }: NamedStates): boolean {
  const [sender, receiver] = direction.split('->')
  const clause = clauseAround(sentence, { start, end })
  const words = sentence.slice(clause.start, clause.end)
  const [isIn, isOut] = [/\bimports\b/i.test(words), /\bexports\b/i.test(words)]
  if (isIn === isOut) return false
  const [other, partner] = isIn ? [/\bexports to (?:the )?$/i, sender] : [/\bimports from (?:the )?$/i, receiver]
  return mentions.some(({ ids, start: at }) => ids.includes(partner!) && at < clause.start && other.test(sentence.slice(0, at)))
}

/**
 * Returns the claim for both directions together, if its clause has no word for a direction: `business grew by half and came to 3.9 billion`. Empty otherwise.
 */
function withBothDirections(claim: Claim, own: NamedStates): Claim[] {
  const { direction, kind, unit, measured, actors, sentence } = claim
  if (!direction.includes('->') || kind === 'ranking' || kind === 'comparison' || unit === 'percent') return []
  if (queryFamilyOf(measured?.topic ?? '') !== 'goods' || measured?.part !== undefined || actors.length !== 2) return []
  const clause = statementAround(sentence, claim)
  const isTold = flowWordsIn(sentence).some(({ way, start }) => way !== 'both' && start >= clause.start && start < clause.end)
  return isTold || isDirectionStated(claim, own) || isOfSender(claim, own, clause, goodsOrDeliveriesOfSender)
    ? []
    : [{ ...claim, direction: 'total', measured: { ...measured!, topic: 'goods-trade' } }]
}

/** Matches the start of a clause that continues the previous one and has no subject: `…, to 5.2 billion`, `…, which in 2011 was 34 billion`. */
const continuation = /^, (?:(?:to|at|or|about|around|some|nearly|almost|roughly|worth|which|more than|less than|over)\b|(?:US)?[$€£¥]|\d)/i

/** Returns the clause around a span, with the previous clause if it continues that one. */
function statementAround(sentence: string, span: TextSpan): TextSpan {
  const clause = clauseAround(sentence, span)
  return continuation.test(sentence.slice(clause.start))
    ? { ...clause, start: clauseAround(sentence, { start: clause.start, end: clause.start }).start }
    : clause
}

/** Whether the clause is about goods of the sender: `Mexican goods were worth so much` means goods sent from Mexico. */
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

/** Returns a comparison of three parties as a comparison of another pair: the order of the actors decides which pair is compared. Empty for other claims. */
function withOtherContrast(claim: Claim): Claim[] {
  const { kind, actors, direction } = claim
  const [sender, receiver] = direction.split('->')
  if (kind !== 'comparison' || receiver === undefined || actors.length < 3) return []
  const others = actors.filter((id) => id !== sender && id !== receiver)
  const isLast = actors.at(-1) === receiver
  return [{ ...claim, actors: isLast ? [sender!, receiver, ...others] : [sender!, ...others, receiver] }]
}

/**
 * Returns a share of arms read as a share of the world total, which may be meant even next to a partner's name: `Germany, with 5.5 percent, found its first
 * customer in Algeria`.
 */
function withWorldAsPartner(claim: Claim, { states }: NamedStates): Claim[] {
  const isShareOfArms = claim.unit === 'percent' && claim.domain === 'arms' && claim.direction.includes('->')
  if (!isShareOfArms) return []
  const [sender = ''] = claim.direction.split('->')
  // a share of imports is not one of an exporter's total, and a sender that the sentence names is certain
  return replaced(claim, isShareOfImports(claim) ? [sender].filter((id) => !states.includes(id)) : claim.actors, 'WLD')
}

const importsBehind =
  /(?:%|\bper ?cent)\)? of (?:(?:the|its|their|his|all|[\p{Lu}][\p{L}.]*(?: \p{Lu}[\p{L}.]*)?(?:['’]s?)?) ){1,2}(?:(?:total|overall|major|arms|weapons?|foreign|military|defen[cs]e) ){0,3}(?:imports?|purchases)\b|(?:%|\bper ?cent)\)? of (?:what|all that) (?:it|he|she|they|\p{Lu}[\p{L}]+) (?:bought|imported|received)\b/u
const suppliersBefore =
  /(?:\b(?:its|their|his)|['’]s?) (?:[\w-]+ ){0,3}suppliers? (?:(?:\w+ )?(?:were|was|are|is|remained|included)\b|:)|\b(?:was|were|been|is|are) supplied by\b/i
/** Matches words on sales or on the whole world: a share may then be of these instead of imports. */
const salesOrWorld =
  /\b(?:exports?|exporters?|exported|sales|sold|sells?|sellers?|customers?|buyers?|recipients?|clients?|markets?|importers?|world(?:wide)?|global(?:ly)?|overall|altogether|all (?:the )?(?:major )?(?:arms|weapons))\b/i

/**
 * Whether a share is of a state's imports: `Its suppliers were A with 39 percent and B`, `35% of its imports came from A`. False if the sentence mentions sales
 * or the world.
 */
function isShareOfImports({ sentence, start }: Claim): boolean {
  return !salesOrWorld.test(sentence) && (importsBehind.test(sentence) || suppliersBefore.test(sentence.slice(0, start)))
}

const goodsOneWay = /^goods-(?:ex|im)ports$/

/**
 * Returns a share of goods read as a share of the opposite flow (imports for exports, and the reverse), without a whole. Empty if the sentence settles the
 * whole; `American goods made up 11 percent` does not settle it.
 */
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

/**
 * In years: the base of a comparison (`the highest since 1958`) counts as a possible period of a claim only if it is at most this far from the claim's period.
 */
const rivalYears = 5

/** Returns the claim in other periods: those named in its sentence or anywhere in the text, neighbouring years, and the year of the document. */
function withOtherTimes(claim: Claim, named: readonly NamedStates[], when: SlotConfidence, date: string): Claim[] {
  const { period, period_base: base, sentence_index: index } = claim
  if (period === null) return []
  const isNear = when === 'near'
  const [year, ofText] = [yearsOfPeriod(period).to, Number(date.slice(0, 4))]
  // `the highest since 1958` in another sentence does not date this figure
  const isRival = ({ isBase, to }: NamedTime): boolean => !isBase || Math.abs(to - year) <= rivalYears
  // holdings and debts refer to a day, flows and spending to a whole year
  const isOfFlows = ['goods', 'own'].includes(queryFamilyOf(claim.measured?.topic ?? '') ?? '')
  const isSpan = claim.domain === 'arms' || yearsOfPeriod(period).to - yearsOfPeriod(period).from >= 2
  const isOfItsLength = ({ from, to }: NamedTime, at: number): boolean => isSpan || to - from < 2 || (at <= index && at >= index - reach)
  const counted = isNear ? [] : relativeTimes(named[index]!, named.slice(0, index))
  const isCounted = counted.some((one) => yearsOfPeriod(one).to === year)
  const isAsked = (at: number): boolean => (isNear ? at === index : !isCounted || (at <= index && at >= index - reach))
  const told = [
    ...named.flatMap(({ years }, at) =>
      !isAsked(at) ? [] : years.filter((year) => isRival(year) && isOfItsLength(year, at)).map((one) => one.period),
    ),
    ...counted,
  ]
  const shifts = isNear ? [] : isCounted ? [-1, 1] : [-1, 1, ofText - year, ofText - 1 - year]
  // arms are reported for periods of several years, and a single year of such a period is no alternative
  const isWindow = claim.domain === 'arms' && yearsOfPeriod(period).to - yearsOfPeriod(period).from >= 2
  const isInside = ({ from, to }: { from: number; to: number }): boolean =>
    isWindow && from === to && from >= yearsOfPeriod(period).from && to <= yearsOfPeriod(period).to
  // the base period of a change is not its own period
  const isBase = (one: ClaimPeriod): boolean => claim.kind === 'trend' && JSON.stringify(one) === JSON.stringify(base)
  const others = told.filter((one) => JSON.stringify(one) !== JSON.stringify(period) && !isInside(yearsOfPeriod(one)) && !isBase(one))
  const all = [
    ...(isNear ? [] : wholeYears(claim)),
    ...shifts.filter((by) => by !== 0).map((by) => shiftedByYears(claim, by)),
    ...others.map((one) => ({ ...shiftedByYears(claim, yearsOfPeriod(one).to - year), period: one })),
    ...(base === null && claim.kind === 'trend' ? others.map((one) => ({ ...claim, period_base: one })) : []),
  ].filter((one) => yearsOfPeriod(one.period!).to <= ofText && !(isOfFlows && isUnfinished(one.period!, date)))
  return [...new Map(all.map((one) => [JSON.stringify([one.period, one.period_base]), one])).values()]
}

/** In texts from this month on, the current year may be meant as a whole. */
const lastMonth = '11'

/** Whether a period is the year of the text, although much of that year was still to come. Such a year has no figure yet. */
const isUnfinished = (period: ClaimPeriod, date: string): boolean =>
  'at' in period && period.at === date.slice(0, 4) && date.length >= 7 && date.slice(5, 7) < lastMonth

/** Returns a claim on a part of a year as two claims: on the whole year and on the year before. Empty for other claims. */
function wholeYears(claim: Claim): Claim[] {
  const { period, period_base: base } = claim
  const year = yearsOfPeriod(period!).to
  const isPart = base === null && ('at' in period! ? period!.at : period!.from).length > 4 && yearsOfPeriod(period!).from === year
  return isPart ? [year, year - 1].map((one) => ({ ...claim, period: { at: String(one) } })) : []
}

/** Returns the claim moved by some years. For a change, both periods are moved. */
function shiftedByYears(claim: Claim, by: number): Claim {
  const moved = (period: ClaimPeriod): ClaimPeriod => {
    const one = (day: string): string => `${Number(day.slice(0, 4)) + by}${day.slice(4)}`
    return 'at' in period ? { at: one(period.at) } : { from: one(period.from), to: one(period.to) }
  }
  return { ...claim, period: moved(claim.period!), period_base: claim.period_base === null ? null : moved(claim.period_base) }
}
