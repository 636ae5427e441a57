import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const home = import.meta.dirname
const browser = join(home, 'browser.ts')

/** Test files that open the browser: those that import `browser.ts`, by whatever way. Relative to the root of the project. */
export function browserTests(): string[] {
  const files = readdirSync(home, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.test.ts'))
  const known = new Map([[browser, true]])
  return files.filter((path) => reaches(join(home, path), known)).map((path) => join('test', path))
}

function reaches(file: string, known: Map<string, boolean>): boolean {
  const before = known.get(file)
  if (before !== undefined) return before
  // a ring of imports ends here
  known.set(file, false)
  const imported = [...readFileSync(file, 'utf8').matchAll(/ from '(\.[^']+\.ts)'/g)].map(([, path]) => join(dirname(file), path!))
  const found = imported.some((path) => path.startsWith(home) && existsSync(path) && reaches(path, known))
  known.set(file, found)
  return found
}
