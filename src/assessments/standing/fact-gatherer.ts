import type { Bond, OpenIssue, PairFacts, Pressure, UseOfForce } from '../../measures/standing/standing-facts.ts'
import { noFacts } from '../../measures/standing/standing-facts.ts'
import { areNeighbours, shareBorder } from '../../states/tables/neighbours.ts'

/** The facts of all pairs, by the codes of the two states. */
export interface FactsOfPairs {
  /** The facts of a pair; a pair without a row has none. */
  of(a: string, b: string): PairFacts
}

interface Gathered {
  readonly force: UseOfForce[]
  readonly issues: OpenIssue[]
  readonly pressures: Pressure[]
  readonly bonds: Bond[]
}

/** Collects facts pair by pair. */
export class FactGatherer {
  readonly #pairs = new Map<string, Gathered>()

  #at(a: string, b: string): Gathered {
    const key = pairKey(a, b)
    const found = this.#pairs.get(key) ?? { force: [], issues: [], pressures: [], bonds: [] }
    this.#pairs.set(key, found)
    return found
  }

  force(a: string, b: string, fact: UseOfForce): void {
    this.#at(a, b).force.push(fact)
  }

  issue(a: string, b: string, fact: OpenIssue): void {
    this.#at(a, b).issues.push(fact)
  }

  pressure(a: string, b: string, fact: Pressure): void {
    this.#at(a, b).pressures.push(fact)
  }

  bond(a: string, b: string, fact: Bond): void {
    this.#at(a, b).bonds.push(fact)
  }

  /** The facts collected so far. */
  gathered(): FactsOfPairs {
    const pairs = this.#pairs
    return {
      of(a: string, b: string): PairFacts {
        const near = { border: shareBorder(a, b), near: areNeighbours(a, b) }
        return { ...noFacts, ...pairs.get(pairKey(a, b)), ...near }
      },
    }
  }
}

function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}
