import { createRequire } from 'node:module'
import { VisavisError } from '../../errors.ts'
import type { QueueAddress } from './queue-address.ts'

// the optional packages are loaded as CommonJS: BullMQ looks for its drivers with `require`
const load = createRequire(import.meta.url)

/** Milliseconds in which a queue must answer at first. */
const patience = 5000
/** Clocks further apart than so many seconds are refused: the queue's times of retries are those of the machines. */
const mostApart = 30

/**
 * Checks that a queue answers and that its clock and ours agree.
 *
 * @throws VisavisError Unreachable if it does not answer, refuses the password or has another time; Usage if a package for it is not installed
 */
export async function reachQueue(address: QueueAddress): Promise<void> {
  const before = Date.now()
  const theirs = address.service === 'redis' ? await timeOfRedis(address) : await timeOfPostgres(address)
  const apart = Math.round(((before + Date.now()) / 2 - theirs) / 1000)
  if (Math.abs(apart) > mostApart)
    throw new VisavisError(
      'Unreachable',
      `the clock of this machine is ${Math.abs(apart).toLocaleString('en-US')} seconds ${apart > 0 ? 'ahead of' : 'behind'} that of the queue ${address.shown}`,
      { hint: 'set the clocks (timedatectl set-ntp true)' },
    )
}

async function timeOfRedis(address: QueueAddress): Promise<number> {
  const { Redis } = packageNamed<typeof import('ioredis')>('ioredis')
  const client = new Redis(address.url, {
    lazyConnect: true,
    retryStrategy: () => null,
    connectTimeout: patience,
    commandTimeout: patience,
  })
  let heard: Error | undefined
  client.on('error', (cause: Error) => (heard = cause))
  try {
    await client.connect()
    const [seconds, micros] = await client.time()
    return Number(seconds) * 1000 + Number(micros) / 1000
  } catch (cause) {
    throw unreachable(address, heard ?? (cause as Error))
  } finally {
    client.disconnect()
  }
}

async function timeOfPostgres(address: QueueAddress): Promise<number> {
  const { Client } = packageNamed<typeof import('pg')>('pg')
  const client = new Client({ connectionString: address.url, connectionTimeoutMillis: patience, query_timeout: patience })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ now: string }>('SELECT extract(epoch FROM clock_timestamp()) AS now')
    return Number(rows[0]!.now) * 1000
  } catch (cause) {
    throw unreachable(address, cause as Error)
  } finally {
    await client.end().catch(() => undefined)
  }
}

function unreachable({ shown, service }: QueueAddress, cause: Error): VisavisError {
  if (/WRONGPASS|NOAUTH|password authentication failed|no password supplied|SASL|invalid username-password/i.test(cause.message))
    return new VisavisError('Unreachable', `the queue ${shown} refuses the user or the password`, {
      hint: `${service === 'redis' ? 'redis://user:password@host:6379' : 'postgres://user:password@host/database'}; a password with other signs than letters and digits is percent-encoded`,
      cause,
    })
  return new VisavisError('Unreachable', `the queue ${shown} does not answer: ${cause.message}`, {
    hint: service === 'redis' ? 'is valkey-server or redis-server running there?' : 'is PostgreSQL running there?',
    cause,
  })
}

/** @throws VisavisError Usage if the optional package is not installed */
export function packageNamed<T>(name: string): T {
  try {
    return load(name) as T
  } catch (cause) {
    throw new VisavisError('Usage', `a queue needs the package ${name}, which is not installed`, {
      hint: `npm install ${name} (or --executor threads, which needs nothing)`,
      cause,
    })
  }
}
