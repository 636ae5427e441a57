import { type IncomingHttpHeaders, request } from 'node:http'
import { onTestFinished } from 'vitest'
import { z } from 'zod'
import { operations } from '../../src/operations/catalogue.ts'
import type { Context, Operation } from '../../src/operations/request/operation.ts'
import { type RunningServer, type ServeOptions, serve } from '../../src/server/serve.ts'
import { freshRoot } from '../store/fresh-root.ts'

export interface Reply {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
  readonly text: string
  /** The body as JSON. */
  json<T = Record<string, unknown>>(): T
}

export interface Question {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
}

export interface Opened extends RunningServer {
  readonly home: string
  readonly port: number
  ask(path: string, question?: Question): Promise<Reply>
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Reply>
  /** Uploads a file and returns its reference. */
  bring(name: string, content: string | Buffer): Promise<string>
}

/** A server with a separate store, closed after the test. */
export async function openServer(options: Partial<ServeOptions> = {}): Promise<Opened> {
  const home = options.env?.['VISAVIS_HOME'] ?? freshRoot()
  const serving = await serve({ ...options, env: { ...process.env, ...options.env, VISAVIS_HOME: home } })
  onTestFinished(() => serving.stop(0))
  const ask: Opened['ask'] = (path, question) => asked(serving.url, path, question)
  return {
    ...serving,
    home,
    port: Number(new URL(serving.url).port),
    ask,
    bring: async (name, content) => {
      const { json } = await ask(`/api/v1/files?${new URLSearchParams({ name })}`, { method: 'POST', body: content })
      return json<{ file: string }>().file
    },
    post: (path, body, headers = {}) =>
      ask(path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) }),
  }
}

/** One request over a separate socket with exactly these headers: `fetch` would not allow another host or origin. */
export function asked(url: string, path: string, { method = 'GET', headers = {}, body }: Question = {}): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request(`${url}${path}`, { method, headers, agent: false }, (response) => {
      const pieces: Buffer[] = []
      response.on('data', (piece: Buffer) => pieces.push(piece))
      response.on('error', reject)
      response.on('end', () => {
        const all = Buffer.concat(pieces)
        const text = all.toString()
        resolve({ status: response.statusCode!, headers: response.headers, body: all, text, json: () => JSON.parse(text) })
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Adds an operation to the catalogue for one test. */
export function withOperation(operation: Operation): void {
  const catalogue = operations as Operation[]
  catalogue.push(operation)
  onTestFinished(() => void catalogue.splice(catalogue.indexOf(operation), 1))
}

/** A request with work defined by the test. */
export function working(run: (context: Context) => Promise<unknown>, asOf = true): Operation {
  const asked = asOf ? [{ name: 'asOf', kind: 'day', help: 'a day' } as const] : []
  return {
    ...{
      name: 'ponder',
      summary: 'work of a test',
      description: 'Work of a test.',
      formats: ['table', 'json'],
      examples: ['visavis ponder'],
    },
    parameters: [{ name: 'n', kind: 'integer', help: 'a number' }, ...asked],
    load: async () => ({ output: z.unknown(), show: { table: String }, run: (_, context) => run(context) }),
  }
}
