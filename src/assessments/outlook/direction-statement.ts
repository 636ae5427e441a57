import { writeForecast } from '../../outlook/pooled/pooled-forecast.ts'
import { cdfOf, quantileLevels } from '../../outlook/pooled/quantile-forecast.ts'
import { gaugeCount, partCount, writeFeatures } from '../../outlook/pooled/series-features.ts'
import type { OutlookFits } from '../../outlook/targets/outlook-fits.ts'
import type { OutlookTarget } from '../../outlook/targets/outlook-target.ts'
import { pastRises, shareOfRises } from '../../outlook/targets/past-outcomes.ts'
import type { QuantityId } from '../../outlook/targets/quantities.ts'
import type { BriefOutlookStatement, OutlookChange } from '../forms/brief-outlook-form.ts'
import { formatFigure, inSentence, possessive, significant } from '../forms/wording.ts'
import type { BriefInputs } from './brief-inputs.ts'
import { percentText } from './outlook-statements.ts'
import { isBrokenAtEnd, type SeriesPast, shapeOf } from './pair-outlook.ts'
import { gainOver, heldBy, isEndOfScale, likelihoodClause, wordOf } from './statement-parts.ts'

/** A direction that is less probable than this is not worth a sentence. */
const leastTold = 0.6

/**
 * Says in which direction a quantity will most probably move in five years; undefined where the back-test has no count of such forecasts, where neither direction has
 * three chances in five, where the value lies at the end of its scale and can move one way only, and where the series may have broken in its last period.
 */
export function directionStatement(
  { fits }: Pick<BriefInputs, 'fits'>,
  past: SeriesPast,
  target: OutlookTarget,
): BriefOutlookStatement | undefined {
  const { quantity } = past
  const usual = shareOfRises(quantity.id)
  if (usual === undefined || isBrokenAtEnd(past)) return undefined
  const rises = 1 - cdfOf(target.baseline, target.quantiles)
  const outcomes = pastRises(quantity.id, rises)
  const held = heldBy(outcomes, rises, usual)
  const isUp = held >= 0.5
  const ofWay = (rise: number): number => (isUp ? rise : 1 - rise)
  const [probability, baseline] = [ofWay(held), ofWay(usual)]
  if (probability < leastTold) return undefined
  const { low, high } = target.bands.find(({ level }) => level === 80)!
  const inModel = (value: number): number => (quantity.isLogarithm ? Math.log(value) : value)
  const end = isUp ? quantity.range.least : quantity.range.most
  if (isEndOfScale(inModel(target.baseline), end, { low: inModel(low), high: inModel(high) })) return undefined
  const band = { last: target.baseline, median: target.median!, low, high, unit: target.unit }
  const counted = outcomes === undefined || outcomes.n === 0 ? null : { n: outcomes.n, frequency: ofWay(outcomes.frequency) }
  const change = turningValue(past, fits, target)
  return {
    ...{ id: target.id, horizon: target.horizon, period: target.period },
    statement: `${likelihoodClause(probability)} ${clause(past, target, isUp)}: ${bandWords(band, lastText(past))}; base rate ${percentText(baseline)}.`,
    ...{ word: wordOf(probability), probability, model: ofWay(rises), baseline },
    baselineOf: `all pairs of the back-test since 1990 for which it ${isUp ? 'rose' : 'fell'} in five periods`,
    ...{ band, skillShown: target.skill !== null && target.skill.low90 > 0, skill: target.skill },
    ...{ past: counted, gain: gainOver(probability, baseline) },
    backtest: backtestWords(counted, isUp),
    change,
    changes:
      change === null
        ? `No value of ${lastText(past)} within the range of those before would turn the direction.`
        : `Up and down would be equally probable if the value of ${lastText(past)} were ${valueText(change.to!, target.unit)} instead of ${valueText(change.from!, target.unit)}.`,
  }
}

/** What will be so, as a clause: "China’s share of Russia’s goods trade is smaller in 2028 than in 2023". */
function clause(past: SeriesPast, { period }: OutlookTarget, isUp: boolean): string {
  const { quantity, sides } = past
  const [own, other] = [sides.own.name, sides.other.name]
  const [one, two] = [inSentence(own), inSentence(other)]
  const then = `in ${period} than in ${lastText(past)}`
  const texts: Readonly<Record<QuantityId, string>> = {
    'ideal-point-distance': `${one} and ${two} are ${isUp ? 'further apart' : 'closer together'} in UN votes ${then}`,
    'agreement-rate': `${one} and ${two} take the same position on a ${isUp ? 'larger' : 'smaller'} share of UN votes ${then}`,
    'agreement-place': `${one} and ${two} rank ${isUp ? 'higher' : 'lower'} among all pairs by agreement in UN votes ${then}`,
    'goods-flow': `${possessive(own)} goods exports to ${two} are worth ${isUp ? 'more' : 'less'} ${then}, at current prices`,
    'trade-gdp-share': `goods trade with ${two} is a ${isUp ? 'larger' : 'smaller'} share of ${possessive(own)} GDP ${then}`,
    'trade-dependence': `${possessive(other)} share of ${possessive(own)} goods trade is ${isUp ? 'larger' : 'smaller'} ${then}`,
  }
  return texts[quantity.id]
}

function lastText({ quantity, last }: SeriesPast): string {
  return quantity.period === 'session' ? `session ${last}` : String(last)
}

function bandWords({ last, median, low, high, unit }: NonNullable<BriefOutlookStatement['band']>, when: string): string {
  const name = unit === 'index' ? 'distance of ideal points ' : unit === 'percentile' ? 'percentile ' : ''
  return `${name}${valueText(median, unit)} (80 % band ${valueText(low, unit)} to ${valueText(high, unit)}), ${valueText(last, unit)} in ${when}`
}

function valueText(value: number, unit: string): string {
  if (unit === 'percent') return `${value < 0.1 ? value.toPrecision(1) : significant(Number(value.toPrecision(2)))} %`
  // a band may touch the end of the scale, which no pair reaches
  if (unit === 'percentile') return formatFigure(Math.min(value, 99.9), unit)
  return unit === 'USD' ? formatFigure(Number(value.toPrecision(2)), unit) : formatFigure(value, unit)
}

function backtestWords(past: BriefOutlookStatement['past'], isUp: boolean): string {
  if (past === null) return 'The back-test has no forecasts like this.'
  return `In the back-test since 1990 it ${isUp ? 'rose' : 'fell'} after ${percentText(past.frequency)} of ${past.n.toLocaleString('en-US')} forecasts like this.`
}

/**
 * The last value with which a rise and a fall would be equally probable, all earlier values as they are: the nearest one within the range of the last ten values, a
 * fifth of it added at each end.
 */
function turningValue(past: SeriesPast, fits: OutlookFits, target: OutlookTarget): OutlookChange | null {
  const { quantity, back } = past
  const fit = fits.quantities[quantity.id]?.horizons.find(({ horizon }) => horizon === target.horizon)?.fit
  if (fit === undefined) return null
  const shape = shapeOf(quantity)
  const features = new Float64Array(partCount + gaugeCount)
  const quantiles = new Float64Array(quantileLevels.length)
  const risesFrom = (last: number): number => {
    writeFeatures((periods) => (periods === 0 ? last : back(periods)), shape, features)
    writeForecast(fit, features, 0, quantity.range, quantiles)
    return 1 - cdfOf(last, quantiles)
  }
  const values = Array.from({ length: shape.long }, (_, k) => back(k * shape.spacing)).filter((value) => !Number.isNaN(value))
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const room = 0.2 * (most - least)
  const ends = [Math.max(quantity.range.least, least - room), Math.min(quantity.range.most, most + room)] as const
  const now = back(0)
  const isAbove = risesFrom(now) >= 0.5
  const crossings = ends.flatMap((end) => {
    for (let step = 1; step <= steps; step++) {
      const [from, to] = [now + ((end - now) * (step - 1)) / steps, now + ((end - now) * step) / steps]
      if (risesFrom(to) >= 0.5 !== isAbove) return [bisected(risesFrom, from, to, isAbove)]
    }
    return []
  })
  const nearest = crossings.sort((x, y) => Math.abs(x - now) - Math.abs(y - now))[0]
  if (nearest === undefined) return null
  const real = quantity.isLogarithm ? Math.exp : (value: number) => value
  return { input: 'the last value', from: real(now), to: real(nearest), unit: target.unit, probability: 0.5 }
}

const steps = 24

function bisected(rises: (last: number) => number, from: number, to: number, isAbove: boolean): number {
  let [near, far] = [from, to]
  for (let turn = 0; turn < 20; turn++) {
    const middle = (near + far) / 2
    if (rises(middle) >= 0.5 === isAbove) near = middle
    else far = middle
  }
  return far
}
