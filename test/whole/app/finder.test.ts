import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { pageWidth, violations, workbench } from '../../app/workbench.ts'

const { open } = workbench()
const field = (page: Page) => page.getByRole('combobox', { name: 'Find two states or blocs', exact: true })
const lines = (page: Page) => page.locator('.top').getByRole('option')
const active = async (page: Page): Promise<string | undefined> => {
  const id = await field(page).getAttribute('aria-activedescendant')
  return id === null ? undefined : ((await page.locator(`[id="${id}"]`).textContent()) ?? undefined)
}

async function type(page: Page, text: string): Promise<void> {
  await page.locator('h1').waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type(text)
  await lines(page).first().waitFor()
}

describe('the finder', () => {
  test.each([
    ['rus chi', /\/dyad\/RUS\/CHN$/],
    ['Moscow Beijing', /\/dyad\/RUS\/CHN$/],
    ['CHN-RUS', /\/dyad\/CHN\/RUS$/],
    ['eu nato', /\/dyad\/EU\/NATO$/],
    ['Russland China', /\/dyad\/RUS\/CHN$/],
    ['yugoslavia usa', /\/dyad\/YUG\/USA\?to=\d{4}$/],
  ])('“%s” and Enter lead to the pair', (text, address) =>
    open('/method', async (page) => {
      await type(page, text)
      await page.keyboard.press('Enter')
      await expect.poll(() => page.url()).toMatch(address)
      expect(await field(page).inputValue()).toBe('')
    }),
  )

  test('Enter before the list stands takes its first line when it does', () =>
    open('/method', async (page) => {
      await page.locator('h1').waitFor()
      await page.route('**/api/v1/find**', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 600))
        await route.continue()
      })
      await field(page).fill('usa india')
      expect(await lines(page).count()).toBe(0)
      await page.keyboard.press('Enter')
      await expect.poll(() => page.url()).toMatch(/\/dyad\/USA\/IND$/)
    }))

  test('arrow keys go round the list, and the field names the line that is active', () =>
    open('/method', async (page) => {
      await type(page, 'rus chi')
      const all = await lines(page).allTextContents()
      expect(all.length).toBeGreaterThan(2)
      expect(await active(page)).toBe(all[0])
      await page.keyboard.press('ArrowDown')
      expect(await active(page)).toBe(all[1])
      expect(await lines(page).nth(1).getAttribute('aria-selected')).toBe('true')
      await page.keyboard.press('ArrowUp')
      await page.keyboard.press('ArrowUp')
      expect(await active(page)).toBe(all.at(-1))
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await expect.poll(() => page.url()).toMatch(/\/dyad\/RUS\/CHL$/)
    }))

  test('Escape closes the list, then empties the field; an arrow key opens it again', () =>
    open('/method', async (page) => {
      await type(page, 'rus chi')
      await page.keyboard.press('Escape')
      expect(await lines(page).count()).toBe(0)
      expect([await field(page).inputValue(), await field(page).getAttribute('aria-expanded')]).toEqual(['rus chi', 'false'])
      await page.keyboard.press('ArrowDown')
      await lines(page).first().waitFor()
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      expect(await field(page).inputValue()).toBe('')
      expect(page.url()).toMatch(/\/method$/)
    }))

  test('Enter that ends a word being put together, as in Chinese, takes nothing; the next one does', () =>
    open('/method', async (page) => {
      await type(page, '中国 俄罗斯')
      const enter = (isComposing: boolean) =>
        page.evaluate<boolean>(
          `document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, isComposing: ${isComposing} }))`,
        )
      expect(await enter(true)).toBe(true)
      expect(page.url()).toMatch(/\/method$/)
      expect(await lines(page).count()).toBeGreaterThan(0)
      expect(await enter(false)).toBe(false)
      await expect.poll(() => page.url()).toMatch(/\/dyad\/CHN\/RUS$/)
    }))

  test('nothing found is said in the list and aloud; what is meant by a misspelt name is found', () =>
    open('/method', async (page) => {
      await page.locator('h1').waitFor()
      await field(page).fill('qqqq zzzz')
      await expect.poll(() => page.locator('.finder-nothing').textContent()).toBe('No two states or blocs begin like this.')
      expect(await page.locator('.top [role=status]').textContent()).toBe('No two states or blocs begin like this.')
      expect(await field(page).getAttribute('aria-expanded')).toBe('false')
      await page.keyboard.press('Enter')
      expect(page.url()).toMatch(/\/method$/)
      await field(page).fill('indai pakisatn')
      await expect.poll(() => active(page)).toContain('India IND')
      expect(await page.locator('.top [role=status]').textContent()).toMatch(/^(One suggestion|\d+ suggestions)\.$/)
    }))

  test('a mouse takes a line too, and a list that is longer than its room follows the active line', () =>
    open(
      '/method',
      async (page) => {
        await type(page, 'chi')
        await page.keyboard.press('ArrowUp')
        const box = await page.locator('.top [role=listbox]').boundingBox()
        const last = await lines(page).last().boundingBox()
        expect(last!.y + last!.height).toBeLessThanOrEqual(box!.y + box!.height + 1)
        await lines(page).nth(1).click()
        await expect.poll(() => page.url()).toMatch(/\/dyad\/CHN\/[A-Z]{3}$/)
      },
      { viewport: { width: 1000, height: 320 } },
    ))

  test.each(['light', 'dark'] as const)('open, it passes axe in %s', (colorScheme) =>
    open(
      '/method',
      async (page) => {
        await type(page, 'rus chi')
        expect(await violations(page)).toEqual([])
      },
      { colorScheme },
    ),
  )

  test('open on a screen of 360 px nothing stands out of it', () =>
    open(
      '/method',
      async (page) => {
        await type(page, 'united states india')
        expect(await pageWidth(page)).toBeLessThanOrEqual(360)
        const box = await page.locator('.top [role=listbox]').boundingBox()
        expect(box!.x + box!.width).toBeLessThanOrEqual(360)
      },
      { viewport: { width: 360, height: 740 } },
    ))
})
