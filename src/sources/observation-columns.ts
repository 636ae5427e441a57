import { VisavisError } from '../errors.ts'
import type { Cell, Columns } from '../store/session.ts'
import { tables } from '../store/tables.ts'
import { calendarYear, type Observation } from './observation.ts'

/** What differs between the rows of a long table; the rest is the source's. */
export interface Figure {
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

const names = Object.keys(tables.observations) as (keyof typeof tables.observations)[]

/**
 * Observations of one source gathered by column, for tables of a million rows, which as objects would not fit beside each other.
 * The caller must see to it that no row stands twice. `add` passes a missing value (NaN) over: it is unknown, and has no row.
 */
export function observationGatherer(card: { readonly id: string; readonly vintage: string }): {
  add(figure: Figure): void
  columns(): Columns
} {
  const cells: Cell[][] = names.map(() => [])
  const periods = new Map<number, { start_date: string; end_date: string }>()
  return {
    add(figure: Figure): void {
      if (Number.isNaN(figure.value)) return
      if (!Number.isFinite(figure.value))
        throw new VisavisError('BadInput', `${figure.locator} gives ${figure.value} for ${figure.indicator}`)
      const { start_date, end_date } = typeof figure.period === 'number' ? yearOnce(figure.period, periods) : figure.period
      const { indicator, from, to, value, unit, status, locator } = figure
      const row = [indicator, from, to, null, start_date, end_date, value, unit, null, status, card.id, card.vintage, locator]
      for (let i = 0; i < row.length; i++) cells[i]!.push(row[i]!)
    },
    columns: () => Object.fromEntries(names.map((name, i) => [name, cells[i]!])),
  }
}

function yearOnce(year: number, periods: Map<number, { start_date: string; end_date: string }>): { start_date: string; end_date: string } {
  const known = periods.get(year) ?? calendarYear(year)
  periods.set(year, known)
  return known
}
