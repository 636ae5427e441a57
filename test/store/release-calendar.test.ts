import { expect, test } from 'vitest'
import { loadSourceCards } from '../../src/sources/index.ts'
import { hasReleaseRule, isOverdue, releaseOf } from '../../src/store/release-calendar.ts'

const upTo = (id: string, to: string, vintage = 'x'): Parameters<typeof releaseOf>[0] => ({
  id,
  vintage,
  coverage: [{ indicator: 'x', from: '2000-01-01', to, whom: 'all', absence: 'unknown' }],
})

test('every source has a line in the calendar', async () => {
  const cards = await loadSourceCards()
  expect(cards.map(({ id }) => id).filter((id) => !hasReleaseRule(id))).toEqual([])
})

test('a yearly source: military spending of 2024 was due by April 2025 where the data end with 2023', () => {
  const release = releaseOf(upTo('sipri-milex', '2023-12-31'))
  expect(release).toEqual({ rhythm: 'every year', covers: '2024-12-31', due: '2025-04-30' })
  expect([isOverdue(release, '2025-04-30'), isOverdue(release, '2025-05-01')]).toEqual([false, true])
})

test('a yearly source that takes a year longer, and one that ends within a year', () => {
  expect(releaseOf(upTo('baci', '2021-12-31')).due).toBe('2024-02-28')
  expect(releaseOf(upTo('us-troops', '2024-06-30')).covers).toBe('2024-12-31')
})

test('a monthly source: August 2024 is out 75 days after its end', () => {
  expect(releaseOf(upTo('comext', '2024-07-31'))).toEqual({ rhythm: 'every month', covers: '2024-08-31', due: '2024-11-14' })
})

test('an edition is followed by another some months after its own day, whatever it covers', () => {
  expect(releaseOf(upTo('imf-weo', '2028-12-31', 'April 2026, read from the DataMapper API on 2026-07-30')).due).toBe('2026-10-01')
  expect(releaseOf(upTo('kiel-ukraine-support-tables', '2026-02-28', 'release 28 (2026-04), tables of 2026-06-01')).due).toBe('2026-07-01')
  expect(releaseOf(upTo('sanctions-regimes', '2026-11-24')).due).toBe('2027-02-24')
})

test('years in the name of a file are no day of an edition', () => {
  const vintage = 'facts-2005-2022.csv, added 2026-11-30, sha256 e2009ba54a4c'
  expect(releaseOf(upTo('cfr-cyber', '2022-12-31', vintage)).due).toBe('2027-11-30')
  expect(releaseOf(upTo('cfr-cyber', '2022-12-31', 'facts 2005-2022')).due).toBe(null)
})

test('a source that has ended or keeps no rhythm is never overdue', () => {
  for (const id of ['wiod', 'atop', 'gdelt', 'visavis-ideal-points', 'unheard-of']) {
    const release = releaseOf(upTo(id, '2010-12-31'))
    expect([id, release.due, isOverdue(release, '2026-11-24')]).toEqual([id, null, false])
  }
})
