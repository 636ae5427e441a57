import { describe, expect, test } from 'vitest'
import { pageWidth, violations, workbench } from '../../app/workbench.ts'

const { open } = workbench()

describe('the first page', () => {
  test('says what this is, finds a pair, and every pair to begin with is one that can be assessed', () =>
    open('/', async (page) => {
      await page.locator('.find-first input').waitFor()
      await page.locator('.moved li').first().waitFor()
      expect(await page.locator('h1').textContent()).toBe('How do two states stand to each other?')
      const pairs = await page
        .locator('.suggested a, .moved a[href^="/dyad"]')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
      expect(pairs.length).toBe(8)
      for (const pair of pairs) {
        const [a, b] = pair!.split('/').slice(2)
        const answer = await page.request.get(`${new URL(page.url()).origin}/api/v1/assess?a=${a}&b=${b}`)
        expect([pair, answer.status()]).toEqual([pair, 200])
      }
      await page.locator('.find-first input').fill('Moscow Beijing')
      await page.locator('.find-first').getByRole('option').first().waitFor()
      await page.keyboard.press('Enter')
      await expect.poll(() => page.url()).toMatch(/\/dyad\/RUS\/CHN$/)
    }))

  test('three pairs moved, of which no state is named twice, and each stands as it says', () =>
    open('/', async (page) => {
      await page.locator('.moved li').first().waitFor()
      const pairs = await page
        .locator('.moved li a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')!.split('/').slice(2)))
      expect(new Set(pairs.flat()).size).toBe(6)
      const told = await page.locator('.moved li > span').allTextContents()
      for (const [i, [a, b]] of pairs.entries()) {
        const answer = await page.request.get(`${new URL(page.url()).origin}/api/v1/measure/standing?a=${a}&b=${b}`)
        const { detail } = (await answer.json()) as { detail: { class: string; since: number } }
        expect(told[i]).toContain(`→ ${detail.class}, ${detail.since}`)
      }
    }))

  test('a click on the map says how the state stands, opens the pair, or colours the map towards it; a year before has its own', () =>
    open('/', async (page) => {
      await page.locator('.standing-map [data-id=JPN]').first().click()
      const reading = page.locator('.standing-map .reading')
      await expect.poll(() => reading.textContent()).toMatch(/^Japan and China, 20\d\d: lesser rivalry/)
      expect(await reading.getByRole('link').getAttribute('href')).toBe('/dyad/CHN/JPN')
      await page.getByRole('slider', { name: 'Year' }).press('Home')
      await expect.poll(() => reading.textContent()).toContain('Japan and China, 1946: ')
      expect(await reading.getByRole('link').getAttribute('href')).toBe('/dyad/CHN/JPN?to=1946')
      await reading.getByRole('button', { name: 'Colour the map towards Japan' }).click()
      await expect.poll(() => page.locator('.standing-map h2').textContent()).toMatch(/^How every state stands to Japan, /)
    }))

  test('names every page, and each is there', () =>
    open('/', async (page) => {
      await page.locator('dl.pages').waitFor()
      const named = await page.locator('dl.pages a').allTextContents()
      expect(named).toEqual(await page.locator('nav a').allTextContents())
      for (const name of named) {
        await page.goto(new URL(page.url()).origin)
        await page.locator('dl.pages').getByRole('link', { name, exact: true }).click()
        await expect.poll(() => page.locator('nav [aria-current=page]').textContent()).toBe(name)
      }
    }))

  test('with one party it asks for the other, by name, and offers pairs with it', () =>
    open('/dyad/RUS', async (page) => {
      await expect.poll(() => page.locator('h1').textContent()).toBe('Russia and whom?')
      await page.locator('main a.button').first().waitFor()
      expect(await page.locator('main a.button').first().textContent()).toMatch(/^Russia and /)
      await page.getByRole('combobox', { name: 'The other side beside Russia' }).fill('kazak')
      await page.locator('main').getByRole('option').first().waitFor()
      await page.keyboard.press('Enter')
      await expect.poll(() => page.url()).toMatch(/\/dyad\/RUS\/KAZ$/)
    }))

  test.each(['/', '/dyad/RUS'].flatMap((path) => (['light', 'dark'] as const).map((scheme) => [path, scheme] as const)))(
    '%s passes axe in %s and fits 360 px',
    (path, colorScheme) =>
      open(
        path,
        async (page) => {
          await page.locator('.find-first input').waitFor()
          await page
            .locator(path === '/' ? '.standing-map svg' : 'main a.button')
            .first()
            .waitFor()
          expect(await violations(page)).toEqual([])
          expect(await pageWidth(page)).toBeLessThanOrEqual(360)
        },
        { colorScheme, viewport: { width: 360, height: 740 } },
      ),
  )
})
