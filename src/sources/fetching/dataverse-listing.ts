import { VisavisError } from '../../errors.ts'
import { readText } from '../formats/csv.ts'

/** A file of a data set in Dataverse's list of files. */
export interface DataverseFile {
  readonly id: number
  /** The name of the file as downloaded. */
  readonly name: string
  readonly restricted: boolean
  /** Whether to request the file as it was deposited, instead of the table into which Dataverse converted it. */
  readonly original: boolean
  /**
   * Checksum of the bytes to download. Undefined if Dataverse converted the file to a table: the checksum in the list is then not that of the table, and not
   * always that of the deposited file.
   */
  readonly md5: string | undefined
}

/** Names of deposited files that are read as deposited. For other forms (Stata, SPSS, R) the table made by Dataverse is downloaded. */
const readAsDeposited = /\.(csv|tsv|xlsx)$/i

/**
 * Reads Dataverse's list of the files of a data set: an object with `status`, and under `data` a label and a `dataFile` for each file.
 *
 * @param address   address of the list, for the error message
 * @throws BadAnswer if the file is not such a list
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

/** Whether the value is a file name without folders. */
function isName(value: unknown): value is string {
  return typeof value === 'string' && /^[^/\\\0]{1,200}$/.test(value) && !/^\.+$/.test(value)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function bad(message: string): VisavisError {
  return new VisavisError('BadAnswer', message, { hint: 'save the file in a browser, then visavis add' })
}
