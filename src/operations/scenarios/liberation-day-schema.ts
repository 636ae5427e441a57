import { type ZodType, z } from 'zod'
import { evidenceSchema } from '../schemas/estimate-schema.ts'

const percent = z.number()

const result = z.strictObject({
  iso3: z.string(),
  welfare: percent
    .nullable()
    .describe('percent of spending in the base year that would do the same; null if the data contradict the model'),
  deficit: percent.nullable().describe('change over the size of the deficit in the base year; null if trade was balanced'),
  exportsGdp: percent.describe('change of exports over income'),
  importsGdp: percent.describe('change of imports over income'),
  employment: percent,
  prices: percent,
  revenue: z.number().describe('tariff revenue as a share of spending in the base year'),
})

/** The published form of `visavis scenario liberation-day --json`. */
export const liberationDaySchema: ZodType = z.strictObject({
  schemaVersion: z.literal(1),
  scenario: z.literal('liberation-day'),
  model: z.enum(['wedge', 'eaton-kortum']).describe('wedge: a part of each sale is paid in the country of the buyer'),
  retaliation: z.enum(['none', 'reciprocal', 'optimal']),
  rebate: z.enum(['income-tax', 'lump-sum']),
  elasticity: z.number(),
  tariff: z.strictObject({
    kind: z.enum(['announced', 'optimal', 'uniform']),
    percent: percent.nullable().describe('null where tariffs differ by state'),
    onUsGoods: z.strictObject({ least: percent, greatest: percent }).nullable(),
    source: z.string().nullable(),
  }),
  base: z.strictObject({
    kind: z.enum(['record', 'folder']),
    economies: z.int(),
    filled: z.strictObject({ flows: z.int(), percent }).nullable().describe('flows for which an earlier year stands'),
    leftOut: z.array(z.string()).describe('states with trade but without GDP'),
  }),
  converged: z.boolean(),
  residual: z.number().describe('largest imbalance of a market as a share of the income of its economy'),
  steps: z.int(),
  sameFromSecondStart: z.boolean().nullable(),
  world: z.strictObject({ trade: percent.describe('over income'), employment: percent }),
  results: z.array(result),
  assumptions: z.array(z.string()),
  citation: z.string(),
  snapshot: z.strictObject({ id: z.string(), created: z.string() }).nullable(),
  evidence: z.array(evidenceSchema),
  sources: z.array(z.strictObject({ id: z.string(), title: z.string(), citation: z.string(), vintage: z.string(), licence: z.string() })),
})
