import { digestOf } from '../../src/assessments/votes/ideal-point-votes.ts'
import type { RecordedVote } from '../../src/measures/ideal-points/ideal-point-ballots.ts'
import { multiverse, pointsUnder } from '../../src/measures/ideal-points/ideal-point-multiverse.ts'
import { linkRollCalls } from '../../src/measures/resolution-links/resolution-links.ts'
import { card } from '../../src/sources/reviewed-tables/visavis-ideal-points-card.ts'
import { tableColumns, tableRows } from '../../src/sources/rows/table-columns.ts'
import type { Cell, Columns } from '../../src/store/index.ts'

/**
 * Ideal points under every specification, from the votes of the record. Four decimals, so that no version of Node
 * writes another last digit.
 */
export async function estimatedPoints(rollCalls: Columns, voters: Columns): Promise<Columns> {
  const votes = tableRows(rollCalls) as unknown as RecordedVote[]
  votes.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.id - b.id))
  const states = tableRows(voters)
    .sort((a, b) => Number(a['position']) - Number(b['position']))
    .map(({ state }) => String(state))
  const from = { votes, voters: states, items: linkRollCalls(votes).items }
  const digest = digestOf(votes, states)
  const rows: Record<string, Cell>[] = []
  for (const named of multiverse) {
    for (const { point, sd, ...cell } of await pointsUnder(from, named, { threads: 1 })) {
      const figures = { point: rounded(point), sd: rounded(sd), digest, source: card.id, vintage: card.vintage }
      rows.push({ specification: named.name, ...cell, ...figures })
    }
  }
  return tableColumns('estimated_points', rows as unknown as Parameters<typeof tableColumns<'estimated_points'>>[1])
}

function rounded(value: number): number {
  return Number(value.toFixed(4))
}
