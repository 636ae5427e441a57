import { type ZodType, z } from 'zod'
import { deedDoubtsSchemas, membershipSaidSchema, vetoSaidSchema, visitSaidSchema, voteSaidSchema } from './deed-said-schemas.ts'
import { figureDoubtsSchema, figureWordsSchema } from './figure-doubts-schema.ts'
import { figureFields } from './figures-schema.ts'
import { memoryFields } from './memory-said-schemas.ts'
import { pairDeedsShape, pairDoubtsSchema } from './pair-deeds-schema.ts'
import { specialFiguresShape } from './special-figures-schema.ts'

const doubtsSchema = z.strictObject({
  otherBody: z.string().max(500).optional().describe('why a vote may be one of another body than the United Nations'),
  yearUntold: z.literal(true).optional().describe('no sentence so far has the year of the claim in digits'),
  figure: figureDoubtsSchema.optional(),
  deed: deedDoubtsSchemas.deed.optional(),
  vote: deedDoubtsSchemas.vote.optional(),
  veto: deedDoubtsSchemas.veto.optional(),
  membership: deedDoubtsSchemas.membership.optional(),
  pair: pairDoubtsSchema.optional(),
})

/** What the words of a text say about a claim beyond its slots, as `visavis read --json` gives it and `visavis check` takes it. */
export const saidSchema: ZodType = z.strictObject({
  ...memoryFields,
  vote: voteSaidSchema.optional(),
  veto: vetoSaidSchema.optional(),
  membership: membershipSaidSchema.optional(),
  visit: visitSaidSchema.optional(),
  ...pairDeedsShape,
  ...specialFiguresShape,
  figureWords: figureWordsSchema.optional(),
  ...figureFields,
  doubts: doubtsSchema
    .optional()
    .describe('what the words leave open, or why they may have been misread; absent for a claim given as data'),
})
