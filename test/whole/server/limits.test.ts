import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { pdfOfWidths } from '../../claims/documents/document-files.ts'
import { openServer, withOperation, working } from '../../server/open-server.ts'

/** Until the signal is raised. */
const raised = (signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve) => signal?.addEventListener('abort', () => resolve(), { once: true }))

describe('size', () => {
  test('inputs over the limit are refused, whether or not their length is said before', async () => {
    const { ask, post, port } = await openServer({ limits: { inputs: 2000 } })
    const refused = await post('/api/v1/find', { text: 'x'.repeat(3000) })
    expect([refused.status, refused.json()['code'], refused.headers['content-type']]).toEqual([413, 'TooLarge', 'application/problem+json'])
    const socket = connect(port, '127.0.0.1')
    onTestFinished(() => void socket.destroy())
    const piece = `800\r\n${'x'.repeat(0x800)}\r\n`
    const chunked = 'content-type: application/json\r\ntransfer-encoding: chunked'
    socket.write(`POST /api/v1/find HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\n${chunked}\r\n\r\n${piece}${piece}0\r\n\r\n`)
    const answer = await new Promise<string>((resolve) => socket.once('data', (data) => resolve(String(data))))
    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
    expect((await ask('/api/v1/states?name=Moscow')).status).toBe(200)
  })

  test('a file over the limit is refused and nothing of it is kept; the next one is taken', async () => {
    const { ask, bring, post } = await openServer({ limits: { file: 10_000 } })
    const refused = await ask('/api/v1/files?name=big.txt', { method: 'POST', body: Buffer.alloc(10_001) })
    expect([refused.status, refused.json()['code']]).toEqual([413, 'TooLarge'])
    const file = await bring('just.txt', 'China and Russia traded goods worth $228 billion in 2025.'.padEnd(10_000))
    expect((await post('/api/v1/read', { file })).status).toBe(200)
  })

  test('a file of a kilobyte that unpacks without end is told as too large to read; the process that answers lives', async () => {
    const { bring, post } = await openServer()
    const before = await post('/api/v1/read', {
      file: await bring('note.txt', 'China and Russia traded goods worth $228 billion in 2025.'),
    })
    const refused = await post('/api/v1/read', { file: await bring('widths.pdf', pdfOfWidths('0 2000000000 500')) })
    expect([before.status, refused.status, refused.json()['code'], refused.json()['detail']]).toEqual([
      200,
      422,
      'TooLarge',
      'widths.pdf is too large to read: it unpacks to more than any text does',
    ])
  })

  test('an address over the limit of HTTP is refused', async () => {
    const { ask } = await openServer()
    expect((await ask(`/api/v1/find?text=${'x'.repeat(50_000)}`)).status).toBe(431)
  })
})

describe('time', () => {
  test('a question that takes too long is given up, told so, and its work is called off', async () => {
    let calledOff: Promise<void> = Promise.resolve()
    withOperation(
      working((context) => {
        calledOff = raised(context.signal)
        return new Promise(() => undefined)
      }),
    )
    const { ask, post } = await openServer({ limits: { milliseconds: 150 } })
    for (const reply of [await ask('/api/v1/ponder'), await post('/api/v1/ponder', {})])
      expect([reply.status, reply.json()['code'], reply.headers['content-type']]).toEqual([503, 'TimedOut', 'application/problem+json'])
    const streamed = await post('/api/v1/ponder', {}, { accept: 'text/event-stream' })
    expect(streamed.text).toMatch(/^event: problem\ndata: .*"code":"TimedOut"/)
    await calledOff
  })

  test('who leaves is not worked for any longer', async () => {
    let [begin, end]: (() => void)[] = []
    const [begun, calledOff] = [new Promise<void>((resolve) => (begin = resolve)), new Promise<void>((resolve) => (end = resolve))]
    withOperation(
      working(async (context) => {
        begin?.()
        await raised(context.signal)
        end?.()
      }),
    )
    const { url } = await openServer()
    const leaving = new AbortController()
    const asking = fetch(`${url}/api/v1/ponder`, { signal: leaving.signal }).catch((cause: Error) => cause.name)
    await begun
    leaving.abort()
    expect(await asking).toBe('AbortError')
    await calledOff
  })

  test('hundreds of questions leave nobody listening for the end of the server', async () => {
    const warnings: string[] = []
    const heard = (warning: Error): void => void warnings.push(String(warning))
    process.on('warning', heard)
    onTestFinished(() => void process.off('warning', heard))
    withOperation(working(() => pause(200), false))
    const { ask } = await openServer()
    await Promise.all(Array.from({ length: 60 }, (_, n) => ask(`/api/v1/ponder?n=${n}`)))
    for (let n = 0; n < 40; n++) await ask(`/api/v1/states?name=Moscow&on=${1900 + n}`)
    expect(warnings).toEqual([])
  })
})

describe('the same question asked by many at one time', () => {
  test('is worked out once; it goes on while one of them still waits, and is called off when the last has left', async () => {
    let runs = 0
    let calledOff = 0
    let answer = (_: unknown): void => undefined
    withOperation(
      working((context) => {
        runs++
        void raised(context.signal).then(() => calledOff++)
        return new Promise((resolve) => (answer = resolve))
      }),
    )
    const { url, ask } = await openServer()
    const leaving = [new AbortController(), new AbortController()]
    const left = leaving.map(({ signal }) => fetch(`${url}/api/v1/ponder?n=1`, { signal }).catch((cause: Error) => cause.name))
    const staying = ask('/api/v1/ponder?n=1')
    while (runs === 0) await pause(5)
    await pause(50)
    for (const one of leaving) one.abort()
    expect(await Promise.all(left)).toEqual(['AbortError', 'AbortError'])
    await pause(50)
    answer({ n: 1 })
    expect((await staying).json()).toEqual({ n: 1 })
    expect([runs, calledOff]).toEqual([1, 0])
    const last = new AbortController()
    const alone = fetch(`${url}/api/v1/ponder?n=2`, { signal: last.signal }).catch((cause: Error) => cause.name)
    while (runs === 1) await pause(5)
    last.abort()
    await alone
    while (calledOff === 0) await pause(5)
    const again = ask('/api/v1/ponder?n=2')
    while (runs === 2) await pause(5)
    answer({ n: 2 })
    expect((await again).json()).toEqual({ n: 2 })
  })
})
