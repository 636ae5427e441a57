import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { VisavisError } from '../../errors.ts'
import type { TradeInputs } from '../../scenarios/liberation-day/trade-inputs.ts'
import { parseRecords } from '../../sources/formats/csv.ts'
import { readUtf8 } from '../../sources/formats/utf8-csv.ts'

/** The files of a folder of inputs, as the replication package of the paper has them. */
const files = { labels: 'country_labels.csv', trade: 'trade_cepii.csv', gdp: 'gdp.csv', tariffs: 'tariffs.csv' }

/** The paper's floor: the tariff on all states that the announcement does not name or names below it. */
const leastTariff = 0.1

/**
 * Reads the inputs of the model from a folder in the form of the paper's replication package. Each file has a header. `country_labels.csv` has a column `iso3`, one
 * row for each economy; the others follow its order. `trade_cepii.csv` has one row for each exporter and one column for each importer, in thousands of dollars, with
 * blanks for no trade; `gdp.csv` one number a row, in dollars; `tariffs.csv` the US tariff on each exporter as a share, raised to 0.1 where it is lower.
 *
 * @throws VisavisError BadInput with file and line for a missing file, a cell that is no number, or files of different lengths
 */
export async function readLiberationDayFiles(folder: string): Promise<TradeInputs> {
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  )
  if (!isFolder) throw refused(`"${folder}" is no folder`)
  const [labels, trade, gdp, tariffs] = await Promise.all(
    [files.labels, files.trade, files.gdp, files.tariffs].map((file) => table(folder, file)),
  )
  const iso3 = codes(labels!)
  const n = iso3.length
  sameLength(gdp!, n)
  sameLength(tariffs!, n)
  sameLength(trade!, n)
  return {
    iso3,
    trade: matrix(trade!, n),
    gdp: Float64Array.from(column(gdp!), (dollars) => dollars / 1000),
    tariffs: Float64Array.from(column(tariffs!), (share) => Math.max(leastTariff, share)),
  }
}

interface Table {
  readonly file: string
  readonly header: readonly string[]
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
}

async function table(folder: string, file: string): Promise<Table> {
  const path = join(folder, file)
  let text: string
  try {
    text = await readUtf8(path)
  } catch (cause) {
    if (cause instanceof VisavisError) throw cause
    throw refused(`${file} is missing in ${folder}, or cannot be read`)
  }
  const [header, ...rows] = parseRecords(text).filter(({ cells }) => cells.length > 1 || cells[0] !== '')
  if (header === undefined || rows.length === 0) throw refused(`${file} is empty`)
  return { file, header: header.cells, rows }
}

function codes({ file, header, rows }: Table): string[] {
  const at = header.findIndex((name) => name.trim().toLowerCase() === 'iso3')
  if (at < 0) throw refused(`${file} has no column iso3`)
  return rows.map(({ line, cells }) => {
    const code = (cells[at] ?? '').trim()
    if (!/^[A-Z]{3}$/.test(code)) throw refused(`${file}:${line} has "${code}" for iso3, not three capital letters`)
    return code
  })
}

function sameLength({ file, rows }: Table, n: number): void {
  if (rows.length !== n) throw refused(`${file} has ${rows.length} rows, and ${files.labels} names ${n} economies`)
}

/** Numbers of a file with one column. */
function column({ file, rows }: Table): number[] {
  return rows.map(({ line, cells }) => {
    if (cells.length !== 1) throw refused(`${file}:${line} has ${cells.length} cells, not one`)
    const value = numberIn(cells[0]!, file, line)
    if (value === undefined) throw refused(`${file}:${line} is blank`)
    return value
  })
}

/** All cells of the trade matrix, row by row; a blank cell is no trade. */
function matrix({ file, rows }: Table, n: number): Float64Array {
  const values = new Float64Array(n * n)
  rows.forEach(({ line, cells }, i) => {
    if (cells.length !== n) throw refused(`${file}:${line} has ${cells.length} cells, and ${files.labels} names ${n} economies`)
    cells.forEach((cell, j) => {
      values[i * n + j] = numberIn(cell, file, line) ?? 0
    })
  })
  return values
}

function numberIn(cell: string, file: string, line: number): number | undefined {
  const text = cell.trim()
  if (text === '') return undefined
  if (!/^-?(\d+(?:\.\d*)?|\.\d+)([eE][-+]?\d+)?$/.test(text)) throw refused(`${file}:${line} has "${text}", not a number`)
  return Number(text)
}

function refused(why: string): VisavisError {
  const names = Object.values(files).join(', ')
  return new VisavisError('BadInput', `data: ${why}`, { hint: `give the folder with ${names}: visavis scenario liberation-day --data DIR` })
}
