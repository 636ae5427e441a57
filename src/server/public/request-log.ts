import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import type { HttpBindings } from '@hono/node-server'
import type { MiddlewareHandler } from 'hono'
import { clientNetwork } from './client-address.ts'

/** One request, as it is logged: nothing of its query or its body. */
export interface RequestRecord {
  readonly time: string
  readonly event: 'request'
  readonly id: string
  readonly client: string
  readonly method: string
  readonly path: string
  /** The status; 499 where the client left before the answer was sent. */
  readonly status: number
  readonly ms: number
  readonly bytes: number
}

/** Gives each client a name of eight characters, from a secret that is drawn anew every day: the same client has another name on the next day and on another server. */
export class ClientNames {
  #day = ''
  #secret = randomBytes(32)

  nameOf(address: string, day: string): string {
    if (day !== this.#day) this.#secret = randomBytes(32)
    this.#day = day
    return createHmac('sha256', this.#secret).update(clientNetwork(address)).digest('hex').slice(0, 8)
  }
}

const longestPath = 200

/**
 * Gives every request an id (that of a trusted proxy, where it sends one), and reports the request when its answer has been sent or its client has left.
 *
 * @param clientOf   the address of the client, and whether the request comes from a trusted proxy
 */
export function observeRequests(
  clientOf: (connected: string, forwarded: string | undefined) => { readonly address: string; readonly isProxied: boolean },
  onEnd: (request: RequestRecord) => void,
): MiddlewareHandler {
  const names = new ClientNames()
  return async (c, next) => {
    const { incoming, outgoing } = c.env as HttpBindings
    const began = performance.now()
    const time = new Date().toISOString()
    const { address, isProxied } = clientOf(incoming.socket.remoteAddress ?? '', c.req.header('x-forwarded-for'))
    const given = c.req.header('x-request-id') ?? ''
    const id = isProxied && /^[\w-]{1,64}$/.test(given) ? given : randomUUID()
    const { method, path } = c.req
    const before = incoming.socket.bytesWritten
    outgoing.once('close', () => {
      const bytes = Math.max(0, incoming.socket.bytesWritten - before)
      onEnd({
        ...{ time, event: 'request', id, client: names.nameOf(address, time.slice(0, 10)), method, path: path.slice(0, longestPath) },
        ...{ status: outgoing.writableFinished ? outgoing.statusCode : 499, ms: Math.round((performance.now() - began) * 10) / 10, bytes },
      })
    })
    await next()
    c.res.headers.set('x-request-id', id)
  }
}
