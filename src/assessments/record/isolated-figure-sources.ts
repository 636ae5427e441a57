import { sourcesWith, traitsOf } from '../../sources/source-traits.ts'

const isIsolated = ({ lists, lacksSilentPairs }: ReturnType<typeof traitsOf>): boolean => lists === 'selection' || lacksSilentPairs === true

/** Whether a source has only single figures, a remainder of pairs, or may lack pairs neither of which reports. */
export function hasIsolatedFigures(source: string): boolean {
  return isIsolated(traitsOf(source))
}

/** The condition on `observations` that excludes sources of isolated figures. */
export const listSourcesCondition: string = `source NOT IN (${sourcesWith(isIsolated)
  .map((id) => `'${id}'`)
  .join(', ')})`
