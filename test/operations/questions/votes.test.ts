import { describe, expect, test } from 'vitest'
import type { PairedVotesAnswer } from '../../../src/assessments/pairs/pair-roll-calls.ts'
import { checkInput, operations } from '../../../src/operations/index.ts'
import type { LedgerAnswer } from '../../../src/reports/parts/ledger.ts'

const context = { env: { ...process.env, VISAVIS_HOME: '/nonexistent' }, today: '2026-11-24', now: '2026-11-24T12:00:00.000Z' }

async function ask<T>(name: string, input: Record<string, unknown>): Promise<T> {
  const operation = operations.find((one) => one.name === name)!
  return (await (await operation.load()).run(checkInput(operation, input), context)) as T
}

const votes = (input: Record<string, unknown>) => ask<PairedVotesAnswer>('votes', input)
const ledger = (input: Record<string, unknown>) => ask<LedgerAnswer>('ledger', input)

describe('votes', () => {
  test('China and Russia in 2025: 184 roll calls, 79 % of them with the same position, as the ledger counts the same votes', async () => {
    const { counts, total } = await votes({ a: 'CHN', b: 'RUS', from: '2025', to: '2025' })
    expect(total).toBe(184)
    expect(counts.same + counts.partial + counts.opposing).toBe(184)
    expect(Math.round((100 * counts.same) / total)).toBe(79)
  })

  test('the map of votes and the list count the same', async () => {
    const { voteMap } = await ask<{
      voteMap: { votes: number; all: readonly (readonly number[])[]; topics: readonly { id: string; votes: number }[] }
    }>('assess', {
      a: 'CHN',
      b: 'RUS',
      to: '2015',
    })
    const { total, counts } = await votes({ a: 'CHN', b: 'RUS', to: '2015', limit: 1 })
    expect(total).toBe(voteMap.votes)
    expect(counts.opposing).toBe(voteMap.all.reduce((sum, cell) => sum + cell[3]!, 0))
    for (const topic of voteMap.topics) {
      const own = await votes({ a: 'CHN', b: 'RUS', to: '2015', limit: 1, issue: topic.id })
      expect([topic.id, own.total]).toEqual([topic.id, topic.votes])
    }
  })

  test('swapping the sides swaps the votes and nothing else', async () => {
    const [one, other] = await Promise.all([votes({ a: 'USA', b: 'CUB', from: '2024' }), votes({ a: 'CUB', b: 'USA', from: '2024' })])
    expect(other.votes.map(({ a, b, ...rest }) => ({ ...rest, a: b, b: a }))).toEqual(one.votes)
  })

  test('pages one after the other are the whole list, newest first', async () => {
    const asked = { a: 'CHN', b: 'RUS', split: 'opposing', from: '2015' }
    const whole = await votes({ ...asked, limit: 1000 })
    const pages = [await votes({ ...asked, limit: 7 }), await votes({ ...asked, limit: 7, offset: 7 })]
    expect(pages.flatMap((page) => page.votes)).toEqual(whole.votes.slice(0, 14))
    expect(whole.votes.every(({ split }) => split === 'opposing')).toBe(true)
    const dates = whole.votes.map(({ date }) => date)
    expect(dates).toEqual([...dates].sort().reverse())
  })

  test('words are found in any order and case, and only then', async () => {
    const { votes: found } = await votes({ a: 'CHN', b: 'RUS', words: 'DOMAIN artificial' })
    expect(found.map(({ symbol }) => symbol)).toContain('A/RES/80/58')
    expect(found.every(({ title }) => /artificial/i.test(title!) && /domain/i.test(title!))).toBe(true)
  })

  test('a bloc stands where more than half of its members stand, and is divided where none do', async () => {
    const { votes: found, a } = await votes({ a: 'NATO', b: 'CSTO', words: 'nuclear', limit: 500 })
    for (const vote of found) {
      const { position, yes, abstained, no } = vote.a
      const most = Math.max(yes, abstained, no)
      expect(2 * most > yes + abstained + no).toBe(position !== 'divided')
      expect(yes + abstained + no).toBeLessThanOrEqual(a.members!.length)
      if (position === 'divided') expect(vote.split).toBeNull()
    }
    expect(found.some((vote) => vote.b.position === 'divided')).toBe(true)
  })

  test('two that never voted together have no rows, and no zero stands for that', async () => {
    const { total, votes: found, evidence } = await votes({ a: 'CHN', b: 'RUS', to: '1970' })
    expect([total, found.length, evidence.length]).toEqual([0, 0, 0])
  })
})

describe('ledger', () => {
  test('items stand within the window, newest first, in either order of the pair', async () => {
    const one = await ledger({ a: 'CHN', b: 'RUS', from: '2014', to: '2015' })
    expect(one.items.length).toBeGreaterThan(5)
    expect(one.items.every(({ date }) => date >= '2014' && date <= '2015-12-31')).toBe(true)
    expect(one.items.map(({ date }) => date)).toEqual([...one.items.map(({ date }) => date)].sort().reverse())
    expect((await ledger({ a: 'RUS', b: 'CHN', from: '2014', to: '2015' })).items).toEqual(one.items)
  })

  test('what speaks against a closer tie, and for it, is together everything', async () => {
    const [all, supports, contradicts] = await Promise.all(
      [{}, { direction: 'supports' }, { direction: 'contradicts' }].map((one) => ledger({ a: 'USA', b: 'IND', ...one })),
    )
    expect(supports!.items.length + contradicts!.items.length).toBe(all!.items.length)
  })

  test('a pair without a ledger is told so, with the pairs that have one', async () => {
    await expect(ledger({ a: 'CHN', b: 'DEU' })).rejects.toThrow(/no ledger of China and Germany.*CHN RUS/)
  })
})
