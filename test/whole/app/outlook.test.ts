import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { OutlookHistoryAnswer } from '../../../src/reports/outlook/history-answer.ts'
import type { OutlookAnswer } from '../../../src/reports/outlook/outlook-answer.ts'
import type { TrackRecordAnswer } from '../../../src/reports/outlook/track-record-answer.ts'
import { cellsOf } from '../../app/journeys/csv-cells.ts'
import { forEveryone, workbench } from '../../app/workbench.ts'
import { chosenInMenu } from './figure-menu.ts'

const { open, url } = workbench()

const outlook = (page: Page) => page.locator('#outlook')
const whole = (page: Page) => page.locator('#outlook .fan svg').last().waitFor()
const asked = async <T>(path: string): Promise<T> => (await (await fetch(`${url()}/api/v1/${path}`)).json()) as T

describe('the outlook on the page of a pair', () => {
  test('each quantity has its past, its median and its bands, as the operations give them, beside no change', () =>
    open('/dyad/KEN/TZA#outlook', async (page) => {
      await whole(page)
      const { targets, statements } = await asked<OutlookAnswer>('outlook?a=KEN&b=TZA')
      const { series } = await asked<OutlookHistoryAnswer>('outlook/history?a=KEN&b=TZA')
      const ids = [...new Set(targets.filter(({ median }) => median !== null).map(({ id }) => id))]
      const figures = page.locator('#outlook .fan figure')
      expect(await figures.evaluateAll((all) => all.map(({ id }) => id))).toEqual(ids.map((id) => `figure-KEN-TZA-outlook-${id}`))
      for (const text of ['95 %', '80 %', '50 %', 'median', 'no change'])
        expect(await figures.first().locator('svg text', { hasText: text }).count()).toBe(1)
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        chosenInMenu(page.locator('#figure-KEN-TZA-outlook-goods-flow-a-to-b'), 'CSV'),
      ])
      const [, ...rows] = cellsOf(readFileSync(await download.path(), 'utf8'))
      const past = series.find(({ id }) => id === 'goods-flow-a-to-b')!
      expect(rows.filter(([kind]) => kind === 'past').map(([, period, , value]) => [period, value])).toEqual(
        past.points.map(({ period, value }) => [period, value === null ? '' : String(value)]),
      )
      const own = targets.filter(({ id }) => id === 'goods-flow-a-to-b')
      expect(rows.filter(([kind]) => kind === 'forecast').map((row) => [Number(row[2]), Number(row[3]), Number(row[12])])).toEqual(
        own.map(({ horizon, median, baseline }) => [horizon, median, baseline]),
      )
      const shown = (await outlook(page).locator('.statements').textContent())!.replaceAll('\u00a0', ' ')
      for (const statement of statements) expect(shown).toContain(statement)
    }))

  test('one click opens the back-test of a quantity, which stands in the address; where no skill was shown it says so', () =>
    open('/dyad/CHN/RUS?ahead=10#outlook', async (page) => {
      await whole(page)
      const fan = page.locator('.fan', { has: page.locator('#figure-CHN-RUS-outlook-ideal-point-distance') })
      expect(await fan.locator('.under:not(.source-line)').textContent()).toContain('No skill over no change was shown 10 years ahead')
      await fan.getByRole('button', { name: 'How good were such forecasts?' }).click()
      await fan.locator('.scores tbody tr').first().waitFor()
      expect(page.url()).toContain('backtest=ideal-point-distance')
      const { quantities } = await asked<TrackRecordAnswer>('outlook/track-record')
      const { horizons } = quantities.find(({ target }) => target === 'ideal-point-distance')!
      const rows = await fan.locator('.scores tbody tr').allTextContents()
      horizons.forEach(({ mae, skill, cover50, cover80, cover90, cover95, isShown }, i) => {
        expect(rows[i]).toContain(mae.toPrecision(3))
        expect(rows[i]).toContain(`${(100 * skill!.value).toFixed(1)} % (`)
        for (const share of [cover50, cover80, cover90, cover95]) expect(rows[i]).toContain((100 * share).toFixed(1))
        expect(rows[i]!.includes('no skill shown')).toBe(!isShown)
      })
      expect(await fan.locator('.scores tr[aria-current]').textContent()).toContain('10 years')
      await page.reload()
      await fan.locator('.scores tbody tr').first().waitFor()
      await fan.getByRole('button', { name: 'How good were such forecasts?' }).press('Enter')
      await expect.poll(() => fan.locator('.scores').count()).toBe(0)
    }))

  test('events have probability, base rate and skill of the chosen horizon, and the rule by which each is settled', () =>
    open('/dyad/IND/PAK#outlook', async (page) => {
      await whole(page)
      await outlook(page).getByRole('button', { name: '1', exact: true }).press('Enter')
      await expect.poll(() => page.url()).toContain('ahead=1')
      const { targets } = await asked<OutlookAnswer>('outlook?a=IND&b=PAK&horizon=1')
      const conflict = targets.find(({ id }) => id === 'armed-conflict')!
      const row = page.locator('.events tbody tr', { hasText: 'Armed conflict' })
      await expect.poll(() => row.textContent()).toContain(`${(100 * conflict.probability!).toFixed(0)} %`)
      expect(await row.textContent()).toContain(conflict.period)
      await row.getByText('How it is settled').click()
      expect(await row.locator('details').textContent()).toContain(conflict.resolution.rule)
      const atBase = targets.filter(({ probability, baseline, skill }) => probability === baseline && skill === null)
      expect(atBase.length).toBeGreaterThan(0)
      for (const { title } of atBase)
        expect(await page.locator('.events tbody tr', { hasText: title }).textContent()).toContain(
          'no skill shown: the base rate is the forecast',
        )
    }))

  test('what has no forecast is listed with the reason, and has no chart', () =>
    open('/dyad/XKX/SRB#outlook', async (page) => {
      await outlook(page).getByRole('heading', { name: 'Without a forecast' }).waitFor()
      const { none } = await asked<OutlookAnswer>('outlook?a=XKX&b=SRB')
      const text = (await outlook(page).textContent())!
      expect(none.length).toBeGreaterThan(0)
      for (const { title, why } of none) expect([text.includes(title), text.includes(why)]).toEqual([true, true])
      for (const { id } of none) expect(await page.locator(`[id="figure-XKX-SRB-outlook-${id}"]`).count()).toBe(0)
    }))

  test('as of a past year there is no fan, and a way to today; blocs have no outlook', async () => {
    await open('/dyad/CHN/RUS?to=2016#outlook', async (page) => {
      await outlook(page).getByRole('link', { name: 'Show the outlook from today' }).waitFor()
      expect(await outlook(page).locator('svg').count()).toBe(0)
    })
    await open('/dyad/RUS/EU#sources', async (page) => {
      await page.locator('#sources li').first().waitFor()
      expect(await outlook(page).count()).toBe(0)
    })
  })

  test('another pair is not shown under the fans of the one before; a failure says what happened', () =>
    open('/dyad/CHN/RUS#outlook', async (page) => {
      await whole(page)
      await page.route(/api\/v1\/outlook\?a=USA/, (route) => route.fulfill({ status: 500, contentType: 'text/plain', body: 'oops' }))
      await page.evaluate(
        `(() => { const link = document.createElement('a'); link.href = '/dyad/USA/IND'; document.body.append(link); link.click(); link.remove() })()`,
      )
      await expect.poll(() => page.locator('h1').textContent()).toContain('United States and India')
      await outlook(page).scrollIntoViewIfNeeded()
      await outlook(page).locator('.problem').waitFor()
      expect(await outlook(page).locator('svg').count()).toBe(0)
    }))
})

forEveryone(open, ['/dyad/GRC/TUR?backtest=agreement-rate&ahead=1#outlook'], async (page) => {
  await whole(page)
  await page.locator('.scores tbody tr').first().waitFor()
})
