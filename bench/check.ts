import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { splitMix64 } from '../src/numeric/random.ts'

const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))
const claims = Number(process.env['VISAVIS_BENCH_CLAIMS'] ?? 100_000)
const states =
  'USA CHN RUS IND JPN DEU FRA GBR BRA ZAF KEN TZA NGA EGY TUR SAU IRN PAK BGD VNM IDN AUS CAN MEX ARG CHL PER POL UKR KAZ'.split(' ')

/** Claims given as data, checked from the command line, beside what Node takes to parse the same file. */
export async function run(): Promise<void> {
  if (!existsSync(main)) throw new Error('build first: npm run build')
  const folder = await mkdtemp(join(tmpdir(), 'visavis-bench-'))
  try {
    const file = join(folder, 'claims.jsonl')
    await writeFile(file, madeClaims())
    const parse = `require('fs').readFileSync(${JSON.stringify(file)},'utf8').trim().split('\\n').map(JSON.parse)`
    const parsed = seconds(['-e', parse])
    const checked = seconds([main, 'check', file, '--format', 'csv', '-o', join(folder, 'verdicts.csv'), '--quiet'])
    console.log(`${claims.toLocaleString('en-US')} claims given as data, once: seconds, ratio to parsing their file`)
    console.log(`  node -e JSON.parse   ${parsed.toFixed(2)}   1.0`)
    console.log(`  visavis check        ${checked.toFixed(2)}   ${(checked / parsed).toFixed(1)}`)
  } finally {
    await rm(folder, { recursive: true })
  }
}

function madeClaims(): string {
  const next = splitMix64(1n)
  const one = <T>(list: readonly T[]): T => list[Number(next() % BigInt(list.length))]!
  const lines = Array.from({ length: claims }, () => {
    const [a, b] = [one(states), one(states)]
    const period = String(2010 + Number(next() % 14n))
    return JSON.stringify(
      a === b
        ? { kind: 'membership', indicator: 'member of BRICS', actors: [a], period }
        : { kind: 'quantity', indicator: one(['goods-exports', 'goods-imports']), actors: [a, b], period, value: 20, unit: 'USD bn' },
    )
  })
  return `${lines.join('\n')}\n`
}

function seconds(words: readonly string[]): number {
  const start = process.hrtime.bigint()
  const { status, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8', env: { ...process.env, VISAVIS_HOME: '/nonexistent' } })
  if (status !== 0) throw new Error(stderr)
  return Number(process.hrtime.bigint() - start) / 1e9
}
