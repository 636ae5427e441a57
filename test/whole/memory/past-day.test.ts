import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { catalogue, type FactRow, factsOf, figureOn, figuresIn, figuresOf, openMemory, seenOn } from '../../../src/memory/index.ts'
import { openSession, openSnapshot, type Snapshot, type TableName, writeSnapshot } from '../../../src/store/index.ts'
import { tableSource } from '../../../src/store/snapshot.ts'
import { rootOf } from '../../../src/store/verify.ts'
import { bundled } from '../../memory/small-record.ts'
import { freshRoot } from '../../store/fresh-root.ts'

const ofSpells: readonly TableName[] = [
  'interstate_relations',
  'territorial_claims',
  'commitments',
  'memberships',
  'institution_memberships',
  'sanctions',
  'trade_agreements',
  'agreements_and_restrictions',
  'dated_relations',
]

/** SQL: which rows of a table are not later than a day. */
const upTo = (day: string): Partial<Record<TableName, string>> => ({
  observations: `end_date <= '${day}'`,
  conflicts: `least(year || '-12-31', if(episode_began[:4] = year::VARCHAR, episode_began, '9999')) <= '${day}'`,
  trade_norms: `year || '-12-31' <= '${day}'`,
  trade_losses: `year || '-12-31' <= '${day}'`,
  ...Object.fromEntries(ofSpells.map((table) => [table, `start_date <= '${day}'`])),
})

/** Writes a record from which all rows later than a day were removed. */
async function reducedTo(day: string, whole: Snapshot): Promise<Snapshot> {
  const root = freshRoot()
  const session = await openSession()
  onTestFinished(() => session.close())
  const content = Object.fromEntries(
    Object.entries(upTo(day)).map(([table, where]) => {
      const source = tableSource(rootOf(whole.directory), table as TableName, whole.manifest)
      return [table, { sql: `SELECT * FROM (${source}) WHERE ${where}` }]
    }),
  )
  const { sources } = whole.manifest
  const { id } = await writeSnapshot(root, content, { sources, created: '2026-11-24T10:00:00Z', note: `to ${day}`, session })
  const snapshot = await openSnapshot(join(root, 'snapshots', id))
  onTestFinished(() => snapshot.close())
  return snapshot
}

async function pairsToAsk(snapshot: Snapshot, seed: bigint): Promise<[string, string][]> {
  // half of them with a conflict or a fact, since most pairs have none
  const rows =
    await snapshot.rows(`SELECT pair FROM (SELECT DISTINCT pair FROM figures_trade) USING SAMPLE reservoir(90 ROWS) REPEATABLE (${seed})
    UNION ALL SELECT pair FROM (SELECT DISTINCT pair FROM (SELECT pair FROM figures_conflict UNION SELECT pair FROM facts)) USING SAMPLE reservoir(80 ROWS) REPEATABLE (${seed})`)
  return rows.map(({ pair }) => String(pair).split(' ') as [string, string])
}

async function known(snapshot: Snapshot, a: string, b: string, day: string) {
  const found: unknown[] = []
  for (const figure of figuresIn(catalogue))
    for (const [x, y] of figure.of === 'pair'
      ? [[a, b]]
      : [
          [a, b],
          [b, a],
        ])
      found.push([
        figure.id,
        x,
        await figureOn(snapshot, figure, x!, y!, day),
        (await figuresOf(snapshot, a, b)).series(figure.id, x!, y!, day),
      ])
  const facts = (await factsOf(snapshot, a, b, day)).map((row): FactRow => seenOn(row, day))
  return { found, facts }
}

test('the answer of a past day is that of a record without any later row: 510 pairs', { timeout: 600_000 }, async () => {
  const whole = await bundled()
  onTestFinished(() => whole.close())
  await openMemory(whole)
  const told = { asked: 0, rows: 0, facts: 0 }
  for (const [at, day] of ['1998-06-15', '2014-03-20', '2022-03-01'].entries()) {
    const reduced = await reducedTo(day, whole)
    await openMemory(reduced)
    for (const [a, b] of await pairsToAsk(whole, BigInt(at + 1))) {
      const [seen, alone] = [await known(whole, a, b, day), await known(reduced, a, b, day)]
      expect([a, b, day, seen]).toEqual([a, b, day, alone])
      told.asked++
      told.rows += JSON.stringify(seen.found).split('"state":"row"').length - 1
      told.facts += seen.facts.length
    }
  }
  expect(told.asked).toBeGreaterThanOrEqual(500)
  expect([told.rows > 1000, told.facts > 50]).toEqual([true, true])
})
