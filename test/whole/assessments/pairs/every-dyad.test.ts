import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assessDomains, domainInputs } from '../../../../src/assessments/assess.ts'
import type { DomainAssessment } from '../../../../src/assessments/forms/assessment.ts'
import { assess, ledgerPairs } from '../../../../src/assessments/index.ts'
import { type EveryDyadRequest, everyDyad } from '../../../../src/assessments/pairs/every-dyad.ts'
import { dyadColumns, PackedRows, packedDyadRows, rowsOf } from '../../../../src/assessments/pairs/every-dyad-rows.ts'
import { loadRows } from '../../../../src/assessments/record/rows-in-memory.ts'
import type { LoadedRows } from '../../../../src/assessments/rows/observation-row.ts'
import { randomStream } from '../../../../src/numeric/random.ts'
import { existedOn, type State, stateOf, statePairsOn, states } from '../../../../src/states/index.ts'
import { bundledRecord, isKnown, openSnapshot, type Snapshot } from '../../../../src/store/index.ts'

let snapshot: Snapshot
beforeAll(async () => {
  snapshot = await openSnapshot(bundledRecord())
})
afterAll(() => snapshot.close())

const options = { from: undefined, draws: 100, seed: 1 }

/** The same pair read by itself, from a record that was opened anew: nothing can have been remembered. */
async function alone(a: State, b: State, to: string): Promise<DomainAssessment[]> {
  const fresh = await openSnapshot(bundledRecord())
  try {
    return await assessDomains(domainInputs({ a, b, to, ...options }, fresh))
  } finally {
    fresh.close()
  }
}

function drawnPairs(to: string, count: number, seed: number): [State, State][] {
  const alive = states.filter((state) => existedOn(state, to))
  const stream = randomStream(seed, 'pairs of the test')
  return Array.from({ length: count }, () => {
    const a = stream.below(alive.length)
    return [alive[a]!, alive[(a + 1 + stream.below(alive.length - 1)) % alive.length]!]
  })
}

const named = (pairs: readonly (readonly [string, string])[]): [State, State][] => pairs.map(([a, b]) => [stateOf(a)!, stateOf(b)!])

describe('a pair from the rows of every pair is the pair read by itself, bit for bit', () => {
  test.each([
    ['pairs drawn, on the day of the record', '2026-11-24', drawnPairs('2026-11-24', 8, 1)],
    ['pairs with a ledger', '2026-11-24', named(ledgerPairs)],
    [
      'the smallest states',
      '2026-11-24',
      named([
        ['NRU', 'TUV'],
        ['MCO', 'SMR'],
        ['LIE', 'PLW'],
      ]),
    ],
    ['pairs drawn, as of 1985', '1985-12-31', drawnPairs('1985-12-31', 5, 2)],
    ['pairs drawn, as of 2000', '2000-06-30', drawnPairs('2000-06-30', 4, 3)],
  ])('%s', async (_, to, pairs) => {
    const held = await loadRows(snapshot, to, 'all')
    for (const [a, b] of pairs) {
      const found = await assessDomains(domainInputs({ a, b, to, ...options }, snapshot, held))
      expect(found, `${a.iso3} ${b.iso3}`).toEqual(await alone(a, b, to))
    }
  })
})

describe('the two of a pair in the other order', () => {
  let held: LoadedRows
  beforeAll(async () => {
    held = await loadRows(snapshot, '2024-12-31', 'all')
  })

  test.each([
    ['CHN', 'RUS'],
    ['DEU', 'POL'],
    ['KAZ', 'KGZ'],
    ['BRA', 'IND'],
  ])('%s %s: what is not of one side has the same value, interval and percentile', async (one, other) => {
    const [a, b] = [stateOf(one)!, stateOf(other)!]
    const sided = /(^|-)(a|b)(-|$|\.)|a-to-b|b-to-a|a-on-b|b-on-a/
    const figures = async (first: State, second: State) =>
      rowsOf({
        a: first,
        b: second,
        domains: await assessDomains(domainInputs({ a: first, b: second, to: '2024-12-31', ...options }, snapshot, held)),
      })
        .filter(({ id }) => !sided.test(id))
        .map(({ domain, id, state, value, low, high, percentile }) => [domain, id, state, value, low, high, percentile])
        .sort()
    const there = await figures(a, b)
    expect(there.length).toBeGreaterThan(15)
    expect(await figures(b, a)).toEqual(there)
  })
})

describe('every pair of a day', () => {
  const request: EveryDyadRequest = { ...options, to: '1955-12-31', state: 'IND', domain: undefined }

  test('one thread and two give the same answer', async () => {
    const wide: EveryDyadRequest = { ...options, to: '2005-12-31', state: 'TUR', domain: undefined }
    const [one, two] = [await everyDyad(wide, snapshot, { threads: 1 }), await everyDyad(wide, snapshot, { threads: 2 })]
    expect(one.pairs).toBeGreaterThan(150)
    expect(two).toEqual(one)
    expect(two.rows.toJSON()).toEqual(one.rows.toJSON())
  })

  test('the rows are the figures of assess', async () => {
    const { rows, errors } = await everyDyad(request, snapshot)
    expect(errors).toEqual([])
    const [india, union] = [stateOf('IND')!, stateOf('RUS')!]
    const found = await assess({ a: india, b: union, to: request.to, ...options }, snapshot)
    const own = [...rows].filter(({ b }) => b === 'RUS')
    const kept = found.domains.flatMap(({ estimates }) => estimates).filter(({ id }) => !/\.(series|percentile)$/.test(id))
    expect(own.map(({ id, value }) => [id, value])).toEqual(kept.map((one) => [one.id, isKnown(one) ? one.value : null]))
    expect(own.find(({ id }) => id === 'kappa_quadratic')!.percentile).toBe(
      found.domains.flatMap(({ estimates }) => estimates.filter(isKnown)).find(({ id }) => id === 'kappa_quadratic.percentile')!.value,
    )
  })

  test('an unknown figure has a row without a value, never zero', async () => {
    const { rows } = await everyDyad({ ...request, domain: 'trade' }, snapshot)
    const unknowns = [...rows].filter(({ state }) => state === 'unknown')
    expect(unknowns.length).toBeGreaterThan(20)
    for (const row of unknowns) expect([row.value, row.low, row.high]).toEqual([null, null, null])
  })

  test('the pairs are those of the states in existence on the day, each once', () => {
    const pairs = statePairsOn('2026-11-24')
    expect(pairs).toHaveLength((195 * 194) / 2)
    expect(new Set(pairs.map(([a, b]) => [a.iso3, b.iso3].sort().join(' '))).size).toBe(pairs.length)
    expect(statePairsOn('2026-11-24', 'CHN')).toHaveLength(194)
    expect(statePairsOn('1985-12-31', 'KAZ')).toHaveLength(0)
  })
})

test('packed rows come out as they went in', () => {
  const row = { a: 'AAA', b: 'BBB', domain: 'trade', id: 'x', state: 'unknown', value: null, low: null, high: null } as const
  const rows = [
    { ...row, unit: 'USD', period: '2018', percentile: null, certainty: null, source: null },
    { ...row, value: 0.1 + 0.2, unit: 'ein "Maß"\n', period: '2018', percentile: 50, certainty: 'exact', source: 'x y' },
  ]
  expect([...new PackedRows([packedDyadRows(rows.slice(0, 1)), packedDyadRows([]), packedDyadRows(rows.slice(1))])]).toEqual(rows)
  expect(Object.keys(rows[0]!).sort()).toEqual([...dyadColumns].sort())
})
