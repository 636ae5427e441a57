import type { RowsByTable } from '../reader/edition.ts'
import { doubtLimits as limits } from './doubt-limits.ts'
import { type Digest, digestsOf } from './edition-digest.ts'
import { knownEditions } from './known-editions.ts'

/**
 * Compares an edition with the edition that this version was tried with, indicator by indicator. This is for the first edition of a source in a store, since
 * there is no held edition to compare with. An indicator with later days than in the known edition is not compared: its edition is a later one.
 */
export function knownEditionDoubts(
  id: string,
  content: RowsByTable,
): { readonly file: readonly string[]; readonly notes: readonly string[] } {
  const known = knownEditions[id] ?? {}
  const brought = digestsOf(content, id)
  const said = [...brought].flatMap(([indicator, digest]) => {
    const of = known[indicator]
    return of === undefined || digest.to > of.to ? [] : [difference(indicator, digest, of)]
  })
  const none =
    Object.keys(known).length === 0
      ? [`Nothing is held of ${id}, and no edition is known here: its figures were held against what is possible, not against others.`]
      : []
  return { file: said.flatMap(({ file }) => file), notes: [...none, ...said.flatMap(({ notes }) => notes)] }
}

function difference(
  indicator: string,
  now: Digest,
  known: Digest,
): { readonly file: readonly string[]; readonly notes: readonly string[] } {
  if (now.rows === known.rows && now.hash === known.hash) return { file: [], notes: [] }
  const [has, had] = [now.rows.toLocaleString('en-US'), known.rows.toLocaleString('en-US')]
  const short = now.rows < known.rows * (1 - limits.gone) && now.rows >= known.rows * limits.extract && known.rows >= limits.goneFrom
  if (short)
    return {
      file: [`it has ${has} rows of ${indicator}, the edition known here ${had}, to ${known.to}: the file is cut short`],
      notes: [],
    }
  if (now.rows !== known.rows)
    return { file: [], notes: [`It has ${has} rows of ${indicator}; the edition known here has ${had}, to ${known.to}.`] }
  const sums = now.sum === known.sum ? 'some are of others or have changed places' : `they come to ${now.sum}, not ${known.sum}`
  return {
    file: [],
    notes: [`The ${has} rows of ${indicator} are not those of the edition known here: ${sums}. Compare the file with the provider's.`],
  }
}
