import { amountWords, capitaliseArticles, inSentence, possessive, significant } from '../../assessments/forms/wording.ts'
import { dependencePairColumns, dependenceProductColumns, dependenceThresholds } from '../../measures/trade/product-dependence.ts'
import { csv } from '../text/csv.ts'
import { dropBlankColumns } from '../text/figures.ts'
import { type Column, type TableWriter, textAndMarkdown, type WrittenPage } from '../text/table.ts'

/** A row by column: texts, numbers, booleans, null where unknown. */
type DependenceRow = Readonly<Record<string, string | number | boolean | null>>

interface Economy {
  readonly id: string
  readonly name: string
}

/** The answer of `visavis measure product-dependence`. */
export interface DependenceAnswer {
  readonly schemaVersion: 1
  readonly form: 'baci' | 'comtrade'
  readonly edition: string
  readonly years: readonly number[]
  /** Null: every one. */
  readonly importer: Economy | null
  readonly exporter: Economy | null
  /** Percent of the imports of a product from one supplier above which it is counted, and listed. */
  readonly share: number
  readonly by: 'pair' | 'product'
  readonly rows: DependenceRows
}

/** Columns that hold texts; the others hold numbers, or `true` and `false`. */
const texts: ReadonlySet<string> = new Set(['importer', 'exporter', 'product'])

/** The rows of each year as CSV without a header, read anew on each iteration: a million objects would take half a gigabyte. */
export class DependenceRows implements Iterable<DependenceRow> {
  readonly by: 'pair' | 'product'
  readonly pieces: readonly Uint8Array[]

  constructor(by: 'pair' | 'product', pieces: readonly Uint8Array[]) {
    this.by = by
    this.pieces = pieces
  }

  *[Symbol.iterator](): Iterator<DependenceRow> {
    for (const piece of this.pieces) yield* rowsOfPiece(piece, columnsOf(this.by))
  }

  toJSON(): DependenceRow[] {
    return [...this]
  }
}

function* rowsOfPiece(piece: Uint8Array, columns: readonly string[]): Generator<DependenceRow> {
  const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength)
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(10, at)
    const cells = bytes.toString('utf8', at, end).split(',')
    yield Object.fromEntries(columns.map((name, i) => [name, valueIn(name, cells[i]!)]))
    at = end + 1
  }
}

function valueIn(column: string, cell: string): string | number | boolean | null {
  if (texts.has(column)) return cell
  if (cell === '') return null
  return cell === 'true' || cell === 'false' ? cell === 'true' : Number(cell)
}

const columnsOf = (by: DependenceAnswer['by']): readonly string[] => (by === 'pair' ? dependencePairColumns : dependenceProductColumns)

/** Writes all rows under one header. */
export function* dependenceCsv({ by, rows }: DependenceAnswer): Generator<string | Uint8Array> {
  yield csv(columnsOf(by), [])
  yield* rows.pieces
}

/** Most rows of a table. */
const mostShown = 20

/** Writes the answer as aligned text. */
export const dependencePage: WrittenPage<DependenceAnswer> = textAndMarkdown(written)

function written(answer: DependenceAnswer, table: TableWriter, paragraph: (text: string) => string): string {
  const { years, by } = answer
  const last = years.at(-1)!
  const { shown, total } = rowsShown(answer, isSeries(answer) ? undefined : last)
  if (total === 0) return paragraph(nothing(answer))
  const { columns, rows } = dropBlankColumns(...(by === 'pair' ? pairTable(answer, shown) : productTable(shown)))
  const what = by === 'pair' ? 'pairs' : 'products'
  const cut =
    shown.length < total
      ? `The first ${shown.length} of ${total.toLocaleString('en-US')} ${what} of ${last}. --format csv has all, of every year.`
      : ''
  const head = isSeries(answer) ? [paragraph(lastYear(answer, shown.at(-1)!))] : []
  const notes = notesOf(answer).map((note) => paragraph(`- ${note}`))
  return [...head, paragraph(titleOf(answer)), table(columns, rows), ...(cut === '' ? [] : [cut]), notes.join('\n')].join('\n\n')
}

/** Whether each row is a year of one pair. */
const isSeries = ({ by, importer, exporter }: DependenceAnswer): boolean => by === 'pair' && importer !== null && exporter !== null

function lastYear({ importer, exporter, share }: DependenceAnswer, row: DependenceRow): string {
  const [to, from, whose] = [inSentence(importer!.name), inSentence(exporter!.name), possessive(importer!.name)]
  const { year, above_products: above, products, above_import_share: part } = row
  if (above === null) return `These files have no report by ${to} of imports from ${from} in ${year}.`
  return capitaliseArticles(
    `In ${year} ${from} supplied more than ${share} % of ${whose} imports in ${count(above)} of the ${count(products)} products that it sold there. These sales were ${percent(part)} % of all ${whose} imports.`,
  )
}

/** The rows of a year with the largest part of imports first; all years if none is given. */
function rowsShown({ rows, by }: DependenceAnswer, year: number | undefined): { shown: DependenceRow[]; total: number } {
  const size = by === 'pair' ? 'above_import_share' : 'imports_usd'
  const compared = (x: DependenceRow, y: DependenceRow): number => Number(y[size]) - Number(x[size])
  let [shown, total]: [DependenceRow[], number] = [[], 0]
  for (const row of rows) {
    if (year !== undefined && row['year'] !== year) continue
    total++
    shown.push(row)
    if (year !== undefined && shown.length > 50 * mostShown) shown = shown.sort(compared).slice(0, mostShown)
  }
  return year === undefined ? { shown, total } : { shown: shown.sort(compared).slice(0, mostShown), total }
}

type Cells = [columns: Column[], rows: string[][]]

const right = (title: string): Column => ({ title, align: 'right' })

function pairTable({ share }: DependenceAnswer, shown: readonly DependenceRow[]): Cells {
  return [
    [
      ...[{ title: 'year' }, { title: 'importer' }, { title: 'supplier' }, right('imports'), right('% of imports'), right('% of exports')],
      ...[
        right('products'),
        right(`above ${share} %`),
        right('dependent'),
        right('strategic'),
        right('supplier reports'),
        right('both report'),
      ],
    ],
    shown.map((row) => [
      ...[String(row['year']), String(row['importer']), String(row['exporter'])],
      ...[amount(row['imports_usd']), percent(row['import_share']), percent(row['export_share']), count(row['products'])],
      ...['above', 'dependent', 'strategic'].map((name) => countAndPart(row[`${name}_products`], row[`${name}_import_share`])),
      ...[amount(row['exporter_report_usd']), count(row['both_report_products'])],
    ]),
  ]
}

function productTable(shown: readonly DependenceRow[]): Cells {
  return [
    [
      ...[
        { title: 'importer' },
        { title: 'supplier' },
        { title: 'product' },
        right('imports'),
        right('% of imports'),
        right('by both reports'),
      ],
      ...[
        right('suppliers'),
        right('HHI'),
        right('own exports'),
        right('% of exports'),
        right('% of world'),
        right('world HHI'),
        right('supplier reports'),
      ],
      ...[{ title: 'dependent' }, { title: 'strategic' }],
    ],
    shown.map((row) => [
      ...[String(row['importer']), String(row['exporter']), String(row['product'])],
      ...[amount(row['imports_usd']), percent(row['import_share']), range(row['import_share_low'], row['import_share_high'])],
      ...[count(row['suppliers']), index(row['supplier_hhi']), amount(row['importer_exports_usd'])],
      ...[percent(row['export_share']), percent(row['world_share']), index(row['world_hhi']), amount(row['exporter_report_usd'])],
      ...[yesNo(row['dependent']), yesNo(row['strategic'])],
    ]),
  ]
}

type Value = DependenceRow[string] | undefined

const amount = (value: Value): string => (typeof value === 'number' ? amountWords(value, 'USD') : '')
const percent = (value: Value): string => (typeof value === 'number' ? (value === 0 ? '0' : significant(value)) : '')
const index = (value: Value): string => (typeof value === 'number' ? value.toFixed(2) : '')
const count = (value: Value): string => (typeof value === 'number' ? value.toLocaleString('en-US') : '')
const countAndPart = (products: Value, part: Value): string => (products === null ? '' : `${count(products)} (${percent(part)} %)`)
const yesNo = (value: Value): string => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : '')
const range = (low: Value, high: Value): string => (typeof low === 'number' && low !== high ? `${percent(low)}–${percent(high)}` : '')

function titleOf(answer: DependenceAnswer): string {
  const { importer, exporter, by, years, share } = answer
  const to = importer === null ? 'Imports of every importer' : `${possessive(importer.name)} imports`
  const what = capitaliseArticles(`${to}${exporter === null ? '' : ` from ${inSentence(exporter.name)}`}`)
  if (isSeries(answer)) return `${what} by product (${editionOf(answer)}):`
  const when = `${what} in ${years.at(-1)} (${editionOf(answer)})`
  return by === 'product'
    ? `${when}: products of which more than ${share} % come from one supplier, the largest imports first.`
    : `${when}. First come the pairs in which products mostly from one supplier are the largest part of all imports.`
}

function editionOf({ form, edition }: DependenceAnswer): string {
  return form === 'baci' ? `BACI ${edition}, six-digit products` : `UN Comtrade, classification ${edition}, six-digit products`
}

function nothing(answer: DependenceAnswer): string {
  const { importer, exporter, share, by } = answer
  const between = [
    importer === null ? '' : ` to ${inSentence(importer.name)}`,
    exporter === null ? '' : ` from ${inSentence(exporter.name)}`,
  ]
  const above = by === 'product' ? ` of which more than ${share} % of the imports come from one supplier` : ''
  return `No product${above} stands in the files${between.join('')} for ${answer.years.at(-1)} (${editionOf(answer)}).`
}

function notesOf({ form, share, by }: DependenceAnswer): string[] {
  const { importShare, concentration, worldShare } = dependenceThresholds
  return [
    by === 'pair'
      ? `above ${share} %: products of which more than ${share} % of the imports come from this supplier. In brackets, here and below: what it supplies of them, in percent of all imports of the importer.`
      : 'own exports: what the importer exports of the same product.',
    ...(form === 'baci'
      ? [
          `dependent: suppliers of the importer and exporters of the world concentrated (Herfindahl-Hirschman index, HHI, above ${concentration}), imports above exports, and this supplier the largest. So CEPII’s GeoDep has it (Lefebvre and Wibaux 2024, after the European Commission’s SWD(2021) 352), which also asks for two years of three.`,
          `strategic: more than ${importShare} % of imports from this supplier, imports above exports, and more than ${worldShare} % of the world’s exports from it (Rogers et al. 2020).`,
        ]
      : [
          `Imports are as the importer reports them, exports as the supplier does; blank where one does not report.${by === 'pair' ? '' : ' by both reports: the share by the importer’s report, and with the supplier’s report of the same flow in its place.'} Nothing is averaged.`,
        ]),
    'What a state makes at home is in no trade statistics: a high share of imports is not a share of what it uses.',
  ]
}

/** Returns the questions that may follow. */
export function nextQuestions({ by, importer, exporter }: DependenceAnswer): string[] {
  const command = 'visavis measure product-dependence FILES'
  const pair = importer === null || exporter === null ? '' : ` --importer ${importer.id} --exporter ${exporter.id}`
  return [
    ...(by === 'pair' ? [`${command}${pair} --products   the products themselves`] : []),
    ...(pair === '' ? [] : [`${command} --importer ${exporter!.id} --exporter ${importer!.id}   the other way round`]),
    ...(pair === '' ? [`${command} --plan plan.json   in parts, on several processors or machines`] : []),
  ]
}
