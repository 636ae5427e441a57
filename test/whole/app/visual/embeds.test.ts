import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { describe, expect, onTestFinished, test } from 'vitest'
import { embedSnippet } from '../../../../app/src/embed/embed-snippet.ts'
import { pageWidth, violations, workbench } from '../../../app/workbench.ts'
import { chosenInMenu, inMenu } from '../figure-menu.ts'

const { open, url, browser } = workbench()

const drawn = (page: Page) => page.locator('.embed .drawing svg').first().waitFor()

/** Each kind of chart that can be shown alone. */
const charts = [
  '/dyad/CHN/RUS?embed=standing',
  '/dyad/CHN/RUS?embed=trade',
  '/dyad/CHN/RUS?embed=agreement',
  '/dyad/CHN/RUS?embed=dependence',
  '/dyad/CHN/RUS?embed=stage',
  '/dyad/CHN/RUS?embed=outlook-ideal-point-distance&ahead=10',
  '/dyad/EU/CHN?embed=same-position',
  '/dyad/CHN/RUS?embed=votes-by-topic',
  '/dyad/CHN/RUS?flow=imports+of+goods&embed=third-states-imports-of-goods',
  '/dyad/CHN/RUS?embed=stakeholders',
  '/dyad/CHN/RUS?embed=ledger-by-year',
  '/?embed=map&of=USA',
  '/world?of=CHN&measure=kappa&embed=map',
  '/world?show=communities&year=2015&embed=groups',
  '/world?show=communities&year=2015&embed=stability',
] as const

/** The smallest frame, a wide page, and a phone, at which axe looks. */
const widths = [280, 1440, 390] as const

/** One chart fits the frame and is all that stands in it. */
async function heldToFrame(page: Page, width: number, theme: string): Promise<void> {
  await drawn(page)
  expect(await page.locator('html').getAttribute('data-theme')).toBe(theme)
  expect(await page.locator('.drawing svg').count()).toBe(1)
  expect(await page.locator('header, nav, .menu, .finder').count()).toBe(0)
  expect(await page.locator('h1, h2, figcaption').first().textContent()).not.toBe('')
  expect(await page.locator('.source-line').textContent()).toMatch(/^Sources?: .+\.$/)
  await expect.poll(() => pageWidth(page)).toBeLessThanOrEqual(width)
  const link = page.getByRole('link', { name: 'Full page' })
  expect(new URL((await link.getAttribute('href'))!, url()).searchParams.has('embed')).toBe(false)
  expect(await page.locator('base').getAttribute('target')).toBe('_blank')
  await expect.poll(() => page.locator('.embed-foot').textContent()).toMatch(/Vis-à-vis, record of \d{4}-\d{2}-\d{2}$/)
}

describe('one chart alone', () => {
  test.each(charts)('%s: one chart, its title, its sources and a link to the full page, at each width, in both themes', async (path) => {
    for (const colorScheme of ['light', 'dark'] as const)
      await open(
        path,
        async (page) => {
          for (const width of widths) {
            await page.setViewportSize({ width, height: 400 })
            await heldToFrame(page, width, colorScheme)
          }
          expect(await violations(page)).toEqual([])
        },
        { colorScheme, viewport: { width: widths[0], height: 400 } },
      )
  })

  test('the link leads to the same chart on the full page', () =>
    open('/dyad/CHN/RUS?to=2015&embed=trade', async (page) => {
      await drawn(page)
      const href = (await page.getByRole('link', { name: 'Full page' }).getAttribute('href'))!
      expect(href).toBe('/dyad/CHN/RUS?to=2015#figure-CHN-RUS-trade')
      await page.goto(url() + href)
      await page.locator('#figure-CHN-RUS-trade .drawing svg').waitFor()
    }))

  test('a chart that a pair does not have, and a pair that does not exist, are said in words', async () => {
    await open('/dyad/CHN/RUS?embed=other', async (page) => {
      await page.locator('.problem', { hasText: 'no such chart' }).waitFor()
    })
    // a pair without a ledger, and a bloc, which has no map of votes
    for (const path of ['/dyad/KEN/TZA?embed=stakeholders', '/dyad/KEN/TZA?embed=ledger-by-year', '/dyad/EU/CHN?embed=votes-by-topic'])
      await open(path, async (page) => {
        await page.locator('.problem', { hasText: 'no such chart' }).waitFor()
      })
    await open('/world?show=communities&embed=other', async (page) => {
      await page.locator('.problem', { hasText: 'no such chart' }).waitFor()
    })
    await open('/dyad/NRU/TUV?embed=trade', async (page) => {
      await page.locator('.empty-chart', { hasText: 'No source on record has their trade.' }).waitFor()
    })
    await open('/dyad/CHN/Nowhere?embed=trade', async (page) => {
      await page.locator('.problem[role=alert]').waitFor()
    })
  })

  test('a name of the network is read out, and a state of a group, within the chart', async () => {
    await open('/dyad/CHN/RUS?embed=stakeholders', async (page) => {
      await drawn(page)
      await page.locator('[data-id="vladimir-putin"], svg.network text').first().dispatchEvent('click')
      await expect.poll(() => page.locator('.embed [role=status]').textContent()).toMatch(/: .+ Named in \d+ items?, \d{4}/)
      expect(await page.locator('.embed').count()).toBe(1)
    })
    await open('/world?show=communities&year=2015&embed=groups', async (page) => {
      await drawn(page)
      await page.locator('[data-id=BRA]').first().click()
      await expect.poll(() => page.locator('.reading').textContent()).toMatch(/^Brazil: group [A-Z], /)
    })
  })

  test('a click on a state of the map reads it out, and does not leave the chart', () =>
    open('/world?of=CHN&measure=kappa&year=2020&embed=map', async (page) => {
      await drawn(page)
      await page.locator('[data-id=BRA]').first().click()
      await expect.poll(() => page.locator('.reading').textContent()).toMatch(/^Brazil, 2020: /)
      expect(await page.locator('.embed').count()).toBe(1)
    }))
})

/** Opens a page of another site that has this HTML, and returns it when the chart in it is drawn. */
async function hostPage(html: string, head: string, width: number): Promise<Page> {
  const site = createServer((_, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(`<!doctype html><html lang="en"><head><title>Host</title>${head}</head><body>${html}</body></html>`)
  })
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
  const context = await browser().newContext({ viewport: { width, height: 700 }, colorScheme: 'light' })
  onTestFinished(async () => {
    await context.close()
    site.close()
  })
  const page = await context.newPage()
  await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`)
  return page
}

const darkPage = '<style>body { background: #111; color: oklch(0.9 0 0) }</style>'

describe('the code for embedding', () => {
  test('"Embed" in the menu of a chart opens it; in another page the chart takes width, height and colours of its place', async () => {
    let code = ''
    await open('/dyad/CHN/RUS', async (page) => {
      await page.locator('#figure-CHN-RUS-trade svg').waitFor()
      await chosenInMenu(page.locator('#figure-CHN-RUS-trade'), 'Embed')
      const dialog = page.getByRole('dialog', { name: 'Embed this chart' })
      code = await dialog.getByRole('textbox', { name: 'HTML' }).inputValue()
      expect(await dialog.textContent()).toContain('This server answers on this machine only')
      expect(await dialog.getByRole('textbox').count()).toBe(1)
      expect(await violations(page)).toEqual([])
      await page.keyboard.press('Escape')
      expect(await page.locator('dialog.embed-code').count()).toBe(0)
    })
    expect(code).toContain(`src="${url()}/dyad/CHN/RUS?embed=trade" title="China and Russia: Goods trade both ways, USD a year"`)
    const host = await hostPage(code, darkPage, 420)
    const frame = host.frameLocator('iframe')
    await frame.locator('.drawing svg').waitFor()
    const inside = host.frames()[1]!
    const fit = async () => {
      const height = Number(await host.locator('iframe').getAttribute('height'))
      return height === (await inside.evaluate<number>('document.documentElement.getBoundingClientRect().height').then(Math.ceil))
    }
    await expect.poll(fit).toBe(true)
    await expect.poll(() => frame.locator('html').getAttribute('data-theme')).toBe('dark')
    await host.locator('body').evaluate((body) => body.setAttribute('style', 'background: white; color: black'))
    await expect.poll(() => frame.locator('html').getAttribute('data-theme')).toBe('light')
    await host.setViewportSize({ width: 320, height: 700 })
    await expect.poll(() => inside.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
    await expect.poll(fit).toBe(true)
  })

  test('the page of the same chart is not shown in a frame', async () => {
    const host = await hostPage(embedSnippet({ url: `${url()}/dyad/CHN/RUS`, title: 'Whole', height: 300 }), '', 420)
    await expect.poll(() => host.frames()[1]?.url()).toMatch(/^chrome-error:/)
  })

  test('every chart with a view of its own offers it, as the page shows it now', async () => {
    await open('/?of=USA', async (page) => {
      await page.locator('.standing-map svg').first().waitFor()
      await page.getByRole('slider', { name: 'Year' }).press('Home')
      await (await inMenu(page.locator('.map-head'), 'Embed')).click()
      expect(await page.getByRole('textbox', { name: 'HTML' }).inputValue()).toContain('/?of=USA&amp;year=1946&amp;embed=map"')
    })
    await open('/dyad/CHN/RUS?ahead=10#outlook', async (page) => {
      const fan = page.locator('#figure-CHN-RUS-outlook-ideal-point-distance')
      await fan.locator('svg').waitFor()
      await chosenInMenu(fan, 'Embed')
      expect(await page.getByRole('textbox', { name: 'HTML' }).inputValue()).toContain('?ahead=10&amp;embed=outlook-ideal-point-distance"')
    })
    const offered: readonly (readonly [page: string, figure: string, address: string])[] = [
      ['/dyad/CHN/RUS?to=2015#votes', 'CHN-RUS-votes-by-topic', '/dyad/CHN/RUS?to=2015&amp;embed=votes-by-topic"'],
      [
        '/dyad/CHN/RUS?flow=exports+of+goods#third-states',
        'CHN-RUS-third-states-exports-of-goods',
        '/dyad/CHN/RUS?flow=exports+of+goods&amp;embed=third-states-exports-of-goods"',
      ],
      ['/dyad/CHN/RUS#stakeholders', 'CHN-RUS-stakeholders', '/dyad/CHN/RUS?embed=stakeholders"'],
      ['/dyad/CHN/RUS#time', 'CHN-RUS-ledger-by-year', '/dyad/CHN/RUS?embed=ledger-by-year"'],
      ['/world?show=communities', 'groups-', '/world?show=communities&amp;embed=groups"'],
      ['/world?show=communities&year=1987', 'stability-1987', '/world?show=communities&amp;year=1987&amp;embed=stability"'],
    ]
    for (const [path, name, address] of offered)
      await open(path, async (page) => {
        const figure = page.locator(`[id^="figure-${name}"]`)
        await figure.locator('.drawing svg').waitFor()
        await chosenInMenu(figure, 'Embed')
        expect(await page.getByRole('textbox', { name: 'HTML' }).inputValue()).toContain(address)
      })
  })
})

test('the code names the site alone, and a title with quotes stays a title', () => {
  const code = embedSnippet({ url: 'https://c.org/?a=1&embed=map', title: 'Côte d’Ivoire "<b>"', height: 300 })
  expect(code).toContain(
    '<iframe src="https://c.org/?a=1&amp;embed=map" title="Côte d’Ivoire &quot;&lt;b>&quot;" width="100%" height="300"',
  )
  expect(code).toContain('origin==="https://c.org"')
})
