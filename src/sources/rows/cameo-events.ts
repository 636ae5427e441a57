import { badInput } from '../../errors.ts'
import type { Cell, Columns } from '../../store/session.ts'
import { tables } from '../../store/tables.ts'
import type { CameoParty } from './cameo-parties.ts'
import type { TableRow } from './table-columns.ts'

/** One row of the table `events` in the CAMEO scheme. */
export interface CameoEvent {
  readonly date: string
  readonly from: CameoParty
  readonly to: CameoParty
  readonly code: string
  readonly goldstein: number | null
  readonly mentions: number | null
  readonly locator: string
}

/**
 * Collects events as columns, so that millions of rows need no object each. Events inside one state, and events in which neither side is a state or bloc, are
 * left out.
 */
export function eventCollector(card: { readonly id: string; readonly vintage: string }): {
  add: (event: CameoEvent) => void
  columns: Columns
} {
  const names = Object.keys(tables.events) as (keyof typeof tables.events)[]
  const columns = Object.fromEntries(names.map((name) => [name, [] as Cell[]]))
  const add = ({ date, from, to, code, goldstein, mentions, locator }: CameoEvent): void => {
    if (from.id === to.id) return
    const row: TableRow<'events'> = {
      date,
      end_date: null,
      from_id: from.id,
      from_kind: from.kind,
      from_name: from.name,
      to_id: to.id,
      to_kind: to.kind,
      to_name: to.name,
      kind: 'cameo',
      code,
      goldstein,
      mentions,
      source: card.id,
      vintage: card.vintage,
      locator,
    }
    for (const name of names) columns[name]!.push(row[name])
  }
  return { add, columns }
}

/**
 * Returns a day `YYYYMMDD` as an ISO day.
 *
 * @throws BadInput for an invalid day, or one before 1800 or after 2099, which no source here has
 * @example checkedIsoDay('20150218', 'x.tsv:1')   // '2015-02-18'
 */
export function checkedIsoDay(text: string, where: string): string {
  const day = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`
  if (!/^(18|19|20)\d{6}$/.test(text) || Number.isNaN(Date.parse(day)) || !new Date(day).toISOString().startsWith(day)) {
    throw badInput(`${where} has "${text}", not a day as YYYYMMDD`)
  }
  return day
}

/**
 * Reads a count from a field, which must have only digits.
 *
 * @throws BadInput with place and field for anything else, and for more than `most`
 */
export function countIn(text: string | undefined, what: string, where: string, most = 1e15): number {
  if (text === undefined || !/^\d{1,15}$/.test(text) || Number(text) > most)
    throw badInput(`${where} has "${text ?? ''}" for ${what}, not a count`)
  return Number(text)
}
