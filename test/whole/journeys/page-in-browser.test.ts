import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkInput, operations } from '../../../src/operations/index.ts'
import { openBrowser } from '../../browser.ts'

/** A pair with a ledger and much of everything, one told by official statistics, and one of which little is known. */
const pairs = ['CHN-RUS', 'DEU-POL', 'NRU-TUV'] as const
const level = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What is left of 210 mm between margins of 14 mm, in CSS pixels. */
const a4Width = Math.floor(((210 - 28) / 25.4) * 96)

let browser: Browser
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'visavis-page-'))
  const operation = operations.find(({ name }) => name === 'assess')!
  const work = await operation.load()
  const context = { env: { ...process.env, VISAVIS_HOME: '/nonexistent' }, today: '2026-11-24', now: '2026-11-24T12:00:00.000Z' }
  for (const pair of pairs) {
    const [a, b] = pair.split('-') as [string, string]
    const page = await work.show.html!((await work.run(checkInput(operation, { a, b }), context)) as never)
    await writeFile(join(folder, `${pair}.html`), page)
  }
  browser = await openBrowser()
}, 600_000)

afterAll(async () => {
  await browser?.close()
  await rm(folder, { recursive: true, force: true })
})

interface Opened {
  readonly page: Page
  /** Everything that the page asked for. */
  readonly asked: readonly string[]
}

/** Opens the page of a pair, hands it over, closes it. */
async function open<Found>(pair: string, options: BrowserContextOptions, look: (opened: Opened) => Promise<Found>): Promise<Found> {
  const context = await browser.newContext(options)
  try {
    const page = await context.newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(pathToFileURL(join(folder, `${pair}.html`)).href)
    return await look({ page, asked })
  } finally {
    await context.close()
  }
}

const openAll = "for (const details of document.querySelectorAll('details')) details.open = true"

interface Violation {
  readonly id: string
  readonly help: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[]
}

describe.each(pairs)('page of %s', (pair) => {
  test.each(['light', 'dark'] as const)(
    'breaks no rule of WCAG 2.2 AA, all parts open, %s',
    (colorScheme) =>
      open(pair, { colorScheme, viewport: { width: 1200, height: 900 } }, async ({ page }) => {
        await page.evaluate(openAll)
        await page.evaluate(axe.source)
        const { violations } = await page.evaluate<{ violations: Violation[] }>(
          `axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(level)} }, resultTypes: ['violations'] })`,
        )
        const said = violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.length} times, first ${nodes[0]!.html.slice(0, 200)}`)
        expect(said).toEqual([])
      }),
    300_000,
  )

  test('asks the network for nothing, and only for itself', () =>
    open(pair, {}, async ({ page, asked }) => {
      await page.evaluate(openAll)
      await page.mouse.wheel(0, 100_000)
      expect(asked).toEqual([pathToFileURL(join(folder, `${pair}.html`)).href])
    }))

  test('every link, part that opens and region that scrolls can be reached and left by the Tab key', () =>
    open(pair, {}, async ({ page }) => {
      const expected = await page.evaluate<number>(
        '[...document.querySelectorAll(\'a[href], summary, [tabindex="0"]\')].filter((one) => one.checkVisibility()).length',
      )
      await page.evaluate("window.met = new Set(); document.addEventListener('focusin', ({ target }) => window.met.add(target))")
      for (let i = 0; i < expected; i++) await page.keyboard.press('Tab')
      expect(await page.evaluate<number>('window.met.size')).toBe(expected)
    }))

  test('a part opens by the Enter key, and what is in it can then be reached', () =>
    open(pair, {}, async ({ page }) => {
      await page.focus('details.data > summary')
      await page.keyboard.press('Enter')
      expect(await page.evaluate<boolean>("document.querySelector('details.data').open")).toBe(true)
      await page.keyboard.press('Tab')
      expect(await page.evaluate<string>('document.activeElement.className')).toBe('scroll')
    }))

  test.each([320, 375, 1200])('nothing but what scrolls is wider than a window of %i', (width) =>
    open(pair, { viewport: { width, height: 800 } }, async ({ page }) => {
      await page.evaluate(openAll)
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
    }),
  )

  test('on A4 no table or drawing is cut, all parts open', () =>
    open(pair, { viewport: { width: a4Width, height: 1000 } }, async ({ page }) => {
      await page.evaluate(openAll)
      await page.emulateMedia({ media: 'print' })
      const cut = await page.evaluate<string[]>(
        `[...document.querySelectorAll('table, svg')].filter((one) => one.getBoundingClientRect().right > ${a4Width} + 1).map((one) => (one.querySelector('caption, title') ?? one).textContent + ' ' + one.getBoundingClientRect().right)`,
      )
      expect(cut).toEqual([])
      const pdf = await page.pdf({ preferCSSPageSize: true })
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    }))
})
