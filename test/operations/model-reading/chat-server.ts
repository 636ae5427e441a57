import type { IncomingMessage, ServerResponse } from 'node:http'
import { listening } from '../provider.ts'

/** A request as the server got it. */
export interface ChatRequest {
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: {
    readonly model: string
    readonly response_format?: { readonly type: string }
    readonly messages: readonly { readonly role: string; readonly content: string }[]
  }
}

/** What the server does: the claims of its message, or anything else. */
export type ChatTurn = (request: ChatRequest, response: ServerResponse) => void

/** A loopback server with the chat completions of OpenAI, whose answers are written by hand: it takes the turns one after the other, the last one again and again. */
export async function chatServer(
  ...turns: readonly ChatTurn[]
): Promise<{ readonly origin: string; readonly requests: readonly ChatRequest[] }> {
  const requests: ChatRequest[] = []
  const origin = await listening((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      if (request.method === 'GET') return void response.end(JSON.stringify({ data: [{ id: 'hand-written' }] }))
      const body = JSON.parse(Buffer.concat(pieces).toString('utf8')) as ChatRequest['body']
      const turn = turns[Math.min(requests.length, turns.length - 1)]!
      requests.push({ url: request.url ?? '', headers: request.headers, body })
      turn(requests.at(-1)!, response)
    })
  })
  return { origin, requests }
}

/** Answers with a message of this text. */
export function says(content: unknown, status = 200): ChatTurn {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content }, finish_reason: 'stop' }] }))
  }
}

/** Answers with these claims. */
export const claims = (...all: readonly unknown[]): ChatTurn => says(JSON.stringify({ claims: all }))

/** Answers with these bytes in place of an answer. */
export function bytes(content: string, status = 200, headers: Record<string, string> = {}): ChatTurn {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(content)
  }
}
