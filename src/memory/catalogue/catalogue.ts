import { bondFacts } from './bonds.ts'
import { financeFigures, investmentFigures } from './capital.ts'
import { conflictFigures } from './conflict.ts'
import { datedActs } from './dated-acts.ts'
import type { DomainId } from './domain-ids.ts'
import { energyFigures, technologyFigures } from './estimated-flows.ts'
import type { Fact } from './fact.ts'
import type { Figure } from './figure.ts'
import { migrantFigures } from './migrants.ts'
import { conflictFacts, diplomacyFacts } from './relations.ts'
import { tradeFigures } from './trade.ts'

/** The figures of each domain that the memory holds. */
export const figuresByDomain: Readonly<Partial<Record<DomainId, readonly Figure[]>>> = {
  conflict: conflictFigures,
  trade: tradeFigures,
  energy: energyFigures,
  investment: investmentFigures,
  finance: financeFigures,
  technology: technologyFigures,
  people: migrantFigures,
}

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
export const facts: readonly Fact[] = [...diplomacyFacts, ...conflictFacts, ...bondFacts, ...datedActs]

/** What a memory is made from: the figures by domain, and the kinds of facts. */
export interface Catalogue {
  readonly figuresByDomain: Readonly<Partial<Record<DomainId, readonly Figure[]>>>
  readonly facts: readonly Fact[]
}

/** The catalogue of the product. Whoever opens a memory may pass another one, with a figure more. */
export const catalogue: Catalogue = { figuresByDomain, facts }

/** Returns every figure of a catalogue, in the order of the domains. */
export function figuresIn({ figuresByDomain: byDomain }: Catalogue): readonly Figure[] {
  return Object.values(byDomain).flat()
}
