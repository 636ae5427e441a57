import { type ZodType, z } from 'zod'
import { domains } from '../../assessments/forms/domains.ts'
import { estimateSchema, sourceCardSchema } from './estimate-schema.ts'

const domain = z.enum(domains.map(({ id }) => id) as [string, ...string[]])
const party = z.strictObject({ iso3: z.string().describe('of a state; of a bloc its id (EU, NATO …)'), name: z.string() })

const cell = z.strictObject({
  level: estimateSchema,
  percentile: estimateSchema.nullable(),
  change: estimateSchema.nullable().describe('in ten years'),
})

const row = z.strictObject({
  domain,
  id: z.string().describe('of the figure, as in assess'),
  label: z.string().describe('the two of a pair stand as A and B in it'),
  unit: z.string(),
  cells: z.array(cell.nullable()).describe('a cell for each pair, in their order; null: the record has nothing with this id for the pair'),
})

const line = z.strictObject({
  label: z.string(),
  unit: z.string(),
  method: z.string(),
  sources: z.array(z.string()),
  points: z
    .array(z.tuple([z.number().int(), z.number(), z.number().nullable(), z.number().nullable()]))
    .describe('year, value, ends of the 90 % interval; a year that is unknown is not there'),
})

/** The published form of `visavis compare --json`. */
export const compareSchema: ZodType = z.strictObject({
  schemaVersion: z.literal(1),
  from: z.string().nullable(),
  to: z.string(),
  snapshot: z.strictObject({ id: z.string(), created: z.string() }),
  domain: domain.nullable().describe('only this one'),
  figure: z.string().nullable().describe('only this one'),
  sentences: z
    .array(z.string())
    .describe('which pairs stand, vote and trade closer, and what has changed; none for one pair, for one figure, and for other domains'),
  pairs: z.array(z.strictObject({ a: party, b: party })),
  rows: z.array(row),
  years: z
    .array(z.strictObject({ domain, id: z.string(), label: z.string(), lines: z.array(line.nullable()) }))
    .nullable()
    .describe('by year where that was asked: a line for each pair, in their order; null: the record holds none'),
  sources: z.array(sourceCardSchema),
})
