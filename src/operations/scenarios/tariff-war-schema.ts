import { type ZodType, z } from 'zod'
import { sideSchema, tradeBaseSchema } from './coalition-schema.ts'

const outcome = z.strictObject({ tariff: z.number().describe('percent'), welfare: z.number().describe('percent of real spending') })

/** The published form of `visavis tariff-war --json`. */
export const tariffWarSchema: ZodType = z.strictObject({
  schemaVersion: z.literal(1),
  players: z.array(
    z.strictObject({
      ...sideSchema,
      alone: outcome.describe('its best tariff while the others levy none'),
      war: outcome.nullable().describe('when all answer each other; null with one player'),
    }),
  ),
  on: z.enum(['everybody', 'each other']),
  converged: z.boolean(),
  rounds: z.int(),
  sameFromSecondStart: z.boolean().nullable(),
  base: tradeBaseSchema,
  notes: z.array(z.string()),
})
