import { describe, expect, test } from 'vitest'
import type { IdealPointsAnswer } from '../../../src/assessments/votes/ideal-point-answer.ts'
import { usualSpecification } from '../../../src/measures/ideal-points/ideal-point-ballots.ts'
import { idealPointsMarkdown, idealPointsText } from '../../../src/reports/answers/ideal-points.ts'
import { idealPointsCsv } from '../../../src/reports/answers/ideal-points-csv.ts'

const row = { thetaA: 0.5, thetaB: -0.25, distance: 0.75, low90: 0, high90: 1.6, standardised: 0.8, percentile: 42.4, reason: null }
const silent = { thetaA: null, thetaB: null, distance: null, low90: null, high90: null, standardised: null, percentile: null }

const answer: IdealPointsAnswer = {
  ...{ schemaVersion: 1, scope: 'pair', a: 'CHN', b: 'RUS', sample: null, specification: usualSpecification },
  fit: {
    ...{ prior: 'static', method: 'variational', begun: 'cold', iterations: 12, converged: true, rollCalls: 90, votes: 9000, items: 80 },
    ...{ unanimous: 10, poles: { high: 'USA', low: 'RUS' }, posterior: null, states: 100, cells: 100, sessions: { from: 79, to: 80 } },
  },
  ...{ seed: null, snapshot: { id: 'feed', created: '2026-11-24' }, evidence: [], positions: [], distances: [], rollCalls: [] },
  multiverse: null,
}

const across: IdealPointsAnswer['multiverse'] = {
  ...{ session: 80, year: 2025 },
  rows: [
    { specification: 'usual', what: 'as usual', ...row },
    { specification: 'important', what: 'important votes', ...silent, reason: 'no such votes in this session' },
  ],
  standardised: { low: 0.8, high: 0.8, lowest: 'usual', highest: 'usual', specifications: 1 },
  percentile: { low: 42.4, high: 42.4, lowest: 'usual', highest: 'usual', specifications: 1 },
}

describe('ideal points as text', () => {
  test('a fit that did not converge is told not to be used', () => {
    expect(idealPointsText({ ...answer, fit: { ...answer.fit, converged: false } })).toContain('NOT CONVERGED after 12 iterations')
    expect(idealPointsText(answer)).not.toContain('NOT CONVERGED')
  })

  test('a pair without a common session is unknown, and China is told whose its seat was', () => {
    expect(idealPointsText(answer)).toContain('Unknown: CHN and RUS have no session in which both voted')
    expect(idealPointsText(answer)).toContain('Taipei (TWN)')
    expect(idealPointsText({ ...answer, a: 'USA' })).not.toContain('Taipei')
  })

  test('a specification without votes stands under the table with its reason, not in it', () => {
    for (const text of [idealPointsText({ ...answer, multiverse: across }), idealPointsMarkdown({ ...answer, multiverse: across })]) {
      expect(text).toContain('important: no such votes in this session')
      expect(text).toContain('0.00 to 1.60')
      expect(text).not.toContain('null')
    }
  })

  test('draws are told with seed, worth and how far the chains disagree', () => {
    const posterior = { chains: 2, draws: 1000, largestRhat: 1.0234, effective: 512 }
    const text = idealPointsText({ ...answer, seed: 7, fit: { ...answer.fit, method: 'posterior', posterior } }).replace(/\s+/g, ' ')
    expect(text).toContain('5 and 95 % of 1,000 draws of the posterior, seed 7; worth 512 independent draws')
    expect(text).toContain('R-hat 1.023 at most')
  })
})

test('CSV of the specifications: an unknown is blank, and says why', () => {
  const [header, usual, important] = idealPointsCsv({ ...answer, multiverse: across })
    .trimEnd()
    .split('\n')
  expect(header).toBe('a,b,session,year,specification,what,theta_a,theta_b,distance,low90,high90,standardised,percentile,reason')
  expect(usual).toBe('CHN,RUS,80,2025,usual,as usual,0.5,-0.25,0.75,0,1.6,0.8,42.4,')
  expect(important).toBe('CHN,RUS,80,2025,important,important votes,,,,,,,,no such votes in this session')
})
