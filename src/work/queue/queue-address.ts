import { VisavisError } from '../../errors.ts'

/** Which service holds the queue, and the address as people may see it. */
export interface QueueAddress {
  readonly service: 'redis' | 'postgres'
  readonly url: string
  /** The address without user and password. */
  readonly shown: string
}

const services: Readonly<Record<string, QueueAddress['service']>> = {
  'redis:': 'redis',
  'rediss:': 'redis',
  'postgres:': 'postgres',
  'postgresql:': 'postgres',
}

/**
 * Reads the address of a queue.
 *
 * @param text   `redis://`, `rediss://` (with TLS), `postgres://` or `postgresql://`
 * @throws VisavisError Usage if it is none of these
 * @example queueAddress('redis://:secret@queue.example.org:6379').shown   // 'redis://queue.example.org:6379'
 */
export function queueAddress(text: string): QueueAddress {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const service = url === undefined ? undefined : services[url.protocol]
  if (url === undefined || service === undefined)
    throw new VisavisError('Usage', '--queue: the address of a queue begins with redis://, rediss://, postgres:// or postgresql://', {
      hint: '--queue redis://127.0.0.1:6379',
    })
  return { service, url: text, shown: `${url.protocol}//${url.host}${url.pathname === '/' ? '' : url.pathname}` }
}
