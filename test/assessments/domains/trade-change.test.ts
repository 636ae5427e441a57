import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assessTrade } from '../../../src/assessments/domains/trade.ts'
import type { DomainAssessment, DomainInputs } from '../../../src/assessments/forms/assessment.ts'
import { loadRows } from '../../../src/assessments/record/rows-in-memory.ts'
import { randomStream } from '../../../src/numeric/random.ts'
import { existedOn, stateOf, states } from '../../../src/states/index.ts'
import { bundledRecord, isKnown, openSnapshot, type Snapshot } from '../../../src/store/index.ts'

const to = '2026-11-24'

let snapshot: Snapshot
let inputs: Omit<DomainInputs, 'dyad'>
beforeAll(async () => {
  snapshot = await openSnapshot(bundledRecord())
  const cards = new Map(snapshot.manifest.sources.map((card) => [card.id, card]))
  inputs = { snapshot, cards, held: await loadRows(snapshot, to, 'all') }
}, 120_000)
afterAll(() => snapshot.close())

function trade(a: string, b: string): Promise<DomainAssessment> {
  return assessTrade({ ...inputs, dyad: { a: stateOf(a)!, b: stateOf(b)!, from: undefined, to, draws: 100, seed: 1 } })
}

/** Every amount of both directions on the page, with its year: levels, and one report of each direction of a year. */
function totalsOn({ estimates, items }: DomainAssessment): { year: number; value: number }[] {
  const levels = estimates.flatMap((one) =>
    isKnown(one) && one.id === 'goods-trade' ? [{ year: Number(one.period), value: one.value }] : [],
  )
  const reports = items.flatMap(({ reported }) => (reported === undefined ? [] : [reported]))
  const of = (direction: string) => reports.filter((one) => one.direction === direction)
  const year = ({ from }: { from: string }): number => Number(from.slice(0, 4))
  const sums = of('a-to-b').flatMap((out) =>
    of('b-to-a').flatMap((back) => (year(back) === year(out) ? [{ year: year(out), value: out.value + back.value }] : [])),
  )
  return [...levels, ...sums, ...of('both').map((one) => ({ year: year(one), value: one.value }))]
}

describe('no change of trade is reversed by a later figure of the same page', () => {
  test('500 pairs drawn', async () => {
    const alive = states.filter((one) => existedOn(one, to))
    const stream = randomStream(1, 'trade-change')
    let [known, withheld] = [0, 0]
    for (let k = 0; k < 500; k++) {
      const [a, b] = [alive[stream.below(alive.length)]!.iso3, alive[stream.below(alive.length)]!.iso3]
      if (a === b) continue
      const page = await trade(a, b)
      const [change, before] = ['goods-trade.change', 'goods-trade-before'].map((id) => page.estimates.find((one) => one.id === id))
      if (change === undefined || !isKnown(change) || before === undefined || !isKnown(before)) {
        if (change !== undefined) withheld++
        continue
      }
      known++
      const late = Number(change.period.split('/')[1])
      for (const { year, value } of totalsOn(page)) {
        if (year > late)
          expect(Math.sign(value - before.value), `${a} ${b}: ${change.period}, but ${value} in ${year}`).toBe(Math.sign(change.value))
      }
    }
    // both kinds occur, so the test sees the rule at work
    expect(known).toBeGreaterThan(100)
    expect(withheld).toBeGreaterThan(5)
  }, 120_000)

  test('Estonia and Russia: more in 2021 than in 2011 by one source, less in 2023 by another: no change, and why', async () => {
    const page = await trade('EST', 'RUS')
    expect(page.estimates.find(({ id }) => id === 'goods-trade.change')).toMatchObject({
      state: 'unknown',
      reason: expect.stringContaining('but the later figure of 2023'),
    })
    expect(page.summary).not.toMatch(/rose|fell/)
  })

  test('Vietnam and the United States: one window of one source', async () => {
    const page = await trade('VNM', 'USA')
    expect(page.summary).toMatch(/From 2012 to 2022 it rose by USD 114 bn at current prices \(usa-census\)/)
    expect(page.estimates.find(({ id }) => id === 'goods-trade-before')).toMatchObject({ period: '2012' })
  })
})
