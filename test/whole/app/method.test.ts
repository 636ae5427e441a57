import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { forEveryone, workbench } from '../../app/workbench.ts'
import { chosenInMenu } from './figure-menu.ts'

const { open } = workbench()
const standing = (page: Page, mark: string) => page.locator(mark).first().waitFor({ timeout: 90_000 })

describe('the page of measures', () => {
  test('lists every measure by domain, and a name leads to all of it and back', () =>
    open('/method', async (page) => {
      await standing(page, 'dl.methods')
      expect(await page.locator('dl.methods dt').count()).toBeGreaterThan(25)
      expect((await page.locator('main h2').allTextContents()).slice(0, 3)).toEqual(['Diplomacy', 'Institutions', 'Alliance'])
      await page.getByRole('link', { name: "Kendall's tau-b" }).click()
      await expect.poll(() => page.locator('h1').textContent()).toBe("Kendall's tau-b")
      expect(await page.title()).toBe("Kendall's tau-b – Method – Vis-à-vis")
      await page.goBack()
      await expect.poll(() => page.locator('h1').textContent()).toBe('Method')
    }))

  test('kappa: a formula on two lines of a fraction, published numbers with ours, a DOI that leads out', () =>
    open('/method/kappa', async (page) => {
      await standing(page, 'math mfrac')
      expect(await page.locator('math').first().getAttribute('aria-label')).toBe('κ = 1 − Σ_ij d_ij o_ij / Σ_ij d_ij e_ij')
      const fraction = await page.locator('math mfrac').first().boundingBox()
      const line = await page.locator('math mfrac > *').first().boundingBox()
      expect(fraction!.height).toBeGreaterThan(1.5 * line!.height)
      const row = page.locator('table.reproduced tbody tr').first()
      expect(await row.locator('td').allTextContents()).toEqual([
        '−0.07758621',
        '−0.0775862068966',
        '3.1 · 10⁻⁹',
        '5.0 · 10⁻⁹',
        'worked out now',
      ])
      expect(await page.getByRole('link', { name: 'doi:10.1177/001316446002000104' }).getAttribute('href')).toBe(
        'https://doi.org/10.1177/001316446002000104',
      )
      expect(await page.locator('figure svg circle').count()).toBe(2)
    }))

  test('its numbers are taken away as CSV, and open again', () =>
    open('/method/ideal-points', async (page) => {
      await standing(page, 'figure svg circle')
      const taken = page.waitForEvent('download')
      await chosenInMenu(page.locator('figure').first(), 'CSV')
      const rows = readFileSync(await (await taken).path(), 'utf8')
        .trim()
        .split('\r\n')
      expect(rows[0]).toBe('id,what,by,published,ours,difference,tolerance,test')
      expect(rows.find((row) => row.startsWith('ideal-point-CHN-2023,'))).toContain(',-0.8,-0.56,')
    }))

  test('likelihood: what came true lies on a band of what each word promises, and what does not is a ring', () =>
    open('/method/likelihood', async (page) => {
      await standing(page, 'figure svg rect')
      expect(await page.locator('figure svg rect').count()).toBe(18)
      const said = await page.locator('figure [role=img]').getAttribute('aria-label')
      expect(said).toMatch(/^18 shares: \d+ lie within what the word promises, \d+ below and \d+ above\.$/)
      const outside = [...said!.matchAll(/(\d+) (?:below|above)/g)].reduce((sum, found) => sum + Number(found[1]), 0)
      const ground = await page.evaluate<string>("getComputedStyle(document.documentElement).getPropertyValue('--ground').trim()")
      expect(await page.locator(`figure svg circle[fill="${ground}"]`).count()).toBe(outside)
    }))

  test('a figure of a pair leads to its measure', () =>
    open('/dyad/CHN/RUS?domain=diplomacy', async (page) => {
      await standing(page, '#diplomacy .figure-value')
      await page.locator('#diplomacy .figure-value').first().click()
      await page.getByRole('link', { name: 'What this measure is' }).click()
      await expect.poll(() => page.locator('h1').textContent()).toBe('Place in votes on world issues')
      expect(new URL(page.url()).searchParams.get('figure')).toBe('vote-place')
      expect(await page.locator('dialog[open]').count()).toBe(0)
    }))

  test('what is no measure is refused with what was meant', () =>
    open('/method/ideal', async (page) => {
      await standing(page, '.problem')
      expect(await page.locator('.problem').textContent()).toContain('Did you mean ideal-points')
    }))
})

forEveryone(
  open,
  ['/method', '/method/kappa', '/method/likelihood', '/method/ideal-points', '/method?figure=speech_similarity.percentile'],
  async (page) => {
    await standing(page, 'main h2')
    await page.waitForLoadState('networkidle')
  },
)
