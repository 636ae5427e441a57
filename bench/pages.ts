import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { splitMix64 } from '../src/numeric/random.ts'
import { atShare } from './at-share.ts'
import { main, visited, withWorkbench } from './warm-workbench.ts'

const loads = 9
const changes = 60

/**
 * The pages in Chromium, from a warm server: how soon the first page paints and can be used, how much it loads, how soon another pair or year is shown, and how many
 * frames a second the map plays. Beside it the report of the same pair as a file, which runs nothing: what the browser itself takes to show such a page.
 */
export function run(): Promise<void> {
  return withWorkbench(async (browser, url, home) => {
    await firstLoads(browser, url, await reportFile(home))
    await changesShown(browser, url)
    await framesPlayed(browser, url)
  })
}

async function reportFile(folder: string): Promise<string> {
  const { stdout } = spawnSync(process.execPath, [main, 'assess', 'CHN', 'RUS', '--format', 'html', '--quiet'], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  const file = join(folder, 'report.html')
  await writeFile(file, stdout)
  return pathToFileURL(file).href
}

interface Load {
  readonly painted: number
  readonly usable: number
  readonly bytes: number
}

// What runs in the page is text: it is compiled for the browser, not for Node.

/** Before anything else: remembers when the last long task ended. */
const watchLongTasks = `
  globalThis.visavisBench = { busyUntil: 0 }
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) visavisBench.busyUntil = Math.max(visavisBench.busyUntil, entry.startTime + entry.duration)
  }).observe({ type: 'longtask', buffered: true })`

/** When the page first painted, and since when what was asked for stands and the main thread answers: no task of more than 50 ms for half a second. */
const quietSince = `(async () => {
  const stands = performance.now()
  while (performance.now() - Math.max(stands, visavisBench.busyUntil) < 500) await new Promise((resolve) => setTimeout(resolve, 20))
  const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN
  return { painted, usable: Math.max(stands, visavisBench.busyUntil) }
})()`

/** Follows a link of the application to another pair or year: how long it took until its answer was drawn, under another heading than before. */
const shownAfter = (address: string): string => `new Promise((resolve) => {
  const link = document.createElement('a')
  link.href = '${address}'
  document.body.append(link)
  const heading = () => document.querySelector('.dyad h1')?.textContent
  const before = heading()
  const began = performance.now()
  link.click()
  link.remove()
  const look = () => {
    const busy = document.querySelector('.dyad')?.getAttribute('aria-busy')
    if (busy === 'false' && heading() !== before) requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)))
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
})`

/** The time from frame to frame, for six seconds. */
const frameTimes = `new Promise((resolve) => {
  const times = []
  const began = performance.now()
  let last = began
  const step = (now) => {
    times.push(now - last)
    last = now
    if (now - began < 6000) requestAnimationFrame(step)
    else resolve(times.slice(1))
  }
  requestAnimationFrame(step)
})`

/** First loads with an empty cache; the first of all, which warms the server, is left out. */
async function firstLoads(browser: Browser, url: string, report: string): Promise<void> {
  const took: { page: Load[]; report: Load[] } = { page: [], report: [] }
  for (let i = 0; i <= loads; i++) {
    const page = await loaded(browser, `${url}/dyad/CHN/RUS`, '.dyad h2')
    const file = await loaded(browser, report, 'h2')
    if (i > 0) {
      took.page.push(page)
      took.report.push(file)
    }
  }
  const of = (which: 'page' | 'report', what: keyof Load): number[] => took[which].map((one) => one[what])
  console.log(
    `First load of /dyad/CHN/RUS from a warm server, empty cache, ${loads} loads: median ms (lowest to highest), ratio to the report of the pair as a file`,
  )
  for (const [what, goal] of [
    ['painted', 1000],
    ['usable', 1500],
  ] as const)
    console.log(
      `  ${what.padEnd(9)} ${spread(of('page', what))}   file ${spread(of('report', what))}   ratio ${(median(of('page', what)) / median(of('report', what))).toFixed(2)}   goal < ${goal}`,
    )
  console.log(`  loaded    ${(median(of('page', 'bytes')) / 1000).toFixed(0)} KB as sent, the answer included   goal 250`)
}

async function loaded(browser: Browser, address: string, mark: string): Promise<Load> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  const protocol = await context.newCDPSession(page)
  await protocol.send('Network.enable')
  let bytes = 0
  protocol.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
  await page.addInitScript({ content: watchLongTasks })
  await page.goto(address, { waitUntil: 'commit' })
  await page.waitForSelector(mark)
  const { painted, usable } = await page.evaluate<Omit<Load, 'bytes'>>(quietSince)
  await context.close()
  return { painted, usable, bytes }
}

/** Another pair, and another year of the same pair, each not asked before: from the click to the frame in which it is shown. */
async function changesShown(browser: Browser, url: string): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  await page.goto(`${url}/dyad/CHN/RUS`)
  await page.waitForSelector('.dyad h2')
  const next = splitMix64(1n)
  const pick = (most: number): number => Number(next() % BigInt(most))
  const took: { pair: number[]; year: number[] } = { pair: [], year: [] }
  for (let i = 0; i < changes; i++) {
    const a = visited[pick(visited.length)]!
    const b = visited.filter((one) => one !== a)[pick(visited.length - 1)]!
    took.pair.push(await page.evaluate<number>(shownAfter(`/dyad/${a}/${b}`)))
    took.year.push(await page.evaluate<number>(shownAfter(`/dyad/${a}/${b}?to=${1995 + pick(28)}`)))
    await page.waitForTimeout(250)
  }
  await context.close()
  console.log(`A change shown, ${changes} of each, in ms: median, 95th percentile   goals 100, 250`)
  for (const [what, times] of [
    ['another pair', took.pair],
    ['another year', took.year],
  ] as const)
    console.log(`  ${what.padEnd(13)} ${median(times).toFixed(0)}, ${atShare(times, 0.95).toFixed(0)}`)
}

/** The map played through its years. */
async function framesPlayed(browser: Browser, url: string): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  await page.goto(`${url}/world?of=CHN&measure=kappa&year=1971`)
  const play = page.getByRole('button', { name: 'Play' })
  await play.waitFor()
  await page.waitForTimeout(1500)
  await play.click()
  const frames = await page.evaluate<number[]>(frameTimes)
  await context.close()
  console.log(
    `The map played for 6 s: ${(1000 / median(frames)).toFixed(0)} frames a second in the median, ${(1000 / (frames.reduce((x, y) => x + y, 0) / frames.length)).toFixed(0)} on average, slowest frame ${Math.max(...frames).toFixed(0)} ms   goal 30`,
  )
}

function median(values: readonly number[]): number {
  return atShare(values, 0.5)
}

function spread(values: readonly number[]): string {
  return `${median(values).toFixed(0)} (${Math.min(...values).toFixed(0)} to ${Math.max(...values).toFixed(0)})`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await run()
