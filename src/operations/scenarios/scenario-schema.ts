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

const alignment = z.strictObject({
  measure: z.enum(['communities', 'ideal-points']),
  from: z.number().int(),
  until: z.number().int(),
  rollCalls: z.number().int(),
  seed: z.number().int(),
  resamples: z.number().int().describe('of the roll calls, or draws of the positions'),
  together: z.number().int().describe('resamples in which two blocs share a community: left out'),
  neutral: z.number().nullable().describe('for ideal points: the middle part of the way between two blocs that belongs to neither'),
  blocs: z.array(
    z.strictObject({
      name: untrustedText('cell'),
      poles: z.array(z.string()).describe('with whom its members are aligned; always members'),
      central: z.array(z.string()).describe('members in more than half of the resamples'),
    }),
  ),
  members: z.array(
    z.strictObject({
      iso3: z.string(),
      shares: z.record(z.string(), z.number()).describe('share of the resamples by bloc; what is missing from 1 is in none'),
      name: z.string(),
    }),
  ),
  unplaced: z.array(z.string()).describe('economies that are in no bloc in any draw: too few votes, or not to be drawn'),
  sources: z.array(z.strictObject({ id: z.string(), title: z.string(), vintage: z.string() })),
  command: z.string().describe('measures the same votes'),
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
    title: untrustedText('cell'),
    year: z.number().int(),
    source: untrustedText('cell'),
    licence: untrustedText('cell'),
    notes: z.array(untrustedText('cell')),
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
  spread: z
    .array(
      z.strictObject({
        who: untrustedText('cell').describe('ISO3 of an economy, or the name of a group'),
        name: untrustedText('cell'),
        deviation: z.number().describe('standard deviation over the draws, in percentage points'),
        shares: z.array(
          z.strictObject({
            source: z.enum(['membership', 'elasticities', 'size', 'estimate']),
            percent: z.number().describe('part of the variance (Shapley value); parts add up to 100'),
            error: z.number().describe('standard error of the simulation'),
          }),
        ),
      }),
    )
    .describe('where the spread comes from; empty unless asked for or blocs are drawn'),
  effects: z
    .array(
      z.strictObject({
        shock: z.number().int().describe('its number, from 0'),
        terms: z.array(untrustedText('cell')),
        effect: z.number().describe('change of the log of trade before prices adjust: minus the sum of the terms'),
        error: z.number().nullable().describe('standard error of the sum, with the covariances; null if unknown'),
        source: untrustedText('cell'),
        trade: z.number().describe('per cent'),
        low90: z.number().nullable(),
        high90: z.number().nullable(),
        cost: z.strictObject({ least: z.number(), greatest: z.number() }).describe('change of trade costs in per cent over the sectors'),
      }),
    )
    .describe('agreements that end'),
  alignment: alignment.nullable().describe('null unless blocs are drawn from how states vote'),
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
