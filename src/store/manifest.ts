import { createHash } from 'node:crypto'
import { VisavisError } from '../errors.ts'
import type { SourceCard } from './source-card.ts'

/** One immutable Parquet file of a snapshot. */
export interface Part {
  /** Path relative to the root: `parts/` and the first 32 hex digits of the hash. */
  readonly file: string
  readonly sha256: string
  readonly bytes: number
  readonly rows: number
}

/** The description of a snapshot: the Parquet files (parts) of each table, the sources of its figures, and when it was made. */
export interface Manifest {
  readonly schemaVersion: 1
  /** The first 16 hex digits of the SHA-256 of all other fields (see `manifestId`). */
  readonly id: string
  /** ISO day or instant in UTC. */
  readonly created: string
  readonly note: string
  /** Id of the snapshot from which this one was made; null if it was made from none. */
  readonly parent: string | null
  readonly tables: Readonly<Record<string, readonly Part[]>>
  readonly sources: readonly SourceCard[]
}

/**
 * Returns the id of a manifest: the first 16 hex digits of the SHA-256 of its content without the id, as JSON with sorted keys and no spaces.
 *
 * @example manifestId({ schemaVersion: 1, created: '2026-11-24', note: '', parent: null, tables: {}, sources: [] })   // '7ce90bbf59b9ee04'
 */
export function manifestId(content: Omit<Manifest, 'id'>): string {
  const { id: _, ...rest } = content as Manifest
  return createHash('sha256')
    .update(JSON.stringify(sorted(rest)))
    .digest('hex')
    .slice(0, 16)
}

/**
 * Makes the manifest of this content, with its id; sources are sorted by id.
 *
 * @throws BadInput if the content is not valid
 */
export async function manifestWithId(content: Omit<Manifest, 'id' | 'schemaVersion'>): Promise<Manifest> {
  const sources = [...content.sources].sort((a, b) => (a.id < b.id ? -1 : 1))
  const whole = { schemaVersion: 1 as const, ...content, sources }
  const { manifestProblem } = await import('./manifest-schema.ts')
  const problem = manifestProblem(JSON.parse(JSON.stringify(whole)), false)
  if (problem !== undefined) throw new VisavisError('BadInput', `this cannot be a snapshot: ${problem}`)
  return { ...whole, id: manifestId(whole) }
}

/** Returns the text of the file `manifest.json`: JSON with sorted keys, an indent of two spaces, and a newline at the end. */
export function printManifest(manifest: Manifest): string {
  return `${JSON.stringify(sorted(manifest), null, 2)}\n`
}

/** Parses the text of a manifest and returns the manifest. If the text is cut off, altered or not a manifest, returns a sentence about the fault. */
export async function parseManifest(text: string): Promise<Manifest | string> {
  if (text.trim() === '') return 'is empty'
  let value: Manifest
  try {
    value = JSON.parse(text) as Manifest
  } catch (cause) {
    return `is not whole JSON (${(cause as Error).message})`
  }
  if (value?.schemaVersion > 1) return `has schema ${value.schemaVersion}: a later visavis wrote it, and this one cannot read it`
  const { manifestProblem } = await import('./manifest-schema.ts') // loaded only here: zod takes 60 ms, which importing the store should not cost
  const problem = manifestProblem(value, true)
  if (problem !== undefined) return `is not a manifest: ${problem}`
  const expected = manifestId(value)
  return value.id === expected ? value : `was altered: its content has the id ${expected}, it says ${value.id}`
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, v]) => v !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => [k, sorted(v)]),
  )
}
