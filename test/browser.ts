import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { installed } from './debian.ts'

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

/**
 * The browser of the tests: `$CHROMIUM`, otherwise Debian's, otherwise installed with apt-get if running as root.
 *
 * @throws Error with instructions, where there is none and none can be installed
 */
function browserPath(): string {
  const given = process.env['CHROMIUM']
  if (given !== undefined && given !== '') {
    if (existsSync(given)) return given
    throw new Error(`CHROMIUM names ${given}, which is not there`)
  }
  if (existsSync(debian)) return debian
  const tried = installed('chromium')
  if (existsSync(debian)) return debian
  throw new Error(`the tests of the page need Chromium: apt-get install chromium, or CHROMIUM=/path/to/chromium. ${tried}`)
}

/** A browser with an empty profile; the caller must close it. */
export function openBrowser(handleSIGTERM = true): Promise<Browser> {
  return chromium.launch({ executablePath: browserPath(), args: flags, timeout: 120_000, handleSIGTERM })
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
