import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import { download } from '../../src/sources/download/download.ts'

/** A provider's response: a body with an entity tag, a status, or a custom handler. */
export type Serving = string | Buffer | number | ((request: IncomingMessage, response: ServerResponse) => void)

export interface Provider {
  readonly origin: string
  /** Replaces the real download: the same path at a test server, without waiting. */
  readonly download: typeof download
  /** Every request received: its intended address, and its headers. */
  readonly requests: { readonly address: string; readonly headers: IncomingMessage['headers'] }[]
  /** Sets the responses from now on. */
  serve(answers: Readonly<Record<string, Serving>>): void
  /** From now on nobody answers, as where there is no network. */
  cut(): void
}

/** Simulated data providers on the loopback interface: responses by requested address. Closed after the test. */
export async function provider(answers: Readonly<Record<string, Serving>>): Promise<Provider> {
  let served = answers
  let isCut = false
  const requests: Provider['requests'] = []
  const meant = new Map<string, string>()
  const origin = await listening((request, response) => {
    const host = request.url!.split('/')[1]!
    const address = `${meant.get(host) ?? `https://${host}`}${request.url!.slice(host.length + 1)}`
    requests.push({ address, headers: request.headers })
    answer(served[address] ?? 404, request, response)
  })
  const instead: typeof download = (address, options) => {
    const { host, origin: real } = new URL(address)
    meant.set(host, real)
    return download(address.replace(real, `${isCut ? 'http://127.0.0.1:1' : origin}/${host}`), {
      ...options,
      interval: 0,
      wait: async () => undefined,
    })
  }
  const serve = (next: Readonly<Record<string, Serving>>): void => {
    served = next
  }
  const cut = (): void => {
    isCut = true
  }
  return { origin, download: instead, requests, serve, cut }
}

function answer(serving: Serving, request: IncomingMessage, response: ServerResponse): void {
  if (typeof serving === 'function') serving(request, response)
  else if (typeof serving === 'number') response.writeHead(serving, { 'content-length': 2 }).end('no')
  else {
    const etag = `"${createHash('sha256').update(serving).digest('hex').slice(0, 12)}"`
    if (request.headers['if-none-match'] === etag) response.writeHead(304).end()
    else
      response
        .writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': Buffer.byteLength(serving), etag })
        .end(serving)
  }
}

/** Starts a server on loopback that ends with the test; returns its origin. */
export async function listening(listener: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(listener)
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
