import { basename } from 'node:path'
import { badInput } from '../../errors.ts'
import { readText } from './csv.ts'
import { CsvQuoteError, eachRecord } from './csv-parser.ts'
import { checkLastLine } from './last-line-check.ts'

/** A CSV file of numbers, by column; a missing number is NaN. `lines` has the line of each row in the file. */
export interface NumberTable {
  readonly file: string
  readonly lines: readonly number[]
  readonly columns: Readonly<Record<string, Float64Array>>
}

/** The heading in the file for each required column, by our name of the column. A source whose files come in two forms has two layouts. */
export type Layout = Readonly<Record<string, string>>

export interface NumberTableOptions {
  /** Numbers that mark missing values in the files of this source, in any column. */
  readonly missing?: readonly number[]
}

const number = /^-?(\d+(?:\.\d*)?|\.\d+)([eE][-+]?\d+)?$/

/**
 * Reads the columns of a layout from a CSV file with a header, plain or gzipped. Of several layouts, the file must fit one. This is for long tables of numbers:
 * `readCsv` would keep every cell as text. A blank cell, `NA` and `.` are missing. Columns outside the layout are skipped, and may be quoted text.
 */
export async function readNumberTable(
  path: string,
  layouts: readonly Layout[],
  options: NumberTableOptions = {},
): Promise<NumberTable & { readonly layout: Layout }> {
  return parseNumberTable(await readText(path), basename(path), layouts, options)
}

/** Does the same as `readNumberTable` for the text of a file. */
export function parseNumberTable(
  text: string,
  file: string,
  layouts: readonly Layout[],
  options: NumberTableOptions = {},
): NumberTable & { readonly layout: Layout } {
  if (text.startsWith('PK\u0003\u0004')) throw badInput(`${file} is an archive`, 'unpack it, and give the CSV file in it')
  const missing = new Set(options.missing ?? [])
  const lines: number[] = []
  let header: readonly string[] | null = null
  let layout: Layout = {}
  let wanted: { readonly heading: string; readonly at: number; readonly name: string; readonly values: number[] }[] = []
  const onRecord = (cells: readonly string[], line: number): void => {
    if (cells.length === 1 && cells[0]!.trim() === '') return
    if (header === null) {
      header = cells
      layout = layoutOf(cells, layouts, file)
      wanted = Object.entries(layout).map(([name, heading]) => ({ heading, at: cells.indexOf(heading), name, values: [] }))
    } else {
      if (cells.length !== header.length) throw badInput(`${file}:${line} has ${cells.length} cells, the header has ${header.length}`)
      lines.push(line)
      for (const { heading, at, values } of wanted) values.push(cellNumber(cells[at]!, missing, `${file}:${line}`, heading))
    }
  }
  readRecords(text, file, onRecord)
  if (header === null) throw badInput(`${file} is empty`)
  checkLastLine(text, file)
  if (lines.length === 0) throw badInput(`${file} has a header and no rows`)
  return { file, lines, layout, columns: Object.fromEntries(wanted.map(({ name, values }) => [name, Float64Array.from(values)])) }
}

function readRecords(text: string, file: string, onRecord: Parameters<typeof eachRecord>[1]): void {
  try {
    eachRecord(text, onRecord)
  } catch (cause) {
    if (!(cause instanceof CsvQuoteError)) throw cause
    throw badInput(`${file}:${cause.line} has a quotation mark where none may stand`, { cause })
  }
}

function cellNumber(cell: string, missing: ReadonlySet<number>, where: string, heading: string): number {
  if (cell === '' || cell === 'NA' || cell === '.') return Number.NaN
  const value = number.test(cell) ? Number(cell) : Number.NaN
  if (!Number.isFinite(value)) throw badInput(`${where} has "${cell}" for ${heading}, not a number`)
  return missing.has(value) ? Number.NaN : value
}

function layoutOf(header: readonly string[], layouts: readonly Layout[], file: string): Layout {
  const lacking = (layout: Layout): string[] => Object.values(layout).filter((heading) => !header.includes(heading))
  const [best] = [...layouts].sort((a, b) => lacking(a).length - lacking(b).length)
  const lacks = best === undefined ? [] : lacking(best)
  const doubled = header.find((heading, i) => heading !== '' && header.indexOf(heading) !== i)
  if (doubled !== undefined) throw badInput(`${file} has the column ${doubled} twice`)
  if (best !== undefined && lacks.length === 0) return best
  throw badInput(
    `${file} lacks the columns ${lacks.join(', ')}; it has ${header.slice(0, 12).join(', ')}`,
    'check that this is the file of this source, with its columns named as the provider names them',
  )
}
