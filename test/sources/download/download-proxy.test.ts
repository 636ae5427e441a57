import { execFileSync, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { download } from '../../../src/sources/download/download.ts'
import { proxyFor } from '../../../src/sources/download/download-proxy.ts'
import { freshRoot } from '../../store/fresh-root.ts'
import { body, serve } from '../misbehaving-server.ts'

const csv = 'year,value\n2020,1\n'

async function portOf(server: Server): Promise<number> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => void sockets.add(socket.on('error', () => undefined)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return (server.address() as AddressInfo).port
}

/** A proxy that connects whoever asks to one port of the loopback; what it was asked is handed out. */
async function tunnelTo(port: number, answer = 200): Promise<{ address: string; asked: IncomingMessage[]; first: Buffer[] }> {
  const asked: IncomingMessage[] = []
  const first: Buffer[] = []
  const proxy = createServer().on('connect', (request: IncomingMessage, client: Socket) => {
    asked.push(request)
    if (answer !== 200) return void client.end(`HTTP/1.1 ${answer} No\r\nContent-Length: 0\r\n\r\n`)
    const target = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      client.once('data', (chunk) => first.push(chunk))
      client.pipe(target).pipe(client)
    })
    target.on('error', () => client.destroy())
  })
  return { address: `127.0.0.1:${await portOf(proxy)}`, asked, first }
}

const via = (env: Record<string, string>): Parameters<typeof download>[1] => ({
  cacheDir: freshRoot(),
  form: 'csv',
  env,
  interval: 0,
  attempts: 1,
})

test.each([
  ['api.imf.org', 'imf.org', true],
  ['api.imf.org', '.imf.org', true],
  ['api.imf.org', '*.imf.org', true],
  ['apiimf.org', 'imf.org', false],
  ['api.imf.org', 'localhost, API.IMF.ORG', true],
  ['api.imf.org', 'api.imf.org:8443', false],
  ['api.imf.org:8443', 'api.imf.org:8443', true],
  ['api.imf.org', '*', true],
  ['10.1.2.3', '10.0.0.0/8', true],
  ['11.1.2.3', '10.0.0.0/8', false],
  ['10.1.2.3', '10.1.2.3', true],
  ['[::1]', '::1', true],
  ['[fd00::1]', 'fd00::/8', true],
  ['10.1.2.3', '10.0.0.0/99', false],
  ['api.imf.org', '', false],
])('%s with NO_PROXY=%s goes past the proxy: %s', (host, NO_PROXY, past) => {
  const found = proxyFor(new URL(`https://${host}/`), { HTTPS_PROXY: 'http://proxy:3128', NO_PROXY })
  expect(found === undefined).toBe(past)
})

test('https and http have their own proxies, lower case wins, ALL_PROXY is for what has none', () => {
  const env = { HTTPS_PROXY: 'http://upper:1', https_proxy: 'http://lower:1', ALL_PROXY: 'http://all:1' }
  expect(proxyFor(new URL('https://a.org'), env)?.host).toBe('lower:1')
  expect(proxyFor(new URL('http://a.org'), env)?.host).toBe('all:1')
  expect(proxyFor(new URL('http://a.org'), {})).toBeUndefined()
})

test('a proxy that is no http address is a mistake of the setting, and its password is not printed', () => {
  const wrong = (): unknown => proxyFor(new URL('https://a.org'), { HTTPS_PROXY: 'socks5://me:secret@proxy:1080' })
  expect(wrong).toThrowError(expect.objectContaining({ code: 'Usage', message: expect.not.stringContaining('secret') }))
})

test('an http address is asked of the proxy in full, with the name and password of the proxy', async () => {
  const proxy = await serve(body(csv))
  const got = await download('http://data.invalid/a.csv?b=1', via({ HTTP_PROXY: proxy.origin.replace('//', '//me:s%20t@') }))
  expect(readFileSync(got.path, 'utf8')).toBe(csv)
  expect(proxy.requests[0]?.url).toBe('http://data.invalid/a.csv?b=1')
  const authorization = `Basic ${Buffer.from('me:s t').toString('base64')}`
  expect(proxy.requests[0]?.headers).toMatchObject({ host: 'data.invalid', 'proxy-authorization': authorization })
})

test('an https address is asked through a tunnel: the proxy learns host and port, and sees TLS with the name of the host', async () => {
  const target = await serve(body(csv))
  const proxy = await tunnelTo(Number(new URL(target.origin).port))
  const failed = download('https://data.invalid/secret-path.csv', via({ HTTPS_PROXY: `http://me:s%20t@${proxy.address}` }))
  await expect(failed).rejects.toMatchObject({ code: 'Unreachable' })
  expect(proxy.asked[0]?.url).toBe('data.invalid:443')
  expect(proxy.asked[0]?.headers['proxy-authorization']).toBe(`Basic ${Buffer.from('me:s t').toString('base64')}`)
  expect(proxy.first[0]?.[0]).toBe(0x16)
  expect(proxy.first[0]?.toString('latin1')).toContain('data.invalid')
  expect(proxy.first[0]?.toString('latin1')).not.toContain('secret-path')
  expect(target.requests).toEqual([])
})

test.each([
  [407, 'NAME:PASSWORD'],
  [403, 'NO_PROXY'],
])('a proxy that answers %i to CONNECT is named', async (answer, hint) => {
  const proxy = await tunnelTo(9, answer)
  const failed = download('https://data.invalid/', via({ HTTPS_PROXY: proxy.address }))
  await expect(failed).rejects.toMatchObject({
    code: 'Unreachable',
    message: expect.stringMatching(/the proxy 127.* answers/),
    hint: expect.stringContaining(hint),
  })
})

test('a proxy that is not there is unreachable', async () => {
  const failed = download('https://data.invalid/', via({ HTTPS_PROXY: '127.0.0.1:9' }))
  await expect(failed).rejects.toMatchObject({ code: 'Unreachable', message: expect.stringContaining('ECONNREFUSED') })
})

const openssl = process.env['OPENSSL'] ?? 'openssl'
const haveOpenssl = ((): boolean => {
  try {
    return execFileSync(openssl, ['version']).length > 0
  } catch {
    return false
  }
})()

describe.skipIf(!haveOpenssl)('with a certificate of our own making (needs openssl)', () => {
  /** A certificate for 127.0.0.1 and data.invalid, and its key. */
  function certificate(): { cert: string; key: string; path: string } {
    const root = freshRoot()
    const [key, cert] = [join(root, 'key.pem'), join(root, 'cert.pem')]
    const subject = ['-subj', '/CN=data.invalid', '-addext', 'subjectAltName=DNS:data.invalid,IP:127.0.0.1']
    const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key, '-out', cert, ...subject]
    execFileSync(openssl, made, { stdio: 'ignore' })
    return { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8'), path: cert }
  }

  test('a certificate that nobody vouches for is refused, and not tried again', async () => {
    const server = createSecureServer(certificate(), (_request, response) => void response.end(csv))
    const failed = download(`https://127.0.0.1:${await portOf(server)}/`, { ...via({}), attempts: 5 })
    await expect(failed).rejects.toMatchObject({
      code: 'Unreachable',
      message: expect.not.stringContaining('attempts'),
      hint: expect.stringContaining('NODE_EXTRA_CA_CERTS'),
    })
  })

  test('a file comes through the tunnel whole, and a redirect out of TLS is not followed', async () => {
    const made = certificate()
    const server = createSecureServer(made, (request, response) => {
      if (request.url === '/down') response.writeHead(302, { location: 'http://data.invalid/a.csv' }).end()
      else response.end(`path,host\n${request.url},${request.headers.host}\n`)
    })
    const proxy = await tunnelTo(await portOf(server))
    const env = { ...process.env, NODE_EXTRA_CA_CERTS: made.path, HTTPS_PROXY: proxy.address, https_proxy: '', NO_PROXY: '', no_proxy: '' }
    const options = `{ cacheDir: ${JSON.stringify(freshRoot())}, form: 'csv', attempts: 1, interval: 0 }`
    const script = [
      `import { download } from ${JSON.stringify(new URL('../../../src/sources/download/download.ts', import.meta.url).href)}`,
      `import { readFileSync } from 'node:fs'`,
      `const got = await download('https://data.invalid/a.csv', ${options})`,
      `process.stdout.write(readFileSync(got.path, 'utf8'))`,
      `await download('https://data.invalid/down', ${options}).catch((error) => process.stdout.write(error.code + error.message))`,
    ].join('\n')
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], { env })
    let [out, err] = ['', '']
    child.stdout.on('data', (chunk) => {
      out += chunk
    })
    child.stderr.on('data', (chunk) => {
      err += chunk
    })
    await new Promise((resolve, reject) => void child.once('error', reject).once('close', resolve))
    expect(err).toBe('')
    expect(out).toMatch(/^path,host\n\/a.csv,data.invalid\nBadAnswer.* redirects from https to http/)
    expect(proxy.asked[0]?.url).toBe('data.invalid:443')
  })
})
