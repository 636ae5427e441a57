import { readFileSync } from 'node:fs'
import type { Snapshot } from '../../store/index.ts'
import { packageFile } from '../../store/package-files.ts'

/** What `visavis routes` finds on one target and list of goods, in short. Amounts in EUR. */
export interface RouteFinding {
  readonly target: string
  readonly since: string
  /** `all`, `sanctioned`, `chpl`. */
  readonly list: string
  /** Whether amounts are sums over the window, or means a year. */
  readonly per: 'window' | 'year'
  /** First and last day of the time before and of the time since: `2021-03-01/2021-11-30`. */
  readonly before: string
  readonly period: string
  /** Number of placebo states. */
  readonly states: number
  readonly pre: number
  readonly post: number
  readonly missing: number
  readonly hubs: readonly RouteAtHub[]
}

export interface RouteAtHub {
  readonly iso3: string
  readonly verdict: 'consistent with rerouting' | 'no finding'
  readonly pre: number
  readonly post: number
  readonly growth: number
  readonly expected: number
  readonly excess: { readonly value: number; readonly low90: number; readonly high90: number; readonly q: number }
  /** Place among the placebo states by growth of all goods. */
  readonly rank: number
  readonly of: number
}

export interface RouteFindings {
  readonly schema: 'visavis-route-findings/1'
  /** Edition of Comext from which they come. */
  readonly comext: string
  readonly findings: readonly RouteFinding[]
}

let bundled: RouteFindings | undefined

/**
 * Returns what is known of routes to a target by a day, from the bundled table. Empty if the record has another edition of the exports than the table was made
 * from: then `visavis routes` has to be asked.
 *
 * @param day   windows that end later are left out
 */
export function routesTo(snapshot: Snapshot, target: string, day: string): readonly RouteFinding[] {
  bundled ??= JSON.parse(readFileSync(packageFile('data/routes/findings.json'), 'utf8')) as RouteFindings
  const { comext, findings } = bundled
  const own = findings.filter((one) => one.target === target && one.period.slice(11) <= day)
  if (own.length === 0) return []
  return snapshot.manifest.sources.some(({ id, vintage }) => id === 'comext' && vintage === comext) ? own : []
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
/** Writes a day as its month: `March 2022`. */
export const monthOfDay = (day: string): string => `${months[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`

/** Writes a span of days: whole years as `2022 and 2023`, months as `March to November 2022`. */
export function spanWords(span: string): string {
  const [first, last] = [span.slice(0, 4), span.slice(11, 15)]
  if (!span.endsWith('-12-31')) return `${monthOfDay(span).split(' ')[0]} to ${monthOfDay(span.slice(11))}`
  return first === last ? first : Number(last) - Number(first) === 1 ? `${first} and ${last}` : `${first} to ${last}`
}
