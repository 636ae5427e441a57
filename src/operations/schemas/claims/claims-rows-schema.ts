import { type ZodType, z } from 'zod'
import { rowsOfSourceSchema } from '../figure-evidence-schema.ts'
import { answeredClaimSchema, savedDocumentSchema } from './read-schema.ts'

/** The published form of `visavis claims rows --json`. */
export const claimRowsSchema: ZodType = z.strictObject({
  schemaVersion: z.literal(1),
  document: savedDocumentSchema,
  snapshot: z.strictObject({ id: z.string(), created: z.string() }),
  number: z.number().int().describe('among the claims that can be checked, in the order of the text, from 1'),
  claim: answeredClaimSchema,
  behind: rowsOfSourceSchema.describe('source by source; empty where the verdict rests on no row'),
})
