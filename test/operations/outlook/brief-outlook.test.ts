import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { likelihoodWord } from '../../../src/assessments/forms/likelihood.ts'
import type { Assessment } from '../../../src/assessments/index.ts'
import { briefOutlook } from '../../../src/assessments/outlook/brief-outlook.ts'
import { gainOver, heldBy, likelihoodClause } from '../../../src/assessments/outlook/statement-parts.ts'
import { checkInput, operations } from '../../../src/operations/index.ts'
import { pastEvents, pastRises, shareOfRises } from '../../../src/outlook/targets/past-outcomes.ts'
import { readOutlookFits } from '../../../src/outlook/targets/stored-fits.ts'
import { headlineSentences } from '../../../src/reports/overview/headline.ts'
import { stateOf } from '../../../src/states/index.ts'
import { bundledRecord, openSnapshot, type Snapshot } from '../../../src/store/index.ts'

let snapshot: Snapshot
beforeAll(async () => {
  snapshot = await openSnapshot(bundledRecord())
})
afterAll(() => snapshot.close())

async function outlookOf(a: string, b: string, day = '2026-11-24'): ReturnType<typeof briefOutlook> {
  return briefOutlook(snapshot, stateOf(a)!, stateOf(b)!, day, await readOutlookFits())
}

const pairs = [
  'CHN-RUS',
  'KEN-TZA',
  'USA-IRN',
  'USA-CAN',
  'IND-PAK',
  'CHN-IND',
  'RUS-UKR',
  'FRA-DEU',
  'SSD-TUV',
  'IND-MEX',
  'PRK-KOR',
  'TZA-UGA',
]

describe('the short outlook of a pair', () => {
  test.each(pairs)('%s: at most three statements, each with word, baseline, back-test and what would change it', async (pair) => {
    const [a, b] = pair.split('-') as [string, string]
    const { statements } = (await outlookOf(a, b))!
    expect(statements.length).toBeGreaterThan(0)
    expect(statements.length).toBeLessThanOrEqual(3)
    expect(new Set(statements.map(({ id }) => id)).size).toBe(statements.length)
    for (const one of statements) {
      expect(one.probability).toBeGreaterThan(0)
      expect(one.probability).toBeLessThanOrEqual(1)
      expect(one.word).toBe(one.probability < 0.01 ? null : likelihoodWord(one.probability))
      if (one.word !== null) expect(one.statement).toContain(one.word)
      expect(one.horizon).toBe(5)
      expect(one.backtest.length).toBeGreaterThan(20)
      expect(one.changes.length).toBeGreaterThan(20)
      if (one.past !== null && one.id !== 'armed-conflict') expect(one.past.n).toBeGreaterThanOrEqual(200)
      if (!one.skillShown) expect(one.backtest).toContain('no skill was shown')
    }
  })

  test('statements after the first are in the order of what they add to the baseline', async () => {
    const { statements } = (await outlookOf('IND', 'PAK'))!
    const [first, ...rest] = statements
    expect(first!.id).toBe('armed-conflict')
    expect(rest.map(({ gain }) => gain)).toEqual(rest.map(({ gain }) => gain).sort((x, y) => y - x))
  })

  test('a probability of war that the back-test does not bear out is not stated: neighbours in a community, or above what came', async () => {
    const friends = (await outlookOf('USA', 'CAN'))!
    expect(friends.statements.map(({ id }) => id)).not.toContain('armed-conflict')
    const [rivals] = (await outlookOf('CHN', 'IND'))!.statements
    expect(rivals!.id).toBe('armed-conflict')
    expect(rivals!.model).toBeGreaterThan(0.05)
    expect(rivals!.probability).toBeCloseTo(rivals!.past!.frequency, 10)
    expect(rivals!.past!.n).toBe(135)
  })

  test('a war that goes on is not forecast to come', async () => {
    const { statements } = (await outlookOf('RUS', 'UKR'))!
    expect(statements.map(({ id }) => id)).not.toContain('armed-conflict')
    expect(statements[0]!.statement).toContain('are not at war in 2031')
  })

  test('near the end of a scale no direction away from it is announced', async () => {
    // 0.04 apart in session 80 of a distance that cannot be below 0: nearly every change is a rise
    expect((await outlookOf('IND', 'MEX'))!.statements.map(({ id }) => id)).not.toContain('ideal-point-distance')
    expect((await outlookOf('EGY', 'PAK'))!.statements.map(({ id }) => id)).toContain('ideal-point-distance')
  })

  test('the value that turns a direction does turn it', async () => {
    const [trade] = (await outlookOf('CHN', 'RUS'))!.statements
    expect(trade!.id).toBe('trade-gdp-share-b')
    expect(trade!.change!.from).toBeCloseTo(trade!.band!.last, 8)
    expect(trade!.change!.to).toBeLessThan(trade!.change!.from!)
    expect(trade!.change!.probability).toBe(0.5)
  })

  test('the order of the two changes names and sides only', async () => {
    const [one, other] = [(await outlookOf('CHN', 'RUS'))!, (await outlookOf('RUS', 'CHN'))!]
    expect(other.statements.map(({ probability, gain }) => [probability, gain])).toEqual(
      one.statements.map(({ probability, gain }) => [probability, gain]),
    )
  })

  test('there is none for a day before that of the record', async () => {
    expect(await outlookOf('CHN', 'RUS', '2016-12-31')).toBeUndefined()
  })
})

describe('in an assessment', () => {
  const context = { env: { ...process.env, VISAVIS_HOME: '/nonexistent' }, today: '2026-11-24', now: '2026-11-24T12:00:00.000Z' }

  async function assessed(a: string, b: string): Promise<Assessment> {
    const operation = operations.find(({ name }) => name === 'assess')!
    return (await (await operation.load()).run(checkInput(operation, { a, b }), context)) as Assessment
  }

  test('every form has the statements, and the first screen one that is more than likely', async () => {
    const assessment = await assessed('LUX', 'RUS')
    const [first] = assessment.outlook!.statements
    const { show, brief } = await operations.find(({ name }) => name === 'assess')!.load()
    for (const format of ['full', 'md'] as const) {
      const text = String(await show[format]!(assessment as never)).replaceAll(/\s+/g, ' ')
      expect(text).toContain(first!.statement)
      expect(text).toContain(first!.changes)
    }
    expect(String(await show.html!(assessment as never))).toContain('id="outlook"')
    expect(brief!(assessment as never)).toContain(first!.statement)
    expect(headlineSentences(assessment)).toContain(first!.statement)
    const screen = String(await show.table!(assessment as never)).split('\n')
    expect(screen.length).toBeLessThanOrEqual(40)
    expect(Math.max(...screen.map(({ length }) => length))).toBeLessThanOrEqual(100)
  })

  test('what is no more than likely is not on the first screen', async () => {
    const assessment = await assessed('KEN', 'TZA')
    const [first] = assessment.outlook!.statements
    expect(first!.probability).toBeLessThan(0.8)
    expect(headlineSentences(assessment)).not.toContain(first!.statement)
  })
})

describe('what came after forecasts of the back-test', () => {
  test('directions: a class, or its neighbours towards the middle where it is small', () => {
    expect(pastRises('trade-dependence', 0.23)).toEqual({ n: 1579, frequency: 0.3496, from: 0.2, to: 0.25 })
    const few = pastRises('trade-dependence', 0.01)!
    expect(few.n).toBeGreaterThanOrEqual(200)
    expect(few.from).toBe(0)
    expect(pastRises('no-quantity', 0.5)).toBeUndefined()
    expect(shareOfRises('goods-flow')).toBeCloseTo(0.66, 2)
  })

  test('events: a class with five events or more, or all above', () => {
    const high = pastEvents('armed-conflict-onset', 5, 0.06)!
    expect([high.n, high.from, high.to, Math.round(high.n * high.frequency)]).toEqual([135, 0.05, 1, 3])
    const usual = pastEvents('armed-conflict-onset', 5, 0.03)!
    expect([usual.n, usual.from, usual.to]).toEqual([743, 0.02, 0.05])
  })
})

describe('parts of statements', () => {
  test('the gain of a probability over its baseline', () => {
    expect([gainOver(0.5, 0.5), gainOver(0.9, 0.5)].map((gain) => gain.toFixed(2))).toEqual(['0.00', '0.53'])
    expect(gainOver(0, 0.5)).toBeCloseTo(1, 12)
  })

  test('a probability is held by what came, and never beyond the baseline', () => {
    const past = (frequency: number) => ({ n: 500, frequency, from: 0, to: 1 })
    expect(heldBy(past(0.022), 0.06, 0.0006)).toBe(0.022)
    expect(heldBy(past(0.9), 0.7, 0.5)).toBe(0.7)
    expect(heldBy(past(0.3), 0.7, 0.5)).toBe(0.5)
    expect(heldBy(past(0.35), 0.2, 0.5)).toBe(0.35)
    expect(heldBy(undefined, 0.2, 0.5)).toBe(0.2)
  })

  test('the words before a clause', () => {
    expect([0.65, 0.5, 0.02, 0.004].map(likelihoodClause)).toEqual([
      'It is likely (65 %) that',
      'There is a roughly even chance (50 %) that',
      'There is almost no chance (2 %) that',
      'The probability is 0.4 % that',
    ])
  })
})
