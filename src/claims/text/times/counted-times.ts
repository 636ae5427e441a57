import { addMonths, endYear, periodAt, periodFromTo, yearsBefore } from '../calendar.ts'
import { numberOf } from '../numbers/number-words.ts'
import { type FromAnchor, monthsLater, yearsBeforeAnchor, yearsFromAnchor, yearsLater } from './anchored-periods.ts'
import {
  anchoredTime,
  anyYear,
  countInYears,
  countOf,
  monthOfDocument,
  relativeTime,
  smallCount,
  type TimeRule,
  timeRule,
  yearOfDocument,
  yearsAgo,
  yearsUpToLast,
} from './time-rule.ts'

/** Rules for a number of years up to, from, or before a named year. */
export const yearSpanRules: readonly TimeRule[] = [
  timeRule(
    'years-to',
    `(?:the )?${smallCount}[- ]years? (?:period )?(?:to|up to|until|ending(?: in)?) (?<y>${anyYear})`,
    ({ n, y }) => ({ period: periodFromTo(String(Number(y) - countOf(n!) + 1), y!) }),
    'the five years to 2018',
  ),
  timeRule(
    'years-from',
    `(?:in |over |during )?(?:the )?${smallCount} (?<u>years|decades) from (?<y>${anyYear})(?: on(?:wards?)?)?(?! (?:to|until|through))`,
    ({ n, u, y }) => ({ period: periodFromTo(y!, String(Number(y) + countInYears(n!, u!))) }),
    'in the two decades from 2000 on',
  ),
  timeRule(
    'years-in-front',
    `(?:in |over |during )the ${smallCount} years (?:before|earlier|prior|previous)(?! (?:the|it|that|to))`,
    ({ n }, now) => anchoredTime(yearsBeforeAnchor(countOf(n!)), now),
    'in the twenty years before',
  ),
  timeRule(
    'two-years',
    `(?:in |during |over )(?<a>${anyYear}) and (?<b>${anyYear})(?!,? respectively)`,
    ({ a, b }) => (Number(b) === Number(a) + 1 ? { period: periodFromTo(a!, b!) } : undefined),
    'in 2022 and 2023',
  ),
  timeRule(
    'decade-to',
    '(?:in |over )?the decade (?:to|up to|until|ending(?: in)?) (?<y>(?:19|20)\\d\\d)',
    ({ y }) => ({ period: periodFromTo(String(Number(y) - 9), y!) }),
    'the decade to 2020',
  ),
  timeRule(
    'preceding-years',
    `(?:than |from |on |over |against |in |during )*the (?:preceding|previous|prior) ${smallCount} years`,
    ({ n }, now) => anchoredTime(yearsBeforeAnchor(countOf(n!)), now, 'base'),
    'than in the preceding five years',
  ),
  timeRule(
    'same-period-of',
    `(?:than |from |on |over |against |compared (?:with|to) |in |during )*the (?:same|corresponding|comparable|like) (?:period|months?|quarter|time|half|part)(?: of| in)? (?<y>${anyYear})`,
    ({ y }, now) => anchoredTime((anchor) => yearsBefore(anchor, Number(endYear(anchor)) - Number(y)), now, 'base'),
    'than in the same period of 2022',
  ),
]

/** Rules for a number of years, months or decades before or after the date of the document or an earlier time. */
export const yearCountRules: readonly TimeRule[] = [
  timeRule(
    'last-years',
    '(?:over |in |during |within |for )?(?:the )?(?:last|past|previous|recent) (?<n>two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|\\d{1,2}) (?<u>years|months|decades|quarters)(?! of (?:the year|last|this|(?:19|20)\\d\\d))',
    ({ n, u }, now) => {
      const count = numberOf(n!)
      return relativeTime(
        u === 'months'
          ? periodFromTo(addMonths(monthOfDocument(now), -count), monthOfDocument(now))
          : yearsUpToLast(u === 'decades' ? 10 * count : u === 'quarters' ? count / 4 : count, now),
      )
    },
    'over the past six months',
  ),
  timeRule(
    'first-years',
    `(?:in |over |during )(?:the |(?<own>its |their ))first ${smallCount} years(?! of (?:the century|this century))`,
    ({ n, own }, now) => anchoredTime(yearsFromAnchor(countOf(n!) - (own === undefined ? 0 : 1)), now),
    'over the first five years',
  ),
  timeRule(
    'years-run',
    `(?=in |over |during )(?<!\\b(?:\\w+est|first|most|least|record|best|worst)(?: [a-z-]+){0,2} )(?:in |over |during )(?:(?:the|just|only|about|some|nearly|almost|less than|under) )*${smallCount} (?<u>years?|decades?)\\b(?! (?:to|ago|ahead|before|earlier|later|hence|from now|in|ending|ended|up))`,
    ({ n, u }, now) => {
      const count = countInYears(n!, u!)
      return count < 2 || count > 60
        ? undefined
        : relativeTime(periodFromTo(String(yearOfDocument(now) - count), String(yearOfDocument(now))))
    },
    'in just five years',
  ),
  timeRule(
    'last-decade',
    '(?:over |in |during )?(?:the )?(?:last|past) decade',
    (_, now) => relativeTime(yearsUpToLast(10, now)),
    'over the past decade',
  ),
  timeRule(
    'years-ago',
    `(?<than>than |from |against |on )?${smallCount} (?<u>years?|months?|decades?) ago`,
    ({ n, u, than }, now) =>
      relativeTime(
        /month/i.test(u!) ? periodAt(addMonths(monthOfDocument(now), -countOf(n!))) : yearsAgo(countInYears(n!, u!), now),
        than === undefined ? 'at' : 'base',
      ),
    'ten years ago',
  ),
  timeRule(
    'years-earlier',
    `(?<than>than |from |against |compared (?:with|to) )?${smallCount} (?<u>years?|months?|decades?) (?:earlier|before(?! (?:the|it|that|his|her|its|they|\\p{Lu})))`,
    ({ n, u, than }, now) => anchoredTime(back(countOf(n!), u!), now, than === undefined ? 'at' : 'base'),
    'ten years earlier',
  ),
  timeRule(
    'years-later',
    `${smallCount} (?<u>years?|months?|decades?) (?:later|afterwards?|on(?=,| (?:it|they|both|trade|exports|imports|the (?:figure|share|total|number|country))\\b))`,
    ({ n, u }, now) => anchoredTime(/month/i.test(u!) ? monthsLater(countOf(n!)) : yearsLater(countInYears(n!, u!)), now),
    'two years later',
  ),
]

/** Moves an earlier time back by a number of months, years or decades. Multiples of twelve months count as years. */
function back(count: number, unit: string): FromAnchor {
  if (!/month/i.test(unit)) return yearsLater(-count * (/decade/i.test(unit) ? 10 : 1))
  return count % 12 === 0 ? yearsLater(-count / 12) : monthsLater(-count)
}

/** Matches the years between the accessions of two states: `two years after Finland`. */
export const yearsBetweenAccessions: RegExp =
  /\b(?<n>an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) years? (?<way>after|before) (?:the )?\p{Lu}/u
