import { type ZodType, z } from 'zod'
import { deedDoubtsSchemas, membershipSaidSchema, vetoSaidSchema, visitSaidSchema, voteSaidSchema } from './deed-said-schemas.ts'

const doubtsSchema = z.strictObject({
  otherBody: z.string().max(500).optional().describe('why a vote may be one of another body than the United Nations'),
  deed: deedDoubtsSchemas.deed.optional(),
  vote: deedDoubtsSchemas.vote.optional(),
  veto: deedDoubtsSchemas.veto.optional(),
  membership: deedDoubtsSchemas.membership.optional(),
})

/** What the words of a text say about a claim beyond its slots, as `visavis read --json` gives it and `visavis check` takes it. */
export const saidSchema: ZodType = z.strictObject({
  vote: voteSaidSchema.optional(),
  veto: vetoSaidSchema.optional(),
  membership: membershipSaidSchema.optional(),
  visit: visitSaidSchema.optional(),
  doubts: doubtsSchema
    .optional()
    .describe('what the words leave open, or why they may have been misread; absent for a claim given as data'),
})
