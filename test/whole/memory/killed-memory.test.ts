import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { figuresOf, openMemory, tellOfMemory } from '../../../src/memory/index.ts'
import { partFault } from '../../../src/memory/steps/build.ts'
import { readIndex } from '../../../src/memory/steps/index-file.ts'
import { openSnapshot } from '../../../src/store/index.ts'
import { freshRoot } from '../../store/fresh-root.ts'

const script = fileURLToPath(new URL('./building-in-a-loop.ts', import.meta.url))

/** Runs a process that works out memories, and kills it some milliseconds after it began one. */
async function killed(root: string, start: number, milliseconds: number): Promise<{ done: string[]; begun: string[] }> {
  const child = spawn(process.execPath, ['--import', 'tsx', script, root, String(start)], { stdio: ['ignore', 'pipe', 'inherit'] })
  let text = ''
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (text += piece))
  while (!text.includes('done ')) await after(5)
  const lines = (): number => text.split('writing ').length
  for (const before = lines(); lines() === before; ) await after(2)
  await after(milliseconds)
  child.kill('SIGKILL')
  await once(child, 'close')
  const named = (word: string): string[] => [...text.matchAll(new RegExp(`^${word} (\\w{16})$`, 'gm'))].map((match) => match[1]!)
  return { done: named('done'), begun: named('writing') }
}

test('a process killed while it works out a memory leaves every finished one whole, and the next one goes on', {
  timeout: 600_000,
}, async () => {
  const root = freshRoot()
  let unfinished = 0
  for (const [at, milliseconds] of [0, 20, 60, 120, 200, 320].entries()) {
    const { done, begun } = await killed(root, 1 + at * 1000, milliseconds)
    for (const id of done) {
      const parts = await readIndex(join(root, 'memory'), id)
      if (typeof parts !== 'object') throw new Error(`no index of ${id}: ${parts}`)
      for (const part of parts) expect(await partFault(join(root, 'memory'), part)).toBeUndefined()
    }
    for (const id of begun.filter((one) => !done.includes(one))) {
      unfinished++
      const said: string[] = []
      tellOfMemory((line) => said.push(line))
      const snapshot = await openSnapshot(join(root, 'snapshots', id))
      await openMemory(snapshot)
      tellOfMemory(() => undefined)
      expect((await figuresOf(snapshot, 'KEN', 'TZA')).level('goods-trade', 'KEN', 'TZA', '2026-01-01')?.year).toBe(2021)
      snapshot.close()
    }
  }
  expect(unfinished).toBeGreaterThan(2)
  expect(readdirSync(join(root, 'memory')).some((name) => name.endsWith('.parquet'))).toBe(true)
})
