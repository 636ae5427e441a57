import { type ZodType, z } from 'zod'
import { domains } from '../../assessments/forms/domains.ts'
import { standingClasses } from '../../measures/standing/standing-classes.ts'

/** Standing and goods by year, inside an assessment. */
export const overTimeSchema: ZodType = z.strictObject({
  standing: z
    .array(
      z.strictObject({
        from: z.int(),
        to: z.int(),
        class: z.enum(standingClasses),
        order: z.int().min(0).max(5),
        certainty: z.enum(['placed', 'at-least']),
        because: z.string().nullable().describe('the fact that placed the pair at the beginning'),
      }),
    )
    .describe('years in one class, from 1946; empty for blocs'),
  goods: z.strictObject({
    unit: z.string(),
    years: z.array(
      z.strictObject({
        direction: z.enum(['a-to-b', 'b-to-a', 'both']).describe('both: a total, where a year has not each direction'),
        year: z.int(),
        value: z.number().describe('the preferred report'),
        low: z.number().describe('the lowest report'),
        high: z.number().describe('the highest report'),
        reports: z.int(),
        estimated: z.boolean(),
        source: z.string(),
      }),
    ),
  }),
})

/** The one-screen answer. */
export const overviewSchema: ZodType = z.strictObject({
  title: z.string(),
  sentences: z.array(z.string()).max(6).describe('what leads, then statements by weight, trade, outlook or judgement'),
  tradeSentence: z.string().nullable().describe('that of the sentences which says what trade is worth to each; null: none does'),
  rows: z
    .array(
      z.strictObject({
        id: z.enum(domains.map(({ id }) => id) as [string, ...string[]]),
        title: z.string(),
        level: z.string().describe('the leading figure in words'),
        trend: z.string().describe('direction of the ten-year change with its certainty; empty where none was measured'),
        year: z.string(),
        source: z.string(),
        sourceName: z.string(),
        nothing: z.string().nullable().describe('what was looked for, where the level says no more than that none was found'),
      }),
    )
    .describe('domains of which anything is known; conflict first where there is or was one'),
  series: z.strictObject({ label: z.string(), points: z.array(z.tuple([z.number(), z.number()])) }).nullable(),
  unknown: z.array(z.string()).describe('domains of which nothing is known'),
})
