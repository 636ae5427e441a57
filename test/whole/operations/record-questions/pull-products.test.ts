import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { RoutesAnswer } from '../../../../src/evasion/index.ts'
import { restrictedGoods } from '../../../../src/evasion/panels/restricted-goods.ts'
import { checkInput, operations } from '../../../../src/operations/index.ts'
import { type Provider, provider, type Serving } from '../../../operations/provider.ts'
import { freshRoot } from '../../../store/fresh-root.ts'

const members = 'AT+BE+BG+CY+CZ+DE+DK+EE+ES+FI+FR+GR+HR+HU+IE+IT+LT+LU+LV+MT+NL+PL+PT+RO+SE+SI+SK'
const address = (partner: string, products: string): string =>
  `https://ec.europa.eu/eurostat/api/comext/dissemination/sdmx/2.1/data/DS-045409/M.${members}.${partner}.${products}.2.VALUE_IN_EUROS+QUANTITY_IN_100KG?startPeriod=2020-03&endPeriod=2022-11&format=SDMX-CSV`
const months = [2020, 2021, 2022]
  .flatMap((year) => Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`))
  .slice(2, 35)

/** An answer in the provider's form: German exports of each product, with weights; after February 2022 those to Russia end, those to Kyrgyzstan rise and cost more. */
function answer(partner: string, products: readonly string[], isRerouted = true): string {
  const lines = products.flatMap((product) =>
    months.flatMap((month) => {
      const after = isRerouted && month >= '2022-03'
      const tonnes = after && partner === 'RU' ? 0 : after && partner === 'KG' ? 80 : partner === 'KG' ? 10 : 100
      const price = after && partner === 'KG' ? 15_000 : 10_000
      return [
        ['VALUE_IN_EUROS', tonnes * price],
        ['QUANTITY_IN_100KG', tonnes * 10],
      ].map(([what, value]) => `ESTAT:DS-045409(1.0),15/01/26 11:00:00,M,DE,${partner},${product},2,${what},${month},${value}`)
    }),
  )
  return ['DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE', ...lines, ''].join('\n')
}

const letters: Readonly<Record<string, string>> = { KGZ: 'KG', RUS: 'RU', USA: 'US', BRA: 'BR', IND: 'IN', ZAF: 'ZA' }
const codes = [...new Set(restrictedGoods().products.map((code) => code.slice(0, 6)))].slice(0, 30)

function setting(answers: Readonly<Record<string, Serving>>): Promise<Provider> {
  return provider(answers)
}

async function run<T>(name: string, input: Record<string, unknown>, home: string, from: Provider): Promise<T> {
  const operation = operations.find((one) => one.name === name)!
  const work = await operation.load()
  const context = { env: { VISAVIS_HOME: home }, today: '2026-11-25', now: '2027-01-01T00:00:00.000Z', download: from.download }
  return (await work.run(checkInput(operation, input), context)) as T
}

const served = (partners: readonly string[], of: readonly string[] = codes, isRerouted = true): Record<string, Serving> =>
  Object.fromEntries(
    partners.flatMap((iso3) =>
      [of.slice(0, 25), of.slice(25)]
        .filter((group) => group.length > 0)
        .map((group) => [address(letters[iso3]!, group.join('+')), answer(letters[iso3]!, group, isRerouted)]),
    ),
  )

test('products come in groups of 25, an interrupted pull goes on where it ended, and routes answers by product with unit values', async () => {
  const [home, all] = [freshRoot(), Object.keys(letters)]
  const from = await setting(served(all.slice(0, -1)))
  const ask = [`partner=${all.join(',')}`, `product=${codes.join(',')}`, 'from=2020-03', 'to=2022-11']
  await expect(run('pull', { source: 'comext-products', ask, accept: true }, home, from)).rejects.toThrow(/404|nothing/i)
  const before = from.requests.length
  expect(readdirSync(home)).not.toContain('snapshots')
  from.serve(served(all))
  await run('pull', { source: 'comext-products', ask, accept: true }, home, from)
  // what had come was only asked whether it is still the newest
  const again = from.requests.slice(before)
  expect(new Set(again.map((one) => one.address)).size).toBe(2 * all.length)
  expect(readdirSync(join(home, 'snapshots'))).toHaveLength(1)

  const found = await run<RoutesAnswer>('routes', { target: 'RUS', hubs: 'KGZ', controls: 'USA,BRA,IND,ZAF', until: '2022-11' }, home, from)
  expect([found.goods.scope, found.goods.products, found.products_total]).toEqual(['products', 30, 30])
  // prices rose by half at the hub, and not at all at the controls
  expect(found.hubs[0]!.unit_value!.value).toBeCloseTo(0.5, 6)
  expect(found.placebo.cells!.kind).toBe('dates and control states')
  // controls bought the same in every year, so the whole rise is excess
  expect(found.hubs[0]!.excess!.value).toBeCloseTo(30 * 9 * (80 * 15_000 - 10 * 10_000), 0)
}, 120_000)

test('a second pull joins the first without doubling; civilian goods then serve as placebo goods', async () => {
  const [home, all] = [freshRoot(), Object.keys(letters)]
  const civilian = Array.from({ length: 25 }, (_, i) => String(100_111 + i))
  const from = await setting({ ...served(all), ...served(all, civilian, false) })
  const ask = (products: readonly string[]): string[] => [
    `partner=${all.join(',')}`,
    `product=${products.join(',')}`,
    'from=2020-03',
    'to=2022-11',
  ]
  const routes = (): Promise<RoutesAnswer> =>
    run<RoutesAnswer>('routes', { target: 'RUS', hubs: 'KGZ', controls: 'USA,BRA,IND,ZAF', until: '2022-11' }, home, from)
  const pull = (products: readonly string[]): Promise<unknown> =>
    run('pull', { source: 'comext-products', ask: ask(products), accept: true }, home, from)
  await pull(codes)
  const first = await routes()
  expect([first.placebo.goods, first.placebo.needs['goods']]).toEqual([null, expect.stringContaining('civilian goods')])
  await pull(civilian)
  await pull(codes)
  const both = await routes()
  expect(both.goods.products).toBe(55)
  const rising = both.hubs[0]!.post - first.hubs[0]!.post
  // civilian goods bring what was sold of them, and no figure of the first pull stands twice
  expect(rising).toBeCloseTo(25 * 9 * 10 * 10_000, 0)
  expect(both.placebo.goods!.goods).toBe(25)
  expect(both.placebo.goods!.hubs).toEqual([
    { iso3: 'KGZ', pre: 25 * 9 * 100_000, post: 25 * 9 * 100_000, expected: 25 * 9 * 100_000, tested: 25, rose: 0 },
  ])
  expect(both.needs['placebo_goods']).toBeUndefined()
}, 120_000)
