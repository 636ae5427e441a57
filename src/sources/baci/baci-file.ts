import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { StringDecoder } from 'node:string_decoder'
import { badInput } from '../../errors.ts'
import { unpackedChunks } from '../formats/compressed-file-lines.ts'

/** One yearly file of BACI: the parts of its name, and an SQL expression that reads the file. */
export interface BaciFile {
  readonly path: string
  readonly name: string
  /** The edition of the product codes: HS92 ... HS22. */
  readonly nomenclature: string
  readonly year: number
  /** The codes and the version, such as `HS17 V202401`. */
  readonly vintage: string
  /** SQL table expression with the columns t, i, j (numbers), k (text), v (number), q (text). */
  readonly table: string
}

const header = 't,i,j,k,v,q'

const longestLine = 2 ** 16
const types = "{'t': 'INTEGER', 'i': 'INTEGER', 'j': 'INTEGER', 'k': 'VARCHAR', 'v': 'DOUBLE', 'q': 'VARCHAR'}"

/**
 * Checks the name, header and end of a yearly file. The edition is read from the name, since the file itself does not state it.
 *
 * @throws BadInput for another name or header, and for a file that is cut off in its last line
 */
export async function baciFile(path: string): Promise<BaciFile> {
  const name = basename(path)
  const [, nomenclature, year, version] = /^BACI_(HS\d\d)_Y(\d{4})_(V\d{6}[a-z]?)\.csv(?:\.gz)?$/.exec(name) ?? []
  if (nomenclature === undefined || year === undefined || version === undefined) {
    throw badInput(`${name} is not named like BACI_HS17_Y2022_V202401.csv: nomenclature, year and version stand nowhere else`)
  }
  const first = (await firstLine(path)).replace(/^\uFEFF/, '').replaceAll('"', '')
  if (first !== header) throw badInput(`${name}:1 has the header "${first.slice(0, 60)}", where ${header} is due`)
  if (!name.endsWith('.gz') && !(await endsInLineBreak(path)))
    throw badInput(`${name} ends in the middle of a line: it is cut off; fetch it again`)
  const table = `read_csv('${path.replaceAll("'", "''")}', columns = ${types}, header = true, delim = ',', quote = '"', auto_detect = false)`
  return { path, name, nomenclature, year: Number(year), vintage: `${nomenclature} ${version}`, table }
}

/** Returns a sentence with the number and text of the first line that is not a row of BACI; undefined if every line is one. */
export async function firstBadLine({ path, name }: Pick<BaciFile, 'path' | 'name'>): Promise<string | undefined> {
  const row = /^\d{4},\d{1,3},\d{1,3},"?\s*[0-9A-Z]{4,6}"?,\s*\d+(\.\d+)?(e[+-]?\d+)?,\s*(\d+(\.\d+)?(e[+-]?\d+)?|NA)?$/i
  let line = 0
  for await (const text of linesOf(path)) {
    line++
    if (line > 1 && !row.test(text)) return `${name}:${line} is "${text.slice(0, 80)}", not a row of ${header}`
  }
  return undefined
}

/**
 * Returns the first line of a text file of any size.
 *
 * @throws BadInput for a file that is empty or cannot be read
 */
export async function firstLine(path: string): Promise<string> {
  try {
    for await (const line of linesOf(path)) return line
  } catch (cause) {
    throw badInput(`cannot read ${path}: ${(cause as Error).message}`, { cause })
  }
  throw badInput(`${basename(path)} is empty`)
}

/** Yields the lines of a file of any size. It stops at a line longer than any row of BACI: in a file without line breaks that line would be the whole file. */
async function* linesOf(path: string): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  for await (const chunk of unpackedChunks(path, Number.POSITIVE_INFINITY)) {
    const lines = (rest + decoder.write(chunk)).split('\n')
    rest = lines.pop() as string
    for (const line of lines) yield line.replace(/\r$/, '')
    if (rest.length > longestLine) break
  }
  if (rest !== '') yield rest.slice(0, longestLine)
}

async function endsInLineBreak(path: string): Promise<boolean> {
  const { size } = await stat(path)
  const handle = await open(path)
  try {
    const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1)
    return buffer[0] === 10
  } finally {
    await handle.close()
  }
}
