import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { factColumns } from '../../../src/memory/catalogue/fact.ts'
import { figureColumns } from '../../../src/memory/catalogue/figure.ts'
import {
  catalogue,
  facts,
  figureCalled,
  figureOn,
  figures,
  figuresIn,
  figuresLike,
  figuresOf,
  openMemory,
  seenOn,
  similarIds,
} from '../../../src/memory/index.ts'
import { checkInput, operations } from '../../../src/operations/index.ts'
import type { FactsAnswer } from '../../../src/reports/memory/facts-answer.ts'
import { type FiguresAnswer, figuresCsv } from '../../../src/reports/memory/figures-answer.ts'
import type { Snapshot } from '../../../src/store/index.ts'
import { bundled } from '../../memory/small-record.ts'
import { visavis } from '../../visavis.ts'

let snapshot: Snapshot
beforeAll(async () => {
  snapshot = await bundled()
  await openMemory(snapshot)
}, 120_000)
afterAll(() => snapshot.close())

async function ask<T>(name: string, input: Record<string, unknown>): Promise<T> {
  const operation = operations.find((one) => one.name === name)!
  const work = await operation.load()
  const records = { open: async () => snapshot, drop: () => undefined, close: () => undefined }
  const context = { env: { VISAVIS_HOME: '/nonexistent' }, today: '2026-11-24', now: '2026-11-24T12:00:00Z', records }
  const answer = await work.run(checkInput(operation, input), context)
  expect(work.output.safeParse(answer).error).toBeUndefined()
  return answer as T
}

const factsFor = (input: Record<string, unknown>) => ask<FactsAnswer>('facts', input)
const figuresFor = (input: Record<string, unknown>) => ask<FiguresAnswer>('figures', input)

describe('the rows', () => {
  test('have the columns and types that the declarations state', async () => {
    const types = async (view: string) =>
      Object.fromEntries((await snapshot.rows(`DESCRIBE ${view}`)).map((row) => [String(row['column_name']), row['column_type']]))
    expect(await types('facts')).toEqual(factColumns)
    const { doubled: _, ...kept } = figureColumns
    expect(await types('figures')).toEqual({ ...kept, place: 'DOUBLE' })
  })

  test('are of declared figures and kinds, each once a year, with a party order, a source and an interval around the value', async () => {
    const found = await snapshot.rows('SELECT DISTINCT figure FROM figures')
    expect(found.map(({ figure }) => figure).filter((id) => figures.every((one) => one.id !== id))).toEqual([])
    const kinds = await snapshot.rows('SELECT DISTINCT kind FROM facts')
    expect(kinds.map(({ kind }) => kind).filter((kind) => facts.every((one) => one.kind !== kind))).toEqual([])
    // a prediction interval is that of pairs with nearly the same expected trade, and may lie beside it
    const around = figures.filter(({ interval }) => interval !== 'prediction').map(({ id }) => `'${id}'`)
    const wrong =
      await snapshot.rows(`SELECT * FROM figures WHERE pair <> least(a, b) || ' ' || greatest(a, b) OR a = b OR source IS NULL OR (figure IN (${around.join(', ')}) AND (low > value + 1e-9 * abs(value)
      OR high < value - 1e-9 * abs(value))) OR place NOT BETWEEN 0 AND 100 OR status NOT IN ('observed', 'estimated') OR NOT isfinite(value) LIMIT 3`)
    expect(wrong).toEqual([])
    expect(await snapshot.rows('SELECT figure, a, b, year, unit FROM figures GROUP BY ALL HAVING count(*) > 1 LIMIT 3')).toEqual([])
    expect(
      await snapshot.rows(
        'SELECT * FROM facts WHERE a >= b OR start_first > start_last OR end_first > end_last OR locator IS NULL LIMIT 3',
      ),
    ).toEqual([])
  })
})

describe('lookups', () => {
  test('of one pair are those that the view has for all pairs, the derived ones too', async () => {
    const pairs = await snapshot.rows('SELECT DISTINCT pair FROM figures_trade USING SAMPLE reservoir(60 ROWS) REPEATABLE (7)')
    let compared = 0
    for (const { pair } of pairs) {
      const [a, b] = String(pair).split(' ') as [string, string]
      const own = await figuresOf(snapshot, a, b)
      const rows = await snapshot.rows(
        `SELECT * EXCLUDE (pair) FROM figures WHERE pair = '${pair}' AND unit IN ('USD', 'share') ORDER BY year`,
      )
      for (const { id, of } of figures)
        for (const [first, second] of of === 'pair'
          ? [[a, b]]
          : [
              [a, b],
              [b, a],
            ]) {
          const whole = rows.filter((row) => row['figure'] === id && row['a'] === first)
          if (whole.length === 0) continue
          expect(own.series(id, first!, second!, '9999-12-31')).toEqual(whole)
          compared += id === 'gdp-share' ? whole.length : 0
        }
    }
    expect(compared).toBeGreaterThan(500)
  })

  test('a figure is found by its id, by the ids of an assessment with their side, and by earlier ones', () => {
    const way = (id: string) => figureCalled(id, figures)
    expect(way('import-share')).toMatchObject({ figure: { id: 'import-share' }, way: 'both' })
    expect(way('import-share-b')).toMatchObject({ figure: { id: 'import-share' }, way: 'b' })
    expect(way('share-of-imports')).toMatchObject({ figure: { id: 'import-share' }, way: 'both' })
    expect(way('goods-trade.percentile')).toMatchObject({ figure: { id: 'goods-trade' }, way: 'both' })
    expect(way('nothing')).toBeUndefined()
    for (const { id, also = [], assessed } of figuresIn(catalogue))
      for (const one of [id, ...also, ...assessed]) expect(way(one)?.figure.id).toBe(id)
  })

  test('an unknown id gets the nearest', () => {
    expect(figuresLike('impotr-share', figures)[0]).toBe('import-share')
    expect(similarIds(['no-relations', 'peace'], 'relations')).toEqual(['no-relations'])
    expect(similarIds(['no-relations', 'peace'], 'xyzzy')).toEqual([])
  })

  test.each([
    ['figures', ['figures', 'KEN', 'TZA', '--id', 'impotr-share'], 'Did you mean import-share'],
    ['facts', ['facts', 'KEN', 'TZA', '--kind', 'no-relation'], 'Did you mean no-relations?'],
    ['catalogue', ['catalogue', 'no-relatoins'], 'Did you mean no-relations'],
  ])('%s: code 2', async (_, words, said) => {
    const { code, err } = await visavis(...words)
    expect([code, err]).toEqual([2, expect.stringContaining(said)])
  })
})

describe('facts', () => {
  test('Qatar and Saudi Arabia: the break of 2017, with who broke, to the day, and how it ended', async () => {
    const { facts: found, none } = await factsFor({ a: 'Saudi Arabia', b: 'Qatar', kind: 'no-relations' })
    expect(found).toMatchObject([
      { title: 'relations broken off', actor: 'SAU', start: '2017-06-05', end: '2021-01-04', inForce: 'no', endedBy: 'Al-Ula declaration' },
    ])
    expect(found[0]!.sentence).toBe('Saudi Arabia had broken off diplomatic relations with Qatar')
    expect(none).toEqual([])
  })

  test('as of a day within it, its end is not seen', async () => {
    const { facts: found } = await factsFor({ a: 'QAT', b: 'SAU', kind: 'no-relations', to: '2018-01-01' })
    expect(found).toMatchObject([{ end: null, endedBy: null, note: null, inForce: 'sure' }])
    expect((await factsFor({ a: 'QAT', b: 'SAU', kind: 'no-relations', to: '2017-06-04' })).facts).toEqual([])
  })

  test('on a day, only what is in force then; its end is known today', async () => {
    const { facts: found } = await factsFor({ a: 'QAT', b: 'SAU', on: '2018-01-01' })
    expect(found.filter(({ domain }) => domain === 'diplomacy').map(({ kind, end }) => [kind, end])).toContainEqual([
      'no-relations',
      '2021-01-04',
    ])
    for (const { startFirst, end } of found)
      expect(startFirst <= '2018-01-01' && (end ?? '9999') >= '2018', `${startFirst} ${end}`).toBe(true)
  })

  test('what is in force comes first, each part the newest first', async () => {
    const { facts: found } = await factsFor({ a: 'KOR', b: 'PRK' })
    const order = found.map(({ inForce, startFirst }) => `${['no', 'possible', 'sure'].indexOf(inForce)} ${startFirst}`)
    expect(order).toEqual([...order].sort().reverse())
    expect(found.length).toBeGreaterThan(10)
  })

  test('where nothing is found, each kind says what that means', async () => {
    const { facts: found, none } = await factsFor({ a: 'Iceland', b: 'Fiji' })
    expect(found.map(({ name }) => name)).toEqual(['WTO'])
    expect(none.length).toBe(facts.length - 1)
    for (const { absent } of none) expect(absent).toMatch(/^none|not known/)
  })

  test('an end that a year leaves open hides itself only where all of it is later', () => {
    const row = { end_told: '2021', end_first: '2021-01-01', end_last: '2021-12-31', ended_by: 'treaty', note: null }
    expect(seenOn(row, '2021-06-01')).toBe(row)
    expect(seenOn(row, '2020-12-31')).toMatchObject({ end_told: null, ended_by: null })
  })
})

describe('figures', () => {
  test('a directed figure is told both ways, and one side by its id in an assessment', async () => {
    const both = await figuresFor({ a: 'KEN', b: 'TZA', id: 'import-share' })
    expect(both.figures.map(({ a, b }) => [a, b])).toEqual([
      ['KEN', 'TZA'],
      ['TZA', 'KEN'],
    ])
    const other = await figuresFor({ a: 'KEN', b: 'TZA', id: 'import-share-b' })
    expect(other.figures).toEqual([both.figures[1]])
    const turned = await figuresFor({ a: 'TZA', b: 'KEN', id: 'import-share-a' })
    expect(turned.figures).toEqual(other.figures)
  })

  test('a directed figure of one is never that of the other, where only one has it', async () => {
    const rows = await figuresOf(snapshot, 'ARG', 'TKM')
    const share = figures.find(({ id }) => id === 'export-share')!
    expect(rows.level('export-share', 'ARG', 'TKM', '2013-12-31')?.a).toBe('ARG')
    expect(rows.level('export-share', 'TKM', 'ARG', '2013-12-31')).toBeUndefined()
    expect(await figureOn(snapshot, share, 'TKM', 'ARG', '2013-12-31')).toMatchObject({ state: 'unknown' })
    expect(rows.level('goods-trade', 'TKM', 'ARG', '2013-12-31')).toEqual(rows.level('goods-trade', 'ARG', 'TKM', '2013-12-31'))
  })

  test('by year has every year up to the day, and the level is one of them', async () => {
    const level = await figuresFor({ a: 'KEN', b: 'TZA', id: 'goods-trade', to: '2019' })
    const years = await figuresFor({ a: 'KEN', b: 'TZA', id: 'goods-trade', to: '2019', by: 'year' })
    expect(years.figures.length).toBeGreaterThan(5)
    expect(Math.max(...years.figures.map(({ year }) => year!))).toBeLessThanOrEqual(2019)
    expect(years.figures).toContainEqual(level.figures[0])
  })

  test('no row is an observed zero only where the list covers the year and both existed', async () => {
    const on = (id: string, a: string, b: string, day: string) => figureOn(snapshot, figures.find((one) => one.id === id)!, a, b, day)
    expect(await on('conflict-years', 'KEN', 'TZA', '2026-01-01')).toMatchObject({
      state: 'none',
      value: 0,
      year: 2024,
      source: 'ucdp-acd',
    })
    expect(await on('conflict-years', 'KEN', 'TZA', '1990-06-30')).toMatchObject({ state: 'none', value: 0, year: 1989 })
    expect(await on('last-conflict-year', 'KEN', 'TZA', '2026-01-01')).toMatchObject({ state: 'not-applicable' })
    expect(await on('conflict-years', 'KEN', 'TZA', '1930-01-01')).toEqual({ state: 'unknown', reason: 'ucdp-acd begins in 1946' })
    expect(await on('conflict-years', 'KEN', 'CSK', '1960-01-01')).toMatchObject({
      state: 'unknown',
      reason: expect.stringContaining('did not both exist'),
    })
    expect(await on('goods-trade', 'TUV', 'LIE', '2026-01-01')).toMatchObject({ state: 'unknown' })
    expect(await on('conflict-years', 'ARM', 'AZE', '2026-01-01')).toMatchObject({ state: 'row' })
  })

  test('a figure without a value has none in JSON and a blank in CSV', async () => {
    const answer = await figuresFor({ a: 'TUV', b: 'LIE' })
    const unknown = answer.figures.filter(({ state }) => state === 'unknown')
    expect(unknown.length).toBeGreaterThan(5)
    for (const one of answer.figures) expect('value' in one).toBe(one.state === 'observed' || one.state === 'estimated')
    const line = figuresCsv({ ...answer, figures: unknown.slice(0, 1) }).split('\n')[1]!
    expect(line).toMatch(/,unknown,,,,,/)
  })
})
