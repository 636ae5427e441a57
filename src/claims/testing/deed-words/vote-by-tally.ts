import type { ClaimPeriod } from '../../claim.ts'
import type { ClaimTestContext } from '../../claim-test-context.ts'
import { namedBySentence } from '../../text/around/named-in-text.ts'
import { shiftDay } from '../../text/around/text-around-claim.ts'
import { daysOf } from '../../text/calendar.ts'
import { quantitiesIn } from '../../text/numbers/quantities.ts'
import { topicStems } from '../../text/topics/topic-stems.ts'
import type { RollCallRow, RollCallTable } from '../record/roll-call-rows.ts'

/** How far a quoted count of yes, no or abstentions may lie from the recorded one, since delegations correct their votes afterwards. */
const corrected = 2
/** Number of member states: in `Of the 193 members` the number is not a side of a vote. */
const members = 193
const ofVote = /\b(?:vot(?:e[sd]?|ing)|in favou?r|against|abst(?:ain|ention)\w*|(?:said|say) (?:yes|no)|yes|backed|opposed|supported)\b/i

const known = new WeakMap<RollCallTable, WeakMap<readonly string[], readonly (RollCallRow | undefined)[]>>()

/**
 * Returns for each sentence of a text the recorded vote that the sentence is about, identified by a tally: `141 in favour, seven against, 32 abstentions` fits
 * exactly one vote. That vote is kept for later sentences, until another tally, or a period that the vote is not in. The numbers may be given for the wrong
 * sides; other code tests that. Undefined if no vote is identified.
 */
export function votesByTally(
  { sentences, date }: Pick<ClaimTestContext, 'sentences' | 'date'>,
  table: RollCallTable,
): readonly (RollCallRow | undefined)[] {
  const ofTable = known.get(table) ?? new WeakMap<readonly string[], readonly (RollCallRow | undefined)[]>()
  known.set(table, ofTable)
  const found = ofTable.get(sentences)
  if (found !== undefined) return found
  let last: RollCallRow | undefined
  let time: ClaimPeriod | undefined
  const names = namedBySentence({ sentences, date })
  const told = sentences.map((text, index) => {
    const own = names[index]!.years
    time = own.at(-1)?.period ?? time
    const here = ofVote.test(text) ? voteWithTally(text, own, spanOf(own.at(-1)?.period ?? time, date), table, last) : undefined
    const held = last
    if (own.some(({ period }) => held !== undefined && !isOf(held, period))) last = undefined
    last = here ?? last
    return last
  })
  ofTable.set(sentences, told)
  return told
}

/**
 * Returns the vote of a period whose numbers a sentence gives: three of them, or two if hardly any other vote of the period has these. Undefined if there is no
 * such vote.
 */
function voteWithTally(
  text: string,
  times: Parameters<typeof quantitiesIn>[1],
  { from, to }: { readonly from: string; readonly to: string },
  table: RollCallTable,
  last: RollCallRow | undefined,
): RollCallRow | undefined {
  const numbers = quantitiesIn(text, times)
    .filter(({ kind, value }) => kind === 'count' && Number.isInteger(value) && value >= 0 && value < members)
    .map(({ value }) => value)
  if (numbers.length < 2) return undefined
  // `in 2021 only two had opposed the resolution, while 49 abstained` is about a yearly resolution: the vote with the same title is meant
  const words = new Set([...topicStems(text), ...(last === undefined ? [] : table.words(last))])
  const scored = table.rows
    .filter(({ kind, date }) => kind === 'whole' && date >= from && date <= to)
    .map((row) => ({ row, hits: matchingSides(row, numbers), shared: [...table.words(row)].filter((word) => words.has(word)).length }))
    .filter(({ hits, row }) => hits >= 2 && matchingSides(row, [...numbers].sort((a, b) => b - a).slice(0, 1)) === 1)
  const most = Math.max(...scored.map(({ hits }) => hits))
  const best = scored.filter(({ hits }) => hits === most)
  const [only] = best.length === 1 ? best : best.filter(({ shared }) => shared > 0 && shared === Math.max(...best.map((one) => one.shared)))
  return only !== undefined && (most > 2 || only.shared > 0 || scored.length === 1) ? only.row : undefined
}

/** Counts the numbers that equal a side of the vote, with each side used only once. */
function matchingSides({ yes, no, abstain }: RollCallRow, numbers: readonly number[]): number {
  const free = [yes, no, abstain]
  return numbers.filter((number) => {
    const at = free.findIndex((side) => Math.abs(side - number) <= corrected)
    if (at >= 0) free.splice(at, 1)
    return at >= 0
  }).length
}

/** Returns the days of a period, extended by one day at both ends for the time difference to New York. If no period is named: the year before the text. */
function spanOf(period: ClaimPeriod | undefined, date: string): { from: string; to: string } {
  const end = daysOf({ at: date }).to
  if (period === undefined) return { from: shiftDay(end, -365), to: end }
  const { from, to } = daysOf(period)
  return { from: shiftDay(from, -1), to: shiftDay(to, 1) }
}

const isOf = ({ date }: RollCallRow, period: ClaimPeriod): boolean => {
  const { from, to } = daysOf(period)
  return date >= shiftDay(from, -1) && date <= shiftDay(to, 1)
}
