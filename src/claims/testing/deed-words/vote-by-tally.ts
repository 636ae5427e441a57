import { verdictLimits } from '../../limits.ts'
import type { Days, VoteTally } from '../../said/vote-said.ts'
import type { RollCallRow, RollCallTable } from '../record/roll-call-rows.ts'

const known = new WeakMap<RollCallTable, WeakMap<readonly VoteTally[], RollCallRow | undefined>>()

/**
 * Returns the recorded vote that is meant after the tallies of a text: the one that the last of them fits, as long as no period is named that it is not in.
 * Undefined if none is identified.
 */
export function voteByTally(tallies: readonly VoteTally[], table: RollCallTable): RollCallRow | undefined {
  const ofTable = known.get(table) ?? new WeakMap<readonly VoteTally[], RollCallRow | undefined>()
  known.set(table, ofTable)
  if (ofTable.has(tallies)) return ofTable.get(tallies)
  let last: RollCallRow | undefined
  for (const tally of tallies) {
    const here = voteWithTally(tally, table, last)
    last = within(here ?? within(last, tally.own), tally.after)
  }
  ofTable.set(tallies, last)
  return last
}

const within = (row: RollCallRow | undefined, days: Days | undefined): RollCallRow | undefined =>
  row !== undefined && days !== undefined && (row.date < days.from || row.date > days.to) ? undefined : row

/** Returns the vote with these numbers: three of them, or two if hardly any other vote of the days has these. Undefined if there is no such vote. */
function voteWithTally({ numbers, words, days }: VoteTally, table: RollCallTable, last: RollCallRow | undefined): RollCallRow | undefined {
  // `in 2021 only two had opposed the resolution, while 49 abstained` is about a yearly resolution: the vote with the same title is meant
  const asked = new Set([...words, ...(last === undefined ? [] : table.words(last))])
  const highest = Math.max(...numbers)
  const scored = table.rows
    .filter(({ kind, date }) => kind === 'whole' && date >= days.from && date <= days.to)
    .map((row) => ({ row, hits: matchingSides(row, numbers), shared: [...table.words(row)].filter((word) => asked.has(word)).length }))
    .filter(({ hits, row }) => hits >= 2 && matchingSides(row, [highest]) === 1)
  const most = Math.max(...scored.map(({ hits }) => hits))
  const best = scored.filter(({ hits }) => hits === most)
  const [only] = best.length === 1 ? best : best.filter(({ shared }) => shared > 0 && shared === Math.max(...best.map((one) => one.shared)))
  return only !== undefined && (most > 2 || only.shared > 0 || scored.length === 1) ? only.row : undefined
}

/** Counts the numbers that equal a side of the vote, with each side used only once. */
function matchingSides({ yes, no, abstain }: RollCallRow, numbers: readonly number[]): number {
  const free = [yes, no, abstain]
  return numbers.filter((number) => {
    const at = free.findIndex((side) => Math.abs(side - number) <= verdictLimits.tallyCorrections)
    if (at >= 0) free.splice(at, 1)
    return at >= 0
  }).length
}
