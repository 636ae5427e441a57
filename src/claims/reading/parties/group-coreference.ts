import type { Discourse } from '../sentence/context.ts'

/**
 * Three or more who did the last thing together, where nobody else was told of since: `the three leaders met. They agreed to …`; undefined where two or one did it.
 */
export const company = ({ deed, told, claimIndex }: Discourse): readonly string[] | undefined =>
  deed !== null &&
  deed.direction === 'total' &&
  deed.actors.length > 2 &&
  claimIndex - deed.sentence_index <= 1 &&
  told.every((id) => deed.actors.includes(id))
    ? deed.actors
    : undefined

/** Those of whom a text is told that names nobody where it goes on: three or more who have just met, else its two, as far as it has named them. */
export function goingOn(context: Discourse): readonly string[] {
  const { pair, known } = context
  const met = company(context)
  if (met !== undefined || pair === null) return met ?? []
  const named = pair.filter((id) => known.includes(id))
  return named.length === 0 ? pair : named
}

const numbers: readonly string[] = ['three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** `All three`: so many as were listed together before, as stood opposite the same one in the claims before, or as the last sentence told of. */
export function many(text: string, context: Discourse): readonly string[] {
  const { lists, told, deed } = context
  const count = numbers.indexOf(/three|four|five|six|seven|eight|nine|ten/i.exec(text)?.[0].toLowerCase() ?? '') + 3
  const listed = lists.find(({ length }) => length === count) ?? inRow(count, context)
  return listed ?? (told.length === count ? told : deed?.actors.length === count ? deed.actors : [])
}

/** The last so many who stood opposite the same one, the first of them first. */
function inRow(count: number, { recent }: Discourse): readonly string[] | undefined {
  const [a, b] = recent.slice(0, 2).map(({ ends }) => ends)
  const kept = a?.find((id) => b?.includes(id))
  if (a === undefined || kept === undefined || a.every((id) => b?.includes(id))) return undefined
  const found: string[] = []
  for (const { ends } of recent) {
    const other = ends.find((id) => id !== kept)
    if (!ends.includes(kept) || other === undefined || other === 'WLD') break
    if (!found.includes(other)) found.unshift(other)
  }
  return found.length >= count ? found.slice(-count) : undefined
}
