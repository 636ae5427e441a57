import type { ClaimPeriod } from '../../claim.ts'
import { endYear, fiscalMonths, periodAt, periodFromTo } from '../calendar.ts'
import { datedEvents, followingMonth, lastSeason, seasonOf, yearOfAnchor } from './anchored-periods.ts'
import {
  anchoredTime,
  anyDay,
  anyMonth,
  anyYear,
  countOf,
  givenYear,
  monthIn,
  monthOfDocument,
  periodOfDay,
  type ReadTime,
  rangeWord,
  relativeTime,
  roleOf,
  smallCount,
  type TimeRule,
  timeRule,
  yearWithCentury,
} from './time-rule.ts'

const dated = (period: ClaimPeriod | undefined): ReadTime | undefined => (period === undefined ? undefined : { period })

/** Rules for days, months and seasons of a year in words. They come before the rules for the year alone. */
export const monthTimeRules: readonly TimeRule[] = [
  timeRule(
    'day-of-last-year',
    `(?:(?<d>${anyDay}) (?<m>${anyMonth})|(?<m2>${anyMonth}) (?<d2>${anyDay})),? (?:of )?(?<y>last|this) year`,
    ({ d, m, d2, m2, y }, now) => {
      const day = periodOfDay(givenYear(y, now), (m ?? m2)!, (d ?? d2)!)
      return day === undefined ? undefined : relativeTime(day)
    },
    '4 December last year',
  ),
  timeRule(
    'month-of-last-year',
    `(?:(?<role>since|until|by|after) )?(?<m>${anyMonth}),? (?:of )?(?<y>last|this) year`,
    ({ m, y, role }, now) => relativeTime(periodAt(monthIn(givenYear(y, now), m!)), roleOf(role)),
    'February last year',
  ),
  timeRule(
    'following-month',
    `the (?:following|next) (?<m>${anyMonth})`,
    ({ m }, now) => anchoredTime(followingMonth(m!), now),
    'the following January',
  ),
  timeRule(
    'season',
    `(?:(?<role>since|until|by|after) )?(?:the )?(?<s>spring|summer|autumn|fall|winter)(?: of|,)? (?<y>${anyYear}|last year|this year)`,
    ({ s, y, role }, now) => ({ period: seasonOf(s!, givenYear(y, now)), role: roleOf(role) }),
    'the autumn of 2010',
  ),
  timeRule(
    'last-season',
    '(?:(?<role>since|until|by|after) )?(?:last|this) (?<s>spring|summer|autumn|winter)',
    ({ s, role }, now) => relativeTime(lastSeason(s!, monthOfDocument(now)), roleOf(role)),
    'last spring',
  ),
  timeRule(
    'that-season',
    '(?:that|the same) (?:spring|summer|autumn|winter)',
    (_, now) => anchoredTime(yearOfAnchor, now),
    'the same summer',
  ),
  timeRule(
    'months-at-end',
    `(?:the )?(?:last|final) ${smallCount} months of (?:(?<y>${anyYear}|last year|this year)|(?:the|that) year)`,
    ({ n, y }, now) => {
      const of = (year: number): ClaimPeriod => periodFromTo(`${year}-${String(13 - countOf(n!)).padStart(2, '0')}`, `${year}-12`)
      return y === undefined ? anchoredTime((anchor) => of(Number(endYear(anchor))), now) : { period: of(givenYear(y, now)) }
    },
    'the last two months of 2020',
  ),
]

/** Rules for dated events, and for calendar dates of days, months, year ranges and decades. */
export const dateTimeRules: readonly TimeRule[] = [
  timeRule(
    'event',
    `(?<role>since|after|before|until|prior to) (?:the )?(?<e>${datedEvents.map(([words]) => words).join('|')})`,
    ({ role, e }, now) => {
      const month = datedEvents.find(([words]) => new RegExp(`^(?:${words})$`, 'i').test(e!))?.[1]
      // `the war` alone means the war in Ukraine, but only in texts written between its beginning and the war in Gaza
      if (month === undefined || (/^war$/i.test(e!) && (now.date < '2022-03' || now.date > '2023-10'))) return undefined
      return /since|after/i.test(role!)
        ? { period: periodAt(month), role: 'since' }
        : { period: periodAt(String(Number(month.slice(0, 4)) - 1)), role: 'base' }
    },
    'since the annexation of Crimea',
  ),
  timeRule(
    'months-of-two-years',
    `(?:from |between )?(?<a>${anyMonth}) (?<ya>${anyYear})${rangeWord}(?<b>${anyMonth}) (?<yb>${anyYear})`,
    ({ a, ya, b, yb }) => ({ period: periodFromTo(monthIn(ya!, a!), monthIn(yb!, b!)) }),
    'April 2022 to January 2023',
  ),
  timeRule(
    'day-month-year',
    `(?<d>${anyDay}) (?:of )?(?<m>${anyMonth}),? (?<y>${anyYear})`,
    ({ d, m, y }) => dated(periodOfDay(y!, m!, d!)),
    '1 August 2025',
  ),
  timeRule(
    'month-day-year',
    `(?:(?<role>from|since|until|by|after) )?(?<m>${anyMonth}) (?<d>${anyDay}),? (?<y>${anyYear})`,
    ({ d, m, y }) => dated(periodOfDay(y!, m!, d!)),
    'August 1, 2025',
  ),
  timeRule(
    'month-year',
    `(?:(?<role>since|until|by|after|before|than in) )?(?:early |mid-|late |the (?:start|end|beginning) of )?(?<m>${anyMonth}),? (?:of )?(?<y>${anyYear})`,
    ({ m, y, role }) => ({ period: periodAt(monthIn(y!, m!)), role: roleOf(role) }),
    'May 2023',
  ),
  timeRule(
    'years-range',
    `(?<role>(?:from|between|over|during|in|since) )?(?:the (?:years|period) )?(?<a>${anyYear})(?:\\s?[-–—/]\\s?|(?<=(?:from|between) ${anyYear}) (?:to|and|until|through) | to )(?<b>${anyYear}|(?<=[-–—/]\\s?)\\d\\d)(?![\\d%]| ?(?:billion|million|trillion|thousand|bn|mn|per ?cent|times|points?)\\b)`,
    ({ a, b, role }, now) => {
      const end = yearWithCentury(a!, b!)
      const span = end - Number(a)
      if (span <= 0) return undefined
      if (span === 1 && b!.length === 2 && now.fiscal.assumed !== true)
        return { period: fiscalMonths(now.fiscal.namedByEnd ? end : Number(a), now.fiscal) }
      return { period: periodFromTo(a!, String(end)), role: /since/i.test(role ?? '') ? 'since' : 'at' }
    },
    'between 2018 and 2021',
  ),
  timeRule(
    'decade',
    `(?<part>early |mid-|late )?(?:the )?(?<d>(?:1[89]|20)\\d0)s`,
    ({ d, part }) => {
      const [low, high] = part === undefined ? [0, 9] : /early/i.test(part) ? [0, 3] : /mid/i.test(part) ? [4, 6] : [7, 9]
      return { period: periodFromTo(String(Number(d) + low), String(Number(d) + high)) }
    },
    'the 1990s',
  ),
]

/** Rules for a year in digits, and for its beginning or end. They come after all other rules with a year. */
export const yearTimeRules: readonly TimeRule[] = [
  timeRule(
    'year-end',
    `(?:(?<role>by|until|since|to) )?(?:at )?(?:the (?<part>end|start|beginning|close) of |end-|year-end )(?:(?<y>${anyYear})|(?<l>last|this) year)`,
    ({ y, l, part, role }, now) => ({
      period: periodAt(`${y ?? givenYear(l, now)}-${/start|beginning/i.test(part ?? '') ? '01' : '12'}`),
      role: roleOf(role),
    }),
    'at the end of 2014',
  ),
  timeRule(
    'year',
    `(?<!\\b(?!(?:pre|post|end|mid|early|late)-)\\p{L}+-)(?<role>by |until |till |up to |before |since |after |from |through |as of |compared (?:with|to) |against |than in |than |on |over )?(?:the (?:year )?|(?:the )?(?:early|mid|late)[- ])?(?<y>${anyYear})(?![-\\d%\\p{L}]|\\s?(?:T-|MiG|tanks|troops|soldiers|km|kilomet|tonnes|tons|people|companies))`,
    ({ y, role }) => ({ period: periodAt(y!), role: roleOf(role) }),
    'since 2014',
  ),
  timeRule(
    'end-of-the-year',
    '(?:(?<role>by|until|since|to) )?(?:the )?(?:end|close) of (?:the|that|this) year',
    ({ role }, now) => anchoredTime((anchor) => periodAt(`${endYear(anchor)}-12`), now, roleOf(role)),
    'by the end of the year',
  ),
]
