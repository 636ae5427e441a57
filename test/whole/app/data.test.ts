import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { forEveryone, workbench } from '../../app/workbench.ts'
import { haveRaw, rawFolder, rawNeeded } from '../../sources/raw-data.ts'

const { open } = workbench('own')

const whole = async (page: Page): Promise<void> => {
  await page.locator('figure svg rect').first().waitFor({ timeout: 90_000 })
}
const recordOf = async (page: Page): Promise<string> => (await page.locator('main > p code').first().textContent())!

/** Drops a file on the place for files, as from a folder. */
async function drop(page: Page, name: string, bytes: Buffer): Promise<void> {
  await page.evaluate(`(() => {
    const bytes = Uint8Array.from(atob(${JSON.stringify(bytes.toString('base64'))}), (c) => c.charCodeAt(0))
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File([bytes], ${JSON.stringify(name)}))
    for (const type of ['dragover', 'drop']) document.querySelector('fieldset.drop').dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
  })()`)
}

/** Brings a file of a source and has it added. */
async function add(page: Page, source: string, name: string, bytes: Buffer): Promise<void> {
  await page.getByRole('combobox', { name: 'Source', exact: true }).selectOption(source)
  await drop(page, name, bytes)
  await page.getByRole('button', { name: 'Add', exact: true }).click()
}

describe('the page of data', () => {
  test('every source that is held has its years as a bar, a row with licence and edition, and a page of its own', () =>
    open('/data', async (page) => {
      await whole(page)
      const held = await page.locator('table.sources').first().locator('tbody tr').count()
      expect(held).toBeGreaterThan(15)
      expect(await page.locator('figure svg rect title').count()).toBeGreaterThanOrEqual(held)
      expect(await page.locator('figure [role=img]').getAttribute('aria-label')).toContain(`${held} sources cover`)
      await page.getByRole('link', { name: 'United Nations General Assembly Voting Data' }).click()
      await expect.poll(() => page.locator('h1').textContent()).toBe('United Nations General Assembly Voting Data')
      expect(await page.locator('dl.card-lines').textContent()).toContain('CC0-1.0')
      await page.goBack()
      await expect.poll(() => page.locator('h1').textContent()).toBe('Data')
    }))

  test('what is taken away opens again: sources as CSV, citations as BibTeX', () =>
    open('/data', async (page) => {
      await whole(page)
      for (const [name, begins, least] of [
        ['Sources, CSV', 'id,', 15],
        ['Citations, BibTeX', '@', 15],
      ] as const) {
        const taken = page.waitForEvent('download')
        await page.locator('.page-files summary').click()
        await page.getByRole('link', { name }).click()
        const text = readFileSync(await (await taken).path(), 'utf8')
        expect(text.startsWith(begins)).toBe(true)
        expect(text.split('\n').length).toBeGreaterThan(least)
      }
    }))

  test('a file that is none of the source is refused with what is wrong, and nothing is lost', () =>
    open('/data', async (page) => {
      await whole(page)
      const before = await recordOf(page)
      await add(page, 'gsdb', 'GSDB_V3.csv', Buffer.from('this is no table\nof sanctions\n'))
      await page.locator('.problem').waitFor({ timeout: 90_000 })
      expect(await page.locator('[role=status]').last().textContent()).toContain('Nothing was changed: gsdb could not be added.')
      expect(await page.locator('.problem').textContent()).toContain('GSDB_V3.csv')
      await page.reload()
      await whole(page)
      expect(await recordOf(page)).toBe(before)
    }))

  test('no source or no file: it cannot be added, and what is missing is said', () =>
    open('/data', async (page) => {
      await whole(page)
      const button = page.getByRole('button', { name: 'Add', exact: true })
      expect([await button.isDisabled(), await page.getByText('Drop or choose files first.').count()]).toEqual([true, 1])
      await drop(page, 'some.csv', Buffer.from('a,b\n'))
      expect([await button.isDisabled(), await page.getByText('Say of which source they are.').count()]).toEqual([true, 1])
    }))

  test('what is no source is refused with where they are listed', () =>
    open('/data/nonesuch', async (page) => {
      await page.locator('.problem').waitFor({ timeout: 90_000 })
      expect(await page.locator('.problem').textContent()).toContain('visavis sources')
    }))
})

describe.skipIf(!haveRaw)(`a file of a provider ${rawNeeded}`, () => {
  test('is dropped, read and held; what it changed is shown, the source stands in the chart, and the same again changes nothing', () =>
    open('/data', async (page) => {
      await whole(page)
      const before = await recordOf(page)
      const file = readFileSync(join(rawFolder, 'sanctions-gsdb/GSDB_V3.csv'))
      await add(page, 'gsdb', 'GSDB_V3.csv', file)
      await page.getByText('Added.').waitFor({ timeout: 90_000 })
      await expect.poll(() => recordOf(page)).not.toBe(before)
      const card = page.locator('[role=status] .card')
      const changed = card.locator('tbody tr', { hasText: 'gsdb' })
      await changed.waitFor({ timeout: 90_000 })
      const [, , added, gone, other] = await changed.locator('td').allTextContents()
      expect(Number(added!.replaceAll(',', ''))).toBeGreaterThan(1000)
      expect([gone, other]).toEqual(['0', '0'])
      expect(await card.textContent()).toContain(`--snapshot ${before}`)
      await expect.poll(() => page.locator('table.sources').first().textContent()).toContain('gsdb')
      await expect.poll(() => page.locator('figure svg').textContent()).toContain('Global Sanctions')
      await add(page, 'gsdb', 'GSDB_V3.csv', file)
      await page.getByText('No row differs from the record before.').waitFor({ timeout: 90_000 })
    }))
})

forEveryone(open, ['/data', '/data/un-votes'], whole)
