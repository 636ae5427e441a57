import type { KnownEstimate, PairAndDay } from '../figures/estimate.ts'
import { type StateFigure, stateFigure, type WorldAnswer, type WorldState } from './state-figures.ts'

/** A figure of the map in the form that the assessment of the pair has it, with the day to request, so that its rows can be shown. */
export interface FigureOfPair {
  readonly estimate: KnownEstimate
  readonly pair: PairAndDay
}

/**
 * Builds the figure that the assessment of the pair has, from the map's answer. Undefined if the figure is unknown, if assessments lack the
 * measure, for a bloc, and for years after the latest complete one.
 */
export function figureOfPair(answer: WorldAnswer, state: WorldState, at: number): FigureOfPair | undefined {
  const { measure, of, members, latest, years } = answer
  const [found, year] = [stateFigure(state, answer, at), years[at]!]
  if (found.value === undefined || measure.assessed === null || members !== undefined || latest === null || year > latest) return undefined
  const { to, period } = spanOf(measure.assessed.period, year, answer.to)
  const certainty = measure.unit === 'count' && measure.domain === 'sanctions' ? ({ certainty: 'at least' } as const) : {}
  const estimate: KnownEstimate = {
    state: ['ideal-point', 'place'].includes(measure.id) ? 'estimated' : 'observed',
    id: measure.assessed.id,
    label: `${measure.title}, ${of.name} and ${state.name}`,
    unit: measure.unit,
    period,
    value: found.value,
    interval: intervalOf(found, measure.interval),
    ...certainty,
    method: measure.method,
    evidence: answer.evidence,
  }
  return { estimate, pair: { a: of.iso3, b: state.iso3, to } }
}

function intervalOf({ low, high }: StateFigure, kind: WorldAnswer['measure']['interval']): KnownEstimate['interval'] {
  if (low === undefined || high === undefined || kind === null) return 'exact'
  return { level: 0.9, low, high, kind }
}

/** Returns the period that the assessment states, and the last day on which this period is the latest. */
function spanOf(
  period: 'year' | 'session' | 'sessions' | 'day',
  year: number,
  last: string,
): { readonly to: string; readonly period: string } {
  const end = (day: string): string => (day < last ? day : last)
  if (period === 'session') return { to: end(`${year + 1}-12-31`), period: `${year}-09-15/${year + 1}-09-14` }
  if (period === 'sessions') return { to: end(`${year + 1}-12-31`), period: `${year - 2}-09-15/${year + 1}-09-14` }
  const to = end(`${year}-12-31`)
  return { to, period: period === 'year' ? String(year) : to }
}
