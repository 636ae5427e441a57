import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { assess } from '../../../src/assessments/index.ts'
import { openRecordCache } from '../../../src/operations/request/record-cache.ts'
import { stateOf } from '../../../src/states/index.ts'
import { bundledRecord, isInPairOrder, openSnapshot, readInPairOrder, type Snapshot, writePairOrder } from '../../../src/store/index.ts'
import { freshRoot } from '../../store/fresh-root.ts'

const page = (snapshot: Snapshot, a: string, b: string, to: string) =>
  assess({ a: stateOf(a)!, b: stateOf(b)!, from: undefined, to, draws: 100, seed: 1 }, snapshot)

test('rows in the order of their pairs give the answers of the record: much trade and little, members of the EU, a day in the past', async () => {
  const file = join(freshRoot(), "pairs' order.parquet")
  const plain = await openSnapshot(bundledRecord())
  const ordered = await openSnapshot(bundledRecord())
  await writePairOrder(plain.directory, file)
  await readInPairOrder(ordered, file)
  expect([isInPairOrder(plain), isInPairOrder(ordered)]).toEqual([false, true])
  for (const [a, b, to] of [
    ['CHN', 'RUS', '2026-11-24'],
    ['DEU', 'FRA', '2026-11-24'],
    ['RUS', 'DEU', '2026-11-24'],
    ['NRU', 'TUV', '2026-11-24'],
    ['UKR', 'USA', '2015-12-31'],
    ['TWN', 'CHN', '2026-11-24'],
  ] as const)
    expect(await page(ordered, a, b, to), `${a} ${b} ${to}`).toEqual(await page(plain, a, b, to))
  const all =
    'SELECT count(*)::INTEGER AS rows, count(DISTINCT (source, locator, indicator, from_id, to_id))::INTEGER AS told, bit_xor(hash(source, locator, indicator, from_id, to_id, start_date, value))::VARCHAR AS all_rows'
  expect(await ordered.rows(`${all} FROM observations_by_pair`)).toEqual(await plain.rows(`${all} FROM observations`))
  plain.close()
  ordered.close()
}, 60_000)

test('a server puts the pairs of a record in order at the third question, once, and reads them so from then on', async () => {
  const folder = freshRoot()
  const [one, other] = [openRecordCache('disk', 2, { orders: folder }), openRecordCache('disk', 2, { orders: folder })]
  try {
    for (let question = 1; question <= 2; question++) await one.open(bundledRecord())
    expect(readdirSync(folder)).toEqual([])
    const snapshot = await one.open(bundledRecord())
    expect(isInPairOrder(snapshot)).toBe(false)
    const file = join(folder, `${snapshot.manifest.id}.parquet`)
    while (!existsSync(file)) await new Promise((resolve) => setTimeout(resolve, 20))
    // asked twice at once, as by one question about two pairs
    const [again, beside] = await Promise.all([one.open(bundledRecord()), one.open(bundledRecord())])
    expect([isInPairOrder(again), beside]).toEqual([true, again])
    // another process of the server finds it there
    expect(isInPairOrder(await other.open(bundledRecord()))).toBe(true)
    expect(readdirSync(folder).filter((name) => name.endsWith('.parquet'))).toHaveLength(1)
    const before = await page(again, 'KEN', 'TZA', '2026-11-24')
    rmSync(file)
    expect(isInPairOrder(await one.open(bundledRecord()))).toBe(false)
    expect(await page(again, 'KEN', 'UGA', '2026-11-24')).toMatchObject({ b: { iso3: 'UGA' } })
    expect(await page(again, 'KEN', 'TZA', '2026-11-24')).toEqual(before)
  } finally {
    one.close()
    other.close()
  }
}, 60_000)

test('a file that cannot be read leaves the record as it is', async () => {
  const folder = freshRoot()
  const records = openRecordCache('disk', 2, { orders: folder })
  const { manifest } = await records.open(bundledRecord())
  writeFileSync(join(folder, `${manifest.id}.parquet`), 'no Parquet')
  const snapshot = await records.open(bundledRecord())
  expect(isInPairOrder(snapshot)).toBe(false)
  expect(await page(snapshot, 'KEN', 'TZA', '2026-11-24')).toMatchObject({ a: { iso3: 'KEN' } })
  records.close()
})

test('where the pairs cannot be put in order they are read as they are', async () => {
  const records = openRecordCache('disk', 2, { orders: join(freshRoot(), 'is-not-there') })
  for (let question = 1; question <= 4; question++) expect(isInPairOrder(await records.open(bundledRecord()))).toBe(false)
  records.close()
})
