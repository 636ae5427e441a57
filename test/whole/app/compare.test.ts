import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { forEveryone, workbench } from '../../app/workbench.ts'

const { open, url } = workbench()

const drawn = (page: Page) => page.locator('figure svg').first().waitFor()
const pairsIn = (page: Page) => new URL(page.url()).searchParams.get('pairs')
const headings = (page: Page) => page.locator('table.compared thead th').allTextContents()

interface Compared {
  readonly rows: { id: string; cells: ({ level: { state: string; value?: number } } | null)[] }[]
}

const asked = async (query: string): Promise<Compared> => (await (await fetch(`${url()}/api/v1/compare?${query}`)).json()) as Compared

describe('several pairs side by side', () => {
  test('pairs are added by keyboard and taken away; the address holds them, back brings them back', () =>
    open('/compare', async (page) => {
      const field = page.getByRole('combobox', { name: 'Add a pair' })
      for (const [typed, code] of [
        ['rus chi', 'RUS-CHN'],
        ['Washington Tokyo', 'USA-JPN'],
      ] as const) {
        await field.fill(typed)
        await page.getByRole('option').first().waitFor()
        await page.keyboard.press('Enter')
        await expect.poll(() => pairsIn(page)).toContain(code)
      }
      await expect.poll(() => headings(page)).toEqual(['Figure', 'Russia – China', 'United States – Japan'])
      await page.getByRole('button', { name: 'Remove Russia – China' }).click()
      await expect.poll(() => headings(page)).toEqual(['Figure', 'United States – Japan'])
      await page.goBack()
      await expect.poll(() => headings(page)).toEqual(['Figure', 'Russia – China', 'United States – Japan'])
      await page.reload()
      await expect.poll(() => headings(page)).toEqual(['Figure', 'Russia – China', 'United States – Japan'])
    }))

  test('a domain and a figure of it: the chart is of that figure, each pair has its line of the chart’s table', () =>
    open('/compare?pairs=CHN-RUS,CHN-IDN,ISR-IRN', async (page) => {
      await drawn(page)
      await page.getByLabel('Domain').selectOption('trade')
      await expect.poll(() => page.url()).toContain('domain=trade')
      await expect.poll(() => page.locator('figcaption > span').first().textContent()).toBe('Goods trade, by year')
      await page.getByLabel('Figure drawn').selectOption('goods-trade')
      await expect.poll(() => page.locator('figcaption > span').allTextContents()).toContain('Goods, both directions')
      await expect
        .poll(() => page.locator('figure', { hasText: 'Goods, both directions' }).locator('text').allTextContents())
        .toContain('unknown')
      const { rows } = await asked('pairs=CHN-RUS&pairs=CHN-IDN&pairs=ISR-IRN&domain=trade')
      expect(rows.find(({ id }) => id === 'goods-trade')!.cells.map((cell) => cell?.level.state)).toEqual([
        'observed',
        'estimated',
        'unknown',
      ])
    }))

  test('the CSV is what the operation answers, and what is unknown in it has no value', () =>
    open('/compare?pairs=CHN-RUS,ISR-IRN&domain=trade', async (page) => {
      await drawn(page)
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'CSV of all figures' }).click()])
      const text = readFileSync(await download.path(), 'utf8')
      const same = await fetch(`${url()}/api/v1/compare?pairs=CHN-RUS&pairs=ISR-IRN&domain=trade&format=csv`)
      expect(text).toBe(await same.text())
      const lines = text.trim().split(/\r?\n/)
      const columns = lines[0]!.split(',')
      const unknown = lines.filter((line) => line.includes(',ISR,IRN,unknown,'))
      expect(unknown.length).toBeGreaterThan(0)
      for (const line of unknown) expect(line).toMatch(/,ISR,IRN,unknown,,,,/)
      expect(columns.slice(3, 9)).toEqual(['a', 'b', 'state', 'value', 'low', 'high'])
    }))

  test('a figure leads to its rows, and Escape back to it', () =>
    open('/compare?pairs=CHN-RUS,USA-JPN', async (page) => {
      await drawn(page)
      const figure = page.locator('table.compared tbody button').first()
      await figure.focus()
      await page.keyboard.press('Enter')
      const dialog = page.getByRole('dialog')
      await dialog.locator('table tbody tr').first().waitFor()
      expect(await dialog.locator('h2').textContent()).toMatch(/^place in votes on world issues: closer than, .*: 58 % \(estimated\)$/)
      expect(await dialog.textContent()).toContain('Licence UN terms')
      await page.keyboard.press('Escape')
      await expect.poll(() => dialog.count()).toBe(0)
      expect(await figure.evaluate((button) => button === button.ownerDocument.activeElement)).toBe(true)
    }))

  test('what names no pair is refused and can be taken away', () =>
    open('/compare?pairs=CHN-RUS,CHN-XXX', async (page) => {
      await expect.poll(() => page.getByRole('alert').textContent()).toContain('"CHN-XXX" does not name two states or blocs')
      await page.getByRole('button', { name: 'Remove CHN-XXX' }).click()
      await expect.poll(() => headings(page)).toEqual(['Figure', 'China – Russia'])
    }))
})

forEveryone(
  open,
  ['/compare', '/compare?pairs=CHN-RUS,RUS-EU,NATO-CSTO,ISR-IRN', '/compare?pairs=CHN-RUS,USA-JPN,USA-IND&domain=diplomacy'],
  (page) => (page.url().includes('pairs') ? drawn(page) : page.locator('h1').waitFor()),
)
