import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { connect, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { needRecord } from '../../src/operations/work/need-record.ts'
import type { ServerEvent } from '../../src/server/serve.ts'
import { download } from '../../src/sources/download/download.ts'
import { fetchedRecords, findSnapshot, verifySnapshot } from '../../src/store/index.ts'
import { printManifest } from '../../src/store/manifest.ts'
import { listening } from '../operations/provider.ts'
import { grow, storeWithRecord } from '../server/grown-store.ts'
import { openServer } from '../server/open-server.ts'
import { freshRoot } from '../store/fresh-root.ts'
import { card } from '../store/rows.ts'
import { type MadeRecord, madeRecord } from './made-records.ts'

interface Worker {
  readonly home: string
  readonly told: string[]
  need(id: string, records: string | undefined, signal?: AbortSignal): Promise<void>
  /** Files of the store, and those of a record that is not complete. */
  files(): string[]
}

/** A machine with an empty store. It does not wait between two tries. */
function worker(home = freshRoot()): Worker {
  const told: string[] = []
  return {
    home,
    told,
    need: (id, records, signal = new AbortController().signal) =>
      needRecord(id, records, {
        ...{ env: { VISAVIS_HOME: home }, signal, tell: (text: string) => void told.push(text) },
        download: (address, options) => download(address, { ...options, wait: async () => undefined }),
      }),
    files: () =>
      readdirSync(home, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(home.length + 1))
        .sort(),
  }
}

const filesOf = ({ manifest }: MadeRecord): string[] =>
  [...manifest.tables['voters']!.map(({ file }) => `fetched/${file}`), `fetched/snapshots/${manifest.id}/manifest.json`].sort()

/** A server of records that does what a handler wants, and what it was asked. */
async function serving(
  made: MadeRecord,
  handle: (name: string, request: IncomingMessage, response: ServerResponse, send: () => void) => void = (_, __, ___, send) => send(),
): Promise<{ url: string; asked: { name: string; range: string | undefined }[] }> {
  const asked: { name: string; range: string | undefined }[] = []
  const parts = new Map(
    made.manifest.tables['voters']!.map(({ file, sha256 }, i) => [file, { bytes: made.parts[i]!, etag: `"${sha256}"` }]),
  )
  const url = await listening((request, response) => {
    const name = request.url!.replace(`/records/${made.manifest.id}/`, '')
    asked.push({ name, range: request.headers.range })
    const file = name === 'manifest.json' ? { bytes: Buffer.from(printManifest(made.manifest)), etag: '"m"' } : parts.get(name)
    handle(name, request, response, () => {
      if (file === undefined) return void response.writeHead(404, { 'content-length': 0 }).end()
      const from = request.headers['if-range'] === file.etag ? Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0) : 0
      const { length } = file.bytes
      const range = from === 0 ? {} : { 'content-range': `bytes ${from}-${length - 1}/${length}` }
      response.writeHead(from === 0 ? 200 : 206, { ...range, etag: file.etag, 'content-length': length - from })
      response.end(file.bytes.subarray(from))
    })
  })
  return { url, asked }
}

/** A line to a server that is cut whenever so many bytes have come through. */
async function cutting(target: string, every: number): Promise<{ url: string; cuts: () => number }> {
  let cuts = 0
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    const there = connect(Number(new URL(target).port), '127.0.0.1')
    for (const socket of [client, there]) sockets.add(socket.on('error', () => undefined))
    client.pipe(there)
    let bytes = 0
    there.on('data', (piece: Buffer) => {
      bytes += piece.length
      if (bytes < every) return void client.write(piece)
      client.write(piece.subarray(0, piece.length - (bytes - every)), () => client.destroy())
      there.destroy()
      cuts++
    })
    there.on('end', () => client.end())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as { port: number }).port}`, cuts: () => cuts }
}

describe('a record that is not on this machine', () => {
  test('comes from a public server, whole and checked, and is used by its id alone', async () => {
    const server = await openServer({ open: { offerRecords: true } })
    const made = await madeRecord(server.home, [300_000, 50_000, 64])
    const { need, files, home, told } = worker()
    const { id } = made.manifest
    await need(id, `${server.url}/`)
    expect(files()).toEqual(filesOf(made))
    expect(await verifySnapshot(join(fetchedRecords({ VISAVIS_HOME: home }), 'snapshots', id))).toEqual([])
    expect((await findSnapshot({ snapshot: id, env: { VISAVIS_HOME: home } })).directory).toBe(join(home, 'fetched', 'snapshots', id))
    // what a worker has fetched is not the newest record of its user
    expect((await findSnapshot({ env: { VISAVIS_HOME: home } })).why).toContain('the bundled record')
    expect(told).toEqual([
      `fetches the record ${id} from ${server.url}: 3 parts, 0.4 MB`,
      expect.stringMatching(/^the record \S+ is here after \d+\.\d s; 0 of 3 parts were on this machine before$/),
    ])
    await need(id, 'http://127.0.0.1:1')
    expect(told.length).toBe(2)
  })

  test('comes from a folder', async () => {
    const made = await madeRecord(freshRoot(), [300_000, 64])
    const there = await madeRecord(freshRoot(), [64])
    const folder = freshRoot()
    const held = await madeRecord(folder, [300_000, 64])
    const { need, files } = worker()
    await need(held.manifest.id, folder)
    expect(files()).toEqual(filesOf(held))
    await expect(need(made.manifest.id, folder)).rejects.toMatchObject({
      code: 'NoSnapshot',
      message: `there is no record ${made.manifest.id} in ${folder}`,
    })
    await expect(need(there.manifest.id, join(folder, 'nothing'))).rejects.toMatchObject({ code: 'NoSnapshot' })
    expect(files()).toEqual(filesOf(held))
  })

  test('neither here nor there, or with no place given, is refused with what to do', async () => {
    const { need, files } = worker()
    await expect(need('0123456789abcdef', undefined)).rejects.toMatchObject({
      code: 'NoSnapshot',
      message: 'the record 0123456789abcdef is not on this machine',
      hint: '--records https://… or --records FOLDER fetches it',
    })
    const offering = await openServer({ open: { offerRecords: true } })
    await expect(need('0123456789abcdef', offering.url)).rejects.toMatchObject({
      code: 'NoSnapshot',
      message: `the record 0123456789abcdef cannot be fetched: ${offering.url}/records/0123456789abcdef/manifest.json answers 404 (there is no record 0123456789abcdef here, or it is not whole)`,
      hint: expect.stringContaining('--offer-records'),
    })
    const silent = await openServer({ open: {} })
    await expect(need('0123456789abcdef', silent.url)).rejects.toThrow('(this server offers no records)')
    const withheld = { ...card, id: 'not-ours', licence: { id: 'SIPRI, non-commercial', redistribute: false, terms: 'no' } }
    const { manifest } = await madeRecord(offering.home, [64], [withheld])
    await expect(need(manifest.id, offering.url)).rejects.toMatchObject({
      code: 'BadAnswer',
      message: expect.stringContaining('has sources that may not be passed on: not-ours (SIPRI, non-commercial)'),
      hint: expect.stringContaining('or a folder'),
    })
    await expect(need('../../etc', offering.url)).rejects.toMatchObject({ code: 'BadInput' })
    for (const wrong of ['ftp://example.org/', 'https://example.org/?a=b'])
      await expect(need(manifest.id, wrong)).rejects.toMatchObject({ code: 'Usage' })
    expect(files()).toEqual([])
  })

  test('is fetched only as far as its parts are not here already: here all are those of the bundled record', async () => {
    const shared = freshRoot()
    const next = grow(shared, storeWithRecord(shared), 'the same figures under another note')
    const asked: string[] = []
    const onEvent = (event: ServerEvent): void => void (event.event === 'request' && asked.push(event.path))
    const server = await openServer({ env: { VISAVIS_HOME: shared }, open: { offerRecords: true }, onEvent })
    const { need, told, home } = worker()
    await need(next.id, server.url)
    expect(asked).toEqual([`/records/${next.id}/manifest.json`])
    expect(told.at(-1)).toMatch(/(\d+) of \1 parts were on this machine before$/)
    expect(await verifySnapshot(join(home, 'fetched', 'snapshots', next.id))).toEqual([])
  })
})

describe('what goes wrong', () => {
  test('a line that is cut again and again: each try goes on where the last one stopped', async () => {
    const made = await madeRecord(freshRoot(), [3_000_000, 500_000])
    const { url, asked } = await serving(made)
    const line = await cutting(url, 200_000)
    const { need, files } = worker()
    await need(made.manifest.id, line.url)
    expect(files()).toEqual(filesOf(made))
    const starts = asked
      .filter(({ name }) => name === made.manifest.tables['voters']![0]!.file)
      .map(({ range }) => Number(range?.slice(6, -1) ?? 0))
    expect(line.cuts()).toBeGreaterThan(15)
    expect(starts).toEqual([...starts].sort((x, y) => x - y))
    expect(new Set(starts).size).toBe(starts.length)
  })

  test('a server that goes away in the middle: unreachable, complete parts are kept, and the next run goes on', async () => {
    const made = await madeRecord(freshRoot(), [400_000, 600_000])
    const [first, second] = made.manifest.tables['voters']!.map(({ file }) => file) as [string, string]
    let isGone = false
    const { url } = await serving(made, (name, _, response, send) => {
      if (isGone) return void response.destroy()
      if (name !== second) return send()
      isGone = true
      response.writeHead(200, { etag: `"${made.manifest.tables['voters']![1]!.sha256}"`, 'content-length': 600_000 })
      response.write(made.parts[1]!.subarray(0, 250_000), () => setTimeout(() => response.destroy(), 100))
    })
    const { need, files, home } = worker()
    await expect(need(made.manifest.id, url)).rejects.toMatchObject({ code: 'Unreachable', hint: expect.stringContaining('goes on') })
    expect(files().filter((name) => !name.startsWith('fetched/downloads/'))).toEqual([`fetched/${first}`])
    await expect(findSnapshot({ snapshot: made.manifest.id, env: { VISAVIS_HOME: home } })).rejects.toMatchObject({ code: 'NoSnapshot' })
    const elsewhere = await serving(made)
    await need(made.manifest.id, elsewhere.url)
    expect(elsewhere.asked.map(({ name }) => name)).toEqual(['manifest.json', second])
    expect(files()).toEqual(filesOf(made))
  })

  test.each([
    ['other bytes of the same length', (made: MadeRecord) => Buffer.from(made.parts[0]!).fill(1, 100, 200)],
    ['too few bytes, announced as all', (made: MadeRecord) => Buffer.concat([made.parts[0]!.subarray(0, 1000), Buffer.from('PAR1')])],
    ['more bytes', (made: MadeRecord) => Buffer.concat([made.parts[0]!, Buffer.from('PAR1')])],
    ['no Parquet', () => Buffer.from('no such thing')],
  ])('%s: refused, nothing of it is kept, and what is stored stays', async (_, damaged) => {
    const made = await madeRecord(freshRoot(), [200_000])
    const { url } = await serving(made, (name, __, response, send) => {
      if (name === 'manifest.json') return send()
      const bytes = damaged(made)
      response.writeHead(200, { etag: '"x"', 'content-length': bytes.length }).end(bytes)
    })
    const { need, files, home } = worker()
    const held = await madeRecord(freshRoot(), [5000])
    const place = await serving(held)
    await need(held.manifest.id, place.url)
    await expect(need(made.manifest.id, url)).rejects.toMatchObject({ code: expect.stringMatching(/^(TornSnapshot|BadAnswer)$/) })
    expect(files().filter((name) => name.endsWith('.parquet'))).toEqual(filesOf(held).filter((name) => name.endsWith('.parquet')))
    expect(await verifySnapshot(join(home, 'fetched', 'snapshots', held.manifest.id))).toEqual([])
    // and from a place where it is whole it comes
    await need(made.manifest.id, (await serving(made)).url)
    expect(files().filter((name) => !name.startsWith('fetched/downloads/'))).toEqual([...filesOf(made), ...filesOf(held)].sort())
  })

  test.each([
    ['announces more than it sends', { 'content-length': 300_000 }, (bytes: Buffer) => bytes],
    ['sends without end', {}, (bytes: Buffer) => Buffer.concat([bytes, bytes, bytes])],
    ['sends nothing', { 'content-length': 0 }, () => Buffer.alloc(0)],
  ])('a server that %s is refused', async (_, headers, sent) => {
    const made = await madeRecord(freshRoot(), [200_000])
    const { url } = await serving(made, (name, __, response, send) => {
      if (name === 'manifest.json') return send()
      response.writeHead(200, headers)
      response.write(sent(made.parts[0]!), () => setTimeout(() => response.destroy(), 20))
    })
    const { need, files } = worker()
    await expect(need(made.manifest.id, url)).rejects.toMatchObject({
      code: expect.stringMatching(/^(TornSnapshot|BadAnswer|Unreachable)$/),
    })
    expect(files().filter((name) => name.endsWith('.parquet') || name.includes('/snapshots/'))).toEqual([])
  })

  test('a manifest of another record, a changed one and a page are refused', async () => {
    const made = await madeRecord(freshRoot(), [64])
    const other = await madeRecord(freshRoot(), [64])
    const texts: (readonly [string, string, string])[] = [
      [printManifest(other.manifest), 'application/json', `is the manifest of the record ${other.manifest.id}`],
      [printManifest({ ...made.manifest, note: 'changed' }), 'application/json', 'was altered'],
      ['{"id": 1}', 'application/json', 'is not a manifest'],
      ['<!doctype html><p>Welcome</p>', 'text/html', 'answers with an HTML page'],
    ]
    const { need, files } = worker()
    for (const [text, type, message] of texts) {
      const url = await listening((_, response) => void response.writeHead(200, { 'content-type': type }).end(text))
      await expect(need(made.manifest.id, url)).rejects.toThrow(message)
    }
    expect(files().filter((name) => !name.startsWith('fetched/downloads/answers'))).toEqual(
      files().filter((name) => name.startsWith('fetched/downloads/')),
    )
  })

  test('a damaged part of a folder is refused; a damaged copy here is fetched anew', async () => {
    const folder = freshRoot()
    const made = await madeRecord(folder, [20_000, 64])
    const file = made.manifest.tables['voters']![0]!.file
    writeFileSync(join(folder, file), Buffer.alloc(20_000))
    const { need, files, home } = worker()
    await expect(need(made.manifest.id, folder)).rejects.toMatchObject({
      code: 'TornSnapshot',
      message: expect.stringContaining(`${folder} has another ${file} than its manifest says`),
    })
    rmSync(join(folder, file))
    await expect(need(made.manifest.id, folder)).rejects.toMatchObject({
      code: 'TornSnapshot',
      message: expect.stringContaining('cannot be copied'),
    })
    expect(files()).toEqual([])
    writeFileSync(join(folder, file), made.parts[0]!)
    await need(made.manifest.id, folder)
    writeFileSync(join(home, 'fetched', file), 'cut')
    await need(made.manifest.id, folder)
    expect(await verifySnapshot(join(home, 'fetched', 'snapshots', made.manifest.id))).toEqual([])
  })

  test('a disk that is full, or becomes full: DiskFull, and nothing of the record is seen', async ({ skip }) => {
    const disk = join(freshRoot(), 'disk')
    mkdirSync(disk)
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk], { encoding: 'utf8' })
    if (mounted.status !== 0) return skip(`no file system can be mounted here: ${mounted.stderr}`)
    onTestFinished(() => void spawnSync('umount', [disk]))
    const { need, home, files } = worker(join(disk, 'home'))
    const large = await madeRecord(freshRoot(), [3_000_000])
    const { url, asked } = await serving(large)
    await expect(need(large.manifest.id, url)).rejects.toMatchObject({
      code: 'DiskFull',
      message: expect.stringMatching(/takes 3\.0 MB, .* has room for 1\.0 MB/),
    })
    expect(asked.map(({ name }) => name)).toEqual(['manifest.json'])
    // room for the part once is enough, until another program takes it
    const tight = await madeRecord(freshRoot(), [700_000])
    const ballast = join(disk, 'ballast')
    let isTaken = true
    const place = await serving(tight, (name, _, __, send) => {
      if (name !== 'manifest.json' && isTaken) writeFileSync(ballast, Buffer.alloc(500_000))
      send()
    })
    await expect(need(tight.manifest.id, place.url)).rejects.toMatchObject({ code: 'DiskFull' })
    expect(files().filter((name) => name.includes('.writing-') || name.endsWith('.parquet') || name.includes('/snapshots/'))).toEqual([])
    rmSync(ballast)
    isTaken = false
    await need(tight.manifest.id, place.url)
    expect(place.asked.at(-1)!.range).toMatch(/^bytes=[1-9]\d+-$/)
    expect(files().filter((name) => !name.startsWith('fetched/downloads/'))).toEqual(filesOf(tight))
    rmSync(join(home, 'fetched'), { recursive: true })
    const small = await madeRecord(freshRoot(), [20_000])
    await need(small.manifest.id, (await serving(small)).url)
    expect(files()).toEqual(filesOf(small))
  })

  test('a store that cannot be written', async () => {
    const { need, home } = worker()
    writeFileSync(join(home, 'fetched'), '')
    const made = await madeRecord(freshRoot(), [64])
    await expect(need(made.manifest.id, (await serving(made)).url)).rejects.toMatchObject({
      code: 'UnreadableHome',
      message: `cannot read ${join(home, 'fetched')}: it is not a directory`,
    })
  })

  test('Ctrl-C in the middle ends it in good order, and the next run goes on', async () => {
    const made = await madeRecord(freshRoot(), [500_000])
    const stop = new AbortController()
    const { file, sha256 } = made.manifest.tables['voters']![0]!
    let isFirst = true
    const { url, asked } = await serving(made, (name, _, response, send) => {
      if (name !== file || !isFirst) return send()
      isFirst = false
      response.writeHead(200, { etag: `"${sha256}"`, 'content-length': 500_000 })
      response.write(made.parts[0]!.subarray(0, 200_000), () => setTimeout(() => stop.abort(), 200))
    })
    const { need, files } = worker()
    await expect(need(made.manifest.id, url, stop.signal)).rejects.toMatchObject({ code: 'Interrupted' })
    await need(made.manifest.id, url)
    expect(asked.at(-1)).toEqual({ name: file, range: expect.stringMatching(/^bytes=[1-9]\d{3,}-$/) })
    expect(files()).toEqual(filesOf(made))
  })
})

describe('several processes of one machine', () => {
  /** A process that needs a record. */
  function process_(home: string, id: string, url: string): ChildProcess {
    const module = new URL('../../src/operations/work/need-record.ts', import.meta.url).href
    const context = `{ env: ${JSON.stringify({ VISAVIS_HOME: home })}, signal: new AbortController().signal, tell: (text) => console.log(text) }`
    const script = `import { needRecord } from ${JSON.stringify(module)}\nawait needRecord(${JSON.stringify(id)}, ${JSON.stringify(url)}, ${context})`
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    onTestFinished(() => void child.kill('SIGKILL'))
    return child
  }

  test('two at once fetch each part once; one waits for the other', async () => {
    const made = await madeRecord(freshRoot(), [100_000, 90_000])
    let release = (): void => undefined
    const both = new Promise<void>((resolve) => (release = resolve))
    // the first answer waits until the second process waits
    const { url, asked } = await serving(made, (_, __, ___, send) => void both.then(send))
    const home = freshRoot()
    const children = [process_(home, made.manifest.id, url), process_(home, made.manifest.id, url)]
    let said = ''
    for (const child of children)
      child.stdout!.on('data', (text) => {
        said += text
        if (said.includes('another process fetches a record; waits for it')) release()
      })
    expect(await Promise.all(children.map(async (child) => (await once(child, 'exit'))[0]))).toEqual([0, 0])
    expect(asked.map(({ name }) => name).sort()).toEqual(
      ['manifest.json', ...made.manifest.tables['voters']!.map(({ file }) => file)].sort(),
    )
    expect(said).toContain('another process has fetched it')
    expect(worker(home).files()).toEqual(filesOf(made))
  })

  test('one that is killed in the middle holds up nobody: the next takes over what it had', async () => {
    const made = await madeRecord(freshRoot(), [400_000])
    const { file, sha256 } = made.manifest.tables['voters']![0]!
    let [isFirst, halfSent] = [true, (): void => undefined]
    const half = new Promise<void>((resolve) => (halfSent = resolve))
    const { url, asked } = await serving(made, (name, _, response, send) => {
      if (name !== file || !isFirst) return send()
      isFirst = false
      response.writeHead(200, { etag: `"${sha256}"`, 'content-length': 400_000 })
      response.write(made.parts[0]!.subarray(0, 150_000), () => setTimeout(halfSent, 300))
    })
    const { home, need, files } = worker()
    const child = process_(home, made.manifest.id, url)
    await half
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(existsSync(join(home, 'fetched', 'snapshots'))).toBe(false)
    await need(made.manifest.id, url)
    expect(asked.at(-1)).toEqual({ name: file, range: expect.stringMatching(/^bytes=[1-9]\d{3,}-$/) })
    expect(files()).toEqual(filesOf(made))
    expect(readFileSync(join(home, 'fetched', file)).equals(made.parts[0]!)).toBe(true)
  })
})
