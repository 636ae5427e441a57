import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { wrapped } from '../../../../src/reports/page/pair-picture.ts'
import { withMeta } from '../../../../src/server/pages/page-meta.ts'
import { type Opened, openServer } from '../../../server/open-server.ts'

const isBuilt = existsSync(join(import.meta.dirname, '../../../../dist/app/index.html'))

async function openSite(): Promise<Opened> {
  const server = await openServer({ open: { url: 'https://visavis.example.org' } })
  while ((await server.ask('/healthz')).status !== 200) await pause(20)
  return server
}

describe.skipIf(!isBuilt)('a page of a public server', () => {
  test('of a pair says in its head what the pair is, where it is, and which picture goes with it', async () => {
    const { ask } = await openSite()
    // a page waits two seconds for its sentence: it is there when the answer is
    for (const to of ['', '&to=2015']) expect((await ask(`/api/v1/assess?a=CHN&b=RUS${to}`)).status).toBe(200)
    const { status, text, headers } = await ask('/dyad/CHN/RUS?to=2015', { headers: { 'accept-encoding': 'identity' } })
    expect(status).toBe(200)
    expect(text).toContain('<title>China and Russia · Vis-à-vis</title>')
    expect(text).toMatch(/<meta name="description" content="China and Russia [^"]+">/)
    expect(text).toContain('<link rel="canonical" href="https://visavis.example.org/dyad/CHN/RUS">')
    for (const name of ['og:title', 'og:description', 'og:url', 'og:image']) expect(text).toContain(`<meta property="${name}" content="`)
    expect(text).toContain('<div id="app">')
    const again = await ask('/dyad/CHN/RUS?to=2015', { headers: { 'if-none-match': headers['etag']!, 'accept-encoding': 'identity' } })
    expect([again.status, again.text]).toEqual([304, ''])
    const picture = new URL(/og:image" content="([^"]+)"/.exec(text)![1]!).pathname
    const png = await ask(picture)
    expect([png.status, png.headers['content-type'], png.headers['cross-origin-resource-policy']]).toEqual([
      200,
      'image/png',
      'cross-origin',
    ])
    // width and height of a PNG
    expect([png.body.readUInt32BE(16), png.body.readUInt32BE(20)]).toEqual([1200, 630])
    const svg = await ask(picture.replace('.png', '.svg'))
    expect([svg.status, svg.headers['content-type']]).toEqual([200, 'image/svg+xml'])
    expect(svg.text).toContain('China – Russia')
    expect((await ask(picture, { headers: { 'if-none-match': png.headers['etag']! } })).status).toBe(304)
  })

  test('has a picture of each of its charts that is drawn by the server, as PNG and SVG, and says which it does not have', async () => {
    const { ask } = await openSite()
    const charts = [
      ['trade', 630, 'Goods trade both ways'],
      ['votes-by-topic', 900, 'votes in common in the UN General Assembly'],
      ['third-states-imports-of-goods', 900, 'in the imports of goods of third states.'],
      ['ledger-by-year', 630, 'of the ledger by year'],
      ['stakeholders', 900, 'Whom the ledger of China and Russia names'],
    ] as const
    for (const [chart, height, words] of charts) {
      const svg = await ask(`/picture/dyad/CHN/RUS/${chart}.svg`)
      expect([chart, svg.status, svg.headers['content-type']]).toEqual([chart, 200, 'image/svg+xml'])
      expect(svg.text).toContain(`viewBox="0 0 1200 ${height}"`)
      expect(svg.text).toContain(words)
      // every class of a mark has its colour in the picture itself
      const style = /<style>(.*?)<\/style>/.exec(svg.text)![1]!
      for (const [, own] of svg.text.matchAll(/<(?:rect|path|circle) class="([^"]+)"/g))
        expect([chart, own!.split(' ').some((one) => style.includes(`.${one}`))]).toEqual([chart, true])
      const png = await ask(`/picture/dyad/CHN/RUS/${chart}.png`)
      expect([png.status, png.body.readUInt32BE(16), png.body.readUInt32BE(20)]).toEqual([200, 1200, height])
    }
    // no ledger, votes of a bloc, a flow that nobody has
    const missing = ['KEN/TZA/stakeholders', 'KEN/TZA/ledger-by-year', 'EU/CHN/votes-by-topic', 'CHN/RUS/third-states-imports-of-tea']
    for (const path of missing) {
      const refused = await ask(`/picture/dyad/${path}.svg`)
      expect([path, refused.status, refused.json()['code']]).toEqual([path, 422, 'NoCoverage'])
    }
  })

  test('has the text of its own pair for readers without scripts', async () => {
    const { ask } = await openSite()
    for (const [path, names, heading] of [
      ['CHN/RUS', 'China and Russia', 'China and Russia'],
      ['IND/USA', 'India and United States', 'India and the United States'],
    ] as const) {
      const [a, b] = path.split('/')
      expect((await ask(`/api/v1/assess?a=${a}&b=${b}`)).status).toBe(200)
      const { text } = await ask(`/dyad/${path}`)
      expect(text).toContain(`<title>${names} · Vis-à-vis</title>`)
      expect(text).toContain(`<noscript><main class="plain"><h1>${heading}, as of `)
    }
  })

  test('that is of no pair, or of one that does not exist, is described in general', async () => {
    const { ask } = await openSite()
    for (const path of ['/', '/world', '/dyad/CHN/Nowhere', '/dyad/CHN', '/dyad/%ff/RUS']) {
      const { text } = await ask(path)
      expect(text).toContain('<title>Vis-à-vis</title>')
      expect(text).toContain('content="How any two states stand to each other')
      expect(text).not.toContain('og:image')
    }
    const refused = await ask('/picture/dyad/CHN/Nowhere/standing.svg')
    expect([refused.status, refused.json()['code']]).toEqual([404, 'UnknownState'])
    expect((await ask('/picture/dyad/CHN/RUS/other.png')).status).toBe(404)
  })
})

test('what a page says of itself cannot become markup', () => {
  const page = withMeta('<head><title>x</title></head>', { title: '</title><script>', description: '"$&', url: 'https://c.org/"' })
  expect(page).not.toContain('<script>')
  expect(page).toContain('content="&quot;$&amp;"')
})

test('lines are broken at spaces, and a word that is too long stands alone', () => {
  expect(wrapped('one two three', 8)).toEqual(['one two', 'three'])
  expect(wrapped('a verylongword b', 4)).toEqual(['a', 'verylongword', 'b'])
})
