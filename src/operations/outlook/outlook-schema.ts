import { type ZodType, z } from 'zod'

const party = z.strictObject({ iso3: z.string(), name: z.string() })

/** A gain over a baseline, or none where no back-test reaches. */
export const outlookSkillSchema: ZodType = z
  .strictObject({ value: z.number(), low90: z.number(), high90: z.number() })
  .nullable()
  .describe('gain in the score over the baseline in the back-test, as a share, with its 90 % interval; null where no back-test reaches')

/** A forecast, in an answer and in the ledger. */
export const outlookTargetSchema: ZodType = z.strictObject({
  id: z.string(),
  title: z.string(),
  horizon: z.number().int().describe('years after the last known value'),
  period: z.string().describe('what is forecast: a year, or a session of the General Assembly'),
  unit: z.string().describe('of the median and the bands; probability for events'),
  median: z.number().nullable(),
  bands: z
    .array(
      z.strictObject({ level: z.union([z.literal(50), z.literal(80), z.literal(90), z.literal(95)]), low: z.number(), high: z.number() }),
    )
    .describe('central intervals; empty for events'),
  quantiles: z
    .array(z.number())
    .describe('at 0.5, 1, 2.5, 5, 10 … 90, 95, 97.5, 99 and 99.5 %, in steps of 5 % between 5 and 95; empty for events'),
  probability: z.number().nullable().describe('of an event, 0 to 1; null for quantities'),
  baseline: z.number().describe('what no change, or for events the base rate, would say'),
  skill: outlookSkillSchema,
  resolution: z.strictObject({
    source: z.string(),
    vintage: z.string(),
    day: z.string().describe('from which it can be settled'),
    rule: z.string(),
  }),
  basis: z
    .strictObject({ definition: z.string(), baseRateOf: z.string(), basis: z.string(), change: z.string() })
    .optional()
    .describe('of an event: what counts, what the baseline is the rate of, how the probability came about, what would change it'),
})

/** The published form of `visavis outlook --json`. */
export const outlookSchema: ZodType = z.strictObject({
  schemaVersion: z.literal(1),
  a: party,
  b: party,
  asOf: z.string(),
  snapshot: z.strictObject({ id: z.string(), created: z.string() }),
  statements: z.array(z.string()).describe('at most three, with likelihood words of ICD 203'),
  standing: z.string().nullable().describe('the class now'),
  targets: z.array(outlookTargetSchema),
  none: z.array(z.strictObject({ id: z.string(), title: z.string(), why: z.string() })).describe('what has no forecast'),
  notes: z.array(z.string()),
  kept: z
    .strictObject({ added: z.number().int(), there: z.number().int(), folder: z.string() })
    .nullable()
    .describe('what --keep added to the ledger'),
})

const share = z.number().nullable()

/** The published form of `visavis outlook backtest --json`. */
export const backtestSchema: ZodType = z.strictObject({
  schemaVersion: z.literal(1),
  target: z.string(),
  rows: z.array(
    z.strictObject({
      target: z.string(),
      horizon: z.number().int(),
      origin: z.number().int().describe('the session or the year from which was forecast'),
      n: z.number().int().describe('forecasts with an outcome'),
      mae: z.number().nullable().describe('mean absolute error, of logarithms for goods; null for events'),
      crps: z.number().describe('continuous ranked probability score; for events the Brier score'),
      skill: z.number().nullable().describe('1 less the score over that of no change, or of the base rate'),
      cover50: share,
      cover80: share,
      cover90: share,
      cover95: share,
    }),
  ),
})
