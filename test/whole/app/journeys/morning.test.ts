import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { cellsOf } from '../../../app/journeys/csv-cells.ts'
import { chosenInMenu, inMenu } from '../figure-menu.ts'
import { workbench } from './open-pages.ts'

const { open, url } = workbench()

async function taken(page: Page, by: Locator): Promise<string[][]> {
  const [download] = await Promise.all([page.waitForEvent('download'), by.click()])
  return cellsOf(readFileSync(await download.path(), 'utf8'))
}

/** The cells of a table as they are read. */
function cellsShown(table: Locator): Promise<string[][]> {
  return table.locator('tbody tr').evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '')))
}

const settled = async (page: Page): Promise<void> => {
  await page.locator('.dyad[aria-busy=false] #domains').waitFor()
  await page.locator('#time figure svg').first().waitFor({ timeout: 90_000 })
}

/** From the first page to a pair, by the finder. */
async function findPair(page: Page): Promise<void> {
  await page.locator('.find-first input').fill('moscow beijing')
  await expect.poll(() => page.getByRole('option').first().textContent()).toMatch(/Russia.*China|China.*Russia/)
  await page.keyboard.press('Enter')
  await settled(page)
}

/** The latest turning point, what happened around it, and the series in which it shows. */
async function readTurningPoint(page: Page): Promise<string> {
  const moment = page.locator('.moments button').last()
  await moment.click()
  const told = page.locator('.around')
  await expect.poll(() => told.locator('.items li').count()).toBeGreaterThan(0)
  await expect.poll(() => told.locator('.items a[href^="http"]').count()).toBeGreaterThan(0)
  return (await told.textContent()) ?? ''
}

describe('one morning of an analyst', () => {
  test(
    'from the first page to a pair, a turning point and its events, the rows behind a figure, a CSV that says what the page says, a comparison, and the way back',
    () =>
      open('/', async (page) => {
        await findPair(page)
        const events = await readTurningPoint(page)
        const atTurningPoint = page.url()
        expect(atTurningPoint).toMatch(/\/dyad\/RUS\/CHN\?year=\d{4}/)

        const figure = page.locator('#time figure').first()
        await chosenInMenu(figure, 'Table')
        const shown = await cellsShown(figure)
        const [, ...rows] = await taken(page, await inMenu(figure, 'CSV'))
        expect(rows.length).toBeGreaterThan(30)
        expect(shown).toEqual(rows.map((row) => row.map((cell, i) => (cell === '' && row[5] === 'unknown' && i === 2 ? 'unknown' : cell))))

        await page.locator('#domains h3 button').first().click()
        const value = page.locator('#domains .figure-value').first()
        await value.click()
        const dialog = page.locator('dialog[open]')
        await dialog.locator('tbody tr').first().waitFor()
        const behind = await taken(page, dialog.getByRole('link', { name: 'CSV of the rows' }))
        const first = (await cellsShown(dialog.locator('table').first()))[0]!
        expect(behind.length - 1).toBeGreaterThanOrEqual(await dialog.locator('table').first().locator('tbody tr').count())
        expect(
          first.filter((cell) => cell !== '' && !behind[1]!.some((other) => other === cell || (other !== '' && cell.includes(other)))),
        ).toEqual([])
        await page.keyboard.press('Escape')
        await page.locator('#domains h3 button').first().click()

        await page.locator('#summary').getByRole('link', { name: 'Compare' }).click()
        await page.locator('article[aria-busy=false] table').first().waitFor({ timeout: 90_000 })
        const comparison = page.url()
        expect(comparison).toContain('/compare?pairs=RUS-CHN')

        await page.goBack()
        await settled(page)
        expect(page.url()).toBe(atTurningPoint)
        await expect.poll(() => page.locator('.around').textContent()).toBe(events)
        await page.goBack()
        await page.locator('.find-first input').waitFor()
        expect(page.url()).toBe(`${url()}/`)
        await page.goForward()
        await settled(page)
        expect(page.url()).toBe(atTurningPoint)
        await page.goForward()
        await page.locator('article[aria-busy=false] table').first().waitFor()
        expect(page.url()).toBe(comparison)
      }),
    120_000,
  )

  test.each([
    '/dyad/CHN/RUS?domain=trade&year=2015&to=2018',
    '/world?of=RUS&measure=agreement&year=1985&state=IND',
    '/compare?pairs=CHN-RUS,USA-JPN&domain=diplomacy',
    '/data/un-votes',
  ])(
    'a reload of %s shows the very same, and so does the address in another browser',
    (path) =>
      open(path, async (page, context) => {
        const whole = async (one: Page): Promise<string> => {
          await one.locator('h1').waitFor()
          // the last part of the page of a pair comes when the page has rested
          if (path.startsWith('/dyad')) await one.locator('#stakeholders svg').waitFor({ state: 'attached' })
          let [before, now] = ['', 'not yet']
          // parts come one after the other: it is whole when a second brings nothing more
          while (before !== now || now.includes('…')) {
            before = now
            await one.waitForTimeout(1000)
            now = `${await one.title()} ${one.url()} ${await one.locator('main').textContent()}`
          }
          return now
        }
        const first = await whole(page)
        expect(first.length).toBeGreaterThan(400)
        await page.reload()
        expect(await whole(page)).toBe(first)
        const elsewhere = await context.browser()!.newContext({ viewport: { width: 1280, height: 900 } })
        const other = await elsewhere.newPage()
        await other.goto(page.url())
        expect(await whole(other)).toBe(first)
        await elsewhere.close()
      }),
    60_000,
  )
})
