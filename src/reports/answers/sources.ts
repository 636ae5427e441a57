import type { SourceCard } from '../../store/index.ts'
import { type CsvColumns, csvByColumns } from '../text/csv.ts'
import { type Column, markdownTable, textTable, wrap } from '../text/table.ts'

/** A source with its number of rows in the snapshot, by table. */
export interface HeldSource extends SourceCard {
  readonly rows: Readonly<Record<string, number>>
  /** Whether the snapshot contains data of this source. */
  readonly held: boolean
  /** How to obtain the data. */
  readonly get: string
  /** How often it comes out, and when its next edition is due. */
  readonly release: {
    readonly rhythm: string
    readonly covers: string | null
    readonly due: string | null
    readonly overdue: boolean
  }
  /** Files that `visavis add` accepts, in words; null if it accepts none. */
  readonly takes: string | null
}

/** The answer of `visavis sources`. */
export interface SourcesAnswer {
  readonly schemaVersion: 1
  readonly snapshot: { readonly id: string; readonly created: string; readonly note: string }
  readonly sources: readonly HeldSource[]
}

const columns: readonly Column[] = [
  { title: 'source' },
  { title: 'what' },
  { title: 'rows', align: 'right' },
  { title: 'from' },
  { title: 'to' },
  { title: 'next due' },
  { title: 'licence' },
  { title: 'vintage' },
]

function span(source: HeldSource): [string, string] {
  const days = source.coverage.flatMap((coverage) => [coverage.from, coverage.to]).sort()
  return [days[0] ?? '', days.at(-1) ?? '']
}

function total(source: HeldSource): number {
  return Object.values(source.rows).reduce((sum, rows) => sum + rows, 0)
}

function row(source: HeldSource): string[] {
  return [
    source.id,
    clipped(source.title, 64),
    source.held ? total(source).toLocaleString('en-US') : 'not held',
    ...span(source),
    dueCell(source),
    source.licence.id,
    clipped(source.vintage, 40),
  ]
}

/** Writes when the next edition is due, with a mark where that day has passed. */
function dueCell({ release: { due, overdue } }: HeldSource): string {
  return due === null ? '-' : overdue ? `${due} overdue` : due
}

/** Says when the source comes out anew. */
function releaseSentence({ release: { rhythm, covers, due, overdue } }: Pick<HeldSource, 'release'>): string {
  if (due === null) return rhythm
  const what = covers === null ? 'the next edition' : `the edition to ${covers}`
  return `${rhythm}; ${what} ${overdue ? `has been due since ${due}` : `is due by ${due}`}`
}

/** Names the sources of the record whose next edition is due. */
function overdueLine(sources: readonly HeldSource[]): string {
  const overdue = sources.filter(({ release }) => release.overdue).map(({ id }) => id)
  return overdue.length === 0
    ? ''
    : `\n${wrap(`Overdue (${overdue.length}): ${overdue.join(', ')}. To fetch what may be fetched: visavis pull --due`, 110)}`
}

/** Shortens a text for the table; the card has the full text. */
function clipped(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`
}

/** Writes the sources as a table, or a single source as a card with all its details. */
export function sourcesText(answer: SourcesAnswer): string {
  const { snapshot, sources } = answer
  if (sources.length === 1) return cardText(sources[0]!)
  return `${textTable(columns, sources.map(row))}\n\nSnapshot ${snapshot.id} of ${snapshot.created}: ${snapshot.note}\nOne source whole: visavis sources ${sources[0]?.id ?? 'ID'}. What else can be read: visavis sources --all${overdueLine(sources)}`
}

function cardText(source: HeldSource): string {
  const coverage = source.coverage.map((one) => `  ${one.indicator}: ${one.from} to ${one.to}, ${one.whom}; no row means ${one.absence}`)
  const quirks = source.quirks.map((quirk) => wrap(`- ${quirk}`, 110, '  '))
  const rows = Object.entries(source.rows).map(([table, count]) => `  ${table}: ${count.toLocaleString('en-US')}`)
  return [
    `${source.id}: ${source.title}`,
    `Provider: ${source.provider}`,
    `Address: ${source.url}`,
    `Vintage: ${source.vintage}`,
    `Comes out: ${releaseSentence(source)}`,
    `Licence: ${source.licence.id}. ${source.licence.terms}`,
    wrap(`Cite: ${source.citation}`, 110),
    ...(source.held ? ['Rows:', ...rows] : [notHeld(source)]),
    wrap(`Get: ${source.get}`, 110),
    ...(source.takes === null ? [] : [wrap(`Takes: ${source.takes}`, 110)]),
    ...fetchedLines(source),
    'Coverage:',
    ...coverage,
    ...(quirks.length === 0 ? [] : ['Know before use:', ...quirks]),
  ].join('\n')
}

function notHeld({ id, get }: HeldSource): string {
  return get.startsWith('visavis pull') ? 'Not in this snapshot.' : `Not in this snapshot. To have it: visavis add ${id} FILE...`
}

/** Lists the files of a downloaded edition, each with time of download, hash and address; an empty list if there are none. */
function fetchedLines({ held, fetched = [] }: HeldSource): string[] {
  const lines = fetched.map(({ address, fetched: when, sha256 }) => `  ${when.slice(0, 19)}Z  sha256 ${sha256.slice(0, 12)}  ${address}`)
  return held && lines.length > 0 ? ['Fetched:', ...lines] : []
}

/** Writes the sources as a Markdown table. */
export function sourcesMarkdown(answer: SourcesAnswer): string {
  return markdownTable(columns, answer.sources.map(row))
}

/** Writes the sources as CSV, one row each. */
export function sourcesCsv(answer: SourcesAnswer): string {
  const columns: CsvColumns<HeldSource> = {
    id: (source) => source.id,
    title: (source) => source.title,
    provider: (source) => source.provider,
    url: (source) => source.url,
    held: (source) => source.held,
    rows: (source) => (source.held ? total(source) : null),
    from: (source) => span(source)[0],
    to: (source) => span(source)[1],
    licence: ({ licence }) => licence.id,
    redistribute: ({ licence }) => licence.redistribute,
    vintage: (source) => source.vintage,
    citation: (source) => source.citation,
    rhythm: ({ release }) => release.rhythm,
    next_due: ({ release }) => release.due,
    overdue: ({ release }) => release.overdue,
  }
  return csvByColumns(columns, answer.sources)
}
