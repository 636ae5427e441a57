import { type ZodType, z } from 'zod'
import { untrustedText } from './untrusted-text.ts'

const party = z.strictObject({ id: z.string().describe('ISO3, or the id of a bloc'), name: z.string() })

const range = { low: z.number(), high: z.number() }

const report = z.strictObject({
  source: z.string(),
  reporter: z.string().nullable().describe('who reports it; null where the source reconciles or compiles the reports of both'),
  side: z.enum(['exporter', 'importer', 'a', 'b', 'reconciled', 'compiled']),
  valuation: z.string().nullable().describe('FOB, CIF, or null where it is neither or not said'),
  value: z.number(),
  status: z.string(),
  basis: z.enum(['year', 'months']).describe("the source's figure of the year, or our sum of its twelve months"),
  vintage: z.string(),
  locator: untrustedText('cell'),
  otherEdition: z.boolean().describe('the same report as another source has in its own edition: no rival of it'),
  converted: z
    .strictObject({ unit: z.string(), value: z.number(), rate: z.number() })
    .nullable()
    .describe("the source's own figure where it was converted on request; null where `value` is that"),
})

const year = z.strictObject({
  year: z.number().int(),
  reports: z.array(report),
  spread: z
    .strictObject({ ...range, ratio: z.number().nullable().describe('highest over lowest') })
    .nullable()
    .describe('of the reports that are no estimates; null where there are fewer than two'),
  mirrorRatio: z
    .strictObject(range)
    .nullable()
    .describe("the importer's over the exporter's report (both directions: b's over a's), lowest and highest of all such pairs"),
})

/** The published form of `visavis mirror --json`. */
export const mirrorSchema: ZodType = z.strictObject({
  schemaVersion: z.literal(1),
  a: party,
  b: party,
  from: z.string().nullable(),
  to: z.string(),
  snapshot: z.strictObject({ id: z.string(), created: z.string() }),
  flows: z.array(
    z.strictObject({ direction: z.enum(['a-to-b', 'b-to-a', 'both']), unit: z.string().describe('currency'), years: z.array(year) }),
  ),
  notes: z.array(z.string()),
})
