import type { Span } from '../../text/mention.ts'
import type { Analysis } from './analysis.ts'
import type { Context } from './context.ts'
import type { Head } from './head.ts'
import type { Placed } from './roles.ts'

/** Who is in a claim, and which way it goes. */
export interface People {
  readonly actors: readonly string[]
  readonly direction: string
}

/** What people are read from: those of the part of the sentence that is about the head, and those of the rest. */
export interface Scene {
  readonly sentence: Analysis
  readonly head: Head
  readonly part: Span
  readonly inPart: readonly Placed[]
  readonly whole: readonly Placed[]
  readonly context: Context
}

export const nobody: People = { actors: [], direction: 'n/a' }
export const way = (sender: string, receiver: string): People => ({ actors: [sender, receiver], direction: `${sender}->${receiver}` })
export const distinct = (ids: readonly (string | undefined)[]): string[] => [...new Set(ids.filter((id) => id !== undefined))]
export const idsOf = (some: readonly Placed[]): string[] => distinct(some.map(({ id }) => id))
