import { type ZodType, z } from 'zod'
import { domains } from '../../assessments/forms/domains.ts'
import { evidenceSchema } from './estimate-schema.ts'

const year = z.number().int()
const share = z.number().min(0).max(1)

const eventSchema = z.strictObject({
  id: z.string(),
  date: z.string(),
  sentence: z.string(),
  days: z.number().int().describe('from 1 January of the year of the break; negative: before it'),
  about: z.boolean().describe('the date is known to the month or year only: counted from its middle'),
})

const breakSchema = z.strictObject({
  year: year.describe('first year of the new segment'),
  interval: z
    .strictObject({ level: z.literal(0.9), low: year, high: year })
    .nullable()
    .describe('of that year; null: none to be had'),
  before: z.number().describe('mean of the segment; under the trend model growth a year, as a share'),
  after: z.number(),
  shift: z.number().nullable().describe('trend model: where the new line begins, as a share above or below the old one'),
  byLwz: z.boolean().describe('the stricter criterion finds a break within the interval'),
  byPelt: z.boolean().nullable().describe('so does PELT; null: it is for levels only'),
  events: z.array(eventSchema).max(3).nullable().describe('of the ledger, nearest in time; null: no ledger of these years'),
})

const runSchema = z.strictObject({
  from: year,
  to: year,
  state: z.enum(['observed', 'unknown']),
  reason: z.string().optional(),
  shortest: z.number().int().optional().describe('least years of a segment'),
  breaks: z.array(breakSchema),
  drift: z
    .strictObject({ share, error: z.number(), draws: z.number().int() })
    .nullable()
    .describe('part of random walks that keep as close to their segments; null: no break'),
})

const seriesSchema = z.strictObject({
  id: z.string(),
  label: z.string(),
  domain: z.enum(domains.map(({ id }) => id)),
  unit: z.string(),
  model: z.enum(['mean', 'trend']),
  method: z.string(),
  points: z.array(z.tuple([year, z.number()])).describe('year and value; years without a figure are not there'),
  runs: z.array(runSchema).describe('years without a gap; nothing is said across a gap'),
  evidence: z.array(evidenceSchema),
})

const eventTestSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('unknown'), reason: z.string() }),
  z.strictObject({
    state: z.literal('observed'),
    moments: z.number().int(),
    items: z.number().int().describe('of the ledger, dated in the two years around a moment'),
    expected: z.number(),
    p: share.describe('part of all choices of as many years that have as many items or more; all are counted'),
    placements: z.number().int(),
    from: year,
    to: year,
  }),
])

/** The published form of the turning points in `visavis assess --json`. */
export const turningPointsSchema: ZodType = z.strictObject({
  series: z.array(seriesSchema),
  moments: z
    .array(z.strictObject({ year, low: year, high: year, series: z.array(z.string()) }))
    .describe('breaks of different series whose intervals overlap'),
  events: eventTestSchema.describe('whether items of the ledger cluster at the moments; not why'),
  periods: z
    .array(
      z.strictObject({
        from: year,
        to: year,
        levels: z.array(z.strictObject({ series: z.string(), value: z.number().nullable(), years: z.number().int() })),
      }),
    )
    .describe('between moments that two or more series share'),
})
