import { renameSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { clientAddress, clientNetwork, TrustedProxies } from '../../../src/server/public/client-address.ts'
import { RequestMetrics } from '../../../src/server/public/openmetrics.ts'
import { RateLimit } from '../../../src/server/public/rate-limit.ts'
import { ClientNames } from '../../../src/server/public/request-log.ts'
import { daysAhead, WorkAhead } from '../../../src/server/public/work-ahead.ts'
import type { ServeOptions, ServerEvent } from '../../../src/server/serve.ts'
import { grow, storeWithRecord } from '../../server/grown-store.ts'
import { type Opened, openServer, withOperation, working } from '../../server/open-server.ts'
import { freshRoot } from '../../store/fresh-root.ts'

/** A public server that is ready, and what it reported. */
async function openPublic(
  open: ServeOptions['open'] = {},
  options: Partial<ServeOptions> = {},
): Promise<Opened & { events: ServerEvent[] }> {
  const events: ServerEvent[] = []
  const server = await openServer({ ...options, open: { lookEvery: 100, ...open }, onEvent: (event) => void events.push(event) })
  await until(async () => (await server.ask('/healthz')).status === 200)
  return { ...server, events }
}

async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await holds())) await pause(20)
}

describe('a server for the public is read-only', () => {
  test('what would write, or fetch, is refused with the reason, by any method; other questions are answered', async () => {
    const { ask, post } = await openPublic({}, { env: { VISAVIS_READERS: 'http://127.0.0.1:1' } })
    const refused = [
      await post('/api/v1/add', { source: 'baci', files: ['upload:x'] }),
      await ask('/api/v1/pull'),
      await post('/api/v1/pull', { source: 'world-bank' }),
      await ask('/api/v1/files?name=a.txt', { method: 'POST', body: 'text' }),
      await post('/api/v1/assess', { a: 'CHN', b: 'RUS', save: true }),
      await ask('/api/v1/assess?a=CHN&b=RUS&pull=true'),
      await ask('/api/v1/claims/due'),
      await post('/api/v1/outlook/score', {}),
      await ask('/api/v1/read?file=https://example.org/'),
    ]
    expect(refused.map(({ status, headers, json }) => [status, headers['content-type'], json()['code']])).toEqual(
      refused.map(() => [403, 'application/problem+json', 'ReadOnly']),
    )
    expect(refused[0]!.json()['detail']).toBe('this server is read-only: it stores nothing')
    expect((await post('/api/v1/read', { file: 'data:,x', reader: 'http://127.0.0.1:1' })).json()['detail']).toMatch(
      /only on the command line/,
    )
    const described = (await ask('/api/v1/openapi.json')).json<{ paths: Record<string, unknown> }>().paths
    expect(Object.keys(described)).toContain('/api/v1/assess')
    expect(Object.keys(described)).not.toContain('/api/v1/add')
    expect(JSON.stringify(described['/api/v1/assess'])).not.toContain('"save"')
  })

  test('a text in the request is read without an upload, and is not in what is reported', async () => {
    const { post, events } = await openPublic()
    const text = 'Both China and Russia belong to BRICS.'
    const encoded = [`data:,${encodeURIComponent(text)}`, `data:text/plain;base64,${Buffer.from(text).toString('base64')}`]
    for (const file of encoded) {
      const reply = await post('/api/v1/read', { file, date: '2024-05-01' })
      expect(reply.json()).toMatchObject({ claims: [{ verdict: 'supported' }] })
      expect(reply.headers['cache-control']).toBe('no-store')
    }
    expect((await post('/api/v1/read', { file: 'data:,%' })).json()['code']).toBe('Usage')
    expect((await post('/api/v1/read', { file: 'data:;base64' })).json()['code']).toBe('Usage')
    expect(JSON.stringify(events)).not.toContain('BRICS')
  })
})

describe('limits for each client', () => {
  test('beyond its rate a client is told how long to wait, and another one is answered; pages are not counted', async () => {
    const { ask } = await openPublic({ trustProxy: ['loopback'], rate: { perSecond: 1, burst: 3 } })
    const from = (address: string) => ask('/api/v1/states?name=Moscow', { headers: { 'x-forwarded-for': address } })
    const statuses = []
    for (let n = 0; n < 5; n++) statuses.push((await from('192.0.2.1')).status)
    expect(statuses.slice(0, 3)).toEqual([200, 200, 200])
    expect(statuses).toContain(429)
    const refused = await from('192.0.2.1')
    expect([refused.status, refused.headers['retry-after'], refused.json()['code']]).toEqual([429, '1', 'TooManyRequests'])
    // what a client writes before the address that the proxy saw changes nothing
    expect((await from('198.51.100.9, 192.0.2.1')).status).toBe(429)
    expect((await from('192.0.2.2')).status).toBe(200)
    for (let n = 0; n < 10; n++) expect((await ask('/world', { headers: { 'x-forwarded-for': '192.0.2.1' } })).status).not.toBe(429)
  })

  test('without a trusted proxy the header is ignored', async () => {
    const { ask } = await openPublic({ rate: { perSecond: 1, burst: 2 } })
    const replies = []
    for (let n = 0; n < 4; n++) replies.push(await ask('/api/v1/states?name=Moscow', { headers: { 'x-forwarded-for': `192.0.2.${n}` } }))
    expect(replies.some(({ status }) => status === 429)).toBe(true)
  })

  test('tokens come back with time, and not more than the burst', () => {
    let now = 0
    const rate = new RateLimit({ perSecond: 2, burst: 2, atOnce: 9 }, () => now)
    expect([rate.take('a'), rate.take('a'), rate.take('a')]).toEqual([0, 0, 1])
    now = 500
    expect([rate.take('a'), rate.take('a')]).toEqual([0, 1])
    now = 1e6
    expect([rate.take('a'), rate.take('a'), rate.take('a')]).toEqual([0, 0, 1])
  })

  test('what runs at the same time is limited too, and a client that is silent is forgotten', () => {
    let now = 0
    const rate = new RateLimit({ perSecond: 10, burst: 10, atOnce: 2 }, () => now)
    expect([rate.take('a'), rate.take('a'), rate.take('a')]).toEqual([0, 0, 1])
    rate.done('a')
    expect(rate.take('a')).toBe(0)
    rate.done('a')
    rate.done('a')
    now = 10_000
    rate.take('b')
    expect(rate.clients).toBe(1)
  })

  test('the address of a client is the last one that a trusted proxy saw', () => {
    const trusted = new TrustedProxies(['loopback', '10.0.0.0/8', '2001:db8:1::/48'])
    const of = (connected: string, forwarded?: string): string => clientAddress(connected, forwarded, trusted)
    expect(of('127.0.0.1')).toBe('127.0.0.1')
    expect(of('::ffff:127.0.0.1', '192.0.2.7')).toBe('192.0.2.7')
    expect(of('127.0.0.1', '192.0.2.7, 10.1.2.3')).toBe('192.0.2.7')
    expect(of('2001:db8:1::2', '2001:DB8:9::1')).toBe('2001:db8:9::1')
    expect(of('127.0.0.1', 'unknown')).toBe('127.0.0.1')
    expect(of('192.0.2.9', '192.0.2.7')).toBe('192.0.2.9')
    for (const wrong of ['nginx', '10.0.0.0/33', '10.0.0.0/x', '10.0.0.0/', '10.0.0.0/8/8', ''])
      expect(() => new TrustedProxies([wrong])).toThrow('is not the address of a proxy')
    expect(['2001:db8::1', '2001:db8:0:0:5::', '::1', 'fe80::1%eth0'].map(clientNetwork)).toEqual([
      '2001:db8:0:0::/64',
      '2001:db8:0:0::/64',
      '0:0:0:0::/64',
      'fe80:0:0:0::/64',
    ])
  })

  test('when too many wait, the next is told to come later', async () => {
    const go: (() => void)[] = []
    withOperation(working(() => new Promise((resolve) => go.push(() => resolve({ done: true })))))
    const { ask } = await openPublic({}, { limits: { waiting: 1 } })
    const under = [1, 2, 3].map((n) => ask(`/api/v1/ponder?n=${n}`))
    await until(() => go.length === 2)
    await pause(50)
    const refused = await ask('/api/v1/ponder?n=4')
    expect([refused.status, refused.json()['code'], refused.headers['retry-after']]).toEqual([503, 'Busy', '5'])
    for (const answer of go) answer()
    await until(() => go.length === 3)
    go[2]!()
    expect((await Promise.all(under)).map(({ status }) => status)).toEqual([200, 200, 200])
  })
})

describe('work ahead of questions', () => {
  test('begins with what was asked most, then large states; it skips a question that fails, and may do only what was asked again', async () => {
    const of = { record: { directory: '/x', why: '' }, day: '2026-12-01' }
    const done: string[] = []
    const ahead = new WorkAhead(4, async ({ operation, inputs }, { day }) => {
      done.push([operation, ...Object.values(inputs), day].join(' '))
      if (inputs['a'] === 'KEN') throw new Error('none')
    })
    for (const a of ['FRA', 'KEN', 'KEN']) ahead.count({ operation: 'assess', inputs: { a, b: 'TZA' } })
    const signal = new AbortController().signal
    await ahead.work(of, signal)
    const usual = ['world USA kappa', 'assess CHN USA']
    expect(done.splice(0)).toEqual(['assess KEN TZA', 'assess FRA TZA', ...usual].map((one) => `${one} 2026-12-01`))
    await ahead.work(of, signal, 'repeated')
    expect(done.splice(0)).toEqual(['assess KEN TZA 2026-12-01'])
    await ahead.work(of, AbortSignal.abort())
    expect(done).toEqual([])
  })

  test('in the last hour of a day the answers of the next are made too', () => {
    expect(daysAhead(new Date('2026-12-31T22:59:59Z'))).toEqual(['2026-12-31'])
    expect(daysAhead(new Date('2026-12-31T23:00:00Z'))).toEqual(['2026-12-31', '2027-01-01'])
  })

  test('an answer given ahead is kept', async () => {
    const { ask } = await openPublic({ ahead: 1 })
    await until(async () => /^visavis_cache_size_bytes [1-9]/m.test((await ask('/metrics')).text))
    expect((await ask('/api/v1/world?of=USA&measure=kappa')).status).toBe(200)
    expect((await ask('/metrics')).text).toMatch(/^visavis_cache_hits_total 1$/m)
  })
})

describe('what an operator sees', () => {
  test('a log has one entry for a request, without its query, its text or the address of the client', async () => {
    const { ask, events } = await openPublic({ trustProxy: ['loopback'] })
    const { headers } = await ask('/api/v1/states?name=Moscow', { headers: { 'x-forwarded-for': '192.0.2.77', 'x-request-id': 'abc-1' } })
    expect(headers['x-request-id']).toBe('abc-1')
    await until(() => events.some((event) => event.event === 'request' && event.path === '/api/v1/states'))
    const entry = events.find((event) => event.event === 'request' && event.path === '/api/v1/states')!
    expect(entry).toEqual({
      ...{
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        event: 'request',
        id: 'abc-1',
        client: expect.stringMatching(/^[0-9a-f]{8}$/),
      },
      ...{ method: 'GET', path: '/api/v1/states', status: 200, ms: expect.any(Number), bytes: expect.any(Number) },
    })
    expect(JSON.stringify(entry)).not.toMatch(/Moscow|192\.0\.2/)
    const { headers: others } = await ask('/api/v1/states?name=Moscow', { headers: { 'x-request-id': 'a b' } })
    expect(others['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('a client has the same name all day and another one on the next', () => {
    const names = new ClientNames()
    const first = names.nameOf('192.0.2.1', '2026-12-01')
    expect([names.nameOf('192.0.2.1', '2026-12-01'), names.nameOf('192.0.2.2', '2026-12-01')]).toEqual([
      first,
      expect.not.stringMatching(first),
    ])
    expect(names.nameOf('192.0.2.1', '2026-12-02')).not.toBe(first)
  })

  test('metrics are OpenMetrics, for this machine only', async () => {
    const { ask } = await openPublic({ trustProxy: ['loopback'] })
    await ask('/api/v1/states?name=Moscow')
    await ask('/api/v1/states?name=Moscow')
    const { status, headers, text } = await ask('/metrics')
    expect([status, headers['content-type']]).toEqual([200, 'application/openmetrics-text; version=1.0.0; charset=utf-8'])
    expect(text).toMatch(/\n# EOF\n$/)
    expect(text).toMatch(/^visavis_requests_total\{operation="states",status="200"\} [12]$/m)
    expect(text).toMatch(/^visavis_cache_hits_total 1$/m)
    expect(text).toMatch(/^visavis_queue_length 0$/m)
    expect((await ask('/metrics', { headers: { 'x-forwarded-for': '192.0.2.1' } })).status).toBe(404)
    const shown = await openPublic({ publicMetrics: true })
    expect((await shown.ask('/metrics', { headers: { 'x-forwarded-for': '192.0.2.1' } })).status).toBe(200)
  })

  test('every line of the metrics is of the form, and a histogram counts what is below each bound', () => {
    const metrics = new RequestMetrics()
    for (const seconds of [0.001, 0.02, 0.02, 300]) metrics.observe('assess', 200, seconds)
    const lines = metrics.text({ version: '1 "x"\\\n' }, [{ name: 'one_bytes', help: 'one', unit: 'bytes', value: 1 }]).split('\n')
    for (const line of lines.slice(0, -1))
      expect(line).toMatch(/^(# (TYPE|HELP|UNIT) \w+ .+|\w+(\{(\w+="([^"\\]|\\.)*",?)+\})? [\d.e+-]+|# EOF)$/)
    const buckets = lines.filter((line) => line.includes('_bucket')).map((line) => Number(line.split(' ').at(-1)))
    expect(buckets).toEqual([1, 1, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4])
    expect(lines.find((line) => line.includes('_sum'))).toContain(' 300.041')
  })
})

describe('the record of a public server', () => {
  test('a newer snapshot is used once it is ready; one that is damaged is refused and the old one stays', async () => {
    const VISAVIS_HOME = freshRoot()
    const first = storeWithRecord(VISAVIS_HOME)
    // the test asks more often than a reader may
    const { ask, events } = await openPublic({ rate: { perSecond: 1000, burst: 1000 } }, { env: { VISAVIS_HOME } })
    const inUse = async () => (await ask('/api/v1/record')).json<{ snapshot: { id: string } }>().snapshot.id
    const tag = (await ask('/api/v1/sources')).headers['etag']!
    const told = { 'if-none-match': tag }
    expect([await inUse(), (await ask('/api/v1/sources', { headers: told })).status]).toEqual([first.id, 304])
    const second = grow(VISAVIS_HOME, first, 'the second')
    await until(async () => (await inUse()) === second.id)
    expect((await ask('/api/v1/sources', { headers: told })).status).toBe(200)
    const third = grow(VISAVIS_HOME, second, 'the third')
    writeFileSync(join(VISAVIS_HOME, 'snapshots', third.id, 'manifest.json'), '{')
    await until(() => events.some(({ event }) => event === 'record-refused'))
    expect([await inUse(), (await ask('/healthz')).status]).toEqual([second.id, 200])
  })

  test('one that vanishes is a 503 with a time to come back, no other record is used instead, and the server recovers', async () => {
    const VISAVIS_HOME = freshRoot()
    const { id } = storeWithRecord(VISAVIS_HOME)
    const { ask } = await openPublic({}, { env: { VISAVIS_HOME } })
    expect((await ask('/api/v1/assess?a=CHN&b=RUS')).status).toBe(200)
    renameSync(join(VISAVIS_HOME, 'snapshots', id), join(VISAVIS_HOME, 'away'))
    await until(async () => (await ask('/healthz')).status === 503)
    for (const path of ['/api/v1/assess?a=CHN&b=RUS', '/api/v1/sources', '/api/v1/record', '/api/v1/assess?a=CHN&b=USA']) {
      const { status, headers, json, text } = await ask(path)
      expect([status, headers['retry-after'], json()['code']]).toEqual([503, '5', 'Unavailable'])
      expect(text).not.toContain(VISAVIS_HOME)
    }
    renameSync(join(VISAVIS_HOME, 'away'), join(VISAVIS_HOME, 'snapshots', id))
    await until(async () => (await ask('/healthz')).status === 200)
    expect((await ask('/api/v1/assess?a=CHN&b=USA')).status).toBe(200)
  })

  test('no answer shows a folder of the machine', async () => {
    const { ask, home } = await openPublic()
    for (const path of ['/api/v1/record', '/api/v1/sources?snapshot=00000000', '/healthz'])
      expect((await ask(path)).text).not.toContain(home)
  })
})

describe('names', () => {
  test('it answers the name of its address and of this machine, and no other', async () => {
    const { ask, port } = await openPublic({ url: 'https://visavis.example.org' })
    const status = async (headers: Record<string, string>) => (await ask('/api/v1/record', { headers })).status
    expect(await status({ host: 'visavis.example.org' })).toBe(200)
    expect(await status({ host: 'visavis.example.org', origin: 'https://visavis.example.org' })).toBe(200)
    expect(await status({ host: `127.0.0.1:${port}` })).toBe(200)
    expect(await status({ host: 'other.example.org' })).toBe(403)
    expect(await status({ host: 'visavis.example.org', origin: 'https://other.example.org' })).toBe(403)
  })

  test('an address that is none is said to be none', async () => {
    for (const url of ['visavis.example.org', 'ftp://visavis.example.org', 'https://visavis.example.org/path', 'https://visavis'])
      await expect(openServer({ open: { url } })).rejects.toThrow(`${url} is not the address of a site`)
    await expect(openServer({ open: {}, host: '192.0.2.1' })).rejects.toThrow('192.0.2.1 is no address of this machine')
    const taken = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => taken.once('listening', resolve))
    const { port } = taken.address() as { port: number }
    await expect(openServer({ open: {}, port })).rejects.toThrow(`port ${port} is taken`)
    taken.close()
  })
})
