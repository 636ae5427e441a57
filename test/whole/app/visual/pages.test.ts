import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { allPages, type KnownPage } from '../../../app/journeys/all-pages.ts'
import { workbench } from '../journeys/open-pages.ts'
import { apart, keptPicture, madeSmall, type SmallPicture } from './small-picture.ts'

const { open } = workbench()

/** What may differ: other fonts, other words of a new record. A part of the page that is gone, doubled or of another colour is more. */
const tolerated = 0.1

const looked = allPages.filter(({ name }) =>
  ['first page', 'map', 'compare', 'read, before', 'what if', 'track record', 'data'].includes(name),
)
const pair: KnownPage = { ...allPages.find(({ name }) => name === 'pair')!, path: '/dyad/CHN/RUS?to=2020' }
const cases = [...looked, pair].flatMap((known) => (['light', 'dark'] as const).map((scheme) => ({ known, scheme })))

const fileOf = (name: string, scheme: string): URL =>
  new URL(`../../../app/visual/kept/${name.replace(/\W+/g, '-')}-${scheme}.png`, import.meta.url)

/** The first screen when nothing moves any more. */
async function firstScreen(page: Page, context: BrowserContext): Promise<SmallPicture & { readonly png: Buffer }> {
  await page.evaluate('document.fonts.ready')
  await page.waitForTimeout(700)
  // of which record and day it is, is not the page's look
  await page.evaluate(`document.querySelector('.foot').style.visibility = 'hidden'`)
  return madeSmall(context, await page.screenshot({ animations: 'disabled', caret: 'hide' }))
}

describe('the first screen of a page looks as it did when it was last looked at', () => {
  test.each(cases.map(({ known, scheme }) => [known.name, scheme, known] as const))('%s in %s', (name, colorScheme, { path, whole }) =>
    open(
      path,
      async (page, context) => {
        if (name === 'pair') await page.locator('#domains').waitFor()
        else await whole(page)
        const now = await firstScreen(page, context)
        const file = fileOf(name, colorScheme)
        // a kept picture is renewed by UPDATE_PICTURES=1, and then looked at
        if (process.env['UPDATE_PICTURES'] === '1') writeFileSync(file, now.png)
        expect(existsSync(file), `no picture of ${name} in ${colorScheme} is kept`).toBe(true)
        const kept = await keptPicture(context, readFileSync(file))
        expect(apart(now, kept)).toBeLessThan(tolerated)
      },
      { colorScheme, reducedMotion: 'reduce' },
    ),
  )

  test('another page, another theme and a page without its heading are each told apart', () =>
    open('/dyad/CHN/RUS?to=2020', async (page, context) => {
      await page.locator('#domains').waitFor()
      const of = (name: string, scheme: string) => keptPicture(context, readFileSync(fileOf(name, scheme)))
      const kept = await of('pair', 'light')
      expect(apart(kept, await of('pair', 'dark'))).toBeGreaterThan(0.5)
      expect(apart(kept, await of('first page', 'light'))).toBeGreaterThan(tolerated)
      expect(apart(await of('map', 'light'), await of('compare', 'light'))).toBeGreaterThan(tolerated)
      await page.locator('#summary').evaluate((summary) => summary.remove())
      expect(apart(await firstScreen(page, context), kept)).toBeGreaterThan(tolerated)
    }))
})
