import { otherRegion } from '../../text/names/areas.ts'
import type { Discourse } from '../sentence/context.ts'

/** The last two states listed together, else the two of the last sentence. */
export const lastListedPair = ({ lastLists, lastNamed }: Discourse): readonly string[] =>
  lastLists.find(({ length }) => length === 2) ?? (lastNamed.length === 2 ? lastNamed : [])

const regions: ReadonlySet<string> = new Set(['AFR', 'SSF', 'EUR', otherRegion])

/** The last mentioned part of the world, or the one that the text is about. */
export const lastRegion = ({ lastNamed, recentPairs, pair }: Discourse): string | undefined =>
  lastNamed.find((id) => regions.has(id)) ??
  recentPairs.flatMap(({ ends }) => [...ends]).find((id) => regions.has(id)) ??
  pair?.find((id) => regions.has(id))
