import { afterEach, expect, test } from 'vitest'
import { openClient } from '../../mcp/open-client.ts'
import { hello, openRaw, type Raw } from './raw.ts'

let raw: Raw

afterEach(() => {
  raw?.child.kill()
})

const find = (id: number): Record<string, unknown> => ({
  id,
  method: 'tools/call',
  params: { name: 'find', arguments: { text: 'rus chi' } },
})

test.each(['2024-10-07', '2024-11-05', '2025-03-26', '2025-06-18', '2025-11-25'])(
  'a client of the revision of %s is answered in it',
  async (revision) => {
    raw = openRaw()
    raw.send(hello(revision))
    expect(await raw.answer(1)).toMatchObject({ result: { protocolVersion: revision, serverInfo: { name: 'visavis' } } })
    raw.send({ method: 'notifications/initialized' })
    raw.send(find(2))
    expect(await raw.answer(2)).toMatchObject({
      result: { content: [{ type: 'text', text: expect.stringContaining('Russia, China') }, {}, {}, {}] },
    })
    raw.child.stdin?.end()
    expect(await raw.ended()).toBe(0)
  },
)

test('a client of the revision of 2026-07-28, which has no session, has the same tools, answers, resources and prompts', async () => {
  const [old, modern] = [await openClient(), await openClient({ client: { versionNegotiation: { mode: { pin: '2026-07-28' } } } })]
  const listed = await Promise.all([old, modern].map(async ({ client }) => (await client.listTools()).tools.map(({ name }) => name)))
  expect(listed[1]).toEqual(listed[0])
  const [first, second] = await Promise.all([old, modern].map((opened) => opened.ask('states', { name: 'BRICS' })))
  expect(second?.text).toBe(first?.text)
  const uri = /visavis:\/\/answers\/[\w-]+\.table/.exec(second?.text ?? '')![0]
  expect((await modern.client.readResource({ uri })).contents[0]).toMatchObject({ text: expect.stringContaining('South Africa') })
  expect((await modern.ask('answer_lines', { uri, words: 'Iran' })).text).toContain('IRN')
  expect((await modern.client.listPrompts()).prompts.length).toBe(4)
  expect((await modern.ask('assess', { a: 'CHN', b: 'CHN' })).result.structuredContent).toMatchObject({ code: 'SameState' })
  await Promise.all([old.close(), modern.close()])
})

test('broken lines are answered, what comes after them too, and stdout has nothing but messages', async () => {
  raw = openRaw()
  const told = (): unknown[] => raw.messages().map(({ id, error }) => [id, (error as { code: number } | undefined)?.code])
  for (const line of ['', '{broken', 'hello', '{"jsonrpc":"2.0","id":9,']) raw.send(line)
  await expect.poll(told, { timeout: 60_000 }).toEqual([
    [null, -32700],
    [null, -32700],
    [null, -32700],
  ])
  for (const line of ['[]', 'null', '7', '{"jsonrpc":"1.0"}', '{"jsonrpc":"2.0","method":5}', '{"jsonrpc":"2.0","id":{},"method":"x"}'])
    raw.send(line)
  for (const more of ['"extra":1', '"params":7']) raw.send(`{"jsonrpc":"2.0","id":8,"method":"x",${more}}`)
  const refused = [...Array.from({ length: 6 }, () => [null, -32600]), [8, -32600], [8, -32600]]
  await expect.poll(() => told().slice(3), { timeout: 60_000 }).toEqual(refused)
  raw.send(hello('2025-06-18'))
  await raw.answer(1)
  raw.send('{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"find","arguments":[1]}}')
  expect(await raw.answer(2)).toMatchObject({ error: { code: -32602 } })
  raw.send({ id: 3, method: 'nonesuch' })
  expect(await raw.answer(3)).toMatchObject({ error: { code: -32601 } })
  raw.send(find(4))
  expect(await raw.answer(4)).toMatchObject({ result: {} })
})

test('two questions at once are answered side by side: the short one does not wait for the long one', async () => {
  raw = openRaw()
  raw.send(hello('2025-06-18'))
  await raw.answer(1)
  raw.send({ id: 2, method: 'tools/call', params: { name: 'dyads', arguments: { to: '1975', state: 'India', domain: 'institutions' } } })
  raw.send(find(3))
  await raw.answer(2)
  const order = raw.messages().flatMap(({ id }) => (id === undefined ? [] : [id]))
  expect(order).toEqual([1, 3, 2])
})

test('a message of more than ten million bytes is refused, and the session goes on', async () => {
  raw = openRaw()
  raw.send(hello('2025-06-18'))
  await raw.answer(1)
  raw.send('x'.repeat(11_000_000))
  raw.send(find(2))
  expect(await raw.answer(2)).toMatchObject({ result: {} })
  expect(raw.messages()).toContainEqual({
    jsonrpc: '2.0',
    id: null,
    error: { code: -32600, message: 'a message has at most 10,000,000 bytes' },
  })
})

test('a batch is answered in one in the revision that has batches, and refused in the others', async () => {
  const ping = { jsonrpc: '2.0', id: 3, method: 'ping' }
  const batch = JSON.stringify([{ jsonrpc: '2.0', ...find(2) }, { jsonrpc: '1.0' }, { jsonrpc: '2.0', method: 'notifications/x' }, ping])
  raw = openRaw()
  raw.send(hello('2025-03-26'))
  await raw.answer(1)
  raw.send('[]')
  raw.send(batch)
  // the word that there are more resources may come before the batch or after it
  const answers = () => raw.messages().filter(({ method }) => method === undefined)
  await expect.poll(() => answers().length, { timeout: 60_000 }).toBe(3)
  expect(answers()[1]).toMatchObject({ id: null, error: { code: -32600 } })
  const ids = (answers()[2] as unknown as { id: unknown }[]).map(({ id }) => id)
  expect(new Set(ids)).toEqual(new Set([2, 3, null]))
  raw.child.kill()
  raw = openRaw()
  raw.send(hello('2025-06-18'))
  await raw.answer(1)
  raw.send(batch)
  await expect.poll(() => raw.messages().length, { timeout: 60_000 }).toBe(2)
  expect(raw.messages()[1]).toMatchObject({ id: null, error: { code: -32600 } })
})

test('a client that is gone without a word ends the process', async () => {
  raw = openRaw()
  raw.send(hello('2025-06-18'))
  await raw.answer(1)
  raw.child.stdout?.destroy()
  raw.send(find(2))
  raw.child.stdin?.destroy()
  expect(await raw.ended()).toBe(0)
})
