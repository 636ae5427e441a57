import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type PpmlFit, ppml } from '../src/measures/index.ts'
import { guideModels, type PublishedModel, penppmlModel } from '../test/reference/gravity-panels.ts'

/** Times gravity by PPML on published panels against the R package fixest, where it is installed: same panels, same run. */
export async function run(): Promise<void> {
  if (!existsSync(fileURLToPath(new URL('../../shared/data/gravity-panels', import.meta.url))))
    return console.log('gravity: no panels at hand (../shared)')
  const models = [...guideModels(), penppmlModel(false), penppmlModel(true)]
  console.log('gravity by PPML, coefficients to 1e-10 (fixest: its default, about 1e-6); best of several runs')
  const ours = models.map((model) => ({ model, ...best(model) }))
  const theirs = timeFixest(models)
  if (theirs.size === 0) console.log('  fixest: not at hand')
  for (const { model, took, fit } of ours) {
    const rows = `${fit.rows.used.toLocaleString('en-US')} rows, ${fit.effects.length} effects, ${fit.terms.length} regressors`
    console.log(`  ${nameOf(model).padEnd(34)} ${took.toFixed(0).padStart(6)} ms   ${rows}, ${fit.convergence.iterations} iterations`)
    const peer = theirs.get(nameOf(model))
    if (peer !== undefined) console.log(`    ${compared(peer, took, fit)}`)
  }
  console.log(`  memory: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB, with all panels held at once`)
}

interface Peer {
  readonly seconds: number
  readonly coefficient: number
  readonly error: number
}

function compared({ seconds, coefficient, error }: Peer, took: number, { terms: [first] }: PpmlFit): string {
  const same = Math.abs(first!.estimate! - coefficient) < 1e-5 && Math.abs(first!.error! - error) < 1e-5
  const says = same ? 'same figures' : `FIGURES DIFFER: ${coefficient} (${error}) against ${first!.estimate} (${first!.error})`
  return `fixest ${(1000 * seconds).toFixed(0)} ms, ${((1000 * seconds) / took).toFixed(1)} x ours, ${says}`
}

const nameOf = ({ table, column }: PublishedModel): string => `${table}_${column}`

function best({ panel, clusters }: PublishedModel): { took: number; fit: PpmlFit } {
  let [took, fit] = [Number.POSITIVE_INFINITY, undefined as PpmlFit | undefined]
  const until = performance.now() + 4000
  for (let i = 0; i < 25 && (i < 3 || performance.now() < until); i++) {
    const start = performance.now()
    fit = ppml(panel, { clusters })
    took = Math.min(took, performance.now() - start)
  }
  return { took, fit: fit! }
}

function timeFixest(models: readonly PublishedModel[]): Map<string, Peer> {
  const folder = mkdtempSync(join(tmpdir(), 'visavis-bench-'))
  try {
    for (const model of models) writeFileSync(join(folder, `${nameOf(model)}.csv`), csvOf(model))
    const script = fileURLToPath(new URL('gravity.R', import.meta.url))
    const done = spawnSync('Rscript', [script, folder], { encoding: 'utf8' })
    if (done.status !== 0) return new Map()
    return new Map(
      done.stdout
        .trim()
        .split('\n')
        .map((line) => {
          const [name, ...numbers] = line.trim().split(/\s+/)
          const [seconds, coefficient, error] = numbers.map(Number)
          return [name!, { seconds: seconds!, coefficient: coefficient!, error: error! }]
        }),
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function csvOf({ panel, clusters }: PublishedModel): string {
  const { flow, regressors, effects } = panel
  const header = ['y', ...regressors.map((_, j) => `x${j}`), ...effects.map((_, e) => `f${e}`), 'c'].join(',')
  const lines = Array.from(flow, (y, i) =>
    [y, ...regressors.map(({ values }) => values[i]), ...effects.map(({ of }) => of[i]), clusters[0]!.of[i]].join(','),
  )
  return `${header}\n${lines.join('\n')}\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await run()
