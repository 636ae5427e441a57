import { type ZodType, z } from 'zod'
import { standingClasses } from '../../../measures/standing/standing-classes.ts'

const order = z
  .int()
  .min(0)
  .max(5)
  .describe('0 at war, 1 severe rivalry, 2 lesser rivalry, 3 negative peace, 4 warm peace, 5 security community')
const certainty = z.enum(['placed', 'at-least']).describe('at-least: negative peace or better, the record is too thin to say')
const since = z.int().describe('first year of the unbroken run in this class, 1946 at the earliest')
const state = z.strictObject({ iso3: z.string(), name: z.string() })

const fact = z.strictObject({
  text: z.string(),
  from: z.string().describe('first day'),
  to: z.string().nullable().describe('last day; null if it goes on'),
  source: z.string(),
})

/** The standing of a pair inside an assessment. */
export const pairStandingSchema: Readonly<Record<string, ZodType>> = {
  class: z.enum(standingClasses),
  order,
  since,
  certainty,
  sentence: z.string(),
  facts: z.array(fact),
  past: z.array(fact).optional().describe('missing or lowered relations that have ended, where no fact places the pair today'),
  wouldMove: z.array(z.string()).describe('what would move the pair one class, up and down'),
}

/** How the members of blocs stand, inside an assessment. */
export const standingAcrossSchema: ZodType = z.strictObject({
  sentence: z.string().describe('all counts, the worst class first'),
  pairs: z.int(),
  unplaced: z.int().describe('pairs of two that were not states together'),
  groups: z.array(
    z.strictObject({
      class: z.enum(standingClasses),
      order,
      certainty,
      pairs: z.int(),
      named: z.array(z.string()).describe('the members, where they are few'),
    }),
  ),
})

const row = z.strictObject({
  iso3_a: z.string().describe('the first of the two by code'),
  iso3_b: z.string(),
  cow_a: z.int().nullable().describe('Correlates of War number on the day'),
  cow_b: z.int().nullable(),
  gw_a: z.int().nullable().describe('Gleditsch-Ward number on the day'),
  gw_b: z.int().nullable(),
  class: z.enum(standingClasses),
  order,
  since,
  certainty,
})

/** The published form of `visavis measure standing --json`. */
export const standingSchema: ZodType = z.strictObject({
  schemaVersion: z.literal(1),
  year: z.int(),
  snapshot: z.strictObject({ id: z.string(), created: z.string() }),
  a: state.nullable(),
  b: state.nullable(),
  detail: z
    .strictObject({ ...pairStandingSchema, clause: z.string().describe('of the rule'), day: z.string() })
    .nullable()
    .describe('only of a single pair'),
  rows: z.array(row),
})
