import { VisavisError } from '../../errors.ts'
import { similarIds } from '../../memory/index.ts'
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
 * Reads the standing conditions in a file. All are checked before any is judged.
 *
 * @param text   JSON: `{ "conditions": [{ "name", "a", "b", "type": "threshold" | "reversal" | "event" | "break", … }] }`
 * @param file   its name, for messages
 * @throws VisavisError Usage naming the invalid condition
 */
export function readConditions(text: string, file: string): Condition[] {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch (cause) {
    throw new VisavisError('Usage', `${file} is not JSON: ${(cause as Error).message}`, { cause })
  }
  const list = (parsed as { conditions?: unknown } | null)?.conditions
  if (!Array.isArray(list) || list.length === 0) throw new VisavisError('Usage', `${file} has no list "conditions"`)
  return list.map((one, i) => {
    const problem = problemOf(one)
    if (problem === undefined) return one as Condition
    throw new VisavisError('Usage', `${file}: condition ${i + 1}: ${problem}`, { hint: 'visavis watch --help' })
  })
}

/** The fields that each type takes beside name, a, b and type. */
const fieldsOf: Readonly<Record<string, readonly string[]>> = {
  threshold: ['figure', 'above', 'below'],
  reversal: ['figure', 'was'],
  event: ['since', 'words'],
  break: ['series', 'since'],
}
const mostLetters = 200

function problemOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'it is not an object'
  const one = value as Record<string, unknown>
  const missing = ['name', 'a', 'b', 'type'].find((field) => !isText(one[field]))
  if (missing !== undefined) return `it lacks "${missing}", a text of at most ${mostLetters} letters`
  const type = one['type'] as string
  const fields = Object.hasOwn(fieldsOf, type) ? fieldsOf[type] : undefined
  if (fields === undefined) return `type "${type}" is none of ${Object.keys(fieldsOf).join(', ')}${meantText(Object.keys(fieldsOf), type)}`
  const known = ['name', 'a', 'b', 'type', ...fields]
  const strange = Object.keys(one).find((field) => !known.includes(field))
  if (strange !== undefined) return `${articleFor(type)} takes no "${strange.slice(0, mostLetters)}"${meantText(fields, strange)}`
  return fieldProblem(type, one)
}

function fieldProblem(type: string, one: Readonly<Record<string, unknown>>): string | undefined {
  switch (type) {
    case 'threshold':
      return isText(one['figure']) ? boundsProblem(one['above'], one['below']) : 'a threshold needs "figure", the id of one'
    case 'reversal':
      if (!isText(one['figure'])) return 'a reversal needs "figure", the id of one'
      return one['was'] === 'up' || one['was'] === 'down' ? undefined : 'a reversal needs "was": "up" or "down"'
    case 'event':
      if (!isDay(one['since'])) return 'an event needs "since", a day of the calendar YYYY-MM-DD'
      return one['words'] === undefined || isText(one['words'])
        ? undefined
        : `"words" of an event is one text of at most ${mostLetters} letters, which the event must contain`
    default:
      if (!isText(one['series'])) return 'a break needs "series", the id of one'
      return isYear(one['since']) ? undefined : 'a break needs "since", a year'
  }
}

function boundsProblem(above: unknown, below: unknown): string | undefined {
  const given = [above, below].filter((bound) => bound !== undefined)
  return given.length > 0 && given.every((bound) => Number.isFinite(bound)) ? undefined : 'a threshold needs "above" or "below", a number'
}

const articleFor = (type: string): string => `${type === 'event' ? 'an' : 'a'} ${type}`
const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '' && value.length <= mostLetters
const isYear = (value: unknown): boolean => Number.isInteger(value) && (value as number) > 0 && (value as number) < 10_000

function isDay(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return false
  const time = Date.parse(`${value}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value)
}

/**
 * Refuses conditions that no assessment of the pair can ever meet: an unknown figure or series, or a bound that its values cannot pass.
 *
 * @param file   its name, for messages
 * @throws VisavisError Usage naming the first such condition, its place in the file, and the nearest ids
 */
export function requireFitting(conditions: readonly Condition[], assessmentOf: (condition: Condition) => Assessment, file: string): void {
  for (const [i, condition] of conditions.entries()) {
    const problem = misfitOf(condition, assessmentOf(condition))
    if (problem === undefined) continue
    throw new VisavisError('Usage', `${file}: condition ${i + 1} ("${condition.name}"): ${problem}`, {
      hint: `visavis assess ${condition.a} ${condition.b} --format csv   has the id of every figure`,
    })
  }
}

function misfitOf(condition: Condition, assessment: Assessment): string | undefined {
  if (condition.type === 'event') return undefined
  if (condition.type === 'break') {
    const ids = assessment.turningPoints.series.map(({ id }) => id)
    return ids.includes(condition.series)
      ? undefined
      : `there is no series "${condition.series}"${meantText(ids, condition.series)}; there are ${ids.join(', ')}`
  }
  const estimates = assessment.domains.flatMap((domain) => domain.estimates)
  const ids = [...new Set(estimates.map(({ id }) => id))]
  if (condition.type === 'threshold') {
    const found = estimates.find(({ id }) => id === condition.figure)
    return found === undefined
      ? `there is no figure "${condition.figure}"${meantText(ids, condition.figure)}`
      : boundMisfit(condition, found)
  }
  if (ids.includes(`${condition.figure}.change`)) return undefined
  const changing = ids.filter((id) => id.endsWith('.change')).map((id) => id.slice(0, -'.change'.length))
  return `there is no change of a figure "${condition.figure}"${meantText(changing, condition.figure)}`
}

/** The least and greatest value of a figure, by its unit; figures of other units may have any value. */
const rangeOfUnit: Readonly<Record<string, readonly [number, number]>> = {
  share: [0, 1],
  percentile: [0, 100],
  count: [0, Number.POSITIVE_INFINITY],
  persons: [0, Number.POSITIVE_INFINITY],
  km: [0, Number.POSITIVE_INFINITY],
  tonnes: [0, Number.POSITIVE_INFINITY],
  'million TIV': [0, Number.POSITIVE_INFINITY],
}
/** Measures of agreement that lie between -1 and 1. */
const isCoefficient = /^(?:kappa_quadratic|scott_pi|tau_b|s_absolute|s_squared)(?:\.series)?$/

function boundMisfit(
  { figure, above, below }: Threshold,
  { id, unit }: { readonly id: string; readonly unit: string },
): string | undefined {
  const range = isCoefficient.test(id) ? ([-1, 1] as const) : id.endsWith('.change') ? undefined : rangeOfUnit[unit]
  if (range === undefined) return undefined
  const [least, greatest] = range
  const isMeetable = (above !== undefined && above < greatest) || (below !== undefined && below > least)
  if (isMeetable) return undefined
  const bounds = greatest === Number.POSITIVE_INFINITY ? `never below ${least}` : `always from ${least} to ${greatest}`
  return `it can never be met: ${figure} is ${bounds}`
}

/** "Did you mean …?", or nothing. */
function meantText(ids: readonly string[], id: string): string {
  const near = similarIds(ids, id)
  return near.length === 0 ? '' : `. Did you mean ${near.join(', ')}?`
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
