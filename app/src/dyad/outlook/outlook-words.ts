import type { Answers } from '../../../../src/server/answer-types.ts'
import { formatFigure, significant } from '../../../../src/server/wording.ts'
import { route } from '../../route.ts'

export type Outlook = Answers['outlook']
export type Target = Outlook['targets'][number]
export type PastSeries = Answers['outlook history']['series'][number]

/** Years ahead of which forecasts are made. */
export const horizons = [1, 2, 3, 5, 10] as const

/** The years ahead that are marked, from the URL (`ahead=10`); 5 where none are chosen. */
export function chosenHorizon(): number {
  const asked = Number(route.value.query['ahead'])
  return (horizons as readonly number[]).includes(asked) ? asked : 5
}

/** Writes a value of a forecast with its unit. */
export function amount(value: number, unit: string): string {
  return unit === 'percent' ? `${Math.abs(value) < 0.1 ? value.toPrecision(2) : significant(value)} %` : formatFigure(value, unit)
}

/** Writes the value of a tick, where the unit is known from the title. */
export function tickText(value: number, unit: string): string {
  if (value === 0) return unit === 'percent' ? '0 %' : '0'
  // a tick at 100 is the end of the scale, not the place of a pair, which is never written as 100
  if (unit === 'percentile') return String(value)
  return amount(value, unit).replace(/^[A-Z]{3} /, '')
}

/** Writes years ahead: `1 year`, `5 years`. */
export function yearsText(horizon: number): string {
  return `${horizon} ${horizon === 1 ? 'year' : 'years'}`
}

/** Returns the band of a level; undefined for events. */
export function bandAt(target: Target, level: number): { readonly low: number; readonly high: number } | undefined {
  return target.bands.find((band) => band.level === level)
}

/** Whether the back-test shows that such forecasts are better than no change, or the base rate. */
export function isSkillShown({ skill }: Target): boolean {
  return skill !== null && skill.low90 > 0
}

/** Keeps a figure and its sign of percent on one line. */
export function unbroken(sentence: string): string {
  return sentence.replaceAll(' %', '\u00a0%')
}
