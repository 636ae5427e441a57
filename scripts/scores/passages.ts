import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ClaimPeriod } from '../../src/claims/claim.ts'
import type { Verdict } from '../../src/claims/verdict.ts'

/** A claim as annotated by hand (test/claims/passages/README.md); null fields may be left out. */
export interface Gold {
  readonly sentence_index: number
  readonly checkable: boolean
  readonly kind: string
  readonly domain: string
  readonly indicator?: string
  readonly actors?: readonly string[]
  readonly direction?: string
  readonly period?: ClaimPeriod | null
  readonly value?: number | null
  readonly value_from?: number | null
  readonly unit?: string | null
  readonly planted?: boolean
  readonly truth?: { readonly verdict: Verdict; readonly accept?: readonly Verdict[] }
}

/** An annotated text, one sentence per line. */
export interface Passage {
  readonly id: string
  readonly date: string
  readonly title?: string
  readonly text: string
  readonly claims: readonly Gold[]
}

export const slots = ['value', 'actors', 'period', 'direction', 'kind', 'domain'] as const
export type Slot = (typeof slots)[number]
/** The fields compared between a claim that was read and its annotation. */
export type Slots = Partial<Pick<Gold, Slot>>

/** All passages in some folders, by name. */
export function passagesIn(folders: readonly string[]): Passage[] {
  return folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .sort()
      .map((file): Passage => JSON.parse(readFileSync(join(folder, file), 'utf8'))),
  )
}

const asSet = (actors: readonly string[]): string => [...new Set(actors)].sort().join()

const sameValue = (a: number | null, b: number | null): boolean =>
  a === null || b === null ? a === b : Math.abs(b - a) <= 0.005 * Math.abs(a)

/** Whether a slot was read as annotated: values to half a per cent, actors as a set, everything else exactly. */
export const sameSlot: Readonly<Record<Slot, (gold: Slots, read: Slots) => boolean>> = {
  value: (gold, read) => sameValue(gold.value ?? null, read.value ?? null),
  actors: (gold, read) => asSet(gold.actors ?? []) === asSet(read.actors ?? []),
  period: (gold, read) => JSON.stringify(gold.period ?? null) === JSON.stringify(read.period ?? null),
  direction: (gold, read) => (gold.direction ?? 'n/a') === (read.direction ?? 'n/a'),
  kind: (gold, read) => gold.kind === read.kind,
  domain: (gold, read) => gold.domain === read.domain,
}

const weight: Readonly<Record<Slot, number>> = { value: 4, actors: 2, period: 1, direction: 1, kind: 2, domain: 1 }
/** Below this score two claims of a sentence have too little in common to be the same. */
const least = 3

/**
 * Pairs the annotated claims of a sentence with those that were read, most similar first; each is paired at most once.
 */
export function matched<T>(gold: readonly Gold[], read: readonly T[], claimOf: (one: T) => Slots): Map<Gold, T> {
  const pairs = gold
    .flatMap((a) => read.map((b) => ({ a, b, like: likeness(a, claimOf(b)) })))
    .filter(({ like }) => like >= least)
    .sort((x, y) => y.like - x.like)
  const found = new Map<Gold, T>()
  const taken = new Set<T>()
  for (const { a, b } of pairs) {
    if (found.has(a) || taken.has(b)) continue
    found.set(a, b)
    taken.add(b)
  }
  return found
}

const likeness = (gold: Gold, read: Slots): number => slots.reduce((sum, slot) => sum + (sameSlot[slot](gold, read) ? weight[slot] : 0), 0)
