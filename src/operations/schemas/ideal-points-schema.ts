import { type ZodType, z } from 'zod'
import { untrustedText } from './untrusted-text.ts'

const evidence = z.strictObject({ source: z.string(), vintage: z.string(), rows: z.string(), count: z.number().int() })

const specification = z.strictObject({
  from: z.string().optional(),
  to: z.string().optional(),
  fromSession: z.number().int().optional(),
  toSession: z.number().int().optional(),
  issue: z.string().optional(),
  important: z.boolean().optional(),
  paragraphs: z.enum(['before-1990', 'whole', 'all']),
  votes: z.enum(['ordinal', 'binary', 'yes-no']),
  link: z.enum(['rules', 'none']),
  prior: z.enum(['bailey-strezhnev-voeten', 'random walk', 'static']),
  leastMinority: z.number().optional(),
})

const fit = z.strictObject({
  prior: z.enum(['bailey-strezhnev-voeten', 'random walk', 'static']),
  method: z.enum(['variational', 'posterior']),
  begun: z.enum(['cold', 'last fit']),
  iterations: z.number().int(),
  converged: z.boolean(),
  rollCalls: z.number().int(),
  votes: z.number().int(),
  items: z.number().int().describe('texts voted on that divide anybody'),
  unanimous: z.number().int(),
  poles: z.strictObject({ high: z.string(), low: z.string() }),
  posterior: z
    .strictObject({ chains: z.number().int(), draws: z.number().int(), largestRhat: z.number(), effective: z.number().int() })
    .nullable(),
  states: z.number().int(),
  cells: z.number().int().describe('states in sessions'),
  sessions: z.strictObject({ from: z.number().int(), to: z.number().int() }),
})

const position = z.strictObject({
  iso3: z.string().nullable(),
  cow: z.number().int().nullable(),
  session: z.number().int(),
  year: z.number().int().describe('in which the session opened'),
  votes: z.number().int(),
  theta: z.number(),
  sd: z.number(),
  low90: z.number(),
  high90: z.number(),
  percentile: z.number().describe('of the position among the states of the session'),
})

const distance = z.strictObject({
  session: z.number().int(),
  year: z.number().int(),
  votesA: z.number().int(),
  votesB: z.number().int(),
  thetaA: z.number(),
  thetaB: z.number(),
  distance: z.number(),
  low90: z.number(),
  high90: z.number(),
  standardised: z.number().describe('in standard deviations of all positions of the session'),
  percentile: z.number().describe('among the distances of all pairs of the session'),
  pairs: z.number().int(),
})

const rollCall = z.strictObject({
  id: z.number().int(),
  date: z.string(),
  session: z.string(),
  symbol: z.string().nullable(),
  title: untrustedText().nullable(),
  kind: z.string().nullable(),
  yes: z.number().int(),
  abstain: z.number().int(),
  no: z.number().int(),
  slope: z.number(),
  information: z.number(),
  expectedA: z.number().nullable(),
  expectedB: z.number().nullable(),
  difference: z.number().nullable(),
  voteA: z.string().nullable(),
  voteB: z.string().nullable(),
})

const spread = z.strictObject({
  low: z.number(),
  high: z.number(),
  lowest: z.string(),
  highest: z.string(),
  specifications: z.number().int(),
})

const multiverse = z.strictObject({
  session: z.number().int(),
  year: z.number().int(),
  rows: z.array(
    z.strictObject({
      specification: z.string(),
      what: z.string(),
      thetaA: z.number().nullable(),
      thetaB: z.number().nullable(),
      distance: z.number().nullable(),
      low90: z.number().nullable(),
      high90: z.number().nullable(),
      standardised: z.number().nullable(),
      percentile: z.number().nullable(),
      reason: z.string().nullable(),
    }),
  ),
  standardised: spread.nullable(),
  percentile: spread.nullable(),
})

/** The published form of `visavis measure ideal-points --json`. */
export const idealPointsSchema: ZodType = z.strictObject({
  schemaVersion: z.literal(1),
  scope: z.enum(['all', 'state', 'pair']),
  a: z.string().nullable(),
  b: z.string().nullable(),
  sample: z.string().nullable().describe('file of votes; null = the record'),
  specification,
  fit,
  seed: z.number().int().nullable(),
  snapshot: z.strictObject({ id: z.string(), created: z.string() }).nullable(),
  evidence: z.array(evidence),
  positions: z.array(position),
  distances: z.array(distance),
  rollCalls: z.array(rollCall),
  multiverse: multiverse.nullable(),
})
