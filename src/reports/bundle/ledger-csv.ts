import type { LedgerItem } from '../../assessments/index.ts'
import { csv } from '../text/csv.ts'

/** Writes the items of a ledger as CSV, one row each; several sources or actors are separated by ` | `. */
export function ledgerCsv(items: readonly LedgerItem[]): string {
  const header = ['id', 'date', 'until', 'form', 'kind', 'indicator', 'direction', 'level', 'confidence', 'checked', 'sentence', 'note']
  const rows = items.map((item) => [
    item.id,
    item.date,
    item.until,
    item.form,
    item.kind,
    item.indicator,
    item.direction,
    item.level,
    item.confidence,
    item.checked,
    item.sentence,
    item.note,
    item.place?.name,
    item.place?.lat,
    item.place?.lon,
    item.place?.within,
    item.actors.map(({ name, role }) => `${name} (${role})`).join(' | '),
    item.sources.map(({ title, publisher, date }) => `${title} (${publisher}${date === null ? '' : `, ${date}`})`).join(' | '),
    item.sources.map(({ url }) => url).join(' | '),
  ])
  return csv([...header, 'place', 'lat', 'lon', 'within_km', 'actors', 'sources', 'addresses'], rows)
}
