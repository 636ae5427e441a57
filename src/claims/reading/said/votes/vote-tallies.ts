import type { ClaimPeriod } from '../../../claim.ts'
import type { Days, VoteTally } from '../../../said/vote-said.ts'
import { daysOf } from '../../../text/calendar.ts'
import { shiftDay } from '../../../text/days-of-text.ts'
import { quantitiesIn } from '../../../text/numbers/quantities.ts'
import { topicStems } from '../../../text/topics/topic-stems.ts'
import { namedBySentence } from '../around/named-in-text.ts'
import type { TextOfClaims } from '../text-of-claims.ts'

/** Number of member states: in `Of the 193 members` the number is not a side of a vote. */
const members = 193
/** Of more tallies, the last ones are kept: a vote told so far back is meant only if none of these is of any vote on record. */
const mostTallies = 8
const ofVote = /\b(?:vot(?:e[sd]?|ing)|in favou?r|against|abst(?:ain|ention)\w*|(?:said|say) (?:yes|no)|yes|backed|opposed|supported)\b/i

const known = new WeakMap<readonly string[], readonly (readonly VoteTally[])[]>()

/**
 * Returns for each sentence of a text the numbers of votes told up to it: `141 in favour, seven against, 32 abstentions` identifies a vote, which is then meant
 * until another tally, or a period that the vote is not in. The numbers may be given for the wrong sides; other code tests that.
 */
export function talliesBySentence(text: TextOfClaims): readonly (readonly VoteTally[])[] {
  const found = known.get(text.sentences)
  if (found !== undefined) return found
  const names = namedBySentence(text)
  let last: readonly VoteTally[] = []
  let time: ClaimPeriod | undefined
  const made = text.sentences.map((sentence, index) => {
    const { years } = names[index]!
    time = years.at(-1)?.period ?? time
    const own = years.length === 0 ? undefined : years.map(({ period }) => daysNear(period)).reduce(shared)
    const numbers = ofVote.test(sentence) ? numbersIn(sentence, years) : []
    if (numbers.length > 1) {
      const days = time === undefined ? yearBefore(text.date) : daysNear(time)
      const tally: VoteTally = { numbers, words: [...topicStems(sentence)], days, ...(own === undefined ? {} : { own }) }
      last = [...last, tally].slice(-mostTallies)
    } else if (own !== undefined && last.length > 0) last = after(last, own)
    return last
  })
  known.set(text.sentences, made)
  return made
}

/** Adds a period named after the tallies. If no day is left on which a vote told before may have been, all are dropped. */
function after(tallies: readonly VoteTally[], own: Days): readonly VoteTally[] {
  const last = tallies.at(-1)!
  const days = last.after === undefined ? own : shared(last.after, own)
  return days.from > days.to ? [] : [...tallies.slice(0, -1), { ...last, after: days }]
}

const numbersIn = (sentence: string, times: Parameters<typeof quantitiesIn>[1]): number[] =>
  quantitiesIn(sentence, times)
    .filter(({ kind, value }) => kind === 'count' && Number.isInteger(value) && value >= 0 && value < members)
    .map(({ value }) => value)

/** Returns the days of a period, extended by one day at both ends for the time difference to New York. */
function daysNear(period: ClaimPeriod): Days {
  const { from, to } = daysOf(period)
  return { from: shiftDay(from, -1), to: shiftDay(to, 1) }
}

const shared = (a: Days, b: Days): Days => ({ from: a.from > b.from ? a.from : b.from, to: a.to < b.to ? a.to : b.to })

/** If no period is named, a vote was probably in the year before the text. */
function yearBefore(date: string): Days {
  const { to } = daysOf({ at: date })
  return { from: shiftDay(to, -365), to }
}
