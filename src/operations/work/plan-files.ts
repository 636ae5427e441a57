import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { VisavisError } from '../../errors.ts'
import type { Input, Operation } from '../request/operation.ts'

/** Files and folders that an input names: the SHA-256 of each, by the name of the parameter. */
export type PlanFiles = Readonly<Record<string, string>>

/**
 * Makes the paths of an input absolute, and takes the hash of what is there, so that cells anywhere work on the same files or not at all.
 *
 * @throws VisavisError BadInput for a path that cannot be read, or standard input
 */
export async function pinFiles(operation: Operation, input: Input): Promise<{ readonly input: Input; readonly files: PlanFiles }> {
  const [paths, files]: [Record<string, string>, Record<string, string>] = [{}, {}]
  for (const { name, file } of operation.parameters) {
    const given = input[name]
    if (file !== true || typeof given !== 'string') continue
    if (given === '-')
      throw new VisavisError('Usage', `${name}: a plan cannot hold standard input`, { hint: 'give a file that all machines have' })
    paths[name] = resolve(given)
    files[name] = await hashOfPath(paths[name])
  }
  return { input: { ...input, ...paths }, files }
}

/**
 * Checks that the files of a plan are on this machine as they were when it was made.
 *
 * @throws VisavisError BadInput if one is missing or was changed
 */
export async function checkFiles(input: Input, files: PlanFiles): Promise<void> {
  for (const [name, hash] of Object.entries(files)) {
    const path = input[name] as string
    if ((await hashOfPath(path)) !== hash)
      throw new VisavisError('BadInput', `${path} is not what it was when the plan was made`, { hint: 'plan anew, or bring back the file' })
  }
}

/** Hash of a file, or of the names and contents of all files in a folder. */
async function hashOfPath(path: string): Promise<string> {
  try {
    const hash = createHash('sha256')
    if (!(await stat(path)).isDirectory()) return hash.update(await readFile(path)).digest('hex')
    const entries = await readdir(path, { withFileTypes: true, recursive: true })
    const names = entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name).slice(path.length + 1))
    for (const name of names.sort()) {
      const content = await readFile(join(path, name))
      hash.update(`${JSON.stringify(name)} ${content.length}\n`).update(content)
    }
    return hash.digest('hex')
  } catch (cause) {
    throw new VisavisError('BadInput', `${path} cannot be read: ${(cause as Error).message}`, { cause })
  }
}
