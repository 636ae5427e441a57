import { rateOf } from '../../assessments/record/euro-rates.ts'
import { storedMemberships } from '../../assessments/record/memberships.ts'
import { cachedBySnapshot } from '../../assessments/rows/snapshot-cache.ts'
import { openMemory } from '../../memory/memory.ts'
import { isSelection } from '../../memory/steps/goods-totals.ts'
import { membersOn } from '../../states/index.ts'
import type { Snapshot } from '../../store/index.ts'
import type { YearlyExports } from './yearly-exports.ts'

/** What both sides report of all goods from the EU to a hub, and from the hub to a target, in one year, in USD. */
export interface ReportsOfYear {
  readonly year: number
  /** Exports of the EU to the hub by the EU, free on board, at the year's mean rate of the euro. */
  readonly exported: number | null
  /** Imports of the hub from the EU's members by the hub, mostly with freight, and by origin. */
  readonly arrived: number | null
  /** Exports of the hub to the target by the hub, and imports of the target from the hub by the target. */
  readonly onward: number | null
  readonly onward_by_target: number | null
}

export interface ReportsByYear {
  readonly years: readonly ReportsOfYear[]
  /** The share of additional exports of the EU, from the last year before to the last with a report, that the hub does not report as imports from it. */
  readonly not_arrived: {
    readonly from: number
    readonly to: number
    readonly exported: number
    readonly arrived: number
    readonly share: number
  } | null
  readonly sources: readonly string[]
}

/** Members that a source must have for a sum over the EU: a small member may have sold nothing. */
const leastMembers = 24
/** Freight and insurance over the value free on board; see ghostShare. */
const freight = 0.06

interface YearSum {
  readonly source: string
  readonly hub: string
  readonly year: number
  readonly value: number
}

/** Sums by source, hub and year of what the hubs report; read once for a snapshot. To the cent, since the order in which rows are added differs from run to run. */
const hubSums = cachedBySnapshot(
  async (
    snapshot: Snapshot,
    target: string,
    from: number,
  ): Promise<{ readonly arrived: YearSum[]; readonly onward: YearSum[]; readonly byTarget: YearSum[] }> => {
    const members = membersOn((await storedMemberships(snapshot)).all, 'EU', '2021-12-31')
      .map((one) => `'${one}'`)
      .join(', ')
    const whole = `unit = 'USD' AND status = 'observed' AND NOT ${isSelection} AND parts = 1 AND year >= ${from}`
    await openMemory(snapshot)
    const sums = async (columns: string, condition: string): Promise<YearSum[]> =>
      (await snapshot.rows(
        `SELECT source, ${columns} AS hub, year, round(sum(value), 2) AS value FROM goods_reports WHERE ${whole} AND ${condition} ORDER BY ALL`,
      )) as unknown as YearSum[]
    const [arrived, onward, byTarget] = await Promise.all([
      sums(
        'to_id',
        `indicator = 'goods-imports' AND reporter = to_id AND from_id IN (${members}) GROUP BY ALL HAVING count(DISTINCT from_id) >= ${leastMembers}`,
      ),
      sums('from_id', `indicator = 'goods-exports' AND reporter = from_id AND to_id = '${target}' GROUP BY ALL`),
      sums('from_id', `indicator = 'goods-imports' AND reporter = to_id AND to_id = '${target}' GROUP BY ALL`),
    ])
    return { arrived, onward, byTarget }
  },
)

/**
 * Returns both sides' reports of all goods by year, from three years before the treatment on; null where the hub's own reports do not reach both sides of it.
 *
 * @param from   first treated year
 */
export async function reportsByYear(
  snapshot: Snapshot,
  yearly: YearlyExports,
  hub: string,
  target: string,
  from: number,
): Promise<ReportsByYear | null> {
  const sums = await hubSums(snapshot, target, from - 3)
  const [arrived, onward, byTarget] = [
    longest(sums.arrived, hub, from),
    longest(sums.onward, hub, from),
    longest(sums.byTarget, hub, undefined),
  ]
  if (arrived.length === 0 && onward.length === 0) return null
  const valueIn = (rows: readonly YearSum[], year: number): number | null => rows.find((row) => row.year === year)?.value ?? null
  const years = yearly.years
    .filter((year) => year >= from - 3)
    .map((year) => {
      const [euros, rate] = [yearly.partners.get(hub)?.[yearly.years.indexOf(year)] ?? Number.NaN, rateOf('EUR', 'USD', year)]
      const exported = rate === undefined || !Number.isFinite(euros) ? null : euros * rate
      return { year, exported, arrived: valueIn(arrived, year), onward: valueIn(onward, year), onward_by_target: valueIn(byTarget, year) }
    })
  const sources = new Set([...arrived, ...onward, ...byTarget].map(({ source }) => source))
  return { years, not_arrived: notArrived(years, from), sources: [yearly.source, ...sources].sort() }
}

/** The reports of one source, the one with the most years; with `from`, none where it has no year on each side of it. */
function longest(rows: readonly YearSum[], hub: string, from: number | undefined): YearSum[] {
  const own = rows.filter((row) => row.hub === hub)
  const groups = [...new Set(own.map(({ source }) => source))].map((source) => own.filter((row) => row.source === source))
  const both = groups.filter(
    (group) => from === undefined || (group.some(({ year }) => year < from) && group.some(({ year }) => year >= from)),
  )
  return both.sort((a, b) => b.length - a.length)[0] ?? []
}

function notArrived(years: readonly ReportsOfYear[], from: number): ReportsByYear['not_arrived'] {
  const held = years.filter(({ exported, arrived }) => exported !== null && arrived !== null)
  const [before, after] = [held.filter(({ year }) => year < from).at(-1), held.filter(({ year }) => year >= from).at(-1)]
  if (before === undefined || after === undefined) return null
  const exported = after.exported! - before.exported!
  const arrived = (after.arrived! - before.arrived!) / (1 + freight)
  return exported <= 0 ? null : { from: before.year, to: after.year, exported, arrived, share: 1 - arrived / exported }
}
