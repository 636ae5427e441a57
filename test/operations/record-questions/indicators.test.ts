import { describe, expect, test } from 'vitest'
import { indicatorsOperation } from '../../../src/operations/record-questions/indicators.ts'
import type { IndicatorsAnswer } from '../../../src/reports/answers/indicator-catalogue.ts'
import { indicatorsCsv, indicatorsMarkdown, indicatorsText } from '../../../src/reports/answers/indicator-catalogue.ts'

const context = { env: {}, today: '2026-11-24', now: '2026-11-24T00:00:00Z' }

async function ask(input: Readonly<Record<string, string>>): Promise<IndicatorsAnswer> {
  const { run, output } = await indicatorsOperation.load()
  const answer = await run(input, context)
  output.parse(answer)
  return answer as IndicatorsAnswer
}

describe('visavis indicators', () => {
  test('all of them, with the sources that the cards name', async () => {
    const { indicators } = await ask({})
    expect(indicators.length).toBeGreaterThan(130)
    expect(indicators.every(({ sources }) => sources.length > 0)).toBe(true)
    expect(indicators.find(({ id }) => id === 'gdp')?.sources.map(({ id }) => id)).toEqual(['world-bank'])
    expect(indicatorsText({ schemaVersion: 1, indicators })).toContain(`${indicators.length} indicators.`)
    expect(indicatorsMarkdown({ schemaVersion: 1, indicators }).split('\n').length).toBe(indicators.length + 2)
  })

  test('one whole, with windows and what no row means', async () => {
    const text = indicatorsText(await ask({ id: 'alliance-defence' }))
    expect(text).toContain('alliance-defence: Treaty obligation: defence')
    expect(text).toContain('1815-01-01 to 2018-12-31')
    expect(text).toContain('no row means none in force')
    expect(text).toContain('Limits: The words of treaties')
  })

  test('by domain and by source', async () => {
    const exercises = await ask({ domain: 'exercises' })
    expect(exercises.indicators.map(({ id }) => id)).toEqual(['joint-exercises', 'exercise-events'])
    expect((await ask({ source: 'gsdb' })).indicators.map(({ id }) => id)).toEqual(['sanctions-cases'])
    expect((await ask({ domain: 'size' })).indicators.every(({ domain }) => domain === null)).toBe(true)
  })

  test('as CSV a row for each source of an indicator', async () => {
    const lines = indicatorsCsv(await ask({ id: 'sanctions-cases' }))
      .trimEnd()
      .split('\n')
    expect(lines.length).toBe(3)
    expect(lines[1]).toContain(',eusanct,')
  })

  test('an unknown id names what is near, an unknown source says so', async () => {
    await expect(ask({ id: 'votes' })).rejects.toThrow('Did you mean un-votes, un-votes-issues')
    await expect(ask({ source: 'nosuch' })).rejects.toMatchObject({ code: 'UnknownSource' })
    await expect(ask({ id: 'gdp', domain: 'trade' })).rejects.toThrow('no indicator is all of that')
  })
})
