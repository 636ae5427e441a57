import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkInput, operations } from '../../../src/operations/index.ts'
import type { OutlookHistoryAnswer } from '../../../src/reports/outlook/history-answer.ts'
import type { OutlookAnswer } from '../../../src/reports/outlook/outlook-answer.ts'
import type { TrackRecordAnswer } from '../../../src/reports/outlook/track-record-answer.ts'
import { trackRecordSentences } from '../../../src/reports/outlook/track-record-text.ts'

const context = { env: { ...process.env, VISAVIS_HOME: '/nonexistent' }, today: '2026-11-24', now: '2026-11-24T12:00:00.000Z' }

async function asked<T>(name: string, input: Record<string, unknown>): Promise<T> {
  const operation = operations.find((one) => one.name === name)!
  return (await (await operation.load()).run(checkInput(operation, input), context)) as T
}

async function shown(name: string, answer: unknown, format: 'table' | 'csv'): Promise<string> {
  const operation = operations.find((one) => one.name === name)!
  return (await operation.load()).show[format]!(answer as never)
}

/** Rows of the first table under the heading of a quantity on the page that the back-test writes. */
function documented(target: string): string[][] {
  const page = readFileSync('docs/outlook/backtest.md', 'utf8')
  const part = page.slice(page.indexOf(`\n\`${target}\``))
  const [table] = /\| ahead \| origins[\s\S]*?\n\n/.exec(part)!
  return table
    .trim()
    .split('\n')
    .slice(2)
    .map((line) => line.split('|').map((cell) => cell.trim()))
}

describe('the track record', () => {
  let answer: TrackRecordAnswer
  beforeAll(async () => {
    answer = await asked('outlook track-record', {})
  })

  test('of every quantity has the scores that the page of the back-test prints', () => {
    expect(answer.quantities).toHaveLength(6)
    for (const { target, horizons } of answer.quantities) {
      const printed = documented(target)
      expect(horizons.map(({ horizon }) => horizon)).toEqual([1, 2, 3, 5, 10])
      horizons.forEach((one, i) => {
        const [, ahead, origins, n, mae, , crps, , skill, interval, verdict, , , , in50, in80, in90, in95] = printed[i]!
        expect([target, one.horizon, one.origins, one.n.toLocaleString('en-US')]).toEqual([target, Number(ahead), Number(origins), n])
        // rows of origins are stored with five digits
        expect(Math.abs(one.mae / Number(mae) - 1)).toBeLessThan(6e-4)
        expect(Math.abs(one.crps / Number(crps) - 1)).toBeLessThan(6e-4)
        expect(Number(skill)).toBeCloseTo(one.skill!.value, 2)
        expect(interval!.split(' to ').map(Number)[0]).toBeCloseTo(one.skill!.low90, 2)
        expect([target, ahead, one.isShown]).toEqual([target, ahead, verdict !== 'no skill shown'])
        const cover = [one.cover50, one.cover80, one.cover90, one.cover95].map((share) => 100 * share)
        for (const [k, cell] of [in50, in80, in90, in95].entries()) expect(Math.abs(Number(cell) - cover[k]!)).toBeLessThan(0.11)
      })
    }
  })

  test('the points of a reliability diagram add up to the forecasts and the events, and lie in their intervals', () => {
    const events = answer.events.filter(({ score }) => score === 'log')
    expect(events.length).toBeGreaterThanOrEqual(7)
    for (const { target, horizons } of events)
      for (const { horizon, n, events: came, bins } of horizons) {
        const weighted = target === 'armed-conflict' || target === 'armed-conflict-continuation'
        const [cases, sum] = bins.reduce(([x, y], bin) => [x + bin.n, y + bin.n * bin.frequency], [0, 0] as [number, number])
        // a conflict of many pairs counts once among pairs in conflict
        if (weighted) expect(cases).toBeLessThanOrEqual(n + 0.5)
        else {
          expect([target, horizon, Math.round(cases)]).toEqual([target, horizon, n])
          expect(Math.abs(sum - came!)).toBeLessThan(0.01 * came! + 0.5)
        }
        for (const { frequency, low90, high90 } of bins) {
          if (low90 === null) continue
          expect(low90).toBeLessThanOrEqual(frequency + 1e-9)
          expect(high90).toBeGreaterThanOrEqual(frequency - 1e-9)
        }
      }
  })

  test('where no skill was shown the base rate is the forecast, and never elsewhere', () => {
    for (const { target, isComparison, horizons } of answer.events)
      for (const { horizon, forecast, isShown, skill } of horizons) {
        expect([target, horizon, forecast === null]).toEqual([target, horizon, isComparison])
        expect(isShown).toBe(skill !== null && skill.low90 > 0)
        if (forecast === 'model' || forecast === 'base rate')
          expect([target, horizon, forecast === 'model']).toEqual([target, horizon, isShown])
      }
  })

  test('its sentences count what its rows say', () => {
    const all = answer.quantities.flatMap(({ horizons }) => horizons)
    const text = trackRecordSentences(answer).join(' ')
    expect(text).toContain(`${all.filter(({ isShown }) => isShown).length} of ${all.length} tests`)
    const without = answer.events.filter(({ isComparison, horizons }) => !isComparison && horizons.every(({ isShown }) => !isShown))
    for (const { title } of without) expect(text.split('without skill')[1]).toContain(title)
    const votes = answer.votes.filter(({ part }) => part === 'all').at(-1)!
    expect(votes.session).toBe('78-80')
    expect(text).toContain(`${(100 * votes.accuracy).toFixed(1)} % of ${votes.n.toLocaleString('en-US')}`)
  })

  test('every source is cited, and the CSV has a row for each horizon and each point', async () => {
    for (const { citation, vintage } of answer.sources) expect([citation.length > 20, vintage.length > 0]).toEqual([true, true])
    const [head, ...rows] = (await shown('outlook track-record', answer, 'csv')).trim().split(/\r?\n/)
    const horizons = [...answer.quantities, ...answer.events].flatMap((one) => one.horizons as readonly object[])
    const bins = answer.events.flatMap((one) => one.horizons.flatMap((horizon) => horizon.bins))
    expect(rows).toHaveLength(horizons.length + bins.length)
    for (const row of rows) expect(row.split(',').length).toBe(head!.split(',').length)
  })
})

describe('the past of what is forecast', () => {
  test('ends with the value that no change says, for every quantity with a forecast', async () => {
    const pair = { a: 'Kenya', b: 'Tanzania' }
    const outlook = await asked<OutlookAnswer>('outlook', pair)
    const { series } = await asked<OutlookHistoryAnswer>('outlook history', pair)
    const quantities = outlook.targets.filter(({ median, horizon }) => median !== null && horizon === 1)
    expect(series.map(({ id }) => id)).toEqual(quantities.map(({ id }) => id))
    for (const { id, title, baseline, unit } of quantities) {
      const past = series.find((one) => one.id === id)!
      expect([past.title, past.unit]).toEqual([title, unit])
      expect(past.points.at(-1)!.value).toBeCloseTo(baseline, 9 - Math.ceil(Math.log10(Math.max(1, baseline))))
    }
  })

  test('a value that is not known is missing and never zero, and a series without any has no points', async () => {
    const { series } = await asked<OutlookHistoryAnswer>('outlook history', { a: 'China', b: 'Russia' })
    const goods = series.find(({ id }) => id === 'goods-flow-a-to-b')!
    // no source of all pairs covers 2021
    expect(goods.points.find(({ year }) => year === 2021)).toEqual({ year: 2021, period: '2021', value: null })
    for (const { id, every, points } of series) {
      expect([id, points[0]!.value, points.at(-1)!.value].includes(null)).toBe(false)
      for (const [k, { year }] of points.entries()) expect(k === 0 ? every : year - points[k - 1]!.year).toBe(every)
      for (const { value } of points) if (id.startsWith('goods')) expect(value === null || value > 0).toBe(true)
    }
    const kosovo = await asked<OutlookHistoryAnswer>('outlook history', { a: 'Kosovo', b: 'Serbia' })
    expect(kosovo.series.find(({ id }) => id === 'agreement-rate')!.points).toEqual([])
    expect(await shown('outlook history', kosovo, 'table')).toContain('none known')
  })

  test('nothing later than the day is used', async () => {
    const { series } = await asked<OutlookHistoryAnswer>('outlook history', { a: 'China', b: 'Russia', asOf: '2016-12-31' })
    for (const { points } of series) expect(points.at(-1)!.year).toBeLessThanOrEqual(2016)
  })
})
