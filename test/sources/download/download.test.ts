import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { type Download, type DownloadOptions, type DownloadProgress, download } from '../../../src/sources/download/download.ts'
import { freshRoot } from '../../store/fresh-root.ts'
import { body, bytes, cutAfter, ranged, serve, type Turn } from '../misbehaving-server.ts'

const csv = `year,value\n${Array.from({ length: 500 }, (_, i) => `${1500 + i},${i * 7}`).join('\n')}\n`
const sha256 = createHash('sha256').update(csv).digest('hex')

interface Setting {
  readonly root: string
  readonly waits: number[]
  readonly told: DownloadProgress[]
  readonly get: (address: string, more?: Partial<DownloadOptions>) => Promise<Download>
}

/** A cache of its own, no proxy, and waits that are counted instead of waited. */
function setting(): Setting {
  const root = freshRoot()
  const waits: number[] = []
  const told: DownloadProgress[] = []
  const wait: DownloadOptions['wait'] = async (milliseconds) => void waits.push(milliseconds)
  const options = {
    cacheDir: root,
    form: 'csv' as const,
    env: {},
    interval: 0,
    wait,
    onProgress: (one: DownloadProgress) => void told.push(one),
  }
  return { root, waits, told, get: (address, more = {}) => download(address, { ...options, ...more }) }
}

const status = (code: number, headers: Record<string, string> = {}): Turn => body('no', headers, code)

/** Every file of a cache but those that are whole and known: there must be none. */
function strays(root: string): string[] {
  const names = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return names
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/(contents\/[0-9a-f]{64}|answers\/[0-9a-f]{32}\.json)$/.test(path))
}

const contents = (root: string): string[] => readdirSync(join(root, 'contents'))

test('a file is kept under its hash, with where and when it came from, and the provider is told who asks', async () => {
  const { root, get, told } = setting()
  const server = await serve(body(csv, { etag: '"1"', 'last-modified': 'Mon, 02 Jan 2023 00:00:00 GMT' }))
  const got = await get(`${server.origin}/a.csv`)
  expect(got).toMatchObject({ url: `${server.origin}/a.csv`, sha256, bytes: csv.length, etag: '"1"', how: 'fetched', attempts: 1 })
  expect(readFileSync(got.path, 'utf8')).toBe(csv)
  expect(got.path.endsWith(sha256)).toBe(true)
  expect(Math.abs(Date.parse(got.fetched) - Date.now())).toBeLessThan(60_000)
  expect(server.requests[0]?.headers['user-agent']).toMatch(/^visavis\/\d+\.\d+\.\d+ \(/)
  expect(strays(root)).toEqual([])
  expect(told.at(-1)).toMatchObject({ phase: 'done', received: csv.length, attempt: 1 })
})

test('what is kept is asked for again only if it changed', async () => {
  const { get } = setting()
  const modified = 'Mon, 02 Jan 2023 00:00:00 GMT'
  const server = await serve(body(csv, { etag: 'W/"1"', 'last-modified': modified }), (_, response) => void response.writeHead(304).end())
  const first = await get(server.origin)
  const second = await get(server.origin)
  expect(server.requests[1]?.headers).toMatchObject({ 'if-none-match': 'W/"1"', 'if-modified-since': modified })
  expect(second).toMatchObject({ how: 'unchanged', sha256, fetched: first.fetched, path: first.path })
  expect(second.checked >= first.checked).toBe(true)
})

test('a kept content that was tampered with is fetched anew, without conditions', async () => {
  const { get } = setting()
  const server = await serve(body(csv, { etag: '"1"' }))
  const first = await get(server.origin)
  writeFileSync(first.path, csv.replace('1500', '1501'))
  const second = await get(server.origin)
  expect(server.requests[1]?.headers).not.toHaveProperty('if-none-match')
  expect(second.how).toBe('fetched')
  expect(readFileSync(second.path, 'utf8')).toBe(csv)
})

test('a new edition stands beside the old one', async () => {
  const { root, get } = setting()
  const server = await serve(body(csv, { etag: '"1"' }), body(`${csv}2000,1\n`, { etag: '"2"' }))
  const [first, second] = [await get(server.origin), await get(server.origin)]
  expect(second.etag).toBe('"2"')
  expect(contents(root).sort()).toEqual([first.sha256, second.sha256].sort())
})

test('429 is tried again after the time it asks for, 500 after a time that grows and is the same in every run', async () => {
  const { get, waits } = setting()
  const server = await serve(status(429, { 'retry-after': '7' }), status(500), status(503), body(csv))
  expect(await get(`${server.origin}/a`)).toMatchObject({ sha256, attempts: 4 })
  expect(waits[0]).toBe(7000)
  expect(waits[1]).toBeGreaterThanOrEqual(2000)
  expect(waits[2]).toBeGreaterThanOrEqual(4000)
  expect(waits[2]).toBeLessThan(5000)
})

test('a provider that asks to wait an hour is left alone', async () => {
  const { get, waits } = setting()
  const server = await serve(status(429, { 'retry-after': '3600' }))
  await expect(get(server.origin)).rejects.toMatchObject({
    code: 'Unreachable',
    exitCode: 1,
    message: expect.stringContaining('asks to wait 3600 s'),
    hint: expect.stringContaining('60 min'),
  })
  expect([waits.length, server.requests.length]).toEqual([0, 1])
})

test('500 without end is given up after five attempts, and what was kept stays', async () => {
  const { root, get } = setting()
  const server = await serve(body(csv), status(500))
  await get(server.origin)
  await expect(get(server.origin)).rejects.toMatchObject({
    code: 'Unreachable',
    message: expect.stringMatching(/answers 500 .*after 5 attempts/),
  })
  expect(server.requests.length).toBe(6)
  expect(contents(root)).toEqual([sha256])
})

test.each([404, 403, 400])('%i is not tried again', async (code) => {
  const { get } = setting()
  const server = await serve(status(code))
  await expect(get(server.origin)).rejects.toMatchObject({ code: 'BadAnswer', exitCode: 1, message: expect.stringContaining(`${code}`) })
  expect(server.requests.length).toBe(1)
})

test('a body that breaks off is gone on with from where it stopped', async () => {
  const { root, get } = setting()
  const server = await serve(cutAfter(1000, csv, { etag: '"1"' }), ranged(csv, '"1"'))
  expect(await get(server.origin)).toMatchObject({ sha256, how: 'resumed', attempts: 2 })
  expect(server.requests[1]?.headers).toMatchObject({ range: 'bytes=1000-', 'if-range': '"1"' })
  expect(strays(root)).toEqual([])
})

test('a run that was given up is gone on with by the next run', async () => {
  const { root, get } = setting()
  const server = await serve(cutAfter(1000, csv, { etag: '"1"' }), ranged(csv, '"1"'))
  const failed = get(server.origin, { attempts: 1 })
  await expect(failed).rejects.toMatchObject({
    code: 'Unreachable',
    message: expect.stringContaining(`1000 of ${csv.length} bytes`),
    hint: expect.stringContaining('goes on from there'),
  })
  expect([contents(root), readdirSync(join(root, 'answers'))]).toEqual([[], []])
  expect(await get(server.origin)).toMatchObject({ sha256, how: 'resumed', attempts: 1 })
  expect(server.requests[1]?.headers['range']).toBe('bytes=1000-')
})

test('after a killed run, the beginning it left is taken over; of a living process it is not', async () => {
  const { root, get } = setting()
  const server = await serve(cutAfter(1000, csv, { etag: '"1"' }), ranged(csv, '"1"'))
  await expect(get(server.origin, { attempts: 1 })).rejects.toThrow()
  const parts = join(root, 'parts')
  const [left] = readdirSync(parts)
  const text = readFileSync(join(parts, left!))
  const own = left!.replace(`-${process.pid}-`, `-${process.ppid}-`)
  writeFileSync(join(parts, own), text)
  await get(server.origin)
  expect(readdirSync(parts)).toEqual([own])
})

test('a changed ETag begins anew, so that two editions are never put together', async () => {
  const { get } = setting()
  const newer = csv.replaceAll('7', '8')
  const server = await serve(cutAfter(1000, csv, { etag: '"1"' }), ranged(newer, '"2"'))
  const got = await get(server.origin)
  expect(readFileSync(got.path, 'utf8')).toBe(newer)
  expect(got).toMatchObject({ etag: '"2"', how: 'fetched', attempts: 2 })
})

test('a server that sends the rest of another edition all the same is seen through', async () => {
  const { get } = setting()
  const newer = csv.replaceAll('7', '8')
  const lying: Turn = (_, response) => {
    response.writeHead(206, { etag: '"2"', 'content-range': `bytes 1000-${csv.length - 1}/${csv.length}` }).end(newer.slice(1000))
  }
  const server = await serve(cutAfter(1000, csv, { etag: '"1"' }), lying, ranged(newer, '"2"'))
  const got = await get(server.origin)
  expect(readFileSync(got.path, 'utf8')).toBe(newer)
  expect(server.requests[2]?.headers).not.toHaveProperty('range')
})

test.each([`bytes 900-${csv.length - 1}/${csv.length}`, 'bytes 0-99/200', 'bytes 900-5000/5001', 'none', ''])(
  'a rest in the place "%s" that was not asked for begins anew',
  async (range) => {
    const { get } = setting()
    const lying: Turn = (_, response) =>
      void response.writeHead(206, range === '' ? {} : { 'content-range': range }).end(csv.slice(900, -100))
    const server = await serve(cutAfter(1000, csv, { etag: '"1"' }), lying, body(csv, { etag: '"1"' }))
    expect(await get(server.origin)).toMatchObject({ sha256, attempts: 3 })
  },
)

test('a weak tag asks for no rest: the whole is fetched again', async () => {
  const { root, get } = setting()
  const server = await serve(cutAfter(1000, csv, { etag: 'W/"1"' }), body(csv))
  await expect(get(server.origin, { attempts: 1 })).rejects.toThrow('broke off')
  expect(strays(root)).toEqual([])
  expect(await get(server.origin)).toMatchObject({ sha256, how: 'fetched' })
  expect(server.requests[1]?.headers).not.toHaveProperty('range')
})

test('an old Last-Modified is good enough to ask for the rest by', async () => {
  const { get } = setting()
  const modified = 'Mon, 02 Jan 2023 00:00:00 GMT'
  const server = await serve(cutAfter(1000, csv, { 'last-modified': modified }), ranged(csv, modified))
  await get(server.origin)
  expect(server.requests[1]?.headers).toMatchObject({ range: 'bytes=1000-', 'if-range': modified })
})

test('416 begins anew', async () => {
  const { get } = setting()
  const server = await serve(cutAfter(1000, csv, { etag: '"1"' }), status(416), body(csv))
  expect(await get(server.origin)).toMatchObject({ sha256, attempts: 3 })
})

test('more bytes than were announced are no answer', async () => {
  const { root, get } = setting()
  const server = await serve(bytes(`HTTP/1.1 200 OK\r\nContent-Type: text/csv\r\nContent-Length: 11\r\nConnection: close\r\n\r\n${csv}`))
  await expect(get(server.origin)).rejects.toMatchObject({ code: 'BadAnswer', message: expect.stringContaining('more bytes than the 11') })
  expect(strays(root)).toEqual([])
})

test('what is no HTTP is no answer', async () => {
  const { get } = setting()
  const server = await serve(bytes('220 smtp ready\r\n'))
  await expect(get(server.origin)).rejects.toMatchObject({ code: 'BadAnswer', message: expect.stringContaining('does not answer in HTTP') })
})

test('a slow drip is given up, and what came is kept', async () => {
  const { root, get } = setting()
  const drip: Turn = (_, response) => {
    response.writeHead(200, { 'content-type': 'text/csv', 'content-length': csv.length, etag: '"1"' })
    response.write(csv.slice(0, 1000))
    const timer = setInterval(() => response.write(' '), 20)
    response.on('close', () => clearInterval(timer))
  }
  const server = await serve(drip)
  const slow = { bytesPerSecond: 4000, over: 150 }
  await expect(get(server.origin, { slow, attempts: 1 })).rejects.toMatchObject({
    code: 'Unreachable',
    message: expect.stringContaining('less than 4000 bytes a second'),
  })
  // the bytes, and what is known of them
  expect(
    strays(root)
      .map((path) => path.replace(/.*\.part/, '.part'))
      .sort(),
  ).toEqual(['.part', '.part.about'])
})

test('a server that never begins to answer is given up in time', async () => {
  const { get } = setting()
  const server = await serve(() => undefined)
  await expect(get(server.origin, { timeout: 100, attempts: 2 })).rejects.toMatchObject({
    code: 'Unreachable',
    message: expect.stringContaining('did not answer within 0.1 s, after 2 attempts'),
  })
})

test('nobody there: unreachable, tried again', async () => {
  const { get, waits } = setting()
  await expect(get('http://127.0.0.1:9/a.csv', { attempts: 3 })).rejects.toMatchObject({
    code: 'Unreachable',
    message: expect.stringContaining('ECONNREFUSED'),
  })
  expect(waits.length).toBe(2)
})

test('redirects are followed, relative ones too; the address asked for and the last one are both kept', async () => {
  const { get } = setting()
  const to =
    (location: string): Turn =>
    (_, response) =>
      void response.writeHead(302, { location }).end()
  const server = await serve(to('/b'), to('c?x=1'), body(csv))
  expect(await get(`${server.origin}/a`)).toMatchObject({ url: `${server.origin}/a`, finalUrl: `${server.origin}/c?x=1`, sha256 })
})

test('a circle of redirects, one without end, and one to a file are refused', async () => {
  const { get } = setting()
  const to = (location: string | ((n: number) => string)): Turn => {
    let n = 0
    return (_, response) => void response.writeHead(301, { location: typeof location === 'string' ? location : location(n++) }).end()
  }
  const circle = await serve(to('/b'), to('/a'))
  await expect(get(`${circle.origin}/a`)).rejects.toMatchObject({ code: 'BadAnswer', message: expect.stringContaining('in a circle') })
  expect(circle.requests.length).toBe(2)
  const endless = await serve(to((n) => `/${n}`))
  await expect(get(`${endless.origin}/a`)).rejects.toMatchObject({
    code: 'BadAnswer',
    message: expect.stringContaining('more than 5 redirects'),
  })
  expect(endless.requests.length).toBe(6)
  const file = await serve(to('file:///etc/passwd'))
  await expect(get(file.origin)).rejects.toMatchObject({ code: 'BadAnswer', message: expect.stringContaining('file:') })
  const nowhere = await serve((_, response) => void response.writeHead(302).end())
  await expect(get(nowhere.origin)).rejects.toMatchObject({ code: 'BadAnswer', message: expect.stringContaining('no address') })
})

const page = '<!DOCTYPE html><html><title>Just a moment...</title></html>'

test.each([
  ['HTML that says so', body(page, { 'content-type': 'text/html; charset=utf-8' }), 'an HTML page'],
  ['a line of text that says it is HTML', body('Just a moment...', { 'content-type': 'text/html' }), 'an HTML page'],
  ['HTML that says it is CSV', body(page), 'an HTML page'],
  ['an error as JSON', body('{"error":"no"}'), 'JSON'],
  ['an error as XML', body('<?xml version="1.0"?><Error/>'), 'XML'],
  ['a workbook', body(Buffer.from('504b0304aa', 'hex')), 'a ZIP archive'],
  ['nothing', body(''), 'nothing'],
  ['three bytes of nothing', body(Buffer.from([0, 1, 2])), 'no text'],
])('%s where CSV was due is refused, and nothing of it is kept', async (_name, turn, found) => {
  const { root, get } = setting()
  const server = await serve(turn)
  await expect(get(server.origin)).rejects.toMatchObject({
    code: 'BadAnswer',
    message: expect.stringContaining(found),
    hint: expect.stringContaining('visavis add'),
  })
  expect([server.requests.length, strays(root), contents(root)]).toEqual([1, [], []])
})

test('JSON and ZIP that break off where the length was not told are seen by their ends', async () => {
  const { get } = setting()
  const json = await serve(body('[{"a":1},{"a":'))
  await expect(get(json.origin, { form: 'json' })).rejects.toMatchObject({
    code: 'BadAnswer',
    message: expect.stringContaining('breaks off'),
  })
  const zip = await serve(body(Buffer.from('504b0304aabbccdd', 'hex')))
  await expect(get(zip.origin, { form: 'zip' })).rejects.toMatchObject({
    code: 'BadAnswer',
    message: expect.stringContaining('breaks off'),
  })
})

test('a packed answer is unpacked, and its hash is that of the content', async () => {
  const { get } = setting()
  const server = await serve(body(gzipSync(csv), { 'content-encoding': 'gzip' }))
  expect(await get(server.origin)).toMatchObject({ sha256, bytes: csv.length })
  expect(server.requests[0]?.headers['accept-encoding']).toBe('gzip')
})

test('a packed answer that is torn, or packed in a way that was not asked for, is refused', async () => {
  const { root, get } = setting()
  const torn = await serve(body(gzipSync(csv).subarray(0, -30), { 'content-encoding': 'gzip' }))
  await expect(get(torn.origin)).rejects.toMatchObject({ code: 'BadAnswer', message: expect.stringContaining('torn') })
  const brotli = await serve(body(csv, { 'content-encoding': 'br' }))
  await expect(get(brotli.origin)).rejects.toMatchObject({ code: 'BadAnswer', message: expect.stringContaining('encoding br') })
  expect(strays(root)).toEqual([])
})

test('a gzip bomb is not unpacked, be it the packing of the answer or the file itself', async () => {
  const { root, get } = setting()
  const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024))
  const packed = await serve(body(bomb, { 'content-encoding': 'gzip' }))
  await expect(get(packed.origin)).rejects.toMatchObject({ code: 'TooLarge', exitCode: 1, message: expect.stringContaining('200-fold') })
  const file = await serve(body(bomb))
  await expect(get(file.origin, { form: 'gzip' })).rejects.toMatchObject({ code: 'TooLarge' })
  const small = await serve(body(gzipSync(csv), { 'content-encoding': 'gzip' }))
  await expect(get(small.origin, { maxBytes: csv.length - 1 })).rejects.toMatchObject({ code: 'TooLarge' })
  expect([strays(root), contents(root)]).toEqual([[], []])
})

test('a file over its limit is refused by its length before a byte came, and without one while it comes', async () => {
  const { root, get } = setting()
  const silent: Turn = (_, response) => response.writeHead(200, { 'content-type': 'text/csv', 'content-length': 1e12 }).flushHeaders()
  const told = await serve(silent)
  await expect(get(told.origin, { slow: { bytesPerSecond: 1, over: 3000 }, attempts: 1 })).rejects.toMatchObject({ code: 'TooLarge' })
  const endless: Turn = (_, response) => {
    response.writeHead(200, { 'content-type': 'text/csv' })
    // each in a turn of its own: where the client is gone, a write is answered before the response hears of it, and would be made again for ever
    const more = (): void => void (response.destroyed || response.write('1,2\n'.repeat(10_000), () => setImmediate(more)))
    more()
  }
  const untold = await serve(endless)
  await expect(get(untold.origin, { maxBytes: 1_000_000 })).rejects.toMatchObject({
    code: 'TooLarge',
    message: expect.stringContaining('1.0 MB'),
  })
  expect([strays(root), contents(root)]).toEqual([[], []])
})

test('a stopped download says so, and the next one goes on from there', async () => {
  const { get } = setting()
  const stop = new AbortController()
  const half: Turn = (_, response) => {
    response.writeHead(200, { 'content-type': 'text/csv', 'content-length': csv.length, etag: '"1"' })
    response.write(csv.slice(0, 1000))
    setTimeout(() => stop.abort(), 50)
  }
  const server = await serve(half, ranged(csv, '"1"'))
  await expect(get(server.origin, { signal: stop.signal })).rejects.toMatchObject({ code: 'Interrupted', exitCode: 130 })
  expect(await get(server.origin)).toMatchObject({ sha256, how: 'resumed' })
})

test('a stop ends the wait between attempts at once', async () => {
  const root = freshRoot()
  const stop = new AbortController()
  const server = await serve(status(503, { 'retry-after': '60' }))
  const begun = Date.now()
  const onProgress = (progress: DownloadProgress): void => void (progress.phase === 'waiting' && setTimeout(() => stop.abort(), 20))
  const options = { cacheDir: root, form: 'csv' as const, env: {}, interval: 0, signal: stop.signal, onProgress }
  await expect(download(server.origin, options)).rejects.toMatchObject({ code: 'Interrupted' })
  expect(Date.now() - begun).toBeLessThan(5000)
})

test('two downloads of one address at once do not disturb each other', async () => {
  const { root, get } = setting()
  const server = await serve(body(csv, { etag: '"1"' }))
  const both = await Promise.all([get(server.origin), get(server.origin)])
  expect(both.map((one) => one.sha256)).toEqual([sha256, sha256])
  expect(strays(root)).toEqual([])
})

test('a second download leaves alone what the first one is still writing', async () => {
  const { root, get, told } = setting()
  let goOn = (): void => undefined
  const held: Turn = (_, response) => {
    response.writeHead(200, { 'content-type': 'text/csv', 'content-length': csv.length, etag: '"1"' })
    response.write(csv.slice(0, 1000))
    goOn = () => void response.end(csv.slice(1000))
  }
  const server = await serve(held, ranged(csv, '"1"'))
  const first = get(server.origin)
  while (!told.some((one) => one.phase === 'receiving')) await new Promise((resolve) => setTimeout(resolve, 5))
  const second = await get(server.origin)
  goOn()
  expect(server.requests[1]?.headers).not.toHaveProperty('range')
  expect([second.how, (await first).how, second.sha256, (await first).sha256]).toEqual(['fetched', 'fetched', sha256, sha256])
  expect(strays(root)).toEqual([])
})

test('requests to one host keep their distance', async () => {
  const { get, waits } = setting()
  const server = await serve(body(csv))
  await Promise.all([1, 2, 3].map((n) => get(`${server.origin}/${n}`, { interval: 500 })))
  expect(waits.length).toBe(2)
  expect(Math.min(...waits)).toBeGreaterThan(300)
  expect(Math.max(...waits)).toBeGreaterThan(800)
})

test('progress tells bytes and total, and why it waits', async () => {
  const { get, told } = setting()
  const server = await serve(cutAfter(1000, csv, { etag: '"1"' }), ranged(csv, '"1"'))
  await get(server.origin)
  expect(told.filter((one) => one.phase === 'waiting')).toMatchObject([
    { received: 1000, total: csv.length, attempt: 1, wait: { why: expect.stringContaining('broke off after 1000') } },
  ])
})

test('a name and a password in the address are in no message and in no file', async () => {
  const { root, get } = setting()
  const server = await serve(body(csv), status(404))
  const address = server.origin.replace('//', '//me:secret@')
  const got = await get(address)
  expect(JSON.stringify(got)).not.toContain('secret')
  const error: Error = await get(address).then(
    () => new Error('it was answered'),
    (cause: Error) => cause,
  )
  expect(error.message).toContain('404')
  expect(error.message).not.toContain('secret')
  for (const name of readdirSync(join(root, 'answers'))) expect(readFileSync(join(root, 'answers', name), 'utf8')).not.toContain('secret')
})

test('what is no web address is a mistake of the question', async () => {
  const { root, get } = setting()
  for (const address of ['ftp://a/b', 'a.csv', 'file:///etc/passwd']) await expect(get(address)).rejects.toMatchObject({ code: 'Usage' })
  expect(existsSync(join(root, 'answers'))).toBe(false)
})

test('a cache that cannot be made is named', async () => {
  const { root, get } = setting()
  const server = await serve(body(csv))
  writeFileSync(join(root, 'file'), '')
  await expect(get(server.origin, { cacheDir: join(root, 'file', 'cache') })).rejects.toMatchObject({
    code: 'CannotWrite',
    hint: expect.stringContaining('VISAVIS_HOME'),
  })
})
