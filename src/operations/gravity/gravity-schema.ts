import { type ZodType, z } from 'zod'
import { untrustedText } from '../schemas/untrusted-text.ts'

const name = untrustedText('cell')
const number = z.number().nullable()

const term = z.strictObject({
  name,
  estimate: number.describe('null: left out'),
  error: number.describe('standard error'),
  low90: number,
  high90: number,
  percent: number.describe('for a regressor that is 0 or 1: by how many percent it changes the flow'),
  leftOut: untrustedText('quoted').nullable().describe('why it has no estimate'),
})

/** The published form of `visavis gravity FILE --json`. */
export const gravitySchema: ZodType = z.strictObject({
  schemaVersion: z.literal(1),
  file: name,
  flow: name,
  effects: z.array(z.strictObject({ name, groups: z.int().describe('groups in use') })),
  clusters: z.array(z.strictObject({ name, clusters: z.int() })).describe('sets of clusters of the errors; none: rows are independent'),
  factor: z.strictObject({
    kind: z.enum(['clusters', 'fixest', 'none']).describe('clusters: G/(G-1); fixest: that times (n-1)/(n-K), K with the fixed effects'),
    value: z.number().describe('by which variances are multiplied'),
  }),
  rows: z.strictObject({
    read: z.int(),
    blank: z.int().describe('left out: a cell that the model uses is blank'),
    used: z.int(),
    withoutFlow: z.int().describe('of the rows used, those with a flow of 0'),
    zeroGroups: z
      .array(z.strictObject({ effect: name, groups: z.int(), rows: z.int() }))
      .describe('left out: rows of groups without any flow'),
    separated: z.int().describe('left out: rows without flow whose fitted flow goes to 0'),
  }),
  terms: z.array(term),
  covariance: z.array(z.array(z.number())).describe('of the coefficients with an estimate, in their order'),
  deviance: z.number(),
  explained: z.number().describe('squared correlation of observed and fitted flow'),
  convergence: z.strictObject({
    converged: z.literal(true),
    steps: z.int(),
    iterations: z.int().describe('of conjugate gradients'),
    lastStep: z.number().describe('relative change that one more step would make to a coefficient'),
    imbalance: z.number().describe('largest relative difference of observed and fitted flow of a group of the fixed effects'),
  }),
  notes: z.array(untrustedText('quoted')),
  fitted: z
    .array(
      z.strictObject({ exporter: name, importer: name, year: name.nullable(), flow: z.number(), fitted: z.number(), used: z.boolean() }),
    )
    .nullable(),
  fixedEffects: z.array(z.strictObject({ effect: name, group: name, value: number.describe('logarithm; null: no flow') })).nullable(),
})

const state = z.strictObject({ iso3: z.string(), name: z.string() })

/** The published form of `visavis measure gravity --json`. */
export const gravityNormSchema: ZodType = z.strictObject({
  schemaVersion: z.literal(1),
  a: state.nullable(),
  b: state.nullable(),
  year: z.int(),
  snapshot: z.strictObject({ id: z.string(), created: z.string() }),
  norm: z
    .strictObject({
      trade: z.number().describe('US dollars, both directions'),
      expected: z.number().describe('US dollars, both directions'),
      ratio: z.number(),
      usualLow: z.number().describe('nine in ten of the pairs with the nearest expected trade have a ratio from here'),
      usualHigh: z.number().describe('to here'),
      alike: z.int().describe('how many these are'),
      percentileAlike: z.number().describe('of the ratio among these'),
      percentile: z.number().describe('of the ratio among all pairs'),
      pairs: z.int(),
    })
    .nullable()
    .describe('null: a flow is unknown, or no pair was asked for'),
  sentences: z.array(z.string()),
  terms: z.array(term),
  states: z.int(),
  ways: z.strictObject({ listed: z.int(), zero: z.int(), unknown: z.int().describe('left out: the source may lack them') }),
  sources: z.array(z.strictObject({ id: z.string(), title: z.string(), citation: z.string(), vintage: z.string() })),
})
