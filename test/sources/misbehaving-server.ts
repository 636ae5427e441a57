import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** What a test server does at its first request, its second, and so on; the last turn repeats. */
export type Turn = (request: IncomingMessage, response: ServerResponse) => void

export interface TestServer {
  readonly origin: string
  readonly requests: { readonly url: string; readonly headers: IncomingMessage['headers'] }[]
}

/** A loopback server that takes the turns one after the other. After the test it is closed with every connection. */
export async function serve(...turns: readonly Turn[]): Promise<TestServer> {
  const requests: { url: string; headers: IncomingMessage['headers'] }[] = []
  return {
    origin: `http://127.0.0.1:${await listening((request, response) => {
      const turn = turns[Math.min(requests.length, turns.length - 1)]!
      requests.push({ url: request.url ?? '', headers: request.headers })
      turn(request, response)
    })}`,
    requests,
  }
}

async function listening(listener: RequestListener): Promise<number> {
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
  return (server.address() as AddressInfo).port
}

/** Responds with a body and its length. */
export function body(content: string | Buffer, headers: Record<string, string> = {}, status = 200): Turn {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': 'text/csv', 'content-length': Buffer.byteLength(content), ...headers })
    response.end(content)
  }
}

/** Announces the whole body and closes the connection after this many bytes. */
export function cutAfter(bytes: number, content: string, headers: Record<string, string> = {}): Turn {
  return (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/csv', 'content-length': content.length, ...headers })
    response.write(content.slice(0, bytes), () => response.destroy())
  }
}

/** Serves ranges correctly: the rest where `If-Range` matches its content, otherwise the whole. */
export function ranged(content: string, etag: string): Turn {
  return (request, response) => {
    const start = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0)
    if (start === 0 || request.headers['if-range'] !== etag) return body(content, { etag })(request, response)
    const rest = content.slice(start)
    body(rest, { etag, 'content-range': `bytes ${start}-${content.length - 1}/${content.length}` }, 206)(request, response)
  }
}

/** Writes raw bytes to the connection, which no HTTP library would send. */
export function bytes(text: string): Turn {
  return (_request, response) => void response.socket!.end(text)
}
