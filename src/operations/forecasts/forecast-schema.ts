import { type ZodType, z } from 'zod'
import { untrustedText } from '../schemas/untrusted-text.ts'

const count = z.number().int()

const bandSchema = z.strictObject({
  level: z.number().describe('share of values that the band should hold'),
  low: z.number(),
  high: z.number(),
})

const periodSchema = z.strictObject({
  period: z.string(),
  horizon: count.describe('periods ahead'),
  median: z.number(),
  bands: z.array(bandSchema).describe('at 50, 80, 90 and 95 %'),
})

const seriesSchema = z.strictObject({
  name: untrustedText('cell'),
  model: z.string().describe('with its form: ETS(A,N,N), ARIMA(0,1,1) with drift'),
  values: count,
  first: z.string(),
  last: z.string(),
  bandsFrom: z
    .enum(['pooled', 'model'])
    .describe('pooled: errors at held-out origins of all series of the file; model: its own normal errors'),
  notes: z.array(z.string()),
  forecasts: z.array(periodSchema),
})

/** The published form of `visavis forecast --json`. */
export const forecastSchema: ZodType = z.strictObject({
  schemaVersion: z.literal(1),
  file: untrustedText('cell'),
  model: z.enum(['theta', 'ets', 'arima', 'drift', 'naive']),
  horizon: count,
  series: z.array(seriesSchema),
  refused: z.array(z.strictObject({ name: untrustedText('cell'), why: z.string() })),
  pool: z.strictObject({ series: count, origins: count }).nullable().describe('what pooled bands rest on; null: bands are the model’s'),
})
