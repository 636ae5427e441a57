import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** A request to the child process. */
export interface ForeignAsked {
  readonly path: string
  readonly date?: string | undefined
  readonly today: string
}

/** A verdict on a sentence of a foreign text, with everything needed to judge it. */
export interface ForeignVerdict {
  readonly sentence: string
  /** The words that form the claim. */
  readonly words: string
  readonly before: string | null
  readonly verdict: 'supported' | 'partly' | 'contradicted' | 'inconsistent' | 'failed'
  readonly why: string
  /** How the sentence was understood. */
  readonly read: {
    readonly kind: string
    readonly indicator: string | null
    readonly actors: readonly string[]
    readonly period: string | null
    readonly value: number | null
    readonly unit: string | null
  }
  readonly evidence: readonly string[]
  readonly values: readonly string[]
}

/** The result for a text; `code` is the error code if it was refused. */
export interface ForeignTold {
  readonly code: string | null
  readonly message: string | null
  readonly sentences: number
  readonly claims: number
  readonly notes: readonly string[]
  readonly verdicts: readonly ForeignVerdict[]
  /** Processor time, since the machine may be busy. */
  readonly seconds: number
  /** Peak memory of the process in megabytes. */
  readonly peak: number
}

/**
 * `hang` and `memory`: it was stopped because of the limits. `fault`: it ended abnormally, or reported an internal
 * error for a claim.
 */
export interface ForeignReport extends ForeignTold {
  readonly file: string
  readonly outcome: 'read' | 'refused' | 'hang' | 'memory' | 'fault'
  /** Memory of the process before the first text, in megabytes. */
  readonly idle: number
}

export interface ForeignLimits {
  /**
   * Processor time; the wall-clock limit is ten times this, since a process that waits forever uses no processor time.
   */
  readonly seconds: number
  /** Memory of the process above that at its start, in megabytes. */
  readonly megabytes: number
}

export interface ForeignSettings {
  readonly limits: ForeignLimits
  readonly today: string
  /** The date of each text; default: the date in the text itself. */
  readonly dateOf?: ((file: string) => string | undefined) | undefined
  readonly env?: NodeJS.ProcessEnv | undefined
}

/** Unsuitable texts are refused with one of these; anything else is a fault. */
const refusals = new Set(['BadInput', 'TooLarge'])

/** The files of a folder and its subfolders, by name. */
export function foreignFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** Reads texts in a separate process, one after another, and reports each result even if the process fails. */
export async function* readForeign(paths: readonly string[], settings: ForeignSettings): AsyncGenerator<ForeignReport> {
  let reader: Reader | null = null
  try {
    for (const path of paths) {
      reader ??= await started(settings)
      const report: ForeignReport = await readBy(reader, path, settings)
      if (reader.child.exitCode !== null || reader.child.signalCode !== null) reader = null
      yield report
    }
  } finally {
    reader?.child.kill('SIGKILL')
  }
}

interface Reader {
  readonly child: ChildProcess
  readonly idle: number
}

async function started({ limits, env }: ForeignSettings): Promise<Reader> {
  const child = fork(join(import.meta.dirname, 'foreign-child.ts'), [], {
    execArgv: ['--import', 'tsx', `--max-old-space-size=${limits.megabytes + 500}`],
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  const [{ idle }] = (await once(child, 'message')) as [{ idle: number }]
  return { child, idle }
}

async function readBy({ child, idle }: Reader, path: string, { limits, today, dateOf }: ForeignSettings): Promise<ForeignReport> {
  const before = processorSeconds(child.pid!)
  let peak = idle
  let ended: 'hang' | 'memory' | null = null
  let said = ''
  const end = (why: 'hang' | 'memory'): void => {
    ended = why
    child.kill('SIGKILL')
  }
  const hear = (piece: Buffer): unknown => (said = (said + String(piece)).slice(-2000))
  child.stderr?.on('data', hear)
  const late = setTimeout(() => end('hang'), limits.seconds * 10_000)
  let seconds = 0
  const watch = setInterval(() => {
    seconds = processorSeconds(child.pid!) - before
    if (seconds > limits.seconds) end('hang')
    peak = Math.max(peak, residentOf(child.pid!))
    if (peak > idle + limits.megabytes) end('memory')
  }, 50)
  const told = new Promise<ForeignTold | null>((resolve) => {
    child.once('message', (message) => resolve(message as ForeignTold))
    child.once('exit', () => resolve(null))
  })
  const date = dateOf?.(basename(path))
  child.send({ path, date, today } satisfies ForeignAsked)
  const found = await told
  clearTimeout(late)
  clearInterval(watch)
  child.stderr?.off('data', hear)
  child.removeAllListeners('message').removeAllListeners('exit')
  const file = basename(path)
  if (found !== null) return { file, outcome: outcomeOf(found), idle, ...found, peak: Math.max(found.peak, peak) }
  const message = ended === null ? `the process ended by ${child.signalCode ?? child.exitCode}: ${said}` : null
  const nothing = { code: null, message, sentences: 0, claims: 0, notes: [], verdicts: [] }
  return { file, outcome: ended ?? 'fault', idle, ...nothing, seconds, peak }
}

function outcomeOf({ code, verdicts }: ForeignTold): ForeignReport['outcome'] {
  if (code !== null) return refusals.has(code) ? 'refused' : 'fault'
  return verdicts.some(({ verdict }) => verdict === 'failed') ? 'fault' : 'read'
}

/** Memory of a process in megabytes; 0 where the system does not report it. */
function residentOf(pid: number): number {
  try {
    return (Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096) / 2 ** 20
  } catch {
    return 0
  }
}

/** Processor seconds used by a process; 0 where the system does not report them. */
function processorSeconds(pid: number): number {
  try {
    // after the name, which may contain spaces: state is the first field, utime and stime the 12th and 13th, in
    // hundredths of a second
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return 0
  }
}
