import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { BacktestAnswer } from '../../../src/reports/outlook/outlook-answer.ts'
import type { TrackRecordAnswer } from '../../../src/reports/outlook/track-record-answer.ts'
import { cellsOf } from '../../app/journeys/csv-cells.ts'
import { forEveryone, workbench } from '../../app/workbench.ts'
import { chosenInMenu } from './figure-menu.ts'

const { open, url } = workbench()

const whole = async (page: Page): Promise<void> => {
  await page.locator('#figure-track-record-votes svg').waitFor()
  await page.locator('[id^="figure-track-record-by-year"] svg').first().waitFor()
  await page.locator('.issued-by-project .issued').waitFor()
  await page.locator('.kept-here').locator('.nothing-issued, .issued').waitFor()
}
const asked = async <T>(path: string): Promise<T> => (await (await fetch(`${url()}/api/v1/${path}`)).json()) as T
const record = (): Promise<TrackRecordAnswer> => asked('outlook/track-record')
const percent = (share: number): string => (100 * share).toFixed(1).replace('-', '−')

async function savedRows(page: Page, figure: string): Promise<string[][]> {
  const [download] = await Promise.all([page.waitForEvent('download'), chosenInMenu(page.locator(figure), 'CSV')])
  return cellsOf(readFileSync(await download.path(), 'utf8')).slice(1)
}

describe('the track record', () => {
  test('every target and horizon has its skill with its interval; a filled dot and no word where it is shown, an open one and the word where not', () =>
    open('/track-record', async (page) => {
      await whole(page)
      const { quantities, events } = await record()
      const own = events.filter(({ isComparison }) => !isComparison)
      const tables = page.locator('.skill-matrix')
      for (const [k, records] of [quantities, own].entries()) {
        const rows = tables.nth(k).locator('tbody tr')
        expect(await rows.count()).toBe(records.length)
        for (const [i, { horizons }] of records.entries()) {
          const cells = rows.nth(i).locator('td')
          expect(await cells.count()).toBe(5)
          for (const [j, { skill, isShown }] of horizons.entries()) {
            const text = (await cells.nth(j).textContent())!
            expect(text).toContain(`${percent(skill!.value)} % (${percent(skill!.low90)} to ${percent(skill!.high90)})`)
            expect(/no skill shown|worse than/.test(text)).toBe(!isShown)
            expect(await cells.nth(j).locator('svg .dot.open').count()).toBe(isShown ? 0 : 1)
          }
        }
      }
      expect(await page.locator('.answer-first').textContent()).toContain('93.9')
    }))

  test('coverage has a mark for each target, horizon and band, and crosses where a band misses its goal', () =>
    open('/track-record', async (page) => {
      await whole(page)
      const { quantities } = await record()
      const rows = await savedRows(page, '#figure-track-record-coverage')
      expect(rows).toHaveLength(quantities.length * 5 * 4)
      for (const { target, horizons } of quantities)
        for (const { horizon, cover80 } of horizons)
          expect(rows).toContainEqual([target, String(horizon), '80', String(Number((100 * cover80).toFixed(2)))])
      const off = quantities
        .flatMap(({ horizons }) => horizons)
        .flatMap(({ cover80, cover95 }) => [cover80 < 0.78 || cover80 > 0.82, cover95 < 0.935 || cover95 > 0.965])
        .filter(Boolean).length
      expect(await page.locator('#figure-track-record-coverage text', { hasText: /^\d+ y$/ }).count()).toBe(off)
    }))

  test('the reliability diagram is of the chosen horizon, and has every point of the operation', () =>
    open('/track-record', async (page) => {
      await whole(page)
      await page.getByRole('button', { name: '1', exact: true }).first().click()
      await expect.poll(() => page.url()).toContain('ahead=1')
      const { events } = await record()
      const bins = events.flatMap(({ target, horizons }) =>
        horizons.filter(({ horizon }) => horizon === 1).flatMap((one) => one.bins.map((bin) => [target, bin.probability, bin.frequency])),
      )
      const rows = await savedRows(page, '#figure-track-record-reliability')
      expect(rows.map(([target, , probability, frequency]) => [target, Number(probability), Number(frequency)])).toEqual(bins)
    }))

  test('a name opens its scores and its years; the address restores them', () =>
    open('/track-record?ahead=10', async (page) => {
      await whole(page)
      await page.getByRole('button', { name: 'Goods', exact: true }).press('Enter')
      await expect.poll(() => page.url()).toContain('of=goods-flow')
      await page.locator('#figure-track-record-by-year-goods-flow svg').first().waitFor()
      const { rows } = await asked<BacktestAnswer>('outlook/backtest?target=goods-flow')
      const own = rows.filter(({ horizon }) => horizon === 10)
      const saved = await savedRows(page, '#figure-track-record-by-year-goods-flow')
      expect(saved.map(([year, , , , skill]) => [Number(year), Number(skill)])).toEqual(own.map(({ origin, skill }) => [origin, skill]))
      await page.reload()
      await whole(page)
      expect(await page.getByRole('combobox', { name: 'Forecast of' }).inputValue()).toBe('goods-flow')
      expect(await page.locator('.scores tr[aria-current]').textContent()).toContain('10 years')
    }))

  test('an event has its count, what is given as the forecast, and no years of which there are none', () =>
    open('/track-record?of=sanctions-onset', async (page) => {
      await page.locator('#figure-track-record-votes svg').waitFor()
      const { events } = await record()
      const first = events.find(({ target }) => target === 'sanctions-onset')!.horizons[0]!
      const row = (await page.locator('.scores tbody tr').first().textContent())!
      for (const part of [first.n.toLocaleString('en-US'), String(first.events), 'no skill shown', 'base rate']) expect(row).toContain(part)
      expect(await page.locator('[id^="figure-track-record-by-year"]').count()).toBe(0)
    }))

  test('while the answer is on its way the page says so, and a failure says what happened and may be asked again', () =>
    open('/', async (page) => {
      let fail = true
      let release = (): void => undefined
      const held = new Promise<void>((resolve) => (release = resolve))
      await page.route(/outlook\/track-record/, async (route) => {
        await held
        if (fail) await route.fulfill({ status: 500, contentType: 'text/plain', body: 'oops' })
        else await route.continue()
      })
      await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Track record' }).click()
      await page.getByText('Reading the back-tests').waitFor()
      release()
      await page.locator('main .problem').waitFor()
      expect(await page.locator('main .problem').textContent()).toContain('it sent 500')
      expect(await page.locator('.skill-matrix').count()).toBe(0)
      fail = false
      await page.getByRole('button', { name: 'Ask again' }).click()
      await whole(page)
    }))

  test('the files are what the operation answers', () =>
    open('/track-record', async (page) => {
      await whole(page)
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'CSV of all scores' }).click()])
      const same = await fetch(`${url()}/api/v1/outlook/track-record?format=csv`)
      expect(readFileSync(await download.path(), 'utf8')).toBe(await same.text())
    }))
})

test('the issued ledger has its years with their hashes, says what was made afterwards, and lists those due first', () =>
  open('/track-record#ledger', async (page) => {
    const ledger = page.locator('.issued-by-project')
    const response = await fetch(`${url()}/api/v1/outlook/issued?first=200`)
    const { years, entries } = (await response.json()) as { years: { sha256: string; n: number }[]; entries: { a: string; b: string }[] }
    await ledger.locator('.entries tbody tr').first().waitFor()
    const text = (await ledger.textContent())!
    for (const { sha256 } of years) expect(text).toContain(sha256.slice(0, 8))
    expect(await ledger.locator('table tr', { hasText: 'made afterwards' }).allTextContents()).toEqual([expect.stringMatching(/^2019/)])
    expect(await ledger.locator('.entries tbody tr').count()).toBe(50)
    expect(await ledger.locator('.entries tbody tr').first().textContent()).toContain(`${entries[0]!.a}–${entries[0]!.b}`)
  }))

describe('forecasts kept on this machine', () => {
  test('none are kept: the page says so', () =>
    open('/track-record#ledger', async (page) => {
      expect(await page.locator('.kept-here .nothing-issued').textContent()).toContain('No forecast is kept on this machine yet')
    }))

  test('kept ones are listed with their outcomes', () =>
    open('/', async (page) => {
      const band = (level: number, low: number, high: number) => ({ level, low, high })
      const target = {
        ...{ id: 'agreement-rate', title: 'agreement rate', horizon: 1, period: 'session 78 (2023/24)', unit: 'percent', median: 70 },
        ...{ bands: [band(50, 68, 72), band(80, 65, 75), band(90, 63, 77), band(95, 60, 80)], quantiles: [], probability: null },
        ...{ baseline: 71, skill: null, resolution: { source: 'un-resolutions', vintage: '', day: '2024-09-15', rule: '' } },
      }
      const kept = {
        ...{ id: '0123456789abcdef', kept: '2022-12-31T12:00:00.000Z', pair: { a: 'IND', b: 'PAK', names: ['India', 'Pakistan'] }, target },
        resolution: { outcome: 78, score: 4.2, within80: false, within95: true },
      }
      await page.route(/outlook\/due/, (route) => route.fulfill({ json: { due: [kept] } }))
      await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Track record' }).click()
      const row = page.locator('.kept-here .entries tbody tr')
      await row.waitFor()
      const text = (await row.textContent())!
      for (const part of [
        'IND–PAK',
        'agreement rate, 1 year ahead',
        '2022-12-31',
        '70 % (80 %: 65 % to 75 %)',
        '78 %, within 95 %, outside 80 %',
      ])
        expect(text).toContain(part)
    }))
})

forEveryone(open, ['/track-record'], whole)
