import type { Snapshot } from '../../store/index.ts'

/** A part of a key; parts are the same where their JSON is. */
export type KeyPart = string | number | boolean | null | readonly KeyPart[]

/** A function that works out each answer once for a snapshot, which never changes. */
export interface SnapshotCache<Arguments extends readonly unknown[], Answer> {
  (snapshot: Snapshot, ...about: Arguments): Promise<Answer>
  /** Whether the answer is at hand, or on its way. */
  has(snapshot: Snapshot, ...about: Arguments): boolean
  /** The answer; where it is not at hand it is made this other way, which must give the same. */
  orMake(snapshot: Snapshot, about: Readonly<Arguments>, make: () => Promise<Answer>): Promise<Answer>
}

interface Kept<Answer = unknown> {
  readonly answer: Promise<Answer>
  forget(): void
}

/** The answers kept for a snapshot, whoever they belong to; the one not asked for longest comes first. */
const recency = new WeakMap<Snapshot, Set<Kept>>()

/** Beyond so many those not asked for longest are forgotten; a year of all pairs of states asks for a few hundred. */
const mostKept = 4096

/**
 * What does not depend on the pair (all votes, a distribution, who is a member) is worked out once for a snapshot, however many pairs are assessed. Each cache has answers of
 * its own, which no other can read. A failure is not kept.
 *
 * @param keyOf   the part of the arguments that the answer depends on; without it, all of them
 */
export function cachedBySnapshot<Arguments extends readonly KeyPart[], Answer>(
  make: (snapshot: Snapshot, ...about: Arguments) => Promise<Answer>,
): SnapshotCache<Arguments, Answer>
export function cachedBySnapshot<Arguments extends readonly unknown[], Answer>(
  make: (snapshot: Snapshot, ...about: Arguments) => Promise<Answer>,
  keyOf: (...about: Arguments) => KeyPart,
): SnapshotCache<Arguments, Answer>
export function cachedBySnapshot<Arguments extends readonly unknown[], Answer>(
  make: (snapshot: Snapshot, ...about: Arguments) => Promise<Answer>,
  keyOf: (...about: Arguments) => unknown = (...about) => about,
): SnapshotCache<Arguments, Answer> {
  const own = new WeakMap<Snapshot, Map<string, Kept<Answer>>>()
  const keyed = (about: Arguments): string => JSON.stringify(keyOf(...about))
  const orMake = (snapshot: Snapshot, about: Arguments, makeAnswer: () => Promise<Answer>): Promise<Answer> => {
    const answers = own.get(snapshot) ?? new Map<string, Kept<Answer>>()
    own.set(snapshot, answers)
    return recalled(snapshot, answers, keyed(about), makeAnswer)
  }
  return Object.assign(
    (snapshot: Snapshot, ...about: Arguments): Promise<Answer> => orMake(snapshot, about, () => make(snapshot, ...about)),
    { has: (snapshot: Snapshot, ...about: Arguments): boolean => own.get(snapshot)?.has(keyed(about)) ?? false, orMake },
  )
}

function recalled<Answer>(
  snapshot: Snapshot,
  answers: Map<string, Kept<Answer>>,
  key: string,
  make: () => Promise<Answer>,
): Promise<Answer> {
  const kept = recency.get(snapshot) ?? new Set<Kept>()
  recency.set(snapshot, kept)
  const known = answers.get(key)
  if (known !== undefined) {
    // what is asked for again stays longest
    kept.delete(known)
    kept.add(known)
    return known.answer
  }
  if (kept.size >= mostKept) kept.values().next().value!.forget()
  const made: Kept<Answer> = {
    answer: make(),
    forget: () => {
      kept.delete(made)
      if (answers.get(key) === made) answers.delete(key)
    },
  }
  answers.set(key, made)
  kept.add(made)
  // what failed may be asked again
  made.answer.catch(made.forget)
  return made.answer
}
