import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A file or folder of the package, from the sources and from the built files alike: this one, and what is built of it, lie two directories below its root. */
export function packageFile(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url))
}

/** The version of the package that runs. */
export function packageVersion(): string {
  return (JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as { version: string }).version
}
