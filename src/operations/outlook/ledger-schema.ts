import { type ZodType, z } from 'zod'
import { outlookTargetSchema } from './outlook-schema.ts'

const pairSchema = z.strictObject({ a: z.string(), b: z.string(), names: z.tuple([z.string(), z.string()]) })

const resolution = {
  schemaVersion: z.literal(1),
  forecast: z.string().describe('id of the forecast'),
  resolved: z.string().describe('instant, UTC'),
  snapshot: z.string(),
  outcome: z.number().nullable().describe('the value, or 1 and 0 for an event; null where the forecast is void'),
  why: z.string().nullable().describe('why it is void, or what should be known of the edition by which it was settled'),
  score: z.number().nullable().describe('CRPS of a quantity, of its logarithm for goods; Brier score of an event'),
  baselineScore: z
    .number()
    .nullable()
    .describe('the same of no change: of the same distribution around the last value; Brier score of the base rate'),
  logScore: z
    .number()
    .nullable()
    .describe('of an event: minus the natural logarithm of the probability given to what came; null for quantities'),
  baselineLogScore: z.number().nullable().describe('the same of the base rate'),
  within80: z.boolean().nullable(),
  within95: z.boolean().nullable(),
  sha256: z.string(),
}

const questionSchema = z.strictObject({
  type: z.enum(['numeric', 'binary']),
  title: z.string(),
  resolutionCriteria: z.string(),
  finePrint: z.string(),
  openDay: z.string(),
  closeDay: z.string(),
  resolveDay: z.string(),
  unit: z.string(),
  range: z.strictObject({ low: z.number(), high: z.number() }).nullable().describe('both ends are open'),
  cdf: z.array(z.number()).nullable().describe('probability of at most each of 201 values at even steps over the range'),
  probability: z.number().nullable(),
})

/** The published form of `visavis outlook due --json`. */
export const outlookDueSchema: ZodType = z.strictObject({
  schemaVersion: z.literal(1),
  on: z.string(),
  folder: z.string(),
  digest: z.string().describe('of the whole ledger: published, it shows later that nothing was changed, added or left out'),
  due: z.array(
    z.strictObject({
      schemaVersion: z.literal(1),
      id: z.string(),
      kept: z.string().describe('instant, UTC'),
      version: z.string(),
      snapshot: z.string(),
      seed: z.null().describe('no draws are made'),
      pair: pairSchema,
      classThen: z.number().int().nullable().describe('class of standing when the forecast was made, 0 to 5'),
      target: outlookTargetSchema,
      sha256: z.string().describe('of all else in the ledger file'),
      question: questionSchema,
      resolution: z.strictObject(resolution).nullable(),
    }),
  ),
  waiting: z.number().int(),
  next: z.string().nullable(),
})

/** The published form of `visavis outlook score --json`. */
export const outlookScoreSchema: ZodType = z.strictObject({
  schemaVersion: z.literal(1),
  on: z.string(),
  snapshot: z.strictObject({ id: z.string(), created: z.string() }),
  folder: z.string(),
  digest: z.string(),
  rows: z.array(
    z.strictObject({
      ...resolution,
      pair: pairSchema,
      kept: z.string(),
      id: z.string(),
      title: z.string(),
      horizon: z.number().int(),
      period: z.string(),
    }),
  ),
  open: z.array(z.strictObject({ why: z.string(), forecasts: z.number().int() })).describe('due, and not settled by this record'),
  waiting: z.number().int(),
  targets: z.array(
    z.strictObject({
      target: z.string().describe('id of a quantity, or kind of an event'),
      settled: z.number().int(),
      score: z.number(),
      baselineScore: z.number(),
      logScore: z.number().nullable(),
      baselineLogScore: z.number().nullable(),
      within80: z.number().nullable(),
      within95: z.number().nullable(),
    }),
  ),
})
