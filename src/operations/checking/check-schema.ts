import { type ZodType, z } from 'zod'
import { claimKinds } from '../../claims/claim.ts'
import { findingShape, periodSchema, textAnswers } from '../schemas/claims/read-schema.ts'
import { sourceCardSchema } from '../schemas/estimate-schema.ts'
import { untrustedText } from '../schemas/untrusted-text.ts'

const count = z.number().int()

const checkedClaimSchema = z.strictObject({
  id: untrustedText('cell').nullable().describe('as given'),
  line: count.describe('line of the file; in a list of an answer, the place from 1'),
  sentence: untrustedText().nullable().describe('as given; it is not read'),
  kind: z.enum(claimKinds),
  domain: z.string(),
  indicator: untrustedText('cell').describe('as given'),
  catalogue: z
    .string()
    .nullable()
    .describe('what is measured, by its id; null for a deed, or where the words name nothing that is measured'),
  actors: z.array(z.string()).describe('as understood: ISO3, or EUU, WLD, EUR, AFR, SSF and ids of blocs'),
  direction: z.string().describe('CHN->RUS, total, or n/a'),
  period: periodSchema.nullable(),
  period_base: periodSchema.nullable(),
  value: z.number().nullable(),
  value_from: z.number().nullable(),
  unit: untrustedText('cell').nullable(),
  qualifier: untrustedText('cell').nullable(),
  source_named: untrustedText('cell').nullable(),
  answer: z.enum(textAnswers),
  ...findingShape,
})

/** The published form of `visavis check --json`. */
export const checkSchema: ZodType = z.strictObject({
  schemaVersion: z.literal(1),
  document: z.strictObject({
    name: untrustedText('cell'),
    date: z.string().describe('what came later counts as not known'),
    sha256: z.string(),
  }),
  snapshot: z.strictObject({ id: z.string(), created: z.string() }),
  summary: z.strictObject({
    claims: count,
    byVerdict: z.record(z.enum(['supported', 'partly', 'contradicted', 'unverifiable']), count),
    errors: count,
  }),
  claims: z.array(checkedClaimSchema),
  errors: z.array(
    z.strictObject({ line: count, id: untrustedText('cell').nullable(), slot: z.string(), message: untrustedText('quoted') }),
  ),
  sources: z.array(sourceCardSchema),
  failOn: z.strictObject({ asked: z.enum(['contradicted', 'partly']), met: z.boolean() }).nullable(),
})
