import type { Method } from '../../reports/parts/method-types.ts'

/** Card of the class in which two states stand to each other. */
export const standingMethods: readonly Method[] = [
  {
    id: 'standing',
    title: 'Standing: from war to security community',
    domain: 'diplomacy',
    answers: 'In which of six classes do two states stand to each other in a year, since when, and which facts place them there?',
    formula: ['0 at war < 1 severe rivalry < 2 lesser rivalry < 3 negative peace < 4 warm peace < 5 security community'],
    symbols: [],
    rule: 'The first clause that holds places the pair. War in the year: 0. Force within ten years with an open issue, force repeated within ten years, declared enmity over a claim or an armistice, leaders of opposed alliances: 1. Force within five years, an open issue, an opposed alliance, an embargo: 2. A common community of ten years: 5. A community, an integrating body, a defence pact, and nothing in the way: 4. Otherwise 3, "or better" where no fact places the pair.',
    unit: 'class',
    range: '0 at war to 5 security community; an order, never averaged',
    interval: 'none: certainty is placed, or at-least for pairs about which the record is too thin',
    limits: [
      'The facts are those of our reviewed tables and of UCDP: a quarrel that neither has is not seen.',
      'A claim over which force was used later counts as live from its beginning, so the class of a past year may change with later events.',
      'Below 25 deaths a year UCDP has no row; clashes then count only where our table has them.',
      'Warm peace without a treaty, a common body or a pact is placed as negative peace or better.',
    ],
    references: [
      {
        authors: 'Diehl, P. F., Goertz, G. and Gallegos, Y.',
        year: 2021,
        title: 'Peace Data: Concept, Measurement, Patterns, and Research Agenda',
        within: 'Conflict Management and Peace Science 38(5), 605-624',
        doi: '10.1177/0738894219870288',
      },
      {
        authors: 'Klein, J. P., Goertz, G. and Diehl, P. F.',
        year: 2006,
        title: 'The New Rivalry Dataset: Procedures and Patterns',
        within: 'Journal of Peace Research 43(3), 331-348',
        doi: '10.1177/0022343306063935',
      },
    ],
    figures: [],
    asked: ['visavis measure standing India Pakistan', 'visavis measure standing --year 2018 --all --format csv'],
    page: 'docs/measures/standing.md',
    code: [
      'src/measures/standing/standing-rule.ts',
      'src/measures/standing/standing-constants.ts',
      'src/measures/standing/standing-bodies.ts',
    ],
    instead:
      'The rule is our own after the classes of the peace scale, whose codings may not be passed on; it is compared with expert judgements and dispute data on its page.',
  },
]
