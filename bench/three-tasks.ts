import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { BrowserContext, Page } from 'playwright-core'
import { quantile } from '../src/numeric/quantile.ts'
import { countClicks, personTasks } from '../test/app/journeys/three-tasks.ts'
import { main, withWorkbench } from './warm-workbench.ts'

const runs = 5

/**
 * Three questions of a person, done by script in Chromium from the first page with an empty cache and a warm server: clicks, and how long until the answer stands on
 * the screen in words. A person is slower: what is measured is what the workbench adds to reading and typing. Beside it the same in one line of the command line.
 */
export function run(): Promise<void> {
  return withWorkbench(async (browser, url) => {
    console.log(`Three tasks, ${runs} runs each after one warm-up: ms until the answer stands in words, median (least to most)`)
    for (const { question, solve, says, line, input } of personTasks) {
      const [shown, printed]: [number[], number[]] = [[], []]
      let [clicks, bytes] = [0, 0]
      for (let i = 0; i <= runs; i++) {
        const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
        const page = await context.newPage()
        const counted = await countClicks(page)
        const received = await countBytes(context, page)
        const began = performance.now()
        await page.goto(`${url}/`, { waitUntil: 'commit' })
        const answer = await solve(page)
        const took = performance.now() - began
        if (!says.every((words) => words.test(answer))) throw new Error(`${question} is not answered by: ${answer}`)
        clicks = await counted()
        bytes = received()
        await context.close()
        const alone = timed(line, input)
        if (i > 0) {
          shown.push(took)
          printed.push(alone)
        }
      }
      console.log(
        `  ${question} ${clicks} clicks, ${spread(shown)}, ${(bytes / 1000).toFixed(0)} kB as sent   visavis ${line.join(' ')}: ${spread(printed)}`,
      )
    }
  })
}

/** Counts what the server sends to a page, compressed as it is. */
async function countBytes(context: BrowserContext, page: Page): Promise<() => number> {
  const protocol = await context.newCDPSession(page)
  await protocol.send('Network.enable')
  let bytes = 0
  protocol.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
  return () => bytes
}

function timed(line: readonly string[], input = ''): number {
  const began = performance.now()
  const { status, stderr } = spawnSync(process.execPath, [main, ...line], { input, encoding: 'utf8', stdio: ['pipe', 'ignore', 'pipe'] })
  if (status !== 0) throw new Error(`${line.join(' ')} exited with ${status}: ${stderr}`)
  return performance.now() - began
}

function spread(values: readonly number[]): string {
  const at = (share: number): string => quantile(Float64Array.from(values), share).toFixed(0)
  return `${at(0.5)} (${at(0)} to ${at(1)})`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await run()
