import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { workbench } from './workbench.ts'

const { open } = workbench()

/** Requests for the assessment of a pair, as they are sent. */
function assessmentsOf(page: Page): string[] {
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/api/v1/assess?')) sent.push(new URL(request.url()).search)
  })
  return sent
}

describe('another pair', () => {
  test('is asked for when the pointer goes down on its link, and not again at the click', () =>
    open('/dyad/CHN/RUS', async (page) => {
      await page.locator('.dyad h2').first().waitFor()
      const sent = assessmentsOf(page)
      await page.evaluate(`document.querySelector('.dyad h1').insertAdjacentHTML('afterend', '<a id="next" href="/dyad/NRU/TUV">next</a>')`)
      await page.locator('#next').hover()
      await page.mouse.down()
      await page.waitForRequest((request) => request.url().includes('/api/v1/assess?'), { timeout: 5000 }).catch(() => undefined)
      expect(sent).toEqual(['?a=NRU&b=TUV'])
      await page.mouse.up()
      await page.locator('.dyad[aria-busy=false] h1', { hasText: 'Tuvalu' }).waitFor()
      expect(sent).toEqual(['?a=NRU&b=TUV'])
    }))

  test('a change of the address draws no fan anew', () =>
    open('/dyad/CHN/RUS#outlook', async (page) => {
      await page.locator('#outlook .fan svg').first().waitFor()
      await page.evaluate(`for (const svg of document.querySelectorAll('#outlook .fan svg')) svg.dataset.drawn = 'before'`)
      const drawn = await page.locator('#outlook .fan svg').count()
      await page.evaluate(`history.pushState(null, '', '/dyad/CHN/RUS?domain=trade'); dispatchEvent(new PopStateEvent('popstate'))`)
      await page.locator('details[open], [aria-expanded=true]').first().waitFor()
      expect(await page.locator('#outlook .fan svg[data-drawn=before]').count()).toBe(drawn)
    }))
})
