import type { Claim } from '../../../claim.ts'
import type { YearsInARowSaid } from '../../../said/special-figures-said.ts'
import { definedFields } from '../defined-fields.ts'

const inARow =
  /\b(?:in a row|running|straight|consecutive|successive|in succession|on end)\b|\bfor the (?:\w+|\d+(?:st|nd|rd|th)) (?:consecutive )?(?:time|year)\b/i
const years = /\byears?\b|\btime\b/i
const first =
  /\b(?:largest|biggest|first|top|main|leading|most important|number one|No\. ?1)\b[^.;]{0,40}\b(?:partner|supplier|market|customer|buyer|source|destination|exporter|importer|provider|recipient)/i
const upward = /\b(?:growth|gr[eo]w(?:n|s|ing)?|ris(?:e[ns]?|ing)|rose|increas\w+|gains?|up)\b/i
const downward = /\b(?:declin\w+|f[ae]ll(?:en|s|ing)?|drop\w*|decreas\w+|shr[aiu]nk\w*|down)\b/i

/** Returns what a claim says of a number of years in a row; undefined if it is not one. */
export function yearsInARowSaid({ kind, value, period, sentence }: Claim): YearsInARowSaid | undefined {
  if (kind !== 'count' || value === null || period === null) return undefined
  if (!inARow.test(sentence) || !years.test(sentence) || /\bmonths?\b|\bquarters?\b/i.test(sentence)) return undefined
  const isUp = upward.test(sentence)
  return definedFields<YearsInARowSaid>({
    isFirst: first.test(sentence),
    sense: isUp === downward.test(sentence) ? undefined : isUp ? 'up' : 'down',
  })
}
