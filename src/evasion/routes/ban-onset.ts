import { VisavisError } from '../../errors.ts'
import { stateOf } from '../../states/index.ts'
import type { Snapshot } from '../../store/index.ts'
import { yearlyExports } from '../panels/yearly-exports.ts'
import { firstTreatedYear, monthsBefore } from '../windows/month-window.ts'

/** The first month that counts as treated, and where it comes from. */
export interface BanOnset {
  readonly since: string
  /** The last month of the measure, if it ended; undefined if it is in force or the month was asked for. */
  readonly until: string | undefined
  /** The measure from which the month follows; null if the month was asked for. */
  readonly measure: string | null
}

const exportMeasures = "(measures LIKE '%trade%' OR measures LIKE '%technology%')"

/**
 * Returns the first full month of the EU's latest measures on trade or technology with a state, of those that have years of exports on both sides.
 *
 * @throws Usage if the record has none, since a date borrowed from another state's sanctions would mean nothing
 */
export async function banOnset(snapshot: Snapshot, target: string): Promise<BanOnset> {
  const years = (await yearlyExports(snapshot))?.years ?? []
  const rows = await snapshot.rows(
    `SELECT start_date, end_date, name FROM sanctions WHERE sender = 'EU' AND target = $target AND ${exportMeasures} ORDER BY start_date DESC, end_date DESC NULLS FIRST`,
    { target },
  )
  for (const { start_date: day, end_date: end, name } of rows) {
    const since = firstFullMonth(String(day))
    const year = firstTreatedYear(since)
    if (!years.includes(year) || !years.includes(year - 1)) continue
    return { since, until: end === null ? undefined : lastFullMonth(String(end)), measure: `${String(name)}, ${String(day)}` }
  }
  throw new VisavisError(
    'Usage',
    `since when? The record has no measures of the EU on trade or technology with ${stateOf(target)?.name ?? target} within the years of its exports`,
    { hint: `visavis routes ${target} --since 2019-05` },
  )
}

/** Returns the hubs that were themselves under measures of the EU on trade or technology in a period: what such a hub buys says little of rerouting. */
export async function hubsUnderMeasures(snapshot: Snapshot, hubs: readonly string[], first: string, last: string): Promise<string[]> {
  const rows = await snapshot.rows(
    `SELECT DISTINCT target FROM sanctions WHERE sender = 'EU' AND ${exportMeasures} AND start_date <= $last AND (end_date IS NULL OR end_date >= $first)`,
    { first, last },
  )
  const under = new Set(rows.map(({ target }) => String(target)))
  return hubs.filter((hub) => under.has(hub)).sort()
}

function firstFullMonth(day: string): string {
  return day.endsWith('-01') ? day.slice(0, 7) : monthsBefore(day.slice(0, 7), -1)
}

function lastFullMonth(day: string): string {
  return monthsBefore(day.slice(0, 7), 1)
}
