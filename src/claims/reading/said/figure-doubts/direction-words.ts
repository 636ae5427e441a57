import type { Claim } from '../../../claim.ts'
import type { NamedStates } from '../around/named-in-text.ts'

const directionWords =
  /\b(?:(?:exports|sales|shipments|deliveries) (?:to|into)|(?:imports|purchases) from|(?:exported|sold|shipped)\b[^,;]* to|(?:imported|bought)\b[^,;]* from) (?:the )?$/

/** Whether the words before a mention of an actor name the direction (`exports to`, `imports from`). If not, the two directions may have been misread. */
export const isWayTold = ({ actors, sentence }: Claim, { mentions }: NamedStates): boolean =>
  mentions.some(({ ids, start }) => ids.some((id) => actors.includes(id)) && directionWords.test(sentence.slice(0, start).toLowerCase()))
