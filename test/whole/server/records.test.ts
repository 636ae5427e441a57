import { mkdirSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { type IncomingMessage, request } from 'node:http'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { byteRange } from '../../../src/server/byte-range.ts'
import type { ServeOptions } from '../../../src/server/serve.ts'
import { bundledRecord, listSnapshots, type Part } from '../../../src/store/index.ts'
import { type Opened, openServer } from '../../server/open-server.ts'
import { card } from '../../store/rows.ts'
import { type MadeRecord, madeRecord } from '../../work/made-records.ts'

interface Offering extends Opened, MadeRecord {
  readonly part: Part
  readonly path: string
}

/** A public server that offers a record with parts of these sizes. */
async function offering(sizes: readonly number[] = [200_000], open: ServeOptions['open'] = {}): Promise<Offering> {
  const server = await openServer({ open: { offerRecords: true, ...open } })
  const made = await madeRecord(server.home, sizes)
  const part = made.manifest.tables['voters']![0]!
  return { ...server, ...made, part, path: `/records/${made.manifest.id}/${part.file}` }
}

const forbidden = { ...card, id: 'not-ours', licence: { id: 'SIPRI, non-commercial', redistribute: false, terms: 'no' } }

describe('/records/', () => {
  test('the manifest and the parts that it names, whole, not packed, and for ever', async () => {
    const { ask, manifest, parts, part, path } = await offering()
    const told = await ask(`/records/${manifest.id}/manifest.json`, { headers: { 'accept-encoding': 'br, gzip' } })
    expect([told.status, told.json()]).toEqual([200, manifest])
    expect(told.headers['content-encoding']).toBe(undefined)
    const whole = await ask(path, { headers: { 'accept-encoding': 'br, gzip' } })
    expect([whole.status, whole.body.equals(parts[0]!)]).toEqual([200, true])
    expect(whole.headers).toMatchObject({
      'content-length': '200000',
      'content-type': 'application/vnd.apache.parquet',
      'accept-ranges': 'bytes',
      'cache-control': 'public, max-age=31536000, immutable',
      etag: `"${part.sha256}"`,
    })
    expect(whole.headers['content-encoding']).toBe(undefined)
    const head = await ask(path, { method: 'HEAD' })
    expect([head.status, head.headers['content-length'], head.body.length]).toEqual([200, '200000', 0])
    expect((await ask(path, { headers: { 'if-none-match': `"${part.sha256}"` } })).status).toBe(304)
  })

  test('a range is sent alone, one that is not there is refused, and If-Range with another tag gets the whole', async () => {
    const { ask, parts, part, path } = await offering()
    const rest = await ask(path, { headers: { range: 'bytes=150000-', 'if-range': `"${part.sha256}"` } })
    expect([rest.status, rest.headers['content-range'], rest.headers['content-length']]).toEqual([
      206,
      'bytes 150000-199999/200000',
      '50000',
    ])
    expect(rest.body.equals(parts[0]!.subarray(150_000))).toBe(true)
    const beyond = await ask(path, { headers: { range: 'bytes=200000-' } })
    expect([beyond.status, beyond.headers['content-range'], beyond.json()['code']]).toEqual([416, 'bytes */200000', 'RangeNotSatisfiable'])
    for (const since of ['"0000"', `W/"${part.sha256}"`, 'Tue, 01 Dec 2026 00:00:00 GMT']) {
      const other = await ask(path, { headers: { range: 'bytes=150000-', 'if-range': since } })
      expect([since, other.status, other.body.length]).toEqual([since, 200, 200_000])
    }
    expect((await ask(path, { headers: { range: 'bytes=0-1,4-5' } })).status).toBe(200)
  })

  test.each([
    ['bytes=0-0', 10, { from: 0, to: 0 }],
    ['bytes=3-99', 10, { from: 3, to: 9 }],
    ['bytes=-99', 10, { from: 0, to: 9 }],
    ['bytes=-0', 10, null],
    ['bytes=10-', 10, null],
    [`bytes=${'9'.repeat(400)}-`, 10, null],
    ['bytes=5-3', 10, undefined],
    ['bytes=-', 10, undefined],
    ['lines=1-2', 10, undefined],
    ['bytes=1e3-', 10, undefined],
    [undefined, 10, undefined],
  ])('the range %j of %d bytes', (header, size, range) => {
    expect(byteRange(header, size)).toEqual(range)
  })

  test('nothing else can be read: no path outside, no link, no half id, no part of another record, by no other method', async () => {
    const { ask, home, manifest, part, path } = await offering()
    const other = await madeRecord(home, [1000])
    writeFileSync(join(home, 'secret'), 'ours alone')
    mkdirSync(join(home, 'elsewhere'))
    writeFileSync(join(home, 'elsewhere', 'manifest.json'), 'ours alone')
    symlinkSync(join(home, 'elsewhere'), join(home, 'snapshots', 'aaaaaaaaaaaaaaaa'))
    const { id } = manifest
    const paths = [
      ...[`/records/${id}/../../secret`, `/records/${id}/parts/../../../secret`, `/records/${id}/parts/..%2f..%2f..%2fsecret`],
      ...[`/records/${id}/parts/%2e%2e%2fsecret`, `/records/..%2f..%2fsecret/manifest.json`, `/records/${id}/parts/%00`],
      ...[`/records/${id}/parts/${encodeURIComponent(join(home, 'secret'))}`, `/records/%2e%2e/manifest.json`],
      ...[`/records/${id}/`, '/records/', `/records/${id}/parts/`, `/records/${id}/manifest.json/x`, `/records/${id}/snapshots/${id}`],
      ...[
        `/records/${id.slice(0, 8)}/manifest.json`,
        `/records/${id.toUpperCase()}x/manifest.json`,
        '/records/aaaaaaaaaaaaaaaa/manifest.json',
      ],
      `/records/${id}/${other.manifest.tables['voters']![0]!.file}`,
    ]
    for (const one of paths) {
      const { status, text } = await ask(one)
      // an address whose dots lead out of /records/ is that of a page
      const isPage = !new URL(one, 'http://x').pathname.startsWith('/records/')
      expect([one, isPage || status === 404, text.includes('ours alone')]).toEqual([one, true, false])
    }
    expect((await ask(path, { method: 'POST', body: 'x' })).headers['allow']).toBe('GET, HEAD')
    // a link in place of a part, of the right size even, is not followed
    const [real, away] = [join(home, part.file), join(home, 'away')]
    renameSync(real, away)
    symlinkSync(away, real)
    const linked = await ask(path)
    expect([linked.status, linked.json()['code'], linked.text.includes(home)]).toEqual([500, 'TornSnapshot', false])
  })

  test('without the option there is nothing, and the answer says which option', async () => {
    const { ask, path } = await offering([1000], { offerRecords: false })
    const { status, json } = await ask(path)
    expect([status, json()['detail'], json()['hint']]).toEqual([
      404,
      'this server offers no records',
      'visavis serve --public --offer-records',
    ])
  })

  test('a record with a source that may not be passed on is refused whole, with the source and its terms', async () => {
    const { ask, home } = await offering()
    const { manifest } = await madeRecord(home, [1000], [card, forbidden])
    for (const path of [`manifest.json`, manifest.tables['voters']![0]!.file]) {
      const refused = await ask(`/records/${manifest.id}/${path}`)
      expect([refused.status, refused.json()]).toEqual([
        451,
        expect.objectContaining({
          code: 'NotPassedOn',
          title: 'Not passed on',
          detail: `the record ${manifest.id} has sources that may not be passed on: not-ours (SIPRI, non-commercial)`,
        }),
      ])
    }
  })

  test('a record that is gone, or not whole, is not there; and there again when it is back', async () => {
    const { ask, home, manifest, part } = await offering()
    const path = `/records/${manifest.id}/manifest.json`
    expect((await ask(path)).status).toBe(200)
    renameSync(join(home, 'snapshots', manifest.id), join(home, 'away'))
    expect([(await ask(path)).status, (await ask(path)).json()['code']]).toEqual([404, 'NoSnapshot'])
    renameSync(join(home, 'away'), join(home, 'snapshots', manifest.id))
    expect((await ask(path)).status).toBe(200)
    truncateSync(join(home, part.file), 100)
    rmSync(join(home, 'snapshots', manifest.id, 'manifest.json'))
    expect((await ask(path)).status).toBe(404)
  })

  test('the bundled record is offered: all its sources may be passed on', async () => {
    const { ask } = await openServer({ open: { offerRecords: true } })
    const [bundled] = await listSnapshots(bundledRecord())
    expect((await ask(`/records/${bundled!.id}/manifest.json`)).json()).toEqual(bundled)
  })
})

describe('downloads', () => {
  /** A download that is begun and not read on. */
  function begun({ url }: Opened, path: string, from: string): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const asked = request(`${url}${path}`, { agent: false, headers: { 'x-forwarded-for': from } }, (answer) => {
        onTestFinished(() => void asked.destroy())
        answer.on('error', () => undefined)
        resolve(answer.pause())
      })
      asked.on('error', reject).end()
    })
  }

  test('a client has eight at once, which count as no questions; another client is served, and a place that was left is free', async () => {
    const server = await offering([64_000_000], { trustProxy: ['loopback'], rate: { perSecond: 1, burst: 1 }, publicMetrics: true })
    const held = await Promise.all(Array.from({ length: 8 }, () => begun(server, server.path, '192.0.2.1')))
    expect(held.map(({ statusCode }) => statusCode)).toEqual(held.map(() => 200))
    const ninth = await begun(server, server.path, '192.0.2.1')
    expect([ninth.statusCode, ninth.headers['retry-after']]).toEqual([429, '5'])
    expect((await begun(server, server.path, '192.0.2.2')).statusCode).toBe(200)
    expect((await server.ask('/metrics')).text).toContain('visavis_record_downloads 9\n')
    const asked = await server.ask('/api/v1/states?name=Moscow', { headers: { 'x-forwarded-for': '192.0.2.1' } })
    expect(asked.status).not.toBe(429)
    held[0]!.destroy()
    await until(async () => (await begun(server, server.path, '192.0.2.1')).statusCode === 200)
  })

  test('a part that is cut while it is sent ends the connection: the client does not take it for whole', async () => {
    const server = await offering([64_000_000])
    const answer = await begun(server, server.path, '192.0.2.1')
    truncateSync(join(server.home, server.part.file), 1000)
    let received = 0
    answer.on('data', (piece: Buffer) => (received += piece.length)).resume()
    await new Promise((resolve) => answer.once('close', resolve))
    expect([answer.complete, received < 64_000_000]).toEqual([false, true])
  })

  test('one of which nothing is taken is ended, and its place is free', async () => {
    const server = await offering([64_000_000], { stall: 3000, publicMetrics: true })
    await begun(server, server.path, '192.0.2.1')
    expect((await server.ask('/metrics')).text).toContain('visavis_record_downloads 1\n')
    await until(async () => (await server.ask('/metrics')).text.includes('visavis_record_downloads 0\n'))
  })
})

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause(50)
}
