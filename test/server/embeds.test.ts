import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { type Opened, openServer, type Reply } from './open-server.ts'

const isBuilt = existsSync(join(import.meta.dirname, '../../dist/app/index.html'))

const embeds = [
  '/dyad/CHN/RUS?embed=trade',
  '/dyad/CHN/RUS?to=2015&embed=standing',
  '/dyad/CHN/RUS?flow=imports+of+goods&embed=third-states-imports-of-goods',
  '/dyad/CHN/RUS?embed=stakeholders',
  '/?embed=map&of=USA',
  '/world?of=CHN&embed=map',
  '/world?show=communities&embed=groups',
]
const others = [
  '/',
  '/dyad/CHN/RUS',
  '/dyad/CHN/RUS?embed',
  '/dyad/CHN/RUS?embed=',
  '/dyad/CHN/RUS?to=embed=trade',
  '/read?embed=text',
  '/data?embed=map',
  '/design?embed=all',
  '/worldly?embed=map',
  '/api/v1/states?name=Moscow&embed=map',
  '/api/v1/record?embed=map',
  '/picture/dyad/CHN/RUS/standing.svg?embed=map',
  '/healthz?embed=map',
]

/** Asks as a browser does that opens a page in a frame of another site. */
const framed = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }

async function openSite(url?: string): Promise<Opened> {
  const server = await openServer({ open: { url } })
  while ((await server.ask('/healthz')).status !== 200) await pause(20)
  return server
}

function ancestors(headers: Reply['headers']): string | undefined {
  return /frame-ancestors ([^;]*)/.exec(String(headers['content-security-policy']))?.[1]
}

describe.skipIf(!isBuilt)('one chart alone in a frame', () => {
  test('a public server lets every site show a chart alone, and nothing else', async () => {
    const { ask } = await openSite('https://visavis.example.org')
    for (const path of embeds) {
      const { status, headers } = await ask(path, { headers: framed })
      expect([path, status, ancestors(headers), headers['x-frame-options']]).toEqual([path, 200, '* file:', undefined])
      expect(headers['content-security-policy'], path).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'/)
    }
    for (const path of others) {
      const { headers } = await ask(path)
      expect([path, ancestors(headers), headers['x-frame-options']]).toEqual([path, "'none'", 'DENY'])
    }
    const pages = others.filter((path) => !path.startsWith('/picture/'))
    for (const path of pages) expect([path, (await ask(path, { headers: framed })).status]).toEqual([path, 403])
  })

  test('a server of one machine lets pages of that machine show a chart alone', async () => {
    const { ask } = await openServer()
    for (const path of embeds) {
      const { status, headers } = await ask(path, { headers: framed })
      expect([path, status, headers['x-frame-options']]).toEqual([path, 200, undefined])
      expect(ancestors(headers)).toBe("'self' http://localhost:* http://127.0.0.1:* file:")
    }
    for (const path of others) {
      const { headers } = await ask(path)
      expect([path, ancestors(headers), headers['x-frame-options']]).toEqual([path, "'none'", 'DENY'])
      if (!path.startsWith('/picture/')) expect([path, (await ask(path, { headers: framed })).status]).toEqual([path, 403])
    }
  })

  test('another site may open the view, and neither fetch it nor write by it', async () => {
    const { ask } = await openSite('https://visavis.example.org')
    const [path = ''] = embeds
    const fetched = (method: string, mode: string, dest: string) =>
      ask(path, { method, headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': mode, 'sec-fetch-dest': dest } })
    expect((await fetched('GET', 'cors', 'empty')).status).toBe(403)
    expect((await fetched('GET', 'no-cors', 'image')).status).toBe(403)
    expect((await fetched('POST', 'navigate', 'iframe')).status).toBe(403)
    expect((await ask(path, { headers: { ...framed, origin: 'https://evil.example' } })).status).toBe(403)
  })

  test('a public server says its address and whether it draws PNG; a server of one machine says neither', async () => {
    const site = async ({ ask }: Opened) => (await ask('/api/v1/record')).json()['site']
    expect(await site(await openSite('https://visavis.example.org'))).toEqual({
      address: 'https://visavis.example.org',
      drawsPng: expect.any(Boolean),
    })
    expect(await site(await openSite())).toEqual({ drawsPng: expect.any(Boolean) })
    expect(await site(await openServer())).toBeUndefined()
  })
})
