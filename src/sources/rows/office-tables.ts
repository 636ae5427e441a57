import { badInput } from '../../errors.ts'
import { stateOf } from '../../states/index.ts'
import type { Columns } from '../../store/session.ts'
import type { SourceCard } from '../../store/source-card.ts'
import { type CsvRow, convertedRows, readOwnCsv } from '../formats/csv.ts'
import { goodsObservation, inSingleUnits, type Observation, observationColumns, type ReportedFlow } from './observation.ts'

/** The form of a table of goods trade by partner, and the source that it belongs to. */
export interface OfficeTable {
  readonly card: SourceCard
  readonly unit: ReportedFlow['unit']
  /** Power of ten that turns the figures into single units: 6 for millions. */
  readonly power: number
  readonly firstYear: number
  readonly lastYear: number
  /** The reporting state; undefined if the table has reports of many states. */
  readonly reporter?: string
  readonly flows: readonly ReportedFlow['flow'][]
  /** The valuation of imports. */
  readonly imports?: 'FOB' | 'CIF'
}

/**
 * Reads goods exports and imports as states report them by partner; the partner `WLD` is the total. The table has one row per indicator, reporter and partner,
 * and one column per year, with whole numbers. An `e` after a number marks an estimate; a blank is unknown and makes no row. The locator is the line.
 *
 * @param path   the table in data/tables
 * @throws BadInput with file and line for other columns, an indicator or reporter that the table does not cover, an unknown state, a state with itself, a
 *   row twice, or a value that is not a positive whole number
 */
export async function readOfficeTable(path: string, table: OfficeTable): Promise<Columns> {
  const years = Array.from({ length: table.lastYear - table.firstYear + 1 }, (_, i) => String(table.firstYear + i))
  const columns = ['indicator', 'reporter', 'partner', ...years]
  const rows = await readOwnCsv(path, columns)
  const checks = {
    faultOf: (row: CsvRow) => fault(row, table),
    nameOf: ({ fields: { indicator, reporter, partner } }: CsvRow) => `${indicator} of ${reporter} with ${partner}`,
  }
  return observationColumns(convertedRows(rows, checks, (row) => years.flatMap((year) => observationOf(row, year, table))))
}

function fault({ fields: { indicator, reporter, partner } }: CsvRow, table: OfficeTable): string | undefined {
  if (!table.flows.some((flow) => indicator === `goods-${flow}`))
    return `is of "${indicator}", not of goods-${table.flows.join(' or goods-')}`
  const stranger = [reporter, partner === 'WLD' ? reporter : partner].find((id) => stateOf(id ?? '') === undefined)
  if (stranger !== undefined) return `names "${stranger}", which is no state`
  if (table.reporter !== undefined && reporter !== table.reporter) return `has ${reporter} as reporter, not ${table.reporter}`
  return reporter === partner ? `has trade of ${reporter} with itself` : undefined
}

/** Returns the observation of a cell; an empty list if the cell is blank. */
function observationOf({ fields, at }: CsvRow, year: string, { card, unit, power, imports }: OfficeTable): Observation[] {
  const text = fields[year] ?? ''
  if (text === '') return []
  const [, figure, mark] = /^([1-9]\d*)(e?)$/.exec(text) ?? []
  if (figure === undefined) throw badInput(`${at} has "${text}" for ${year}, not a positive whole number with or without an e behind it`)
  const flow = fields['indicator'] === 'goods-exports' ? 'exports' : 'imports'
  const row = goodsObservation(
    {
      ...{
        flow,
        unit,
        reporter: fields['reporter']!,
        partner: fields['partner']!,
        year: Number(year),
        value: inSingleUnits(Number(figure), power),
      },
      status: mark === 'e' ? 'estimated' : 'observed',
      locator: at,
    },
    card,
  )
  return [flow === 'imports' && imports !== undefined ? { ...row, valuation: imports } : row]
}
