import { grouped } from '../../../assessments/rows/grouped.ts'
import { traitsOf } from '../../../sources/source-traits.ts'
import type { Claim } from '../../claim.ts'
import { directionFromTo, flowEnds } from '../../flow-of-direction.ts'
import { verdictLimits } from '../../limits.ts'
import { stateGroup } from '../../text/fact-files.ts'
import { isRegion, statesOfGroup, statesOfRegion } from '../../text/names/country-groups.ts'
import type { Finding } from '../../verdict.ts'
import { isPeriodStated, misreadingRisk } from '../ambiguity/misreading-risks.ts'
import { capitalised, finding, nearestTrueStatement } from '../judging/findings.ts'
import { sourceText } from '../judging/source-words.ts'
import { spanText } from '../judging/span-words.ts'
import { missingSource } from '../questions/missing-source.ts'
import { type PartnerRanking, partnerRankings, type RankQuery, rankRange } from '../questions/partner-rankings.ts'
import { actorText, type FlowQuery, quantityText } from '../questions/query-flows.ts'
import { type AskedClaim, figureText, type Question } from '../questions/question.ts'
import { areRankingsConclusive, isAboveOmittedPartners, isRankLeftOpen, rankVerdict } from '../questions/rank-verdict.ts'
import { isFromNamedSource } from '../record/named-sources.ts'
import { rowEvidence } from '../record/record-query.ts'
import { type DaySpan, isWholeYear, shiftYears } from '../record/series.ts'
import { powerDoubtOfRank } from './purchasing-power.ts'

/** Tests a rank among the partners of a state: its largest supplier, its third market, its first partner. Undefined if the claim is not such a rank. */
export async function testRank(asked: AskedClaim): Promise<Finding | undefined> {
  const { claim, question, bench } = asked
  const read = placeOf(claim, question)
  if (read === undefined || claim.value === null || claim.said?.hedge?.isNot) return undefined
  const among = await amongOf(asked)
  const place = turnedInto(read, among)
  const isWindow = place.of === 'arms' || place.of === 'deals'
  // a list of the fiscal year itself takes precedence over lists of the calendar years that it overlaps
  const fiscal = isWindow || !isAcross(question.days) ? [] : await partnerRankings(bench.snapshot, place, [question.days])
  const years = isWindow || fiscal.length > 0 ? [question.days] : yearsOf(question.days)
  const all = fiscal.length > 0 ? fiscal : await partnerRankings(bench.snapshot, place, years)
  const listed = limited(all, among, place).filter(({ partners }) => partners.length > 0)
  // lists that CEPII puts together in part of one side's reports serve where there is no other, and never against a claim
  const firm = listed.filter(({ source }) => traitsOf(source).lacksSilentPairs !== true)
  const orders = firm.length > 0 ? firm : listed
  const isOwn = isFromNamedSource(claim.said?.source)
  const own = isOwn === undefined ? [] : orders.filter(({ source }) => isOwn({ source, reporter: place.host }))
  const used = (own.length > 0 ? own : orders).filter(
    ({ partners }) => place.of === 'arms' || partners.some(({ id }) => id === place.ranked),
  )
  if (used.length === 0) return unknownPlace(place, asked)
  const isDated = isPeriodStated(asked, question.days) || (await isWrongAround(asked, place, years, among))
  const found = judgePlace(asked, place, used, { years: years.length, isDated })
  if (found.verdict === 'contradicted' && firm.length === 0)
    return { ...found, verdict: 'unverifiable', why: `${found.why} But only a compiled list is on record.`, wouldBeTrue: null }
  if (found.verdict === 'contradicted' && place.of === outputShare && (await fitsByAmount(asked, place, years, among)))
    return { ...found, verdict: 'unverifiable', why: `${found.why} But by the amount it fits.`, wouldBeTrue: null }
  const inPower = found.verdict === 'contradicted' && place.of === 'gdp' ? powerDoubtOfRank(asked, used[0]!, place.ranked) : undefined
  if (inPower !== undefined) return { ...found, verdict: 'unverifiable', why: `${found.why} But ${inPower}.`, wouldBeTrue: null }
  return found.verdict === 'contradicted' &&
    place.host !== 'WLD' &&
    claim.said?.rank?.role === undefined &&
    // `America's third partner`
    claim.said?.rank?.hosts?.includes(place.host) !== true &&
    (await fitsOtherWay(asked, place, years))
    ? { ...found, verdict: 'unverifiable', why: `${found.why} But the place of the other of the two fits.`, wouldBeTrue: null }
    : found
}

/** Exchanges ranked state and host if only the host is in the named region, since the ranked state must be in that region: `Its third African market`. */
function turnedInto(place: RankQuery, among: ReadonlySet<string> | undefined): RankQuery {
  if (among === undefined || among.has(place.ranked) || !among.has(place.host) || place.of !== 'goods') return place
  const ways = place.ways.map((way) => (way === 'to host' ? 'from host' : 'to host'))
  return { ...place, ranked: place.host, host: place.ranked, ways }
}

/**
 * Limits the orders to the states that the words name. If the ranked state is not among these, the words mean something else, and the orders are returned
 * unchanged.
 */
function limited(
  orders: readonly PartnerRanking[],
  among: ReadonlySet<string> | undefined,
  { ranked, host }: RankQuery,
): readonly PartnerRanking[] {
  if (among === undefined || !among.has(ranked) || among.has(host)) return orders
  return orders.map((order) => {
    const partners = order.partners.filter(({ id }) => among.has(id))
    return { ...order, partners, united: [], complete: order.complete || isEveryOne(among, partners) }
  })
}

/** Iceland has no forces and is on no list of military spending. Of the other states at most one may be missing. */
const unarmed = 'ISL'
const isEveryOne = (among: ReadonlySet<string>, partners: PartnerRanking['partners']): boolean =>
  [...among].filter((one) => one !== unarmed && !partners.some(({ id }) => id === one)).length <= 1

/** Whether the claim may be right with ranked state and host exchanged, since its words may have been misread. */
async function fitsOtherWay({ claim, bench }: AskedClaim, place: RankQuery, years: readonly DaySpan[]): Promise<boolean> {
  const ways = place.ways.map((way) => (way === 'to host' ? 'from host' : 'to host'))
  const other: RankQuery = { ...place, ranked: place.host, host: place.ranked, ways }
  const orders = (await partnerRankings(bench.snapshot, other, years)).filter(({ partners }) =>
    partners.some(({ id }) => id === other.ranked),
  )
  const isWrong =
    orders.every((order) => rankVerdict(order, other, claim.value!) === 'wrong') && areRankingsConclusive(orders, other, claim.value!)
  return orders.length > 0 && !isWrong
}

/** Whether a rank by share of GDP is right by amount: if a sentence mentions both, the ranking may be by either. */
async function fitsByAmount(
  { claim, bench }: AskedClaim,
  place: RankQuery,
  years: readonly DaySpan[],
  among: ReadonlySet<string> | undefined,
): Promise<boolean> {
  const other: RankQuery = { ...place, of: 'military-expenditure' }
  const orders = limited(await partnerRankings(bench.snapshot, other, years), among, other)
  return orders.some((order) => rankVerdict(order, other, claim.value!) === 'right')
}

/** Returns the ranked state: the buyer if the words name a market or customer, the seller if they name a supplier, otherwise the first actor. */
export function rankedState(claim: Claim): string | undefined {
  const [sender, receiver] = flowEnds(claim.direction)
  const role = claim.said?.rank?.role
  return receiver === undefined || role === undefined ? claim.actors[0] : role === 'buyer' ? receiver : sender
}

function placeOf(claim: Claim, { subject }: Question): RankQuery | undefined {
  const { actors, direction, said } = claim
  if (said?.rank?.isOfWorld || actors.includes('WLD') || subject.family === 'own') return worldPlaceOf(claim, subject)
  const ranked = rankedState(claim)
  const host = actors.find((id) => id !== ranked)
  if (host !== undefined && isRegion(host) && said?.rank?.role === 'buyer' && said.rank.isBuyerWithin) return undefined
  if (ranked === undefined || host === undefined || actors.length !== 2 || subject.mode === 'one' || subject.mode === 'balance')
    return undefined
  const isArms = subject.family === 'arms' || subject.thing === 'deals'
  const isCrude = subject.thing === 'crude-oil'
  if (!(isArms || isCrude || subject.family === 'goods') || ranked === 'EUU') return undefined
  const of = subject.thing === 'deals' || subject.thing === 'crude-oil' ? subject.thing : isArms ? 'arms' : 'goods'
  if (direction === 'total') return { ranked, host, ways: isArms ? ['to host'] : ['to host', 'from host'], of }
  return { ranked, host, ways: [flowEnds(direction)[0] === ranked ? 'to host' : 'from host'], of }
}

const outputShare = 'military-expenditure-gdp-share'
/**
 * Returns a rank among all states or the states of a region: of arms buyers or sellers, of military spenders, of economies. Undefined if the claim is not such
 * a rank.
 */
function worldPlaceOf({ actors, direction, said }: Claim, { family, thing, mode }: FlowQuery): RankQuery | undefined {
  const [ranked, ...others] = actors.filter((id) => id !== 'WLD')
  if (ranked === undefined || others.length > 0 || said?.rank?.isOtherOrder) return undefined
  if (family === 'own' && mode === 'one') {
    const of = thing === 'gdp' || thing === 'population' ? thing : said?.rank?.isByOutput ? outputShare : 'military-expenditure'
    return { ranked, host: 'WLD', ways: ['to host'], of }
  }
  if (family !== 'arms' || !actors.includes('WLD')) return undefined
  return { ranked, host: 'WLD', ways: [direction === directionFromTo(ranked, 'WLD') ? 'to host' : 'from host'], of: 'arms' }
}

/** Returns the states to which the words limit a ranking: those of a region, or the members of a bloc. Undefined if the words name no limit. */
async function amongOf({ claim, bench }: AskedClaim): Promise<ReadonlySet<string> | undefined> {
  const among = claim.said?.rank?.among
  return among === undefined ? undefined : (statesOfRegion(among) ?? statesOfGroup(bench.snapshot, among))
}

/** Whether a span of at most a year lies in two calendar years. */
const isAcross = ({ from, to }: DaySpan): boolean => Number(to.slice(0, 4)) === Number(from.slice(0, 4)) + 1 && to.slice(5) < from.slice(5)

function yearsOf({ from, to }: DaySpan): DaySpan[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  if (first === last) return [{ from, to }]
  return Array.from({ length: last - first + 1 }, (_, i) => ({ from: `${first + i}-01-01`, to: `${first + i}-12-31` }))
}

function farDown(orders: readonly PartnerRanking[], place: RankQuery, claim: Claim): string | undefined {
  const claimed = claim.value!
  if (claimed <= verdictLimits.lastRank) return undefined
  const isFar = (order: PartnerRanking): boolean => Math.abs(rankRange(order, place.ranked, 0)[0] - claimed) > verdictLimits.rankListsOff
  const isWhole =
    orders.some(({ complete, official }) => complete && official) &&
    orders.every(isFar) &&
    place.of === 'goods' &&
    claim.said?.rank?.role !== undefined
  return isWhole ? undefined : 'who is ranked among whom is not sure so far down'
}

/** Whether the rank is wrong in the neighbouring years too. Then it matters little that the text names no year. */
async function isWrongAround(
  { claim, bench }: AskedClaim,
  place: RankQuery,
  years: readonly DaySpan[],
  among: ReadonlySet<string> | undefined,
): Promise<boolean> {
  const [year] = years
  if (year === undefined || years.length > 1 || !isWholeYear(year)) return false
  const orders = await partnerRankings(
    bench.snapshot,
    place,
    [-2, -1, 1, 2].map((by) => shiftYears(year, by)),
  )
  const known = limited(orders, among, place).filter(({ partners }) => partners.some(({ id }) => id === place.ranked))
  const isWrong = (order: PartnerRanking): boolean => rankVerdict(order, place, claim.value!) === 'wrong'
  return new Set(known.map((order) => order.year.from)).size >= verdictLimits.rankYearsAround && known.every(isWrong)
}

function judgePlace(
  asked: AskedClaim,
  place: RankQuery,
  orders: readonly PartnerRanking[],
  { years, isDated }: { readonly years: number; readonly isDated: boolean },
): Finding {
  const { claim, question, bench } = asked
  const claimed = claim.value!
  const byYear = [...grouped(orders, ({ year }) => year.from).values()]
  const says = (own: readonly PartnerRanking[], say: ReturnType<typeof rankVerdict>): boolean =>
    own.some((order) => rankVerdict(order, place, claimed) === say)
  const right = byYear.filter((own) => says(own, 'right')).length
  const wrong = byYear.filter((own) => says(own, 'wrong') && !says(own, 'right') && !isRankLeftOpen(own, place, claimed)).length
  const shown = right === years ? orders.filter((order) => rankVerdict(order, place, claimed) === 'right') : orders
  const told = shown.findLast(({ complete }) => complete) ?? shown.at(-1)!
  const said = `${sayOrder(told, place, asked)} The claim says ${ordinal(claimed)}`
  const evidence = rowEvidence(told.partners.slice(0, 3).flatMap(({ rows }) => rows))
  if (right === years) return finding('supported', `${said}: it agrees${years > 1 ? ` in all ${years} years` : ''}.`, { evidence })
  const wrongOnes = orders.filter((order) => rankVerdict(order, place, claimed) === 'wrong')
  if (right > 0 && wrong > 0 && areRankingsConclusive(wrongOnes.slice(0, Math.ceil(wrongOnes.length / 2)), place, claimed))
    return finding('partly', `${said}: so it was in ${right} of ${byYear.length} years on record.`, { evidence })
  const isWrong = wrong === byYear.length
  const doubt =
    misreadingRisk(asked) ??
    (isDated ? undefined : 'the text names no year near it') ??
    (isOfServices(claim, place) ? 'partners may be ranked by goods and services together' : undefined) ??
    farDown(orders, place, claim) ??
    (isWrong && orders.every((order) => isGuess(order, place)) ? 'the figures of the record are estimates' : undefined)
  if (isWrong && doubt === undefined && areRankingsConclusive(orders, place, claimed))
    return finding('contradicted', `${said}: by every list of the record it is not.`, {
      evidence,
      wouldBeTrue: trueOrder(told, place, asked),
    })
  const because =
    doubt ??
    (right > 0
      ? 'not all its years are on record'
      : 'the lists do not agree or are not complete, two are too close, or others may count a union or a territory as one')
  return finding('unverifiable', `${said}: ${because}.`, { evidence, wouldSettle: missingSource(question, bench) })
}

/** States whose trade is largely in services, so that their partners are often ranked by goods and services together. */
const serving: ReadonlySet<string> = stateGroup('partners ranked with services')

const isOfServices = ({ said }: Claim, { ranked, host, ways, of }: RankQuery): boolean =>
  of === 'goods' && ways.length === 2 && (serving.has(ranked) || serving.has(host)) && said?.rank?.isOfGoods !== true

/** Whether the ranked state's figure was imputed by the compiler of the list. */
const isGuess = ({ partners }: PartnerRanking, { ranked }: RankQuery): boolean =>
  partners.find(({ id }) => id === ranked)?.rows.some(({ estimated, reporter }) => estimated && reporter !== null) === true

const regionTexts: Readonly<Record<string, string>> = {
  'middle East': 'the Middle East',
  'south-east Asia': 'South-East Asia',
  'central Asia': 'Central Asia',
}
const limitText = (limit: string): string =>
  regionTexts[limit] ??
  actorText(limit)
    .replace(/^[a-z]/, (letter) => letter.toUpperCase())
    .replace(/^The /, 'the ')

function sayOrder(order: PartnerRanking, place: RankQuery, { claim, question, bench }: AskedClaim): string {
  const limit = claim.said?.rank?.among
  const [first] = order.partners
  const value = order.partners.find(({ id }) => id === place.ranked)?.value ?? 0
  const whom = order.complete ? 'the partners' : `${order.partners.length} partners`
  const among =
    place.host === 'WLD'
      ? limit === undefined
        ? 'in the world'
        : `among the states of ${limitText(limit)}`
      : `among ${whom} of ${actorText(place.host)}`
  const held = ordinal(rankRange(order, place.ranked, 0)[0])
  const own = `${capitalised(actorText(place.ranked))} was ${held} ${among} by ${sayMeasure(place, question)} in ${spanText(order.year)} (${figure(value, order.unit)}, ${sourceText(order.source, bench)})`
  return first === undefined || first.id === place.ranked
    ? `${own}.`
    : `${own}; first was ${actorText(first.id)} with ${figure(first.value, order.unit)}.`
}

/** Describes what a ranking is by, such as `goods received`: from the host's side, or from the ranked state's if the ranking is of the world. */
function sayMeasure({ of, host, ways }: RankQuery, { subject }: Question): string {
  if (of === 'military-expenditure-gdp-share') return 'military spending as a share of GDP'
  if (of === 'gdp' || of === 'population' || of === 'military-expenditure') return quantityText(subject)
  if (ways.length === 2) return `${quantityText(subject)} both ways`
  return `${quantityText(subject)} ${(ways[0] === 'to host') === (host !== 'WLD') ? 'received' : 'sent'}`
}

function figure(value: number, unit: string): string {
  if (unit.startsWith('share')) return figureText(100 * value, 'percent')
  return unit.length === 3 ? figureText(value / 1e9, `${unit} bn`) : figureText(value, unit)
}

function trueOrder(order: PartnerRanking, place: RankQuery, { question, bench }: AskedClaim): Finding['wouldBeTrue'] {
  const [best] = rankRange(order, place.ranked, 0)
  const rows = order.partners.find(({ id }) => id === place.ranked)?.rows ?? []
  const text = `${capitalised(actorText(place.ranked))} was ${order.complete || isAboveOmittedPartners(order, place.ranked) ? '' : 'at best '}${ordinal(best)} in ${spanText(order.year)}, by ${sayMeasure(place, question)}${place.host === 'WLD' ? '' : ` (of ${actorText(place.host)})`} (${sourceText(order.source, bench)}).`
  return { ...nearestTrueStatement('order', text, rowEvidence(rows)), value: best, unit: 'rank' }
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']

const ordinal = (place: number): string => ordinals[place - 1] ?? `number ${place}`

function unknownPlace(place: RankQuery, { question, bench }: AskedClaim): Finding {
  return finding('unverifiable', `The record has no list of the partners of ${actorText(place.host)} in ${spanText(question.days)}.`, {
    wouldSettle: missingSource(question, bench),
  })
}
