import { type ZodType, z } from 'zod'
import { untrustedText } from './untrusted-text.ts'

const side = z
  .strictObject({ value: z.number(), period: z.string(), method: z.string(), vintages: z.array(z.string()) })
  .nullable()
  .describe('null: not known')

const edition = z.strictObject({ to: z.string(), snapshot: z.string() })

/** The published form of `visavis diff A B --json`. */
export const changesSchema: ZodType = z.strictObject({
  schemaVersion: z.literal(1),
  a: z.string(),
  b: z.string(),
  before: edition,
  after: edition,
  figures: z.array(
    z.strictObject({
      domain: z.string(),
      id: z.string(),
      label: z.string(),
      unit: z.string(),
      reason: z.enum(['new data', 'revised data', 'changed method', 'now known', 'no longer known']),
      before: side,
      after: side,
    }),
  ),
  judgements: z.array(z.strictObject({ what: z.string(), before: z.string(), after: z.string() })),
  events: z.array(z.strictObject({ date: z.string(), text: untrustedText() })),
})
