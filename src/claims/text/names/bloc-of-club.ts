import { blocOf, nonStateMembers, stateOf } from '../../../states/index.ts'

/** Patterns of names that texts use for blocs of the record, besides the names and spellings that the record has. */
const loose: readonly (readonly [RegExp, string])[] = [
  [/shanghai/i, 'SCO'],
  [/eurasian/i, 'EAEU'],
  [/^(?:the )?(?:euro|eurozone|euro ?area|currency union|zloty|forint|kron[ae]|koruna|lev|leu)$/i, 'EUROZONE'],
  [/north atlantic/i, 'NATO'],
  [/arab (?:league|states)/i, 'ARAB-LEAGUE'],
  [/collective security treaty/i, 'CSTO'],
  [/european (?:economic )?(?:union|community|communities)/i, 'EU'],
  [/non-?aligned/i, 'NON-ALIGNED'],
  [/warsaw pact/i, 'WARSAW-PACT'],
  [/^(?:the )?world trade/i, 'WTO'],
]

/**
 * Returns the id of the bloc that a text names; undefined if the record does not follow its members.
 *
 * @example blocIdOf('the Shanghai club')   // 'SCO'
 * @example blocIdOf('the Council of Europe') === undefined   // true
 */
export function blocIdOf(text: string): string | undefined {
  const bare = text.replace(/^the /i, '')
  return blocOf(bare)?.id ?? loose.find(([pattern]) => pattern.test(bare))?.[1]
}

/** Whether an actor can be a member of a bloc: a state, or a territory that is a member by itself. */
export const isMemberState = (id: string): boolean => stateOf(id) !== undefined || nonStateMembers.includes(id)
