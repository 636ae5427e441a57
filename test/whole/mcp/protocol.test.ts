import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { linksOf, type Opened, openClient } from '../../mcp/open-client.ts'

let opened: Opened

beforeAll(async () => {
  opened = await openClient()
})

afterAll(() => opened?.close())

/** Seconds of processor time that a process has taken, its threads with it. */
function processorSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

const waited = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

describe('errors have the codes and hints of the other doors', () => {
  test.each([
    ['measure_similarity', { a: 'Chna', b: 'RUS' }, 'UnknownState', 'states {"name":"CHN"}'],
    ['assess', { a: 'CHN', b: 'CHN' }, 'SameState', undefined],
    ['assess', { a: 'CHN', b: 'RUS', draws: 3 }, 'Usage', 'assess takes a, b, from?, to?, draws?, seed?, asOf?, snapshot?'],
    ['assess', { a: 'CHN', b: 'RUS', save: true }, 'Usage', 'assess_save'],
    ['read', {}, 'Usage', undefined],
    ['measure_similarity', { a: 'CHN', b: 'RUS', year: 1930 }, 'NoCoverage', 'from 1946 to 2026'],
    ['evidence', { a: 'CHN', b: 'RUS', figure: 'nonesuch' }, 'Usage', 'assess {"a":"CHN","b":"RUS"}   has the id of every figure'],
    ['answer_lines', { uri: 'visavis://answers/none-000000000000.md' }, 'BadInput', 'ask the question again'],
  ])('%s %j', async (name, given, code, hint) => {
    const { text, result } = await opened.ask(name, given)
    expect(result.isError).toBe(true)
    expect(result.structuredContent).toMatchObject({ code, ...(hint === undefined ? {} : { hint }) })
    expect(text.startsWith(`${code}: `)).toBe(true)
  })

  test('a tool that is not there is an error of the protocol', async () => {
    await expect(opened.client.callTool({ name: 'nonesuch', arguments: {} })).rejects.toThrow(/nonesuch/)
  })
})

describe('resources', () => {
  test('what the record holds, the catalogue and the schemas can be read, and an answer that was not given cannot', async () => {
    const { resources } = await opened.client.listResources()
    expect(resources.map(({ uri }) => uri)).toEqual(expect.arrayContaining(['visavis://sources', 'visavis://indicators']))
    const read = async (uri: string): Promise<unknown> => {
      const { contents } = await opened.client.readResource({ uri })
      return JSON.parse((contents[0] as { text: string }).text) as unknown
    }
    expect(((await read('visavis://sources')) as { sources: { id: string }[] }).sources.map(({ id }) => id)).toContain('un-votes')
    expect(await read('visavis://schemas/assess')).toMatchObject({ type: 'object', properties: { judgements: {} } })
    await expect(read('visavis://answers/assess-000000000000.json')).rejects.toThrow()
  })

  test('an answer is listed with what was asked, is the same in every form as on the command line, and its lines can be looked through', async () => {
    const { result } = await opened.ask('mirror', { a: 'CHN', b: 'RUS', from: '2018' })
    const [md, json, csv] = linksOf(result) as [string, string, string]
    const listed = (await opened.client.listResources()).resources.find(({ uri }) => uri === json)
    expect(listed?.description).toMatch(/^mirror a=CHN b=RUS from=2018 \(/)
    const { contents } = await opened.client.readResource({ uri: csv })
    expect(contents[0]).toMatchObject({ mimeType: 'text/csv', text: expect.stringContaining('2018') })
    const { text } = await opened.ask('answer_lines', { uri: md, words: '| 2021 |' })
    // a report that is missing is a blank cell of its own: no figure moves into its place
    expect(text).toContain('| 2021 |  |  |  | 72.7 | 72.7 | 67.1 |  |  | ×1.08 |  |')
    expect(text).toMatch(/\(the end; \d+ lines in all\)$/)
  })

  test('an answer that is no longer held is worked out anew, with the same bytes', async () => {
    const first = await opened.ask('votes', { a: 'IND', b: 'USA', from: '2024' })
    const uri = linksOf(first.result).find((link) => link.endsWith('.csv'))!
    const before = (await opened.client.readResource({ uri })).contents[0]
    for (let limit = 1; limit <= 26; limit++) await opened.ask('find', { text: 'rus chi', limit })
    expect((await opened.client.readResource({ uri })).contents[0]).toEqual(before)
  })
})

test('prompts name tools that are there', async () => {
  const tools = (await opened.client.listTools()).tools.map(({ name }) => name)
  const { messages } = await opened.client.getPrompt({ name: 'brief_on_a_pair', arguments: { a: 'China', b: 'Russia', to: '2015' } })
  const { text } = messages[0]!.content as { text: string }
  expect(text).toContain('China and Russia stand to each other as of 2015')
  expect((await opened.client.listPrompts()).prompts.map(({ name }) => name)).toEqual([
    'brief_on_a_pair',
    'check_a_text',
    'read_and_check',
    'then_and_now',
  ])
  for (const name of ['assess', 'measure_similarity', 'ledger', 'evidence'])
    expect([text.includes(name), tools.includes(name)]).toEqual([true, true])
})

test('long work tells how far it is, in numbers that only grow, and a client that calls it off ends it', async () => {
  const told: number[] = []
  const stop = new AbortController()
  const asked = opened.client.callTool(
    { name: 'dyads', arguments: { to: '2015' } },
    {
      signal: stop.signal,
      onprogress: ({ progress, total }) => {
        told.push(progress)
        expect(total).toBeGreaterThan(10_000)
        if (told.length === 3) stop.abort()
      },
    },
  )
  await expect(asked).rejects.toThrow()
  expect(told).toEqual([...told].sort((a, b) => a - b))
  const workOfASecond = async (): Promise<number> => {
    const before = processorSeconds(opened.pid())
    await waited(1000)
    return processorSeconds(opened.pid()) - before
  }
  await expect.poll(workOfASecond, { timeout: 20_000 }).toBeLessThan(0.3)
  expect((await opened.ask('states', { name: 'Moscow' })).text).toContain('Russia')
})

test('stdout carries the protocol alone, whoever else prints', async () => {
  const stray = await openClient({ node: ['--import', 'data:text/javascript,setInterval(()=>console.log("stray print"),20).unref()'] })
  expect((await stray.ask('states', { name: 'Moscow' })).text).toContain('Russia')
  await waited(100)
  expect(stray.stderr()).toContain('stray print')
  await stray.close()
})

test('the process ends by itself when its client closes its input', async () => {
  const main = join(import.meta.dirname, '../../../dist/cli/main.js')
  const child = spawn(process.execPath, [main, 'mcp'])
  let out = ''
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString()
  })
  const params = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } }
  child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params })}\n`)
  while (!out.includes('\n')) await waited(20)
  expect(JSON.parse(out)).toMatchObject({ id: 1, result: { serverInfo: { name: 'visavis' } } })
  child.stdin.end()
  expect(await new Promise((resolve) => child.on('exit', resolve))).toBe(0)
})
