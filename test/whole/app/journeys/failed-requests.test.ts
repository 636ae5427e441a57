import type { Page, Route } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { workbench } from './open-pages.ts'

const { open } = workbench()

const heading = (page: Page) => page.locator('h1')
const assessments = (query: string) => new RegExp(`/api/v1/assess\\?.*${query}`)

/** A way on which requests fail until it is mended. */
async function broken(page: Page, what: RegExp, fail: (route: Route) => Promise<void>): Promise<{ mend(): void; asked(): number }> {
  let [mended, asked] = [false, 0]
  await page.route(what, (route) => {
    asked++
    return mended ? route.continue() : fail(route)
  })
  return {
    mend: () => {
      mended = true
    },
    asked: () => asked,
  }
}

const failures: readonly [string, (route: Route) => Promise<void>, RegExp][] = [
  ['a fault of the server', (route) => route.fulfill({ status: 500, contentType: 'text/plain', body: 'oops' }), /it sent 500/],
  [
    'a problem that the server tells',
    (route) =>
      route.fulfill({
        status: 500,
        contentType: 'application/problem+json',
        body: JSON.stringify({
          type: 'urn:visavis:error:Internal',
          title: 'Internal',
          status: 500,
          detail: 'a fault of ours: please report it',
          code: 'Internal',
        }),
      }),
    /Internal.*a fault of ours/,
  ],
  [
    'an answer that is no JSON',
    (route) => route.fulfill({ status: 200, contentType: 'text/html', body: '<html>Log in</html>' }),
    /Unreadable answer/,
  ],
  [
    'an answer that breaks off',
    (route) => route.fulfill({ status: 200, contentType: 'application/json', body: '{"a": {"iso3"' }),
    /Unreadable answer/,
  ],
]

describe('a request that fails says what happened, and is asked again', () => {
  test.each(failures)('%s: the year before stays with its own heading, and Ask again brings the year', (_, fail, said) =>
    open(
      '/dyad/CHN/RUS?to=2016',
      async (page) => {
        await page.locator('#domains').waitFor()
        const way = await broken(page, assessments('to=2015'), fail)
        await page.locator('#as-of').press('ArrowLeft')
        const problem = page.locator('main .problem')
        await problem.waitFor()
        expect(await problem.textContent()).toMatch(said)
        expect(await heading(page).textContent()).toContain('as of 2016-12-31')
        const asked = way.asked()
        await page.getByRole('button', { name: 'Ask again' }).click()
        await expect.poll(() => way.asked()).toBeGreaterThan(asked)
        await problem.waitFor()
        way.mend()
        await page.getByRole('button', { name: 'Ask again' }).click()
        await expect.poll(() => heading(page).textContent()).toContain('as of 2015-12-31')
        expect(await problem.count()).toBe(0)
      },
      { failuresExpected: true },
    ),
  )

  test('a connection that is refused is tried again without the reader', () =>
    open(
      '/dyad/CHN/RUS?to=2016',
      async (page) => {
        await page.locator('#domains').waitFor()
        const way = await broken(page, assessments('to=2015'), (route) => route.abort('connectionrefused'))
        await page.locator('#as-of').press('ArrowLeft')
        await expect.poll(() => page.locator('main .problem').textContent()).toContain('asked again by itself')
        way.mend()
        await expect.poll(() => heading(page).textContent()).toContain('as of 2015-12-31')
        expect(await page.locator('.problem').count()).toBe(0)
      },
      { failuresExpected: true },
    ))

  test('a question that is wrong in itself is not asked again', () =>
    open(
      '/dyad/XXX/RUS',
      async (page) => {
        await page.locator('main .problem').waitFor()
        expect(await page.getByRole('button', { name: 'Ask again' }).count()).toBe(0)
      },
      { failuresExpected: true },
    ))

  test('the question of the record may fail a while: the page still learns of it later', () =>
    open(
      '/',
      async (page) => {
        const way = await broken(page, /api\/v1\/record/, (route) => route.fulfill({ status: 200, body: '<html>' }))
        await page.reload()
        await expect.poll(() => way.asked()).toBeGreaterThan(0)
        expect(await page.locator('footer').textContent()).not.toContain('record ')
        way.mend()
        await expect.poll(() => page.locator('footer').textContent()).toContain('record ')
      },
      { failuresExpected: true },
    ))
})

describe('an answer that comes late', () => {
  test('does not overwrite what was asked after it', () =>
    open('/dyad/CHN/RUS', async (page) => {
      await page.locator('#domains').waitFor()
      let release = (): void => undefined
      const held = new Promise<void>((resolve) => (release = resolve))
      await page.route(assessments('a=USA&b=IND'), async (route) => {
        await held
        await route.continue().catch(() => undefined)
      })
      const find = page.getByRole('combobox').first()
      await find.fill('usa ind')
      await page.getByRole('option').first().waitFor()
      await find.press('Enter')
      await expect.poll(() => page.url()).toContain('/dyad/USA/IND')
      await find.fill('fra deu')
      await expect.poll(() => page.getByRole('option').first().textContent()).toContain('France')
      await find.press('Enter')
      await expect.poll(() => heading(page).textContent()).toContain('France and Germany')
      release()
      await page.waitForTimeout(1500)
      expect(await heading(page).textContent()).toContain('France and Germany')
      expect(await page.title()).toContain('France and Germany')
    }))

  test('shows that it is on its way, dims what is of before, and says to assistive technology that it is busy', () =>
    open('/dyad/CHN/RUS?to=2016', async (page) => {
      await page.locator('#domains').waitFor()
      let release = (): void => undefined
      const held = new Promise<void>((resolve) => (release = resolve))
      await page.route(assessments('to=2015'), async (route) => {
        await held
        await route.continue()
      })
      await page.locator('#as-of').press('ArrowLeft')
      await expect.poll(() => page.locator('.dyad').getAttribute('aria-busy')).toBe('true')
      await expect.poll(() => page.evaluate<string>(`getComputedStyle(document.querySelector('.dyad')).opacity`)).toBe('0.65')
      release()
      await expect.poll(() => heading(page).textContent()).toContain('as of 2015-12-31')
      expect(await page.locator('.dyad').getAttribute('aria-busy')).toBe('false')
    }))
})
