import { describe, expect, test } from 'vitest'
import { alignedBlocs, type BlocPoles, type MeasuredAlignment } from '../../../src/scenarios/shocks/alignment.ts'

const states = ['CHN', 'FRA', 'IND', 'RUS', 'USA']
const communities: MeasuredAlignment = {
  ...{ measure: 'communities', from: 2022, until: 2024, resamples: 4, seed: 1, rollCalls: 90, states, sources: [] },
  drawn: [
    [0, 1, 0, 0, 1],
    [0, 1, 1, 0, 1],
    [0, 1, 2, 0, 1],
    [0, 1, 0, 0, 2], // the United States alone: the west is where most of its states are
  ],
}
const blocs: readonly BlocPoles[] = [
  { name: 'west', poles: ['FRA', 'USA', 'TWN'] },
  { name: 'east', poles: ['CHN'] },
]
const economies = ['CHN', 'FRA', 'IND', 'ROW', 'RUS', 'TWN', 'USA']

describe('blocs drawn from communities', () => {
  const found = alignedBlocs(communities, blocs, { economies, neutral: 0 })

  test('have in each resample the states that share the community of those whom the bloc names', () => {
    expect(found.drawn.map(({ west, east }) => [west!.join(' '), east!.join(' ')])).toEqual([
      ['FRA TWN USA', 'CHN IND RUS'],
      ['FRA IND TWN USA', 'CHN RUS'],
      ['FRA TWN USA', 'CHN RUS'],
      ['FRA TWN USA', 'CHN IND RUS'],
    ])
  })

  test('say how often a state is in which; half is no majority', () => {
    expect(found.shares.find(({ iso3 }) => iso3 === 'IND')!.shares).toEqual({ west: 0.25, east: 0.5 })
    expect(found.central).toEqual({ west: ['FRA', 'TWN', 'USA'], east: ['CHN', 'RUS'] })
  })

  test('name who does not vote: in none, unless a bloc names it', () => {
    expect(found.unplaced).toEqual(['ROW'])
    expect(found.shares.find(({ iso3 }) => iso3 === 'TWN')!.shares).toEqual({ west: 1, east: 0 })
  })

  test('leave resamples out in which two blocs share a community, and are refused if that is half of them', () => {
    const drawn = [...communities.drawn, [0, 0, 0, 0, 0]]
    expect(alignedBlocs({ ...communities, drawn }, blocs, { economies, neutral: 0 })).toMatchObject({ together: 1, drawn: found.drawn })
    const mostly = [...communities.drawn, ...Array.from({ length: 4 }, () => [0, 0, 0, 0, 0])]
    expect(() => alignedBlocs({ ...communities, drawn: mostly }, blocs, { economies, neutral: 0 })).toThrow(
      'in 4 of 8 resamples of the votes of 2022 to 2024 two of west, east share a community',
    )
  })

  test('draw only those among whom the scenario says', () => {
    const { drawn, unplaced } = alignedBlocs(communities, blocs, { economies, among: new Set(['RUS']), neutral: 0 })
    expect(drawn[0]).toEqual({ west: ['FRA', 'TWN', 'USA'], east: ['CHN', 'RUS'] })
    expect(unplaced).toEqual(['IND', 'ROW'])
  })

  test('need a state that votes, and each state in one bloc', () => {
    expect(() => alignedBlocs(communities, [{ name: 'islands', poles: ['TWN'] }], { economies, neutral: 0 })).toThrow(
      'alignment.blocs.islands: TWN took a position on fewer than half of the votes of 2022 to 2024',
    )
    expect(() => alignedBlocs(communities, [...blocs, { name: 'third', poles: ['FRA'] }], { economies, neutral: 0 })).toThrow(
      'FRA is named in west and in third',
    )
  })
})

describe('blocs drawn from ideal points', () => {
  const points: MeasuredAlignment = { ...communities, measure: 'ideal-points', drawn: [[-1, 1, -0.2, -1.4, 1.2]] }
  const two: readonly BlocPoles[] = [
    { name: 'west', poles: ['USA'] },
    { name: 'east', poles: ['CHN'] },
  ]

  test('have those that are nearer to them, without the middle part', () => {
    // from -1 to 1.2 the middle is 0.1; its middle half goes from -0.45 to 0.65
    expect(alignedBlocs(points, two, { economies, neutral: 0.5 }).drawn).toEqual([{ west: ['FRA', 'USA'], east: ['CHN', 'RUS'] }])
    expect(alignedBlocs(points, two, { economies, neutral: 0 }).drawn).toEqual([{ west: ['FRA', 'USA'], east: ['CHN', 'IND', 'RUS'] }])
  })

  test('are two at least', () => {
    expect(() => alignedBlocs(points, [two[0]!], { economies, neutral: 0 })).toThrow('there must be two or more')
  })
})
