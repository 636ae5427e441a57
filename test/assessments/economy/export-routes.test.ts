import { describe, expect, test } from 'vitest'
import { routesOfSanctions, routesOfTechnology, routesThroughThirdStates } from '../../../src/assessments/economy/export-routes.ts'
import { bundledInputsForTests } from '../bundled-inputs.ts'

describe('routes in an assessment', () => {
  const inputs = bundledInputsForTests('2026-11-24')

  test('a hub with a finding: the figure with its interval, and that it is no proof', () => {
    const { estimates, sentences } = routesOfSanctions(inputs('KGZ', 'RUS'))
    expect(estimates[0]).toMatchObject({ id: 'eu-exports-beyond-expected-kgz', unit: 'EUR', period: '2022/2023' })
    expect(estimates[0]!.value / 1e9).toBeCloseTo(1.58, 2)
    expect(sentences[0]).toContain('consistent with rerouting to Russia, and no proof of it')
  })

  test('the rows behind the figure are those that are counted', async () => {
    const bench = inputs('RUS', 'KGZ')
    const { rows, count } = routesOfSanctions(bench).estimates[0]!.evidence[0]!
    const [found] = await bench.snapshot.rows(`SELECT count(*)::INTEGER AS count FROM ${rows}`)
    expect(found!['count']).toBe(count)
  })

  test('goods under sanctions and of the high-priority list, by product', () => {
    const [sentence] = routesOfTechnology(inputs('RUS', 'KGZ')).sentences
    expect(sentence).toContain('from EUR 60.4 m in March to November 2021 to EUR 480 m in March to November 2022')
    expect(sentence).toContain('Common High Priority List')
  })

  test('no finding is said as such; a pair without a target has nothing', () => {
    expect(routesOfSanctions(inputs('RUS', 'TUR')).sentences[0]).toContain('no finding of rerouting')
    expect(routesOfSanctions(inputs('KGZ', 'KAZ')).sentences).toEqual([])
    expect(routesOfTechnology(inputs('RUS', 'TUR')).sentences).toEqual([])
  })

  test('third states for a member of the EU, not for another state', async () => {
    const { sentences, estimates } = await routesThroughThirdStates(inputs('DEU', 'RUS'))
    expect(sentences[0]).toContain('Kazakhstan, Kyrgyzstan, Uzbekistan, Armenia and Georgia')
    expect(estimates).toHaveLength(1)
    expect((await routesThroughThirdStates(inputs('CHN', 'RUS'))).sentences).toEqual([])
  })
})

describe('before the figures', () => {
  const inputs = bundledInputsForTests('2021-12-31')
  test('an assessment of an earlier day does not know them', () => {
    expect(routesOfSanctions(inputs('RUS', 'KGZ')).sentences).toEqual([])
  })
})
