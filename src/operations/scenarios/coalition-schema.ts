import { type ZodType, z } from 'zod'
import { untrustedText } from '../schemas/untrusted-text.ts'

const percent = z.number().describe('percent')
const money = z.number().describe('in the unit of the base; negative: a gain')
const method = z.enum(['exact', 'stepwise']).describe('stepwise: grown member by member, so that a better one may exist')
const names = z.array(z.string())

/** Fields of a state or bloc that acts as one. */
export const sideSchema: { readonly name: ZodType; readonly economies: ZodType; readonly lacking: ZodType } = {
  name: z.string(),
  economies: names.describe('codes in the base'),
  lacking: names.describe('members of a bloc that the base lacks'),
}

/** A range over published elasticities. */
export const setsRangeSchema: ZodType = z
  .strictObject({ low: z.number(), high: z.number(), solved: z.int(), sets: z.int() })
  .describe('over the published sets of elasticities with which the model has a solution')

/** The table of trade behind an answer. */
export const tradeBaseSchema: ZodType = z.strictObject({
  id: z.string(),
  title: untrustedText('cell'),
  year: z.int(),
  unit: untrustedText('cell'),
  source: untrustedText('cell'),
  licence: untrustedText('cell'),
  elasticities: z.strictObject({ id: z.string(), title: z.string(), citation: z.string().nullable() }),
})

const member = z.strictObject({
  ...sideSchema,
  alone: z.number().describe("the target's loss if it acts alone, in points"),
  last: z.number().describe("by how much the target's loss falls if it leaves the others, in points"),
  shapley: z.number().describe('mean of what it adds over all orders of joining, in points'),
  error: z.number().describe('standard error of shapley; 0 if all coalitions were solved'),
  share: percent.nullable().describe('of the whole harm'),
  ownLoss: money,
  ownLossPercent: percent,
  received: money.describe('from the others, so that all lose the same share; negative: it pays'),
})

/** The published form of `visavis coalition --json`. */
export const coalitionSchema: ZodType = z.strictObject({
  schemaVersion: z.literal(1),
  target: z.strictObject(sideSchema),
  cut: untrustedText('cell'),
  targetLoss: percent,
  targetLossRange: setsRangeSchema,
  cost: money,
  costPercent: percent,
  members: z.array(member),
  shapley: z.strictObject({ method: z.enum(['exact', 'sampled']), orders: z.int(), seed: z.int() }),
  frontier: z.array(z.strictObject({ members: names, targetLoss: percent, cost: money })),
  frontierMethod: method,
  threshold: z
    .strictObject({ loss: percent, members: names.nullable(), targetLoss: percent.nullable(), cost: money.nullable(), method })
    .nullable(),
  transferVolume: money,
  solved: z.int().describe('coalitions that were solved'),
  base: tradeBaseSchema,
  notes: z.array(untrustedText('cell')),
})

/** The published form of `visavis resilience --json`. */
export const resilienceSchema: ZodType = z.strictObject({
  schemaVersion: z.literal(1),
  target: z.strictObject(sideSchema),
  partners: z.array(z.strictObject(sideSchema)),
  cut: untrustedText('cell'),
  shortRunPercent: percent.describe('elasticity of the first year in percent of that of the long run'),
  rows: z.array(
    z.strictObject({
      moved: percent.describe('part of the trade with the partners that is moved elsewhere beforehand'),
      premium: percent.describe('loss of every year without a cut'),
      prepared: percent.describe('loss in the first year of a cut, premium included'),
      saved: percent.describe('of real spending, in the first year of a cut'),
      breakEven: percent.nullable().describe('yearly probability of a cut from which preparing pays; null if it never does'),
    }),
  ),
  stock: z
    .strictObject({
      sectors: z.array(untrustedText('cell')),
      carryingPercent: percent.describe('yearly cost of a stock by its value: an assumption'),
      rows: z.array(
        z.strictObject({
          months: z.number(),
          value: money.describe('of the stock, in the unit of the base'),
          premium: percent.describe('cost of every year, of real spending'),
          prepared: percent.describe('loss in the first year of a cut, premium included'),
          saved: percent,
          breakEven: percent.nullable().describe('yearly probability of a cut from which the stock pays; null if it never does'),
        }),
      ),
    })
    .nullable(),
  friends: z
    .array(
      z.strictObject({
        ...sideSchema,
        firstYear: percent.describe('loss in the first year if it does not join the cut'),
        saved: percent,
        longRun: percent.describe('loss of later years if it does not join'),
      }),
    )
    .describe('one for each partner if there are several'),
  unprepared: percent.describe('loss in the first year of a cut without preparation'),
  longRun: percent.describe('loss of later years, with or without preparation'),
  base: tradeBaseSchema,
  notes: z.array(untrustedText('cell')),
})

/** The published form of `visavis leverage --json`. */
export const leverageSchema: ZodType = z.strictObject({
  schemaVersion: z.literal(1),
  a: z.strictObject(sideSchema),
  b: z.strictObject(sideSchema),
  cut: untrustedText('cell'),
  rows: z.array(
    z.strictObject({
      id: z.enum(['allTrade', 'salesOfA', 'salesOfB']),
      cut: untrustedText('cell'),
      a: percent.describe('loss of a in percent of its spending'),
      aRange: setsRangeSchema,
      b: percent.describe('loss of b in percent of its spending'),
      bRange: setsRangeSchema,
    }),
  ),
  asymmetry: z.strictObject({ stronger: z.enum(['a', 'b']), ratio: z.number(), sameInAllSets: z.boolean() }).nullable(),
  base: tradeBaseSchema,
  notes: z.array(untrustedText('cell')),
})
