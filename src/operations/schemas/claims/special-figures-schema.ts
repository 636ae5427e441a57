import { type ZodType, z } from 'zod'
import { type SpecialFiguresSaid, supportKinds } from '../../../claims/said/special-figures-said.ts'

const flag = z.literal(true).optional()
const among = z.string().min(1).max(40).optional().describe('the region or group that a rank is limited to')
const comparedYears = {
  since: z.number().int().min(1000).max(9999).optional().describe('the first of the years that are compared'),
  years: z.number().int().min(1).max(9999).optional().describe('how many years are compared'),
}

/** What the words say of figures that have testers of their own, as fields of `said`. */
export const specialFiguresShape: Readonly<Record<keyof SpecialFiguresSaid, ZodType>> = {
  ukraineSupport: z
    .strictObject({
      measure: z.enum(['commitments', 'allocations']).optional().describe('promised, or set aside; absent: either'),
      kind: z.enum(supportKinds).optional().describe('absent: all kinds'),
      amount: z.enum(['total', 'new']).optional().describe('a total up to a day, or new in a period; absent: either'),
      europeans: z.enum(['members', 'bodies']).optional().describe('which donors the EU stands for'),
      isOfOutput: flag.describe('relative to GDP'),
      isOfAllDonors: flag.describe('a share of the support of all donors'),
      among,
      isPlainRank: flag,
      isFromTracker: flag.describe('figures of the Ukraine Support Tracker'),
    })
    .optional()
    .describe('support for Ukraine'),
  chineseFinance: z
    .strictObject({ isOfProjects: flag, among })
    .optional()
    .describe('Chinese finance abroad: sums, numbers of projects, ranks of recipients'),
  fuelRank: z.strictObject({ isDiesel: flag, isCrude: flag }).optional().describe('a rank among all suppliers or buyers of a fuel'),
  record: z
    .strictObject({ ...comparedYears, isLow: flag.describe('the lowest, not the highest'), isShare: flag })
    .optional()
    .describe('a rank among the years of one flow'),
  steepestRise: z.strictObject(comparedYears).optional().describe('the years that the year of the steepest rise is compared with'),
  yearsInARow: z
    .strictObject({ isFirst: flag.describe('a partner was the first in each of them'), sense: z.enum(['up', 'down']).optional() })
    .optional()
    .describe('a number of years in a row'),
  isArmsPartnerCount: flag.describe('a number of all partners in arms'),
  isForEach: flag.describe('one figure for each of several states'),
}
