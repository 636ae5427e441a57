import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openSession, writeSnapshot } from '../../src/store/index.ts'
import { freshRoot } from './fresh-root.ts'
import { about, observations, voters } from './rows.ts'

test('the SQL in docs/store.md reads the newest snapshot of a root without us', async () => {
  const root = freshRoot()
  const oldest = await writeSnapshot(root, { voters: { columns: { position: [9], state: ['SUN'] } } }, { ...about, created: '1991-12-01' })
  const newest = await writeSnapshot(root, { voters: { columns: voters }, observations: { columns: observations(20) } }, about)
  const block = /```sql\n([\s\S]+?)```/.exec(readFileSync('docs/store.md', 'utf8'))![1]!
  const here = block.replaceAll("'snapshots/", `'${quoted(root)}/snapshots/`).replace('[part.file', `['${quoted(root)}/' || part.file`)
  const [list, files, view, query] = here.split(';').map((text) => text.trim()) as [string, string, string, string]
  const session = await openSession()
  expect((await session.rows(list)).map(({ id }) => id)).toEqual([newest.id, oldest.id])
  for (const statement of [files, view]) await session.run(statement)
  expect(await session.columns(query)).toEqual(voters)
  session.close()
})

/** The test's root has signs in its name that a pattern would take for its own. */
function quoted(root: string): string {
  return root.replace(/[*?[]/g, '[$&]').replaceAll("'", "''")
}
