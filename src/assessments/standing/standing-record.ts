import { allFacts, factsOf } from '../../memory/index.ts'
import type { Snapshot } from '../../store/index.ts'
import { storedMemberships } from '../record/memberships.ts'
import { cachedBySnapshot, type SnapshotCache } from '../rows/snapshot-cache.ts'
import { gatherBonds } from './bond-facts.ts'
import { FactGatherer, type FactsOfPairs } from './fact-gatherer.ts'
import type { FactScope } from './fact-scope.ts'
import { gatherForce } from './force-facts.ts'
import { gatherIssues } from './issue-facts.ts'
import { gatherPressures } from './pressure-facts.ts'
import { gatherTroops } from './troop-facts.ts'

/** The facts of all pairs that the record has; undefined if the record is older than the tables that hold them. */
export const standingFacts: SnapshotCache<[], FactsOfPairs | undefined> = cachedBySnapshot((snapshot) => gather(snapshot, undefined))

const factsOfOnePair = cachedBySnapshot((snapshot, a: string, b: string) => gather(snapshot, [a, b]))

/** The facts of a pair: from those of all pairs if they have been read, else its own rows alone, which are read ten times faster. */
export async function standingFactsOf(snapshot: Snapshot, a: string, b: string): Promise<FactsOfPairs | undefined> {
  return standingFacts.has(snapshot) ? standingFacts(snapshot) : factsOfOnePair(snapshot, a, b)
}

async function gather(snapshot: Snapshot, scope: FactScope): Promise<FactsOfPairs | undefined> {
  if ((snapshot.manifest.tables.interstate_relations ?? []).length === 0) return undefined
  const facts = new FactGatherer()
  const { all } = await storedMemberships(snapshot)
  const memberships = scope === undefined ? all : all.filter(({ state }) => scope.includes(state))
  await Promise.all([
    gatherRelations(snapshot, facts, scope),
    gatherPressures(snapshot, memberships, facts, scope),
    gatherBonds(snapshot, memberships, facts, scope),
    gatherTroops(snapshot, facts, scope),
  ])
  return facts.gathered()
}

/** Gathers uses of force and open issues, pair by pair. */
async function gatherRelations(snapshot: Snapshot, facts: FactGatherer, scope: FactScope): Promise<void> {
  const pairs = scope === undefined ? [...(await allFacts(snapshot)).values()] : [await factsOf(snapshot, ...scope)]
  for (const rows of pairs) {
    gatherForce(rows, facts)
    gatherIssues(rows, facts)
  }
}
