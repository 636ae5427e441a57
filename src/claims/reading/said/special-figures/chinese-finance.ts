import type { Claim } from '../../../claim.ts'
import type { ChineseFinanceSaid } from '../../../said/special-figures-said.ts'
import { regionNamedIn } from '../../../text/names/country-groups.ts'
import { wordsNear } from '../around/words-near.ts'
import { definedFields } from '../defined-fields.ts'

const topics: ReadonlySet<string | undefined> = new Set(['investment', 'deals', 'loans', 'aid'])
const recipients =
  /\b(?:recipients?|destinations?|hosts?|borrowers?|customers?|targets?|drew|draws?|attract\w*|received?|receives|took|gets?|got)\b/i
const projects = /\bprojects?\b|\bdeals?\b|\bcontracts?\b/i
/** Matches words for debts, holdings and single loans, which are not sums of agreements. */
const otherThing = /\b(?:outstanding|owe[sd]?|owing|debts?|stocks?|held|interest|a loan|the loan|one loan|swap|reserves)\b/i

/** Returns what a claim says of Chinese finance to another state; undefined if it is about something else. */
export function chineseFinanceSaid(claim: Claim): ChineseFinanceSaid | undefined {
  const { direction, period, value, unit, measured } = claim
  if (!direction.startsWith('CHN->') || period === null || value === null || !topics.has(measured?.topic)) return undefined
  const isRank = unit === 'rank'
  const words = wordsNear(claim, isRank ? 80 : 60)
  if (otherThing.test(words) || (isRank && !recipients.test(words))) return undefined
  return definedFields<ChineseFinanceSaid>({
    isOfProjects: unit === 'count' && projects.test(words),
    among: isRank ? regionNamedIn(words) : undefined,
  })
}
