import { type ZodType, z } from 'zod'
import { untrustedText } from '../schemas/untrusted-text.ts'

const change = {
  welfare: z.number().nullable().describe('change of real spending in per cent; null where it is undefined or no equilibrium was found'),
  median: z.number().nullable().describe('over the draws; null where nothing was drawn'),
  low90: z.number().nullable(),
  high90: z.number().nullable(),
}

const result = z.strictObject({
  iso3: z.string().describe("ISO3, or the base's code: ROW for the rest of the world"),
  name: z.string(),
  ...change,
  exports: z.number().nullable().describe('change of the value of exports in per cent, as a share of world output'),
  imports: z.number().nullable(),
  trade_with: z
    .record(z.string(), z.number().nullable())
    .describe('change of trade both ways in per cent, with economies that a shock names, the ten largest partners, and groups of the file'),
  converged: z.boolean(),
})

/** The published form of `visavis scenario FILE --json`. */
export const scenarioAnswerSchema: ZodType = z.strictObject({
  schemaVersion: z.literal(1),
  preset: z.string().nullable(),
  scenario: z.strictObject({
    name: untrustedText('cell'),
    model: z.enum(['one-sector', 'sectors', 'input-links']),
    deficits: z.enum(['additive', 'multiplicative']),
    elasticities: z.strictObject({ id: z.string(), title: z.string(), citation: z.string().nullable() }),
    shocks: z.array(untrustedText('cell')),
    uncertain: z.array(untrustedText('cell')),
    draws: z.number().int(),
    seed: z.number().int(),
  }),
  base: z.strictObject({
    id: z.string(),
    title: z.string(),
    year: z.number().int(),
    source: z.string(),
    licence: z.string(),
    notes: z.array(z.string()),
    lacking: z.array(z.string()).describe('economies of a named bloc that the base does not list'),
  }),
  convergence: z.strictObject({
    converged: z.boolean(),
    steps: z.number().int(),
    residual: z.number().nullable().describe('largest excess demand that is left, as a share of supply'),
    secondStart: z.enum(['same', 'different', 'not-converged']).describe('where a second search from other wages ended'),
    drawsFailed: z.number().int(),
  }),
  results: z.array(result),
  groups: z.array(z.strictObject({ name: untrustedText('cell'), members: z.array(z.string()), ...change })),
  headline: z.string().describe('the economy that `moves` is about'),
  moves: z
    .array(z.strictObject({ what: z.string(), low: z.number(), high: z.number(), lowAt: z.string(), highAt: z.string() }))
    .describe('how its welfare moves if one input goes from end to end'),
  published: z.array(z.strictObject({ who: z.string(), published: z.number(), ours: z.number().nullable(), where: z.string() })),
  gap: z.string().nullable().describe('why ours differs from what is published'),
  notes: z.array(z.string()),
})

/** The published form of `visavis scenario list --json`. */
export const scenarioListSchema: ZodType = z.strictObject({
  schemaVersion: z.literal(1),
  presets: z.array(z.strictObject({ id: z.string(), paper: z.string(), scenario: z.unknown().describe('the content of a scenario file') })),
  bases: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      year: z.number().int(),
      economies: z.array(z.string()),
      sectors: z.array(z.strictObject({ code: z.string(), name: z.string() })),
      inputLinks: z.boolean(),
      elasticities: z.array(z.strictObject({ id: z.string(), title: z.string(), citation: z.string().nullable() })),
      source: z.string(),
      licence: z.string(),
    }),
  ),
  file: z.unknown().describe('JSON schema of a scenario file'),
})
