import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { asked, openServer, withOperation, working } from '../../server/open-server.ts'
import { freshRoot } from '../../store/fresh-root.ts'

const main = join(import.meta.dirname, '../../../dist/cli/main.js')

interface Started {
  readonly child: ChildProcess
  readonly url: string
  /** Code and signal with which it ended. */
  readonly ended: Promise<[number | null, NodeJS.Signals | null]>
  readonly stderr: () => string
}

/** `visavis serve` as a process of its own. */
async function started(...words: string[]): Promise<Started> {
  const child = spawn(process.execPath, [main, 'serve', ...words], { env: { ...process.env, VISAVIS_HOME: freshRoot() } })
  onTestFinished(() => void child.kill('SIGKILL'))
  let said = ''
  child.stderr!.on('data', (data) => (said += data))
  const ended = once(child, 'exit') as Started['ended']
  const [first] = await once(child.stdout!, 'data')
  return { child, url: String(first).trim(), ended, stderr: () => said }
}

/** A question of some seconds, once it is under way. */
async function longQuestion(url: string): Promise<{ reply: Promise<string> }> {
  const body = JSON.stringify({ years: 20, resamples: 1000 })
  const response = await fetch(`${url}/api/v1/communities`, {
    ...{ method: 'POST', body },
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
  })
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  let text = (await reader.read()).value!
  const rest = async (): Promise<string> => {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return text
      text += value
    }
  }
  return { reply: rest().catch((cause: Error) => cause.name) }
}

describe('visavis serve', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('%s ends it with exit code 0, when nothing is under way at once', async (signal) => {
    const { child, url, ended, stderr } = await started()
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    // a browser leaves its connection open
    expect((await fetch(`${url}/api/v1/states?name=Moscow`)).status).toBe(200)
    child.kill(signal)
    expect(await ended).toEqual([0, null])
    expect(stderr()).toBe(`The workbench is at ${url} (this machine only). Ctrl-C stops it.\n`)
  })

  test.each([
    ['SIGINT', 'SIGINT', 130],
    ['SIGTERM', 'SIGTERM', 143],
    ['SIGINT', 'SIGTERM', 143],
    ['SIGTERM', 'SIGINT', 130],
  ] as const)('while a question is under way %s waits for it, and %s then ends it at once with %i', async (first, second, code) => {
    const { child, url, ended } = await started()
    const { reply } = await longQuestion(url)
    child.kill(first)
    await refusing(url)
    expect(child.exitCode).toBeNull()
    child.kill(second)
    expect(await ended).toEqual([code, null])
    expect(await reply).toBe('TypeError')
  })

  test('a port that is taken is said to be taken, with what to do; a wrong one too', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void other.close())
    await once(other, 'listening')
    const { port } = other.address() as { port: number }
    for (const [given, said] of [
      [String(port), `Usage: port ${port} is taken\n  Try: visavis serve   takes any free one\n`],
      ['70000', 'must be a number from 0 to 65535'],
      ['http', 'must be a number from 0 to 65535'],
    ] as const) {
      const child = spawn(process.execPath, [main, 'serve', '--port', given])
      let stderr = ''
      child.stderr.on('data', (data) => (stderr += data))
      const [code] = await once(child, 'close')
      expect([code, stderr]).toEqual([2, expect.stringContaining(said)])
    }
  })

  test('a port that is given is the one it has, on the loopback alone', async () => {
    const free = createServer().listen(0, '127.0.0.1')
    await once(free, 'listening')
    const { port } = free.address() as { port: number }
    free.close()
    await once(free, 'close')
    const { url, child, ended } = await started('--port', String(port), '--quiet')
    expect(url).toBe(`http://127.0.0.1:${port}`)
    child.kill('SIGTERM')
    expect(await ended).toEqual([0, null])
  })
})

/** Until the server takes no new connection. */
async function refusing(url: string): Promise<void> {
  for (;;) {
    const refused = await asked(url, '/').then(
      () => false,
      (cause: NodeJS.ErrnoException) => cause.code === 'ECONNREFUSED',
    )
    if (refused) return
  }
}

describe('a server that stops', () => {
  /** A question that is answered when the test says so. */
  function waiting(): { begun: Promise<void>; answer: () => void } {
    let [begin, answer]: (() => void)[] = []
    const begun = new Promise<void>((resolve) => (begin = resolve))
    const given = new Promise<void>((resolve) => (answer = resolve))
    withOperation(
      working(async () => {
        begin?.()
        await given
        return { done: true }
      }),
    )
    return { begun, answer: () => answer?.() }
  }

  test('lets a question under way end, and takes no new one, on an open connection neither', async () => {
    const { begun, answer } = waiting()
    const { ask, stop, url } = await openServer()
    const open = await fetch(`${url}/api/v1/record`)
    expect(open.status).toBe(200)
    const underWay = ask('/api/v1/ponder')
    await begun
    const stopped = stop(60_000)
    await refusing(url)
    answer()
    expect((await underWay).json()).toEqual({ done: true })
    await stopped
  })

  test('gives up what does not end in time, and tells who asked', async () => {
    const { begun } = waiting()
    const { ask, stop } = await openServer()
    const underWay = ask('/api/v1/ponder')
    await begun
    await stop(50)
    const { status, json } = await underWay
    expect([status, json()['code'], json()['detail']]).toEqual([503, 'Stopping', 'the server is stopping'])
  })

  test('may be stopped twice', async () => {
    const { stop } = await openServer()
    await Promise.all([stop(10), stop(10)])
    await stop(10)
  })
})
