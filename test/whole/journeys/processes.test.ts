import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const main = join(import.meta.dirname, '../../../dist/cli/main.js')

function shell(script: string, env: Record<string, string> = {}): { status: number | null; stdout: string; stderr: string } {
  // an assessment as JSON is longer than the 1 MiB that spawnSync takes unasked
  return spawnSync('bash', ['-c', script], { encoding: 'utf8', maxBuffer: 64 * 2 ** 20, env: { ...process.env, MAIN: main, ...env } })
}

test('the built command is there: npm test builds it first', () => {
  expect(existsSync(main)).toBe(true)
})

test('a reader that closes the pipe ends the command quietly, with 0', () => {
  const ran = shell('node "$MAIN" measure similarity --year 2018 --all --format csv --quiet | head -n 1; echo $PIPESTATUS')
  expect(ran.stdout).toMatch(/^iso3_a,iso3_b,cow_a,cow_b,n,.*\n0\n$/)
  expect(ran.stderr).toBe('')
})

test('stdout on a full device exits with 1 and says that no space is left', () => {
  const ran = shell('node "$MAIN" states > /dev/full')
  expect(ran.stderr).toContain('DiskFull')
  expect(ran.status).toBe(1)
})

interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly err: string
}

/** A long command, and Ctrl-C so many milliseconds after its start. */
function interruptedAfter(milliseconds: number): Promise<Ended> {
  const child = spawn(process.execPath, [main, 'measure', 'similarity', 'CHN', '--by', 'year', '--draws', '10000', '--quiet'])
  let err = ''
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  setTimeout(() => child.kill('SIGINT'), milliseconds)
  return new Promise((resolve) => child.on('close', (code, signal) => resolve({ code, signal, err })))
}

test('Ctrl-C exits with 130', async () => {
  let ended = await interruptedAfter(700)
  // on a busy machine Node itself may still be starting, and nothing of ours listens yet
  for (const later of [1500, 3000, 6000, 12_000]) if (ended.signal !== null) ended = await interruptedAfter(later)
  expect(ended.code).toBe(130)
  expect(ended.err).toContain('Interrupted')
})

test('VISAVIS_HOME that is a file exits with 1 and names it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'visavis-'))
  const home = join(folder, 'home')
  await writeFile(home, 'not a folder')
  const ran = shell('node "$MAIN" assess CHN RUS', { VISAVIS_HOME: home })
  expect(ran.stderr).toContain('UnreadableHome')
  expect(ran.stderr).toContain(home)
  expect(ran.status).toBe(1)
  await rm(folder, { recursive: true })
})

test('the same command prints the same bytes twice', () => {
  const script = 'node "$MAIN" assess IND USA --json --quiet'
  const [first, second] = [shell(script), shell(script)]
  expect(first.status).toBe(0)
  expect(second.stdout).toBe(first.stdout)
})
