import { type ZodType, z } from 'zod'
import { evidenceSchema } from './estimate-schema.ts'

const figures = z.array(z.number().nullable())

const numbers = z.array(z.tuple([z.int(), z.int(), z.int()]))

/** The published form of `visavis world --json`. */
export const worldSchema: ZodType = z.strictObject({
  schemaVersion: z.literal(1),
  of: z.strictObject({
    iso3: z.string().describe('of a state; of a bloc its id (EU, NATO …)'),
    name: z.string(),
    members: z.array(z.string()).optional().describe('of a bloc: member states on the last day'),
  }),
  measure: z.strictObject({
    id: z.string(),
    title: z.string(),
    domain: z.string(),
    unit: z.string().describe('index, share, count, or a unit such as USD'),
    least: z.number().nullable().describe('lower end of its scale, where it has one'),
    most: z.number().nullable(),
    middle: z.number().nullable().describe('where the scale turns from one kind to the other'),
    interval: z.enum(['bootstrap', 'binomial', 'credible', 'jackknife', 'reports', 'prediction', 'specifications']).nullable(),
    method: z.string(),
    unknown: z.string().describe('what it means that a state that existed has no figure'),
    year: z.string().describe('what the year of a figure is'),
    assessed: z
      .strictObject({ id: z.string(), period: z.enum(['year', 'session', 'sessions', 'day']) })
      .nullable()
      .describe('the figure of visavis assess that is the same, and the span that it carries there'),
    pooling: z
      .enum(['median', 'mean', 'sum', 'ratio of sums', 'most', 'none'])
      .describe('how the figures of the members of a bloc are put together'),
  }),
  heading: z.string().describe('what is measured, with the chosen one named'),
  to: z.string().describe('no figure is later'),
  draws: z.int(),
  seed: z.int(),
  snapshot: z.strictObject({ id: z.string(), created: z.string() }),
  years: z.array(z.int()),
  latest: z.int().nullable().describe('the last of them that is over, or of which what is in force was counted'),
  members: z.array(z.int()).optional().describe('how many the bloc had, year by year'),
  memberYears: z
    .record(z.string(), z.array(z.tuple([z.int(), z.int()])))
    .optional()
    .describe('who they were: first and last year of each stretch'),
  marked: z
    .strictObject({ id: z.string(), name: z.string(), memberYears: z.record(z.string(), z.array(z.tuple([z.int(), z.int()]))) })
    .optional()
    .describe('the bloc that was asked to be marked, and who was in it: first and last year of each stretch'),
  states: z.array(
    z.strictObject({
      iso3: z.string(),
      name: z.string(),
      names: z
        .array(z.tuple([z.int(), z.int(), z.string()]))
        .optional()
        .describe('other names: first year, last year, name'),
      cow: numbers.describe('in the list of Correlates of War: first year, last year, number'),
      gw: numbers.describe('in the list of Gleditsch and Ward'),
      existed: z.array(z.tuple([z.int(), z.int()])).describe('first and last year of each stretch in which it was a state'),
      values: figures.describe('one a year, figures of the memory whole, others to five decimals; null = unknown, or no state then'),
      low: figures.optional().describe('ends of the 90 % interval'),
      high: figures.optional(),
      n: figures.optional().describe('votes in common; towards a bloc, members with a figure'),
    }),
  ),
  evidence: z.array(evidenceSchema),
  sources: z.array(z.strictObject({ id: z.string(), title: z.string(), citation: z.string(), vintage: z.string(), licence: z.string() })),
  measures: z.array(z.strictObject({ id: z.string(), title: z.string(), domain: z.string() })).describe('all that may be asked for'),
  blocs: z.array(z.strictObject({ id: z.string(), name: z.string() })),
})
