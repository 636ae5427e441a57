// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: the estimate 2.303 is by chance near the logarithm of ten
/**
 * Trade elasticities as published: by how many per cent imports fall if their price rises by one per cent. Where a paper has other sectors, each of the 28 has that
 * of the sector it belongs to.
 */
export interface ElasticityRow {
  readonly id: string
  readonly title: string
  readonly citation: string
  /** One number for all sectors, or one for each sector of a base, in its order. */
  readonly values: number | readonly number[]
}

/** For the 28 sectors of `icio-2022`. */
export const elasticities28: readonly ElasticityRow[] = [
  {
    id: 'caliendo-parro-2015',
    title: 'Caliendo and Parro 2015',
    citation: 'Caliendo, L. and F. Parro (2015), Estimates of the Trade and Welfare Effects of NAFTA, Review of Economic Studies 82(1)',
    values: [
      9.11, 9.11, 9.11, 13.53, 13.53, 13.53, 13.53, 13.53, 2.62, 8.1, 14.01, 14.01, 64.85, 3.13, 3.13, 2.04, 2.04, 3.28, 3.28, 6.99, 8.537,
      12.91, 1.45, 1.115, 1.115, 1.115, 6.345, 4,
    ],
  },
  {
    id: 'shapiro-2016',
    title: 'Shapiro 2016',
    citation: 'Shapiro, J. S. (2016), Trade Costs, CO2, and the Environment, American Economic Journal: Economic Policy 8(4)',
    values: [
      3.34, 3.34, 3.34, 3.45, 3.45, 3.45, 3.45, 3.45, 5.26, 14.25, 5.835, 5.835, 8.95, 1.55, 1.55, 5.25, 5.25, 12.94, 12.94, 12.94, 10.84,
      10.84, 10.84, 6.87, 6.87, 6.87, 12.76, 4,
    ],
  },
  {
    id: 'giri-2021',
    title: 'Giri, Yi and Yilmazkuday 2021',
    citation:
      'Giri, R., K.-M. Yi and H. Yilmazkuday (2021), Gains from Trade: Does Sectoral Heterogeneity Matter?, Journal of International Economics 129',
    values: [
      4, 4, 4, 4, 4, 4, 4, 4, 3.57, 4.433, 3.57, 3.57, 4, 3.75, 3.75, 4.734, 4.734, 8.94, 8.94, 5.07, 4, 3.27, 4, 4.47, 4.47, 4.47, 4.47, 4,
    ],
  },
  {
    id: 'bagwell-2021',
    title: 'Bagwell, Staiger and Yurukoglu 2021',
    citation:
      'Bagwell, K., R. W. Staiger and A. Yurukoglu (2021), Quantitative Analysis of Multiparty Tariff Negotiations, Econometrica 89(4)',
    values: [
      6.127, 6.127, 6.127, 4.282, 4.282, 4.282, 4.282, 4.282, 5.58, 4.76, 5.753, 5.753, 5.63, 4.019, 4.019, 4.165, 4.165, 5.515, 5.515,
      9.56, 4.735, 6.9, 4.445, 6.62, 6.62, 6.62, 4.883, 4,
    ],
  },
  {
    id: 'fontagne-2022',
    title: 'Fontagné, Guimbard and Orefice 2022',
    citation:
      'Fontagné, L., H. Guimbard and G. Orefice (2022), Tariff-based Product-level Trade Elasticities, Journal of International Economics 137',
    values: [
      2.91, 2.91, 2.91, 3.41, 3.41, 3.41, 3.41, 3.41, 4.17, 4.71, 8.505, 8.505, 3.67, 10.56, 10.56, 5.77, 5.77, 7.39, 7.39, 4.22, 5.14,
      4.11, 5.01, 8.955, 8.955, 8.955, 4.06, 8.35,
    ],
  },
  {
    id: 'lashkaripour-2023',
    title: 'Lashkaripour and Lugovskyy 2023',
    citation:
      'Lashkaripour, A. and V. Lugovskyy (2023), Profits, Scale Economies, and the Gains from Trade and Industrial Policy, American Economic Review 113(10)',
    values: [
      6.227, 6.227, 6.227, 6.227, 6.227, 6.227, 6.227, 6.227, 2.303, 3.359, 3.271, 3.271, 0.636, 3.966, 3.966, 5.22, 5.22, 3.004, 3.004,
      3.004, 1.235, 1.235, 7.75, 2.805, 2.805, 2.805, 6.169, 4,
    ],
  },
]

/** For any base: one number for all sectors. */
export const uniformElasticities: readonly ElasticityRow[] = [
  {
    id: 'simonovska-waugh-2014',
    title: 'Simonovska and Waugh 2014, about 4',
    citation:
      'Simonovska, I. and M. E. Waugh (2014), The Elasticity of Trade: Estimates and Evidence, Journal of International Economics 92(1)',
    values: 4,
  },
  {
    id: 'costinot-rodriguez-clare-2014-uniform',
    title: 'Costinot and Rodríguez-Clare 2014, 5',
    citation: 'Costinot, A. and A. Rodríguez-Clare (2014), Trade Theory with Numbers, Handbook of International Economics 4',
    values: 5,
  },
  {
    id: 'head-mayer-2014',
    title: 'Head and Mayer 2014, 5.03',
    citation: 'Head, K. and T. Mayer (2014), Gravity Equations: Workhorse, Toolkit, and Cookbook, Handbook of International Economics 4',
    values: 5.03,
  },
  {
    id: 'eaton-kortum-2002',
    title: 'Eaton and Kortum 2002, 8.28',
    citation: 'Eaton, J. and S. Kortum (2002), Technology, Geography, and Trade, Econometrica 70(5)',
    values: 8.28,
  },
]
