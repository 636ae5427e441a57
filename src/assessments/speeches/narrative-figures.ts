import { rankAmongSorted } from '../../measures/index.ts'
import type { Estimate, Evidence, Known } from '../../store/index.ts'
import { unknown } from '../forms/unknown.ts'
import { twoDecimals } from '../forms/wording.ts'
import { meanOfThousandths, type SpeechYear } from './speech-reader.ts'

/** Half width of a 90 % interval, in standard errors. */
const reach = 1.6448536269514722
/** Sessions pooled into one figure, since a single speech is weak evidence. */
const pooled = 3

/** The sessions behind a figure: those of three years in which both states spoke. */
export interface SpeechWindow {
  readonly period: string
  readonly years: readonly number[]
  readonly value: number
  readonly se: number
}

/**
 * Returns the mean over the sessions of the three years up to a year; undefined where both spoke in none of them.
 *
 * @example speechWindow([{ year: 2022, similarity: 0.1, se: 0.3 }, { year: 2024, similarity: 0.3, se: 0.4 }], 2024)?.se   // 0.25
 */
export function speechWindow(pair: readonly SpeechYear[], last: number): SpeechWindow | undefined {
  const within = pair.filter(({ year }) => year > last - pooled && year <= last)
  if (within.length === 0) return undefined
  return {
    period: within.length === 1 ? String(last) : `${within[0]!.year}/${last}`,
    years: within.map(({ year }) => year),
    value: meanOfThousandths(
      within.reduce((sum, one) => sum + Math.round(1000 * one.similarity), 0),
      within.length,
    ),
    se: Math.hypot(...within.map(({ se }) => se)) / within.length,
  }
}

const subject = { id: 'speech_similarity', label: 'similarity of General Debate speeches', unit: 'index' }

/** The rows behind a figure of the pair in the given years. */
export type EvidenceOf = (years: readonly number[]) => readonly Evidence[]

/** Figures of all pairs in ascending order, and the rows behind them. */
export interface SortedPairFigures {
  readonly values: Float64Array
  readonly evidence: readonly Evidence[]
}

/** Rankings available for a figure: among all pairs, and among the pairs available in both periods. */
export interface SpeechRanks {
  readonly now: SortedPairFigures
  readonly ends: { readonly now: SortedPairFigures; readonly before: SortedPairFigures } | undefined
}

/** Returns the pair's speech figures and their percentiles. */
export function speechFigures(now: SpeechWindow, before: SpeechWindow | undefined, ranks: SpeechRanks, evidence: EvidenceOf): Estimate[] {
  const level: Known = {
    ...subject,
    label: `${subject.label}${hasGap(now) ? `, ${now.years.join(' and ')}` : ''}`,
    period: now.period,
    state: 'estimated',
    value: now.value,
    interval: { level: 0.9, ...ends(now), kind: 'jackknife' },
    method: `${meanOf(now)} of cosines of weighted word rates less a typical speech's, freed of length; interval from leaving out a tenth of the sentences at a time`,
    evidence: evidence(now.years),
  }
  return [level, rank(now, ranks.now), change(now, before, evidence), ...bothEnds(now, before, ranks.ends)]
}

/** Whether the session in the middle has no speeches of both, which the first and last year of a period do not show. */
function hasGap({ years }: SpeechWindow): boolean {
  return years.length === 2 && years[1]! - years[0]! === 2
}

/** Returns one figure per session. */
export function speechSeries(pair: readonly SpeechYear[], evidence: EvidenceOf): Known[] {
  return pair.map(({ year, similarity, se }) => ({
    id: 'speech_similarity.series',
    label: `similarity of speeches in ${year}`,
    unit: 'index',
    period: String(year),
    state: 'estimated',
    value: similarity,
    interval: { level: 0.9, low: similarity - reach * se, high: similarity + reach * se, kind: 'jackknife' },
    method: 'one session; interval from leaving out a tenth of the sentences at a time',
    evidence: evidence([year]),
  }))
}

function rank(window: SpeechWindow, { values, evidence }: SortedPairFigures): Known {
  const { low, high } = ends(window)
  const pairs = values.length.toLocaleString('en-US')
  return {
    id: 'speech_similarity.percentile',
    label: 'percentile among all pairs held',
    unit: 'percentile',
    period: window.period,
    state: 'estimated',
    value: rankAmongSorted(values, window.value),
    interval: { level: 0.9, low: rankAmongSorted(values, low), high: rankAmongSorted(values, high), kind: 'jackknife' },
    method: `mid-rank among the ${pairs} pairs with a figure in each of these sessions; the ends are where the ends of its interval would stand`,
    evidence,
  }
}

function change(now: SpeechWindow, before: SpeechWindow | undefined, evidence: EvidenceOf): Estimate {
  const last = now.years.at(-1)!
  const then = before?.period.replace('/', ' to ') ?? `${last - 9 - pooled} to ${last - 10}`
  const about = {
    ...subject,
    id: 'speech_similarity.change',
    label: `change since ${then}`,
    period: `${before?.years[0] ?? last - 9 - pooled}/${last}`,
  }
  if (before === undefined)
    return unknown(
      about,
      `no speeches of both in ${then} are held`,
      'visavis add un-general-debate FILE brings all states of all sessions.',
    )
  const value = now.value - before.value
  const spread = reach * Math.hypot(now.se, before.se)
  return {
    ...about,
    state: 'estimated',
    value,
    interval: { level: 0.9, low: value - spread, high: value + spread, kind: 'jackknife' },
    method: `${meanOf(now)} less ${meanOf(before)} (${twoDecimals(before.value)}); the same words and weights at both ends`,
    evidence: [...evidence(before.years), ...evidence(now.years)],
  }
}

/**
 * Returns the pair's percentile among the pairs available in both periods, and its change; all speeches may have converged or
 * diverged. The interval of the change combines the ends of both percentiles, and so is wider than 90 %.
 */
function bothEnds(now: SpeechWindow, before: SpeechWindow | undefined, among: SpeechRanks['ends']): Known[] {
  if (before === undefined || among === undefined) return []
  const [late, early] = [rank(now, among.now), rank(before, among.before)]
  if (late.interval === 'exact' || early.interval === 'exact') return []
  const label = `place among the ${among.now.values.length.toLocaleString('en-US')} pairs held at both ends`
  const about = { ...late, id: 'speech_similarity_place', label }
  return [
    about,
    {
      ...about,
      id: 'speech_similarity_place.change',
      label: 'change of that place',
      unit: 'points',
      period: `${before.years[0]}/${now.years.at(-1)}`,
      value: late.value - early.value,
      interval: {
        level: 0.9,
        low: late.interval.low - early.interval.high,
        high: late.interval.high - early.interval.low,
        kind: 'jackknife',
      },
      method: `percentile less that of ${meanOf(before)} (${early.value.toFixed(0)}) among the same pairs; the ends are the furthest that those of the two allow`,
      evidence: [...early.evidence, ...late.evidence],
    },
  ]
}

function ends({ value, se }: SpeechWindow): { low: number; high: number } {
  return { low: value - reach * se, high: value + reach * se }
}

function meanOf({ years }: SpeechWindow): string {
  return years.length === 1 ? `session of ${years[0]}` : `mean of the sessions of ${years.join(', ')}`
}
