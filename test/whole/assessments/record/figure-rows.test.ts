import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assess } from '../../../../src/assessments/assess.ts'
import { assessBlocs } from '../../../../src/assessments/blocs/bloc-assess.ts'
import type { NamedParty } from '../../../../src/assessments/blocs/bloc-parties.ts'
import { assessArms } from '../../../../src/assessments/domains/arms.ts'
import { type Assessment, bundledLedger } from '../../../../src/assessments/index.ts'
import { figuresById, rowsBehind } from '../../../../src/assessments/record/figure-rows.ts'
import { stateOf } from '../../../../src/states/index.ts'
import { bundledRecord, type Evidence, isKnown, openSnapshot, type Snapshot } from '../../../../src/store/index.ts'
import { benchOf, yearly } from '../../../assessments/made-snapshot.ts'

let snapshot: Snapshot
beforeAll(async () => {
  snapshot = await openSnapshot(bundledRecord())
})
afterAll(() => snapshot.close())

const pair = (a: string, b: string, to: string, from?: string): Promise<Assessment> =>
  assess({ a: stateOf(a)!, b: stateOf(b)!, from, to, draws: 100, seed: 1 }, snapshot)

/** All that an assessment gives as evidence, wherever it stands. */
function evidenceIn(part: unknown): Evidence[] {
  if (Array.isArray(part)) return part.flatMap(evidenceIn)
  if (typeof part !== 'object' || part === null) return []
  if ('rows' in part && 'count' in part && 'vintage' in part) return [part as Evidence]
  return Object.values(part).flatMap(evidenceIn)
}

const counts = new Map<string, Promise<number>>()

async function selected(rows: string): Promise<number> {
  const [table, condition] = [rows.slice(0, rows.indexOf(' where ')), rows.slice(rows.indexOf(' where ') + 7)]
  if (!table.startsWith('data/ledgers/')) {
    const [row] = await snapshot.rows(`SELECT count(*)::INTEGER AS n FROM (SELECT * FROM ${table} WHERE ${condition})`)
    return Number(row!['n'])
  }
  const [a, b] = table.slice('data/ledgers/'.length, -'.json'.length).toUpperCase().split('-') as [string, string]
  const ids = new Set([...condition.matchAll(/'([^']*)'/g)].map(([, id]) => id))
  return bundledLedger(a, b)!.items.filter(({ id }) => ids.has(id)).length
}

async function expectExact(assessment: Assessment): Promise<number> {
  const all = evidenceIn(assessment)
  for (const { rows, count } of all) {
    const found = counts.get(rows) ?? selected(rows)
    counts.set(rows, found)
    expect(await found, rows).toBe(count)
  }
  return all.length
}

describe('the condition of each figure selects as many rows as it is said to rest on', () => {
  test.each([
    ['CHN', 'RUS', '2026-11-24'],
    ['USA', 'IND', '2026-11-24'],
    ['USA', 'JPN', '2019-12-31'],
    ['DEU', 'POL', '2026-11-24'],
    ['IRN', 'SAU', '2022-12-31'],
    ['KAZ', 'KGZ', '2023-12-31'],
    ['GEO', 'RUS', '2024-12-31'],
    ['UKR', 'RUS', '2025-12-31'],
    ['RUS', 'PRK', '2025-12-31'],
    ['USA', 'CUB', '1985-12-31'],
    ['FRA', 'GBR', '1956-12-31'],
    ['MCO', 'TUV', '2026-11-24'],
  ])('%s and %s on %s', async (a, b, to) => {
    expect(await expectExact(await pair(a, b, to))).toBeGreaterThan(20)
  })

  test('a window that a reader chose, which cuts its first and last year', async () => {
    expect(await expectExact(await pair('CHN', 'RUS', '2022-05-17', '2014-03-01'))).toBeGreaterThan(20)
  })

  test.each([
    ['RUS', 'EU', '2026-11-24'],
    ['NATO', 'CSTO', '2020-12-31'],
    ['CHN', 'ASEAN', '2026-11-24'],
  ])('%s and %s on %s: blocs too', async (a, b, to) => {
    const named = (id: string): NamedParty => (id.length === 3 ? { kind: 'state', state: stateOf(id)! } : { kind: 'bloc', id })
    const assessment = await assessBlocs({ a: named(a), b: named(b), from: undefined, to, draws: 100, seed: 1 }, snapshot)
    expect(await expectExact(assessment)).toBeGreaterThan(20)
  })

  test('a share of arms rests on the rows of the pair and those of the whole', async () => {
    const tiv = (from_id: string, to_id: string, year: number, value: number) =>
      yearly({ indicator: 'arms-deliveries-tiv', from_id, to_id, year, value, unit: 'million TIV', source: 'sipri-register' })
    const rows = [2012, 2022, 2024].flatMap((year) => [
      tiv('RUS', 'CHN', year, 100),
      tiv('WLD', 'CHN', year, 400),
      tiv('RUS', 'WLD', year, 900),
      tiv('WLD', 'WLD', year, 9000),
    ])
    const bench = await benchOf(['CHN', 'RUS'], '2025-12-31', [...rows, tiv('WLD', 'WLD', 2010, 9000)])
    const { estimates } = await assessArms(bench)
    const shares = estimates.filter((one) => one.id.includes('share') && isKnown(one))
    expect(shares.map(({ id }) => id)).toContain('arms-import-share-a.change')
    for (const { rows: condition, count } of evidenceIn(shares)) {
      const [row] = await bench.snapshot.rows(`SELECT count(*)::INTEGER AS n FROM ${condition.replace(' where ', ' WHERE ')}`)
      expect(row!['n'], condition).toBe(count)
    }
    bench.snapshot.close()
  })
})

describe('rows behind a figure', () => {
  test('kappa of China and Russia in 2025: the 184 votes of both, and nothing else', async () => {
    const assessment = await pair('CHN', 'RUS', '2026-11-24')
    const [kappa] = figuresById(assessment, 'kappa_quadratic', {})
    const [votes, ...others] = await rowsBehind(snapshot, assessment, kappa!, 1000)
    expect(others).toEqual([])
    expect([votes!.total, votes!.rows.length]).toEqual([184, 184])
    const [china, russia] = ['CHN', 'RUS'].map((state) => votes!.columns.indexOf(state)) as [number, number]
    const same = votes!.rows.filter((row) => row[china] === row[russia]).length
    const agreement = figuresById(assessment, 'agreement', {})[0]!
    expect(isKnown(agreement) && agreement.value).toBeCloseTo(same / 184, 12)
    expect(votes!.rows.every((row) => row[china] !== null && row[russia] !== null)).toBe(true)
  })

  test('goods trade is the sum of its rows', async () => {
    const assessment = await pair('USA', 'IND', '2026-11-24')
    const [trade] = figuresById(assessment, 'goods-trade', {})
    const behind = await rowsBehind(snapshot, assessment, trade!, 1000)
    const sums = behind.map(({ columns, rows }) => rows.reduce((sum, row) => sum + Number(row[columns.indexOf('value')]), 0))
    if (!isKnown(trade!)) throw new Error('unknown')
    expect(sums.some((sum) => Math.abs(sum - trade.value) < 1)).toBe(true)
  })

  test('figures of single years share an id and are told apart by their period', async () => {
    const assessment = await pair('CHN', 'RUS', '2026-11-24')
    expect(figuresById(assessment, 'kappa_quadratic.series', {}).length).toBeGreaterThan(40)
    const [year] = figuresById(assessment, 'kappa_quadratic.series', { period: '1989' })
    const [votes] = await rowsBehind(snapshot, assessment, year!, 10)
    expect(votes!.rows).toHaveLength(10)
    expect(votes!.total).toBeGreaterThan(100)
    expect(votes!.rows.every((row) => String(row[votes!.columns.indexOf('date')]).startsWith('1989'))).toBe(true)
  })

  test('a figure that is unknown has no rows', async () => {
    const assessment = await pair('MCO', 'TUV', '2026-11-24')
    const unknown = assessment.domains.flatMap(({ estimates }) => estimates).find(({ state }) => state === 'unknown')!
    expect(await rowsBehind(snapshot, assessment, unknown, 10)).toEqual([])
  })
})
