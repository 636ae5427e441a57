import type { Columns } from '../../../store/session.ts'
import { tableColumns, tableRows } from '../../rows/table-columns.ts'

/** A row of the table `roll_calls`. */
export interface PackedVote {
  readonly id: number
  readonly date: string
  readonly session: string
  readonly symbol: string | null
  readonly title: string | null
  readonly kind: string | null
  readonly issues: string | null
  readonly issues_by: string | null
  readonly important: boolean | null
  readonly yes: number
  readonly abstain: number
  readonly no: number
  /** Positions, one character per voter. */
  readonly votes: string
  readonly source: string
  readonly vintage: string
}

export function packedVotes(rollCalls: Columns): PackedVote[] {
  return tableRows(rollCalls) as unknown as PackedVote[]
}

export function packedColumns(votes: readonly PackedVote[]): Columns {
  return tableColumns(
    'roll_calls',
    votes.map((vote) => ({ ...vote })),
  )
}

/**
 * Returns a row of positions, one character per voter, in the order of the voters `to` instead of `from`. `to` includes all voters of `from`.
 *
 * @example repackedFor('13.', ['USA', 'CHN', 'FRA'], ['CHN', 'FRA', 'USA', 'ZWE'])   // '3.1.'
 */
export function repackedFor(votes: string, from: readonly string[], to: readonly string[]): string {
  const places = new Map(to.map((state, i) => [state, i]))
  const characters = new Array<string>(to.length).fill('.')
  from.forEach((state, i) => {
    const position = votes[i] ?? '.'
    if (position !== '.') characters[places.get(state)!] = position
  })
  return characters.join('')
}

/**
 * Counts the recorded positions in a row.
 *
 * @example positionCount('1.3.')   // 2
 */
export function positionCount(votes: string): number {
  return votes.replaceAll('.', '').length
}

/** Whether the number of recorded positions equals the sum of the counts that the source states. */
export function matchesStatedCounts(vote: PackedVote): boolean {
  return positionCount(vote.votes) === vote.yes + vote.abstain + vote.no
}

/**
 * Returns the share of equal positions among voters with a position in either row; 0 if no voter has one. Both rows must be packed for the same voters.
 *
 * @example agreementShare('11.3', '1123')   // 0.75
 */
export function agreementShare(a: string, b: string): number {
  let [same, either] = [0, 0]
  for (let i = 0; i < a.length; i++) {
    if (a[i] === '.' && b[i] === '.') continue
    either++
    if (a[i] === b[i]) same++
  }
  return either === 0 ? 0 : same / either
}

/**
 * Counts the positions that differ between two rows packed for the same voters.
 *
 * @example differingPositionCount('11.3', '1123')   // 1
 */
export function differingPositionCount(a: string, b: string): number {
  let n = 0
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) n++
  return n
}

/** Lists roll calls by their symbols, or by their numbers where a symbol is missing; after twelve, only how many more there are. */
export function rollCallList(votes: readonly { readonly id: number; readonly symbol: string | null }[]): string {
  const names = votes.map(({ symbol, id }) => symbol ?? String(id))
  return names.length > 12 ? `${names.slice(0, 12).join(', ')} and ${names.length - 12} more` : names.join(', ')
}
