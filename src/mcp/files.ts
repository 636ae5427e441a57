import { realpath } from 'node:fs/promises'
import { isAbsolute, join, sep } from 'node:path'
import { VisavisError } from '../errors.ts'
import type { Input, Operation } from '../operations/asked/operation.ts'

/** Inputs that may be a path as well as an id. */
const perhapsPaths = new Set(['snapshot', 'before'])

/**
 * The inputs with every path made absolute. Only files in the directories that were named when the server was started are opened: what a text or a page tells an assistant
 * must not make it read other files of this machine, nor fetch an address.
 *
 * @param roots   those directories; none: no file is read
 * @throws VisavisError Usage
 */
export async function placeFiles({ parameters }: Operation, input: Input, roots: readonly string[]): Promise<Input> {
  const placed: Record<string, Input[string]> = { ...input }
  for (const { name, file } of parameters) {
    const value = input[name]
    if (file === true && value !== undefined) {
      const paths = await Promise.all([value].flat().map((path) => placeOf(name, String(path), roots)))
      placed[name] = Array.isArray(value) ? paths : paths[0]!
    } else if (perhapsPaths.has(name) && /[\\/]/.test(String(value))) {
      placed[name] = await placeOf(name, String(value), roots)
    }
  }
  return placed
}

/** Where a path leads, links followed, if that is within one of the directories. A file elsewhere is refused in the same words whether or not it exists. */
async function placeOf(name: string, path: string, roots: readonly string[]): Promise<string> {
  const hint = 'give the text itself, where the tool takes one; or have the server started as: visavis mcp --files DIRECTORY'
  const refused = (why: string): VisavisError => new VisavisError('Usage', `${name}: ${why}`, { hint })
  if (path === '-') throw refused('there is no standard input here')
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(path)) throw refused('an address is not fetched from here')
  if (roots.length === 0) throw refused('no file is read: no directory was named when the server was started')
  for (const root of await Promise.all(roots.map(real))) {
    const found = root === undefined ? undefined : await real(isAbsolute(path) ? path : join(root, path))
    if (found !== undefined && (found === root || found.startsWith(root!.endsWith(sep) ? root! : `${root}${sep}`))) return found
  }
  throw refused(`"${path}" is no file in ${roots.join(', ')}: only files there are read`)
}

function real(path: string): Promise<string | undefined> {
  return realpath(path).catch(() => undefined)
}
