import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { type Serving, serve } from '../../../src/server/serve.ts'
import { openBrowser } from '../../browser.ts'

/** How pages are opened in a test: what they may complain of besides nothing. */
export interface Opening extends BrowserContextOptions {
  /** Failed requests are part of the test: the browser's own line about them is no complaint. */
  readonly failuresExpected?: boolean
}

/** A server on a store of its own and a browser, for the tests of one file. */
export interface Workbench {
  readonly url: () => string
  readonly home: string
  readonly stop: () => Promise<void>
  /** Starts again at the port of before. */
  readonly startAgain: () => Promise<void>
  /** Opens a page and closes it; whatever it complains of, and any request to another host, fails the test. */
  readonly open: (path: string, use: (page: Page, context: BrowserContext) => Promise<void>, how?: Opening) => Promise<void>
}

/** Sets up before the tests of the file that calls, and clears away after them. */
export function workbench(): Workbench {
  const home = mkdtempSync(join(tmpdir(), 'visavis-journey-'))
  const env = { ...process.env, VISAVIS_HOME: home }
  let browser: Browser
  let server: Serving
  beforeAll(async () => {
    server = await serve({ env })
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop(100)
    rmSync(home, { recursive: true, force: true })
  })
  return {
    home,
    url: () => server.url,
    stop: () => server.stop(100),
    startAgain: async () => {
      server = await serve({ env, port: Number(new URL(server.url).port) })
    },
    open: async (path, use, { failuresExpected = false, ...options } = {}) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
      const complaints = complaintsOf(context, server.url, failuresExpected)
      try {
        const page = await context.newPage()
        await page.goto(server.url + path)
        await use(page, context)
        expect(complaints).toEqual([])
      } finally {
        await context.close()
      }
    },
  }
}

/** What the pages of a context complain of as they go: errors, errors and refusals by policy in the console, and requests to other hosts. */
function complaintsOf(context: BrowserContext, url: string, failuresExpected: boolean): string[] {
  const complaints: string[] = []
  context.on('weberror', (error) => complaints.push(String(error.error())))
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
