import { constants } from 'node:fs'
import { access, mkdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { VisavisError } from '../errors.ts'
import type { CompanionFile, Format, Operation } from '../operations/request/operation.ts'
import { writeAnswerFile } from './write-answer-file.ts'

/** Where a data set goes, and in which format. */
export interface DataSetTarget {
  readonly format: Format
  /** The file; undefined: stdout. */
  readonly output: string | undefined
}

/** Formats that are for reading on a screen, and have no file beside them. */
const forReading: ReadonlySet<Format> = new Set<Format>(['table', 'full', 'md', 'html'])

/**
 * Finds the file and the format of a data set. A folder gets a file called after the command; the format follows from the ending of a file unless one was given.
 * What would be refused later is refused before the work.
 *
 * @param format   `table` if none was given
 * @throws VisavisError CannotWrite for a folder that is missing or may not be written to, or that describes another data set
 */
export async function dataSetTarget(
  operation: Pick<Operation, 'name' | 'formats'>,
  format: Format,
  output: string | undefined,
): Promise<DataSetTarget> {
  if (output === undefined || output === '-') return { format, output }
  const isFolder =
    /[/\\]$/.test(output) ||
    (await stat(output).then(
      (found) => found.isDirectory(),
      () => false,
    ))
  const ending = extname(output).slice(1)
  const byEnding = operation.formats.find((one) => one === ending && !forReading.has(one))
  const chosen = format === 'table' ? (isFolder ? 'csv' : (byEnding ?? format)) : format
  const target = isFolder ? join(output, `${operation.name.replaceAll(' ', '-')}.${chosen}`) : output
  const folder = dirname(target)
  if (isFolder) await mkdir(folder, { recursive: true }).catch((cause: Error) => Promise.reject(cannotWrite(folder, cause)))
  await access(folder, constants.W_OK).catch((cause: Error) => Promise.reject(cannotWrite(folder, cause)))
  if (!forReading.has(chosen)) await refuseOtherDescription(target)
  return { format: chosen, output: target }
}

function cannotWrite(folder: string, cause: Error): VisavisError {
  return new VisavisError('CannotWrite', `${folder} cannot be written to: ${cause.message}`, {
    hint: 'name a folder of your own: -o panel/',
    cause,
  })
}

/** Writes the files that describe a data set beside it. */
export async function writeCompanions(output: string, companions: readonly CompanionFile[]): Promise<void> {
  for (const { name, text } of companions) await writeAnswerFile(join(dirname(output), name), text)
}

/** Refuses a folder in which the description of another data set would be overwritten. One of the same name, in any format, may be. */
async function refuseOtherDescription(target: string): Promise<void> {
  const folder = dirname(target)
  const text = await readFile(join(folder, 'datapackage.json'), 'utf8').catch(() => undefined)
  if (text === undefined || describes(text, stemOf(target))) return
  throw new VisavisError('CannotWrite', `${join(folder, 'datapackage.json')} describes another data set, and would be overwritten`, {
    hint: `give each data set a folder: -o ${stemOf(target)}/`,
  })
}

function describes(text: string, stem: string): boolean {
  try {
    const { resources } = JSON.parse(text) as { readonly resources?: readonly { readonly path?: unknown }[] }
    return resources?.every(({ path }) => typeof path === 'string' && stemOf(path) === stem) === true
  } catch {
    return false
  }
}

function stemOf(path: string): string {
  return basename(path, extname(path))
}
