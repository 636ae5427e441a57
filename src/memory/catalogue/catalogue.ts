import { conflictFigures } from './conflict.ts'
import type { DomainId } from './domain-ids.ts'
import type { Fact } from './fact.ts'
import type { Figure } from './figure.ts'
import { conflictFacts, diplomacyFacts } from './relations.ts'
import { tradeFigures } from './trade.ts'

/** The figures of each domain that the memory holds. */
export const figuresByDomain: Readonly<Partial<Record<DomainId, readonly Figure[]>>> = { conflict: conflictFigures, trade: tradeFigures }

/** Every figure, in the order of the domains. */
export const figures: readonly Figure[] = Object.values(figuresByDomain).flat()

const byId = new Map(figures.map((figure) => [figure.id, figure]))

/**
 * Returns the declaration of a figure.
 *
 * @throws RangeError where there is none of this id
 */
export function figureOf(id: string): Figure {
  const found = byId.get(id)
  if (found === undefined) throw new RangeError(`figureOf: no figure ${id}`)
  return found
}

/** Every kind of fact, in the order of the domains. */
export const facts: readonly Fact[] = [...diplomacyFacts, ...conflictFacts]
