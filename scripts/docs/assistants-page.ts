import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Client } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { shownTranscripts, withTranscripts } from './assistants-examples.ts'

/** Writes the transcripts of docs/assistants.md from what the built server answers (run `npm run build` first). */
const root = fileURLToPath(new URL('../..', import.meta.url))
const env = { ...(process.env as Record<string, string>), VISAVIS_HOME: '/nonexistent' }
const transport = new StdioClientTransport({ command: process.execPath, args: [`${root}dist/cli/main.js`, 'mcp'], env })
const client = new Client({ name: 'page', version: '1' })
await client.connect(transport)
const page = `${root}docs/assistants.md`
const transcripts = await shownTranscripts(async (name, given) => {
  const { content } = await client.callTool({ name, arguments: given })
  const [first] = content
  return { text: first?.type === 'text' ? first.text : '' }
})
writeFileSync(page, withTranscripts(readFileSync(page, 'utf8'), transcripts))
await client.close()
