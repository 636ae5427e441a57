import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { openBrowser } from '../test/browser.ts'

/** The built command line. */
export const main: string = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))

/** States whose pages are visited. */
export const visited: readonly string[] =
  'CHN RUS USA IND DEU FRA GBR JPN KOR BRA ZAF TUR IRN SAU POL UKR KAZ AUS IDN MEX EGY NGA VNM ITA'.split(' ')

/** Starts the built workbench with an empty home and Chromium beside it, and ends both after the visit. */
export async function withWorkbench(visit: (browser: Browser, url: string, home: string) => Promise<void>): Promise<void> {
  if (!existsSync(main)) throw new Error('build first: npm run build')
  const home = await mkdtemp(join(tmpdir(), 'visavis-bench-'))
  const server = spawn(process.execPath, [main, 'serve', '--quiet'], {
    env: { ...process.env, VISAVIS_HOME: home },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const url = await addressOf(server)
    const browser = await openBrowser()
    try {
      await visit(browser, url, home)
    } finally {
      await browser.close()
    }
  } finally {
    server.kill('SIGINT')
    await new Promise((resolve) => server.once('exit', resolve))
    await rm(home, { recursive: true })
  }
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve) => server.stdout!.once('data', (data: Buffer) => resolve(String(data).trim())))
}
