import { describe, expect, test } from 'vitest'
import { stageOf } from '../../../src/assessments/index.ts'
import { stakeholdersOf } from '../../../src/assessments/pairs/stakeholder-network.ts'
import { dependenceChart } from '../../../src/reports/charts/chart-dependence.ts'
import { networkChart } from '../../../src/reports/charts/chart-network.ts'
import { profileChart } from '../../../src/reports/charts/chart-profile.ts'
import { linearScale, ticks, yearTicks } from '../../../src/reports/charts/chart-scale.ts'
import { type SeriesSpec, seriesChart } from '../../../src/reports/charts/chart-series.ts'
import { similarityMeasuresChart } from '../../../src/reports/charts/chart-similarity-measures.ts'
import { ladderChart } from '../../../src/reports/charts/chart-stage-ladder.ts'
import { timelineChart } from '../../../src/reports/charts/chart-timeline.ts'
import { networkLayout } from '../../../src/reports/parts/network-layout.ts'
import { html } from '../../../src/reports/text/html-markup.ts'
import { known, ledger, madeUpAssessment } from '../made-up-assessment.ts'
import { elementsOf } from '../page-elements.ts'

const drawn = (body: { markup: string }) => elementsOf(`<svg>${body.markup}</svg>`)
const classed = (body: { markup: string }, name: string) => drawn(body).filter((element) => element.attributes.get('class') === name)

describe('series', () => {
  const spec = (points: SeriesSpec['lines'][number]['points'], part: Partial<SeriesSpec> = {}): SeriesSpec => ({
    id: 'chart-x',
    title: 'x',
    unit: 'index',
    lines: [{ name: 'x', points }],
    breaks: [],
    events: [],
    file: 'x',
    ...part,
  })

  test('a line is not drawn across a year that is missing', () => {
    const whole = seriesChart(spec([1, 2, 3, 4].map((year) => ({ year: 2000 + year, value: year }))))
    const gap = seriesChart(spec([1, 2, 4, 5].map((year) => ({ year: 2000 + year, value: year }))))
    expect(classed(whole.body, 'line s0')).toHaveLength(1)
    expect(classed(gap.body, 'line s0')).toHaveLength(2)
    expect(classed(gap.body, 'mark s0')).toHaveLength(4)
  })

  test('a year alone between gaps is a mark with its interval', () => {
    const { body } = seriesChart(
      spec([
        { year: 2001, value: 1 },
        { year: 2005, value: 2, low: 1, high: 3 },
      ]),
    )
    expect(classed(body, 'line s0')).toHaveLength(0)
    expect(classed(body, 'whisker')).toHaveLength(1)
  })

  test('amounts are drawn from zero, and an index below zero from where it is', () => {
    const tickTexts = (values: number[], unit: string): string[] =>
      drawn(
        seriesChart(
          spec(
            values.map((value, i) => ({ year: 2000 + i, value })),
            { unit },
          ),
        ).body,
      )
        .filter((element) => element.attributes.get('text-anchor') === 'end')
        .map((element) => element.text)
    expect(tickTexts([90e9, 100e9], 'USD')[0]).toBe('0')
    expect(tickTexts([-0.4, 0.6], 'index')[0]).toBe('−0.4')
  })

  test('breaks and events of its years are marked, others are left out; for and against differ by place, not by colour alone', () => {
    const event = (date: string, against: boolean) => ({ date, against })
    const points = [2001, 2002, 2003].map((year) => ({ year, value: 1 }))
    const events = [
      event('1999-01-01', false),
      event('2002-07-01', false),
      event('2003-02', false),
      event('2003-12-31', true),
      event('2004-01-01', true),
    ]
    const { body, description } = seriesChart(spec(points, { breaks: [{ year: 2002, low: 2001, high: 2003 }], events }))
    expect(classed(body, 'break')).toHaveLength(1)
    const rows = ['event', 'event against'].map((name) => classed(body, name)[0]!.attributes.get('d')!.split('M').slice(1))
    expect(rows.map((row) => row.length)).toEqual([2, 1])
    const heights = rows.map((row) => new Set(row.map((tick) => tick.split('v')[0]!.split(' ')[1])))
    expect(heights[0]!.size).toBe(1)
    expect(heights[0]).not.toEqual(heights[1])
    expect(description).toContain('Break at 2002, between 2001 and 2003')
  })

  test('unknown ends of an interval are unknown in the table too', () => {
    expect(
      seriesChart(
        spec([
          { year: 2001, value: 1 },
          { year: 2002, value: 2 },
        ]),
      ).data.rows[0],
    ).toEqual(['x', '2001', 1, null, null, 'observed'])
  })
})

describe('profile, rivals, dependence, ladder', () => {
  test('the profile has a row for each of the fourteen domains, in their order, and no place for what is not ranked', () => {
    const { data, body } = profileChart(madeUpAssessment())
    expect(data.rows.map((row) => row[0])).toHaveLength(12)
    expect(data.rows[0]).toEqual([
      'Diplomacy',
      'observed',
      expect.stringContaining('0.50 (0.40 to 0.60)'),
      84,
      80,
      88,
      '2020',
      expect.any(String),
    ])
    expect(data.rows[3]!.slice(3, 6)).toEqual([null, null, null])
    expect([classed(body, 'level').length, classed(body, 'untold').length, classed(body, 'unknown').length]).toEqual([1, 1, 10])
  })

  test('rival measures share an axis; a distance is none of them; one alone is no rivalry', () => {
    const two = [
      known({ id: 'kappa_quadratic', value: 0.5 }),
      known({ id: 's_absolute', value: 0.7 }),
      known({ id: 'ideal_point_distance', value: 3 }),
    ]
    expect(similarityMeasuresChart(two, 'x')!.data.rows.map((row) => row[1])).toEqual([0.5, 0.7])
    expect(similarityMeasuresChart(two.slice(1), 'x')).toBeUndefined()
  })

  test('a side whose share nobody reports is hatched, not a bar of no length', () => {
    const { body, data, description } = dependenceChart(madeUpAssessment())!
    expect(data.rows).toEqual([['trade with the other, part of own GDP', null, '', 0.12, '2020']])
    expect([classed(body, 'unknown').length, classed(body, 'bar s0').length, classed(body, 'bar s1').length]).toEqual([1, 0, 1])
    expect(description).toContain('unknown, Russia 12 % in 2020')
  })

  test('the ladder fills as many rungs as the level, and hatches what evidence against holds down', () => {
    const stage = stageOf(ledger, '2020-12-31')
    const held = {
      ...stage,
      indicators: stage.indicators.map((one) => ({
        ...one,
        level: one.id === 'consultation' ? (1 as const) : (0 as const),
        supported: one.id === 'consultation' ? (3 as const) : (0 as const),
      })),
    }
    const { body } = ladderChart(held, 'x')
    expect([classed(body, 'rung').length, classed(body, 'held').length, classed(body, 'empty').length]).toEqual([1, 2, 27])
  })

  test('before the ledger begins every rung is unknown', () => {
    const { body, data } = ladderChart(stageOf(ledger, '2000-01-01'), 'x')
    expect(classed(body, 'unknown')).toHaveLength(30)
    expect(data.rows[0]!.slice(2, 5)).toEqual([null, null, null])
  })
})

describe('ledger in time, and its network', () => {
  test('arrangements are bars to the last day, acts are marks, what is against stands apart', () => {
    const { body } = timelineChart(ledger, ledger.items.slice(0, 3), '2020-12-31')
    expect([classed(body, 'standing').length, classed(body, 'act').length, classed(body, 'against').length]).toEqual([1, 1, 1])
    const bar = classed(body, 'standing')[0]!.attributes
    expect(Number(bar.get('x')) + Number(bar.get('width'))).toBeCloseTo(712, 1)
  })

  test('no two names stand at one place, each at its side, and the drawing holds them', () => {
    const network = stakeholdersOf(ledger, '2020-12-31')
    const { placed, height } = networkLayout(network)
    expect(new Set(placed.map(({ x, y }) => `${x} ${y}`)).size).toBe(placed.length)
    expect(placed.map(({ node, column }) => [node.id.slice(0, 6), column])).toEqual([
      ['CHN', 'a'],
      ['Ann Li', 'a'],
      ['KAZ', 'middle'],
      ['RUS', 'b'],
      ['<scrip', 'b'],
    ])
    expect(Math.max(...placed.map(({ y }) => y))).toBeLessThan(height)
    expect(networkChart(network, ['China', 'Russia']).data.rows).toHaveLength(5)
  })
})

describe('scales', () => {
  test('ticks are round, inside the ends, and in order', () => {
    for (const [low, high] of [
      [0, 1],
      [-0.31, 0.82],
      [0, 245e9],
      [0, 0.004],
      [3, 3.1],
    ] as const) {
      const found = ticks(low, high, 4)
      expect(found.length).toBeGreaterThan(1)
      expect(found.length).toBeLessThan(9)
      for (const tick of found) expect(tick >= low - 1e-9 * high && tick <= high * (1 + 1e-9)).toBe(true)
      expect([...found].sort((x, y) => x - y)).toEqual(found)
    }
    expect(yearTicks(2018, 2018, 6)).toEqual([2018])
  })

  test('one value alone stands in the middle', () => {
    expect(linearScale(5, 5, 0, 10)(5)).toBe(5)
  })

  test('what is not a number cannot be drawn', () => {
    expect(() => html`<circle r="${Number.NaN}"/>`).toThrow(RangeError)
  })
})
