import { expect, test } from 'vitest'
import { loadDuckdb } from '../../src/store/load-duckdb.ts'
import { textReader } from '../../src/store/text-reader.ts'

const { DuckDBInstance, DuckDBVarCharVector } = await loadDuckdb()

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

test.each([
  ['as DuckDB made them', texts],
  ['sorted', `${texts} ORDER BY text DESC, i`],
  ['all NULL', 'SELECT NULL::VARCHAR AS text FROM range(3000)'],
  ['none', `SELECT * FROM (${texts}) WHERE false`],
  ['of a constant', "SELECT 'the same long text in every row' AS text FROM range(3000)"],
])('texts are read as DuckDB reads them itself: %s', async (_, sql) => {
  const instance = await DuckDBInstance.create(':memory:')
  const result = await (await instance.connect()).run(sql)
  const read: (string | null)[] = []
  const expected: (string | null)[] = []
  for (let c = 0; c < result.chunkCount; c++) {
    const vector = result.getChunk(c).getColumnVector(0)
    if (!(vector instanceof DuckDBVarCharVector)) throw new Error('not a vector of texts')
    const text = textReader(vector)!
    for (let row = 0; row < vector.itemCount; row++) read.push(text(row))
    for (let row = 0; row < vector.itemCount; row++) expected.push(vector.getItem(row))
  }
  expect(read).toEqual(expected)
  instance.closeSync()
})
