import { realpath } from 'node:fs/promises'
import { isAbsolute, join, sep } from 'node:path'
import { VisavisError } from '../errors.ts'
import type { Input, Operation } from '../operations/request/operation.ts'

/** Names of inputs that may be an id or a path. */
const pathInputs = new Set(['snapshot', 'before'])

/**
 * Resolves the paths among the inputs. Only files in the directories given at start-up may be opened: a text or page must not trick an
 * assistant into reading other files of this machine or fetching a URL.
 *
 * @param roots   the directories given at start-up; if empty, every path is refused
 * @throws VisavisError Usage for a path that is refused
 */
export async function resolveFiles({ parameters }: Operation, input: Input, roots: readonly string[]): Promise<Input> {
  const placed: Record<string, Input[string]> = { ...input }
  for (const { name, file, words = [] } of parameters) {
    const value = input[name]
    if (file === true && value !== undefined && !words.includes(String(value))) {
      const paths = await Promise.all([value].flat().map((path) => allowedPath(name, String(path), roots)))
      placed[name] = Array.isArray(value) ? paths : paths[0]!
    } else if (pathInputs.has(name) && /[\\/]/.test(String(value))) {
      placed[name] = await allowedPath(name, String(value), roots)
    }
  }
  return placed
}

/**
 * Returns the real path of a file within one of the directories. Any other path is refused with the same message, whether or not the file
 * exists.
 */
async function allowedPath(name: string, path: string, roots: readonly string[]): Promise<string> {
  const hint = 'give the text itself, where the tool takes one; or have the server started as: visavis mcp --files DIRECTORY'
  const refused = (why: string): VisavisError => new VisavisError('Usage', `${name}: ${why}`, { hint })
  if (path === '-') throw refused('there is no standard input here')
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(path)) throw refused('an address is not fetched from here')
  if (roots.length === 0) throw refused('no file is read: no directory was named when the server was started')
  for (const root of await Promise.all(roots.map(realPath))) {
    const found = root === undefined ? undefined : await realPath(isAbsolute(path) ? path : join(root, path))
    if (found !== undefined && (found === root || found.startsWith(root!.endsWith(sep) ? root! : `${root}${sep}`))) return found
  }
  throw refused(`"${path}" is no file in ${roots.join(', ')}: only files there are read`)
}

function realPath(path: string): Promise<string | undefined> {
  return realpath(path).catch(() => undefined)
}
