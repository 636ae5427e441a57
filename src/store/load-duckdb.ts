import { createRequire } from 'node:module'
import type * as DuckDB from '@duckdb/node-api'

let library: typeof DuckDB | undefined

/**
 * Loads DuckDB's library on the first call.
 *
 * In the built package it is one file (vite.config.ts). In a checkout it is two hundred, which are loaded by `require`, since they are CommonJS: `import` would
 * read each twice to find its exports, which takes twice as long.
 */
export async function loadDuckdb(): Promise<typeof DuckDB> {
  library ??= import.meta.url.endsWith('.ts')
    ? (createRequire(import.meta.url)('@duckdb/node-api') as typeof DuckDB)
    : await import('@duckdb/node-api')
  return library
}

/** Returns DuckDB's library, which the first session has loaded. */
export function duckdb(): typeof DuckDB {
  if (library === undefined) throw new Error('DuckDB is used before a session was opened')
  return library
}
