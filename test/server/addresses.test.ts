import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { publicDownload } from '../../src/operations/reading/public-download.ts'
import { downloadSource } from '../../src/operations/reading/read-address.ts'
import { isPublicAddress, lookUpPublicAddress, refusePrivateAddress } from '../../src/sources/download/download-public-address.ts'
import { freshRoot } from '../store/fresh-root.ts'
import { openServer } from './open-server.ts'

const secret = 'The password of the router is hunter2. China and Russia traded goods worth $228 billion in 2025.'

/** Something on this machine that nobody outside may have read; the requests that reached it. */
async function inside(
  answer: (request: IncomingMessage, response: ServerResponse) => void = (_, r) => r.end(secret),
): Promise<{ port: number; reached: string[] }> {
  const reached: string[] = []
  const server = createServer((request, response) => {
    reached.push(request.url!)
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return { port: (server.address() as AddressInfo).port, reached }
}

/** No proxy of this machine: what a test asks is asked directly. */
const direct = { HTTP_PROXY: '', HTTPS_PROXY: '', ALL_PROXY: '', http_proxy: '', https_proxy: '', all_proxy: '' }

describe('the server fetches nothing of this machine or its own network', () => {
  test('by no spelling of its address, by GET or POST', async () => {
    const { port, reached } = await inside()
    const { ask, post } = await openServer({ env: direct })
    const hosts = [
      '127.0.0.1',
      'localhost',
      'LOCALHOST',
      'a.localhost',
      '127.1',
      '2130706433',
      '0x7f000001',
      '0177.0.0.1',
      '0.0.0.0',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '[::]',
    ]
    for (const host of hosts) {
      const file = `http://${host}:${port}/private`
      for (const reply of [await ask(`/api/v1/read?${new URLSearchParams({ file })}`), await post('/api/v1/read', { file })]) {
        expect([host, reply.status, reply.json()['code']]).toEqual([host, 400, 'Usage'])
        expect(reply.json()['detail']).toMatch(/is on this machine or its own network: nothing is fetched from there/)
      }
    }
    expect(reached).toEqual([])
  })

  test('nor of a network that is private, shared or of the machine that hosts it', async () => {
    const { post } = await openServer({ env: direct })
    const hosts = [
      '10.0.0.1',
      '172.16.0.1',
      '192.168.1.1',
      '169.254.169.254',
      '100.64.0.1',
      '[fe80::1]',
      '[fc00::1]',
      '[64:ff9b::a00:1]',
      '[2002:a00:1::]',
    ]
    for (const host of hosts)
      expect([host, (await post('/api/v1/read', { file: `http://${host}/` })).json()['code']]).toEqual([host, 'Usage'])
  })

  test('nor through a proxy, where the name says so or leads there', async () => {
    const { port, reached } = await inside()
    const { post } = await openServer({ env: { ...direct, http_proxy: `http://127.0.0.1:${port}` } })
    for (const host of ['127.0.0.1', 'localhost', 'x.localhost', '192.168.0.1'])
      expect([host, (await post('/api/v1/read', { file: `http://${host}/` })).json()['code']]).toEqual([host, 'Usage'])
    expect(reached).toEqual([])
  })

  test('nor where a page of the open network redirects to it', async () => {
    const { port, reached } = await inside()
    // the proxy stands for the open network: what it is asked for is at a public address
    const proxy = await inside((_, response) => response.writeHead(302, { location: `http://127.0.0.1:${port}/private` }).end())
    const { post } = await openServer({ env: { ...direct, http_proxy: `http://127.0.0.1:${proxy.port}` } })
    const reply = await post('/api/v1/read', { file: 'http://93.184.216.34/article' })
    expect([reply.status, reply.json()['code'], reply.json()['detail']]).toEqual([
      400,
      'Usage',
      expect.stringMatching(/^127\.0\.0\.1 is on this machine/),
    ])
    expect([proxy.reached, reached]).toEqual([['http://93.184.216.34/article'], []])
  })

  test('a page of the open network is read', async () => {
    const proxy = await inside()
    const { post } = await openServer({ env: { ...direct, http_proxy: `http://127.0.0.1:${proxy.port}` } })
    const reply = await post('/api/v1/read', { file: 'http://93.184.216.34/article.txt' })
    expect([reply.status, reply.text.includes('228')]).toEqual([200, true])
  })

  test('an answer to an address is not kept: the page may have changed', async () => {
    let text = 'China and Russia traded goods worth $228 billion in 2025.'
    const proxy = await inside((_, response) => response.end(text))
    const { ask } = await openServer({ env: { ...direct, http_proxy: `http://127.0.0.1:${proxy.port}` } })
    const path = `/api/v1/read?${new URLSearchParams({ file: 'http://93.184.216.34/b.txt', date: '2026-01-01' })}`
    const before = await ask(path)
    text = 'China and Russia traded goods worth $100 billion in 2025.'
    const after = await ask(path, { headers: { 'if-none-match': before.headers.etag! } })
    expect([after.status, after.text.includes('$100 billion')]).toEqual([200, true])
  })

  test('only a text is fetched: any other input that takes a file takes no address', async () => {
    const { post } = await openServer()
    for (const [path, input] of [
      ['watch', { file: 'http://93.184.216.34/' }],
      ['measure/ideal-points', { sample: 'http://93.184.216.34/' }],
      ['add', { source: 'baci', files: ['http://93.184.216.34/'] }],
    ] as const)
      expect([path, (await post(`/api/v1/${path}`, input)).json()['code']]).toEqual([path, 'BadInput'])
  })
})

describe('which addresses are of the open network', () => {
  test('those that are given out to somebody, and no others', () => {
    const open = [
      '93.184.216.34',
      '8.8.8.8',
      '172.15.0.1',
      '172.32.0.1',
      '100.63.0.1',
      '192.167.1.1',
      '2606:4700::1111',
      '2a00:1450:4001::1',
    ]
    const closed = [
      ...[
        '0.1.2.3',
        '10.255.255.255',
        '100.127.255.255',
        '127.255.255.255',
        '169.254.1.1',
        '172.31.255.255',
        '192.0.0.1',
        '192.168.255.255',
        '198.19.1.1',
      ],
      ...[
        '224.0.0.1',
        '255.255.255.255',
        '::',
        '::1',
        '::ffff:8.8.8.8',
        'fe80::1',
        'fd00::1',
        'ff02::1',
        '64:ff9b::1',
        '2001:db8::1',
        '2001::1',
        '2002::1',
        'x',
      ],
    ]
    expect(open.filter((address) => !isPublicAddress(address))).toEqual([])
    expect(closed.filter(isPublicAddress)).toEqual([])
  })

  test('a name that leads to this machine is refused by the lookup of the connection itself', async () => {
    for (const all of [true, false]) {
      const error = await new Promise((resolve) => lookUpPublicAddress('localhost', { all }, resolve))
      expect(error).toMatchObject({ code: 'Usage' })
    }
    await expect(refusePrivateAddress(new URL('http://[::ffff:7f00:1]/'), false)).rejects.toMatchObject({ code: 'Usage' })
    await expect(refusePrivateAddress(new URL('http://93.184.216.34/'), true)).resolves.toBeUndefined()
  })

  test('the command line reads an address of this machine, which its user typed', async () => {
    const { port } = await inside()
    const context = {
      env: { ...process.env, ...direct, VISAVIS_HOME: freshRoot(), VISAVIS_CACHE: freshRoot() },
      today: '2026-11-24',
      now: '2026-11-24T00:00:00Z',
    }
    const typed = await downloadSource(`http://127.0.0.1:${port}/note.txt`, context)
    expect(Buffer.from(typed.bytes).toString()).toBe(secret)
    const asked = downloadSource(`http://127.0.0.1:${port}/note.txt`, { ...context, download: publicDownload })
    await expect(asked).rejects.toMatchObject({ code: 'Usage' })
  })
})
