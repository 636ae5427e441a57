import type { OpenIssue } from '../../measures/standing/standing-facts.ts'
import { joinedWords } from '../forms/wording.ts'

/** More spells than this are not named one by one. */
const mostNamed = 2

/**
 * Says that relations between two states were missing or lowered in the past, as the end of a sentence; empty where they never were.
 *
 * @param past   spells that have ended, the oldest first
 * @example pastWords([{ kind: 'no-relations', manner: 'broken', from: '1952-06-13', to: '1970-04-15', text: '', source: '' }])   // ", but relations were broken off from 1952 to 1970"
 */
export function pastWords(past: readonly OpenIssue[]): string {
  if (past.length === 0) return ''
  const clauses = past.slice(-mostNamed).map(clauseOf)
  const times = past.length > mostNamed ? ', not for the first time' : ''
  return `, but ${joinedWords(clauses)}${times}`
}

function clauseOf({ kind, manner, from, to }: OpenIssue): string {
  const [first, last] = [from.slice(0, 4), to!.slice(0, 4)]
  const when = first === last ? `in ${first}` : `from ${first} to ${last}`
  if (kind === 'lower-relations') return `relations were lowered ${when}`
  if (kind === 'non-recognition') return `one did not recognise the other ${when}`
  if (manner === 'broken') return `relations were broken off ${when}`
  return manner === 'lapsed' ? `relations were suspended ${when}` : `they had no relations ${when}`
}
