import type { Reproduction } from './reproduction.ts'

const note =
  'The two need not agree: the level of a session hangs on which resolutions are linked, and ours are other links; where session and calendar year part company the votes are others too.'

/**
 * Positions in the legacy series of the authors' file of July 2025, which uses our rule for votes, and our positions for the session that opened in the year.
 */
const positions: readonly (readonly [state: 'CHN' | 'RUS', year: number, published: number, ours: number])[] = [
  ['CHN', 2015, -0.24, -0.07],
  ['CHN', 2018, -0.51, -0.41],
  ['CHN', 2020, -0.59, -0.55],
  ['CHN', 2021, -0.27, -0.36],
  ['CHN', 2022, -1.09, -0.93],
  ['CHN', 2023, -0.8, -0.56],
  ['RUS', 2015, 0.19, 0.4],
  ['RUS', 2018, 0.09, 0.3],
  ['RUS', 2020, 0.05, 0.16],
  ['RUS', 2021, 0.11, 0.08],
  ['RUS', 2022, -0.51, -0.34],
  ['RUS', 2023, -0.53, -0.23],
]

const names = { CHN: 'China', RUS: 'Russia' } as const

/** The authors' positions, printed with two decimals, beside ours. They rest on other links between resolutions than ours, so the two need not agree. */
export const idealPointReproductions: readonly Reproduction[] = positions.map(([state, year, published, ours]) => ({
  id: `ideal-point-${state}-${year}`,
  measure: 'ideal-points',
  what: `position of ${names[state]}, ${year}`,
  where: 'Bailey, Strezhnev and Voeten, file of July 2025, legacy series',
  published,
  tolerance: null,
  ours,
  test: 'test/reference/published-numbers.test.ts',
  note,
}))
