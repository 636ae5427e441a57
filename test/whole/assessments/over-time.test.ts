import { describe, expect, test } from 'vitest'
import { goodsByYear } from '../../../src/assessments/domains/goods-by-year.ts'
import type { GoodsReport } from '../../../src/assessments/record/pair-goods.ts'
import type { Answers } from '../../../src/operations/answer-types.ts'
import { checkInput, operations } from '../../../src/operations/index.ts'

async function assessed(a: string, b: string): Promise<Answers['assess']> {
  const operation = operations.find(({ name }) => name === 'assess')!
  const context = { env: {}, today: '2026-12-01', now: '2026-12-01T00:00:00.000Z', warn: () => undefined }
  return (await (await operation.load()).run(checkInput(operation, { a, b }), context)) as Answers['assess']
}

const report = (over: Partial<GoodsReport>): GoodsReport => ({
  ...{ direction: 'a-to-b', year: 2020, value: 1, unit: 'USD', indicator: 'goods-exports', reporter: 'CHN', valuation: 'FOB' },
  ...{ status: 'observed', source: 's', vintage: '1', locator: 'l', basis: 'year', firm: true, rank: 3 },
  ...over,
})

describe('standing by year', () => {
  test.each([
    ['CHN', 'RUS'],
    ['USA', 'IRN'],
    ['VNM', 'USA'],
    ['NRU', 'TUV'],
  ])('of %s and %s ends in the class, and begins it in the year, of the standing', async (a, b) => {
    const { standing, overTime } = await assessed(a, b)
    const last = overTime.standing.at(-1)!
    expect([last.class, last.from, last.certainty]).toEqual([standing!.class, standing!.since, standing!.certainty])
    expect(overTime.standing[0]!.from).toBeGreaterThanOrEqual(1946)
    for (const [i, { from }] of overTime.standing.slice(1).entries()) expect(from).toBeGreaterThan(overTime.standing[i]!.to)
  })
})

describe('goods by year', () => {
  test('take the importer’s report before the exporter’s, span all, and leave out an estimate where there is a firm report', () => {
    const { years } = goodsByYear([
      report({ value: 10 }),
      report({ value: 12, indicator: 'goods-imports', reporter: 'RUS', valuation: 'CIF', rank: 2 }),
      report({ value: 99, reporter: 'XXX', status: 'estimated', firm: false }),
    ])
    expect(years).toEqual([{ direction: 'a-to-b', year: 2020, value: 12, low: 10, high: 12, reports: 2, estimated: false, source: 's' }])
  })

  test('have a total only where a later year has not each direction', () => {
    const total = (year: number, value: number) => report({ direction: 'both', year, value, indicator: 'goods-trade' })
    const back = report({ direction: 'b-to-a', value: 2 })
    const told = goodsByYear([total(2019, 5), report({}), back, total(2020, 3), total(2021, 4)]).years
    expect(told.map(({ direction, year }) => `${year} ${direction}`)).toEqual(['2020 a-to-b', '2020 b-to-a', '2021 both'])
    expect(goodsByYear([total(2019, 5)]).years.map(({ direction }) => direction)).toEqual(['both'])
    expect(goodsByYear([])).toEqual({ unit: 'USD', years: [] })
  })

  test('of the last year add up to what the headline says', async () => {
    const { overTime, overview } = await assessed('CHN', 'RUS')
    const last = overTime.goods.years.filter(({ year }) => year === overTime.goods.years.at(-1)!.year)
    expect(overview.sentences.join(' ')).toContain(
      `USD ${Math.round(last.reduce((sum, { value }) => sum + value, 0) / 1e9)} bn in ${last[0]!.year}`,
    )
  })
})
