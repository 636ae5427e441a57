import type { Membership } from '../../states/index.ts'
import { vintageOf } from '../forms/unknown.ts'
import { isEmptyFramework } from '../record/empty-frameworks.ts'
import { storedMemberships } from '../record/memberships.ts'
import { type SanctionsRegime, sanctionsRegimes } from '../relations/sanctions-regimes.ts'
import { begunBy, inForceOn } from '../rows/spells.ts'
import { referenceDay, WorldCells, type WorldInputs, type WorldReading } from './world-cell.ts'

const source = 'sanctions-regimes'

/**
 * Counts the sanctions regimes in force at the end of each year between a state and the chosen state. `on`: by the chosen state on
 * the state; `by`: by the state on the chosen state. A state acts by itself and through the bodies it belongs to, except the UN. The table
 * is incomplete: a count is a lower bound, and no regime is unknown.
 */
export async function readSanctions(bench: WorldInputs, chosen: string, way: 'on' | 'by'): Promise<WorldReading> {
  const regimes = (await sanctionsRegimes(bench.snapshot)).filter((one) => begunBy(one, bench.to))
  const { all } = await storedMemberships(bench.snapshot)
  const stays = all.filter(({ role, bloc }) => role === 'member' && bloc !== 'UN')
  const window = bench.cards.get(source)?.coverage[0]
  const cells = new WorldCells()
  const [first, last] = [Number(window?.from.slice(0, 4)), Number(bench.to.slice(0, 4))]
  for (let year = first; window !== undefined && year <= last; year++) {
    const day = referenceDay(year, bench.to)
    if (day < window.from || day > window.to) continue
    const inForce = regimes.filter((one) => inForceOn(one, day) && !isEmptyFramework(one, day))
    const counts = way === 'on' ? targetsOf(inForce, stays, chosen, day) : sendersOf(inForce, stays, chosen, day)
    for (const [state, found] of counts) if (state !== chosen) cells.set(state, year, { value: found.size })
  }
  const rows = `sanctions where source = '${source}' and start_date <= '${bench.to}'`
  return { column: cells.column, evidence: [{ source, vintage: vintageOf(bench.cards, source), rows, count: regimes.length }] }
}

/** Returns the targets of the chosen state, or of a body it belongs to, with their regimes. */
function targetsOf(
  inForce: readonly SanctionsRegime[],
  stays: readonly Membership[],
  chosen: string,
  day: string,
): Map<string, Set<string>> {
  const senders = new Set([chosen, ...stays.filter((stay) => stay.state === chosen && inForceOn(stay, day)).map(({ bloc }) => bloc)])
  const found = new Map<string, Set<string>>()
  for (const { regime, sender, target } of inForce) if (senders.has(sender)) addTo(found, target, regime)
  return found
}

/** Returns the senders of regimes on the chosen state, acting alone or through a body. */
function sendersOf(
  inForce: readonly SanctionsRegime[],
  stays: readonly Membership[],
  chosen: string,
  day: string,
): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const { regime, sender, target } of inForce) {
    if (target !== chosen || sender === 'UN') continue
    addTo(found, sender, regime)
    for (const stay of stays) if (stay.bloc === sender && inForceOn(stay, day)) addTo(found, stay.state, regime)
  }
  return found
}

function addTo(found: Map<string, Set<string>>, state: string, regime: string): void {
  const own = found.get(state)
  if (own === undefined) found.set(state, new Set([regime]))
  else own.add(regime)
}
