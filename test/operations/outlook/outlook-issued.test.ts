import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkInput, operations } from '../../../src/operations/index.ts'
import { readIssued } from '../../../src/operations/outlook/issued-files.ts'
import { readEventRule } from '../../../src/outlook/events/event-rules.ts'
import { entryToSettle } from '../../../src/outlook/ledger/issue-entries.ts'
import { weightedIntervalScore } from '../../../src/outlook/scores/interval-scores.ts'
import type { OutlookIssuedAnswer } from '../../../src/reports/outlook/issued-answer.ts'
import { issuedColumns } from '../../../src/reports/outlook/issued-text.ts'

async function asked(input: Record<string, unknown>): Promise<OutlookIssuedAnswer> {
  const operation = operations.find((one) => one.name === 'outlook issued')!
  return (await (await operation.load()).run(checkInput(operation, input), {} as never)) as OutlookIssuedAnswer
}

const fileOf = (year: number): string => `data/outlook/ledger/${year === 2019 ? 'from-2019' : year}.csv`

describe('the yearly ledgers', () => {
  test('each has a hundred pairs, the columns that were promised, and the hash of its header', async () => {
    const { years } = await asked({})
    expect(years.map(({ year, madeAfterwards }) => [year, madeAfterwards])).toEqual([
      [2019, true],
      [2026, false],
    ])
    for (const { year, sha256, n, open, resolved, void: isVoid } of years) {
      const text = readFileSync(fileOf(year), 'utf8')
      expect(createHash('sha256').update(text).digest('hex')).toBe(sha256)
      expect(text.split('\n')[0]).toBe(issuedColumns.join(','))
      expect(open + resolved + isVoid).toBe(n)
      const { header, entries } = await readIssued(year === 2019 ? 'from-2019' : String(year))
      expect(header.pairs).toHaveLength(100)
      expect(new Set(header.pairs.map(({ a, b }) => `${a} ${b}`)).size).toBe(100)
      expect(new Set(entries.map(({ id }) => id)).size).toBe(n)
      expect(header.pairs.filter(({ reason }) => reason === 'largest economies')).toHaveLength(45)
    }
  })

  test('no entry of a ledger that was issued in time is of a period that had ended', async () => {
    const { entries } = await asked({})
    expect(entries.every(({ year }) => year === 2026)).toBe(true)
    for (const { id, issued, resolvesOn, status } of entries) {
      const years = id
        .slice(id.lastIndexOf('/') + 1)
        .match(/\d+/g)!
        .map(Number)
      expect(id.includes('/s') && years[0]! < 1000 ? years[0]! + 1946 : years.at(-1)!).toBeGreaterThanOrEqual(2026)
      expect(resolvesOn > issued).toBe(true)
      expect(status).toBe('open')
    }
  })

  test('what came of the forecasts from 2019 is what came, and the scores follow from the row', async () => {
    const { entries, targets } = await asked({ year: 2019 })
    const row = (id: string) => entries.find((one) => one.id === id)!
    expect(row('RUS-UKR/armed-conflict/2020-2024')).toMatchObject({ status: 'resolved', outcome: 1 })
    expect(row('IND-PAK/armed-conflict/2020')).toMatchObject({ status: 'resolved' })
    for (const one of entries) {
      if (one.status !== 'resolved') {
        expect(one.score).toBeNull()
        continue
      }
      if (one.probability !== null) expect(one.score).toBeCloseTo((one.probability - one.outcome!) ** 2, 4)
      else {
        expect(one.within80).toBe(one.outcome! >= one.low80! && one.outcome! <= one.high80!)
        if (one.within80) expect(one.within95).toBe(true)
      }
    }
    const distance = row('CHN-USA/ideal-point-distance/s75')
    const bands = [
      { level: 0.8, low: distance.low80!, high: distance.high80! },
      { level: 0.95, low: distance.low95!, high: distance.high95! },
    ]
    expect(distance.score).toBeCloseTo(weightedIntervalScore(distance.outcome!, distance.median!, bands), 3)
    const own = entries.filter(({ target, status }) => target === 'ideal-point-distance' && status === 'resolved')
    const mean = targets.find(({ year, target }) => year === 2019 && target === 'ideal-point-distance')!
    expect(mean.resolved).toBe(own.length)
    expect(mean.score).toBeCloseTo(own.reduce((sum, { score }) => sum + score!, 0) / own.length, 9)
  })

  test('every entry of an event has a rule that a record can settle', async () => {
    const { header, entries } = await readIssued('2026')
    for (const entry of entries) {
      const isEvent = ['armed-conflict', 'sanctions-onset', 'bloc-joining', 'bloc-leaving'].includes(entry.target.split(':')[0]!)
      const { rule } = entryToSettle(entry, header).resolution
      expect(readEventRule(rule)?.kind).toBe(isEvent ? entry.target.split(':')[0] : undefined)
    }
  })

  test('a year without a ledger is refused, and so is issuing one again', async () => {
    await expect(asked({ year: 2020 })).rejects.toMatchObject({ code: 'NoCoverage', message: expect.stringContaining('2019, 2026') })
    const before = readFileSync(fileOf(2019))
    const ran = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/outlook/past-ledger.ts', '--from', 'nowhere'], {
      encoding: 'utf8',
    })
    expect(ran.status).toBe(1)
    expect(ran.stderr).toContain('is never written over')
    expect(readFileSync(fileOf(2019)).equals(before)).toBe(true)
  })
})
