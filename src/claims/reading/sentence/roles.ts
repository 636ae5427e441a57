import type { ActorMention, TextSpan } from '../../text/mention.ts'
import type { FlowDirection, FlowWord } from '../../text/topics/flow-words.ts'

/**
 * Where somebody stands: from whom (`sender`) or to whom (`receiver`) a thing goes; `partner` of something that goes both ways; `holder` of a share of what
 * another sends or receives; `subject` of a verb that does not tell; `beside` = only compared with; `aside` = not one of those whom the claim is about.
 */
export type Role = 'sender' | 'receiver' | 'partner' | 'holder' | 'subject' | 'open' | 'beside' | 'aside'

export interface PartyRole {
  readonly id: string
  readonly role: Role
  readonly mention: ActorMention
  /** The word that placed it. */
  readonly trigger?: FlowWord | undefined
  /** Placed by a preposition: `to China`. */
  readonly prepositional?: boolean
  /** Whose the word is that placed it: `partners of Germany`. */
  readonly owner?: boolean
  /** With whom another acts: `together with France`. */
  readonly comitative?: boolean
  /** Who is told to have done alike: `like France, Germany abstained`. */
  readonly like?: boolean
}

export type RoleAssignment = Omit<PartyRole, 'id' | 'mention'>

/** A sentence as roles are read from it. */
export interface RoleReading {
  readonly text: string
  readonly flows: readonly FlowWord[]
  readonly actors: readonly ActorMention[]
}

export const ownerRole = (way: FlowDirection): Role => (way === 'out' ? 'sender' : way === 'in' ? 'receiver' : 'partner')
export const oppositeRole = (way: FlowDirection): Role => (way === 'out' ? 'receiver' : way === 'in' ? 'sender' : 'partner')

export const isUnassigned = ({ role }: RoleAssignment): boolean => role === 'open' || role === 'subject'

/** Whether two stand beside each other in a list. */
export const isCoordinated = (text: string, one: ActorMention, next: ActorMention): boolean =>
  /^(?:['’]s)?(?: ?\([^()]{1,40}\))?(?:,? and|,? or|,|-| as well as| and then)(?: (?:the|both))?\s*$/i.test(
    text.slice(one.end, next.start),
  ) &&
  (one.form === next.form || !(one.form === 'pronoun' || next.form === 'pronoun'))

export const isPossessivePronoun = (text: string, mention: ActorMention): boolean =>
  /^(?:its|their|our|your|my|his|her|whose)$/i.test(text.slice(mention.start, mention.end))
export const nearestFlowWord = ({ flows }: RoleReading, span: TextSpan): FlowWord | undefined =>
  flows.filter((flow) => flow.end <= span.start).at(-1) ?? flows.find((flow) => flow.start >= span.end)

/** Whether the word that places somebody is told from that one's side: `India's imports`, `India's supplier`; not `imports from India`. */
export function isPossessor({ role, trigger, prepositional, mention, owner }: PartyRole): boolean {
  if (owner === true) return true
  if (trigger?.way === 'both') return prepositional !== true && (!trigger.agent || mention.possessive)
  return trigger?.agent !== ((trigger?.way === 'out') === (role === 'sender'))
}
