import axe from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { allPages } from './journeys/all-pages.ts'
import { patience, served, type Whose } from './served.ts'

/** Opens a page of the workbench and closes it; any complaint fails the test. */
export type OpenPage = (path: string, use: (page: Page) => Promise<void>, options?: BrowserContextOptions) => Promise<void>

/** A server and a browser for the tests of one file. `own`: for tests that write to the store. */
export function workbench(whose: Whose = 'shared'): { open: OpenPage; home: string; url: () => string; browser: () => Browser } {
  const { home, url, browser } = served(whose)
  const open: OpenPage = async (path, use, options = {}) => {
    const context = await browser().newContext({ viewport: { width: 1280, height: 900 }, ...options })
    context.setDefaultTimeout(patience)
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(String(error)))
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('Failed to load resource')) complaints.push(message.text())
    })
    try {
      await page.goto(url() + path)
      await use(page)
      expect(complaints).toEqual([])
    } finally {
      await context.close()
    }
  }
  return { open, home, url, browser }
}

const level = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Violations of WCAG 2.2 AA on a page, found by axe. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const { violations: found } = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
    `axe.run({ runOnly: { type: 'tag', values: ${JSON.stringify(level)} } })`,
  )
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}

/** The width of a page; it exceeds the window where content overflows. */
export function pageWidth(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth')
}

/**
 * Pages conform to WCAG 2.2 AA in both themes, and nothing overflows on a phone screen. Pages in `allPages` are checked
 * for WCAG in journeys/every-page, so only their width is checked here.
 */
export function forEveryone(open: OpenPage, paths: readonly string[], whole: (page: Page) => Promise<void>): void {
  const notThere = paths.filter((path) => allPages.every((known) => known.path !== path))
  describe('for everyone', () => {
    test.each(notThere.flatMap((path) => (['light', 'dark'] as const).map((scheme) => [path, scheme] as const)))(
      '%s passes axe in %s',
      (path, colorScheme) =>
        open(
          path,
          async (page) => {
            await whole(page)
            expect(await violations(page)).toEqual([])
          },
          { colorScheme },
        ),
    )

    test.each(paths)('%s fits a screen of 360 px', (path) =>
      open(
        path,
        async (page) => {
          await whole(page)
          expect(await pageWidth(page)).toBeLessThanOrEqual(360)
        },
        { viewport: { width: 360, height: 740 } },
      ),
    )
  })
}
