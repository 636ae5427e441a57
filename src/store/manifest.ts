import { createHash } from 'node:crypto'
import { z } from 'zod'
import { VisavisError } from '../errors.ts'
import type { SourceCard } from './source-card.ts'
import { tables } from './tables.ts'

/** One immutable Parquet file of a snapshot. */
export interface Part {
  /** Relative to the root: `parts/` and the first 32 hex digits of the hash. */
  readonly file: string
  readonly sha256: string
  readonly bytes: number
  readonly rows: number
}

/** What a snapshot is: which parts make up each table, where the figures come from, and when it was made. */
export interface Manifest {
  readonly schemaVersion: 1
  /** The first 16 hex digits of the SHA-256 of everything else here (see `manifestId`). */
  readonly id: string
  /** ISO day or instant in UTC. */
  readonly created: string
  readonly note: string
  /** Id of the snapshot that this one was made from. */
  readonly parent: string | null
  readonly tables: Readonly<Record<string, readonly Part[]>>
  readonly sources: readonly SourceCard[]
}

const id = z.string().regex(/^[0-9a-f]{16}$/)
const count = z.int().nonnegative()
const created = z.union([z.iso.date(), z.iso.datetime()])

// only names that cannot lead out of the root
const part = z
  .strictObject({
    file: z.string().regex(/^parts\/[0-9a-f]{32}\.parquet$/),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    bytes: count,
    rows: count,
  })
  .refine(({ file, sha256 }) => file === partFile(sha256), { error: 'the file is not named after its hash' })

const tableNames = Object.keys(tables) as [keyof typeof tables, ...(keyof typeof tables)[]]

const coverage = z.looseObject({
  indicator: z.string(),
  from: z.string(),
  to: z.string(),
  whom: z.string(),
  states: z.array(z.string()).optional(),
  absence: z.enum(['unknown', 'zero', 'none in force']),
})

const card = z.looseObject({
  id: z.string().min(1),
  title: z.string(),
  provider: z.string(),
  url: z.string(),
  licence: z.looseObject({ id: z.string(), url: z.string().optional(), redistribute: z.boolean(), terms: z.string() }),
  citation: z.string(),
  vintage: z.string(),
  coverage: z.array(coverage),
  quirks: z.array(z.string()),
})

const body = z.strictObject({
  schemaVersion: z.literal(1),
  created,
  note: z.string(),
  parent: id.nullable(),
  tables: z.partialRecord(z.enum(tableNames), z.array(part)),
  sources: z.array(card).refine((cards) => new Set(cards.map((c) => c.id)).size === cards.length, { error: 'a source is listed twice' }),
})

/** Where a part with this hash lies, relative to the root. */
export function partFile(sha256: string): string {
  return `parts/${sha256.slice(0, 32)}.parquet`
}

/**
 * A manifest's id: the first 16 hex digits of the SHA-256 of its content without the id, as JSON with sorted keys and no spaces.
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

/** A manifest for this content, complete with its id; sources in the order of their ids. Content that is not one throws BadInput. */
export function sealManifest(content: Omit<Manifest, 'id' | 'schemaVersion'>): Manifest {
  const sources = [...content.sources].sort((a, b) => (a.id < b.id ? -1 : 1))
  const whole = { schemaVersion: 1 as const, ...content, sources }
  const checked = body.safeParse(JSON.parse(JSON.stringify(whole)))
  if (!checked.success) throw new VisavisError('BadInput', `this cannot be a snapshot: ${problemOf(checked.error)}`)
  return { ...whole, id: manifestId(whole) }
}

/** The text of the file `manifest.json`: sorted keys, two spaces, a newline at the end. */
export function printManifest(manifest: Manifest): string {
  return `${JSON.stringify(sorted(manifest), null, 2)}\n`
}

/** Reads a manifest's text. Returns what is wrong with it instead, as text, where it is cut, altered or not a manifest. */
export function parseManifest(text: string): Manifest | string {
  if (text.trim() === '') return 'is empty'
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    return `is not whole JSON (${(cause as Error).message})`
  }
  const checked = body.extend({ id }).safeParse(value)
  if (!checked.success) return `is not a manifest: ${problemOf(checked.error)}`
  const manifest = value as Manifest
  const expected = manifestId(manifest)
  return manifest.id === expected ? manifest : `was altered: its content has the id ${expected}, it says ${manifest.id}`
}

function problemOf(error: z.ZodError): string {
  const issue = error.issues[0]!
  return `${issue.path.join('.') || 'content'}: ${issue.message}`
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
