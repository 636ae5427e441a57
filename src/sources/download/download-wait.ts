import { createHash } from 'node:crypto'

/** Waits for the given milliseconds; rejects early, with the signal's reason, if the signal is raised. */
export type Pause = (milliseconds: number, signal: AbortSignal) => Promise<void>

export const pause: Pause = (milliseconds, signal) =>
  new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason as Error)
    const stop = (): void => {
      clearTimeout(timer)
      reject(signal.reason as Error)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve()
    }, milliseconds)
    signal.addEventListener('abort', stop, { once: true })
  })

const first = 1000
const longest = 60_000

/**
 * Returns the milliseconds to wait before another attempt: 1 s doubled with every failure, at most 60 s, plus up to a quarter. The extra depends on the address
 * and the number of failures, so that many files do not retry at the same moment and a run can be repeated.
 *
 * @param failures   failures so far, from 1
 * @example retryDelay('https://example.org/a', 1) >= 1000 && retryDelay('https://example.org/a', 1) < 1250   // true
 */
export function retryDelay(address: string, failures: number): number {
  const spread = createHash('sha256').update(`${address} ${failures}`).digest().readUInt32BE(0) / 2 ** 32
  return Math.round(Math.min(longest, first * 2 ** (failures - 1)) * (1 + spread / 4))
}

/**
 * Returns the milliseconds to wait from a `Retry-After` header, in seconds or as a date; undefined if the header is missing or unreadable.
 *
 * @param now   milliseconds since 1970
 * @example retryAfter('120', 0)   // 120000
 * @example retryAfter('Thu, 01 Jan 1970 00:00:05 GMT', 2000)   // 3000
 * @example retryAfter('soon', 0)   // undefined
 */
export function retryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1000
  const moment = Date.parse(header)
  return Number.isNaN(moment) ? undefined : Math.max(0, moment - now)
}

/** When the next request to each host may be sent, in milliseconds since 1970. */
const turns = new Map<string, number>()

/** Waits until a request to the host may be sent. Requests of this process to one host are at least `interval` milliseconds apart. */
export async function waitForHostInterval(host: string, interval: number, wait: Pause, signal: AbortSignal): Promise<void> {
  const now = Date.now()
  const turn = Math.max(now, turns.get(host) ?? 0)
  turns.set(host, turn + interval)
  if (turn > now) await wait(turn - now, signal)
}
