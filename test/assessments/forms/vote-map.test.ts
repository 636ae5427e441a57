import { describe, expect, test } from 'vitest'
import { voteMapOf } from '../../../src/assessments/forms/vote-map.ts'
import { topicBits, type VoteRecord, voteRecord } from '../../../src/assessments/forms/vote-map-record.ts'
import { type VoteMap, votersOf } from '../../../src/assessments/index.ts'
import { votesByTopic, votesChart } from '../../../src/reports/charts/chart-votes.ts'
import { bundledRecord, openSnapshot } from '../../../src/store/index.ts'

/** Votes of two states, a letter each: 1 yes, 2 abstain, 3 no, 0 none. */
function made(rows: readonly (readonly [date: string, a: number, b: number, issues: string | null])[]): VoteRecord {
  return {
    voters: ['AAA', 'BBB'],
    dates: rows.map(([date]) => date),
    years: Uint16Array.from(rows, ([date]) => Number(date.slice(0, 4))),
    positions: Uint8Array.from([...rows.map((row) => row[1]), ...rows.map((row) => row[2])]),
    topics: Uint8Array.from(rows, (row) => topicBits(row[3])),
    coders: rows.map((row) => (row[3] === null ? null : row[0] < '2020' ? 'voeten' : 'visavis')),
    sources: rows.map(() => 'made-up'),
    vintages: new Map([['made-up', 'v1']]),
  }
}

const record = made([
  ['2018-12-01', 1, 1, 'me,hr'],
  ['2018-12-02', 1, 3, 'me'],
  ['2018-12-03', 2, 3, ''],
  ['2018-12-04', 0, 3, 'me'],
  ['2021-12-01', 3, 3, null],
  ['2021-12-02', 2, 1, 'ec'],
])
const map = voteMapOf(record, 0, 1, '2021-12-31') as VoteMap
const cells = (id: string): unknown => map.topics.find((topic) => topic.id === id)?.cells

describe('votes in common by topic and year', () => {
  test('the same, one abstaining and opposing votes are told apart; a vote without a position of one is no vote in common', () => {
    expect(map.all).toEqual([
      [2018, 1, 1, 1],
      [2021, 1, 1, 0],
    ])
    expect(map.votes).toBe(5)
  })

  test('a resolution under two issues is in both rows; none of the six and not coded are rows of their own', () => {
    expect(cells('me')).toEqual([[2018, 1, 0, 1]])
    expect(cells('hr')).toEqual([[2018, 1, 0, 0]])
    expect(cells('none')).toEqual([[2018, 0, 1, 0]])
    expect(cells('not-coded')).toEqual([[2021, 1, 0, 0]])
    expect(cells('nu')).toBeUndefined()
  })

  test('nothing later than the day is in it, and without a vote in common there is no map', () => {
    expect(voteMapOf(record, 0, 1, '2020-12-31')!.all).toEqual([[2018, 1, 1, 1]])
    expect(voteMapOf(record, 0, 1, '2017-12-31')).toBeUndefined()
    expect(voteMapOf(record, 0, -1, '2021-12-31')).toBeUndefined()
  })

  test('who coded the topics is counted, and the last day told', () => expect([map.codedByUs, map.last]).toEqual([1, '2021-12-02']))

  test('the two sides may be swapped', () => expect(voteMapOf(record, 1, 0, '2021-12-31')).toEqual(map))
})

describe('the map as drawn', () => {
  const chart = votesChart(map, 'AAA-BBB')

  test('areas are to scale: a row of two votes has twice the area of a row of one', () => {
    const heights = (kind: string): number[] =>
      [...chart.body.markup.matchAll(new RegExp(`class="votes-${kind}" d="([^"]+)"`, 'g'))].map(([, d]) =>
        [...d!.matchAll(/v([\d.]+)/g)].reduce((sum, [, v]) => sum + Number(v), 0),
      )
    const votes = (at: 1 | 2 | 3): number[] =>
      map.topics.map((topic) => topic.cells.reduce((sum, cell) => sum + cell[at], 0)).filter((sum) => sum > 0)
    const unit = heights('same')[0]! / votes(1)[0]!
    for (const [kind, at] of [
      ['same', 1],
      ['partial', 2],
      ['opposing', 3],
    ] as const)
      expect(heights(kind)).toEqual(votes(at).map((sum) => expect.closeTo(sum * unit, 1)))
  })

  test('opposing votes lie below the line, so that they are told apart without colour', () => {
    const row = chart.body.markup.slice(chart.body.markup.indexOf('Palestinian'))
    const base = Number(/class="axis" d="M0 ([\d.]+)/.exec(row)![1])
    expect(Number(/class="votes-opposing" d="M[\d.]+ ([\d.]+)/.exec(row)![1])).toBeCloseTo(base, 1)
    expect(Number(/class="votes-same" d="M[\d.]+ ([\d.]+)/.exec(row)![1])).toBeLessThan(base)
  })

  test('the table has every cell, and the summary the last ten years', () => {
    expect(chart.data.rows).toHaveLength(2 + map.topics.reduce((sum, topic) => sum + topic.cells.length, 0))
    expect(votesByTopic(map).rows[0]).toEqual(['All topics', '5', '40 %', '40 %', '20 %', '40 % of 5'])
  })
})

test('China and Russia: every vote in common since 1971 is in the map once, as a count from the table says', async () => {
  const snapshot = await openSnapshot(bundledRecord())
  const whole = await voteRecord(snapshot)
  const voters = await votersOf(snapshot)
  const [i, j] = [voters.indexOf('CHN'), voters.indexOf('RUS')]
  const real = voteMapOf(whole, i, j, '2025-12-31')!
  const counted = await snapshot.rows(
    `WITH pair AS (SELECT substr(date, 1, 4) AS year, substr(votes, ${i + 1}, 1) AS x, substr(votes, ${j + 1}, 1) AS y FROM roll_calls WHERE kind = 'whole' AND date <= '2025-12-31')
     SELECT year, count(*) FILTER (x = y) AS same, count(*) FILTER (x <> y AND (x = '2' OR y = '2')) AS partial,
       count(*) FILTER (x <> y AND x <> '2' AND y <> '2') AS opposing FROM pair WHERE x <> '.' AND y <> '.' GROUP BY year ORDER BY year`,
  )
  expect(real.all).toEqual(counted.map((row) => [row['year'], row['same'], row['partial'], row['opposing']].map(Number)))
  expect(real.all[0]![0]).toBe(1971)

  const before = process.cpuUsage()
  for (let k = 0; k < 200; k++) voteMapOf(whole, (i + k) % voters.length, j, '2025-12-31')
  const spent = process.cpuUsage(before)
  expect((spent.user + spent.system) / 200).toBeLessThan(1500)
})
