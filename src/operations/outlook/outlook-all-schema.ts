import { type ZodType, z } from 'zod'

const ofQuantity = z.number().nullable().describe('null for events')

/** The published form of `visavis outlook all --json`; a line of `--format jsonl` is one of its rows. */
export const outlookAllSchema: ZodType = z.strictObject({
  schemaVersion: z.literal(1),
  asOf: z.string(),
  snapshot: z.strictObject({ id: z.string(), created: z.string() }),
  state: z.string().nullable().describe('only pairs with it'),
  horizon: z.int().nullable().describe('only this one'),
  target: z.string().nullable().describe('only this one'),
  pairs: z.int(),
  forecasts: z.int(),
  targets: z.array(z.strictObject({ target: z.string(), pairs: z.int().describe('with a forecast'), forecasts: z.int() })),
  rows: z.array(
    z.strictObject({
      a: z.string().describe('ISO3; the first of the two by code'),
      b: z.string(),
      target: z.string(),
      horizon: z.int().describe('years after the last known value'),
      period: z.string().describe('a year; s81 for session 81 of the General Assembly; 2026-2030 for a window'),
      unit: z.string(),
      median: ofQuantity,
      low80: ofQuantity,
      high80: ofQuantity,
      low95: ofQuantity,
      high95: ofQuantity,
      probability: z.number().nullable().describe('of an event; null for quantities'),
      baseline: z.number().describe('the last value, or for events the base rate'),
      skill: z.number().nullable().describe('gain over the baseline in the back-test, as a share'),
      resolvesOn: z.string().describe('ISO day from which it can be settled'),
    }),
  ),
})
