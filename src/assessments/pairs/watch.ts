import { VisavisError } from '../../errors.ts'
import { isKnown, type Known } from '../../store/index.ts'
import type { Assessment } from '../forms/assessment.ts'
import { firstDay } from '../forms/ledger-check.ts'
import type { Condition, NewBreak, NewEvent, Reversal, Threshold } from '../forms/watch-condition.ts'
import { formatFigure as printed } from '../forms/wording.ts'

export interface WatchResult {
  readonly name: string
  readonly a: string
  readonly b: string
  readonly type: Condition['type']
  /** Whether the condition is met; null where the data are insufficient. */
  readonly met: boolean | null
  readonly says: string
}

/**
 * Reads the standing conditions in a file.
 *
 * @param text   JSON: `{ "conditions": [{ "name", "a", "b", "type": "threshold" | "reversal" | "event" | "break", … }] }`
 * @param file   its name, for messages
 * @throws VisavisError BadInput naming the invalid condition
 */
export function readConditions(text: string, file: string): Condition[] {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch (cause) {
    throw new VisavisError('BadInput', `${file} is not JSON: ${(cause as Error).message}`, { cause })
  }
  const list = (parsed as { conditions?: unknown } | null)?.conditions
  if (!Array.isArray(list) || list.length === 0) throw new VisavisError('BadInput', `${file} has no list "conditions"`)
  return list.map((one, i) => {
    const problem = problemOf(one)
    if (problem === undefined) return one as Condition
    throw new VisavisError('BadInput', `${file}: condition ${i + 1}: ${problem}`, { hint: 'visavis watch --help' })
  })
}

function problemOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return 'it is not an object'
  const one = value as Record<string, unknown>
  const missing = ['name', 'a', 'b', 'type'].find((field) => typeof one[field] !== 'string' || one[field] === '')
  if (missing !== undefined) return `it lacks "${missing}"`
  switch (one['type']) {
    case 'threshold':
      if (typeof one['figure'] !== 'string') return 'a threshold needs "figure", the id of one'
      return typeof one['above'] === 'number' || typeof one['below'] === 'number'
        ? undefined
        : 'a threshold needs "above" or "below", a number'
    case 'reversal':
      if (typeof one['figure'] !== 'string') return 'a reversal needs "figure", the id of one'
      return one['was'] === 'up' || one['was'] === 'down' ? undefined : 'a reversal needs "was": "up" or "down"'
    case 'event':
      return /^\d{4}-\d\d-\d\d$/.test(String(one['since'])) ? undefined : 'an event needs "since", a day YYYY-MM-DD'
    case 'break':
      if (typeof one['series'] !== 'string') return 'a break needs "series", the id of one'
      return Number.isInteger(one['since']) ? undefined : 'a break needs "since", a year'
    default:
      return `type "${String(one['type'])}" is none of threshold, reversal, event, break`
  }
}

/** Whether the assessment of a pair meets a condition. */
export function checkCondition(condition: Condition, assessment: Assessment): WatchResult {
  const { name, a, b, type } = condition
  const [met, says] = verdict(condition, assessment)
  return { name, a, b, type, met, says }
}

function verdict(condition: Condition, assessment: Assessment): [boolean | null, string] {
  switch (condition.type) {
    case 'threshold':
      return threshold(condition, assessment)
    case 'reversal':
      return reversal(condition, assessment)
    case 'event':
      return event(condition, assessment)
    case 'break':
      return newBreak(condition, assessment)
  }
}

function threshold({ figure, above, below }: Threshold, assessment: Assessment): [boolean | null, string] {
  const found = figureOf(assessment, figure)
  if (typeof found === 'string') return [null, found]
  const value = `${found.label}, ${found.period}: ${printed(found.value, found.unit)}`
  const over = above !== undefined && found.value > above
  const under = below !== undefined && found.value < below
  const bounds = [
    ...(above === undefined ? [] : [`above ${printed(above, found.unit)}`]),
    ...(below === undefined ? [] : [`below ${printed(below, found.unit)}`]),
  ]
  return [over || under, `${value}, ${over || under ? '' : 'not '}${bounds.join(' or ')}`]
}

function reversal({ figure, was }: Reversal, assessment: Assessment): [boolean | null, string] {
  const found = figureOf(assessment, `${figure}.change`)
  if (typeof found === 'string') return [null, found]
  const { interval, value, unit, period, label } = found
  const [low, high] = interval === 'exact' ? [value, value] : [interval.low, interval.high]
  const direction = low > 0 ? 'up' : high < 0 ? 'down' : 'undecided'
  return [
    direction !== 'undecided' && direction !== was,
    `${figure}, ${label}, ${period}: ${printed(value, unit)}, ${direction}; it was ${was}`,
  ]
}

function event({ since, words }: NewEvent, assessment: Assessment): [boolean, string] {
  const items = assessment.domains.flatMap((domain) => domain.items.map(({ date, text }) => ({ date, text })))
  const ledger = (assessment.stage?.indicators ?? []).flatMap((indicator) =>
    indicator.items.map(({ date, sentence }) => ({ date, text: sentence })),
  )
  const fitting = [...items, ...ledger]
    .filter(({ date, text }) => firstDay(date) > since && (words === undefined || text.toLowerCase().includes(words.toLowerCase())))
    .sort((x, y) => (x.date < y.date ? 1 : -1))
  const newest = fitting[0]
  return newest === undefined
    ? [false, `nothing after ${since}`]
    : [true, `${fitting.length} after ${since}; the newest: ${newest.date} ${newest.text}`]
}

function newBreak({ series, since }: NewBreak, assessment: Assessment): [boolean | null, string] {
  const found = assessment.turningPoints.series.find(({ id }) => id === series)
  if (found === undefined) {
    return [null, `there is no series "${series}"; there are ${assessment.turningPoints.series.map(({ id }) => id).join(', ')}`]
  }
  const runs = found.runs.filter(({ state }) => state === 'observed')
  const last = Math.max(...runs.map(({ to }) => to))
  if (runs.length === 0 || last < since) return [null, `${found.label} was not looked at from ${since} on`]
  const breaks = runs.flatMap((run) => run.breaks).filter(({ year }) => year >= since)
  const told = breaks.map(({ year, interval }) => (interval === null ? String(year) : `${year} (${interval.low} to ${interval.high})`))
  return breaks.length === 0
    ? [false, `${found.label}: no break from ${since} to ${last}`]
    : [true, `${found.label}: a new segment from ${told.join(', ')} on`]
}

/** Returns the figure with this id, or the reason why it is missing. */
function figureOf(assessment: Assessment, id: string): Known | string {
  const all = assessment.domains.flatMap(({ estimates }) => estimates)
  const found = all.find((estimate) => estimate.id === id)
  if (found === undefined)
    return `there is no figure "${id}"; there are ${all
      .map((estimate) => estimate.id)
      .slice(0, 12)
      .join(', ')} …`
  return isKnown(found) ? found : `${found.label} is ${found.state}: ${found.reason}`
}
