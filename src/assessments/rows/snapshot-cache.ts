import type { Snapshot } from '../../store/index.ts'

const kept = new WeakMap<Snapshot, Map<string, Promise<unknown>>>()
/** Those not asked for longest go first beyond so many; a year of all pairs of states asks for a few hundred. */
const mostKept = 4096

/**
 * What does not depend on the pair (all votes, a distribution, who is a member) is worked out once for a snapshot, which never changes, however many pairs are assessed.
 *
 * @param key   says all that the answer depends on beside the snapshot
 */
export function once<T>(snapshot: Snapshot, key: string, make: () => Promise<T>): Promise<T> {
  const answers = kept.get(snapshot) ?? new Map<string, Promise<unknown>>()
  kept.set(snapshot, answers)
  const known = answers.get(key)
  if (known !== undefined) {
    // what is asked for again stays longest
    answers.delete(key)
    answers.set(key, known)
    return known as Promise<T>
  }
  if (answers.size >= mostKept) answers.delete(answers.keys().next().value!)
  const made = make()
  answers.set(key, made)
  // what failed may be asked again
  made.catch(() => answers.delete(key))
  return made
}

/** Whether an answer is at hand, or on its way. */
export const hasValue = (snapshot: Snapshot, key: string): boolean => kept.get(snapshot)?.has(key) ?? false
