import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { allPages } from '../../../app/journeys/all-pages.ts'
import { heldToPaper } from './on-paper.ts'
import { workbench } from './open-pages.ts'

const { open } = workbench()
const level = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** The titles of pages that were open, by their names. */
const titles = new Map<string, string>()

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const { violations: found } = await page.evaluate<{ violations: { id: string; help: string; nodes: { html: string }[] }[] }>(
    `axe.run({ runOnly: { type: 'tag', values: ${JSON.stringify(level)} }, resultTypes: ['violations'] })`,
  )
  return found.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.length} times, first ${nodes[0]?.html.slice(0, 200)}`)
}

/** Words by which a page is told from others: its heading, its title, and that the frame around it is there. */
async function frameOf(page: Page): Promise<{ readonly h1: number; readonly title: string; readonly lang: string | null }> {
  return {
    h1: await page.locator('h1').count(),
    title: await page.title(),
    lang: await page.locator('html').getAttribute('lang'),
  }
}

describe('every page, in both themes, passes axe at WCAG 2.2 AA, complains of nothing in the console and asks no other host; the dark one is printed light', () => {
  test.each(allPages.flatMap((known) => (['light', 'dark'] as const).map((scheme) => [known.name, scheme, known] as const)))(
    '%s in %s',
    (name, colorScheme, known) =>
      open(
        known.path,
        async (page) => {
          await known.whole(page)
          expect(await page.locator('html').getAttribute('data-theme')).toBe(colorScheme)
          expect(await violations(page)).toEqual([])
          const frame = await frameOf(page)
          expect(frame).toEqual({ h1: 1, title: expect.stringContaining('Vis-à-vis'), lang: 'en' })
          titles.set(name, frame.title)
          if (colorScheme === 'dark') await heldToPaper(page, known)
        },
        { colorScheme, reducedMotion: 'reduce' },
      ),
    120_000,
  )

  test('no two pages have the same title', async () => {
    for (const { name, path, whole } of allPages)
      if (!titles.has(name))
        await open(path, async (page) => {
          await whole(page)
          titles.set(name, await page.title())
        })
    // a text that is read is on the page on which it was brought
    const each = [...titles].filter(([name]) => !name.startsWith('read, the'))
    expect(each.length).toBe(allPages.length - 1)
    for (const [name, title] of each)
      expect([title, each.filter((other) => other[1] === title).map(([one]) => one)]).toEqual([title, [name]])
  }, 600_000)
})
