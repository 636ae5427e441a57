import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { sample } from '../../../app/src/read/sample-text.ts'
import { workbench } from '../../app/workbench.ts'
import { cards, chosen, pasted, wholeText } from './read-page.ts'

const { open } = workbench()

const focused = (page: Page) => page.evaluate<string>('document.activeElement.id || document.activeElement.tagName')

async function sampleRead(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Try it with a sample' }).press('Enter')
  await wholeText(page)
}

describe('by keyboard', () => {
  test('a page that is just loaded begins at its top', () =>
    open('/read', async (page) => {
      await page.getByRole('button', { name: 'Read the text' }).waitFor()
      expect(await focused(page)).toBe('BODY')
    }))

  test('from claim to claim, to the next contradicted, back to the words, into grounds and rows; the focus is where it was', () =>
    open('/read', async (page) => {
      await sampleRead(page)
      await expect.poll(() => focused(page)).toBe('H1')
      await page.keyboard.press('j')
      await expect.poll(() => focused(page)).toBe('claim-1')
      await page.keyboard.press('j')
      await page.keyboard.press('j')
      await page.keyboard.press('k')
      await expect.poll(() => focused(page)).toBe('claim-2')
      const contradicted = await cards(page, 'contradicted').evaluateAll((all) => all.map(({ id }) => id))
      expect(contradicted.length).toBeGreaterThan(1)
      for (const id of [...contradicted, contradicted[0]!]) {
        await page.keyboard.press('c')
        await expect.poll(() => focused(page)).toBe(id)
      }
      expect(page.url()).toContain(`#${contradicted[0]}`)
      await page.keyboard.press('Escape')
      await expect.poll(() => focused(page)).toBe(contradicted[0]!.replace('claim', 'mark'))
      await page.keyboard.press('Enter')
      await expect.poll(() => focused(page)).toBe(contradicted[0])
      await page.keyboard.press('o')
      await page.locator('article.current dl.slots').waitFor()
      await page.keyboard.press('r')
      await page.locator('dialog .source').first().waitFor()
      await page.keyboard.press('j')
      await page.keyboard.press('Escape')
      await expect.poll(() => page.locator('dialog').count()).toBe(0)
      expect(await focused(page)).toBe(contradicted[0])
    }))

  test('arrows go along the line of claims; at an end one stays; letters can be switched off, and stay off', () =>
    open('/read', async (page) => {
      await sampleRead(page)
      const signs = page.getByRole('navigation', { name: 'Claims' }).getByRole('link')
      await signs.first().focus()
      await page.keyboard.press('End')
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('Enter')
      const last = `claim-${await signs.count()}`
      await expect.poll(() => focused(page)).toBe(last)
      expect(await page.getByRole('button', { name: 'Next', exact: true }).isDisabled()).toBe(true)
      await page.locator('.how-read summary').click()
      await page.getByLabel('Letters as keys').uncheck()
      await page.reload()
      await wholeText(page)
      await expect.poll(() => focused(page)).toBe(last)
      await page.keyboard.press('k')
      await page.keyboard.press('c')
      expect(await focused(page)).toBe(last)
    }))

  test('no letter is taken from a field', () =>
    open('/read', async (page) => {
      await sampleRead(page)
      await page.getByRole('combobox').first().fill('jcko')
      await page.getByRole('combobox').first().press('j')
      expect(await page.locator('article.current').count()).toBe(0)
    }))
})

describe('by ear', () => {
  test('each mark says its claim and verdict, each card is named by it, a verdict shown alone is announced', () =>
    open('/read', async (page) => {
      await sampleRead(page)
      const link = page.getByRole('link', { name: /the World Trade Organization \(claim \d+: contradicted\)/ })
      const number = /claim-(\d+)/.exec((await link.getAttribute('href'))!)![1]
      expect(await page.getByRole('article', { name: `${number} contradicted: “the World Trade Organization”` }).count()).toBe(1)
      await page.getByRole('button', { name: /\d+ contradicted/ }).click()
      const said = page.getByRole('status').filter({ hasText: 'hold a claim that is contradicted' })
      await expect.poll(() => said.count()).toBe(1)
    }))
})

describe('a reading under way', () => {
  /** Holds every answer to a reading back until it is let go. */
  async function heldBack(page: Page): Promise<() => void> {
    let letGo = (): void => undefined
    const held = new Promise<void>((resolve) => (letGo = resolve))
    await page.route('**/api/v1/read', async (route) => {
      await held
      await route.continue().catch(() => undefined)
    })
    return letGo
  }

  test('is announced, and stopped: the text is there to be changed, a late answer changes nothing, a reload does not begin again', () =>
    open('/read', async (page) => {
      const letGo = await heldBack(page)
      await pasted(page, sample.text)
      const status = page.getByRole('region', { name: 'Reading' }).getByRole('status')
      await expect.poll(() => status.textContent()).toContain('Reading text.txt …')
      await page.getByRole('button', { name: 'Stop' }).click()
      await expect.poll(() => page.locator('textarea').inputValue()).toBe(sample.text)
      await expect.poll(() => focused(page)).toBe('TEXTAREA')
      letGo()
      await page.getByRole('button', { name: 'Read the text' }).click()
      await wholeText(page)
      await page.getByRole('button', { name: 'Change the text, or read another' }).click()
      await page.reload()
      await page.getByRole('button', { name: 'Read the text' }).waitFor()
      expect(await page.locator('#text').count()).toBe(0)
    }))

  test('survives a reload: what was pasted is read from the start', () =>
    open('/read', async (page) => {
      await heldBack(page)
      await pasted(page, sample.text, { title: 'A note' })
      await page.getByRole('button', { name: 'Stop' }).waitFor()
      await page.unrouteAll()
      await page.reload()
      await wholeText(page)
      expect(await page.locator('h1').textContent()).toBe('A note')
    }))

  test('tells how many claims of a long text are done, and shows them all', () =>
    open('/read', async (page) => {
      const long = Array.from({ length: 16 }, (_, i) => `Part ${i + 1}\n\n${sample.text}`).join('\n\n')
      await page.evaluate(`{
        window.heard = []
        new MutationObserver(() => {
          const status = document.querySelector('.under-way [role=status]')
          if (status) window.heard.push(status.textContent)
        }).observe(document.querySelector('main'), { subtree: true, childList: true, characterData: true })
      }`)
      await chosen(page, 'long.txt', long)
      await wholeText(page)
      const heard = await page.evaluate<string[]>('window.heard')
      expect(heard.some((text) => /claims: \d+ of \d+/.test(text))).toBe(true)
      expect(await page.locator('article.claim-card').count()).toBeGreaterThan(150)
      expect(await page.locator('#look-first ~ details summary').textContent()).toMatch(
        /\d+ more that are contradicted or hold only in part/,
      )
    }))

  test('an answer that breaks off is said, and read again on demand', () =>
    open('/read', async (page) => {
      await page.route('**/api/v1/read', (route) =>
        route.fulfill({ contentType: 'text/event-stream', body: 'event: progress\ndata: {"what":"claims","done":1,"total":9}\n\n' }),
      )
      await pasted(page, sample.text)
      await page.getByRole('alert').waitFor()
      await page.unrouteAll()
      await page.getByRole('button', { name: 'Try again' }).click()
      await wholeText(page)
    }))
})
