import { assignedRoles } from '../parties/semantic-roles.ts'
import type { Analysis } from '../sentence/analysis.ts'
import { isCoordinated, type PartyRole } from '../sentence/roles.ts'

/**
 * Whether the two most frequent states only ever appear side by side (`The United States and France accounted for half of the world's arms exports`): then
 * the text is not about the relation between them.
 *
 * @param heading  a title that names both makes the text about the pair
 */
export function arePeersNotPair(pair: readonly [string, string] | null, heading: Analysis, sentences: readonly Analysis[]): boolean {
  if (pair === null || namesBoth(heading, pair)) return false
  const together = sentences.filter((one) => namesBoth(one, pair))
  return together.length > 0 && together.every((one) => one.quantities.length > 0 && isOnlySideBySide(one, pair))
}

const namesBoth = ({ actors }: Analysis, pair: readonly string[]): boolean =>
  pair.every((id) => actors.some(({ ids, form }) => form !== 'leader' && ids.includes(id)))

function isOnlySideBySide(sentence: Analysis, pair: readonly [string, string]): boolean {
  const all = assignedRoles(sentence, () => [])
  const [ones, others] = pair.map((id) => all.filter((one) => one.id === id)) as [PartyRole[], PartyRole[]]
  if (ones.length === 0 || others.length === 0) return false
  return ones.every((one) => others.every((other) => areSideBySide(sentence.text, one, other)))
}

function areSideBySide(text: string, one: PartyRole, other: PartyRole): boolean {
  if (one.role === 'standard' || other.role === 'standard') return true
  const [first, second] = one.mention.start < other.mention.start ? [one, other] : [other, one]
  return first.mention !== second.mention && isCoordinated(text, first.mention, second.mention)
}
