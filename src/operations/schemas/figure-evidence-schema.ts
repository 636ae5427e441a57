import { type ZodType, z } from 'zod'
import { estimateSchema, sourceCardSchema } from './estimate-schema.ts'
import { untrustedText } from './untrusted-text.ts'

const party = z.strictObject({ iso3: z.string().describe('of a state; of a bloc its id (EU, NATO …)'), name: z.string() })

/** The rows of each source behind a figure or a verdict. */
export const rowsOfSourceSchema: ZodType = z.array(
  z.strictObject({
    source: sourceCardSchema,
    vintage: z.string(),
    table: z.string().describe('of the snapshot; or the file of the ledger'),
    condition: z.string().describe('which of its rows, as SQL has it: what follows WHERE'),
    total: z.number().int().describe('rows that there are; `rows` has no more than the limit'),
    columns: z.array(z.string()).describe('of votes, the positions of the states that it is about stand under their codes'),
    rows: z
      .array(z.array(z.union([untrustedText('cell'), z.number(), z.boolean(), z.null()])))
      .describe('null: blank in the source, never zero'),
  }),
)

/** The published form of `visavis evidence --json`. */
export const evidenceAnswerSchema: ZodType = z.strictObject({
  schemaVersion: z.literal(1),
  a: party,
  b: party,
  to: z.string(),
  snapshot: z.strictObject({ id: z.string(), created: z.string() }),
  figure: estimateSchema,
  behind: rowsOfSourceSchema.describe('source by source; empty where the figure is unknown'),
})
