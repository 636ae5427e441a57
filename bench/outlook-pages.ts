import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { quantile } from '../src/numeric/quantile.ts'
import { visited, withWorkbench } from './warm-workbench.ts'

const [loads, changes] = [9, 24]
const states = visited.slice(0, 19)

/**
 * The outlook in Chromium, from a warm server: how soon the page Track record stands with an empty cache, and on the page of a pair from the click on another pair to
 * its last fan. Beside both the same questions without a page, of pairs that nobody has asked: what the operations and HTTP take.
 */
export function run(): Promise<void> {
  return withWorkbench(async (browser, url) => {
    await firstLoads(browser, url)
    await otherPairs(browser, url)
  })
}

/** First loads with an empty cache; the first of all, which warms the server, is left out. */
async function firstLoads(browser: Browser, url: string): Promise<void> {
  const [stands, bare]: [number[], number[]] = [[], []]
  for (let i = 0; i <= loads; i++) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    const page = await context.newPage()
    const began = performance.now()
    await page.goto(`${url}/track-record`, { waitUntil: 'commit' })
    await page.waitForSelector('#figure-track-record-votes svg')
    const took = performance.now() - began
    await context.close()
    const without = await answered([`${url}/api/v1/outlook/track-record`])
    if (i > 0) {
      stands.push(took)
      bare.push(without)
    }
  }
  console.log(
    `Track record, empty cache, ${loads} loads, ms until its last chart stands: ${spread(stands)}   goal < 1500   the answer alone ${spread(bare)}`,
  )
}

/** Another pair's fans: from the click to the frame in which the last one is drawn. */
async function otherPairs(browser: Browser, url: string): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  await page.goto(`${url}/dyad/ARG/CHL#outlook`)
  await page.waitForSelector('#outlook .fan svg')
  await page.waitForTimeout(3000)
  const [shown, bare]: [number[], number[]] = [[], []]
  for (let i = 0; i < changes; i++) {
    const [a, b] = pairAt(2 * i)
    shown.push(await fansShown(page, a, b))
    const [c, d] = pairAt(2 * i + 1)
    bare.push(await answered(['assess', 'outlook', 'outlook/history'].map((question) => `${url}/api/v1/${question}?a=${c}&b=${d}`)))
    await page.waitForTimeout(200)
  }
  await context.close()
  console.log(
    `Another pair's fans, ${changes} pairs, ms from the click: ${spread(shown)}   goal < 1000   assess, outlook and history at once without a page ${spread(bare)}   ratio ${(at(shown, 0.5) / at(bare, 0.5)).toFixed(2)}`,
  )
}

/** Pairs of the list, each once. */
function pairAt(i: number): [string, string] {
  const pairs = states.flatMap((a, k) => states.slice(k + 1).map((b): [string, string] => [a, b]))
  return pairs[(i * 7) % pairs.length]!
}

// What runs in the page is text: it is compiled for the browser, not for Node.
async function fansShown(page: Page, a: string, b: string): Promise<number> {
  return page.evaluate<number>(`new Promise((resolve) => {
    const link = document.createElement('a')
    link.href = '/dyad/${a}/${b}'
    document.body.append(link)
    const began = performance.now()
    link.click()
    link.remove()
    const look = () => {
      const section = document.getElementById('outlook')
      section?.scrollIntoView()
      const drawn = document.querySelectorAll('#outlook .fan figure[id^="figure-${a}-${b}-"] svg').length
      const all = document.querySelectorAll('#outlook .fan').length
      if (drawn > 0 && drawn === all) requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)))
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })`)
}

async function answered(addresses: readonly string[]): Promise<number> {
  const began = performance.now()
  await Promise.all(
    addresses.map(async (address) => {
      const response = await fetch(address)
      if (!response.ok) throw new Error(`${response.status} ${address}`)
      await response.json()
    }),
  )
  return performance.now() - began
}

function at(values: readonly number[], share: number): number {
  return quantile(Float64Array.from(values), share)
}

function spread(values: readonly number[]): string {
  return `${at(values, 0.5).toFixed(0)} (95th percentile ${at(values, 0.95).toFixed(0)})`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await run()
