import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSession } from '../../src/store/index.ts'
import { columnsOfTable } from '../../src/store/part-rows.ts'
import { partsSource } from '../../src/store/snapshot.ts'
import { tablesWithAddedColumns } from '../../src/store/tables.ts'
import { freshRoot } from './fresh-root.ts'

test('a part from before a column was there is read with NULL in it, beside parts that have it', async () => {
  const session = await openSession()
  const root = freshRoot()
  try {
    expect([...tablesWithAddedColumns].sort()).toEqual(['commitments', 'sanctions'])
    const [before, after] = ['before', 'after'].map((name) => join(root, `${name}.parquet`))
    const columns = columnsOfTable('sanctions').map(([name]) => name)
    const copy = (names: string[], file: string): Promise<unknown> =>
      session.run(
        `COPY (SELECT ${names.map((name) => `'${name} of it' AS ${name}`).join(', ')}) TO '${file.replaceAll("'", "''")}' (FORMAT parquet)`,
      )
    await copy(
      columns.filter((name) => name !== 'vintage'),
      before!,
    )
    await copy(columns, after!)
    const read = (...files: string[]): Promise<unknown> =>
      session.rows(`SELECT vintage, regime, note FROM ${partsSource('sanctions', files)} ORDER BY vintage`)
    const rest = { regime: 'regime of it', note: 'note of it' }
    expect(await read(before!)).toEqual([{ vintage: null, ...rest }])
    expect(await read(before!, after!)).toEqual([
      { vintage: 'vintage of it', ...rest },
      { vintage: null, ...rest },
    ])
  } finally {
    session.close()
  }
})
