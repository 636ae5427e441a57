import type { Claim } from '../../../claim.ts'
import type { SpecialFiguresSaid } from '../../../said/special-figures-said.ts'
import { definedFields } from '../defined-fields.ts'
import type { TextOfClaims } from '../text-of-claims.ts'
import { isArmsPartnerCount } from './arms-partners.ts'
import { chineseFinanceSaid } from './chinese-finance.ts'
import { fuelRankSaid } from './fuel-rank.ts'
import { recordSaid, steepestRiseSaid } from './records.ts'
import { ukraineSupportSaid } from './ukraine-support.ts'
import { yearsInARowSaid } from './years-in-a-row.ts'

/** Returns what a claim says of figures that have testers of their own. */
export const specialFiguresSaid = (claim: Claim, text: TextOfClaims): SpecialFiguresSaid =>
  definedFields<SpecialFiguresSaid>({
    ukraineSupport: ukraineSupportSaid(claim, text),
    chineseFinance: chineseFinanceSaid(claim),
    fuelRank: fuelRankSaid(claim),
    record: recordSaid(claim),
    steepestRise: steepestRiseSaid(claim),
    yearsInARow: yearsInARowSaid(claim),
    isArmsPartnerCount: isArmsPartnerCount(claim),
    isForEach: isForEach(claim),
  })

/** Whether one figure is given for each of several states. */
const isForEach = ({ kind, actors, sentence }: Claim): boolean =>
  (kind === 'share' || kind === 'quantity') && actors.length > 2 && /\b(?:each|either|both|respectively|apiece|every one)\b/i.test(sentence)
