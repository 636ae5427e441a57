import { type ZodType, z } from 'zod'
import { domains } from '../../assessments/forms/domains.ts'
import { closenessClasses } from '../../measures/standing/closeness.ts'
import { estimateSchema, sourceCardSchema } from './estimate-schema.ts'
import { briefOutlookSchema, judgementSchema, keyGapSchema } from './judgements-schema.ts'
import { overTimeSchema } from './overview-schema.ts'
import { stageSchema } from './stage-schema.ts'
import { pairStandingSchema, standingAcrossSchema } from './standing/standing-schema.ts'
import { turningPointsSchema } from './turning-points-schema.ts'
import { untrustedText } from './untrusted-text.ts'
import { voteMapSchema } from './vote-map-schema.ts'

const reportedSchema = z.strictObject({
  what: z.string(),
  direction: z.enum(['a-to-b', 'b-to-a', 'both']),
  from: z.string(),
  to: z.string(),
  value: z.number(),
  unit: z.string(),
  by: z.string(),
  estimated: z.boolean(),
})

const whereSchema = z.strictObject({
  name: z.string(),
  lat: z.number(),
  lon: z.number(),
  within: z.number(),
  from: z.array(z.strictObject({ capital: z.string(), km: z.number() })),
})

const itemSchema = z.strictObject({
  kind: z.enum(['vote', 'membership', 'treaty', 'regime', 'report', 'figure', 'order', 'event', 'conflict', 'relation', 'claim']),
  date: z.string(),
  text: untrustedText('cell'),
  source: z.string(),
  citation: z.string().optional(),
  address: z.string().optional().describe('of an event: where the text behind it can be read'),
  direction: z.enum(['supports', 'contradicts']).optional().describe('of an event: for a closer tie, or against it'),
  confidence: z.enum(['high', 'moderate', 'low']).optional(),
  where: whereSchema.optional().describe('of an exercise or patrol at one place: kilometres from each capital, and within which it lay'),
  loose: z.string().optional().describe('of a treaty whose promise says little of a pair: why'),
  relation: z
    .strictObject({ kind: z.string(), to: z.string().nullable() })
    .optional()
    .describe('of a relation: its kind, and its last day; null if it stands'),
  reported: reportedSchema.optional().describe('of a report: its number'),
})

const domainSchema = z.strictObject({
  id: z.enum(domains.map((domain) => domain.id) as [string, ...string[]]),
  title: z.string(),
  state: z.enum(['observed', 'estimated', 'unknown', 'not-applicable']),
  summary: z.string(),
  estimates: z.array(estimateSchema).describe('levels first; x.percentile, x.change and x.series belong to the level x'),
  items: z.array(itemSchema),
  notes: z.array(z.string()),
  wouldFill: z.string().optional(),
})

const partySchema = z.strictObject({
  iso3: z.string().describe('of a state; of a bloc its id (EU, NATO …)'),
  name: z.string(),
  cow: z
    .int()
    .nullable()
    .optional()
    .describe('number of a state on the day in the list of Correlates of War; null where it lacks the state'),
  gw: z.int().nullable().optional().describe('the same of Gleditsch and Ward'),
  members: z.array(z.string()).optional().describe('of a bloc: the states that are compared, members on the last day'),
})

const thirdStateSchema = z.strictObject({
  iso3: z.string(),
  name: z.string(),
  flow: z.string(),
  indicator: z.string(),
  a: estimateSchema.nullable(),
  b: estimateSchema.nullable(),
  partners: estimateSchema.describe('how many equal partners would give the same concentration'),
})

/** The published form of `visavis assess --json`. */
export const assessmentSchema: ZodType = z.strictObject({
  schemaVersion: z.literal(1),
  a: partySchema,
  b: partySchema,
  from: z.string().nullable(),
  to: z.string(),
  snapshot: z.strictObject({ id: z.string(), created: z.string() }),
  seed: z.number().int(),
  headline: z.array(z.string()),
  standing: z.strictObject(pairStandingSchema).optional().describe('absent for blocs, and before 1946'),
  standingAcross: standingAcrossSchema.optional().describe('of blocs: how their members stand, pair by pair; absent for two states'),
  closeness: z
    .strictObject({ class: z.enum(closenessClasses), sentence: z.string() })
    .optional()
    .describe('how close the two are, by a published rule over ties; absent for blocs: docs/measures/closeness.md'),
  statements: z
    .array(
      z.strictObject({
        text: z.string(),
        weight: z.number().describe('from the published table: docs/measures/statements.md'),
        about: z.string().describe('the kind of fact, or the id of the figure'),
        spells: z.array(z.strictObject({ from: z.string(), to: z.string().nullable() })),
        sources: z.array(z.string()),
      }),
    )
    .optional()
    .describe('what the facts and figures of the record say of the two, the weightiest first; absent for blocs'),
  overTime: overTimeSchema.describe('standing and goods trade by year'),
  judgements: z.array(judgementSchema).describe('in the words of ICD 203; docs/measures/likelihood-words.md'),
  outlook: briefOutlookSchema
    .optional()
    .describe(
      'five years ahead; absent for blocs, for a day before that of the record, and where nothing is forecast: docs/outlook/outlook.md',
    ),
  keyGaps: z.array(keyGapSchema).describe('what the record lacks, the facts first that would change a judgement most'),
  turningPoints: turningPointsSchema,
  thirdStates: z.array(thirdStateSchema).describe('states of whose trade a tenth or more comes from or goes to one of the two'),
  routes: z
    .strictObject({ sentences: z.array(z.string()), excess: z.array(estimateSchema) })
    .optional()
    .describe('third states through which goods under an export ban may go; absent where nothing is known of it'),
  voteMap: voteMapSchema.optional().describe('all votes in common by topic and year; not there where there are none'),
  stage: stageSchema.nullable().describe('ordinal, from the ledger of the pair; null: there is no ledger'),
  domains: z.array(domainSchema).length(domains.length),
  sources: z.array(sourceCardSchema),
})
