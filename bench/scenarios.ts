/**
 * How long an equilibrium takes: `npx tsx bench/scenarios.ts`. Processor time of this thread, median of several solves; where Python has numpy, the same equations by
 * a damped loop there, in the same run.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { quantile } from '../src/numeric/quantile.ts'
import { randomStream } from '../src/numeric/random.ts'
import { baseNamed } from '../src/scenarios/data/bases.ts'
import { elasticitiesNamed } from '../src/scenarios/data/elasticity-sets.ts'
import { inputEquilibrium, linkedShares } from '../src/scenarios/models/input-equilibrium.ts'
import { sectorEquilibrium } from '../src/scenarios/models/sector-equilibrium.ts'
import { sharesOfTable } from '../src/scenarios/models/trade-shares.ts'
import type { TradeTable } from '../src/scenarios/models/trade-table.ts'

interface Timed {
  readonly what: string
  readonly goal: string
  readonly milliseconds: number
  readonly steps: number
  readonly peer?: number | undefined
}

/** Processor milliseconds of one call, median of `times` after one that warms up. */
function timed(times: number, call: () => number): { milliseconds: number; steps: number } {
  let steps = call()
  const each = Float64Array.from({ length: times }, () => {
    const before = process.cpuUsage()
    steps = call()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  })
  return { milliseconds: quantile(each, 0.5), steps }
}

/** A table of n economies of different size, each of which sells four fifths at home. */
function madeUp(n: number): TradeTable {
  const stream = randomStream(1, 'bench-scenarios')
  const size = Array.from({ length: n }, () => 1 + stream.below(1000))
  const world = size.reduce((sum, one) => sum + one, 0)
  const flows = Float64Array.from({ length: n * n }, (_, cell) => {
    const [i, j] = [Math.floor(cell / n), cell % n]
    return i === j ? 4 * size[i]! : (size[i]! * size[j]!) / world
  })
  return { economies: size.map((_, i) => `E${i}`), sectors: ['all'], flows }
}

function costsOf(table: TradeTable): Float64Array {
  const n = table.economies.length
  return table.flows.map((_, cell) => (Math.floor(cell / n) % n < n / 3 && cell % n >= n / 3 ? 2 : 1))
}

function plainCase(what: string, goal: string, table: TradeTable, elasticity: Float64Array, times: number): Timed {
  const shares = sharesOfTable(table)
  const costs = costsOf(table)
  const ours = timed(times, () => sectorEquilibrium(shares, elasticity, { costs }, { tolerance: 1e-10 }).steps)
  return { what, goal, ...ours, peer: numpyMilliseconds(table, elasticity, costs) }
}

/** The same equations by a damped loop of numpy to the same tolerance; undefined where Python has no numpy. */
function numpyMilliseconds(table: TradeTable, elasticity: Float64Array, costs: Float64Array): number | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'visavis-bench-'))
  try {
    const [n, m] = [table.economies.length, table.sectors.length]
    writeFileSync(join(folder, 'cells'), Buffer.concat([table.flows, costs, elasticity].map((cells) => Buffer.from(cells.buffer))))
    const peer = spawnSync('python3', [new URL('scenarios.py', import.meta.url).pathname, join(folder, 'cells'), String(n), String(m)], {
      encoding: 'utf8',
    })
    return peer.status === 0 ? Number(peer.stdout) : undefined
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function linkedCase(): Timed {
  const base = baseNamed('wiod-2011')
  const linked = linkedShares(sharesOfTable(base), base.links!)
  const elasticity = elasticitiesNamed(undefined, base).values
  const costs = costsOf(base)
  const ours = timed(9, () => inputEquilibrium(linked, elasticity, { costs }, { tolerance: 1e-10 }).steps)
  return { what: '41 x 31 with input links', goal: '100 ms at 31 x 40 (cp2015: 3,090)', ...ours }
}

/** All draws of an elasticity between 3 and 7, one after the other, each with derivatives of its own. */
function drawsCase(draws: number): Timed {
  const table = madeUp(69)
  const shares = sharesOfTable(table)
  const costs = costsOf(table)
  const ours = timed(1, () => {
    let steps = 0
    for (let k = 0; k < draws; k++) {
      const elasticity = Float64Array.of(3 + 4 * ((k * 0.618) % 1))
      const { converged, steps: taken } = sectorEquilibrium(shares, elasticity, { costs }, { tolerance: 1e-10 })
      if (!converged) throw new Error(`draw ${k} did not converge`)
      steps = taken
    }
    return steps
  })
  return { what: `${draws.toLocaleString('en-US')} draws, 69 economies, one sector`, goal: '10,000 ms', ...ours }
}

/** Runs and prints all cases. */
export async function run(): Promise<void> {
  const icio = baseNamed('icio-2022')
  const baci = baseNamed('baci-2023')
  const cases = [
    plainCase('69 economies, one sector', '2 ms', madeUp(69), Float64Array.of(6), 200),
    plainCase('187 economies, one sector', '-', baci, Float64Array.of(4), 50),
    plainCase('81 x 28', '150 ms', icio, elasticitiesNamed('shapiro-2016', icio).values, 15),
    linkedCase(),
    drawsCase(10_000),
  ]
  console.log('| case | ours, ms | steps | goal | numpy loop, ms | times as fast |\n|---|--:|--:|---|--:|--:|')
  for (const { what, goal, milliseconds, steps, peer } of cases) {
    const ratio = peer === undefined ? '' : (peer / milliseconds).toFixed(1)
    console.log(`| ${what} | ${milliseconds.toFixed(2)} | ${steps} | ${goal} | ${peer?.toFixed(1) ?? ''} | ${ratio} |`)
  }
}

if (process.argv[1]?.endsWith('scenarios.ts') === true) await run()
