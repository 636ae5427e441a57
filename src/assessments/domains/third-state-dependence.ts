import { existedOn, nameOn, stateOf } from '../../states/index.ts'
import type { Known } from '../../store/index.ts'
import { indicatorOf } from '../../store/indicators/indicators.ts'
import type { DomainInputs } from '../forms/assessment.ts'
import type { ThirdState } from '../forms/third-state.ts'
import { type Flow, reportedFlows, reportsNaming } from '../record/reported-flows.ts'

/** Flows that a state reports by partner, as worded in a table. */
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
/** With fewer partners a report is only a sample of the state's trade, unless it states a total. */
const leastPartners = 25

/**
 * Returns the states that depend on the pair: one of the two is the origin or destination of at least a tenth of a flow. Based on each state's latest report;
 * reports older than six years are left out. Sorted by flow, then most dependent first.
 *
 * Shares are of the total that the report states, else of the sum over its partners. The sum needs at least 25 partners, unless the flow is a fuel: fuel
 * reports list all suppliers.
 */
export async function thirdStates(bench: DomainInputs): Promise<ThirdState[]> {
  const { a, b, to } = bench.dyad
  const reported = await reportedFlows(bench.snapshot, order, to)
  const found = reportsNaming(reported, a.iso3, b.iso3)
    .filter(({ flow }) => flow.reporter !== a.iso3 && flow.reporter !== b.iso3)
    .filter(({ flow, ofA, ofB }) => Math.max(ofA ?? 0, ofB ?? 0) / (totalOf(flow) ?? Number.POSITIVE_INFINITY) >= leastShare)
    .flatMap(({ flow, ofA, ofB }) => thirdState({ ...flow, a: ofA, b: ofB }, bench))
  return latestOf(found).sort((x, y) => order.indexOf(x.indicator) - order.indexOf(y.indicator) || together(y) - together(x))
}

/** A reported flow with the values for each of the pair. */
interface Report extends Flow {
  readonly a: number | null
  readonly b: number | null
}

function totalOf(report: Flow): number | undefined {
  if (report.world !== null && report.world > 0) return report.world
  const whole = report.indicator.startsWith('fossil') || report.partners >= leastPartners
  return whole && report.parts > 0 ? report.parts : undefined
}

function shareOf(report: Report, side: 'a' | 'b'): number | undefined {
  const value = report[side]
  return value === null ? undefined : value / totalOf(report)!
}

function thirdState(report: Report, bench: DomainInputs): ThirdState[] {
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

/** Keeps the latest year where several sources report the same flow of a state. */
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
