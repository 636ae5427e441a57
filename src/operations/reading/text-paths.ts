import { opendir, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { VisavisError } from '../../errors.ts'

const endings: ReadonlySet<string> = new Set(['.txt', '.text', '.md', '.markdown', '.mdown', '.htm', '.html', '.xhtml', '.pdf', '.docx'])

const hint = 'visavis read-all --help'

/** Paths of texts, which may be so many that they are joined from folder and name only when they are needed. */
export interface TextPaths extends Iterable<string> {
  readonly count: number
}

/**
 * Returns the paths without duplicates. Each folder is replaced by the texts directly in it, sorted by name; hidden files are left out.
 *
 * @throws VisavisError BadInput for a missing path or a folder without texts
 */
export async function textPaths(paths: readonly string[]): Promise<TextPaths> {
  const each: FolderOfTexts[] = []
  for (const path of paths) each.push(await textsAt(path))
  const all = function* (): Generator<string> {
    for (const { folder, names } of each) for (const name of names) yield folder === undefined ? name : join(folder, name)
  }
  if (each.length === 1) return { count: each[0]!.names.length, [Symbol.iterator]: all }
  const distinct = new Set(all())
  return { count: distinct.size, [Symbol.iterator]: () => distinct.values() }
}

/** Returns the paths as `textPaths` does, all at once. */
export async function textFiles(paths: readonly string[]): Promise<string[]> {
  return [...(await textPaths(paths))]
}

interface FolderOfTexts {
  /** Undefined where the names are paths as they were given. */
  readonly folder: string | undefined
  readonly names: readonly string[]
}

async function textsAt(path: string): Promise<FolderOfTexts> {
  const found = await stat(path).catch((cause: NodeJS.ErrnoException) => {
    const what = cause.code === 'ENOENT' ? `there is no file or folder ${path}` : `${path} cannot be read: ${cause.message}`
    throw new VisavisError('BadInput', what, { hint, cause })
  })
  if (!found.isDirectory()) return { folder: undefined, names: [path] }
  const names: string[] = []
  // entry by entry: a list of a million entries with their kinds takes half a gigabyte
  for await (const entry of await opendir(path, { bufferSize: 1024 }))
    if (entry.isFile() && !entry.name.startsWith('.') && endings.has(extname(entry.name).toLowerCase())) names.push(entry.name)
  if (names.length === 0) throw new VisavisError('BadInput', `${path} holds no text (${[...endings].join(', ')})`, { hint })
  return { folder: path, names: names.sort() }
}
