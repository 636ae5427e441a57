import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readers } from '../../../src/sources/index.ts'
import { card as chinaVitae } from '../../../src/sources/politics/china-vitae.ts'
import { card as gsdb } from '../../../src/sources/politics/gsdb.ts'
import { editionOf } from '../../../src/sources/reader/edition.ts'
import { coverageOfRows } from '../../../src/sources/reader/edition-coverage.ts'
import { card as comext } from '../../../src/sources/trade/comext.ts'
import { card as sanctioned } from '../../../src/sources/trade/comext-sanctioned.ts'
import { card as idealPoints } from '../../../src/sources/un/assembly/un-ideal-points.ts'
import { card as generalDebate } from '../../../src/sources/un/speeches/un-general-debate.ts'
import { indicatorOf } from '../../../src/store/indicators/indicators.ts'
import { freshRoot } from '../../store/fresh-root.ts'

const spans = (coverage: readonly { indicator: string; from: string; to: string }[]): string[] =>
  coverage.map(({ indicator, from, to }) => `${indicator} ${from} ${to}`)

describe('the coverage of an edition is that of its rows', () => {
  test('observations: each series has its own days, and one without rows is left out', () => {
    const observations = {
      indicator: ['goods-exports', 'goods-exports'],
      start_date: ['2021-01-01', '2019-01-01'],
      end_date: ['2021-12-31', '2019-12-31'],
    }
    expect(spans(coverageOfRows(comext.coverage, { observations }))).toEqual(['goods-exports 2019-01-01 2021-12-31'])
  })

  test('events: a day, or to the last day where there is one', () => {
    const events = { date: ['2010-05-03', '2008-01-02'], end_date: ['2010-05-06', null] }
    expect(spans(coverageOfRows(chinaVitae.coverage, { events }))).toEqual(['engagement-events 2008-01-02 2010-05-06'])
  })

  test('sanctions: what has no end is in force as far as the card speaks', () => {
    const sanctions = { start_date: ['1999-01-01', '2001-01-01'], end_date: ['2000-12-31', null] }
    expect(spans(coverageOfRows(gsdb.coverage, { sanctions }))).toEqual(['sanctions-cases 1999-01-01 2022-12-31'])
    expect(spans(coverageOfRows(gsdb.coverage, { sanctions: { start_date: ['1999-01-01'], end_date: ['2000-12-31'] } }))).toEqual([
      'sanctions-cases 1999-01-01 2000-12-31',
    ])
  })

  test('speeches and ideal points go by year', () => {
    expect(spans(coverageOfRows(generalDebate.coverage, { speeches: { year: [1974, 1972] } }))).toContain(
      'un-speeches 1972-01-01 1974-12-31',
    )
    expect(spans(coverageOfRows(idealPoints.coverage, { ideal_points: { year: [2000] } }))).toEqual([
      'un-ideal-points 2000-01-01 2000-12-31',
    ])
  })

  test('a list without dates keeps the days of the card; the series that were not brought go', () => {
    const stated = sanctioned.coverage.find((one) => one.indicator === 'product-lists')!
    expect(coverageOfRows(sanctioned.coverage, { product_lists: { list: ['x'] } })).toEqual([stated])
    expect(coverageOfRows(sanctioned.coverage, { product_lists: { list: [] } })).toEqual([])
  })
})

test('the rows of every table that has one carry the vintage of the file', async () => {
  const path = join(freshRoot(), 'cases.csv')
  writeFileSync(path, 'x\n')
  const brought = { sanctions: { regime: ['gsdb-1'], start_date: ['1999-01-01'], end_date: [null], vintage: ['release 3'] } }
  const { card, content } = await editionOf(gsdb, [path], brought, '2026-11-25')
  expect(card.vintage).toMatch(/^cases\.csv, added 2026-11-25, sha256 [0-9a-f]{12}$/)
  expect(content.sanctions?.['vintage']).toEqual([card.vintage])
})

test.each(readers.map((reader) => reader.id))('%s: every series on its card says in which table its rows stand', async (id) => {
  const { card } = await readers.find((reader) => reader.id === id)!.load()
  const strange = card.coverage.filter((one) => indicatorOf(one.indicator) === undefined).map((one) => one.indicator)
  expect(strange).toEqual([])
})
