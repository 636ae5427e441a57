import type { Method, MethodReference } from '../../reports/parts/method-types.ts'

const costinotRodriguezClare2014: MethodReference = {
  authors: 'Costinot, A. and Rodríguez-Clare, A.',
  year: 2014,
  title: 'Trade Theory with Numbers: Quantifying the Consequences of Globalization',
  within: 'Handbook of International Economics 4, 197-261',
  doi: '10.1016/B978-0-444-54314-1.00004-5',
}

const dekleEatonKortum2008: MethodReference = {
  authors: 'Dekle, R., Eaton, J. and Kortum, S.',
  year: 2008,
  title: 'Global Rebalancing with Gravity: Measuring the Burden of Adjustment',
  within: 'IMF Staff Papers 55(3), 511-540',
  doi: '10.1057/imfsp.2008.17',
}

const common = {
  domain: 'trade',
  figures: [],
  page: 'docs/scenarios.md',
  unit: 'per cent of real spending; factors and per cent for wages, prices, exports and imports',
  range: 'a loss is at most 100 %; a gain has no limit',
  interval:
    '90 % over draws of what the scenario calls uncertain (elasticities, size of the shock, who takes part); none where nothing is. Uncertainty about the model itself is not in it',
} as const

const longRun = 'Two long-run states are compared: wages and trade have adjusted, nobody is out of work, and the way there is not in it.'
const constantElasticities =
  'Elasticities are constant: a good that cannot be replaced at any price is not in the model. They are the largest source of difference between published results.'

/** Cards of the models of trade behind scenarios, coalitions and leverage. */
export const modelMethods: readonly Method[] = [
  {
    ...common,
    id: 'one-sector-model',
    title: 'One-sector model of world trade',
    answers: 'What does a change of trade costs or tariffs do to the real spending of every economy, if all goods are one?',
    formula: [
      'P_j^(−θ) = Σ_i λ_ij (τ_ij w_i)^(−θ)',
      'μ_ij = λ_ij (τ_ij w_i / P_j)^(−θ)',
      'w_i Y_i = Σ_j μ_ij E_j / (1 + t_ij)',
      'E_j = w_j Y_j + R_j + D_j',
      'W_j = (E_j / X_j) / P_j',
    ],
    symbols: [
      { symbol: 'λ_ij, μ_ij', meaning: 'share of seller i in what j spends, before and after' },
      { symbol: 'τ_ij', meaning: 'change of the cost of moving goods and of 1 + tariff, as a factor; t_ij is the new tariff' },
      { symbol: 'w_i, P_j', meaning: 'change of wages and of the price index, as factors' },
      { symbol: 'θ', meaning: 'trade elasticity: by how many per cent sales fall if a seller’s price rises by one per cent' },
      { symbol: 'Y_i, X_j', meaning: 'output and spending in the table of trade' },
      { symbol: 'E_j, R_j, D_j', meaning: 'spending, tariff revenue and deficit afterwards' },
      { symbol: 'W_j', meaning: 'change of real spending (welfare)' },
    ],
    rule: 'Goods differ by the country that makes them (Armington), or countries by technology (Eaton and Kortum): the equations in changes are the same. World output is the unit. Deficits stay the same amount (additive) or the same share of output (multiplicative). An answer needs an excess demand of at most 1e-10 and a second search, from wages that differ by a third, that ends at the same place; else there are no figures.',
    limits: [
      longRun,
      constantElasticities,
      'With multiplicative deficits world spending and world output part after a shock: goods then find buyers up to one common factor, which the answer gives.',
      'One sector hides that some goods are hard to replace: losses are mostly smaller than with many sectors.',
    ],
    references: [
      dekleEatonKortum2008,
      {
        authors: 'Eaton, J. and Kortum, S.',
        year: 2002,
        title: 'Technology, Geography, and Trade',
        within: 'Econometrica 70(5), 1741-1779',
        doi: '10.1111/1468-0262.00352',
      },
      {
        authors: 'Anderson, J. E. and van Wincoop, E.',
        year: 2003,
        title: 'Gravity with Gravitas: A Solution to the Border Puzzle',
        within: 'American Economic Review 93(1), 170-192',
        doi: '10.1257/000282803321455214',
      },
      {
        authors: 'Baier, S. L., Yotov, Y. V. and Zylkin, T.',
        year: 2019,
        title: 'On the widely differing effects of free trade agreements: Lessons from twenty years of trade integration',
        within: 'Journal of International Economics 116, 206-226 (the program GE_gravity)',
        doi: '10.1016/j.jinteco.2018.11.002',
      },
    ],
    asked: ['visavis scenario FILE', 'visavis tariff-war USA CHN EU'],
    code: [
      'src/scenarios/models/sector-equilibrium.ts',
      'src/scenarios/models/structural-gravity.ts',
      'src/scenarios/models/fixed-point.ts',
    ],
    instead: null,
  },
  {
    ...common,
    id: 'many-sectors-model',
    figures: ['trade-cut-loss-a', 'trade-cut-loss-b'],
    title: 'Model of world trade with many sectors',
    answers: 'What does a cut of trade cost, if some goods are harder to replace than others?',
    formula: [
      'P_js^(−θ_s) = Σ_i λ_ijs (τ_ijs w_i)^(−θ_s)',
      'w_i Y_i = Σ_s Σ_j μ_ijs a_js E_j / (1 + t_ijs)',
      'W_j = (E_j / X_j) / Π_s P_js^(a_js)',
      'G_j = 1 − Π_s λ_jjs^(a_js / θ_s)',
    ],
    symbols: [
      { symbol: 'λ_ijs, μ_ijs', meaning: 'share of seller i in what j spends on sector s, before and after' },
      { symbol: 'τ_ijs, t_ijs', meaning: 'change of cost and tariff as a factor; the new tariff' },
      { symbol: 'a_js', meaning: 'share of sector s in the spending of j, which stays' },
      { symbol: 'θ_s', meaning: 'trade elasticity of sector s' },
      { symbol: 'G_j', meaning: 'gains from trade: what j would lose if it traded with nobody' },
    ],
    rule: 'As with one sector, with an elasticity for each. Labour moves freely between sectors. Where nobody is left who sells a good, the economy’s result is undefined and said to be so; its money goes to other goods, so that the others have a result.',
    limits: [
      longRun,
      constantElasticities,
      'No input links: a loss does not pass through supply chains. In our run on the tables of 2011 links alone make a loss 1.9 to 3 times as large.',
      'The tables of 2022 have no tariffs, since those may not be passed on: what is lost of the revenue in force is missing, and losses from a cut of trade are too small by 3 to 25 %.',
    ],
    references: [costinotRodriguezClare2014, dekleEatonKortum2008],
    asked: ['visavis scenario econpol-2022-west-east', 'visavis coalition RUS --members USA,EU,GBR,JPN', 'visavis leverage CHN USA'],
    code: ['src/scenarios/models/sector-equilibrium.ts', 'src/scenarios/models/gains-from-trade.ts'],
    instead: null,
  },
  {
    ...common,
    id: 'input-links-model',
    title: 'Model of world trade with input links',
    answers: 'What does a shock do once it has passed through the supply chains of all sectors?',
    formula: [
      'c_js = w_j^(v_js) Π_k P_jk^(g_jsk)',
      'P_js^(−θ_s) = Σ_i λ_ijs (τ_ijs c_is)^(−θ_s)',
      'X_js = a_js E_j + Σ_k g_jks Y_jk',
      'Σ_s v_js Y_js = w_j L_j',
    ],
    symbols: [
      { symbol: 'c_js', meaning: 'change of the cost of sector s of j, as a factor' },
      { symbol: 'w_j', meaning: 'change of wages' },
      { symbol: 'v_js, g_jsk', meaning: 'share of labour, and of goods of sector k, in the cost of sector s of j' },
      { symbol: 'X_js, Y_js', meaning: 'what j spends on sector s, and what its sector s sells' },
      { symbol: 'a_js, E_j', meaning: 'share of sector s in final use; final spending' },
      { symbol: 'L_j', meaning: 'what labour earned in the table' },
      { symbol: 'λ_ijs, τ_ijs, θ_s', meaning: 'as in the model without links' },
    ],
    rule: 'Sectors buy labour and the goods of all sectors in constant shares of their cost; tariffs return to the economy that levies them. World labour income is the unit. A table that is not an equilibrium to the last digit is first brought into one.',
    limits: [
      longRun,
      constantElasticities,
      'Shares of inputs are constant: a sector that cannot do without an input is not in the model.',
      'Input links ship for 2011 only. Where nobody is left who sells a good that sectors need, there is no equilibrium.',
      'The welfare that Caliendo and Parro print is of first order (terms of trade plus volume of trade). The exact change of real income in the same equilibrium is 0.007 % for Mexico, where the printed measure has 1.31 %. Scenarios give the exact one.',
    ],
    references: [
      {
        authors: 'Caliendo, L. and Parro, F.',
        year: 2015,
        title: 'Estimates of the Trade and Welfare Effects of NAFTA',
        within: 'Review of Economic Studies 82(1), 1-44',
        doi: '10.1093/restud/rdu035',
      },
      costinotRodriguezClare2014,
    ],
    asked: ['visavis scenario costinot-rodriguez-clare-2014-us-tariff', 'visavis coalition RUS --members USA,EU --base wiod-2011'],
    code: [
      'src/scenarios/models/input-equilibrium.ts',
      'src/scenarios/models/terms-of-trade.ts',
      'src/scenarios/models/gains-from-trade.ts',
    ],
    instead: null,
  },
  {
    ...common,
    id: 'liberation-day-model',
    title: 'Model of the US tariffs of April 2025',
    answers: 'What do the tariffs announced on 2 April 2025 do to every economy, with and without an answer of the partners?',
    formula: [
      'λ_ij = s_ij c_j^(−ε) (1 + t_ij)^(−ε φ_i) / Σ_k s_ik c_k^(−ε) (1 + t_ik)^(−ε φ_i)',
      'φ_i = (1 + ϑ) / ((1 − ν_i) ϑ) − 1 / ϑ',
      'P_i = B_i (e_i / w_i)^(1 − φ_i)',
      'L_i = (w_i / (P_i (1 − r_i)))^κ',
      'c_i = w_i / L_i^ψ',
      'T = 1 / ((1 + δ ε) φ − 1)',
    ],
    symbols: [
      { symbol: 'λ_ij, s_ij', meaning: 'share of exporter j in the spending of i, afterwards and before' },
      { symbol: 'c_j, t_ij', meaning: 'unit cost, and tariff of i on j' },
      { symbol: 'ε', meaning: 'trade elasticity, 4' },
      { symbol: 'φ_i', meaning: 'how much more strongly trade falls with a tariff, since sellers leave the market' },
      { symbol: 'ν_i', meaning: 'part of a sale that is paid in the buyer’s country: 0.27 in the United States, 0.11 elsewhere' },
      { symbol: 'ϑ', meaning: 'shape of the distribution of productivity, 4 / 0.67' },
      { symbol: 'L_i, w_i, P_i, e_i', meaning: 'change of employment, wage, price index and spending, as factors' },
      { symbol: 'B_i', meaning: 'price index of what is bought, before sellers enter or leave' },
      { symbol: 'r_i', meaning: 'tariff revenue over income, by which the income tax falls; 0 if the revenue is paid out to all alike' },
      { symbol: 'κ, ψ', meaning: 'elasticity of labour supply, 0.5; of productivity to employment, 0.1675' },
      { symbol: 'T, δ', meaning: 'the best uniform tariff; how much of its markets a country’s sellers leave to others' },
    ],
    rule: 'Each economy’s employment, spending and prices follow from its own unit cost and world income, so that n + 1 equations remain, which Newton’s method solves with exact derivatives. Deficits are fixed shares of world income. A second start must lead to the same solution.',
    unit: 'per cent; revenue as a share of spending',
    interval: 'none: one calibration, as in the paper. Its variants (elasticity 8, no local part, lump-sum rebate) are options',
    limits: [
      'One sector, no input links, no tariffs in the base year. The paper’s versions with industries and input links give other results (−3.38 % for the United States with links and reciprocal retaliation) and are not included.',
      'The record’s tariffs are those of the order, with Canada and Mexico exempt, which matters most: 0.25 % for the United States instead of the paper’s 1.13 %.',
      'Under extreme tariffs fixed deficits leave no equilibrium; the request is then refused.',
    ],
    references: [
      {
        authors: 'Ignatenko, A., Lashkaripour, A., Macedoni, L. and Simonovska, I.',
        year: 2025,
        title: 'Making America great again? The economic impacts of Liberation Day tariffs',
        within: 'Journal of International Economics 157, 104138',
        doi: '10.1016/j.jinteco.2025.104138',
      },
    ],
    asked: ['visavis scenario liberation-day', 'visavis scenario liberation-day --retaliation optimal'],
    page: 'docs/scenarios/liberation-day.md',
    code: [
      'src/scenarios/liberation-day/calibration.ts',
      'src/scenarios/liberation-day/tariff-equilibrium.ts',
      'src/scenarios/liberation-day/economy-response.ts',
      'src/scenarios/liberation-day/tariff-policy.ts',
    ],
    instead: null,
  },
]
