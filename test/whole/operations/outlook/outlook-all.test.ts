import { describe, expect, test } from 'vitest'
import type { EveryOutlookAnswer } from '../../../../src/assessments/outlook/every-outlook.ts'
import { everyOutlook } from '../../../../src/assessments/outlook/every-outlook.ts'
import { checkInput, operations } from '../../../../src/operations/index.ts'
import { readOutlookFits } from '../../../../src/outlook/targets/stored-fits.ts'
import { outlookAllCsv, outlookAllLines } from '../../../../src/reports/outlook/outlook-all.ts'
import type { OutlookAnswer } from '../../../../src/reports/outlook/outlook-answer.ts'
import { bundledRecord, openSnapshot } from '../../../../src/store/index.ts'

const context = { env: process.env, today: '2026-11-30', now: '2026-11-30T12:00:00.000Z' }

async function asked<T>(name: string, input: Record<string, unknown>): Promise<T> {
  const operation = operations.find((one) => one.name === name)!
  return (await (await operation.load()).run(checkInput(operation, input), context)) as T
}

describe('the outlook of every pair', () => {
  test('the forecasts are those of one pair, to five digits', async () => {
    const [all, one] = [
      await asked<EveryOutlookAnswer>('outlook all', { state: 'Kenya' }),
      await asked<OutlookAnswer>('outlook', { a: 'Kenya', b: 'Tanzania' }),
    ]
    const rows = [...all.rows].filter(({ a, b }) => a === 'KEN' && b === 'TZA')
    const five = (value: number | null | undefined): number | null => (value == null ? null : Number(value.toPrecision(5)))
    expect(
      rows.map(({ target, horizon, median, probability, baseline, low95 }) => [target, horizon, median, probability, baseline, low95]),
    ).toEqual(
      one.targets.map(({ id, horizon, median, probability, baseline, bands }) => [
        ...[id, horizon, five(median), five(probability), five(baseline)],
        five(bands.find(({ level }) => level === 95)?.low),
      ]),
    )
    expect(all.pairs).toBe(194)
    expect(all.forecasts).toBe([...all.rows].length)
  })

  test('one target, one horizon, in CSV and JSON Lines; a row has as many cells as the heading', async () => {
    const answer = await asked<EveryOutlookAnswer>('outlook all', { state: 'KEN', target: 'armed-conflict', horizon: 5 })
    expect(answer).toMatchObject({ pairs: 194, forecasts: 194, targets: [{ target: 'armed-conflict', pairs: 194, forecasts: 194 }] })
    const [heading, ...lines] = [...outlookAllCsv(answer)].join('').trimEnd().split('\n')
    expect(new Set(lines.map((line) => line.split(',').length))).toEqual(new Set([heading!.split(',').length]))
    const objects = [...outlookAllLines(answer)]
      .join('')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(objects).toHaveLength(194)
    expect(objects[0]).toMatchObject({ a: 'AFG', b: 'KEN', target: 'armed-conflict', horizon: 5, median: null })
  })

  test('two threads give the bytes of one', async () => {
    const snapshot = await openSnapshot(bundledRecord())
    const request = { to: snapshot.manifest.created.slice(0, 10), state: 'KEN', horizon: 10, target: undefined }
    const fits = await readOutlookFits()
    const of = async (threads: number): Promise<string> =>
      [...outlookAllCsv(await everyOutlook(request, snapshot, fits, { threads }))].join('')
    const [one, two] = [await of(1), await of(2)]
    snapshot.close()
    expect(two === one).toBe(true)
    expect(one.split('\n').length).toBeGreaterThan(2000)
  })

  test('an unknown target and a horizon that was not tested are refused', async () => {
    await expect(asked('outlook all', { target: 'love' })).rejects.toMatchObject({
      code: 'Usage',
      message: expect.stringContaining('armed-conflict'),
    })
    await expect(asked('outlook all', { horizon: 7 })).rejects.toMatchObject({ code: 'NoCoverage' })
    await expect(asked('outlook all', { state: 'Czechoslovakia' })).rejects.toMatchObject({ code: 'NoSuchStateThen' })
  })
})
