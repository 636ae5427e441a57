import { type ZodType, z } from 'zod'
import { likelihoodWords } from '../../assessments/forms/likelihood.ts'

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
