import { z } from 'zod'
import { partFile } from './part-path.ts'

const id = z.string().regex(/^[0-9a-f]{16}$/)
const count = z.int().nonnegative()
const created = z.union([z.iso.date(), z.iso.datetime()])

// the names allowed for a file cannot lead outside the root
const part = z
  .strictObject({
    file: z.string().regex(/^parts\/[0-9a-f]{32}\.parquet$/),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    bytes: count,
    rows: count,
  })
  .refine(({ file, sha256 }) => file === partFile(sha256), { error: 'the file is not named after its hash' })

const coverage = z.looseObject({
  indicator: z.string(),
  from: z.string(),
  to: z.string(),
  whom: z.string(),
  states: z.array(z.string()).optional(),
  absence: z.enum(['unknown', 'zero', 'none in force', 'under the threshold']),
  threshold: z.number().optional(),
  silent: z.array(z.string()).optional(),
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
  // a table that is not known here comes from a later version, and is accepted
  tables: z.record(z.string(), z.array(part)),
  sources: z.array(card).refine((cards) => new Set(cards.map((c) => c.id)).size === cards.length, { error: 'a source is listed twice' }),
})

const whole = body.extend({ id })

/** Returns the first fault of a value that should be a manifest (with an id if `idWanted`), and the place of the fault; undefined for a valid manifest. */
export function manifestProblem(value: unknown, idWanted: boolean): string | undefined {
  const issue = (idWanted ? whole : body).safeParse(value).error?.issues[0]
  return issue && `${issue.path.join('.') || 'content'}: ${issue.message}`
}
