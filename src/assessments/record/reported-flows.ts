import { isSelection } from '../../memory/index.ts'
import type { Snapshot } from '../../store/index.ts'
import { inList } from '../rows/conditions.ts'
import { cachedBySnapshot } from '../rows/snapshot-cache.ts'

/** A state's report of one flow in its latest year. */
export interface Flow {
  readonly indicator: string
  readonly reporter: string
  readonly imports: boolean
  readonly year: string
  readonly unit: string
  readonly source: string
  readonly vintage: string
  readonly estimated: boolean
  /** The total stated in the report. */
  readonly world: number | null
  /** The sum over partners; `squares` is the sum of the squares. */
  readonly parts: number
  readonly squares: number
  readonly partners: number
}

/** The latest reports of every state, and the figures of each by partner, in the same order. */
export interface ReportedFlows {
  readonly flows: readonly Flow[]
  readonly byPartner: readonly ReadonlyMap<string, number>[]
}

const yearsBack = 6
const world = 'WLD'

/** Returns the reports that name one of the two states, in the order of `flows`. */
export function reportsNaming(
  { flows, byPartner }: ReportedFlows,
  a: string,
  b: string,
): { flow: Flow; ofA: number | null; ofB: number | null }[] {
  const named: { flow: Flow; ofA: number | null; ofB: number | null }[] = []
  for (const [i, flow] of flows.entries()) {
    const ofA = byPartner[i]!.get(a) ?? null
    const ofB = byPartner[i]!.get(b) ?? null
    if (ofA !== null || ofB !== null) named.push({ flow, ofA, ofB })
  }
  return named
}

/**
 * Reads the latest full year by a day, at most six years earlier, for each state, flow and source. Each year is read once,
 * whatever the day.
 */
export function reportedFlows(snapshot: Snapshot, indicators: readonly string[], to: string): Promise<ReportedFlows> {
  const last = Number(to.slice(0, 4))
  const whole = to.endsWith('-12-31') ? last : last - 1
  return latestFlows(snapshot, indicators, last - yearsBack, whole)
}

const latestFlows = cachedBySnapshot(
  async (snapshot, indicators: readonly string[], first: number, last: number): Promise<ReportedFlows> => {
    const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i)
    const latest = new Map<string, FlowOfYear>()
    // a later year replaces an earlier one
    for (const one of await flowsOfYears(snapshot, indicators, years)) latest.set(keyOf(one), one)
    const read = [...latest.values()].sort(compared).map(({ figures, ...flow }) => ({ flow, ...figuresIn(figures ?? '') }))
    return { flows: read.map(({ flow, sums }) => ({ ...flow, ...sums })), byPartner: read.map(({ byPartner }) => byPartner) }
  },
)

/** A one-year report as read. Its figures stay in one text, so that only the latest years are parsed. */
interface FlowOfYear extends Omit<Flow, 'world' | 'parts' | 'squares' | 'partners'> {
  readonly figures: string | null
}

/** Returns the reports of some years; those not yet read are read together in one query. */
async function flowsOfYears(snapshot: Snapshot, indicators: readonly string[], years: readonly number[]): Promise<FlowOfYear[]> {
  const missing = years.filter((year) => !flowsOfYear.has(snapshot, indicators, year))
  const read = missing.length === 0 ? [] : readYears(snapshot, indicators, missing[0]!, missing.at(-1)!)
  const ofYear = async (year: number): Promise<FlowOfYear[]> => (await read).filter((flow) => flow.year === String(year))
  return (await Promise.all(years.map((year) => flowsOfYear.orMake(snapshot, [indicators, year], () => ofYear(year))))).flat()
}

const flowsOfYear = cachedBySnapshot((snapshot, indicators: readonly string[], year: number) => readYears(snapshot, indicators, year, year))

async function readYears(snapshot: Snapshot, indicators: readonly string[], first: number, last: number): Promise<FlowOfYear[]> {
  const rows = await snapshot.rows(reportsOf(indicators), { first: `${first}-01-01`, last: `${last}-12-31` })
  return rows as unknown as FlowOfYear[]
}

/** Writes the query for one row per report, not per figure: transferring many rows takes longer than parsing one text. */
const reportsOf = (indicators: readonly string[]): string => `
SELECT indicator, reporter, reporter = to_id AS imports, start_date[:4] AS year, source, any_value(unit) AS unit, max(vintage) AS vintage,
       bool_or(status = 'estimated') AS estimated,
       string_agg(if(reporter = to_id, from_id, to_id) || value::VARCHAR, ' ') FILTER (length(if(reporter = to_id, from_id, to_id)) = 3) AS figures
FROM observations
WHERE indicator IN ${inList(indicators)}
  AND (reporter = to_id OR reporter = from_id) AND reporter <> 'WLD' AND value IS NOT NULL
  AND start_date >= $first AND end_date <= $last AND start_date[5:] = '-01-01' AND end_date = start_date[:4] || '-12-31' AND NOT ${isSelection}
GROUP BY ALL`

interface ReadFigures {
  readonly byPartner: ReadonlyMap<string, number>
  readonly sums: Pick<Flow, 'world' | 'parts' | 'squares' | 'partners'>
}

/** Parses the figures of a report. They are summed by size, so that sums do not depend on the order of the rows. */
function figuresIn(text: string): ReadFigures {
  const values: number[] = []
  const ofWorld: number[] = []
  const byPartner = new Map<string, number>()
  const repeated = new Map<string, number[]>()
  for (let at = 0; at < text.length; ) {
    const space = text.indexOf(' ', at)
    const end = space < 0 ? text.length : space
    const partner = text.slice(at, at + 3)
    const value = Number(text.slice(at + 3, end))
    at = end + 1
    if (partner === world) ofWorld.push(value)
    else {
      values.push(value)
      const before = byPartner.get(partner)
      if (before === undefined) byPartner.set(partner, value)
      else repeated.set(partner, [...(repeated.get(partner) ?? [before]), value])
    }
  }
  for (const [partner, own] of repeated) byPartner.set(partner, bySize(own).reduce(added, 0))
  const parts = bySize(values)
  return {
    byPartner,
    sums: {
      world: ofWorld.length === 0 ? null : bySize(ofWorld).reduce(added, 0),
      parts: parts.reduce(added, 0),
      squares: parts.reduce((sum, value) => sum + value * value, 0),
      partners: parts.length,
    },
  }
}

const bySize = (values: readonly number[]): Float64Array => Float64Array.from(values).sort()
const added = (sum: number, value: number): number => sum + value

function keyOf({ indicator, reporter, imports, source }: FlowOfYear): string {
  return [indicator, reporter, imports, source].join(' ')
}

/** Orders reports by reporter, indicator and source, exports before imports. */
function compared(x: FlowOfYear, y: FlowOfYear): number {
  for (const name of ['reporter', 'indicator', 'source'] as const) if (x[name] !== y[name]) return x[name] < y[name] ? -1 : 1
  return Number(x.imports) - Number(y.imports)
}
