import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { pageWidth, violations, workbench } from '../../../app/workbench.ts'

const { open } = workbench()

const whole = async (page: Page): Promise<void> => {
  for (const mark of ['.design .domains li', '.design .claim-card.contradicted', '.design .legend'])
    await page.locator(mark).first().waitFor()
  await expect.poll(() => page.locator('.design > section > .waiting').count()).toBe(0)
}

describe('the page of the components', () => {
  test.each(['light', 'dark'] as const)('passes axe in %s, and fits a phone', async (colorScheme) => {
    await open(
      '/design',
      async (page) => {
        await whole(page)
        expect(await page.locator('html').getAttribute('data-theme')).toBe(colorScheme)
        expect(await violations(page)).toEqual([])
      },
      { colorScheme },
    )
    await open(
      '/design',
      async (page) => {
        await whole(page)
        expect(await pageWidth(page)).toBeLessThanOrEqual(360)
      },
      { colorScheme, viewport: { width: 360, height: 740 } },
    )
  })

  test('shows each component in both themes, and a chart in the colours of its pane', () =>
    open('/design', async (page) => {
      await whole(page)
      const panes = page.locator('.design .pane')
      expect(await page.locator('.pane[data-theme=light]').count()).toBe(await page.locator('.pane[data-theme=dark]').count())
      expect(await panes.count()).toBeGreaterThan(30)
      const [light, dark] = await page
        .locator('[id^=figure-design-one-] svg path[stroke]')
        .evaluateAll((all) => [...new Set(all.map((one) => one.getAttribute('stroke')).filter((one) => one?.startsWith('#')))])
      expect(light).not.toBe(dark)
      for (const state of [
        ':disabled',
        '[aria-pressed=true]',
        '.as-hover',
        '.as-focus',
        '.unknown-value',
        '[role=alert]',
        '.waiting',
        '.empty-chart',
      ])
        expect([state, (await page.locator(`.design .pane ${state}`).count()) > 1]).toEqual([state, true])
      for (const verdict of ['supported', 'partly', 'contradicted', 'unverifiable'])
        expect(await page.locator(`.design .claim-card.${verdict}`).count()).toBe(1)
    }))

  test('is not in the navigation', () =>
    open('/', async (page) => {
      await page.locator('nav a').first().waitFor()
      expect(await page.locator('a[href="/design"]').count()).toBe(0)
    }))
})
