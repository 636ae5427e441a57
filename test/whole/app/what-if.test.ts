import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { cellsOf } from '../../app/journeys/csv-cells.ts'
import { forEveryone, workbench } from '../../app/workbench.ts'
import { chosenInMenu } from './figure-menu.ts'

const { open, url } = workbench()

interface Row {
  readonly iso3: string
  readonly name: string
  readonly welfare: number | null
  readonly low90: number | null
  readonly high90: number | null
  readonly trade_with: Readonly<Record<string, number | null>>
}

interface Answer {
  readonly results: readonly Row[]
  readonly groups: readonly (Row & { readonly name: string })[]
  readonly convergence: { readonly steps: number }
  readonly gap: string
}

const asked = async (operation: string, query: Readonly<Record<string, string>>) =>
  (await fetch(`${url()}/api/v1/${operation}?${new URLSearchParams(query)}`)).json()
const scenario = (file: unknown): Promise<Answer> => asked('scenario', { text: JSON.stringify(file), central: 'true' }) as Promise<Answer>

const change = (value: number): string => `${Number(value.toFixed(2)) === 0 ? '' : value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)} %`
const settled = (page: Page) => page.locator('article[aria-busy=false] .side-by-side figure:nth-child(2) svg').waitFor()
const heading = (page: Page) => page.locator('h1').textContent()
const query = (page: Page, name: string) => new URL(page.url()).searchParams.get(name)
const tile = (page: Page, name: string) => page.locator('.tiles > div', { has: page.getByText(name, { exact: true }) }).locator('strong')
const oneSector = 'base=baci-2023'

describe('a change of trade policy', () => {
  test('the first preset: what the model answers for both sides and the world, convergence, and the gap to the published figure', () =>
    open('/what-if', async (page) => {
      await settled(page)
      const answer = (await asked('scenario', { preset: 'econpol-2022-allies-russia', central: 'true' })) as Answer
      expect(await heading(page)).toBe('What if trade between the allies and Russia cost twice as much?')
      const group = (name: string): string => change(answer.groups.find((one) => one.name === name)!.welfare!)
      expect(await tile(page, 'The allies').textContent()).toBe(group('allies'))
      expect(await tile(page, 'The world').textContent()).toBe(group('world'))
      expect(await tile(page, 'Russia').textContent()).toBe(change(answer.results.find(({ iso3 }) => iso3 === 'RUS')!.welfare!))
      const text = (await page.locator('article').textContent())!
      expect(text).toContain(`found in ${answer.convergence.steps} steps`)
      expect(text).toContain('−9.70 %')
      expect(text).toContain(answer.gap)
    }))

  test('by keyboard the slider changes the answer at once, and the address when it rests', () =>
    open(`/what-if?kind=tariff&by=USA&on=CHN&size=60&answer=1&${oneSector}`, async (page) => {
      await settled(page)
      const before = await tile(page, 'China').textContent()
      await page.getByRole('slider').focus()
      for (let i = 0; i < 20; i++) await page.keyboard.press('ArrowRight')
      await expect.poll(() => query(page, 'size')).toBe('80')
      await expect.poll(() => page.locator('.assumed').textContent()).toContain('raised by 80 points')
      await settled(page)
      const both = (by: string, on: string) => ({ kind: 'tariff', by: [by], on: [on], percent: 80 })
      const answer = await scenario({ name: 'x', base: 'baci-2023', shocks: [both('USA', 'CHN'), both('CHN', 'USA')] })
      const now = await tile(page, 'China').textContent()
      expect(now).toBe(change(answer.results.find(({ iso3 }) => iso3 === 'CHN')!.welfare!))
      expect(now).not.toBe(before)
      await page.reload()
      await settled(page)
      expect(await heading(page)).toContain('a further tariff of 80 % on goods of China')
      expect(await tile(page, 'China').textContent()).toBe(now)
    }))

  test('without an answer in kind the figures are others, and the address says so', () =>
    open(`/what-if?kind=tariff&by=USA&on=CHN&size=60&answer=1&${oneSector}`, async (page) => {
      await settled(page)
      const answered = await tile(page, 'The United States').textContent()
      await page.getByLabel('Answered by the same tariff').uncheck()
      await expect.poll(() => query(page, 'answer')).toBe('0')
      await expect.poll(() => tile(page, 'The United States').textContent()).not.toBe(answered)
      expect(await heading(page)).not.toContain('answered')
    }))

  test('a member is removed and another added; back restores it', () =>
    open(`/what-if?kind=ban&by=USA,JPN&on=RUS&${oneSector}`, async (page) => {
      await settled(page)
      await page.getByRole('button', { name: 'Remove Japan: Who acts' }).click()
      await expect.poll(() => query(page, 'by')).toBe('USA')
      await page.getByRole('combobox', { name: 'Add a state or bloc: Who acts' }).fill('germany')
      await page.getByRole('option').first().waitFor()
      await page.keyboard.press('Enter')
      await expect.poll(() => query(page, 'by')).toBe('USA,DEU')
      await expect.poll(() => heading(page)).toBe('What if all trade between the United States and Germany and Russia were banned?')
      await page.goBack()
      await page.goBack()
      await expect.poll(() => query(page, 'by')).toBe('USA,JPN')
    }))

  test('who gains outside: the third states with the greatest gains, with their trade with each side', () =>
    open(`/what-if?kind=ban&by=EU&on=RUS&${oneSector}`, async (page) => {
      await settled(page)
      const answer = await scenario({
        name: 'x',
        base: 'baci-2023',
        blocs: { EU: ['EU'] },
        shocks: [{ kind: 'ban', from: ['EU'], to: ['RUS'] }],
      })
      const members = new Set((answer.groups[0] as unknown as { members: string[] }).members)
      const outside = answer.results.filter(({ iso3 }) => !members.has(iso3) && iso3 !== 'RUS').sort((a, b) => b.welfare! - a.welfare!)
      const alt = await page.locator('#figure-what-if-diversion-baci-2023 [role=img]').first().getAttribute('aria-label')
      expect(alt).toMatch(new RegExp(`^Bars\\. ${outside[0]!.name} \\+`))
      expect(alt).toContain(`trade with Russia +${outside[0]!.trade_with['RUS']!.toFixed(1)} %`)
    }))

  test('with uncertainty: intervals of a hundred draws on the tiles, in the chart’s file, and what moves the result', () =>
    open(`/what-if?kind=cost&by=EU&on=CHN&${oneSector}`, async (page) => {
      await settled(page)
      await page.getByLabel('With uncertainty').check()
      await page.locator('#figure-what-if-moves svg').waitFor()
      expect(query(page, 'uncertain')).toBe('1')
      expect(await page.locator('.tiles').textContent()).toMatch(/−\d\.\d\d to −\d\.\d\d % in 90 % of draws/)
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        chosenInMenu(page.locator('#figure-what-if-ranks-baci-2023'), 'CSV'),
      ])
      const [head, ...rows] = cellsOf(readFileSync(await file.path(), 'utf8'))
      expect(head).toEqual(['iso3', 'name', 'welfare', 'low90', 'high90', 'exports', 'imports'])
      expect(rows.length).toBe(187)
      for (const [, , , low, high] of rows) expect(Number(low)).toBeLessThanOrEqual(Number(high))
    }))

  test('where a tariff war would end: the best tariffs that the model finds, on request', () =>
    open(`/what-if?kind=tariff&by=CAN&on=MEX&${oneSector}`, async (page) => {
      await settled(page)
      await page.getByRole('button', { name: 'Work out each side’s best tariff' }).click()
      const rows = page.getByRole('region', { name: 'Best tariffs' }).locator('tbody tr')
      await rows.first().waitFor()
      const query = 'players=CAN&players=MEX&eachOther=true&base=baci-2023'
      const { players } = (await (await fetch(`${url()}/api/v1/tariff-war?${query}`)).json()) as {
        players: { name: string; alone: { tariff: number }; war: { tariff: number } }[]
      }
      expect(await rows.locator('td:nth-of-type(1)').allTextContents()).toEqual(players.map(({ alone }) => `${alone.tariff.toFixed(1)} %`))
      expect(await rows.locator('td:nth-of-type(3)').allTextContents()).toEqual(players.map(({ war }) => `${war.tariff.toFixed(1)} %`))
    }))

  test('the scenario as a file gives the same answer', () =>
    open('/what-if?kind=agreement&by=GBR&on=EU&size=26&base=wiod-2011', async (page) => {
      await settled(page)
      const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Scenario as a file' }).click()])
      const answer = await scenario(JSON.parse(readFileSync(await file.path(), 'utf8')))
      expect(await tile(page, 'The United Kingdom').textContent()).toBe(change(answer.results.find(({ iso3 }) => iso3 === 'GBR')!.welfare!))
      expect(await tile(page, 'EU').textContent()).toBe(change(answer.groups[0]!.welfare!))
    }))

  test('input links on and off; where a table has none, the switch is off and says why', () =>
    open('/what-if?preset=costinot-rodriguez-clare-2014-us-tariff', async (page) => {
      await settled(page)
      const links = page.getByLabel('Input links: a loss passes through supply chains')
      const withLinks = await tile(page, 'The United States').textContent()
      await links.uncheck()
      await expect.poll(() => query(page, 'model')).toBe('sectors')
      await expect.poll(() => tile(page, 'The United States').textContent()).not.toBe(withLinks)
      expect(await page.locator('article').textContent()).not.toContain('Beside the published result')
      await page.getByLabel('Table of trade').selectOption('icio-2022')
      await expect.poll(() => links.isDisabled()).toBe(true)
      expect(await page.locator('form').textContent()).toContain('Input links are published for the table of 2011 only.')
    }))

  test('what has no equilibrium has no figures, and says why', () =>
    open(`/what-if?kind=ban&by=RUS&on=others&base=icio-2022`, async (page) => {
      await expect.poll(() => page.getByRole('alert').textContent(), { timeout: 60_000 }).toContain('There is no result.')
      expect(await page.locator('main figure').count()).toBe(0)
      expect(await page.locator('.tiles').count()).toBe(0)
    }))

  test('a state that the table lacks is refused, with the table that has it', () =>
    open('/what-if?kind=ban&by=CHN&on=MNG&base=icio-2022', async (page) => {
      await expect.poll(() => page.getByRole('alert').textContent()).toContain('icio-2022 has no MNG')
      await page.getByRole('button', { name: 'ask it there' }).click()
      await settled(page)
      expect(await heading(page)).toBe('What if all trade between China and Mongolia were banned?')
    }))

  test('a state is chosen without a pointer, and leads to the pair', () =>
    open(`/what-if?kind=ban&by=EU&on=RUS&${oneSector}`, async (page) => {
      await settled(page)
      await page.getByLabel('An economy').selectOption('IND')
      await expect
        .poll(() => page.locator('.reading').textContent())
        .toMatch(/^India: real spending \+\d\.\d\d %, exports .*, trade with Russia \+/)
      await page.getByRole('link', { name: 'What the two lose if they cut trade' }).click()
      await expect.poll(() => heading(page), { timeout: 60_000 }).toBe('What do India and Russia lose if they cut trade?')
    }))

  test('while the server is silent the page keeps the address, and asks again by itself', () =>
    open('/', async (page) => {
      await page.route('**/api/v1/scenario?**', (route) => route.abort())
      await page.goto(`${url()}/what-if?kind=ban&by=EU&on=RUS&${oneSector}`)
      await expect.poll(() => page.getByRole('alert').textContent()).toContain('The server does not answer')
      await page.unroute('**/api/v1/scenario?**')
      await settled(page)
      expect(await page.getByRole('alert').count()).toBe(0)
    }))
})

interface Side {
  readonly low: number
  readonly high: number
}

interface Leverage {
  readonly rows: readonly { readonly a: number; readonly b: number; readonly aRange: Side; readonly bRange: Side }[]
}

describe('two states that cut trade', () => {
  test('both losses with their ranges; another pair is found by keyboard, and back returns', () =>
    open(`/what-if?show=pair&a=DEU&b=FRA&${oneSector}`, async (page) => {
      const drawn = page.locator('article[aria-busy=false] figure svg')
      await drawn.waitFor()
      const { rows } = (await asked('leverage', { a: 'DEU', b: 'FRA', base: 'baci-2023' })) as Leverage
      const two = (value: number): string => value.toFixed(Math.abs(value) < 0.1 ? 3 : 2)
      const { a, aRange } = rows[0]!
      expect(await drawn.locator('text').allTextContents()).toContain(`${two(a)} % (${two(aRange.low)} to ${two(aRange.high)})`)
      await page.getByRole('combobox', { name: 'Another pair' }).fill('australia china')
      await page.getByRole('option').first().waitFor()
      await page.keyboard.press('Enter')
      await expect.poll(() => heading(page)).toBe('What do Australia and China lose if they cut trade?')
      expect([query(page, 'a'), query(page, 'b'), query(page, 'base')]).toEqual(['AUS', 'CHN', 'baci-2023'])
      await page.goBack()
      await expect.poll(() => heading(page)).toBe('What do Germany and France lose if they cut trade?')
    }))

  test('a pair that shares a member is refused in words', () =>
    open(`/what-if?show=pair&a=DEU&b=EU&${oneSector}`, async (page) => {
      await expect.poll(() => page.getByRole('alert').textContent()).toContain('on both sides')
    }))
})

interface Coalition {
  readonly targetLoss: number
  readonly members: readonly { readonly name: string; readonly shapley: number; readonly ownLossPercent: number }[]
}

describe('the tariffs of April 2025', () => {
  test('what the model answers, with and without retaliation, beside the paper', () =>
    open('/what-if?show=tariffs-2025', async (page) => {
      await settled(page)
      const welfare = async (retaliation: string): Promise<string> => {
        const { results } = (await asked('scenario/liberation-day', { retaliation })) as Answer
        return change(results.find(({ iso3 }) => iso3 === 'USA')!.welfare!)
      }
      expect(await tile(page, 'The United States').textContent()).toBe(await welfare('none'))
      expect(await page.locator('article').textContent()).toContain('the paper has +1.13 %')
      await page.getByLabel('Its partners answer with').selectOption('reciprocal')
      await expect.poll(() => query(page, 'retaliation')).toBe('reciprocal')
      const answered = await welfare('reciprocal')
      await expect.poll(() => tile(page, 'The United States').textContent()).toBe(answered)
      expect(await page.locator('article').textContent()).toContain('the paper has −0.36 %')
      await page.getByLabel('The revenue').selectOption('lump-sum')
      await expect.poll(() => page.locator('article').textContent()).toContain('no figure for this combination')
    }))
})

describe('a coalition', () => {
  test('each member’s part and own cost; the parts add up to the loss; a member that leaves takes its part with it', () =>
    open(`/what-if?show=coalition&target=RUS&members=USA,EU,JPN&loss=0.3&${oneSector}`, async (page) => {
      const parts = page.locator('#figure-what-if-contributions')
      await parts.locator('svg').waitFor()
      const answer = (await asked('coalition', { target: 'RUS', members: 'USA,EU,JPN', base: 'baci-2023', loss: '0.3' })) as Coalition
      const sum = answer.members.reduce((total, { shapley }) => total + shapley, 0)
      expect(sum).toBeCloseTo(answer.targetLoss, 6)
      const alt = await parts.locator('[role=img]').first().getAttribute('aria-label')
      for (const { name, shapley } of answer.members) expect(alt).toContain(`${name} ${shapley.toFixed(3)} points`)
      expect(await page.locator('.answer-first').textContent()).toContain('From a loss of 0.30 % on')
      await page.getByRole('button', { name: 'Remove Japan: Members' }).click()
      await expect.poll(() => query(page, 'members')).toBe('USA,EU')
      await expect.poll(() => parts.locator('[role=img]').first().getAttribute('aria-label')).not.toContain('Japan')
    }))

  test('a member that is the target itself is refused in words', () =>
    open(`/what-if?show=coalition&target=MEX&members=USA,MEX`, async (page) => {
      await expect.poll(() => page.getByRole('alert').textContent(), { timeout: 60_000 }).toContain('the target itself')
    }))
})

forEveryone(
  open,
  [
    `/what-if?kind=tariff&by=USA&on=CHN&size=60&${oneSector}&state=VNM`,
    '/what-if?preset=costinot-rodriguez-clare-2014-us-tariff',
    '/what-if?kind=ban&by=USA&on=IRN&base=icio-2022',
    `/what-if?show=pair&a=DEU&b=FRA&${oneSector}`,
    `/what-if?show=coalition&target=RUS&members=USA,EU,JPN&${oneSector}`,
  ],
  (page) => page.locator('article[aria-busy=false] figure svg, article:not([aria-busy]) figure svg, main [role=alert]').first().waitFor(),
)
