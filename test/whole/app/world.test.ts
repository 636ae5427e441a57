import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { forEveryone, type OpenPage, workbench } from '../../app/workbench.ts'
import { chosenInMenu } from './figure-menu.ts'

const { open: openPage } = workbench()

/** Opens the page of the world once the map and the beeswarm stand. */
const open: OpenPage = (path, use, options) =>
  openPage(
    path,
    async (page) => {
      await page.locator('svg.map path.place').nth(200).waitFor({ state: 'attached' })
      await page.locator('svg.swarm circle').first().waitFor({ state: 'attached' })
      await use(page)
    },
    options,
  )

const fillOf = (page: Page, iso3: string) => page.locator(`svg.map path[data-id="${iso3}"]`).getAttribute('fill')
const yearShown = async (page: Page) => Number(await page.locator('.years output').textContent())

describe('the map of a measure', () => {
  test('the space bar plays the years; the map is painted anew and not drawn anew; the year stands in the address when it rests', () =>
    open('/world?of=USA&measure=agreement&year=1960', async (page) => {
      await page.locator('svg.map').evaluate((svg) => svg.setAttribute('data-first', 'yes'))
      const before = await fillOf(page, 'IND')
      // slow, so that on a busy machine the last year is not reached before the key stops it
      await page.locator('.years select').selectOption('2')
      await page.locator('main').focus()
      await page.keyboard.press('Space')
      await expect.poll(() => yearShown(page), { timeout: 90_000 }).toBeGreaterThan(1964)
      await page.keyboard.press('Space')
      await expect.poll(async () => page.url().includes(`year=${await yearShown(page)}`)).toBe(true)
      const year = await yearShown(page)
      expect(await page.locator('svg.map').getAttribute('data-first')).toBe('yes')
      expect(await fillOf(page, 'IND')).not.toBe(before)
      await page.reload()
      await expect.poll(() => yearShown(page)).toBe(year)
    }))

  test('unknown is hatched, what was no state is not, and borders are said to be of today', () =>
    open('/world?of=USA&measure=agreement&year=1965', async (page) => {
      expect(await fillOf(page, 'IDN')).toMatch(/^(#|url\(#hatch)/)
      const hatched = await page.locator('svg.map path[fill^="url(#hatch"]').count()
      expect(hatched).toBeGreaterThan(0)
      // Bangladesh was no state, Switzerland no member of the United Nations
      expect(await fillOf(page, 'BGD')).not.toContain('hatch')
      expect(await fillOf(page, 'CHE')).toContain('hatch')
      expect(await page.locator('figure .under').first().textContent()).toContain('Borders are of today, also in 1965')
      expect(await page.locator('figure .under').first().textContent()).toContain('Yugoslavia')
    }))

  test('a state is found by its name with the keyboard, told with its interval, and leads to the pair of that year', () =>
    open('/world?of=CHN&measure=kappa&year=2015', async (page) => {
      await page.getByLabel('Find a state').fill('russia')
      const reading = page.locator('.reading')
      await expect.poll(() => reading.textContent()).toMatch(/^Russia, 2015: 0\.62 0\.46 to 0\.75, \d+ votes/)
      await reading.getByRole('button').click()
      await expect.poll(() => page.locator('dialog h2').textContent()).toContain('China and Russia, 2015: 0.62')
      await expect.poll(() => page.locator('dialog').textContent(), { timeout: 90_000 }).toContain('un-votes')
      await page.keyboard.press('Escape')
      await reading.locator('a').press('Enter')
      await expect.poll(() => page.url()).toMatch(/\/dyad\/CHN\/RUS\?to=2015$/)
      await page.goBack()
      await expect.poll(() => reading.textContent()).toContain('Russia, 2015')
    }))

  test('arrow keys go through the beeswarm in order of the figures', () =>
    open('/world?of=CHN&measure=kappa&year=2024', async (page) => {
      await page.locator('svg.swarm').focus()
      await page.keyboard.press('ArrowDown')
      await expect.poll(() => page.locator('.reading').textContent()).toContain('North Korea, 2024')
      await page.keyboard.press('ArrowDown')
      await expect.poll(() => page.locator('.reading').textContent()).toContain('Cuba, 2024')
    }))

  test('towards a bloc and back; the CSV is of the year that is shown, and says who is unknown', () =>
    open('/world?of=CHN&measure=kappa', async (page) => {
      await page.getByLabel('Towards (state or bloc)').fill('NATO')
      await page.getByRole('button', { name: 'Show' }).click()
      await expect.poll(() => page.url()).toContain('of=NATO')
      await page.getByLabel('Measure').selectOption('speeches')
      await expect.poll(() => page.locator('figcaption').first().textContent()).toContain('Similarity of speeches')
      await page.locator('.years input').focus()
      await page.keyboard.press('End')
      for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowLeft')
      await expect.poll(() => page.locator('figcaption').first().textContent()).toContain('Similarity of speeches with NATO’s, 2020')
      const taken = page.waitForEvent('download')
      await chosenInMenu(page.locator('figure').first(), 'CSV')
      const rows = readFileSync(await (await taken).path(), 'utf8')
        .trim()
        .split('\r\n')
      expect(rows[0]).toBe('iso3,state,year,status,value,low,high,n')
      expect(rows.length).toBeGreaterThan(190)
      expect(rows.slice(1).every((row) => row.includes(',2020,'))).toBe(true)
      expect(rows.some((row) => row.includes(',unknown,,,,'))).toBe(true)
      await page.goBack()
      await page.goBack()
      await expect.poll(() => page.locator('figcaption').first().textContent()).toContain('Kappa of votes with China')
    }))

  test('a bloc is outlined among all, in the years in which each was in it', () =>
    open('/world?of=USA&measure=kappa&year=2020', async (page) => {
      await page.getByLabel('Mark a bloc').selectOption('BRICS')
      const marked = page.locator('svg.map path.marked')
      await expect.poll(() => marked.count(), { timeout: 90_000 }).toBe(5)
      expect(page.url()).toContain('bloc=BRICS')
      await page.locator('.years input').press('End')
      await expect.poll(() => marked.count()).toBeGreaterThan(8)
    }))

  test('whom nobody knows is refused with what was meant, and the page stays', () =>
    open('/world?of=CHN&measure=kappa', async (page) => {
      await page.getByLabel('Towards (state or bloc)').fill('Chnia')
      await page.getByRole('button', { name: 'Show' }).click()
      await expect.poll(() => page.locator('.problem').textContent()).toContain('Did you mean China')
      expect(await page.locator('svg.map').count()).toBe(1)
    }))
})

describe('groups that vote alike', () => {
  test('1970: letters stand on the map, a state tells how surely it stays, the next year is asked for', () =>
    open('/world?show=communities&year=1970', async (page) => {
      const letters = await page.locator('svg.map text.halo').allTextContents()
      expect(new Set(letters)).toEqual(new Set(['A', 'B', 'C']))
      await page.getByLabel('Find a state').fill('portugal')
      await expect
        .poll(() => page.locator('.reading').textContent())
        .toMatch(/^Portugal: group C, with its other members in \d+ % of the resamples; with those of/)
      await page.getByRole('button', { name: 'A year later' }).click()
      await expect.poll(() => page.locator('figcaption > span').first().textContent()).toBe('Groups that voted alike, 1971')
      expect(page.url()).toContain('year=1971')
    }))
})

forEveryone(open, ['/world?of=CHN&measure=kappa&year=2024&state=RUS', '/world?show=communities&year=1970'], async () => {})
