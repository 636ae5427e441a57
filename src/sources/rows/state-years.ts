import { badInput } from '../../errors.ts'
import { type Layout, type NumberTable, type NumberTableOptions, readNumberTable } from '../formats/number-table.ts'
import { type CowRow, type CowTable, cowRows, type Years } from './cow-rows.ts'
import { inSingleUnits, observationCollector, type ReadObservations, type SourceFigure } from './observation.ts'

/** The rule by which one column of a table becomes figures of one indicator. */
export interface IndicatorColumn {
  readonly column: string
  readonly indicator: string
  /** The unit, or a function that returns the unit of a year. */
  readonly unit: string | ((year: number) => string)
  readonly status: SourceFigure['status']
  /** Power of ten of the file's unit: 3 for thousands, 6 for millions (default 0). */
  readonly power?: number
  readonly least?: number
  readonly most?: number
}

/**
 * Returns the value of a cell in single units; NaN if it is missing.
 *
 * @throws BadInput for a value below the least or above the most that the column may have
 */
export function figureAt(table: NumberTable, index: number, form: IndicatorColumn): number {
  const value = table.columns[form.column]![index]!
  if (value < (form.least ?? Number.NEGATIVE_INFINITY) || value > (form.most ?? Number.POSITIVE_INFINITY)) {
    throw badInput(
      `${table.file}:${table.lines[index]} has ${value} for ${form.column}, which goes from ${form.least ?? '-∞'} to ${form.most ?? '∞'}`,
      'check the row against the file as the provider serves it',
    )
  }
  return form.power === undefined || Number.isNaN(value) ? value : inSingleUnits(value, form.power)
}

/** Returns a figure of a row in the form that `observationCollector` takes. */
export function collectedFigure(
  table: NumberTable,
  row: CowRow,
  form: IndicatorColumn,
  ends: { from: string; to: string | null } = row,
): SourceFigure {
  return {
    indicator: form.indicator,
    from: ends.from,
    to: ends.to,
    period: row.year,
    value: figureAt(table, row.index, form),
    unit: typeof form.unit === 'string' ? form.unit : form.unit(row.year),
    status: form.status,
    locator: row.locator,
  }
}

/** Returns the layout of a table by state and year, with the columns that it must have. */
export function stateYearLayout(forms: readonly IndicatorColumn[]): Layout {
  return Object.fromEntries(['ccode', 'year', ...forms.map(({ column }) => column)].map((name) => [name, name]))
}

/** Reads figures of single states from a CSV by `ccode` (Correlates of War number) and `year`. */
export async function readStateYears(
  path: string,
  card: { readonly id: string; readonly vintage: string },
  years: Years,
  forms: readonly IndicatorColumn[],
  options: NumberTableOptions & Pick<CowTable, 'holder'> = {},
): Promise<ReadObservations> {
  const table = await readNumberTable(path, [stateYearLayout(forms)], options)
  const gathered = observationCollector(card)
  for (const row of cowRows(table, { ...options, years, codes: ['ccode'], directed: true })) {
    for (const form of forms) gathered.add(collectedFigure(table, row, form))
  }
  return { observations: gathered.columns() }
}
