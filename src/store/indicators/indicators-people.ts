import type { Indicator } from './indicator.ts'

const people: readonly Indicator[] = [
  {
    id: 'migrant-stock',
    title: 'People born in one state who live in another',
    unit: 'persons',
    relation: 'directed',
    domain: 'people',
    higher: 'more people born in the first live in the second',
    definition:
      'Number of people born in the first state (in some registers: its citizens) who live in the second at mid-year; from = origin.',
    limits:
      'A stock, not the arrivals of a year. Estimated between censuses; refugees are counted unevenly, and an origin that a list does not name is unknown.',
  },
  {
    id: 'visa-rule',
    title: 'Visa rule for a short visit',
    unit: 'of 5',
    relation: 'directed',
    domain: 'people',
    higher: 'less is to be done before the journey',
    definition:
      'Rule for holders of an ordinary passport of the first state who visit the second, as a code: 0 no admission, 1 visa required, 2 e-visa, 3 electronic travel authorisation, 4 visa on arrival, 5 no visa; from = passport.',
    limits: 'A code, not a score: never averaged. The rule of one day; how strictly it is applied, and rules for work, are not told.',
  },
  {
    id: 'visa-free-days',
    title: 'Days of a visit without a visa',
    unit: 'days',
    relation: 'directed',
    domain: 'people',
    higher: 'a visitor may stay longer without a visa',
    definition: 'Days that a holder of an ordinary passport of the first state may stay in the second without a visa; from = passport.',
    limits: 'Only where the source states the days; a right to settle, as in the EU, is told by days as well or by none.',
  },
  {
    id: 'leaders-received',
    title: 'Visits of heads of state and government',
    unit: 'visits',
    relation: 'directed',
    domain: 'people',
    higher: 'leaders of the first came to the second more often',
    definition:
      'Entries of the year in the list of visits by foreign heads of state and government; from = the leader’s state, to = host = reporter.',
    limits: 'The list of one host. A visit of state and a stop for a funeral count alike.',
  },
  {
    id: 'leaders-travelled',
    title: 'Visits of the President and the Secretary of State of the United States',
    unit: 'visits',
    relation: 'directed',
    domain: 'people',
    higher: 'the two officials went there more often',
    definition: 'Entries of the year in the lists of travels abroad of the President and the Secretary of State; from = the United States.',
    limits: 'Many visits are to a conference that the state hosts; one journey may have several entries.',
  },
  {
    id: 'visit-events',
    title: 'Visits of leaders, one by one',
    table: 'events',
    unit: 'events',
    relation: 'directed',
    domain: 'people',
    higher: 'leaders met more often',
    definition: 'A visit of a leader to another state, with person, first and last day; from = the visitor’s state.',
    limits: 'Only the leaders and hosts that the list follows; what was said is not told.',
  },
]

const representation: readonly Indicator[] = [
  {
    id: 'embassy',
    title: 'Embassy in the other state',
    unit: '0 or 1',
    relation: 'directed',
    domain: 'diplomacy',
    higher: 'the first has an embassy in the second',
    definition: 'Whether the source lists an embassy, high commission or nunciature of the first state in the second, accredited to it.',
    limits: 'A list of volunteers: what it lacks may exist, and what has closed may linger.',
  },
  {
    id: 'embassy-elsewhere',
    title: 'Embassy elsewhere that covers the other state',
    unit: '0 or 1',
    relation: 'directed',
    domain: 'diplomacy',
    higher: 'an ambassador in a third state covers the second',
    definition:
      'Whether the source lists an embassy of the first state in a third one as accredited to the second, and none in the second.',
    limits: 'A list of volunteers: what it lacks may exist.',
  },
  {
    id: 'consulates',
    title: 'Consulates in the other state',
    unit: 'consulates',
    relation: 'directed',
    domain: 'diplomacy',
    higher: 'the first has more consulates in the second',
    definition:
      'Number of consulates and consulates general of the first state in the second that the source lists, without honorary ones.',
    limits: 'A list of volunteers: at least so many.',
  },
  {
    id: 'representation-level',
    title: 'Level of diplomatic representation',
    unit: 'of 6',
    relation: 'directed',
    domain: 'diplomacy',
    higher: 'a representative of higher rank',
    definition:
      'Rank of the representative of the first state in the second, as the source codes it: 6 ambassador, 5 lower envoy, 4 chargé d’affaires, 0 withdrawn, recalled or expelled.',
    limits: 'Coded from a yearbook that comes a year or more late. A code, not a score.',
  },
  {
    id: 'us-missions',
    title: 'Mission of the United States, by status and day',
    table: 'events',
    unit: 'status from day to day',
    relation: 'directed',
    domain: 'diplomacy',
    higher: 'no order: the status in words',
    definition:
      'Status of the mission of the United States in a state from one day to another: embassy, legation, interests section or none.',
    limits: 'One side only: the mission of the other state in Washington is not told.',
  },
]

const forces: readonly Indicator[] = [
  {
    id: 'us-forces',
    title: 'Members of the forces of the United States in the country',
    unit: 'persons',
    relation: 'directed',
    domain: 'alliance',
    higher: 'more members of the US forces serve there',
    definition:
      'Active members of the US forces who are assigned to the country, as the Department of Defense counts them; from = the United States.',
    limits:
      'Guards and attachés of the embassy count; rotations and operations mostly do not. Presence says nothing of consent or of a commitment.',
  },
]

/** Indicators of people, of diplomatic missions, and of forces stationed abroad. */
export const peopleIndicators: readonly Indicator[] = [...people, ...representation, ...forces]
