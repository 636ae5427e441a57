import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CallToolResult, Client, type ClientOptions } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'

const main = join(import.meta.dirname, '../../dist/cli/main.js')

/** A client over stdio, with a separate process and a separate store. */
export interface Opened {
  readonly client: Client
  readonly pid: () => number
  readonly stderr: () => string
  readonly home: string
  ask(name: string, given?: Record<string, unknown>): Promise<{ text: string; result: CallToolResult }>
  close(): Promise<void>
}

/** How a client is opened: Node options, arguments of `visavis mcp`, client options. */
export interface Opening {
  readonly node?: readonly string[]
  readonly args?: readonly string[]
  readonly client?: ClientOptions
  /** The store; it is not removed at the end. */
  readonly home?: string
}

export async function openClient({ node = [], args = [], client: options, home: given }: Opening = {}): Promise<Opened> {
  const home = given ?? mkdtempSync(join(tmpdir(), 'visavis-mcp-'))
  const env = { ...(process.env as Record<string, string>), VISAVIS_HOME: home }
  const transport = new StdioClientTransport({ command: process.execPath, args: [...node, main, 'mcp', ...args], env, stderr: 'pipe' })
  let said = ''
  transport.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const client = new Client({ name: 'test', version: '1' }, options)
  await client.connect(transport)
  return {
    client,
    home,
    pid: () => transport.pid!,
    stderr: () => said,
    ask: async (name, given = {}) => {
      const result = await client.callTool({ name, arguments: given })
      const [first] = result.content
      return { text: first?.type === 'text' ? first.text : '', result }
    },
    close: async () => {
      await client.close()
      if (given === undefined) rmSync(home, { recursive: true, force: true })
    },
  }
}

/** The addresses linked in an answer. */
export function linksOf({ content }: CallToolResult): string[] {
  return content.flatMap((part) => (part.type === 'resource_link' ? [part.uri] : []))
}
