import { VisavisError } from '../../errors.ts'
import { readText } from '../formats/csv.ts'

/** A file of a data set, as the list of files tells it. */
export interface DataverseFile {
  readonly id: number
  /** The name under which it comes. */
  readonly name: string
  readonly restricted: boolean
  /** Whether it must be asked for as it was deposited: Dataverse made a table of it. */
  readonly original: boolean
  /** Of the bytes that come; undefined where Dataverse made a table: the sum then stands for neither the table nor, always, for what was deposited. */
  readonly md5: string | undefined
}

/** Deposited forms that are read as they are; of others (Stata, SPSS, R) the table that Dataverse made is taken. */
const readAsDeposited = /\.(csv|tsv|xlsx)$/i

/**
 * The files of a data set, from Dataverse's list of them (`status`, and under `data` a `dataFile` with its label each).
 *
 * @param address   of whom an error speaks
 * @throws VisavisError BadAnswer where it is no such list
 */
export async function dataverseFiles(path: string, address: string): Promise<DataverseFile[]> {
  const answer: unknown = parsed(await readText(path), address)
  const data = isObject(answer) && answer['status'] === 'OK' ? answer['data'] : undefined
  if (!Array.isArray(data)) throw bad(`${address} is no list of files`)
  return data.map((entry, i) => fileOf(entry, `${address}, file ${i + 1}`))
}

function parsed(text: string, address: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new VisavisError('BadAnswer', `${address} is not JSON (${(cause as Error).message})`, { cause })
  }
}

function fileOf(entry: unknown, where: string): DataverseFile {
  const file = isObject(entry) ? entry['dataFile'] : undefined
  if (!isObject(entry) || !isObject(file)) throw bad(`${where} has no dataFile`)
  const { id, filename, originalFileName, md5 } = file
  const label = entry['label'] ?? filename
  if (!Number.isSafeInteger(id) || (id as number) < 1 || !isName(label)) throw bad(`${where} has no number or no plain name`)
  const tabular = file['originalFileFormat'] !== undefined
  const original = tabular && isName(originalFileName) && readAsDeposited.test(originalFileName)
  return {
    id: id as number,
    name: original ? originalFileName : label,
    restricted: entry['restricted'] === true,
    original,
    md5: !tabular && typeof md5 === 'string' && /^[0-9a-f]{32}$/.test(md5) ? md5 : undefined,
  }
}

/** A name that stays in its folder. */
function isName(value: unknown): value is string {
  return typeof value === 'string' && /^[^/\\\0]{1,200}$/.test(value) && !/^\.+$/.test(value)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function bad(message: string): VisavisError {
  return new VisavisError('BadAnswer', message, { hint: 'save the file in a browser, then visavis add' })
}
