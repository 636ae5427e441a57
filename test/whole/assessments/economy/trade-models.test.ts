import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tradeCutLosses } from '../../../../src/assessments/economy/models/cut-losses.ts'
import { gravityFigures, type ModelOfTrade } from '../../../../src/assessments/economy/models/gravity-figures.ts'
import type { DomainInputs } from '../../../../src/assessments/forms/assessment.ts'
import { goodsOfPage } from '../../../../src/assessments/record/pair-goods.ts'
import { figuresOf } from '../../../../src/memory/index.ts'
import { observationColumns } from '../../../../src/sources/rows/observation.ts'
import { tableColumns } from '../../../../src/sources/rows/table-columns.ts'
import { stateOf } from '../../../../src/states/index.ts'
import { openSnapshot, writeSnapshot } from '../../../../src/store/index.ts'
import { yearly } from '../../../assessments/made-snapshot.ts'
import { freshRoot } from '../../../store/fresh-root.ts'

const norm = {
  ...{ year: 2023, state_a: 'CHN', state_b: 'RUS', trade: 2e11, expected: 1e11, low: 5e10, high: 1.5e11, percentile: 93, pairs: 16_608 },
  ...{ source: 'visavis-gravity', vintage: 'test' },
}
const loss = {
  ...{ base: 'icio-2022', year: 2022, state_a: 'CHN', state_b: 'RUS', loss_a: 0.0005, low_a: 0.0003, high_a: 0.0008 },
  ...{ loss_b: 0.0065, low_b: 0.0039, high_b: 0.0101, sets: 7, source: 'visavis-leverage', vintage: 'test' },
}

async function benchWith(
  over: { norm?: Partial<typeof norm>; loss?: Partial<typeof loss> } = {},
  pair: readonly [string, string] = ['CHN', 'RUS'],
  to = '2025-12-31',
): Promise<DomainInputs> {
  const root = freshRoot()
  const trade = over.norm?.trade ?? norm.trade
  const flow = { indicator: 'goods-trade-flow', unit: 'USD', source: 'baci-2023', year: 2023, status: 'estimated' } as const
  const flows = [
    yearly({ ...flow, from_id: 'CHN', to_id: 'RUS', value: trade / 2 }),
    yearly({ ...flow, from_id: 'RUS', to_id: 'CHN', value: trade / 2 }),
  ]
  const tables = {
    trade_norms: { columns: tableColumns('trade_norms', [{ ...norm, ...over.norm }]) },
    observations: { columns: observationColumns(flows.filter(({ value }) => value > 0)) },
    trade_losses: { columns: tableColumns('trade_losses', [{ ...loss, ...over.loss }]) },
  }
  const manifest = await writeSnapshot(root, tables, { sources: [], created: '2026-06-30', note: 'test' })
  return {
    dyad: { a: stateOf(pair[0])!, b: stateOf(pair[1])!, from: undefined, to, draws: 100, seed: 1 },
    snapshot: await openSnapshot(join(root, 'snapshots', manifest.id)),
    cards: new Map(),
  }
}

const figuresIn = ({ snapshot, dyad: { a, b } }: DomainInputs) => figuresOf(snapshot, a.iso3, b.iso3)
const gravityOf = async (bench: DomainInputs): Promise<ModelOfTrade> =>
  gravityFigures(bench, await figuresIn(bench), (await goodsOfPage(bench)).reports)
const lossesOf = async (bench: DomainInputs): Promise<ModelOfTrade> => tradeCutLosses(bench, await figuresIn(bench))

describe('trade and what gravity expects', () => {
  test('the ratio has the interval of similar pairs, and its place among all', async () => {
    const { estimates, sentence } = await gravityOf(await benchWith())
    expect(estimates).toMatchObject([
      { id: 'gravity-expected', value: 1e11, interval: { low: 5e10, high: 1.5e11, kind: 'prediction' } },
      { id: 'gravity-ratio', value: 2, interval: { level: 0.9, low: 2e11 / 1.5e11, high: 4 } },
      { id: 'gravity-percentile', value: 93, label: 'percentile of that among 16,608 pairs' },
    ])
    expect(sentence).toBe(
      'Trade of 2023 (USD 200 bn by BACI) was 2.0 times the USD 100 bn that gravity expects of two states of their size, distance, language and blocs. That ratio is above that of 93 % of all pairs, above the usual range of similar pairs (90 % interval USD 50 bn to USD 150 bn).',
    )
  })

  test('a place in the middle of all pairs is not said', async () => {
    const { sentence } = await gravityOf(await benchWith({ norm: { trade: 1e9, percentile: 41 } }))
    expect(sentence).toContain('That ratio is below the usual range of similar pairs (90 % interval')
  })

  test('trade below what the source lists is no ratio', async () => {
    const { estimates, sentence } = await gravityOf(await benchWith({ norm: { trade: 0, expected: 2e6, low: 3e5, high: 9e6 } }))
    expect(estimates.map(({ id }) => id)).toEqual(['gravity-expected', 'gravity-percentile'])
    expect(sentence).toContain('traded less than USD 100,000 either way; gravity expects USD 2 m')
    const often = await gravityOf(await benchWith({ norm: { trade: 0, expected: 2e6, low: 0, high: 9e6 } }))
    expect([often.estimates.length, often.sentence]).toEqual([2, ''])
  })

  test.each([
    ['of little trade, actual and expected', () => benchWith({ norm: { trade: 1e5, expected: 2e5, low: 0, high: 9e5 } })],
    ['before the year was over', () => benchWith({}, ['CHN', 'RUS'], '2023-12-30')],
    ['of a pair without a row', () => benchWith({}, ['CHN', 'USA'])],
  ])('nothing is said %s', async (_, bench) => {
    expect(await gravityOf(await bench())).toEqual({ estimates: [], sentence: '', notes: [] })
  })
})

describe('losses if all trade ended', () => {
  test('each side has its own, whichever is named first; who loses more is said where the ranges do not meet', async () => {
    const forth = await lossesOf(await benchWith())
    expect(forth.estimates).toMatchObject([
      { id: 'trade-cut-loss-a', value: 0.0005, label: 'loss of China if all trade between them ended, share of real spending' },
      { id: 'trade-cut-loss-b', value: 0.0065, interval: { low: 0.0039, high: 0.0101, kind: 'specifications' } },
    ])
    expect(forth.sentence).toBe(
      'By a long-run model of trade, an end of all trade between them would cost China 0.05 % of its real spending and Russia 0.65 % (with other published elasticities 0.03 to 0.08 % and 0.39 to 1.0 %): Russia would lose more.',
    )
    const back = await lossesOf(await benchWith({}, ['RUS', 'CHN']))
    expect(back.estimates).toMatchObject([{ value: 0.0065 }, { value: 0.0005 }])
    expect(back.sentence).toContain('would cost Russia 0.65 % of its real spending and China 0.05 %')
  })

  test('ranges that meet do not say who loses more', async () => {
    const { sentence } = await lossesOf(await benchWith({ loss: { high_a: 0.005 } }))
    expect(sentence).not.toContain('would lose more')
  })

  test('losses too small to print, and gains, are said in words', async () => {
    const small = { loss_a: -1e-5, low_a: -2e-5, high_a: 1e-5, loss_b: 4e-5, low_b: 1e-5, high_b: 9e-5, base: 'baci-2023' }
    expect((await lossesOf(await benchWith({ loss: small }))).sentence).toBe(
      'By a long-run model of trade in goods, an end of all trade between them would cost neither as much as 0.01 % of its real spending.',
    )
    const uneven = await lossesOf(await benchWith({ loss: { ...small, loss_b: 0.004, low_b: 0.002, high_b: 0.005 } }))
    expect(uneven.sentence).toContain(
      'would cost China less than 0.01 % of its real spending and Russia 0.40 % (with other published elasticities less than 0.01 % and 0.20 to 0.50 %)',
    )
  })
})
