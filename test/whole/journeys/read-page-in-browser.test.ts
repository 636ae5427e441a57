import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { claimsHtml } from '../../../src/reports/page/claims-html.ts'
import { openBrowser } from '../../browser.ts'
import { claimOf, contradicted, madeUpReading, noFinding, readingOf, supported } from '../../reports/made-up-reading.ts'

const level = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** What is left of 210 mm between margins of 14 mm, in CSS pixels. */
const a4Width = Math.floor(((210 - 28) / 25.4) * 96)

/** A text that would like to run, and one long word. */
const hostile = `<script>window.ran = true</script><img src=x onerror="window.ran = true"> was $45 billion in 2014 ${'x'.repeat(400)}`
const pages = {
  'of every verdict': (): string => {
    const reading = madeUpReading()
    const claims = reading.claims.map((claim, i) => (i === 1 ? { ...claim, verdict: 'partly' as const } : claim))
    return claimsHtml({ ...reading, claims: [...claims, { ...claims[0]!, ...supported, claim_index: 1, start: 0, end: 5 }] })
  },
  'of a hostile document': (): string =>
    claimsHtml(
      readingOf(
        [hostile, hostile],
        [
          { claim: claimOf(0, hostile, '$45 billion'), answer: 'checked', finding: { ...contradicted, why: hostile } },
          { claim: claimOf(1, hostile, '$45 billion'), answer: 'outside-record', finding: noFinding },
        ],
        { title: hostile, name: hostile },
      ),
    ),
} as const

let browser: Browser
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'visavis-read-page-'))
  for (const [name, made] of Object.entries(pages)) await writeFile(join(folder, `${name}.html`), made())
  browser = await openBrowser()
}, 600_000)

afterAll(async () => {
  await browser?.close()
  await rm(folder, { recursive: true, force: true })
})

async function open<Found>(
  name: string,
  options: BrowserContextOptions,
  look: (page: Page, asked: readonly string[]) => Promise<Found>,
): Promise<Found> {
  const context = await browser.newContext(options)
  try {
    const page = await context.newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(pathToFileURL(join(folder, `${name}.html`)).href)
    return await look(page, asked)
  } finally {
    await context.close()
  }
}

interface Place {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const openAll = "for (const details of document.querySelectorAll('details')) details.open = true"

interface Violation {
  readonly id: string
  readonly help: string
  readonly nodes: readonly { readonly html: string }[]
}

describe.each(Object.keys(pages))('the page %s', (name) => {
  test.each(['light', 'dark'] as const)(
    'breaks no rule of WCAG 2.2 AA, all parts open, %s',
    (colorScheme) =>
      open(name, { colorScheme, viewport: { width: 1200, height: 900 } }, async (page) => {
        await page.evaluate(openAll)
        await page.evaluate(axe.source)
        const { violations } = await page.evaluate<{ violations: Violation[] }>(
          `axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(level)} }, resultTypes: ['violations'] })`,
        )
        expect(violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]!.html.slice(0, 200)}`)).toEqual([])
      }),
    300_000,
  )

  test('runs nothing and asks for nothing but itself', () =>
    open(name, {}, async (page, asked) => {
      await page.evaluate(openAll)
      expect(asked).toEqual([page.url()])
      expect(await page.evaluate('window.ran ?? null')).toBeNull()
    }))

  test.each([320, 375, 1200])('nothing but what scrolls is wider than a window of %i', (width) =>
    open(name, { viewport: { width, height: 800 } }, async (page) => {
      await page.evaluate(openAll)
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
    }),
  )

  test('the card stands beside its words on a wide page and beneath them on a narrow one', async () => {
    const places = (width: number): Promise<{ words: Place; card: Place }> =>
      open(name, { viewport: { width, height: 800 } }, (page) =>
        page.evaluate(
          "({ words: document.querySelector('.words').getBoundingClientRect().toJSON(), card: document.querySelector('.card').getBoundingClientRect().toJSON() })",
        ),
      )
    const wide = await places(1200)
    expect(wide.card.x).toBeGreaterThanOrEqual(wide.words.x + wide.words.width)
    const narrow = await places(375)
    expect(narrow.card.y).toBeGreaterThanOrEqual(narrow.words.y + narrow.words.height)
  })

  test('on A4 nothing is cut, and what a card rests on is shown without opening it', () =>
    open(name, { viewport: { width: a4Width, height: 1000 } }, async (page) => {
      await page.emulateMedia({ media: 'print' })
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(a4Width)
      expect(
        await page.evaluate<boolean>("document.querySelector('.card dl.slots').checkVisibility({ contentVisibilityAuto: true })"),
      ).toBe(true)
      expect(await page.evaluate<number>("document.querySelector('.card dl.slots').getBoundingClientRect().height")).toBeGreaterThan(20)
    }))

  test('a mark leads to its card and the card back, by the keyboard', () =>
    open(name, {}, async (page) => {
      await page.focus('#mark-1')
      await page.keyboard.press('Enter')
      await expect.poll(() => new URL(page.url()).hash).toBe('#claim-1')
      await page.focus('#claim-1 .back a')
      await page.keyboard.press('Enter')
      await expect.poll(() => new URL(page.url()).hash).toBe('#mark-1')
    }))
})

test('verdicts differ in their line as well as in colour', () =>
  open('of every verdict', {}, async (page) => {
    const lines = await page.evaluate<string[]>(
      `['supported', 'partly', 'contradicted', 'unverifiable'].map((one) => getComputedStyle(document.querySelector('a.claim.' + one)).textDecorationStyle)`,
    )
    expect(lines).toEqual(['solid', 'dashed', 'wavy', 'dotted'])
  }))
