import { badInput } from '../../errors.ts'
import type { Cell, Columns } from '../../store/session.ts'
import { tables } from '../../store/tables.ts'
import { calendarYear, type Observation } from './observation.ts'

/** An observation without the columns that are the same in all rows of a source. */
export interface CollectedFigure {
  readonly indicator: string
  readonly from: string
  readonly to: string | null
  /** A calendar year, or the first and last day. */
  readonly period: number | { readonly start_date: string; readonly end_date: string }
  readonly value: number
  readonly unit: string
  readonly status: Observation['status']
  readonly locator: string
}

/** The columns of an observation that differ between the rows of a source. */
const varying = ['indicator', 'from_id', 'to_id', 'start_date', 'end_date', 'value', 'unit', 'status', 'locator'] as const

/**
 * Collects observations of one source by column, for tables of a million rows, which would not fit into memory as objects. The caller must exclude duplicates.
 * `add` ignores a missing value (NaN), since an unknown figure has no row.
 */
export function observationCollector(card: { readonly id: string; readonly vintage: string }): {
  add(figure: CollectedFigure): void
  columns(): Columns
} {
  const cells = varying.map((): Cell[] => [])
  const periods = new Map<number, { start_date: string; end_date: string }>()
  return {
    add(figure: CollectedFigure): void {
      if (Number.isNaN(figure.value)) return
      if (!Number.isFinite(figure.value)) throw badInput(`${figure.locator} gives ${figure.value} for ${figure.indicator}`)
      const { start_date, end_date } = typeof figure.period === 'number' ? yearOnce(figure.period, periods) : figure.period
      const { indicator, from, to, value, unit, status, locator } = figure
      const row = [indicator, from, to, start_date, end_date, value, unit, status, locator]
      for (let i = 0; i < row.length; i++) cells[i]!.push(row[i]!)
    },
    columns: () => {
      const length = cells[0]!.length
      const blank: Cell[] = new Array(length).fill(null)
      const gathered: Record<string, Cell[]> = {
        ...Object.fromEntries(varying.map((name, i) => [name, cells[i]!])),
        reporter: blank,
        valuation: blank,
        source: new Array(length).fill(card.id),
        vintage: new Array(length).fill(card.vintage),
      }
      return Object.fromEntries(Object.keys(tables.observations).map((name) => [name, gathered[name]!]))
    },
  }
}

function yearOnce(year: number, periods: Map<number, { start_date: string; end_date: string }>): { start_date: string; end_date: string } {
  const known = periods.get(year) ?? calendarYear(year)
  periods.set(year, known)
  return known
}
