import { VisavisError } from '../../errors.ts'
import type { TradeBase } from '../data/trade-base.ts'
import { eachCell } from '../models/trade-shares.ts'
import type { Shock } from '../models/trade-table.ts'
import type { Scenario, ScenarioShock } from './scenario.ts'
import type { FoundParties, ScenarioParties } from './scenario-parties.ts'

/** The parties of one shock: those whose goods, or who give, and those who buy, or who get. */
interface ShockSides {
  readonly shock: ScenarioShock
  readonly first: FoundParties
  readonly second: FoundParties
  readonly sectors: readonly number[]
}

/** The shocks of a scenario with their parties found in a base. */
export interface FoundShocks {
  readonly sides: readonly ShockSides[]
  /** Codes that the scenario names, alone or in a bloc, and the base lacks. */
  readonly lacking: readonly string[]
  /** Positions of the economies that a shock is about: a side that is half of the world or more is not meant one by one. */
  readonly named: readonly number[]
}

/**
 * Finds the parties and sectors of all shocks.
 *
 * @throws VisavisError BadInput if a side is empty, both sides are one economy, or a sector is unknown; UnknownState for a name that means nothing
 */
export function findShocks(scenario: Scenario, base: TradeBase, parties: ScenarioParties): FoundShocks {
  const sides = scenario.shocks.map((shock, at) => sidesOf(shock, `shocks.${at}`, base, parties))
  const both = sides.flatMap(({ first, second }) => [first, second])
  return {
    sides,
    lacking: [...new Set(both.flatMap(({ lacking }) => lacking))].sort(),
    named: [...new Set(both.flatMap(({ at }) => (2 * at.length >= base.economies.length ? [] : at)))],
  }
}

function sidesOf(shock: ScenarioShock, field: string, base: TradeBase, parties: ScenarioParties): ShockSides {
  const sectors = sectorsOf('sectors' in shock ? shock.sectors : undefined, field, base)
  if (shock.kind === 'productivity') {
    const first = parties.find(shock.of, `${field}.of`)
    return { shock, first, second: first, sectors }
  }
  const [from, to] = shock.kind === 'tariff' ? [shock.on, shock.by] : [shock.from, shock.to]
  const [fromField, toField] = shock.kind === 'tariff' ? ['on', 'by'] : ['from', 'to']
  // `others` on one side means all that the other side leaves
  const isOthers = (names: readonly string[]): boolean => names.some((name) => name.toLowerCase() === 'others')
  const second = isOthers(to) ? undefined : parties.find(to, `${field}.${toField}`)
  const first = parties.find(from, `${field}.${fromField}`, second?.at ?? [])
  const found = { shock, first, second: second ?? parties.find(to, `${field}.${toField}`, first.at), sectors }
  if (found.first.at.length === 1 && found.second.at.length === 1 && found.first.at[0] === found.second.at[0])
    throw new VisavisError('BadInput', `${field}: both sides are ${base.economies[found.first.at[0]!]}.`, {
      hint: 'name two sides that differ',
    })
  return found
}

function sectorsOf(codes: readonly string[] | undefined, field: string, base: TradeBase): readonly number[] {
  if (codes === undefined) return base.sectors.map((_, s) => s)
  return codes.map((code) => {
    const s = base.sectors.indexOf(code)
    if (s >= 0) return s
    throw new VisavisError('BadInput', `${field}.sectors: the base ${base.card.id} has no sector "${code}".`, {
      hint: `its sectors: ${base.sectors.join(' ')}`,
    })
  })
}

/** How a draw differs from the scenario as it stands. */
export interface ShockVariation {
  /** Factor of the size of all shocks but bans. */
  readonly size: number
  /** Positions of economies that stay out, by name of the bloc of the scenario. */
  readonly out: ReadonlySet<number>
  /** Effects of withdrawals on the log of trade, by number of the shock; NaN for shocks of another kind. */
  readonly effects?: readonly number[] | undefined
}

/** The scenario as it stands. */
export const noVariation: ShockVariation = { size: 1, out: new Set() }

/**
 * Turns the shocks of a scenario into changes of a table.
 *
 * @param elasticity   of each sector; a partial effect of trade is turned into a cost by it
 */
export function buildShock(
  found: FoundShocks,
  base: TradeBase,
  elasticity: Float64Array,
  { size, out, effects }: ShockVariation = noVariation,
): Shock {
  const [n, m] = [base.economies.length, base.sectors.length]
  const built: { costs?: Float64Array; tariffs?: Float64Array; productivity?: Float64Array; transfers?: Float64Array } = {}
  for (const [at, { shock, first, second, sectors }] of found.sides.entries()) {
    const [from, to] = [first, second].map((side) => side.at.filter((one) => !out.has(one))) as [number[], number[]]
    if (shock.kind === 'productivity') {
      built.productivity ??= new Float64Array(n * m).fill(1)
      for (const i of from) for (const s of sectors) built.productivity[i * m + s]! *= scaledFactor(shock.factor, size)
    } else if (shock.kind === 'transfer') {
      built.transfers ??= new Float64Array(n)
      addTransfer(built.transfers, base, from, to, shock.amount * size)
    } else if (shock.kind === 'tariff') {
      built.tariffs ??= Float64Array.from(base.tariffs ?? new Float64Array(n * n * m))
      for (const cell of cellsBetween(n, from, to, sectors, false)) built.tariffs[cell]! += (shock.percent / 100) * size
    } else {
      built.costs ??= new Float64Array(n * n * m).fill(1)
      for (const cell of cellsBetween(n, from, to, sectors, shock.both !== false))
        built.costs[cell]! *= costFactor(shock, size, elasticity[Math.floor(cell / (n * n))]!, effects?.[at])
    }
  }
  return built
}

function costFactor(
  shock: ScenarioShock & { kind: 'trade-cost' | 'ban' | 'partial-effect' | 'withdrawal' },
  size: number,
  elasticity: number,
  estimated: number | undefined,
): number {
  if (shock.kind === 'ban') return Number.POSITIVE_INFINITY
  if (shock.kind === 'trade-cost') return scaledFactor(shock.factor, size)
  const effect = shock.kind === 'withdrawal' ? estimated : shock.effect
  if (effect === undefined) throw new VisavisError('Internal', 'a withdrawal has no estimated effect')
  return Math.exp((-effect * size) / elasticity)
}

/** A change twice as large of a doubling is a trebling; of a halving, a quarter: neither reaches zero. */
function scaledFactor(factor: number, size: number): number {
  return factor >= 1 ? 1 + (factor - 1) * size : factor ** size
}

/** Cells of sales from one side to the other, without an economy's sales to itself; a cell is named once. */
function cellsBetween(n: number, from: readonly number[], to: readonly number[], sectors: readonly number[], both: boolean): Set<number> {
  const cells = new Set<number>()
  for (const s of sectors)
    for (const i of from)
      for (const j of to) {
        if (i === j) continue
        cells.add((s * n + i) * n + j)
        if (both) cells.add((s * n + j) * n + i)
      }
  return cells
}

/** Moves an amount, shared on each side by size of spending. */
function addTransfer(transfers: Float64Array, base: TradeBase, from: readonly number[], to: readonly number[], amount: number): void {
  const n = base.economies.length
  const spending = new Float64Array(n)
  eachCell(n, base.sectors.length, (cell, _, __, j) => {
    spending[j]! += base.flows[cell]!
  })
  const share = (side: readonly number[], sign: number): void => {
    const total = side.reduce((sum, at) => sum + spending[at]!, 0)
    for (const at of side) transfers[at]! += (sign * amount * spending[at]!) / total
  }
  share(from, -1)
  share(to, 1)
}
