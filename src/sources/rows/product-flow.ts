import { badInput } from '../../errors.ts'
import type { Columns } from '../../store/session.ts'
import { tables } from '../../store/tables.ts'

/** One row of the table `product_flows`; see `store/tables.ts` for what each column means. */
export interface ProductFlow {
  readonly nomenclature: string
  readonly product: string
  readonly flow: 'exports' | 'imports' | 'flow'
  readonly from_id: string
  readonly to_id: string | null
  readonly reporter: string | null
  readonly start_date: string
  readonly end_date: string
  readonly value: number
  readonly unit: string
  readonly tonnes: number | null
  readonly valuation: 'FOB' | 'CIF' | null
  readonly status: 'observed' | 'estimated'
  readonly source: string
  readonly vintage: string
  readonly locator: string
}

/**
 * Returns rows as columns in the order of the table.
 *
 * @throws BadInput for a value that is not a finite number, and for two rows of the same flow
 */
export function productFlowColumns(rows: readonly ProductFlow[]): Columns {
  const seen = new Map<string, string>()
  for (const row of rows) {
    if (!Number.isFinite(row.value)) throw badInput(`${row.locator} gives ${row.value} for ${row.product}`)
    const key = [
      row.nomenclature,
      row.product,
      row.flow,
      row.from_id,
      row.to_id,
      row.reporter,
      row.start_date,
      row.end_date,
      row.unit,
    ].join('|')
    const before = seen.get(key)
    if (before !== undefined) throw badInput(`${row.locator} and ${before} both tell of ${key}`)
    seen.set(key, row.locator)
  }
  const names = Object.keys(tables.product_flows) as (keyof typeof tables.product_flows)[]
  return Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name])]))
}
