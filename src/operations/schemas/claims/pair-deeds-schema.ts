import { type ZodType, z } from 'zod'
import { type PairDeedsSaid, weaponKinds } from '../../../claims/said/pair-deeds-said.ts'

const flag = z.literal(true).optional()
/** An id of a state or bloc. */
const id = z.string().max(30)
/** A word or name of a sentence, which has at most 2,000 characters. */
const word = z.string().min(1).max(2000)
const words = z.array(word).max(1000).optional()
const years = z.array(z.string().regex(/^\d{4}$/)).max(500)

const deedNamesSchema = z.strictObject({ names: words, isComprehensive: flag })

/** What the words say of deeds between states, as fields of `said`. */
export const pairDeedsShape: Readonly<Record<keyof PairDeedsSaid, ZodType>> = {
  sanction: z
    .strictObject({
      act: z.enum(['imposed', 'lifted', 'in-force', 'none']),
      beginning: z.enum(['first', 'since']).optional().describe('the first sanctions, or when they began'),
      measures: z.array(id).max(20).optional().describe('kinds of measures of which one is meant'),
      goods: words.describe('words of the record for the good that is named'),
      byUn: flag,
      follower: z.strictObject({ sender: id, target: id }).optional().describe('who follows, or does not follow, the sanctions of others'),
      namesArms: flag,
      isWhole: flag.describe('all sanctions are lifted'),
      isEver: flag,
      isExemption: flag,
    })
    .optional()
    .describe('sanctions of one party on another'),
  relation: z
    .strictObject({
      kind: z.enum(['diplomatic-relations', 'trade-agreement', 'defence-treaty', 'strategic-partnership']),
      dates: z.array(id).max(10).describe('kinds of date that the deed may be reported by'),
      isClear: flag.describe('the words identify one date'),
      isPact: flag,
      isFreeTrade: flag,
      named: z.array(deedNamesSchema).max(4).optional().describe("names in the claim's own words, then in its sentence"),
    })
    .optional()
    .describe('relations or an agreement between two states'),
  application: z
    .strictObject({ kind: z.enum(['accession-application', 'trade-agreement']), body: id })
    .optional()
    .describe('an application to a bloc, or a multilateral trade agreement'),
  treaty: z
    .strictObject({
      act: z.enum(['signed', 'in-force', 'ended', 'bound']),
      obligation: z.enum(['defence', 'nonaggression', 'consultation', 'neutrality']).optional(),
      isDenied: flag,
      isAlliance: flag,
      isFormer: flag,
      isDefinite: flag,
      years: years.optional().describe('years in the sentence'),
      yearsBefore: z.array(years).max(10).optional().describe('years in the sentences before'),
      names: words,
    })
    .optional()
    .describe('a written commitment between states'),
  ledgerEvent: z
    .strictObject({
      states: z.array(id).max(300).optional(),
      stems: words.describe('stems of the words of the statement'),
      spans: z.array(z.number().int().min(0).max(999)).max(500).optional().describe('years for which something is agreed'),
      names: words.describe('names, one of which may be that of an exercise'),
    })
    .optional()
    .describe('an event between two states that have a ledger'),
  rerouting: z
    .strictObject({
      states: z.array(id).max(300).optional(),
      isOfBannedGoods: flag,
      years: years.optional(),
    })
    .optional()
    .describe('goods of the EU that reach a state through another'),
  arms: z
    .strictObject({
      weapons: words,
      kind: z.enum(weaponKinds).optional(),
      isDelivered: flag,
      isFirst: flag.describe('the first order is meant'),
    })
    .optional()
    .describe('weapons ordered or delivered'),
}

/** What the words leave open of deeds between states. */
export const pairDoubtsSchema: ZodType = z.strictObject({
  unnamed: z.array(id).max(300).optional().describe('parties that the sentence and those before it do not name plainly'),
  namedBeforeYear: id.optional(),
  isRevision: flag,
  isOtherPair: flag,
  isPlanOrPart: flag,
})
