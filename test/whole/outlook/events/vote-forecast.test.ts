import { beforeAll, describe, expect, it } from 'vitest'
import { forecastVotes, type RollCallToForecast } from '../../../../src/outlook/events/vote-forecast.ts'
import { readRollCallsToForecast, usualShares } from '../../../../src/outlook/events/vote-record.ts'
import { scoreOfVotes } from '../../../../src/outlook/events/vote-scores.ts'
import { TitleSimilarity } from '../../../../src/outlook/events/vote-titles.ts'
import { bundledRecord, findSnapshot, openSnapshot } from '../../../../src/store/index.ts'

let rollCalls: readonly RollCallToForecast[]

beforeAll(async () => {
  const snapshot = await openSnapshot((await findSnapshot({ snapshot: bundledRecord() })).directory)
  rollCalls = await readRollCallsToForecast(snapshot, 67)
  snapshot.close()
})

describe('forecasts of votes in the General Assembly', () => {
  it('get more of sessions 78 to 80 right than the share of yes, and than the usual vote on the topic', () => {
    const made = [78, 79, 80].map((session) => ({ session, forecasts: forecastVotes(rollCalls, session) }))
    for (const { session, forecasts } of made) {
      const { accuracy, shareYes, usualAccuracy, logSkill, brierSkill } = scoreOfVotes(forecasts, usualShares(rollCalls, session))
      expect(accuracy, `${session}`).toBeGreaterThan(shareYes + 0.05)
      expect(accuracy).toBeGreaterThan(usualAccuracy)
      expect(logSkill!.low90).toBeGreaterThan(0)
      expect(brierSkill!.low90).toBeGreaterThan(0)
    }
    const all = made.flatMap(({ forecasts }) => forecasts)
    expect(all.length).toBe(63_780)
    // the share of yes among the same votes, as counted from the totals that the record prints
    expect(all.filter(({ vote }) => vote === 1).length / all.length).toBeCloseTo(0.8403, 4)
    for (const { yes, abstain, no } of all) expect(Math.abs(yes + abstain + no - 1)).toBeLessThan(1e-12)
  })

  it('do not use how anyone votes in the session', () => {
    const turned = rollCalls.map((one) =>
      one.session === '74' ? { ...one, positions: one.positions.map((vote) => (vote === 0 ? 0 : 4 - vote)) } : one,
    )
    const told = (all: readonly RollCallToForecast[]): number[] => forecastVotes(all, 74).flatMap(({ yes, no }) => [yes, no])
    expect(told(turned)).toEqual(told(rollCalls))
  })

  it('are none where nothing before is known', () => {
    expect(
      forecastVotes(
        rollCalls.filter(({ session }) => session === '80'),
        80,
      ),
    ).toEqual([])
  })
})

describe('TitleSimilarity', () => {
  it('finds titles alike by their rarer words', () => {
    const titles = new TitleSimilarity([
      'Situation of human rights in Myanmar',
      'Situation of human rights in the Syrian Arab Republic',
      'The situation of human rights in Myanmar',
      'Reducing nuclear danger',
      '',
    ])
    expect(titles.of(0, 2)).toBeCloseTo(1, 12)
    expect(titles.of(0, 1)).toBeLessThan(0.5)
    expect(titles.of(0, 3)).toBe(0)
    expect(titles.of(0, 4)).toBe(0)
  })
})
