import { type ZodType, z } from 'zod'
import { componentIds } from '../../assessments/composite/composite-component.ts'
import { evidenceSchema, sourceCardSchema } from './estimate-schema.ts'

const component = z.enum(componentIds)
const state = z.strictObject({ iso3: z.string(), name: z.string() })
const weights = z.array(z.number())
const share = z.number().min(0).max(1.000001)
const rank = z.number().int().min(1)

const componentSchema = z.strictObject({
  id: component,
  title: z.string(),
  period: z.string(),
  unit: z.string(),
  value: z.number(),
  percentile: z.number().describe('0 to 100, more = closer'),
  interval: z
    .strictObject({ low: z.number(), high: z.number(), kind: z.enum(['draws', 'reports']) })
    .nullable()
    .describe('of the percentile'),
  certainty: z.literal('one report').optional(),
  method: z.string(),
  population: z.number().int().describe('pairs that the percentile is taken among'),
  pairs: z.number().int().describe('pairs of states in existence that have it'),
  evidence: z.array(evidenceSchema),
})

const attained = z.strictObject({ rank, weights, bound: rank.describe('no positive weights can pass it') })
const ranks = { low: rank, median: rank, high: rank }

const sensitivitySchema = z.strictObject({
  method: z.enum(['exact', 'sampled']),
  points: z.number().int(),
  sets: z.number().int(),
  ranks: z.strictObject(ranks).describe('5, 50 and 95 % of all weightings'),
  tops: z.array(
    z.strictObject({
      percent: z.number(),
      rank,
      share: share.describe('of all weightings under which the rank is this or better'),
      error: z.number(),
      centralWeights: weights.nullable(),
    }),
  ),
  best: attained,
  worst: attained,
  convergence: z.array(z.strictObject({ points: z.number().int(), ...ranks })),
  histogram: z.array(z.strictObject({ from: rank, to: rank, share })),
})

/** The published form of `visavis composite --json`. */
export const compositeSchema: ZodType = z.strictObject({
  schemaVersion: z.literal(1),
  a: state,
  b: state,
  to: z.string(),
  among: z.enum(['all', 'a', 'b']),
  weights: z.array(z.strictObject({ component, weight: z.number(), share })),
  components: z.array(componentSchema),
  notWeighed: z.array(z.strictObject({ id: component, title: z.string(), period: z.string(), pairs: z.number().int(), has: z.boolean() })),
  leftOut: z.array(z.strictObject({ id: z.string(), reason: z.string() })),
  pairs: z.strictObject({ inExistence: z.number().int(), ranked: z.number().int() }),
  composite: z.strictObject({ value: z.number(), low: z.number(), high: z.number(), rank, rankLow: rank, rankHigh: rank }),
  draws: z.number().int(),
  seed: z.number().int(),
  aggregations: z.array(
    z.strictObject({
      id: z.enum(['arithmetic', 'geometric', 'borda', 'head-to-head']),
      title: z.string(),
      value: z.number(),
      unit: z.enum(['percentile', 'share']),
      rank,
      method: z.string(),
    }),
  ),
  headToHead: z.strictObject({ wins: z.number().int(), ties: z.number().int(), losses: z.number().int() }),
  correlations: z.array(z.strictObject({ a: component, b: component, value: z.number().nullable() })),
  sensitivity: sensitivitySchema,
  curves: z.array(z.strictObject({ component, points: z.array(z.strictObject({ share, rank })) })),
  ternary: z.strictObject({ side: z.number().int(), ranks: z.array(rank) }).nullable(),
  ranking: z.array(z.strictObject({ rank, a: z.string(), b: z.string(), value: z.number(), percentiles: weights })),
  all: z.boolean().describe('whether the ranking has every pair'),
  snapshot: z.strictObject({ id: z.string(), created: z.string() }),
  sources: z.array(sourceCardSchema),
})
