import { type ZodType, z } from 'zod'
import { standingClasses } from '../../../measures/standing/standing-classes.ts'

const change = z.strictObject({
  iso3_a: z.string().describe('the first of the two by code'),
  iso3_b: z.string(),
  a: z.string(),
  b: z.string(),
  before: z.enum(standingClasses),
  after: z.enum(standingClasses),
  moved: z.int().min(-5).max(5).describe('classes between the two; negative is worse'),
  since: z.int().describe('first year of the unbroken run in the later class'),
  sentence: z.string().describe('the later class with the facts that place the pair'),
})

const direction = z.strictObject({ of: z.int().describe('pairs that moved so, shown or not'), rows: z.array(change) })

/** The published form of `visavis changes --json`. */
export const movedPairsSchema: ZodType = z.strictObject({
  schemaVersion: z.literal(1),
  snapshot: z.strictObject({ id: z.string(), created: z.string() }),
  from: z.int(),
  to: z.int(),
  state: z.strictObject({ iso3: z.string(), name: z.string() }).nullable(),
  pairs: z.int().describe('pairs that were states together in both years'),
  worse: direction,
  better: direction,
})
