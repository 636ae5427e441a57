import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, renameSync, rmSync } from 'node:fs'
import { type IncomingHttpHeaders, request as plainRequest } from 'node:http'
import { Agent, request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { TLSSocket } from 'node:tls'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Manifest } from '../../../src/store/index.ts'
import { grow, storeWithRecord } from '../../server/grown-store.ts'
import { freePorts, nginxMissing, type RunningNginx, startNginx } from '../../server/nginx.ts'

const main = join(import.meta.dirname, '../../../dist/cli/main.js')
const missing = nginxMissing()
// where everything must hold, a test that did not run has not passed
if (missing !== undefined && process.env['VISAVIS_ALL_TESTS'] !== undefined) throw new Error(missing)
if (missing !== undefined) process.stderr.write(`test/whole/server/behind-nginx.test.ts is skipped: ${missing}\n`)

interface Reply {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
  readonly protocol: string | null
}

describe.skipIf(missing !== undefined)('visavis serve --public behind nginx, with the site of deploy/nginx.conf', () => {
  let [folder, home, program, log]: [string, string, ChildProcess | undefined, string] = ['', '', undefined, '']
  let first: Manifest
  let nginx: RunningNginx | undefined
  let [port, plain, own] = [0, 0, 0]

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'visavis-nginx-'))
    home = join(folder, 'home')
    first = storeWithRecord(home)
    ;[port, plain, own] = (await freePorts(3)) as [number, number, number]
    const words = [
      'serve',
      '--public',
      '--port',
      String(own),
      '--url',
      `https://localhost:${port}`,
      '--trust-proxy',
      'loopback',
      '--log',
      'json',
      '--offer-records',
    ]
    program = spawn(process.execPath, [main, ...words, '--rate', '5', '--burst', '20', '--ahead', '0'], {
      env: { ...process.env, VISAVIS_HOME: home },
    })
    program.stderr!.on('data', (data) => (log += data))
    await once(program.stdout!, 'data')
    nginx = await startNginx(folder, { port, plain, program: own })
    while ((await ask('/healthz')).status !== 200) await pause(50)
  }, 400_000)

  afterAll(async () => {
    await nginx?.stop()
    program?.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })

  /** One request over TLS. The server sees the client at `from`: each address of 127.0.0.0/8 is one of this machine. */
  function ask(
    path: string,
    { from = '127.0.0.1', headers = {}, agent }: { from?: string; headers?: Record<string, string>; agent?: Agent } = {},
  ): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const options = {
        ca: nginx!.certificate,
        servername: 'localhost',
        localAddress: from,
        headers: { host: `localhost:${port}`, ...headers },
      }
      const asked = request(`https://127.0.0.1:${port}${path}`, { ...options, agent: agent ?? false }, (response) => {
        const pieces: Buffer[] = []
        const protocol = (response.socket as TLSSocket).getProtocol()
        response.on('data', (piece: Buffer) => pieces.push(piece))
        response.on('error', reject)
        response.on('end', () =>
          resolve({ status: response.statusCode!, headers: response.headers, text: Buffer.concat(pieces).toString(), protocol }),
        )
      })
      asked.on('error', reject)
      asked.end()
    })
  }

  const idInUse = async (from: string): Promise<string> =>
    (JSON.parse((await ask('/healthz', { from })).text) as { snapshot: string }).snapshot

  test('TLS ends at nginx, an address without it leads there, and the security headers arrive', async () => {
    const { status, headers, protocol } = await ask('/api/v1/states?name=Moscow')
    expect([status, protocol]).toEqual([200, 'TLSv1.3'])
    expect(headers['strict-transport-security']).toBe('max-age=31536000')
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['x-request-id']).toMatch(/^[0-9a-f]{32}$/)
    const redirected = await new Promise<IncomingHttpHeaders>((resolve) => {
      plainRequest(`http://127.0.0.1:${plain}/dyad/CHN/RUS`, { headers: { host: 'localhost' } }, (response) =>
        resolve(response.resume().headers),
      ).end()
    })
    expect(redirected.location).toBe('https://localhost/dyad/CHN/RUS')
  })

  test('a part of a record passes as it is, and so does the rest of one', async () => {
    const part = Object.values(first.tables).flat()[0]!
    const path = `/records/${first.id}/${part.file}`
    const whole = await ask(path, { headers: { 'accept-encoding': 'gzip' } })
    expect([whole.status, whole.headers.etag, whole.headers['content-length'], whole.headers['content-encoding']]).toEqual([
      200,
      `"${part.sha256}"`,
      String(part.bytes),
      undefined,
    ])
    const rest = await ask(path, { headers: { range: 'bytes=100-', 'if-range': whole.headers.etag! } })
    expect([rest.status, rest.headers['content-range']]).toEqual([206, `bytes 100-${part.bytes - 1}/${part.bytes}`])
    const manifest = await ask(`/records/${first.id}/manifest.json`, { headers: { 'accept-encoding': 'gzip' } })
    expect([JSON.parse(manifest.text), manifest.headers.etag?.startsWith('W/')]).toEqual([first, false])
  })

  test('an answer has a strong ETag for each encoding, and is not sent again to who has it', async () => {
    const path = '/api/v1/assess?a=CHN&b=RUS'
    const [whole, gzip, brotli] = [
      await ask(path),
      await ask(path, { headers: { 'accept-encoding': 'gzip, deflate' } }),
      await ask(path, { headers: { 'accept-encoding': 'gzip, deflate, br, zstd' } }),
    ]
    expect([whole, gzip, brotli].map(({ headers }) => headers['content-encoding'])).toEqual([undefined, 'gzip', 'br'])
    const tags = [whole, gzip, brotli].map(({ headers }) => headers.etag!)
    for (const tag of tags) expect(tag).toMatch(/^"[0-9a-f]{32}(-gzip|-br)?"$/)
    expect(new Set(tags).size).toBe(3)
    for (const [tag, accepted] of [
      [tags[0]!, ''],
      [tags[1]!, 'gzip'],
      [tags[2]!, 'br'],
    ] as const) {
      const again = await ask(path, { headers: { 'if-none-match': tag, 'accept-encoding': accepted } })
      expect([again.status, again.text]).toEqual([304, ''])
    }
  })

  test('an asset never changes under its name, a page is asked for each time', async () => {
    const page = await ask('/dyad/CHN/RUS')
    expect([page.status, page.headers['cache-control']]).toEqual([200, 'no-cache'])
    const asset = /\/assets\/[\w.-]+\.js/.exec(page.text)![0]
    expect((await ask(asset)).headers['cache-control']).toBe('public, max-age=31536000, immutable')
  })

  test('a client that asks too much is told so, by the address that nginx saw and whatever it writes itself', async () => {
    const one = async (n: number): Promise<number> =>
      (await ask(`/api/v1/states?name=Moscow&on=${1900 + n}`, { from: '127.0.0.21', headers: { 'x-forwarded-for': `192.0.2.${n}` } }))
        .status
    const all: number[] = []
    // at once, as a slow machine would otherwise give tokens back meanwhile
    while (!all.includes(429)) all.push(...(await Promise.all(Array.from({ length: 60 }, (_, n) => one(n)))))
    expect(new Set(all)).toEqual(new Set([200, 429]))
    expect((await ask('/api/v1/states?name=Moscow&on=1949', { from: '127.0.0.22' })).status).toBe(200)
  })

  test('metrics are for this machine only, health for everyone', async () => {
    expect((await ask('/metrics')).status).toBe(404)
    expect((await ask('/healthz')).status).toBe(200)
    const metrics = await (await fetch(`http://127.0.0.1:${own}/metrics`)).text()
    expect(metrics).toMatch(/^visavis_requests_limited_total [1-9]/m)
    expect(metrics).toMatch(/\n# EOF\n$/)
  })

  test('a newer snapshot comes into use under load without a lost request, at once by SIGHUP; one that is gone is a 503 until it is back', async () => {
    let [isOver, answered] = [false, 0]
    const faults: string[] = []
    const reader = async (n: number): Promise<void> => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 })
      for (let i = 0; !isOver; i++) {
        const path = ['/api/v1/assess?a=CHN&b=RUS', `/api/v1/states?name=Moscow&on=${1950 + ((7 * n + i) % 60)}`, '/', '/api/v1/sources'][
          i % 4
        ]!
        const reply = await ask(path, { from: `127.0.0.${100 + n}`, agent }).catch((cause: Error) => ({ status: 0, text: String(cause) }))
        if (reply.status === 200) answered++
        else faults.push(`${reply.status} ${path} ${reply.text.slice(0, 200)}`)
        // within the rate of a client
        await pause(250)
      }
      agent.destroy()
    }
    const readers = Array.from({ length: 20 }, (_, n) => reader(n))
    await pause(1000)
    const second = grow(home, first, 'a newer one')
    program!.kill('SIGHUP')
    while ((await idInUse('127.0.0.90')) !== second.id) await pause(50)
    const third = grow(home, second, 'the newest')
    while ((await idInUse('127.0.0.90')) !== third.id) await pause(50)
    await pause(500)
    isOver = true
    await Promise.all(readers)
    expect([faults, answered > 40]).toEqual([[], true])
    const away = join(folder, 'away')
    renameSync(join(home, 'snapshots'), away)
    while ((await ask('/healthz', { from: '127.0.0.91' })).status !== 503) await pause(50)
    const refused = await ask('/api/v1/assess?a=CHN&b=USA', { from: '127.0.0.91' })
    expect([refused.status, JSON.parse(refused.text).code]).toEqual([503, 'Unavailable'])
    renameSync(away, join(home, 'snapshots'))
    while ((await ask('/healthz', { from: '127.0.0.91' })).status !== 200) await pause(50)
    expect((await ask('/api/v1/assess?a=CHN&b=USA', { from: '127.0.0.91' })).status).toBe(200)
  }, 400_000)

  test('SIGTERM lets a question under way end, and the log is JSON to its last line', async () => {
    const underWay = ask('/api/v1/assess?a=DEU&b=POL', { from: '127.0.0.92' })
    while (!(await (await fetch(`http://127.0.0.1:${own}/metrics`)).text()).match(/^visavis_questions_running [1-9]/m)) await pause(1)
    const ended = once(program!, 'exit')
    program!.kill('SIGTERM')
    expect((await underWay).status).toBe(200)
    expect(await ended).toEqual([0, null])
    const lines = log
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { event: string; status?: number })
    expect(new Set(lines.map(({ event }) => event))).toEqual(new Set(['request', 'record-in-use', 'record-gone']))
    expect(log).not.toContain('Moscow')
  })
})
