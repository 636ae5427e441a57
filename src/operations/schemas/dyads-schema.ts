import { type ZodType, z } from 'zod'
import { domains } from '../../assessments/forms/domains.ts'

const domain = z.enum(domains.map(({ id }) => id))

const pair = z.strictObject({
  a: z.string(),
  b: z.string(),
  domains: z.int().describe('that can be told'),
  figures: z.int().describe('that are known'),
})

const row = z.strictObject({
  a: z.string().describe('ISO3; the first of the two by code'),
  b: z.string(),
  domain,
  id: z.string().describe('of the figure, as in assess'),
  state: z.enum(['observed', 'estimated', 'unknown', 'not-applicable']),
  value: z.number().nullable().describe('null where it is unknown, never zero'),
  low: z.number().nullable(),
  high: z.number().nullable(),
  unit: z.string(),
  period: z.string(),
  percentile: z.number().nullable(),
  certainty: z
    .enum([
      'exact',
      'one report',
      'at least',
      'at most',
      'placebo',
      'bootstrap',
      'jackknife',
      'binomial',
      'credible',
      'prediction',
      'reports',
      'specifications',
    ])
    .nullable(),
  source: z.string().nullable().describe('ids, between blanks'),
})

/** The published form of `visavis dyads --json`. */
export const dyadsSchema: ZodType = z.strictObject({
  schemaVersion: z.literal(1),
  from: z.string().nullable(),
  to: z.string(),
  snapshot: z.strictObject({ id: z.string(), created: z.string() }),
  draws: z.int(),
  seed: z.int(),
  state: z.string().nullable().describe('only pairs with it'),
  domain: domain.nullable().describe('only this one'),
  states: z.int(),
  codes: z
    .array(z.strictObject({ iso3: z.string(), cow: z.int().nullable(), gw: z.int().nullable() }))
    .describe('numbers of the states on the day in the lists of Correlates of War and of Gleditsch and Ward; null where a list lacks one'),
  pairs: z.int(),
  figures: z.int().describe('known ones, of all pairs; those of single years left out'),
  domains: z.array(
    z.strictObject({
      id: domain,
      title: z.string(),
      known: z.int().describe('pairs of which the domain can be told'),
      unknown: z.int(),
      notApplicable: z.int(),
      figures: z.int(),
    }),
  ),
  most: z.array(pair).describe('pairs with the most domains known'),
  fewest: z.array(pair),
  errors: z.array(z.strictObject({ message: z.string(), pairs: z.int(), first: z.string() })),
  rows: z.array(row),
})
