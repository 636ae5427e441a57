import type { Snapshot } from '../../store/index.ts'

/** A part of a key; parts are equal where their JSON is equal. */
export type KeyPart = string | number | boolean | null | readonly KeyPart[]

/** A function with a result that is computed once per snapshot, since a snapshot never changes. */
export interface SnapshotCache<Arguments extends readonly unknown[], Answer> {
  (snapshot: Snapshot, ...about: Arguments): Promise<Answer>
  /** Whether the answer is available or being computed. */
  has(snapshot: Snapshot, ...about: Arguments): boolean
  /** The cached answer; if missing, it is computed by `make`, which must give the same result. */
  orMake(snapshot: Snapshot, about: Readonly<Arguments>, make: () => Promise<Answer>): Promise<Answer>
}

interface Kept<Answer = unknown> {
  readonly answer: Promise<Answer>
  forget(): void
}

/** The answers cached for a snapshot by all caches; the least recently used comes first. */
const recency = new WeakMap<Snapshot, Set<Kept>>()

/** Beyond this many, the least recently used answers are dropped. One year of all pairs needs a few hundred. */
const mostKept = 4096

/**
 * Caches what does not depend on the pair (all votes, a distribution, memberships) once per snapshot, however many
 * pairs are assessed. Each cache has its own answers. Failures are not cached.
 *
 * @param keyOf   the arguments that the answer depends on; default: all of them
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
    // mark as most recently used
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
  // allow a retry after a failure
  made.answer.catch(made.forget)
  return made.answer
}
