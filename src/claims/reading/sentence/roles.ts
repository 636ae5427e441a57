import type { ActorMention, TextSpan } from '../../text/mention.ts'
import { textBetween, textOfSpan } from '../../text/span-text.ts'
import type { FlowDirection, FlowWord } from '../../text/topics/flow-words.ts'

/**
 * The semantic role of a state: `sender` and `receiver` of a transfer; `partner` in something mutual; `holder` of a share of another's flow; `subject` of a
 * verb without direction; `unassigned` = none found; `standard` = standard of comparison; `nonparty` = not a party.
 */
export type Role = 'sender' | 'receiver' | 'partner' | 'holder' | 'subject' | 'unassigned' | 'standard' | 'nonparty'

export interface PartyRole {
  readonly id: string
  readonly role: Role
  readonly mention: ActorMention
  /** The word that assigns the role. */
  readonly trigger?: FlowWord | undefined
  /** Whether a preposition assigns the role: `to China`. */
  readonly prepositional?: boolean
  /** Whether the state is the possessor of the trigger: `partners of Germany`. */
  readonly owner?: boolean
  /** Whether the state acts with another: `together with France`. */
  readonly comitative?: boolean
  /** Whether the state is compared by `like`: `like France, Germany abstained`. */
  readonly like?: boolean
}

export type RoleAssignment = Omit<PartyRole, 'id' | 'mention'>

/** What the role of a party is read from: the sentence, its direction words and its mentions of states. */
export interface RoleContext {
  readonly text: string
  readonly flows: readonly FlowWord[]
  readonly actors: readonly ActorMention[]
}

export const ownerRole = (way: FlowDirection): Role => (way === 'out' ? 'sender' : way === 'in' ? 'receiver' : 'partner')
export const oppositeRole = (way: FlowDirection): Role => (way === 'out' ? 'receiver' : way === 'in' ? 'sender' : 'partner')

export const isUnassigned = ({ role }: RoleAssignment): boolean => role === 'unassigned' || role === 'subject'

/** Whether two mentions are neighbours in a list. */
export const isCoordinated = (text: string, one: ActorMention, next: ActorMention): boolean =>
  /^(?:['’]s)?(?: ?\([^()]{1,40}\))?(?:,? and|,? or|,|-| as well as| and then)(?: (?:the|both))?\s*$/i.test(textBetween(text, one, next)) &&
  (one.form === next.form || !(one.form === 'pronoun' || next.form === 'pronoun'))

export const isPossessivePronoun = (text: string, mention: ActorMention): boolean =>
  /^(?:its|their|our|your|my|his|her|whose)$/i.test(textOfSpan(text, mention))
export const nearestFlowWord = ({ flows }: RoleContext, span: TextSpan): FlowWord | undefined =>
  flows.filter((flow) => flow.end <= span.start).at(-1) ?? flows.find((flow) => flow.start >= span.end)

/** Whether the trigger belongs to the state: `India's imports`, `India's supplier`; not `imports from India`. */
export function isPossessor({ role, trigger, prepositional, mention, owner }: PartyRole): boolean {
  if (owner === true) return true
  if (trigger?.way === 'both') return prepositional !== true && (!trigger.agent || mention.possessive)
  return trigger?.agent !== ((trigger?.way === 'out') === (role === 'sender'))
}
