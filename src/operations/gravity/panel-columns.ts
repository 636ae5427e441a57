import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { VisavisError } from '../../errors.ts'
import { eachLine } from '../../sources/formats/compressed-file-lines.ts'
import { CsvQuoteError, eachRecord } from '../../sources/formats/csv-parser.ts'
import { editDistance } from '../../states/index.ts'

/** Columns of a panel file that a model uses. */
export interface WantedColumns {
  /** Columns of text: exporter, importer, year. */
  readonly texts: readonly string[]
  /** Columns of numbers. */
  readonly numbers: readonly string[]
  /** Columns that are read only if the file has them. */
  readonly optional?: { readonly texts: readonly string[]; readonly numbers: readonly string[] }
  /** What to do about a missing column; left out: the options of `visavis gravity`. */
  readonly hint?: string
}

/** A column of text: the distinct texts, and the index of each row's text. */
export interface TextColumn {
  readonly labels: readonly string[]
  readonly of: Int32Array
}

/** What was read of a panel file. All columns have one entry for each row. */
export interface PanelColumns {
  readonly texts: ReadonlyMap<string, TextColumn>
  readonly numbers: ReadonlyMap<string, Float64Array>
  /** Line of the file on which each row begins. */
  readonly lines: Float64Array
  /** Rows left out because a cell that the model uses is blank. */
  readonly blank: number
}

/** Limits of what is held in memory: bytes of a file, and rows. */
const most = { bytes: 1e9, rows: 10_000_000 }

/**
 * Reads the named columns of a CSV file with a header (also as `.gz`, or `.zip` with one entry). A row with a blank in one of them is left out and counted.
 *
 * @throws VisavisError BadInput for a column that the file does not have, a row of another length, a number that is none; TooLarge above the limits
 */
export async function readPanelColumns(path: string, wanted: WantedColumns): Promise<PanelColumns> {
  await refuseLarge(path)
  let table: PanelTable | undefined
  await eachLine(path, { encoding: 'utf8', lastLine: 'any' }, (text, line) => {
    const cells = cellsOf(text, path, line)
    if (table === undefined) table = new PanelTable(path, cells, wanted)
    else if (text !== '') table.add(cells, line)
  })
  if (table === undefined || table.rows + table.blank === 0)
    throw new VisavisError('BadInput', `${basename(path)} has no rows below its header`)
  return table.columns()
}

/**
 * Refuses a model that names a column which a panel already in memory does not have.
 *
 * @throws VisavisError BadInput with the columns that there are
 */
export function refuseMissing({ texts, numbers }: PanelColumns, wanted: WantedColumns): void {
  for (const name of wanted.texts) if (!texts.has(name)) placeOf(name, [...texts.keys()], 'the record')
  for (const name of wanted.numbers) if (!numbers.has(name)) placeOf(name, [...numbers.keys()], 'the record')
}

async function refuseLarge(path: string): Promise<void> {
  const size = (await stat(path).catch(() => undefined))?.size ?? 0
  if (size > most.bytes)
    throw new VisavisError(
      'TooLarge',
      `${basename(path)} has ${(size / 1e9).toFixed(1)} GB; a panel is read up to ${most.bytes / 1e9} GB`,
      {
        hint: 'leave out years, or columns that the model does not use',
      },
    )
}

function cellsOf(text: string, path: string, line: number): string[] {
  if (!text.includes('"')) return text.split(',')
  let found: string[] = []
  try {
    eachRecord(text, (cells) => {
      found = cells
    })
  } catch (cause) {
    if (!(cause instanceof CsvQuoteError)) throw cause
    throw new VisavisError(
      'BadInput',
      `${basename(path)}:${line} has a quotation mark where none may stand, or a line break inside a cell`,
      { cause },
    )
  }
  return found
}

/** Collects the rows of a file. */
class PanelTable {
  rows = 0
  blank = 0
  readonly #file: string
  readonly #width: number
  readonly #texts: readonly { readonly name: string; readonly at: number; readonly seen: Map<string, number> }[]
  readonly #numbers: readonly { readonly name: string; readonly at: number }[]
  #lines = new Float64Array(1024)
  #of: Int32Array[]
  #values: Float64Array[]

  constructor(path: string, header: readonly string[], wanted: WantedColumns) {
    this.#file = basename(path)
    this.#width = header.length
    const place = (name: string): number => placeOf(name, header, this.#file, wanted.hint)
    const present = (names: readonly string[] = []): string[] => names.filter((name) => header.some((one) => one.trim() === name))
    const texts = [...wanted.texts, ...present(wanted.optional?.texts)]
    this.#texts = texts.map((name) => ({ name, at: place(name), seen: new Map() }))
    this.#numbers = [...wanted.numbers, ...present(wanted.optional?.numbers)].map((name) => ({ name, at: place(name) }))
    this.#of = this.#texts.map(() => new Int32Array(1024))
    this.#values = this.#numbers.map(() => new Float64Array(1024))
  }

  add(cells: readonly string[], line: number): void {
    if (cells.length !== this.#width)
      throw new VisavisError('BadInput', `${this.#file}:${line} has ${cells.length} cells, the header has ${this.#width}`)
    if ([...this.#texts, ...this.#numbers].some(({ at }) => isBlank(cells[at]!))) {
      this.blank++
      return
    }
    if (this.rows === most.rows)
      throw new VisavisError('TooLarge', `${this.#file} has more than ${most.rows.toLocaleString('en-US')} rows`, {
        hint: 'leave out years, or the smallest traders',
      })
    if (this.rows === this.#lines.length) this.#grow()
    const row = this.rows++
    this.#lines[row] = line
    this.#texts.forEach(({ at, seen }, j) => {
      this.#of[j]![row] = indexOf(cells[at]!, seen)
    })
    this.#numbers.forEach(({ name, at }, j) => {
      this.#values[j]![row] = numberOf(cells[at]!, `${this.#file}:${line}`, name)
    })
  }

  #grow(): void {
    const size = 2 * this.#lines.length
    this.#lines = grown(this.#lines, new Float64Array(size))
    this.#of = this.#of.map((column) => grown(column, new Int32Array(size)))
    this.#values = this.#values.map((column) => grown(column, new Float64Array(size)))
  }

  columns(): PanelColumns {
    const { rows, blank } = this
    return {
      texts: new Map(this.#texts.map(({ name, seen }, j) => [name, { labels: [...seen.keys()], of: this.#of[j]!.subarray(0, rows) }])),
      numbers: new Map(this.#numbers.map(({ name }, j) => [name, this.#values[j]!.subarray(0, rows)])),
      lines: this.#lines.subarray(0, rows),
      blank,
    }
  }
}

function grown<T extends Int32Array | Float64Array>(from: T, to: T): T {
  to.set(from)
  return to
}

function indexOf(text: string, seen: Map<string, number>): number {
  const found = seen.get(text)
  if (found !== undefined) return found
  seen.set(text, seen.size)
  return seen.size - 1
}

/** Whether a cell has no value: empty, or a mark by which R, Stata, Python and SQL write that. */
function isBlank(cell: string): boolean {
  return cell === '' || blanks.has(cell)
}

const blanks: ReadonlySet<string> = new Set(['NA', '.', 'NaN', 'nan', 'NULL', 'null', 'N/A', ' '])

function numberOf(cell: string, where: string, column: string): number {
  const value = plainNumber.test(cell) ? Number(cell) : Number.NaN
  if (Number.isFinite(value)) return value
  throw new VisavisError('BadInput', `${where}: "${cell.slice(0, 40)}" in the column ${column} is not a number`, {
    hint: 'numbers have a point before decimals and no separator of thousands',
  })
}

const plainNumber = /^ {0,20}[+-]?(?:\d{1,40}(?:\.\d{0,40})?|\.\d{1,40})(?:[eE][+-]?\d{1,3})? {0,20}$/

/** Returns the place of a column. Throws BadInput with the columns that there are. */
function placeOf(
  name: string,
  header: readonly string[],
  file: string,
  hint = 'visavis gravity FILE --flow COLUMN --exporter COLUMN --importer COLUMN --year COLUMN --regressors COLUMNS',
): number {
  const names = header.map((one) => one.trim())
  const at = names.indexOf(name)
  const twice = at >= 0 && names.indexOf(name, at + 1) >= 0
  if (at >= 0 && !twice) return at
  if (twice) throw new VisavisError('BadInput', `${file} has two columns named ${name}`)
  const near = names.filter((one) => editDistance(one.toLowerCase(), name.toLowerCase(), 2) <= 2)
  const meant = near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : ''
  const semicolons = names.length === 1 && /[;\t]/.test(names[0]!) ? ' Its cells must be separated by commas.' : ''
  throw new VisavisError(
    'BadInput',
    `${file} has no column ${name}.${meant}${semicolons} It has ${names.slice(0, 40).join(', ').slice(0, 600)}`,
    { hint },
  )
}
