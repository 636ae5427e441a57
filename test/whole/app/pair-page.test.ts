import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Answers } from '../../../src/server/answer-types.ts'
import { pageWidth, violations, workbench } from '../../app/workbench.ts'

const { open, url, browser } = workbench()

/** Much is known; nearly nothing; rivals with a war; a bloc; a pair whose trade is far above what gravity expects. */
const pairs = ['CHN/RUS', 'NRU/TUV', 'USA/IRN', 'EU/CHN', 'VNM/USA'] as const
const windows = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const

const settled = (page: Page) => page.locator('.dyad[aria-busy=false] #domains').waitFor()

async function answerOf(pair: string): Promise<Answers['assess']> {
  const [a, b] = pair.split('/') as [string, string]
  return (await (await fetch(`${url()}/api/v1/assess?${new URLSearchParams({ a, b })}`)).json()) as Answers['assess']
}

/** The bottom edges of the charts of the first screen, and of the lines in the place of a chart. */
function chartEnds(page: Page): Promise<number[]> {
  return page.locator('.first-charts svg, .empty-chart p').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().bottom))
}

/** Begins before the page to add up how much its parts move by themselves. */
const countShifts = `globalThis.shifted = 0
  new PerformanceObserver((list) => { for (const one of list.getEntries()) if (!one.hadRecentInput) shifted += one.value }).observe({ type: 'layout-shift', buffered: true })`

describe('the first screen of a pair', () => {
  test.each(pairs.flatMap((pair) => windows.map((viewport) => [pair, viewport.width, viewport] as const)))(
    '%s in a window of %i px: the sentences of assess and both charts, and nothing moves',
    async (pair, _, viewport) => {
      const { overview } = await answerOf(pair)
      const context = await browser().newContext({ viewport, reducedMotion: 'reduce' })
      try {
        const page = await context.newPage()
        await page.addInitScript({ content: countShifts })
        await page.goto(`${url()}/dyad/${pair}`)
        await settled(page)
        await expect.poll(async () => (await chartEnds(page)).length).toBe(2)
        const told = await page.locator('.headline p').allTextContents()
        expect(told.map((sentence) => sentence.replaceAll('\u00a0', ' '))).toEqual(overview.sentences)
        for (const end of await chartEnds(page)) expect(end).toBeLessThanOrEqual(viewport.height)
        // until the content below stands too
        await page.locator('#time h2').waitFor({ state: 'attached' })
        await page.waitForTimeout(500)
        expect(await page.evaluate<number>('shifted')).toBe(0)
      } finally {
        await context.close()
      }
    },
  )

  test('a pair without trade on record says so in one line, and draws nothing', () =>
    open('/dyad/NRU/TUV', async (page) => {
      await settled(page)
      const empty = page.locator('.empty-chart')
      expect(await empty.locator('p').allTextContents()).toEqual(['No source on record has their trade.'])
      expect(await empty.locator('svg').count()).toBe(0)
    }))

  test('a change of standing is read out when it has the focus, in the words of the answer', () =>
    open('/dyad/USA/IRN', async (page) => {
      await settled(page)
      const { overTime } = await answerOf('USA/IRN')
      const turned = overTime.standing.find(({ from }) => from === 1979)!
      const mark = page
        .getByRole('button', { name: `since 1979`, exact: false })
        .or(page.getByRole('button', { name: `1979 to ${turned.to}` }))
      await mark.first().focus()
      await expect.poll(() => page.locator('.read-out').textContent()).toContain(turned.because!)
      expect(await page.locator('.read-out').textContent()).toMatch(/^Lesser rivalry, 1979 to 1986: /)
    }))

  test('the values at the ends of the lines are those of the answer, and blocs have votes in the place of standing', () =>
    open('/dyad/EU/CHN', async (page) => {
      await settled(page)
      const { overTime } = await answerOf('EU/CHN')
      const last = overTime.goods.years.filter(({ direction }) => direction === 'b-to-a').at(-1)!
      const trade = page.locator('#figure-EU-CHN-trade svg')
      await expect.poll(() => trade.textContent()).toContain(`USD ${Math.round(last.value / 1e9)} bn, ${last.year}`)
      expect(await page.locator('#figure-EU-CHN-same-position').count()).toBe(1)
      expect(overTime.standing).toEqual([])
    }))

  test('a menu opens and closes by keyboard, and gives the focus back', () =>
    open('/dyad/CHN/RUS', async (page) => {
      await settled(page)
      const menu = page.locator('#figure-CHN-RUS-trade .menu')
      await menu.locator('summary').focus()
      await page.keyboard.press('Enter')
      await expect.poll(() => menu.getByRole('button', { name: 'CSV' }).isVisible()).toBe(true)
      await page.keyboard.press('Tab')
      await page.keyboard.press('Escape')
      await expect.poll(() => menu.getByRole('button', { name: 'CSV' }).isVisible()).toBe(false)
      expect(await menu.locator('summary').evaluate((summary) => summary.matches(':focus'))).toBe(true)
    }))
})

describe('the domains of a pair', () => {
  test('stand one a line in the order of assess, then those of which nothing is known', async () => {
    const { overview, domains } = await answerOf('USA/IRN')
    await open('/dyad/USA/IRN', async (page) => {
      await settled(page)
      const titles = await page.locator('#domains h3').allTextContents()
      expect(titles.slice(0, overview.rows.length)).toEqual(overview.rows.map(({ title }) => title))
      expect(titles[0]).toBe('Conflict')
      expect([...titles].sort()).toEqual(domains.map(({ title }) => title).sort())
      const levels = await page.locator('#domains .domain-line .level').allTextContents()
      expect(levels.slice(0, overview.rows.length)).toEqual(overview.rows.map(({ level }) => level))
      expect(await page.locator('#domains .domain-line .source').allTextContents()).not.toContain('ucdp-acd')
    })
  })

  test('a line opens by keyboard to its figures and closes, and the address has it', () =>
    open('/dyad/CHN/RUS', async (page) => {
      await settled(page)
      await page.locator('#trade h3 button').focus()
      await page.keyboard.press('Enter')
      await page.locator('#trade-all table').waitFor()
      expect(new URL(page.url()).searchParams.get('domain')).toBe('trade')
      await page.keyboard.press('Enter')
      await expect.poll(() => page.locator('#trade-all table').count()).toBe(0)
    }))
})

describe('without scripts', () => {
  test('the page says its headline and its table, under another address a refusal', async () => {
    const { overview } = await answerOf('CHN/RUS')
    const context = await browser().newContext({ javaScriptEnabled: false })
    try {
      const page = await context.newPage()
      await page.goto(`${url()}/dyad/CHN/RUS`)
      expect(await page.locator('main.plain > p').allTextContents()).toEqual(expect.arrayContaining([...overview.sentences]))
      expect(await page.locator('main.plain tbody tr').count()).toBe(overview.rows.filter(({ nothing }) => nothing === null).length)
      await page.goto(`${url()}/dyad/XXX/RUS`)
      expect(await page.locator('main.plain').textContent()).toContain('no state is called "XXX"')
      await page.goto(`${url()}/data`)
      expect(await page.locator('body').textContent()).toContain('needs JavaScript')
    } finally {
      await context.close()
    }
  })
})

describe('for everyone', () => {
  test.each(pairs.slice(1).flatMap((pair) => (['light', 'dark'] as const).map((scheme) => [pair, scheme] as const)))(
    '%s passes axe in %s, with a line and a menu open',
    (pair, colorScheme) =>
      open(
        `/dyad/${pair}?domain=diplomacy,arms`,
        async (page) => {
          await settled(page)
          await page.locator('.page-files summary').click()
          expect(await violations(page)).toEqual([])
        },
        { colorScheme, reducedMotion: 'reduce' },
      ),
  )

  test.each(pairs)('%s fits a window of 320 px', (pair) =>
    open(
      `/dyad/${pair}?domain=trade`,
      async (page) => {
        await settled(page)
        await page.locator('#sources li').first().waitFor()
        expect(await pageWidth(page)).toBeLessThanOrEqual(320)
      },
      { viewport: { width: 320, height: 640 } },
    ),
  )
})
