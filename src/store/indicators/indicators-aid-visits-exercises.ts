import type { Indicator } from './indicator.ts'

type Directed = Pick<Indicator, 'belowZero' | 'id' | 'title' | 'unit' | 'domain' | 'higher' | 'definition' | 'limits'>

const directed = (of: Directed): Indicator => ({ ...of, relation: 'directed' })

const kinds = ['financial', 'humanitarian', 'military'] as const

const support: readonly Directed[] = kinds.flatMap((kind): Directed[] => [
  {
    id: `support-commitments-${kind}`,
    belowZero: true,
    title: `Government support committed, ${kind}`,
    unit: 'EUR',
    domain: kind === 'military' ? 'arms' : 'investment',
    higher: 'the donor has promised more',
    definition: `Value of ${kind} support that the donor's government has publicly promised; from = donor. A promise, not what was given.`,
    limits:
      'A promise may be made twice, or never kept, and what is taken back makes a month negative; what is secret is missing, and used arms are valued by rules of the source.',
  },
  {
    id: `support-allocations-${kind}`,
    belowZero: true,
    title: `Government support allocated, ${kind}`,
    unit: 'EUR',
    domain: kind === 'military' ? 'arms' : 'investment',
    higher: 'the donor has set aside or handed over more for named purposes',
    definition: `Value of ${kind} support allocated to a specific purpose or delivered; part of what is committed, never to be added to it; from = donor.`,
    limits:
      'Earmarked is not delivered, and what is taken back makes a month negative; what is secret is missing, and used arms are valued by rules of the source.',
  },
])

const finance: readonly Directed[] = [
  ...support,
  {
    id: 'support-deliveries-military',
    title: 'Military support delivered',
    unit: 'EUR',
    domain: 'arms',
    higher: 'more of what was promised has arrived',
    definition: 'Value of military support that the source counts as delivered, where it has a value; from = donor.',
    limits: 'Only deliveries that somebody made public and the source could price.',
  },
  {
    id: 'support-disbursements-financial',
    belowZero: true,
    title: 'Financial support disbursed',
    unit: 'EUR',
    domain: 'investment',
    higher: 'the donor has paid out more',
    definition: 'Money paid out to the budget of the recipient in the period; from = donor.',
    limits: 'Budget support only; grants and loans are added up alike, and what is paid back makes a month negative.',
  },
  ...(['oda', 'oof', 'vague'] as const).map((flow): Directed => {
    const name = { oda: 'like development aid', oof: 'other official flows', vague: 'official, kind not known' }[flow]
    return {
      id: `official-finance-${flow}`,
      title: `Official finance committed, ${name}`,
      unit: 'USD',
      domain: 'investment',
      higher: 'the lender or donor committed more',
      definition: `Sum of the known amounts of official projects (${name}) by year of commitment, current prices; at least, since many projects have no amount.`,
      limits: 'Known projects only, found in reports and the press: a floor, not a total. Commitments, of which some were cancelled.',
    }
  }),
  {
    id: 'official-finance-projects',
    title: 'Official finance projects',
    unit: 'projects',
    domain: 'investment',
    higher: 'more projects were committed',
    definition: 'Number of official finance projects committed in the year, with and without a known amount.',
    limits: 'Known projects only; a scholarship counts as much as a dam.',
  },
  {
    id: 'official-finance-unvalued',
    title: 'Official finance projects without an amount',
    unit: 'projects',
    domain: 'investment',
    higher: 'less of the finance is in the sums',
    definition: 'Number of projects of the year that have no known amount and so are in no sum.',
    limits: 'Says how much is not in the sums by number, not by size.',
  },
  {
    id: 'large-deals',
    title: 'Large investments and construction contracts',
    unit: 'USD',
    domain: 'investment',
    higher: 'firms of the first signed larger deals in the second',
    definition: 'Value of investments and construction contracts of at least 100 million USD each, by year of agreement, current prices.',
    limits:
      'Announced deals of at least 100 million USD; smaller ones, loans and purchases of bonds are not in it, and some announced ones fail.',
  },
  {
    id: 'large-deals-count',
    title: 'Number of large investments and construction contracts',
    unit: 'deals',
    domain: 'investment',
    higher: 'firms of the first signed more deals in the second',
    definition: 'Number of investments and construction contracts of at least 100 million USD each, by year of agreement.',
    limits: 'A deal of 100 million counts as much as one of ten billion; smaller ones are not in it.',
  },
]

const contacts: readonly Directed[] = [
  {
    id: 'leader-engagements',
    title: 'Engagements of leaders',
    unit: 'engagements',
    domain: 'people',
    higher: 'leaders dealt with the other state on more days',
    definition:
      'Mentions of the state in the public activities of listed leaders, one per day and leader: visits, meetings, calls, messages.',
    limits: 'What the press agency reported of a closed list of leaders: a change of the list, or of its habits, changes the count.',
  },
  {
    id: 'leader-visit-days',
    title: 'Days of leaders in the country',
    unit: 'days',
    domain: 'people',
    higher: 'leaders were there on more days',
    definition: 'Days of the year on which at least one of the listed leaders was in the other state.',
    limits: 'Only listed leaders; stopovers and multilateral summits count like state visits.',
  },
  ...(
    [
      ['confucius-institutes', 'Confucius Institutes', 'institutes', 'narrative'],
      ['sister-cities-established', 'Sister city agreements made', 'agreements', 'people'],
      ['government-visits', 'Visits of government leaders', 'visits', 'people'],
      ['military-visits', 'Visits of military leaders', 'visits', 'people'],
      ['elite-visits', 'Visits of government and military leaders', 'visits', 'people'],
      ['ambassador-op-eds', "Articles by the ambassador in the host's press", 'articles', 'narrative'],
      ['journalist-visits', 'Visits of journalists', 'visits', 'narrative'],
      ['media-partnerships', 'Partnerships of media', 'partnerships', 'narrative'],
      ['students-sent', 'Students sent to the country', 'students', 'people'],
      ['students-received', 'Students received from the country', 'students', 'people'],
    ] as const
  ).map(
    ([id, title, unit, domain]): Directed => ({
      id,
      title,
      unit,
      domain,
      higher: 'more public diplomacy of the first towards the second',
      definition: `${title} of the year, as counted by the source in its column of that name; from = the state whose public diplomacy it is.`,
      limits:
        'A count by one research project from public reports: what was not reported is missing, and none of it says whether it worked.',
    }),
  ),
]

/** Indicators of aid, investment, visits and exercises. */
export const statecraftIndicators: readonly Indicator[] = [
  ...[...finance, ...contacts].map(directed),
  {
    id: 'joint-exercises',
    title: 'Joint military exercises',
    unit: 'exercises',
    relation: 'undirected',
    domain: 'exercises',
    higher: 'the two trained together more often',
    definition:
      'Number of exercises of the year in which both took part, as the source lists them; from = the reporter, or the first of the two by code where no state reports.',
    limits: 'What one source lists: size, length and content of an exercise do not count, and unannounced ones are missing.',
  },
]
