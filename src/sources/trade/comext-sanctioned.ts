import { basename } from 'node:path'
import { badInput, VisavisError } from '../../errors.ts'
import type { Columns } from '../../store/session.ts'
import { coverageOf, eurostatLicence, type SourceCard } from '../cards/source-cards.ts'
import { readCsv } from '../formats/csv.ts'
import { cellName, numberAt, readSheets, type Sheet, textAt } from '../formats/spreadsheet.ts'
import type { RowsByTable } from '../reader/edition.ts'
import { asOneEdition, rowsOfColumns } from '../rows/files-of-one-edition.ts'
import { onlyOnce } from '../rows/no-duplicates.ts'
import { goodsObservation, type Observation, observationColumns, type ReadObservations } from '../rows/observation.ts'
import { type PartnerTable, partnerId, withoutRemark } from '../rows/partner.ts'
import { type ProductFlow, productFlowColumns } from '../rows/product-flow.ts'
import { tableColumns } from '../rows/table-columns.ts'
import { euMembers, monthSums, partYearSums, type WorkbookCell, withoutUnpublishedMonths, type YearSum } from './comext-months.ts'

export const card: SourceCard = {
  id: 'comext-sanctioned',
  title: 'EU exports of goods under export sanctions to Russia and its neighbours',
  provider: 'Eurostat; list of codes by V. Zemlys-Balevicius',
  url: 'https://ec.europa.eu/eurostat/databrowser/view/DS-045409',
  licence: eurostatLicence('Free reuse with attribution to Eurostat; the list of codes is under the MIT licence.'),
  citation:
    'Eurostat (2023). EU trade since 1988 by HS2-4-6 and CN8 (data set DS-045409). Luxembourg. Sanctioned goods by the code list of V. Zemlys-Balevicius (2023), ruimpeks.',
  vintage: '2023-01 (Eurostat 13 January 2023), read 2026-11-24',
  coverage: [
    ...coverageOf(['sanctioned-goods-exports'], 2020, '2022-11-30', 'the EU of 27 and each member to ARM, BLR, GEO, KAZ, KGZ, RUS and UZB'),
    ...coverageOf(
      ['goods-exports', 'goods-imports'],
      2020,
      2022,
      'the EU of 27 and each member with ARM, BLR, GEO, KAZ, KGZ, RUS and UZB, where no month is missing',
    ),
    ...coverageOf(['product-lists'], 2023, '2023-01-31', 'one list of the EU, as of January 2023'),
  ],
  quirks: [
    'One list of codes (annexes as of about January 2023) is applied to all years and partners, so that a fall is one of trade and not of the list; most of these goods could be sold to Russia before February 2022, and may be sold to the others.',
    'Whole eight-digit codes are counted, also where the annex covers only a part of one.',
    'EU is our sum of the 27 members.',
    'The data end with November 2022: a month that is zero for every member and partner is one that was not yet published, and counts as missing. The year 2022 is therefore not summed; January to November of 2020, 2021 and 2022 are, so that they can be compared.',
    "In the data browser's workbook a colon is a month that is not available; a member's year with one is left out, and so is the sum of the EU.",
  ],
}

const partners: PartnerTable = { passOver: new Set() }
const head = ['partner', 'reporter', 'month', 'sanctioned_export']

/**
 * Reads exports of sanctioned goods by member and partner, and of the EU, by full year in EUR. If the last year is incomplete, its first months are summed,
 * and the same months of the years before. The workbook has one sheet `partner, reporter, month, sanctioned_export`.
 */
export async function readSanctionedExports(path: string): Promise<ReadObservations> {
  const [sheet] = await readSheets(path)
  if (sheet === undefined) throw badInput(`${basename(path)} has no cells`)
  const found = head.map((_, column) => textAt(sheet, 0, column))
  if (found.join() !== head.join())
    throw badInput(`${cellName(sheet, 0, 0)} has the headings ${found.join(', ')}, where ${head.join(', ')} are due`)
  const cells = withoutUnpublishedMonths(sheet.rows.slice(1).map((_, i) => sanctionedCell(sheet, i + 1)))
  const years = monthSums(cells).map(sanctionedExports)
  const parts = partYearSums(cells).map((sum) => ({ ...sanctionedExports(sum), end_date: lastDayOfMonth(sum.year, sum.months) }))
  return { observations: observationColumns([...years, ...parts]) }
}

function sanctionedExports(sum: YearSum): Observation {
  return { ...goodsObservation({ flow: 'exports', unit: 'EUR', status: 'observed', ...sum }, card), indicator: 'sanctioned-goods-exports' }
}

const lastDayOfMonth = (year: number, month: number): string => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)

function sanctionedCell(sheet: Sheet, row: number): WorkbookCell {
  const serial = numberAt(sheet, row, 2)
  const where = cellName(sheet, row, 2)
  if (serial === null || serial < 36_526 || serial > 73_050) throw badInput(`${where} has "${serial}" for month, not a date`)
  const date = new Date(Math.round((serial - 25_569) * 86_400_000)).toISOString().slice(0, 10)
  if (!date.endsWith('-01')) throw badInput(`${where} is ${date}, not the first of a month`)
  return cellOf(sheet, row, { reporter: 1, partner: 0, value: 3 }, date.slice(0, 7))
}

interface Places {
  readonly reporter: number
  readonly partner: number
  readonly value: number
}

function cellOf(sheet: Sheet, row: number, at: Places, month: string): WorkbookCell {
  const year = Number(month.slice(0, 4))
  const party = (column: number): string => {
    const id = partnerId(withoutComextRemark(textAt(sheet, row, column)), year, cellName(sheet, row, column), partners)
    if (id === null) throw badInput(`${cellName(sheet, row, column)} is "${textAt(sheet, row, column)}", which is no state`)
    return id
  }
  const [reporter, partner, locator] = [party(at.reporter), party(at.partner), cellName(sheet, row, at.value)]
  if (!euMembers.has(reporter)) throw badInput(`${cellName(sheet, row, at.reporter)} is "${reporter}", not a member of the EU of 27`)
  const value = textAt(sheet, row, at.value) === ':' ? null : numberAt(sheet, row, at.value)
  if (value !== null && value < 0) throw badInput(`${locator} has the negative trade ${value}`)
  return { reporter, partner, month, value, locator }
}

const withoutComextRemark = (label: string): string => (label.includes('(incl.') ? withoutRemark(label) : label)

/**
 * Reads trade in all goods and in HS chapters by member, partner and full year, from a workbook of Eurostat's data browser: sheets `Sheet 1` and so on, PRODUCT
 * in row 5, FLOW in row 6, INDICATORS in row 7, months in row 9. Products other than the total become rows of `product_flows`.
 */
export async function readComextWorkbook(path: string): Promise<{ observations: Columns; product_flows: Columns }> {
  const observations: Observation[] = []
  const products: ProductFlow[] = []
  const sheets = (await readSheets(path)).filter(({ name }) => /^Sheet \d+$/.test(name))
  if (sheets.length === 0) throw badInput(`${basename(path)} has no "Sheet 1": not a workbook of the data browser of Eurostat`)
  for (const sheet of sheets) {
    const { product, flow } = headOf(sheet)
    for (const sum of monthSums(browserCells(sheet))) {
      const row = goodsObservation({ flow, unit: 'EUR', status: 'observed', ...sum }, card)
      if (product === 'TOTAL') observations.push(row)
      else products.push(productOf(row, product, flow))
    }
  }
  return { observations: observationColumns(observations), product_flows: productFlowColumns(products) }
}

function productOf({ indicator: _, ...row }: Observation, product: string, flow: 'exports' | 'imports'): ProductFlow {
  return { ...row, nomenclature: product.length > 6 ? 'CN' : 'HS', product, flow, tonnes: null }
}

function headOf(sheet: Sheet): { product: string; flow: 'exports' | 'imports' } {
  const [labels, values] = [[4, 5, 6].map((row) => textAt(sheet, row, 0)), [4, 5, 6].map((row) => textAt(sheet, row, 2))]
  const product = /\[(TOTAL|\d{2,8})\]$/.exec(values[0]!)?.[1]
  const flow = { EXPORT: 'exports', IMPORT: 'imports' }[values[1]!] as 'exports' | 'imports' | undefined
  if (
    labels.join() !== 'PRODUCT [PRODUCT],FLOW,INDICATORS' ||
    product === undefined ||
    flow === undefined ||
    values[2] !== 'VALUE_IN_EUROS'
  ) {
    throw badInput(`${cellName(sheet, 4, 0)} to row 7 say "${values.join('", "')}": not values in EUR of one product and flow`)
  }
  return { product, flow }
}

function browserCells(sheet: Sheet): WorkbookCell[] {
  const months = (sheet.rows[8] ?? []).flatMap((_, column) => {
    const month = textAt(sheet, 8, column)
    return /^\d{4}-\d{2}$/.test(month) ? [{ month, column }] : []
  })
  if (months.length === 0 || textAt(sheet, 10, 0) !== 'REPORTER (Labels)') throw badInput(`${cellName(sheet, 8, 0)}: no months in this row`)
  const end = sheet.rows.findIndex((_, row) => row > 10 && textAt(sheet, row, 0) === '')
  const last = end < 0 ? sheet.rows.length : end
  return Array.from({ length: last - 11 }, (_, i) =>
    months.map(({ month, column }) => cellOf(sheet, 11 + i, { reporter: 0, partner: 1, value: column }, month)),
  ).flat()
}

/** Reads the list of eight-digit codes, one per row (`code, product`), as rows of `product_lists`. The names of the goods are not stored. */
export async function readSanctionedCodes(path: string): Promise<{ product_lists: Columns }> {
  const codes = new Set<string>()
  const once = onlyOnce<string>()
  for (const row of await readCsv(path, ['code'])) {
    const code = row.fields['code']!
    if (!/^\d{8}$/.test(code))
      throw badInput(`${row.at} has the code "${code}", not eight digits (a spreadsheet may have cut a leading zero)`)
    once(code, row.at, (before) => `${row.at} and ${before} both have the code ${code}`)
    codes.add(code)
  }
  const fixed = { list: 'eu-export-sanctions-2023-01', nomenclature: 'CN', source: card.id, vintage: card.vintage }
  return {
    product_lists: tableColumns(
      'product_lists',
      [...codes].map((product) => ({ ...fixed, product })),
    ),
  }
}

/**
 * Reads the files on sanctioned goods, in any order: the workbook of their exports, workbooks of Eurostat's data browser, and the list of codes. Each may be
 * missing. Workbooks are recognised by their sheets.
 */
export async function readComextSanctionedFiles(paths: readonly string[]): Promise<RowsByTable> {
  const lists = paths.filter((path) => /\.csv(\.gz)?$/i.test(path))
  if (lists.length > 1) {
    const names = lists.map((path) => basename(path)).join(', ')
    throw new VisavisError('Usage', `${card.id} takes one list of codes; ${names} were given`, { hint: `visavis add ${card.id} FILE...` })
  }
  const observations: Observation[] = []
  const products: ProductFlow[] = []
  for (const path of paths.filter((one) => !lists.includes(one))) {
    const read = await readWorkbook(path)
    observations.push(...rowsOfColumns<Observation>(read.observations!))
    if (read.product_flows !== undefined) products.push(...rowsOfColumns<ProductFlow>(read.product_flows))
  }
  return {
    ...(observations.length > 0 ? { observations: asOneEdition(observations) } : {}),
    ...(products.length > 0 ? { product_flows: productFlowColumns(products) } : {}),
    ...(lists[0] === undefined ? {} : await readSanctionedCodes(lists[0])),
  }
}

/** Reads a workbook. If it has sheets named `Sheet 1` and so on, it is from the data browser. */
async function readWorkbook(path: string): Promise<RowsByTable> {
  const fromBrowser = (await readSheets(path)).some(({ name }) => /^Sheet \d+$/.test(name))
  return fromBrowser ? readComextWorkbook(path) : readSanctionedExports(path)
}
