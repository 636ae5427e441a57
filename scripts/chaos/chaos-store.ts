/**
 * Two to eight concurrent writers on one store, with kills, paused processes, clocks wrong by years and full disks.
 * After each round every edition reported as added must be in the newest snapshot; otherwise the exit code is 1.
 *
 *     npx tsx scripts/chaos/chaos-store.ts --rounds 200 [--seed 1] [--loud]
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writeFiles } from '../../test/faults/sample.ts'
import { samples } from '../../test/faults/samples.ts'
import type { Bringable } from './chaos-plan.ts'
import { chaosRounds } from './chaos-rounds.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    loud: { type: 'boolean', default: false },
  },
})
const folder = mkdtempSync(join(tmpdir(), 'visavis-chaos-'))

/** Small sources, the files of each in a separate folder; one of them is merged with existing data. */
function bringables(): Bringable[] {
  return ['world-bank', 'comtrade', 'cow-trade', 'cow-nmc', 'atop', 'sipri-milex'].flatMap((id) => {
    const sample = samples.find(({ reader }) => reader === id)
    if (sample === undefined) return []
    const own = join(folder, id)
    mkdirSync(own)
    return [{ source: id, files: writeFiles(own, sample.files) }]
  })
}

const began = performance.now()
try {
  const onRound = values.loud ? (text: string): void => console.log(text) : undefined
  const { findings, ...told } = await chaosRounds({
    rounds: Number(values.rounds),
    seed: Number(values.seed),
    folder,
    sources: bringables(),
    onRound,
  })
  console.log(JSON.stringify({ ...told, seconds: Math.round((performance.now() - began) / 1000) }))
  for (const finding of findings) console.log(finding)
  console.log(findings.length === 0 ? 'Nothing lost, nothing hidden, nothing torn.' : `${findings.length} findings`)
  process.exitCode = findings.length === 0 ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
