import type { StandingClass } from '../../measures/standing/standing-classes.ts'
import { tenureOf } from '../../outlook/backtest/move-rates.ts'
import { writeForecast } from '../../outlook/pooled/pooled-forecast.ts'
import { bandOf, medianAt, quantileLevels } from '../../outlook/pooled/quantile-forecast.ts'
import { gaugeCount, overlapping, type PastShape, partCount, writeFeatures, yearly } from '../../outlook/pooled/series-features.ts'
import type { OutlookFits } from '../../outlook/targets/outlook-fits.ts'
import type { OutlookTarget } from '../../outlook/targets/outlook-target.ts'
import { type Quantity, type QuantityId, quantities } from '../../outlook/targets/quantities.ts'
import type { State } from '../../states/index.ts'
import type { Snapshot } from '../../store/index.ts'
import { votersOf } from '../forms/roll-calls.ts'
import { inSentence } from '../forms/wording.ts'
import { standingOfPair } from '../standing/standing-of-pairs.ts'
import { lastEnded } from '../votes/ideal-point-figures.ts'
import { wholeVotes } from '../votes/vote-matrix.ts'
import { goodsRecord } from './goods-series.ts'
import { moveResolution, type NamedSides, quantityResolution, sessionText } from './target-resolution.ts'
import { agreementInSession, agreementOfPair, placeInSession, recordPoints } from './vote-series.ts'

/** The forecasts of a pair, and what has none. */
export interface PairOutlook {
  readonly targets: readonly OutlookTarget[]
  readonly refused: readonly { readonly id: string; readonly title: string; readonly why: string }[]
  /** What should be known before a forecast is used, in sentences. */
  readonly notes: readonly string[]
  /** The class of standing now; null where the record does not place the pair. */
  readonly standing: StandingClass | null
  /** The series that are forecast. */
  readonly pasts: readonly SeriesPast[]
}

/** A change so many times the usual one counts as a break: of all pairs, one series in 60 ends with such a change. */
const breakTimes = 6

/** The past of one series of a pair. */
export interface SeriesPast {
  readonly quantity: Quantity
  readonly id: string
  readonly title: string
  readonly sides: NamedSides
  /** Last period with a value. */
  readonly last: number
  readonly back: (periods: number) => number
  /** Why there can be no forecast; undefined if there can. */
  readonly missing: string | undefined
}

/**
 * Forecasts the quantities and moves of a pair from a record.
 *
 * @param fits      what was learnt over all pairs
 * @param lastDay   nothing later is used
 */
export async function pairOutlook(snapshot: Snapshot, a: State, b: State, lastDay: string, fits: OutlookFits): Promise<PairOutlook> {
  const [votes, goods, moves] = await Promise.all([
    votePasts(snapshot, a, b, lastDay),
    goodsPasts(snapshot, a, b, lastDay),
    moveTargets(snapshot, a, b, lastDay, fits),
  ])
  const pasts = [...votes, ...goods]
  const targets: OutlookTarget[] = []
  const refused: { id: string; title: string; why: string }[] = []
  const notes: string[] = []
  for (const past of pasts) {
    const made = past.missing === undefined ? quantityTargets(past, fits) : past.missing
    if (typeof made === 'string') refused.push({ id: past.id, title: past.title, why: made })
    else {
      targets.push(...made)
      notes.push(...brokenAtEnd(past))
    }
  }
  const forecast = pasts.filter(({ id }) => targets.some((one) => one.id === id))
  return {
    ...{ targets: [...moves.targets, ...targets], refused: [...moves.refused, ...refused], notes },
    ...{ standing: moves.standing, pasts: forecast },
  }
}

async function votePasts(snapshot: Snapshot, a: State, b: State, lastDay: string): Promise<SeriesPast[]> {
  const voters = await votersOf(snapshot)
  const [i, j] = [voters.indexOf(a.iso3), voters.indexOf(b.iso3)]
  const last = lastEnded(lastDay)
  const sides = { own: a, other: b }
  const noVotes = i < 0 || j < 0 ? `${(i < 0 ? a : b).name} has no recorded vote in the General Assembly` : undefined
  const past = (id: QuantityId, back: SeriesPast['back'], missing: string | undefined): SeriesPast => {
    const quantity = quantityOf(id)
    return { quantity, id, title: quantity.title, sides, last, back, missing: noVotes ?? missing }
  }
  if (noVotes !== undefined)
    return (['ideal-point-distance', 'agreement-rate', 'agreement-place'] as const).map((id) => past(id, () => Number.NaN, noVotes))
  const points = await recordPoints(snapshot)
  const rates = await agreementRates(snapshot, i, j, last)
  const places = await inSessions(last, overlapping.long, (session) => placeInSession(snapshot, session, i, j), overlapping.spacing)
  const pointOf = (state: number, back: number): number => points.get(last - back)?.[state] ?? Number.NaN
  const distance = (back: number): number => Math.abs(pointOf(i, back) - pointOf(j, back))
  return [
    past('ideal-point-distance', distance, points.size === 0 ? 'the record holds no ideal points of just its own votes' : undefined),
    past('agreement-rate', (back) => rates.get(last - back) ?? Number.NaN, undefined),
    past('agreement-place', (back) => places.get(last - back) ?? Number.NaN, undefined),
  ]
}

/** The agreement rates of a pair: from the votes of all states where they have been read or all pairs are forecast, else from its own. */
async function agreementRates(snapshot: Snapshot, a: number, b: number, last: number): Promise<Map<number, number>> {
  if (!wholeVotes.has(snapshot) && !goodsRecord.has(snapshot, null)) return agreementOfPair(snapshot, a, b, last - yearly.long + 1, last)
  return inSessions(last, yearly.long, async (session) => (await agreementInSession(snapshot, session))(a, b))
}

async function inSessions(
  last: number,
  count: number,
  of: (session: number) => Promise<number>,
  spacing = 1,
): Promise<Map<number, number>> {
  const found = new Map<number, number>()
  for (let k = 0; k < count; k++) found.set(last - k * spacing, await of(last - k * spacing))
  return found
}

async function goodsPasts(snapshot: Snapshot, a: State, b: State, lastDay: string): Promise<SeriesPast[]> {
  const record = await (goodsRecord.has(snapshot, null) ? goodsRecord(snapshot, null) : goodsRecord(snapshot, [a.iso3, b.iso3].sort()))
  const [i, j] = [record.indexOf(a.iso3), record.indexOf(b.iso3)]
  const last = Math.min(record.last, Number(lastDay.slice(0, 4)) - Number(!lastDay.endsWith('-12-31')))
  const missing =
    i === undefined || j === undefined ? `the record has no goods trade of ${(i === undefined ? a : b).name} by partner` : undefined
  return quantities.flatMap((quantity) =>
    (quantity.sides ?? []).map((side): SeriesPast => {
      const isSecond = side === 'b-to-a' || side === 'b'
      const [own, other] = isSecond ? [b, a] : [a, b]
      const [x, y] = isSecond ? [j, i] : [i, j]
      const measure = measures[quantity.id as keyof typeof measures]
      return {
        quantity,
        id: `${quantity.id}-${side}`,
        title: goodsTitle(quantity.id, inSentence(own.name), inSentence(other.name)),
        sides: { own, other },
        last,
        back: (periods) => (x === undefined || y === undefined ? Number.NaN : Math.log(record[measure](x, y, last - periods))),
        missing,
      }
    }),
  )
}

const measures = { 'goods-flow': 'flow', 'trade-gdp-share': 'gdpShare', 'trade-dependence': 'dependence' } as const

/**
 * Names a quantity of goods trade of two states.
 *
 * @param own     the exporter, or the state whose share it is; as in a sentence
 * @example goodsTitle('goods-flow', 'China', 'Russia')   // 'goods from China to Russia'
 */
export function goodsTitle(id: QuantityId, own: string, other: string): string {
  if (id === 'goods-flow') return `goods from ${own} to ${other}`
  return id === 'trade-gdp-share' ? `trade with ${other}, share of GDP of ${own}` : `share of ${other} in trade of ${own}`
}

function quantityOf(id: QuantityId): Quantity {
  return quantities.find((one) => one.id === id)!
}

/** The forecasts of one series, or why there are none. */
function quantityTargets(past: SeriesPast, fits: OutlookFits): OutlookTarget[] | string {
  const { quantity, last, back } = past
  const features = new Float64Array(partCount + gaugeCount)
  const shape = shapeOf(quantity)
  if (!writeFeatures(back, shape, features)) return whyNone(past, shape.needed * shape.spacing)
  const real = quantity.isLogarithm ? Math.exp : (value: number) => value
  const quantiles = new Float64Array(quantileLevels.length)
  return (fits.quantities[quantity.id]?.horizons ?? []).map(({ horizon, fit, skill }) => {
    writeForecast(fit, features, 0, quantity.range, quantiles)
    const values = Array.from(quantiles, real)
    return {
      id: past.id,
      title: past.title,
      horizon,
      period: periodText(quantity, last + horizon),
      unit: quantity.unit,
      median: values[medianAt]!,
      bands: ([50, 80, 90, 95] as const).map((level) => ({ level, ...bandOf(values, level) })),
      quantiles: values,
      probability: null,
      baseline: real(back(0)),
      skill,
      resolution: quantityResolution(quantity.id, past.sides, last + horizon),
    }
  })
}

/** From which past values a quantity is forecast. */
export function shapeOf({ id }: Quantity): PastShape {
  return id === 'agreement-place' ? overlapping : yearly
}

function periodText({ period }: Quantity, value: number): string {
  return period === 'session' ? sessionText(value) : String(value)
}

/** Why a series has no forecast: no value at its end, or too short. */
function whyNone({ quantity, last, back }: SeriesPast, needed: number): string {
  const at = periodText(quantity, last)
  if (Number.isNaN(back(0)))
    return quantity.isLogarithm ? `the record has no positive figure for ${at}: missing is not zero` : `the record has no value for ${at}`
  const count = Array.from({ length: needed + 1 }, (_, k) => back(k)).filter((value) => !Number.isNaN(value)).length
  return `its last ${needed + 1} periods have ${count} ${count === 1 ? 'value' : 'values'}, and none for ${periodText(quantity, last - needed)}: too short a past`
}

function brokenAtEnd(past: SeriesPast): string[] {
  const { quantity, title, last } = past
  return isBrokenAtEnd(past)
    ? [
        `The change of ${title} in ${periodText(quantity, last)} is more than ${breakTimes} times as large as usual: the series may have broken there, and bands may be too narrow.`,
      ]
    : []
}

/** Whether the last change of a series is far larger than usual, so that the series may have broken there. */
export function isBrokenAtEnd({ quantity, back }: SeriesPast): boolean {
  if (quantity.id === 'agreement-place') return false
  const values = Array.from({ length: yearly.long + 1 }, (_, k) => back(k))
  const changes = values
    .slice(1, -1)
    .flatMap((value, k) => (Number.isNaN(value - values[k + 2]!) ? [] : [Math.abs(value - values[k + 2]!)]))
  const usual = changes.reduce((sum, one) => sum + one, 0) / changes.length
  return changes.length >= 4 && Math.abs(values[0]! - values[1]!) > breakTimes * usual
}

async function moveTargets(
  snapshot: Snapshot,
  a: State,
  b: State,
  lastDay: string,
  fits: OutlookFits,
): Promise<Omit<PairOutlook, 'notes' | 'pasts'>> {
  const year = Number(lastDay.slice(0, 4))
  const now = await standingOfPair(snapshot, a, b, year, lastDay)
  const titles = { up: 'move to a higher class of standing', down: 'move to a lower class of standing' } as const
  const targets: OutlookTarget[] = []
  const refused: { id: string; title: string; why: string }[] = []
  for (const direction of ['up', 'down'] as const) {
    const id = `standing-${direction}` as const
    const why = now === undefined ? 'the record has no facts from which standing follows' : atTheEnd(now.order, direction)
    if (now === undefined || why !== undefined) {
      refused.push({ id, title: titles[direction], why: why! })
      continue
    }
    for (const { horizon, rates, skill } of fits.moves[id])
      targets.push({
        ...{
          id,
          title: titles[direction],
          horizon,
          period: String(year + horizon),
          unit: 'probability',
          median: null,
          bands: [],
          quantiles: [],
        },
        probability: rates.rates[now.order]![tenureOf(year - now.since)]!,
        baseline: rates.base,
        skill,
        resolution: moveResolution(direction, { own: a, other: b }, now.class, year + horizon),
      })
  }
  return { targets, refused, standing: now?.class ?? null }
}

function atTheEnd(order: number, direction: 'up' | 'down'): string | undefined {
  if (direction === 'up' && order === 5) return 'the pair is in the highest class'
  return direction === 'down' && order === 0 ? 'the pair is in the lowest class' : undefined
}
