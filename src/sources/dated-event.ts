import { VisavisError } from '../errors.ts'
import type { Columns } from '../store/session.ts'
import { tables } from '../store/tables.ts'
import type { Party } from './cameo-parties.ts'

/** One row of the table `events` in the CAMEO scheme. */
export interface CameoEvent {
  readonly date: string
  readonly from: Party
  readonly to: Party
  readonly code: string
  readonly goldstein: number | null
  readonly mentions: number | null
  readonly locator: string
}

/**
 * Collects events as columns, so that millions of rows cost no object each. Events inside one state, and those in which neither side is a state or bloc,
 * are no events of a pair and left out.
 */
export function eventColumns(card: { readonly id: string; readonly vintage: string }): {
  add: (event: CameoEvent) => void
  columns: Columns
} {
  const columns = Object.fromEntries(Object.keys(tables.events).map((name) => [name, [] as (string | number | null)[]]))
  const fixed = { end_date: null, kind: 'cameo', source: card.id, vintage: card.vintage }
  const add = ({ from, to, ...rest }: CameoEvent): void => {
    if (from.id === to.id) return
    const row = {
      ...fixed,
      ...rest,
      from_id: from.id,
      from_kind: from.kind,
      from_name: from.name,
      to_id: to.id,
      to_kind: to.kind,
      to_name: to.name,
    }
    for (const [name, cell] of Object.entries(row)) columns[name]!.push(cell)
  }
  return { add, columns }
}

/**
 * `YYYYMMDD` as an ISO day.
 *
 * @throws BadInput where it is no day of the calendar, or before 1800 or after 2099, of which no source here tells
 * @example isoDay('20150218', 'x.tsv:1')   // '2015-02-18'
 */
export function isoDay(text: string, where: string): string {
  const day = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`
  if (!/^(18|19|20)\d{6}$/.test(text) || Number.isNaN(Date.parse(day)) || !new Date(day).toISOString().startsWith(day)) {
    throw new VisavisError('BadInput', `${where} has "${text}", not a day as YYYYMMDD`)
  }
  return day
}

/** A count in a field: digits only. Anything else is a BadInput that names where and which. */
export function countIn(text: string | undefined, what: string, where: string): number {
  if (text === undefined || !/^\d{1,15}$/.test(text))
    throw new VisavisError('BadInput', `${where} has "${text ?? ''}" for ${what}, not a count`)
  return Number(text)
}
