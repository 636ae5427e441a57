import { badInput } from '../../errors.ts'
import type { Columns } from '../../store/session.ts'
import { onlyOnce } from './no-duplicates.ts'
import type { Observation } from './observation.ts'
import { tableColumns } from './table-columns.ts'

/** One row of the table `product_flows`; see `store/tables.ts` for what each column means. */
export interface ProductFlow extends Omit<Observation, 'indicator'> {
  readonly nomenclature: string
  readonly product: string
  readonly flow: 'exports' | 'imports' | 'flow'
  readonly tonnes: number | null
}

/**
 * Returns rows as columns in the order of the table.
 *
 * @throws BadInput for a value that is not a finite number, and for two rows of the same flow
 */
export function productFlowColumns(rows: readonly ProductFlow[]): Columns {
  const once = onlyOnce<string>()
  for (const row of rows) {
    if (!Number.isFinite(row.value)) throw badInput(`${row.locator} gives ${row.value} for ${row.product}`)
    const { nomenclature, product, flow, from_id, to_id, reporter, start_date, end_date, unit } = row
    const key = [nomenclature, product, flow, from_id, to_id, reporter, start_date, end_date, unit].join('|')
    once(key, row.locator, (before) => `${row.locator} and ${before} both tell of ${key}`)
  }
  return tableColumns('product_flows', rows)
}
