import { type ChildProcess, fork, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { randomStream } from '../../src/numeric/random.ts'
import { uniform } from '../../src/numeric/random-normal.ts'
import {
  findSnapshot,
  listSnapshots,
  type Manifest,
  nextSnapshot,
  openSnapshot,
  tornSnapshots,
  verifySnapshot,
  writeSnapshot,
} from '../../src/store/index.ts'
import { type Bringable, madeUpEdition, type Outcome, planned, type Round, type Write } from './chaos-plan.ts'

/** The results of all rounds. */
export interface Chaos {
  readonly rounds: number
  readonly writes: number
  readonly done: number
  /** Refused writes by error code. */
  readonly refused: Readonly<Record<string, number>>
  /** Writes without a result because their process was killed. */
  readonly killed: number
  readonly fullDisks: number
  /** Findings: data lost, hidden, corrupted or blocked. */
  readonly findings: readonly string[]
}

export interface ChaosOptions {
  readonly rounds: number
  readonly seed: number
  /** A separate directory. */
  readonly folder: string
  readonly sources: readonly Bringable[]
  readonly onRound?: ((text: string) => void) | undefined
}

const processes = 4
/** A home is replaced after this many rounds. */
const roundsOfHome = 10
/** Anything slower than this hangs. */
const mostMilliseconds = 120_000

/**
 * Rounds of concurrent writers with kills, pauses, clock errors and full disks. After each, checks that every edition
 * reported as added is in the newest snapshot.
 */
export async function chaosRounds({ rounds, seed, folder, sources, onRound }: ChaosOptions): Promise<Chaos> {
  const stream = randomStream(seed, 'chaos')
  const random = (): number => uniform(stream)
  const disk = mountedDisk(folder)
  const crew = Array.from({ length: processes }, () => started())
  const total = { writes: 0, done: 0, refused: {} as Record<string, number>, killed: 0, fullDisks: 0, findings: [] as string[] }
  let said: Said[] = []
  try {
    for (let n = 0, number = 0; n < rounds; n++) {
      const home = join(disk.path, `home-${Math.floor(n / roundsOfHome)}`)
      if (n % roundsOfHome === 0) {
        said = []
        // every fifth home begins with the bundled record, the others with an empty one, which is faster
        if ((n / roundsOfHome) % 5 < 4) await writeSnapshot(home, {}, { sources: [], created: '2026-01-01', note: 'empty' })
        if (n > 0) rmSync(join(disk.path, `home-${n / roundsOfHome - 1}`), { recursive: true, force: true })
      }
      const round = planned(random, { home, first: number, sources, processes })
      number += round.writes.length
      const outcomes = await run(round, crew, disk)
      said.push(...saidBy(round, outcomes))
      const findings = await faultsIn(home, said, number++)
      count(
        total,
        round,
        outcomes,
        findings.map((text) => `round ${n}: ${text}`),
      )
      onRound?.(
        `round ${n}: ${round.writes.length} writers, ${round.kills.length} kills, ${round.pauses.length} pauses${round.room === undefined ? '' : ', full disk'}; ${outcomes.filter((one) => 'id' in one).length} added ${findings.join('; ')}`,
      )
    }
  } finally {
    await Promise.all(crew.map(async (one) => (await one).kill('SIGKILL')))
    disk.release()
  }
  return { rounds, ...total }
}

/** An edition that was reported as added. */
interface Said {
  readonly write: Write
  readonly id: string
  readonly rows: Readonly<Record<string, number>>
}

function saidBy({ writes }: Round, outcomes: readonly Outcome[]): Said[] {
  return outcomes.flatMap((one) =>
    'id' in one ? [{ write: writes.find(({ number }) => number === one.number)!, id: one.id, rows: one.rows }] : [],
  )
}

function count(
  total: { writes: number; done: number; refused: Record<string, number>; killed: number; fullDisks: number; findings: string[] },
  round: Round,
  outcomes: readonly Outcome[],
  findings: readonly string[],
): void {
  total.writes += round.writes.length
  total.done += outcomes.filter((one) => 'id' in one).length
  for (const one of outcomes) {
    if (!('refused' in one)) continue
    const code = one.refused.split(':')[0]!
    total.refused[code] = (total.refused[code] ?? 0) + 1
    if (!/^(DiskFull|CannotWrite|BadInput)$/.test(code)) total.findings.push(`refused with ${one.refused}`)
  }
  total.killed += round.writes.length - outcomes.length
  if (round.room !== undefined) total.fullDisks++
  total.findings.push(...findings)
}

/** A separate file system that can be filled. Where none can be mounted, a folder is used and disks are never full. */
function mountedDisk(folder: string): { path: string; isOwn: boolean; release(): void } {
  const path = join(folder, 'disk')
  mkdirSync(path, { recursive: true })
  const isOwn = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=48m', 'tmpfs', path]).status === 0
  return { path, isOwn, release: () => void (isOwn && spawnSync('umount', ['-l', path])) }
}

/** Fills the disk except for this many KiB. */
function fill(path: string, left: number): void {
  const filler = join(path, 'filler')
  try {
    for (;;) writeFileSync(filler, Buffer.alloc(65_536), { flag: 'a' })
  } catch {
    writeFileSync(filler, Buffer.alloc(Math.max(0, readFileSync(filler).length - left * 1024)))
  }
}

const script = fileURLToPath(new URL('./chaos-writer.ts', import.meta.url))

async function started(): Promise<ChildProcess> {
  const child = fork(script, [], { execArgv: ['--import', 'tsx'] })
  await once(child, 'message')
  return child
}

/** Starts the writes and the disturbances, and waits until each write has a result or its process has ended. */
async function run(
  { writes, kills, pauses, room }: Round,
  crew: Promise<ChildProcess>[],
  disk: { path: string; isOwn: boolean },
): Promise<Outcome[]> {
  const children = await Promise.all(crew)
  if (room !== undefined && disk.isOwn) fill(disk.path, room)
  const answers = writes.map((write, i) => answered(children[i % children.length]!, write))
  const ended = new Set<number>()
  const happening = [
    ...kills.map(async ({ at, after: wait }) => {
      await after(wait)
      ended.add(at)
      children[at]!.kill('SIGKILL')
    }),
    ...pauses.map(async ({ at, after: wait }) => {
      await after(wait)
      children[at]!.kill('SIGSTOP')
      await after(1000)
      children[at]!.kill('SIGCONT')
    }),
  ]
  const outcomes = (await Promise.all(answers)).filter((one) => one !== undefined)
  await Promise.all(happening)
  rmSync(join(disk.path, 'filler'), { force: true })
  for (const i of ended) crew[i] = started()
  return outcomes
}

function answered(child: ChildProcess, write: Write): Promise<Outcome | undefined> {
  return new Promise((resolve) => {
    const end = (outcome: Outcome | undefined): void => {
      clearTimeout(timer)
      child.off('message', hear)
      child.off('exit', gone)
      resolve(outcome)
    }
    const hear = (told: Outcome | string): void => {
      if (typeof told !== 'string' && told.number === write.number) end(told)
    }
    const gone = (): void => end(undefined)
    const timer = setTimeout(() => end({ number: write.number, refused: `Stuck: ${write.kind} ${write.source}` }), mostMilliseconds)
    child.on('message', hear)
    child.on('exit', gone)
    child.send(write, (error) => {
      if (error !== null) gone()
    })
  })
}

/** Faults of a home after a round; none if everything reported as added is there and the next writer is not blocked. */
async function faultsIn(home: string, said: readonly Said[], number: number): Promise<string[]> {
  const env = { VISAVIS_HOME: home }
  // a killed writer must not block the next one
  const next = nextSnapshot({ env, now: new Date().toISOString(), patience: 5000 }, ({ write }) => write(madeUpEdition(`check-${number}`)))
  const stuck = await next.then(
    () => [],
    (error: Error) => [`the next writer is refused: ${error.message}`],
  )
  const { directory } = await findSnapshot({ env })
  const all = await listSnapshots(home)
  const chain = chainFrom(directory.slice(-16), all)
  const ids = new Set(chain.map(({ id }) => id))
  const lost = said.filter(({ id }) => !ids.has(id)).map(({ id, write }) => `${write.kind} ${write.source} (${id}) is not below the newest`)
  const problems = (await verifySnapshot(directory)).map(({ file, what }) => `${file} ${what}`)
  const torn = (await tornSnapshots(home)).map((one) => `${one} is torn`)
  return [...lost, ...(await rowsLost(directory, chain, said)), ...problems, ...torn, ...stuck]
}

function chainFrom(id: string, all: readonly Manifest[]): Manifest[] {
  const chain: Manifest[] = []
  for (let at = all.find((one) => one.id === id); at !== undefined; at = all.find((one) => one.id === at!.parent)) chain.push(at)
  return chain
}

/** Sources with a different number of rows in the newest snapshot than was reported to the last importer. */
async function rowsLost(directory: string, chain: readonly Manifest[], said: readonly Said[]): Promise<string[]> {
  const snapshot = await openSnapshot(directory)
  const findings: string[] = []
  try {
    for (const source of new Set(said.map(({ write }) => write.source))) {
      const last = chain.find(({ note }) => note.startsWith(`${source}: `))
      const told = said.find(({ id }) => id === last?.id)
      if (last === undefined) findings.push(`${source} is in no snapshot of the chain`)
      // possibly from a writer that was killed before it could report
      if (told === undefined) continue
      for (const [table, rows] of Object.entries(told.rows).filter(([table]) => table === 'observations')) {
        const [found] = await snapshot.rows(`SELECT count(*)::INTEGER AS rows FROM ${table} WHERE source = $source`, { source })
        if (found!['rows'] !== rows) findings.push(`${source} has ${found!['rows']} rows of ${table}, not ${rows}`)
      }
    }
  } finally {
    snapshot.close()
  }
  return findings
}
