import type { Evidence } from '../../store/index.ts'
import { votesCondition } from '../rows/conditions.ts'
import type { VoteRecord } from './vote-map-record.ts'

/** Topic of a row of the map: one of the six issues, none of them, or not coded. */
export type VoteTopic = 'me' | 'nu' | 'di' | 'hr' | 'co' | 'ec' | 'none' | 'not-coded'

/** Topics in the order of the map, with Voeten's names of the issues. */
export const voteTopics: readonly (readonly [id: VoteTopic, title: string])[] = [
  ['me', 'Palestinian conflict'],
  ['nu', 'Nuclear weapons and nuclear material'],
  ['di', 'Arms control and disarmament'],
  ['hr', 'Human rights'],
  ['co', 'Colonialism'],
  ['ec', 'Economic development'],
  ['none', 'None of the six'],
  ['not-coded', 'Not coded'],
]

/** Votes of a year in which both had a position: same position, one abstaining, yes against no. */
export type VoteCell = readonly [year: number, same: number, partial: number, opposing: number]

/**
 * Common votes of two states by topic and year. A resolution under two issues is in both rows, but only once in `all`. Years without a common vote are left
 * out.
 */
export interface VoteMap {
  readonly votes: number
  /** Day of the latest common vote; its year may be incomplete. */
  readonly last: string
  readonly all: readonly VoteCell[]
  readonly topics: readonly {
    readonly id: VoteTopic
    readonly title: string
    readonly votes: number
    readonly cells: readonly VoteCell[]
  }[]
  /** Votes with topics coded by this project from the words of their titles; the others were coded by Voeten. */
  readonly codedByUs: number
  readonly method: string
  readonly evidence: readonly Evidence[]
}

/** Same, partial split and opposing votes: three numbers a year from the first year of the record. */
type Counts = Int32Array

/**
 * Makes the vote map of a pair, from a record read once for all pairs. Undefined where the two have no common vote by the day.
 *
 * @param i, j   columns of the two states in the record; -1 for a state that never voted
 * @param to     last day, YYYY-MM-DD
 */
export function voteMapOf(record: VoteRecord, i: number, j: number, to: string): VoteMap | undefined {
  if (i < 0 || j < 0) return undefined
  const firstYear = record.years[0] ?? 0
  const room = 3 * ((record.years.at(-1) ?? 0) - firstYear + 1)
  const all: Counts = new Int32Array(room)
  const byTopic = voteTopics.map((): Counts => new Int32Array(room))
  const bySource = new Map<string, number>()
  const { dates, positions, topics, coders, sources } = record
  const [x, y] = [i * dates.length, j * dates.length]
  let codedByUs = 0
  let last = -1
  for (let r = 0; r < dates.length && dates[r]! <= to; r++) {
    const [a, b] = [positions[x + r]!, positions[y + r]!]
    if (a === 0 || b === 0) continue
    const at = 3 * (record.years[r]! - firstYear) + Math.abs(a - b)
    last = r
    all[at]!++
    for (let t = 0, bits = topics[r]!; bits !== 0; t++, bits >>= 1) if (bits & 1) byTopic[t]![at]!++
    if (coders[r] === 'visavis') codedByUs++
    bySource.set(sources[r]!, (bySource.get(sources[r]!) ?? 0) + 1)
  }
  if (last < 0) return undefined
  return {
    votes: total(all),
    last: dates[last]!,
    all: cellsOf(all, firstYear),
    topics: voteTopics.flatMap(([id, title], t) => {
      const votes = total(byTopic[t]!)
      return votes === 0 ? [] : [{ id, title, votes, cells: cellsOf(byTopic[t]!, firstYear) }]
    }),
    codedByUs,
    method:
      'recorded votes on resolutions and drafts as a whole in which both had a position, by calendar year and by the six issues of Voeten’s data; exact counts',
    evidence: [...bySource].sort().map(([source, count]) => ({
      source,
      vintage: record.vintages.get(source) ?? 'unknown',
      rows: `roll_calls where kind = 'whole' and date <= '${to}' and source = '${source}' and ${votesCondition([i, j])}`,
      count,
    })),
  }
}

function total(counts: Counts): number {
  return counts.reduce((sum, count) => sum + count, 0)
}

function cellsOf(counts: Counts, firstYear: number): VoteCell[] {
  const cells: VoteCell[] = []
  for (let at = 0; at < counts.length; at += 3) {
    const [same, partial, opposing] = [counts[at]!, counts[at + 1]!, counts[at + 2]!]
    if (same + partial + opposing > 0) cells.push([firstYear + at / 3, same, partial, opposing])
  }
  return cells
}
