import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

const main = join(import.meta.dirname, '../../../dist/cli/main.js')

type Message = Record<string, unknown>

/** Direct access to `visavis mcp`: lines are sent unchanged, and all output must be JSON. */
export interface Raw {
  readonly child: ChildProcess
  readonly messages: () => readonly Message[]
  readonly stderr: () => string
  send(line: string | Message): void
  /** Waits for the answer to a request. */
  answer(id: number): Promise<Message>
  ended(): Promise<number | null>
}

export function openRaw(): Raw {
  const child = spawn(process.execPath, [main, 'mcp'])
  const [out, err] = [[] as string[], [] as string[]]
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk.toString()))
  child.stdin.on('error', () => undefined)
  const exit = new Promise<number | null>((resolve) => child.on('exit', resolve))
  const messages = (): Message[] => {
    const lines = out.join('').split('\n')
    return lines.slice(0, -1).map((line) => JSON.parse(line) as Message)
  }
  return {
    child,
    messages,
    stderr: () => err.join(''),
    send: (line) => child.stdin.write(`${typeof line === 'string' ? line : JSON.stringify({ jsonrpc: '2.0', ...line })}\n`),
    answer: async (id) => {
      for (;;) {
        const found = messages().find((message) => message['id'] === id)
        if (found !== undefined) return found
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
    },
    ended: () => exit,
  }
}

/** The first message of a client for a protocol version. */
export function hello(protocolVersion: string): Message {
  return { id: 1, method: 'initialize', params: { protocolVersion, capabilities: {}, clientInfo: { name: 'test', version: '1' } } }
}
