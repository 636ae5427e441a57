import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { freshRoot } from '../../store/fresh-root.ts'

// Each door, asked for work that hears nothing, ends when it is told to, and so does the work.

interface Door {
  readonly child: ChildProcess
  readonly ended: Promise<[number | null, NodeJS.Signals | null]>
  /** What it said by then, once it has said this. */
  heard(words: RegExp): Promise<RegExpExecArray>
}

function door(...words: string[]): Door {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'blocking-door.mjs'), ...words], {
    env: { ...process.env, VISAVIS_HOME: freshRoot() },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text))
  const heard = async (words: RegExp): Promise<RegExpExecArray> => {
    for (;;) {
      const found = words.exec(said)
      if (found !== null) return found
      if (child.exitCode !== null) throw new Error(`it ended before, and said: ${said}`)
      await pause(20)
    }
  }
  return { child, ended: once(child, 'exit') as Door['ended'], heard }
}

const pid = ([, number]: RegExpExecArray): number => Number(number)

/** Until a process is gone. */
async function gone(process_: number): Promise<void> {
  for (;;) {
    try {
      process.kill(process_, 0)
    } catch {
      return
    }
    await pause(20)
  }
}

describe('the command line', () => {
  test('at Ctrl-C, with 130 and a word', async () => {
    const { child, ended, heard } = door('block')
    const worker = pid(await heard(/blocked: (\d+)/))
    child.kill('SIGINT')
    await heard(/Interrupted: the question was called off/)
    expect(await ended).toEqual([130, null])
    await gone(worker)
  })

  test.each(['SIGTERM', 'SIGKILL'] as const)('at %s', async (signal) => {
    const { child, ended, heard } = door('block')
    const worker = pid(await heard(/blocked: (\d+)/))
    child.kill(signal)
    expect(await ended).toEqual([null, signal])
    await gone(worker)
  })
})

describe('the server', () => {
  async function asked(): Promise<Door & { worker: number; leave: () => void; reply: Promise<unknown> }> {
    const own = door('serve')
    const [, url] = await own.heard(/(http:\/\/127\.0\.0\.1:\d+)\n/)
    const leaving = new AbortController()
    const response = await fetch(`${url}/api/v1/block`, {
      ...{ method: 'POST', body: '{}', signal: leaving.signal },
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    })
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
    const first = await reader.read()
    const rest = async (): Promise<string> => {
      let text = ''
      for (let next = await reader.read(); !next.done; next = await reader.read()) text += next.value
      return text
    }
    const worker = pid(/blocked: (\d+)/.exec(first.value!)!)
    return { ...own, worker, leave: () => leaving.abort(), reply: rest().catch((cause: Error) => cause.name) }
  }

  test('at SIGTERM, with exit code 0, and says so to who asked', async () => {
    const { child, ended, worker, reply } = await asked()
    child.kill('SIGTERM')
    expect(await reply).toContain('"code":"Stopping"')
    expect(await ended).toEqual([0, null])
    await gone(worker)
  })

  test('does not work on for a connection that was closed, and answers others', async () => {
    const { worker, leave, reply, heard } = await asked()
    leave()
    await reply
    await gone(worker)
    const [, url] = await heard(/(http:\/\/127\.0\.0\.1:\d+)\n/)
    expect((await fetch(`${url}/api/v1/states?name=Moscow`)).status).toBe(200)
  })
})

describe('the door for assistants', () => {
  const message = (child: ChildProcess, text: object): unknown => child.stdin!.write(`${JSON.stringify({ jsonrpc: '2.0', ...text })}\n`)

  async function asked(): Promise<Door> {
    const own = door('mcp')
    const hello = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } }
    message(own.child, { id: 1, method: 'initialize', params: hello })
    await own.heard(/"id":1/)
    message(own.child, { method: 'notifications/initialized' })
    message(own.child, { id: 2, method: 'tools/call', params: { name: 'block', arguments: {} } })
    // it answers beside what hears nothing
    message(own.child, { id: 3, method: 'tools/call', params: { name: 'states', arguments: { name: 'Moscow' } } })
    await own.heard(/"id":3/)
    return own
  }

  test('when its input is closed', async () => {
    const { child, ended } = await asked()
    child.stdin!.end()
    expect(await ended).toEqual([0, null])
  })

  test('a question that is cancelled, and answers on', async () => {
    const { child, heard } = await asked()
    message(child, { method: 'notifications/cancelled', params: { requestId: 2 } })
    message(child, { id: 4, method: 'tools/call', params: { name: 'where', arguments: {} } })
    await heard(/"id":4/)
    child.stdin!.end()
  })
})
