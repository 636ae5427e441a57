import { type ZodType, z } from 'zod'

const reference = z.strictObject({
  authors: z.string(),
  year: z.int(),
  title: z.string(),
  within: z.string().describe('journal, volume, pages; or publisher'),
  doi: z.string().nullable(),
})

const reproduction = z.strictObject({
  id: z.string(),
  what: z.string(),
  where: z.string().describe('who published the number'),
  published: z.number(),
  ours: z.number(),
  difference: z.number().describe('ours less the published one'),
  tolerance: z.number().nullable().describe('how far ours may lie from it; null where the two need not agree, and note says why'),
  worked: z.enum(['now', 'kept']).describe('now: worked out for this answer; kept: as the test finds it'),
  test: z.string().describe('the test that holds it'),
  note: z.string().nullable(),
})

const comparison = z.strictObject({
  id: z.string(),
  what: z.string(),
  against: z.string(),
  figure: z.string().describe('what the number is: correlation, share, largest difference …'),
  value: z.number(),
  of: z.int().describe('over how many cases'),
  least: z.number().nullable().describe('what it should be at least, where somebody said'),
  most: z.number().nullable(),
  test: z.string().describe('the test that holds it'),
  note: z.string().nullable(),
})

const method = z.strictObject({
  id: z.string(),
  title: z.string(),
  domain: z.string().nullable().describe('null for what stands beside figures of every domain'),
  answers: z.string().describe('the question that it answers'),
  formula: z.array(z.string()).describe('a line each, in plain signs'),
  symbols: z.array(z.strictObject({ symbol: z.string(), meaning: z.string() })),
  rule: z.string().nullable(),
  unit: z.string(),
  range: z.string(),
  interval: z.string(),
  limits: z.array(z.string()),
  references: z.array(reference),
  figures: z.array(z.string()).describe('ids of figures of an assessment; * for any letters'),
  asked: z.array(z.string()).describe('commands that answer with it'),
  page: z.string(),
  code: z.array(z.string()),
  instead: z.string().nullable().describe('where no published number was there to be reproduced'),
  reproductions: z.array(reproduction),
  comparisons: z.array(comparison),
})

export const methodsSchema: ZodType = z.strictObject({ schemaVersion: z.literal(1), methods: z.array(method) })
