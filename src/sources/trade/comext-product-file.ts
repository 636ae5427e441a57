import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { badInput } from '../../errors.ts'
import { comextParty } from '../energy/comext-answers.ts'
import { eachLine } from '../formats/compressed-file-lines.ts'
import { eachRecord } from '../formats/csv-parser.ts'
import { type PartnerTable, partnerId, withoutRemark } from '../rows/partner.ts'

/** A file of exports by product, partner and month: what it holds, and an SQL table of its rows. */
export interface ProductFile {
  readonly name: string
  /** SQL of a table with the columns product, reporter, partner, flow, month, value, weight: texts as the file has them. */
  readonly table: string
  /** ISO3 of each label or code of a party; null for territories, remainders and secret partners. */
  readonly parties: ReadonlyMap<string, string | null>
  readonly months: readonly string[]
  /** Months in which every figure of the file is zero: they were not yet published when it was made. */
  readonly unpublished: readonly string[]
  /** Headings of two to six digits of which the file has eight-digit codes too. */
  readonly headings: number
  readonly products: number
  /** Figures whose product is secret (a code with letters), and their sum in euros. */
  readonly secretProducts: { readonly rows: number; readonly value: number }
  /** Figures whose partner is no state (secret, a remainder, a territory), and their sum in euros. */
  readonly otherPartners: { readonly rows: number; readonly value: number }
}

/** A form in which Eurostat's figures come: its columns, and how the cells of a line are read. */
interface Form {
  readonly header: string
  /** The same columns in SQL, of a table in which every column is text. */
  readonly select: string
  cellOf(cells: readonly string[], where: string): Cell
  partyOf(label: string, month: string, where: string): string | null
}

interface Cell {
  readonly product: string
  readonly reporter: string
  readonly partner: string
  readonly month: string
  readonly value: string
  /** Whether the value is an amount in euros, not a weight. */
  readonly isAmount: boolean
}

const remainders: PartnerTable = { passOver: new Set(['High seas', 'Ceuta', 'Melilla']) }

/** An extract with names of parties: one figure for each product, member, partner and month. */
const named: Form = {
  header: 'cn8,reporter,partner,month,eur',
  select: `cn8 AS product, reporter, partner, '2' AS flow, month, eur AS value, CAST(NULL AS VARCHAR) AS weight`,
  cellOf: ([product, reporter, partner, month, value]) => ({
    ...{ product: product!, reporter: reporter!, partner: partner! },
    ...{ month: month!, value: value!, isAmount: true },
  }),
  partyOf: (label, month, where) =>
    partnerId(label.includes('(incl.') ? withoutRemark(label) : label, Number(month.slice(0, 4)), where, remainders),
}

const ofAnswer = 'DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE'

/** Answers of the Comext API in SDMX-CSV: amounts, and weights where they were asked for. */
const answer: Form = {
  header: ofAnswer,
  select: `product, reporter, partner, flow, TIME_PERIOD AS month, max(OBS_VALUE) FILTER (indicators = 'VALUE_IN_EUROS') AS value,
    max(OBS_VALUE) FILTER (indicators = 'QUANTITY_IN_100KG') AS weight`,
  cellOf: (cells, where) => {
    const [flow, , frequency, reporter, partner, product, direction, indicator, month, value] = cells as string[]
    if (!/^ESTAT:DS-045409\([\d.]+\)$/.test(flow!)) throw badInput(`${where} is of the data flow "${flow}", not of ESTAT:DS-045409`)
    if (frequency !== 'M') throw badInput(`${where} has the frequency "${frequency}", not months (M)`)
    if (direction !== '2') throw badInput(`${where} has the flow "${direction}", not exports (2)`)
    if (indicator !== 'VALUE_IN_EUROS' && indicator !== 'QUANTITY_IN_100KG') throw badInput(`${where} has the indicator "${indicator}"`)
    return {
      ...{ product: product!, reporter: reporter!, partner: partner! },
      ...{ month: month!, value: value!, isAmount: indicator === 'VALUE_IN_EUROS' },
    }
  },
  partyOf: (code, _, where) => comextParty(code, where),
}

const forms = [named, answer]
const amount = /^\d+(\.\d+)?(e\+?\d+)?$/i
/** A code of two to eight digits; letters mark what a member keeps secret ("2804SSSS"). */
const code = /^\d{2,8}$|^[0-9A-Z]{2,10}$/

/**
 * Reads a file of exports by product, partner and month once, and checks every line.
 *
 * @throws BadInput with the line: another form, product, month, party, flow or unit, a negative amount, an aggregate of members among the reporters
 */
export async function readProductFile(path: string): Promise<ProductFile> {
  const { mtimeMs, size } = await stat(path)
  const edition = `${mtimeMs} ${size}`
  if (lastRead?.path !== path || lastRead.edition !== edition) lastRead = { path, edition, file: survey(path) }
  return lastRead.file
}

/** The file read last: an import asks for it three times, and each reading of a million lines takes seconds. */
let lastRead: { readonly path: string; readonly edition: string; readonly file: Promise<ProductFile> } | undefined

async function survey(path: string): Promise<ProductFile> {
  const file = basename(path)
  const seen = new FileSurvey(file)
  let form: Form | undefined
  await eachLine(path, { encoding: 'utf8', lastLine: 'whole' }, (text, line) => {
    if (line > 1) seen.add(cellsOf(text), form!, line)
    else form = formOf(text, file)
  })
  return { name: file, table: tableOf(path, form!), ...seen.summary() }
}

function formOf(text: string, file: string): Form {
  const header = text.replaceAll('"', '')
  const form = forms.find((one) => header === one.header || header.startsWith(`${one.header},`))
  if (form !== undefined) return form
  throw badInput(`${file}:1 has the header "${header.slice(0, 100)}", where ${named.header} or ${ofAnswer} is due`)
}

function tableOf(path: string, form: Form): string {
  const rows = `read_csv('${path.replaceAll("'", "''")}', header = true, delim = ',', quote = '"', all_varchar = true, auto_detect = true)`
  return `SELECT ${form.select} FROM ${rows}${form === answer ? ' GROUP BY ALL' : ''}`
}

function cellsOf(text: string): string[] {
  if (!text.includes('"')) return text.split(',')
  let cells: string[] = []
  eachRecord(text, (found) => {
    cells = found
  })
  return cells
}

/** What the lines of a file add up to. */
class FileSurvey {
  readonly #file: string
  readonly #parties = new Map<string, string | null>()
  readonly #traded = new Map<string, boolean>()
  readonly #products = new Set<string>()
  readonly #secret = { rows: 0, value: 0 }
  readonly #other = { rows: 0, value: 0 }

  constructor(file: string) {
    this.#file = file
  }

  add(cells: readonly string[], form: Form, line: number): void {
    const where = `${this.#file}:${line}`
    const columns = form.header.split(',').length
    if (cells.length < columns) throw badInput(`${where} has ${cells.length} cells, where ${columns} are due`)
    const cell = form.cellOf(cells, where)
    const value = readAmount(cell, where)
    if (!/^(19|20)\d\d-(0[1-9]|1[0-2])$/.test(cell.month)) throw badInput(`${where} has the month "${cell.month}", not one like 2022-03`)
    if (!code.test(cell.product))
      throw badInput(`${where} has the product "${cell.product.slice(0, 40)}", not a code of two to eight digits`)
    const [reporter, partner] = [cell.reporter, cell.partner].map((label) => this.#party(label, form, cell.month, where))
    if (reporter === null)
      throw badInput(`${where} has the reporter "${cell.reporter}", which is no state: sums over members would count twice`)
    if (value === null) return
    this.#traded.set(cell.month, (this.#traded.get(cell.month) ?? false) || value > 0)
    if (/\D/.test(cell.product)) count(this.#secret, cell.isAmount ? value : 0)
    else if (partner === null) count(this.#other, cell.isAmount ? value : 0)
    else this.#products.add(cell.product)
  }

  #party(label: string, form: Form, month: string, where: string): string | null {
    const known = this.#parties.get(label)
    if (known !== undefined) return known
    const found = form.partyOf(label, month, where)
    const id = found === 'EU' || found === 'WLD' ? null : found
    this.#parties.set(label, id)
    return id
  }

  summary(): Omit<ProductFile, 'name' | 'table'> {
    const months = [...this.#traded.keys()].sort()
    const eight = new Set([...this.#products].filter(({ length }) => length === 8).flatMap((one) => [2, 4, 6].map((n) => one.slice(0, n))))
    return {
      parties: this.#parties,
      months: months.filter((month) => this.#traded.get(month) === true),
      unpublished: months.filter((month) => this.#traded.get(month) !== true),
      headings: [...this.#products].filter((one) => eight.has(one)).length,
      products: this.#products.size,
      secretProducts: this.#secret,
      otherPartners: this.#other,
    }
  }
}

function readAmount({ value }: Cell, where: string): number | null {
  if (value === '' || value === ':') return null
  if (!amount.test(value)) throw badInput(`${where} has the amount "${value.slice(0, 40)}", not a number from zero`)
  return Number(value)
}

function count(into: { rows: number; value: number }, value: number): void {
  into.rows += 1
  into.value += value
}
