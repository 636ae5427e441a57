import { significant } from '../../../assessments/forms/wording.ts'
import type { Claim } from '../../claim.ts'
import type { ClaimTestContext } from '../../claim-test-context.ts'
import { isGrowthClaim } from '../../text/around/growth-words.ts'
import { wordsNear } from '../../text/around/words-near.ts'
import { daysOf } from '../../text/calendar.ts'
import { totalNamedIn, totalsThatInclude } from '../../text/names/country-groups.ts'
import { worldAndRegions } from '../../text/names/region-and-club-parties.ts'
import { type CandidateValue, isOfficialFigure } from '../judging/judge.ts'
import { isoInterval } from '../judging/span-words.ts'
import { mergedEvidence } from '../record/record-query.ts'
import { type DaySpan, type Series, type SeriesValue, seriesInUnit } from '../record/series.ts'
import { type FlowQuery, type QueryFamily, queryFamilyOf, type ShareWhole } from './query-flows.ts'

export { wordsNear } from '../../text/around/words-near.ts'

/** A claim's unit in terms of the record: the record's unit, and the factor by which the claim's unit is larger. */
export interface ClaimUnit {
  readonly of: string
  readonly factor: number
}

const scales: Readonly<Record<string, number>> = { tn: 1e12, bn: 1e9, mn: 1e6, m: 1e6, th: 1e3, k: 1e3 }
const measures: Readonly<Record<string, ClaimUnit>> = {
  bcm: { of: 'm3', factor: 1e9 },
  tonnes: { of: 'tonnes', factor: 1 },
  'million tonnes': { of: 'tonnes', factor: 1e6 },
  'mn tonnes': { of: 'tonnes', factor: 1e6 },
  'b/d': { of: 'barrels per day', factor: 1 },
  'barrels per day': { of: 'barrels per day', factor: 1 },
  'million barrels per day': { of: 'barrels per day', factor: 1e6 },
  'mn b/d': { of: 'barrels per day', factor: 1e6 },
  'million TIV': { of: 'million TIV', factor: 1 },
  'TIV mn': { of: 'million TIV', factor: 1 },
  persons: { of: 'persons', factor: 1 },
  'th persons': { of: 'persons', factor: 1e3 },
  'mn persons': { of: 'persons', factor: 1e6 },
  'bn persons': { of: 'persons', factor: 1e9 },
  percent: { of: 'percent', factor: 1 },
}

/**
 * Returns the record's unit for a claim's unit; undefined if the record has none.
 *
 * @example unitOf('USD bn')   // { of: 'USD', factor: 1e9 }
 */
export function unitOf(unit: string | null): ClaimUnit | undefined {
  const measure = measures[unit ?? '']
  const money = /^([A-Z]{3})(?: (\w+))?$/.exec(unit ?? '')
  if (measure !== undefined || money === null) return measure
  const factor = money[2] === undefined ? 1 : scales[money[2]]
  return factor === undefined ? undefined : { of: money[1]!, factor }
}

/** What a claim asks, in the terms of the record. */
export interface Question {
  readonly subject: FlowQuery
  readonly days: DaySpan
  readonly base: DaySpan | null
  /** Possible wholes of a share; several if the words do not decide. */
  readonly wholes: readonly ShareWhole[]
  /** True if the flow has a direction that the claim does not state. */
  readonly isDirectionOpen: boolean
}

/** A claim, the question that it asks, and what it is tested with. */
export interface AskedClaim {
  readonly claim: Claim
  readonly question: Question
  readonly bench: ClaimTestContext
}

/** The two periods of a change. */
export interface ChangePeriods {
  readonly days: DaySpan
  readonly base: DaySpan
}

const fuels: Readonly<Record<string, string>> = {
  LNG: 'lng',
  'pipeline gas': 'gas-pipeline',
  'natural gas': 'gas',
  'crude oil': 'crude-oil',
  'oil products': 'oil-products',
  coal: 'coal',
}

/** Returns the fuel in an indicator (`LNG, exports`), since sales without a named good are sales of that fuel in a text on it. Undefined if there is none. */
const fuelOfIndicator = (indicator: string | null): string | undefined =>
  fuels[/^(?:share of )?([\w ]+), /.exec(indicator ?? '')?.[1] ?? '']

const specialFlows: Readonly<Record<string, string>> = { energy: 'energy', arms: 'arms-imports' }

/** Returns the question that a claim asks; undefined if no table of flows covers it. */
export function questionOf(claim: Claim): Question | undefined {
  const { measured, period } = claim
  if (measured === null || period === null) return undefined
  const about = thingOf(claim)
  if (about === undefined) return undefined
  const subject = subjectOf(claim, about.family, about.thing)
  if (subject === undefined || isTautology(claim, subject)) return undefined
  const open = claim.direction === 'total' && subject.mode === 'both' && /^(?:goods-(?:ex|im)ports|supplier|market)$/.test(measured.topic)
  return {
    subject,
    days: daysOf(period),
    base: claim.period_base === null ? null : daysOf(claim.period_base),
    wholes: wholesOf(claim, subject),
    isDirectionOpen: open,
  }
}

/**
 * Whether a claim with the world as partner cannot be tested: all exports of a state go to the world, so a share would always be 100 %. Shares of arms are
 * exempt, since world totals are on record. A balance with the world is included if the state is only called `we`.
 */
function isTautology({ unit, sentence }: Claim, { family, mode, from, to }: FlowQuery): boolean {
  if (from !== 'WLD' && to !== 'WLD') return false
  return (unit === 'percent' && family !== 'arms') || (mode === 'balance' && /\b(?:we|our|us)\b/i.test(sentence))
}

/** Matches words for holdings, and for direct investment as offices count it. Without such words, investment means deals of firms. */
const stocks =
  /\bstocks?\b|\bdirect\b|\bFDI\b|\bheld\b|\bholdings?\b|\bgreenfield\b|\brealis|\bapprov|\bapplied\b|\bapplications?\b|\bpledg|\bpromis/i

/** Matches investment in one sector of a country. What the record has of investment is of all sectors together. */
const inOneSector =
  /\binvest(?:s|ed|ing|ments?)?\b[^.;:()]{0,80}\b(?:sectors?|industry|industries|mining|infrastructure|real estate|projects)\b/i

/**
 * Returns the family of tables and the quantity in it. Undefined if there is none, as for services alone or for a product without its own table. Sales without
 * a named good are sales of energy or arms in a text on these.
 */
function thingOf(claim: Claim): { family: QueryFamily; thing: string } | undefined {
  const { measured, domain, indicator, sentence } = claim
  const { topic, part } = measured!
  if (isGrowthClaim(claim)) return { family: 'own', thing: 'gdp-growth' }
  if ((topic === 'services' || /\bservices\b/.test(indicator ?? '')) && !/\bgoods and services\b/i.test(`${indicator ?? ''} ${sentence}`))
    return undefined
  if (topic === 'investment' && inOneSector.test(sentence)) return undefined
  if (topic === 'investment' && !stocks.test(sentence)) return { family: 'held', thing: 'deals' }
  if (part !== undefined && queryFamilyOf(part) === 'fossil') return { family: 'fossil', thing: part }
  if (part !== undefined && part !== topic) return undefined
  const family = queryFamilyOf(topic)
  if (family !== 'goods' || domain === 'trade') return family === undefined ? undefined : { family, thing: topic }
  const special = (domain === 'energy' ? fuelOfIndicator(indicator) : undefined) ?? specialFlows[domain]
  return special === undefined ? undefined : { family: queryFamilyOf(special)!, thing: special }
}

function subjectOf({ direction, actors, measured, sentence, kind }: Claim, family: QueryFamily, thing: string): FlowQuery | undefined {
  const [first, second] = actors
  if (first === undefined) return undefined
  if (family === 'own') return ownSubject(actors, sentence, thing, kind)
  // One figure for several states (`exports to China and India came to`): no table has the sum, and the figure of a single state would wrongly refute the
  // claim.
  if (actors.length > 2 && kind !== 'comparison' && kind !== 'ranking') return undefined
  const isBalance = measured!.form === 'balance' || ['deficit', 'surplus', 'gap'].includes(measured!.topic)
  const [sender, receiver] = direction.includes('->') ? direction.split('->') : []
  if (sender !== undefined && receiver !== undefined && sender !== receiver && !isBalance)
    return { family, thing, mode: 'way', from: sender, to: receiver }
  if (second === undefined || direction === 'n/a') return undefined
  return { family, thing, mode: isBalance ? 'balance' : 'both', from: first, to: second }
}

/**
 * Returns the query for what one state spends or produces, or several together; in a comparison, for the first state. Undefined if it is unclear which states
 * are meant.
 */
function ownSubject(actors: readonly string[], sentence: string, thing: string, kind: Claim['kind']): FlowQuery | undefined {
  // the region in which a state is ranked does not itself spend: `the largest increase in Europe`
  const isAmong = (id: string): boolean =>
    (id === 'WLD' || kind !== 'comparison') && worldAndRegions.has(id) && actors.some((other) => !worldAndRegions.has(other))
  const own = actors.filter((id) => !isAmong(id))
  const isJoint = /\b(?:together|combined|jointly|between them|in total|both)\b/i.test(sentence)
  if (kind === 'comparison' && own.length === 2 && !isJoint) return { family: 'own', thing, mode: 'one', from: own[0]!, to: '' }
  return own.length === 1 || (own.length > 1 && isJoint) ? { family: 'own', thing, mode: 'one', from: own.join('+'), to: '' } : undefined
}

/**
 * Returns the possible wholes of a share. If the words do not decide: the buyer's imports or the seller's exports, depending on the topic, or the trade of
 * either.
 */
function wholesOf(claim: Claim, subject: FlowQuery): ShareWhole[] {
  const { measured, indicator } = claim
  const { mode, from, to, thing, family } = subject
  const told = measured!.whole
  const words = indicator ?? ''
  if (family === 'own') return ownWholes(claim)
  if (family === 'arms' && (from === 'WLD' || to === 'WLD')) return worldWholes(claim, from === 'WLD' ? to : from)
  if (mode === 'both' && told?.of !== 'gdp') return [from, to].map((state) => ({ of: 'trade', state }))
  if ((family === 'arms' || family === 'fossil') && mode === 'way' && told?.of !== 'gdp') return sidesOf(claim, subject)
  if (told !== undefined) return [told]
  if (/\bGDP\b/.test(words)) return [from, to].map((state) => ({ of: 'gdp', state }))
  if (/exports?/.test(thing) || /\bexports\b/i.test(words)) return [{ of: 'exports', state: from }]
  if (/imports?/.test(thing) || /\bimports\b/i.test(words)) return [{ of: 'imports', state: to }]
  return [
    { of: 'imports', state: to },
    { of: 'exports', state: from },
  ]
}

const ofImports =
  /\b(?:imports?|imported|importers?|purchases?|procurement|bought|acquired|received|obtained|got|gets|came in|comes in|suppl(?:y|ies|ied|iers?)|sources?|came from)\b/i
const ofExports = /\b(?:exports?|exported|exporters?|sales|sold|sells|went to|goes? to|customers?|recipients?|clients?|markets?)\b/i

/** Matches a stated whole: `Bought 73 per cent of all arms exported by China`. */
const wholeWords =
  /(?:%|\bper ?cent\b|\b(?:half|thirds?|quarters?|fifths?)\b) of (?:all |its |their |the )?(?:[\w’'-]+ ){0,3}?(exports|exported|imports|imported)\b/i

/** Returns the buyer's total imports or the seller's total exports, depending on the words nearby; both if these do not decide. */
function sidesOf(claim: Claim, { from, to }: FlowQuery): ShareWhole[] {
  const { indicator, sentence, start, end } = claim
  const words =
    end === 0
      ? `${indicator ?? ''}`
      : (wholeWords.exec(sentence.slice(start, end + 60))?.[1] ?? sentence.slice(Math.max(0, start - 50), end + 50))
  const [isImports, isExports] = [ofImports.test(words), ofExports.test(words)]
  const [imports, exports]: ShareWhole[] = [
    { of: 'imports', state: to },
    { of: 'exports', state: from },
  ]
  return isImports === isExports ? [imports!, exports!] : [isImports ? imports! : exports!]
}

/** Returns the whole of a share of arms: the region or world that the words name, or every possible one if they name none. */
function worldWholes(claim: Claim, state: string): ShareWhole[] {
  const named = totalNamedIn(wordsNear(claim))
  return (named === undefined ? totalsThatInclude(state) : [named]).map((id) => ({ of: 'total', state: id }))
}

/** Returns the whole of a share of spending: the state's own GDP, or the spending of the world or a bloc. */
function ownWholes(claim: Claim): ShareWhole[] {
  const [state] = claim.actors
  const words = wordsNear(claim)
  const isOfGdp = claim.measured?.whole?.of === 'gdp' || /\bGDP\b|\bgross domestic product\b|\boutput\b/.test(words)
  const named = totalNamedIn(words) ?? (claim.actors.length > 1 && !isOfGdp ? 'WLD' : undefined)
  const ofGdp: ShareWhole[] = isOfGdp || named === undefined ? [{ of: 'gdp', state: state! }] : []
  return named === undefined || named === state ? ofGdp : [...ofGdp, { of: 'total', state: named }]
}

/** Returns the figures of several series for one period, in a claim's unit. */
export function valuesInPeriod(series: readonly Series[], days: DaySpan, unit: ClaimUnit, name: string): CandidateValue[] {
  return series.flatMap((one) => {
    const own = seriesInUnit(one, unit.of)
    const point = own?.at(days)
    return own === undefined || point === undefined ? [] : [candidateValue(own, point, point.value / unit.factor, name, days)]
  })
}

/** Makes a candidate value from a value of a series; the number may be computed from that value and others. */
export function candidateValue(series: Series, point: SeriesValue, value: number, unit: string, days: DaySpan): CandidateValue {
  return {
    value: Number(value.toPrecision(6)),
    unit,
    period: isoInterval(days),
    by: series.reporter === null ? series.source : `${series.source}, ${series.reporter}`,
    what: point.note === null ? series.what : `${series.what} (${point.note})`,
    estimated: point.estimated,
    evidence: mergedEvidence(point.rows),
    definition: series.definition,
    atLeast: point.atLeast,
    source: series.source,
    reporter: series.reporter,
    ...(series.measure === undefined ? {} : { measure: series.measure }),
    ...(series.among === undefined ? {} : { among: series.among }),
  }
}

const words: Readonly<Record<string, string>> = {
  percent: ' %',
  percent_change: ' %',
  percentage_points: ' percentage points',
  times: ' times',
}

/** Describes a figure with its unit, as used within a sentence. */
export function figureText(value: number, unit: string | null): string {
  const number = `${unit === 'percent_change' && value > 0 ? '+' : value < 0 ? '−' : ''}${significant(Math.abs(value))}`
  const money = /^([A-Z]{3})(?: (\w+))?$/.exec(unit ?? '')
  if (money !== null)
    return `${value < 0 ? '−' : ''}${money[1]} ${significant(Math.abs(value))}${money[2] === undefined ? '' : ` ${money[2]}`}`
  return `${number}${words[unit ?? ''] ?? (unit === null ? '' : ` ${unit}`)}`
}

/**
 * Lists figures so that a reader can check them: `USD 240 bn (cited-figures, CHN)`. An office's estimates are labelled; those of compilers are not, since all
 * their figures are estimates.
 */
export function valuesText(values: readonly CandidateValue[]): string {
  const told = values.map((one) => {
    const about = [one.by, one.among, one.estimated && isOfficialFigure(one) ? 'estimated' : undefined].filter((word) => word !== undefined)
    return `${figureText(one.value, one.unit)} (${about.join(', ')})`
  })
  const once = [...new Set(told)]
  return once.length <= 4 ? once.join(', ') : `${once.slice(0, 4).join(', ')} and ${once.length - 4} more`
}
