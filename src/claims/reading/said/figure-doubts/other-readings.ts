import type { Claim, ClaimPeriod } from '../../../claim.ts'
import type { OtherActors, OtherReadings, SlotConfidences } from '../../../said/figure-doubts.ts'
import { yearsOfPeriod } from '../../../text/days-of-text.ts'
import type { TextSpan } from '../../../text/mention.ts'
import { totalNamedIn } from '../../../text/names/country-groups.ts'
import { flowWordsIn } from '../../../text/topics/flow-words.ts'
import { queryFamilyOf } from '../../../text/topics/query-families.ts'
import { clauseAround, type NamedStates, type NamedTime, namedBySentence, relativeTimes, statedTimes } from '../around/named-in-text.ts'
import { definedFields, filled } from '../defined-fields.ts'
import type { TextOfClaims } from '../text-of-claims.ts'

/**
 * Returns what else the words of a claim allow: other parties, the opposite direction, other periods. Only what the words decide is given; testing makes the
 * readings.
 */
export function otherReadings(claim: Claim, text: TextOfClaims, { who, when }: SlotConfidences): OtherReadings | undefined {
  const named = namedBySentence(text)
  const own = named[claim.sentence_index]!
  const actors = who === 'own' ? [] : otherActors(claim, own, named)
  const isOfText = when === 'text' || when === 'open'
  const others = definedFields<OtherReadings>({
    actors: filled(actors),
    actorsTurned: filled(actors.length > 0 && otherDirection.test(claim.sentence) ? actorsTurned(claim, own, actors) : []),
    turned: isDirectionOpen(claim, own) || undefined,
    bothWays: mayBeBothWays(claim, own) || undefined,
    world: filled(worldAsPartner(claim, own)),
    otherWhole: isWholeOpen(claim) || undefined,
    listed: who === 'own' ? undefined : listedStates(claim, named, text.sentences),
    periods: filled(when === 'own' ? [] : periodsTold(claim, text, when === 'near')),
    nearer: filled(isOfText ? nearerPeriods(claim, own, named, text.date) : []),
    isCounted: (isOfText && isCountedPeriod(claim, named)) || undefined,
  })
  return Object.keys(others).length === 0 ? undefined : others
}

/** Matches words that refer back to an earlier direction. In a reading with another partner, the direction changes too. */
const otherDirection = /\b(?:other|opposite|reverse) (?:direction|way)\b|\bin return\b|\bconversely\b/i

/**
 * Returns the periods that are nearer to the claim in the text than the claim's own period: those of its sentence, or else of the last earlier sentence that
 * names any, plus the year of the text and the year before (not for arms). All of these are left out if the claim's own period is among them. Periods counted
 * from another one (`ten years later`) are always included.
 */
function nearerPeriods(
  { period, sentence_index: index, domain }: Claim,
  own: NamedStates,
  named: readonly NamedStates[],
  date: string,
): ClaimPeriod[] {
  const before = named.slice(0, index)
  const last = [...before, own].findLast((one) => statedTimes(one).length > 0)
  const told = last === undefined ? [] : statedTimes(last)
  const isIt = told.some(({ to, from }) => period !== null && (to === yearsOfPeriod(period).to || from === yearsOfPeriod(period).from))
  const ofText = domain === 'arms' ? [] : [0, 1].map((by) => ({ at: String(Number(date.slice(0, 4)) - by) }))
  const others = isIt ? [] : [...told.map((one) => one.period), ...ofText]
  return eachOnce([...others, ...relativeTimes(own, before)])
}

const eachOnce = (periods: readonly ClaimPeriod[]): ClaimPeriod[] => [...new Map(periods.map((one) => [JSON.stringify(one), one])).values()]

/** Rules of pronouns and phrases that refer to a state named before (`them`, `our neighbour`), so that the partner is not the world. */
const antecedentWords: ReadonlySet<string> = new Set(['both', 'them', 'other', 'we'])
/** Number of sentences: if a sentence leaves a party out, the party may be named at most this far before. */
const reach = 2
const prepositional = /\b(?:to|into|from|with)\s+(?:the\s+)?$/i

/** Returns the states of the text that may be meant by the actors that the sentence does not settle; the world too if no partner is named. */
function otherActors(claim: Claim, own: NamedStates, named: readonly NamedStates[]): OtherActors[] {
  const { actors, sentence, sentence_index: index, unit } = claim
  const [sender = ''] = claim.direction.split('->')
  const missing = actors.filter((id) => !own.states.includes(id) && !(id === 'WLD' && isWorldNamed(sentence)))
  const numbers = numbersOf(own, sentence)
  const passed = overtakenStates(own, sentence)
  const isOfOther = (id: string): boolean =>
    !actors.includes(id) && (passed.has(id) || (numbers.has(id) && !isBetween(numbers.get(id), claim)))
  const loose = actors.filter((id) => !isBetween(numbers.get(id), claim))
  const instead = (of: readonly string[], by: readonly string[]): OtherActors[] => {
    const others = [...new Set(by)].filter((id) => !actors.includes(id))
    return of.length === 0 || others.length === 0 ? [] : [{ instead: of, by: others }]
  }
  const here = instead(
    loose,
    own.states.filter((id) => !isOfOther(id)),
  )
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
  return [...here, ...instead(missing, isNotAll ? near : [...near, 'WLD'])]
}

/** Returns, one by one, the other actors with whom the direction may be the opposite one as well. */
function actorsTurned(claim: Claim, own: NamedStates, actors: readonly OtherActors[]): OtherActors[] {
  return actors.flatMap(({ instead, by }) =>
    by.flatMap((id) =>
      instead.flatMap((one) => {
        const direction = claim.direction
          .split('->')
          .map((end) => (end === one ? id : end))
          .join('->')
        return isDirectionOpen({ ...claim, direction }, own) ? [{ instead: [one], by: [id] }] : []
      }),
    ),
  )
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
 * Returns the states named first in the text, and the actors that were only mentioned as partners of these: `South Africa was the main buyer on the continent.
 * Imports from China fell`. Undefined if there are none.
 */
function listedStates(
  { actors, sentence_index: index }: Claim,
  named: readonly NamedStates[],
  sentences: readonly string[],
): OtherReadings['listed'] {
  const missing = actors.filter((id) => named[index]?.states.includes(id) === false)
  const first = named[0]?.states ?? []
  const isPartner = (id: string): boolean => {
    const at = named.slice(0, index).findLastIndex(({ states }) => states.includes(id))
    return at > 0 && !first.includes(id) && partnerWords.test(sentences[at] ?? '') && !first.some((one) => named[at]!.states.includes(one))
  }
  const partners = missing.filter(isPartner)
  return partners.length === 0 ? undefined : { first, partners }
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

/** Whether the opposite direction may be meant: the words do not settle it. Rankings and comparisons are left out: their testers try it themselves. */
function isDirectionOpen(claim: Claim, own: NamedStates): boolean {
  const { direction, kind, sentence } = claim
  return (
    direction.includes('->') &&
    kind !== 'ranking' &&
    kind !== 'comparison' &&
    !isDirectionStated(claim, own) &&
    !isContrasted(claim, own) &&
    !isOfSender(claim, own, clauseAround(sentence, claim), goodsOfSender)
  )
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

/** Whether both directions together may be meant, since the clause has no word for a direction: `business grew by half and came to 3.9 billion`. */
function mayBeBothWays(claim: Claim, own: NamedStates): boolean {
  const { direction, kind, unit, measured, actors, sentence } = claim
  if (!direction.includes('->') || kind === 'ranking' || kind === 'comparison' || unit === 'percent') return false
  if (queryFamilyOf(measured?.topic ?? '') !== 'goods' || measured?.part !== undefined || actors.length !== 2) return false
  const clause = statementAround(sentence, claim)
  const isTold = flowWordsIn(sentence).some(({ way, start }) => way !== 'both' && start >= clause.start && start < clause.end)
  return !isTold && !isDirectionStated(claim, own) && !isOfSender(claim, own, clause, goodsOrDeliveriesOfSender)
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

/**
 * Returns the actors in whose place the world may be meant in a share of arms, even next to a partner's name: `Germany, with 5.5 percent, found its first
 * customer in Algeria`.
 */
function worldAsPartner(claim: Claim, { states }: NamedStates): readonly string[] {
  const { unit, domain, direction, actors } = claim
  if (unit !== 'percent' || domain !== 'arms' || !direction.includes('->') || actors.includes('WLD')) return []
  const [sender = ''] = direction.split('->')
  // a share of imports is not one of an exporter's total, and a sender that the sentence names is certain
  return isShareOfImports(claim) ? [sender].filter((id) => !states.includes(id)) : actors
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
 * Whether a share of goods may be one of the opposite flow (imports for exports, and the reverse). False if the sentence settles the whole; `American goods
 * made up 11 percent` does not settle it.
 */
const isWholeOpen = ({ unit, direction, measured, sentence }: Claim): boolean =>
  unit === 'percent' &&
  direction.includes('->') &&
  goodsOneWay.test(measured?.topic ?? '') &&
  (measured?.whole === undefined || (/\bexports?\b/i.test(sentence) && /\bimports?\b/i.test(sentence)))

/**
 * In years: the base of a comparison (`the highest since 1958`) counts as a possible period of a claim only if it is at most this far from the claim's period.
 */
const rivalYears = 5

/** Whether the period is counted from another one: `ten years later`. */
const isCountedPeriod = ({ period, sentence_index: index }: Claim, named: readonly NamedStates[]): boolean =>
  period !== null && relativeTimes(named[index]!, named.slice(0, index)).some((one) => yearsOfPeriod(one).to === yearsOfPeriod(period).to)

/** Returns other periods of the text that a claim may be of: those named in its sentence, or anywhere if its sentence names none. */
function periodsTold(claim: Claim, text: TextOfClaims, isNear: boolean): ClaimPeriod[] {
  const { period, period_base: base, sentence_index: index, domain, kind } = claim
  if (period === null) return []
  const named = namedBySentence(text)
  const { from: first, to: year } = yearsOfPeriod(period)
  const counted = isNear ? [] : relativeTimes(named[index]!, named.slice(0, index))
  const isCounted = counted.some((one) => yearsOfPeriod(one).to === year)
  const isSpan = domain === 'arms' || year - first >= 2
  const isNearby = (at: number): boolean => at <= index && at >= index - reach
  const asked = isNear || isCounted ? timesBetween(named, isNear ? index : index - reach, index) : timesOfText(named)
  const told = asked.filter(
    // `the highest since 1958` in another sentence does not date this figure
    ({ time: { isBase, from, to }, at }) => (!isBase || Math.abs(to - year) <= rivalYears) && (isSpan || to - from < 2 || isNearby(at)),
  )
  // arms are reported for periods of several years, and a single year of such a period is no alternative
  const isWindow = domain === 'arms' && year - first >= 2
  const isInside = ({ from, to }: { from: number; to: number }): boolean => isWindow && from === to && from >= first && to <= year
  // the base period of a change is not its own period
  const isBase = (one: string): boolean => kind === 'trend' && one === JSON.stringify(base)
  return eachOnce([...told.map(({ time }) => time.period), ...counted]).filter((one) => {
    const json = JSON.stringify(one)
    return json !== JSON.stringify(period) && !isInside(yearsOfPeriod(one)) && !isBase(json)
  })
}

/** A time with the index of its sentence. */
interface PlacedTime {
  readonly time: NamedTime
  readonly at: number
}

const timesBetween = (named: readonly NamedStates[], first: number, last: number): PlacedTime[] =>
  named.slice(Math.max(0, first), last + 1).flatMap(({ years }, i) => years.map((time) => ({ time, at: Math.max(0, first) + i })))

const told = new WeakMap<readonly NamedStates[], readonly PlacedTime[]>()

/** Returns the times of a text; of those of less than three years that come again, only the first. */
function timesOfText(named: readonly NamedStates[]): readonly PlacedTime[] {
  const known = told.get(named)
  if (known !== undefined) return known
  const seen = new Set<string>()
  const made = timesBetween(named, 0, named.length - 1).filter(({ time: { period, isBase, from, to } }) => {
    const key = `${isBase} ${JSON.stringify(period)}`
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew || to - from >= 2
  })
  told.set(named, made)
  return made
}
