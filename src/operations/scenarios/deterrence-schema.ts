import { type ZodType, z } from 'zod'
import { untrustedText } from '../schemas/untrusted-text.ts'
import { setsRangeSchema, sideSchema, tradeBaseSchema } from './coalition-schema.ts'

const percent = z.number().describe('percent')

/** The published form of `visavis deterrence --json`. */
export const deterrenceSchema: ZodType = z.strictObject({
  schemaVersion: z.literal(1),
  target: z.strictObject(sideSchema),
  members: z.array(z.strictObject(sideSchema)),
  others: z.array(z.strictObject(sideSchema)),
  cut: untrustedText('cell'),
  shortRunPercent: percent.describe('elasticity of the first year in percent of that of the long run'),
  rows: z.array(
    z.strictObject({
      kind: z
        .enum(['named', 'without', 'with', 'growing'])
        .describe('named: all members; without, with: all but or and `who`; growing: `who` and those of the rows before'),
      who: z.string().nullable(),
      firstYear: percent.describe("target's loss in the first year, of its real spending"),
      later: percent,
      ownFirstYear: percent.describe('loss of the members together, of theirs'),
      ownLater: percent,
    }),
  ),
  laterRange: setsRangeSchema,
  threshold: z
    .strictObject({ loss: percent, members: z.array(z.string()).nullable() })
    .nullable()
    .describe('the first of the growing coalitions from which the later loss is reached; members null: even all do not reach it'),
  before: z.strictObject({
    moved: z.strictObject({
      percent: percent.describe('part of the trade with the members that is moved elsewhere'),
      premium: percent.describe('cost of every year'),
      prepared: percent.describe('loss in the first year of a cut, premium included'),
      saved: percent,
    }),
    stock: z
      .strictObject({
        months: z.int(),
        carryingPercent: percent,
        value: z.number().describe('in the unit of the base'),
        premium: percent,
        prepared: percent,
        saved: percent,
      })
      .nullable()
      .describe('null if nothing that is cut can be stored'),
  }),
  base: tradeBaseSchema,
  notes: z.array(untrustedText('cell')),
})
