import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { shownQuestions, shownTranscripts, transcriptsOf } from '../../../scripts/docs/assistants-examples.ts'
import { untrustedNotice } from '../../../src/mcp/fence.ts'
import { type Opened, openClient } from '../../mcp/open-client.ts'
import { transcripts } from './transcript.ts'

const page = readFileSync(join(import.meta.dirname, '../../../docs/assistants.md'), 'utf8')
let opened: Opened

beforeAll(async () => {
  opened = await openClient()
})

afterAll(() => opened?.close())

/** The blocks of a page in a language. */
function blocks(language: string): string[] {
  const all = [...page.matchAll(/^```(\w*)\n(.*?)^```$/gms)]
  return all.filter(([, of]) => of === language).map(([, , text]) => text!.trim())
}

test('docs/assistants.md names every tool once in its table, every prompt, and no other', async () => {
  const table = page.slice(page.indexOf('## Tools'), page.indexOf('Each tool has'))
  const named = [...table.matchAll(/`(\w+)`/g)].map(([, name]) => name)
  expect(named.sort()).toEqual((await opened.client.listTools()).tools.map(({ name }) => name).sort())
  for (const { name } of (await opened.client.listPrompts()).prompts) expect(page).toContain(`\`${name}\``)
  for (const { uri } of (await opened.client.listResources()).resources) expect(page).toContain(`\`${uri}\``)
  for (const { uriTemplate } of (await opened.client.listResourceTemplates()).resourceTemplates)
    expect(page).toContain(uriTemplate.replace('{tag}.{form}', ''))
})

test('its settings are JSON, and start a server that answers', async () => {
  const settings = blocks('json').map((text) => JSON.parse(text) as { mcpServers: { visavis: { command: string; args: string[] } } })
  expect(settings.length).toBe(2)
  for (const { mcpServers } of settings) {
    const [subcommand, ...args] = mcpServers.visavis.args
    expect([mcpServers.visavis.command, subcommand]).toEqual(['visavis', 'mcp'])
    const started = await openClient({ args })
    expect((await started.ask('find', { text: 'rus chi' })).text).toContain('Russia, China')
    await started.close()
  }
})

test('its example is answered as it says', async () => {
  const [call, answer] = blocks('') as [string, string]
  const [, name, given] = /^(\w+) (\{.*\})$/.exec(call)!
  const { text } = await opened.ask(name!, JSON.parse(given!) as Record<string, unknown>)
  // cells of data files are fenced, and then the notice stands first
  expect(text.replace(`${untrustedNotice}\n\n`, '').split('\n')[0]).toBe(answer)
})

test('its ten questions are answered as it shows (npx tsx scripts/docs/assistants-page.ts)', async () => {
  expect(shownQuestions).toHaveLength(10)
  expect(transcriptsOf(page)).toBe(await shownTranscripts((name, given) => opened.ask(name, { ...given })))
})

test('it counts the questions of the transcripts right', () => {
  expect(page).toContain(`${{ 10: 'Ten', 11: 'Eleven', 12: 'Twelve', 13: 'Thirteen' }[transcripts().length]} such questions`)
})
