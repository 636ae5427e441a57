import { VisavisError } from '../../errors.ts'
import type { DeficitRule, Shock, TradeTable } from './trade-table.ts'

/** What the solvers need of a table, worked out once for any number of shocks. */
export interface TradeShares {
  readonly table: TradeTable
  readonly n: number
  readonly sectors: number
  /** Share of seller i in what buyer j spends on sector s, tariffs included; cells as in the table. */
  readonly shares: Float64Array
  /** What buyer j spends on sector s with tariffs, cell `j * m + s`. */
  readonly spent: Float64Array
  /** Share of sector s in the spending of j, cell `j * m + s`. */
  readonly sectorShares: Float64Array
  /** What economy i sells, without tariffs. */
  readonly output: Float64Array
  /** What sector s of economy i sells, cell `i * m + s`. */
  readonly sectorOutput: Float64Array
  /** What economy j spends, tariffs included. */
  readonly expenditure: Float64Array
  /** What economy j gets from its tariffs. */
  readonly revenue: Float64Array
  /** What economy j spends beyond its output and its tariffs. */
  readonly deficit: Float64Array
}

/**
 * Works out shares, output and deficits of a table.
 *
 * @throws VisavisError BadInput if a cell is negative or not a number, a tariff is below -1, or an economy sells or buys nothing
 */
export function sharesOfTable(table: TradeTable): TradeShares {
  const [n, m] = [table.economies.length, table.sectors.length]
  checkCells(table)
  const spent = new Float64Array(n * m)
  const sectorOutput = new Float64Array(n * m)
  const revenue = new Float64Array(n)
  eachCell(n, m, (cell, s, i, j) => {
    const [flow, tariff] = [table.flows[cell]!, table.tariffs?.[cell] ?? 0]
    sectorOutput[i * m + s]! += flow
    spent[j * m + s]! += flow * (1 + tariff)
    revenue[j]! += flow * tariff
  })
  const shares = new Float64Array(n * n * m)
  eachCell(n, m, (cell, s, _, j) => {
    const total = spent[j * m + s]!
    shares[cell] = total > 0 ? (table.flows[cell]! * (1 + (table.tariffs?.[cell] ?? 0))) / total : 0
  })
  const output = sumsOfRows(sectorOutput, n, m)
  const expenditure = sumsOfRows(spent, n, m)
  refuseEmpty(table, output, 'sells')
  refuseEmpty(table, expenditure, 'buys')
  const sectorShares = spent.map((value, at) => value / expenditure[Math.floor(at / m)]!)
  const deficit = expenditure.map((value, j) => value - output[j]! - revenue[j]!)
  return { table, n, sectors: m, shares, spent, sectorShares, output, sectorOutput, expenditure, revenue, deficit }
}

/** Calls `visit` with the cell, its sector, seller and buyer. */
export function eachCell(n: number, m: number, visit: (cell: number, s: number, i: number, j: number) => void): void {
  let cell = 0
  for (let s = 0; s < m; s++) for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) visit(cell++, s, i, j)
}

function checkCells(table: TradeTable): void {
  const [n, m] = [table.economies.length, table.sectors.length]
  const expected = n * n * m
  for (const [name, cells] of [['flows', table.flows] as const, ['tariffs', table.tariffs] as const])
    if (cells !== undefined && cells.length !== expected)
      throw bad(`The table has ${cells.length} ${name}; ${n} economies and ${m} sectors need ${expected}.`)
  eachCell(n, m, (cell, s, i, j) => {
    const [flow, tariff] = [table.flows[cell]!, table.tariffs?.[cell] ?? 0]
    const where = `${table.economies[i]} to ${table.economies[j]}, ${table.sectors[s]}`
    if (!Number.isFinite(flow) || flow < 0) throw bad(`Sales must be 0 or more, but ${where} is ${flow}.`, negativeHint)
    if (!(Number.isFinite(tariff) && tariff > -1)) throw bad(`A tariff must be above -100 %, but ${where} has ${tariff * 100} %.`)
  })
}

const negativeHint = 'set negative cells (changes of inventories) to 0, and say so where the table is described'

function refuseEmpty(table: TradeTable, totals: Float64Array, verb: 'sells' | 'buys'): void {
  const at = totals.findIndex((total) => !(total > 0))
  if (at >= 0)
    throw bad(
      `${table.economies[at]} ${verb} nothing in this table, so no model has a price for it.`,
      `leave ${table.economies[at]} out of the table`,
    )
}

function bad(message: string, hint?: string): VisavisError {
  return new VisavisError('BadInput', message, hint === undefined ? {} : { hint })
}

/** Sums of the rows of a matrix with `columns` columns. */
export function sumsOfRows(matrix: Float64Array, rows: number, columns: number): Float64Array {
  const sums = new Float64Array(rows)
  for (let row = 0; row < rows; row++) for (let column = 0; column < columns; column++) sums[row]! += matrix[row * columns + column]!
  return sums
}

/** What the equations are made of after a shock: weights of sellers, and the part of a price that reaches the seller. */
export interface ShockedShares {
  /** Share times the change of cost and tariff to the power of minus the elasticity; cells as in the table. */
  readonly weights: Float64Array
  /** The same without the tariff, which the seller does not get; undefined if there is no tariff. */
  readonly received: Float64Array | undefined
  /** Logarithm of the change of productivity, cell `i * m + s`; undefined: no change. */
  readonly logProductivity: Float64Array | undefined
}

/**
 * Applies a shock to the shares.
 *
 * @throws VisavisError BadInput if a cost or a productivity is not positive, or a tariff is -100 % or less
 */
export function shockedShares(base: TradeShares, elasticity: Float64Array, shock: Shock): ShockedShares {
  checkShock(base, shock)
  const { n, sectors: m, shares, table } = base
  const tariffs = shock.tariffs ?? table.tariffs
  const weights = shares.slice()
  const received = tariffs === undefined ? undefined : new Float64Array(shares.length)
  const { costs } = shock
  for (let s = 0, cell = 0; s < m; s++) {
    const power = powerOf(-elasticity[s]!)
    for (const end = cell + n * n; cell < end; cell++) {
      let cost = costs === undefined ? 1 : costs[cell]!
      if (tariffs !== undefined) cost *= (1 + tariffs[cell]!) / (1 + (table.tariffs === undefined ? 0 : table.tariffs[cell]!))
      if (cost !== 1) weights[cell] = weights[cell]! === 0 ? 0 : weights[cell]! * power(cost)
      if (received !== undefined) received[cell] = weights[cell]! / (1 + tariffs![cell]!)
    }
  }
  return { weights, received, logProductivity: shock.productivity?.map(Math.log) }
}

/** Powers of numbers of which many follow each other unchanged. */
function powerOf(exponent: number): (value: number) => number {
  let [last, power] = [1, 1]
  return (value) => {
    if (value !== last) [last, power] = [value, value ** exponent]
    return power
  }
}

function checkShock(base: TradeShares, { productivity, costs, tariffs }: Shock): void {
  const { economies, sectors } = base.table
  productivity?.forEach((factor, at) => {
    if (!(factor > 0 && Number.isFinite(factor)))
      throw bad(`Productivity of ${economies[Math.floor(at / sectors.length)]} must change by a positive factor, not ${factor}.`)
  })
  const where = (cell: number): string => {
    const [s, i, j] = [Math.floor(cell / base.n ** 2), Math.floor(cell / base.n) % base.n, cell % base.n]
    return `from ${economies[i]} to ${economies[j]} in ${sectors[s]}`
  }
  const wrongCost = costs === undefined ? -1 : firstNot(costs, (cost) => cost > 0)
  if (wrongCost >= 0) throw bad(`Trade costs ${where(wrongCost)} must change by a positive factor, not ${costs![wrongCost]}.`)
  const wrong = tariffs === undefined ? -1 : firstNot(tariffs, (tariff) => tariff > -1 && tariff < Number.POSITIVE_INFINITY)
  if (wrong >= 0) throw bad(`A tariff ${where(wrong)} must be above -100 %, not ${tariffs![wrong]! * 100} %.`)
}

function firstNot(values: Float64Array, fits: (value: number) => boolean): number {
  for (let i = 0; i < values.length; i++) if (!fits(values[i]!)) return i
  return -1
}

/** What each economy gets from abroad beyond its own income after a shock, by the rule for deficits. `multiplicative` is treated apart. */
export function netTransfers(base: TradeShares, rule: DeficitRule, shock: Shock): Float64Array {
  return base.deficit.map((deficit, j) => (rule === 'additive' ? deficit : 0) + (shock.transfers?.[j] ?? 0))
}
