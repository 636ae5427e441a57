import type { Readable } from 'node:stream'
import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio'
import { operations } from '../operations/catalogue.ts'
import { packageVersion } from '../operations/package-files.ts'
import { messageStreams } from './message-lines.ts'
import { protocolStdout, type StandardStream } from './protocol-stdout.ts'
import { mcpServer } from './server.ts'
import { SessionAnswers } from './session-answers.ts'

/** Streams and options of the MCP server. */
export interface McpOptions {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdin: Readable
  readonly stdout: StandardStream
  readonly stderr: StandardStream
  /** Directories whose files the tools may read. */
  readonly files: readonly string[]
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal | undefined
}

/** Number of answers kept in memory; some take a megabyte. */
const answersInMemory = 24

/** Serves a client over stdin and stdout until stdin closes or the signal is aborted. */
export async function serveMcp({ env, stdin, stdout, stderr, files, signal }: McpOptions): Promise<void> {
  const { stream, restore } = protocolStdout(stdout, stderr)
  const today = (): string => new Date().toISOString().slice(0, 10)
  const session = { operations, version: packageVersion(), env, today, answers: new SessionAnswers(answersInMemory), files, ending: signal }
  const { input, output } = messageStreams(stdin, stream)
  const transport = new StdioServerTransport(input, output)
  const handle = serveStdio(() => mcpServer(session), { transport, onerror: (error) => stderr.write(`${error.message}\n`) })
  await Promise.race([inputEnded(stdin, signal), transportClosed(transport)])
  await handle.close()
  restore()
}

/** Resolves when the transport closes, which may happen while stdin is open: after an overlong message, or when the client stops reading. */
function transportClosed(transport: StdioServerTransport): Promise<void> {
  return new Promise((resolve) => {
    const heard = transport.onclose
    transport.onclose = () => {
      heard?.()
      resolve()
    }
  })
}

function inputEnded(stdin: Readable, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) resolve()
    signal?.addEventListener('abort', () => resolve())
    stdin.once('end', () => resolve())
    stdin.once('close', () => resolve())
  })
}
