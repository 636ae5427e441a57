import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { bytesOf } from '../../../faults/sample.ts'
import { samples } from '../../../faults/samples.ts'
import { workbench } from './open-pages.ts'

const { open, url } = workbench('own')

/** GDP and population of China in 2020 and nothing else: with it no trade can be set beside a GDP of another year. */
const poorer = samples.find(({ reader, files }) => reader === 'world-bank' && files[0]?.name === 'gdp.csv')!.files

async function figuresCounted(): Promise<number> {
  const answer = (await (await fetch(`${url()}/api/v1/assess?a=CHN&b=RUS`)).json()) as { readonly headline: readonly string[] }
  return Number(/\((\d+) figures\)/.exec(answer.headline.join(' '))?.[1])
}

const headline = (page: Page) => page.locator('#summary').textContent()
const settled = (page: Page) => page.locator('.dyad[aria-busy=false] #domains').waitFor()

describe('two tabs at once', () => {
  test('each has its own question, pair and year, back and forward; neither hears of the other', () =>
    open('/dyad/CHN/RUS?to=2016', async (one, context) => {
      const other = await context.newPage()
      await other.goto(`${url()}/dyad/USA/IND`)
      await Promise.all([settled(one), settled(other)])
      await Promise.all([one.locator('#as-of').press('ArrowLeft'), other.locator('#as-of').press('ArrowLeft')])
      await expect.poll(() => one.locator('h1').textContent()).toContain('China and Russia as of 2015-12-31')
      await expect.poll(() => other.locator('h1').textContent()).toMatch(/United States and India as of \d{4}-12-31/)
      await other.getByRole('link', { name: 'World', exact: true }).click()
      await other.locator('svg.map path.place').first().waitFor()
      await one.reload()
      await settled(one)
      expect(await one.locator('h1').textContent()).toContain('China and Russia as of 2015-12-31')
      await other.goBack()
      await expect.poll(() => other.locator('h1').textContent()).toContain('United States and India')
    }))

  test('the theme that is chosen in one is there in a tab that is opened after', () =>
    open(
      '/',
      async (one, context) => {
        await one.getByRole('button', { name: 'Dark' }).click()
        const other = await context.newPage()
        await other.goto(`${url()}/data`)
        expect(await other.locator('html').getAttribute('data-theme')).toBe('dark')
      },
      { colorScheme: 'light' },
    ))

  test('a source that is added in one tells the other that the record changed; what it shows stays until the reader wants the new figures', () =>
    open('/dyad/CHN/RUS', async (reading, context) => {
      await settled(reading)
      const before = await figuresCounted()
      expect(await headline(reading)).toContain(`${before} figures`)
      const adding = await context.newPage()
      await adding.goto(`${url()}/data/world-bank`)
      await adding
        .locator('input[type=file]')
        .setInputFiles(poorer.map((file) => ({ name: file.name, mimeType: 'text/csv', buffer: Buffer.from(bytesOf(file)) })))
      await adding.getByRole('button', { name: 'Add', exact: true }).click()
      await expect.poll(() => adding.locator('main').textContent(), { timeout: 90_000 }).toContain('Nothing was changed')
      // two countries in place of all are stored only for who says so
      await adding.getByLabel('Store what is doubted too').check()
      await adding.getByRole('button', { name: 'Add', exact: true }).click()
      await expect.poll(() => adding.locator('main').textContent(), { timeout: 90_000 }).toContain('is in use now')
      expect(await adding.locator('.server-note').textContent()).toBe('')
      const after = await figuresCounted()
      expect(after).toBeLessThan(before)
      const note = reading.locator('.server-note')
      await reading.bringToFront()
      await expect.poll(() => note.textContent()).toContain('Another record came into use')
      expect(await headline(reading)).toContain(`${before} figures`)
      await note.getByRole('button').click()
      await expect.poll(() => headline(reading), { timeout: 90_000 }).toContain(`${after} figures`)
      expect(await note.textContent()).toBe('')
    }))
})
