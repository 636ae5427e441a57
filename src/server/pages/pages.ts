import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Context, Hono } from 'hono'
import { type ContentEncoding, encodedEtag, isCompressible, matchesEtag, negotiateEncoding } from '../content-encoding.ts'

/** A file of the web application, with its compressed forms. */
interface PageFile {
  readonly bytes: Uint8Array
  /** The same bytes in each encoding that is available. */
  readonly packed: ReadonlyMap<ContentEncoding, Uint8Array>
  readonly type: string
  readonly tag: string
}

/** The built web application, held in memory so that no request reads from disk. */
export interface Pages {
  readonly files: ReadonlyMap<string, PageFile>
  /** `style-src` hashes of styles that a chart library inserts. */
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
 * Reads the built web application from its folder.
 *
 * @returns   undefined if the folder is missing or empty: the application has not been built
 */
export async function readPages(folder: string): Promise<Pages | undefined> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter((entry) => entry.isFile())
  if (files.length === 0) return undefined
  const read = files.map(async (entry) => {
    const path = join(entry.parentPath, entry.name)
    return [`/${relative(folder, path).split(sep).join('/')}`, await readFile(path)] as const
  })
  const bytes = new Map(await Promise.all(read))
  // files ending in .br were compressed at build time: each goes with the file that it compresses
  const map = new Map(
    [...bytes].filter(([name]) => !name.endsWith('.br')).map(([name, own]) => [name, pageFile(name, own, bytes.get(`${name}.br`))]),
  )
  const hashes = map.get('/style-hashes.json')
  return { files: map, styleHashes: hashes === undefined ? [] : (JSON.parse(new TextDecoder().decode(hashes.bytes)) as string[]) }
}

function pageFile(name: string, bytes: Uint8Array, brotli: Uint8Array | undefined): PageFile {
  const type = types[extname(name)] ?? 'application/octet-stream'
  const gzip = isCompressible(type, bytes.length) ? [['gzip', gzipSync(bytes, { level: 9 })] as const] : []
  return {
    bytes,
    packed: new Map<ContentEncoding, Uint8Array>(brotli === undefined ? gzip : [['br', brotli], ...gzip]),
    type,
    tag: `"${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}"`,
  }
}

/**
 * Serves files by name. A path without an extension is a view of the single-page application, so it gets `index.html`: with status 404 where there is no such
 * view, or no such state in it, since the page then says so.
 *
 * @param viewOf   writes a view from `index.html`; undefined for a view that is sent as it is
 * @param isThere   whether there is what a path of a view names
 */
export function addPages(
  app: Hono,
  { files }: Pages,
  viewOf: (c: Context, page: string) => Promise<Response> | undefined,
  isThere: (c: Context) => boolean,
): void {
  // what people write for a pair without looking
  app.get('/pair/:a/:b', (c) => c.redirect(`${c.req.path.replace('/pair/', '/dyad/')}${new URL(c.req.url).search}`, 301))
  app.get('*', (c, next) => {
    const file = files.get(c.req.path) ?? (extname(c.req.path) === '' ? files.get('/index.html') : undefined)
    if (file === undefined) return next()
    const isView = file === files.get('/index.html')
    const view = isView ? viewOf(c, new TextDecoder().decode(file.bytes)) : undefined
    if (isView && !isThere(c)) return notThere(file, view)
    if (view !== undefined) return view
    const coding = negotiateEncoding(c.req.header('accept-encoding'), [...file.packed.keys()])
    const headers = {
      etag: encodedEtag(file.tag, coding),
      // names under assets/ contain a content hash
      'cache-control': c.req.path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      ...(file.packed.size === 0 ? {} : { vary: 'accept-encoding' }),
    }
    if (matchesEtag(c.req.header('if-none-match'), file.tag)) return Promise.resolve(new Response(null, { status: 304, headers }))
    const body = coding === undefined ? file.bytes : file.packed.get(coding)!
    const packed = coding === undefined ? {} : { 'content-encoding': coding }
    return Promise.resolve(new Response(body.slice(), { headers: { ...headers, ...packed, 'content-type': file.type } }))
  })
}

async function notThere(file: PageFile, view: Promise<Response> | undefined): Promise<Response> {
  const body = (await view)?.body ?? file.bytes.slice()
  return new Response(body, { status: 404, headers: { 'content-type': file.type, 'cache-control': 'no-cache' } })
}
