import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { type RunningServer, serve } from '../../src/server/serve.ts'
import { sharedBrowser } from '../browser.ts'

/** Timeout for a page in milliseconds, since other processes may use the machine too. */
export const patience = 90_000

/** A server and a browser for the tests of one file. */
export interface Served {
  readonly home: string
  readonly url: () => string
  readonly browser: () => Browser
  readonly stop: () => Promise<void>
  /** Restarts the server on the same port. */
  readonly startAgain: () => Promise<void>
}

/**
 * Whether the server is shared by all read-only test files, or is the file's own because its tests write to the store
 * or stop it.
 */
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

/** The server shared by the read-only test files of this process; it ends with the process. */
function sharedServer(): Server {
  if (one !== undefined) return one
  const server = new Server()
  process.once('exit', () => server.clear())
  one = server
  return server
}

/** Provides a server, and the shared browser, before the tests of the calling file. */
export function served(whose: Whose): Served {
  const server = whose === 'own' ? new Server() : sharedServer()
  let browser: Browser
  beforeAll(async () => {
    await server.start()
    browser = await sharedBrowser()
  })
  afterAll(async () => {
    // leftover contexts or writes would affect the files tested next
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
