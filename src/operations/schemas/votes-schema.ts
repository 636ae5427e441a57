import { type ZodType, z } from 'zod'
import { evidenceSchema } from './estimate-schema.ts'
import { untrustedText } from './untrusted-text.ts'

const count = z.number().int()
const split = z.enum(['same', 'partial', 'opposing'])

const sideSchema = z.strictObject({
  position: z.enum(['yes', 'abstained', 'no', 'divided']).describe('of a bloc: of more than half of its members that took one'),
  yes: count,
  abstained: count,
  no: count,
})

const partySchema = z.strictObject({
  iso3: z.string().describe('of a state; of a bloc its id (EU, NATO …)'),
  name: z.string(),
  members: z.array(z.string()).optional().describe('of a bloc: the states that are counted, members on the last day'),
})

const voteSchema = z.strictObject({
  id: count.describe('in the table roll_calls'),
  date: z.string().describe('to the month where the source has no reliable day'),
  session: z.string(),
  symbol: z.string().nullable(),
  title: untrustedText().nullable(),
  kind: z.string().nullable().describe('whole, paragraph, amendment, other'),
  issues: z.array(z.string()).nullable().describe('of me, nu, di, hr, co, ec; empty: none of them; null: not coded'),
  issuesBy: z.string().nullable(),
  important: z.boolean().nullable().describe('listed by the US State Department; null: its list does not speak of that year'),
  a: sideSchema,
  b: sideSchema,
  split: split.nullable().describe('same; partial: one abstained; opposing: yes against no; null: a bloc is divided'),
  source: z.string(),
})

/** The published form of `visavis votes --json`. */
export const votesSchema: ZodType = z.strictObject({
  schemaVersion: z.literal(1),
  a: partySchema,
  b: partySchema,
  from: z.string().nullable(),
  to: z.string(),
  options: z.strictObject({
    issue: z.string().nullable(),
    kind: z.enum(['all', 'whole']),
    split: split.nullable(),
    words: z.string().nullable(),
  }),
  snapshot: z.strictObject({ id: z.string(), created: z.string() }),
  counts: z
    .strictObject({ same: count, partial: count, opposing: count, divided: count })
    .describe('roll calls that pass all filters but that of the split'),
  total: count.describe('roll calls that pass all filters'),
  offset: count,
  votes: z.array(voteSchema).describe('newest first'),
  evidence: z.array(evidenceSchema),
})
