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

/** Writes the value of a tick, where the unit is known from the title: `0.5 %`, `200 m`. */
export function tickText(value: number, unit: string): string {
  const short = String(Number(value.toPrecision(3)))
  if (unit === 'percent') return `${short} %`
  if (unit !== 'USD') return short
  const [size, name] = (
    [
      [1e12, ' tn'],
      [1e9, ' bn'],
      [1e6, ' m'],
      [1e3, ' k'],
    ] as const
  ).find(([least]) => value >= least) ?? [1, '']
  return `${Number((value / size).toPrecision(3))}${name}`
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
