import { type ZodType, z } from 'zod'
import { hedgeMeanings } from '../../claims/said/hedge-said.ts'
import { namedBodies } from '../../claims/said/source-said.ts'

const yes = z.literal(true).optional()

const hedgeSchema = z.strictObject({
  bound: z.enum(hedgeMeanings).describe('the bound on the number; stated: none'),
  isOnly: yes.describe('`only X`, `barely X`'),
  isInWords: yes.describe('the number is written in words or as a fraction'),
  isLoose: yes.describe('`dozens`, `several`'),
  isNot: yes.describe('what is said is denied'),
})

const sourceSchema = z.union([
  z.strictObject({ body: z.enum(namedBodies) }),
  z.strictObject({ reporter: z.string().max(8).describe('ISO3 code of the state whose office counted') }),
])

/** What words say of a figure: the fields of `said` that the testers of figures ask for. */
export const figureFields: Readonly<Record<string, ZodType>> = {
  hedge: hedgeSchema.optional().describe('the words beside the number that hedge it, or write it out; absent for a number alone'),
  source: sourceSchema.optional().describe('whose figures are named, if the record could hold them'),
}
