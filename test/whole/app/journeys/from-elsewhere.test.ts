import { describe, expect, test } from 'vitest'
import { workbench } from './open-pages.ts'

const { open, url } = workbench()

/** Addresses that are wrong, what the page says, and the way on that it offers. */
const wrong: readonly [path: string, said: RegExp, way: string][] = [
  ['/dyad/XXX/RUS', /XXX/, '.finder input'],
  ['/dyad/RUS/RUS', /itself|same/i, '.finder input'],
  ['/dyad/Chnia/RUS', /Did you mean China/, '.finder input'],
  ['/dyad/CHN/RUS?to=1700', /1700/, 'button:text-is("Latest")'],
  ['/dyad/CHN/RUS?to=next%20year', /next year/, 'button:text-is("Latest")'],
  ['/dyad/CHN', /(?:CHN|China) and whom/, 'main .finder input'],
  ['/dyad/%E0%A4%A/RUS', /%E0%A4%A/, '.finder input'],
  ['/dyad/CHN/RUS?domain=nonsense&year=abc&who=Nobody', /China and Russia/, '#domains'],
  ['/world?of=XXX&measure=kappa', /XXX/, '.finder input'],
  ['/world?of=CHN&measure=nonsense', /there is no measure.*nonsense|one of place, kappa/, 'nav a[href="/world"]'],
  ['/world?of=CHN&measure=kappa&year=1700', /1946|1971|Kappa/, '.years input'],
  ['/world?show=communities&year=1700', /1700|19\d\d/, 'main button, main a'],
  ['/compare?pairs=CHN-XXX', /XXX/, 'main .finder input'],
  ['/compare?pairs=nonsense', /.{20}/, 'main .finder input'],
  ['/data/nothing-of-this-name', /nothing-of-this-name/, 'a[href="/data"]'],
  ['/read?verdict=nonsense', /what a text says/i, 'textarea'],
  ['/nowhere/at/all', /no such page/i, 'a[href="/"]'],
]

describe('an address from elsewhere that is wrong says so, with a way on', () => {
  test.each(wrong)('%s', (path, said, way) =>
    open(
      path,
      async (page) => {
        await expect.poll(() => page.locator('main').textContent()).toMatch(said)
        await page.locator(way).first().waitFor()
        expect(await page.locator('h1').count()).toBe(1)
        // the frame stands: from here one can go anywhere
        await page.getByRole('link', { name: 'Data', exact: true }).click()
        await expect.poll(() => page.title()).toContain('Data')
        await page.goBack()
        await expect.poll(() => page.url()).toBe(new URL(path, url()).href)
      },
      { failuresExpected: true },
    ),
  )
})
