import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'

/** Published files that are not part of the package: a folder `shared` next to the checkout. */
const shared = fileURLToPath(new URL('../../../shared', import.meta.url))

/** Whether tests against published files can run. On the build machine they must, so that a missing folder fails there. */
export const haveShared: boolean = existsSync(shared) || process.env['CI'] === 'true'

/** The rows of a CSV file of `shared`, gzipped or not, by column name. */
export function sharedRows(path: string): readonly Readonly<Record<string, string>>[] {
  const bytes = readFileSync(`${shared}/${path}`)
  const [header, ...rows] = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').trimEnd().split(/\r?\n/)
  const names = header!.replaceAll('"', '').split(',')
  return rows.map((row) =>
    Object.fromEntries(
      row
        .replaceAll('"', '')
        .split(',')
        .map((cell, at) => [names[at]!, cell.trim()]),
    ),
  )
}

/** The sorted values of a column. */
export function valuesOf(rows: readonly Readonly<Record<string, string>>[], column: string): string[] {
  return [...new Set(rows.map((row) => row[column]!))].sort()
}
