import { type ZodType, z } from 'zod'
import { domains } from '../../assessments/forms/domains.ts'
import { likelihoodWords } from '../../assessments/forms/likelihood.ts'

const domainIds = z.array(z.enum(domains.map((domain) => domain.id) as [string, ...string[]]))

const pair = { name: z.string(), a: z.string(), b: z.string() }

const conditionSchema = z.discriminatedUnion('type', [
  z.strictObject({ ...pair, type: z.literal('threshold'), figure: z.string(), above: z.number().optional(), below: z.number().optional() }),
  z.strictObject({ ...pair, type: z.literal('reversal'), figure: z.string(), was: z.enum(['up', 'down']) }),
  z.strictObject({ ...pair, type: z.literal('event'), since: z.string(), words: z.string().optional() }),
  z.strictObject({ ...pair, type: z.literal('break'), series: z.string(), since: z.number().int() }),
])

const signSchema = z.strictObject({
  says: z.string(),
  watch: conditionSchema.nullable().describe('a condition for visavis watch; null: none of its kinds can look out for it'),
})

/** One judgement: a sentence with one word of likelihood and its probability. Confidence in it is given separately. */
export const judgementSchema: ZodType = z.strictObject({
  id: z.string(),
  title: z.string(),
  domains: domainIds,
  statement: z.string(),
  word: z.enum(likelihoodWords),
  probability: z
    .strictObject({ value: z.number(), low: z.number(), high: z.number() })
    .describe('of the statement, given the record and its models; the word is that of value'),
  how: z.string(),
  confidence: z.strictObject({ level: z.enum(['low', 'moderate', 'high']), sentence: z.string() }),
  raises: signSchema,
  lowers: signSchema,
  basis: z.array(z.string()).describe('ids of figures, series, indicators or ledger items'),
})

/** One gap of the record, with what would fill it. */
export const keyGapSchema: ZodType = z.strictObject({
  id: z.string(),
  domains: domainIds,
  missing: z.string(),
  why: z.string(),
  fill: z.string(),
  judgement: z.string().nullable().describe('the judgement that it would make or move'),
})
