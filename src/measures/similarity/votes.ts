/** Positions of all states on all roll calls: 1 yes, 2 abstain, 3 no, 0 no recorded position. */
export interface Votes {
  readonly states: number
  readonly rollCalls: number
  /** Row-major by roll call: positions[rollCall * states + state]. */
  readonly positions: Uint8Array
}

/** Which roll calls count, and what an absence means. */
export interface VoteOptions {
  /** Roll calls to use, by index: a window, an issue. A roll call listed twice counts twice. Default: all. */
  readonly rollCalls?: ArrayLike<number>
  /** `drop` leaves out roll calls on which all recorded positions are the same. Default `keep`. */
  readonly consensus?: 'keep' | 'drop'
  /**
   * The meaning of no recorded position. `skip` (default): the roll call is ignored for dyads with that state.
   * `abstain`: it is an abstention for states marked in `eligible`, and is still ignored for the others, which could
   * not have voted.
   */
  readonly absence?: 'skip' | 'abstain'
  /**
   * Which states could have voted: 1 or 0 per position, laid out as `Votes.positions`. Required with `absence:
   * 'abstain'`.
   */
  readonly eligible?: Uint8Array
  /** Weight per roll call of `Votes`, not negative; default 1 for each. */
  readonly weights?: ArrayLike<number>
}

/** Returns the roll calls that the options select, by index, in the order given. */
export function chosenRollCalls(votes: Votes, options: VoteOptions): Uint32Array {
  const { rollCalls, consensus = 'keep' } = options
  if (votes.positions.length !== votes.states * votes.rollCalls)
    throw new RangeError('Votes: positions must have states × rollCalls entries')
  const chosen = rollCalls === undefined ? Uint32Array.from({ length: votes.rollCalls }, (_, r) => r) : Uint32Array.from(rollCalls)
  chosen.forEach((r, i) => {
    const asked = rollCalls === undefined ? r : rollCalls[i]
    if (r !== asked || r >= votes.rollCalls) throw new RangeError(`roll call ${asked} is not among the ${votes.rollCalls} of these votes`)
  })
  return consensus === 'keep' ? chosen : chosen.filter((r) => !isConsensus(votes, r))
}

/**
 * Whether all recorded positions are the same (also true where none is recorded).
 *
 * @example isConsensus({ states: 3, rollCalls: 1, positions: Uint8Array.of(1, 0, 1) }, 0)   // true
 */
export function isConsensus(votes: Votes, rollCall: number): boolean {
  const { states, positions } = votes
  let first = 0
  for (let i = rollCall * states; i < (rollCall + 1) * states; i++) {
    const position = positions[i]!
    if (position === 0 || position === first) continue
    if (first !== 0) return false
    first = position
  }
  return true
}

/** Returns positions with absences coded as in the options; the same array where they are skipped. */
export function readPositions(votes: Votes, options: VoteOptions): Uint8Array {
  const { absence = 'skip', eligible } = options
  if (absence === 'skip') return votes.positions
  if (eligible === undefined) throw new RangeError("absence 'abstain' needs `eligible`: who could have voted")
  if (eligible.length !== votes.positions.length) throw new RangeError('eligible must have one entry per position')
  return votes.positions.map((position, i) => (position === 0 && eligible[i] === 1 ? 2 : position))
}

/**
 * Makes a mask for `eligible` where membership dates are not available: each state from its first to its last roll call with
 * a position. A state suspended in between counts as abstaining, so dated memberships are better.
 *
 * @returns   1 or 0 per position, laid out as `Votes.positions`; roll calls must be in date order
 * @example Array.from(eligibleFromFirstToLast({ states: 1, rollCalls: 4, positions: Uint8Array.of(0, 1, 0, 3) }))   // [0, 1, 1, 1]
 */
export function eligibleFromFirstToLast(votes: Votes): Uint8Array {
  const { states, rollCalls, positions } = votes
  const mask = new Uint8Array(positions.length)
  for (let s = 0; s < states; s++) {
    let first = 0
    while (first < rollCalls && positions[first * states + s] === 0) first++
    let last = rollCalls - 1
    while (last > first && positions[last * states + s] === 0) last--
    for (let r = first; r <= last; r++) mask[r * states + s] = 1
  }
  return mask
}
