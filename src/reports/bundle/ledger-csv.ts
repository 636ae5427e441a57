import type { LedgerItem } from '../../assessments/index.ts'
import { csvOfRecords } from '../text/csv.ts'

/** Writes the items of a ledger as CSV, one row each; several sources or actors are separated by ` | `. */
export function ledgerCsv(items: readonly LedgerItem[]): string {
  const columns = [
    ...(['id', 'date', 'until', 'form', 'kind', 'indicator', 'direction', 'level', 'confidence', 'checked', 'sentence', 'note'] as const),
    ...(['place', 'lat', 'lon', 'within_km', 'actors', 'sources', 'addresses'] as const),
  ]
  const records = items.map((item) => ({
    ...item,
    ...{ place: item.place?.name, lat: item.place?.lat, lon: item.place?.lon, within_km: item.place?.within },
    actors: item.actors.map(({ name, role }) => `${name} (${role})`).join(' | '),
    sources: item.sources.map(({ title, publisher, date }) => `${title} (${publisher}${date === null ? '' : `, ${date}`})`).join(' | '),
    addresses: item.sources.map(({ url }) => url).join(' | '),
  }))
  return csvOfRecords(columns, records)
}
