import { createHash, randomBytes } from 'node:crypto'
import { open, readdir, readFile, readlink, rm, stat, utimes } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { VisavisError } from '../../errors.ts'
import { ensureDirectory, writeError } from '../disk.ts'

/** How a writer waits for those that came before it. */
export interface Waiting {
  /** Raised when the caller waits no more. */
  readonly signal?: AbortSignal | undefined
  /** Told how many are before this one, whenever that changes. */
  readonly onWait?: ((ahead: number) => void) | undefined
  /** A writer that gave no sign of life for so many milliseconds is taken to be gone, 60,000 unless given. */
  readonly lease?: number | undefined
  /** For one other writer so many milliseconds are waited at most, 15 minutes unless given. */
  readonly patience?: number | undefined
}

const usualLease = 60_000
/** The longest `add` known, 20 million rows, takes five minutes. */
const usualPatience = 15 * 60_000
const pause = 40

/**
 * Does the work while no other writer does his at this root: in the order in which they came, over threads and processes.
 *
 * It is Lamport's bakery with files. A writer takes a number one higher than those that it sees, and waits until nobody has a lower one. Its ticket is an empty file whose name says who
 * it is; a name is never used again, so that the ticket of a writer that is gone can be removed by whoever finds it, and nobody's else with it. Gone is who died (looked up by number and
 * start of the process, on this machine), or gave no sign of life for a lease, which each who waits measures by his own steady clock: no clock that is set wrong lengthens or shortens it.
 *
 * A writer that was only stopped for longer than that may go on beside another one. So who writes must look once more whether what it builds on is still the newest: `nextSnapshot` does.
 *
 * @throws VisavisError CannotWrite where the wait is too long, or nothing may be written; DiskFull; Interrupted where the signal is raised
 */
export async function inTurn<T>(root: string, work: () => Promise<T>, waiting: Waiting = {}): Promise<T> {
  const folder = join(root, 'writers')
  const ticket = await takeTicket(folder).catch((cause) => {
    throw writeError(cause, root)
  })
  const lease = waiting.lease ?? usualLease
  const beating = setInterval(() => void beat(join(folder, ticket)), lease / 6)
  beating.unref()
  try {
    await waitFor(folder, ticket, { ...waiting, lease })
    return await work()
  } finally {
    clearInterval(beating)
    await rm(join(folder, ticket), { force: true }).catch(() => undefined)
  }
}

/** A ticket that was taken for gone is not made again: its writer learns that from what it finds when it ends. */
async function beat(path: string): Promise<void> {
  const now = new Date()
  await utimes(path, now, now).catch(() => undefined)
}

/** While one chooses its number the others wait: two that looked at the same time may take the same one, and are then told apart by their names. */
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
  /** Infinite while it is chosen. */
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
  { signal, onWait, lease, patience = usualPatience }: Waiting & { lease: number },
): Promise<void> {
  const mine = ticketOf(own)!
  const signs: Signs = new Map()
  let first = { name: '', since: 0 }
  // a listing that is read while others make and remove files may miss one: what two in a row do not have is not there
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

/** When the ticket of another last gave a new sign of life, by the clock of this process that is never set. */
type Signs = Map<string, { sign: string; at: number }>

/** Tickets that come before this one; those of writers that are gone are removed. */
async function aheadOf(folder: string, mine: Ticket, signs: Signs, lease: number): Promise<Ticket[]> {
  const others = (await readdir(folder)).flatMap((name) => ticketOf(name) ?? []).filter(({ name }) => name !== mine.name)
  const before = others.filter(
    (one) => one.number === Infinity || one.number < mine.number || (one.number === mine.number && one.name < mine.name),
  )
  const found = await Promise.all(before.map(async (one) => ((await isGone(folder, one, signs, lease)) ? undefined : one)))
  return found.filter((one) => one !== undefined).sort((a, b) => a.number - b.number)
}

async function isGone(folder: string, ticket: Ticket, signs: Signs, lease: number): Promise<boolean> {
  const path = join(folder, ticket.name)
  if (!(await isDead(ticket)) && (await isHeard(path, ticket.name, signs, lease))) return false
  await rm(path, { force: true })
  return true
}

/** Whether there was a new sign of life within the lease; a ticket that is no longer there gives none. */
async function isHeard(path: string, name: string, signs: Signs, lease: number): Promise<boolean> {
  const found = await stat(path).catch(() => undefined)
  if (found === undefined) return false
  const [sign, now] = [`${found.mtimeMs} ${found.ino}`, performance.now()]
  const before = signs.get(name)
  if (before?.sign !== sign) signs.set(name, { sign, at: now })
  return before === undefined || before.sign !== sign || now - before.at <= lease
}

/** Whether a process of this machine is certainly no more; of others nothing is known. */
async function isDead({ machine: where, pid, started }: Ticket): Promise<boolean> {
  if (where !== (await machine())) return false
  try {
    process.kill(pid, 0)
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'ESRCH'
  }
  if (started === 0) return false
  const there = await processAt(pid)
  // a number is given to another process in time; one that nobody has waited for is still listed when it is over
  return there !== undefined && (there.started !== started || there.isOver)
}

/** When a process began, in ticks since the machine did, where the system says so (Linux). */
async function processAt(pid: number | 'self'): Promise<{ started: number; isOver: boolean } | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  // the name of the program stands in brackets, and may hold anything
  const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ')
  return fields === undefined ? undefined : { started: Number(fields[19]), isOver: /^[ZX]/.test(fields[0]!) }
}

let known: Promise<string> | undefined

/** One boot of one machine, and within it the processes that see each other's numbers: containers may share a store. */
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
