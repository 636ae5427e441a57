import { type ZodType, z } from 'zod'
import { domains } from '../../../assessments/forms/domains.ts'
import { claimKinds } from '../../../claims/claim.ts'
import type { Finding } from '../../../claims/verdict.ts'
import { evidenceSchema, sourceCardSchema } from '../estimate-schema.ts'
import { untrustedText } from '../untrusted-text.ts'
import { saidSchema } from './said-schema.ts'

/** A day, month or year, or two of them. */
export const periodSchema: ZodType = z.union([z.strictObject({ at: z.string() }), z.strictObject({ from: z.string(), to: z.string() })])
/** Kinds of answers that a claim gets. */
export const textAnswers = ['checked', 'outside-record', 'opinion', 'causal', 'rhetoric', 'forecast', 'not-read', 'no-claim'] as const
const count = z.number().int()

const measuredSchema = z.strictObject({
  topic: z.string(),
  part: z.string().optional(),
  form: z.enum(['level', 'balance', 'share', 'change', 'rank', 'count', 'gap', 'event']),
  whole: z.strictObject({ of: z.enum(['exports', 'imports', 'trade', 'gdp', 'total']), state: z.string() }).optional(),
  owner: z.string().optional().describe('for a surplus or deficit: the state that has it'),
  volume: z.boolean().optional(),
})

const slots = {
  sentence_index: z.number().int().describe('from 0'),
  claim_index: z.number().int().describe('within the sentence, from 0'),
  sentence: untrustedText(),
  start: z.number().int().describe('first character of the words in the sentence that make the claim'),
  end: z.number().int().describe('the character behind the last'),
  checkable: z.boolean(),
  kind: z.enum(claimKinds),
  domain: z.enum(domains.map((domain) => domain.id) as [string, ...string[]]),
  indicator: z.string().nullable(),
  measured: measuredSchema.nullable().describe('what is measured, in words that a query can be made of'),
  actors: z.array(z.string()).describe('ISO3, or EUU, WLD, EUR, AFR, SSF and ids of blocs; the sender first'),
  direction: z.string().describe('CHN->RUS, total, or n/a'),
  period: periodSchema.nullable(),
  period_base: periodSchema.nullable().describe('the earlier period of a change'),
  value: z.number().nullable().describe('as claimed; what fell is negative'),
  value_from: z.number().nullable(),
  unit: z.string().nullable(),
  qualifier: untrustedText().nullable(),
  source_named: untrustedText().nullable(),
  speaker: untrustedText().nullable(),
  probability_word: z.string().nullable(),
  rules: z.array(z.string()).describe('names of the rules that read it so'),
  said: saidSchema.optional().describe('what else the words say; visavis check takes it back'),
}

/** What the outlook says of the outcome that a forecast names. */
export const ourForecastSchema: ZodType = z
  .strictObject({
    target: z.string().nullable(),
    title: z.string().nullable(),
    probability: z.number().nullable(),
    baseline: z.number().nullable().describe('of no change, or the base rate of the event'),
    resolvesOn: z.string().nullable().describe('ISO day from which it could be settled'),
    why: z.string().nullable().describe('why the outlook gives none'),
  })
  .describe('of a forecast: what the outlook gives its outcome')

/** A claim as read from the text, without a verdict. */
export const claimSchema: ZodType = z.strictObject(slots)

const honestValueSchema = z.strictObject({
  value: z.number(),
  unit: z.string(),
  period: z.string(),
  by: z.string(),
  what: z.string(),
  estimated: z.boolean(),
  evidence: evidenceSchema,
})

const wouldBeTrueSchema = z.strictObject({
  changed: z.string().describe('what was changed to find it: year, direction, currency …'),
  text: z.string(),
  value: z.number().nullable(),
  unit: z.string().nullable(),
  period: periodSchema.nullable(),
  evidence: z.array(evidenceSchema),
})

export const verdictSchema: ZodType = z.enum(['supported', 'partly', 'contradicted', 'unverifiable'])

/** What testing a claim found. */
export const findingShape: Readonly<Record<keyof Finding, ZodType>> = {
  verdict: verdictSchema.nullable().describe('null: nothing in it can be checked'),
  why: untrustedText('quoted').nullable(),
  tolerance: z.strictObject({ low: z.number().nullable(), high: z.number().nullable(), why: z.string() }).nullable(),
  honestValues: z.array(honestValueSchema),
  evidence: z.array(evidenceSchema),
  wouldBeTrue: wouldBeTrueSchema.nullable(),
  wouldSettle: untrustedText('quoted').nullable(),
}

/** A claim with its verdict. */
export const answeredClaimSchema: ZodType = z.strictObject({
  ...slots,
  answer: z.enum(textAnswers),
  ours: ourForecastSchema.optional(),
  saying: untrustedText('quoted').optional().describe('that it was said, apart from whether it is so; only where somebody is quoted'),
  ...findingShape,
})

const shareShape = { supported: z.number().int(), of: z.number().int(), share: z.number(), low: z.number(), high: z.number() }

const summarySchema = z.strictObject({
  sentences: z.number().int(),
  checkable: z.number().int().describe('sentences with a claim that can be checked'),
  answered: z.number().int().describe('sentences of which the record answered a claim'),
  byAnswer: z.strictObject({
    ...{ checked: count, 'outside-record': count, opinion: count, causal: count, rhetoric: count, forecast: count },
    'not-read': count
      .optional()
      .describe('sentences that took too long, or that a reader did not answer for; left out where there are none'),
    'no-claim': count.optional().describe('with reader: sentences of which it offered no claim that was kept'),
  }),
  claims: z.number().int().describe('claims that can be checked'),
  byVerdict: z.record(z.enum(['supported', 'partly', 'contradicted', 'unverifiable']), z.number().int()),
  supported: z.strictObject(shareShape).nullable().describe('of the claims answered, with a 90 % interval'),
  baseRate: z.strictObject({ ...shareShape, partly: z.number().int(), contradicted: z.number().int(), from: z.string() }),
})

const sentenceSchema = z.strictObject({
  sentence_index: z.number().int(),
  text: untrustedText(),
  block: z.number().int().describe('the paragraph, heading, item or row that it stands in'),
  within: z.enum(['paragraph', 'heading', 'item', 'row', 'quote']),
  page: z.number().int().nullable(),
  answer: z.enum(textAnswers),
  claims: z.number().int(),
})

const unreadSchema = z.strictObject({
  block: z.number().int(),
  within: z.enum(['paragraph', 'heading', 'item', 'row', 'quote']),
  page: z.number().int().nullable(),
  text: untrustedText(),
})

const inconsistencySchema = z.strictObject({
  kind: z.enum(['parts-and-total', 'growth-and-levels', 'two-figures', 'shares-over-100']),
  text: untrustedText('quoted'),
  claims: z.array(z.strictObject({ sentence_index: z.number().int(), claim_index: z.number().int() })),
})

/** Fields that identify a text: its name, title, author, date and hash. */
const documentShape = {
  name: untrustedText('cell'),
  title: untrustedText().nullable(),
  author: untrustedText().nullable(),
  date: z.string().describe('day against which relative times were read'),
  sha256: z.string(),
}

/** The text that a saved forecast or a claim comes from. */
export const savedDocumentSchema: ZodType = z.strictObject(documentShape)

const droppedSchema = z
  .strictObject({
    slots: count.describe('a slot of a wrong type, a state that is not known, a unit that does not fit'),
    sentence: count.describe('of no sentence that was sent with it'),
    quote: count.describe('the quoted words do not stand in the sentence'),
    number: count.describe('the number does not stand in the sentence'),
    party: count.describe('a party is not named there or before'),
    time: count.describe('a time is not named there or before'),
    name: count.describe('an organisation or document is not named there or before'),
    repeated: count.describe('the same claim of the same sentence again'),
    surplus: count.describe('more than twenty claims a sentence'),
  })
  .describe('claims that the text does not bear out, by the first reason')

const readerSchema = z
  .strictObject({
    address: z.string(),
    model: untrustedText('cell'),
    sentences: z.strictObject({ sent: count, notRead: count }),
    requests: z.strictObject({ answered: count, failed: count, unsent: count.describe('not made, after three failures in a row') }),
    failures: z.array(untrustedText('quoted')),
    offered: count,
    kept: count,
    dropped: droppedSchema,
  })
  .describe('the server that read the text in place of our rules; null without it')

/** The published form of `visavis read --json`. */
export const readSchema: ZodType = z.strictObject({
  schemaVersion: z.literal(1),
  document: z.strictObject({
    ...documentShape,
    form: z.enum(['text', 'markdown', 'html', 'pdf', 'docx']),
    dateFrom: z.enum(['given', 'document', 'today']),
    notes: z.array(untrustedText('quoted')),
  }),
  snapshot: z.strictObject({ id: z.string(), created: z.string() }),
  reader: readerSchema.nullable(),
  summary: summarySchema,
  sentences: z.array(sentenceSchema),
  claims: z.array(answeredClaimSchema),
  unread: z.array(unreadSchema).describe('headings, rows of tables and other parts that no sentence stands in'),
  inconsistencies: z.array(inconsistencySchema).describe('what in the text contradicts itself, whatever the record says'),
  bearing: z
    .array(z.strictObject({ what: z.string(), command: z.string(), sentences: z.array(count) }))
    .describe('what the record measures of the sentences without a verdict, by sentence_index'),
  quoted: z
    .array(z.strictObject({ name: untrustedText(), sentences: z.array(count) }))
    .describe('whom the text quotes: the record has no sayings and knows no persons'),
  sources: z.array(sourceCardSchema),
  kept: z.strictObject({ added: z.number().int(), there: z.number().int(), folder: z.string() }).nullable(),
  failOn: z.strictObject({ asked: z.enum(['contradicted', 'partly', 'inconsistent']), met: z.boolean() }).nullable(),
})
