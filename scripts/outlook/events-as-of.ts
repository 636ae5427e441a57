import type { EventRecord } from '../../src/outlook/events/event-record.ts'

interface Spell {
  readonly start_date: string
  readonly end_date: string | null
}

/** Returns what the tables would have said at the end of a year: rows that had begun by then, without ends that came later. */
export function eventsAsOf(record: EventRecord, year: number): EventRecord {
  const day = `${year}-12-31`
  const known = <Row extends Spell>(rows: readonly Row[]): Row[] =>
    rows
      .filter(({ start_date }) => start_date <= day)
      .map((row) => (row.end_date !== null && row.end_date > day ? { ...row, end_date: null } : row))
  const upTo = <Row extends { readonly year: number }>(rows: readonly Row[]): Row[] => rows.filter((row) => row.year <= year)
  const cards = [...record.cards].map(([id, card]) => {
    const coverage = card.coverage.map((window) => ({ ...window, to: window.to > day ? day : window.to }))
    return [id, { ...card, coverage, vintage: /^\d{4}-\d\d-\d\d$/.test(card.vintage) ? day : card.vintage }] as const
  })
  return {
    ...record,
    cards: new Map(cards),
    conflicts: upTo(record.conflicts),
    sanctions: known(record.sanctions),
    memberships: known(record.memberships),
    claims: known(record.claims),
    relations: known(record.relations),
    points: record.points.filter(({ session }) => session <= year - 1946),
    sizes: upTo(record.sizes),
  }
}
