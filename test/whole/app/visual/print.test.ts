import type { Page } from 'playwright-core'
import { getDocumentProxy } from 'unpdf'
import { describe, expect, test } from 'vitest'
import { allPages } from '../../../app/journeys/all-pages.ts'
import { workbench } from '../../../app/workbench.ts'

const { open } = workbench()

/** Pages that are printed, and the most sheets of A4 that they may take. */
const printed = [
  { name: 'pair', path: '/dyad/CHN/RUS', sheets: 14 },
  { name: 'pair of blocs', path: '/dyad/RUS/EU', sheets: 7 },
  { name: 'map', path: '/world?of=CHN&measure=kappa&year=2024', sheets: 1 },
  { name: 'read, the sample', path: '/read', sheets: 5 },
  { name: 'track record', path: '/track-record?of=goods-flow&ahead=10', sheets: 6 },
] as const

/** What must be there before each page is printed; of a pair without the parts that its address would open. */
async function whole(page: Page, name: string): Promise<void> {
  if (!name.startsWith('pair')) return allPages.find((known) => known.name === name)!.whole(page)
  await page.locator('#domains').waitFor()
  await page.mouse.wheel(0, 10)
  await page.locator('#sources li').first().waitFor()
  if (name === 'pair')
    for (const mark of ['.fan:last-child svg', '#stakeholders svg', '#roll-calls tr']) await page.locator(mark).first().waitFor()
}

/** Notes what is put on paper, once the charts are drawn for it: the texts of each figure, and of each row of a table. */
const noteForPaper = `addEventListener('beforeprint', () => Promise.resolve().then(() => Promise.resolve()).then(() => {
  const shown = (one) => one.getClientRects().length > 0 && one.closest('.visually-hidden, details:not([open])') === null
  const texts = (within, selector) => [...within.querySelectorAll(selector)].filter(shown).map((one) => one.textContent.trim()).filter(Boolean)
  const printedText = (one) => {
    const copy = one.cloneNode(true)
    for (const hidden of copy.querySelectorAll('details:not([open]), .visually-hidden, .no-print')) hidden.remove()
    return copy.textContent.trim()
  }
  globalThis.onPaper = {
    figures: [...document.querySelectorAll('main figure')].filter(shown).map((one) => texts(one, 'figcaption > span, svg text:not(.year-text)')),
    rows: [...document.querySelectorAll('main tbody tr')].filter(shown).map((row) => [...row.children].filter(shown).map(printedText)),
  }
}))`

interface Paper {
  readonly figures: readonly (readonly string[])[]
  readonly rows: readonly (readonly string[])[]
}

interface Sheet {
  readonly text: string
  /** The outermost places of its words in points, from the left and the bottom. */
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** A4 in points, and its margins at the sides and the top. */
const [sheetWidth, sheetHeight, margin] = [595, 842, 39]

/** Two texts are compared without spaces, as a line of paper may end anywhere. */
const plain = (text: string): string => text.normalize('NFKC').replaceAll(/[\s\u00ad\u200b]+/g, '')

async function sheetsOf(pdf: Buffer): Promise<Sheet[]> {
  const document = await getDocumentProxy(new Uint8Array(pdf))
  return Promise.all(
    Array.from({ length: document.numPages }, async (_, i) => {
      const { items } = await (await document.getPage(i + 1)).getTextContent()
      const words = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item] : []))
      const ends = words.map(({ transform, width, height }) => {
        const [a, b, , , x, y] = transform as [number, number, number, number, number, number]
        const isUpright = Math.abs(b) > Math.abs(a)
        return isUpright ? { x, end: x, y, high: y + width } : { x, end: x + width, y, high: y + height }
      })
      return {
        text: plain(words.map(({ str }) => str).join(' ')),
        left: Math.min(...ends.map(({ x }) => x)),
        right: Math.max(...ends.map(({ end }) => end)),
        top: Math.max(...ends.map(({ high }) => high)),
        bottom: Math.min(...ends.map(({ y }) => y)),
      }
    }),
  )
}

describe('a page on A4', () => {
  test.each(printed)(
    '$name: nothing is cut, no chart or row is parted, and each sheet says where it comes from',
    ({ name, path, sheets: most }) =>
      open(path, async (page) => {
        await whole(page, name)
        await page.evaluate(noteForPaper)
        const sheets = await sheetsOf(await page.pdf({ format: 'A4' }))
        expect(sheets.length).toBeLessThanOrEqual(most)
        for (const [i, { text, left, right, top, bottom }] of sheets.entries()) {
          expect(text).toMatch(/Vis-à-vis·recordof\d{4}-\d{2}-\d{2}·\/.*·printed\d{4}-\d{2}-\d{2}/)
          expect(text).toContain(`${i + 1}of${sheets.length}`)
          expect({ left, right, bottom, top }).toEqual({
            left: expect.toSatisfy((x: number) => x >= margin),
            right: expect.toSatisfy((x: number) => x <= sheetWidth - margin + 1),
            bottom: expect.toSatisfy((y: number) => y > 15),
            top: expect.toSatisfy((y: number) => y <= sheetHeight - margin + 2),
          })
        }
        const { figures, rows } = await page.evaluate<Paper>('onPaper')
        const onOneSheet = (texts: readonly string[]): boolean => sheets.some(({ text }) => texts.every((one) => text.includes(plain(one))))
        expect(figures.filter((texts) => !onOneSheet(texts))).toEqual([])
        expect(rows.filter((cells) => !onOneSheet(cells))).toEqual([])
        // of the frame around a page nothing is on paper
        for (const control of ['Download', 'Track recordData', 'How good were such forecasts?'])
          expect(sheets.some(({ text }) => text.includes(plain(control)))).toBe(false)
      }),
  )
})
