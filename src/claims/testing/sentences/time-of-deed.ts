import type { Claim } from '../../claim.ts'
import type { ClaimBench } from '../../claim-bench.ts'
import { fiscalYearOf } from '../../text/calendar.ts'
import type { TextSpan } from '../../text/mention.ts'
import { timesIn } from '../../text/times/times.ts'
import { hasOwnPeriod } from './event-words.ts'
import { yearsOf } from './named-in-text.ts'

/** Matches words that begin another statement. */
const turn = /[;:]|\b(?:when|while|whereas|after|before|that|who|whose|where|but|until|because|although|though|if)\b/i

/**
 * Whether the claim's period belongs to its deed: no other statement begins between the two. Also true if the sentence does not name the period; other rules
 * cover that case.
 */
export function isTimeOfDeed(claim: Claim, deed: TextSpan, bench: ClaimBench): boolean {
  const { sentence, period } = claim
  if (period === null || !hasOwnPeriod(claim, bench)) return true
  const years = yearsOf(period)
  const own = timesIn(sentence, { date: bench.date, fiscal: fiscalYearOf(claim.actors) }).filter(({ period: one }) => {
    const { from, to } = yearsOf(one)
    return from <= years.to && to >= years.from
  })
  return own.some((time) => {
    const between =
      time.start >= deed.end ? sentence.slice(deed.end, time.start) : time.end <= deed.start ? sentence.slice(time.end, deed.start) : ''
    return !turn.test(between) && !(time.start >= deed.end && /,|\band\b/.test(between))
  })
}
