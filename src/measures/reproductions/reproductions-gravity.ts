import { type Comparison, type Reproduction, roundingTolerance } from './reproduction.ts'

const where = 'Yotov, Piermartini, Monteiro and Larch 2016, An Advanced Guide to Trade Policy Analysis'

/** What table 1 and table 3 of the guide print for PPML, and what the test finds for the same panel: column of the reference file, term, coefficient, error. */
const printed: readonly (readonly [
  table: string,
  term: string,
  coefficient: number,
  error: number | null,
  ours: number,
  oursError: number,
])[] = [
  ['T1 4_ppml_fe', 'ln_dist', -0.841, 0.032, -0.84092731, 0.03165752],
  ['T1 4_ppml_fe', 'cntg', 0.437, 0.083, 0.43744324, 0.08315983],
  ['T1 4_ppml_fe', 'lang', 0.247, 0.077, 0.24747651, 0.07653876],
  ['T1 4_ppml_fe', 'clny', -0.222, 0.116, -0.22248986, 0.11624416],
  ['T3 2_ppml', 'rta', 0.191, 0.066, 0.19071758, 0.06579676],
  ['T3 4_endogeneity', 'rta', 0.557, 0.102, 0.55718534, 0.10223531],
  ['T3 5_lead', 'rta', 0.52, 0.086, 0.52004824, 0.08588304],
  ['T3 5_lead', 'rta_lead4', 0.077, 0.092, 0.07744234, 0.0921348],
  ['T3 6_phasing', 'rta', 0.291, 0.089, 0.2914449, 0.08918139],
  ['T3 6_phasing', 'rta_lag4', 0.414, null, 0.41354946, 0.06724612],
  ['T3 6_phasing', 'rta_lag8', 0.169, null, 0.1687308, 0.043135],
  ['T3 6_phasing', 'rta_lag12', 0.119, null, 0.1188937, 0.03006014],
  ['T3 7_globalization', 'rta', 0.116, 0.087, 0.11568022, 0.08670694],
]

const meaning: Readonly<Record<string, string>> = {
  ln_dist: 'distance (logarithm)',
  cntg: 'common border',
  lang: 'common language',
  clny: 'colonial tie',
  rta: 'trade agreement',
  rta_lead4: 'trade agreement in four years',
  rta_lag4: 'trade agreement four years ago',
  rta_lag8: 'trade agreement eight years ago',
  rta_lag12: 'trade agreement twelve years ago',
}

/** The tables of the guide that are estimated by PPML, as printed, with errors clustered by pair and the factor G / (G - 1). */
export const gravityReproductions: readonly Reproduction[] = printed.flatMap(([model, term, coefficient, error, ours, oursError]) => {
  const [table, column] = model.split(' ') as [string, string]
  const place = `table ${table.slice(1)}, column ${column[0]}: ${meaning[term]}`
  const row = (id: string, what: string, published: number, found: number): Reproduction => ({
    id: `gravity-${model.replace(' ', '-')}-${term}${id}`,
    measure: 'gravity',
    what: `${place}${what}`,
    where,
    published,
    tolerance: roundingTolerance(3),
    ours: found,
    test: 'test/whole/reference/gravity.test.ts',
  })
  return [row('', '', coefficient, ours), ...(error === null ? [] : [row('-error', ', standard error', error, oursError)])]
})

const atTightest = 'R package fixest 0.12.2 at its tightest tolerance, ten decimals'
const atDefault = 'R package fixest 0.12.2 at its default tolerance'

/** How far coefficients and errors are from those of R's fixest. */
export const gravityComparisons: readonly Comparison[] = (
  [
    ['gravity-fixest', 'six equations on the panel of the guide to trade policy analysis', atTightest, 2e-10, 10, 50, 1e-6],
    [
      'gravity-penppml',
      'panel of the R package penppml, 284,125 rows, three sets of effects, one regressor',
      atTightest,
      1e-10,
      10,
      2,
      1e-6,
    ],
    ['gravity-penppml-sixteen', 'the same panel, sixteen regressors', atDefault, 1.3e-9, 10, 48, 1e-6],
    [
      'gravity-eu15',
      'trade of 15 states of the European Union, four sets of effects, errors clustered in one and in two ways',
      atDefault,
      4.5e-7,
      8,
      6,
      1e-5,
    ],
  ] as const
).map(([id, what, against, value, decimals, of, most]) => ({
  id,
  measure: 'gravity',
  what: `coefficients and clustered errors: ${what}`,
  against,
  figure: 'largest difference',
  value,
  decimals,
  of,
  least: null,
  most,
  test: 'test/whole/reference/gravity.test.ts',
}))
