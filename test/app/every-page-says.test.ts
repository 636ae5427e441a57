import { expect, test } from 'vitest'
import { allPages } from './journeys/all-pages.ts'
import { violations, workbench } from './workbench.ts'

const { open } = workbench()

test.each(allPages)('$name says what the record holds', ({ path, says, ask }) =>
  open(path, async (page) => {
    await ask?.(page)
    await page.locator('main').filter({ hasText: says }).waitFor()
  }),
)

test('a page of a pair passes axe at WCAG 2.2 AA', () =>
  open('/dyad/KEN/TZA', async (page) => {
    await page.locator('#time svg').first().waitFor({ state: 'attached' })
    expect(await violations(page)).toEqual([])
  }))
