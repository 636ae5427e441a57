import { describe, expect, it } from 'vitest'
import { randomStream } from '../../../src/numeric/random.ts'
import { backtestEvents, backtestRates } from '../../../src/outlook/events/event-backtest.ts'
import { baseRates, type EventPanel, EventPanelBuilder } from '../../../src/outlook/events/event-panel.ts'
import { auc, type SettledForecast, scoreOfEvents } from '../../../src/outlook/events/event-skill.ts'

/** Simulated units, some of them prone to the event; simulated only to test the method. */
function simulated(changeAfter = Number.POSITIVE_INFINITY): EventPanel {
  const builder = new EventPanelBuilder(['prone'], 2020)
  for (let unit = 0; unit < 60; unit++) {
    const stream = randomStream(7, 'events', unit)
    const prone = Number(unit % 3 === 0)
    const years = new Set<number>()
    for (let year = 1960; year <= 2021; year++) {
      const comes = stream.uint32() / 2 ** 32 < (prone === 1 ? 0.2 : 0.02)
      if (year > changeAfter ? !comes : comes) years.add(year)
    }
    for (let origin = 1960; origin < 2020; origin++) {
      const next = [...years].filter((year) => year > origin).sort((a, b) => a - b)[0]
      builder.add({
        unit: `${unit}`,
        group: 'all',
        origin,
        covariates: [prone],
        wait: next === undefined ? Number.POSITIVE_INFINITY : next - origin,
      })
    }
  }
  return builder.panel()
}

describe('the back-test of events', () => {
  it('uses nothing after the origin', () => {
    const plan = { from: 1990, to: 2005, horizon: 3 }
    const [one, other] = [backtestEvents(simulated(), plan).forecasts, backtestEvents(simulated(2005), plan).forecasts]
    const told = (all: readonly SettledForecast[]): number[] => all.flatMap(({ probability, baseline }) => [probability, baseline])
    expect(told(one)).toEqual(told(other))
    expect(one.some(({ came }, i) => came !== other[i]!.came)).toBe(true)
  })

  it('finds skill where there is some and a probability near the true one', () => {
    const { forecasts } = backtestEvents(simulated(), { from: 1990, to: 2020, horizon: 1 })
    const { logSkill, skill } = scoreOfEvents(forecasts, 1)
    expect(logSkill!.low90).toBeGreaterThan(0)
    expect(skill!.low90).toBeGreaterThan(0)
    const last = forecasts.filter(({ origin }) => origin === 2019)
    expect(Math.max(...last.map(({ probability }) => probability))).toBeCloseTo(0.2, 1)
  })

  it('scores only windows that have ended', () => {
    expect(Math.max(...backtestEvents(simulated(), { from: 1990, to: 2020, horizon: 5 }).forecasts.map(({ origin }) => origin))).toBe(2015)
    expect(Math.max(...backtestRates(simulated(), { from: 1990, to: 2020, horizon: 10 }).forecasts.map(({ origin }) => origin))).toBe(2010)
  })

  it('counts base rates over the settled years before the origin, each case by its share', () => {
    const builder = new EventPanelBuilder([], 2020)
    for (let origin = 2000; origin < 2010; origin++)
      builder.add({ unit: 'a', group: 'x', origin, covariates: [], wait: origin < 2005 ? 1 : 9, share: 0.5 })
    const rates = baseRates(builder.panel(), 2009, 1, { years: 20, pooled: 0 })
    // of the origins 2000 to 2008 five had the event, each with the share of a half
    expect(rates.get(0)).toBeCloseTo(2.5 / 4.5, 12)
    expect(rates.get(-1)).toBeCloseTo(3 / 5.5, 12)
  })
})

describe('scores of events', () => {
  const forecast = (probability: number, came: boolean, unit: number, origin: number): SettledForecast => ({
    ...{ probability, baseline: 0.5, came, unit, origin },
    share: 1,
  })

  it('has no skill and no interval around it where the forecast is the base rate', () => {
    const all = [forecast(0.5, true, 0, 2000), forecast(0.5, false, 1, 2001), forecast(0.5, false, 0, 2002)]
    expect(scoreOfEvents(all, 1).skill).toEqual({ value: 0, low90: 0, high90: 0 })
  })

  it('has a perfect skill where all is known', () => {
    const all = [forecast(1, true, 0, 2000), forecast(0, false, 1, 2001)]
    const { skill, brier, auc: area, parts } = scoreOfEvents(all, 1)
    expect([skill!.value, brier, area, parts.reliability]).toEqual([1, 0, 1, 0])
  })

  it('widens the interval where errors come in the same year', () => {
    const spread = (together: boolean): number => {
      const all = Array.from({ length: 400 }, (_, i) => {
        const origin = 2000 + (i % 20)
        return forecast(0.3, together ? origin % 2 === 0 : i % 3 === 0, Math.floor(i / 20), origin)
      })
      const { low90, high90 } = scoreOfEvents(all, 1).skill!
      return high90 - low90
    }
    expect(spread(true)).toBeGreaterThan(2 * spread(false))
  })

  it('gives the area under the curve as counted over all pairs of cases', () => {
    const stream = randomStream(3, 'auc')
    const probabilities = Array.from({ length: 80 }, () => Math.round(10 * (stream.uint32() / 2 ** 32)) / 10)
    const came = probabilities.map((p) => stream.uint32() / 2 ** 32 < p)
    let [better, pairs] = [0, 0]
    came.forEach((one, i) => {
      came.forEach((other, j) => {
        if (!one || other) return
        pairs++
        better += probabilities[i]! > probabilities[j]! ? 1 : probabilities[i] === probabilities[j] ? 0.5 : 0
      })
    })
    expect(auc(probabilities, came)).toBeCloseTo(better / pairs, 12)
  })
})
