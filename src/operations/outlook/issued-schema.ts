import { type ZodType, z } from 'zod'

const day = z.string().describe('ISO day')
const ofQuantity = z.number().nullable().describe('null for events')
const ofEvent = z.number().nullable().describe('null for quantities')
const scores = {
  logScore: z.number().nullable().describe('of an event: minus the natural logarithm of the probability given to what came'),
  baselineLogScore: z.number().nullable().describe('the same of the base rate'),
}

/** The published form of `visavis outlook issued --json`. */
export const outlookIssuedSchema: ZodType = z.strictObject({
  schemaVersion: z.literal(1),
  years: z.array(
    z.strictObject({
      year: z.number().int().describe('of issue; where it was made afterwards, the last year of its data'),
      issued: day,
      snapshot: z.string(),
      seed: z.number().int().describe('of the draw of pairs'),
      sha256: z.string().describe('of the bytes of data/outlook/ledger/YEAR.csv'),
      n: z.number().int(),
      open: z.number().int(),
      resolved: z.number().int(),
      void: z.number().int(),
      madeAfterwards: z.boolean().describe('made when outcomes had come, from data to that year only'),
    }),
  ),
  targets: z
    .array(
      z.strictObject({
        year: z.number().int(),
        target: z.string().describe('quantity or kind of event'),
        resolved: z.number().int(),
        score: z.number().describe('mean'),
        baselineScore: z.number(),
        ...scores,
        within80: z.number().nullable().describe('share of outcomes; null for events'),
        within95: z.number().nullable(),
      }),
    )
    .describe('means over what has come out'),
  entries: z
    .array(
      z.strictObject({
        year: z.number().int(),
        issued: day,
        id: z.string(),
        a: z.string(),
        b: z.string(),
        target: z.string(),
        horizon: z.number().int().describe('years after the last known value'),
        resolvesOn: z.string().describe('ISO day from which it can be settled'),
        unit: z.string(),
        median: ofQuantity,
        low80: ofQuantity,
        high80: ofQuantity,
        low95: ofQuantity,
        high95: ofQuantity,
        probability: ofEvent,
        baseline: z.number().describe('the last value, or for events the base rate'),
        status: z.enum(['open', 'resolved', 'void']),
        settled: z.string().nullable().describe('ISO day'),
        outcome: z.number().nullable().describe('the value, or 1 and 0 for an event'),
        score: z.number().nullable().describe('weighted interval score of a quantity, of its logarithm for goods; Brier score of an event'),
        baselineScore: z
          .number()
          .nullable()
          .describe('the same of no change: of the same bands around the last value; Brier score of the base rate'),
        ...scores,
        within80: z.boolean().nullable(),
        within95: z.boolean().nullable(),
        why: z.string().nullable().describe('why it is void, or what should be known of the edition by which it was settled'),
      }),
    )
    .describe('of the year that was asked for; without one, of the newest that was issued in time'),
})
