import { badInput } from '../../errors.ts'
import { type Resolution, resolve } from '../../states/index.ts'

/**
 * Returns the id of a party of a case or an event: ISO3 of a state, id of a bloc, or null for a name that is deliberately left out (a territory, a group, a
 * region).
 *
 * @param date    ISO day on which the name is meant: Yemen in 1985 is not Yemen in 1995
 * @param where   file and line, for the message
 * @param own     ids of names that the data set uses in another sense than the general lookup; null for names to leave out
 * @throws BadInput for an unknown name, with its place and the nearest states
 * @example partyId('Soviet Union', '1985-01-01', 'x.csv:2', {})   // 'RUS'
 * @example partyId('CoCom', '1985-01-01', 'x.csv:2', { CoCom: 'COCOM' })   // 'COCOM'
 */
export function partyId(label: string, date: string, where: string, own: Readonly<Record<string, string | null>>): string | null {
  if (Object.hasOwn(own, label)) return own[label]!
  const found = resolve(label, date)
  const doubt = partyDoubt(found)
  if (doubt !== undefined) throw badInput(`${where}: "${label}" is not known; it ${doubt}`, 'correct the name in the file')
  return found.kind === 'state' ? found.state.iso3 : found.kind === 'bloc' ? found.id : null
}

/** Returns why a name identifies no party, in words that follow "it"; undefined for a state, a bloc, and what is known to be neither. */
export function partyDoubt(found: Resolution): string | undefined {
  if (found.kind === 'state' && found.marked !== undefined && found.marked !== 'former name') return `reads as a ${found.marked}`
  return found.kind === 'unknown' ? `is near ${found.nearest.map((state) => state.name).join(', ') || 'no state'}` : undefined
}

/**
 * Splits a cell at its commas into names, some of which contain a comma.
 *
 * @param withComma   the names that contain a comma
 * @example namesIn('Egypt, Arab Rep., Syria', ['Egypt, Arab Rep.'])   // ['Egypt, Arab Rep.', 'Syria']
 */
export function namesIn(cell: string, withComma: readonly string[]): string[] {
  const names: string[] = []
  for (const part of cell.split(',').map((text) => text.trim())) {
    const joined = `${names.at(-1)}, ${part}`
    if (withComma.includes(joined)) names[names.length - 1] = joined
    else names.push(part)
  }
  return names
}
