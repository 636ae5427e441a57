import { bondFacts } from './bonds.ts'
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

/** Every kind of fact, in the order of the domains. */
export const facts: readonly Fact[] = [...diplomacyFacts, ...conflictFacts, ...bondFacts]
