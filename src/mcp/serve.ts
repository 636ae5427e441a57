import type { Readable } from 'node:stream'
import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio'
import { operations } from '../operations/catalogue.ts'
import { packageVersion } from '../operations/package-files.ts'
import { SessionAnswers } from './kept-answers.ts'
import { messageStreams } from './message-lines.ts'
import { type Out, protocolStdout } from './protocol-stdout.ts'
import { mcpServer } from './server.ts'

/** What the door has of its process. */
export interface McpOptions {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdin: Readable
  readonly stdout: Out
  readonly stderr: Out
  /** Directories whose files the tools may read. */
  readonly files: readonly string[]
  /** Raised by Ctrl-C. */
  readonly signal: AbortSignal | undefined
}

/** Whole answers that are held; some have a megabyte. */
const held = 24

/** Answers a client over stdin and stdout until it closes them, or the signal is raised. */
export async function serveMcp({ env, stdin, stdout, stderr, files, signal }: McpOptions): Promise<void> {
  const { stream, restore } = protocolStdout(stdout, stderr)
  const today = (): string => new Date().toISOString().slice(0, 10)
  const desk = { operations, version: packageVersion(), env, today, answers: new SessionAnswers(held), files, ending: signal }
  const { input, output } = messageStreams(stdin, stream)
  const transport = new StdioServerTransport(input, output)
  const handle = serveStdio(() => mcpServer(desk), { transport, onerror: (error) => stderr.write(`${error.message}\n`) })
  await Promise.race([ended(stdin, signal), closed(transport)])
  await handle.close()
  restore()
}

/** A message that is too long, or a client that reads no more, closes the transport though stdin is open. */
function closed(transport: StdioServerTransport): Promise<void> {
  return new Promise((resolve) => {
    const heard = transport.onclose
    transport.onclose = () => {
      heard?.()
      resolve()
    }
  })
}

function ended(stdin: Readable, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) resolve()
    signal?.addEventListener('abort', () => resolve())
    stdin.once('end', () => resolve())
    stdin.once('close', () => resolve())
  })
}
