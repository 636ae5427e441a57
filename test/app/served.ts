import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { type RunningServer, serve } from '../../src/server/serve.ts'
import { sharedBrowser } from '../browser.ts'

/** How long a page is waited for, in milliseconds: others may have the machine too. */
export const patience = 90_000

/** A server and a browser, as the tests of one file use them. */
export interface Served {
  readonly home: string
  readonly url: () => string
  readonly browser: () => Browser
  readonly stop: () => Promise<void>
  /** Starts again at the port of before. */
  readonly startAgain: () => Promise<void>
}

/** Whose server it is: one that all files share which only read, or the file's own, where its tests write to the store or stop it. */
export type Whose = 'shared' | 'own'

class Server {
  readonly home = mkdtempSync(join(tmpdir(), 'visavis-pages-'))
  #serving: Promise<RunningServer> | undefined
  url = ''

  async start(): Promise<void> {
    const port = this.url === '' ? 0 : Number(new URL(this.url).port)
    this.#serving ??= serve({ env: { ...process.env, VISAVIS_HOME: this.home }, port })
    this.url = (await this.#serving).url
  }

  async stop(): Promise<void> {
    const serving = this.#serving
    this.#serving = undefined
    await (await serving)?.stop(100)
  }

  clear(): void {
    rmSync(this.home, { recursive: true, force: true })
  }
}

let one: Server | undefined

/** The server of all files of this process that only read; gone with the process. */
function sharedServer(): Server {
  if (one !== undefined) return one
  const server = new Server()
  process.once('exit', () => server.clear())
  one = server
  return server
}

/** Has a server, and the browser that all files share, before the tests of the file that calls. */
export function served(whose: Whose): Served {
  const server = whose === 'own' ? new Server() : sharedServer()
  let browser: Browser
  beforeAll(async () => {
    await server.start()
    browser = await sharedBrowser()
  })
  afterAll(async () => {
    // what a file left open, or wrote, would be met by the files after it
    expect(browser?.contexts() ?? []).toEqual([])
    if (whose === 'shared') return expect(readdirSync(server.home, { recursive: true })).toEqual([])
    await server.stop()
    server.clear()
  })
  return {
    home: server.home,
    url: () => server.url,
    browser: () => browser,
    stop: () => server.stop(),
    startAgain: () => server.start(),
  }
}
