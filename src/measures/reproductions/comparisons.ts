import { likelihoodComparisons } from './comparisons-likelihood.ts'
import { modelComparisons } from './comparisons-models.ts'
import { speechComparisons } from './comparisons-speeches.ts'
import type { Comparison } from './reproduction.ts'
import { forecastComparisons } from './reproductions-forecasts.ts'
import { gravityComparisons } from './reproductions-gravity.ts'

const similarityTest = 'test/reference/similarity.test.ts'
const dyadFiles = 'tables of every dyad of 1946, 1985 and 2018, worked out independently in R, nine decimals'

/** Half of the ninth decimal: the largest difference visible in nine printed decimals. */
const similarity: readonly Comparison[] = (
  [
    ['kappa', 'kappa with quadratic weights'],
    ['s', 'S with absolute distance'],
    ['pi', "Scott's pi"],
    ['tau-b', "Kendall's tau-b"],
    ['a', "Benati and Capurri's A"],
    ['agreement', 'share of same positions, a partial split as half'],
  ] as const
).map(([measure, what]) => ({
  id: `${measure}-every-dyad`,
  measure,
  what: `every dyad of three years: ${what}`,
  against: dyadFiles,
  figure: 'largest difference',
  value: 5e-10,
  decimals: 10,
  of: 32_362,
  least: null,
  most: 1e-6,
  test: similarityTest,
}))

const april2020 = 'Bailey, Strezhnev and Voeten, file of April 2020, all votes, the very same sample'

const idealPoints: readonly Comparison[] = (
  [
    ['overall', 'positions of every state in every session', 'correlation', 0.9944, 4, 10_469, 0.99, null],
    ['late', 'positions from session 12 on', 'correlation', 0.9984, 4, 9_794, 0.995, null],
    ['within', 'positions within a session, the median session', 'correlation', 0.9999, 4, 73, 0.9985, null],
    ['sd-ratio', 'standard deviations, ours over theirs, the median', 'ratio', 0.975, 3, 10_469, 0.9, 1.1],
    ['sd-correlation', 'standard deviations of every state in every session', 'correlation', 0.968, 3, 10_469, 0.9, null],
  ] as const
).map(([key, what, figure, value, decimals, of, least, most]) => ({
  id: `ideal-points-${key}`,
  measure: 'ideal-points',
  what,
  against: april2020,
  figure,
  value,
  decimals,
  of,
  least,
  most,
  test: 'test/whole/reference/ideal-points.test.ts',
}))

const breaksTest = 'test/reference/change-points.test.ts'
const sixSeries = 'strucchange 1.5-4 on six published series of the distance of ideal points'

const rest: readonly Comparison[] = [
  {
    id: 'links-read',
    measure: 'links',
    what: 'links drawn at random and read: on the same recurring resolution',
    against: 'title, description and text of the resolutions, by one reader',
    figure: 'share',
    value: 0.965,
    decimals: 3,
    of: 200,
    least: null,
    most: null,
    test: 'test/measures/resolution-links/resolution-links-record.test.ts',
    note: 'Six were doubtful, one was wrong and is no longer linked. The reader had also made the rules.',
  },
  {
    id: 'breaks-alike',
    measure: 'change-points',
    what: 'series whose breaks, RSS and BIC are the same',
    against: sixSeries,
    figure: 'share',
    value: 1,
    decimals: 3,
    of: 6,
    least: 1,
    most: null,
    test: breaksTest,
  },
  {
    id: 'intervals-alike',
    measure: 'change-points',
    what: 'breaks whose 90 % interval is the same to the year, levels and trends',
    against: sixSeries,
    figure: 'share',
    value: 1,
    decimals: 3,
    of: 33,
    least: 1,
    most: null,
    test: breaksTest,
  },
  {
    id: 'pelt-alike',
    measure: 'change-points',
    what: 'cases of PELT cut at the same places',
    against: 'ruptures, snapshot of May 2026',
    figure: 'share',
    value: 0.9,
    decimals: 3,
    of: 10,
    least: null,
    most: null,
    test: breaksTest,
    note: 'In the tenth ours costs less, 42.235 against 43.178: the peer drops beginnings too early when segments have a least length.',
  },
  ...(
    [
      ['defence', 'defence', 0.916],
      ['consultation', 'consultation', 0.928],
      ['nonaggression', 'non-aggression', 0.745],
      ['nonaggression-outside', 'non-aggression outside the CSCE', 0.963],
      ['neutrality', 'neutrality', 0.503],
    ] as const
  ).map(
    ([key, what, value]): Comparison => ({
      id: `commitments-${key}`,
      measure: 'commitments',
      what: `${what}: who owes it to whom, directed dyad-years 1990 to 2018`,
      against: 'ATOP 5.1 (Leeds and others)',
      figure: 'kappa',
      value,
      decimals: 3,
      of: key.endsWith('outside') ? 958_830 : 1_043_426,
      least: null,
      most: null,
      test: 'test/whole/reference/atop-agreement.test.ts',
    }),
  ),
  {
    id: 'sanctions-found',
    measure: 'sanctions',
    what: 'cases of the UN, the EU and the United States on eight targets, 1990 to 2022, with a regime of ours',
    against: 'GSDB v3',
    figure: 'share',
    value: 0.958,
    decimals: 3,
    of: 96,
    least: 0.95,
    most: null,
    test: 'test/reference/sanctions-agreement.test.ts',
  },
]

/** All figures on agreement with complete published files, or on how often judgements came true. */
export const comparisons: readonly Comparison[] = [
  ...similarity,
  ...idealPoints,
  ...gravityComparisons,
  ...rest,
  ...modelComparisons,
  ...speechComparisons,
  ...likelihoodComparisons,
  ...forecastComparisons,
]
