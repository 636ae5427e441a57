import { expect, onTestFinished, test } from 'vitest'
import { type Catalogue, catalogue, type Figure, openMemory } from '../../src/memory/index.ts'
import { checkInput, operations } from '../../src/operations/index.ts'
import { catalogueQuestion } from '../../src/operations/memory/catalogue.ts'
import type { CatalogueAnswer } from '../../src/reports/memory/catalogue-answer.ts'
import type { FiguresAnswer } from '../../src/reports/memory/figures-answer.ts'
import { openSnapshot } from '../../src/store/index.ts'
import { freshRoot } from '../store/fresh-root.ts'
import { writeSmallRecord } from './small-record.ts'

/** One declaration: the largest shipment between two states in a year. */
const largest: Figure = {
  id: 'largest-flow',
  also: ['greatest-flow'],
  domain: 'trade',
  title: 'larger of the two flows of goods',
  definition: 'The larger of the goods that A sends to B and B to A in a year.',
  limits: 'Made up for a test.',
  unit: 'USD',
  of: 'pair',
  from: { tables: ['observations'] },
  sql: `SELECT least(from_id, to_id) AS a, greatest(from_id, to_id) AS b, start_date[:4]::INTEGER AS year, max(value) AS value, any_value(source) AS source, 'made up' AS vintage
    FROM observations WHERE indicator = 'goods-trade-flow' GROUP BY ALL`,
  interval: 'exact',
  place: { per: [], least: 2, among: 'pairs of the test' },
  absent: { means: 'unknown' },
  pool: 'most',
  words: { title: () => 'larger of the two flows', method: ({ source }) => `the larger in ${source}` },
  assessed: ['largest-flow'],
  scale: [0, null],
  claims: ['largest flow'],
}

const own: Catalogue = {
  ...catalogue,
  figuresByDomain: { ...catalogue.figuresByDomain, trade: [...catalogue.figuresByDomain.trade!, largest] },
}

test('a figure that is declared once is in the view, in figures, and in the catalogue', async () => {
  const root = freshRoot()
  await writeSmallRecord(root)
  const snapshot = await openSnapshot(root)
  onTestFinished(() => snapshot.close())
  await openMemory(snapshot, own)
  const rows = await snapshot.rows(
    `SELECT pair, year, value, place, "among" FROM figures WHERE figure = 'largest-flow' ORDER BY year, pair`,
  )
  expect(rows).toEqual([
    { pair: 'KEN TZA', year: 2020, value: 300e6, place: 75, among: 2 },
    { pair: 'KEN UGA', year: 2020, value: 100e6, place: 25, among: 2 },
    { pair: 'KEN TZA', year: 2021, value: 400e6, place: null, among: null },
  ])

  const figures = operations.find(({ name }) => name === 'figures')!
  const work = await figures.load()
  const records = { open: async () => snapshot, drop: () => undefined, close: () => undefined }
  const context = { env: { VISAVIS_HOME: root }, today: '2026-11-24', now: '2026-11-24T12:00:00Z', records }
  const ask = async (id: string): Promise<FiguresAnswer> =>
    (await work.run(checkInput(figures, { a: 'Tanzania', b: 'Kenya', id, to: '2020' }), context)) as FiguresAnswer
  const answer = await ask('largest-flow')
  expect(answer.figures).toMatchObject([
    { figure: 'largest-flow', year: 2020, value: 300e6, state: 'observed', place: { percentile: 75, among: 2 } },
  ])
  expect(work.output.safeParse(answer).error).toBeUndefined()
  expect(await ask('greatest-flow')).toEqual(answer)
  expect(await work.show.table!(answer as never)).toMatch(/larger of the two flows +USD 300 m +exact +higher than 75 % of 2 pairs +2020/)

  const question = await catalogueQuestion(own).load()
  const listed = (await question.run({ id: 'largest-flow' }, context)) as CatalogueAnswer
  expect(listed.figures).toMatchObject([{ id: 'largest-flow', column: 'largest_flow', absent: 'unknown' }])
})

test('a snapshot is opened with one catalogue', async () => {
  const root = freshRoot()
  await writeSmallRecord(root)
  const snapshot = await openSnapshot(root)
  onTestFinished(() => snapshot.close())
  await openMemory(snapshot, own)
  await openMemory(snapshot)
  await expect(openMemory(snapshot, catalogue)).rejects.toThrow('another catalogue')
})
