import type { Discourse } from '../sentence/context.ts'

/**
 * Returns the three or more states that acted together in the last event, if no other state was named since: `the three leaders met. They agreed to …`.
 * Otherwise undefined.
 */
export const groupOfLastEvent = ({ lastEvent, lastNamed, claimIndex }: Discourse): readonly string[] | undefined =>
  lastEvent !== null &&
  lastEvent.direction === 'total' &&
  lastEvent.actors.length > 2 &&
  claimIndex - lastEvent.sentence_index <= 1 &&
  lastNamed.every((id) => lastEvent.actors.includes(id))
    ? lastEvent.actors
    : undefined

/**
 * Returns the parties of a sentence that names no state: three or more that have just met, else the states of the pair named so far, else the pair. Empty if
 * there is no pair.
 */
export function topicalParties(context: Discourse): readonly string[] {
  const { pair, mentioned } = context
  const met = groupOfLastEvent(context)
  if (met !== undefined || pair === null) return met ?? []
  const named = pair.filter((id) => mentioned.includes(id))
  return named.length === 0 ? pair : named
}

const numberWords: readonly string[] = ['three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/**
 * Returns the states that `all three` refers to: a list of that length, that many partners of one state, or the states of the last sentence or event. Empty if
 * none fits.
 */
export function groupOfThatSize(text: string, context: Discourse): readonly string[] {
  const { lastLists, lastNamed, lastEvent } = context
  const count = numberWords.indexOf(/three|four|five|six|seven|eight|nine|ten/i.exec(text)?.[0].toLowerCase() ?? '') + 3
  const listed = lastLists.find(({ length }) => length === count) ?? lastPartnersOfOne(count, context)
  return listed ?? (lastNamed.length === count ? lastNamed : lastEvent?.actors.length === count ? lastEvent.actors : [])
}

/** Returns the last `count` partners of the same state, in order of mention; undefined if there are fewer. */
function lastPartnersOfOne(count: number, { recentPairs }: Discourse): readonly string[] | undefined {
  const [a, b] = recentPairs.slice(0, 2).map(({ ends }) => ends)
  const kept = a?.find((id) => b?.includes(id))
  if (a === undefined || kept === undefined || a.every((id) => b?.includes(id))) return undefined
  const found: string[] = []
  for (const { ends } of recentPairs) {
    const other = ends.find((id) => id !== kept)
    if (!ends.includes(kept) || other === undefined || other === 'WLD') break
    if (!found.includes(other)) found.unshift(other)
  }
  return found.length >= count ? found.slice(-count) : undefined
}
