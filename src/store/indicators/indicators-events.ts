import type { Indicator } from './indicator.ts'

/** Indicators of the volume of news: how many events were coded in all, by which counts of events are divided, and how many documents name both states. */
export const eventIndicators: readonly Indicator[] = [
  {
    id: 'coded-events',
    title: 'Events coded from news reports',
    unit: 'events',
    relation: 'state',
    domain: null,
    higher: 'more events were coded on that day, mostly because more reports were read',
    definition:
      'Number of all events that the source coded on a day and placed in the country (or anywhere: WLD); a divisor, not a measure.',
    limits: 'Grows with the press and with the software, not with the world: only shares of it can be compared over time.',
  },
  {
    id: 'documents-naming-both',
    title: 'News documents that name places in both states',
    unit: 'documents',
    relation: 'undirected',
    domain: 'narrative',
    higher: 'the two are more often named in one document',
    definition: 'Number of documents of a day in which the source found places in both states; from and to in the order of the alphabet.',
    limits: 'Naming two states in one document is no relation between them: a list of medals names many.',
  },
]
