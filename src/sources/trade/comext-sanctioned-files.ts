import { basename } from 'node:path'
import { VisavisError } from '../../errors.ts'
import { readSheets } from '../formats/spreadsheet.ts'
import type { RowsByTable } from '../reader/edition.ts'
import type { Observation } from '../rows/observation.ts'
import { oneEdition, rowsIn } from '../rows/one-edition.ts'
import { type ProductFlow, productFlowColumns } from '../rows/product-flow.ts'
import { card, readComextWorkbook, readSanctionedCodes, readSanctionedExports } from './comext-sanctioned.ts'

export { card }

/**
 * The files on sanctioned goods: the workbook of their exports, workbooks of Eurostat's data browser, and the list of codes; any of them in any order,
 * recognised by their content.
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
    observations.push(...rowsIn<Observation>(read.observations!))
    if (read.product_flows !== undefined) products.push(...rowsIn<ProductFlow>(read.product_flows))
  }
  return {
    ...(observations.length > 0 ? { observations: oneEdition(observations) } : {}),
    ...(products.length > 0 ? { product_flows: productFlowColumns(products) } : {}),
    ...(lists[0] === undefined ? {} : await readSanctionedCodes(lists[0])),
  }
}

/** Reads a workbook. One whose sheets are `Sheet 1` and so on is from the data browser. */
async function readWorkbook(path: string): Promise<RowsByTable> {
  const fromBrowser = (await readSheets(path)).some(({ name }) => /^Sheet \d+$/.test(name))
  return fromBrowser ? readComextWorkbook(path) : readSanctionedExports(path)
}
