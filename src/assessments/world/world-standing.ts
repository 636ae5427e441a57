import { firstStandingYear } from '../../measures/standing/standing.ts'
import { placedOn } from '../../measures/standing/standing-rule.ts'
import { stateOf, states } from '../../states/index.ts'
import { pairInYear } from '../standing/pair-years.ts'
import { standingFacts } from '../standing/standing-record.ts'
import { WorldCells, type WorldInputs, type WorldReading } from './world-cell.ts'

/** Reads the class in which every state stood to the chosen one by year: 0 at war to 5 security community. */
export async function readStanding(bench: WorldInputs, chosen: string): Promise<WorldReading> {
  const facts = await standingFacts(bench.snapshot)
  const cells = new WorldCells()
  const own = stateOf(chosen)
  if (facts === undefined || own === undefined) return { column: cells.column, evidence: [] }
  for (const other of states) {
    if (other === own) continue
    const ofPair = facts.of(chosen, other.iso3)
    for (let year = firstStandingYear; year <= Number(bench.to.slice(0, 4)); year++) {
      const pair = pairInYear(own, other, year, bench.to)
      if (pair !== undefined) cells.set(other.iso3, year, { value: placedOn(ofPair, pair.day).order })
    }
  }
  return { column: cells.column, evidence: [] }
}
