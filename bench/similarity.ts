import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { allDyads, allYears, bootstrapDyads, bootstrapDyadsThreaded, type DyadTable } from '../src/measures/index.ts'
import { type BenchVotes, readBenchVotes } from './similarity-data.ts'
import { plainLoop } from './similarity-plain-loop.ts'

const year = 2018

/** Times the similarity of foreign policy against a plain loop and, where R is at hand, R's matrix algebra: same votes, same run. */
export async function run(): Promise<void> {
  const data = await readBenchVotes()
  if (data === undefined) return console.log('similarity: no roll calls at hand (neither a bundled record nor ../shared)')
  console.log(`similarity: ${data.votes.rollCalls.toLocaleString('en-US')} roll calls from ${data.from}; best of several runs`)
  timeAllYears(data)
  timeOneYear(data)
  await timeBootstrap(data)
}

function timeAllYears({ votes, years }: BenchVotes): void {
  const ours = best(7, () => allYears(votes, years))
  show('all dyads of all years, 1 thread', ours.took, `${ours.result.n.length.toLocaleString('en-US')} dyad-years x 11 figures`)
  const r = timeR({ votes, years, from: '' })
  if (r === undefined) console.log('  R matrix algebra: not at hand')
  else against('R matrix algebra', r, ours)
}

function timeOneYear({ votes, years }: BenchVotes): void {
  const rollCalls = rollCallsOf(years)
  const ours = best(9, () => allDyads(votes, { rollCalls }))
  show(`all dyads of ${year}, 1 thread`, ours.took, `${ours.result.n.length.toLocaleString('en-US')} dyads, ${rollCalls.length} roll calls`)
  const plain = best(2, () => plainLoop(votes, rollCalls))
  const kappa = plain.result.map((row) => row.kappa_quadratic!)
  against('a plain loop', { took: plain.took, rows: kappa.length, kappaSum: kappaSum(kappa) }, ours)
}

async function timeBootstrap({ votes, years }: BenchVotes): Promise<void> {
  const rollCalls = rollCallsOf(years)
  show(
    `${year} with 200 bootstrap draws, 1 thread`,
    best(3, () => bootstrapDyads(votes, { rollCalls })).took,
    'intervals of 11 figures per dyad',
  )
  const threads = availableParallelism()
  let took = Number.POSITIVE_INFINITY
  for (let i = 0; i < 3; i++) {
    const start = performance.now()
    await bootstrapDyadsThreaded(votes, { rollCalls, threads })
    took = Math.min(took, performance.now() - start)
  }
  show(`${year} with 200 bootstrap draws, ${threads} threads`, took, 'threads started anew each time')
}

interface Timed {
  readonly took: number
  readonly rows: number
  readonly kappaSum: number
}

function against(peer: string, other: Timed, all: { took: number; result: DyadTable }): void {
  const ours = kappaSum(all.result.kappa_quadratic)
  const agree = other.rows === all.result.n.length && Math.abs(other.kappaSum - ours) < 1e-6
  const said = agree ? 'same figures' : `FIGURES DIFFER: ${other.rows} dyads, sum of kappa ${other.kappaSum} against ${ours}`
  show(`  ${peer}`, other.took, `${(other.took / all.took).toFixed(1)} x ours, ${said}`)
}

function timeR({ votes, years }: BenchVotes): Timed | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'visavis-bench-'))
  try {
    writeFileSync(join(folder, 'positions'), votes.positions)
    writeFileSync(join(folder, 'years'), Array.from(years).join('\n'))
    const script = fileURLToPath(new URL('similarity.R', import.meta.url))
    const done = spawnSync('Rscript', [script, join(folder, 'positions'), join(folder, 'years'), String(votes.states)], {
      encoding: 'utf8',
    })
    if (done.status !== 0) return undefined
    const [rows, seconds, sum] = done.stdout.trim().split(/\s+/).map(Number)
    return { took: seconds! * 1000, rows: rows!, kappaSum: sum! }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function rollCallsOf(years: Uint16Array): number[] {
  return [...years.keys()].filter((r) => years[r] === year)
}

function kappaSum(values: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i])) sum += values[i]!
  return sum
}

function best<T>(times: number, work: () => T): { took: number; result: T } {
  let [took, result] = [Number.POSITIVE_INFINITY, undefined as T]
  for (let i = 0; i < times; i++) {
    const start = performance.now()
    result = work()
    took = Math.min(took, performance.now() - start)
  }
  return { took, result }
}

function show(what: string, milliseconds: number, note: string): void {
  console.log(`  ${what.padEnd(44)} ${milliseconds.toFixed(0).padStart(6)} ms   ${note}`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await run()
