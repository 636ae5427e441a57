import type { Votes } from '../src/measures/index.ts'

export type PlainRow = Record<string, number>

/** The measures of every dyad as one would first write them: a map of vote pairs per dyad, then the formulas. What the package is compared with. */
export function plainLoop(votes: Votes, rollCalls: readonly number[]): PlainRow[] {
  const rows: PlainRow[] = []
  for (let a = 0; a < votes.states; a++) {
    for (let b = a + 1; b < votes.states; b++) {
      const table = new Map<string, number>()
      for (const r of rollCalls) {
        const [x, y] = [votes.positions[r * votes.states + a]!, votes.positions[r * votes.states + b]!]
        if (x > 0 && y > 0) table.set(`${x}${y}`, (table.get(`${x}${y}`) ?? 0) + 1)
      }
      if (table.size > 0) rows.push({ a, b, ...plainFormulas(table) })
    }
  }
  return rows
}

const levels = [1, 2, 3]

function plainFormulas(table: Map<string, number>): PlainRow {
  const cell = (x: number, y: number): number => table.get(`${x}${y}`) ?? 0
  const sum = (f: (x: number, y: number) => number): number =>
    levels.reduce((all, x) => all + levels.reduce((row, y) => row + f(x, y), 0), 0)
  const n = sum(cell)
  const row = (x: number): number => levels.reduce((all, y) => all + cell(x, y), 0) / n
  const column = (y: number): number => levels.reduce((all, x) => all + cell(x, y), 0) / n
  const share = (d: (x: number, y: number) => number): number => sum((x, y) => d(x, y) * cell(x, y)) / n
  const chance = (d: (x: number, y: number) => number): number => sum((x, y) => d(x, y) * row(x) * column(y))
  const differ = (x: number, y: number): number => (x === y ? 0 : 1)
  const steps = (x: number, y: number): number => Math.abs(x - y)
  const square = (x: number, y: number): number => (x - y) ** 2
  const order = sum((x, y) => sum((u, v) => Math.sign(x - u) * Math.sign(y - v) * cell(x, y) * cell(u, v))) / 2
  const untied = (margin: (x: number) => number): number => sum((x, u) => differ(x, u) * margin(x) * margin(u)) / 2
  return {
    n,
    s_absolute: 1 - share(steps),
    s_squared: 1 - share(square) / 2,
    scott_pi: 1 - share(differ) / sum((x, y) => (differ(x, y) * (row(x) + column(x)) * (row(y) + column(y))) / 4),
    kappa_unweighted: 1 - share(differ) / chance(differ),
    kappa_linear: 1 - share(steps) / chance(steps),
    kappa_quadratic: 1 - share(square) / chance(square),
    tau_b: order / n ** 2 / Math.sqrt(untied(row) * untied(column)),
    benati_capurri_a: chance(steps) - share(steps),
    agreement: 1 - share(differ),
    partial_split: share((x, y) => (steps(x, y) === 1 ? 1 : 0)),
    opposing: share((x, y) => (steps(x, y) === 2 ? 1 : 0)),
  }
}
