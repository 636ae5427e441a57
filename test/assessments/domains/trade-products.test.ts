import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tradeProducts } from '../../../src/assessments/domains/trade-products.ts'
import type { DomainInputs } from '../../../src/assessments/forms/assessment.ts'
import { type Observation, observationColumns } from '../../../src/sources/rows/observation.ts'
import { type ProductFlow, productFlowColumns } from '../../../src/sources/rows/product-flow.ts'
import { stateOf } from '../../../src/states/index.ts'
import { isKnown, openSnapshot, writeSnapshot } from '../../../src/store/index.ts'
import { freshRoot } from '../../store/fresh-root.ts'
import { yearly } from '../made-snapshot.ts'

const flow = (part: Partial<ProductFlow>): ProductFlow => ({
  ...{ nomenclature: 'HS92', product: '270900', flow: 'flow', from_id: 'RUS', to_id: 'CHN', reporter: null },
  ...{ start_date: '2021-01-01', end_date: '2021-12-31', value: 1, unit: 'USD', tonnes: null, valuation: 'FOB', status: 'estimated' },
  ...{ source: 'baci-year', vintage: 'test', locator: 'x.csv' },
  ...part,
})

const total = (part: Partial<Observation> & { year: number; value: number }): Observation =>
  yearly({ indicator: 'goods-trade-flow', from_id: 'RUS', to_id: 'CHN', unit: 'USD', source: 'baci-year', status: 'estimated', ...part })

async function benchWith(products: readonly ProductFlow[], totals: readonly Observation[], to = '2025-12-31'): Promise<DomainInputs> {
  const root = freshRoot()
  const tables = {
    observations: { columns: observationColumns([...totals]) },
    ...(products.length === 0 ? {} : { product_flows: { columns: productFlowColumns(products) } }),
  }
  const manifest = await writeSnapshot(root, tables, { sources: [], created: '2026-06-30', note: 'test' })
  return {
    dyad: { a: stateOf('CHN')!, b: stateOf('RUS')!, from: undefined, to, draws: 100, seed: 1 },
    snapshot: await openSnapshot(join(root, 'snapshots', manifest.id)),
    cards: new Map(),
  }
}

const basket = [flow({ value: 60 }), flow({ product: '440710', value: 30 }), flow({ product: '030300', value: 10 })]
/** Nine other pairs, so that the list of products is of ten. */
const others = ['KAZ', 'UKR', 'BLR', 'POL', 'DEU', 'FRA', 'ITA', 'ESP', 'FIN'].map((from_id, i) =>
  flow({ from_id, product: i === 0 ? '870323' : '270900' }),
)

describe('concentration over products', () => {
  test('is the sum of squared shares, with the largest products by code, and no more certain than one report', async () => {
    const { estimates, sentence } = await tradeProducts(await benchWith([...basket, ...others], [total({ year: 2021, value: 100 })]))
    const [index, normalised] = estimates
    expect(index).toMatchObject({ id: 'products-b-to-a', state: 'estimated', period: '2021', certainty: 'one report' })
    expect(isKnown(index!) && index.value).toBeCloseTo(0.46, 12)
    // four products could be traded: (√0.46 - 0.5) / 0.5
    expect(isKnown(normalised!) && normalised.value).toBeCloseTo((Math.sqrt(0.46) - 0.5) / 0.5, 12)
    expect(sentence).toBe(
      ' In 2021 the goods from Russia were as concentrated as 2.2 equal products would be (3 in HS92 at 6 digits), the largest 270900 (60 %), 440710 (30 %) and 030300 (10 %).',
    )
  })

  test('a selection of products has none: they must add up to the total of the same source', async () => {
    const { estimates, sentence } = await tradeProducts(await benchWith([...basket, ...others], [total({ year: 2021, value: 200 })]))
    expect(estimates).toMatchObject([{ id: 'products-b-to-a', state: 'unknown' }])
    expect(sentence).toBe('')
    const without = await tradeProducts(await benchWith(basket, [total({ year: 2021, value: 100, source: 'baci' })]))
    expect(without.estimates).toMatchObject([{ state: 'unknown' }])
  })

  test('codes of different lengths are not added up, and the longer ones are taken', async () => {
    const chapters = [flow({ product: '27', value: 60 }), flow({ product: '44', value: 40 })]
    const { estimates } = await tradeProducts(await benchWith([...basket, ...chapters], [total({ year: 2021, value: 100 })]))
    expect(isKnown(estimates[0]!) && estimates[0].value).toBeCloseTo(0.46, 12)
  })

  test('a later year that is a selection gives way to an earlier one that is whole', async () => {
    const later = flow({ start_date: '2022-01-01', end_date: '2022-12-31', value: 5 })
    const totals = [total({ year: 2021, value: 100 }), total({ year: 2022, value: 300 })]
    const { estimates } = await tradeProducts(await benchWith([...basket, later], totals))
    expect(estimates[0]).toMatchObject({ state: 'estimated', period: '2021' })
  })

  test('where the products of few pairs are held, how many there could be is unknown', async () => {
    const { estimates } = await tradeProducts(await benchWith(basket, [total({ year: 2021, value: 100 })]))
    expect(estimates[1]).toMatchObject({ id: 'products-b-to-a-normalised', state: 'unknown' })
  })

  test('nothing later than the day is read, and without products nothing is said', async () => {
    expect(await tradeProducts(await benchWith(basket, [total({ year: 2021, value: 100 })], '2020-12-31'))).toEqual({
      estimates: [],
      sentence: '',
    })
    expect(await tradeProducts(await benchWith([], [total({ year: 2021, value: 100 })]))).toEqual({ estimates: [], sentence: '' })
  })
})
