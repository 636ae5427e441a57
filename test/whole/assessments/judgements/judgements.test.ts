import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  chanceAbove,
  chanceOfPlaceAboveMedian,
  chanceOfRise,
  leastChanceTold,
  likelihoodWord,
  likelihoodWords,
} from '../../../../src/assessments/forms/likelihood.ts'
import { inSentence } from '../../../../src/assessments/forms/wording.ts'
import { type Assessment, assess } from '../../../../src/assessments/index.ts'
import { confidenceOf, likelihoodSentence } from '../../../../src/assessments/judgements/judgement-parts.ts'
import { judgementsOf } from '../../../../src/assessments/judgements/judgements.ts'
import { changesBetween } from '../../../../src/assessments/pairs/assessment-changes.ts'
import { checkCondition, readConditions } from '../../../../src/assessments/pairs/watch.ts'
import { stateOf } from '../../../../src/states/index.ts'
import { bundledRecord, isKnown, openSnapshot, type Snapshot } from '../../../../src/store/index.ts'

/** With and without a ledger, at odds and allied, microstates, the past, and a pair of which next to nothing is known. */
const pairs = [
  ['CHN', 'RUS', '2026-11-24'],
  ['USA', 'JPN', '2026-11-24'],
  ['DEU', 'JPN', '2026-11-24'],
  ['FRA', 'JPN', '2009-12-31'],
  ['RUS', 'UKR', '2026-11-24'],
  ['DEU', 'RUS', '2019-12-31'],
  ['KAZ', 'RUS', '2026-11-24'],
  ['NRU', 'TUV', '2026-11-24'],
  ['USA', 'IRN', '2026-11-24'],
  ['BRA', 'ARG', '2026-11-24'],
  ['USA', 'RUS', '1985-12-31'],
  ['FRA', 'DZA', '1970-12-31'],
  ['GBR', 'FRA', '1938-12-31'],
  ['SSD', 'SDN', '2026-11-24'],
] as const

let snapshot: Snapshot
let pages: Assessment[]
beforeAll(async () => {
  snapshot = await openSnapshot(bundledRecord())
  pages = []
  for (const [a, b, to] of pairs) pages.push(await page(a, b, to))
}, 180_000)
afterAll(() => snapshot.close())

function page(a: string, b: string, to: string): Promise<Assessment> {
  return assess({ a: stateOf(a)!, b: stateOf(b)!, from: undefined, to, draws: 100, seed: 1 }, snapshot)
}

const named = (a: string, b: string): Assessment => pages.find((one) => one.a.iso3 === a && one.b.iso3 === b)!
const judgement = (of: Assessment, id: string): Assessment['judgements'][number] | undefined => of.judgements.find((one) => one.id === id)

/** Any word of the directive, of either row. */
const likelihood = /almost no chance|remote|improbabl|unlikely|roughly even|likely|probabl|almost certain|nearly certain/gi

describe('the scale of ICD 203', () => {
  test('has its seven words between its ends; an end goes to the word nearer to even', () => {
    const at = [0, 0.01, 0.049, 0.05, 0.199, 0.2, 0.449, 0.45, 0.5, 0.55, 0.551, 0.8, 0.801, 0.95, 0.951, 0.99, 1]
    expect(at.map(likelihoodWord)).toEqual([
      ...Array(3).fill('almost no chance'),
      ...Array(2).fill('very unlikely'),
      ...Array(2).fill('unlikely'),
      ...Array(3).fill('roughly even chance'),
      ...Array(2).fill('likely'),
      ...Array(2).fill('very likely'),
      ...Array(3).fill('almost certain'),
    ])
    expect(() => likelihoodWord(1.01)).toThrow(RangeError)
    expect(() => likelihoodWord(Number.NaN)).toThrow(RangeError)
  })

  test('never falls as the probability rises, and mirrors around even', () => {
    const place = (p: number): number => likelihoodWords.indexOf(likelihoodWord(p))
    const chance = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(fc.property(chance, chance, (p, q) => place(Math.min(p, q)) <= place(Math.max(p, q))))
    for (let p = 0; p <= 100; p++) expect(place(p / 100) + place((100 - p) / 100), String(p)).toBe(6)
  })

  test('makes sentences with one word each', () => {
    expect(likelihoodWords.map((word) => likelihoodSentence(word, 'it holds').match(likelihood)?.length)).toEqual(Array(7).fill(1))
  })
})

describe('chances', () => {
  test('an interval that ends at the threshold leaves one in twenty on the other side; heavy tails leave more', () => {
    const spread = { value: 1, low: 0, high: 2 }
    expect(chanceAbove(spread, 0, { widen: 1, tails: 'normal' })).toBeCloseTo(0.95, 12)
    expect(chanceAbove(spread, 0, { widen: 1, tails: 'heavy' })).toBeCloseTo(
      0.5 + 1.6448536269514722 / (2 * Math.sqrt(2 + 1.6448536269514722 ** 2)),
      12,
    )
    expect(chanceAbove(spread, 0, { widen: 2, tails: 'normal' })!).toBeLessThan(0.95)
    expect(chanceAbove({ value: 1, low: 1, high: 1 }, 0, { widen: 1, tails: 'normal' })).toBeUndefined()
  })

  test('grow with the value, and sum to one over both sides', () => {
    const value = fc.double({ min: -5, max: 5, noNaN: true })
    const options = fc.record({ widen: fc.constantFrom(1, 1.5), tails: fc.constantFrom('normal', 'heavy') })
    fc.assert(
      fc.property(value, value, fc.double({ min: 0.01, max: 3, noNaN: true }), options, (x, y, half, how) => {
        const of = (at: number): number => chanceAbove({ value: at, low: at - half, high: at + half }, 0, how)!
        // neighbours may differ in their last place
        expect(of(Math.min(x, y))).toBeLessThanOrEqual(of(Math.max(x, y)) + 1e-12)
        expect(of(x) + of(-x)).toBeCloseTo(1, 12)
      }),
    )
  })

  test('of a place and of its change mirror around the middle, and are more cautious than their intervals', () => {
    expect(
      chanceOfPlaceAboveMedian({ value: 80, low: 60, high: 92 })! + chanceOfPlaceAboveMedian({ value: 20, low: 8, high: 40 })!,
    ).toBeCloseTo(1, 9)
    expect(chanceOfRise({ value: 5, low: -2, high: 12 })! + chanceOfRise({ value: -5, low: -12, high: 2 })!).toBeCloseTo(1, 9)
    const interval = { value: 10, low: 0, high: 20 }
    expect(chanceOfRise(interval)!).toBeLessThan(chanceAbove(interval, 0, { widen: 1, tails: 'normal' })!)
  })

  test('confidence falls with each doubt', () => {
    const levels = [[], ['one'], ['one', 'two'], ['one', 'two', 'three']].map(
      (doubts) => confidenceOf({ strengths: ['it rests'], doubts }).level,
    )
    expect(levels).toEqual(['high', 'moderate', 'low', 'low'])
  })
})

describe('judgements of many pairs', () => {
  const all = (): Assessment['judgements'][number][] => pages.flatMap(({ judgements }) => judgements)

  test('no sentence has both a word of likelihood and one of confidence; each statement is one sentence with one word', () => {
    expect(all().length).toBeGreaterThan(20)
    for (const { statement, confidence, how, raises, lowers } of all()) {
      expect(statement).not.toMatch(/confiden/i)
      expect(statement.match(likelihood), statement).toHaveLength(1)
      expect(statement).toMatch(/^[A-Z][^.]*( Co\.[^.]*)?\.$/)
      expect(confidence.sentence).toMatch(/^Confidence is (low|moderate|high): .*\.$/)
      expect(confidence.sentence).not.toMatch(likelihood)
      for (const text of [how, raises.says, lowers.says]) expect(text).not.toMatch(/confiden/i)
    }
  })

  test('the word is that of the probability, and lies in its range', () => {
    for (const { statement, word, probability } of all()) {
      expect(word).toBe(likelihoodWord(probability.value))
      expect(statement).toContain(word)
      expect(probability.low).toBeLessThanOrEqual(probability.value)
      expect(probability.value).toBeLessThanOrEqual(probability.high)
    }
  })

  test('what each rests on is on the page', () => {
    for (const one of pages) {
      const ids = new Set([
        ...one.domains.flatMap(({ estimates }) => estimates.map(({ id }) => id)),
        ...one.turningPoints.series.map(({ id }) => id),
        ...(one.stage?.indicators ?? []).flatMap(({ id, items }) => [id as string, ...items.map((item) => item.id)]),
      ])
      for (const { basis } of one.judgements) for (const id of basis) expect(ids, id).toContain(id)
    }
  })

  test('every condition is one that visavis watch reads and can decide, and none is met already', () => {
    for (const one of pages) {
      for (const sign of one.judgements.flatMap(({ raises, lowers }) => [raises, lowers])) {
        if (sign.watch === null) continue
        const [condition] = readConditions(JSON.stringify({ conditions: [sign.watch] }), 'made')
        const { met, says } = checkCondition(condition!, one)
        if (condition!.type === 'break') expect(met, says).toBe(null)
        else expect(met, `${sign.says}: ${says}`).toBe(false)
      }
    }
  })

  test('with the states the other way round they are the same, mirrored', async () => {
    for (const [i, [a, b, to]] of pairs.entries()) {
      const [there, back] = [pages[i]!, await page(b, a, to)]
      expect(back.judgements.map(({ id }) => id)).toEqual(there.judgements.map(({ id }) => id))
      const [one, other] = [inSentence(there.a.name), inSentence(there.b.name)]
      for (const [j, { statement, probability, confidence }] of there.judgements.entries()) {
        const mirrored = back.judgements[j]!
        expect(mirrored.statement).toBe(statement.replace(`${one} and ${other}`, `${other} and ${one}`))
        expect(mirrored.probability.value).toBeCloseTo(probability.value, 6)
        expect(mirrored.confidence.level).toBe(confidence.level)
      }
    }
  }, 60_000)

  test('the same page gives the same judgements', () => {
    const { judgements, keyGaps, ...findings } = named('NRU', 'TUV')
    expect(judgementsOf(findings, undefined)).toEqual({ judgements, keyGaps })
  })
})

describe('where figures cannot decide', () => {
  test('a domain that is unknown has no judgement, and is a gap with its reason and what would fill it', () => {
    for (const one of pages) {
      for (const domain of one.domains.filter(({ state }) => state === 'unknown')) {
        expect(one.judgements.flatMap(({ domains, id }) => (id === 'stage-holds' ? [] : domains))).not.toContain(domain.id)
      }
      for (const { why, fill, missing } of one.keyGaps) for (const text of [why, fill, missing]) expect(text.length).toBeGreaterThan(3)
      expect(new Set(one.keyGaps.map(({ id }) => id)).size).toBe(one.keyGaps.length)
    }
    expect(named('NRU', 'TUV').keyGaps.map(({ id }) => id)).toContain('domain-trade')
  })

  test('a pair in the middle of all pairs gets no judgement on its place, but a gap with the interval', async () => {
    const found = await page('PRY', 'MWI', '2026-11-24')
    expect(judgement(found, 'votes-alike')).toBeUndefined()
    const gap = found.keyGaps.find(({ id }) => id === 'no-votes-alike')
    expect(gap).toMatchObject({ judgement: 'votes-alike', why: expect.stringContaining('may lie on either side of the middle') })
    expect(found.domains[0]!.summary).toContain('about as close as the middle of all pairs')
  })

  test('trade that one side alone reports has no probability of its growth', async () => {
    const found = await page('PRY', 'TWN', '2026-11-24')
    expect(judgement(found, 'trade-larger')).toBeUndefined()
    expect(found.keyGaps.map(({ id }) => id)).toContain('no-rival-reports')
  })

  test('nothing is judged that is no more than likely: it is a gap, as is a place on either side of the middle', () => {
    for (const one of pages) {
      for (const { probability, id } of one.judgements) expect(probability.value, id).toBeGreaterThan(leastChanceTold)
      for (const id of ['vote-place.percentile', 'speech_similarity.percentile']) {
        const rank = one.domains.flatMap(({ estimates }) => estimates).find((estimate) => estimate.id === id)
        if (rank === undefined || !isKnown(rank) || rank.interval === 'exact' || rank.interval.low >= 50 || rank.interval.high <= 50)
          continue
        expect(one.judgements.flatMap(({ basis }) => basis)).not.toContain(id)
        expect(one.keyGaps.map(({ why }) => why).join(), `${one.a.iso3} ${one.b.iso3} ${id}`).toContain(
          'may lie on either side of the middle',
        )
      }
    }
  })

  test('Montenegro and Papua New Guinea: two measures on the other side of the middle leave no judgement on the place', async () => {
    const found = await page('MNE', 'PNG', '2026-11-24')
    expect(judgement(found, 'votes-alike')).toBeUndefined()
    expect(found.keyGaps[0]).toMatchObject({
      id: 'no-votes-alike',
      why: 'the measures disagree: place 42 (39 to 45) among all pairs, but by kappa 59 (18 to 67) and by the distance of their ideal points 54 (47 to 63)',
    })
    expect(found.domains[0]!.summary).toMatch(/^Measures disagree on how close Montenegro and Papua New Guinea vote on world issues/)
  })

  test('Honduras and Italy: kappa came closer where their place moved apart, so no judgement on the move', async () => {
    const found = await page('HND', 'ITA', '2026-11-24')
    expect(judgement(found, 'votes-alike')?.confidence.level).toBe('high')
    expect(judgement(found, 'votes-closer')).toBeUndefined()
    expect(found.domains[0]!.summary).toContain('but by kappa they have moved closer since.')
  })

  test('rivals say the same only where they are clearly on the same side', () => {
    for (const one of pages) {
      const same = /(?:^|; )([^;]*) says? the same/.exec(judgement(one, 'votes-alike')?.confidence.sentence ?? '')?.[1]
      const kappa = one.domains.flatMap(({ estimates }) => estimates).find(({ id }) => id === 'kappa_quadratic.percentile')
      if (same === undefined || kappa === undefined || !isKnown(kappa) || kappa.interval === 'exact') continue
      const isClear = kappa.interval.low >= 50 || kappa.interval.high <= 50
      expect(same.includes('kappa'), `${one.a.iso3} ${one.b.iso3}`).toBe(isClear)
    }
  })

  test('a state without a vote leaves no gap that votes could fill', async () => {
    const found = await page('DNK', 'TWN', '2026-11-24')
    expect(found.keyGaps.filter(({ domains }) => domains.includes('diplomacy'))).toEqual([])
    expect(found.domains[0]!.summary).toMatch(/Taiwan was not a member of the United Nations in 2025 and had no vote\.$/)
  })

  test('speeches of two sessions are counted as two', async () => {
    const found = await page('HUN', 'PRY', '2026-11-24')
    expect(judgement(found, 'speeches-alike')?.confidence.sentence).toContain('the speeches of both in two sessions')
  })

  test('before the United Nations next to nothing can be judged', () => {
    expect(named('GBR', 'FRA').judgements.flatMap(({ domains }) => domains)).not.toContain('diplomacy')
  })
})

describe('known relations come out as they are known', () => {
  test('Brazil and Argentina stand further apart among all pairs than ten sessions before', () => {
    expect(judgement(named('BRA', 'ARG'), 'votes-closer')).toMatchObject({
      word: 'almost certain',
      statement: expect.stringContaining('further apart'),
    })
  })

  test('a tenth of its items does not move the stage of China and Russia, and one ledger is no more than moderate ground', () => {
    expect(judgement(named('CHN', 'RUS'), 'stage-holds')).toMatchObject({ word: 'almost certain', confidence: { level: 'moderate' } })
  })
})

test('diff tells which judgements changed, also against an assessment saved before there were any', () => {
  const now = named('BRA', 'ARG')
  expect(changesBetween(now, now).judgements).toEqual([])
  const { judgements: _, ...old } = now
  const found = changesBetween(old as Assessment, now).judgements
  expect(found).toHaveLength(now.judgements.length)
  expect(found[0]).toMatchObject({ before: 'no judgement', after: expect.stringContaining('Confidence: ') })
})
