import { expect, test } from 'vitest'
import type { Manifest } from '../../src/store/index.ts'
import { chainEnds, newestFirst, unmergedBranches } from '../../src/store/snapshot-order.ts'
import { card } from './rows.ts'

/** A snapshot with an edition of each source, told as `gdp=1`. */
function snapshot(id: string, parent: string | null, created: string, ...editions: string[]): Manifest {
  const sources = editions.map((one) => ({ ...card, id: one.split('=')[0]!, vintage: one }))
  return { schemaVersion: 1, id, created, note: '', parent, tables: {}, sources }
}

const ids = (manifests: readonly Manifest[]): string => manifests.map(({ id }) => id).join(' ')

test('none stands before one that was made from it, whatever the clock said: two days back, and years ahead', () => {
  const a = snapshot('a', null, '2026-11-29')
  const b = snapshot('b', 'a', '2026-11-27')
  const c = snapshot('c', 'b', '2028-01-01')
  const d = snapshot('d', 'c', '2026-11-30')
  for (const order of [
    [a, b, c, d],
    [d, c, b, a],
    [b, d, a, c],
  ])
    expect(ids(newestFirst(order))).toBe('d c b a')
  expect(ids(chainEnds([a, b, c, d]))).toBe('d')
})

test('records that were not made from one another stand by their stamps, and by their ids where those are equal', () => {
  const all = [snapshot('a', null, '2025-01-01'), snapshot('c', null, '2026-01-01'), snapshot('b', null, '2026-01-01T00:00:00Z')]
  expect(ids(newestFirst(all))).toBe('b c a')
  expect(unmergedBranches(all[2]!, chainEnds(all), all)).toEqual([])
})

test('of two that were made from one, that is first whose chain has the later stamp', () => {
  const below = snapshot('a', null, '2026-01-01')
  const [early, late] = [snapshot('b', 'a', '2026-02-01'), snapshot('c', 'a', '2026-03-01')]
  expect(ids(newestFirst([below, early, late]))).toBe('c b a')
  // a chain that passed through 2028 is not older for what was added to it with the clock set right
  const ahead = [snapshot('d', 'a', '2028-01-01'), snapshot('e', 'd', '2026-02-02')]
  expect(ids(newestFirst([below, late, ...ahead]))).toBe('e d c a')
})

test('a chain of ten thousand is put in order', () => {
  const at = (i: number): string => new Date(Date.UTC(2000, 0, 1) + ((i * 7919) % 10_007) * 1000).toISOString()
  const chain = Array.from({ length: 10_000 }, (_, i) => snapshot(`${i}`, i === 0 ? null : `${i - 1}`, at(i)))
  expect(newestFirst(chain).map(({ id }) => Number(id))).toEqual(chain.map((_, i) => 9999 - i))
})

test('what an end beside the newest brought is missed there, until that source is brought again', () => {
  const below = snapshot('a', null, '2026-01-01', 'gdp=1', 'trade=1')
  const lost = snapshot('b', 'a', '2026-02-01', 'gdp=2', 'trade=1')
  const newest = snapshot('c', 'a', '2026-03-01', 'gdp=1', 'trade=2')
  expect(unmergedBranches(newest, [lost, newest], [below, lost, newest])).toEqual([{ id: 'b', sources: ['gdp'] }])
  const again = snapshot('d', 'c', '2026-04-01', 'gdp=2b', 'trade=2')
  expect(unmergedBranches(again, [lost, again], [below, lost, newest, again])).toEqual([])
  const other = snapshot('d', 'c', '2026-04-01', 'gdp=1', 'trade=3')
  expect(unmergedBranches(other, [lost, other], [below, lost, newest, other])).toEqual([{ id: 'b', sources: ['gdp'] }])
})

test('two that were made from one which is gone are known to lie beside each other; an older one below a gap is not', () => {
  const [one, two] = [snapshot('b', 'gone', '2026-02-01', 'gdp=2'), snapshot('c', 'gone', '2026-03-01', 'gdp=1', 'trade=2')]
  expect(unmergedBranches(two, [one, two], [one, two]).map(({ id }) => id)).toEqual(['b'])
  const [old, above] = [snapshot('a', null, '2026-01-01', 'gdp=1'), snapshot('d', 'removed', '2026-03-01', 'gdp=2')]
  expect(unmergedBranches(above, [old, above], [old, above])).toEqual([])
})
