import { addMonths, periodAt, periodFromTo } from '../calendar.ts'
import { numberOf } from '../numbers/number-words.ts'
import { monthsBack, monthsLater, sameAsAnchor, wholeYearLater, yearOfAnchor, yearsLater } from './anchored-periods.ts'
import {
  anchoredTime,
  anyDay,
  anyMonth,
  countOf,
  lastMonthCalled,
  monthOfDocument,
  periodOfDay,
  quarterOfYear,
  relativeTime,
  roleOf,
  smallCount,
  type TimeRule,
  timeRule,
  yearOfDocument,
  yearsAgo,
} from './time-rule.ts'

/** Rules for the earlier year or month with which a figure is compared: `than a year earlier`. */
export const comparedTimeRules: readonly TimeRule[] = [
  timeRule(
    'year-earlier',
    "(?:than |from |on |over |against |compared (?:with|to) )?(?:(?:in|during) (?=the (?:same|corresponding|previous|preceding|prior|year)))?(?:the (?:(?:same|corresponding|comparable|like) (?:period|months?|quarter|time|part) (?:of |in )?)?(?:previous|preceding|prior) year|(?:a|one) year (?:earlier|before|ago)|the year before|(?:the )?(?:same|corresponding|comparable|like) (?:period|months?|quarter|time|part) (?:of |in |from )?(?:last year|a year (?:earlier|ago|before)|the (?:previous|preceding|prior) year|the year before)|(?<=\\b(?:than|from|on|over|against|above|below|with|to|of) )last year['’]s (?:level|figure|total)|(?:the )?year-(?:ago|earlier) (?:period|quarter|months?|level|figure))",
    (_, now) => anchoredTime(yearsLater(-1), now, 'base'),
    'from a year earlier',
  ),
  timeRule(
    'month-on-month',
    '(?:month[- ](?:on|over)[- ]month|m-?o-?m\\b|on the month)',
    (_, now) => anchoredTime(monthsLater(-1), now, 'base'),
    'month on month',
  ),
  timeRule(
    'year-on-year',
    '(?:year[- ]on[- ]year|year[- ]over[- ]year|y-?o-?y\\b|yoy\\b|on the year|annually|per year|a year(?= (?:on (?!(?:\\w+ )?(?:it|they|had|has|was|were)\\b|both|trade|exports|imports|the (?:figure|share|total|number|country)\\b)|to))|in annual terms)',
    (_, now) => anchoredTime(yearsLater(-1), now, 'base'),
    'year on year',
  ),
]

/** Rules for times relative to an earlier one (`that year`) or to the document (`last year`, `in October`). */
export const relativeTimeRules: readonly TimeRule[] = [
  timeRule(
    'that-year',
    '(?:in |of |during |for )?(?:(?:later |early |late )?(?:that|the same|the latter)(?: very)? year)',
    (_, now) => anchoredTime(yearOfAnchor, now),
    'that year',
  ),
  timeRule(
    'same-time',
    '(?:in|over|during|for) (?:that|those|these|the same) (?:(?:two|three|four|five|six|ten|twelve|\\d{1,2}) )?(?:time|period|span|stretch|years|months|decades?|half|quarter)(?! (?:of|in|last|a year|the|to|that))',
    (_, now) => anchoredTime(sameAsAnchor, now),
    'in the same period',
  ),
  timeRule(
    'that-month',
    '(?:(?:later|earlier|in|during) )?(?:that|the same) month',
    (_, now) => anchoredTime(sameAsAnchor, now),
    'later that month',
  ),
  timeRule('that-day', '(?:on )?(?:that|the same) day', (_, now) => anchoredTime(sameAsAnchor, now), 'on the same day'),
  timeRule('by-then', 'by (?:then|that time)', (_, now) => anchoredTime(sameAsAnchor, now), 'by then'),
  timeRule(
    'following-year',
    '(?:in )?the (?:following|next|subsequent) year|(?:a|one) year on(?=,| (?:it|they|both|trade|exports|imports|the (?:figure|share|total|number|country))\\b)|(?<![\\w,] )the year after(?! (?:the|it|that|his|its|their|this|a|\\p{Lu}))',
    (_, now) => anchoredTime(wholeYearLater(1), now),
    'the following year',
  ),
  timeRule(
    'this-century',
    '(?:in |of |so far )?this century',
    (_, now) => relativeTime(periodFromTo('2001', String(yearOfDocument(now)))),
    'in this century',
  ),
  timeRule('this-week', '(?:this week|last week|in recent days)', (_, now) => relativeTime(periodAt(monthOfDocument(now))), 'this week'),
  timeRule(
    'so-far',
    '(?:so far|thus far|to date) this year|(?:this|the) year (?:so far|to date)|year-to-date|since the (?:start|beginning) of (?:the|this) year',
    (_, now) =>
      relativeTime(
        periodFromTo(
          `${yearOfDocument(now)}-01`,
          now.date.length >= 7
            ? addMonths(monthOfDocument(now), -1) < `${yearOfDocument(now)}-01`
              ? monthOfDocument(now)
              : addMonths(monthOfDocument(now), -1)
            : `${yearOfDocument(now)}-12`,
        ),
      ),
    'so far this year',
  ),
  timeRule(
    'twelve-months',
    '(?:over|during|within|in) the (?:last|past) (?:year(?=[,.;]|$)|(?:twelve|12) months)',
    (_, now) => (now.date.length < 7 ? undefined : relativeTime(periodFromTo(addMonths(monthOfDocument(now), -12), monthOfDocument(now)))),
    'over the past twelve months',
  ),
  timeRule(
    'last-year',
    '(?:(?<=\\b(?:in|for|over|during) )the )?(?:last|past) year(?!s)|last calendar year',
    (_, now) => relativeTime(yearsAgo(1, now)),
    'last year',
  ),
  timeRule('this-year', '(?:this|the current) year', (_, now) => relativeTime(yearsAgo(0, now)), 'this year'),
  timeRule('next-year', 'next year', (_, now) => relativeTime(yearsAgo(-1, now)), 'next year'),
  timeRule(
    'within-years',
    `within (?:(?:the )?next |about |only )?${smallCount} years(?! (?:of|to|from|after))`,
    ({ n }, now) => relativeTime(yearsAgo(-countOf(n!), now)),
    'within five years',
  ),
  timeRule(
    'next-years',
    '(?:over |in |within |during )?(?:the )?(?:next|coming) (?<n>two|three|four|five|ten|\\d{1,2})(?:[-–]\\d{1,2})? years',
    ({ n }, now) => relativeTime(periodFromTo(String(yearOfDocument(now)), String(yearOfDocument(now) + numberOf(n!)))),
    'over the next five years',
  ),
  timeRule(
    'month-before',
    '(?:than |from |on |over |against |compared (?:with|to) )?(?:in (?=the (?:prev|prec|prior)))?(?:(?:a|one) month (?:before|earlier)|the (?:previous|preceding|prior) month|the month before)',
    (_, now) => anchoredTime(monthsLater(-1), now, 'base'),
    'in the previous month',
  ),
  timeRule(
    'quarter-before',
    '(?:than |from |on |over |against |compared (?:with|to) )?(?:in (?=the (?:prev|prec|prior)))?(?:the (?:previous|preceding|prior) quarter|the quarter before|a quarter earlier|quarter[- ]on[- ]quarter|q-?o-?q\\b)',
    (_, now) => anchoredTime(monthsBack(3), now, 'base'),
    'compared with the previous quarter',
  ),
  timeRule('last-month', '(?:last|the past) month', (_, now) => relativeTime(periodAt(addMonths(monthOfDocument(now), -1))), 'last month'),
  timeRule('this-month', 'this month', (_, now) => relativeTime(periodAt(monthOfDocument(now))), 'this month'),
  timeRule(
    'last-quarter',
    'last quarter',
    (_, now) => {
      const [year = 0, month = 1] = monthOfDocument(now).split('-').map(Number)
      const n = Math.ceil(month / 3) - 1
      return relativeTime(n === 0 ? quarterOfYear(year - 1, 4) : quarterOfYear(year, n))
    },
    'last quarter',
  ),
  timeRule(
    'month',
    `(?:(?<r>since|after|until|by|as of) )?(?:(?<=\\b(?:in|since|after|by|until|of|last|during|from|for|early|late|mid) )|(?<=\\b(?:a|an|the|its|their|this) )(?=\\p{Lu}\\p{L}+ (?:poll|survey|vote|resolution|summit|meeting|visit|figures|data|report|election|referendum))|(?<l>last |the (?:start|end|beginning|middle) of |early |late |mid-))(?<m>${anyMonth})(?!\\p{L}| \\d{1,2}(?!\\d| ?(?:per ?cent|percent|%)|[.,]\\d)| (?:1[89]|20)\\d\\d)`,
    ({ r, l, m }, now) => {
      if (m === 'may') return undefined
      const month = lastMonthCalled(m!, now)
      return relativeTime(
        periodAt(/last/i.test(l ?? '') && month >= addMonths(monthOfDocument(now), -1) ? addMonths(month, -12) : month),
        roleOf(r),
      )
    },
    'in October',
  ),
  timeRule(
    'day-month',
    `(?:(?<r>on|by|until|since|from|as of|as at|to|before|after|(?<=\\b(?:votes?|resolutions?|session|meeting|summit|talks|statement|ruling|decision|agreement|decree|attack),? )of) )(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (?:the )?)?(?:(?<d>${anyDay}) (?<m>${anyMonth})|(?<m2>${anyMonth}) (?<d2>${anyDay}))(?!\\d|,? \\d{4})`,
    ({ r, d, m, d2, m2 }, now) => {
      const day = periodOfDay(lastMonthCalled((m ?? m2)!, now).slice(0, 4), (m ?? m2)!, (d ?? d2)!)
      return day === undefined ? undefined : relativeTime(day, /^(?:on|from|to|of)$/i.test(r!) ? 'at' : roleOf(r))
    },
    'on 4 February',
  ),
]
