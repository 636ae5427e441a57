import { type ZodType, z } from 'zod'

const column = z.strictObject({
  name: z.string(),
  role: z.enum(['key', 'code', 'value', 'flag', 'source']),
  type: z.enum(['text', 'integer', 'number']),
  title: z.string(),
  description: z.string(),
  unit: z.string().nullable(),
  indicator: z.string().nullable().describe('id of the indicator or measure'),
  year: z.string().nullable().describe('what the year of a row refers to'),
  sources: z.array(z.string()).describe('ids'),
  flags: z.record(z.string(), z.int()).nullable().describe('of a value: rows by flag'),
})

const source = z.strictObject({
  id: z.string(),
  title: z.string(),
  provider: z.string(),
  url: z.string(),
  citation: z.string(),
  vintage: z.string(),
  licence: z.strictObject({ id: z.string(), url: z.string().optional(), redistribute: z.boolean(), terms: z.string() }),
})

/** The published form of `visavis panel --json`. */
export const panelSchema: ZodType = z.strictObject({
  schemaVersion: z.literal(1),
  command: z.string().describe('makes the same panel again'),
  snapshot: z.strictObject({ id: z.string(), created: z.string() }),
  from: z.int(),
  to: z.int(),
  lastDay: z.string().describe('no figure is later'),
  directed: z.boolean(),
  count: z.int().describe('rows'),
  columns: z.array(column),
  flagMeanings: z.array(z.strictObject({ code: z.int(), name: z.string(), meaning: z.string() })),
  sources: z.array(source),
  rows: z
    .array(z.array(z.union([z.string(), z.number(), z.null()])))
    .describe('in the order of the columns; all rows in a file or over HTTP, the first twenty for an assistant. null: missing, never zero'),
})
