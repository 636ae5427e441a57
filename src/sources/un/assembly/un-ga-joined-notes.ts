import { differingPositionCount, type PackedVote, rollCallList } from './un-ga-packed.ts'

/** The result of merging a new edition of votes (`brought`) with the votes held (`before`). */
export interface JoinedVotes {
  readonly brought: readonly PackedVote[]
  readonly before: readonly PackedVote[]
  /** For each vote of `brought`, the indexes of the same vote in `before`. */
  readonly same: readonly (readonly number[])[]
  /** Indexes in `brought` of votes that were not taken, since the held record of the same vote is better. */
  readonly poorer: ReadonlySet<number>
  /** Indexes in `before` of votes removed because the edition is the complete series. */
  readonly superseded: ReadonlySet<number>
  readonly kept: readonly PackedVote[]
}

/** Returns the result of the merge in sentences. */
export function notesOnJoining(joined: JoinedVotes): string[] {
  const { brought, same, poorer, superseded, kept } = joined
  const source = brought[0]!.source
  const sessions = new Set(brought.map(({ session }) => session))
  const alone = kept.filter((vote) => vote.kind === 'whole' && vote.source !== source && sessions.has(vote.session)).length
  const gone = [...superseded].filter((k) => !same.some((ones) => ones.includes(k))).length
  const others = [
    [
      poorer.size,
      `Left as held, because the file's lists do not bear out its own counts: ${rollCallList(brought.filter((_, i) => poorer.has(i)))}.`,
    ],
    [gone, `${count(gone)} older roll calls of ${source} in the same sessions are not in this edition and were dropped.`],
    [alone, `${count(alone)} votes on whole drafts of the same sessions stand in other sources only, and stay.`],
  ] as const
  return [replacing(joined), ...differences(joined), ...others.flatMap(([n, sentence]) => (n === 0 ? [] : [sentence]))]
}

function replacing({ brought, before, same, poorer }: JoinedVotes): string {
  const isNew = same.filter((ones) => ones.length === 0).length
  const replaced = same.flatMap((ones, i) => (poorer.has(i) ? [] : ones.map((k) => before[k]!.source)))
  const from = [...new Set(replaced)].sort().map((source) => `${count(replaced.filter((one) => one === source).length)} of ${source}`)
  const head = `${count(brought.length)} roll calls, ${isNew === 0 ? 'none' : isNew === brought.length ? 'all' : count(isNew)} of them new`
  return from.length === 0 ? `${head}.` : `${head}; they take the place of ${from.join(' and ')}.`
}

function differences({ brought, before, same, poorer }: JoinedVotes): string[] {
  const changed = same
    .flatMap((ones, i) => (poorer.has(i) ? [] : ones.map((k) => differingPositionCount(brought[i]!.votes, before[k]!.votes))))
    .filter(Boolean)
  const positions = changed.reduce((sum, n) => sum + n, 0)
  return changed.length === 0 ? [] : [`In ${count(changed.length)} of those ${count(positions)} positions differ from what was held.`]
}

function count(n: number): string {
  return n.toLocaleString('en-US')
}
