import { basename } from 'node:path'
import { badInput } from '../../errors.ts'
import type { Session } from '../../store/session.ts'
import { isDay } from './calendar-day.ts'

/** A row of a reviewed table (data/tables): its fields by name, with null for a blank, and its place (`file:line`). */
export interface ReviewedRow<Field extends string> {
  readonly at: string
  readonly cells: Readonly<Record<Field, string | null>>
}

/**
 * Reads the rows of a reviewed table, with every field as text.
 *
 * @param path     UTF-8, comma separated, with a header; no field contains a line break, so that each row has a line number
 * @param fields   the columns: exactly those of the header, in its order
 * @throws BadInput if the file is not such a table
 */
export async function readReviewedRows<Field extends string>(
  path: string,
  session: Session,
  fields: readonly Field[],
): Promise<ReviewedRow<Field>[]> {
  const file = basename(path)
  const sql = `SELECT * FROM read_csv($path, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', nullstr = '')`
  const columns = await session.columns(sql, { path }).catch((cause: unknown) => {
    throw badInput(`${file} cannot be read as a comma-separated table`, { cause })
  })
  const header = Object.keys(columns)
  if (header.join(',') !== fields.join(',')) throw badInput(`${file}:1 has the columns ${header.join(',')}; expected ${fields.join(',')}`)
  return (columns[header[0] ?? ''] ?? []).map((_, row) => ({
    // the header is line 1
    at: `${file}:${row + 2}`,
    cells: Object.fromEntries(fields.map((field) => [field, columns[field]?.[row] ?? null])) as Record<Field, string | null>,
  }))
}

/**
 * Returns the fault of a period, in words that follow `file:line`; undefined if it has none.
 *
 * @param end   last day; null: the period has not ended
 * @example periodFault('2014-03-17', '2014-03-16')   // 'ends on 2014-03-16, before it starts on 2014-03-17'
 */
export function periodFault(start: string | null, end: string | null): string | undefined {
  if (start === null || !isDay(start)) return `has the start "${start ?? ''}", not a day as YYYY-MM-DD`
  if (end !== null && !isDay(end)) return `has the end "${end}", not a day as YYYY-MM-DD`
  return end !== null && end < start ? `ends on ${end}, before it starts on ${start}` : undefined
}

/** The last columns of tables of facts that a text prints: the text, the copy in which it was read, and a note. */
export const citedCopyFields = ['publisher', 'title', 'address', 'published', 'accessed_via', 'note'] as const

/** The text that a row cites: the primary publisher, the document, its address and date, and the unofficial copy in which it was read, if it was one. */
type Reference = Readonly<Record<'publisher' | 'title' | 'address' | 'published', string | null>> & {
  readonly accessed_via?: string | null
}

/** Addresses of repositories in which anybody stores copies. Such a copy is never the source of a figure. */
const copyHosts =
  /^https?:\/\/(?:[^/]+\.)?(?:github\.com|githubusercontent\.com|github\.io|gitlab\.com|bitbucket\.org|kaggle\.com|huggingface\.co|osmarks\.net)(?:\/|$)/

const isAddress = (text: string): boolean => /^https?:\/\/\S+$/.test(text)

/**
 * Returns the fault in a row's reference to the cited text, in words that follow `file:line`; undefined if there is none.
 *
 * @param isPublished   whether a text is a valid date of publication
 */
export function referenceFault(
  { publisher, title, address, published, accessed_via: via }: Reference,
  isPublished: (published: string | null) => boolean,
): string | undefined {
  if (publisher === null || title === null) return 'names no publisher or title'
  if (!isAddress(address ?? '')) return `has the address "${address ?? ''}"`
  if (copyHosts.test(address!)) return `has the address of a copy, ${address}: name the primary publisher, and the copy under accessed_via`
  if (/\b(?:in the copy of|github)\b/i.test(`${publisher} ${title}`)) return `names a copy as its publisher: "${publisher}"`
  if (via !== undefined && via !== null && !isAddress(via)) return `was accessed via "${via}", not an address`
  return isPublished(published) ? undefined : `was published on "${published ?? ''}", not a year, month or day`
}

/**
 * Writes the reference of a row: publisher, title, date and address, and the unofficial copy in which it was read.
 *
 * @example referenceText({ publisher: 'Eurostat', title: 'Trade', published: '2026', address: 'https://e.eu', accessed_via: 'https://c.org' })   // 'Eurostat, Trade, 2026, https://e.eu, accessed via https://c.org (unofficial copy)'
 */
export function referenceText({ publisher, title, published, address, accessed_via: via }: Reference): string {
  const copy = via === undefined || via === null ? [] : [`accessed via ${via} (unofficial copy)`]
  return [publisher, title, published, address, ...copy].filter((part) => part !== null).join(', ')
}
