import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openServer } from './open-server.ts'

const built = join(import.meta.dirname, '../../dist/app')
const question = '/api/v1/states?name=Moscow'

describe('who may ask', () => {
  test('only who calls the server by a name of the loopback and its port', async () => {
    const { ask, port } = await openServer()
    for (const name of ['127.0.0.1', 'localhost', 'LOCALHOST', '[::1]'])
      expect((await ask(question, { headers: { host: `${name}:${port}` } })).status, name).toBe(200)
    const foreign = [
      'evil.example',
      `evil.example:${port}`,
      '127.0.0.1',
      `127.0.0.1:${port + 1}`,
      `127.0.0.1.evil.example:${port}`,
      '0.0.0.0',
    ]
    for (const host of foreign)
      for (const path of [question, '/', '/dyad/CHN/RUS', '/api/v1/openapi.json']) {
        const refused = await ask(path, { headers: { host } })
        expect([host, refused.status, refused.json()['code']]).toEqual([host, 403, 'ForeignHost'])
      }
  })

  test('no page of another origin, by whatever method', async () => {
    const { ask, url, port } = await openServer()
    const origins = [
      'https://evil.example',
      'null',
      `https://127.0.0.1:${port}`,
      `http://127.0.0.1:${port + 1}`,
      `http://localhost:${port}`,
    ]
    for (const origin of origins)
      for (const method of ['GET', 'POST', 'OPTIONS']) {
        const refused = await ask(question, { method, headers: { origin } })
        expect([origin, method, refused.status, refused.json()['code']]).toEqual([origin, method, 403, 'ForeignOrigin'])
        expect(Object.keys(refused.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
      }
    expect((await ask(question, { headers: { origin: url } })).status).toBe(200)
  })

  test('of what a browser says it fetches for another site, only a page that is opened by a link', async () => {
    const { ask } = await openServer()
    const fetched = (path: string, site: string, mode: string, dest: string) =>
      ask(path, { headers: { 'sec-fetch-site': site, 'sec-fetch-mode': mode, 'sec-fetch-dest': dest } }).then(({ status }) => status)
    expect(await fetched(question, 'same-origin', 'cors', 'empty')).toBe(200)
    expect(await fetched(question, 'none', 'navigate', 'document')).toBe(200)
    for (const site of ['cross-site', 'same-site']) {
      expect(await fetched(question, site, 'no-cors', 'image')).toBe(403)
      expect(await fetched(question, site, 'cors', 'empty')).toBe(403)
      expect(await fetched(question, site, 'navigate', 'document')).toBe(403)
      expect(await fetched('/', site, 'navigate', 'iframe')).toBe(403)
      expect(await fetched('/assets/any.js', site, 'no-cors', 'script')).toBe(403)
    }
    if (existsSync(built)) expect(await fetched('/dyad/CHN/RUS', 'cross-site', 'navigate', 'document')).toBe(200)
  })
})

describe('what a page may do', () => {
  const paths = ['/', '/dyad/CHN/RUS', question, '/api/v1/openapi.json', '/api/v1/nothing', '/nothing.js', '/api/v1/assess?a=CHN&b=CHN']

  test('every answer is without a cookie, has a strict policy, and is not shown in a frame or read from another origin', async () => {
    const { ask } = await openServer()
    for (const path of paths) {
      const { headers } = await ask(path)
      expect(headers['set-cookie'], path).toBeUndefined()
      expect(headers['content-security-policy'], path).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'/)
      expect(headers['content-security-policy'], path).not.toMatch(/unsafe|https?:|\*/)
      expect(headers, path).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-resource-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'x-frame-options': 'DENY',
      })
    }
  })

  test('a report is a document in which nothing runs', async () => {
    const { ask } = await openServer()
    const { headers } = await ask('/api/v1/composite?a=CHN&b=RUS&weights=votes%3D2,blocs%3D1,trade%3D1&format=html')
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(headers['content-security-policy']).toBe("default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox")
  })

  test.skipIf(!existsSync(built))('the built pages load nothing from outside', () => {
    const files = readdirSync(built, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(html|css|svg)$/.test(name))
    expect(files.length).toBeGreaterThan(3)
    for (const name of files) {
      const text = readFileSync(join(built, name), 'utf8').replaceAll(/xmlns="[^"]*"/g, '')
      const loaded = [...text.matchAll(/(?:src|href)="([^"]*)"|url\(["']?([^"')]*)|@import\s+["']([^"']*)/g)].map(
        (found) => found[1] ?? found[2] ?? found[3]!,
      )
      expect(
        loaded.filter((address) => !/^(\/(?!\/)|\.|data:|#)/.test(address)),
        name,
      ).toEqual([])
    }
  })

  test('a path never leads to a file outside the built pages', async () => {
    const { ask } = await openServer()
    for (const path of ['/../package.json', '/..%2f..%2fpackage.json', '/assets/../../../package.json', '/%2e%2e/package.json'])
      expect((await ask(path)).status, path).toBe(404)
  })
})
