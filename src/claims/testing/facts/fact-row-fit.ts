import type { FactRow } from '../../../memory/index.ts'
import { inForce } from '../../../memory/index.ts'
import { fold } from '../../../states/index.ts'
import type { ClaimPeriod } from '../../claim.ts'
import type { FactMeaning, FactSaid } from '../../said/fact-said.ts'
import { daysOf } from '../../text/calendar.ts'
import { shiftDay } from '../../text/days-of-text.ts'

/** What a claim says of a pair, with the day up to which its text can know. */
export interface AskedFact {
  readonly said: FactSaid
  readonly period: ClaimPeriod | null
  /** The sentence itself names the time, so that a row of another time refutes it. */
  readonly isDated: boolean
  /** The last day of the text. */
  readonly day: string
}

/** How a row answers: it is as claimed; in part, since only its dates differ at the ends; at another time; or does not bear on the claim. */
export type RowFit = 'fits' | 'ends differ' | 'other time' | 'opposite' | 'none'

const listed = (form: string): string[] => form.toLowerCase().split(/, ?/)

/** Whether a row's form is the one that is named, or a list (`defence, consultation`) with all of it. */
const hasForm = (form: string, named: string): boolean => form === named || listed(named).every((one) => listed(form).includes(one))

/** Whether a row is of the kind and form that words mean. */
export const isOfMeaning = ({ kind, form, ended_by }: FactRow, meaning: FactMeaning): boolean =>
  kind === meaning.kind &&
  (meaning.forms === undefined || meaning.forms.some((one) => hasForm(form ?? '', one))) &&
  (meaning.endedBy === undefined || (ended_by ?? '').toLowerCase().includes(meaning.endedBy))

const small: ReadonlySet<string> = new Set(
  'the of and in on at to a an by from war island islands river border land area sea gulf'.split(' '),
)
const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 1)

/**
 * Whether a name that a claim gives is that of a row: one has every word of the other, common words such as `islands` left aside.
 *
 * @example isNameOf('the Essequibo', { name: 'Essequibo region', form: 'land' })   // true
 */
export function isNameOf(name: string, row: Pick<FactRow, 'name' | 'form'>): boolean {
  if (fold(name) === fold(row.form ?? '')) return true
  const [said, held] = [wordsOf(name), wordsOf(row.name ?? '')]
  const [tellingSaid, tellingHeld] = [said, held].map((words) => words.filter((word) => !small.has(word))) as [string[], string[]]
  if (tellingSaid.length === 0 || tellingHeld.length === 0) return said.join(' ') === held.join(' ')
  return tellingSaid.every((word) => held.includes(word)) || tellingHeld.every((word) => said.includes(word))
}

/** The first and last day that a told end can mean lie in the claimed days; a year on record does not confirm a stated month. */
function isIn(first: string | null, last: string | null, period: ClaimPeriod, slack: number): boolean {
  const { from, to } = daysOf(period)
  return first !== null && last !== null && first >= shiftDay(from, -slack) && last <= shiftDay(to, slack)
}

/** Places and days of a date line differ by one. */
const slackOf = (period: ClaimPeriod): number => ('at' in period && period.at.length === 10 ? 1 : 0)

const ends = (row: FactRow, act: 'began' | 'ended'): readonly [string | null, string | null] =>
  act === 'began' ? [row.start_first, row.start_last] : [row.end_first, row.end_last]

/** Tests the day on which a fact began or ended. */
function fitOfAct(row: FactRow, act: 'began' | 'ended', asked: AskedFact): RowFit {
  const { said, day } = asked
  const [first, last] = ends(row, act)
  if (first === null || last === null || first > day) return 'none'
  if (asked.period === null || said.when === undefined) return 'fits'
  const { from, to } = daysOf(asked.period)
  switch (said.when) {
    case 'before':
      return last < from ? 'fits' : 'other time'
    case 'after':
      return first > to ? 'fits' : 'other time'
    case 'until':
      return last <= to ? 'fits' : 'other time'
    case 'since':
      return isIn(first, last, asked.period, slackOf(asked.period)) ? 'fits' : 'other time'
    case 'throughout':
      return act === 'began' ? fitOfSpan(row, asked.period, asked) : isIn(first, last, asked.period, 0) ? 'fits' : 'other time'
    default: {
      // the day of signature is not the day in force
      const near =
        said.isSigned === true && first.slice(0, 4) === last.slice(0, 4) && 'at' in asked.period && asked.period.at === first.slice(0, 4)
      return near || isIn(first, last, asked.period, slackOf(asked.period)) ? 'fits' : 'other time'
    }
  }
}

/** Tests a fact that lasted from one day to another. */
function fitOfSpan(row: FactRow, period: ClaimPeriod, { day }: AskedFact): RowFit {
  const [start, end] = 'at' in period ? [period.at, period.at] : [period.from, period.to]
  const begins = isIn(row.start_first, row.start_last, { at: start }, start.length === 10 ? 1 : 0)
  const isOpen = row.end_first === null || row.end_first > day
  const finishes = isOpen ? daysOf({ at: end }).to >= day : isIn(row.end_first, row.end_last, { at: end }, end.length === 10 ? 1 : 0)
  if (begins && finishes) return 'fits'
  const { from, to } = daysOf(period)
  const covers = row.start_last <= to && (row.end_first === null || row.end_first >= from)
  return begins || finishes || (covers && row.start_last <= from && (row.end_first ?? day) >= to) ? 'ends differ' : 'other time'
}

/** Tests a fact that was in force. */
function fitOfState(row: FactRow, asked: AskedFact): RowFit {
  const { said, period, day } = asked
  const isOpen = row.end_first === null || row.end_first > day
  if (row.start_first > day) return 'none'
  if (period === null || said.when === undefined)
    return said.isNow === true
      ? inForce(row, day) === 'sure'
        ? 'fits'
        : 'other time'
      : said.isDenied === true && said.isEver !== true
        ? 'none'
        : 'fits'
  const { from, to } = daysOf(period)
  switch (said.when) {
    case 'throughout':
      return fitOfSpan(row, period, asked)
    case 'since':
      return !isIn(row.start_first, row.start_last, period, slackOf(period)) ? 'other time' : isOpen ? 'fits' : 'ends differ'
    case 'until':
      return isIn(row.end_first, row.end_last, period, slackOf(period)) ? 'fits' : 'other time'
    case 'before':
      return row.start_last < from ? 'fits' : 'other time'
    case 'after':
      return isOpen || row.end_first! > to ? 'fits' : 'other time'
    default:
      return row.start_last <= to && (row.end_first === null || row.end_first >= from) ? 'fits' : 'other time'
  }
}

/** How a row answers what is said of it, its parties aside. */
export const fitOf = (row: FactRow, { act }: FactMeaning, asked: AskedFact): RowFit =>
  act === 'held' ? fitOfState(row, asked) : fitOfAct(row, act, asked)

/** Whether a row is in force on every day of the claimed time: only then does it refute a claim that it was not. */
export function coversAll(row: FactRow, { period, day }: AskedFact): boolean {
  const { from, to } = period === null ? { from: day, to: day } : daysOf(period)
  return inForce(row, from) === 'sure' && inForce(row, to < day ? to : day) === 'sure'
}
