import type { TextSpan } from '../../text/mention.ts'
import type { Analysis } from './analysis.ts'
import type { Discourse } from './context.ts'
import type { Head } from './head.ts'
import type { PartyRole } from './roles.ts'

/** Who is in a claim, and which way it goes. */
export interface ClaimParties {
  readonly actors: readonly string[]
  readonly direction: string
}

/** What people are read from: those of the part of the sentence that is about the head, and those of the rest. */
export interface ArgumentFrame {
  readonly sentence: Analysis
  readonly head: Head
  readonly part: TextSpan
  readonly inPart: readonly PartyRole[]
  readonly inSentence: readonly PartyRole[]
  readonly context: Discourse
}

export const noParties: ClaimParties = { actors: [], direction: 'n/a' }
export const directed = (sender: string, receiver: string): ClaimParties => ({
  actors: [sender, receiver],
  direction: `${sender}->${receiver}`,
})
export const distinct = (ids: readonly (string | undefined)[]): string[] => [...new Set(ids.filter((id) => id !== undefined))]
export const actorIds = (some: readonly PartyRole[]): string[] => distinct(some.map(({ id }) => id))
