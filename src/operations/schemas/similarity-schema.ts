import { type ZodType, z } from 'zod'
import { measureNames } from '../../measures/index.ts'

const perMeasure = <T extends ZodType>(each: T): ZodType => z.strictObject(Object.fromEntries(measureNames.map((name) => [name, each])))

const rowSchema = z.strictObject({
  year: z.number().int().nullable(),
  iso3_a: z.string(),
  iso3_b: z.string(),
  cow_a: z.number().int().nullable(),
  cow_b: z.number().int().nullable(),
  n: z.number().int().describe('roll calls on which both have a position'),
  measures: perMeasure(z.number().nullable()),
  intervals: perMeasure(z.strictObject({ low: z.number(), high: z.number() }).nullable()).optional(),
  percentiles: perMeasure(z.number().nullable()).optional(),
})

/** The published form of `visavis measure similarity --json`. */
export const similaritySchema: ZodType = z.strictObject({
  schemaVersion: z.literal(1),
  scope: z.enum(['pair', 'state', 'all']),
  from: z.string(),
  to: z.string(),
  rollCalls: z.number().int(),
  options: z.strictObject({
    byYear: z.boolean(),
    issue: z.string().nullable(),
    kind: z.enum(['all', 'whole']),
    important: z.boolean(),
    consensus: z.enum(['keep', 'drop']),
    absence: z.enum(['skip', 'abstain']),
    draws: z.number().int(),
    seed: z.number().int(),
  }),
  snapshot: z.strictObject({ id: z.string(), created: z.string() }),
  evidence: z.array(z.strictObject({ source: z.string(), vintage: z.string(), rows: z.string(), count: z.number().int() })),
  rows: z.array(rowSchema),
})
