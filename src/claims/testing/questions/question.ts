import { significant } from '../../../assessments/forms/wording.ts'
import type { Claim } from '../../claim.ts'
import type { ClaimTestContext } from '../../claim-test-context.ts'
import { flowEnds } from '../../flow-of-direction.ts'
import { daysOf } from '../../text/calendar.ts'
import { totalsThatInclude } from '../../text/names/country-groups.ts'
import { worldAndRegions } from '../../text/names/region-and-club-parties.ts'
import { moneyUnit } from '../../text/numbers/money-unit.ts'
import { isBalance } from '../../text/topics/balances.ts'
import { type CandidateValue, isOfficialFigure } from '../judging/judge.ts'
import { type NamedSources, reporterText, sourceText } from '../judging/source-words.ts'
import { isoInterval } from '../judging/span-words.ts'
import { mergedEvidence } from '../record/record-query.ts'
import { type DaySpan, type Series, type SeriesValue, seriesInUnit } from '../record/series.ts'
import { type FlowQuery, type QueryFamily, queryFamilyOf, type ShareWhole } from './query-flows.ts'

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
  const money = moneyUnit(unit)
  if (measure !== undefined || money === undefined) return measure
  const factor = money.scale === undefined ? 1 : scales[money.scale]
  return factor === undefined ? undefined : { of: money.currency, factor }
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

const oneWay: ReadonlySet<string> = new Set(['goods-exports', 'goods-imports', 'supplier', 'market'])
const specialFlows: Readonly<Record<string, string>> = { energy: 'energy', arms: 'arms-imports' }

/** Returns the question that a claim asks; undefined if no table of flows covers it. */
export function questionOf(claim: Claim): Question | undefined {
  const { measured, period } = claim
  if (measured === null || period === null) return undefined
  const about = thingOf(claim)
  if (about === undefined) return undefined
  const subject = subjectOf(claim, about.family, about.thing)
  if (subject === undefined || isTautology(claim, subject)) return undefined
  const open = claim.direction === 'total' && subject.mode === 'both' && oneWay.has(measured.topic)
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
function isTautology({ unit, said }: Claim, { family, mode, from, to }: FlowQuery): boolean {
  if (from !== 'WLD' && to !== 'WLD') return false
  return (unit === 'percent' && family !== 'arms') || (mode === 'balance' && said?.figure?.isOfUs === true)
}

/** Whether a claim on output is about real growth: a change in per cent or a direction, and not of money. */
const isGrowth = ({ measured, kind, unit, value, value_from, said }: Claim): boolean =>
  measured?.topic === 'gdp' &&
  (kind === 'trend' || kind === 'forecast') &&
  value_from === null &&
  (unit === 'percent_change' || value === null) &&
  said?.figure?.isNominal !== true

/**
 * Returns the family of tables and the quantity in it. Undefined if there is none, as for services alone or for a product without its own table. Sales without
 * a named good are sales of energy or arms in a text on these.
 */
function thingOf(claim: Claim): { family: QueryFamily; thing: string } | undefined {
  const { measured, domain, said: { figure } = {} } = claim
  const { topic, part } = measured!
  if (isGrowth(claim)) return { family: 'own', thing: 'gdp-growth' }
  if (figure?.isServicesAlone || figure?.investment === 'in-one-sector') return undefined
  if (topic === 'investment' && figure?.investment === undefined) return { family: 'held', thing: 'deals' }
  if (part !== undefined && queryFamilyOf(part) === 'fossil') return { family: 'fossil', thing: part }
  if (part !== undefined && part !== topic) return undefined
  const family = queryFamilyOf(topic)
  if (family !== 'goods' || domain === 'trade') return family === undefined ? undefined : { family, thing: topic }
  const special = figure?.fuel ?? specialFlows[domain]
  return special === undefined ? undefined : { family: queryFamilyOf(special)!, thing: special }
}

function subjectOf(claim: Claim, family: QueryFamily, thing: string): FlowQuery | undefined {
  const { direction, actors, measured, kind } = claim
  const [first, second] = actors
  if (first === undefined) return undefined
  if (family === 'own') return ownSubject(claim, thing)
  // One figure for several states (`exports to China and India came to`): no table has the sum, and the figure of a single state would wrongly refute the
  // claim.
  if (actors.length > 2 && kind !== 'comparison' && kind !== 'ranking') return undefined
  const isNet = isBalance(measured)
  const [sender, receiver] = flowEnds(direction)
  if (sender !== undefined && receiver !== undefined && sender !== receiver && !isNet)
    return { family, thing, mode: 'way', from: sender, to: receiver }
  if (second === undefined || direction === 'n/a') return undefined
  return { family, thing, mode: isNet ? 'balance' : 'both', from: first, to: second }
}

/**
 * Returns the query for what one state spends or produces, or several together; in a comparison, for the first state. Undefined if it is unclear which states
 * are meant.
 */
function ownSubject({ actors, kind, said }: Claim, thing: string): FlowQuery | undefined {
  // the region in which a state is ranked does not itself spend: `the largest increase in Europe`
  const isAmong = (id: string): boolean =>
    (id === 'WLD' || kind !== 'comparison') && worldAndRegions.has(id) && actors.some((other) => !worldAndRegions.has(other))
  const own = actors.filter((id) => !isAmong(id))
  const isJoint = said?.figure?.isTogether === true
  if (kind === 'comparison' && own.length === 2 && !isJoint) return { family: 'own', thing, mode: 'one', from: own[0]!, to: '' }
  return own.length === 1 || (own.length > 1 && isJoint) ? { family: 'own', thing, mode: 'one', from: own.join('+'), to: '' } : undefined
}

/**
 * Returns the possible wholes of a share. If the words do not decide: the buyer's imports or the seller's exports, depending on the topic, or the trade of
 * either.
 */
function wholesOf(claim: Claim, subject: FlowQuery): ShareWhole[] {
  const { measured, said } = claim
  const { mode, from, to, thing, family } = subject
  const told = measured!.whole
  const named = said?.figure?.whole
  if (family === 'own') return ownWholes(claim)
  if (family === 'arms' && (from === 'WLD' || to === 'WLD')) return worldWholes(claim, from === 'WLD' ? to : from)
  if (mode === 'both' && told?.of !== 'gdp') return [from, to].map((state) => ({ of: 'trade', state }))
  if ((family === 'arms' || family === 'fossil') && mode === 'way' && told?.of !== 'gdp') return sidesOf(claim, subject)
  if (told !== undefined) return [told]
  if (named === 'gdp') return [from, to].map((state) => ({ of: 'gdp', state }))
  if (thing.endsWith('exports') || (named === 'exports' && !thing.endsWith('imports'))) return [{ of: 'exports', state: from }]
  if (thing.endsWith('imports') || named === 'imports') return [{ of: 'imports', state: to }]
  return sidesOf(claim, subject)
}

/** Returns the buyer's total imports or the seller's total exports; both if the words do not decide. */
function sidesOf(claim: Claim, { from, to }: FlowQuery): ShareWhole[] {
  const whole = claim.said?.figure?.whole
  const sides: ShareWhole[] = [
    { of: 'imports', state: to },
    { of: 'exports', state: from },
  ]
  return sides.filter(({ of }) => whole === undefined || whole === 'gdp' || of === whole)
}

/** Returns the whole of a share of arms: the region or world that the words name, or every possible one if they name none. */
function worldWholes(claim: Claim, state: string): ShareWhole[] {
  const named = claim.said?.figure?.total
  return (named === undefined ? totalsThatInclude(state) : [named]).map((id) => ({ of: 'total', state: id }))
}

/** Returns the whole of a share of spending: the state's own GDP, or the spending of the world or a bloc. */
function ownWholes(claim: Claim): ShareWhole[] {
  const [state] = claim.actors
  const figure = claim.said?.figure
  const isOfGdp = claim.measured?.whole?.of === 'gdp' || figure?.isOfOutput === true
  const named = figure?.total ?? (claim.actors.length > 1 && !isOfGdp ? 'WLD' : undefined)
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
  const money = moneyUnit(unit)
  if (money !== undefined)
    return `${value < 0 ? '−' : ''}${money.currency} ${significant(Math.abs(value))}${money.scale === undefined ? '' : ` ${money.scale}`}`
  return `${number}${words[unit ?? ''] ?? (unit === null ? '' : ` ${unit}`)}`
}

/**
 * Lists figures so that a reader can check them: `USD 240 bn (Direction of Trade Statistics, reported by China)`. An office's estimates are labelled; those of
 * compilers are not, since all their figures are estimates.
 */
export function valuesText(values: readonly CandidateValue[], bench: NamedSources): string {
  const told = values.map((one) => {
    const about = [
      sourceText(one.source, bench),
      one.reporter === null ? undefined : reporterText(one.reporter),
      one.among,
      one.estimated && isOfficialFigure(one) ? 'estimated' : undefined,
    ].filter((word) => word !== undefined)
    return `${figureText(one.value, one.unit)} (${about.join(', ')})`
  })
  const once = [...new Set(told)]
  return once.length <= 4 ? once.join(', ') : `${once.slice(0, 4).join(', ')} and ${once.length - 4} more`
}
