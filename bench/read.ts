import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runThreads } from '../src/numeric/threads.ts'
import { passageLines, randomText } from '../test/claims/random-texts.ts'

const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))
const runs = 9
const texts = Number(process.env['VISAVIS_BENCH_TEXTS'] ?? 1_000)
const threads = availableParallelism()

/** Texts of 900 words from the command line and by the thousand on all processors, beside what compromise takes to parse the same words. */
export async function run(): Promise<void> {
  if (!existsSync(main)) throw new Error('build first: npm run build')
  const passages = await passageLines()
  const folder = await mkdtemp(join(tmpdir(), 'visavis-bench-'))
  try {
    await oneText(folder, randomText(passages, 1n))
    await thousandTexts(folder, passages)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** From the command line, each run beside what Node itself costs. */
async function oneText(folder: string, text: string): Promise<void> {
  const file = join(folder, 'essay.txt')
  await writeFile(file, text)
  const times = { bare: [] as number[], read: [] as number[], page: [] as number[] }
  // In turn: a machine whose speed drifts then slows all alike.
  for (let i = 0; i <= runs; i++) {
    const took = {
      bare: timed(['-e', '0']),
      read: timed([main, 'read', file, '--date', '2024-05-01', '--json']),
      page: timed([main, 'read', file, '--date', '2024-05-01', '--format', 'html']),
    }
    if (i > 0) for (const name of ['bare', 'read', 'page'] as const) times[name].push(took[name])
  }
  const bare = median(times.bare)
  console.log(
    `A text of ${text.split(/\s+/).length} words from the command line, ${runs} runs after one: median wall ms (lowest to highest), ratio to bare Node`,
  )
  for (const [name, own] of [
    ['node -e 0 (bare Node)', times.bare],
    ['visavis read --json', times.read],
    ['visavis read --format html', times.page],
  ] as const)
    console.log(
      `  ${name.padEnd(30)} ${median(own).toFixed(0).padStart(6)} (${Math.min(...own).toFixed(0)} to ${Math.max(...own).toFixed(0)})  ${(median(own) / bare).toFixed(1)}`,
    )
}

function timed(command: readonly string[]): number {
  const start = performance.now()
  const { status, stderr } = spawnSync(process.execPath, command, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command.join(' ')} exited with ${status}: ${stderr}`)
  return performance.now() - start
}

async function thousandTexts(folder: string, passages: readonly string[][]): Promise<void> {
  const all = Array.from({ length: texts }, (_, i) => randomText(passages, BigInt(i)))
  const command = await byCommand(folder, all)
  const parse = await byCompromise(all)
  console.log(`${texts.toLocaleString('en-US')} such texts on ${threads} threads, of ${passages.length} passages in all:`)
  for (const [name, wall] of [
    ['visavis read-all, to a file', command],
    ['compromise: its own parse', parse],
  ] as const)
    console.log(`  ${name.padEnd(30)} ${(wall / 1000).toFixed(1).padStart(6)} s, ${(wall / texts).toFixed(0)} ms a text`)
  console.log(`  the parse takes ${(parse / command).toFixed(2)} times as long as reading and testing`)
}

/** From the command line: a folder in, a table out. */
async function byCommand(folder: string, all: readonly string[]): Promise<number> {
  const texts = join(folder, 'texts')
  await mkdir(texts)
  await Promise.all(all.map((text, i) => writeFile(join(texts, `${String(i).padStart(5, '0')}.txt`), text)))
  return timed([main, 'read-all', texts, '--date', '2024-05-01', '-o', join(folder, 'claims.csv'), '--quiet'])
}

async function byCompromise(all: readonly string[]): Promise<number> {
  const shares = Array.from({ length: threads }, (_, thread) => all.filter((_text, i) => i % threads === thread))
  const start = performance.now()
  await runThreads(import.meta.url, './read-worker', shares)
  return performance.now() - start
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((x, y) => x - y)
  return sorted[Math.floor(sorted.length / 2)]!
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await run()
