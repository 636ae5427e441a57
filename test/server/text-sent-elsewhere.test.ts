import { expect, test } from 'vitest'
import { chatServer, claims } from '../operations/model-reading/chat-server.ts'
import { type Opened, openServer } from './open-server.ts'

/** The inputs of `read` in the description that the server publishes. */
async function inputsOfRead(ask: Opened['ask']): Promise<{ post: string[]; get: string[] }> {
  const { paths } = (await ask('/api/v1/openapi.json')).json<{ paths: Record<string, Record<string, never>> }>()
  const { get, post } = paths['/api/v1/read'] as unknown as {
    get: { parameters: { name: string }[] }
    post: { requestBody: { content: { 'application/json': { schema: { properties: object } } } } }
  }
  return {
    post: Object.keys(post.requestBody.content['application/json'].schema.properties),
    get: get.parameters.map(({ name }) => name),
  }
}

const text = 'China exported goods worth $111 billion to Russia in 2023.'

test('a server sends no text elsewhere, and does not offer to', async () => {
  const { post, ask, bring } = await openServer()
  const { origin, requests } = await chatServer(claims())
  const file = await bring('note.txt', text)
  const refused = await post('/api/v1/read', { file, reader: origin, readerModel: 'x' })
  expect([refused.status, refused.json()]).toMatchObject([400, { code: 'Usage', detail: 'reader: is taken only on the command line' }])
  expect((await ask(`/api/v1/read?${new URLSearchParams({ file, reader: origin })}`)).status).toBe(400)
  expect(requests).toEqual([])
  expect(await inputsOfRead(ask)).toEqual({ post: expect.not.arrayContaining(['reader']), get: expect.not.arrayContaining(['reader']) })
})

test('one whose operator lists an address and a model sends it there and nowhere else, by POST only', async () => {
  const { origin, requests } = await chatServer(claims())
  const { origin: other } = await chatServer(claims())
  const { post, ask, bring } = await openServer({
    env: { VISAVIS_READERS: `https://models.example.org, ${origin}`, VISAVIS_READER_MODELS: 'small,large' },
  })
  const file = await bring('note.txt', text)
  const question = { file, reader: origin, readerModel: 'large' }
  for (const asked of [
    { ...question, reader: other },
    { ...question, reader: `${origin}/v1` },
    { ...question, readerModel: 'huge' },
  ])
    expect([(await post('/api/v1/read', asked)).status, requests.length]).toEqual([400, 0])
  expect((await ask(`/api/v1/read?${new URLSearchParams(question)}`)).status).toBe(400)
  const answered = await post('/api/v1/read', question)
  expect([answered.status, answered.json()]).toMatchObject([200, { reader: { model: 'large', sentences: { sent: 1, notRead: 0 } } }])
  expect(requests).toHaveLength(1)
  expect(await inputsOfRead(ask)).toEqual({
    post: expect.arrayContaining(['file', 'reader', 'readerModel']),
    get: expect.not.arrayContaining(['reader']),
  })
})
