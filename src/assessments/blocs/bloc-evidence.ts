import { type Evidence, sqlLiteral } from '../../store/index.ts'
import { grouped } from '../rows/grouped.ts'
import type { MemberFlow } from './bloc-sums.ts'

/**
 * Returns the rows behind sums of flows from one source: every flow that was added, identified by sender and receiver.
 *
 * @param flows   from one source, in one unit; not empty
 */
export function flowsEvidence(flows: readonly MemberFlow[]): Evidence {
  const [{ source, vintage, unit }] = flows as readonly [MemberFlow, ...MemberFlow[]]
  const kinds = [...grouped(flows, (flow) => [flow.indicator, reporterOf(flow), flow.valuation, flow.rows, flow.year].join('|')).values()]
  const ways = kinds.map((kind) => `(${kindCondition(kind)})`)
  return {
    source,
    vintage,
    rows: `observations where source = '${source}' and unit = '${unit}' and ${ways.length === 1 ? ways[0]! : `(${ways.join(' or ')})`}`,
    count: flows.reduce((count, { rows }) => count + rows, 0),
  }
}

/** Writes the SQL condition for flows that differ only in sender and receiver. */
function kindCondition(flows: readonly MemberFlow[]): string {
  const [first] = flows as readonly [MemberFlow, ...MemberFlow[]]
  const { indicator, valuation, year, rows } = first
  const ends = flows.map(({ from, to }) => `('${from}', '${to}')`).join(', ')
  const span =
    rows === 1
      ? `start_date = '${year}-01-01' and end_date = '${year}-12-31'`
      : `start_date like '${year}-%' and substr(start_date, 1, 7) = substr(end_date, 1, 7)`
  const valued = valuation === null ? 'valuation is null' : `valuation = ${sqlLiteral(valuation)}`
  return `indicator = '${indicator}' and reporter ${reporterOf(first)} and ${valued} and ${span} and ${isTotal(first) ? '(least(from_id, to_id), greatest(from_id, to_id))' : '(from_id, to_id)'} in (${ends})`
}

/** A total of both directions has its parties in the order of their codes, in whichever order its row names them. */
const isTotal = ({ indicator }: MemberFlow): boolean => indicator === 'goods-trade'

function reporterOf(flow: MemberFlow): string {
  const { reporter, from, to } = flow
  if (reporter !== null && isTotal(flow)) return `= ${sqlLiteral(reporter)}`
  return reporter === null ? 'is null' : reporter === from ? '= from_id' : reporter === to ? '= to_id' : `= ${sqlLiteral(reporter)}`
}
