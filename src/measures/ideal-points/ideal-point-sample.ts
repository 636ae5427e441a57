import { VisavisError } from '../../errors.ts'

/**
 * A roll call to estimate from. Roll calls with the same item are votes on the same text and share its parameters,
 * which links the sessions.
 */
export interface Ballot {
  readonly item: string
  readonly session: number
  /** One character per state, in the order of the states: 1 yes, 2 abstain, 3 no; anything else is no position. */
  readonly votes: string
}

/**
 * Votes in two orders: by item and by cell, where a cell is one state in one session. The arrays are in shared memory,
 * so that threads read them in place.
 *
 * Cells are ordered by session, then by state. Votes of item t in category y (0 yes, 1 abstain, 2 no) are
 * `itemCell[itemStart[3t + y]]` up to `itemStart[3t + y + 1]`; those of cell c are `cellItem[cellStart[3c + y]]` up to
 * `cellStart[3c + y + 1]`.
 */
export interface IdealPointSample {
  readonly states: readonly string[]
  readonly items: readonly string[]
  /** Session of each item's first roll call. */
  readonly itemSession: Int32Array
  readonly cellState: Int32Array
  readonly cellSession: Int32Array
  readonly itemStart: Int32Array
  readonly itemCell: Int32Array
  readonly cellStart: Int32Array
  readonly cellItem: Int32Array
  /** Number of unanimous items, which carry no information and are left out. */
  readonly unanimous: number
}

const categories: Readonly<Record<number, number>> = { 49: 0, 50: 1, 51: 2 }

/**
 * Orders votes for the estimation. The result does not depend on the order of the roll calls.
 *
 * @param states    labels of the states; `votes` of each ballot must have one character per state
 * @param ballots   roll calls, in any order
 * @throws VisavisError BadInput where no item divides the states, or a roll call has another number of states
 * @example makeSample(['A', 'B'], [{ item: 'r1', session: 1, votes: '13' }]).cellState.length   // 2
 */
export function makeSample(states: readonly string[], ballots: readonly Ballot[]): IdealPointSample {
  const wrong = ballots.find(({ votes }) => votes.length !== states.length)
  if (wrong !== undefined)
    throw new VisavisError('BadInput', `roll call on "${wrong.item}" has ${wrong.votes.length} positions for ${states.length} states`)
  const grouped = groupBy([...ballots].sort(bySessionAndItem), ({ item }) => item)
  const divided = [...grouped].filter(([, group]) => seenIn(group).size > 1)
  if (divided.length === 0)
    throw new VisavisError('BadInput', 'no roll call divides the states: there is nothing to estimate ideal points from')
  const cells = cellsOf(divided.flatMap(([, group]) => group))
  const cellAt = new Map(cells.map(({ key }, i) => [key, i]))
  const byItem = divided.map(([, group]) => votesByCategory(group, cellAt))
  const [itemStart, itemCell] = packed(byItem)
  const byCell = cells.map(() => [[], [], []] as number[][])
  byItem.forEach((lists, item) => {
    lists.forEach((list, category) => {
      for (const cell of list) byCell[cell]![category]!.push(item)
    })
  })
  const [cellStart, cellItem] = packed(byCell)
  return {
    states,
    items: divided.map(([item]) => item),
    itemSession: shared(divided.map(([, group]) => Math.min(...group.map(({ session }) => session)))),
    cellState: shared(cells.map(({ state }) => state)),
    cellSession: shared(cells.map(({ session }) => session)),
    itemStart,
    itemCell,
    cellStart,
    cellItem,
    unanimous: grouped.size - divided.length,
  }
}

/** Returns the number of votes of a cell. */
export function votesOfCell(sample: IdealPointSample, cell: number): number {
  return sample.cellStart[3 * cell + 3]! - sample.cellStart[3 * cell]!
}

/** Returns the cells of each state, earliest session first. */
export function cellsByState(sample: IdealPointSample): number[][] {
  const lists = sample.states.map(() => [] as number[])
  sample.cellState.forEach((state, cell) => void lists[state]!.push(cell))
  return lists
}

function bySessionAndItem(a: Ballot, b: Ballot): number {
  return a.session - b.session || (a.item < b.item ? -1 : Number(a.item > b.item))
}

const keyOf = (session: number, state: number): number => session * 65536 + state

function cellsOf(ballots: readonly Ballot[]): { key: number; session: number; state: number }[] {
  const cells = new Map<number, { key: number; session: number; state: number }>()
  for (const { session, votes } of ballots) {
    for (let state = 0; state < votes.length; state++) {
      const key = keyOf(session, state)
      if (categories[votes.charCodeAt(state)] !== undefined && !cells.has(key)) cells.set(key, { key, session, state })
    }
  }
  return [...cells.values()].sort((a, b) => a.key - b.key)
}

function votesByCategory(group: readonly Ballot[], cellAt: ReadonlyMap<number, number>): number[][] {
  const lists: number[][] = [[], [], []]
  for (const { session, votes } of group) {
    for (let state = 0; state < votes.length; state++) {
      const category = categories[votes.charCodeAt(state)]
      if (category !== undefined) lists[category]!.push(cellAt.get(keyOf(session, state))!)
    }
  }
  // Roll calls of one session on the same text have no order among them.
  if (group.length > 1) for (const list of lists) list.sort((a, b) => a - b)
  return lists
}

function seenIn(group: readonly Ballot[]): Set<string> {
  return new Set(['1', '2', '3'].filter((category) => group.some(({ votes }) => votes.includes(category))))
}

function packed(rows: readonly (readonly (readonly number[])[])[]): [start: Int32Array, entries: Int32Array] {
  const lists = rows.flat()
  const start = shared(new Array<number>(lists.length + 1).fill(0))
  for (const [i, list] of lists.entries()) start[i + 1] = start[i]! + list.length
  const entries = shared(new Array<number>(start[lists.length]!).fill(0))
  lists.forEach((list, i) => void entries.set(list, start[i]!))
  return [start, entries]
}

function groupBy<T, K>(rows: readonly T[], key: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group === undefined) groups.set(key(row), [row])
    else group.push(row)
  }
  return groups
}

function shared(values: readonly number[]): Int32Array {
  const array = new Int32Array(new SharedArrayBuffer(4 * values.length))
  array.set(values)
  return array
}
