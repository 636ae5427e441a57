import { expect, test } from 'vitest'
import { loadDuckdb } from '../../src/store/load-duckdb.ts'
import { cellReader } from '../../src/store/vector-reader.ts'

const { DuckDBInstance } = await loadDuckdb()

/** Texts of every length around the twelve bytes that fit into a cell, repeated, of several scripts, with byte order marks, and NULL. */
const texts = `
SELECT CASE i % 7
         WHEN 0 THEN NULL
         WHEN 1 THEN repeat('x', i % 31)
         WHEN 2 THEN 'KEN'
         WHEN 3 THEN repeat('名ä', i % 9)
         WHEN 4 THEN chr(65279) || 'marked' || repeat('y', i % 20)
         WHEN 5 THEN 'source of a row ' || (i % 3)
         ELSE 'a' || chr(0) || repeat('z', i % 15) END AS text, i
FROM range(9000) t(i)`

/** Numbers of every kind that is read directly, with NULL. */
const numbers = ['DOUBLE', 'INTEGER', 'UINTEGER', 'SMALLINT', 'USMALLINT', 'TINYINT', 'UTINYINT'].map((type): [string, string] => [
  `numbers as ${type}`,
  `SELECT CASE WHEN i % 5 = 3 THEN NULL ELSE (i * 7) % 100 END::${type} AS number FROM range(5000) t(i)`,
])

test.each([
  ['texts as DuckDB made them', texts],
  ['texts, sorted', `${texts} ORDER BY text DESC, i`],
  ['texts, all NULL', 'SELECT NULL::VARCHAR AS text FROM range(3000)'],
  ['no texts', `SELECT * FROM (${texts}) WHERE false`],
  ['one text in every row', "SELECT 'the same long text in every row' AS text FROM range(3000)"],
  ...numbers,
  ['numbers beyond the whole', "SELECT unnest(['NaN'::DOUBLE, 'Infinity'::DOUBLE, -0.0::DOUBLE, 1e-320::DOUBLE, NULL]) AS number"],
])('cells are read as DuckDB reads them itself: %s', async (_, sql) => {
  const instance = await DuckDBInstance.create(':memory:')
  const result = await (await instance.connect()).run(sql)
  const read: unknown[] = []
  const expected: unknown[] = []
  for (let c = 0; c < result.chunkCount; c++) {
    const vector = result.getChunk(c).getColumnVector(0)
    const cell = cellReader(vector)!
    for (let row = 0; row < vector.itemCount; row++) read.push(cell(row))
    for (let row = 0; row < vector.itemCount; row++) expected.push(vector.getItem(row))
  }
  expect(read).toStrictEqual(expected)
  instance.closeSync()
})

test.each(["DATE '2020-02-29'", '1.25::DECIMAL(9,2)', 'count(*)', 'true', "'a'::ENUM('a', 'b')"])(
  '%s is left to DuckDB, as its cells are not plain numbers or texts',
  async (value) => {
    const instance = await DuckDBInstance.create(':memory:')
    const result = await (await instance.connect()).run(`SELECT ${value}`)
    expect(cellReader(result.getChunk(0).getColumnVector(0))).toBeUndefined()
    instance.closeSync()
  },
)
