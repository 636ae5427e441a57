import { type ZodType, z } from 'zod'
import { figureDoubtsSchema, figureWordsSchema } from './said/figure-doubts-schema.ts'

const doubtsSchema = z.strictObject({
  otherBody: z.string().max(500).optional().describe('why a vote may be one of another body than the United Nations'),
  yearUntold: z.boolean().optional().describe('whether no sentence so far has the year of the claim in digits'),
  figure: figureDoubtsSchema.optional(),
})

/** What the words of a text say about a claim beyond its slots, as `visavis read --json` gives it and `visavis check` takes it. */
export const saidSchema: ZodType = z.strictObject({
  figureWords: figureWordsSchema.optional(),
  doubts: doubtsSchema
    .optional()
    .describe('what the words leave open, or why they may have been misread; absent for a claim given as data'),
})
