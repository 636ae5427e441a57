import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { operations } from '../../../src/operations/catalogue.ts'
import { matchesEtag, negotiateEncoding } from '../../../src/server/content-encoding.ts'
import { isCacheable } from '../../../src/server/operation-routes.ts'
import { type Opened, openServer } from '../../server/open-server.ts'

const similarity = '/api/v1/measure/similarity?a=CHN&b=RUS&year=2018&draws=100'
const baci = (...rows: string[]): string => `year,iso_o,iso_d,value_thousand_usd\n${rows.join('\n')}\n`

/** Makes a new snapshot in the server's store; its id. */
async function added({ bring, post }: Opened, ...rows: string[]): Promise<string> {
  const files = [await bring('baci.csv', baci(...rows))]
  // so few rows in place of thousands are stored only for who says so
  const { status, text, json } = await post('/api/v1/add', { source: 'baci', files, accept: true })
  expect(status, text).toBe(200)
  return json<{ snapshot: { id: string } }>().snapshot.id
}

describe('an answer has a tag of its snapshot and its question', () => {
  test('the same question is answered 304 without a body, by GET and by HEAD', async () => {
    const { ask } = await openServer()
    const first = await ask(similarity)
    const etag = first.headers.etag!
    expect([first.status, first.headers['cache-control']]).toEqual([200, 'private, no-cache'])
    for (const method of ['GET', 'HEAD'])
      for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
        const again = await ask(similarity, { method, headers: { 'if-none-match': known } })
        expect([known, again.status, again.body.length, again.headers.etag]).toEqual([known, 304, 0, etag])
      }
    expect((await ask(similarity, { headers: { 'if-none-match': '"other"' } })).text).toBe(first.text)
  })

  test('HEAD has the headers of GET and no body', async () => {
    const { ask } = await openServer()
    const [get, head] = [await ask(similarity), await ask(similarity, { method: 'HEAD' })]
    expect([head.status, head.body.length]).toEqual([200, 0])
    for (const name of ['etag', 'content-type', 'cache-control', 'vary', 'content-security-policy'])
      expect(head.headers[name], name).toBe(get.headers[name])
  })

  test('another input or another form is another tag, the order of the inputs is not', async () => {
    const { ask } = await openServer()
    const tagOf = async (query: string) => (await ask(`/api/v1/measure/similarity?${query}`)).headers.etag
    const own = await tagOf('a=CHN&b=RUS&year=2018&draws=100')
    expect(await tagOf('draws=100&year=2018&b=RUS&a=CHN')).toBe(own)
    const others = ['a=CHN&b=RUS&year=2017&draws=100', 'a=CHN&b=USA&year=2018&draws=100', 'a=CHN&b=RUS&year=2018&draws=100&format=csv']
    expect(new Set([own, ...(await Promise.all(others.map(tagOf)))]).size).toBe(4)
  })

  test('a new snapshot is another tag and another answer; what was asked of the old one by its id stays', async () => {
    const server = await openServer()
    const old = await added(server, '2021,CHN,RUS,7')
    const [newest, fixed] = ['/api/v1/mirror?a=CHN&b=RUS&from=2021&to=2021', `/api/v1/mirror?a=CHN&b=RUS&from=2021&to=2021&snapshot=${old}`]
    const before = await server.ask(newest)
    const kept = await server.ask(fixed)
    await added(server, '2021,CHN,RUS,14')
    const after = await server.ask(newest, { headers: { 'if-none-match': before.headers.etag! } })
    expect(after.status).toBe(200)
    expect(after.headers.etag).not.toBe(before.headers.etag)
    expect([before.text.includes('7000'), after.text.includes('14000'), after.text.includes('"value":7000')]).toEqual([true, true, false])
    expect((await server.ask(fixed, { headers: { 'if-none-match': kept.headers.etag! } })).status).toBe(304)
  })

  test('what rests on more than the snapshot is worked out each time, and tagged by what it says', async () => {
    const server = await openServer()
    await added(server, '2021,CHN,RUS,7')
    const before = await server.ask('/api/v1/claims/due')
    expect((await server.ask('/api/v1/claims/due', { headers: { 'if-none-match': before.headers.etag! } })).status).toBe(304)
    const text = 'In 2019 trade between China and Russia will likely exceed $100 billion by 2021.'
    const kept = await server.post('/api/v1/read', { file: await server.bring('note.txt', text), date: '2019-03-01', keep: true })
    expect(kept.status).toBe(200)
    expect(kept.json<{ kept: unknown[] | null }>().kept).not.toBeNull()
    const after = await server.ask('/api/v1/claims/due', { headers: { 'if-none-match': before.headers.etag! } })
    expect([after.status, after.text === before.text]).toEqual([200, false])
  })
})

test('an answer is kept where the snapshot, the day and the inputs settle it: not where it hangs on what was saved, or on a page out there', () => {
  const asked = operations.filter(({ writes }) => writes !== true)
  expect(asked.filter((operation) => !isCacheable(operation, {})).map(({ name }) => name)).toEqual([
    'outlook due',
    'outlook score',
    'claims due',
    'diff',
  ])
  const read = operations.find(({ name }) => name === 'read')!
  expect(isCacheable(read, { file: '/tmp/visavis-uploads-x/y/note.txt' })).toBe(true)
  expect(isCacheable(read, { file: 'HTTPS://example.org/' })).toBe(false)
})

describe('an answer goes packed to who takes that', () => {
  test('by brotli or gzip, with a tag of its own each; the bytes unpacked are the same', async () => {
    const { ask } = await openServer()
    const plain = await ask('/api/v1/sources?all=true')
    const packed = (coding: string) => ask('/api/v1/sources?all=true', { headers: { 'accept-encoding': coding } })
    const [gzip, brotli, none] = [await packed('gzip'), await packed('gzip, deflate, br'), await packed('zstd, br;q=0')]
    expect([plain, gzip, brotli, none].map(({ headers }) => headers['content-encoding'])).toEqual([undefined, 'gzip', 'br', undefined])
    expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true)
    expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true)
    expect(Math.max(gzip.body.length, brotli.body.length)).toBeLessThan(plain.body.length / 2)
    expect(new Set([plain, gzip, brotli].map(({ headers }) => headers.etag)).size).toBe(3)
    for (const { headers } of [plain, gzip, brotli]) {
      expect(headers.vary).toBe('accept-encoding')
      const again = await ask('/api/v1/sources?all=true', { headers: { 'if-none-match': headers.etag!, 'accept-encoding': 'br' } })
      expect(again.status).toBe(304)
    }
  })

  test('the pages too, and a few bytes or a zip are sent as they are', async () => {
    const { ask } = await openServer()
    const page = await ask('/', { headers: { 'accept-encoding': 'gzip' } })
    const script = /src="(\/assets\/[^"]+\.js)"/.exec((await ask('/')).text)![1]!
    for (const [coding, unpack] of [
      ['gzip', gunzipSync],
      ['br', brotliDecompressSync],
    ] as const) {
      const [plain, packed] = [await ask(script), await ask(script, { headers: { 'accept-encoding': coding } })]
      expect([packed.headers['content-encoding'], packed.headers['cache-control']]).toEqual([coding, 'public, max-age=31536000, immutable'])
      expect(unpack(packed.body).equals(plain.body)).toBe(true)
      expect((await ask(script, { headers: { 'if-none-match': packed.headers.etag! } })).status).toBe(304)
    }
    expect(page.headers['cache-control']).toBe('no-cache')
    const [small, zip] = ['/api/v1/record', '/api/v1/assess?a=MCO&b=TUV&format=zip'].map((path) =>
      ask(path, { headers: { 'accept-encoding': 'gzip, br' } }),
    )
    expect((await small!).headers['content-encoding']).toBeUndefined()
    expect((await zip!).headers['content-encoding']).toBeUndefined()
  })

  test('what the asker likes best is what is sent', () => {
    expect(negotiateEncoding('gzip;q=1.0, br;q=0.2', ['br', 'gzip'])).toBe('gzip')
    expect(negotiateEncoding('BR', ['br', 'gzip'])).toBe('br')
    expect(negotiateEncoding('*', ['gzip'])).toBe('gzip')
    expect(negotiateEncoding('gzip;q=0', ['gzip'])).toBeUndefined()
    expect(negotiateEncoding('gzip;q=nonsense', ['gzip'])).toBeUndefined()
    expect(negotiateEncoding(undefined, ['gzip'])).toBeUndefined()
    expect(matchesEtag('"a1-br"', '"a1"')).toBe(true)
    expect(matchesEtag('"a12"', '"a1"')).toBe(false)
  })
})

describe('an answer is called by what was asked', () => {
  const names: [string, string][] = [
    ['assess?a=China&b=T%C3%BCrkiye&format=md', 'assess-China-Turkiye.md'],
    ['measure/similarity?a=CHN&b=RUS&year=2018&draws=100&format=csv', 'measure-similarity-CHN-RUS.csv'],
    ['states?name=C%C3%B4te%20d%27Ivoire&format=table', 'states-Cote-d-Ivoire.txt'],
    ['sources?format=csv', 'sources.csv'],
  ]
  test.each(names)('%s is %s', async (path, name) => {
    const { ask } = await openServer()
    const { status, headers } = await ask(`/api/v1/${path}`)
    expect([status, headers['content-disposition']]).toEqual([200, `inline; filename="${name}"`])
  })

  test('that of a text by the name of the text', async () => {
    const server = await openServer()
    const file = await server.bring('My essay (draft).txt', 'China imported goods worth $130 billion from Russia in 2023.')
    const { headers } = await server.post('/api/v1/read', { file, format: 'md' })
    expect(headers['content-disposition']).toBe('inline; filename="read-My-essay-draft.md"')
  })
})

test('a snapshot that is taken away under the server is answered from what is left', async () => {
  const server = await openServer()
  const id = await added(server, '2021,CHN,RUS,7')
  const own = (await server.ask('/api/v1/record')).json<{ snapshot: { id: string } }>()
  expect(own.snapshot.id).toBe(id)
  rmSync(join(server.home, 'snapshots', id), { recursive: true })
  const left = (await server.ask('/api/v1/record')).json<{ snapshot: { id: string } }>()
  expect(left.snapshot.id).not.toBe(id)
})
