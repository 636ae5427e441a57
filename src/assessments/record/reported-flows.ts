import type { Snapshot } from '../../store/index.ts'
import { cachedBySnapshot } from '../rows/snapshot-cache.ts'
import { quotedList } from './goods-reports.ts'
import { listSourcesCondition } from './isolated-figure-sources.ts'

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

/** The latest reports of every state, and each reporter's figure by partner. */
export interface ReportedFlows {
  readonly flows: readonly Flow[]
  readonly byPartner: ReadonlyMap<string, ReadonlyMap<number, number>>
}

const yearsBack = 6
const world = 'WLD'

/** Returns the reports that name one of the two states, in the order of `flows`. */
export function reportsNaming(
  { flows, byPartner }: ReportedFlows,
  a: string,
  b: string,
): { flow: Flow; ofA: number | null; ofB: number | null }[] {
  const [inA, inB] = [a, b].map((state) => byPartner.get(state) ?? new Map<number, number>()) as [Map<number, number>, Map<number, number>]
  const named = [...new Set([...inA.keys(), ...inB.keys()])].sort((x, y) => x - y)
  return named.map((i) => ({ flow: flows[i]!, ofA: inA.get(i) ?? null, ofB: inB.get(i) ?? null }))
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
    const flows: Flow[] = []
    const byPartner = new Map<string, Map<number, number>>()
    for (const one of [...latest.values()].sort(compared)) {
      const figures = figuresIn(one.figures)
      for (const [partner, value] of byPartnerIn(figures)) {
        const own = byPartner.get(partner) ?? new Map<number, number>()
        byPartner.set(partner, own.set(flows.length, value))
      }
      flows.push(summed(one, figures))
    }
    return { flows, byPartner }
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
WHERE indicator IN (${quotedList(indicators)})
  AND (reporter = to_id OR reporter = from_id) AND reporter <> 'WLD' AND value IS NOT NULL
  AND start_date >= $first AND end_date <= $last AND start_date[5:] = '-01-01' AND end_date = start_date[:4] || '-12-31' AND ${listSourcesCondition}
GROUP BY ALL`

interface Figure {
  readonly partner: string
  readonly value: number
}

/** Parses the figures of a report, ordered by size so that sums do not depend on the order of the rows. */
function figuresIn(text: string | null): Figure[] {
  const parts = text === null ? [] : text.split(' ')
  return parts.map((part) => ({ partner: part.slice(0, 3), value: Number(part.slice(3)) })).sort((x, y) => x.value - y.value)
}

function byPartnerIn(figures: readonly Figure[]): Map<string, number> {
  const sums = new Map<string, number>()
  for (const { partner, value } of figures) if (partner !== world) sums.set(partner, (sums.get(partner) ?? 0) + value)
  return sums
}

function summed({ figures: _, ...flow }: FlowOfYear, figures: readonly Figure[]): Flow {
  const parts = figures.filter(({ partner }) => partner !== world)
  const wholes = figures.filter(({ partner }) => partner === world)
  return {
    ...flow,
    world: wholes.length === 0 ? null : wholes.reduce((sum, { value }) => sum + value, 0),
    parts: parts.reduce((sum, { value }) => sum + value, 0),
    squares: parts.reduce((sum, { value }) => sum + value * value, 0),
    partners: parts.length,
  }
}

function keyOf({ indicator, reporter, imports, source }: FlowOfYear): string {
  return [indicator, reporter, imports, source].join(' ')
}

/** Orders reports by reporter, indicator and source, exports before imports. */
function compared(x: FlowOfYear, y: FlowOfYear): number {
  for (const name of ['reporter', 'indicator', 'source'] as const) if (x[name] !== y[name]) return x[name] < y[name] ? -1 : 1
  return Number(x.imports) - Number(y.imports)
}
