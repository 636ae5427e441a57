import { createRequire } from 'node:module'
import { connect } from 'node:net'
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
    const error = heard ?? (cause as Error)
    throw unreachable(address, isOfClosing(error) ? ((await refusalOfRedis(address)) ?? error) : error)
  } finally {
    client.disconnect()
  }
}

const isOfClosing = ({ message }: Error): boolean => /connection is closed|ECONNRESET|EPIPE/i.test(message)

/** Reads what a Redis says before it closes a new connection at once, which a client that asks first does not hear; undefined if it says nothing. */
async function refusalOfRedis({ url }: QueueAddress): Promise<Error | undefined> {
  const { protocol, hostname, port } = new URL(url)
  if (protocol !== 'redis:') return undefined
  const socket = connect({ host: hostname, port: Number(port || 6379) })
  socket.setTimeout(1000, () => socket.destroy())
  try {
    for await (const said of socket) return new Error(String(said).trim())
  } catch {
    // nothing is said
  }
  return undefined
}

async function timeOfPostgres(address: QueueAddress): Promise<number> {
  const { Client } = packageNamed<typeof import('pg')>('pg')
  let client: import('pg').Client | undefined
  try {
    client = new Client({ connectionString: address.url, connectionTimeoutMillis: patience, query_timeout: patience })
    client.on('error', () => undefined)
    await client.connect()
    const { rows } = await client.query<{ now: string }>('SELECT extract(epoch FROM clock_timestamp()) AS now')
    return Number(rows[0]!.now) * 1000
  } catch (cause) {
    throw unreachable(address, cause as Error)
  } finally {
    await client?.end().catch(() => undefined)
  }
}

/** Whether a service refuses a connection because it has no more. */
export function hasNoFreeConnection(cause: Error): boolean {
  return (cause as NodeJS.ErrnoException).code === '53300' || /max number of clients reached/i.test(cause.message)
}

/** The error of a queue that cannot be used: says what is wrong with it, and what to do. */
export function unreachable({ shown, service }: QueueAddress, cause: Error): VisavisError {
  const isRedis = service === 'redis'
  const { code = '' } = cause as NodeJS.ErrnoException
  // where a name has several addresses, the error of all of them together has no message
  const message = cause.message === '' ? code : cause.message
  const say = (what: string, hint: string): VisavisError => new VisavisError('Unreachable', `the queue ${shown} ${what}`, { hint, cause })
  if (hasNoFreeConnection(cause))
    return say(
      'has no free connection',
      isRedis
        ? 'raise maxclients of the service: a worker takes four connections, work run two'
        : 'raise max_connections of PostgreSQL: a worker takes two connections, work run and work status up to two',
    )
  if (/WRONGPASS|NOAUTH|password authentication failed|no password supplied|SASL|invalid username-password/i.test(message))
    return say(
      'refuses the user or the password',
      `${isRedis ? 'redis://user:password@host:6379' : 'postgres://user:password@host/database'}; a password with other signs than letters and digits is percent-encoded`,
    )
  if (/CERT|SELF_SIGNED|UNABLE_TO_(VERIFY|GET)|CRL/.test(code) || /certificate/i.test(message))
    return say(
      `has a certificate that is not accepted here: ${message}`,
      `NODE_EXTRA_CA_CERTS=ca.pem names the authority that signed it${isRedis ? '' : ', as ?sslmode=verify-full&sslrootcert=ca.pem does'}`,
    )
  if (/wrong version number|packet length too long|does not support SSL/i.test(message))
    return say('does not speak TLS', `${isRedis ? 'redis:// is without it' : 'leave out sslmode'}, for a network that you trust`)
  if (/no encryption|SSL off/.test(message)) return say('wants TLS', 'add ?sslmode=verify-full to its address')
  if (isRedis && isOfClosing(cause)) return say(`closes the connection: ${message}`, 'if it speaks TLS, its address begins with rediss://')
  // a service without TLS waits for the rest of a question
  if (shown.startsWith('rediss:') && code === 'ETIMEDOUT')
    return say(`does not answer: ${message}`, 'does it speak TLS there? redis:// is without it, for a network that you trust')
  if (code === 'ENOENT') return say(`cannot be asked: ${message}`, 'see the files that the address names')
  return say(`does not answer: ${message}`, isRedis ? 'is valkey-server or redis-server running there?' : 'is PostgreSQL running there?')
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
