import { at, fiscalMonths, fromTo, monthsOn, yearsBefore } from './calendar.ts'
import type { ClaimPeriod } from './claim.ts'
import { dayTimeRules, isNewsDay, isOfSaying } from './day-times.ts'
import { fiscalTimeRules } from './fiscal-times.ts'
import { matchesOf, remembered } from './matches.ts'
import type { TimeMention } from './mention.ts'
import {
  asBefore,
  datedEvents,
  type FromAnchor,
  followingMonth,
  lastSeason,
  monthsBack,
  monthsLater,
  monthsOfThatYear,
  seasonOf,
  thatYear,
  yearOn,
  yearsInFront,
  yearsLater,
  yearsOnward,
} from './named-times.ts'
import { numberOf } from './number-words.ts'
import { partTimeRules } from './part-times.ts'
import {
  anchored,
  before,
  countOf,
  D,
  dayIn,
  givenYear,
  inYears,
  lastMonthCalled,
  longYear,
  M,
  monthIn,
  monthNow,
  type Now,
  quarter,
  relative,
  rule,
  smallCount,
  type TimeRule,
  to,
  Y,
  yearOf,
  years,
} from './time-rule.ts'
import { endYear, together } from './times-together.ts'
import { toldTimeRules } from './told-times.ts'

/** The rules in the order in which they are tried: the longer form before what it holds. */
export const timeRules: readonly TimeRule[] = [
  rule(
    'months-of-that-year',
    `(?:from |between )?(?<a>${M})(?:${to}(?<b>${M}))? (?:of |in )?(?<w>that|the same|the following|the next) year`,
    ({ a, b, w }, now) => {
      const read = monthsOfThatYear(a!, b ?? a!)
      return anchored((anchor) => read(/next|following/i.test(w!) ? yearOn(1)(anchor) : anchor), now)
    },
    'in February of that year',
  ),
  ...toldTimeRules,
  ...fiscalTimeRules,
  ...dayTimeRules,
  ...partTimeRules,
  rule(
    'day-of-last-year',
    `(?:(?<d>${D}) (?<m>${M})|(?<m2>${M}) (?<d2>${D})),? (?<y>last|this) year`,
    ({ d, m, d2, m2, y }, now) => relative(at(dayIn(givenYear(y, now), (m ?? m2)!, (d ?? d2)!))),
    '4 December last year',
  ),
  rule(
    'month-of-last-year',
    `(?:(?<role>since|until|by|after) )?(?<m>${M}),? (?:of )?(?<y>last|this) year`,
    ({ m, y, role }, now) => relative(at(monthIn(givenYear(y, now), m!)), roleOf(role)),
    'February last year',
  ),
  rule('following-month', `the (?:following|next) (?<m>${M})`, ({ m }, now) => anchored(followingMonth(m!), now), 'the following January'),
  rule(
    'season',
    `(?:(?<role>since|until|by|after) )?(?:the )?(?<s>spring|summer|autumn|fall|winter)(?: of|,)? (?<y>${Y}|last year|this year)`,
    ({ s, y, role }, now) => ({ period: seasonOf(s!, givenYear(y, now)), role: roleOf(role) }),
    'the autumn of 2010',
  ),
  rule(
    'last-season',
    '(?:(?<role>since|until|by|after) )?(?:last|this) (?<s>spring|summer|autumn|winter)',
    ({ s, role }, now) => relative(lastSeason(s!, monthNow(now)), roleOf(role)),
    'last spring',
  ),
  rule('that-season', '(?:that|the same) (?:spring|summer|autumn|winter)', (_, now) => anchored(thatYear, now), 'the same summer'),
  rule(
    'months-at-end',
    `(?:the )?(?:last|final) ${smallCount} months of (?:(?<y>${Y}|last year|this year)|(?:the|that) year)`,
    ({ n, y }, now) => {
      const of = (year: number): ClaimPeriod => fromTo(`${year}-${String(13 - countOf(n!)).padStart(2, '0')}`, `${year}-12`)
      return y === undefined ? anchored((anchor) => of(Number(endYear(anchor))), now) : { period: of(givenYear(y, now)) }
    },
    'the last two months of 2020',
  ),
  rule(
    'years-to',
    `(?:the )?${smallCount}[- ]years? (?:period )?(?:to|up to|until|ending(?: in)?) (?<y>${Y})`,
    ({ n, y }) => ({ period: fromTo(String(Number(y) - countOf(n!) + 1), y!) }),
    'the five years to 2018',
  ),
  rule(
    'years-from',
    `(?:in |over |during )?(?:the )?${smallCount} (?<u>years|decades) from (?<y>${Y})(?: on(?:wards?)?)?(?! (?:to|until|through))`,
    ({ n, u, y }) => ({ period: fromTo(y!, String(Number(y) + inYears(n!, u!))) }),
    'in the two decades from 2000 on',
  ),
  rule(
    'years-in-front',
    `(?:in |over |during )the ${smallCount} years (?:before|earlier|prior|previous)(?! (?:the|it|that|to))`,
    ({ n }, now) => anchored(yearsInFront(countOf(n!)), now),
    'in the twenty years before',
  ),
  rule(
    'two-years',
    `(?:in |during |over )(?<a>${Y}) and (?<b>${Y})(?!,? respectively)`,
    ({ a, b }) => (Number(b) === Number(a) + 1 ? { period: fromTo(a!, b!) } : undefined),
    'in 2022 and 2023',
  ),
  rule(
    'decade-to',
    '(?:in |over )?the decade (?:to|up to|until|ending(?: in)?) (?<y>(?:19|20)\\d\\d)',
    ({ y }) => ({ period: fromTo(String(Number(y) - 9), y!) }),
    'the decade to 2020',
  ),
  rule(
    'preceding-years',
    `(?:than |from |on |over |against |in |during )*the (?:preceding|previous|prior) ${smallCount} years`,
    ({ n }, now) => anchored(yearsInFront(countOf(n!)), now, 'base'),
    'than in the preceding five years',
  ),
  rule(
    'same-period-of',
    `(?:than |from |on |over |against |compared (?:with|to) |in |during )*the (?:same|corresponding|comparable|like) (?:period|months?|quarter|time|half|part)(?: of| in)? (?<y>${Y})`,
    ({ y }, now) => anchored((anchor) => yearsBefore(anchor, Number(endYear(anchor)) - Number(y)), now, 'base'),
    'than in the same period of 2022',
  ),
  rule('this-century', '(?:in |of |so far )?this century', (_, now) => relative(fromTo('2001', String(yearOf(now)))), 'in this century'),
  rule('this-week', '(?:this week|last week|in recent days)', (_, now) => relative(at(monthNow(now))), 'this week'),
  rule(
    'event',
    `(?<role>since|after|before|until|prior to) (?:the )?(?<e>${datedEvents.map(([words]) => words).join('|')})`,
    ({ role, e }) => {
      const month = datedEvents.find(([words]) => new RegExp(`^(?:${words})$`, 'i').test(e!))?.[1]
      if (month === undefined) return undefined
      return /since|after/i.test(role!)
        ? { period: at(month), role: 'since' }
        : { period: at(String(Number(month.slice(0, 4)) - 1)), role: 'base' }
    },
    'since the annexation of Crimea',
  ),
  rule(
    'months-of-two-years',
    `(?:from |between )?(?<a>${M}) (?<ya>${Y})${to}(?<b>${M}) (?<yb>${Y})`,
    ({ a, ya, b, yb }) => ({ period: fromTo(monthIn(ya!, a!), monthIn(yb!, b!)) }),
    'April 2022 to January 2023',
  ),
  rule(
    'day-month-year',
    `(?<d>${D}) (?:of )?(?<m>${M}),? (?<y>${Y})`,
    ({ d, m, y }) => ({ period: at(dayIn(y!, m!, d!)) }),
    '1 August 2025',
  ),
  rule(
    'month-day-year',
    `(?:(?<role>from|since|until|by|after) )?(?<m>${M}) (?<d>${D}),? (?<y>${Y})`,
    ({ d, m, y }) => ({ period: at(dayIn(y!, m!, d!)) }),
    'August 1, 2025',
  ),
  rule(
    'month-year',
    `(?:(?<role>since|until|by|after|before|than in) )?(?:early |mid-|late |the (?:start|end|beginning) of )?(?<m>${M}),? (?:of )?(?<y>${Y})`,
    ({ m, y, role }) => ({ period: at(monthIn(y!, m!)), role: roleOf(role) }),
    'May 2023',
  ),
  rule(
    'years-range',
    `(?<role>(?:from|between|over|during|in|since) )?(?:the (?:years|period) )?(?<a>${Y})(?:\\s?[-–—/]\\s?|(?<=(?:from|between) ${Y}) (?:to|and|until|through) | to )(?<b>${Y}|(?<=[-–—/]\\s?)\\d\\d)(?![\\d%]| ?(?:billion|million|trillion|thousand|bn|mn|per ?cent|times|points?)\\b)`,
    ({ a, b, role }, now) => {
      const end = longYear(a!, b!)
      const span = end - Number(a)
      if (span <= 0) return undefined
      if (span === 1 && b!.length === 2 && now.fiscal.assumed !== true)
        return { period: fiscalMonths(now.fiscal.namedByEnd ? end : Number(a), now.fiscal) }
      return { period: fromTo(a!, String(end)), role: /since/i.test(role ?? '') ? 'since' : 'at' }
    },
    'between 2018 and 2021',
  ),
  rule(
    'decade',
    `(?<part>early |mid-|late )?(?:the )?(?<d>(?:1[89]|20)\\d0)s`,
    ({ d, part }) => {
      const [low, high] = part === undefined ? [0, 9] : /early/i.test(part) ? [0, 3] : /mid/i.test(part) ? [4, 6] : [7, 9]
      return { period: fromTo(String(Number(d) + low), String(Number(d) + high)) }
    },
    'the 1990s',
  ),
  rule(
    'year-earlier',
    "(?:than |from |on |over |against |compared (?:with|to) )?(?:(?:in|during) (?=the (?:same|corresponding|previous|preceding|prior|year)))?(?:the (?:(?:same|corresponding|comparable|like) (?:period|months?|quarter|time|part) (?:of |in )?)?(?:previous|preceding|prior) year|(?:a|one) year (?:earlier|before|ago)|the year before|(?:the )?(?:same|corresponding|comparable|like) (?:period|months?|quarter|time|part) (?:of |in |from )?(?:last year|a year (?:earlier|ago|before)|the (?:previous|preceding|prior) year|the year before)|(?<=\\b(?:than|from|on|over|against|above|below|with|to|of) )last year['’]s (?:level|figure|total)|(?:the )?year-(?:ago|earlier) (?:period|quarter|months?|level|figure))",
    (_, now) => anchored(yearsLater(-1), now, 'base'),
    'from a year earlier',
  ),
  rule(
    'month-on-month',
    '(?:month[- ](?:on|over)[- ]month|m-?o-?m\\b|on the month)',
    (_, now) => anchored(monthsLater(-1), now, 'base'),
    'month on month',
  ),
  rule(
    'year-on-year',
    '(?:year[- ]on[- ]year|year[- ]over[- ]year|y-?o-?y\\b|yoy\\b|on the year|annually|per year|a year(?= (?:on (?!(?:\\w+ )?(?:it|they|had|has|was|were)\\b|both|trade|exports|imports|the (?:figure|share|total|number|country)\\b)|to))|in annual terms)',
    (_, now) => anchored(yearsLater(-1), now, 'base'),
    'year on year',
  ),
  rule(
    'year-end',
    `(?:(?<role>by|until|since|to) )?(?:at )?(?:the (?<part>end|start|beginning|close) of |end-|year-end )(?:(?<y>${Y})|(?<l>last|this) year)`,
    ({ y, l, part, role }, now) => ({
      period: at(`${y ?? givenYear(l, now)}-${/start|beginning/i.test(part ?? '') ? '01' : '12'}`),
      role: roleOf(role),
    }),
    'at the end of 2014',
  ),
  rule(
    'year',
    `(?<!\\b(?!(?:pre|post|end|mid|early|late)-)\\p{L}+-)(?<role>by |until |till |up to |before |since |after |from |through |as of |compared (?:with|to) |against |than in |than |on |over )?(?:the (?:year )?|(?:the )?(?:early|mid|late)[- ])?(?<y>${Y})(?![-\\d%\\p{L}]|\\s?(?:T-|MiG|tanks|troops|soldiers|km|kilomet|tonnes|tons|people|companies))`,
    ({ y, role }) => ({ period: at(y!), role: roleOf(role) }),
    'since 2014',
  ),
  rule(
    'end-of-the-year',
    '(?:(?<role>by|until|since|to) )?(?:the )?(?:end|close) of (?:the|that|this) year',
    ({ role }, now) => anchored((anchor) => at(`${endYear(anchor)}-12`), now, roleOf(role)),
    'by the end of the year',
  ),
  rule(
    'last-years',
    '(?:over |in |during |within |for )?(?:the )?(?:last|past|previous|recent) (?<n>two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|\\d{1,2}) (?<u>years|months|decades|quarters)(?! of (?:the year|last|this|(?:19|20)\\d\\d))',
    ({ n, u }, now) => {
      const count = numberOf(n!)
      return relative(
        u === 'months'
          ? fromTo(monthsOn(monthNow(now), -count), monthNow(now))
          : years(u === 'decades' ? 10 * count : u === 'quarters' ? count / 4 : count, now),
      )
    },
    'over the past six months',
  ),
  rule(
    'first-years',
    `(?:in |over |during )(?:the |its |their )first ${smallCount} years(?! of (?:the century|this century))`,
    ({ n }, now) => anchored(yearsOnward(countOf(n!)), now),
    'over the first five years',
  ),
  rule(
    'years-run',
    `(?<!\\w(?:est|st|st level|time) )(?:in |over |during )(?:(?:the|just|only|about|some|nearly|almost|less than|under) )*${smallCount} (?<u>years?|decades?)\\b(?! (?:to|ago|ahead|before|earlier|later|hence|from now|in|ending|ended|up))`,
    ({ n, u }, now) => {
      const count = inYears(n!, u!)
      return count < 2 || count > 60 ? undefined : relative(fromTo(String(yearOf(now) - count), String(yearOf(now))))
    },
    'in just five years',
  ),
  rule('last-decade', '(?:over |in |during )?(?:the )?(?:last|past) decade', (_, now) => relative(years(10, now)), 'over the past decade'),
  rule(
    'years-ago',
    `(?<than>than |from |against |on )?${smallCount} (?<u>years?|months?|decades?) ago`,
    ({ n, u, than }, now) =>
      relative(
        /month/i.test(u!) ? at(monthsOn(monthNow(now), -countOf(n!))) : before(inYears(n!, u!), now),
        than === undefined ? 'at' : 'base',
      ),
    'ten years ago',
  ),
  rule(
    'years-earlier',
    `(?<than>than |from |against |compared (?:with|to) )?${smallCount} (?<u>years?|months?|decades?) (?:earlier|before(?! (?:the|it|that|his|her|its|they|\\p{Lu})))`,
    ({ n, u, than }, now) => anchored(back(countOf(n!), u!), now, than === undefined ? 'at' : 'base'),
    'ten years earlier',
  ),
  rule(
    'years-later',
    `(?<n>an?|one|two|three|four|five|six|seven|eight|nine|ten|\\d{1,2}) (?<u>years?|months?|decades?) (?:later|afterwards?|on(?=,| (?:it|they|both|trade|exports|imports|the (?:figure|share|total|number|country))\\b))`,
    ({ n, u }, now) => anchored(/month/i.test(u!) ? monthsLater(countOf(n!)) : yearsLater(inYears(n!, u!)), now),
    'two years later',
  ),
  rule(
    'that-year',
    '(?:in |of |during |for )?(?:(?:later |early |late )?(?:that|the same|the latter)(?: very)? year)',
    (_, now) => anchored(thatYear, now),
    'that year',
  ),
  rule(
    'same-time',
    '(?:in|over|during|for) (?:that|those|these|the same) (?:(?:two|three|four|five|six|ten|twelve|\\d{1,2}) )?(?:time|period|span|stretch|years|months|decades?|half|quarter)(?! (?:of|in|last|a year|the|to|that))',
    (_, now) => anchored(asBefore, now),
    'in the same period',
  ),
  rule(
    'that-month',
    '(?:(?:later|earlier|in|during) )?(?:that|the same) month|(?:on )?(?:that|the same) day',
    (_, now) => anchored(asBefore, now),
    'later that month',
  ),
  rule('by-then', 'by (?:then|that time)', (_, now) => anchored(asBefore, now), 'by then'),
  rule(
    'following-year',
    '(?:in )?the (?:following|next|subsequent) year|(?:a|one) year on(?=,| (?:it|they|both|trade|exports|imports|the (?:figure|share|total|number|country))\\b)|(?<![\\w,] )the year after(?! (?:the|it|that|his|its|their|this|a|\\p{Lu}))',
    (_, now) => anchored(yearOn(1), now),
    'the following year',
  ),
  rule(
    'so-far',
    '(?:so far|thus far|to date) this year|(?:this|the) year (?:so far|to date)|year-to-date|since the (?:start|beginning) of (?:the|this) year',
    (_, now) =>
      relative(
        fromTo(
          `${yearOf(now)}-01`,
          now.date.length >= 7
            ? monthsOn(monthNow(now), -1) < `${yearOf(now)}-01`
              ? monthNow(now)
              : monthsOn(monthNow(now), -1)
            : `${yearOf(now)}-12`,
        ),
      ),
    'so far this year',
  ),
  rule(
    'last-year',
    '(?:(?<=\\b(?:in|for|over|during) )the )?(?:last|past) year(?!s)|last calendar year',
    (_, now) => relative(before(1, now)),
    'last year',
  ),
  rule('this-year', '(?:this|the current) year', (_, now) => relative(before(0, now)), 'this year'),
  rule('next-year', 'next year', (_, now) => relative(before(-1, now)), 'next year'),
  rule(
    'within-years',
    `within (?:(?:the )?next |about |only )?${smallCount} years(?! (?:of|to|from|after))`,
    ({ n }, now) => relative(before(-countOf(n!), now)),
    'within five years',
  ),
  rule(
    'next-years',
    '(?:over |in |within |during )?(?:the )?(?:next|coming) (?<n>two|three|four|five|ten|\\d{1,2})(?:[-–]\\d{1,2})? years',
    ({ n }, now) => relative(fromTo(String(yearOf(now)), String(yearOf(now) + numberOf(n!)))),
    'over the next five years',
  ),
  rule(
    'month-before',
    '(?:than |from |on |over |against |compared (?:with|to) )?(?:in (?=the (?:prev|prec|prior)))?(?:(?:a|one) month (?:before|earlier)|the (?:previous|preceding|prior) month|the month before)',
    (_, now) => anchored(monthsLater(-1), now, 'base'),
    'in the previous month',
  ),
  rule(
    'quarter-before',
    '(?:than |from |on |over |against |compared (?:with|to) )?(?:in (?=the (?:prev|prec|prior)))?(?:the (?:previous|preceding|prior) quarter|the quarter before|a quarter earlier|quarter[- ]on[- ]quarter|q-?o-?q\\b)',
    (_, now) => anchored(monthsBack(3), now, 'base'),
    'compared with the previous quarter',
  ),
  rule('last-month', '(?:last|the past) month', (_, now) => relative(at(monthsOn(monthNow(now), -1))), 'last month'),
  rule('this-month', 'this month', (_, now) => relative(at(monthNow(now))), 'this month'),
  rule(
    'last-quarter',
    'last quarter',
    (_, now) => {
      const [year = 0, month = 1] = monthNow(now).split('-').map(Number)
      const n = Math.ceil(month / 3) - 1
      return relative(n === 0 ? quarter(year - 1, 4) : quarter(year, n))
    },
    'last quarter',
  ),
  rule(
    'month',
    `(?:(?<r>since|after|until|by|as of) )?(?:(?<=\\b(?:in|since|after|by|until|of|last|during|from|for|early|late|mid) )|(?<=\\b(?:a|an|the|its|their|this) )(?=\\p{Lu}\\p{L}+ (?:poll|survey|vote|resolution|summit|meeting|visit|figures|data|report|election|referendum))|(?<l>last |the (?:start|end|beginning|middle) of |early |late |mid-))(?<m>${M})(?!\\p{L}| \\d{1,2}(?!\\d| ?(?:per ?cent|percent|%)|[.,]\\d)| (?:1[89]|20)\\d\\d)`,
    ({ r, l, m }, now) => {
      if (m === 'may') return undefined
      const month = lastMonthCalled(m!, now)
      return relative(at(/last/i.test(l ?? '') && month >= monthsOn(monthNow(now), -1) ? monthsOn(month, -12) : month), roleOf(r))
    },
    'in October',
  ),
  rule(
    'day-month',
    `(?:(?<r>on|by|until|since|from|as of|as at|to|before|after) )(?:(?<d>${D}) (?<m>${M})|(?<m2>${M}) (?<d2>${D}))(?!\\d|,? \\d{4})`,
    ({ r, d, m, d2, m2 }, now) =>
      relative(
        at(dayIn(lastMonthCalled((m ?? m2)!, now).slice(0, 4), (m ?? m2)!, (d ?? d2)!)),
        /^(?:on|from|to)$/i.test(r!) ? 'at' : roleOf(r),
      ),
    'on 4 February',
  ),
]

/** Twelve months back is the same time of the year before. */
function back(count: number, unit: string): FromAnchor {
  if (!/month/i.test(unit)) return yearsLater(-count * (/decade/i.test(unit) ? 10 : 1))
  return count % 12 === 0 ? yearsLater(-count / 12) : monthsLater(-count)
}

function roleOf(word: string | undefined): TimeMention['role'] {
  const bare = word?.trim().toLowerCase() ?? ''
  if (bare === 'since' || bare === 'after') return 'since'
  if (['by', 'until', 'till', 'up to', 'before', 'through', 'as of'].includes(bare)) return 'until'
  return /^(?:compared|against|than|on$|over$)/.test(bare) ? 'base' : 'at'
}

const baseBefore =
  /\b(?:(?:than|as)(?: in| at| during| over)(?: the(?: (?:years|period))?)?|than(?: the(?: (?:years|period))?)?|against(?: the(?: (?:years|period))?)?|(?:than|below|above|against|exceed\w*) (?:the|its|their) (?!(?:\w+ )?(?:resolution|draft|motion|text|war|attack|treaty|agreement|invasion|measures?|sanctions)\b)[\w-]+(?: [\w-]+)? (?:of|in)|(?:below|above|than|from|on|over|to|with|against) (?:that|those|the (?:level|figure|total|amount|average|value|volume|one)s?) (?:of|in|for|during|over)(?: the)?|(?:compared|relative) (?:with|to)(?: the)?|on (?:the |its |their )?(?:[A-Z]{0,3}[$€£¥]|[A-Z]{3} )?[\d.,]+ ?\w* of|levels? (?:of|in)|what (?:it|they) (?:was|were|had been) in|relative to|(?:on|of|above|below|from) the(?= \d{4} (?:level|bill|total|figure|value|volume)))\s*$/i
/** `a slip of 0.6% from April`. */
const changedFrom =
  /(?:%|per ?cent|percent|points?|-?fold|times)(?: (?:higher|lower|more|less|up|down|above|below))? (?:from|on|over|above|below)(?: (?:in|that of|the))?\s*$/i
const citedBefore = /\((?:[\p{Lu}][\p{L}.&-]*,? ?(?:and |et al\.?,? )?){1,5}$/u

function readTimes(text: string, now: Now): TimeMention[] {
  const found: TimeMention[] = []
  for (const { name, pattern, read } of timeRules) {
    for (const match of matchesOf(text, pattern)) {
      const span = { start: match.index, end: match.index + match[0].length }
      if (found.some((other) => span.start < other.end && other.start < span.end) || isCited(text, span)) continue
      const time = read(match.groups ?? {}, now)
      if (time === undefined) continue
      const role = time.role === undefined || time.role === 'at' ? roleByWords(text, span) : time.role
      const mention: TimeMention = { ...span, absolute: true, rule: name, ...time, role }
      if (!isNewsDay(mention) || !isOfSaying(text, span)) found.push(mention)
    }
  }
  const ordered = found.sort((a, b) => a.start - b.start)
  return together(ordered, text, now)
}

/**
 * The times of a sentence, in their order; relative ones resolved against the document, those that hang on a time named before (`two years later`) against the
 * last of the sentence.
 *
 * @example timesIn('Trade grew between 2018 and 2021', { date: '2024', fiscal: { firstMonth: 4, namedByEnd: true } })[0].period   // { from: '2018', to: '2021' }
 */
export const timesIn: (text: string, now: Now) => readonly TimeMention[] = remembered(
  readTimes,
  (text, { date, fiscal }) => `${date} ${fiscal.firstMonth} ${fiscal.namedByEnd} ${text}`,
)

/** What the words round a time make of it: `than in`, `their level of`, `since the war of`. */
function roleByWords(text: string, span: { start: number; end: number }): TimeMention['role'] {
  const before = text.slice(0, span.start)
  const isRange = /^from (?!\S+$)/i.test(text.slice(span.start, span.end)) || /^,? (?:to|through|until|up to) /.test(text.slice(span.end))
  const led = `${before}${isRange ? '' : (/^(?:from|on|over) /i.exec(text.slice(span.start))?.[0] ?? '')}`
  if (baseBefore.test(before) || changedFrom.test(led) || isLevelOf(text, span) || isFirstWindow(text, span)) return 'base'
  return /\b[Ss]ince (?:(?:the|its|their|a|an|it|they|both|records?|data|figures|statistics|measurements|reporting) |(?=[A-Z]))(?:[\w'’-]+ ){1,8}(?:of|in) $/.test(
    before,
  )
    ? 'since'
    : 'at'
}

/** `(SIPRI 2024)` dates a book. */
const isCited = (text: string, { start, end }: { start: number; end: number }): boolean =>
  citedBefore.test(text.slice(0, start)) && /^[a-z]?\)/.test(text.slice(end))

/** The first of `between 2010-14 and 2015-19`; `from 2019 to 47 billion`. */
const isFirstWindow = (text: string, { start, end }: { start: number; end: number }): boolean => {
  const told = /^(?:between|from) (?:the (?:years )?)?/i.exec(text.slice(start, end))?.[0] ?? ''
  const named = text.slice(start + told.length, end)
  const led = told !== '' || /\b(?:between|from) (?:the (?:years |period )?)?$/i.test(text.slice(0, start))
  if (!led) return false
  return /^\d{4}[-–]\d/.test(named)
    ? /^ (?:and|to) (?:the )?\d{4}[-–]\d/.test(text.slice(end))
    : /^\d{4}$/.test(named) &&
        /^ to (?:(?:about|around|nearly|just|over|almost|some|roughly) )?(?:[$€£¥]|[\d.,]+ (?:billion|million|trillion|bn|mn|per ?cent))/i.test(
          text.slice(end),
        )
}

/** `half of the 2022 bill`. */
const isLevelOf = (text: string, { start, end }: { start: number; end: number }): boolean =>
  /\b(?:on|of|than|above|below|from|times|double|twice|half|triple|exceed\w*|match\w*) (?:the )?$/i.test(
    `${text.slice(0, start)}${/^the /i.test(text.slice(start)) ? 'the ' : ''}`,
  ) && /^ (?:levels?|bill|total|figures?|value|volume|amount)\b/i.test(text.slice(end))
