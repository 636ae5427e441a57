import type { Method, MethodReference } from '../../reports/parts/method-types.ts'

const asked = ['visavis forecast series.csv']
const page = 'docs/outlook/forecast.md'

const hyndmanKhandakar: MethodReference = {
  authors: 'Hyndman, R. J. and Khandakar, Y.',
  year: 2008,
  title: 'Automatic Time Series Forecasting: The forecast Package for R',
  within: 'Journal of Statistical Software 27(3)',
  doi: '10.18637/jss.v027.i03',
}

const gneitingRaftery: MethodReference = {
  authors: 'Gneiting, T. and Raftery, A. E.',
  year: 2007,
  title: 'Strictly Proper Scoring Rules, Prediction, and Estimation',
  within: 'Journal of the American Statistical Association 102(477), 359-378',
  doi: '10.1198/016214506000001437',
}

/** Cards of forecasts of single series, of their bands and of their scores. */
export const forecastMethods: readonly Method[] = [
  {
    id: 'forecast',
    title: 'Forecasts of one series',
    domain: null,
    answers: 'What do the past values of a series say of its next ones?',
    formula: ['AICc = −2 ln L + 2 k + 2 k (k + 1) / (n − k − 1)'],
    symbols: [
      { symbol: 'L', meaning: 'the likelihood of the series under the fitted model' },
      { symbol: 'k, n', meaning: 'number of parameters and of values' },
    ],
    rule: 'Five models: no change; random walk with drift; Theta; exponential smoothing, the form with the least AICc of six; ARIMA, differenced by the KPSS test, the order with the least AICc that a stepwise search finds among exact maximum-likelihood fits.',
    unit: 'that of the series',
    range: 'any',
    interval:
      'bands of 50, 80, 90 and 95 %: see pooled bands; where there are too few series, the model’s own with normal errors, which are too narrow',
    limits: [
      'A model of one series knows nothing of elections, wars or treaties: it carries the past on.',
      'On yearly series of states hardly any model beats no change by much; compare with --model naive.',
      'Seasons are not modelled: months and quarters are treated as any other step.',
    ],
    references: [
      hyndmanKhandakar,
      {
        authors: 'Hyndman, R. J., Koehler, A. B., Ord, J. K. and Snyder, R. D.',
        year: 2008,
        title: 'Forecasting with Exponential Smoothing: The State Space Approach',
        within: 'Springer',
        doi: '10.1007/978-3-540-71918-2',
      },
      {
        authors: 'Assimakopoulos, V. and Nikolopoulos, K.',
        year: 2000,
        title: 'The theta model: a decomposition approach to forecasting',
        within: 'International Journal of Forecasting 16(4), 521-530',
        doi: '10.1016/S0169-2070(00)00066-2',
      },
    ],
    figures: [],
    asked,
    page,
    code: ['src/outlook/models/ets.ts', 'src/outlook/models/arima.ts', 'src/outlook/models/theta.ts', 'src/outlook/models/random-walk.ts'],
    instead: null,
  },
  {
    id: 'pooled-bands',
    title: 'Bands pooled over series',
    domain: null,
    answers: 'How far were forecasts made in the past from what then came?',
    formula: ['e = (y − f) / √(s m)', 'band = f + √(s m) q_h'],
    symbols: [
      { symbol: 'y, f', meaning: 'the value that came, and its forecast' },
      { symbol: 's', meaning: 'the error that the model itself expects that far ahead' },
      { symbol: 'm', meaning: 'mean absolute change from one period to the next in the past of the series' },
      { symbol: 'q_h', meaning: 'quantile of the errors e of all series, h periods ahead' },
    ],
    rule: 'Each series is cut at up to four earlier points, the model is fitted anew to what came before, and its errors are collected by the time ahead. At least 20 series and 80 such points; else bands are the model’s own.',
    unit: 'that of the series',
    range: 'the forecast always lies within',
    interval: 'a band of 95 % should hold 95 % of the values over all series together, not of each one',
    limits: [
      'The band promises only what held in the past of these series: a break common to all of them is outside it.',
      'Series that move together make the errors fewer than they seem.',
    ],
    references: [
      {
        authors: 'Vovk, V., Gammerman, A. and Shafer, G.',
        year: 2005,
        title: 'Algorithmic Learning in a Random World',
        within: 'Springer',
        doi: '10.1007/b106715',
      },
    ],
    figures: [],
    asked,
    page,
    code: ['src/outlook/bands/pooled-bands.ts'],
    instead: null,
  },
  {
    id: 'outlook',
    title: 'Outlook of a pair',
    domain: null,
    answers: 'How will two states stand in one to ten years?',
    formula: ['f = w₁ last + w₂ mean₃ + w₃ mean₁₀ + w₄ (last − last₋₅) + w₅', 'band = f + s q', 's = c₁ + c₂ change + c₃ |last − mean₁₀|'],
    symbols: [
      { symbol: 'w, c', meaning: 'weights that all pairs share, with the least absolute error over past origins' },
      { symbol: 'last, mean₃, mean₁₀', meaning: 'the last value, and the means of the last three and ten' },
      { symbol: 'change', meaning: 'mean absolute change of the pair from one period to the next' },
      { symbol: 'q', meaning: 'quantiles of past errors over s, pooled over pairs by horizon and level' },
    ],
    rule: 'Goods and their shares as logarithms. Moves of standing: how often pairs of the class moved that had been in it for about as long. Skill: gain in CRPS, or the Brier score, over no change or the base rate, since 1990, out of sample.',
    unit: 'that of the quantity; moves: a probability',
    range: 'limits of the quantity are kept: distances from 0, percentages from 0 to 100',
    interval: 'bands of 50, 80, 90 and 95 %, whose coverage by horizon is in docs/outlook/backtest.md',
    limits: [
      'It carries the past of all pairs on, and knows nothing of elections, wars or treaties to come.',
      'Bands hold over all pairs together, not for each.',
    ],
    references: [gneitingRaftery],
    figures: [],
    asked: ['visavis outlook China Russia', 'visavis outlook backtest --target goods-flow'],
    page: 'docs/outlook/outlook.md',
    code: ['src/outlook/pooled/pooled-fit.ts', 'src/outlook/backtest/move-rates.ts'],
    instead: 'The back-test of all pairs: docs/outlook/backtest.md.',
  },
  {
    id: 'forecast-scores',
    title: 'Scores of forecasts',
    domain: null,
    answers: 'How good was a forecast, once it is known what came?',
    formula: ['CRPS = mean |x − y| − mean |x − x′| / 2', 'IS = u − l + 2 d / (1 − c)', 'B = mean (p − o)²'],
    symbols: [
      { symbol: 'x, x′', meaning: 'draws of the forecast' },
      { symbol: 'y', meaning: 'what came' },
      { symbol: 'u, l', meaning: 'ends of a band of level c' },
      { symbol: 'd', meaning: 'distance of y from the band, 0 within it' },
      { symbol: 'p, o', meaning: 'probability of an event; 1 if it came, else 0' },
    ],
    rule: 'CRPS, IGN and MIS as the forecasting competition of ViEWS defines them; MSIS, sMAPE and MASE as the M competitions; the Brier score with Murphy’s parts; the baseline score of Metaculus.',
    unit: 'CRPS and interval scores: that of the series; IGN: bits; the others: none',
    range: 'from 0, less is better; the baseline score up to 100, more is better',
    interval: 'none',
    limits: ['A score of one forecast says little: only means over many are compared.'],
    references: [gneitingRaftery],
    figures: [],
    asked,
    page,
    code: [
      'src/outlook/scores/distribution-scores.ts',
      'src/outlook/scores/interval-scores.ts',
      'src/outlook/scores/event-scores.ts',
      'src/outlook/scores/point-scores.ts',
      'src/outlook/scores/baseline-score.ts',
    ],
    instead: 'Definitions; test/outlook/scores/scores.test.ts holds each to draws worked out by hand.',
  },
]
