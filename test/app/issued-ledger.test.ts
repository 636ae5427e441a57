import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { build } from 'vite'
import { beforeAll, describe, expect, test } from 'vitest'
import { cellsOf } from './journeys/csv-cells.ts'
import { violations, workbench } from './workbench.ts'

const { browser, url } = workbench()

const columns = [
  ...['issued', 'id', 'a', 'b', 'target', 'horizon', 'resolves_on', 'unit', 'median', 'low80', 'high80', 'low95', 'high95'],
  ...['probability', 'baseline', 'status', 'outcome', 'score'],
]

const quantity = {
  ...{ issued: '2026-11-30', id: 'q', a: 'CHN', b: 'RUS', target: 'goods-flow-a-to-b', horizon: 1, resolvesOn: '2027-03-01' },
  ...{ unit: 'USD', median: 110e9, low80: 90e9, high80: 130e9, low95: 80e9, high95: 150e9, probability: null, baseline: 111e9 },
  ...{ status: 'open', outcome: null, score: null },
}
const event = {
  ...{ issued: '2026-11-30', id: 'e', a: 'IND', b: 'PAK', target: 'armed-conflict', horizon: 1, resolvesOn: '2028-06-30' },
  ...{ unit: 'probability', median: null, low80: null, high80: null, low95: null, high95: null, probability: 0.44, baseline: 0.44 },
  ...{ status: 'open', outcome: null, score: null },
}

/** Invented entries in the form that was agreed for `outlook issued`, to test how each status is shown. */
const answer = {
  years: [
    {
      year: 2026,
      issued: '2026-11-30',
      snapshot: '36142a82d8c549be',
      sha256: 'ab'.repeat(32),
      n: 6,
      open: 2,
      resolved: 3,
      void: 1,
      seed: 1,
      madeAfterwards: false,
    },
  ],
  entries: [
    { ...quantity, id: 'open' },
    { ...quantity, id: 'inside', b: 'USA', status: 'resolved', outcome: 120e9, score: 0.08 },
    { ...quantity, id: 'outside', b: 'JPN', status: 'resolved', outcome: 170e9, score: 0.31 },
    { ...quantity, id: 'void', b: 'PRK', status: 'void' },
    { ...event, id: 'came', status: 'resolved', outcome: 1, score: 0.3136 },
    event,
  ],
}

/** The component alone, built for a page of its own. */
const entry = `
import { h, render } from 'preact'
import { IssuedLedger } from '${join(import.meta.dirname, '../../app/src/track-record/issued-ledger.tsx')}'
import '${join(import.meta.dirname, '../../app/src/theme.css')}'
import '${join(import.meta.dirname, '../../app/src/track-record/track-record.css')}'
render(h('main', {}, h('h1', {}, 'Ledger'), h(IssuedLedger, { answer: globalThis.answer, name: 'issued', whenEmpty: 'Nothing was issued yet.' })), document.body)
`

let [script, style] = ['', '']
beforeAll(async () => {
  const built = await build({
    ...{ configFile: false, logLevel: 'error', root: join(import.meta.dirname, '../../app') },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === 'ledger-entry' ? '/ledger-entry.js' : undefined),
        load: (id) => (id === '/ledger-entry.js' ? entry : undefined),
      },
    ],
    build: { write: false, cssCodeSplit: false, rollupOptions: { input: 'ledger-entry', output: { format: 'iife' } } },
  })
  const { output } = (Array.isArray(built) ? built[0] : built) as {
    output: { type: string; code?: string; source?: string | Uint8Array }[]
  }
  script = output.find(({ type }) => type === 'chunk')!.code!
  style = output
    .filter(({ type }) => type === 'asset')
    .map(({ source }) => String(source))
    .join('\n')
})

/** Shows the component with an answer, at a path of the workbench, and closes it. */
async function withLedger(given: unknown, path: string, use: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser().newContext({ viewport: { width: 1280, height: 900 } })
  try {
    const page = await context.newPage()
    const html = `<!doctype html><html lang="en"><head><title>Ledger</title><style>${style}</style></head><body><script>globalThis.answer = ${JSON.stringify(given)}</script><script>${script.replaceAll('</script', '<\\/script')}</script></body></html>`
    await page.route(`${url()}/track-record*`, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }))
    await page.goto(`${url()}${path}`)
    await page.locator('main').waitFor()
    await use(page)
  } finally {
    await context.close()
  }
}

const rows = (page: Page) => page.locator('.entries tbody tr')

describe('the ledger of issued forecasts', () => {
  test('has each year with its hash, and says how the resolved ones came out', () =>
    withLedger(answer, '/track-record', async (page) => {
      expect(await page.locator('table').first().textContent()).toContain('ab'.repeat(32))
      const text = (await page.locator('.issued').textContent())!
      expect(text).toContain('3 of 6 forecasts resolved')
      expect(text).toContain('the 80 % band held 1 of 2 quantities')
      expect(text).toContain('of 1 event 1 came (0.44 expected)')
      expect(text).toContain('The next can be settled from 2027-03-01')
      expect(await violations(page)).toEqual([])
    }))

  test('shows what was forecast and what came, resolved ones first; an open one has no outcome, a void one says so', () =>
    withLedger(answer, '/track-record', async (page) => {
      const texts = await rows(page).allTextContents()
      expect(texts).toHaveLength(6)
      expect(texts[0]).toContain('CHN–USA')
      expect(texts[0]).toContain('goods, CHN to USA, 1 year ahead')
      expect(texts[0]).toContain('USD 110 bn (80 %: USD 90 bn to USD 130 bn)')
      expect(texts[0]).toContain('USD 120 bn, within 80 %')
      expect(texts.find((text) => text.includes('CHN–JPN'))).toContain('USD 170 bn, outside 95 %')
      expect(texts.find((text) => text.includes('IND–PAK') && text.includes('came'))).toContain('44 %')
      expect(texts.at(-1)).toContain('void')
      expect(texts.filter((text) => text.endsWith('open'))).toHaveLength(2)
    }))

  test('is filtered by state and status, which stand in the address', () =>
    withLedger(answer, '/track-record?status=resolved', async (page) => {
      expect(await rows(page).count()).toBe(3)
      await page.getByLabel('State').fill('ind')
      await expect.poll(() => rows(page).count()).toBe(1)
      expect(page.url()).toContain('state=ind')
      expect(await page.getByRole('status').textContent()).toBe('1 of 6')
      await page.getByLabel('Status').selectOption('void')
      await expect.poll(() => rows(page).count()).toBe(0)
    }))

  test('its file has the columns of the ledger and a row for each forecast', () =>
    withLedger(answer, '/track-record', async (page) => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'CSV of all 6' }).click()])
      const [head, ...lines] = cellsOf(readFileSync(await download.path(), 'utf8'))
      expect(head).toEqual(columns)
      expect(lines).toHaveLength(6)
      expect(lines.find((line) => line[1] === 'inside')).toEqual(
        columns.map((name) =>
          String(({ ...answer.entries[1], resolves_on: answer.entries[1]!.resolvesOn } as Record<string, unknown>)[name] ?? ''),
        ),
      )
    }))

  test('none resolved is said, and none issued too', async () => {
    await withLedger({ years: [], entries: [quantity] }, '/track-record', async (page) => {
      expect(await page.locator('.issued').textContent()).toContain('None of 1 forecast is resolved yet.')
    })
    await withLedger({ years: [], entries: [] }, '/track-record', async (page) => {
      expect(await page.locator('.nothing-issued').textContent()).toBe('Nothing was issued yet.')
    })
  })
})
