import { type ZodType, z } from 'zod'
import { outlookSkillSchema } from './outlook-schema.ts'

const sourcesSchema = z.array(
  z.strictObject({ id: z.string(), title: z.string(), citation: z.string(), vintage: z.string(), licence: z.string() }),
)
const partySchema = z.strictObject({ iso3: z.string(), name: z.string() })

/** The published form of `visavis outlook history --json`. */
export const outlookHistorySchema: ZodType = z.strictObject({
  schemaVersion: z.literal(1),
  a: partySchema,
  b: partySchema,
  asOf: z.string().describe('nothing later was used'),
  snapshot: z.strictObject({ id: z.string(), created: z.string() }),
  series: z.array(
    z.strictObject({
      id: z.string().describe('id of the forecast'),
      title: z.string(),
      unit: z.string(),
      every: z.number().int().describe('years between one value and the next'),
      sources: z.array(z.string()),
      points: z
        .array(
          z.strictObject({
            year: z.number().int().describe('calendar year, or the year in which the session opened'),
            period: z.string(),
            value: z.number().nullable().describe('null: not known'),
          }),
        )
        .describe('from the first known value to the last'),
    }),
  ),
  sources: sourcesSchema,
})

const span = {
  horizon: z.number().int().describe('years ahead'),
  origins: z.number().int().describe('sessions or years from which was forecast'),
  first: z.number().int().describe('first origin'),
  last: z.number().int().describe('last origin with an outcome'),
  n: z.number().int().describe('forecasts with an outcome'),
  skill: outlookSkillSchema,
  isShown: z.boolean().describe('whether the whole interval of the skill lies above zero'),
}

const share = z.number().min(0).max(1)

/** The published form of `visavis outlook track-record --json`. */
export const trackRecordSchema: ZodType = z.strictObject({
  schemaVersion: z.literal(1),
  snapshots: z.strictObject({ quantities: z.string(), events: z.string() }).describe('ids of the records that the back-tests read'),
  quantities: z.array(
    z.strictObject({
      target: z.string(),
      title: z.string(),
      definition: z.string(),
      unit: z.string().describe('of the errors; ln where logarithms are forecast'),
      per: z.enum(['session', 'year']),
      covered: z.number().int().describe('pairs, or ordered pairs, with a forecast today'),
      horizons: z.array(
        z.strictObject({
          ...span,
          mae: z.number().describe('mean absolute error of the median'),
          crps: z.number(),
          cover50: share.describe('share of outcomes within the band of 50 %'),
          cover80: share,
          cover90: share,
          cover95: share,
        }),
      ),
    }),
  ),
  events: z.array(
    z.strictObject({
      target: z.string(),
      title: z.string(),
      score: z.enum(['log', 'brier']).describe('which score decides whether skill was shown'),
      isComparison: z.boolean().describe('true: no forecast is given by it'),
      note: z.string(),
      horizons: z.array(
        z.strictObject({
          ...span,
          events: z.number().nullable(),
          brier: z.number(),
          brierSkill: outlookSkillSchema,
          auc: z.number().nullable(),
          forecast: z.string().nullable().describe('what is given as the forecast at this horizon; null for a comparison'),
          bins: z
            .array(
              z.strictObject({
                probability: share.describe('mean probability that was forecast'),
                frequency: share.describe('share of the cases in which the event came'),
                n: z.number(),
                low90: z.number().nullable().describe('90 % interval of the share (Wilson), as if cases were independent'),
                high90: z.number().nullable(),
              }),
            )
            .describe('points of the reliability diagram; empty for moves of standing'),
        }),
      ),
    }),
  ),
  votes: z.array(
    z.strictObject({
      session: z.string(),
      part: z.string(),
      rollCalls: z.number().int(),
      n: z.number().int(),
      accuracy: share,
      shareYes: share.describe('what always saying yes gets right'),
      usualAccuracy: share.describe('what the usual vote of the state on the topic gets right'),
      notYesFound: share.describe('share of abstentions and no that were forecast as such'),
      brierSkill: outlookSkillSchema,
      logSkill: outlookSkillSchema,
    }),
  ),
  sources: sourcesSchema,
})
