import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'
import { patience, type Served, served, type Whose } from '../../../app/served.ts'

/** How pages are opened in a test, and which complaints are expected. */
export interface Opening extends BrowserContextOptions {
  /** Failed requests are part of the test, so the browser's own message about them is not a complaint. */
  readonly failuresExpected?: boolean
}

/** A server and a browser, for the tests of one file. */
export interface Workbench extends Served {
  /** Opens a page and closes it; any complaint, or request to another host, fails the test. */
  readonly open: (path: string, use: (page: Page, context: BrowserContext) => Promise<void>, how?: Opening) => Promise<void>
}

/**
 * Sets up before the tests of the calling file and cleans up after them. `own`: for tests that write to the store or
 * stop the server.
 */
export function workbench(whose: Whose = 'shared'): Workbench {
  const all = served(whose)
  return {
    ...all,
    open: async (path, use, { failuresExpected = false, ...options } = {}) => {
      const context = await all.browser().newContext({ viewport: { width: 1280, height: 900 }, ...options })
      context.setDefaultTimeout(patience)
      const complaints = complaintsOf(context, all.url(), failuresExpected)
      try {
        const page = await context.newPage()
        await page.goto(all.url() + path)
        await use(page, context)
        expect(complaints).toEqual([])
      } finally {
        await context.close()
      }
    },
  }
}

/**
 * Collects the complaints of a context's pages: errors, console errors and policy violations, and requests to other
 * hosts.
 */
function complaintsOf(context: BrowserContext, url: string, failuresExpected: boolean): string[] {
  const complaints: string[] = []
  context.on('weberror', (error) => {
    const text = String(error.error())
    // a style sheet that was on its way when the server went is a failed request like any other
    if (failuresExpected && text.includes('Unable to preload CSS')) return
    complaints.push(text)
  })
  context.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type())) return
    if (failuresExpected && message.text().includes('Failed to load resource')) return
    complaints.push(`${message.type()}: ${message.text()}`)
  })
  context.on('request', (request) => {
    const asked = request.url()
    if (!asked.startsWith(`${url}/`) && !/^(data|blob):/.test(asked)) complaints.push(`a request to ${asked}`)
  })
  return complaints
}
