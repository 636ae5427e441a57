import { type ZodType, z } from 'zod'
import { namedFuels } from '../../../claims/said/figure-said.ts'
import { hedgeMeanings } from '../../../claims/said/hedge-said.ts'
import { rankRegions } from '../../../claims/said/rank-said.ts'
import { namedBodies } from '../../../claims/said/source-said.ts'

const yes = z.literal(true).optional()
/** ISO3 code, or the id of a bloc, a region or the world. */
const id = z.string().regex(/^[A-Z][A-Z0-9+-]{1,15}$/)

const hedgeSchema = z.strictObject({
  bound: z.enum(hedgeMeanings).describe('the bound on the number; stated: none'),
  isOnly: yes.describe('`only X`, `barely X`'),
  isInWords: yes.describe('the number is written in words or as a fraction'),
  isNot: yes.describe('what is said is denied'),
})

const sourceSchema = z.union([
  z.strictObject({ body: z.enum(namedBodies) }),
  z.strictObject({ reporter: id.describe('ISO3 code of the state whose office counted') }),
])

const figureSchema = z.strictObject({
  isNow: yes.describe('the present, told without a time: the newest figures are meant'),
  isNominal: yes.describe('output in current prices or in dollars, not its growth'),
  isServicesAlone: yes.describe('services without goods'),
  investment: z.enum(['held', 'in-one-sector']).optional().describe('investment that is held, or of one sector; absent: large deals'),
  fuel: z.enum(namedFuels).optional().describe('the fuel of sales without a named good'),
  isTogether: yes.describe('several states together'),
  whole: z.enum(['exports', 'imports', 'gdp']).optional().describe('what a share is part of'),
  total: id.optional().describe('world, region or bloc of whose total a share is part'),
  isOfOutput: yes.describe('a share of output'),
  isPerYear: yes.describe('a yearly or average rate'),
  isOfUs: yes.describe('a balance of the own state, called `we`'),
  way: z.enum(['up', 'down']).optional().describe('direction of a change without a number; absent: unchanged'),
  isBaseUnstated: yes.describe('the time before is told by an event'),
  isInMoney: yes.describe('a change of value, not of volume'),
  hasTwoCounts: yes.describe('the sentence names two who counted'),
  isOnePairWithPrevious: yes.describe('this and the figure before it are a growth and its two ends'),
})

const comparedSchema = z.strictObject({
  ids: z.array(id).max(250),
  after: z.enum(['to', 'from']).optional(),
  isSecond: yes.describe('than or as stands before it'),
  isBehind: yes.describe('it stands behind the words of the comparison'),
})

const comparisonSchema = z.strictObject({
  named: z.array(comparedSchema).max(60).optional().describe('the states of the sentence, in order'),
  isTogether: yes.describe('the flows that are compared with are added up'),
  isWayTold: yes.describe('`than to`, `than from`'),
  isWithEarlier: yes.describe('it is compared with itself at another time'),
  isLess: yes.describe('`less than`'),
})

const rankSchema = z.strictObject({
  role: z.enum(['buyer', 'seller']).optional().describe('whether buyers or sellers are ranked'),
  isOfWorld: yes.describe('among all states'),
  among: z
    .union([z.enum(rankRegions), id])
    .optional()
    .describe('region or bloc that the ranking is limited to'),
  isBuyerWithin: yes.describe('buyers in a region, not from it'),
  hosts: z.array(id).max(250).optional().describe('states whose partner is ranked'),
  isOtherOrder: yes.describe('a rank other than by size'),
  isByOutput: yes.describe('by the share of output'),
  isOfGoods: yes.describe('by goods alone'),
})

/** What words say of a figure: the fields of `said` that the testers of figures ask for. */
export const figureFields: Readonly<Record<string, ZodType>> = {
  hedge: hedgeSchema.optional().describe('the words beside the number that hedge it, or write it out; absent for a number alone'),
  source: sourceSchema.optional().describe('whose figures are named, if the record could hold them'),
  figure: figureSchema.optional().describe('what the words of a figure say besides'),
  comparison: comparisonSchema.optional().describe('what the words of a comparison say besides'),
  rank: rankSchema.optional().describe('what the words of a rank say besides'),
}
