import { recordGravity } from '../../src/assessments/economy/models/gravity-of-record.ts'
import { pairNorms } from '../../src/measures/gravity/gravity-norm.ts'
import { card } from '../../src/sources/reviewed-tables/visavis-gravity-card.ts'
import { type TableRow, tableColumns } from '../../src/sources/rows/table-columns.ts'
import { type Columns, openSnapshot } from '../../src/store/index.ts'

/** What gravity expects of every pair of a stored record, in four digits, so that no version of Node writes another last one. */
export async function tradeNorms(root: string): Promise<Columns> {
  const snapshot = await openSnapshot(root)
  try {
    const found = await recordGravity(snapshot)
    if (found === undefined) throw new Error('the record has no flows of all pairs')
    const { year, states, norm } = found
    const normOf = pairNorms(norm)
    const rows = [...norm.ratio.keys()].map((at): TableRow<'trade_norms'> => {
      const { trade, expected, usualLow, usualHigh, percentile, pairs } = normOf(at)
      return {
        ...{ year, state_a: states[norm.a[at]!]!, state_b: states[norm.b[at]!]!, trade: Math.round(trade), expected: fourDigits(expected) },
        ...{ low: fourDigits(expected * usualLow), high: fourDigits(expected * usualHigh), percentile: fourDigits(percentile), pairs },
        ...{ source: card.id, vintage: card.vintage },
      }
    })
    return tableColumns('trade_norms', rows)
  } finally {
    await snapshot.close()
  }
}

function fourDigits(value: number): number {
  return Number(value.toPrecision(4))
}
