import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Returns the full path of a file or folder of the package. This module is two folders below the root of the package, before and after the build. */
export function packageFile(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url))
}

/** Returns the version of the running package. */
export function packageVersion(): string {
  return (JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as { version: string }).version
}
