import { existedOn, nameOn, stateOf } from '../states/index.ts'
import type { Cell, Known, Snapshot } from '../store/index.ts'
import { indicatorOf } from '../store/indicators.ts'
import type { Bench } from './assessment.ts'
import { once } from './once.ts'
import { ofLists } from './single-figures.ts'
import type { ThirdState } from './third-state.ts'

/** Flows that a state reports by partner, in the words of a table. */
const flows: Readonly<Record<string, string>> = {
  'goods-imports': 'imports of goods',
  'goods-exports': 'exports of goods',
  'goods-services-imports': 'imports of goods and services',
  'goods-services-exports': 'exports of goods and services',
  'fossil-imports-all-gas-terajoules': 'imports of gas',
  'fossil-imports-crude-tonnes': 'imports of crude oil',
  'fossil-imports-products-tonnes': 'imports of oil products',
  'fossil-imports-coal-tonnes': 'imports of coal',
}

const order = Object.keys(flows)
const leastShare = 0.1
/** Fewer partners than this are a selection, not a state's trade, unless the report has a total. */
const leastPartners = 25
const yearsBack = 6

/**
 * The states that depend on the pair: where at least a tenth of a flow, by the state's own latest report, comes from or goes to one of the two. By flow, the most dependent first; reports older than six years are left out.
 *
 * Shares are of the total that the report states, else of the sum over its partners where it has at least 25 of them, or is one of fuels (which lists all suppliers).
 */
export async function thirdStates(bench: Bench): Promise<ThirdState[]> {
  const { a, b, to } = bench.dyad
  const flows = await reportedFlows(bench.snapshot, to)
  const found = partnersOf(flows, a.iso3, b.iso3)
    .map(({ flow, ofA, ofB }) => ({ ...flow, a: ofA, b: ofB }))
    .filter(({ reporter }) => reporter !== a.iso3 && reporter !== b.iso3)
    .filter((report) => totalOf(report) !== undefined && Math.max(shareOf(report, 'a') ?? 0, shareOf(report, 'b') ?? 0) >= leastShare)
    .flatMap((report) => thirdState(report, bench))
  return latestOf(found).sort((x, y) => order.indexOf(x.indicator) - order.indexOf(y.indicator) || together(y) - together(x))
}

/** The latest reports of every state, and by partner what each says of it. */
interface ReportedFlows {
  readonly flows: readonly Flow[]
  readonly byPartner: ReadonlyMap<string, ReadonlyMap<number, number>>
}

/** Reports that name one of the two, in their own order. */
function partnersOf({ flows, byPartner }: ReportedFlows, a: string, b: string): { flow: Flow; ofA: number | null; ofB: number | null }[] {
  const [inA, inB] = [a, b].map((state) => byPartner.get(state) ?? new Map<number, number>()) as [Map<number, number>, Map<number, number>]
  const named = [...new Set([...inA.keys(), ...inB.keys()])].sort((x, y) => x - y)
  return named.map((i) => ({ flow: flows[i]!, ofA: inA.get(i) ?? null, ofB: inB.get(i) ?? null }))
}

/** Of each state, flow and source the latest whole year by a day, no more than six years back. What is held of a year is read once, whatever the day. */
function reportedFlows(snapshot: Snapshot, to: string): Promise<ReportedFlows> {
  return once(snapshot, `reports of third states until ${to}`, async () => {
    const last = Number(to.slice(0, 4))
    const whole = to.endsWith('-12-31') ? last : last - 1
    const years = Array.from({ length: Math.max(0, whole - last + yearsBack + 1) }, (_, i) => last - yearsBack + i)
    const latest = new Map<string, FlowOfYear>()
    // a later year takes the place of an earlier one
    for (const one of (await Promise.all(years.map((year) => flowsOfYear(snapshot, year)))).flat()) latest.set(keyOf(one.flow), one)
    const inOrder = [...latest.values()].sort((x, y) => compared(x.flow, y.flow))
    const byPartner = new Map<string, Map<number, number>>()
    inOrder.forEach(({ partners }, at) => {
      for (const [partner, value] of partners) {
        const own = byPartner.get(partner) ?? new Map<number, number>()
        byPartner.set(partner, own.set(at, value))
      }
    })
    return { flows: inOrder.map(({ flow }) => flow), byPartner }
  })
}

/** What a state says of a flow in a year, as a whole and by partner. */
interface FlowOfYear {
  readonly flow: Flow
  readonly partners: readonly (readonly [partner: string, value: number])[]
}

function flowsOfYear(snapshot: Snapshot, year: number): Promise<FlowOfYear[]> {
  return once(snapshot, `reports of third states in ${year}`, async () => {
    const days = { first: `${year}-01-01`, last: `${year}-12-31` }
    const [wholes, parts] = await Promise.all([snapshot.rows(reportsOfYear, days), snapshot.columns(partsOfYear, days)])
    const found = new Map((wholes as unknown as Flow[]).map((flow) => [keyOf(flow), { flow, partners: [] as [string, number][] }]))
    const of = (name: string, row: number): Cell => parts[name]![row]!
    parts['partner']!.forEach((partner, row) => {
      const key = ['indicator', 'reporter', 'imports', 'source'].map((name) => of(name, row)).join(' ')
      found.get(key)!.partners.push([String(partner), of('value', row) as number])
    })
    return [...found.values()]
  })
}

function keyOf({ indicator, reporter, imports, source }: Flow): string {
  return [indicator, reporter, imports, source].join(' ')
}

/** By reporter, indicator, source, exports before imports. */
function compared(x: Flow, y: Flow): number {
  for (const name of ['reporter', 'indicator', 'source'] as const) if (x[name] !== y[name]) return x[name] < y[name] ? -1 : 1
  return Number(x.imports) - Number(y.imports)
}

/** What a state says of one flow in its latest year. */
interface Flow {
  readonly indicator: string
  readonly reporter: string
  readonly imports: boolean
  readonly year: string
  readonly unit: string
  readonly source: string
  readonly vintage: string
  readonly estimated: boolean
  readonly world: number | null
  readonly parts: number
  readonly squares: number
  readonly partners: number
}

/** The same with what it says of each of the pair. */
interface Report extends Flow {
  readonly a: number | null
  readonly b: number | null
}

const reports = `
WITH reports AS (
  SELECT indicator, reporter, reporter = to_id AS imports, if(reporter = to_id, from_id, to_id) AS partner, substr(end_date, 1, 4) AS year,
         value, unit, source, vintage, status
  FROM observations
  WHERE indicator IN (${Object.keys(flows)
    .map((id) => `'${id}'`)
    .join(', ')})
    AND (reporter = to_id OR reporter = from_id) AND reporter <> 'WLD' AND value IS NOT NULL
    AND start_date = $first AND end_date = $last AND ${ofLists}
)`

/** Sums are in the order of size, so that they are the same on however many threads. */
const reportsOfYear = `${reports}
SELECT indicator, reporter, imports, year, source, any_value(unit) AS unit, max(vintage) AS vintage, bool_or(status = 'estimated') AS estimated,
       sum(value ORDER BY value) FILTER (partner = 'WLD') AS world,
       coalesce(sum(value ORDER BY value) FILTER (length(partner) = 3 AND partner <> 'WLD'), 0)::DOUBLE AS parts,
       coalesce(sum(value * value ORDER BY value) FILTER (length(partner) = 3 AND partner <> 'WLD'), 0)::DOUBLE AS squares,
       count(*) FILTER (length(partner) = 3 AND partner <> 'WLD')::INTEGER AS partners
FROM reports GROUP BY indicator, reporter, imports, year, source`

const partsOfYear = `${reports}
SELECT indicator, reporter, imports, source, partner, sum(value ORDER BY value) AS value FROM reports
WHERE length(partner) = 3 AND partner <> 'WLD' GROUP BY indicator, reporter, imports, source, partner`

function totalOf(report: Report): number | undefined {
  if (report.world !== null && report.world > 0) return report.world
  const whole = report.indicator.startsWith('fossil') || report.partners >= leastPartners
  return whole && report.parts > 0 ? report.parts : undefined
}

function shareOf(report: Report, side: 'a' | 'b'): number | undefined {
  const value = report[side]
  return value === null ? undefined : value / totalOf(report)!
}

function thirdState(report: Report, bench: Bench): ThirdState[] {
  const state = stateOf(report.reporter)
  if (state === undefined || !existedOn(state, bench.dyad.to)) return []
  const share = (side: 'a' | 'b'): Known | null => {
    const value = shareOf(report, side)
    const partner = bench.dyad[side]
    const label = `${report.imports ? 'share from' : 'share to'} ${partner.name}`
    return value === undefined
      ? null
      : known(report, { id: `third-${report.reporter}-${report.indicator}-${side}`, label, unit: 'share', value }, partner.iso3)
  }
  const partners = report.parts ** 2 / report.squares
  return [
    {
      iso3: report.reporter,
      name: nameOn(state, bench.dyad.to),
      flow: flows[report.indicator]!,
      indicator: report.indicator,
      a: share('a'),
      b: share('b'),
      partners: known(report, {
        id: `third-${report.reporter}-${report.indicator}-partners`,
        label: 'equal partners',
        unit: 'count',
        value: partners,
      }),
    },
  ]
}

function known(report: Report, of: { id: string; label: string; unit: string; value: number }, partner?: string): Known {
  const { indicator, reporter, imports, year, source, vintage, estimated, world, partners } = report
  const whole = world === null ? `the sum of its ${partners} partners` : 'its stated total'
  const [own, other] = imports ? ['to_id', 'from_id'] : ['from_id', 'to_id']
  const which = partner === undefined ? `length(${other}) = 3 and ${other} <> 'WLD'` : `${other} = '${partner}'`
  return {
    state: estimated ? 'estimated' : 'observed',
    ...of,
    period: year,
    interval: 'exact',
    certainty: 'one report',
    method:
      partner === undefined
        ? 'one over the sum of squared shares of its partners'
        : `${indicatorOf(indicator)?.title ?? indicator}, by ${reporter}'s own report, over ${whole}`,
    evidence: [
      {
        source,
        vintage,
        rows: `observations where indicator = '${indicator}' and reporter = '${reporter}' and ${own} = '${reporter}' and ${which} and source = '${source}' and start_date = '${year}-01-01' and end_date = '${year}-12-31'`,
        count: partner === undefined ? partners : 1,
      },
    ],
  }
}

/** Of several sources on one flow of a state the one of the latest year. */
function latestOf(found: readonly ThirdState[]): ThirdState[] {
  const kept = new Map<string, ThirdState>()
  for (const one of found) {
    const key = `${one.iso3} ${one.flow}`
    const before = kept.get(key)
    if (before === undefined || one.partners.period > before.partners.period) kept.set(key, one)
  }
  return [...kept.values()]
}

function together(one: ThirdState): number {
  return (one.a?.value ?? 0) + (one.b?.value ?? 0)
}
