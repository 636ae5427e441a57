import type { Columns } from '../../store/session.ts'
import { tableColumns } from './table-columns.ts'

/** A row of the table `events` outside the CAMEO scheme: an event between two states or bodies. */
export interface PartnerEvent {
  readonly date: string
  readonly end_date: string | null
  readonly from_id: string
  /** The person or state as the source writes the name. */
  readonly from_name: string
  readonly to_id: string
  readonly to_name: string
  readonly kind: 'visit' | 'exercise' | 'order' | 'mission'
  /** The kind of event in the source's own words (`visit`, `met in China` …), or the description of an order. */
  readonly code: string
  readonly source: string
  readonly vintage: string
  readonly locator: string
}

/** Returns events as columns of the table; both sides are marked as states. */
export function partnerEventColumns(rows: readonly PartnerEvent[]): Columns {
  const whole = rows.map((row) => ({ ...row, from_kind: 'state', to_kind: 'state', goldstein: null, mentions: null }))
  return tableColumns('events', whole)
}

/** An event as a reader finds it; its source is that of the card, and so is its vintage unless it has its own. */
export type SourceEvent = Omit<PartnerEvent, 'source' | 'vintage'> & { readonly vintage?: string }

/** Returns the events of a source as columns of the table. */
export function sourceEventColumns(rows: readonly SourceEvent[], card: { readonly id: string; readonly vintage: string }): Columns {
  return partnerEventColumns(rows.map((row) => ({ vintage: card.vintage, ...row, source: card.id })))
}
