import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { workbench } from './open-pages.ts'

const { open, url } = workbench()

/** What has the focus: its name as it reads, or its id. */
function focused(page: Page): Promise<string> {
  return page.evaluate<string>(
    `(() => { const it = document.activeElement; return it.id || it.getAttribute('aria-label') || it.textContent.trim() || it.tagName })()`,
  )
}

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** Links from the name of the workbench to the last page. */
const views = 9

describe('the workbench by keyboard alone', () => {
  test('the first Tab reaches the skip link; with it the next Tab is in the content', () =>
    open('/', async (page) => {
      await page.locator('.find-first input').waitFor()
      await press(page, 'Tab')
      expect(await focused(page)).toBe('To the content')
      const skip = await page.locator('.skip').boundingBox()
      expect(skip!.x).toBeGreaterThanOrEqual(0)
      await press(page, 'Enter', 'Tab')
      expect(await focused(page)).toBe('Find two states or blocs to begin with')
    }))

  test('every page is reached by Tab and Enter; focus and title are then those of the page', () =>
    open('/', async (page) => {
      const titles: Readonly<Record<string, RegExp>> = {
        World: /World|Kappa|votes/i,
        Read: /Read/,
        Compare: /Compare/,
        'What if': /What if/,
        'Track record': /Track record/,
        Data: /Data/,
        Method: /Method/,
      }
      for (const [name, title] of Object.entries(titles)) {
        await page.locator('.brand').focus()
        for (let i = 0; i < views && (await focused(page)) !== name; i++) await press(page, 'Tab')
        await press(page, 'Enter')
        await expect.poll(() => page.url()).toBe(`${url()}/${name.toLowerCase().replace(' ', '-')}`)
        await expect.poll(() => focused(page)).toBe('main')
        await expect.poll(() => page.title()).toMatch(title)
        await page.locator('h1').waitFor()
        expect(await page.locator('nav [aria-current=page]').textContent()).toBe(name)
      }
    }))

  test('/ goes to the finder from anywhere but a field; a pair is found, its year changed, a figure’s rows opened and closed, without the mouse', () =>
    open('/data', async (page) => {
      await page.locator('h1').waitFor()
      await press(page, '/')
      expect(await focused(page)).toBe('Find two states or blocs')
      await page.keyboard.type('rus chi')
      await page.getByRole('option').first().waitFor()
      await press(page, 'Enter')
      const line = page.locator('#domains h3 button').first()
      await line.waitFor()
      expect(await focused(page)).toBe('main')
      await line.focus()
      await press(page, 'Enter')
      await page.locator('#domains .figure-value').first().waitFor()
      const figure = page.locator('#domains .figure-value').first()
      await figure.focus()
      await press(page, 'Enter')
      await page.locator('dialog[open]').waitFor()
      await press(page, '/')
      expect(await page.locator('dialog[open]').count()).toBe(1)
      await press(page, 'Escape')
      await expect.poll(() => page.locator('dialog[open]').count()).toBe(0)
      expect(await figure.evaluate((element) => element.matches(':focus'))).toBe(true)
    }))

  test('what has the focus is seen: nothing that Tab reaches on a page is without an outline or behind the head of the page', () =>
    open('/dyad/CHN/RUS?domain=trade', async (page) => {
      await page.locator('#sources li').first().waitFor({ timeout: 90_000 })
      const unseen: string[] = []
      for (let i = 0; i < 70; i++) {
        await press(page, 'Tab')
        const fault = await page.evaluate<string | null>(`(() => {
          const it = document.activeElement
          if (it === document.body) return null
          const { outlineStyle, outlineWidth } = getComputedStyle(it)
          const box = it.getBoundingClientRect()
          const head = document.querySelector('.top').getBoundingClientRect()
          const name = (it.getAttribute('aria-label') || it.textContent || it.id || it.tagName).slice(0, 60)
          if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) return name + ': no outline'
          if (!it.closest('.top, .skip') && box.bottom <= head.bottom) return name + ': behind the head'
          if (box.width === 0 || box.top >= innerHeight) return name + ': out of sight'
          return null
        })()`)
        if (fault !== null) unseen.push(fault)
      }
      expect(unseen).toEqual([])
    }))

  test('the page Routes without the mouse: goods and hub are chosen, findings are singled out, a table is scrolled to, and the answer stays in the address', () =>
    open('/routes?goods=all', async (page) => {
      await page.locator('figure svg').nth(3).waitFor({ timeout: 90_000 })
      const reach = async (name: RegExp): Promise<void> => {
        for (let i = 0; i < 80; i++) {
          await press(page, 'Tab')
          const label = await page.evaluate<string>(
            `(() => { const it = document.activeElement; return it.getAttribute('aria-label') || it.closest('label')?.firstChild?.textContent.trim() || it.textContent.trim() })()`,
          )
          if (name.test(label)) return
        }
        throw new Error(`Tab does not reach ${name}`)
      }
      await reach(/^Goods$/)
      await page.keyboard.type('Common')
      await expect.poll(() => new URL(page.url()).searchParams.get('goods'), { timeout: 30_000 }).toBe('chpl')
      await page.locator('.routes-products tbody tr').first().waitFor({ timeout: 90_000 })
      await reach(/^Hub$/)
      await page.keyboard.type('Kyrgyzstan')
      await expect.poll(() => new URL(page.url()).searchParams.get('hub')).toBe('KGZ')
      const all = await page.locator('.routes-products tbody tr').count()
      await reach(/^Findings only$/)
      await press(page, 'Space')
      expect(await focused(page)).toBe('Findings only')
      expect(await page.getByRole('button', { name: 'Findings only' }).getAttribute('aria-pressed')).toBe('true')
      expect(await page.locator('.routes-products tbody tr').count()).toBeLessThanOrEqual(all)
      await reach(/^Products by hub$/)
      await reach(/^CSV of all hubs and products$/)
    }))

  test('dark is switched by Space and said as pressed', () =>
    open('/', async (page) => {
      const dark = page.getByRole('button', { name: 'Dark' })
      await dark.focus()
      await press(page, 'Space')
      expect(await dark.getAttribute('aria-pressed')).toBe('true')
      expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
    }))
})

describe('where one stands after going on', () => {
  test('another page, or another source, begins at its top; back leads to where one was', () =>
    open('/data', async (page) => {
      const link = page.locator('main a[href^="/data/"]').last()
      await link.scrollIntoViewIfNeeded()
      const before = await page.evaluate<number>('scrollY')
      expect(before).toBeGreaterThan(300)
      await link.click()
      await page.locator('article h1').waitFor()
      expect(await page.evaluate('scrollY')).toBe(0)
      await page.goBack()
      await expect.poll(() => page.evaluate<number>('Math.round(scrollY / 50)')).toBe(Math.round(before / 50))
    }))

  test('a link to a part of a page elsewhere leads to that part', () =>
    open('/', async (page) => {
      await page.locator('.find-first').evaluate((holder) => {
        holder.insertAdjacentHTML('beforeend', '<a href="/dyad/CHN/RUS#votes">their votes</a>')
      })
      await page.getByRole('link', { name: 'their votes' }).click()
      await expect.poll(() => page.url()).toContain('#votes')
      await expect
        .poll(() => page.evaluate<number>(`document.getElementById('votes')?.getBoundingClientRect().top ?? 9999`))
        .toBeLessThan(400)
    }))
})
