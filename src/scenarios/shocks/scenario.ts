import { z } from 'zod'

const parties = z.array(z.string().min(1).max(100)).min(1).max(200)
const sectors = z.array(z.string().min(1).max(40)).min(1).max(100).optional().describe('codes of sectors; left out: all')
const both = z.boolean().optional().describe('also in the other direction (true unless said)')
const between = { from: parties, to: parties, both, sectors }

const tradeCost = z.strictObject({
  kind: z.literal('trade-cost'),
  ...between,
  factor: z.number().min(0.1).max(10).describe('2: moving a good costs twice as much of it; 1: no change. For a ban use kind "ban"'),
})

const ban = z.strictObject({ kind: z.literal('ban'), ...between })

const partialEffect = z.strictObject({
  kind: z.literal('partial-effect'),
  ...between,
  effect: z
    .number()
    .min(-5)
    .max(5)
    .describe('change of the log of trade before prices adjust, as a gravity equation estimates it: -0.3 for the end of an agreement'),
})

const coefficient = z.number().min(-20).max(20)
const withdrawal = z.strictObject({
  kind: z.literal('withdrawal'),
  ...between,
  terms: z
    .array(z.string().min(1).max(200))
    .min(1)
    .max(20)
    .describe('coefficients of the agreement; trade changes by minus their sum (in logs) before prices adjust'),
  estimate: z
    .union([
      z.enum(['gravity', 'record']),
      z.strictObject({
        coefficients: z.record(z.string().min(1).max(200), coefficient),
        covariance: z
          .array(z.array(z.number()).max(50))
          .max(50)
          .optional()
          .describe('in the order of the coefficients; left out: nothing is drawn'),
        source: z.string().min(1).max(300).optional(),
      }),
    ])
    .describe("gravity: the answer given by --gravity FILE; record: estimated on the record's own panel; or coefficients of your own"),
})

const tariff = z.strictObject({
  kind: z.literal('tariff'),
  by: parties.describe('who levies it'),
  on: parties.describe('whose goods'),
  sectors,
  percent: z.number().min(-90).max(300).describe('points added to the tariff in force; above 300 use kind "ban"'),
})

const productivity = z.strictObject({ kind: z.literal('productivity'), of: parties, sectors, factor: z.number().min(0.05).max(20) })

const transfer = z.strictObject({
  kind: z.literal('transfer'),
  from: parties,
  to: parties,
  amount: z.number().positive().max(1e8).describe('in the unit of the base (million US dollars), shared by size of spending'),
})

const spread = z.number().positive().max(2)

/** The published form of a scenario file. */
export const scenarioSchema: z.ZodType<Scenario> = z.strictObject({
  name: z.string().min(1).max(200),
  base: z.string().min(1).max(40).describe('icio-2022, baci-2023 or wiod-2011; own for the folder of --data'),
  model: z.enum(['one-sector', 'sectors', 'input-links']).optional().describe('left out: the richest that the base allows'),
  deficits: z.enum(['additive', 'multiplicative']).optional().describe('additive unless said; multiplicative only without input links'),
  elasticities: z
    .union([z.string(), z.number(), z.record(z.string(), z.number())])
    .optional()
    .describe('a published set, one number, or a number for each sector'),
  blocs: z
    .record(z.string().min(1).max(60), parties)
    .optional()
    .describe('names for groups, to be used as parties; the answer has a row for each'),
  alignment: z
    .strictObject({
      blocs: z
        .record(z.string().min(1).max(60), parties)
        .describe('by name of a bloc: the states with which its members are aligned; they are always members themselves'),
      measure: z
        .enum(['communities', 'ideal-points'])
        .optional()
        .describe(
          'communities of states that vote alike in the UN General Assembly (unless said), or positions on the dimension that explains most votes',
        ),
      from: z.number().int().min(1946).max(2100).optional().describe('first year of the votes; left out: two years before the last'),
      until: z.number().int().min(1946).max(2100).optional().describe('last year of the votes; left out: the year of the base'),
      resamples: z.number().int().min(20).max(1000).optional().describe('how often the roll calls are drawn anew; left out: 100'),
      neutral: z
        .number()
        .min(0)
        .max(0.9)
        .optional()
        .describe('for ideal points: the middle part of the way between two blocs that belongs to neither; left out: a third'),
      among: parties.optional().describe('who can be drawn; left out: all economies of the base'),
    })
    .optional()
    .describe('blocs whose members are drawn from how states vote: each draw takes one resample of the votes'),
  shocks: z
    .array(z.discriminatedUnion('kind', [tradeCost, ban, partialEffect, withdrawal, tariff, productivity, transfer]))
    .min(1)
    .max(200),
  uncertain: z
    .strictObject({
      elasticities: z
        .union([z.literal('sets'), z.strictObject({ spread })])
        .optional()
        .describe(
          '"sets": a published set at random in each draw; a spread: each sector times a log-normal factor of this standard deviation',
        ),
      size: z.strictObject({ spread }).optional().describe('the size of all shocks but bans, times a log-normal factor'),
      members: z
        .record(z.string(), z.record(z.string(), z.number().min(0).max(1)))
        .optional()
        .describe('by bloc of `blocs` and member: the probability that it takes part'),
    })
    .optional(),
  draws: z.number().int().min(20).max(10_000).optional().describe('left out: 100 where something is uncertain'),
  seed: z
    .number()
    .int()
    .min(0)
    .max(2 ** 31)
    .optional(),
})

interface Between {
  readonly from: readonly string[]
  readonly to: readonly string[]
  readonly both?: boolean | undefined
  readonly sectors?: readonly string[] | undefined
}

/** One change of a scenario. */
export type ScenarioShock =
  | ({ readonly kind: 'trade-cost'; readonly factor: number } & Between)
  | ({ readonly kind: 'ban' } & Between)
  | ({ readonly kind: 'partial-effect'; readonly effect: number } & Between)
  | ({
      readonly kind: 'withdrawal'
      readonly terms: readonly string[]
      readonly estimate:
        | 'gravity'
        | 'record'
        | {
            readonly coefficients: Readonly<Record<string, number>>
            readonly covariance?: readonly (readonly number[])[] | undefined
            readonly source?: string | undefined
          }
    } & Between)
  | {
      readonly kind: 'tariff'
      readonly by: readonly string[]
      readonly on: readonly string[]
      readonly sectors?: readonly string[] | undefined
      readonly percent: number
    }
  | {
      readonly kind: 'productivity'
      readonly of: readonly string[]
      readonly sectors?: readonly string[] | undefined
      readonly factor: number
    }
  | { readonly kind: 'transfer'; readonly from: readonly string[]; readonly to: readonly string[]; readonly amount: number }

/** Blocs whose members are drawn from a measured alignment, as a file states them. */
export interface ScenarioAlignment {
  readonly blocs: Readonly<Record<string, readonly string[]>>
  readonly measure?: 'communities' | 'ideal-points' | undefined
  readonly from?: number | undefined
  readonly until?: number | undefined
  readonly resamples?: number | undefined
  readonly neutral?: number | undefined
  readonly among?: readonly string[] | undefined
}

/** A scenario as its file states it. */
export interface Scenario {
  readonly name: string
  readonly base: string
  readonly model?: 'one-sector' | 'sectors' | 'input-links' | undefined
  readonly deficits?: 'additive' | 'multiplicative' | undefined
  readonly elasticities?: string | number | Readonly<Record<string, number>> | undefined
  readonly blocs?: Readonly<Record<string, readonly string[]>> | undefined
  readonly alignment?: ScenarioAlignment | undefined
  readonly shocks: readonly ScenarioShock[]
  readonly uncertain?:
    | {
        readonly elasticities?: 'sets' | { readonly spread: number } | undefined
        readonly size?: { readonly spread: number } | undefined
        readonly members?: Readonly<Record<string, Readonly<Record<string, number>>>> | undefined
      }
    | undefined
  readonly draws?: number | undefined
  readonly seed?: number | undefined
}
