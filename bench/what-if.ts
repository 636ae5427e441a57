import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { quantile } from '../src/numeric/quantile.ts'
import { withWorkbench } from './warm-workbench.ts'

const steps = 30

interface Case {
  readonly what: string
  readonly query: string
  readonly goal: number
}

const cases: readonly Case[] = [
  { what: 'one sector, 187 states', query: 'kind=tariff&by=USA&on=CHN&answer=1&base=baci-2023', goal: 150 },
  { what: '28 sectors, 81 economies', query: 'kind=cost&by=USA,EU,GBR,JPN&on=RUS&base=icio-2022', goal: 400 },
  { what: 'with input links, 41 x 31', query: 'kind=cost&by=USA,EU,GBR,JPN&on=RUS&base=wiod-2011', goal: 400 },
]

/**
 * The page What if in Chromium, from a warm server: from a move of the slider to the frame in which the answer is drawn. No size is asked twice, so nothing comes from a
 * cache. Beside it the same questions to the same server without a page, sizes that differ a little: what the model and HTTP take.
 */
export function run(): Promise<void> {
  return withWorkbench(async (browser, url) => {
    console.log(`What if: from a move of the slider to the drawn answer, ${steps} moves each, ms: median, 95th percentile`)
    for (const one of cases) await timeCase(browser, url, one)
  })
}

async function timeCase(browser: Browser, url: string, { what, query, goal }: Case): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/api/v1/scenario?')) asked.push(request.url())
  })
  await page.goto(`${url}/what-if?${query}`)
  await page.locator('article[aria-busy=false] .side-by-side figure svg').nth(1).waitFor()
  const drawn: number[] = []
  for (let i = 0; i < steps; i++) {
    drawn.push(await moved(page))
    await page.waitForTimeout(60)
  }
  await context.close()
  const bare: number[] = []
  for (const address of asked.slice(-steps)) bare.push(await answered(otherSize(address)))
  const [page50, page95, bare50] = [at(drawn, 0.5), at(drawn, 0.95), at(bare, 0.5)]
  console.log(
    `  ${what.padEnd(26)} ${page50.toFixed(0)}, ${page95.toFixed(0)}   goal ${goal}   without the page ${bare50.toFixed(0)}, ${at(bare, 0.95).toFixed(0)}   ratio ${(page50 / bare50).toFixed(2)}`,
  )
}

// What runs in the page is text: it is compiled for the browser, not for Node.

/** Moves the slider by one step, as a hand does, and waits until the answer to the new size is drawn. */
const moveSlider = `new Promise((resolve) => {
  const slider = document.querySelector('.size input')
  const sentence = () => document.querySelector('.assumed')?.textContent
  const before = sentence()
  const began = performance.now()
  slider.value = String(Number(slider.value) + Number(slider.step))
  slider.dispatchEvent(new Event('input', { bubbles: true }))
  const look = () => {
    const busy = document.querySelector('article[aria-busy]')?.getAttribute('aria-busy')
    if (busy === 'false' && sentence() !== before) requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)))
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
})`

const moved = (page: Page): Promise<number> => page.evaluate<number>(moveSlider)

/** The same question with a size that nobody has asked. */
function otherSize(address: string): string {
  const url = new URL(address)
  const text = url.searchParams.get('text')!
  url.searchParams.set(
    'text',
    text.replaceAll(/"(factor|percent)":([\d.]+)/g, (_, name, size) => `"${name}":${(Number(size) + 0.013).toFixed(3)}`),
  )
  return url.href
}

async function answered(address: string): Promise<number> {
  const began = performance.now()
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${response.status} ${address}`)
  await response.json()
  return performance.now() - began
}

function at(values: readonly number[], share: number): number {
  return quantile(Float64Array.from(values), share)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await run()
