import { createHash, randomBytes } from 'node:crypto'
import { open, readdir, readFile, readlink, rm, stat, utimes } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { VisavisError } from '../../errors.ts'
import { ensureDirectory, writeError } from '../disk.ts'

/** How a writer waits for the writers before it. */
export interface WriterWait {
  /** Raised when the caller stops waiting. */
  readonly signal?: AbortSignal | undefined
  /** Called with the number of writers ahead, whenever it changes. */
  readonly onWait?: ((ahead: number) => void) | undefined
  /** A writer without a heartbeat for this many milliseconds is taken for dead; 60,000 unless given. */
  readonly lease?: number | undefined
  /** Longest wait for one other writer, in milliseconds; 15 minutes unless given. */
  readonly patience?: number | undefined
}

const usualLease = 60_000
/** Three times the longest `add` known: 20 million rows take five minutes. */
const usualPatience = 15 * 60_000
const pause = 40

/**
 * Runs the work while no other writer works at this root: in order of arrival, over threads and processes.
 *
 * This is Lamport's bakery algorithm with files. A writer takes a number one higher than those it sees, and waits until no other has a lower one. Its ticket
 * is an empty file with its identity as name; a name is never reused, so that any process can remove the ticket of a dead writer, and no other ticket by
 * mistake. A writer is dead if its process is gone (found by number and start time, on this machine), or without a heartbeat for a lease, which each waiting
 * process measures by its own monotonic clock: a wrong clock neither lengthens nor shortens it.
 *
 * A writer that was paused for longer than a lease may resume beside another one. So a writer must check again whether its parent is still the newest:
 * `nextSnapshot` does.
 *
 * @throws CannotWrite where the wait is too long, or writing is not allowed; DiskFull; Interrupted where the signal is raised
 */
export async function withWriterTurn<T>(root: string, work: () => Promise<T>, waiting: WriterWait = {}): Promise<T> {
  const folder = join(root, 'writers')
  const ticket = await takeTicket(folder).catch((cause) => {
    throw writeError(cause, root)
  })
  const lease = waiting.lease ?? usualLease
  const beating = setInterval(() => void heartbeat(join(folder, ticket)), lease / 6)
  beating.unref()
  try {
    await waitFor(folder, ticket, { ...waiting, lease })
    return await work()
  } finally {
    clearInterval(beating)
    await rm(join(folder, ticket), { force: true }).catch(() => undefined)
  }
}

/** The heartbeat of a ticket. A ticket that another process removed is not created again: its writer notices at the end. */
async function heartbeat(path: string): Promise<void> {
  const now = new Date()
  await utimes(path, now, now).catch(() => undefined)
}

/** Takes a number. While a writer chooses, the others wait: two that choose at the same time may take the same number, and their names then decide. */
async function takeTicket(folder: string): Promise<string> {
  await ensureDirectory(folder)
  const own = `${await machine()}.${process.pid}.${(await processAt('self'))?.started ?? 0}.${randomBytes(4).toString('hex')}`
  const choosing = join(folder, `choosing.${own}`)
  await makeEmpty(choosing)
  try {
    const numbers = (await readdir(folder)).map((name) => ticketOf(name)?.number ?? 0).filter(Number.isFinite)
    const ticket = `${Math.max(0, ...numbers) + 1}.${own}`
    await makeEmpty(join(folder, ticket))
    return ticket
  } finally {
    await rm(choosing, { force: true }).catch(() => undefined)
  }
}

async function makeEmpty(path: string): Promise<void> {
  await (await open(path, 'wx')).close()
}

interface Ticket {
  readonly name: string
  /** Infinite while it is being chosen. */
  readonly number: number
  readonly machine: string
  readonly pid: number
  readonly started: number
}

function ticketOf(name: string): Ticket | undefined {
  const found = /^(\d+|choosing)\.([0-9a-f]{8})\.(\d+)\.(\d+)\.[0-9a-f]{8}$/.exec(name)
  if (found === null) return undefined
  const [, number, machine, pid, started] = found as unknown as [string, string, string, string, string]
  return { name, number: number === 'choosing' ? Infinity : Number(number), machine, pid: Number(pid), started: Number(started) }
}

async function waitFor(
  folder: string,
  own: string,
  { signal, onWait, lease, patience = usualPatience }: WriterWait & { lease: number },
): Promise<void> {
  const mine = ticketOf(own)!
  const signs: Heartbeats = new Map()
  let first = { name: '', since: 0 }
  // a listing read while others create and remove files may miss one: a ticket missing from two in a row is not there
  for (let clear = 0, told = 0; clear < 2; ) {
    const ahead = await aheadOf(folder, mine, signs, lease)
    clear = ahead.length === 0 ? clear + 1 : 0
    if (ahead.length !== told) onWait?.(ahead.length)
    told = ahead.length
    if (ahead[0] === undefined) continue
    if (ahead[0].name !== first.name) first = { name: ahead[0].name, since: performance.now() }
    if (performance.now() - first.since > patience) throw tooLong(folder, ahead[0], patience)
    await after(pause, undefined, { signal }).catch((cause) => {
      throw new VisavisError('Interrupted', 'called off while another writer was at work; nothing was changed', { cause })
    })
  }
}

function tooLong(folder: string, { pid, name }: Ticket, patience: number): VisavisError {
  const minutes = Math.round(patience / 60_000)
  return new VisavisError(
    'CannotWrite',
    `process ${pid} has been writing to this store for more than ${minutes} minutes; nothing was changed`,
    {
      hint: `wait for it, or end it; should there be no such process, remove '${join(folder, name)}'`,
    },
  )
}

/** The last heartbeat of each ticket, by the monotonic clock of this process. */
type Heartbeats = Map<string, { sign: string; at: number }>

/** Tickets ahead of this one; those of dead writers are removed. */
async function aheadOf(folder: string, mine: Ticket, signs: Heartbeats, lease: number): Promise<Ticket[]> {
  const others = (await readdir(folder)).flatMap((name) => ticketOf(name) ?? []).filter(({ name }) => name !== mine.name)
  const before = others.filter(
    (one) => one.number === Infinity || one.number < mine.number || (one.number === mine.number && one.name < mine.name),
  )
  const found = await Promise.all(before.map(async (one) => ((await isGone(folder, one, signs, lease)) ? undefined : one)))
  return found.filter((one) => one !== undefined).sort((a, b) => a.number - b.number)
}

async function isGone(folder: string, ticket: Ticket, signs: Heartbeats, lease: number): Promise<boolean> {
  const path = join(folder, ticket.name)
  if (!(await isDead(ticket)) && (await hasHeartbeat(path, ticket.name, signs, lease))) return false
  await rm(path, { force: true })
  return true
}

/** Whether a ticket had a heartbeat within the lease; a missing ticket has none. */
async function hasHeartbeat(path: string, name: string, signs: Heartbeats, lease: number): Promise<boolean> {
  const found = await stat(path).catch(() => undefined)
  if (found === undefined) return false
  const [sign, now] = [`${found.mtimeMs} ${found.ino}`, performance.now()]
  const before = signs.get(name)
  if (before?.sign !== sign) signs.set(name, { sign, at: now })
  return before === undefined || before.sign !== sign || now - before.at <= lease
}

/** Whether a process of this machine is certainly dead; of other machines this is unknown. */
async function isDead({ machine: where, pid, started }: Ticket): Promise<boolean> {
  if (where !== (await machine())) return false
  try {
    process.kill(pid, 0)
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'ESRCH'
  }
  if (started === 0) return false
  const there = await processAt(pid)
  // process numbers are reused; a process that ended without a parent to wait for it is still listed, as over
  return there !== undefined && (there.started !== started || there.isOver)
}

/** Start time of a process, in ticks since boot, where the system states it (Linux). */
async function processAt(pid: number | 'self'): Promise<{ started: number; isOver: boolean } | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  // the name of the program is in brackets, and may contain anything
  const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ')
  return fields === undefined ? undefined : { started: Number(fields[19]), isOver: /^[ZX]/.test(fields[0]!) }
}

let known: Promise<string> | undefined

/** Identifies one boot of one machine and its process namespace: containers may share a store. */
function machine(): Promise<string> {
  known ??= Promise.all([
    readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => ''),
    readlink('/proc/self/ns/pid').catch(() => ''),
  ]).then((told) =>
    createHash('sha256')
      .update([hostname(), ...told].join('\n'))
      .digest('hex')
      .slice(0, 8),
  )
  return known
}
