import { VisavisError } from '../../errors.ts'
import { stateOf } from '../../states/index.ts'
import type { Snapshot } from '../../store/index.ts'
import { yearlyExports } from '../panels/yearly-exports.ts'
import { firstTreatedYear, monthsBefore } from '../windows/month-window.ts'

/** The first month that counts as treated, and where it comes from. */
export interface BanOnset {
  readonly since: string
  /** The measure from which the month follows; null if the month was asked for. */
  readonly measure: string | null
}

/**
 * Returns the first full month of the EU's latest measures on trade or technology with a state, of those that have years of exports on both sides.
 *
 * @throws Usage if the record has none, since a date borrowed from another state's sanctions would mean nothing
 */
export async function banOnset(snapshot: Snapshot, target: string): Promise<BanOnset> {
  const years = (await yearlyExports(snapshot))?.years ?? []
  const rows = await snapshot.rows(
    "SELECT start_date, name FROM sanctions WHERE sender = 'EU' AND target = $target AND (measures LIKE '%trade%' OR measures LIKE '%technology%') ORDER BY start_date DESC",
    { target },
  )
  for (const { start_date: day, name } of rows) {
    const since = firstFullMonth(String(day))
    const year = firstTreatedYear(since)
    if (years.includes(year) && years.includes(year - 1)) return { since, measure: `${String(name)}, ${String(day)}` }
  }
  throw new VisavisError(
    'Usage',
    `since when? The record has no measures of the EU on trade or technology with ${stateOf(target)?.name ?? target} within the years of its exports`,
    { hint: `visavis routes ${target} --since 2019-05` },
  )
}

function firstFullMonth(day: string): string {
  return day.endsWith('-01') ? day.slice(0, 7) : monthsBefore(day.slice(0, 7), -1)
}
