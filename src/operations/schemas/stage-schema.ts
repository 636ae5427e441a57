import { type ZodType, z } from 'zod'
import { ledgerIndicators, ledgerKinds } from '../../assessments/forms/ledger-item.ts'
import { untrustedText } from './untrusted-text.ts'

const level = z
  .union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)])
  .describe('0 absent, 1 ad hoc, 2 regular, 3 institutionalised')

/** A dated, sourced fact of a ledger. */
export const ledgerItemSchema: ZodType = z.strictObject({
  id: z.string(),
  date: z.string(),
  until: z.string().nullable(),
  form: z.enum(['act', 'standing']),
  sentence: z.string(),
  kind: z.enum(ledgerKinds),
  indicator: z.enum(ledgerIndicators.map(({ id }) => id)),
  direction: z.enum(['supports', 'contradicts']),
  level,
  confidence: z.enum(['high', 'moderate', 'low']),
  checked: z.enum(['read', 'excerpt']),
  note: z.string().optional(),
  place: z
    .strictObject({ name: z.string(), lat: z.number(), lon: z.number(), within: z.number() })
    .optional()
    .describe('of an exercise or patrol: the middle in degrees, and the kilometres within which it lay'),
  sources: z.array(z.strictObject({ title: untrustedText(), publisher: z.string(), date: z.string().nullable(), url: z.string() })).min(1),
  actors: z.array(
    z.strictObject({
      name: z.string(),
      kind: z.enum(['state', 'bloc', 'organisation', 'person']),
      of: z.string().nullable(),
      role: z.string(),
    }),
  ),
})

const indicatorSchema = z.strictObject({
  id: z.enum(ledgerIndicators.map(({ id }) => id)),
  title: z.string(),
  stage: z.enum(['early', 'moderate', 'advanced', 'treaty', 'parallel']),
  state: z.enum(['observed', 'unknown']),
  level: level.optional(),
  supported: level.optional().describe('what the supporting items alone would give'),
  cap: level.optional().describe('highest level that the contradicting items leave'),
  why: z.string(),
  items: z.array(ledgerItemSchema).describe('in force, or of the last five years'),
  hangsOn: z.array(z.string()).describe('items without any one of which the level would be another'),
})

/** The published form of the stage in `visavis assess --json`. */
export const stageSchema: ZodType = z.strictObject({
  asOf: z.string(),
  ledger: z.strictObject({ from: z.string(), to: z.string(), reviewed: z.string(), items: z.number().int() }),
  complete: z.enum(['none', 'early', 'moderate', 'advanced', 'unknown']),
  next: z.strictObject({ stage: z.string(), reached: z.number().int(), of: z.number().int() }).optional(),
  indicators: z.array(indicatorSchema),
  hangsOn: z.array(z.string()),
})
