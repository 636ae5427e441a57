import type { Method } from '../../reports/parts/method-types.ts'
import { icd203, wilson1927 } from './methods-references.ts'

/** Cards of judgements made from figures: sentences with likelihoods, composites by the user's weights, verdicts on texts. */
export const judgementMethods: readonly Method[] = [
  {
    id: 'likelihood',
    title: 'Judgements in words of likelihood',
    domain: null,
    answers: 'What may be judged of the pair, how likely is it, and how sure are we of that?',
    formula: ['P = F((v − t) / (k s))', 's = (high − low) / (2 · 1.645)'],
    symbols: [
      { symbol: 'v, low, high', meaning: 'the figure and its 90 % interval' },
      { symbol: 't', meaning: 'what it is judged against: the median pair, a half, ten years before' },
      { symbol: 'k', meaning: '√2 for another set of like votes, and a quarter more where votes hang together' },
      { symbol: 'F', meaning: "the normal distribution, or Student's t with two degrees of freedom" },
    ],
    rule: 'Words of ICD 203, first row of its table; the likelier of two statements is made, and none at 80 % or less. Confidence is a count of doubts and no part of the probability. Where rival measures of votes put a pair on different sides of the median, there is a gap and no judgement.',
    unit: 'probability',
    range: '1 to 99 %; beyond that it is printed as over 99 %',
    interval: 'none: it is itself a statement of how sure; how often it comes true is measured',
    limits: [
      'Judgements on votes are back-tested. Those on trade, speeches and the stage follow from their intervals alone and are not.',
      'Before 1980 "very likely" is kept a little less often than it promises; such a judgement says so among its doubts.',
      'It holds given the record and its models, and says nothing of what nobody published.',
    ],
    references: [icd203],
    figures: [],
    asked: ['visavis assess CHN RUS'],
    page: 'docs/measures/likelihood-words.md',
    code: ['src/assessments/forms/likelihood.ts', 'src/assessments/judgements/judgements.ts'],
    instead: null,
  },
  {
    id: 'composite',
    title: "A composite by the reader's weights",
    domain: null,
    answers: 'What single number do my weights give, and what would other weights have said?',
    formula: ['C = Σ_k w_k p_k / Σ_k w_k', 'a_r = V(w : rank(w) = r) / V(w)'],
    symbols: [
      { symbol: 'p_k', meaning: 'percentile of the pair by component k, turned so that more is closer' },
      { symbol: 'w_k', meaning: "the reader's weight; there is no default" },
      {
        symbol: 'a_r',
        meaning:
          'acceptability of rank r: the share of all weightings (not negative, sum 1) under which the pair has it; V is their volume',
      },
    ],
    rule: 'Over pairs that have all components; nothing is imputed. Geometric mean, Borda and Condorcet stand beside the arithmetic mean.',
    unit: 'points of 100',
    range: '0 to 100',
    interval: '90 % over draws of the components’ errors; the acceptability is at the figures as they are',
    limits: [
      'Components that come from the same votes weigh them twice: the correlation stands beside them.',
      'A rank among the pairs that have all components is not one in the world. It is no measure of friendship.',
    ],
    references: [
      {
        authors: 'Lahdelma, R., Hokkanen, J. and Salminen, P.',
        year: 1998,
        title: 'SMAA: Stochastic Multiobjective Acceptability Analysis',
        within: 'European Journal of Operational Research 106(1), 137-143',
        doi: '10.1016/S0377-2217(97)00163-X',
      },
      {
        authors: 'Lahdelma, R. and Salminen, P.',
        year: 2001,
        title: 'SMAA-2: Stochastic Multicriteria Acceptability Analysis for Group Decision Making',
        within: 'Operations Research 49(3), 444-454',
        doi: '10.1287/opre.49.3.444.11220',
      },
      {
        authors: 'Saisana, M., Saltelli, A. and Tarantola, S.',
        year: 2005,
        title: 'Uncertainty and Sensitivity Analysis Techniques as Tools for the Quality Assessment of Composite Indicators',
        within: 'Journal of the Royal Statistical Society A 168(2), 307-323',
        doi: '10.1111/j.1467-985X.2005.00350.x',
      },
    ],
    figures: [],
    asked: ['visavis composite CHN RUS --weights votes=2,blocs=1,trade=1'],
    page: 'docs/measures/composite.md',
    code: [
      'src/measures/composite/rank-acceptability.ts',
      'src/measures/composite/aggregation.ts',
      'src/assessments/composite/composite.ts',
    ],
    instead:
      'No published example with its inputs was found. Two components are counted exactly; with three the shares of a triangle that are known by symmetry and by hand come out (test/measures/composite/rank-acceptability.test.ts).',
  },
  {
    id: 'verdicts',
    title: 'Verdicts on the claims of a text',
    domain: null,
    answers: 'Is what a text says borne out by the record, and if not, what would have been true?',
    formula: ['supported: low ≤ h ≤ high', 'contradicted: |h − c| > |c| / 4'],
    symbols: [
      { symbol: 'c', meaning: 'what is claimed' },
      {
        symbol: 'h',
        meaning:
          'a value that an accepted source, reporter, edition or definition gives: supported where one of them agrees, contradicted where all are so far off',
      },
      {
        symbol: 'low, high',
        meaning: 'the tolerance: rounding, hedge ("about" a tenth, "more than X" from X to 2 X) and what offices revise',
      },
    ],
    rule: 'Partly: the direction is right and the level 5 to 25 % off, or one part is wrong, or another definition fits. A wrong direction, order or actor is contradicted. What the record cannot tell is unverifiable, and what would settle it is said.',
    unit: 'supported, partly, contradicted, unverifiable',
    range: 'not ordered: unverifiable is no middle',
    interval: "the share of claims that hold has Wilson's, and a base rate beside it",
    limits: [
      'It is as good as the reading of the sentence: the slots as understood stand beside each verdict.',
      'Causes, opinions and what a text leaves out are not tested. A share says nothing of the argument.',
    ],
    references: [wilson1927],
    figures: [],
    asked: ['visavis read essay.txt', 'visavis read essay.txt --format html -o essay.html'],
    page: 'docs/reading-scores.md',
    code: ['src/claims/testing/judging/judge.ts', 'src/claims/testing/judging/tolerance.ts'],
    instead:
      'Precision and recall on annotated passages stand in docs/reading-scores.md; the essay that started it is held sentence by sentence to an expert’s notes (test/claims/essay.test.ts).',
  },
]
