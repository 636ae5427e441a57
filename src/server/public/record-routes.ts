import type { FileHandle } from 'node:fs/promises'
import type { HttpBindings } from '@hono/node-server'
import type { Context, Hono } from 'hono'
import type { OfferedRecord } from '../../operations/storage/offered-records.ts'
import { type ByteRange, byteRange } from '../byte-range.ts'
import { matchesEtag } from '../content-encoding.ts'
import { problemOf, problemResponse } from '../problem.ts'
import { clientNetwork } from './client-address.ts'
import type { PublicServer } from './public-server.ts'

/** Bytes that are read at once. */
const pieceBytes = 2 ** 18

/**
 * Adds `/records/ID/manifest.json` and `/records/ID/parts/NAME` for workers elsewhere. Only what a manifest names is ever opened. Parts are sent as they are,
 * whole or one range of them. Neither ever changes under its name.
 */
export function addRecordRoutes(app: Hono, server: PublicServer): void {
  app.on(['GET', 'HEAD'], '/records/:id/manifest.json', (c) =>
    withRecord(c, server, ({ manifest: { bytes, sha256 } }) =>
      sendFile(c, server, {
        ...{ size: bytes.length, sha256, type: 'application/json' },
        open: async ({ from, to }) => bytes.slice(from, to + 1),
      }),
    ),
  )
  app.on(['GET', 'HEAD'], '/records/:id/parts/:name', (c) =>
    withRecord(c, server, (record) => {
      const part = record.parts.get(c.req.param('name')!)
      if (part === undefined) return nothingAt(c)
      return sendFile(c, server, {
        ...{ size: part.bytes, sha256: part.sha256, type: 'application/vnd.apache.parquet' },
        open: async (range) => bytesOf(await server.offered!.open(record, part), range, () => (c.env as HttpBindings).outgoing.destroy()),
      })
    }),
  )
  app.all('/records/*', (c) => {
    if (server.offered === undefined) return notOffered()
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return nothingAt(c)
    const refused = problemResponse(problemOf('MethodNotAllowed', `${c.req.path} is asked by GET, not by ${c.req.method}`))
    refused.headers.set('allow', 'GET, HEAD')
    return refused
  })
}

const nothingAt = (c: Context): Response =>
  problemResponse(problemOf('NotFound', `there is nothing at ${c.req.path.slice(0, 200)}`, '/records/ID/manifest.json'))

const notOffered = (): Response =>
  problemResponse(problemOf('NotFound', 'this server offers no records', 'visavis serve --public --offer-records'))

/** Answers from a record that may be passed on; without one, says why not. */
async function withRecord(
  c: Context,
  server: PublicServer,
  send: (record: OfferedRecord) => Response | Promise<Response>,
): Promise<Response> {
  if (server.offered === undefined) return notOffered()
  const id = c.req.param('id')!.slice(0, 40)
  const record = await server.offered.of(id)
  if (record === undefined) return problemResponse(problemOf('NoSnapshot', `there is no record ${id} here, or it is not whole`))
  if (record.withheld.length === 0) return send(record)
  const which = record.withheld.join(', ')
  return problemResponse(problemOf('NotPassedOn', `the record ${id} has sources that may not be passed on: ${which}`))
}

/** A file that is sent whole or in part. */
interface SentFile {
  readonly size: number
  readonly sha256: string
  readonly type: string
  open(range: ByteRange): Promise<Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>>
}

async function sendFile(c: Context, server: PublicServer, { size, sha256, type, open }: SentFile): Promise<Response> {
  const etag = `"${sha256}"`
  const headers = { etag, 'accept-ranges': 'bytes', 'cache-control': 'public, max-age=31536000, immutable' }
  if (matchesEtag(c.req.header('if-none-match'), etag)) return new Response(null, { status: 304, headers })
  // a range of other bytes is of no use: then the whole file is sent
  const since = c.req.header('if-range')
  const range = since === undefined || since === etag ? byteRange(c.req.header('range'), size) : undefined
  if (range === null) {
    const refused = problemResponse(problemOf('RangeNotSatisfiable', `there are ${size} bytes`))
    refused.headers.set('content-range', `bytes */${size}`)
    return refused
  }
  const { from, to } = range ?? { from: 0, to: size - 1 }
  const partial = range === undefined ? {} : { 'content-range': `bytes ${from}-${to}/${size}` }
  const init = {
    status: range === undefined ? 200 : 206,
    headers: { ...headers, ...partial, 'content-type': type, 'content-length': String(to - from + 1) },
  }
  if (c.req.method === 'HEAD') return new Response(null, init)
  return inSlot(c, server, async () => new Response(await open({ from, to }), init))
}

/** Sends a download while its client, and all clients together, have few enough under way. */
async function inSlot(c: Context, server: PublicServer, send: () => Promise<Response>): Promise<Response> {
  const { incoming, outgoing } = c.env as HttpBindings
  const { address } = server.clientOf(incoming.socket.remoteAddress ?? '', c.req.header('x-forwarded-for'))
  const client = clientNetwork(address)
  if (!server.downloads.take(client)) {
    server.limited++
    const refused = problemResponse(problemOf('TooManyRequests', 'too many downloads at once', 'wait 5 s'))
    refused.headers.set('retry-after', '5')
    return refused
  }
  outgoing.once('close', () => server.downloads.done(client))
  outgoing.setTimeout(server.stall, () => outgoing.destroy())
  return send()
}

/**
 * Reads a range of a file as it is sent, and closes the file at the end or when the client has left.
 *
 * @param cut   ends the connection: called if the file ends too early or cannot be read, so that nobody takes what was sent for the whole
 */
function bytesOf(handle: FileHandle, { from, to }: ByteRange, cut: () => void): ReadableStream<Uint8Array> {
  let at = from
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const length = Math.min(pieceBytes, to + 1 - at)
        const { bytesRead, buffer } = await handle.read(new Uint8Array(length), 0, length, at).catch(() => ({ bytesRead: 0, buffer: none }))
        if (bytesRead === 0) return cut()
        at += bytesRead
        controller.enqueue(buffer.subarray(0, bytesRead))
        if (at <= to) return
        await handle.close()
        controller.close()
      },
      cancel: () => handle.close(),
    },
    { highWaterMark: 0 },
  )
}

const none = new Uint8Array()
