import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EditionJudgement, judgeEdition } from '../../../src/sources/editions/edition-doubts.ts'
import { type Observation, observationColumns } from '../../../src/sources/rows/observation.ts'
import { type Columns, openSession, openSnapshot, type Session, type Snapshot, writeSnapshot } from '../../../src/store/index.ts'
import { about } from '../../store/rows.ts'

const card = { ...about.sources[0]!, id: 'held-source' }
const years = Array.from({ length: 30 }, (_, i) => 1990 + i)

function size(year: number, value: number, more: Partial<Observation> = {}): Observation {
  const period = { start_date: `${year}-01-01`, end_date: `${year}-12-31` }
  const whom = { indicator: 'gdp', from_id: 'DEU', to_id: null, reporter: null, unit: 'USD', valuation: null }
  return { ...whom, ...period, value, status: 'observed', source: 'held-source', vintage: 'now', locator: `x.csv:${year}`, ...more }
}

const flow = (year: number, value: number, more: Partial<Observation> = {}): Observation =>
  size(year, value, { indicator: 'goods-trade-flow', from_id: 'CHN', to_id: 'RUS', valuation: 'FOB', ...more })

const whole = years.map((year) => size(year, 3e12 + year * 1e9))
const others = years.map((year) => flow(year, 5e10, { source: 'other-source' }))
/** Revised: each year stands in two editions, the first a fortieth of the last. */
const last = whole.map((row) => ({ ...row, source: 'held-twice', vintage: 'as of 2026' }))
const first = last.map((row) => ({ ...row, value: row.value / 40, vintage: 'as of 2025' }))

function heldColumns(): Columns {
  const [now, before] = [observationColumns([...whole, ...others, ...last]), observationColumns(first)]
  return Object.fromEntries(Object.entries(now).map(([name, cells]) => [name, [...cells, ...before[name]!]]))
}

let root = ''
let [held, session]: [Snapshot?, Session?] = []
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'visavis-'))
  const sources = [card, { ...card, id: 'other-source' }, { ...card, id: 'held-twice' }]
  await writeSnapshot(root, { observations: { columns: heldColumns() } }, { ...about, sources })
  ;[held, session] = await Promise.all([openSnapshot(root), openSession()])
})
afterAll(() => {
  held?.close()
  session?.close()
  rmSync(root, { recursive: true })
})

function judged(rows: readonly Observation[], accept = false, id = 'held-source'): Promise<EditionJudgement> {
  const content = { observations: observationColumns(rows) }
  return judgeEdition({ id, ids: [id], content, held: held!, session: session!, accept })
}

const instead = (year: number, value: number): Observation[] =>
  whole.map((row) => (row.start_date.startsWith(String(year)) ? { ...row, value } : row))
const figureOf = ({ content }: EditionJudgement, year: number): unknown =>
  content.observations!['value']![content.observations!['start_date']!.indexOf(`${year}-01-01`)]

describe('an edition beside the one held', () => {
  test('of a source that is held in two editions the last is compared, and its rows are counted once', async () => {
    const rows = last.map((row) => ({ ...row, vintage: 'as of 2027' }))
    expect((await judged(rows, false, 'held-twice')).notes).toEqual([])
    const { notes, content } = await judged(
      rows.map((row) => (row.start_date.startsWith('2005') ? { ...row, value: row.value / 1000 } : row)),
      false,
      'held-twice',
    )
    expect(notes).toEqual([expect.stringContaining('the edition held has 5,005,000,000,000')])
    expect(content.observations!['vintage']!.filter((vintage) => vintage !== 'as of 2027')).toEqual(['as of 2026'])
  })

  test('the same figures are stored without a word, in any order', async () => {
    const rows = whole.toReversed()
    expect(await judged(rows)).toEqual({ content: { observations: observationColumns(rows) }, notes: [] })
  })

  test.each([
    ['a GDP of nothing', 0, 'it cannot be nothing'],
    ['digits lost: a thousandth', (3e12 + 2005e9) / 1000, 'the edition held has 5,005,000,000,000'],
    ['a digit lost: a tenth', (3e12 + 2005e9) / 10, 'the edition held has 5,005,000,000,000'],
    ['more than any state can have', 7.6e17, 'it cannot be more than 50,000,000,000,000'],
  ])('%s is kept out and told with file and line, and what is held stays', async (_, value, why) => {
    const judgement = await judged(instead(2005, value))
    expect(judgement.notes).toEqual([expect.stringContaining('Kept out until confirmed, 1 figure: gdp of DEU, 2005')])
    expect(judgement.notes[0]).toContain(why)
    expect(judgement.notes[0]).toMatch(/x\.csv:2005.*--accept/)
    expect(figureOf(judgement, 2005)).toBe(5.005e12)
    expect(judgement.content.observations!['value']).toHaveLength(30)
  })

  test('what is confirmed is stored, and told', async () => {
    const judgement = await judged(instead(2005, 5.005e9), true)
    expect(figureOf(judgement, 2005)).toBe(5.005e9)
    expect(judgement.notes).toEqual([expect.stringContaining('Accepted although in doubt, 1 figure')])
  })

  test('a plausible figure of the past that differs is stored and counted, with the one that moved most', async () => {
    const rows = instead(2005, 5.0505e12).map((row, i) => (i === 3 ? { ...row, value: row.value * 1.001 } : row))
    const { notes } = await judged(rows)
    expect(notes).toEqual([
      expect.stringMatching(
        /^2 figures differ from the edition held; the most: gdp of DEU, 2005: 5,050,500,000,000 USD .* held 5,005,000,000,000/,
      ),
    ])
  })

  test('a file of which a part is gone is refused, and stored where it is confirmed', async () => {
    await expect(judged(whole.slice(0, 25))).rejects.toMatchObject({
      code: 'BadInput',
      message: expect.stringContaining('has 25 rows, the edition held 30'),
      hint: expect.stringContaining('--accept'),
    })
    expect((await judged(whole.slice(0, 25), true)).notes[0]).toContain('Accepted although')
    expect((await judged(whole.slice(0, 29))).notes).toEqual([expect.stringContaining('30 rows before, 29 now')])
  })

  test('a column a thousand times off is refused as a whole', async () => {
    await expect(judged(whole.map((row) => ({ ...row, value: row.value / 1000 })))).rejects.toThrow(/30 of 30 figures cannot be right/)
  })
})

describe('a source of which nothing is held', () => {
  test('figures far from those of other sources of the same are refused: the unit is not the one that is said', async () => {
    const near = years.map((year) => flow(year, 6e10, { source: 'new-source' }))
    expect((await judged(near, false, 'new-source')).notes).toEqual([expect.stringContaining('Nothing is held of new-source')])
    const far = near.map((row) => ({ ...row, value: row.value / 1000 }))
    await expect(judged(far, false, 'new-source')).rejects.toThrow(
      /in their median 1\/833\.\d+ of those of other sources \(30 of the same thing/,
    )
  })

  test('a size of a state that stands alone between its years is kept out', async () => {
    const rows = instead(2005, 5.005e9).map((row) => ({ ...row, source: 'new-source' }))
    const { notes, content } = await judged(rows, false, 'new-source')
    expect(notes.at(-1)).toContain('the years before and after have')
    expect(content.observations!['value']).toHaveLength(29)
  })

  test('figures of all states that come to more than the world has are refused', async () => {
    const people = ['CHN', 'IND', 'USA', 'IDN', 'BRA', 'RUS', 'NGA', 'PAK'].map((from_id) =>
      size(2020, 2.5e9, { indicator: 'population', unit: 'persons', from_id, source: 'new-source' }),
    )
    await expect(judged(people, false, 'new-source')).rejects.toThrow(
      /population from 2020-01-01 to 2020-12-31 come to 20,000,000,000 persons together/,
    )
  })
})
