import { listsOfConflicts } from '../../sources/source-traits.ts'
import type { Manifest } from '../../store/index.ts'
import type { Universe } from './figure.ts'

/** The years of which the record has every armed conflict, by the list that counts first; undefined where it has none. */
export function armedConflicts({ sources }: Pick<Manifest, 'sources'>): Universe | undefined {
  for (const id of listsOfConflicts.whole) {
    const card = sources.find((one) => one.id === id)
    const [window] = card?.coverage ?? []
    if (card === undefined || window === undefined) continue
    return { source: id, vintage: card.vintage, from: Number(window.from.slice(0, 4)), to: Number(window.to.slice(0, 4)) }
  }
  return undefined
}

/** SQL: the rows of `conflicts` that count, those of the list and those of single years after its end. */
export function countedConflicts(manifest: Manifest): string {
  const whole = armedConflicts(manifest)
  const later = listsOfConflicts.later.map((id) => `'${id}'`).join(', ')
  return `SELECT * FROM conflicts WHERE source = '${whole?.source ?? ''}' OR (source IN (${later}) AND year > ${whole?.to ?? 0})`
}
