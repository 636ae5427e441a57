import { csvOfRecords } from '../text/csv.ts'
import { type Column, type TableWriter, textAndMarkdown, type WrittenPage, wrap } from '../text/table.ts'

/** A figure of the catalogue. */
export interface CataloguedFigure {
  readonly id: string
  readonly also: readonly string[]
  readonly domain: string
  readonly title: string
  readonly definition: string
  readonly limits: string
  readonly unit: string
  readonly of: 'pair' | 'directed'
  readonly interval: string
  readonly place: { readonly among: string; readonly least: number } | null
  /** What the absence of a row means. */
  readonly absent: string
  /** How it adds up over the members of a bloc. */
  readonly pool: string
  readonly column: string
  readonly assessed: readonly string[]
  readonly scale: readonly (number | null)[]
  readonly claims: readonly string[]
}

/** A kind of fact of the catalogue. */
export interface CataloguedFact {
  readonly kind: string
  readonly domain: string
  readonly title: string
  readonly definition: string
  readonly of: 'pair' | 'directed'
  readonly absent: string
  readonly tables: readonly string[]
  readonly claims: { readonly begins: readonly string[]; readonly holds: readonly string[]; readonly ends: readonly string[] }
}

/** The answer of `visavis catalogue`. */
export interface CatalogueAnswer {
  readonly schemaVersion: 1
  readonly figures: readonly CataloguedFigure[]
  readonly facts: readonly CataloguedFact[]
}

const columns: readonly Column[] = ['id', 'what', 'domain', 'unit', 'of', 'no row means'].map((title) => ({ title }))
const ways = { pair: 'the pair', directed: 'one towards the other' } as const

/** Writes the catalogue as two tables, or one entry whole. */
export const cataloguePage: WrittenPage<CatalogueAnswer> = textAndMarkdown(written)

function written({ figures, facts }: CatalogueAnswer, table: TableWriter): string {
  const [figure, fact] = [figures[0], facts[0]]
  if (figures.length + facts.length === 1) return figure === undefined ? factText(fact!) : figureText(figure)
  return [
    'Figures: a number of two states in a year (visavis figures A B)',
    table(
      columns,
      figures.map((one) => [one.id, one.title, one.domain, one.unit, ways[one.of], one.absent]),
    ),
    'Facts: what stands between two states from a day to a day (visavis facts A B)',
    table(
      columns.filter(({ title }) => title !== 'unit'),
      facts.map((one) => [one.kind, one.title, one.domain, ways[one.of], one.absent]),
    ),
  ].join('\n\n')
}

function figureText(one: CataloguedFigure): string {
  const [least, most] = one.scale
  const scale = [least == null ? '' : `from ${least}`, most == null ? '' : `to ${most}`].filter(Boolean).join(' ')
  return [
    `${one.id}: ${one.title}`,
    `Domain: ${one.domain}. Of: ${ways[one.of]}. Unit: ${one.unit}${scale === '' ? '' : `, ${scale}`}.`,
    wrap(`Definition: ${one.definition}`, 110),
    wrap(`Limits: ${one.limits}`, 110),
    `Interval: ${one.interval}. No row means: ${one.absent}. Over a bloc: ${one.pool}.`,
    ...(one.place === null ? [] : [`Place: among ${one.place.among}, where they are at least ${one.place.least.toLocaleString('en-US')}.`]),
    `Column of a panel: ${one.column}. In an assessment: ${one.assessed.join(', ')}.`,
    ...(one.also.length === 0 ? [] : [`Also called: ${one.also.join(', ')}.`]),
  ].join('\n')
}

function factText(one: CataloguedFact): string {
  return [
    `${one.kind}: ${one.title}`,
    `Domain: ${one.domain}. Of: ${ways[one.of]}. Tables: ${one.tables.join(', ')}.`,
    wrap(`Definition: ${one.definition}`, 110),
    `No row means: ${one.absent}.`,
  ].join('\n')
}

/** Writes the catalogue as CSV, one row for each figure and each kind of fact. */
export function catalogueCsv({ figures, facts }: CatalogueAnswer): string {
  const columns = [
    ...(['entry', 'id', 'domain', 'title', 'definition', 'limits', 'unit', 'of', 'interval'] as const),
    ...(['place', 'absent', 'pool', 'column', 'assessed', 'also'] as const),
  ]
  return csvOfRecords(columns, [
    ...figures.map((one) => ({
      ...{ ...one, entry: 'figure', place: one.place?.among, assessed: one.assessed.join(' '), also: one.also.join(' ') },
    })),
    ...facts.map((one) => ({ ...one, entry: 'fact', id: one.kind })),
  ])
}
