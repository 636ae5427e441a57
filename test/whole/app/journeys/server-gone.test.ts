import { describe, expect, test } from 'vitest'
import { workbench } from './open-pages.ts'

const { open, stop, startAgain, url } = workbench('own')

const silence = 'The server does not answer.'

describe('the server is stopped under an open page and started again at the same port', () => {
  test('the page says so, keeps what it shows, and goes on by itself with what was asked meanwhile', () =>
    open(
      '/dyad/CHN/RUS?to=2016',
      async (page) => {
        const heading = page.locator('h1')
        const note = page.locator('.server-note')
        await page.locator('#time svg').first().waitFor({ timeout: 90_000 })
        const before = await page.locator('#domains').textContent()
        await stop()
        await expect.poll(() => note.textContent()).toContain(silence)
        expect(await page.locator('#domains').textContent()).toBe(before)
        await page.locator('#as-of').focus()
        await page.keyboard.press('ArrowLeft')
        await page.locator('.problem').first().waitFor({ timeout: 90_000 })
        expect(page.url()).toContain('to=2015')
        // what was answered stays, under a heading that says of what day it is
        expect(await heading.textContent()).toContain('as of 2016-12-31')
        expect(await page.locator('.dyad').getAttribute('aria-busy')).toBe('true')
        await startAgain()
        await expect.poll(() => heading.textContent(), { timeout: 90_000 }).toContain('as of 2015-12-31')
        await expect.poll(() => note.textContent()).toBe('')
        // parts with a question of their own ask again each for itself
        await expect.poll(() => page.locator('.problem').count()).toBe(0)
        expect(await page.locator('.dyad').getAttribute('aria-busy')).toBe('false')
      },
      { failuresExpected: true },
    ))

  test('a page that was not yet fetched when the server went is loaded when it is back', () =>
    open(
      '/dyad/CHN/RUS',
      async (page) => {
        await page.locator('#domains').waitFor()
        await stop()
        await page.getByRole('link', { name: 'World', exact: true }).click()
        await expect.poll(() => page.locator('main .problem').first().textContent()).toContain('could not be loaded')
        await expect.poll(() => page.locator('.server-note').textContent()).toContain(silence)
        expect(page.url()).toBe(`${url()}/world`)
        await startAgain()
        await page.locator('svg.map path.place').first().waitFor({ timeout: 90_000 })
        await expect.poll(() => page.locator('.problem').count()).toBe(0)
      },
      { failuresExpected: true },
    ))

  test('a text that was pasted is not lost, and is read when the server is back', () =>
    open(
      '/read',
      async (page) => {
        const text = 'In 2014 trade in goods between China and Russia was worth about 95 billion dollars.'
        await page.locator('textarea').fill(text)
        await stop()
        await page.getByRole('button', { name: 'Read the text' }).click()
        await page.locator('main .problem').waitFor()
        await startAgain()
        await page.locator('[id^="claim-"]').first().waitFor({ timeout: 90_000 })
        expect(await page.locator('main').textContent()).toContain('about 95 billion dollars')
      },
      { failuresExpected: true },
    ))
})
