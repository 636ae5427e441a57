import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { operations } from '../../../../src/operations/catalogue.ts'
import { checkInput } from '../../../../src/operations/request/input-schema.ts'
import type { VerifyAnswer } from '../../../../src/reports/answers/add-pull-diff.ts'
import { findSnapshot, listSnapshots, type Manifest, nextSnapshot, openSnapshot } from '../../../../src/store/index.ts'
import { freshRoot } from '../../../store/fresh-root.ts'
import { card, observations } from '../../../store/rows.ts'

const day = '2026-12-02'
const now = `${day}T12:00:00.000Z`

async function ask<T>(name: string, home: string, input: Record<string, unknown> = {}): Promise<{ answer: T; warnings: string[] }> {
  const operation = operations.find((one) => one.name === name)!
  const { run } = await operation.load()
  const warnings: string[] = []
  const context = { env: { VISAVIS_HOME: home }, today: day, now, warn: (text: string) => void warnings.push(text) }
  return { answer: (await run(checkInput(operation, input), context)) as T, warnings }
}

function add(home: string, source: string, at: string): Promise<Manifest> {
  const columns = { ...observations(3), source: [source, source, source] }
  return nextSnapshot({ env: { VISAVIS_HOME: home }, now: at }, ({ write }) =>
    write({ cards: [{ ...card, id: source }], content: { observations: { columns } }, note: source }),
  )
}

/** A store in which one source was added under a clock ten years ahead, and another after the clock was set right. */
async function storeFromTheFuture(): Promise<string> {
  const home = freshRoot()
  await add(home, 'ahead', '2036-11-29T00:00:00.000Z')
  await add(home, 'right', now)
  return home
}

test('an answer is not dated after today where a clock was ahead when the snapshot was made, and says so', async () => {
  const home = await storeFromTheFuture()
  const { answer, warnings } = await ask<{ to: string; snapshot: { created: string } }>('assess', home, { a: 'CHN', b: 'RUS' })
  expect([answer.to, answer.snapshot.created]).toEqual([day, day])
  expect(warnings.join()).toMatch(/is stamped 2036-11-29, in the future.*as of 2026-12-02.*verify --set-aside/)
})

test('verify names snapshots from the future, and sets them aside without losing a row or another snapshot', async () => {
  const home = await storeFromTheFuture()
  const before = await ask<VerifyAnswer>('verify', home)
  expect(before.answer.snapshots.map(({ future, problems }) => [future, problems])).toEqual([
    [true, []],
    [true, []],
  ])
  expect(before.answer.setAside).toEqual([])
  const { answer } = await ask<VerifyAnswer>('verify', home, { setAside: true })
  expect(answer.setAside.map(({ by }) => by)).toEqual((await listSnapshots(home)).map(({ id }) => id))
  expect((await listSnapshots(home)).map(({ created }) => created)).toEqual(['2026-12-02T00:00:00.001Z', '2026-12-02T00:00:00.000Z'])
  const again = await ask<VerifyAnswer>('verify', home)
  expect(again.answer.snapshots.some(({ future }) => future)).toBe(false)
  const snapshot = await openSnapshot((await findSnapshot({ env: { VISAVIS_HOME: home } })).directory)
  const rows = await snapshot.rows(
    "SELECT source, count(*)::INTEGER AS n FROM observations WHERE source IN ('ahead', 'right') GROUP BY 1 ORDER BY 1",
  )
  snapshot.close()
  expect(rows).toEqual([
    { source: 'ahead', n: 3 },
    { source: 'right', n: 3 },
  ])
  const later = await add(home, 'next', '2026-12-03T00:00:00.000Z')
  expect(later.created).toBe('2026-12-03T00:00:00.000Z')
  expect((await ask('assess', home, { a: 'CHN', b: 'RUS' })).warnings).toEqual([])
})

test('verify reads every byte: a part whose size is right but whose bytes are not is named', async () => {
  const home = freshRoot()
  const { id, tables } = await add(home, 'right', now)
  const part = join(home, tables['observations']!.at(-1)!.file)
  const bytes = readFileSync(part)
  bytes[10]! ^= 1
  writeFileSync(part, bytes)
  const { answer } = await ask<VerifyAnswer>('verify', home)
  expect(answer.snapshots).toMatchObject([{ id, problems: [expect.stringMatching(/was altered/)] }])
  expect((await ask<VerifyAnswer>('verify', home, { setAside: true })).answer.setAside).toMatchObject([{ id, by: null }])
  expect(await listSnapshots(home)).toEqual([])
})
