import { type ZodType, z } from 'zod'
import { untrustedText } from '../untrusted-text.ts'
import { claimSchema, ourForecastSchema, savedDocumentSchema, verdictSchema } from './read-schema.ts'

const resolutionSchema = z.strictObject({
  schemaVersion: z.literal(1),
  forecast: z.string(),
  resolved: z.string().describe('instant, UTC'),
  on: z.string().describe('day as of which it was resolved'),
  snapshot: z.string(),
  verdict: verdictSchema,
  why: untrustedText('quoted'),
  brier: z.number().nullable().describe('(probability - outcome) squared; null without a word of likelihood or without an outcome'),
})

const probabilitySchema = z.strictObject({ words: untrustedText(), low: z.number(), high: z.number(), scale: z.literal('ICD 203') })

const dueForecastSchema = z.strictObject({
  schemaVersion: z.literal(1),
  id: z.string(),
  kept: z.string().describe('instant, UTC'),
  due: z.string().nullable(),
  probability: probabilitySchema.nullable(),
  ours: ourForecastSchema.optional(),
  document: savedDocumentSchema,
  claim: claimSchema,
  resolution: resolutionSchema,
  wouldSettle: untrustedText('quoted').nullable(),
  earlier: z.array(resolutionSchema).describe('by other snapshots or as of other days, the first first'),
})

/** The published form of `visavis claims due --json`. */
export const dueSchema: ZodType = z.strictObject({
  schemaVersion: z.literal(1),
  on: z.string(),
  snapshot: z.strictObject({ id: z.string(), created: z.string() }),
  folder: z.string(),
  due: z.array(dueForecastSchema),
  waiting: z.number().int(),
  next: z.string().nullable(),
  undated: z.number().int(),
  score: z.strictObject({
    resolved: z.number().int(),
    came: z.number().int(),
    scored: z.number().int(),
    brier: z.number().nullable().describe('mean over those scored; 0.25 is what a coin would score'),
  }),
})
