import type { MethodReference } from '../../reports/parts/method-types.ts'

// Publications that several measures cite.

export const haege2011: MethodReference = {
  authors: 'Häge, F. M.',
  year: 2011,
  title: 'Choice or Circumstance? Adjusting Measures of Foreign Policy Similarity for Chance Agreement',
  within: 'Political Analysis 19(3), 287-305',
  doi: '10.1093/pan/mpr023',
}

export const signorinoRitter1999: MethodReference = {
  authors: 'Signorino, C. S. and Ritter, J. M.',
  year: 1999,
  title: 'Tau-b or Not Tau-b: Measuring the Similarity of Foreign Policy Positions',
  within: 'International Studies Quarterly 43(1), 115-144',
  doi: '10.1111/0020-8833.00113',
}

export const lijphart1963: MethodReference = {
  authors: 'Lijphart, A.',
  year: 1963,
  title: 'The Analysis of Bloc Voting in the General Assembly',
  within: 'American Political Science Review 57(4), 902-917',
  doi: '10.2307/1952608',
}

export const baileyStrezhnevVoeten2017: MethodReference = {
  authors: 'Bailey, M. A., Strezhnev, A. and Voeten, E.',
  year: 2017,
  title: 'Estimating Dynamic State Preferences from United Nations Voting Data',
  within: 'Journal of Conflict Resolution 61(2), 430-456',
  doi: '10.1177/0022002715595700',
}

export const efronTibshirani1993: MethodReference = {
  authors: 'Efron, B. and Tibshirani, R. J.',
  year: 1993,
  title: 'An Introduction to the Bootstrap',
  within: 'Chapman and Hall, chapters 11 and 13',
  doi: '10.1201/9780429246593',
}

export const wilson1927: MethodReference = {
  authors: 'Wilson, E. B.',
  year: 1927,
  title: 'Probable Inference, the Law of Succession, and Statistical Inference',
  within: 'Journal of the American Statistical Association 22(158), 209-212',
  doi: '10.1080/01621459.1927.10502953',
}

export const icd203: MethodReference = {
  authors: 'Office of the Director of National Intelligence',
  year: 2015,
  title: 'Intelligence Community Directive 203: Analytic Standards',
  within: '2 January 2015, section D.6.e(2)',
  doi: null,
}
