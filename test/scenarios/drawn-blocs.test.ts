import { describe, expect, test } from 'vitest'
import { scenarioPage } from '../../src/reports/scenarios/scenario-text.ts'
import { runScenario, type ScenarioRequest } from '../../src/scenarios/run-scenario.ts'
import type { ScenarioAnswer } from '../../src/scenarios/scenario-answer.ts'
import type { AlignmentQuestion, MeasuredAlignment } from '../../src/scenarios/shocks/alignment.ts'
import type { Scenario } from '../../src/scenarios/shocks/scenario.ts'

const states = ['BRA', 'CHN', 'DEU', 'FRA', 'IND', 'RUS', 'USA']
/** Brazil is with the west in every fourth resample, India with the east in every second. */
const partition = (k: number): number[] => [k % 4 === 0 ? 0 : 2, 1, 0, 0, k % 2 === 0 ? 1 : 3, 1, 0]

const scenario: Scenario = {
  name: 'Two blocs',
  base: 'baci-2023',
  alignment: { blocs: { west: ['USA'], east: ['CHN'] }, resamples: 20 },
  shocks: [{ kind: 'trade-cost', from: ['west'], to: ['east'], factor: 1.5 }],
  uncertain: { size: { spread: 0.1 } },
  draws: 20,
}

const asked: AlignmentQuestion[] = []
function run(change: Partial<Scenario> = {}, more: Partial<ScenarioRequest> = {}): Promise<ScenarioAnswer> {
  const measureAlignment = async (question: AlignmentQuestion): Promise<MeasuredAlignment> => {
    asked.push(question)
    return { ...question, rollCalls: 100, states, drawn: Array.from({ length: question.resamples }, (_, k) => partition(k)), sources: [] }
  }
  return runScenario({ scenario: { ...scenario, ...change }, membersOf: () => [], measureAlignment, ...more })
}

const of = (answer: ScenarioAnswer, iso3: string): ScenarioAnswer['results'][number] => answer.results.find((one) => one.iso3 === iso3)!

describe('a scenario whose blocs are drawn', () => {
  test('asks for the votes of three years up to the base, and each draw has the members of one resample', async () => {
    const answer = await run()
    expect(asked[0]).toMatchObject({ measure: 'communities', from: 2021, until: 2023, resamples: 20, seed: 1 })
    const share = (iso3: string) => answer.alignment!.members.find((one) => one.iso3 === iso3)!.shares
    expect(share('BRA')).toEqual({ west: 0.25, east: 0 })
    expect(share('IND')).toEqual({ west: 0, east: 0.5 })
    // who is in a bloc in some draws only has a wider interval than the shock's size alone gives
    expect(of(answer, 'IND').high90! - of(answer, 'IND').low90!).toBeGreaterThan(0.05)
    expect(of(answer, 'BRA').low90!).toBeLessThan(0)
    expect(answer.groups.map(({ name }) => name)).toEqual(['west', 'east', 'world'])
    expect(answer.groups[1]!.members).toEqual(['CHN', 'RUS'])
  })

  test('says where the spread comes from; membership is all of it if nothing else is drawn', async () => {
    const answer = await run()
    expect(['USA', 'CHN']).toContain(answer.headline)
    for (const { shares } of answer.spread) {
      expect(shares.map(({ source }) => source)).toEqual(['membership', 'size'])
      expect(shares.reduce((sum, { percent }) => sum + percent, 0)).toBeCloseTo(100, 8)
    }
    const only = await run({ uncertain: undefined })
    for (const { shares } of only.spread) expect(shares).toMatchObject([{ source: 'membership', percent: 100 }])
  })

  test('with the same members in every resample is the scenario with these blocs', async () => {
    const fixed = await run({ alignment: undefined, blocs: { west: ['USA', 'DEU', 'FRA'], east: ['CHN', 'RUS'] } })
    const measureAlignment = async (question: AlignmentQuestion): Promise<MeasuredAlignment> => ({
      ...{ ...question, rollCalls: 100, states, sources: [] },
      drawn: Array.from({ length: question.resamples }, () => partition(1)),
    })
    const drawn = await run({}, { measureAlignment })
    expect(drawn.results).toEqual(fixed.results)
  })

  test('is the same for the same seed, and others sees the members of the draw', async () => {
    const shocks = [{ kind: 'trade-cost', from: ['west'], to: ['others'], factor: 1.5 }] as const
    const [first, second] = await Promise.all([run({ shocks }), run({ shocks })])
    expect(first).toEqual(second)
    expect(of(first, 'DEU').trade_with['CHN']).toBeLessThan(-20)
    expect(of(first, 'DEU').trade_with['FRA']).toBeGreaterThan(0)
  })

  test('reads aloud: blocs, shares, the reservation', async () => {
    const text = scenarioPage.table(await run()).replace(/\s+/g, ' ')
    expect(text).toContain(
      'Blocs, drawn from communities of states that vote alike in the UN General Assembly, 2021 to 2023: west votes with USA (3 economies in most draws)',
    )
    expect(text).toContain('Votes are not promises')
    expect(text).toMatch(/Of the spread of (United States|China), \d+ % comes from /)
  })

  test.each([
    ['a name that is a bloc already', { blocs: { west: ['FRA'] } }, 'there is a bloc of this name in blocs'],
    ['a bloc that names nobody in the base', { alignment: { blocs: { west: ['PRK'] } } }, 'has no PRK'],
    [
      'years the wrong way round',
      { alignment: { blocs: { west: ['USA'] }, from: 2020, until: 2010 } },
      'the votes of 2020 to 2010 are not',
    ],
    ['no bloc', { alignment: { blocs: {} } }, 'alignment.blocs names no bloc'],
  ])('%s is refused', async (_, change, message) => {
    await expect(run(change as Partial<Scenario>)).rejects.toThrow(message)
  })
})
