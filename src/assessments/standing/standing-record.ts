import { storedMemberships } from '../record/memberships.ts'
import { cachedBySnapshot, type SnapshotCache } from '../rows/snapshot-cache.ts'
import { gatherBonds } from './bond-facts.ts'
import { FactGatherer, type FactsOfPairs } from './fact-gatherer.ts'
import { gatherForce } from './force-facts.ts'
import { gatherIssues } from './issue-facts.ts'
import { gatherPressures } from './pressure-facts.ts'
import { gatherTroops } from './troop-facts.ts'

/** The facts of all pairs that the record has; undefined if the record is older than the tables that hold them. */
export const standingFacts: SnapshotCache<[], FactsOfPairs | undefined> = cachedBySnapshot(async (snapshot) => {
  if ((snapshot.manifest.tables.interstate_relations ?? []).length === 0) return undefined
  const facts = new FactGatherer()
  const memberships = (await storedMemberships(snapshot)).all
  await gatherForce(snapshot, facts)
  await gatherIssues(snapshot, facts)
  await gatherPressures(snapshot, memberships, facts)
  await gatherBonds(snapshot, memberships, facts)
  await gatherTroops(snapshot, facts)
  return facts.gathered()
})
