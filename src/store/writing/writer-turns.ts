import { createHash, randomBytes } from 'node:crypto'
import { open, readdir, readFile, readlink, rm, stat, utimes } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { VisavisError } from '../../errors.ts'
import { ensureDirectory, writeError } from '../disk.ts'

/** How a writer waits for the writers before it. */
export interface WriterWait {
  /** The caller aborts this signal to stop waiting. */
  readonly signal?: AbortSignal | undefined
  /** Called with the number of writers ahead, whenever that number changes. */
  readonly onWait?: ((ahead: number) => void) | undefined
  /** A writer without a heartbeat for this many milliseconds is taken for dead; 60,000 unless given. */
  readonly lease?: number | undefined
  /** The longest wait for one other writer, in milliseconds; 15 minutes unless given. */
  readonly patience?: number | undefined
}

const usualLease = 60_000
/** Three times the longest known `add`: 20 million rows take five minutes. */
const usualPatience = 15 * 60_000
const pause = 40

/**
 * Runs the work while no other writer works at this root. Writers of all threads and processes take turns in order of arrival.
 *
 * This is Lamport's bakery algorithm with files. A writer takes a number one higher than those of all other writers, and waits until no other has a lower
 * number. The writer's ticket is an empty file named after this number and the writer's process. Names are never reused, so any process can remove the ticket
 * of a dead writer without removing that of another writer by mistake. A writer is dead if its process has ended (found by process number and start time, on
 * the same machine), or if it had no heartbeat for the time of a lease. Each waiting process measures the lease by its own monotonic clock, so that a wrong
 * system clock neither lengthens nor shortens the lease.
 *
 * A writer that was paused for longer than a lease may resume while another writer works. So a writer must check again whether the parent is still the newest
 * snapshot, as `nextSnapshot` does.
 *
 * @throws CannotWrite if the wait is too long or writing is not allowed; DiskFull; Interrupted if the signal is raised
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

/** Renews the heartbeat of a ticket, which is the file's time stamp. A ticket that another process removed is not created again; its writer notices later. */
async function heartbeat(path: string): Promise<void> {
  const now = new Date()
  await utimes(path, now, now).catch(() => undefined)
}

/**
 * Takes a number and returns the name of the ticket. While a writer chooses its number, all others wait. Two writers that choose at the same time may take the
 * same number; then the order of their tickets' names decides.
 */
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
  /** The ticket's number; infinite while the writer still chooses one. */
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
  // a listing read while others create and remove files may miss one: a ticket counts as gone only if two listings in a row lack it
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

/** Lists the tickets ahead of this one, in order; tickets of dead writers are removed. */
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

/** Whether a ticket had a heartbeat within the lease; false for a ticket that is missing. */
async function hasHeartbeat(path: string, name: string, signs: Heartbeats, lease: number): Promise<boolean> {
  const found = await stat(path).catch(() => undefined)
  if (found === undefined) return false
  const [sign, now] = [`${found.mtimeMs} ${found.ino}`, performance.now()]
  const before = signs.get(name)
  if (before?.sign !== sign) signs.set(name, { sign, at: now })
  return before === undefined || before.sign !== sign || now - before.at <= lease
}

/** Whether the process of a ticket has certainly ended; false if it runs, or if it is on another machine, where this cannot be known. */
async function isDead({ machine: where, pid, started }: Ticket): Promise<boolean> {
  if (where !== (await machine())) return false
  try {
    process.kill(pid, 0)
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'ESRCH'
  }
  if (started === 0) return false
  const there = await processAt(pid)
  // the number may belong to a new process by now; a process that has ended stays listed (as ended) until its parent has noticed
  return there !== undefined && (there.started !== started || there.isOver)
}

/** Returns the start time of a process, in ticks since boot, and whether it has ended; undefined if the system does not state them (only Linux does). */
async function processAt(pid: number | 'self'): Promise<{ started: number; isOver: boolean } | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  // the name of the program is in parentheses, and may contain anything
  const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ')
  return fields === undefined ? undefined : { started: Number(fields[19]), isOver: /^[ZX]/.test(fields[0]!) }
}

let known: Promise<string> | undefined

/** Returns an id of this boot of this machine and of its process namespace, since containers may share a store. */
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
