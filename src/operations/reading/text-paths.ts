import { readdir, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { VisavisError } from '../../errors.ts'

const endings: ReadonlySet<string> = new Set(['.txt', '.text', '.md', '.markdown', '.mdown', '.htm', '.html', '.xhtml', '.pdf', '.docx'])

const hint = 'visavis read-all --help'

/**
 * Returns the paths without duplicates. Each folder is replaced by the texts directly in it, sorted by name; hidden files are left out.
 *
 * @throws VisavisError BadInput for a missing path or a folder without texts
 */
export async function textFiles(paths: readonly string[]): Promise<string[]> {
  const each = await Promise.all(paths.map((path) => filesAt(path)))
  return [...new Set(each.flat())]
}

async function filesAt(path: string): Promise<string[]> {
  const found = await stat(path).catch((cause: NodeJS.ErrnoException) => {
    const what = cause.code === 'ENOENT' ? `there is no file or folder ${path}` : `${path} cannot be read: ${cause.message}`
    throw new VisavisError('BadInput', what, { hint, cause })
  })
  if (!found.isDirectory()) return [path]
  const entries = await readdir(path, { withFileTypes: true })
  const texts = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.') && endings.has(extname(entry.name).toLowerCase()))
  if (texts.length === 0) throw new VisavisError('BadInput', `${path} holds no text (${[...endings].join(', ')})`, { hint })
  return texts.map(({ name }) => join(path, name)).sort()
}
