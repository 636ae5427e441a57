import type { Indicator } from './indicator.ts'

const flow = { relation: 'directed', domain: 'trade', unit: 'USD' } as const
const gas = { relation: 'directed', domain: 'energy' } as const

/** Indicators of the trade and energy data sets that users can add. */
export const addedTradeIndicators: readonly Indicator[] = [
  {
    ...flow,
    id: 'goods-services-flow',
    belowZero: true,
    title: 'Flow of goods and services, both reports reconciled',
    higher: 'more goods and services of the exporter went to the importer',
    definition: 'Value at basic prices of goods and services from exporter to importer, as an input-output table balances it; no reporter.',
    limits: 'A table that was made to balance: single cells are estimates, and what no survey covers is shared out by proportion.',
  },
  {
    ...flow,
    id: 'goods-services-flow-intermediate',
    title: 'Flow of goods and services that become inputs',
    higher: "more of the exporter's output went into the importer's production",
    definition: "The part of goods-services-flow that the importer's industries use up.",
    limits: 'The split by use is an assumption of proportion for most importers.',
  },
  {
    ...flow,
    id: 'goods-services-flow-final',
    belowZero: true,
    title: 'Flow of goods and services for final use',
    higher: "more of the exporter's output was consumed or invested in the importer",
    definition:
      'The part of goods-services-flow that the importer consumes, invests or adds to its stocks (which may fall: it can be negative).',
    limits: 'The split by use is an assumption of proportion for most importers; changes of stocks make it negative in places.',
  },
  {
    id: 'gross-output',
    title: 'Gross output',
    unit: 'USD',
    relation: 'state',
    domain: null,
    higher: 'industries of the state produced more, inputs counted again at each step',
    definition: 'Output of all industries of a state at basic prices and market exchange rates, intermediate inputs included.',
    limits: 'Counts the same value at every stage of processing: no measure of income.',
  },
  {
    ...flow,
    id: 'sanctioned-goods-exports',
    title: 'Exports of goods that the EU has put under export sanctions against Russia',
    unit: 'EUR',
    higher: 'the exporter reports that it sold the partner more of these goods',
    definition:
      'Value, free on board, of exports whose eight-digit code stands in the annexes of EU export sanctions of January 2023, in every year and to every partner alike; from = exporter = reporter.',
    limits:
      'A fixed list of January 2023: goods put on it later, and what is traded under another code, are not in it; before the sanctions the trade was lawful.',
  },
  ...[
    { id: 'all-gas', title: 'natural gas, by pipeline and liquefied' },
    { id: 'lng', title: 'liquefied natural gas, as gas' },
  ].flatMap(({ id, title }): Indicator[] => [
    {
      ...gas,
      id: `fossil-imports-${id}-m3`,
      title: `Imports of ${title}, by volume`,
      unit: 'm3',
      higher: 'the importer takes more of it from the exporter',
      definition: `Volume of ${title} that the importer reports as coming from the exporter; from = exporter, to = importer = reporter.`,
      limits: 'Only what the importer tells of the partner; gas through a third state may be booked to that state.',
    },
    {
      ...gas,
      id: `fossil-imports-${id}-terajoules`,
      title: `Imports of ${title}, by energy`,
      unit: 'TJ',
      higher: 'the importer takes more of it from the exporter',
      definition: `Energy (gross calorific value) of ${title} that the importer reports as coming from the exporter; from = exporter, to = importer = reporter.`,
      limits: 'Only what the importer tells of the partner; gas through a third state may be booked to that state.',
    },
  ]),
]
