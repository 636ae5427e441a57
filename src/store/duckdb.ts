import { createRequire } from 'node:module'
import type * as DuckDB from '@duckdb/node-api'

const require = createRequire(import.meta.url)

/**
 * DuckDB's library, loaded on the first call.
 *
 * By `require`, since it is CommonJS in two hundred files, which `import` reads twice to find their exports: 95 ms of processor time instead of 230.
 */
export function duckdb(): typeof DuckDB {
  return require('@duckdb/node-api') as typeof DuckDB
}
