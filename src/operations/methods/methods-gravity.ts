import type { Method } from '../../reports/parts/method-types.ts'

/** Cards of the gravity equation. */
export const gravityMethods: readonly Method[] = [
  {
    id: 'gravity',
    title: 'Gravity equation by Poisson pseudo maximum likelihood',
    domain: 'trade',
    answers: 'What do distance, borders or agreements change in the flows between states, at the same size and openness of both?',
    formula: [
      'E(X_ijt) = exp(b ′ z_ijt + e_it + m_jt + p_ij)',
      'Σ z_ijt (X_ijt − E(X_ijt)) = 0, and the same for each group of the fixed effects',
      'V = (Z′WZ)⁻¹ (Σ_g s_g s_g′) (Z′WZ)⁻¹ G / (G − 1)',
    ],
    symbols: [
      { symbol: 'X_ijt', meaning: 'flow from i to j in year t, 0 included' },
      { symbol: 'z_ijt', meaning: 'regressors; Z: what the fixed effects leave of them' },
      { symbol: 'e_it, m_jt', meaning: 'effects of exporter and importer by year: size, and multilateral resistance' },
      { symbol: 'p_ij', meaning: 'effect of the pair, where it is asked for' },
      { symbol: 'W', meaning: 'weights: the fitted flows' },
      { symbol: 's_g, G', meaning: 'sum over cluster g of Z times what is left of the flow; number of clusters' },
    ],
    rule: 'Rows of groups without any flow, and rows that regressors and effects separate from the rest, are left out and counted. A regressor that effects or other regressors determine is left out by name. An estimate that does not converge is refused.',
    unit: 'change of the logarithm of the flow; for a dummy also percent',
    range: 'any number',
    interval:
      '90 %, from errors clustered by pair unless asked otherwise, in up to four ways; corrected by G / (G − 1), as R’s fixest does, or not at all',
    limits: [
      'The norm of a pair knows size, distance, border, language, customs unions and trade blocs of the record; there is no full list of trade agreements. Sanctions, pipelines and history are reasons why a pair departs from it.',
      'An association given the effects: an agreement that follows trade looks like one that makes it.',
      'An effect of a trade agreement before other states adjust. What all prices and incomes then do needs a model of general equilibrium.',
      'Fixed effects of exporter-year and importer-year take up everything that belongs to one state in a year, such as GDP.',
      'Few clusters make errors too small; below 30 the answer says so.',
    ],
    references: [
      {
        authors: 'Santos Silva, J. M. C. and Tenreyro, S.',
        year: 2006,
        title: 'The Log of Gravity',
        within: 'Review of Economics and Statistics 88(4), 641-658',
        doi: '10.1162/rest.88.4.641',
      },
      {
        authors: 'Yotov, Y., Piermartini, R., Monteiro, J.-A. and Larch, M.',
        year: 2016,
        title: 'An Advanced Guide to Trade Policy Analysis: The Structural Gravity Model',
        within: 'United Nations and World Trade Organization',
        doi: null,
      },
      {
        authors: 'Correia, S., Guimarães, P. and Zylkin, T.',
        year: 2020,
        title: 'Fast Poisson estimation with high-dimensional fixed effects',
        within: 'Stata Journal 20(1), 95-115',
        doi: '10.1177/1536867X20909691',
      },
      {
        authors: 'Cameron, A. C., Gelbach, J. B. and Miller, D. L.',
        year: 2011,
        title: 'Robust Inference With Multiway Clustering',
        within: 'Journal of Business & Economic Statistics 29(2), 238-249',
        doi: '10.1198/jbes.2010.07136',
      },
    ],
    figures: ['gravity-expected', 'gravity-ratio', 'gravity-percentile'],
    asked: ['visavis measure gravity Kenya Peru', 'visavis gravity panel.csv --year year --regressors "ln(dist),contiguity,language"'],
    page: 'docs/measures/gravity.md',
    code: [
      'src/measures/gravity/ppml.ts',
      'src/measures/gravity/poisson-steps.ts',
      'src/measures/gravity/clustered-covariance.ts',
      'src/measures/gravity/gravity-norm.ts',
    ],
    instead: null,
  },
]
