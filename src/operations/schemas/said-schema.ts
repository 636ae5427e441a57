import { type ZodType, z } from 'zod'
import { pairDeedsShape, pairDoubtsSchema } from './said/pair-deeds-schema.ts'
import { specialFiguresShape } from './said/special-figures-schema.ts'
import { figureFields } from './said-figures-schema.ts'

const flag = z.literal(true).optional()

const deedDoubtsSchema = z.strictObject({
  carriedPeriod: flag.describe('the sentence itself does not name the period'),
  vagueParties: flag.describe('another state may be meant'),
})

const doubtsSchema = z.strictObject({
  otherBody: z.string().max(500).optional().describe('why a vote may be one of another body than the United Nations'),
  deed: deedDoubtsSchema.optional().describe('of who did something, and when'),
  pair: pairDoubtsSchema.optional().describe('of a deed between states'),
})

/** What the words of a text say about a claim beyond its slots, as `visavis read --json` gives it and `visavis check` takes it. */
export const saidSchema: ZodType = z.strictObject({
  ...pairDeedsShape,
  ...specialFiguresShape,
  doubts: doubtsSchema
    .optional()
    .describe('what the words leave open, or why they may have been misread; absent for a claim given as data'),
  ...figureFields,
})
