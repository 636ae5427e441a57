import { type ZodType, z } from 'zod'
import { evidenceSchema } from './estimate-schema.ts'

const share = z.number()

const member = z.strictObject({
  iso3: z.string(),
  name: z.string(),
  stays: share.nullable().describe('mean share of resamples in which it is with each other member; null where it is alone'),
  votes: z.int().describe('roll calls on which it took a position'),
  population: z.number().nullable().describe('in the year, or the nearest that the record has'),
  other: z.strictObject({ community: z.string(), share }).nullable().describe('the other community with whose members it is most often'),
})

/** The published form of `visavis communities --json`. */
export const communitiesSchema: ZodType = z.strictObject({
  schemaVersion: z.literal(1),
  from: z.int(),
  until: z.int(),
  rollCalls: z.int(),
  resamples: z.int(),
  seed: z.int(),
  snapshot: z.strictObject({ id: z.string(), created: z.string() }),
  communities: z.array(
    z.strictObject({
      letter: z.string().describe('by size; it means nothing beyond this answer'),
      name: z.string().describe('its three most populous members'),
      stability: share.nullable().describe('mean of its members'),
      members: z.array(member).describe('the surest first'),
    }),
  ),
  modularity: z.strictObject({
    consensus: z.number().describe('of these communities'),
    best: z.number().describe('the highest found on the same network'),
  }),
  agreement: z.number().describe('adjusted Rand index of the consensus with the partition of the highest modularity'),
  resampled: z
    .strictObject({ mean: z.number(), low: z.number(), high: z.number() })
    .describe('adjusted Rand index between the partitions of any two resamples: mean, and where 90 % lie'),
  leftOut: z
    .array(z.strictObject({ iso3: z.string(), name: z.string(), votes: z.int() }))
    .describe('took a position on fewer than half of the roll calls'),
  evidence: z.array(evidenceSchema),
  sources: z.array(z.strictObject({ id: z.string(), title: z.string(), citation: z.string(), vintage: z.string(), licence: z.string() })),
})
