import type { ClaimPeriod } from '../../claim.ts'
import { addMonths, daysOf, lastDayOf, yearsIn } from '../../text/calendar.ts'
import type { Analysis } from '../sentence/analysis.ts'

/** Rules of relative times that can date the main period; other relative times cannot. */
const datingRelativeRules: ReadonlySet<string> = new Set(['last-year', 'so-far'])
const partYearRules: ReadonlySet<string> = new Set([
  'months',
  'some-months',
  'first-months',
  'first-quarters',
  'quarter',
  'quarter-code',
  'half',
  'bare-half',
  'half-code',
  'months-to',
  'fiscal-year',
  'fiscal-months',
  'fiscal-quarter',
])

/**
 * Returns the main period of a text: the latest time that ended in the eighteen months before the document, preferably from sentences with figures. Of times
 * with the same end, the first one named. Null if there is none.
 *
 * @param date   date of the document (year, month or day)
 * @param title  the title of the text; a year or part of a year in the title is the main period
 */
export function mainPeriodOf(sentences: readonly Analysis[], date: string, title?: Analysis): ClaimPeriod | null {
  const named = title === undefined ? undefined : periodOfTitle(title, date)
  const arms = sentences.some(({ topics }) => topics.some(({ topic }) => topic.domain === 'arms'))
  const window = arms && named !== undefined && 'at' in named ? fiveYearsTo(named.at, sentences) : undefined
  if (named !== undefined) return window ?? named
  const figures = sentences.filter(({ quantities, topics }) => quantities.length > 0 && !topics.some(({ topic }) => topic.id === 'gdp'))
  return (
    latestPeriod(figures, date, datingRelativeRules, arms) ??
    latestPeriod(figures, date, partYearRules, arms) ??
    latestPeriod(sentences, date, datingRelativeRules, arms) ??
    null
  )
}

/** Returns the five years to the year of the title, if the text names them: `Trends in arms transfers, 2024`. Otherwise undefined. */
const fiveYearsTo = (year: string, sentences: readonly Analysis[]): ClaimPeriod | undefined =>
  sentences
    .flatMap(({ times }) => times.map(({ period }) => period))
    .find((period) => 'from' in period && period.to === year && isFiveYears(period) === 1)

/** Returns the year, part of a year or five years in a title, if it ended before the text was written, at most 30 months earlier. Otherwise undefined. */
export function periodOfTitle({ times }: Analysis, date: string): ClaimPeriod | undefined {
  const [day, since] = [lastDayOf(date), lastDayOf(addMonths(lastDayOf(date).slice(0, 7), -30))]
  const dating = times.filter(({ role, period }) => role === 'at' && !isDay(period) && (yearsIn(period) === 1 || yearsIn(period) === 5))
  const period = dating.length === 1 ? wholeYear(dating[0]!.period) : undefined
  return period !== undefined && daysOf(period).to <= day && daysOf(period).to > since ? period : undefined
}

function latestPeriod(sentences: readonly Analysis[], date: string, rules: ReadonlySet<string>, arms: boolean): ClaimPeriod | undefined {
  const day = lastDayOf(date)
  const since = lastDayOf(addMonths(day.slice(0, 7), -18))
  return sentences
    .flatMap(({ times, quantities }) =>
      times.filter(
        ({ role, absolute, rule, period }) =>
          role === 'at' && (absolute || rules.has(rule)) && !(isDay(period) && quantities.every(({ kind }) => kind === 'count')),
      ),
    )
    .map(({ period }) => wholeYear(period))
    .filter((period) => daysOf(period).to <= day && daysOf(period).to > since && yearsIn(period) <= 5)
    .reverse()
    .sort((a, b) =>
      daysOf(a).to < daysOf(b).to ? -1 : daysOf(a).to > daysOf(b).to ? 1 : (isFiveYears(a) - isFiveYears(b)) * (arms ? 1 : -1),
    )
    .at(-1)
}

const isDay = (period: ClaimPeriod): boolean => 'at' in period && period.at.length === 10

/** Returns 1 for five years, else 0: in a text on arms, five-year windows come before a single year with the same end. */
const isFiveYears = (period: ClaimPeriod): number => (yearsIn(period) === 5 ? 1 : 0)

/** Turns January to December into the year; returns other periods unchanged. */
export function wholeYear(period: ClaimPeriod): ClaimPeriod {
  if ('at' in period) return period
  const year = period.from.slice(0, 4)
  return period.from === `${year}-01` && period.to === `${year}-12` ? { at: year } : period
}
