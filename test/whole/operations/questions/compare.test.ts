import { describe, expect, test } from 'vitest'
import type { Assessment } from '../../../../src/assessments/index.ts'
import { checkInput, operations } from '../../../../src/operations/index.ts'
import { parsePair } from '../../../../src/operations/storage/parse-pair.ts'
import type { CompareAnswer } from '../../../../src/reports/answers/compare.ts'
import type { EvidenceAnswer } from '../../../../src/reports/parts/evidence.ts'
import { isKnown } from '../../../../src/store/index.ts'

const context = { env: { ...process.env, VISAVIS_HOME: '/nonexistent' }, today: '2026-11-24', now: '2026-11-24T12:00:00.000Z' }

async function work(name: string) {
  return operations.find((one) => one.name === name)!
}

async function ask<T>(name: string, input: Record<string, unknown>): Promise<T> {
  const operation = await work(name)
  const loaded = await operation.load()
  const answer = (await loaded.run(checkInput(operation, input), context)) as T
  expect(loaded.output.safeParse(JSON.parse(JSON.stringify(answer))).error?.issues ?? []).toEqual([])
  return answer
}

async function shown(name: string, input: Record<string, unknown>, format: 'table' | 'csv' | 'md'): Promise<string> {
  const operation = await work(name)
  const loaded = await operation.load()
  return await loaded.show[format]!((await loaded.run(checkInput(operation, input), context)) as never)
}

const compare = (input: Record<string, unknown>) => ask<CompareAnswer>('compare', input)

describe('compare', () => {
  test('its figures are those of assess, pair by pair', async () => {
    const { pairs, rows } = await compare({ pairs: ['CHN-RUS', 'USA-IND'], domain: 'diplomacy' })
    for (const [i, { a, b }] of pairs.entries()) {
      const { domains } = await ask<Assessment>('assess', { a: a.iso3, b: b.iso3 })
      const { estimates } = domains.find(({ id }) => id === 'diplomacy')!
      for (const row of rows) {
        const cell = row.cells[i]!
        expect(cell.level).toEqual(estimates.find(({ id }) => id === row.id))
        expect(cell.percentile).toEqual(estimates.find(({ id }) => id === `${row.id}.percentile`) ?? null)
      }
    }
    expect(rows.map(({ id }) => id)).toContain('ideal_point_distance')
  })

  test('of all domains, each has the leading figure of every pair, and what is not known of another is said', async () => {
    const { rows } = await compare({ pairs: ['CHN-RUS', 'MCO-TUV'] })
    const trade = rows.find(({ id }) => id === 'goods-trade')!
    expect(trade.cells[0] !== null && isKnown(trade.cells[0]!.level)).toBe(true)
    expect(trade.cells[1]!.level.state).toBe('unknown')
    expect('value' in trade.cells[1]!.level).toBe(false)
    const text = await shown('compare', { pairs: ['CHN-RUS', 'MCO-TUV'] }, 'table')
    expect(text).toMatch(/MCO-TUV\s+unknown/)
  })

  test('says in words who is closer, what has changed and who trades more; of pairs that share a state from its side', async () => {
    const { sentences } = await compare({ pairs: ['VNM-CHN', 'VNM-USA'] })
    expect(sentences).toHaveLength(4)
    expect(sentences[0]).toMatch(/^Vietnam is in .* with the United States \(since \d{4}\) and in .* with China \(since \d{4}\)\.$/)
    expect(sentences[1]).toMatch(/Vietnam stands closer to China \(closer than .*\) than to the United States \(further apart than .*\)\.$/)
    expect(sentences[2]).toMatch(/^Change over ten sessions: with China no clear change \(.*\); with the United States measures disagree/)
    const apart = await compare({ pairs: ['CHN-RUS', 'USA-IND'], domain: 'diplomacy' })
    expect(apart.sentences[0]).toMatch(/the pairs stand, from closest to furthest: China and Russia \(/)
    expect((await compare({ pairs: ['CHN-RUS', 'USA-IND'], domain: 'trade' })).sentences).toEqual([expect.stringMatching(/^Goods trade/)])
    expect((await compare({ pairs: ['CHN-RUS'] })).sentences).toEqual([])
  })

  test('labels hold for any pair: A and B stand for the two', async () => {
    const { rows } = await compare({ pairs: ['USA-IND', 'DEU-POL'], domain: 'trade' })
    const labels = rows.map(({ label }) => label)
    expect(labels).toContain('both directions as a share of A’s GDP')
    expect(labels.join(' ')).not.toMatch(/United States|India|Germany|Poland/)
  })

  test('by year, the yearly figures are those of the series, with their intervals', async () => {
    const { years } = await compare({ pairs: ['CHN-RUS', 'MCO-TUV'], figure: 'kappa_quadratic', by: 'year' })
    const [kappa] = years!
    const [chinaRussia, monacoTuvalu] = kappa!.lines
    const of2018 = chinaRussia!.points.find(([year]) => year === 2018)!
    expect(of2018[2]! < of2018[1] && of2018[1] < of2018[3]!).toBe(true)
    expect(chinaRussia!.points[0]![0]).toBeLessThan(1980)
    expect(monacoTuvalu!.points[0]![0]).toBeGreaterThan(1999)
    const csv = await shown('compare', { pairs: ['CHN-RUS', 'MCO-TUV'], figure: 'kappa_quadratic', by: 'year' }, 'csv')
    // years in which one of the two had no common vote are blank, not zero
    expect(csv).toMatch(/^diplomacy,kappa_quadratic,MCO,TUV,1985,,,,/m)
  })

  test('every ledger is cited, though all of them bear one id', async () => {
    const { sources } = await compare({ pairs: ['CHN-RUS', 'USA-IND'], domain: 'exercises' })
    expect(sources.filter(({ id }) => id === 'ledger')).toHaveLength(2)
  })

  test.each([
    [{ pairs: [] }, /from 1 to 12/],
    [{ pairs: Array.from({ length: 13 }, () => 'CHN-RUS') }, /from 1 to 12/],
    [{ pairs: ['CHN-RUS', 'Moscow/Beijing'] }, /named more than once/],
    [{ pairs: ['CHN-Nowhere'] }, /does not name two/],
    [{ pairs: ['CHN-RUS'], figure: 'kapa' }, /no figure of China and Russia is called "kapa"/],
  ])('%j is refused', async (input, message) => {
    await expect(compare(input)).rejects.toThrow(message)
  })
})

describe('a pair written as one word', () => {
  test.each([
    ['CHN-RUS', 'CHN', 'RUS'],
    ['China/Russia', 'China', 'Russia'],
    ['Guinea-Bissau - Portugal', 'Guinea-Bissau', 'Portugal'],
    ['Guinea-Bissau-Portugal', 'Guinea-Bissau', 'Portugal'],
    ['United States India', 'United States', 'India'],
    ['RUS-EU', 'RUS', 'EU'],
    ['Trinidad and Tobago and Barbados', 'Trinidad and Tobago', 'Barbados'],
  ])('%s', (text, a, b) => expect(parsePair(text, '2026-11-24')).toEqual({ a, b }))
})

describe('evidence', () => {
  const evidence = (input: Record<string, unknown>) => ask<EvidenceAnswer>('evidence', input)

  test('rows, citation and licence of a figure, and no more rows than the limit', async () => {
    const { behind, figure } = await evidence({ a: 'CHN', b: 'RUS', figure: 'kappa_quadratic', limit: 5 })
    expect(figure.id).toBe('kappa_quadratic')
    expect(behind.map(({ source, total, rows }) => [source.id, total, rows.length])).toEqual([['un-resolutions', 184, 5]])
    expect(behind[0]!.source.citation).toContain('United Nations')
  })

  test('the same question has the same rows, in their order', async () => {
    const asked = { a: 'USA', b: 'IND', figure: 'goods-trade-rank' }
    expect(await evidence(asked)).toEqual(await evidence(asked))
  })

  test('of a bloc, and of a third state', async () => {
    expect((await evidence({ a: 'RUS', b: 'EU', figure: 'shared-blocs' })).behind[0]!.total).toBeGreaterThan(27)
    const { thirdStates } = await ask<Assessment>('assess', { a: 'CHN', b: 'RUS' })
    const [third] = thirdStates
    const { behind } = await evidence({ a: 'CHN', b: 'RUS', figure: third!.partners.id })
    expect(behind[0]!.rows.length).toBeGreaterThan(1)
  })

  test('an unknown figure has no rows, and says what would tell', async () => {
    const { figure, behind } = await evidence({ a: 'MCO', b: 'TUV', figure: 'trade' })
    expect([figure.state, behind]).toEqual(['unknown', []])
    expect(await shown('evidence', { a: 'MCO', b: 'TUV', figure: 'trade' }, 'table')).toContain('What would tell')
  })

  test.each([
    [{ figure: 'kappa' }, /Did you mean kappa_quadratic/],
    [{ figure: 'kappa_quadratic.series', period: '1900' }, /is not told of 1900/],
    [{ figure: "x' or 1 = 1 --" }, /is called/],
  ])('%j is refused', async (input, message) => {
    await expect(evidence({ a: 'CHN', b: 'RUS', ...input })).rejects.toThrow(message)
  })

  test.each(['table', 'csv', 'md'] as const)('as %s', async (format) => {
    const text = await shown('evidence', { a: 'CHN', b: 'RUS', figure: 'exercises-recorded', limit: 3 }, format)
    expect(text).not.toMatch(/undefined|NaN|\[object/)
    expect(text).toContain('zapad')
  })
})
