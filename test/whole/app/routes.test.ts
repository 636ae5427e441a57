import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { forEveryone, workbench } from '../../app/workbench.ts'

const { open, url } = workbench()

const whole = (page: Page) => page.locator('figure svg').nth(3).waitFor()
const captions = (page: Page) => page.locator('figcaption > span').allTextContents()

interface Answered {
  readonly hubs: {
    iso3: string
    name: string
    verdict: string
    excess: { value: number; low90: number } | null
    reports: { not_arrived: { share: number } | null } | null
  }[]
}
const asked = async (query: string): Promise<Answered> => (await (await fetch(`${url()}/api/v1/routes?${query}`)).json()) as Answered

describe('who goes round', () => {
  test('the finding comes first; a finding has its hub in the figure, an unknown hub is said to be unknown', () =>
    open('/routes', async (page) => {
      await whole(page)
      const first = await page.locator('.answer-first p').first().textContent()
      expect(first).toContain('consistent with rerouting to Russia')
      const { hubs } = await asked('target=RUS&goods=sanctioned')
      for (const { name, verdict } of hubs) if (verdict === 'consistent with rerouting') expect(first).toContain(name)
      const figure = page.locator('figure').first()
      expect(await figure.locator('text', { hasText: 'unknown' }).count()).toBe(hubs.filter(({ verdict }) => verdict === 'unknown').length)
      expect((await page.locator('.answer-first').textContent())!).not.toMatch(/evad|format json/i)
    }))

  test('another hub is drawn from the answer at hand, without another request, within a third of a second', () =>
    open('/routes?goods=all', async (page) => {
      await whole(page)
      let requests = 0
      page.on('request', (request) => {
        if (request.url().includes('/api/v1/routes')) requests++
      })
      await page.getByRole('combobox', { name: 'Hub', exact: true }).selectOption('KGZ')
      await expect.poll(() => captions(page)).toContain('All goods from the EU by Kyrgyzstan to Russia, as each side reports')
      expect([requests, new URL(page.url()).searchParams.get('hub')]).toEqual([0, 'KGZ'])
      const { hubs } = await asked('target=RUS&goods=all')
      const share = hubs.find(({ iso3 }) => iso3 === 'KGZ')!.reports!.not_arrived!.share
      expect(await page.locator('figure', { hasText: 'as each side reports' }).textContent()).toContain(`${Math.round(share * 100)} %`)
    }))

  test('a hub without reports of its own is unknown, and the page says what to pull', () =>
    open('/routes?goods=all&hub=TUR', async (page) => {
      await page.getByText('The record has no reports of Türkiye').waitFor()
      expect(await page.locator('.routes-needs').textContent()).toContain('visavis pull comtrade reporter=TUR')
    }))

  test('products by hub: findings only leaves rows with a finding; the list is in the address', () =>
    open('/routes', async (page) => {
      await whole(page)
      await page.getByRole('combobox', { name: 'Goods', exact: true }).selectOption('chpl')
      await expect.poll(() => page.url()).toContain('goods=chpl')
      await expect.poll(() => page.locator('.routes-products tbody tr').count()).toBe(16)
      await page.getByRole('button', { name: 'Findings only' }).click()
      const rows = page.locator('.routes-products tbody tr')
      expect(await rows.count()).toBeGreaterThan(0)
      for (const row of await rows.all()) expect(await row.locator('b').count()).toBeGreaterThan(0)
    }))

  test('a product has its name beside its code, and states outside the EU stand with their share elsewhere', () =>
    open('/routes?goods=chpl', async (page) => {
      await whole(page)
      expect(await page.locator('.routes-products tbody tr', { hasText: '854231' }).textContent()).toContain('Processors and controllers')
      const row = page.locator('.routes-suppliers tbody tr', { hasText: 'Kazakhstan' })
      expect(await row.textContent()).toContain('under 0.01 %')
      expect(await page.locator('article').textContent()).toContain('would show in nine of ten cases')
    }))

  test('the CSV is what the operation answers', () =>
    open('/routes?goods=chpl', async (page) => {
      await whole(page)
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'CSV of all' }).click()])
      const same = await fetch(`${url()}/api/v1/routes?target=RUS&goods=chpl&format=csv`)
      expect(readFileSync(await download.path(), 'utf8')).toBe(await same.text())
    }))

  test('a target without measures on record asks since when', () =>
    open('/routes?target=USA', async (page) => {
      await page.getByText('since when?').waitFor()
    }))
})

forEveryone(open, ['/routes?goods=chpl&hub=KGZ'], whole)
