import { fork } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { randomStream } from '../../src/numeric/random.ts'
import { outcomeOf, readBench } from '../../test/faults/read-checks.ts'
import { type FuzzText, fuzzText } from '../../test/faults/read-texts.ts'

/**
 * Reads made-up and damaged texts in every format against the bundled record: `npx tsx scripts/chaos/fuzz-read.ts --minutes
 * 10`.
 *
 * `read` must answer or refuse, without internal errors or hangs. An answer must match its schema, contain the
 * sentences of the text, be reproducible, and contain no NaN. A reading process that stops responding is ended, and a
 * new one continues after that text. Exit code 1 if anything was found.
 */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    silence: { type: 'string', default: '20' },
    child: { type: 'boolean', default: false },
  },
})

interface Told {
  readonly index: number
  readonly was?: string
  readonly fault?: string | null
  readonly milliseconds?: number
  readonly smallest?: FuzzText
}

const seed = Number(values.seed)
const textAt = (index: number): FuzzText => fuzzText(randomStream(seed, 'read', index))

if (values.child) await read(Number(values.from))
else await watch()

/** Reads one text after another, and reports its position before and after each. */
async function read(from: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'visavis-fuzz-read-'))
  const bench = await readBench(folder)
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  const seen = new Set<string>()
  for (let index = from; ; index++) {
    process.send?.({ index })
    const text = textAt(index)
    const outcome = await outcomeOf(bench, text, index % 10 === 0)
    const isNew = outcome.fault !== null && !seen.has(kindOf(outcome.fault))
    if (isNew) seen.add(kindOf(outcome.fault!))
    process.send?.({
      index,
      ...outcome,
      ...(isNew ? { smallest: await smallest(text, outcome.fault!, (one) => outcomeOf(bench, one, false)) } : {}),
    })
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** A fault without the parts that differ from text to text. */
function kindOf(fault: string): string {
  return fault.replace(/\d+/g, '#').slice(0, 160)
}

/** The text reduced as far as the fault still occurs. */
async function smallest(text: FuzzText, fault: string, tried: (text: FuzzText) => Promise<{ fault: string | null }>): Promise<FuzzText> {
  if (fault.startsWith('slow')) return text
  let best = text
  let left = 120
  for (let size = Math.ceil(best.text.length / 2); size >= 1 && left > 0; size = Math.floor(size / 2)) {
    for (let at = 0; at < best.text.length && left > 0; left--) {
      const one = { ...best, text: best.text.slice(0, at) + best.text.slice(at + size) }
      const found = (await tried(one)).fault
      if (found !== null && kindOf(found) === kindOf(fault)) best = one
      else at += size
    }
  }
  return best
}

/** Supervises the reading process until the time is up. */
async function watch(): Promise<void> {
  const until = performance.now() + Number(values.minutes) * 60_000
  const faults = new Map<string, { count: number; index: number; smallest: string }>()
  const was = new Map<string, number>()
  let [next, slowest, slowestAt] = [Number(values.from), 0, 0]
  const note = ({ index, fault, milliseconds = 0, smallest: text, was: how }: Told): void => {
    next = how === undefined ? index : index + 1
    if (how !== undefined) was.set(how.split(':')[0]!, (was.get(how.split(':')[0]!) ?? 0) + 1)
    if (milliseconds > slowest) [slowest, slowestAt] = [milliseconds, index]
    if (fault == null) return
    const kind = kindOf(fault)
    const known = faults.get(kind)
    faults.set(kind, {
      count: (known?.count ?? 0) + 1,
      index: known?.index ?? index,
      smallest: known?.smallest ?? JSON.stringify(text ?? textAt(index)),
    })
    if (known === undefined) console.log(`text ${index}: ${fault}\n  ${JSON.stringify(text ?? textAt(index)).slice(0, 1500)}`)
  }
  while (performance.now() < until) {
    const at = await oneChild(next, until, note)
    if (at === undefined) break
    note({ index: at, was: 'silent', fault: `hang: nothing was heard for ${values.silence} s of the processor` })
  }
  const read = [...was].map(([how, count]) => `${how} ${count}`).join(', ')
  console.log(
    `seed ${seed}: ${[...was.values()].reduce((sum, count) => sum + count, 0)} texts (${read}); slowest ${slowest} ms of the processor (text ${slowestAt}); ${faults.size} kinds of fault`,
  )
  for (const [kind, { count, index }] of faults) console.log(`  ${count} times, first at ${index}: ${kind}`)
  process.exitCode = faults.size > 0 ? 1 : 0
}

/** Processor seconds used by a process; wall-clock seconds where the system does not report them. */
function secondsOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return performance.now() / 1000
  }
}

/** Runs a reading process until the time is up. Returns the text at which it stopped responding or ended, if any. */
function oneChild(from: number, until: number, note: (told: Told) => void): Promise<number | undefined> {
  const child = fork(fileURLToPath(import.meta.url), ['--child', '--from', String(from), '--seed', values.seed], {
    execArgv: [...process.execArgv, '--max-old-space-size=1500'],
  })
  let at = from
  let heard = secondsOf(child.pid!)
  // processor time counts, since on a busy machine a minute of wall-clock time is little
  const timer = setInterval(() => {
    if (secondsOf(child.pid!) - heard > Number(values.silence)) child.kill('SIGKILL')
  }, 1000)
  const end = setTimeout(() => child.kill('SIGTERM'), Math.max(0, until - performance.now()))
  child.on('message', (told: Told) => {
    heard = secondsOf(child.pid!)
    at = told.index
    note(told)
  })
  return new Promise((resolve) => {
    child.on('exit', () => {
      clearInterval(timer)
      clearTimeout(end)
      resolve(performance.now() >= until ? undefined : at)
    })
  })
}
