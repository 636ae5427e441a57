import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSession, type Session } from '../../src/store/index.ts'

let session: Session
beforeAll(async () => {
  session = await openSession({ threads: 1 })
})
afterAll(() => session.close())

test('a result without rows still has its columns', async () => {
  expect(await session.columns('SELECT 1 AS a, NULL AS b WHERE false')).toEqual({ a: [], b: [] })
  expect(await session.rows('SELECT 1 AS a WHERE false')).toEqual([])
})

test('counts and sums come as numbers, dates as ISO text, NULL as null', async () => {
  const sql = `SELECT count(*) AS n, sum(1) AS total, 1.25::DECIMAL(9,2) AS d, DATE '2020-02-29' AS day, TIMESTAMP '2020-02-29 01:02:03' AS at, NULL AS nothing,
    true AS yes, 0.1 + 0.2::DOUBLE AS x`
  expect(await session.rows(sql)).toEqual([
    { n: 1, total: 1, d: 1.25, day: '2020-02-29', at: '2020-02-29 01:02:03', nothing: null, yes: true, x: 0.1 + 0.2 },
  ])
})

test('an integer that a number cannot hold is refused, not rounded', async () => {
  expect(await session.columns('SELECT 9007199254740991 AS n')).toEqual({ n: [9007199254740991] })
  await expect(session.columns('SELECT 9007199254740993 AS n')).rejects.toThrow(/column n holds 9007199254740993.*cast it/)
  await expect(session.columns('SELECT [1, 2] AS list')).rejects.toThrow(/column list holds a List/)
})

test('parameters are bound, never pasted: text that looks like SQL stays text', async () => {
  const hostile = `'; DROP TABLE x; -- "$other" 名`
  expect(await session.columns('SELECT $hostile AS text', { hostile })).toEqual({ text: [hostile] })
})

test.each([
  ['SELECT i FROM range(9) t(i) LIMIT $n', 2, 2],
  ["SELECT i FROM range(9) t(i) WHERE substr('abcdefghi', $n, 1) = 'b'", 2, 9],
  ['SELECT i FROM range(9) t(i) WHERE i * 1000000000 < $n', 3e9, 3],
  ['SELECT i FROM range(9) t(i) WHERE i < $n', 2.5, 3],
  ['SELECT i FROM range(9) t(i) WHERE i < $n', 1e300, 9],
  ['SELECT i FROM range(9) t(i) WHERE (i > 4) = $n', true, 4],
  ['SELECT i FROM range(9) t(i) WHERE $n IS NULL', null, 9],
])('%s with %s gives %i rows', async (sql, n, rows) => {
  expect(await session.rows(sql, { n })).toHaveLength(rows)
})

test('a statement that fails says which, and keeps the cause', async () => {
  const failing = session.rows('SELECT nonsense FROM nowhere', { a: 1 })
  await expect(failing).rejects.toMatchObject({
    code: 'Internal',
    message: expect.stringMatching(/nowhere[\s\S]*in: SELECT nonsense[\s\S]*parameters: a/),
  })
  await expect(failing).rejects.toHaveProperty('cause')
  await expect(session.rows('SELECT $a AS a', {})).rejects.toThrow(/SELECT \$a/)
  await expect(session.rows('SELECT 1', { a: 1 })).rejects.toThrow(/parameters: a/)
})

test('extensions are neither installed nor loaded by themselves', async () => {
  expect(
    await session.rows("SELECT current_setting('autoinstall_known_extensions') AS i, current_setting('autoload_known_extensions') AS l"),
  ).toEqual([{ i: false, l: false }])
  await expect(session.run("SELECT * FROM read_parquet('https://localhost:1/x.parquet')")).rejects.toThrow(/extension/i)
})

test('threads are as asked', async () => {
  expect(await session.rows("SELECT current_setting('threads') AS n")).toEqual([{ n: 1 }])
})

test('bulk rows arrive as they were: over many chunks, few texts and many, NULL first and last', async () => {
  await session.run('CREATE TABLE bulk (few VARCHAR, many VARCHAR, none VARCHAR, nul VARCHAR, number DOUBLE, whole INTEGER, yes BOOLEAN)')
  const rows = Array.from({ length: 5000 }, (_, i) => i)
  const edge = (i: number): boolean => i === 0 || i === 4999
  const columns = {
    few: rows.map((i) => (edge(i) ? null : ['', 'a', 'ä€𝄞', "quo'te"][i % 4]!)),
    many: rows.map((i) => (edge(i) ? null : `text ${i}`)),
    none: rows.map(() => null),
    nul: rows.map((i) => (i % 2 ? 'a\0b' : 'a')),
    number: rows.map((i) => (edge(i) ? null : i / 3)),
    whole: rows.map((i) => (edge(i) ? null : -i)),
    yes: rows.map((i) => (edge(i) ? null : i % 2 === 0)),
  }
  await session.append('bulk', columns)
  expect(await session.columns('SELECT * FROM bulk')).toEqual(columns)
})

test('closing under a running query lets it end, and the process go on', () => {
  const code = `const { openSession } = await import('./src/store/index.ts')
    const session = await openSession()
    const slow = Array.from({ length: 8 }, () => session.rows('SELECT sum(i * 3) AS n FROM range(5000000) r(i)'))
    session.close()
    console.log((await Promise.all(slow)).length, await session.rows('SELECT 1').catch(({ message }) => message))`
  const run = ['--no-warnings', '--import', 'tsx', '--input-type=module', '-e', code]
  expect(execFileSync(process.execPath, run, { encoding: 'utf8' }).trim()).toBe('8 a query was asked of a record that is closed')
})

test('DuckDB is loaded by opening a session, not by importing the store', () => {
  const code = `const { openSession } = await import('./src/store/index.ts')
    const loaded = () => process.report.getReport().sharedObjects.some((file) => file.includes('duckdb'))
    const before = loaded(); (await openSession()).close(); console.log(before, loaded())`
  const run = ['--no-warnings', '--import', 'tsx', '--input-type=module', '-e', code]
  expect(execFileSync(process.execPath, run, { encoding: 'utf8' }).trim()).toBe('false true')
})
