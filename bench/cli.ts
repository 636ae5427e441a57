import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))
const runs = 15

/** Whole-process wall times of the commands a user meets first, each beside what Node itself costs in the same run. */
export async function run(): Promise<void> {
  if (!existsSync(main)) throw new Error('build first: npm run build')
  const cases: [string, string[]][] = [
    ['node -e 0 (bare Node)', ['-e', '0']],
    ['visavis --help', [main, '--help']],
    ['visavis states Moscow', [main, 'states', 'Moscow']],
    ['visavis assess CHN RUS', [main, 'assess', 'CHN', 'RUS']],
    ['visavis measure similarity --year 2018 --all', [main, 'measure', 'similarity', '--year', '2018', '--all', '--format', 'csv']],
  ]
  const times = cases.map((): number[] => [])
  // In turn, not one after the other: a machine whose speed drifts then slows all alike.
  for (let i = 0; i <= runs; i++) {
    cases.forEach(([, words], c) => {
      const took = timed(words)
      if (i > 0) times[c]!.push(took)
    })
  }
  const base = median(times[0]!)
  console.log(
    `Command line, ${runs} runs each in turn after one warm-up, Node ${process.versions.node}: median wall ms (lowest to highest), ratio to bare Node`,
  )
  cases.forEach(([name], c) => {
    const own = times[c]!
    console.log(
      `  ${name.padEnd(46)} ${median(own).toFixed(0).padStart(6)} (${Math.min(...own).toFixed(0)} to ${Math.max(...own).toFixed(0)})  ${(median(own) / base).toFixed(2)}`,
    )
  })
}

function timed(words: readonly string[]): number {
  const start = performance.now()
  const { status, stderr } = spawnSync(process.execPath, words, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' })
  if (status !== 0) throw new Error(`${words.join(' ')} exited with ${status}: ${stderr}`)
  return performance.now() - start
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((x, y) => x - y)
  return sorted[Math.floor(sorted.length / 2)]!
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await run()
