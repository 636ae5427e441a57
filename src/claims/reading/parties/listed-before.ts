import { area } from '../../text/names/areas.ts'
import type { Discourse } from '../sentence/context.ts'

/** The two that were listed together last, else the two of whom the last sentence told. */
export const lastTwo = ({ lists, told }: Discourse): readonly string[] =>
  lists.find(({ length }) => length === 2) ?? (told.length === 2 ? told : [])

const parts: ReadonlySet<string> = new Set(['AFR', 'SSF', 'EUR', area])

/** The part of the world that was told of last, or that the text is about. */
export const regionOf = ({ told, recent, pair }: Discourse): string | undefined =>
  told.find((id) => parts.has(id)) ??
  recent.flatMap(({ ends }) => [...ends]).find((id) => parts.has(id)) ??
  pair?.find((id) => parts.has(id))
