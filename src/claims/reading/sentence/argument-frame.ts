import { directionFromTo } from '../../flow-of-direction.ts'
import type { TextSpan } from '../../text/mention.ts'
import type { Analysis } from './analysis.ts'
import type { Discourse } from './context.ts'
import type { Head } from './head.ts'
import type { PartyRole } from './roles.ts'

/** The parties of a claim and its direction. */
export interface ClaimParties {
  readonly actors: readonly string[]
  readonly direction: string
}

/** What the parties of a claim are read from: the semantic roles of the states in the claim's part of the sentence and in the whole sentence. */
export interface ArgumentFrame {
  readonly sentence: Analysis
  readonly head: Head
  /** The part of the sentence that belongs to the claim: up to the clause marks between the claim and its neighbours. */
  readonly part: TextSpan
  readonly inPart: readonly PartyRole[]
  readonly inSentence: readonly PartyRole[]
  readonly context: Discourse
}

export const noParties: ClaimParties = { actors: [], direction: 'n/a' }
export const partiesFromTo = (sender: string, receiver: string): ClaimParties => ({
  actors: [sender, receiver],
  direction: directionFromTo(sender, receiver),
})
export const distinct = (ids: readonly (string | undefined)[]): string[] => [...new Set(ids.filter((id) => id !== undefined))]
export const actorIds = (some: readonly PartyRole[]): string[] => distinct(some.map(({ id }) => id))
