import type { Claim } from '../../../claim.ts'
import type { ComparedSaid, ComparisonSaid } from '../../../said/comparison-said.ts'
import { actorsIn } from '../../../text/names/actors.ts'
import { definedFields, definedOrNothing } from '../defined-fields.ts'

/** Matches a comparison with the same flow in another period: `Almost double those of 2020`. */
const withEarlier =
  /\b(?:those|that|the (?:figure|level|total|amount|value)) (?:of|in|for|from) (?:the )?(?:(?:19|20)\d\d|year|decade|(?:previous|preceding|same) )/i

/** Returns what the words of a comparison say; undefined for other claims, or if they say nothing beyond the slots. */
export function comparisonSaid(claim: Claim, date: string): ComparisonSaid | undefined {
  const { kind, measured, sentence, start, end, indicator } = claim
  if (kind !== 'comparison' || measured === null) return undefined
  const named = namedIn(claim, date)
  return definedOrNothing<ComparisonSaid>({
    named: named.length === 0 ? undefined : named,
    isTogether: /\b(?:together|combined)\b/i.test(`${indicator ?? ''} ${end === 0 ? '' : sentence.slice(start, end + 120)}`),
    isWayTold: /\bthan (?:to|from|into)\b/i.test(sentence),
    isWithEarlier: withEarlier.test(sentence),
    isLess: /\b(?:less|smaller|fewer|lower|below|behind)\b/i.test(sentence.slice(start, end)),
  })
}

/** Returns the states of the sentence with what stands before them; whether they stand behind the claim's words is known only if its position is. */
function namedIn({ sentence, end }: Claim, date: string): ComparedSaid[] {
  return actorsIn(sentence, date).map(({ ids, start }) => {
    const before = sentence.slice(0, start)
    const word = /\b(to|into|from)\s+(?:the\s+)?$/i.exec(before)?.[1]?.toLowerCase()
    return definedFields<ComparedSaid>({
      ids,
      after: word === undefined ? undefined : word === 'from' ? 'from' : 'to',
      isSecond: /\bthan\b|\bas\b/.test(before),
      isBehind: end > 0 && start >= end,
    })
  })
}
