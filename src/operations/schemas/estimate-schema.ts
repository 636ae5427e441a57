import { type ZodType, z } from 'zod'
import { untrustedText } from './untrusted-text.ts'

const intervalSchema = z.union([
  z.literal('exact'),
  z.strictObject({
    level: z.literal(0.9),
    low: z.number(),
    high: z.number(),
    kind: z.enum(['placebo', 'bootstrap', 'jackknife', 'binomial', 'credible', 'prediction']),
  }),
  z.strictObject({ low: z.number(), high: z.number(), kind: z.enum(['reports', 'specifications']) }),
])

/** The source and edition of the rows behind a figure, and the condition that finds these rows. */
export const evidenceSchema: ZodType = z.strictObject({
  source: z.string(),
  vintage: z.string(),
  rows: z.string(),
  count: z.number().int(),
})

const subject = { id: z.string(), label: z.string(), unit: z.string(), period: z.string() }

/** A figure with its value (`observed`, `estimated`), or the reason why it has none (`unknown`, `not-applicable`). */
export const estimateSchema: ZodType = z.discriminatedUnion('state', [
  z.strictObject({
    ...subject,
    state: z.enum(['observed', 'estimated']),
    value: z.number(),
    interval: intervalSchema,
    method: z.string(),
    evidence: z.array(evidenceSchema),
    certainty: z.enum(['one report', 'at least', 'at most']).optional(),
    note: z.string().optional(),
  }),
  z.strictObject({ ...subject, state: z.literal('unknown'), reason: z.string(), wouldTell: z.string().optional() }),
  z.strictObject({ ...subject, state: z.literal('not-applicable'), reason: z.string() }),
])

/** The card of a source: its terms, citation and coverage. */
export const sourceCardSchema: ZodType = z.object({
  id: z.string(),
  title: z.string(),
  provider: z.string(),
  url: z.string(),
  licence: z.object({ id: z.string(), url: z.string().optional(), redistribute: z.boolean(), terms: z.string() }),
  citation: z.string(),
  vintage: z.string(),
  coverage: z.array(
    z.object({
      indicator: z.string(),
      from: z.string(),
      to: z.string(),
      whom: z.string(),
      states: z.array(z.string()).optional(),
      universe: z.literal('cow').optional(),
      absence: z.enum(['unknown', 'zero', 'none in force', 'under the threshold']),
      threshold: z.number().optional(),
      silent: z.array(z.string()).optional(),
    }),
  ),
  quirks: z.array(z.string()),
  fetched: z
    .array(
      z.object({
        address: untrustedText('cell'),
        name: untrustedText('cell'),
        fetched: z.string(),
        checked: z.string(),
        sha256: z.string(),
        bytes: z.number().int(),
        etag: z.string().nullable(),
        lastModified: z.string().nullable(),
        md5: z.string().optional(),
      }),
    )
    .optional()
    .describe('of an edition that was fetched: its files'),
})
