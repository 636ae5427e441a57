import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { KnownPage } from '../../../app/journeys/all-pages.ts'

/**
 * Records the print layout: the theme, figures without a drawing or wider than the sheet, and remaining controls that
 * only work on a screen.
 */
const noteForPaper = `addEventListener('beforeprint', () => Promise.resolve().then(() => Promise.resolve()).then(() => {
  const figures = [...document.querySelectorAll('main figure')]
  const width = (figure) => Number(figure.querySelector('svg')?.getAttribute('width') ?? 0)
  globalThis.onPaper = {
    theme: document.documentElement.dataset.theme,
    figures: figures.length,
    undrawn: figures.filter((figure) => width(figure) === 0).map(({ id }) => id),
    wide: figures.filter((figure) => width(figure) > 688).map(({ id }) => id),
  }
}))`

const onScreenOnly = ['.top', 'figure .tools', '.skip']

/**
 * A page in the dark theme prints in the light theme, with all figures within the width of the sheet, and is dark again
 * afterwards.
 */
export async function heldToPaper(page: Page, { name, figures }: KnownPage): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await page.evaluate(noteForPaper)
  const paper = await page.pdf({ format: 'A4' })
  expect(paper.subarray(0, 4).toString('latin1')).toBe('%PDF')
  const noted = await page.evaluate<{ theme: string; figures: number; undrawn: string[]; wide: string[] }>('onPaper')
  expect(noted).toEqual({ theme: 'light', figures: expect.any(Number), undrawn: [], wide: [] })
  // charts of claims are collapsed, on paper too
  if (!name.startsWith('read')) expect(noted.figures).toBeGreaterThanOrEqual(figures)
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
  await page.emulateMedia({ media: 'print' })
  for (const one of onScreenOnly) expect(await page.locator(one).first().isVisible(), one).toBe(false)
  expect(await page.locator('.foot .print-only').textContent()).toMatch(/\/.*· \d{4}-\d{2}-\d{2}/)
}
