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

/** The short outlook of a pair. */
export const briefOutlookSchema: ZodType = z.strictObject({
  statements: z
    .array(
      z.strictObject({
        id: z.string().describe('of the forecast, as in visavis outlook'),
        horizon: z.number().int().describe('years ahead'),
        period: z.string().describe('a year, a session of the General Assembly, or a window'),
        statement: z.string(),
        word: z.enum(likelihoodWords).nullable().describe('of ICD 203; null below 1 %'),
        probability: z.number().describe('the less extreme of the model’s and of how often it came after such forecasts in the back-test'),
        model: z.number().describe('the probability of the model'),
        baseline: z.number().describe('the base rate, or how often such a quantity moves that way'),
        baselineOf: z.string(),
        band: z
          .strictObject({ last: z.number(), median: z.number(), low: z.number(), high: z.number(), unit: z.string() })
          .nullable()
          .describe('of a quantity: last value, median and band of 80 %; null for events'),
        skillShown: z.boolean(),
        skill: z
          .strictObject({ value: z.number(), low90: z.number(), high90: z.number() })
          .nullable()
          .describe('gain in the score over the baseline in the back-test, as a share'),
        past: z
          .strictObject({ n: z.number().int(), frequency: z.number() })
          .nullable()
          .describe('forecasts of about this probability in the back-test, and the share after which it came'),
        gain: z.number().describe('expected gain in the log score over the baseline, in bits'),
        backtest: z.string(),
        change: z
          .strictObject({
            input: z.string(),
            from: z.number().nullable(),
            to: z.number().nullable(),
            unit: z.string(),
            probability: z.number().describe('of the statement by the model with that input, all else as it is'),
          })
          .nullable(),
        changes: z.string(),
      }),
    )
    .max(3),
  notes: z.array(z.string()),
})
