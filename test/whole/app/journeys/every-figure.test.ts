import { readFileSync } from 'node:fs'
import { parseHTML } from 'linkedom'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { allPages } from '../../../app/journeys/all-pages.ts'
import { cellsOf } from '../../../app/journeys/csv-cells.ts'
import { chosenInMenu } from '../figure-menu.ts'
import { workbench } from './open-pages.ts'

const { open } = workbench()

/** What every chart has besides its picture. */
const tools = ['Table', 'SVG', 'PNG', 'CSV', 'Metadata, citation', 'Link']

async function taken(page: Page, figure: Locator, name: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 90_000 }), chosenInMenu(figure, name)])
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

/** Opens all that belongs to a figure once; what is wrong with it, in words. */
async function faultsOf(page: Page, figure: Locator): Promise<string[]> {
  const faults: string[] = []
  const has = (held: boolean, fault: string): void => void (held || faults.push(fault))
  // charts that stand in other pages too offer the code for it
  const offered = (await figure.locator('.tools button').allTextContents()).filter((one) => one !== 'Embed')
  has(JSON.stringify(offered) === JSON.stringify(tools), `offers ${offered.join(', ')}`)
  has(((await figure.locator('[role=img]').first().getAttribute('aria-label')) ?? '').length > 20, 'has no text alternative')
  const csv = await taken(page, figure, 'CSV')
  const [head = [], ...rows] = cellsOf(csv.bytes.toString('utf8'))
  has(head.length > 1 && rows.length > 0, `its CSV has ${head.length} columns, ${rows.length} rows`)
  has(
    rows.every((row) => row.length === head.length),
    'a row of its CSV has other columns than its head',
  )
  const vector = await taken(page, figure, 'SVG')
  const { document } = parseHTML(vector.bytes.toString('utf8'))
  has(document.querySelectorAll('svg path, svg rect, svg circle, svg line').length > 2, 'its SVG holds no drawing')
  has((document.querySelector('svg > title')?.textContent ?? '').length > 20, 'its SVG has no title')
  has(!/(href|src)="(?!#)|var\(--/.test(vector.bytes.toString('utf8')), 'its SVG needs something outside of it')
  const picture = await taken(page, figure, 'PNG')
  has(picture.bytes.subarray(1, 4).toString('latin1') === 'PNG' && picture.bytes.length > 2000, `its PNG has ${picture.bytes.length} bytes`)
  const about = JSON.parse((await taken(page, figure, 'Metadata, citation')).bytes.toString('utf8'))
  has(about.columns.length === head.length, 'its metadata describe other columns than the CSV has')
  has(about.sources.length > 0, 'its metadata name no source')
  for (const source of about.sources)
    has(source.citation?.length > 20 && source.vintage !== '', `its metadata have no citation of ${source.id}`)
  has(about.record?.id !== undefined, 'its metadata name no record')
  await chosenInMenu(figure, 'Table')
  const shown = await figure.locator('tbody tr').count()
  has(shown === Math.min(rows.length, 500), `its table shows ${shown} rows, its CSV has ${rows.length}`)
  await chosenInMenu(figure, 'Table')
  await figure.locator('svg').first().waitFor()
  await chosenInMenu(figure, 'Link')
  await figure.getByRole('button', { name: 'Link copied' }).waitFor()
  return faults
}

/** Opens whatever is folded away. */
async function unfold(page: Page): Promise<void> {
  await page.evaluate(`document.querySelectorAll('main details:not(.menu)').forEach((one) => { one.open = true })`)
  await page.waitForTimeout(500)
}

describe('every chart has its table, PNG, SVG, CSV, metadata with citation, and link', () => {
  test.each(allPages.map((known) => [known.name, known] as const))(
    '%s',
    (_, { path, whole, figures: expected }) =>
      open(
        path,
        async (page) => {
          await whole(page)
          await unfold(page)
          const figures = page.locator('main figure')
          expect(await figures.count()).toBeGreaterThanOrEqual(expected)
          const wrong: Record<string, string[]> = {}
          for (let i = 0; i < (await figures.count()); i++) {
            const faults = await faultsOf(page, figures.nth(i))
            if (faults.length > 0) wrong[(await figures.nth(i).locator('figcaption').textContent()) ?? String(i)] = faults
          }
          expect(wrong).toEqual({})
          const names = await figures.evaluateAll((all) => all.map(({ id }) => id))
          expect(new Set(names).size, `two figures of one name: ${names.join(', ')}`).toBe(names.length)
        },
        { permissions: ['clipboard-read', 'clipboard-write'] },
      ),
    180_000,
  )
})
