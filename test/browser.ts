import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { missing } from './debian.ts'

/** Prevents the browser's own network requests during a test. */
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const debian = '/usr/bin/chromium'

/** What is missing to open a page here; undefined where there is a browser: `$CHROMIUM`, otherwise Debian's, otherwise installed with apt-get if running as root. */
export function browserMissing(): string | undefined {
  const given = process.env['CHROMIUM']
  if (given !== undefined && given !== '') return existsSync(given) ? undefined : `Chromium (CHROMIUM names ${given}, which is not there)`
  return missing('Chromium', () => existsSync(debian), 'chromium')
}

/**
 * A browser with an empty profile; the caller must close it.
 *
 * @throws Error with instructions, where there is none and none can be installed
 */
export async function openBrowser(handleSIGTERM = true): Promise<Browser> {
  const why = browserMissing()
  if (why !== undefined) throw new Error(`pages cannot be opened without ${why}`)
  return chromium.launch({ executablePath: process.env['CHROMIUM'] || debian, args: flags, timeout: 120_000, handleSIGTERM })
}

let one: Promise<Browser> | undefined

/** The browser shared by all test files of this process, opened on first use. Each test has a separate context in it. */
export function sharedBrowser(): Promise<Browser> {
  if (one !== undefined) return one
  // vitest ends a finished process with this signal; on exit the browser and its profile are removed
  process.once('SIGTERM', () => process.exit())
  one = openBrowser(false)
  return one
}
