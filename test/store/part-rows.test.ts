import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSession, openSnapshot, type TableContent, type TableName, writeSnapshot } from '../../src/store/index.ts'
import { freshRoot } from './fresh-root.ts'
import { about, card, observations, voters } from './rows.ts'

const one = observations(1)
const refusedColumns: [string, Partial<Record<TableName, TableContent>>, RegExp][] = [
  ['a missing column', { voters: { columns: { position: [1] } } }, /voters lacks state/],
  ['an extra column', { voters: { columns: { ...voters, colour: ['a', 'b', 'c'] } } }, /voters has colour too many/],
  ['columns of unequal length', { voters: { columns: { position: [1, 2], state: ['CHN'] } } }, /voters\.state has 1 cells/],
  [
    'a fraction in an INTEGER',
    { voters: { columns: { position: [1.5], state: ['CHN'] } } },
    /voters\.position is INTEGER, but row 0 holds 1\.5/,
  ],
  ['an INTEGER out of range', { voters: { columns: { position: [2 ** 31], state: ['CHN'] } } }, /holds 2147483648/],
  [
    'text in a DOUBLE',
    { observations: { columns: { ...one, value: ['12'] } } },
    /observations\.value is DOUBLE, but row 0 holds the text "12"/,
  ],
  ['NaN', { observations: { columns: { ...one, value: [Number.NaN] } } }, /holds NaN/],
  ['infinity', { observations: { columns: { ...one, value: [Number.POSITIVE_INFINITY] } } }, /holds Infinity/],
  [
    'a number in a VARCHAR',
    { observations: { columns: { ...one, vintage: [2026] } } },
    /observations\.vintage is VARCHAR, but row 0 holds 2026/,
  ],
  ['half a surrogate pair', { voters: { columns: { position: [1], state: ['a\ud800'] } } }, /state is VARCHAR, but row 0 holds the text/],
  ['a NUL in a text', { voters: { columns: { position: [1], state: ['a\0b'] } } }, /holds the text "a\\u0000b"/],
  ['a byte-order mark before a text', { voters: { columns: { position: [1], state: ['\ufeffCHN'] } } }, /holds the text/],
  ['a hole', { voters: { columns: { position: [undefined as never], state: ['CHN'] } } }, /holds undefined/],
  ['a hole in a text', { voters: { columns: { position: [1, 2], state: [undefined as never, 'CHN'] } } }, /row 0 holds undefined/],
  ['a table that is not one', { colours: { columns: {} } } as never, /no table colours/],
]

test.each(refusedColumns)('%s is BadInput, before anything is written', async (_, content, message) => {
  const root = join(freshRoot(), 'never made')
  await expect(writeSnapshot(root, content, about)).rejects.toMatchObject({ code: 'BadInput', message: expect.stringMatching(message) })
  expect(existsSync(root)).toBe(false)
})

test.each([['2026-02-30'], ['2026-2-03'], ['2026/02/03'], ['2026'], ['']])('the day %j is BadInput', async (day) => {
  const writing = writeSnapshot(freshRoot(), { observations: { columns: { ...one, end_date: [day] } } }, about)
  await expect(writing).rejects.toMatchObject({
    code: 'BadInput',
    message: `content for observations: observations.end_date is not a day YYYY-MM-DD: ${day}`,
  })
})

test.each([
  ['a missing column', 'SELECT 1 AS position', /lacks state/],
  ['a column twice', "SELECT 1 AS position, 'a' AS state, 'b' AS state", /has state.* too many/],
  ['a type that would be rounded', "SELECT 1.5 AS position, 'a' AS state", /position is INTEGER, but the query gives DECIMAL/],
  ['a type that would be guessed', "SELECT '1' AS position, 'a' AS state", /position is INTEGER, but the query gives VARCHAR/],
  [
    'numbers where text belongs',
    'SELECT 1 AS position, 156 AS state',
    /voters\.state is VARCHAR, but the query gives INTEGER, so cast it there: 156/,
  ],
  ['a number out of range', "SELECT 3000000000 AS position, 'a' AS state", /content for voters/],
  ['a syntax error', 'SELEC 1', /content for voters: syntax error/],
  ['a table that is not there', 'SELECT * FROM nowhere', /nowhere/],
])('a query that gives %s is BadInput', async (_, sql, message) => {
  await expect(writeSnapshot(freshRoot(), { voters: { sql } }, about)).rejects.toMatchObject({
    code: 'BadInput',
    message: expect.stringMatching(message),
  })
})

test('a value that is not finite is BadInput from a query too', async () => {
  const session = await openSession()
  await session.run(
    "CREATE TABLE made AS SELECT * FROM (SELECT 'trade' AS indicator, 'CHN' AS from_id, NULL AS to_id, NULL AS reporter, '2020-01-01' AS start_date,\
    '2020-12-31' AS end_date, 'NaN'::DOUBLE AS value, 'USD' AS unit, NULL::VARCHAR AS valuation, 'observed' AS status, 's' AS source, 'v' AS vintage, 'l' AS locator)",
  )
  const writing = writeSnapshot(
    freshRoot(),
    { observations: { sql: 'SELECT * REPLACE (to_id::VARCHAR AS to_id, reporter::VARCHAR AS reporter) FROM made' } },
    { ...about, session },
  )
  await expect(writing).rejects.toMatchObject({
    code: 'BadInput',
    message: expect.stringMatching(/observations\.value is not a finite number: nan/),
  })
  session.close()
})

test('a query runs in the session given, takes BIGINT and untyped NULL where they fit, and the session stays usable', async () => {
  const root = freshRoot()
  const session = await openSession({ threads: 2 })
  const blanks =
    "SELECT 'UN' AS bloc, 'CHN' AS state, * FROM (SELECT NULL AS role, '1945-10-24' AS start_date, NULL AS end_date, NULL AS source, NULL AS citation, NULL AS note)"
  await session.run("CREATE TABLE mine AS SELECT 7::BIGINT AS position, 'CHN' AS state")
  await writeSnapshot(
    root,
    { voters: { sql: 'SELECT state, position FROM mine UNION ALL SELECT NULL, NULL -- the end;' }, memberships: { sql: blanks } },
    { ...about, session },
  )
  expect(await session.rows("SELECT current_setting('threads') AS n, count(*) AS tables FROM duckdb_tables()")).toEqual([
    { n: 2, tables: 1 },
  ])
  session.close()
  const snapshot = await openSnapshot(root)
  expect(await snapshot.columns('SELECT * FROM voters')).toEqual({ position: [7, null], state: ['CHN', null] })
  expect(await snapshot.rows('SELECT state, role, start_date, end_date FROM memberships')).toEqual([
    { state: 'CHN', role: null, start_date: '1945-10-24', end_date: null },
  ])
  snapshot.close()
})

test.each([
  ['a day that is not one', { created: '2026-02-30' }],
  ['a source listed twice', { sources: [card, card] }],
  ['a card without its licence', { sources: [{ ...card, licence: undefined as never }] }],
  ['a parent that is no id', { parent: 'yesterday' }],
])('%s in what a snapshot says of itself is BadInput', async (_, wrong) => {
  await expect(writeSnapshot(freshRoot(), {}, { ...about, ...wrong })).rejects.toMatchObject({ code: 'BadInput' })
})
