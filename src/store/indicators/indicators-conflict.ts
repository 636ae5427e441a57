import type { Indicator } from './indicator.ts'

const disputes: readonly Indicator[] = [
  {
    id: 'dispute-onsets',
    title: 'Militarized disputes that began',
    unit: 'disputes',
    relation: 'undirected',
    domain: 'conflict',
    higher: 'more disputes between the two began',
    definition:
      'Number of disputes of the year in which one of the two threatened, displayed or used force against the other; from = first of the two by code.',
    limits: 'A threat counts as much as a battle; of a dispute between coalitions every pair across is counted.',
  },
  {
    id: 'dispute-hostility',
    title: 'Highest hostility in a militarized dispute',
    unit: 'level',
    relation: 'undirected',
    domain: 'conflict',
    higher: 'a more violent act, by either of the two',
    definition:
      'Highest level of hostility that either reached in a dispute of the year: 1 none, 2 threat, 3 display, 4 use of force, 5 war.',
    limits: 'An ordinal level: it is never averaged, and a use of force may be the seizure of a fishing boat.',
  },
]

const crises: readonly Indicator[] = [
  {
    id: 'crisis-onsets',
    title: 'International crises that began',
    unit: 'crises',
    relation: 'undirected',
    domain: 'conflict',
    higher: 'the two came into more crises with each other',
    definition: 'Number of international crises of the year in which the two became adversaries; from = first of the two by code.',
    limits: 'A crisis is what leaders saw as a threat with little time and a danger of war: it need not have come to force.',
  },
  {
    id: 'crises',
    title: 'International crises between the two',
    unit: 'crises',
    relation: 'undirected',
    domain: 'conflict',
    higher: 'the two confronted each other in more crises',
    definition:
      'Number of international crises in which the two were adversaries at some time of the year; from = first of the two by code.',
    limits: 'Of a crisis with many actors each pair of adversaries is counted; how grave a crisis was is not in the number.',
  },
]

const cyber: readonly Indicator[] = [
  {
    id: 'cyber-incidents',
    title: 'Cyber incidents between rivals',
    unit: 'incidents',
    relation: 'directed',
    domain: 'conflict',
    higher: 'the first began more incidents against the second',
    definition: 'Number of publicly known cyber incidents of states that began in the year; from = initiator, to = target.',
    limits: 'Only what became public and was attributed: what states keep secret, or do not notice, is missing.',
  },
  {
    id: 'cyber-severity',
    title: 'Highest severity of a cyber incident',
    unit: 'level',
    relation: 'directed',
    domain: 'conflict',
    higher: 'the gravest incident did more harm',
    definition: "Highest severity of the incidents that began in the year, on the source's scale from 0 to 10; from = initiator.",
    limits: 'An ordinal level, never averaged, and a judgement of the coders.',
  },
  {
    id: 'cyber-operations',
    title: 'Cyber operations put down to a state',
    unit: 'operations',
    relation: 'directed',
    domain: 'conflict',
    higher: 'more operations against the second are put down to the first',
    definition:
      'Number of operations reported in the year; from = the state suspected of sponsoring it, to = a state of which a victim is named.',
    limits:
      'Suspicion, not proof; many victims (a firm, a bank) are given without their state and are not counted, so the number is "at least".',
  },
]

/** Indicators of conflict by pair: militarized disputes, international crises and cyber incidents. */
export const conflictIndicators: readonly Indicator[] = [...disputes, ...crises, ...cyber]
