import { describe, expect, test } from 'vitest'
import type { CompositeAnswer } from '../../../../src/assessments/composite/composite-answer.ts'
import { assess, loadRollCalls } from '../../../../src/assessments/index.ts'
import { VisavisError } from '../../../../src/errors.ts'
import { rankOf, weightedMeans } from '../../../../src/measures/composite/aggregation.ts'
import { checkInput } from '../../../../src/operations/index.ts'
import { compositeOperation } from '../../../../src/operations/questions/composite.ts'
import { parseWeights } from '../../../../src/operations/request/composite-request.ts'
import { compositeMarkdown, compositeText } from '../../../../src/reports/answers/composite.ts'
import { compositeCsv } from '../../../../src/reports/answers/composite-csv.ts'
import { compositeHtml } from '../../../../src/reports/page/composite-html.ts'
import { stateOf } from '../../../../src/states/index.ts'
import { findSnapshot, isKnown, openSnapshot } from '../../../../src/store/index.ts'
import { elementsOf } from '../../../reports/page-elements.ts'

const context = { env: { VISAVIS_HOME: '/nonexistent' }, today: '2026-11-24', now: '2026-11-24T00:00:00Z' }

async function ask(a: string, b: string, weights?: string, more: Record<string, unknown> = {}): Promise<CompositeAnswer> {
  const { run } = await compositeOperation.load()
  return (await run(
    checkInput(compositeOperation, { a, b, ...(weights === undefined ? {} : { weights }), to: '2025', ...more }),
    context,
  )) as CompositeAnswer
}

async function refused(promise: Promise<unknown>): Promise<VisavisError> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(VisavisError)
  return error as VisavisError
}

describe('only on request, with the reader’s weights', () => {
  test('without weights nothing is weighed: a usage error lists what can be, for how many pairs, and what cannot, and why', async () => {
    const error = await refused(ask('CHN', 'RUS'))
    expect(error.exitCode).toBe(2)
    expect(error.message).toMatch(
      /votes \(kappa .*, 2025; 16,135 pairs\).*ideal-points .*blocs .*18,915 pairs.*trade .*192 states of baci-2023, 2023; 8,183 pairs/,
    )
    expect(error.message).toMatch(/cannot weigh .*alliance \(the table of commitments is not complete/)
    expect(error.hint).not.toMatch(/=\d/)
  })

  test.each([
    ['votes=2', 'name two or more'],
    ['votes=2,votes=1', 'named twice'],
    ['votes=2,mood=1', '"mood" is no component'],
    ['votes=2,blocs=0', 'needs a positive number'],
    ['votes=2,blocs=-1', 'needs a positive number'],
    ['votes=2,blocs', 'needs a positive number'],
    ['votes=1e3,blocs=1', 'needs a positive number'],
  ])('refuses %s', (text, words) => {
    expect(() => parseWeights(text)).toThrow(words)
  })

  test('a pair that lacks a component is refused and told what to drop: nothing is put in its place', async () => {
    const error = await refused(ask('Mongolia', 'Russia', 'votes=2,blocs=3,trade=1'))
    expect(error.exitCode).toBe(3)
    expect(error.message).toContain('drop trade')
    expect(error.hint).toBe('visavis composite MNG RUS --weights votes=2,blocs=3')
  })

  test('a day from which the record has nothing to weigh is refused', async () => {
    expect((await refused(ask('France', 'Serbia', 'votes=1,blocs=1', { to: '1900' }))).exitCode).toBe(3)
  })
})

describe('the components are the figures of assess', () => {
  test('China and Russia: kappa, its percentile and its interval, the distance, the blocs', async () => {
    const answer = await ask('CHN', 'RUS', 'votes=1,ideal-points=1,blocs=1')
    const { directory } = await findSnapshot({ snapshot: undefined, asOf: undefined, env: context.env })
    const snapshot = await openSnapshot(directory)
    const dyad = { a: stateOf('CHN')!, b: stateOf('RUS')!, from: undefined, to: '2025-12-31', draws: 200, seed: 1 }
    const known = (await assess(dyad, snapshot)).domains.flatMap(({ estimates }) => estimates).filter(isKnown)
    snapshot.close()
    const figure = (id: string): (typeof known)[number] => known.find((one) => one.id === id)!
    const [votes, ideal, blocs] = answer.components
    expect(votes!.value).toBe(figure('kappa_quadratic').value)
    expect(votes!.percentile).toBeCloseTo(figure('kappa_quadratic.percentile').value, 9)
    const range = figure('kappa_quadratic.percentile').interval
    expect(range).not.toBe('exact')
    if (range !== 'exact') {
      // quantiles of percentiles against percentiles of quantiles: alike but where two pairs lie between
      expect(Math.abs(votes!.interval!.low - range.low)).toBeLessThan(0.1)
      expect(Math.abs(votes!.interval!.high - range.high)).toBeLessThan(0.1)
    }
    expect(ideal!.value).toBeCloseTo(figure('ideal_point_distance').value, 9)
    expect(100 - ideal!.percentile).toBeCloseTo(figure('ideal_point_distance.percentile').value, 1)
    expect(blocs!.value).toBe(figure('shared-blocs').value)
    expect(blocs!.percentile).toBeCloseTo(figure('shared-blocs.percentile').value, 9)
  })

  test('speeches: similarity and percentile over the sessions of three years; trade that one source alone tells is one report, not exact', async () => {
    const answer = await ask('FRA', 'DEU', 'speeches=1,trade=1')
    const { directory } = await findSnapshot({ snapshot: undefined, asOf: undefined, env: context.env })
    const snapshot = await openSnapshot(directory)
    const dyad = { a: stateOf('FRA')!, b: stateOf('DEU')!, from: undefined, to: '2025-12-31', draws: 200, seed: 1 }
    const known = (await assess(dyad, snapshot)).domains.flatMap(({ estimates }) => estimates).filter(isKnown)
    snapshot.close()
    const [speeches, trade] = answer.components
    const figure = (id: string): (typeof known)[number] => known.find((one) => one.id === id)!
    expect(speeches!.value).toBe(figure('speech_similarity').value)
    expect(speeches!.percentile).toBeCloseTo(figure('speech_similarity.percentile').value, 1)
    const range = figure('speech_similarity.percentile').interval
    if (range === 'exact') throw new Error('speeches have an interval')
    expect(Math.abs(speeches!.interval!.low - range.low)).toBeLessThan(4)
    expect(Math.abs(speeches!.interval!.high - range.high)).toBeLessThan(4)
    expect([trade!.interval, trade!.certainty]).toEqual([null, 'one report'])
  })

  test('a state that took the same position in all votes has no component of votes', async () => {
    const { directory } = await findSnapshot({ snapshot: undefined, asOf: undefined, env: context.env })
    const snapshot = await openSnapshot(directory)
    const { voters, votes } = await loadRollCalls(snapshot, { from: '2025-01-01', to: '2025-12-31', wholeOnly: true })
    snapshot.close()
    const levels = (state: number): Set<number> =>
      new Set(Array.from({ length: votes.rollCalls }, (_, r) => votes.positions[r * votes.states + state]!).filter((p) => p > 0))
    const constant = voters.filter((_, state) => levels(state).size === 1)
    expect(constant.length).toBeGreaterThan(0)
    expect((await refused(ask(constant[0]!, 'FRA', 'votes=1,blocs=1'))).message).toContain('same position in all')
  })
})

describe('the composite of three', () => {
  const asked = ask('CHN', 'RUS', 'votes=2,blocs=1,trade=1', { all: true })

  test('the weighted mean of the percentiles, over the pairs that have all, ranked as the whole ranking says', async () => {
    const { components, composite, ranking, pairs, weights } = await asked
    expect(composite.value).toBeCloseTo((2 * components[0]!.percentile + components[1]!.percentile + components[2]!.percentile) / 4, 9)
    expect(ranking.length).toBe(pairs.ranked)
    expect(pairs).toEqual({ inExistence: 18_915, ranked: 7430 })
    const all = { count: ranking.length, components: 3, scores: Float64Array.from(ranking.flatMap(({ percentiles }) => percentiles)) }
    const means = weightedMeans(
      all,
      weights.map(({ weight }) => weight),
    )
    const own = ranking.findIndex(({ a, b }) => a === 'CHN' && b === 'RUS')
    expect(rankOf(means, own)).toBe(composite.rank)
    expect(ranking[own]!.rank).toBe(composite.rank)
    expect(composite.rankLow).toBeLessThanOrEqual(composite.rank)
    expect(composite.rankHigh).toBeGreaterThanOrEqual(composite.rank)
  })

  test('twice the weights give the same answer; components in another order too', async () => {
    const first = await asked
    const double = await ask('CHN', 'RUS', 'votes=4,blocs=2,trade=2', { all: true })
    expect({ ...double, weights: first.weights }).toEqual(first)
    const turned = await ask('RUS', 'CHN', 'trade=1,votes=2,blocs=1')
    expect(turned.composite.rank).toBe(first.composite.rank)
    expect(turned.composite.rankHigh).toBe(first.composite.rankHigh)
    expect(turned.sensitivity.best.rank).toBe(first.sensitivity.best.rank)
  })

  test('the rank over all weights: shares add up, the best and worst found lie within what no weights can pass', async () => {
    const { sensitivity, curves, ternary, composite, weights, pairs } = await asked
    expect(sensitivity.histogram.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9)
    expect(sensitivity.histogram.at(-1)!.to).toBe(pairs.ranked)
    const { best, worst, ranks, tops } = sensitivity
    expect(
      [best.bound, best.rank, ranks.low, ranks.median, ranks.high, worst.rank, worst.bound].every(
        (rank, i, list) => i === 0 || rank >= list[i - 1]!,
      ),
    ).toBe(true)
    expect(tops.every(({ share }, i) => i === 0 || share >= tops[i - 1]!.share)).toBe(true)
    expect(Math.max(...tops.map(({ error }) => error))).toBeLessThan(0.01)
    for (const { component, points } of curves) {
      expect(points.length).toBe(101)
      const own = weights.find((one) => one.component === component)!.share
      expect(points.find(({ share }) => share === own)!.rank).toBe(composite.rank)
    }
    expect(ternary!.ranks.length).toBe(24 * 24)
  })

  test('among the pairs of one of the two: percentiles stay those among all pairs, ranks are of fewer', async () => {
    const among = await ask('CHN', 'RUS', 'votes=2,blocs=1,trade=1', { among: 'b', all: true })
    expect(among.components.map(({ percentile }) => percentile)).toEqual((await asked).components.map(({ percentile }) => percentile))
    expect(among.ranking.every(({ a, b }) => a === 'RUS' || b === 'RUS')).toBe(true)
    expect(among.pairs).toEqual({ inExistence: 194, ranked: 94 })
  })

  test('two components are searched exactly, four are not mapped on a triangle', async () => {
    const [two, four] = [await ask('FRA', 'DEU', 'votes=1,blocs=1'), await ask('CHN', 'RUS', 'votes=1,blocs=1,trade=1,ideal-points=1')]
    expect([two.sensitivity.method, two.sensitivity.points, four.sensitivity.method]).toEqual(['exact', 0, 'sampled'])
    expect([two.ternary, four.ternary]).toEqual([null, null])
    expect(two.sensitivity.tops.every(({ error }) => error === 0)).toBe(true)
  })

  test('what is weighed twice shows: votes and ideal points say much the same, and the page says so', async () => {
    const answer = await ask('CHN', 'RUS', 'votes=1,ideal-points=1')
    expect(answer.correlations[0]!.value!).toBeGreaterThan(0.6)
    expect(compositeText(answer)).toContain('who weighs both weighs it twice')
  })
})

describe('the composite shown', () => {
  const asked = ask('CHN', 'RUS', 'votes=2,blocs=1,trade=1')

  test('the page runs and fetches nothing, each chart has its table, and the reader’s weights are marked', async () => {
    const page = compositeHtml(await asked)
    const elements = elementsOf(page)
    expect(elements.filter(({ name }) => ['script', 'link', 'img', 'iframe'].includes(name))).toEqual([])
    const charts = elements.filter(({ name, attributes }) => name === 'figure' && attributes.has('id'))
    expect(charts.map(({ attributes }) => attributes.get('id'))).toEqual(['chart-rank-shares', 'chart-weight-curves', 'chart-ternary'])
    expect(elements.filter(({ name, attributes }) => name === 'a' && attributes.has('download'))).toHaveLength(3)
    expect(page).toContain('your weights: rank 430')
    expect(page).toContain('is not a rank in the world')
    expect(page).not.toMatch(/NaN|undefined|Infinity/)
  })

  test('text, Markdown and CSV say the same ranks, and how many pairs are left', async () => {
    const answer = await asked
    const { rank, rankLow, rankHigh } = answer.composite
    for (const text of [compositeText(answer), compositeMarkdown(answer)].map((one) => one.replace(/\s+/g, ' ')))
      expect(text).toContain(
        `rank ${rank} (${rankLow} to ${rankHigh}) of the 7,430 pairs that have all that you weigh. 11,485 of 18,915 pairs in existence lack`,
      )
    const lines = compositeCsv(answer).trimEnd().split('\n')
    expect(lines[1]).toMatch(new RegExp(`^composite,composite,value,.*,${rank},${rankLow},${rankHigh},percentile,`))
    const everyPair = compositeCsv(await ask('CHN', 'RUS', 'votes=2,blocs=1,trade=1', { all: true }))
      .trimEnd()
      .split('\n')
    expect(everyPair[0]).toBe('rank,iso3_a,iso3_b,composite,votes_percentile,blocs_percentile,trade_percentile')
    expect(everyPair.length).toBe(7431)
  })
})
