import { type ZodType, z } from 'zod'

const nodeSchema = z.strictObject({
  id: z.string().describe('ISO3 of a state; else the name'),
  name: z.string(),
  kind: z.enum(['state', 'bloc', 'organisation', 'person']),
  of: z.string().nullable().describe('ISO3 of the state that it belongs to'),
  roles: z.array(z.string()).describe('most frequent first'),
  first: z.string(),
  last: z.string(),
  items: z.array(z.string()).describe('of the ledger, by id'),
})

const linkSchema = z.strictObject({
  from: z.string(),
  to: z.string(),
  kind: z.enum(['named together', 'belongs to']),
  items: z.array(z.string()),
})

/** The published form of `visavis stakeholders --json`. */
export const stakeholdersSchema: ZodType = z.strictObject({
  schemaVersion: z.literal(1),
  reviewed: z.string(),
  to: z.string().describe('later items are left out'),
  a: z.string(),
  b: z.string(),
  nodes: z.array(nodeSchema),
  links: z.array(linkSchema).describe('undirected; being named together is not acting together'),
})
