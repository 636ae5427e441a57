import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openServer, withOperation, working } from './open-server.ts'

interface Event {
  readonly event: string
  readonly data: string
}

function eventsOf(text: string): Event[] {
  return text
    .split('\n\n')
    .filter((block) => block !== '')
    .map((block) => {
      const lines = block.split('\n')
      const of = (field: string) => lines.filter((line) => line.startsWith(`${field}: `)).map((line) => line.slice(field.length + 2))
      return { event: of('event').join(), data: of('data').join('\n') }
    })
}

const stream = { accept: 'text/event-stream' }

test('long work tells how far it is, and ends with the answer of the plain question', async () => {
  const { post } = await openServer()
  const asked = { year: 1990, resamples: 20, seed: 1 }
  const reply = await post('/api/v1/communities', asked, stream)
  expect([reply.status, reply.headers['content-type'], reply.headers['cache-control']]).toEqual([200, 'text/event-stream', 'no-store'])
  const events = eventsOf(reply.text)
  const told = events
    .filter(({ event }) => event === 'progress')
    .map(({ data }) => JSON.parse(data) as { what: string; done: number; total: number })
  expect(told.length).toBeGreaterThan(1)
  for (const { what, done, total } of told) expect([what !== '', done <= total]).toEqual([true, true])
  expect(told.map(({ done }) => done)).toEqual(told.map(({ done }) => done).sort((x, y) => x - y))
  expect(events.at(-1)!.event).toBe('answer')
  expect(JSON.parse(events.at(-1)!.data)).toEqual((await post('/api/v1/communities', asked)).json())
})

test('an answer of several lines comes whole', async () => {
  const { post } = await openServer()
  const asked = { name: 'Moscow', format: 'table' }
  const events = eventsOf((await post('/api/v1/states', asked, stream)).text)
  expect(events.map(({ event }) => event)).toEqual(['answer'])
  expect(events[0]!.data).toBe((await post('/api/v1/states', asked)).text)
})

test('who leaves in the middle has the work called off, and the server goes on', async () => {
  let calledOff = (): void => undefined
  const off = new Promise<void>((resolve) => (calledOff = resolve))
  withOperation(
    working(async ({ signal, onCount, warn }) => {
      warn?.('it may take a while')
      for (let done = 0; signal?.aborted !== true; done++) {
        onCount?.('steps', done, 1e6)
        await pause(5)
      }
      calledOff()
    }),
  )
  const { url, ask } = await openServer()
  const leaving = new AbortController()
  const body = { method: 'POST', headers: stream, signal: leaving.signal }
  const reader = (await fetch(`${url}/api/v1/ponder`, body)).body!.getReader()
  const first = new TextDecoder().decode((await reader.read()).value)
  expect(eventsOf(first)[0]).toEqual({ event: 'warning', data: '{"text":"it may take a while"}' })
  leaving.abort()
  await off
  expect((await ask('/api/v1/states?name=Moscow')).status).toBe(200)
})
