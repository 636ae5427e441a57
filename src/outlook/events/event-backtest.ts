import { baseRates, type EventPanel, type RateRule } from './event-panel.ts'
import type { SettledForecast } from './event-skill.ts'
import { fitLogit, type Logit, logitProbability } from './penalised-logit.ts'

/** What a back-test is run over. */
export interface BacktestPlan {
  /** First and last origin that are scored: forecasts are made at the end of each year. */
  readonly from: number
  readonly to: number
  readonly horizon: number
}

/** Variance 1 of the prior on each coefficient, in units of the covariate's standard deviation. It was not tuned. */
const penalty = 1
/** Events for each covariate from which a model is fitted; with fewer the base rate stands. */
const eventsPerCovariate = 5
/** Settled events from which forecasts are calibrated. */
const eventsToCalibrate = 10
/** Years before the first origin in which forecasts are made and not scored, so that the first can be calibrated too. */
const warmUp = 15

/** A model of one horizon: covariates give log odds, and how forecasts of that kind fared before turns them into a probability. */
export interface EventModel {
  readonly logit: Logit
  /** Of the log odds; undefined where too few forecasts were settled. */
  readonly calibration: Logit | undefined
}

/**
 * Returns the probability of a case.
 *
 * @param offset   where its covariates begin in `values`
 * @example eventProbability({ logit: { intercept: 0, coefficients: [1] }, calibration: { intercept: 0, coefficients: [0.5] } }, [0])   // 0.5
 */
export function eventProbability({ logit, calibration }: EventModel, values: ArrayLike<number>, offset = 0): number {
  const raw = logitProbability(logit, values, offset)
  return calibration === undefined ? raw : logitProbability(calibration, [logOdds(raw)])
}

/** The forecasts of a back-test, and the model that its last year leads to. */
export interface Backtest {
  readonly forecasts: readonly SettledForecast[]
  /** The model fitted to all that is known; undefined where there are too few events. */
  readonly latest: EventModel | undefined
  /** Base rates at the end of the data, by group; that of all at -1. */
  readonly rates: ReadonlyMap<number, number>
}

/**
 * Forecasts every case of a panel at every origin: with a model fitted anew to the cases whose window had ended by then and calibrated on its own earlier
 * forecasts, and with the base rate of the same cases. Nothing after an origin enters its forecasts.
 *
 * @returns   the forecasts whose window ended by the last year of the data
 */
export function backtestEvents(panel: EventPanel, { from, to, horizon }: BacktestPlan): Backtest {
  const forecasts: SettledForecast[] = []
  const history = new History()
  let logit: Logit | undefined
  for (let origin = from - warmUp; origin <= panel.lastKnown; origin++) {
    logit = fitEvents(panel, origin, horizon, logit)
    if (origin > panel.lastKnown - horizon) continue
    const model = logit === undefined ? undefined : { logit, calibration: history.calibration(origin - horizon) }
    const isScored = origin >= from && origin <= to
    const rates = isScored ? baseRates(panel, origin, horizon) : undefined
    for (let row = 0; row < panel.origin.length; row++) {
      if (panel.origin[row] !== origin) continue
      const came = panel.wait[row]! <= horizon
      const offset = row * panel.names.length
      if (logit !== undefined && panel.standsFor[row]! > 0)
        history.add(origin, logitProbability(logit, panel.values, offset), came, weightOf(panel, row))
      if (rates === undefined) continue
      const baseline = rates.get(panel.group[row]!) ?? rates.get(-1)!
      const probability = model === undefined ? baseline : eventProbability(model, panel.values, offset)
      forecasts.push({ probability, baseline, came, unit: panel.unit[row]!, origin, share: panel.share[row]! })
    }
  }
  const latest = logit === undefined ? undefined : { logit, calibration: history.calibration(panel.lastKnown - horizon) }
  return { forecasts, latest, rates: baseRates(panel, panel.lastKnown, horizon) }
}

/** Base rates by group rest on all earlier years; a group with ten cases is drawn halfway to all. */
const byGroup: RateRule = { years: 100, pooled: 10 }

/** As `backtestEvents`, for panels with too few cases for a model: the rate of the case's group is held against the rate of all. */
export function backtestRates(panel: EventPanel, { from, to, horizon }: BacktestPlan): Backtest {
  const forecasts: SettledForecast[] = []
  for (let origin = from; origin <= Math.min(to, panel.lastKnown - horizon); origin++) {
    const rates = baseRates(panel, origin, horizon, byGroup)
    for (let row = 0; row < panel.origin.length; row++) {
      if (panel.origin[row] !== origin) continue
      const baseline = rates.get(-1)!
      const probability = rates.get(panel.group[row]!) ?? baseline
      forecasts.push({ probability, baseline, came: panel.wait[row]! <= horizon, unit: panel.unit[row]!, origin, share: panel.share[row]! })
    }
  }
  return { forecasts, latest: undefined, rates: baseRates(panel, panel.lastKnown, horizon, byGroup) }
}

/**
 * Fits the log odds of a horizon to the cases whose window had ended by an origin.
 *
 * @param start   the fit of an earlier origin
 * @returns       undefined where fewer than five events for each covariate were known
 */
export function fitEvents(panel: EventPanel, origin: number, horizon: number, start?: Logit): Logit | undefined {
  const width = panel.names.length
  const rows: number[] = []
  let events = 0
  for (let row = 0; row < panel.origin.length; row++) {
    if (panel.origin[row]! > origin - horizon || panel.standsFor[row] === 0) continue
    rows.push(row)
    events += Number(panel.wait[row]! <= horizon)
  }
  if (events < eventsPerCovariate * width) return undefined
  const values = new Float32Array(rows.length * width)
  rows.forEach((row, i) => {
    values.set(panel.values.subarray(row * width, (row + 1) * width), i * width)
  })
  const came = Uint8Array.from(rows, (row) => Number(panel.wait[row]! <= horizon))
  return fitLogit({ columns: width, values, came, weight: Float32Array.from(rows, (row) => weightOf(panel, row)) }, penalty, start)
}

function weightOf(panel: EventPanel, row: number): number {
  return panel.standsFor[row]! * panel.share[row]!
}

/** Forecasts that were made at earlier origins, from which it is learnt how far such log odds can be trusted. */
class History {
  private readonly odds: number[] = []
  private readonly came: number[] = []
  private readonly weight: number[] = []
  private readonly origins: number[] = []

  add(origin: number, probability: number, came: boolean, weight: number): void {
    this.odds.push(logOdds(probability))
    this.came.push(Number(came))
    this.weight.push(weight)
    this.origins.push(origin)
  }

  /** @param until   last origin whose window had ended */
  calibration(until: number): Logit | undefined {
    // origins ascend
    const end = this.origins.findLastIndex((origin) => origin <= until) + 1
    const came = Uint8Array.from(this.came.slice(0, end))
    if (came.reduce((sum, one) => sum + one, 0) < eventsToCalibrate) return undefined
    return fitLogit({ columns: 1, values: this.odds.slice(0, end), came, weight: this.weight.slice(0, end) }, penalty)
  }
}

function logOdds(probability: number): number {
  return Math.log(probability / (1 - probability))
}
