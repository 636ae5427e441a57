import { type ZodType, z } from 'zod'
import { ledgerItemSchema } from './stage-schema.ts'

/** The published form of `visavis ledger --json`. */
export const ledgerSchema: ZodType = z.strictObject({
  schemaVersion: z.literal(1),
  a: z.string(),
  b: z.string(),
  from: z.string(),
  to: z.string(),
  ledger: z
    .strictObject({ from: z.string(), to: z.string(), reviewed: z.string() })
    .describe('between these days the absence of an item means absence; outside them it means nothing'),
  items: z.array(ledgerItemSchema).describe('newest first'),
})
