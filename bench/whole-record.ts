import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { assess } from '../src/assessments/index.ts'
import { assessmentHtml } from '../src/reports/page/assessment-html.ts'
import { stateOf } from '../src/states/index.ts'
import { openSnapshot } from '../src/store/index.ts'
import { rawFiles } from './every-source.ts'
import { fillHome } from './whole-home.ts'

const runs = 5

/** One pair assessed on a record that holds every source at hand, and its page; each time from a record opened anew. A store that is filled already may be named. */
export async function run(filled?: string): Promise<void> {
  if (!Object.values(rawFiles).flat().some(existsSync)) return console.log('whole record: skipped, the raw data are not at hand')
  const home = filled ?? (await mkdtemp(join(tmpdir(), 'visavis-bench-')))
  if (filled === undefined) await fillHome(home)
  const opened = await openSnapshot(home)
  const rows = Object.values(opened.manifest.tables)
    .flat()
    .reduce((sum, part) => sum + part.rows, 0)
  const sources = opened.manifest.sources.length
  opened.close()
  console.log(`China and Russia on the whole record: ${sources} sources, ${rows.toLocaleString('en-US')} rows; median of ${runs} after one`)
  const times: Timed[] = []
  for (let i = 0; i <= runs; i++) times.push(await timed(home))
  const of = (name: keyof Timed): string => median(times.slice(1).map((one) => one[name])).toFixed(0)
  console.log(
    `  opened in ${of('open')} ms, assessed in ${of('assessed')} ms, page in ${of('page')} ms more; ${of('cpu')} ms of the processors in all`,
  )
  if (filled === undefined) await rm(home, { recursive: true })
}

interface Timed {
  readonly open: number
  readonly assessed: number
  readonly page: number
  readonly cpu: number
}

async function timed(home: string): Promise<Timed> {
  const before = process.cpuUsage()
  const began = performance.now()
  const snapshot = await openSnapshot(home)
  const open = performance.now()
  const [a, b] = [stateOf('CHN')!, stateOf('RUS')!]
  const assessment = await assess({ a, b, from: undefined, to: '2026-11-24', draws: 200, seed: 1 }, snapshot)
  const assessed = performance.now()
  await assessmentHtml(assessment, undefined)
  const page = performance.now()
  snapshot.close()
  const { user, system } = process.cpuUsage(before)
  return { open: open - began, assessed: assessed - open, page: page - assessed, cpu: (user + system) / 1000 }
}

function median(values: readonly number[]): number {
  return [...values].sort((x, y) => x - y)[Math.floor(values.length / 2)]!
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await run(process.argv[2])
