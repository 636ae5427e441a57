import { createInterface } from 'node:readline'
import { PassThrough } from 'node:stream'
import { Client, type Transport } from '@modelcontextprotocol/client'
import { onTestFinished } from 'vitest'
import { serveMcp } from '../../src/mcp/serve.ts'
import { freshRoot } from '../store/fresh-root.ts'

/**
 * A client of the door for assistants, over streams in this process and with a store of its own: it is offered what is in the catalogue now.
 *
 * @param files  directories whose files the tools may read
 */
export async function assistant(files: readonly string[] = []): Promise<Client> {
  const [stdin, stdout] = [new PassThrough(), new PassThrough()]
  const ended = serveMcp({
    env: { ...process.env, VISAVIS_HOME: freshRoot() },
    stdin,
    stdout,
    stderr: process.stderr,
    files,
    signal: undefined,
  })
  const transport: Transport = {
    start: async () => {
      createInterface({ input: stdout }).on('line', (line) => transport.onmessage?.(JSON.parse(line)))
    },
    send: async (message) => void stdin.write(`${JSON.stringify(message)}\n`),
    close: async () => void stdin.end(),
  }
  const client = new Client({ name: 'test', version: '1' })
  await client.connect(transport)
  onTestFinished(async () => {
    await client.close()
    await ended
  })
  return client
}
