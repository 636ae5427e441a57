import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Returns the full path of a file or folder of the package. This module is two directories below the root, both in the sources and in the built files. */
export function packageFile(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url))
}

/** Returns the version of the running package. */
export function packageVersion(): string {
  return (JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as { version: string }).version
}
