import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** A machine of a test: a network namespace with a link of its own, or, where none can be made, only a process that can be stopped. */
export interface Machine {
  /** Starts the built program there. */
  start(words: readonly string[]): ChildProcess
  /** Cuts the machine off from the others; what runs there goes on, if it is a namespace. */
  cut(): void
  /** Joins it again. */
  join(): void
}

/** Some machines on one network. */
export interface Machines {
  /** Address of this machine on it. */
  readonly host: string
  readonly areNamespaces: boolean
  readonly all: readonly Machine[]
  remove(): void
}

const main = fileURLToPath(new URL('../../../dist/cli/main.js', import.meta.url))

const ip = (...words: string[]): boolean => spawnSync('ip', words).status === 0

/** Makes machines. Without the right to make network namespaces they are processes of this machine. */
export function makeMachines(count: number): Machines {
  const id = `vv${process.pid % 10_000}`
  const net = `10.${200 + (process.pid % 50)}.${Math.floor(process.pid / 50) % 250}`
  if (!ip('link', 'add', `${id}b`, 'type', 'bridge')) return processesOnly(count)
  ip('addr', 'add', `${net}.1/24`, 'dev', `${id}b`)
  ip('link', 'set', `${id}b`, 'up')
  const all = Array.from({ length: count }, (_, i): Machine | undefined => {
    const [space, here, there] = [`${id}n${i}`, `${id}h${i}`, `${id}t${i}`]
    const isMade =
      ip('netns', 'add', space) &&
      ip('link', 'add', here, 'type', 'veth', 'peer', 'name', there, 'netns', space) &&
      ip('link', 'set', here, 'master', `${id}b`) &&
      ip('link', 'set', here, 'up') &&
      ip('-n', space, 'addr', 'add', `${net}.${i + 2}/24`, 'dev', there) &&
      ip('-n', space, 'link', 'set', there, 'up') &&
      ip('-n', space, 'link', 'set', 'lo', 'up')
    if (!isMade) return undefined
    return {
      start: (words) => spawn('ip', ['netns', 'exec', space, process.execPath, main, ...words], { stdio: ['ignore', 'pipe', 'pipe'] }),
      cut: () => void ip('link', 'set', here, 'down'),
      join: () => void ip('link', 'set', here, 'up'),
    }
  })
  const remove = (): void => {
    for (let i = 0; i < count; i++) ip('netns', 'del', `${id}n${i}`)
    ip('link', 'del', `${id}b`)
  }
  if (all.some((one) => one === undefined)) {
    remove()
    return processesOnly(count)
  }
  return { host: `${net}.1`, areNamespaces: true, all: all as Machine[], remove }
}

function processesOnly(count: number): Machines {
  const all = Array.from({ length: count }, (): Machine => {
    let child: ChildProcess | undefined
    return {
      start: (words) => (child = spawn(process.execPath, [main, ...words], { stdio: ['ignore', 'pipe', 'pipe'] })),
      cut: () => void child?.kill('SIGSTOP'),
      join: () => void child?.kill('SIGCONT'),
    }
  })
  return { host: '127.0.0.1', areNamespaces: false, all, remove: () => undefined }
}

/** Runs the built program here and returns what it wrote. */
export function program(words: readonly string[]): { readonly stdout: string; readonly stderr: string; readonly status: number | null } {
  return spawnSync(process.execPath, [main, ...words], { encoding: 'utf8', maxBuffer: 2 ** 28 })
}
