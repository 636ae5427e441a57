import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { codedTexts, compareTexts } from '../../src/store/coded-texts.ts'
import { openSession, openSnapshot, type Session, type SnapshotContent, writeSnapshot } from '../../src/store/index.ts'
import { rowOrder } from '../../src/store/row-order.ts'
import { freshRoot } from './fresh-root.ts'
import { about } from './rows.ts'

const texts = ['', 'a', 'ab', 'b', 'é', '中', '\ue000', '\uffff', '𝄞', "quo'te"]

test('texts compare as DuckDB compares them, those beyond 2^16 too', async () => {
  const session = await openSession()
  await session.run('CREATE TABLE t (text VARCHAR)')
  await session.append('t', { text: texts })
  const { text } = await session.columns('SELECT text FROM t ORDER BY text')
  session.close()
  expect([...texts].sort(compareTexts)).toEqual(text)
  expect(text).not.toEqual([...texts].sort())
})

test('a coded column holds what its cells hold, in the order of the texts, NULL last', () => {
  expect(codedTexts(['b', null, 'a', 'b'])).toEqual({ codes: Uint16Array.of(1, 2, 0, 1), texts: ['a', 'b'] })
  expect(codedTexts([null])).toEqual({ codes: Uint16Array.of(0), texts: [] })
})

test('more than 65,535 different texts are not coded, and cells that are no texts neither', () => {
  const many = Array.from({ length: 65_536 }, (_, i) => `text ${i}`)
  expect(codedTexts(many)).toBeUndefined()
  expect(codedTexts(many.slice(1))!.texts).toHaveLength(65_535)
  expect(codedTexts(['a', 1])).toBeUndefined()
})

test('ties of the coded columns are told apart by the rest, and rows that are alike keep their order', () => {
  const columns = {
    state: codedTexts(['b', 'a', 'b', 'a', 'a'])!,
    value: [1, 3, null, -2, 3],
    note: codedTexts(['x', 'y', 'x', 'y', 'y'])!,
  }
  expect(rowOrder(columns)).toEqual(Uint32Array.of(3, 1, 4, 0, 2))
})

/** Rows of every table of some kind, with gaps, ties and texts that few or all rows have. */
function sample(length: number): Record<string, (string | number | null)[]> {
  const rows = Array.from({ length }, (_, i) => (i * 7919) % length)
  const year = (i: number): number => 1946 + (i % 70)
  return {
    indicator: rows.map((i) => `indicator-${i % 3}`),
    from_id: rows.map((i) => texts[(i * 13) % texts.length]!),
    to_id: rows.map((i) => (i % 5 === 0 ? null : texts[(i * 17) % texts.length]!)),
    reporter: rows.map(() => null),
    start_date: rows.map((i) => `${year(i)}-01-01`),
    end_date: rows.map((i) => `${year(i)}-12-31`),
    value: rows.map((i) => (i % 11 === 0 ? null : (i % 40) / 3 - 5)),
    unit: rows.map(() => "it's"),
    valuation: rows.map((i) => (i % 2 ? null : 'FOB')),
    status: rows.map(() => 'observed'),
    source: rows.map(() => 's'),
    vintage: rows.map(() => 'v'),
    locator: rows.map((i) => (i % 50 === 0 ? null : `file.csv:${i}`)),
  }
}

async function partOf(session: Session, content: Parameters<typeof writeSnapshot>[1]): Promise<string[]> {
  const root = freshRoot()
  await writeSnapshot(root, content, { ...about, session })
  return readdirSync(join(root, 'parts'))
}

test.each([1, 9, 3000, 150_000])(
  '%i rows as columns give the same bytes as the same rows as a query, which DuckDB sorts',
  async (length) => {
    const session = await openSession()
    const columns = sample(length)
    const types = Object.entries(columns).map(([name]) => `${name} ${name === 'value' ? 'DOUBLE' : 'VARCHAR'}`)
    await session.run(`CREATE TABLE mine (${types.join(', ')})`)
    await session.append('mine', columns)
    const [ours, theirs] = [
      await partOf(session, { observations: { columns } }),
      await partOf(session, { observations: { sql: 'SELECT * FROM mine' } }),
    ]
    session.close()
    expect(ours).toHaveLength(1)
    expect(ours).toEqual(theirs)
  },
)

test.each<[string, SnapshotContent]>([
  ['some columns', { voters: { columns: { position: [1, null, 1], state: ['CHN', 'CHN', 'CHN'] } } }],
  [
    'every column',
    {
      product_lists: {
        columns: {
          ...Object.fromEntries(['list', 'product', 'source', 'vintage'].map((name) => [name, ['x', 'x', 'x']])),
          nomenclature: [null, null, null],
        },
      },
    },
  ],
])('rows that are alike in %s are all kept', async (_, content) => {
  const root = freshRoot()
  const [[table]] = Object.entries((await writeSnapshot(root, content, about)).tables) as unknown as [[string]]
  const snapshot = await openSnapshot(root)
  expect(await snapshot.rows(`SELECT count(*) AS rows FROM ${table}`)).toEqual([{ rows: 3 }])
  snapshot.close()
})
