import type { Claim } from '../../../claim.ts'
import { fiscalYearOf } from '../../../text/calendar.ts'
import { yearsOfPeriod } from '../../../text/days-of-text.ts'
import type { TextSpan } from '../../../text/mention.ts'
import { timesIn } from '../../../text/times/times.ts'
import { hasOwnPeriod, type SentencesOfText } from './text-around-claim.ts'

/** Matches words that begin another statement. */
const turn = /[;:]|\b(?:when|while|whereas|after|before|that|who|whose|where|but|until|because|although|though|if)\b/i

/**
 * Whether the claim's period belongs to its deed: no other statement begins between the two. Also true if the sentence does not name the period; other rules
 * cover that case.
 */
export function isTimeOfDeed(claim: Claim, deed: TextSpan, text: Pick<SentencesOfText, 'date'>): boolean {
  const { sentence, period } = claim
  if (period === null || !hasOwnPeriod(claim, text)) return true
  const years = yearsOfPeriod(period)
  const own = timesIn(sentence, { date: text.date, fiscal: fiscalYearOf(claim.actors) }).filter(({ period: one }) => {
    const { from, to } = yearsOfPeriod(one)
    return from <= years.to && to >= years.from
  })
  return own.some((time) => {
    const between =
      time.start >= deed.end ? sentence.slice(deed.end, time.start) : time.end <= deed.start ? sentence.slice(time.end, deed.start) : ''
    return !turn.test(between) && !(time.start >= deed.end && /,|\band\b/.test(between))
  })
}
