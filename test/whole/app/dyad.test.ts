import { readdirSync, readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { forEveryone, workbench } from '../../app/workbench.ts'

const { open, home, url } = workbench('own')

const heading = (page: Page) => page.locator('h1')

/** All parts of the page stand when the last chart does. */
async function wholePage(page: Page): Promise<void> {
  await page.locator('#time svg').first().waitFor()
  await page.locator('#sources li').first().waitFor()
}

describe('the page of a pair', () => {
  test('an arrow key goes to the next turning point and lists what the ledger has around it; the address brings it back', () =>
    open('/dyad/CHN/RUS#time', async (page) => {
      await wholePage(page)
      await page.locator('.moments button').nth(3).focus()
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('ArrowRight')
      await expect.poll(() => page.url()).toContain('year=2015')
      const told = page.locator('.around')
      await expect.poll(() => told.textContent()).toContain('a turning point, between 2014 and 2017')
      await expect.poll(() => told.locator('.items').textContent()).toContain('Power of Siberia')
      const events = await told.locator('.items li').count()
      expect(events).toBeGreaterThan(10)
      await page.reload()
      await wholePage(page)
      await expect.poll(() => told.locator('.items li').count()).toBe(events)
    }))

  test('the list of votes is filtered by words and split, counts what the record has, and goes on page by page', () =>
    open('/dyad/CHN/RUS#votes', async (page) => {
      await wholePage(page)
      const calls = page.locator('#roll-calls')
      await calls.locator('input[type=search]').fill('nuclear')
      await calls.getByLabel('Votes', { exact: true }).selectOption('opposing')
      const asked = new URLSearchParams({ a: 'CHN', b: 'RUS', words: 'nuclear', split: 'opposing', limit: '30' })
      const known = (await (await fetch(`${url()}/api/v1/votes?${asked}`)).json()) as { total: number; votes: { title: string }[] }
      await expect.poll(() => calls.getByRole('status').textContent()).toContain(`${known.total} are listed`)
      const titles = async (): Promise<string> => (await calls.locator('tbody').textContent()) ?? ''
      expect(await calls.locator('tbody tr').count()).toBe(25)
      expect(await titles()).toContain(known.votes[24]!.title)
      await calls.getByRole('button', { name: 'Older' }).click()
      await expect.poll(titles).toContain(known.votes[25]!.title)
      await page.goBack()
      await expect.poll(titles).toContain(known.votes[0]!.title)
    }))

  test('the year is changed by the keyboard, and every part is then of that year', () =>
    open('/dyad/CHN/RUS?to=2016', async (page) => {
      await wholePage(page)
      await page.locator('#as-of').focus()
      await page.keyboard.press('ArrowLeft')
      await expect.poll(() => heading(page).textContent()).toContain('as of 2015-12-31')
      expect(page.url()).toContain('to=2015')
      await page.locator('#stage').scrollIntoViewIfNeeded()
      await expect.poll(() => page.locator('#stage').textContent()).toContain('on 2015-12-31')
      await page.locator('#votes').scrollIntoViewIfNeeded()
      await expect.poll(() => page.locator('#roll-calls tbody tr').first().textContent()).toContain('2015')
    }))

  test('an assessment is kept with the reader’s own store, and its file is what the server answers', () =>
    open('/dyad/CHN/RUS?to=2015', async (page) => {
      const files = page.locator('.page-files')
      await files.locator('summary').click()
      await files.getByRole('button', { name: /^Keep/ }).click()
      await expect.poll(() => files.getByRole('status').textContent()).toContain('visavis diff CHN RUS')
      expect(readdirSync(home, { recursive: true }).join(' ')).toMatch(/CHN-RUS/i)
      const [download] = await Promise.all([page.waitForEvent('download'), files.getByRole('link', { name: 'CSV', exact: true }).click()])
      expect(download.suggestedFilename()).toMatch(/\.csv$/)
      const csv = readFileSync(await download.path(), 'utf8')
      expect(csv).toBe(await (await fetch(`${url()}/api/v1/assess?a=CHN&b=RUS&to=2015&format=csv`)).text())
      expect(csv).toContain('kappa_quadratic')
    }))

  test('a year in which one of the two was no state says so, and the way back is there', () =>
    open('/dyad/KAZ/UZB?to=1980', async (page) => {
      await page.locator('.problem').waitFor()
      expect(await page.locator('.problem').textContent()).toMatch(/was not a state/)
      await page.getByRole('button', { name: 'Latest' }).click()
      await expect.poll(() => heading(page).textContent()).toContain('Kazakhstan and Uzbekistan')
      expect(await page.locator('.problem').count()).toBe(0)
    }))

  test('blocs are told without stage and judgements, which are made of pairs of states alone', () =>
    open('/dyad/RUS/EU', async (page) => {
      await wholePage(page)
      expect(await heading(page).textContent()).toContain('Russia and European Union')
      expect(await page.locator('#stage').count()).toBe(0)
      expect(await page.locator('#judgements').textContent()).toContain('No judgement is made on blocs')
      await page.locator('#votes').scrollIntoViewIfNeeded()
      await expect.poll(() => page.locator('#roll-calls tbody').textContent()).toMatch(/\d+ yes, \d+ abst., \d+ no/)
    }))

  test('what is unknown says what would tell, and shows no figure', () =>
    open('/dyad/MCO/TUV', async (page) => {
      const arms = page.locator('#arms')
      await arms.waitFor()
      await arms.getByRole('button', { name: 'Arms' }).click()
      await expect.poll(() => arms.textContent()).toMatch(/unknown.*What would fill this gap/s)
      expect(await arms.locator('.figure-value').count()).toBe(0)
      expect(await arms.locator('svg').count()).toBe(0)
    }))

  test('a name in the network is chosen from the list by keyboard, and its items are read beside it', () =>
    open('/dyad/CHN/RUS#stakeholders', async (page) => {
      await wholePage(page)
      await page.locator('#who-filter').fill('gazprom')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await expect.poll(() => page.url()).toContain('who=Gazprom')
      const note = page.getByRole('region', { name: 'Gazprom' })
      await expect.poll(() => note.locator('.items li').count()).toBeGreaterThan(3)
      expect(await note.textContent()).toContain('China National Petroleum Corporation')
    }))
})

forEveryone(open, ['/dyad/CHN/RUS?domain=trade,alliance&indicator=consultation&who=Gazprom&year=2015#sources'], wholePage)
