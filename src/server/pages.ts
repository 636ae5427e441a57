import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Hono } from 'hono'

/** A file of the web application, whole and compressed. */
interface PageFile {
  readonly bytes: Uint8Array
  readonly gzip: Uint8Array | undefined
  readonly type: string
  readonly tag: string
}

/** The built web application, held in memory: nothing on disk is reached by a request. */
export interface Pages {
  readonly files: ReadonlyMap<string, PageFile>
  /** Sources for `style-src`: hashes of styles that a chart brings in itself. */
  readonly styleHashes: readonly string[]
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}

/**
 * Reads the built application.
 *
 * @returns   undefined where it was not built
 */
export async function readPages(folder: string): Promise<Pages | undefined> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter((entry) => entry.isFile())
  if (files.length === 0) return undefined
  const read = files.map(async (entry) => {
    const path = join(entry.parentPath, entry.name)
    return [`/${relative(folder, path).split(sep).join('/')}`, pageFile(await readFile(path), entry.name)] as const
  })
  const map = new Map(await Promise.all(read))
  const hashes = map.get('/style-hashes.json')
  return { files: map, styleHashes: hashes === undefined ? [] : (JSON.parse(new TextDecoder().decode(hashes.bytes)) as string[]) }
}

function pageFile(bytes: Uint8Array, name: string): PageFile {
  const zipped = gzipSync(bytes, { level: 9 })
  return {
    bytes,
    gzip: zipped.length < bytes.length * 0.9 ? zipped : undefined,
    type: types[extname(name)] ?? 'application/octet-stream',
    tag: `"${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}"`,
  }
}

/** Files at their names; every other address is a view of the one page. */
export function addPages(app: Hono, { files }: Pages): void {
  app.get('*', (c, next) => {
    const file = files.get(c.req.path) ?? (extname(c.req.path) === '' ? files.get('/index.html') : undefined)
    if (file === undefined) return next()
    // names under assets/ carry a hash of what is in them
    const cache = c.req.path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
    const headers = { etag: file.tag, 'cache-control': cache, vary: 'accept-encoding' }
    if (c.req.header('if-none-match') === file.tag) return Promise.resolve(new Response(null, { status: 304, headers }))
    const zipped = file.gzip !== undefined && /\bgzip\b/.test(c.req.header('accept-encoding') ?? '')
    const body = zipped ? file.gzip : file.bytes
    const coding = zipped ? { 'content-encoding': 'gzip' } : {}
    return Promise.resolve(new Response(body.slice(), { headers: { ...headers, ...coding, 'content-type': file.type } }))
  })
}
