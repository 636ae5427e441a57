import { type ZodType, z } from 'zod'
import { untrustedText } from '../schemas/untrusted-text.ts'

const askedSchema = z.strictObject({
  source: z.string(),
  provider: z.string(),
  address: z.string(),
  why: z.string().describe('what the record lacks'),
  outcome: z.enum(['stored', 'nothing', 'refused', 'failed', 'not asked']),
  figures: z.number().int().describe('how many figures came, where they were stored'),
  says: untrustedText().nullable().describe('why nothing was stored'),
})

/** What `--pull` asked, and what came of it. */
export const pullReportSchema: ZodType = z.strictObject({
  requests: z.array(askedSchema),
  snapshot: z.string().nullable().describe('the new snapshot, on which the answer rests; null: nothing was stored'),
  notes: z.array(untrustedText('quoted')),
})
