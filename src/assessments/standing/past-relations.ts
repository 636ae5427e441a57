import type { OpenIssue } from '../../measures/standing/standing-facts.ts'
import { joinedWords } from '../forms/wording.ts'
import { grouped } from '../rows/grouped.ts'

/**
 * Says that relations between two states were missing or lowered in the past, as the end of a sentence; empty where they never were.
 *
 * @param past   spells that have ended, the oldest first
 * @example pastWords([{ kind: 'no-relations', manner: 'broken', from: '1952-06-13', to: '1970-04-15', text: '', source: '' }])   // ", but relations were broken off from 1952 to 1970"
 */
export function pastWords(past: readonly OpenIssue[]): string {
  if (past.length === 0) return ''
  const clauses = [...grouped(past, whatWas)].map(([what, spells]) => `${what} ${joinedWords(spells.map(whenWas))}`)
  return `, but ${joinedWords(clauses)}`
}

function whatWas({ kind, manner }: OpenIssue): string {
  if (kind === 'lower-relations') return 'relations were lowered'
  if (kind === 'non-recognition') return 'one did not recognise the other'
  if (manner === 'broken') return 'relations were broken off'
  return manner === 'lapsed' ? 'relations were suspended' : 'they had no relations'
}

function whenWas({ from, to }: OpenIssue): string {
  const [first, last] = [from.slice(0, 4), to!.slice(0, 4)]
  return first === last ? `in ${first}` : `from ${first} to ${last}`
}
