import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Ledger, LedgerItem } from '../../../src/assessments/forms/ledger-item.ts'
import type { BreakCluster, Run, TurningPoints, TurningSeries, YearSeries } from '../../../src/assessments/forms/turning-points-form.ts'
import { bundledLedger } from '../../../src/assessments/record/ledger.ts'
import { turningPoints } from '../../../src/assessments/turning-points/turning-points.ts'
import { runsOf, turningSeries } from '../../../src/assessments/turning-points/turning-points-breaks.ts'
import { countSubsets, eventTest, nearEvents } from '../../../src/assessments/turning-points/turning-points-events.ts'
import { breakClusters, levelPeriods } from '../../../src/assessments/turning-points/turning-points-periods.ts'
import { turningPointsSchema } from '../../../src/operations/schemas/turning-points-schema.ts'
import { turningMarkdown, turningText } from '../../../src/reports/parts/turning-points.ts'
import { stateOf } from '../../../src/states/index.ts'
import { bundledRecord, openSnapshot, type Snapshot } from '../../../src/store/index.ts'

const noise = [0.3, -0.2, 0.1, -0.4, 0.2, 0.35, -0.15, 0.05, -0.3, 0.25]

function series(points: YearSeries['points'], more: Partial<YearSeries> = {}): YearSeries {
  return {
    id: 'x',
    label: 'x',
    domain: 'diplomacy',
    unit: 'index',
    model: 'mean',
    logarithm: false,
    method: '',
    evidence: [],
    points,
    ...more,
  }
}

/** Ten years about one level and ten about another, from 1990. */
const step = Array.from({ length: 20 }, (_, t) => [1990 + t, (t < 10 ? 0 : 2) + noise[t % 10]!] as const)

function item(id: string, date: string): LedgerItem {
  return { id, date, sentence: `${id} took place.` } as LedgerItem
}

function ledger(items: readonly LedgerItem[], from = '1990-01-01', to = '2020-12-31'): Ledger {
  return { schemaVersion: 1, a: 'CHN', b: 'RUS', from, to, reviewed: to, items }
}

describe('breaks of a yearly series', () => {
  test('a step is dated by the first year of the new level, with the levels on both sides', () => {
    const [run] = turningSeries(series(step), 1).runs
    expect(run!.breaks.map(({ year }) => year)).toEqual([2000])
    expect(run!.breaks[0]!.before).toBeCloseTo(0.02, 9)
    expect(run!.breaks[0]!.after).toBeCloseTo(2.02, 9)
    expect(run!.breaks[0]).toMatchObject({ interval: { low: 1999, high: 2001 }, shift: null, byLwz: true, byPelt: true })
    expect(run!.drift!.share).toBeLessThan(0.05)
  })

  test('a gap parts the series: each side is looked at by itself, and a short side not at all', () => {
    const points = [...step, ...step.map(([year, value]) => [year + 21, value] as const), [2040, 1] as const]
    expect(runsOf(points).map((run) => [run[0]![0], run.at(-1)![0]])).toEqual([
      [1990, 2009],
      [2011, 2030],
      [2040, 2040],
    ])
    const { runs } = turningSeries(series(points.filter(([year]) => year !== 2025)), 1)
    expect(runs.map(({ from, to, state }) => [from, to, state])).toEqual([
      [1990, 2009, 'observed'],
      [2011, 2024, 'unknown'],
      [2026, 2030, 'unknown'],
      [2040, 2040, 'unknown'],
    ])
    expect(runs[1]!.reason).toBe('fewer than 15 years without a gap')
  })

  test('growth that slows is a break of the course, told as growth a year; a year of zero is not taken for little', () => {
    const amounts = step.map(([year], t) => [year, Math.exp((t < 10 ? 0.3 * t : 3.5 + 0.02 * (t - 10)) + noise[t % 10]! / 50)] as const)
    const growth = series(amounts, { model: 'trend', logarithm: true, unit: 'USD' })
    const [one] = turningSeries(growth, 1).runs[0]!.breaks
    expect(one!.year).toBe(2000)
    expect(one!.before).toBeCloseTo(Math.expm1(0.3), 1)
    expect(one!.after).toBeCloseTo(0.02, 1)
    expect(one!.shift).toBeCloseTo(Math.expm1(0.5), 1)
    expect(one!.byPelt).toBeNull()
    const zero = turningSeries({ ...growth, points: [[1989, 0], ...amounts] }, 1).runs[0]!
    expect([zero.state, zero.reason]).toEqual(['unknown', 'a year of zero has no logarithm'])
  })

  test('a series that never varies has no break and no share of drift', () => {
    const [run] = turningSeries(series(step.map(([year]) => [year, 1])), 1).runs
    expect([run!.state, run!.breaks, run!.drift]).toEqual(['observed', [], null])
  })
})

describe('events beside a break', () => {
  const at = { year: 2000, interval: { level: 0.9, low: 1999, high: 2001 } } as const
  const events = ['1997-12-31', '1998', '1999-12-30', '2000-01-02', '2000-02', '2001-12-31', '2002-01-01'].map((date) => item(date, date))

  test('at most three, the nearest first, none outside the years around the interval', () => {
    expect(nearEvents(at, ledger(events), '2020-12-31')!.map(({ id, days, about }) => [id, days, about])).toEqual([
      ['2000-01-02', 1, false],
      ['1999-12-30', -2, false],
      ['2000-02', 46, true],
    ])
    expect(nearEvents(at, ledger([events[0]!, events[6]!]), '2020-12-31')).toEqual([])
  })

  test('none that is later than the last day; null where the ledger does not speak of those years', () => {
    expect(nearEvents(at, ledger(events), '1999-12-31')!.map(({ id }) => id)).toEqual(['1999-12-30', '1998'])
    expect(nearEvents(at, ledger(events.slice(0, 1), '2005-01-01'), '2020-12-31')).toBeNull()
    expect(nearEvents(at, ledger(events, '2005-01-01'), '2020-12-31')!.length).toBe(3)
    expect(nearEvents(at, undefined, '2020-12-31')).toBeNull()
  })
})

describe('whether events cluster at breaks', () => {
  const looked = [
    { runs: [{ from: 1985, to: 2022, state: 'observed', shortest: 5, breaks: [], drift: null }] },
  ] as unknown as TurningSeries[]
  const moments = (...years: number[]): BreakCluster[] => years.map((year) => ({ year, low: year, high: year, series: ['x'] }))

  test('choices are counted as if each were looked at', () => {
    const weights = fc.array(fc.nat(6), { minLength: 3, maxLength: 8 })
    fc.assert(
      fc.property(weights, fc.integer({ min: 1, max: 3 }), fc.nat(12), (list, k, least) => {
        const sums = subsets(list, k)
        expect(countSubsets(list, k, least)).toEqual({ atLeast: sums.filter((sum) => sum >= least).length, all: sums.length })
      }),
    )
  })

  function subsets(list: readonly number[], k: number): number[] {
    if (k === 0) return [0]
    return list.flatMap((weight, i) => subsets(list.slice(i + 1), k - 1).map((sum) => sum + weight))
  }

  test('items at the breaks alone are as clustered as can be; items in every year are not at all', () => {
    const at = ledger([1994, 2002, 2010].map((year) => item(`e${year}`, `${year}-05-01`)))
    const found = eventTest(moments(1995, 2003, 2010), looked, at, '2020-12-31')
    expect(found).toMatchObject({ state: 'observed', moments: 3, items: 3, from: 1991, to: 2018, placements: 3276 })
    // any choice of a year with an item, or the year after it, for each of the three
    expect(found.state === 'observed' && found.p * 3276).toBeCloseTo(20, 9)
    const even = ledger(Array.from({ length: 31 }, (_, i) => item(`e${i}`, `${1990 + i}-05-01`)))
    expect(eventTest(moments(1995, 2003, 2010), looked, even, '2020-12-31')).toMatchObject({ p: 1, items: 6, expected: 6 })
  })

  test('two breaks, breaks before the ledger, and no ledger at all are too few to tell', () => {
    const items = ledger([item('e', '1995-05-01')])
    for (const test of [
      eventTest(moments(1995, 2003), looked, items, '2020-12-31'),
      eventTest(moments(1986, 1987, 1995), looked, items, '2020-12-31'),
    ])
      expect(test.state === 'unknown' && test.reason).toContain('at least 3 are needed')
    expect(eventTest(moments(1995, 2003, 2010), looked, undefined, '2020-12-31')).toEqual({
      state: 'unknown',
      reason: 'there is no ledger of this pair',
    })
  })
})

describe('moments and periods', () => {
  function broken(id: string, breaks: [year: number, low: number, high: number][], from = 1980, to = 2020): TurningSeries {
    const run = {
      from,
      to,
      state: 'observed',
      drift: null,
      breaks: breaks.map(([year, low, high]) => ({ year, interval: { level: 0.9, low, high } })),
    }
    return { id, runs: [run as unknown as Run] } as unknown as TurningSeries
  }
  const flat = (id: string): YearSeries =>
    series(
      Array.from({ length: 41 }, (_, i) => [1980 + i, i < 10 ? 1 : 3] as const),
      { id },
    )

  test('overlapping intervals of two series are one moment; two breaks of one series never are', () => {
    const found = breakClusters([
      broken('x', [
        [1990, 1988, 1993],
        [1994, 1992, 1996],
      ]),
      broken('y', [
        [1992, 1991, 1993],
        [2005, 2004, 2006],
      ]),
    ])
    expect(found).toEqual([
      { year: 1991, low: 1991, high: 1993, series: ['x', 'y'] },
      { year: 1994, low: 1992, high: 1996, series: ['x'] },
      { year: 2005, low: 2004, high: 2006, series: ['y'] },
    ])
  })

  test('a period ends where two series break together, and has their means', () => {
    const both = [
      broken('x', [[1990, 1989, 1991]]),
      broken(
        'y',
        [
          [1990, 1990, 1992],
          [2000, 1999, 2001],
        ],
        1975,
      ),
    ]
    expect(levelPeriods(breakClusters(both), both, [flat('x'), flat('y')])).toEqual([
      {
        from: 1980,
        to: 1989,
        levels: [
          { series: 'x', value: 1, years: 10 },
          { series: 'y', value: 1, years: 10 },
        ],
      },
      {
        from: 1990,
        to: 2020,
        levels: [
          { series: 'x', value: 3, years: 31 },
          { series: 'y', value: 3, years: 31 },
        ],
      },
    ])
  })

  test('breaks of one series make no period', () => {
    const one = [broken('x', [[1990, 1989, 1991]]), broken('y', [])]
    expect(levelPeriods(breakClusters(one), one, [flat('x'), flat('y')])).toEqual([])
  })
})

describe('of the bundled record', () => {
  let snapshot: Snapshot
  beforeAll(async () => {
    snapshot = await openSnapshot(bundledRecord())
  })
  afterAll(() => snapshot.close())

  function found(a: string, b: string, to: string): Promise<TurningPoints> {
    const cards = new Map(snapshot.manifest.sources.map((card) => [card.id, card]))
    const [one, other] = [stateOf(a)!, stateOf(b)!]
    const bench = { dyad: { a: one, b: other, from: undefined, to, draws: 50, seed: 1 }, snapshot, cards } as Parameters<
      typeof turningPoints
    >[0]
    return turningPoints(bench, bundledLedger(a, b))
  }
  const breaksOf = (points: TurningPoints, id: string): number[] =>
    points.series.filter((one) => one.id === id).flatMap(({ runs }) => runs.flatMap(({ breaks }) => breaks.map(({ year }) => year)))

  test('China and Russia: kappa breaks in 1979, 1997 and 2005, the share of same positions in 1983, 1991 and 2000', async () => {
    const points = await found('CHN', 'RUS', '2026-11-24')
    expect(breaksOf(points, 'kappa_quadratic')).toEqual([1979, 1997, 2005])
    expect(breaksOf(points, 'agreement')).toEqual([1983, 1991, 2000])
    expect(
      points.series.flatMap(({ runs }) => runs.flatMap(({ breaks }) => breaks.flatMap(({ events }) => events ?? []))).length,
    ).toBeGreaterThan(6)
    expect(turningPointsSchema.parse(points)).toEqual(points)
  })

  test('nothing is later than the last day, and a half year of votes is no point', async () => {
    const points = await found('CHN', 'RUS', '2012-06-30')
    const runs = points.series.flatMap((one) => one.runs)
    expect(Math.max(...runs.map(({ to }) => to))).toBe(2011)
    for (const { events } of runs.flatMap(({ breaks }) => breaks))
      for (const { date } of events ?? []) expect(date <= '2012-06-30').toBe(true)
  })

  test('1951 and 1964 had hardly any votes: the United States and India are not joined across them', async () => {
    const [kappa] = (await found('USA', 'IND', '2026-11-24')).series
    expect(kappa!.runs.map(({ from, to, state }) => [from, to, state])).toContainEqual([1965, 2025, 'observed'])
    expect(kappa!.runs.every(({ from, to }) => !(from <= 1951 && to >= 1951) && !(from <= 1964 && to >= 1964))).toBe(true)
  })

  test('ideal points: years are those in which a session opened, a session that has not ended is no point, session 19 is a gap', async () => {
    const of = async (to: string): Promise<TurningSeries> =>
      (await found('USA', 'IND', to)).series.find(({ id }) => id === 'ideal_point_distance')!
    const whole = await of('2026-11-24')
    expect(whole.points.map(([year]) => year)).not.toContain(1964)
    expect(whole.points.at(-1)![0]).toBe(2025)
    expect((await of('2012-06-30')).points.at(-1)![0]).toBe(2010)
    const [row] = await snapshot.rows(
      "SELECT abs(sum(CASE state WHEN 'USA' THEN point ELSE -point END)) AS distance FROM estimated_points WHERE specification = 'usual' AND session = 45 AND state IN ('USA', 'IND')",
    )
    expect(whole.points.find(([year]) => year === 1990)![1]).toBeCloseTo(row!['distance'] as number, 12)
  })

  test('naming the two the other way round changes no figure', async () => {
    const [one, other] = await Promise.all([found('DEU', 'RUS', '2026-11-24'), found('RUS', 'DEU', '2026-11-24')])
    for (const id of ['kappa_quadratic', 'agreement', 'goods-trade']) {
      const of = (points: TurningPoints): unknown => points.series.find((series) => series.id === id)!.runs
      expect(of(one)).toEqual(of(other))
    }
    expect(one.moments).toEqual(other.moments)
  })

  test('a pair without votes or trade is told as unknown, in text and in Markdown', async () => {
    const none = await found('TWN', 'LIE', '2026-11-24')
    expect(none.moments).toEqual([])
    expect(turningText(none, 110)).toContain('Unknown: no yearly series of the record is long enough')
    expect(turningMarkdown(none).join('\n')).toContain('Unknown: no yearly series')
  })

  test('the page sets events beside breaks and never says that they made them', async () => {
    const points = await found('CHN', 'RUS', '2026-11-24')
    const withoutSentences = points.series.map((one) => ({
      ...one,
      runs: one.runs.map((run) => ({
        ...run,
        breaks: run.breaks.map((each) => ({ ...each, events: each.events?.map((event) => ({ ...event, sentence: '…' })) ?? null })),
      })),
    }))
    const text = [
      turningText({ ...points, series: withoutSentences }, 110),
      ...turningMarkdown({ ...points, series: withoutSentences }),
    ].join('\n')
    expect(text).toContain('Nearness in time says nothing about why')
    expect(text).toMatch(/1997-01-10, 9 days after 1 January 1997: …/)
    expect(text).not.toMatch(/because|caused|led to|due to|owing to|therefore|as a result|brought about/i)
  })
})
